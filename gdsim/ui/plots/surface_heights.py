"""How high the surface is drawn over a loss J: linear, or a logarithm where J has a huge range."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from gdsim.ui.i18n import tr
from gdsim.ui.numbers import number

Array = NDArray[np.float64]

#: Half of the surface should lie above this height; below `_LINEAR` it is bent to do so.
_MIDDLE = 0.3
_LINEAR = 0.12
#: Losses above this many medians are cut off.
_TOWER = 1e6


@dataclass(frozen=True)
class Heights:
    """J from ``low`` to ``high`` becomes a height from 0 to 1.

    ``scale`` 0 means linear; otherwise height = log(1 + (J − low)/scale), divided by its largest.
    Unlike a root, which has a cusp there, the logarithm leaves the shape of a minimum alone.
    ``cut`` tells that higher losses exist and are drawn at height 1.
    """

    low: float
    high: float
    scale: float = 0.0
    cut: bool = False

    def __call__(self, loss: ArrayLike) -> Array:
        """Heights (dimensionless, same shape); NaN stays NaN, all else lies in 0 … 1."""
        with np.errstate(all="ignore"):
            above = np.clip(np.asarray(loss, dtype=float), self.low, self.high) - self.low
            return self._bent(above) / self._bent(np.array(self.high - self.low))

    def _bent(self, above: Array) -> Array:
        return np.asarray(np.log1p(above / self.scale)) if self.scale else above

    def label(self) -> str:
        """What is drawn, in words and true to the number."""
        if not self.scale:
            text = tr("height: J")
        elif self.low == 0:
            text = tr("height: log(1 + J / {scale})", scale=number(self.scale))
        else:
            text = tr("height: log(1 + (J − {low}) / {scale})", low=_short(self.low),
                      scale=number(self.scale))  # fmt: skip
        return text + tr("; cut off at J = {high}", high=_short(self.high)) if self.cut else text

    def ticks(self) -> list[float]:
        """Round losses whose heights are well apart, ascending."""
        chosen: list[float] = []
        last = -1.0
        for value in self._round_values():
            height = float(self(value))
            if self.low <= value <= self.high and height - last >= 0.16:
                chosen.append(value)
                last = height
        return chosen

    def _round_values(self) -> list[float]:
        if not self.scale:
            return nice_ticks(self.low, self.high, 5)
        top = math.ceil(math.log10(self.high - self.low))
        bottom = math.floor(math.log10(self.scale)) - 1
        return [self.low, *(self._rounded(10.0**k) for k in range(bottom, top + 1))]

    def _rounded(self, above: float) -> float:
        """A round number near ``low + above``."""
        digits = -math.floor(math.log10(above))
        return round(self.low + above, digits)


def fit_heights(loss: Array, lowest: float) -> Heights:
    """Heights for a surface with these values (any shape); ``lowest`` is the lowest J known."""
    finite = loss[np.isfinite(loss)]
    if not finite.size:
        return Heights(0.0, 1.0)
    low = min(lowest, float(finite.min()))
    high, middle = float(finite.max()), float(np.median(finite)) - low
    if not high > low:
        return Heights(low, low + 1.0)
    top = min(high, low + _TOWER * middle) if middle > 0 else high
    scale = 0.0
    if middle > 0 and middle < _LINEAR * (top - low):
        scale = _round_down(_solve_scale(middle, top - low))
    return Heights(low, top, scale, cut=top < high)


def _solve_scale(middle: float, high: float) -> float:
    """The scale for which ``middle`` comes to lie at `_MIDDLE`: bisection on its logarithm."""
    small, large = math.log(middle) - 20.0, math.log(high)
    for _ in range(60):
        guess = 0.5 * (small + large)
        scale = math.exp(guess)
        if math.log1p(middle / scale) / math.log1p(high / scale) > _MIDDLE:
            small = guess
        else:
            large = guess
    return math.exp(small)


def _round_down(value: float) -> float:
    """The next of …, 0.5, 1, 2, 5, 10, … below: a number that a label can name exactly."""
    power = 10.0 ** math.floor(math.log10(value))
    step = next(s for s in (5.0, 2.0, 1.0) if s * power <= value * (1 + 1e-9))
    return float(f"{step * power:.1g}")


def _short(value: float) -> str:
    return number(value, 3)


def nice_ticks(low: float, high: float, wanted: int) -> list[float]:
    """About ``wanted`` round numbers from ``low`` to ``high``."""
    span = high - low
    if not (math.isfinite(span) and span > 0):
        return []
    raw = span / wanted
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(s * power for s in (1.0, 2.0, 5.0, 10.0) if s * power >= raw * 0.85)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    digits = max(0, -math.floor(math.log10(step)))
    return [round(k * step, digits) for k in range(first, last + 1)]
