"""Exact derivatives, as trees."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from gdsim.engine.formula.build import ONE, ZERO, add, div, mul, neg, number, power, sub
from gdsim.engine.formula.table import FUNCTIONS, OPERATORS, call
from gdsim.engine.formula.tree import Node, num, postorder

__all__ = ["derivative"]


@lru_cache(maxsize=1024)
def derivative(node: Node, name: str) -> Node:
    """∂node/∂name by the rules of calculus, lightly simplified.

    Conventions at kinks are those of `table`; a variable that does not occur
    gives the number 0.
    """
    slopes: dict[Node, Node] = {}
    for part in postorder(node):
        inner = tuple(slopes[arg] for arg in part.args)
        slopes[part] = _slope(part, inner, name)
    return slopes[node]


def _slope(node: Node, inner: tuple[Node, ...], name: str) -> Node:
    """Derivative of one node, from the derivatives of its arguments."""
    if node.op == "var":
        return ONE if node.value == name else ZERO
    if all(slope is ZERO for slope in inner):
        return ZERO
    if node.op in OPERATORS:
        return _RULES[node.op](node, *inner)
    function = FUNCTIONS[node.op]
    assert function.slope is not None
    total = ZERO
    for outer, slope in zip(function.slope(*node.args), inner, strict=True):
        total = add(total, _product(slope, outer))
    return total


def _product(x: Node, y: Node) -> Node:
    """x·y with the factors of y in one row, u·v·w and not u·(v·w)."""
    if x is ONE or y is ONE or y.op != "mul" or y.args[0].op == "num":
        return mul(x, y)
    return mul(mul(x, y.args[0]), y.args[1])


def _sum(node: Node, u: Node, v: Node) -> Node:
    return add(u, v)


def _difference(node: Node, u: Node, v: Node) -> Node:
    return sub(u, v)


def _negative(node: Node, u: Node) -> Node:
    return neg(u)


def _times(node: Node, u: Node, v: Node) -> Node:
    x, y = node.args
    return add(_product(u, y), _product(x, v))


def _quotient(node: Node, u: Node, v: Node) -> Node:
    """(u − (x/y)·v)/y shares x/y with the value and squares no large number.

    1/w is given the textbook's −1/w², as y is then no exponential.
    """
    x, y = node.args
    if v is ZERO:
        return div(u, y)
    if u is ZERO and y.op in ("var", "pow", "add", "sub") and _algebraic(y):
        return neg(div(_product(x, v), power(y, num(2.0))))
    return div(sub(u, _product(v, node)), y)


def _algebraic(node: Node) -> bool:
    return all(part.op in OPERATORS or not part.args for part in postorder(node))


def _power(node: Node, u: Node, v: Node) -> Node:
    """n·u·x^(n−1); ln(a)·v·a^y; and in general x^y·(v·ln x + y·u/x)."""
    x, y = node.args
    exponent = number(y)
    if exponent is not None:
        return _product(mul(y, u), power(x, num(exponent - 1.0)))
    if u is ZERO:
        return _product(mul(call("log", x), v), node)
    return mul(node, add(mul(v, call("log", x)), div(_product(y, u), x)))


_RULES: dict[str, Callable[..., Node]] = {
    "add": _sum,
    "sub": _difference,
    "neg": _negative,
    "mul": _times,
    "div": _quotient,
    "pow": _power,
}
