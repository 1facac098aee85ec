"""Derivatives as formulas, and as numbers where floats are tender."""

import math

import numpy as np
import pytest

from gdsim.engine.formula import ARRAY, SCALAR, compile_function, derivative, parse, to_text
from gdsim.engine.formula.table import FUNCTIONS, call
from gdsim.engine.formula.tree import var


def slope(text, name="w"):
    return derivative(parse(text), name)


def number(node, w=0.0, b=0.0, namespace=SCALAR):
    return compile_function(("w", "b"), (node,), namespace)(w, b)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("w^2 + 3*w - 5", "2*w + 3"),
        ("7", "0"),
        ("b^2", "0"),
        ("w^2/2", "w"),
        ("w^3/3", "w^2"),
        ("w*b", "b"),
        ("3*(2*w)", "6"),
        ("w + w", "2"),
        ("(w^2 + b - 11)^2 + (w + b^2 - 7)^2", "4*w*(w^2 + b - 11) + 2*(w + b^2 - 7)"),
        ("1/w", "-1/w^2"),
        ("sin(w)/w", "(cos(w) - sin(w)/w)/w"),
        ("w*log(w)", "log(w) + 1"),
        ("exp(-w)", "-exp(-w)"),
        ("2^w", "0.6931471805599453*2^w"),
        ("w^b", "b*w^(b - 1)"),
        ("sin(2*pi*w)", "2*pi*cos(2*pi*w)"),
        ("sqrt(w)", "0.5/sqrt(w)"),
        ("tanh(w)", "sech(w)^2"),
        ("sigmoid(w)", "sigmoid(w)*sigmoid(-w)"),
        ("softplus(w)", "sigmoid(w)"),
        ("relu(w)", "step(w)"),
        ("abs(w)", "sign(w)"),
        ("sign(w) + step(w)", "0"),
        ("max(w, b)", "(1 + sign(w - b))/2"),
        ("min(w, b)", "(1 - sign(w - b))/2"),
        ("1/(1 + exp(-w))", "exp(-w)/(1 + exp(-w))^2"),
    ],
)
def test_the_formula(text, expected):
    assert to_text(slope(text)) == expected


def test_at_a_kink():
    assert number(slope("abs(w)")) == 0.0
    assert number(slope("relu(w)")) == 0.0
    assert number(slope("max(w, -w)")) == 0.0
    assert number(slope("max(2*w, w + w + 0*b)")) == 2.0
    assert number(slope("max(w, 0)")) == 0.5


@pytest.mark.parametrize("namespace", [SCALAR, ARRAY])
@pytest.mark.parametrize(
    ("text", "w", "expected"),
    [
        ("sigmoid(w)", 40.0, math.exp(-40.0)),
        ("sigmoid(w)", -40.0, math.exp(-40.0)),
        ("tanh(w)", 20.0, 4.0 * math.exp(-40.0)),
        ("tanh(w)", -20.0, 4.0 * math.exp(-40.0)),
        ("softplus(w)", 800.0, 1.0),
        ("1/(1 + exp(-w))", -400.0, math.exp(-400.0)),
        ("asin(w)", 1.0 - 2.0**-40, 1.0 / math.sqrt(2.0**-39 * (1.0 - 2.0**-41))),
        ("cbrt(w)", -8.0, 1.0 / 12.0),
    ],
)
def test_slopes_keep_their_digits_far_out(namespace, text, w, expected):
    assert number(slope(text), np.float64(w), namespace=namespace) == pytest.approx(
        expected, rel=1e-13
    )


@pytest.mark.parametrize("name", [n for n, f in FUNCTIONS.items() if f.array is not None])
def test_every_function_by_complex_step(name):
    """f(x + ih) = f(x) + i·h·f′(x), with no difference that could cancel."""
    function = FUNCTIONS[name]
    arity = abs(function.arity)
    names = ("w", "b")[:arity]
    tree = call(name, *map(var, names))
    for place in ((0.31, 0.72), (0.94, -0.55), (0.02, 0.02 + 1e-9)):
        point = [np.array([x]) for x in place[:arity]]
        for i, each in enumerate(names):
            stepped = list(point)
            stepped[i] = point[i] + 1e-30j
            imaginary = np.imag(compile_function(names, (tree,), ARRAY)(*stepped)) / 1e-30
            exact = compile_function(names, (derivative(tree, each),), ARRAY)(*point)
            assert np.broadcast_to(exact, (1,)) == pytest.approx(imaginary, rel=1e-12, abs=1e-15)


@pytest.mark.parametrize("name", [n for n, f in FUNCTIONS.items() if f.array is not None])
def test_every_function_gives_the_same_for_floats_and_arrays(name):
    function = FUNCTIONS[name]
    grid = np.concatenate([np.linspace(-0.99, 0.99, 41), [3.7, 25.0, 300.0], [-3.7, -25.0, -300.0]])
    rows = [grid, grid[::-1]][: abs(function.arity)]
    with np.errstate(all="ignore"):
        arrays = function.array(*rows)
    for found, *args in zip(arrays, *rows, strict=True):
        if math.isfinite(found):
            assert function.scalar(*map(float, args)) == pytest.approx(found, rel=1e-14, abs=1e-300)


@pytest.mark.parametrize("name", ["relu", "step", "sign", "abs", "max", "min", "sigmoid", "sech"])
def test_nan_and_infinity_pass_through(name):
    function = FUNCTIONS[name]
    arity = abs(function.arity)
    for args in ((math.nan, 1.0), (1.0, math.nan)):
        if arity == 2 or math.isnan(args[0]):
            assert math.isnan(function.scalar(*args[:arity]))
            assert np.isnan(function.array(*map(np.float64, args[:arity])))
    for x in (math.inf, -math.inf):
        args = (x, 1.0)[:arity]
        assert function.scalar(*args) == function.array(*map(np.float64, args))
