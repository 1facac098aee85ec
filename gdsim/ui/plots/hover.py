"""Which recorded step the mouse is on."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

#: How near, in pixels at text scale 1, the mouse must be to a step to light it up: a target of 24.
REACH = 12.0


def nearest(paths: Iterable[Array], at: Array, per_pixel: Array, reach: float) -> int | None:
    """The index of the point of ``paths``, each (n, d), that is nearest to ``at`` (d,).

    ``per_pixel`` (d,) is the length of a pixel along each axis; ``None`` where no point lies
    within ``reach`` pixels.
    """
    found, least = None, reach * reach
    for path in paths:
        if not len(path):
            continue
        with np.errstate(all="ignore"):
            away = (path - at) / per_pixel
            squared = np.einsum("ij,ij->i", away, away)
        index = int(np.argmin(np.where(np.isnan(squared), np.inf, squared)))
        if squared[index] <= least:
            found, least = index, float(squared[index])
    return found
