"""Constructors that simplify lightly while a tree is built.

They change no value of the function where it is finite, except that
0·x and 0/x are 0, x/x is 1 and x − x is 0 for every x, and that products are
regrouped around their numeric factor, which moves the last bit at most.
A numeric factor stands outermost, 6·(w·b), so that every rule looks at one
or two levels only and costs the same in a formula of any size.

Each constructor leaves a tree that it would build again from the same
arguments; that is what makes parse(to_text(tree)) give the same tree.
"""

from __future__ import annotations

import math
from fractions import Fraction
from typing import cast

from gdsim.engine.formula.tree import Node, num

__all__ = ["ONE", "ZERO", "add", "div", "mul", "neg", "number", "power", "split", "sub"]

ZERO = num(0.0)
ONE = num(1.0)
_SMALLEST_NORMAL = 2.2250738585072014e-308


def number(node: Node) -> float | None:
    """The value of a numeric node, None for any other."""
    return cast(float, node.value) if node.op == "num" else None


def split(node: Node) -> tuple[float, Node]:
    """(c, x) with node = c·x; c = 1 where there is no numeric factor."""
    if node.op == "num":
        return cast(float, node.value), ONE
    if node.op == "neg":
        return -1.0, node.args[0]
    if node.op == "mul" and node.args[0].op == "num":
        return cast(float, node.args[0].value), node.args[1]
    return 1.0, node


def _usable(value: float) -> bool:
    """Whether a folded number kept its precision: neither overflow nor underflow."""
    return _SMALLEST_NORMAL <= abs(value) < math.inf


def _scaled(factor: float, node: Node) -> Node:
    """factor·node for a node that has no numeric factor itself."""
    if node is ONE:
        return num(factor)
    if factor == 1.0:
        return node
    if factor == -1.0:
        return sub(node.args[1], node.args[0]) if node.op == "sub" else Node("neg", (node,))
    return Node("mul", (num(factor), node))


def _exact_sum(a: float, b: float) -> float | None:
    """a + b if no bit is lost, else None."""
    total = a + b
    if not math.isfinite(total) or Fraction(a) + Fraction(b) != Fraction(total):
        return None
    return total


def _negative(node: Node) -> bool:
    """Whether the node is written with a leading minus that can be taken off."""
    if node.op == "div":
        node = node.args[0]
    return split(node)[0] < 0.0


def neg(x: Node) -> Node:
    """−x"""
    if x.op == "div" and (split(x.args[0])[0] != 1.0 or x.args[0].op in ("sub", "num")):
        return Node("div", (neg(x.args[0]), x.args[1]))
    factor, rest = split(x)
    return _scaled(-factor, rest)


def add(x: Node, y: Node) -> Node:
    """x + y"""
    if x is ZERO or y is ZERO:
        return x if y is ZERO else y
    if x.op == y.op == "num":
        return _folded("add", x, y, cast(float, x.value) + cast(float, y.value))
    if _negative(y):
        return sub(x, neg(y))
    return _like_terms(x, y, 1.0) or _trailing(x, y, 1.0) or Node("add", (x, y))


def sub(x: Node, y: Node) -> Node:
    """x − y"""
    if y is ZERO:
        return x
    if x is ZERO:
        return neg(y)
    if x.op == y.op == "num":
        return _folded("sub", x, y, cast(float, x.value) - cast(float, y.value))
    if _negative(y):
        return add(x, neg(y))
    return _like_terms(x, y, -1.0) or _trailing(x, y, -1.0) or Node("sub", (x, y))


def _folded(op: str, x: Node, y: Node, value: float) -> Node:
    """The number `value`, or the operation itself where that is not finite."""
    return num(value) if math.isfinite(value) else Node(op, (x, y))


def _like_terms(x: Node, y: Node, sign: float) -> Node | None:
    """a·u ± b·u → (a ± b)·u"""
    a, u = split(x)
    b, v = split(y)
    if u is not v or u is ONE:
        return None
    total = _exact_sum(a, sign * b)
    if total is None:
        return None
    return mul(num(total), u)


def _trailing(x: Node, y: Node, sign: float) -> Node | None:
    """(u ± a) ± b → u + (±a ± b), if no bit is lost"""
    b = number(y)
    if b is None or x.op not in ("add", "sub"):
        return None
    a = number(x.args[1])
    if a is None:
        return None
    total = _exact_sum(a if x.op == "add" else -a, sign * b)
    return None if total is None else add(x.args[0], num(total))


def mul(x: Node, y: Node) -> Node:
    """x·y"""
    if x is ZERO or y is ZERO:
        return ZERO
    a, u = split(x)
    b, v = split(y)
    factor = a * b
    if u is v is ONE:
        return _folded("mul", x, y, factor)
    if not _usable(factor):
        return Node("mul", (x, y))
    if u is ONE or v is ONE:
        return _times(factor, v if u is ONE else u)
    if number_over(v) or number_over(u):
        top, under = (u, v) if number_over(v) else (v, u)
        return div(mul(num(factor), mul(under.args[0], top)), under.args[1])
    return _scaled(factor, _product(u, v))


def number_over(node: Node) -> bool:
    """Whether the node is number/something."""
    return node.op == "div" and node.args[0].op == "num"


def _times(factor: float, node: Node) -> Node:
    """factor·node, moved into the numerator of a fraction."""
    if node.op == "div" and node.args[0].op != "div" and factor != 1.0:
        inner = split(node.args[0])[0]
        if _usable(inner * factor):
            return div(mul(num(factor), node.args[0]), node.args[1])
    return _scaled(factor, node)


def _product(u: Node, v: Node) -> Node:
    """u·v of two nodes without numeric factors; equal ones become a square or cube."""
    if u is v:
        return power(u, num(2.0))
    if u.op == "pow" and u.args[0] is v and number(u.args[1]) == 2.0:
        return Node("pow", (v, num(3.0)))
    return Node("mul", (u, v))


def div(x: Node, y: Node) -> Node:
    """x / y"""
    if y is ONE:
        return x
    if x is ZERO and y is not ZERO:
        return ZERO
    if x is y and y is not ZERO:
        return ONE
    a, b = number(x), number(y)
    if a is not None and b:
        return _folded("div", x, y, a / b)
    return _signs(x, y) or _reduced(x, y) or Node("div", (x, y))


def _signs(x: Node, y: Node) -> Node | None:
    """−u/v → −(u/v) and u/−v → −(u/v): the minus stands outside, or at a number."""
    if x.op == "neg":
        return neg(div(x.args[0], y))
    if _negative(y) and y.op != "div":
        return div(neg(x), neg(y))
    return None


def _reduced(x: Node, y: Node) -> Node | None:
    """a·u / b → (a/b)·u if no bit is lost, and u / (b·u) → 1/b"""
    a, u = split(x)
    b, v = split(y)
    if u is v and u is not ONE and _usable(a / b):
        return num(a / b)
    if v is not ONE or a == 1.0 or b == 0.0:
        return None
    if not _usable(a / b) or Fraction(a) / Fraction(b) != Fraction(a / b):
        return None
    return mul(num(a / b), u)


def power(x: Node, y: Node) -> Node:
    """x^y; e^y becomes exp(y)"""
    a, b = number(x), number(y)
    if b == 0.0 or a == 1.0:
        return ONE
    if b == 1.0:
        return x
    if a is not None and b is not None:
        return _constant_power(x, y, a, b)
    if a == math.e:
        return Node("exp", (y,))
    if b is not None and x.op == "neg" and b % 2.0 == 0.0:
        return power(x.args[0], y)
    return Node("pow", (x, y))


def _constant_power(x: Node, y: Node, a: float, b: float) -> Node:
    """a^b as a number, or unfolded where it is not a finite real number."""
    try:
        value = math.pow(a, b)
    except (OverflowError, ValueError):
        return Node("pow", (x, y))
    return num(value) if math.isfinite(value) else Node("pow", (x, y))
