"""Problems and lanes that the engine's tests have in common."""

from __future__ import annotations

from collections.abc import Sequence

from gdsim.engine.formula import parse
from gdsim.engine.lane import Lane, Order
from gdsim.engine.optimizers import make_optimizer
from gdsim.engine.problems.base import ExpressionProblem
from gdsim.engine.problems.regression import LinearRegression
from gdsim.engine.run import Run
from gdsim.engine.schedules import Constant
from gdsim.engine.simulate import simulate
from gdsim.engine.stopping import Stop

HIMMELBLAU = "(w^2 + b - 11)^2 + (w + b^2 - 7)^2"
ROSENBROCK = "(1 - w)^2 + 100*(b - w^2)^2"


def formula(text: str, reach: float = 5.0) -> ExpressionProblem:
    """A loss of w, or of w and b where b occurs, on the box [−reach, reach]."""
    names = ("w", "b") if "b" in text.replace("abs", "") else ("w",)
    box = tuple((-reach, reach) for _ in names)
    return ExpressionProblem("formula", names, parse(text, names), box=box)


def lane(
    optimizer: str = "gd",
    rate: float = 0.01,
    order: Order = "synchronous",
    coordinates: tuple[int, ...] = (),
    **hyper: object,
) -> Lane:
    """A lane with a constant learning rate."""
    return Lane(order, coordinates, make_optimizer(optimizer, hyper), Constant(rate))


def descend(problem: ExpressionProblem, start: Sequence[float], one: Lane, steps: int = 100) -> Run:
    """The run of a single lane, with no rule but the number of steps."""
    (run,) = simulate(problem, start, [one], stop=Stop(steps))
    return run


def article_0() -> LinearRegression:
    """x = 1, 2, 3, 4 and y = 3, 5, 7, 9 with the half mean of squares."""
    return LinearRegression([1, 2, 3, 4], [3, 5, 7, 9])
