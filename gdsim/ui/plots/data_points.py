"""The data of a problem as they are shown: in their own units, thinned where there are many."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gdsim.engine.problems import LinearRegression, LogisticRegression, Problem
from gdsim.engine.problems.rows import RowsProblem
from gdsim.ui.plots.paths import clip_segments

Array = NDArray[np.float64]
Rows = NDArray[np.intp]

#: Points that are drawn at most, and points up to which they can be moved by hand.
MOST_DRAWN = 1000
MOST_EDITED = 2000
#: Points up to which every residual is drawn as a square, and as a line.
MOST_SQUARES = 60
MOST_LINES = 300
#: Samples of a curved fit.
_SAMPLES = 121

DataProblem = LinearRegression | RowsProblem


@dataclass(frozen=True, eq=False)
class Points:
    """x, y of shape (m,) in the units of the data; ``drawn`` are the rows that are drawn."""

    problem: DataProblem
    x: Array
    y: Array
    drawn: Rows

    @property
    def classes(self) -> bool:
        """Whether y may only be 0 or 1."""
        return isinstance(self.problem, LogisticRegression)

    @property
    def squared(self) -> bool:
        """Whether the loss adds up squares of residuals."""
        return self.problem.loss in ("mse", "half-mse")

    @property
    def straight(self) -> bool:
        """Whether the fit is a line."""
        return isinstance(self.problem, LinearRegression)

    @property
    def editable(self) -> bool:
        """Whether there are few enough points to be moved by hand."""
        return len(self.x) <= MOST_EDITED

    def predict(self, theta: Array, x: Array) -> Array:
        """ŷ at x in the units of the data."""
        scaling = self.problem.scaling
        with np.errstate(all="ignore"):
            return self.problem.predict(theta, x if scaling is None else scaling.apply(x))

    def fit(self, theta: Array, low: Array, high: Array) -> Array:
        """The fitted line or curve over the range ``low`` … ``high``, shape (n, 2)."""
        if not np.isfinite(theta).all():
            return np.empty((0, 2))
        if not self.straight:
            x = np.linspace(low[0], high[0], _SAMPLES)
            return np.column_stack((x, self.predict(theta, x)))
        ends = np.column_stack((x := np.array([low[0], high[0]]), self.predict(theta, x)))
        # Cut off just outside of the picture: huge coordinates slow the painter down.
        middle, half = (low + high) / 2, 0.6 * (high - low)
        flat = (ends - middle) / half
        enter, leave = clip_segments(flat[:1], flat[1:])
        if enter[0] >= leave[0]:
            return np.empty((0, 2))
        shares = np.array([enter, leave])
        return np.asarray(middle + half * (flat[0] + shares * (flat[1] - flat[0])))

    def threshold(self, theta: Array) -> float | None:
        """Where a classifier's ŷ is ½."""
        if self.straight or theta[0] == 0 or not np.isfinite(theta).all():
            return None
        scaling, place = self.problem.scaling, float(-theta[1] / theta[0])
        return place if scaling is None else place * scaling.deviation + scaling.mean

    def reach(self, theta: Array) -> tuple[Array, Array]:
        """The range that shows all points, and the line of ``theta`` where it is near them."""
        low = np.array([self.x.min(), self.y.min()])
        high = np.array([self.x.max(), self.y.max()])
        if not self.straight:
            low[1], high[1] = min(low[1], 0.0), max(high[1], 1.0)
        else:
            ends, room = self.predict(theta, np.array([low[0], high[0]])), high[1] - low[1]
            near = ends[(ends >= low[1] - room) & (ends <= high[1] + room)]
            low[1], high[1] = near.min(initial=low[1]), near.max(initial=high[1])
        span = np.where(high > low, high - low, np.maximum(np.abs(high), 1.0))
        return low - 0.12 * span, high + 0.12 * span


def data_points(problem: Problem) -> Points | None:
    """The data of ``problem``; ``None`` where it has none."""
    if not isinstance(problem, LinearRegression | RowsProblem):
        return None
    x, scaling = problem.x, problem.scaling
    if scaling is not None:
        # Rounded where the way there and back again leaves its traces.
        x = np.array([float(f"{v:.14g}") for v in x * scaling.deviation + scaling.mean])
    count = len(x)
    if count > MOST_DRAWN:
        # Every so many rows, always the same: a sample that flickered would look like news.
        drawn = np.linspace(0, count - 1, MOST_DRAWN).astype(np.intp)
    else:
        drawn = np.arange(count)
    return Points(problem, x, problem.y, drawn)
