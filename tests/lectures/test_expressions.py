"""The language of placeholders: what it can say, what it refuses, how numbers are written."""

from __future__ import annotations

import math

import pytest

from gdsim.engine.errors import GdsimError
from gdsim.lectures.expressions import fill, parse_condition, parse_expression, parse_placeholder
from gdsim.lectures.quantities import QUANTITIES
from gdsim.lectures.texts import number
from gdsim.ui import numbers


@pytest.mark.parametrize(
    ("text", "value", "written"),
    [
        ("x", 1 / 3, "0.333333"), ("x:3", 1 / 3, "0.333"), ("x:.2", 1 / 3, "0.33"),
        ("x:.2", -1e-9, "0.00"), ("x:full", 0.1 + 0.2, "0.30000000000000004"),
        ("x:b", -17.5, "(−17.5)"), ("x:b", 17.5, "17.5"), ("x:3b", -2 / 3, "(−0.667)"),
        ("x:2%", 0.00894, "0.89%"), ("x", 1.5e-7, "1.5×10⁻⁷"), ("x", -math.inf, "−∞"),
        ("x?down|level|up", -2, "down"), ("x?down|level|up", 0.0, "level"),
        ("x?down|level|up", 3, "up"), ("x:full", math.inf, "∞"), ("x:.1", math.nan, "NaN"),
    ],
)  # fmt: skip
def test_numbers_are_written(text: str, value: float, written: str) -> None:
    assert fill(f"{{{text}}}", "en", lambda expression: value) == written


def test_numbers_are_those_of_the_screen() -> None:
    for value in (0.0, -0.0, 1.0, -0.55, 123456.789, 1e-7, -3.5e20, 2 / 3, math.inf, math.nan):
        for digits in (1, 3, 6, 17):
            assert number(value, digits) == numbers.number(value, digits)


def test_an_expression_has_a_name_numbers_and_a_step() -> None:
    assert parse_expression("seq.b@k+1").step == ("k", 1)
    assert parse_expression("gap@end").step == ("end", 0)
    assert parse_expression("w@12").step == ("", 12)
    assert parse_expression("difference.w(1e-12)@0").args == (1e-12,)
    assert parse_expression("between(1, 3)@k-2").args == (1.0, 3.0)


@pytest.mark.parametrize(
    "text",
    ["", "@1", "w@", "w@x", "w@k*2", "w()", "w(a)", "w.", ".w", "w[0]", "w;b", "w@1e9", "a" * 200,
     "().__class__", "lambda: 0", "w:", "w:0", "w:99", "w?a|b", "w if b else 0", "w@9999999"],
)  # fmt: skip
def test_what_is_no_placeholder_is_refused(text: str) -> None:
    with pytest.raises(GdsimError, match="cannot be read"):
        parse_placeholder(text)


@pytest.mark.parametrize(
    ("text", "holds"),
    [("w > 1", True), ("w >= 2", True), ("w < b", False), ("w != 2", False), ("w = 2.0", True),
     ("w <= -1e3", False)],
)  # fmt: skip
def test_conditions_compare(text: str, holds: bool) -> None:
    values = {"w": 2.0, "b": 1.0}
    assert parse_condition(text).holds(lambda e: values[e.words[0]]) is holds


@pytest.mark.parametrize("text", ["w", "w > 1 > 0", "w == 1", "> 1", "w >", "w and b", "w := 1"])
def test_what_is_no_condition_is_refused(text: str) -> None:
    with pytest.raises(GdsimError):
        parse_condition(text).holds(lambda e: 1.0)


def test_every_quantity_is_explained_once() -> None:
    assert len({quantity.name for quantity in QUANTITIES}) == len(QUANTITIES)
    assert all(quantity.about for quantity in QUANTITIES)
