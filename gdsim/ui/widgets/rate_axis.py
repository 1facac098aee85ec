"""Where a learning rate lies on a logarithmic track, and which rate a pixel stands for."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from gdsim.ui.widgets.stepping import tidy_between

#: The decades that are always there: rates that people try.
USUAL = (-4, 1)
#: A limit beyond these stands at the end of the track: it would squeeze all else together, and no
#: rate above 1000 may be set.
FARTHEST = (-8, 3)


@dataclass(frozen=True)
class RateAxis:
    """Powers of ten ``low`` … ``high`` on pixels ``left`` … ``right``."""

    low: int
    high: int
    left: float
    right: float

    def x(self, rate: float) -> float:
        """The pixel of ``rate``; rates beyond the track lie at its ends."""
        if rate <= 0:
            return self.left
        part = (math.log10(rate) - self.low) / (self.high - self.low)
        return self.left + min(1.0, max(0.0, part)) * (self.right - self.left)

    def exact(self, x: float) -> float:
        """The rate at pixel ``x``."""
        part = (x - self.left) / max(1.0, self.right - self.left)
        return 10.0 ** (self.low + min(1.0, max(0.0, part)) * (self.high - self.low))

    def tidy(self, x: float) -> float:
        """The shortest number among the rates nearer to pixel ``x`` than to its neighbours."""
        return tidy_between(self.exact(x - 0.5), self.exact(x + 0.5))


def decades(rate: float, limits: Iterable[float]) -> tuple[int, int]:
    """The powers of ten between which ``rate`` and ``limits`` lie."""
    logs = [min(FARTHEST[1], max(FARTHEST[0], math.log10(limit))) for limit in limits]
    # A schedule may end at 0, which lies infinitely far to the left, or grow beyond all use.
    logs.append(min(FARTHEST[1], math.log10(rate)) if rate > 0 else USUAL[0])
    return min(USUAL[0], math.floor(min(logs))), max(USUAL[1], math.ceil(max(logs)))
