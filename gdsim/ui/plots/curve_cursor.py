"""The line of the current step on curves, with a mark on each, and rings where a step is lit up."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from gdsim.ui import theme as th
from gdsim.ui.plots.lane_layer import PixelItem, draw_highlight, mark

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Mark:
    """Where a curve is at a step: ``time`` along x is past ``x`` where the curve has ended.

    A style of ``None`` is the gap's; a ``height`` of NaN has no mark.
    """

    style: int | None
    time: float
    x: float
    height: float


class CursorItem(PixelItem):
    """Lanes whose steps lie at different places each have a line of their own."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(10)
        self.marks: list[Mark] = []
        self.lit: list[Mark] = []
        self._theme = th.LIGHT

    def show_at(self, marks: list[Mark], lit: list[Mark], theme: th.Theme) -> None:
        """``marks`` of the current step, ``lit`` those of the step that the mouse is on."""
        self.marks, self.lit, self._theme = marks, lit, theme
        self.update()

    def paint_pixels(self, painter: QPainter, scale: Array, shift: Array) -> None:
        theme = self._theme
        clip = painter.clipBoundingRect()
        for marks, width in ((self.lit, theme.line * 1.6), (self.marks, 1.0)):
            lines = {each.time * scale[0] + shift[0]: each.style for each in marks}
            for x, style in lines.items():
                colour = theme.track if marks is self.lit else theme.text
                if marks is self.marks and len(lines) > 1 and style is not None:
                    colour = theme.lane_colour(style)
                painter.setPen(th.pen(colour, width))
                painter.drawLine(QPointF(x, clip.top()), QPointF(x, clip.bottom()))
        for each in self.marks:
            if np.isfinite(each.height):
                self._paint_mark(painter, each, np.array([each.x, each.height]) * scale + shift)
        for each in self.lit:
            if np.isfinite(each.height):
                at = np.array([each.x, each.height]) * scale + shift
                draw_highlight(painter, theme, each.style, at)

    def _paint_mark(self, painter: QPainter, each: Mark, at: Array) -> None:
        theme, style = self._theme, each.style
        colour = theme.gap if style is None else theme.lane_colour(style)
        symbol = "o" if style is None else th.SYMBOLS[style % len(th.SYMBOLS)]
        painter.setPen(th.pen(theme.card, 1.0))
        painter.setBrush(pg.mkBrush(colour))
        painter.drawPath(mark(symbol, theme.line * 4).translated(*at))
