"""What curves are drawn over: steps, epochs or gradients; and when J − J* stands in for J."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gdsim.engine.run import Run
from gdsim.engine.text import N_
from gdsim.ui.scene import Scene

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Scale:
    """What an axis counts. ``places`` gives the place of each of a run's points, ascending."""

    id: str
    title: str
    label: str
    places: Callable[[Run], Array]


def _steps(run: Run) -> Array:
    return np.arange(run.steps + 1, dtype=float)


def _epochs(run: Run) -> Array:
    return np.arange(run.steps + 1) / run.steps_per_epoch


SCALES: tuple[Scale, ...] = (
    Scale("step", N_("Steps"), N_("step"), _steps),
    Scale("epoch", N_("Epochs"), N_("epoch"), _epochs),
    Scale("gradient", N_("Gradients"), N_("gradients computed"), Run.gradients),
)


def slide(places: Array, x: float) -> int:
    """The index of the place that is nearest to ``x``."""
    k = int(np.searchsorted(places, x))
    if k and (k == len(places) or x - places[k - 1] <= places[k] - x):
        return k - 1
    return k


def known_minimum(scene: Scene) -> float | None:
    """J*, where it is known and below 0, so that J itself has no logarithm; otherwise ``None``."""
    minimum = scene.problem.minima[0][1] if scene.problem.minima else 0.0
    if minimum >= 0:
        return None
    losses = np.concatenate([run.loss for run in scene.runs])
    finite = losses[np.isfinite(losses)]
    # Rounding may carry a loss a little below the minimum that is known.
    low = float(finite.min()) if finite.size else np.inf
    noise = 1e-9 * max(1.0, abs(minimum))
    return minimum if low >= minimum - noise else None
