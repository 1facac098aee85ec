"""Standardising data: never silently, always as a setting whose effect can be shown."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gdsim.engine.params import ParamSpec
from gdsim.engine.problems.base import Array
from gdsim.engine.text import N_

#: A parameter of every model, ``"params": {"standardise": true}`` in a file.
STANDARDISE = ParamSpec(
    "standardise", N_("Standardise x"), False, scale="bool",
    help=N_("Works on (x − mean)/deviation in place of x: another surface, and w, b in new units."),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scaling:
    """The transformation x′ = (x − mean)/deviation; both in the unit of x."""

    mean: float
    deviation: float

    def apply(self, x: Array) -> Array:
        """x′ of x, same shape."""
        return np.asarray((x - self.mean) / self.deviation)


def standardised(x: Array) -> tuple[Array, Scaling]:
    """x′ with mean 0 and standard deviation 1 (over n, not n−1), and how it came about.

    Equal numbers are only shifted, as they have no deviation to divide by.
    """
    x = np.asarray(x, dtype=float)
    scaling = Scaling(float(x.mean()), float(x.std()) or 1.0)
    return scaling.apply(x), scaling
