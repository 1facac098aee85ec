"""When a run ends: the rules a person sets, and the bounds beyond which it has diverged."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gdsim.engine.params import ParamSpec
from gdsim.engine.run import Ending, Outcome
from gdsim.engine.text import N_

Array = NDArray[np.float64]

#: Outcome, name, measured values, limit, and where the rule holds; arrays of shape (steps,).
_Rule = tuple[Outcome, str, Array, float, NDArray[np.bool_]]

#: A run has diverged when θ is this many times farther out than where it began …
PARAMETER_BOUND = 1e6
#: … or the loss this many times larger than where it began.
LOSS_BOUND = 1e12

STOP_PARAMS = (
    ParamSpec(
        "max_steps", N_("Maximum steps"), 1000, low=1, high=100_000, scale="int",
        help=N_("The run ends after this many parameter updates."),
    ),
    ParamSpec(
        "gradient_norm", N_("Gradient norm below"), 1e-6, symbol="‖∇J‖", low=0, open_low=True,
        high=1e6, scale="log", help=N_("Stop where the slope is nearly zero."),
    ),
    ParamSpec(
        "parameter_change", N_("Parameter change below"), 1e-8, symbol="‖Δθ‖", low=0,
        open_low=True, high=1e6, scale="log", help=N_("Stop when a step hardly moves."),
    ),
    ParamSpec(
        "loss_change", N_("Loss change below"), 1e-10, symbol="|ΔJ|", low=0, open_low=True,
        high=1e6, scale="log", help=N_("Stop when a step hardly changes the loss."),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stop:
    """The stopping rules; ``None`` switches one off. The first to hold ends the run.

    Units: ``max_steps`` in parameter updates, the others in the units of what they measure.
    """

    max_steps: int = 1000
    gradient_norm: float | None = None
    parameter_change: float | None = None
    loss_change: float | None = None

    def find(self, theta: Array, loss: Array, grad: Array, first: int) -> tuple[int, Ending] | None:
        """The earliest step k ≥ ``first`` at which a rule holds, with the ending, or ``None``.

        ``theta`` (T+1, d), ``loss`` (T+1,), ``grad`` (T+1, d) as far as recorded. Rules that
        compare two steps look at k−1 and k. Within a step failure is told before success, and
        running away before the overflow that it leads to.
        """
        far = PARAMETER_BOUND * max(1.0, float(np.linalg.norm(theta[0])))
        high = LOSS_BOUND * max(1.0, abs(float(loss[0])))
        low = max(first - 1, 0)
        part = theta[low:], loss[low:], grad[low:]
        best: tuple[int, Ending] | None = None
        with np.errstate(all="ignore"):
            rules = self._successes(*part)
            if not _tame(*part, far, high):
                rules = [*_failures(*part, far, high), *rules]
            for outcome, rule, values, limit, holds in rules:
                hits = np.flatnonzero(holds[first - low :])
                if hits.size and (best is None or first + hits[0] < best[0]):
                    step = first + int(hits[0])
                    best = step, Ending(outcome, rule, float(values[step - low]), limit)
        return best

    def _successes(self, theta: Array, loss: Array, grad: Array) -> list[_Rule]:
        measures: tuple[tuple[str, Callable[[], Array]], ...] = (
            ("gradient_norm", lambda: np.linalg.norm(grad, axis=1)),
            ("parameter_change", lambda: _changes(np.linalg.norm(np.diff(theta, axis=0), axis=1))),
            ("loss_change", lambda: _changes(np.abs(np.diff(loss)))),
        )
        rules: list[_Rule] = []
        for rule, measure in measures:
            limit = getattr(self, rule)
            if limit is not None:
                values = measure()
                rules.append((Outcome.CONVERGED, rule, values, limit, values <= limit))
        return rules


def _tame(theta: Array, loss: Array, grad: Array, far: float, high: float) -> bool:
    """Whether every number is finite and within the bounds, by a quick and strict check."""
    reach = far / math.sqrt(theta.shape[1])
    extremes = ((theta, reach), (loss, high), (grad, math.inf))
    return all(max(float(a.max()), -float(a.min())) < bound for a, bound in extremes)


def _failures(theta: Array, loss: Array, grad: Array, far: float, high: float) -> list[_Rule]:
    size = np.linalg.norm(theta, axis=1)
    finite = np.isfinite(theta).all(axis=1)
    defined = finite & np.isfinite(loss) & np.isfinite(grad).all(axis=1)
    return [
        (Outcome.DIVERGED, "parameter_bound", size, far, finite & (size > far)),
        (Outcome.NON_FINITE, "finite", np.where(finite, loss, size), math.inf, ~defined),
        (Outcome.DIVERGED, "loss_bound", loss, high, np.abs(loss) > high),
    ]


def _changes(values: Array) -> Array:
    """Changes from k−1 to k aligned with k; the first point has none."""
    return np.concatenate(([np.inf], values))
