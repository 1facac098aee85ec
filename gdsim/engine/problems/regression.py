"""Linear regression ŷ = w·x + b with squared loss.

With residuals e = w·x + b − y over m rows, ``mse`` is J = mean(e²) and ``half-mse`` J = mean(e²)/2
(lessons.md, section 2). A few rows are written out in the formula, so that every figure agrees with
a calculation by hand to the last digit. More rows enter through their sufficient statistics, so
that a step costs the same for ten rows and for a million.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from gdsim.engine.formula import Node, parse
from gdsim.engine.problems.base import (
    Array,
    Box,
    ExpressionProblem,
    FormulaForm,
    Indices,
    Objective,
    is_whole,
)
from gdsim.engine.problems.scaling import Scaling, standardised

SquaredLoss = Literal["mse", "half-mse"]

#: Up to this many rows the residuals themselves are written into the formula.
ROWS_WRITTEN_OUT = 8
#: Values that are worked out at a time where there are many.
_CACHED = 1 << 15
NAMES = ("w", "b")


@lru_cache(maxsize=64)
def rows_tree(rows: int, loss: SquaredLoss) -> Node:
    """mean(e²) (or its half) of ``rows`` rows x0, y0, x1, y1, …, summed in their order."""
    squares = " + ".join(f"(w*x{i} + b - y{i})^2" for i in range(rows))
    names = {f"{axis}{i}" for axis in "xy" for i in range(rows)}
    divisor = rows if loss == "mse" else 2 * rows
    return parse(f"({squares})/{divisor}", {*NAMES, *names})


@lru_cache(maxsize=2)
def moments_tree(loss: SquaredLoss) -> Node:
    """The same loss from means, variance of x, the slope of the best line and what it leaves.

    mean(e²) = (w·x̄ + b − ȳ)² + var(x)·(w − ŵ)² + rest, with ŵ = cov(x, y)/var(x). Written with
    squares only, so that nothing cancels near the minimum.
    """
    square = "(w*x_mean + b - y_mean)^2 + x_var*(w - slope)^2 + rest"
    names = {*NAMES, "x_mean", "y_mean", "x_var", "slope", "rest"}
    return parse(square if loss == "mse" else f"({square})/2", names)


def moments(x: Array, y: Array, mask: NDArray[np.bool_] | None = None) -> dict[str, Array]:
    """The coefficients of `moments_tree` along the last axis; ``mask`` marks rows that count."""
    weight = 1.0 if mask is None else mask.astype(float)
    n = x.shape[-1] if mask is None else mask.sum(axis=-1)
    x_mean = (weight * x).sum(axis=-1) / n
    y_mean = (weight * y).sum(axis=-1) / n
    dx = (x - x_mean[..., None]) * weight
    dy = (y - y_mean[..., None]) * weight
    x_var = (dx * dx).sum(axis=-1) / n
    slope = np.divide((dx * dy).sum(axis=-1) / n, x_var, out=np.zeros_like(x_var), where=x_var > 0)
    left = dy - slope[..., None] * dx
    rest = (left * left).sum(axis=-1) / n
    return {"x_mean": x_mean, "y_mean": y_mean, "x_var": x_var, "slope": slope, "rest": rest}


def batch_moments(x: Array, y: Array, batch: Indices) -> dict[str, Array]:
    """`moments` of each step's rows, shape (steps,), for ``batch`` (steps, size) with −1 for none.

    Some steps at a time, so that what is in between stays in the processor's cache.
    """
    together = max(1, _CACHED // batch.shape[1])
    parts = []
    for first in range(0, len(batch), together):
        rows = batch[first : first + together]
        parts.append(moments(x[rows], y[rows], rows >= 0))
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}


class LinearRegression(ExpressionProblem):
    """J(w, b) of the line ŷ = w·x + b on data x, y of shape (m,).

    The data are used as given, unless ``standardise`` is set: then the problem is posed in
    x′ = (x − mean)/deviation, ``x`` holds x′ and ``scaling`` says how it came about.
    """

    def __init__(
        self, x: Array, y: Array, loss: SquaredLoss = "half-mse", *, standardise: bool = False
    ) -> None:
        self.scaling: Scaling | None = None
        self.x = np.array(x, dtype=float)
        if standardise:
            self.x, self.scaling = standardised(self.x)
        self.y = np.array(y, dtype=float)
        self.x.setflags(write=False)
        self.y.setflags(write=False)
        self.loss = loss
        self._moments = moments(self.x, self.y)
        tree, coefficients = self._formula(None)
        super().__init__(
            "linear-regression",
            NAMES,
            tree,
            {name: float(number) for name, number in coefficients.items()},
            box=((0.0, 1.0), (0.0, 1.0)),
            quadratic=True,
        )
        self.rows = len(self.x)
        line = self._moments
        best = (float(line["slope"]), float(line["y_mean"] - line["slope"] * line["x_mean"]))
        if line["x_var"] > 0:
            self.minima = ((best, float(self.value(np.array(best)))),)
        self.box = _box_around(best)

    def subset(self, rows: Indices | None) -> LinearRegression:
        if rows is None:
            return self
        part = LinearRegression(self.x[rows], self.y[rows], self.loss)
        part.scaling = self.scaling
        return part

    def predict(self, theta: Array, x: Array) -> Array:
        """ŷ = w·x + b for one θ of shape (2,) at x of shape (n,)."""
        return np.asarray(theta[0] * x + theta[1])

    def residuals(self, theta: Array) -> Array:
        """e = w·x + b − y of all rows for one θ, shape (m,)."""
        return np.asarray(self.predict(theta, self.x) - self.y)

    def _formula(
        self, batch: Indices | None, whole: bool | None = None
    ) -> tuple[Node, Mapping[str, Array]]:
        """The loss of all rows, or of the rows of each step, with its coefficients."""
        count = len(self.x) if batch is None else batch.shape[1]
        if count <= ROWS_WRITTEN_OUT and is_whole(batch, whole):
            x = self.x if batch is None else self.x[batch]
            y = self.y if batch is None else self.y[batch]
            columns = {f"x{i}": x[..., i] for i in range(count)}
            columns |= {f"y{i}": y[..., i] for i in range(count)}
            return rows_tree(count, self.loss), columns
        found = self._moments if batch is None else batch_moments(self.x, self.y, batch)
        return moments_tree(self.loss), found

    def objective(self, batch: Indices | None, steps: int, whole: bool | None = None) -> Objective:
        if batch is None:
            return super().objective(batch, steps)
        tree, coefficients = self._formula(batch, whole)
        form = FormulaForm(self.names, per_step=tuple(coefficients), tree=tree)
        return Objective(form, per_step=tuple(coefficients.values()))


def _box_around(best: tuple[float, float]) -> Box:
    """A view that holds the usual start (0, 0) and the minimum with room around them."""
    sides = []
    for centre in best:
        reach = max(1.5, 1.6 * abs(centre))
        sides.append((centre - reach, centre + reach))
    return (sides[0], sides[1])
