"""One neuron ŷ = σ(w·x + b) with squared loss: not convex, and flat where σ saturates.

``mse`` is J = mean((ŷ − y)²), ``half-mse`` half of it. Far from the minimum the slope σ′ vanishes,
which is why classifiers are trained with cross-entropy (article 4; Rumelhart, Hinton & Williams,
Nature 323 (1986) 533–536).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from gdsim.engine.errors import ScenarioError
from gdsim.engine.formula import parse
from gdsim.engine.problems.base import Array, Box
from gdsim.engine.problems.rows import RowsProblem, view_box
from gdsim.engine.text import N_

LOSSES = (
    ("mse", N_("MSE")),
    ("half-mse", N_("Half the MSE")),
)

_ROWS = {"mse": "(sigmoid(w*x + b) - y)^2", "half-mse": "(sigmoid(w*x + b) - y)^2/2"}


class SigmoidNeuron(RowsProblem):
    """J(w, b) of ŷ = σ(w·x + b) on x, y of shape (m,). Raises `ScenarioError` for another loss."""

    def __init__(self, x: Array, y: Array, loss: str = "mse", *, standardise: bool = False) -> None:
        if loss not in _ROWS:
            raise ScenarioError(
                "problem.loss", N_("must be one of: {allowed}"), allowed=", ".join(_ROWS)
            )
        super().__init__(
            "sigmoid-neuron", x, y, loss, standardise,
            prediction=parse("sigmoid(w*x + b)", ("w", "b", "x")),
            row=parse(_ROWS[loss], ("w", "b", "x", "y")),
            columns=_columns,
        )  # fmt: skip

    @cached_property
    def box(self) -> Box:  # type: ignore[override]
        """A view of steep slopes either way."""
        return view_box(self.x, None)


def _columns(x: Array, y: Array) -> Mapping[str, Array]:
    return {"x": x, "y": y}
