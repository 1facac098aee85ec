"""The mark of a lane: its shape in its colour, so that colour is never the only sign."""

from __future__ import annotations

import pyqtgraph as pg
from pyqtgraph.graphicsItems.ScatterPlotItem import Symbols
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from gdsim.ui.theme import LIGHT, SYMBOLS, Theme, screen_ratio
from gdsim.ui.widgets.strokes import stroke


def draw_mark(
    painter: QPainter, theme: Theme, style: int, centre: QPointF, size: float, hollow: bool = False
) -> None:
    """Paint the mark of lane style ``style``, ``size`` pixels across."""
    colour = theme.lane_colour(style)
    place = QTransform().translate(centre.x(), centre.y()).scale(size, size)
    painter.setPen(stroke(colour, 1.5 * theme.text_scale))
    painter.setBrush(pg.mkBrush(theme.card if hollow else colour))
    painter.drawPath(place.map(Symbols[SYMBOLS[style % len(SYMBOLS)]]))


def mark_pixmap(theme: Theme, style: int, pixels: float = 16) -> QPixmap:
    """The mark of lane style ``style`` as a picture, for a menu."""
    side = theme.size(pixels)
    ratio = screen_ratio()
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_mark(painter, theme, style, QPointF(side / 2, side / 2), side * 0.7)
    painter.end()
    return pixmap


class LaneMark(QWidget):
    """A small widget that shows a lane's mark, ``pixels`` across at text scale 1."""

    def __init__(self, style: int = 0, pixels: float = 11, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._pixels = pixels
        self._theme = LIGHT
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_lane(self, style: int) -> None:
        """Show the mark of another lane style."""
        self._style = style
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Use this appearance."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        side = self._theme.size(self._pixels) + 2
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = QPointF(self.width() / 2, self.height() / 2)
        draw_mark(painter, self._theme, self._style, centre, self._theme.size(self._pixels) - 1)
        painter.end()
