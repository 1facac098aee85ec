"""Numbers are read as people type them, and shown so that they read back."""

import math
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdsim.ui.widgets.number_text import exact_text, parse_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0.2", 0.2),
        (".5", 0.5),
        ("3.", 3.0),
        ("1e-3", 1e-3),
        ("1E+2", 100.0),
        ("+7", 7.0),
        (" -0.55 ", -0.55),
        ("−0.55", -0.55),
        ("０．２", 0.2),
        ("－１．５ｅ－３", -1.5e-3),
        ("0。2", 0.2),
        ("0,25", 0.25),
        ("０，２５", 0.25),
        ("0,125", 0.125),
        ("1234,567", 1234.567),
        ("1.2×10⁻⁷", 1.2e-7),
        ("0.23951221325730995", 0.23951221325730995),
    ],
)
def test_reads(text: str, number: float) -> None:
    assert parse_number(text) == number


@pytest.mark.parametrize(
    "text",
    ["", " ", "-", "abc", "1 2", "1,000", "1.2.3", "1,2,3", "1_000", "nan", "inf", "1e999", "0x10",
     "²", "1e", "٣", "2^3", "1,000.5"],
)  # fmt: skip
def test_refuses(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("number", "text"),
    [(0.2, "0.2"), (0.0, "0"), (-3.0, "-3"), (1e-6, "1e-6"), (1.5e-7, "1.5e-7"), (1e22, "1e22"),
     (1000.0, "1000"), (0.1 + 0.2, "0.30000000000000004")],
)  # fmt: skip
def test_shows_the_shortest_text(number: float, text: str) -> None:
    assert exact_text(number) == text


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_reads_back_to_the_same_bits(number: float) -> None:
    back = parse_number(exact_text(number))
    assert back is not None
    assert struct.pack("d", back) == struct.pack("d", number)


@given(st.text())
def test_any_text_is_a_finite_number_or_none(text: str) -> None:
    number = parse_number(text)
    assert number is None or math.isfinite(number)
