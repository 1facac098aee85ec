"""Exact derivatives, as trees."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from gdsim.engine.formula.build import ONE, ZERO, add, div, mul, neg, power, split, sub
from gdsim.engine.formula.table import FUNCTIONS, OPERATORS, call
from gdsim.engine.formula.tree import Node, num, postorder

__all__ = ["derivative"]

_LONGEST_ROW = 6


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
    """x·y with the (first few) factors of y in one row: x·u·v and not x·(u·v)."""
    factor, y = split(y)
    row: list[Node] = []
    while y.op == "mul" and x is not ONE and len(row) < _LONGEST_ROW:
        y, last = y.args
        row.append(last)
    product = mul(x, y)
    for part in reversed(row):
        product = mul(product, part)
    return mul(num(factor), product)


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
    """u/y, −x·v/y², and in general (u − (x/y)·v)/y, which squares no large number."""
    x, y = node.args
    if v is ZERO:
        return div(u, y)
    if u is ZERO:
        return neg(div(_product(x, v), power(y, num(2.0))))
    return div(sub(u, _product(v, node)), y)


def _power(node: Node, u: Node, v: Node) -> Node:
    """y·u·x^(y−1); ln(a)·v·a^y; and in general x^y·(v·ln x + y·u/x)."""
    x, y = node.args
    if v is ZERO:
        return _product(mul(y, u), power(x, sub(y, ONE)))
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
