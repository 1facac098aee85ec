"""One lane drawn on a contour: its path, the last step's elbow, the arrow of −α∇J, the point.

One item paints all of it, straight in pixels: a plot item for each part would cost several times
the painting itself in bookkeeping, and a drag must stay within a frame.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import cast

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from pyqtgraph.graphicsItems.ScatterPlotItem import Symbols
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QTransform
from shiboken6 import wrapInstance

from gdsim.ui import theme as th
from gdsim.ui.plots.paths import drawable, pieces
from gdsim.ui.scene import Scene

Array = NDArray[np.float64]

#: Steps before the current one that are drawn with the thick pen and marks.
RECENT = 40
#: Future steps that are dotted; beyond them the run has usually come to rest.
FUTURE = 300
#: Length of an arrow's head in pixels.
_HEAD = 11.0
_NOTHING: Array = np.empty((0, 2))

#: A path of more pixels is drawn in stretches of so many.
_LONG, _STRETCH = 1_000, 250
#: More of them in the picture are a tangle, in which no dash could be made out: solid.
_TANGLE = 20_000
#: Of a tangle that lies ahead only so much is dotted: all of it would be a band over what there is.
_AHEAD = 4_000


class WholeItem(pg.GraphicsObject):
    """An item over the whole view."""

    def boundingRect(self) -> QRectF:
        return QRectF(self.viewRect())

    def viewTransformChanged(self) -> None:
        # Forgets the view's rectangle, which pyqtgraph keeps.
        super().viewTransformChanged()
        self.prepareGeometryChange()
        self.update()


class PixelItem(WholeItem):
    """An item over the whole view that paints in pixels."""

    def paint(self, painter: QPainter, *_: object) -> None:
        """Set the painter to pixels and hand over the map from data to them."""
        world = painter.worldTransform()
        scale = np.array([world.m11(), world.m22()])
        shift = np.array([world.dx(), world.dy()])
        painter.save()
        # Not just disabled: Qt's SVG generator would go on applying it to what clips.
        painter.setWorldTransform(QTransform())
        painter.setClipRect(world.mapRect(self.viewRect()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # A lane that diverges is soon at places that are beyond all pixels.
        with np.errstate(all="ignore"):
            self.paint_pixels(painter, scale, shift)
        painter.restore()

    def paint_pixels(self, painter: QPainter, scale: Array, shift: Array) -> None:
        """Paint; a point p of the data is at ``p * scale + shift``."""
        raise NotImplementedError


class LaneLayer(PixelItem):
    """One lane on a contour plot."""

    def __init__(self, lane: int) -> None:
        super().__init__()
        self.setZValue(10 + lane)
        self.lane = lane
        self._look: _Look | None = None
        self._past = self._recent = self._future = self._elbow = self._now = _NOTHING
        self._move: Array | None = None

    def set_look(self, theme: th.Theme, style: int) -> None:
        """Colour, dash and mark of the lane."""
        self._look = _Look(theme, style)
        self.update()

    def set_step(self, scene: Scene, step: int, low: Array, high: Array, pixels: Array) -> None:
        """Show ``scene`` at ``step`` for the range ``low`` … ``high`` on a plot of ``pixels``."""
        run = scene.runs[self.lane]
        k = scene.at(self.lane, step)
        first = max(0, k - RECENT)
        self._past = drawable(run.theta[: first + 1], low, high, pixels)
        self._recent = drawable(run.theta[first : k + 1], low, high, pixels)
        ahead = k if scene.predicting else k + FUTURE
        self._future = drawable(run.theta[k:ahead], low, high, pixels)
        sequential = k > 0 and run.lane.order == "sequential"
        self._elbow = drawable(run.elbows(k - 1), low, high, pixels) if sequential else _NOTHING
        here = run.theta[k]
        self._now = here[None, :] if np.isfinite(here).all() else _NOTHING
        rate = float(run.learning_rate[min(k, run.steps - 1)]) if run.steps else 0.0
        with np.errstate(all="ignore"):
            move = -rate * run.grad[k]
        drawn = np.isfinite(move).all() and len(self._now) and not scene.predicting
        self._move = move if drawn else None
        self.update()

    def paint_pixels(self, painter: QPainter, scale: Array, shift: Array) -> None:
        look = self._look
        if look is None:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if len(self._future) > 1:
            painter.setPen(look.future)
            draw_path(painter, self._future * scale + shift, _AHEAD)
        for points, drawn in (
            (self._past, look.past),
            (self._elbow, look.elbow),
            (self._recent, look.recent),
        ):
            if len(points) > 1:
                painter.setPen(drawn)
                draw_path(painter, points * scale + shift)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.brush)
        for x, y in _apart(self._recent[:-1] * scale + shift):
            painter.drawPath(look.visited.translated(x, y))
        if self._move is not None:
            tail = self._now[0] * scale + shift
            draw_arrow(painter, tail, self._move * scale, look.arrow)
        painter.setBrush(look.brush)
        painter.setPen(look.edge)
        for x, y in (self._now * scale + shift).tolist():
            painter.drawPath(look.now.translated(x, y))


def _apart(points: Array) -> Iterable[list[float]]:
    """One of those pixels (n, 2) that are the same to a quarter: a run at rest is on one only."""
    places = map(tuple, np.round(4.0 * points).tolist())
    return dict(zip(places, points.tolist(), strict=True)).values()


class _Look:
    """Pens, brush and marks of a lane style in a theme."""

    def __init__(self, theme: th.Theme, style: int) -> None:
        colour = theme.lane_colour(style)
        self.future = th.pen(colour, theme.thin, Qt.PenStyle.DotLine)
        dash = th.DASHES[style % len(th.DASHES)]
        self.past = th.pen(colour, min(theme.line * 0.5, theme.thin), dash)
        self.recent = th.pen(colour, theme.line, dash)
        self.elbow = th.pen(theme.muted, theme.thin, Qt.PenStyle.DashLine)
        self.arrow = th.pen(theme.text, theme.line * 0.8)
        self.edge = th.pen(theme.card, theme.line)
        self.brush = pg.mkBrush(colour)
        symbol = th.SYMBOLS[style % len(th.SYMBOLS)]
        self.visited = mark(symbol, theme.line * 2.5)
        self.now = mark(symbol, theme.line * 7.0)


def faint(pen: QPen, share: float) -> QPen:
    """``pen`` with ``share`` of its colour, the rest shines through."""
    colour = pen.color()
    colour.setAlphaF(share)
    pen.setColor(colour)
    return pen


def mark(symbol: str, size: float) -> QPainterPath:
    """The outline of a lane mark, ``size`` pixels wide, around the origin."""
    path: QPainterPath = Symbols[symbol]
    return pg.QtGui.QTransform.fromScale(size, size).map(path)


def draw_highlight(painter: QPainter, theme: th.Theme, style: int | None, at: Array) -> None:
    """The sign of a step that is lit up, at pixel ``at``: the lane's mark as a ring with a halo."""
    symbol = "o" if style is None else th.SYMBOLS[style % len(th.SYMBOLS)]
    ring = mark(symbol, theme.line * 7.5).translated(*np.clip(at, -1e5, 1e5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((theme.card, 2.6), (theme.text, 1.1)):
        painter.setPen(th.pen(colour, theme.line * width))
        painter.drawPath(ring)


def polygon(points: Array):
    """A QPolygonF of points (n, 2)."""
    return pg.functions.arrayToQPolygonF(
        np.ascontiguousarray(points[:, 0]), np.ascontiguousarray(points[:, 1])
    )


def _along(path: Array) -> Array:
    """Pixels from the first point of a path (n, 2) to each of them."""
    along = np.zeros(len(path))
    moves = path[1:] - path[:-1]
    np.hypot(moves[:, 0], moves[:, 1]).cumsum(out=along[1:])
    return along


def draw_path(painter: QPainter, points: Array, most: float = np.inf) -> None:
    """Paint a path of pixels (n, 2), without what lies outside of the picture.

    Qt would make every dash of a line that leaves it, and would fill the outline of a long path
    that crosses itself again and again as one: seconds, where a run oscillates widely. So it gets
    one stretch after the other. Of a tangle only about the first ``most`` pixels are painted.
    """
    if len(points) < 2:
        return
    if _along(points)[-1] <= _LONG:  # and every place a number
        painter.drawPolyline(polygon(points))
        return
    clip, pen = painter.clipBoundingRect(), painter.pen()
    margin = 2.0 * pen.widthF() + 2.0
    low = np.array([clip.left() - margin, clip.top() - margin])
    high = np.array([clip.right() + margin, clip.bottom() + margin])
    seen = pieces(points, low, high)
    along = [_along(piece) for piece in seen]
    tangle = sum(each[-1] for each in along) > _TANGLE
    if tangle and most == np.inf:
        solid = QPen(pen)
        solid.setStyle(Qt.PenStyle.SolidLine)
        painter.setPen(solid)
        _draw_lines(painter, seen)
    else:
        for piece, pixels in zip(seen, along, strict=True):
            if most <= 0:
                break
            shown = int(np.searchsorted(pixels, most)) + 1 if tangle else len(piece)
            most -= pixels[-1] if tangle else 0.0
            _draw_stretches(painter, pen, piece[:shown], pixels[:shown])
    painter.setPen(pen)


def _draw_stretches(painter: QPainter, pen: QPen, path: Array, along: Array) -> None:
    """Paint a long path stretch by stretch, its dashes going on from each to the next."""
    if along[-1] <= _LONG:
        painter.drawPolyline(polygon(path))
        return
    ends = np.searchsorted(along, np.arange(_STRETCH, along[-1], _STRETCH)).tolist()
    shifted = QPen(pen)
    for first, last in pairwise(sorted({0, *ends, len(path) - 1})):
        if pen.style() != Qt.PenStyle.SolidLine:
            shifted.setDashOffset(along[first] / max(pen.widthF(), 1.0))
            painter.setPen(shifted)
        painter.drawPolyline(polygon(path[first : last + 1]))


def _draw_lines(painter: QPainter, paths: list[Array]) -> None:
    """Paint the parts of paths one by one."""
    whole = painter.pen()
    pen = QPen(whole)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)  # round ones take ten times as long
    painter.setPen(pen)
    ends = np.concatenate([np.hstack((path[:-1], path[1:])) for path in paths])
    # Qt reads them where they are: a hundred thousand objects of Python would take longer than it.
    painter.drawLines(cast("QLineF", wrapInstance(ends.ctypes.data, QLineF)), len(ends))
    painter.setPen(whole)


def arrow(tail: Array, move: Array, low: Array, high: Array, pixels: Array) -> tuple[Array, Array]:
    """Shaft (2, 2) and head (4, 2) of an arrow from ``tail`` to ``tail + move``, in data.

    Its head has a fixed size in ``pixels`` of the range ``low`` … ``high``. Both are empty where
    there is no direction; an arrow shorter than its head is the head alone.
    """
    with np.errstate(all="ignore"):
        scale = pixels / (high - low)
        seen = move * scale
        length = float(np.hypot(*seen))
    if not (1e-9 < length < np.inf and np.isfinite(tail).all()):
        return _NOTHING, _NOTHING
    direction = seen / length
    side = 0.4 * _HEAD * np.array([-direction[1], direction[0]])
    # A head far outside the picture is not seen, and huge coordinates slow the painter down.
    tip = direction * min(max(length, _HEAD), 4000.0)
    base = tip - _HEAD * direction
    shaft = np.array([np.zeros(2), base])
    head = np.array([tip, base + side, base - side, tip])
    return tail + shaft / scale, tail + head / scale


def draw_arrow(painter: QPainter, tail: Array, move: Array, pen: QPen) -> None:
    """Paint an arrow of ``move`` pixels from pixel ``tail``."""
    shaft, head = arrow(tail, move, np.zeros(2), np.ones(2), np.ones(2))
    if not len(head):
        return
    painter.setPen(pen)
    if np.hypot(*move) > _HEAD:
        painter.drawLine(QPointF(*shaft[0]), QPointF(*shaft[1]))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(pen.color())
    painter.drawPolygon(polygon(head))
