"""Few colours for many: what a GIF, with at most 256 to a picture, needs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Bytes = NDArray[np.uint8]
Colours = NDArray[np.uint32]


@dataclass(frozen=True)
class _Box:
    """Some of the colours (rows of the list), and how much would be gained by splitting them."""

    rows: NDArray[np.intp]
    error: float
    axis: int
    middle: float


def few_colours(packed: Colours, most: int) -> tuple[Bytes, Bytes]:
    """At most ``most`` (≤ 256) colours for the pixels ``packed`` (n,), each 0xRRGGBB.

    Returns the palette (k, 3) and for each pixel its row in it (n,). Pictures with few colours
    keep all of them. Otherwise the colours are split where that takes away most of the squared
    error (median cut by variance), and each group shows as its most frequent member, so that large
    even areas keep exactly their colour. Deterministic.
    """
    # Neighbours mostly agree: sorting a row of equal pixels as one is several times quicker.
    begins = np.flatnonzero(np.diff(packed, prepend=~packed[:1]))
    lengths = np.diff(begins, append=len(packed))
    colours, where = np.unique(packed[begins], return_inverse=True)
    counts = np.bincount(where, weights=lengths, minlength=len(colours))
    if len(colours) <= most:
        return _rgb(colours), np.repeat(where.astype(np.uint8), lengths)
    rgb = _rgb(colours).astype(float)
    # By the root, so that the few pixels of a thin line count beside a large ground.
    weights = np.sqrt(counts)
    boxes = [_box(np.arange(len(colours)), rgb, weights)]
    while len(boxes) < most:
        at = max(range(len(boxes)), key=lambda i: boxes[i].error)
        if boxes[at].error <= 0.0:
            break
        box = boxes.pop(at)
        low = rgb[box.rows, box.axis] <= box.middle
        boxes += [_box(box.rows[low], rgb, weights), _box(box.rows[~low], rgb, weights)]
    group = np.empty(len(colours), dtype=np.uint8)
    shown = np.empty(len(boxes), dtype=np.uint32)
    for index, box in enumerate(boxes):
        group[box.rows] = index
        shown[index] = colours[box.rows[int(np.argmax(counts[box.rows]))]]
    return _rgb(shown), np.repeat(group[where], lengths)


def _box(rows: NDArray[np.intp], rgb: NDArray[np.float64], weights: NDArray[np.float64]) -> _Box:
    weight, colours = weights[rows], rgb[rows]
    centre = weight @ colours / weight.sum()
    spread = weight @ (colours - centre) ** 2
    axis = int(np.argmax(spread))
    middle = float(centre[axis])
    # Rounding may put the mean on the largest value, where nothing would be split off.
    if len(rows) > 1 and middle >= colours[:, axis].max():
        middle = float(np.partition(colours[:, axis], -2)[-2])
    error = float(spread[axis]) if colours[:, axis].min() < colours[:, axis].max() else 0.0
    return _Box(rows, error, axis, middle)


def _rgb(packed: Colours) -> Bytes:
    return np.stack([packed >> 16 & 255, packed >> 8 & 255, packed & 255], axis=1).astype(np.uint8)
