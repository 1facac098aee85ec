"""Putting formulas in the place of a formula's variables."""

from __future__ import annotations

from collections.abc import Mapping

from gdsim.engine.formula import Node, num
from gdsim.engine.formula.table import OPERATORS, call
from gdsim.engine.formula.tree import fold


def substitute(tree: Node, values: Mapping[str, Node]) -> Node:
    """``tree`` with each variable in ``values`` replaced, simplified as by the parser."""

    def rebuilt(node: Node, args: tuple[Node, ...]) -> Node:
        if node.op == "var":
            return values.get(str(node.value), node)
        if not args:
            return node
        return OPERATORS[node.op].build(*args) if node.op in OPERATORS else call(node.op, *args)

    return fold(tree, rebuilt) if values else tree


def without(tree: Node, zeros: frozenset[str]) -> Node:
    """``tree`` with the variables ``zeros`` set to 0."""
    return substitute(tree, {name: num(0.0) for name in zeros})
