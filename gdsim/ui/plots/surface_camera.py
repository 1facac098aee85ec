"""Where the 3D view is looked at from, and what lies under a pixel. No OpenGL."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QMatrix4x4

from gdsim.ui.plots.surface_mesh import SIDE, Mesh

Array = NDArray[np.float64]

_CENTRE = (0.0, 0.0, 0.36)
_FIELD = 30.0
#: How far the corners of the ground are from its centre (they seldom point straight at the viewer),
#: and the part of the picture that the box may fill; the rest is for the numbers.
_REACH = 1.31
_ROOM = 0.86
#: Samples along a line of sight; a surface that hides a point by less than `_TOUCH` touches it.
_SAMPLES = 32
_TOUCH = 0.02
#: Places that are looked for at once: what is worked out for them stays in the processor's cache.
_ROWS = 1024
#: Of more places one is looked for on each spot, of which a side of the box has so many: 4 to the
#: cell of its grid, a pixel or two.
_MANY, _SPOTS = 20_000, 4 * (SIDE - 1)


@dataclass(frozen=True)
class Camera:
    """Angles in degrees; ``zoom`` 1 shows the whole box; ``width`` and ``height`` in pixels."""

    azimuth: float = -62.0
    elevation: float = 32.0
    zoom: float = 1.0
    width: int = 400
    height: int = 300

    def turned(self, right: float, up: float) -> Camera:
        """Seen from another side; never from below, where there is nothing to see."""
        elevation = min(90.0, max(4.0, self.elevation + up))
        return replace(self, azimuth=(self.azimuth + right) % 360.0, elevation=elevation)

    def zoomed(self, factor: float) -> Camera:
        """Nearer (factor over 1) or farther."""
        return replace(self, zoom=min(8.0, max(0.4, self.zoom * factor)))

    def sized(self, width: int, height: int) -> Camera:
        """For a picture of another size."""
        return replace(self, width=max(1, width), height=max(1, height))

    def reset(self) -> Camera:
        """The first position, at this size."""
        return Camera(width=self.width, height=self.height)

    @property
    def aspect(self) -> float:
        """Width over height."""
        return self.width / self.height

    @cached_property
    def distance(self) -> float:
        """From the eye to the centre; at zoom 1 as near as shows the whole box with its numbers.

        It follows from the elevation, not from the azimuth: turning must not make the box breathe.
        """
        up, towards = np.sin(np.radians(self.elevation)), np.cos(np.radians(self.elevation))
        below, above = _CENTRE[2], 1.0 - _CENTRE[2]
        edge = _ROOM * np.tan(np.radians(_FIELD / 2))
        # Of a corner: its height on the picture over the edge's, and how much nearer it is.
        near = (_REACH * up + below * towards) / edge + _REACH * towards - below * up
        over = (above * towards - _REACH * up) / edge + _REACH * towards + above * up
        far = (above * towards + _REACH * up) / edge - _REACH * towards + above * up
        side = _REACH / (edge * self.aspect) + 0.5 * towards
        return float(max(near, over, far, side)) / self.zoom

    @cached_property
    def eye(self) -> Array:
        """World place of the eye, shape (3,)."""
        a, e = np.radians((self.azimuth, self.elevation))
        towards = np.array((np.cos(e) * np.cos(a), np.cos(e) * np.sin(a), np.sin(e)))
        return np.array(_CENTRE) + self.distance * towards

    def projection(self) -> QMatrix4x4:
        """Eye coordinates to the clip cube."""
        matrix = QMatrix4x4()
        matrix.perspective(_FIELD, self.aspect, 0.05 * self.distance, 4.0 * self.distance)
        return matrix

    def modelview(self) -> QMatrix4x4:
        """World to eye coordinates."""
        matrix = QMatrix4x4()
        matrix.translate(0.0, 0.0, -self.distance)
        matrix.rotate(self.elevation - 90.0, 1.0, 0.0, 0.0)
        matrix.rotate(self.azimuth + 90.0, 0.0, 0.0, -1.0)
        matrix.translate(*(-c for c in _CENTRE))
        return matrix

    @cached_property
    def matrix(self) -> Array:
        """World to clip coordinates, shape (4, 4)."""
        return _array(self.projection()) @ _array(self.modelview())

    def project(self, world: Array) -> Array:
        """Pixels of world places: (..., 3) to (..., 2)."""
        m = self.matrix
        clip = world @ m[:, :3].T + m[:, 3]
        with np.errstate(all="ignore"):
            ndc = clip[..., :2] / clip[..., 3:]
        return (ndc * (1.0, -1.0) + 1.0) * (0.5 * self.width, 0.5 * self.height)

    def ray(self, x: float, y: float) -> Array:
        """Direction of the line of sight through a pixel, length 1, shape (3,)."""
        ndc = (2.0 * x / self.width - 1.0, 1.0 - 2.0 * y / self.height, 1.0, 1.0)
        far = np.linalg.solve(self.matrix, np.array(ndc))
        towards = far[:3] / far[3] - self.eye
        return towards / np.linalg.norm(towards)

    def hidden(self, mesh: Mesh, world: Array) -> NDArray[np.bool_]:
        """Whether the surface stands between the eye and each place on it: (n, 3) to (n,)."""
        if len(world) <= _MANY:
            return self._hidden(mesh, world)
        chosen, like = _spots(world)
        return self._hidden(mesh, world[chosen])[like]

    def _hidden(self, mesh: Mesh, world: Array) -> NDArray[np.bool_]:
        hides = np.zeros(len(world), dtype=bool)
        for at in range(0, len(world), _ROWS):
            part = slice(at, at + _ROWS)
            hides[part] = self._behind(mesh, world[part].astype(np.float32))
        return hides

    def _behind(self, mesh: Mesh, world: NDArray[np.float32]) -> NDArray[np.bool_]:
        towards = (self.eye - world).astype(np.float32)
        # No farther than where the line of sight has left the box through its top or its sides.
        with np.errstate(all="ignore"):
            out = np.where(towards > 0, 1.0 - world, np.array((-1.0, -1.0, 0.0)) - world) / towards
        reach = np.clip(np.nan_to_num(out, nan=1.0, posinf=1.0).min(axis=1), 0.0, 1.0)
        share = (np.arange(1, _SAMPLES + 1, dtype=np.float32) / np.float32(_SAMPLES)) ** 1.5
        along = reach[:, None] * share
        x, y, z = (world[:, i, None] + along * towards[:, i, None] for i in range(3))
        with np.errstate(invalid="ignore"):
            return np.asarray((mesh.nearest_z(x, y) > z + np.float32(_TOUCH)).any(axis=1))

    def pick(self, mesh: Mesh, x: float, y: float) -> Array:
        """World x, y of the surface under a pixel; beside it, the nearest place of the ground."""
        ray, eye = self.ray(x, y), self.eye
        along = np.linspace(self.distance - 2.6, self.distance + 2.6, 700)
        at = eye + along[:, None] * ray
        with np.errstate(invalid="ignore"):
            below = at[:, 2] <= mesh.z_at(at[:, 0], at[:, 1])
        if below.any():
            before = along[max(int(below.argmax()) - 1, 0)]
            return self._refine(mesh, ray, before, along[1] - along[0])
        down = eye[2] / -ray[2] if ray[2] < 0 else self.distance
        return np.clip((eye + down * ray)[:2], -1.0, 1.0)

    def _refine(self, mesh: Mesh, ray: Array, start: float, step: float) -> Array:
        """Between a place above the surface and the one after it: twice 64 parts of a part."""
        for _ in range(2):
            along = start + step * np.linspace(0.0, 1.0, 65)
            at = self.eye + along[:, None] * ray
            with np.errstate(invalid="ignore"):
                below = at[:, 2] <= mesh.z_at(at[:, 0], at[:, 1])
            start, step = along[max(int(below.argmax()) - 1, 0)], step / 64
        return np.clip((self.eye + (start + step) * ray)[:2], -1.0, 1.0)


def _array(matrix: QMatrix4x4) -> Array:
    return np.array(matrix.data()).reshape(4, 4).T


def _spots(world: Array) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Of places (n, 3) the indices of one on each spot, and which of those each place is like."""
    ground = np.nan_to_num(world[:, :2], nan=0.0)  # a start may be outside of the box
    spot = np.clip((ground + 1.0) * (0.5 * _SPOTS), 0, _SPOTS - 1).astype(np.intp)
    key, every = spot @ np.array((1, _SPOTS)), np.arange(len(world))
    on = np.zeros(_SPOTS * _SPOTS, dtype=np.intp)
    on[key] = every
    chosen = np.flatnonzero(on[key] == every)
    on[key[chosen]] = np.arange(len(chosen))
    return chosen, on[key]
