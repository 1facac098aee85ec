"""What people type, and what it means."""

import pytest

from gdsim.engine.formula import parse, to_text
from gdsim.engine.formula.parser import MAX_DEPTH


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("w^2+3w-5", "w^2 + 3*w - 5"),
        ("  w **2 ", "w^2"),
        ("-w^2", "-(w^2)"),
        ("(-w)^3", "(-w)^3"),
        ("2^3^2", "512"),
        ("w^b^2", "w^(b^2)"),
        ("2^-1", "0.5"),
        ("2^-w^2", "2^(-(w^2))"),
        ("w^-2*b", "(w^(-2))*b"),
        ("2*-w", "-2*w"),
        ("--w", "w"),
        ("-+-w", "w"),
        ("w - -b", "w + b"),
        ("w-b-1", "(w - b) - 1"),
        ("w/b/2", "(w/b)/2"),
        ("1/2w", "(1/2)*w"),
        ("2w b", "2*w*b"),
        ("w 2", "2*w"),
        ("3(w+1)", "3*(w + 1)"),
        ("(w+1)(b-2)", "(w + 1)*(b - 2)"),
        ("w(b+1)", "w*(b + 1)"),
        ("2sin(w)", "2*sin(w)"),
        ("sin(w)cos(b)", "sin(w)*cos(b)"),
        ("2e", "5.43656365691809"),
        ("2e-w", "2*e - w"),
        ("2e3w", "2000*w"),
        (".5w + 1.", "0.5*w + 1"),
        ("e^w", "exp(w)"),
        ("w²", "w^2"),
        ("2w²b³", "2*w^2*b^3"),
        ("-w²", "-(w^2)"),
        ("2^w²", "2^(w^2)"),
        ("w²^3", "(w^2)^3"),
        ("w⁻¹", "w^-1"),
        ("w¹²", "w^12"),
        ("(w+1)²", "(w + 1)^2"),
        ("sin(w)²", "sin(w)^2"),
        ("|w|", "abs(w)"),
        ("|w||b|", "abs(w)*abs(b)"),
        ("2|w - |b||", "2*abs(w - abs(b))"),
        ("|w|b|w|", "abs(w)*b*abs(w)"),
        ("|-w|²", "abs(-w)^2"),
        ("[w + {b - 1}]", "w + (b - 1)"),
        ("ｗ＾２＋３×（ｂ－１）", "w^2 + 3*(b - 1)"),
        ("１．５ｗ", "1.5*w"),
        ("max（w，b）", "max(w, b)"),
        ("max(w、b)", "max(w, b)"),
        ("1。5w", "1.5*w"),
        ("w÷2 − b·w ⋅ 2", "w/2 - b*w*2"),
        ("w⁄2", "w/2"),
        ("２ｗ\u3000＋\u00a0ｂ", "2*w + b"),
        ("√(w)", "sqrt(w)"),
        ("∛(w)", "cbrt(w)"),
        ("2π w", "2*pi*w"),
        ("Sin(W) + PI + E", "sin(w) + pi + e"),
        ("ln(w) + lg(w)", "log(w) + log10(w)"),
        ("arctan(w) + tg(b) + sgn(w)", "atan(w) + tan(b) + sign(w)"),
        ("sec(w)", "1/cos(w)"),
        ("max(w, b, 1)", "max(max(w, b), 1)"),
    ],
)
def test_reading(typed, meant):
    assert parse(typed) is parse(meant)


def test_names_may_be_longer_and_are_the_callers():
    names = ("m", "v_hat", "beta1", "lr")
    assert to_text(parse("beta1*m + (1-beta1) lr/v_hat", names)) == (
        "beta1*m + (1 - beta1)*lr/v_hat"
    )


def test_a_name_of_the_caller_goes_before_constants_and_functions():
    assert to_text(parse("e + step", ("e", "step"))) == "e + step"


def test_case_is_ignored_only_where_one_name_is_left():
    assert to_text(parse("W*w", ("w", "W"))) == "W*w"


def test_numbers_are_folded_while_reading():
    assert parse("2*3 + 4^2/8 - sqrt(9)") is parse("5")
    assert parse("1e-300*1e-300*w") is parse("0")


def test_a_formula_of_the_greatest_size_is_read():
    assert parse("(" * MAX_DEPTH + "w" + ")" * MAX_DEPTH) is parse("w")
    assert parse("+".join(["w*b"] * 125)) is not None
    assert parse("-" * 100 + "w") is parse("w")


def test_equal_formulas_are_the_same_tree():
    assert parse("w*w") is parse("w^2")
    assert parse("b + 0*w") is parse("b")
    assert hash(parse("w + b")) == hash(parse("w+b"))
    assert parse("w + b") != parse("b + w")


def test_a_tree_cannot_be_changed():
    with pytest.raises(AttributeError):
        parse("w").op = "num"
