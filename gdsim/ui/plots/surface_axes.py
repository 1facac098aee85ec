"""The box around the surface: ground, walls behind it, tick numbers, names of the axes."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from gdsim.ui import theme as th
from gdsim.ui.numbers import number
from gdsim.ui.plots.surface_camera import Camera
from gdsim.ui.plots.surface_heights import nice_ticks
from gdsim.ui.plots.surface_mesh import Mesh, to_z

Array = NDArray[np.float64]

#: Pixels from the edge of the box to the tick numbers, and on to the axis name.
_TO_NUMBER = 14
_TO_NAME = 40


class Axes:
    """Axes of one mesh from one camera."""

    def __init__(self, mesh: Mesh, camera: Camera, theme: th.Theme) -> None:
        self._mesh, self._camera, self._theme = mesh, camera, theme
        eye = camera.eye
        #: The sides (±1) that are towards the viewer; the walls stand on the others.
        self._near = np.where(eye[:2] >= 0, 1.0, -1.0)
        self._ticks = [
            [(2 * (v - low) / (high - low) - 1, v) for v in nice_ticks(low, high, 5)]
            for low, high in mesh.box
        ]
        heights = mesh.heights
        self._levels = [(float(to_z(heights(v))), v) for v in heights.ticks()]

    def paint_behind(self, painter: QPainter) -> None:
        """Ground and the two far walls with their grid lines."""
        x, y = self._near
        lines: list = [((t, -1, 0), (t, 1, 0)) for t, _ in self._ticks[0]]
        lines += [((-1, t, 0), (1, t, 0)) for t, _ in self._ticks[1]]
        for z, _ in self._levels:
            lines += [((-1, -y, z), (1, -y, z)), ((-x, -1, z), (-x, 1, z))]
        painter.setPen(th.pen(self._theme.edge, 1.0))
        self._draw_lines(painter, lines)
        ring = [(-1, -1, 0), (1, -1, 0), (1, 1, 0), (-1, 1, 0), (-1, -1, 0)]
        posts = [((-x, s * y, 0), (-x, s * y, 1)) for s in (-1, 1)]
        posts += [((x, -y, 0), (x, -y, 1))]
        painter.setPen(th.pen(self._theme.field_edge, 1.0))
        self._draw_lines(painter, [*pairwise(ring), *posts])

    def paint_before(self, painter: QPainter) -> None:
        """Tick numbers and names, which nothing may cover."""
        x, y = self._near
        names = self._mesh.problem.names
        along_x = [np.array((t, y, 0.0)) for t, _ in self._ticks[0]]
        along_y = [np.array((x, t, 0.0)) for t, _ in self._ticks[1]]
        self._paint_axis(painter, along_x, self._ticks[0], (0, y, 0), names[0], 0)
        self._paint_axis(painter, along_y, self._ticks[1], (x, 0, 0), names[1], 1)
        self._paint_height(painter)

    def _draw_lines(self, painter: QPainter, lines: list) -> None:
        ends = self._camera.project(np.array(lines, dtype=float))
        for tail, head in ends:
            painter.drawLine(QPointF(*tail), QPointF(*head))

    def _paint_axis(self, painter, places, ticks, middle, name, coordinate) -> None:
        """Numbers outside of the edge through ``middle``, the name beyond them."""
        theme = self._theme
        centre = self._camera.project(np.array(middle, dtype=float))
        away = centre - self._camera.project(np.zeros(3))
        away = away / max(float(np.hypot(*away)), 1e-9)
        painter.setFont(th.tabular(th.font(theme, theme.ticks)))
        painter.setPen(QColor(theme.muted))
        used: list[QRectF] = []
        for place, (_, value) in zip(places, ticks, strict=True):
            at = self._camera.project(place) + away * theme.size(_TO_NUMBER)
            _text(painter, at, number(value), used)
        painter.setFont(th.font(theme, 15, bold=True))
        painter.setPen(QColor(theme.coordinate_colour(coordinate)))
        _text(painter, centre + away * theme.size(_TO_NAME), name, [])

    def _paint_height(self, painter: QPainter) -> None:
        """Numbers of J up the leftmost post; none where one looks straight down."""
        theme, (x, y) = self._theme, self._near
        posts = [np.array(((*at, 0.0), (*at, 1.0))) for at in ((-x, y), (x, -y))]
        foot, top = min((self._camera.project(post) for post in posts), key=lambda p: p[0, 0])
        if np.hypot(*(top - foot)) < theme.size(60):
            return
        painter.setFont(th.tabular(th.font(theme, theme.ticks)))
        painter.setPen(QColor(theme.muted))
        used: list[QRectF] = []
        for z, value in self._levels:
            at = foot + z * (top - foot) - (theme.size(8), 0.0)
            _text(painter, at, number(value), used, Qt.AlignmentFlag.AlignRight)
        painter.setFont(th.font(theme, 15, bold=True))
        painter.setPen(QColor(theme.text))
        _text(painter, top - (0.0, theme.size(14)), "J", [])


def _text(
    painter: QPainter, at: Array, text: str, used: list[QRectF],
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter,
) -> None:  # fmt: skip
    """Write ``text`` at a pixel, unless that is out of sight or taken by another text."""
    room = QRectF(painter.viewport()).adjusted(2, 2, -2, -2)
    if not room.contains(QPointF(*at)):
        return
    size = painter.fontMetrics().size(0, text)
    left = at[0] - size.width() * (1.0 if align == Qt.AlignmentFlag.AlignRight else 0.5)
    rect = QRectF(left, at[1] - size.height() / 2, size.width(), size.height())
    rect.moveLeft(min(max(rect.left(), room.left()), room.right() - rect.width()))
    rect.moveTop(min(max(rect.top(), room.top()), room.bottom() - rect.height()))
    if not any(rect.intersects(other) for other in used):
        used.append(rect.adjusted(-4, 0, 4, 0))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), text)
