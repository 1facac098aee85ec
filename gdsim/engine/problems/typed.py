"""A loss that a person typed: a formula of w, or of w and b."""

from __future__ import annotations

from gdsim.engine.formula import Node, parse
from gdsim.engine.problems.base import Box, ExpressionProblem, hessian_trees

#: The parameters of a typed formula, as many as its box has sides.
NAMES = ("w", "b")


def parse_loss(text: str, dimension: int) -> Node:
    """The tree of a typed loss over the first ``dimension`` (1 or 2) of `NAMES`.

    Raises `FormulaError` with the position of what cannot be read.
    """
    return parse(text, NAMES[:dimension])


def make_formula(text: str, box: Box) -> ExpressionProblem:
    """The problem J = ``text`` over one parameter for each side of ``box``.

    Raises `FormulaError` where the text cannot be read.
    """
    names = NAMES[: len(box)]
    tree = parse_loss(text, len(box))
    curvature = hessian_trees(tree, names)
    quadratic = all(second.op == "num" for second in curvature)
    return ExpressionProblem("formula", names, tree, box=box, quadratic=quadratic)
