"""What `simulate` records: the whole path of each lane, read-only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from gdsim.engine.lane import Lane
from gdsim.engine.problems.base import Problem

Array = NDArray[np.float64]


class Outcome(StrEnum):
    """How a run ended."""

    CONVERGED = "converged"
    STEP_LIMIT = "step-limit"
    DIVERGED = "diverged"
    NON_FINITE = "non-finite"


@dataclass(frozen=True, slots=True)
class Ending:
    """Outcome of a run, the rule that ended it and the number that the rule looked at.

    ``rule`` is ``max_steps``, ``gradient_norm``, ``parameter_change``, ``loss_change``,
    ``parameter_bound``, ``loss_bound`` or ``finite``; ``value`` is the measured quantity and
    ``limit`` what it was held against.
    """

    outcome: Outcome
    rule: str
    value: float
    limit: float


@dataclass(frozen=True)
class Run:
    """The recorded path of one lane over T steps of d parameters. All arrays are read-only.

    ``theta`` (T+1, d) and ``loss`` (T+1,) and ``grad`` (T+1, d): the point after k steps, and the
    full-data loss and gradient there. ``used`` (T, d): the partial derivatives that step k used
    (of its batch; in a sequential lane taken at points already moved). ``delta`` (T, d): what
    step k added. ``learning_rate`` (T,). ``state``: optimizer state by name, each (T+1, d).
    ``batch`` (T, rows) row indices or ``None`` where each step uses all rows. ``unfinished``: these
    are only the first steps of a run that is still being made, and its ``ending`` is that of a run
    with such a limit.
    """

    lane: Lane
    problem: Problem
    theta: Array
    loss: Array
    grad: Array
    used: Array
    delta: Array
    learning_rate: Array
    state: Mapping[str, Array]
    batch: NDArray[np.intp] | None
    steps_per_epoch: int
    ending: Ending
    unfinished: bool = False

    @property
    def steps(self) -> int:
        """Number of steps T that were made."""
        return len(self.theta) - 1

    def points(self, step: int) -> Array:
        """Where step ``step`` took each partial derivative: row i is the point for coordinate i.

        Shape (d, d). In a synchronous lane every row is θ of the step; in a sequential lane the
        coordinates moved earlier in the same step already have their new values.
        """
        points = np.tile(self.theta[step], (self.theta.shape[1], 1))
        if self.lane.order == "sequential":
            moved: list[int] = []
            for coordinate in self.lane.visits(self.theta.shape[1]):
                points[coordinate, moved] = self.theta[step + 1, moved]
                moved.append(coordinate)
        return points

    def elbows(self, step: int) -> Array:
        """The path inside a step: start, the point after each substep, end.

        Shape (d+1, d) for a sequential lane, (2, d) for a synchronous one.
        """
        corners = [self.theta[step].copy()]
        if self.lane.order == "sequential":
            for coordinate in self.lane.visits(self.theta.shape[1]):
                corner = corners[-1].copy()
                corner[coordinate] = self.theta[step + 1, coordinate]
                corners.append(corner)
        else:
            corners.append(self.theta[step + 1].copy())
        return np.array(corners)

    def rows(self, step: int) -> NDArray[np.intp] | None:
        """Indices of the data rows that step ``step`` used, or ``None`` for all of them."""
        if self.batch is None:
            return None
        row = self.batch[step]
        return np.asarray(row[row >= 0])

    def trials(self, step: int) -> Array:
        """The points that a line search tried in step ``step``, the accepted one last.

        Shape (trials, d); no points for other optimizers. Where all trials were refused, the
        step went nowhere and the last point is one of the refused.
        """
        if "trials" not in self.state:
            return np.empty((0, self.theta.shape[1]))
        rates = np.full(int(self.state["trials"][step + 1, 0]), self.learning_rate[step])
        rates[1:] = self.lane.optimizer.hyper["shrink"]
        rates = np.multiply.accumulate(rates)
        with np.errstate(all="ignore"):
            return np.asarray(self.theta[step] - rates[:, None] * self.used[step])

    def gradients(self) -> Array:
        """Gradients of single rows computed before each of the T+1 points, shape (T+1,).

        A step on a batch computes one for each of its rows; without data a step is one gradient.
        """
        if self.batch is None:
            return np.arange(self.steps + 1, dtype=float) * max(self.problem.rows, 1)
        each = np.count_nonzero(self.batch >= 0, axis=1)
        return np.concatenate(([0.0], np.cumsum(each, dtype=float)))

    def epoch(self, step: int) -> float:
        """Passes over the data made after ``step`` steps (dimensionless, may be fractional)."""
        return step / self.steps_per_epoch
