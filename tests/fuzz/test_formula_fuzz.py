"""Random formulas against SymPy, against the printer, and random text against the parser."""

from __future__ import annotations

import math

import hypothesis.strategies as st
import numpy as np
import pytest
from hypothesis import HealthCheck, assume, event, example, given, settings

from gdsim.engine.errors import FormulaError
from gdsim.engine.formula import (
    ARRAY,
    SCALAR,
    compile_function,
    derivative,
    parse,
    to_display,
    to_latex,
    to_rich,
    to_text,
)
from tests.fuzz import formula_reference as reference

# 2 000 in `make test`, 100 000 in `make fuzz`.
MANY = settings(
    max_examples=min(100_000, 20 * settings.default.max_examples),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)

# An operation rounds by 1.1e-16; what the typed formula itself makes of such errors is measured,
# and points where that alone would use up a tenth of the tolerance are left out.
VALUE = (1e-12, 400.0)
SLOPE = (1e-9, 400_000.0)
LIMITS = (VALUE, SLOPE, SLOPE)


REFUSED = ("finite real", "must be positive", "division by zero")


def read(raw):
    """The tree, or none where a constant part has no finite value (log(-1), 1/0, 9^9^9)."""
    try:
        return parse(reference.typed(raw))
    except FormulaError as error:
        assume(not any(word in error.template for word in REFUSED))
        raise


def compiled(tree, namespace):
    wanted = (tree, derivative(tree, "w"), derivative(tree, "b"))
    return compile_function(("w", "b"), wanted, namespace)


def on_arrays(tree, point):
    with np.errstate(all="ignore"):
        results = compiled(tree, ARRAY)(*(np.array([x]) for x in point))
    return [float(np.broadcast_to(r, (1,))[0]) for r in results]


@MANY
@given(reference.formulas, reference.points)
@example(("sigmoid", ("mul", ("num", 12.0), ("var", "w"))), (-4.0, 0.0))
@example(("tanh", ("mul", ("num", 12.0), ("var", "w"))), (4.0, 0.0))
@example(("div", ("var", "w"), ("max", ("var", "w"), ("var", "w"))), (1.546875, 0.0))
@example(("abs", ("var", "w")), (0.0, 0.0))
def test_value_and_gradient_agree_with_sympy(raw, point):
    tree = read(raw)
    try:
        growth = reference.amplification(raw, point)
    except reference.OutOfRangeError:
        event("not real, or beyond the range of floats")
        assume(False)
    expected = reference.sympy_value_and_slopes(raw, point)
    found = on_arrays(tree, point)
    for exact, float_, grown, (tolerance, limit) in zip(
        expected, found, growth, LIMITS, strict=True
    ):
        if exact is None or grown > limit:
            event("one part cancels at this point, or has no slope")
            continue
        event("compared")
        near = 1e-100 if abs(exact) > reference.ZERO else tolerance
        assert float_ == pytest.approx(float(exact), rel=tolerance, abs=near)


@MANY
@given(reference.formulas, reference.points)
def test_plain_floats_and_arrays_agree(raw, point):
    tree = read(raw)
    arrays = on_arrays(tree, point)
    try:
        growth = reference.amplification(raw, point)
        floats = compiled(tree, SCALAR)(*point)
    except (reference.OutOfRangeError, ValueError, ArithmeticError):
        assume(False)
    for one, other, grown, (tolerance, limit) in zip(floats, arrays, growth, LIMITS, strict=True):
        assert isinstance(one, float)
        if grown < limit and math.isfinite(one):
            near = tolerance if abs(other) < 1e-12 else 0.0
            assert one == pytest.approx(other, rel=tolerance, abs=near)


@MANY
@given(reference.formulas)
def test_printed_trees_read_back(raw):
    tree = read(raw)
    slope = derivative(tree, "w")
    for each in (tree, slope, derivative(slope, "b")):
        text = to_text(each)
        if len(text) <= 2000 and each.size <= 200:
            assert parse(text) is each, text


@settings(max_examples=MANY.max_examples // 4)
@given(reference.formulas)
def test_every_way_of_showing_works(raw):
    tree = read(raw)
    for each in (tree, derivative(tree, "w")):
        for show in (to_display, to_rich, to_latex):
            shown = show(each)
            assert shown.count("(") == shown.count(")")
            assert shown.count("{") == shown.count("}")


FRAGMENTS = (
    *"wb0123456789.+-*/^()[]|,²√πe×（）＋１２",
    *("sin(", "max(", "log", "exp(", "**", "e5", "1e308", "lambda", "__", " ", "\u200b", "\ud800"),
)


@MANY
@given(st.one_of(st.text(max_size=40), st.lists(st.sampled_from(FRAGMENTS)).map("".join)))
def test_any_text_is_read_or_refused(text):
    try:
        tree = parse(text)
    except FormulaError as refused:
        error = refused
    else:
        assert parse(to_text(tree)) is tree
        derivative(derivative(tree, "w"), "b")
        return
    assert 0 <= error.position <= len(text)
    assert 1 <= error.length <= max(1, len(text) - error.position)
    assert "\n" not in str(error)
