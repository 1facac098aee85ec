"""Curves over the steps as numbers: what of them is drawn, and in which range."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from gdsim.ui.plots.paths import finite_parts, thinned

Array = NDArray[np.float64]

#: A curve: its style index (``None`` for the gap colour), places along x, values.
Series = tuple[int | None, Array, Array]


def parts(
    series: list[Series], heights: list[Array], buckets: int
) -> list[tuple[int | None, Array]]:
    """A style and finite points (n, 2) for each part of a curve that has no gap."""
    return [
        (style, part)
        for (style, x, _), high in zip(series, heights, strict=True)
        for part in finite_parts(np.column_stack(thinned(x, high, buckets)))
    ]


def same(some: list[Series], others: list[Series]) -> bool:
    """Whether both are the same curves; one with NaN in it never is."""
    return len(some) == len(others) and all(
        style == other and np.array_equal(x, places) and np.array_equal(values, old)
        for (style, x, values), (other, places, old) in zip(some, others, strict=True)
    )


def steady_range(low: float, high: float) -> tuple[float, float]:
    """A range around low … high with ends on a coarse grid, so that an axis stays while α moves."""
    span = high - low or 1.0
    unit = 10.0 ** np.floor(np.log10(span))
    unit *= 0.25 if span / unit < 2 else 0.5 if span / unit < 5 else 1.0
    return float(np.floor(low / unit - 0.1) * unit), float(np.ceil(high / unit + 0.1) * unit)
