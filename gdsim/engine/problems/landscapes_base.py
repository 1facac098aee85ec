"""What a built-in landscape consists of: a formula, and what there is to know about it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from gdsim.engine.formula import Node, parse, variables
from gdsim.engine.params import ParamSpec, check_values
from gdsim.engine.problems.base import Box, ExpressionProblem, Minimum, hessian_trees

__all__ = ["Landscape", "around"]


@dataclass(frozen=True, slots=True)
class Landscape:
    """A landscape to descend on.

    `formula` is J in the grammar of typed formulas, of the parameters `names` and of
    the coefficients `params`; all derivatives come from it. `minima` are its known
    minima inside `box` for every value of the coefficients, the lowest first (empty where J
    has none). From `start`, gradient descent with `learning_rate` does what the sentence
    `teaches` says. `source` is where the function comes from.
    """

    id: str
    title: str
    formula: str
    box: Box
    start: tuple[float, ...]
    learning_rate: float
    teaches: str
    source: str
    minima: tuple[Minimum, ...] = ()
    params: tuple[ParamSpec, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The parameters that descend: w, or w and b."""
        return ("w", "b")[: len(self.box)]

    @property
    def tree(self) -> Node:
        """The formula as a tree."""
        return parse(self.formula, (*self.names, *(spec.name for spec in self.params)))

    @property
    def quadratic(self) -> bool:
        """Whether the Hessian is the same everywhere."""
        return _constant_hessian(self.tree, self.names)

    def make(self, **params: object) -> ExpressionProblem:
        """The problem with these coefficients, and defaults for the others.

        Raises ScenarioError for a coefficient that is unknown or out of range.
        """
        values = check_values(self.params, params, "params")
        return ExpressionProblem(
            self.id,
            self.names,
            self.tree,
            {name: float(value) for name, value in values.items()},
            box=self.box,
            minima=self.minima,
            quadratic=self.quadratic,
        )


@lru_cache(maxsize=64)
def _constant_hessian(tree: Node, names: tuple[str, ...]) -> bool:
    return not set(names) & set(variables(*hessian_trees(tree, names)))


def around(radius: float, dimension: int = 2) -> Box:
    """The box [−radius, radius] in each parameter."""
    return ((-radius, radius),) * dimension
