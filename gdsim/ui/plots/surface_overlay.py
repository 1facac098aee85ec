"""What is drawn over the surface: paths, marks, drop line, arrow of −α∇J, gap, minima, start.

Drawn by QPainter, not by OpenGL: so that lanes have the same dashes and marks as everywhere, on
every graphics driver (wide lines are optional in OpenGL). What lies behind a hill is drawn faint.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from pyqtgraph.graphicsItems.ScatterPlotItem import Symbols
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gdsim.ui import theme as th
from gdsim.ui.plots.field import inside
from gdsim.ui.plots.lane_layer import draw_highlight
from gdsim.ui.plots.surface_arrows import paint_arrows
from gdsim.ui.plots.surface_camera import Camera
from gdsim.ui.plots.surface_mesh import Mesh
from gdsim.ui.plots.surface_tracks import Track, make_track
from gdsim.ui.scene import Scene

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

#: Steps before the current one whose path is thick and marked; older ones are a hairline.
RECENT = 40
#: Steps of the future that are dotted.
_AHEAD = 30
#: Pixels of a path that are drawn thick, and dotted: both are dear to paint where a run zigzags.
_THICK = 4000.0
_DOTTED = 1500.0


@dataclass(frozen=True, eq=False)
class Seen:
    """A track from one camera: pixels (n, 2), and which pieces are in sight or hidden."""

    track: Track
    pixels: Array
    open: Mask
    hidden: Mask


class Overlay:
    """The moving part of one scene on one mesh."""

    def __init__(self, scene: Scene, mesh: Mesh) -> None:
        self.scene, self.mesh = scene, mesh
        self.tracks = tuple(make_track(mesh, run) for run in scene.runs)
        places = [(p, value) for p, value in scene.problem.minima if inside(p, mesh.box)]
        self._minima = np.array([mesh.world(np.array(p), value) for p, value in places]).reshape(
            -1, 3
        )
        self.start = self.tracks[0].steps[0]
        self._seen: tuple[Seen, ...] = ()
        self._camera: Camera | None = None
        self._hides = np.zeros(0, dtype=bool)

    def look(self, camera: Camera) -> None:
        """Work out what ``camera`` sees, once per camera."""
        if camera == self._camera:
            return
        self._camera = camera
        fixed = np.concatenate((self._minima, self.start[None, :]))
        everything = np.concatenate((fixed, *(t.vertices for t in self.tracks)))
        hides = camera.hidden(self.mesh, everything)
        pixels = camera.project(everything)
        self._hides = hides[: len(fixed)]
        seen, at = [], len(fixed)
        for track in self.tracks:
            part = slice(at, at + track.length)
            seen.append(see(track, pixels[part], hides[part]))
            at += track.length
        self._seen = tuple(seen)

    def pixel(self, lane: int, step: int) -> Array | None:
        """Where ``lane`` is on the picture at cursor ``step``; None outside the box, or hidden."""
        here = self.place(lane, step)
        if self._camera is None or not np.isfinite(here).all():
            return None
        hidden = self._camera.hidden(self.mesh, here[None, :])[0]
        return None if hidden else self._camera.project(here)

    def start_pixel(self) -> Array | None:
        """Where the start is on the picture; None where it is outside the box or hidden."""
        return self.pixel(0, 0)

    def paint(self, painter: QPainter, theme: th.Theme, step: int) -> None:
        """Draw everything for cursor ``step``; `look` comes first."""
        assert self._camera is not None
        self._paint_minima(painter, theme)
        # Lane 0 last, so that it lies on top as in the overlaid contour's order of reading.
        for lane in reversed(range(len(self._seen))):
            self._paint_path(painter, theme, lane, step)
        self._paint_start(painter, theme)
        self._paint_gap(painter, theme, step)
        for lane in reversed(range(len(self._seen))):
            self._paint_now(painter, theme, lane, step)

    def paint_highlight(self, painter: QPainter, theme: th.Theme, step: int) -> None:
        """Rings around the points of the step that the mouse is on."""
        assert self._camera is not None
        for lane in range(len(self.tracks)):
            here = self.place(lane, step)
            if np.isfinite(here).all():
                at = self._camera.project(here)
                draw_highlight(painter, theme, self.scene.styles[lane], at)

    def step_pixels(self) -> list[Array]:
        """Where the steps of each lane are on the picture; NaN outside the box."""
        if self._camera is None:
            return []
        return [self._camera.project(track.steps) for track in self.tracks]

    # Paths -----------------------------------------------------------------------------------

    def _paint_path(self, painter: QPainter, theme: th.Theme, lane: int, step: int) -> None:
        seen, style = self._seen[lane], self.scene.styles[lane]
        colour, dash = theme.lane_colour(style), th.DASHES[style % len(th.DASHES)]
        now = self.scene.at(lane, step)
        first = seen.track.first
        past, here = int(first[max(0, now - RECENT)]), int(first[now])
        past = here - _within(seen.pixels[past:here][::-1], _THICK)
        last = now if self.scene.predicting else min(now + _AHEAD, len(first) - 1)
        ahead = seen.pixels[here : int(first[last])]
        future = slice(max(here - 1, 0), here + _within(ahead, _DOTTED))
        stroke(painter, seen, slice(0, past + 1), th.pen(colour, 1.0), 110)
        stroke(painter, seen, slice(past, here), th.pen(colour, theme.line * 1.25, dash), 90)
        stroke(painter, seen, future, th.pen(colour, 1.2, Qt.PenStyle.DotLine), 60)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        self._paint_visited(painter, seen.track, theme.line * 2.5, style, now)

    def _paint_visited(self, painter, track: Track, size: float, style: int, now: int) -> None:
        assert self._camera is not None
        steps = track.steps[max(0, now - RECENT) : now]
        for at in self._camera.project(steps[np.isfinite(steps).all(axis=1)]):
            mark(painter, at, style, size)

    # Single marks ----------------------------------------------------------------------------

    def _paint_minima(self, painter: QPainter, theme: th.Theme) -> None:
        assert self._camera is not None
        painter.setBrush(QColor(theme.minimum))
        painter.setPen(th.pen(theme.minimum_edge, 1.2))
        for at, hidden in zip(self._camera.project(self._minima), self._hides, strict=False):
            painter.setOpacity(0.35 if hidden else 1.0)
            _draw_symbol(painter, at, "+", theme.line * 8)
        painter.setOpacity(1.0)

    def _paint_start(self, painter: QPainter, theme: th.Theme) -> None:
        assert self._camera is not None
        if not np.isfinite(self.start).all():
            return
        painter.setOpacity(0.35 if self._hides[-1] else 1.0)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(th.pen(theme.text, 1.4))
        _draw_symbol(painter, self._camera.project(self.start), "o", theme.line * 9)
        painter.setOpacity(1.0)

    def _paint_gap(self, painter: QPainter, theme: th.Theme, step: int) -> None:
        assert self._camera is not None
        if self.scene.pair is None:
            return
        ends = np.array([self.place(lane, step) for lane in self.scene.pair])
        if np.isfinite(ends).all() and not (ends[0] == ends[1]).all():
            painter.setPen(th.pen(theme.gap, theme.line, Qt.PenStyle.DashLine))
            tail, head = self._camera.project(ends)
            painter.drawLine(QPointF(*tail), QPointF(*head))

    def outside(self, step: int) -> list[int]:
        """Lanes whose point at cursor ``step`` is not in the picture."""
        lanes = range(len(self.tracks))
        return [lane for lane in lanes if not np.isfinite(self.place(lane, step)).all()]

    def place(self, lane: int, step: int) -> Array:
        """World place of ``lane`` at cursor ``step``; NaN outside the box."""
        return self.tracks[lane].steps[self.scene.at(lane, step)]

    def _paint_now(self, painter: QPainter, theme: th.Theme, lane: int, step: int) -> None:
        assert self._camera is not None
        here, style = self.place(lane, step), self.scene.styles[lane]
        if not np.isfinite(here).all():
            return
        colour = theme.lane_colour(style)
        ground = here * (1.0, 1.0, 0.0)
        at, foot = self._camera.project(np.array((here, ground)))
        painter.setPen(th.pen(colour, 1.4, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(*at), QPointF(*foot))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        mark(painter, foot, style, theme.line * 2.5)
        paint_arrows(painter, theme, self._camera, self.mesh, self.scene, lane, step)
        hidden = self._camera.hidden(self.mesh, here[None, :])[0]
        painter.setPen(th.pen(colour if hidden else theme.card, 2.0))
        painter.setBrush(Qt.BrushStyle.NoBrush if hidden else QColor(colour))
        mark(painter, at, style, theme.line * 7)


def see(track: Track, pixels: Array, hides: Mask) -> Seen:
    """A track whose vertices are at ``pixels``, ``hides`` those behind the surface."""
    whole = track.joined.copy()
    behind = hides.copy()
    behind[:-1] |= hides[1:]
    return Seen(track, pixels, whole & ~behind, whole & behind)


def _within(pixels: Array, reach: float) -> int:
    """How many of the vertices lie within ``reach`` pixels along the path from the first."""
    lengths = np.hypot(*np.diff(pixels, axis=0).T)
    return min(len(pixels), int(np.searchsorted(np.cumsum(lengths), reach)) + 1)


def stroke(painter: QPainter, seen: Seen, part: slice, pen: QPen, faint: int) -> None:
    """Draw a part of a track: in sight as it is, behind the surface with alpha ``faint``."""
    x, y = np.ascontiguousarray(seen.pixels[part].T)
    if len(x) < 2:
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for mask, used in ((seen.hidden[part], _faint(pen, faint)), (seen.open[part], pen)):
        if mask.any():
            painter.setPen(used)
            painter.drawPath(pg.arrayToQPath(x, y, connect=mask.astype(np.int32)))


def _faint(pen: QPen, alpha: int) -> QPen:
    made = QPen(pen)
    colour = QColor(pen.color())
    colour.setAlpha(alpha)
    made.setColor(colour)
    return made


def mark(painter: QPainter, at: Array, style: int, size: float) -> None:
    """The mark of a lane, ``size`` pixels wide, in the painter's pen and brush."""
    _draw_symbol(painter, at, th.SYMBOLS[style % len(th.SYMBOLS)], size)


def _draw_symbol(painter: QPainter, at: Array, symbol: str, size: float) -> None:
    painter.save()
    painter.translate(float(at[0]), float(at[1]))
    painter.scale(size, size)
    painter.drawPath(Symbols[symbol])
    painter.restore()
