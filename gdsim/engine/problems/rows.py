"""Models whose loss is a mean over data rows of one formula of parameters and row.

J(w, b) = mean over i of l(w, b; rowᵢ). The formula l is the only truth: its derivatives are derived
symbolically and averaged. For a few rows the mean is written out as one formula of plain floats;
many rows are one vectorised call per step.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, ClassVar

import numpy as np

from gdsim.engine.formula import ARRAY, Node, compile_function, var
from gdsim.engine.formula.build import add, div
from gdsim.engine.formula.tree import num
from gdsim.engine.problems.base import (
    Array,
    Box,
    Form,
    FormulaForm,
    Indices,
    Objective,
    Problem,
    is_whole,
)
from gdsim.engine.problems.scaling import Scaling, standardised
from gdsim.engine.substitute import substitute

#: Up to this many rows the loss is written out as one formula.
ROWS_WRITTEN_OUT = 8
#: Row values that are worked out at a time, so that they stay in the processor's cache.
_CACHED = 1 << 15

NAMES = ("w", "b")


@lru_cache(maxsize=64)
def written_out(row: Node, columns: tuple[str, ...], rows: int) -> Node:
    """The mean of ``row`` over rows whose columns are called x0, x1, …, summed in their order."""
    total = num(0.0)
    for i in range(rows):
        total = add(total, substitute(row, {name: var(f"{name}{i}") for name in columns}))
    return div(total, num(float(rows)))


@lru_cache(maxsize=64)
def _trees(row: Node, wanted: tuple[str, ...]) -> tuple[Node, ...]:
    form = FormulaForm(NAMES, tree=row)
    return tuple(form.tree_of(name) for name in wanted)


@dataclass(frozen=True)
class RowsForm(Form):
    """A loss that is asked for by calling ``evaluate(wanted, θ…, batch number…)``."""

    # Each call goes through NumPy.
    effort: ClassVar[int] = 4096

    def lines(self, wanted: Sequence[str], prefix: str) -> list[str]:
        inputs = ", ".join((*self.names, *self.per_step))
        return [f"({', '.join(wanted)},) = evaluate({tuple(wanted)!r}, {inputs})"]


class RowsProblem(Problem):
    """A model ŷ(x; w, b) on data x, y of shape (m,), read-only.

    ``row`` is the loss of one row in w, b and the names of ``columns``, ``prediction`` is ŷ in w,
    b and x. With ``standardise`` the problem is posed in x′: ``x`` holds x′, ``scaling`` says how.
    """

    def __init__(
        self, id: str, x: Array, y: Array, loss: str, standardise: bool, *,
        prediction: Node, row: Node, columns: Callable[[Array, Array], Mapping[str, Array]],
    ) -> None:  # fmt: skip
        self.id, self.names, self.loss = id, NAMES, loss
        self.scaling: Scaling | None = None
        self.x, self.y = np.array(x, dtype=float), np.array(y, dtype=float)
        if standardise:
            self.x, self.scaling = standardised(self.x)
        self.x.setflags(write=False)
        self.y.setflags(write=False)
        self.rows = len(self.x)
        self.row, self.prediction = row, prediction
        self._columns = dict(columns(self.x, self.y))

    @property
    def visited(self) -> int:
        return self.rows

    def predict(self, theta: Array, x: Array) -> Array:
        """ŷ for one θ of shape (2,) at x of shape (n,), in the units of the problem's own x."""
        function = compile_function((*NAMES, "x"), (self.prediction,), ARRAY)
        with np.errstate(all="ignore"):
            return np.asarray(function(np.float64(theta[0]), np.float64(theta[1]), x))

    def residuals(self, theta: Array) -> Array:
        """ŷ − y of all rows for one θ, shape (m,)."""
        return np.asarray(self.predict(theta, self.x) - self.y)

    def subset(self, rows: Indices | None) -> RowsProblem:
        if rows is None:
            return self
        part = type(self)(self.x[rows], self.y[rows], self.loss)  # type: ignore[call-arg, arg-type]
        part.scaling = self.scaling
        return part

    def value(self, theta: Array) -> Array:
        return self._means(("loss",), theta)[..., 0]

    def gradient(self, theta: Array) -> Array:
        return self._means(("g0", "g1"), theta)

    def hessian(self, theta: Array) -> Array:
        parts = self._means(("h0_0", "h0_1", "h1_0", "h1_1"), theta)
        return parts.reshape(*parts.shape[:-1], 2, 2)

    def _means(self, wanted: tuple[str, ...], theta: Array) -> Array:
        """Means over all rows at θ (..., 2), shape (..., number wanted)."""
        theta = np.asarray(theta, dtype=float)
        points = theta.reshape(-1, 2)
        result = np.empty((len(points), len(wanted)))
        size = max(1, _CACHED // self.rows)
        with np.errstate(all="ignore"):
            for first in range(0, len(points), size):
                w, b = points[first : first + size].T
                means = _row_means(self.row, self._columns, wanted, w[:, None], b[:, None])
                for i, mean in enumerate(means):
                    result[first : first + size, i] = mean
        return result.reshape(*theta.shape[:-1], len(wanted))

    def objective(self, batch: Indices | None, steps: int, whole: bool | None = None) -> Objective:
        columns = self._columns
        if batch is not None:
            columns = {name: column[batch] for name, column in columns.items()}
        whole = is_whole(batch, whole)
        count = self.rows if batch is None else batch.shape[1]
        if count <= ROWS_WRITTEN_OUT and whole:
            return self._written_out(columns, count, per_step=batch is not None)
        if batch is None:
            return Objective(RowsForm(NAMES, ("evaluate",)), (_caller(self.row, columns),))
        evaluate = _batch_caller(self.row, columns, (batch >= 0).sum(axis=1))
        form = RowsForm(NAMES, ("evaluate",), ("batch_number",))
        return Objective(form, (evaluate,), (np.arange(steps, dtype=float),))

    def _written_out(
        self, columns: Mapping[str, Array], count: int, *, per_step: bool
    ) -> Objective:
        tree = written_out(self.row, tuple(columns), count)
        split = {f"{n}{i}": c[..., i] for n, c in columns.items() for i in range(count)}
        if per_step:
            form = FormulaForm(NAMES, per_step=tuple(split), tree=tree)
            return Objective(form, per_step=tuple(split.values()))
        form = FormulaForm(NAMES, tuple(split), tree=tree)
        return Objective(form, tuple(float(number) for number in split.values()))


def _row_means(
    row: Node, columns: Mapping[str, Array], wanted: tuple[str, ...], w: Any, b: Any
) -> list[Any]:
    """Mean over the last axis of each wanted quantity; w and b broadcast against the columns."""
    function = compile_function((*NAMES, *columns), _trees(row, wanted), ARRAY)
    rows = next(iter(columns.values())).shape[-1]
    sums: list[Any] = [0.0] * len(wanted)
    for first in range(0, rows, _CACHED):
        part = [column[first : first + _CACHED] for column in columns.values()]
        results = function(w, b, *part)
        shape = part[0].shape if np.ndim(w) == 0 else np.broadcast_shapes(w.shape, part[0].shape)
        for i, result in enumerate(results if len(wanted) > 1 else (results,)):
            # Broadcasting takes longer than the sum of a few rows.
            full = result if np.shape(result) == shape else np.broadcast_to(result, shape)
            sums[i] = sums[i] + np.add.reduce(full, axis=-1)
    return [total / rows for total in sums]


def _caller(row: Node, columns: Mapping[str, Array]) -> Callable[..., Sequence[Any]]:
    """``evaluate`` of a `RowsForm` on all rows, for numbers w, b or arrays of many starts."""

    def evaluate(wanted: tuple[str, ...], w: Any, b: Any) -> Sequence[Any]:
        if isinstance(w, np.ndarray):
            return _row_means(row, columns, wanted, w[..., None], b[..., None])
        return [float(m) for m in _row_means(row, columns, wanted, np.float64(w), np.float64(b))]

    return evaluate


def _batch_caller(
    row: Node, columns: Mapping[str, Array], counts: Indices
) -> Callable[..., Sequence[Any]]:
    """The same on the rows of batch k; ``columns`` (steps, size) are filled up to ``counts``."""

    def evaluate(wanted: tuple[str, ...], w: Any, b: Any, number: float) -> Sequence[Any]:
        k = int(number)
        part = {name: column[k, : counts[k]] for name, column in columns.items()}
        return _caller(row, part)(wanted, w, b)

    return evaluate


def view_box(x: Array, best: tuple[float, ...] | None) -> Box:
    """A view of (w, b) that holds (0, 0) and ``best``, or else steep slopes either way.

    Without ``best``: |w| up to 8 over the deviation of x, and b as far as such a slope carries
    the place where ŷ turns.
    """
    if best is not None:
        w_reach, b_reach = (max(1.5, 1.6 * abs(centre)) for centre in best)
        return (best[0] - w_reach, best[0] + w_reach), (best[1] - b_reach, best[1] + b_reach)
    deviation = float(x.std()) or 1.0
    w_reach = 8.0 / deviation
    b_reach = max(8.0, w_reach * abs(float(x.mean())))
    return (-w_reach, w_reach), (-b_reach, b_reach)
