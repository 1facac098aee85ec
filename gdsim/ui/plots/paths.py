"""Turning recorded paths into few enough vertices that painting stays cheap."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

#: How far outside the view, in view widths, a vertex may lie before the path is cut there: rounding
#: would tell what is left of it in the view another place. Only a run that has diverged gets there.
_FAR = 1e9


def drawable(theta: Array, low: Array, high: Array, pixels: Array) -> Array:
    """The path ``theta`` (n, d) as seen at ``pixels`` (d,) for the range ``low`` … ``high`` (d,).

    Non-finite points end the path, the first point far outside is pulled in along its segment,
    points that fall on the same pixel as the one before are dropped. The last point is kept.
    """
    finite = np.isfinite(theta).all(axis=1)
    if not finite.all():
        theta = theta[: int(np.argmin(finite))]
    if not len(theta):
        return theta
    span = high - low
    middle = 0.5 * (low + high)
    far = np.abs((theta - middle) / span).max(axis=1)
    if far.max() > _FAR:
        first = int(np.argmax(far > _FAR))
        theta = np.concatenate((theta[:first], _pulled_in(theta, first, middle, span)))
    if len(theta) < 2:
        return theta
    cells = np.floor((theta - low) / span * pixels)
    keep = np.empty(len(theta), dtype=bool)
    keep[0] = keep[-1] = True
    np.any(cells[1:] != cells[:-1], axis=1, out=keep[1:])
    keep[-1] = True
    return theta[keep]


def _pulled_in(theta: Array, first: int, middle: Array, span: Array) -> Array:
    """The vertex that stands for all points from the first far one on."""
    if first == 0:
        return theta[:0]
    inside, outside = (theta[first - 1] - middle) / span, (theta[first] - middle) / span
    share = _FAR / max(float(np.abs(outside).max()), _FAR)
    return (middle + (inside + share * (outside - inside)) * span)[None, :]


def clip_segments(tail: Array, head: Array) -> tuple[Array, Array]:
    """The part (0 … 1) of each segment (n, 2) inside the unit square: where it enters and leaves.

    A segment that misses the square, or is not finite, enters after it leaves.
    """
    with np.errstate(all="ignore"):
        move = head - tail
        a, b = (-1.0 - tail) / move, (1.0 - tail) / move
        # Moving along one axis only: inside between the other two walls always, or never.
        level = move == 0
        within = np.abs(tail) <= 1.0
        low = np.where(level, np.where(within, -np.inf, np.inf), np.minimum(a, b))
        high = np.where(level, np.where(within, np.inf, -np.inf), np.maximum(a, b))
        enter = np.maximum(low.max(axis=1), 0.0)
        leave = np.minimum(high.min(axis=1), 1.0)
    lost = ~(np.isfinite(tail).all(axis=1) & np.isfinite(move).all(axis=1))
    missed = lost | ~(enter <= leave)
    return np.where(missed, 1.0, enter), np.where(missed, 0.0, leave)


def pieces(points: Array, low: Array, high: Array) -> list[Array]:
    """The parts of the path ``points`` (n, 2) that lie in the box ``low`` … ``high``."""
    if len(points) < 2 or ((points >= low) & (points <= high)).all():
        return [points]
    middle, half = 0.5 * (low + high), 0.5 * (high - low)
    flat = (points - middle) / half
    enter, leave = clip_segments(flat[:-1], flat[1:])
    seen = np.flatnonzero(enter < leave)
    if not len(seen):
        return []
    tails, moves = points[seen], points[seen + 1] - points[seen]
    tails, heads = (tails + share[seen, None] * moves for share in (enter, leave))
    # A new part begins where the path comes in, or where the segment before is not seen.
    parted = (np.diff(seen) > 1) | (enter[seen[1:]] > 0) | (leave[seen[:-1]] < 1)
    starts = [0, *(np.flatnonzero(parted) + 1).tolist(), len(seen)]
    return [np.vstack((tails[a : a + 1], heads[a:b])) for a, b in pairwise(starts)]


def finite_parts(points: Array) -> list[Array]:
    """The parts of the path ``points`` (n, 2) between those that are not finite."""
    finite = np.asarray(np.isfinite(points).all(axis=1))
    cuts = np.flatnonzero(finite[1:] != finite[:-1]) + 1
    return [part for part in np.split(points, cuts) if len(part) and np.isfinite(part[0]).all()]


def near_first(ends: Array) -> Array:
    """A line (2, 2) of pixels from its nearer end: of one far outside only the direction counts."""
    return ends[np.argsort(np.abs(ends).max(axis=1))]


def thinned(x: Array, y: Array, buckets: int) -> tuple[Array, Array]:
    """A curve of at most about 2·``buckets`` points: the lowest and highest of each bucket."""
    n = len(x)
    if n <= 2 * buckets:
        return x, y
    size = -(-n // buckets)
    whole = n // size * size
    low = high = y[:whole].reshape(-1, size)
    missing = np.isnan(low)
    if missing.any():
        low, high = np.where(missing, np.inf, low), np.where(missing, -np.inf, high)
    base = np.arange(0, whole, size)
    chosen = np.zeros(n, dtype=bool)
    chosen[base + low.argmin(axis=1)] = chosen[base + high.argmax(axis=1)] = True
    chosen[whole:] = chosen[0] = chosen[-1] = True
    return x[chosen], y[chosen]
