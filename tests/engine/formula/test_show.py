"""The four ways to write a formula."""

import pytest

from gdsim.engine.formula import derivative, parse, to_display, to_latex, to_rich, to_text


@pytest.mark.parametrize(
    ("typed", "text", "display", "latex"),
    [
        ("2w+3", "2*w + 3", "2w + 3", "2 w + 3"),
        ("w^2-3(b-1)", "w^2 - 3*(b - 1)", "w² − 3(b − 1)", r"w^{2} - 3 \left(b - 1\right)"),
        ("w*b/2", "w*b/2", "w·b/2", r"\frac{w \cdot b}{2}"),
        ("w/(2b)", "w/(2*b)", "w/(2b)", r"\frac{w}{2 b}"),
        ("-(w+b)^2", "-(w + b)^2", "−(w + b)²", r"-\left(w + b\right)^{2}"),
        ("2*3^w", "2*3^w", "2·3^w", r"2 \cdot 3^{w}"),
        ("w^-2", "w^-2", "w⁻²", "w^{-2}"),
        ("w^(-2pi)", "w^(-2*pi)", "w^(−2π)", r"w^{-2 \pi}"),
        ("w^(b+1)", "w^(b + 1)", "w^(b + 1)", "w^{b + 1}"),
        ("(-3)^2*w", "9*w", "9w", "9 w"),
        ("(w^2)^3", "(w^2)^3", "(w²)³", r"\left(w^{2}\right)^{3}"),
        ("2sin(pi w)", "2*sin(pi*w)", "2 sin(πw)", r"2 \sin\left(\pi w\right)"),
        ("cos(pi/2*w)", "cos(pi/2*w)", "cos(π/2·w)", r"\cos\left(\frac{\pi}{2} w\right)"),
        ("ln(w)-|b|", "log(w) - abs(b)", "ln(w) − |b|", r"\ln\left(w\right) - \left|b\right|"),
        ("√(w)+√(w+1)", "sqrt(w) + sqrt(w + 1)", "√w + √(w + 1)", r"\sqrt{w} + \sqrt{w + 1}"),
        ("e^(-w)", "exp(-w)", "exp(−w)", "e^{-w}"),
        ("sigmoid(w)", "sigmoid(w)", "σ(w)", r"\sigma\left(w\right)"),
        ("1e-9w", "1e-09*w", "1e−09w", r"1 \cdot 10^{-09} w"),
        ("1e20w", "1e20*w", "1e20w", r"1 \cdot 10^{20} w"),
        ("w + e", "w + e", "w + e", "w + e"),
        ("w-(b-1)", "w - (b - 1)", "w − (b − 1)", r"w - \left(b - 1\right)"),
    ],
)
def test_writing(typed, text, display, latex):
    tree = parse(typed)
    assert to_text(tree) == text
    assert to_display(tree) == display
    assert to_latex(tree) == latex


def test_rich_text():
    assert to_rich(parse("w^2+3w-5")) == "<i>w</i><sup>2</sup> + 3<i>w</i> − 5"
    assert to_rich(parse("e^(-w)")) == "e<sup>−<i>w</i></sup>"
    assert "overline" in to_rich(parse("sqrt(w+1)"))


RULE = parse("w - lr*g", ("w", "lr", "g"))


def test_symbols_stand_in_for_names():
    symbols = {"lr": "α", "g": "∂J/∂w"}
    assert to_display(RULE, symbols) == "w − α·∂J/∂w"
    assert to_latex(RULE, {"lr": r"\alpha", "g": "g"}) == r"w - \alpha \cdot g"


@pytest.mark.parametrize(
    ("show", "expected"),
    [
        (to_text, "0 - 0.2*(−17.5)"),
        (to_display, "0 − 0.2 × (−17.5)"),
        (to_rich, "0 − 0.2 × (−17.5)"),
        (to_latex, r"0 - 0.2 \times \left(−17.5\right)"),
    ],
)
def test_values_stand_in_for_names(show, expected):
    assert show(RULE, values={"w": "0", "lr": "0.2", "g": "−17.5"}) == expected


def test_a_leading_negative_value_needs_no_brackets_and_a_power_does():
    values = {"w": "−3", "b": "2"}
    assert to_display(parse("w + b"), values=values) == "−3 + 2"
    assert to_display(parse("w^2"), values=values) == "(−3)²"
    assert to_display(parse("b - w"), values=values) == "2 − (−3)"
    assert to_display(parse("2w"), values=values) == "2 × (−3)"
    assert to_display(parse("b^2"), values={"b": "1.5 × 10⁻⁸"}) == "(1.5 × 10⁻⁸)²"


def test_a_coloured_negative_value_is_seen_as_negative():
    shown = to_rich(RULE, values={"w": "0", "lr": "0.2", "g": '<span style="x">−17.5</span>'})
    assert shown == '0 − 0.2 × (<span style="x">−17.5</span>)'


def test_some_symbols_and_some_values_at_once():
    assert to_display(RULE, {"lr": "α"}, {"g": "4"}) == "w − α × 4"


def test_what_nobody_could_read_is_not_written_out():
    tree = parse("^".join(["w"] * 120))
    assert to_display(derivative(tree, "w")) == "…"
    assert to_latex(derivative(tree, "w")) == r"\dots"
