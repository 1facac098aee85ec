"""From a tree to Python text."""

import math
import pickle

import numpy as np
import pytest

from gdsim.engine.errors import FormulaError, GdsimError, ScenarioError
from gdsim.engine.formula import (
    ARRAY,
    SCALAR,
    compile_function,
    derivative,
    emit,
    num,
    parse,
    var,
)


def test_what_is_used_once_stays_in_its_place():
    assert emit({"J": parse("w^2 + 3w - 5")}) == ["J = w * w + 3.0 * w - 5.0"]


def test_what_is_used_twice_is_computed_once():
    tree = parse("(w^2 + b - 11)^2 + (w + b^2 - 7)^2")
    lines = emit({"gw": derivative(tree, "w"), "gb": derivative(tree, "b")}, {"w": "x"}, "u")
    assert lines == [
        "u0 = x * x + b - 11.0",
        "u1 = x + b * b - 7.0",
        "gw = 4.0 * (x * u0) + 2.0 * u1",
        "gb = 2.0 * u0 + 4.0 * (b * u1)",
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("w^3", ["J = w * w * w"]),
        ("w^4", ["t0 = w * w", "J = t0 * t0"]),
        ("w^-1", ["J = 1.0 / w"]),
        ("w^0.5", ["J = _sqrt(w)"]),
        ("w^2.5", ["J = _pow(w, 2.5)"]),
        ("w - (b - 1)", ["J = w - (b - 1.0)"]),
        ("-(w + 1)*b", ["J = -((w + 1.0) * b)"]),
        ("1/(1 + exp(-w))^2", ["t0 = 1.0 + _exp(-w)", "J = 1.0 / t0 / t0"]),
    ],
)
def test_the_text(text, line):
    assert emit({"J": parse(text)}) == line


def test_outputs_may_be_equal_or_constant():
    assert emit({"a": parse("w*b"), "c": parse("w*b"), "d": num(2.0), "e": var("w")}) == [
        "t0 = w * b",
        "a = t0",
        "c = t0",
        "d = 2.0",
        "e = w",
    ]


@pytest.mark.parametrize("name", ["a b", "lambda", "a;b", "", "1a", "é", "a\n"])
def test_only_plain_identifiers_are_written(name):
    for arguments in (({name: num(1.0)},), ({"J": var(name)},), ({"J": var("w")}, {"w": name})):
        with pytest.raises(ValueError, match="identifier"):
            emit(*arguments)


def test_long_formulas_compile():
    for text in ("+".join(["sin(w)*b"] * 70), "sin(" * 99 + "w" + ")" * 99, "^".join(["w"] * 120)):
        tree = parse(text)
        function = compile_function(("w", "b"), (tree, derivative(tree, "w")), ARRAY)
        assert len(function(np.array([1.0]), np.array([1.0]))) == 2


def test_compiled_functions_are_cached_by_value():
    one = compile_function(("w",), (parse("w^2"),), SCALAR)
    assert compile_function(["w"], [parse("w*w")], SCALAR) is one
    assert compile_function(("w",), (parse("w^2"),), ARRAY) is not one


def test_an_unknown_variable_or_namespace_is_a_mistake_of_the_caller():
    with pytest.raises(ValueError, match="no arguments"):
        compile_function(("w",), (parse("w + b"),), SCALAR)
    with pytest.raises(ValueError, match="namespace"):
        compile_function(("w",), (parse("w"),), {})


def test_argument_names_cannot_collide_with_what_is_generated():
    names = ("t0", "v1", "r0", "_sin")
    tree = parse("sin(t0)^2 + v1 + r0", names)
    assert compile_function(names, (tree,), SCALAR)(1.0, 2.0, 3.0, 4.0) == math.sin(1.0) ** 2 + 5.0


def test_plain_floats_raise_where_arrays_give_infinity():
    tree = parse("1/w + log(w)")
    with pytest.raises((ZeroDivisionError, ValueError)):
        compile_function(("w",), (tree,), SCALAR)(0.0)
    with np.errstate(all="ignore"):
        assert np.isnan(compile_function(("w",), (tree,), ARRAY)(np.float64(0.0)))


def test_any_shape_goes_in_and_comes_out():
    function = compile_function(("w", "b"), (parse("w*b + sigmoid(w)"),), ARRAY)
    assert function(np.ones((2, 3, 4)), np.ones((2, 3, 4))).shape == (2, 3, 4)
    assert function(np.ones((2, 1)), np.ones(3)).shape == (2, 3)


def test_floats_and_arrays_give_the_same_bits_for_arithmetic():
    tree = parse("(w^2 + b - 11)^2/3 + (w + b^3 - 7)^5*1.1 - w^7")
    points = np.random.default_rng(0).normal(size=(1000, 2)) * 3.0
    arrays = compile_function(("w", "b"), (tree,), ARRAY)(*points.T)
    scalar = compile_function(("w", "b"), (tree,), SCALAR)
    assert [scalar(w, b) for w, b in points.tolist()] == arrays.tolist()


def copied(thing):
    return pickle.loads(pickle.dumps(thing))  # noqa: S301 - our own bytes


def test_trees_survive_pickling_as_themselves():
    tree = parse("sin(w)^2 + b")
    assert copied(tree) is tree


def test_errors_keep_template_and_values():
    error = ScenarioError("lanes[0]", "must be {range}", range="in (0, 1]")
    assert (str(error), error.reason) == ("lanes[0]: must be in (0, 1]", "must be in (0, 1]")
    with pytest.raises(FormulaError) as caught:
        parse("wb")
    refused = caught.value
    assert (refused.template, refused.values["meant"]) == (
        "unknown name “{name}”: did you mean {meant}?",
        "w*b",
    )
    assert isinstance(refused, GdsimError)
    copy = copied(refused)
    assert (str(copy), copy.position, copy.length) == (str(refused), 0, 2)
