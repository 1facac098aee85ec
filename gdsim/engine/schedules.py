"""Learning-rate schedules: the learning rate of step k, for k = 0, 1, …"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Constant:
    """The same learning rate α for every step (dimensionless)."""

    rate: float

    id = "constant"

    def rates(self, steps: int) -> Array:
        """Learning rate of steps 0 … steps−1, shape (steps,)."""
        return np.full(steps, self.rate)

    @property
    def first(self) -> float:
        """Learning rate of step 0."""
        return self.rate


Schedule = Constant
