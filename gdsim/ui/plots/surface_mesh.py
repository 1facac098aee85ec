"""The loss over a box as a landscape in the unit world of the 3D view. NumPy only, no OpenGL.

World: x and y run from −1 to 1 over the ranges of the two parameters, z from 0 (the ground, where
the axes are) to 1; the surface lies between `FLOOR` and 1 so that drop lines can be seen.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import contourpy
import numpy as np
from numpy.typing import ArrayLike, NDArray

from gdsim.engine.problems.base import Box, Problem
from gdsim.ui.plots.field import inside, levels
from gdsim.ui.plots.surface_heights import Heights, fit_heights

Array = NDArray[np.float64]

#: Vertices along each side.
SIDE = 121
FLOOR = 0.12
#: Towards the light: from the left, behind the viewer's shoulder at the first camera position.
_LIGHT = np.array([0.35, -0.55, 0.76])


@dataclass(frozen=True, eq=False)
class Mesh:
    """Grid of J over ``box``: ``loss`` (SIDE, SIDE), first axis b (y), second w (x)."""

    problem: Problem
    box: Box
    loss: Array
    heights: Heights
    bounds: Array

    @cached_property
    def z(self) -> Array:
        """World heights of the grid, shape (SIDE, SIDE); NaN where J is not a number."""
        return to_z(self.heights(self.loss))

    def flat(self, theta: Array) -> Array:
        """World x, y of parameters: (..., 2) to (..., 2)."""
        low, high = np.array(self.box).T
        with np.errstate(all="ignore"):
            return 2.0 * (theta - low) / (high - low) - 1.0

    def theta(self, xy: Array) -> Array:
        """Parameters at world x, y: the inverse of `flat`."""
        low, high = np.array(self.box).T
        return low + 0.5 * (np.asarray(xy) + 1.0) * (high - low)

    def world(self, theta: Array, loss: ArrayLike) -> Array:
        """World places of points (..., 2) with losses (...): shape (..., 3)."""
        z = to_z(self.heights(loss))
        return np.concatenate((self.flat(theta), z[..., None]), axis=-1)

    def place(self, theta: Array) -> Array:
        """World places of points (..., 2) on the surface."""
        return self.world(theta, self.problem.value(theta))

    def z_at(self, x: Array, y: Array) -> Array:
        """Height of the drawn surface (bilinear in the grid), NaN outside of it."""
        u, v = (x + 1.0) * 0.5 * (SIDE - 1), (y + 1.0) * 0.5 * (SIDE - 1)
        within = (u >= 0) & (u <= SIDE - 1) & (v >= 0) & (v <= SIDE - 1)
        i = np.clip(np.nan_to_num(u), 0, SIDE - 1.000001)
        j = np.clip(np.nan_to_num(v), 0, SIDE - 1.000001)
        i0, j0 = i.astype(np.intp), j.astype(np.intp)
        fi, fj = i - i0, j - j0
        flat, at = self.z.ravel(), j0 * SIDE + i0
        near = flat[at] * (1 - fi) + flat[at + 1] * fi
        far = flat[at + SIDE] * (1 - fi) + flat[at + SIDE + 1] * fi
        return np.where(within, near * (1 - fj) + far * fj, np.nan)

    def nearest_z(self, x: NDArray[np.float32], y: NDArray[np.float32]) -> NDArray[np.float32]:
        """Height of the nearest grid vertex: quick, for places known to be in the box."""
        half = np.float32(0.5 * (SIDE - 1))
        i = ((x + 1) * half + np.float32(0.5)).astype(np.int32)
        j = ((y + 1) * half + np.float32(0.5)).astype(np.int32)
        at = np.clip(j * SIDE + i, 0, SIDE * SIDE - 1)
        return self._z32.take(at)

    @cached_property
    def _z32(self) -> NDArray[np.float32]:
        return self.z.astype(np.float32).ravel()

    def shades(self) -> Array:
        """Brightness of each vertex under a soft light, shape (SIDE, SIDE), about 0.97 … 1.05.

        Lines must stand out from it: in the valleys, where it is darkest, it is not shaded.
        """
        step = 2.0 / (SIDE - 1)
        dy, dx = np.gradient(np.nan_to_num(self.z), step)
        lit = (_LIGHT[2] - dx * _LIGHT[0] - dy * _LIGHT[1]) / np.sqrt(dx**2 + dy**2 + 1.0)
        return 0.97 + 0.08 * np.clip(lit, 0.0, 1.0)

    def vertices(self) -> NDArray[np.float32]:
        """World places of the grid, shape (SIDE², 3)."""
        side = np.linspace(-1.0, 1.0, SIDE)
        x, y = np.meshgrid(side, side)
        return np.stack((x, y, self.z), axis=-1).reshape(-1, 3).astype(np.float32)

    def faces(self) -> NDArray[np.uint32]:
        """Two triangles a cell, leaving out cells where J is not a number."""
        at = np.arange(SIDE * SIDE, dtype=np.uint32).reshape(SIDE, SIDE)
        a, b, c, d = at[:-1, :-1], at[:-1, 1:], at[1:, 1:], at[1:, :-1]
        known = np.isfinite(self.z)
        whole = known[:-1, :-1] & known[:-1, 1:] & known[1:, 1:] & known[1:, :-1]
        triangles = np.stack((np.stack((a, b, c), -1), np.stack((a, c, d), -1)), axis=-2)
        return triangles[whole].reshape(-1, 3)

    def colours(self, table: NDArray[np.float32]) -> NDArray[np.float32]:
        """RGBA of the vertices from 256 colours: the same colour for the same J as the contour."""
        band = np.interp(self.loss, self.bounds, np.linspace(0, len(table) - 1, len(self.bounds)))
        rgba = table[np.nan_to_num(band).astype(np.intp)].copy()
        rgba[..., :3] = np.clip(rgba[..., :3] * self.shades()[..., None], 0.0, 1.0)
        return rgba.reshape(-1, 4)

    def level_lines(self) -> NDArray[np.float32]:
        """The contour's level lines on the surface, as pairs of ends, shape (2n, 3)."""
        side = np.linspace(-1.0, 1.0, SIDE)
        loss = np.ma.masked_invalid(self.loss)
        generator = contourpy.contour_generator(side, side, loss, line_type="ChunkCombinedNan")
        pieces = [np.zeros((0, 3))]
        for level in self.bounds[1:]:
            lines = generator.lines(level)[0][0]
            if lines is not None:
                z = np.full((len(lines), 1), to_z(self.heights(level)))
                pieces.append(_pairs(np.concatenate((lines, z), axis=1)))
        return np.concatenate(pieces).astype(np.float32)


def to_z(height: Array) -> Array:
    """World z of a height from 0 to 1."""
    return np.asarray(FLOOR + (1.0 - FLOOR) * height)


def _pairs(chain: Array) -> Array:
    """Vertices of chains parted by NaN, as the two ends of each piece."""
    pairs = np.stack((chain[:-1], chain[1:]), axis=1)
    return pairs[np.isfinite(pairs).all(axis=(1, 2))].reshape(-1, 3)


def make_mesh(problem: Problem, box: Box) -> Mesh:
    """The landscape of ``problem`` over ``box``."""
    sides = (np.linspace(*side, SIDE) for side in box)
    loss = problem.value(np.stack(np.meshgrid(*sides), axis=-1))
    known = [value for point, value in problem.minima if inside(point, box)]
    heights = fit_heights(loss, min(known, default=np.inf))
    return Mesh(problem, box, loss, heights, levels(problem, box))
