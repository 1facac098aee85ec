"""Logistic regression: the probability of class 1 is σ(w·x + b), with cross-entropy loss.

J(w, b) = −mean(y·ln ŷ + (1 − y)·ln(1 − ŷ)) for y in {0, 1} (Cox, J. R. Stat. Soc. B 20 (1958)
215–242). It is written as softplus(∓(w·x + b)), which neither overflows nor cancels. The loss is
convex; where a threshold parts the classes, it falls for ever and has no minimum.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

import numpy as np

from gdsim.engine.errors import ScenarioError
from gdsim.engine.formula import parse
from gdsim.engine.problems.base import Array, Box, Minimum
from gdsim.engine.problems.rows import RowsProblem, view_box
from gdsim.engine.text import N_

LOSSES = (("cross-entropy", N_("Cross-entropy")),)

_ROW = "softplus(side*(w*x + b))"
_NEWTON_STEPS = 50
#: After a relative step as small as this, the next would be below the last digit.
_CLOSE = 1e-9


class LogisticRegression(RowsProblem):
    """J(w, b) of ŷ = σ(w·x + b) on x, y of shape (m,), y being 0 or 1.

    Raises `ScenarioError` for other y or an unknown loss.
    """

    def __init__(
        self, x: Array, y: Array, loss: str = "cross-entropy", *, standardise: bool = False
    ) -> None:
        if loss != "cross-entropy":
            raise ScenarioError(
                "problem.loss", N_("must be one of: {allowed}"), allowed="cross-entropy"
            )
        if not np.isin(y, (0.0, 1.0)).all():
            raise ScenarioError("problem.data.y", N_("must be 0 or 1 in every row"))
        super().__init__(
            "logistic-regression", x, y, loss, standardise,
            prediction=parse("sigmoid(w*x + b)", ("w", "b", "x")),
            row=parse(_ROW, ("w", "b", "x", "side")),
            columns=_columns,
        )  # fmt: skip

    @property
    def separable(self) -> bool:
        """Whether a threshold of x parts the classes (or there is only one)."""
        zero, one = self.x[self.y == 0], self.x[self.y == 1]
        if not zero.size or not one.size:
            return True
        return bool(zero.max() <= one.min() or one.max() <= zero.min())

    @cached_property
    def _best(self) -> tuple[float, float] | None:
        """The minimum by Newton's method with halved steps, or ``None`` where there is none."""
        if self.separable:
            return None
        theta = np.zeros(2)
        for _ in range(_NEWTON_STEPS):
            move = np.linalg.solve(self.hessian(theta), self.gradient(theta))
            size = np.abs(move).max() / max(1.0, np.abs(theta).max())
            while size > _CLOSE and self.value(theta - move) > self.value(theta):
                move, size = move / 2, size / 2
            theta = theta - move
            if size <= _CLOSE:
                break
        return float(theta[0]), float(theta[1])

    @cached_property
    def minima(self) -> tuple[Minimum, ...]:  # type: ignore[override]
        """The one minimum, worked out to the last digits; none where it lies at infinity."""
        if self._best is None:
            return ()
        return ((self._best, float(self.value(np.array(self._best)))),)

    @cached_property
    def box(self) -> Box:  # type: ignore[override]
        """A view of the minimum, or of steep slopes where there is none."""
        return view_box(self.x, self._best)


def _columns(x: Array, y: Array) -> Mapping[str, Array]:
    """x, and the side on which w·x + b should not be: 1 for class 0, −1 for class 1."""
    return {"x": x, "side": 1.0 - 2.0 * y}
