"""What the data view paints: residuals, fits, points, the rows of the batch, the chosen point."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from gdsim.ui import theme as th
from gdsim.ui.plots.data_points import MOST_SQUARES, Points
from gdsim.ui.plots.lane_layer import PixelItem, draw_path, faint, mark, polygon

Array = NDArray[np.float64]


@dataclass
class Fit:
    """One lane at a step: its curve (n, 2), ŷ of the drawn rows, and where ŷ is ½."""

    style: int
    curve: Array
    residuals: Array
    threshold: float | None = None


@dataclass
class Shown:
    """All that is painted."""

    points: Points
    fits: list[Fit] = field(default_factory=list)
    lit: list[Fit] = field(default_factory=list)
    ghosts: list[Fit] = field(default_factory=list)
    batches: dict[int, Array] = field(default_factory=dict)
    chosen: int | None = None


class DataItem(PixelItem):
    """Paints a `Shown`."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: Shown | None = None
        self._theme = th.LIGHT

    def show_all(self, shown: Shown | None) -> None:
        """Paint this."""
        self.shown = shown
        self.update()

    def set_theme(self, theme: th.Theme) -> None:
        """Use this appearance."""
        self._theme = theme
        self.update()

    def paint_pixels(self, painter: QPainter, scale: Array, shift: Array) -> None:
        shown = self.shown
        if shown is None:
            return
        drawn = shown.points.drawn
        at = np.column_stack((shown.points.x[drawn], shown.points.y[drawn])) * scale + shift
        for i, fit in enumerate(shown.fits):
            self._paint_residuals(painter, fit, at, scale, shift, right=i % 2 == 0)
        for fit in shown.ghosts:
            self._paint_fit(painter, fit, scale, shift, 0.5, share=0.4)
        for fit in shown.lit:
            self._paint_fit(painter, fit, scale, shift, 0.8, lit=True)
        for fit in shown.fits:
            self._paint_fit(painter, fit, scale, shift, 1.0)
        self._paint_points(painter, at)
        self._paint_batches(painter, scale, shift)
        self._paint_chosen(painter, scale, shift)

    def _paint_residuals(
        self, painter: QPainter, fit: Fit, at: Array, scale: Array, shift: Array, *, right: bool
    ) -> None:
        """Squares beside the residuals of a few points, lines for more, nothing for very many."""
        if not len(fit.residuals):
            return
        colour = QColor(self._theme.lane_colour(fit.style))
        painter.setPen(th.pen(colour.name(), self._theme.line * 0.5))
        colour.setAlphaF(0.13)
        squares = len(at) <= MOST_SQUARES
        painter.setBrush(pg.mkBrush(colour) if squares else Qt.BrushStyle.NoBrush)
        ends = np.clip(fit.residuals * scale[1] + shift[1], -1e5, 1e5)
        clip = painter.clipBoundingRect()
        for (x, y), end in zip(at.tolist(), ends.tolist(), strict=True):
            side = abs(end - y)
            if squares:
                left = square_left(x, side, clip.left(), clip.right(), right=right)
                painter.drawRect(QRectF(left, min(y, end), side, side))
            else:
                painter.drawLine(QPointF(x, y), QPointF(x, end))

    def _paint_fit(
        self, painter: QPainter, fit: Fit, scale: Array, shift: Array, width: float,
        *, share: float = 1.0, lit: bool = False,
    ) -> None:  # fmt: skip
        theme = self._theme
        colour = theme.text if lit else theme.lane_colour(fit.style)
        dash = th.DASHES[fit.style % len(th.DASHES)]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(faint(th.pen(colour, theme.line * width, dash), share))
        if len(fit.curve) > 1:
            draw_path(painter, fit.curve * scale + shift)
        if fit.threshold is not None and not lit:
            x = fit.threshold * scale[0] + shift[0]
            clip = painter.clipBoundingRect()
            if clip.left() <= x <= clip.right():
                painter.setPen(faint(th.pen(colour, 1.0, Qt.PenStyle.DotLine), share))
                painter.drawLine(QPointF(x, clip.top()), QPointF(x, clip.bottom()))

    def _paint_points(self, painter: QPainter, at: Array) -> None:
        """Filled rings; the points of class 0 are hollow."""
        theme, shown = self._theme, self.shown
        assert shown is not None
        size = theme.line * (3.2 if len(at) <= 200 else 1.6)
        if len(at) > 200:
            painter.setPen(th.pen(theme.muted, size))
            painter.drawPoints(polygon(at))
            return
        dot = mark("o", size)
        zero = shown.points.y[shown.points.drawn] == 0 if shown.points.classes else None
        painter.setPen(th.pen(theme.text, theme.line * 0.6))
        for i, (x, y) in enumerate(at.tolist()):
            hollow = zero is not None and zero[i]
            painter.setBrush(pg.mkBrush(theme.card if hollow else theme.text))
            painter.drawPath(dot.translated(x, y))

    def _paint_batches(self, painter: QPainter, scale: Array, shift: Array) -> None:
        theme, shown = self._theme, self.shown
        assert shown is not None
        for style, at in shown.batches.items():
            painter.setBrush(pg.mkBrush(theme.lane_colour(style)))
            painter.setPen(th.pen(theme.card, theme.line * 0.6))
            symbol = mark(th.SYMBOLS[style % len(th.SYMBOLS)], theme.line * 5.0)
            for x, y in (at * scale + shift).tolist():
                painter.drawPath(symbol.translated(x, y))

    def _paint_chosen(self, painter: QPainter, scale: Array, shift: Array) -> None:
        theme, shown = self._theme, self.shown
        assert shown is not None
        if shown.chosen is None:
            return
        place = np.array([shown.points.x[shown.chosen], shown.points.y[shown.chosen]])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(th.pen(theme.accent, theme.line))
        painter.drawEllipse(QPointF(*(place * scale + shift)), theme.line * 4.5, theme.line * 4.5)


def square_left(x: float, side: float, low: float, high: float, *, right: bool) -> float:
    """Where a square beside the residual at ``x`` begins in a picture from ``low`` to ``high``.

    On its lane's side, or on the other where only there it is seen whole.
    """
    fits = {True: x + side <= high, False: x - side >= low}
    return x if (right if fits[right] or not fits[not right] else not right) else x - side
