"""Leaving out of a formula what is multiplied by zero."""

from __future__ import annotations

from gdsim.engine.formula import Node, num
from gdsim.engine.formula.table import OPERATORS, call
from gdsim.engine.formula.tree import fold


def without(tree: Node, zeros: frozenset[str]) -> Node:
    """``tree`` with the variables ``zeros`` set to 0, simplified as by the parser."""

    def rebuilt(node: Node, args: tuple[Node, ...]) -> Node:
        if node.op == "var":
            return num(0.0) if node.value in zeros else node
        if not args:
            return node
        return OPERATORS[node.op].build(*args) if node.op in OPERATORS else call(node.op, *args)

    return fold(tree, rebuilt) if zeros else tree
