"""What a contour shows besides the lanes: start, minima, gap, the lit-up step, the old path."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from gdsim.engine.run import Run
from gdsim.ui import theme as th
from gdsim.ui.plots.kept import KeptPicture
from gdsim.ui.plots.lane_layer import PixelItem, draw_highlight, draw_path, mark
from gdsim.ui.plots.paths import drawable, near_first
from gdsim.ui.scene import Scene, same_runs

Array = NDArray[np.float64]

#: So many points of old paths take longer to draw than a frame of a drag may take.
MANY = 5000
#: The share of its colour that an old path has.
FAINT = 0.5


class LandmarkItem(PixelItem):
    """A ring around the start (it can be dragged) and a cross at each known minimum."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(5)
        self._start: Array = np.empty((0, 2))
        self._minima: Array = np.empty((0, 2))
        self._theme = th.LIGHT

    def set_points(self, start: tuple[float, ...], minima: list[tuple[float, ...]]) -> None:
        """Place the start and the minima."""
        self._start = np.array([start])
        self._minima = np.array(minima).reshape(-1, 2)
        self.update()

    def set_theme(self, theme: th.Theme) -> None:
        """Use this appearance."""
        self._theme = theme
        self.update()

    def paint_pixels(self, painter: QPainter, scale: Array, shift: Array) -> None:
        theme = self._theme
        painter.setPen(th.pen(theme.minimum_edge, 1.2))
        painter.setBrush(pg.mkBrush(theme.minimum))
        cross = mark("+", theme.line * 8)
        for x, y in (self._minima * scale + shift).tolist():
            painter.drawPath(cross.translated(x, y))
        painter.setPen(th.pen(theme.text, 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = theme.line * 4.5
        for x, y in (self._start * scale + shift).tolist():
            painter.drawEllipse(QPointF(x, y), radius, radius)


class HighlightItem(PixelItem):
    """Rings around the points of the step that the mouse is on, here or in another view."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(110)
        self.points: list[tuple[int | None, Array]] = []
        self._theme = th.LIGHT
        self.hide()

    def set_points(self, points: list[tuple[int | None, Array]], theme: th.Theme) -> None:
        """Rings for (style, place in data)."""
        self.points = [(style, at) for style, at in points if np.isfinite(at).all()]
        self._theme = theme
        self.setVisible(bool(self.points))
        self.update()

    def paint_pixels(self, painter: QPainter, scale: Array, shift: Array) -> None:
        for style, at in self.points:
            draw_highlight(painter, self._theme, style, at * scale + shift)


def _theta(run: Run) -> Array:
    return run.theta


class GhostItem(PixelItem):
    """The paths from before a drag, faint, until it ends."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(-10)
        self.paths: list[tuple[int | None, Array]] = []
        self._theme = th.LIGHT
        self._runs: tuple[Run, ...] = ()
        self._key: object = None
        self._kept = KeptPicture()
        self.hide()

    def set_scene(
        self,
        scene: Scene,
        lanes: tuple[int, ...],
        frame: tuple[Array, Array, Array],
        path: Callable[[Run], Array] = _theta,
    ) -> None:
        """Show what `Scene.ghost` holds of ``lanes`` in a plot's frame; ``path`` is (n, 2)."""
        key = (lanes, *(part.tobytes() for part in frame))
        if same_runs(scene.ghost, self._runs) and key == self._key:
            return
        self._runs, self._key = scene.ghost, key
        self.set_paths([
            (scene.styles[lane], drawable(path(scene.ghost[lane]), *frame))
            for lane in lanes
            if lane < len(scene.ghost)
        ])  # fmt: skip

    def set_paths(self, paths: list[tuple[int | None, Array]]) -> None:
        """Show these: a style (``None``: the gap's) and finite points (n, 2) each."""
        self.paths = paths
        self._kept.forget()
        self.setVisible(bool(paths))
        self.update()

    def set_theme(self, theme: th.Theme) -> None:
        """Use this appearance."""
        self._theme = theme
        self.update()

    def paint_pixels(self, painter: QPainter, scale: Array, shift: Array) -> None:
        painter.setOpacity(FAINT)
        if sum(len(points) for _, points in self.paths) < MANY:
            self._draw(painter, scale, shift)
        else:
            key = (self._theme, *scale, *shift)
            self._kept.paint(painter, key, lambda inner: self._draw(inner, scale, shift))

    def _draw(self, painter: QPainter, scale: Array, shift: Array) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for style, points in self.paths:
            if len(points) > 1:
                painter.setPen(ghost_pen(self._theme, style))
                draw_path(painter, points * scale + shift)


def ghost_pen(theme: th.Theme, style: int | None) -> QPen:
    """The pen of what was there before a drag; it is painted `FAINT`."""
    colour = theme.gap if style is None else theme.lane_colour(style)
    return th.pen(colour, theme.line * 0.5)


class GapItem(PixelItem):
    """The dashed gap from the synchronous point to the sequential one, a ring at the former."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(95)
        self._ends: Array = np.empty((0, 2))
        self._theme, self._style = th.LIGHT, 0

    def set_ends(self, ends: Array) -> None:
        """Synchronous and sequential point, shape (2, 2), or (0, 2) for no gap."""
        self._ends = ends
        self.update()

    def set_look(self, theme: th.Theme, style: int) -> None:
        """Appearance, and the style of the synchronous lane."""
        self._theme, self._style = theme, style
        self.update()

    def paint_pixels(self, painter: QPainter, scale: Array, shift: Array) -> None:
        if not len(self._ends):
            return
        theme, ends = self._theme, self._ends * scale + shift
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(th.pen(theme.gap, theme.line, Qt.PenStyle.DashLine))
        draw_path(painter, near_first(ends))
        painter.setPen(th.pen(theme.lane_colour(self._style), theme.line))
        ring = mark(th.SYMBOLS[self._style % len(th.SYMBOLS)], theme.line * 6)
        painter.drawPath(ring.translated(*np.clip(ends[0], -1e4, 1e4)))
