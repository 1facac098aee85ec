"""The one table of what a formula can contain.

A function is one entry of `FUNCTIONS`: parser, derivative, printing and both
compiled speeds read it from there. `slope(*args)` gives the partial derivative
for each argument as a tree.

At a kink the derivative is: |x|′(0) = 0, sign′ = 0, relu′(0) = 0, step′ = 0;
where the two arguments of max or min are equal, half of each slope (as in
PyTorch, and right where both are the same function).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from gdsim.engine.formula import numeric
from gdsim.engine.formula.build import ONE, ZERO, add, div, mul, neg, number, power, sub
from gdsim.engine.formula.tree import Node, num

__all__ = ["CONSTANTS", "FUNCTIONS", "OPERATORS", "Function", "Operator", "call"]

HALF, TWO, THREE = num(0.5), num(2.0), num(3.0)


@dataclass(frozen=True, slots=True)
class Operator:
    """A binary or prefix operator: how tightly it binds, and how a tree of it is built."""

    precedence: int
    build: Callable[..., Node]
    right: bool = False


@dataclass(frozen=True, slots=True)
class Function:
    """A function of the grammar.

    `scalar` takes and gives floats, `array` arrays of any one shape. `latex`
    is what stands before the brackets; `arity` the number of values, `-2`
    two or more. `expand` makes the function a mere abbreviation of another tree.
    """

    arity: int
    slope: Callable[..., tuple[Node, ...]] | None
    scalar: Callable[..., float] | None
    array: Callable[..., Any] | None
    latex: str = ""
    expand: Callable[[Node], Node] | None = None
    aliases: tuple[str, ...] = ()


OPERATORS: dict[str, Operator] = {
    "add": Operator(1, add),
    "sub": Operator(1, sub),
    "mul": Operator(2, mul),
    "div": Operator(2, div),
    "neg": Operator(3, neg),
    "pow": Operator(4, power, right=True),
}

CONSTANTS: dict[str, float] = {"pi": math.pi, "e": math.e}


def call(name: str, *args: Node) -> Node:
    """The function `name` of `args`, folded to a number where that is finite."""
    function = FUNCTIONS[name]
    if function.expand is not None:
        return function.expand(args[0])
    if name in ("max", "min") and args[0] is args[1]:
        return args[0]
    values = [number(arg) for arg in args]
    if None not in values and function.scalar is not None:
        folded = _folded(function.scalar, values)
        if folded is not None:
            return num(folded)
    return Node(name, args)


def _folded(function: Callable[..., float], values: list[float | None]) -> float | None:
    """The value, or None where it is not a finite real number."""
    try:
        value = function(*values)
    except (ArithmeticError, ValueError):
        return None
    return value if math.isfinite(value) else None


def _tie(sign: Callable[[Node, Node], Node]) -> Callable[[Node, Node], tuple[Node, Node]]:
    """Slopes of max (`sign` = add) or min (sub): (1 ± sign(x − y))/2 and its complement."""

    def slope(x: Node, y: Node) -> tuple[Node, Node]:
        which = call("sign", sub(x, y))
        other = sub if sign is add else add
        return div(sign(ONE, which), TWO), div(other(ONE, which), TWO)

    return slope


def _log_slope(base: float) -> Callable[[Node], tuple[Node]]:
    """1/(x·ln base)"""
    return lambda x: (div(ONE, mul(num(math.log(base)), x)),)


def _one_minus_square(x: Node) -> Node:
    """(1 − x)·(1 + x): 1 − x² without cancellation near ±1."""
    return mul(sub(ONE, x), add(ONE, x))


def _over(name: str) -> Function:
    """The abbreviation 1/name(x)."""
    return Function(1, None, None, None, expand=lambda x: div(ONE, call(name, x)))


FUNCTIONS: dict[str, Function] = {
    "sin": Function(1, lambda x: (call("cos", x),), math.sin, np.sin, r"\sin"),
    "cos": Function(1, lambda x: (neg(call("sin", x)),), math.cos, np.cos, r"\cos"),
    "tan": Function(
        1,
        lambda x: (add(ONE, power(call("tan", x), TWO)),),
        math.tan,
        np.tan,
        r"\tan",
        aliases=("tg",),
    ),
    "asin": Function(
        1,
        lambda x: (div(ONE, call("sqrt", _one_minus_square(x))),),
        math.asin,
        np.arcsin,
        r"\arcsin",
        aliases=("arcsin",),
    ),
    "acos": Function(
        1,
        lambda x: (neg(div(ONE, call("sqrt", _one_minus_square(x)))),),
        math.acos,
        np.arccos,
        r"\arccos",
        aliases=("arccos",),
    ),
    "atan": Function(
        1,
        lambda x: (div(ONE, add(power(x, TWO), ONE)),),
        math.atan,
        np.arctan,
        r"\arctan",
        aliases=("arctan",),
    ),
    "sinh": Function(1, lambda x: (call("cosh", x),), math.sinh, np.sinh, r"\sinh"),
    "cosh": Function(1, lambda x: (call("sinh", x),), math.cosh, np.cosh, r"\cosh"),
    "tanh": Function(
        1, lambda x: (power(call("sech", x), TWO),), math.tanh, np.tanh, r"\tanh", aliases=("th",)
    ),
    "sech": Function(
        1,
        lambda x: (neg(mul(call("sech", x), call("tanh", x))),),
        numeric.sech,
        numeric.array_sech,
        r"\operatorname{sech}",
    ),
    "exp": Function(1, lambda x: (call("exp", x),), math.exp, np.exp, r"\exp"),
    "log": Function(1, lambda x: (div(ONE, x),), math.log, np.log, r"\ln", aliases=("ln",)),
    "log2": Function(1, _log_slope(2.0), math.log2, np.log2, r"\log_2"),
    "log10": Function(1, _log_slope(10.0), math.log10, np.log10, r"\log_{10}", aliases=("lg",)),
    "sqrt": Function(1, lambda x: (div(HALF, call("sqrt", x)),), math.sqrt, np.sqrt, r"\sqrt"),
    "cbrt": Function(
        1,
        lambda x: (div(ONE, mul(THREE, power(call("cbrt", x), TWO))),),
        numeric.cbrt,
        numeric.array_cbrt,
        r"\sqrt[3]",
    ),
    "abs": Function(1, lambda x: (call("sign", x),), math.fabs, numeric.array_abs),
    "sign": Function(
        1,
        lambda x: (ZERO,),
        numeric.sign,
        numeric.array_sign,
        r"\operatorname{sign}",
        aliases=("sgn",),
    ),
    "step": Function(
        1, lambda x: (ZERO,), numeric.step, numeric.array_step, r"\operatorname{step}"
    ),
    "relu": Function(
        1,
        lambda x: (call("step", x),),
        numeric.relu,
        numeric.array_relu,
        r"\operatorname{relu}",
    ),
    "sigmoid": Function(
        1,
        lambda x: (mul(call("sigmoid", x), call("sigmoid", neg(x))),),
        numeric.sigmoid,
        numeric.array_sigmoid,
        r"\sigma",
    ),
    "softplus": Function(
        1,
        lambda x: (call("sigmoid", x),),
        numeric.softplus,
        numeric.array_softplus,
        r"\operatorname{softplus}",
    ),
    "max": Function(-2, _tie(add), numeric.maximum, np.maximum, r"\max"),
    "min": Function(-2, _tie(sub), numeric.minimum, np.minimum, r"\min"),
    "sec": _over("cos"),
    "csc": _over("sin"),
    "cot": _over("tan"),
}
