"""The path of one lane laid onto the surface, cut off where it leaves the box."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gdsim.engine.run import Run
from gdsim.ui.plots.paths import clip_segments
from gdsim.ui.plots.surface_mesh import Mesh

Array = NDArray[np.float64]

#: World length that a straight piece may have before it leaves the surface visibly.
_PIECE = 0.04
#: Pieces of a whole path; a longer path is laid down more coarsely.
_PIECES = 2000
#: Steps that move less than this stay on the vertex before.
_STILL = 0.002


@dataclass(frozen=True, eq=False)
class Track:
    """A path as world vertices (n, 3), closely enough spaced to follow the surface.

    ``joined[i]`` tells whether vertex i is joined to the next one. ``first[k]`` is how many
    vertices lie before step k, so that ``vertices[: first[k]]`` is the past. ``steps`` (T+1, 3) are
    the places of the steps themselves; NaN where a step is outside the box.
    """

    vertices: Array
    joined: NDArray[np.bool_]
    first: NDArray[np.intp]
    steps: Array

    @property
    def length(self) -> int:
        """Number of vertices."""
        return len(self.vertices)


def make_track(mesh: Mesh, run: Run) -> Track:
    """The track of ``run`` on ``mesh``."""
    steps = mesh.world(run.theta, run.loss)
    flat = steps[:, :2].copy()
    with np.errstate(invalid="ignore"):
        inside = np.isfinite(steps).all(axis=1) & (np.abs(flat) <= 1.0).all(axis=1)
    steps[~inside] = np.nan
    kept = _kept(flat)
    tail, head = flat[kept[:-1]], flat[kept[1:]]
    enter, leave = clip_segments(tail, head)
    count = _counts(tail, head, enter, leave)
    vertices = _lay(mesh, tail, head, enter, leave, count)
    before = np.concatenate(([0], np.cumsum(count)))
    first = before[np.searchsorted(kept, np.arange(len(flat)), side="right") - 1]
    return Track(vertices, _joined(enter, count), first, steps)


def _kept(flat: Array) -> NDArray[np.intp]:
    """Indices of the steps that become vertices: the first, the last, those that moved."""
    with np.errstate(all="ignore"):
        cells = np.clip(np.nan_to_num(flat / _STILL, nan=1e18), -1e18, 1e18).astype(np.int64)
    moved = np.ones(len(flat), dtype=bool)
    moved[1:] = (cells[1:] != cells[:-1]).any(axis=1)
    moved[-1] = True
    return np.flatnonzero(moved)


def _counts(tail: Array, head: Array, enter: Array, leave: Array) -> NDArray[np.intp]:
    """Vertices of each segment: 0 where it misses the box, otherwise at least its two ends."""
    missed = enter > leave
    with np.errstate(all="ignore"):
        length = np.where(missed, 0.0, np.hypot(*(head - tail).T) * (leave - enter))
    piece = max(_PIECE, float(length.sum()) / _PIECES)
    return np.where(missed, 0, np.ceil(length / piece).astype(np.intp) + 1)


def _lay(
    mesh: Mesh, tail: Array, head: Array, enter: Array, leave: Array, count: NDArray[np.intp]
) -> Array:
    """World vertices of all segments, one after the other."""
    which = np.repeat(np.arange(len(count)), count)
    ends = np.cumsum(count)
    nth = np.arange(len(which)) - (ends - count)[which]
    share = nth / np.maximum(count[which] - 1, 1)
    share = enter[which] + share * (leave - enter)[which]
    flat = tail[which] + share[:, None] * (head - tail)[which]
    # The last vertex is the recorded step to the bit, not tail + (head − tail).
    at_head = (nth == count[which] - 1) & (leave[which] == 1.0)
    flat[at_head] = head[which][at_head]
    return mesh.place(mesh.theta(flat))


def _joined(enter: Array, count: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Whether each vertex is joined to the next: not across a way outside of the box."""
    ends = np.cumsum(count)
    joined = np.ones(int(ends[-1]) if len(ends) else 0, dtype=bool)
    after_gap = (enter > 0) | (np.concatenate(([0], count[:-1])) == 0)
    starts = (ends - count)[(count > 0) & after_gap]
    joined[starts[starts > 0] - 1] = False
    joined[-1:] = False
    return joined
