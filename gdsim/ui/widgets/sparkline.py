"""A small curve of the learning rate over the steps, with the current step marked."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gdsim.ui.i18n import tr
from gdsim.ui.numbers import number
from gdsim.ui.theme import LIGHT, Theme, font
from gdsim.ui.tips import lines
from gdsim.ui.widgets.strokes import stroke

Array = NDArray[np.float64]

#: Height at text scale 1, and the room around the curve.
HEIGHT, SIDE = 52, 6


class Sparkline(QWidget):
    """α of steps 0 … T−1 as a staircase; its ends are written beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._rates: Array = np.empty(0)
        self._step = 0
        self._style = 0
        self._high = 0.0
        self._line = QPolygonF()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_theme(LIGHT)

    @property
    def step(self) -> int:
        """The step that is marked."""
        return self._step

    def set_rates(self, rates: Array, style: int) -> None:
        """Show these rates in the colour of a lane style."""
        if style == self._style and np.array_equal(rates, self._rates):
            return
        self._rates, self._style = rates, style
        # Rates that grow without end become infinite, and are drawn as the highest of the others.
        self._high = float(rates.max(initial=0.0, where=np.isfinite(rates)))
        self._arrange()

    def set_step(self, step: int) -> None:
        """Mark ``step``."""
        if step != self._step:
            self._step = step
            self._say()
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Use this appearance."""
        self._theme = theme
        self.setFixedHeight(theme.size(HEIGHT))
        self._arrange()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.size(120), self._theme.size(HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    # ---- picture -----------------------------------------------------------------------------

    def place(self, step: int) -> QPointF:
        """Where the rate of ``step`` is drawn."""
        x, y = self._places(np.array([min(step, len(self._rates) - 1)]))
        return QPointF(float(x[0]), float(y[0]))

    def _places(self, steps: NDArray[np.intp]) -> tuple[Array, Array]:
        """x and y of the rates of ``steps``."""
        size = self._theme.size
        side, bottom = size(SIDE), self.height() - size(14)
        x = side + (self.width() - 2 * side) * steps / max(1, len(self._rates) - 1)
        part = np.fmin(self._rates[steps], self._high) / (self._high or 1.0)
        return x, bottom - (bottom - side) * part

    def _arrange(self) -> None:
        count = len(self._rates)
        if count:
            # A step a pixel is all that can be seen, and every change of the rate.
            even = np.linspace(0, count - 1, min(count, 240)).astype(np.intp)
            jumps = np.flatnonzero(self._rates[1:] != self._rates[:-1])[:400]
            steps = np.unique(np.concatenate([even, jumps, jumps + 1]))
            self._line = pg.functions.arrayToQPolygonF(*self._places(steps))
        self._say()
        self.update()

    def _say(self) -> None:
        if not len(self._rates):
            return
        rate = number(float(self._rates[min(self._step, len(self._rates) - 1)]))
        text = tr("Learning rate of step {step}: {rate}", step=self._step, rate=rate)
        self.setAccessibleName(text)
        self.setToolTip(lines(text))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not len(self._rates):
            return
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bottom = self.height() - theme.size(14)
        painter.setPen(stroke(theme.field_edge))
        painter.drawLine(QPointF(0, bottom), QPointF(self.width(), bottom))
        now = self.place(self._step)
        painter.drawLine(QPointF(now.x(), 0), QPointF(now.x(), bottom))
        colour = theme.lane_colour(self._style)
        painter.setPen(stroke(colour, theme.size(1.5)))
        painter.drawPolyline(self._line)
        painter.setPen(stroke(theme.card))
        painter.setBrush(pg.mkBrush(colour))
        painter.drawEllipse(now, theme.size(4), theme.size(4))
        painter.setPen(stroke(theme.muted))
        painter.setFont(font(theme, 11))
        for text, side in ((number(self._rates[0], 3), Qt.AlignmentFlag.AlignLeft),
                           (number(self._rates[-1], 3), Qt.AlignmentFlag.AlignRight)):  # fmt: skip
            painter.drawText(self.rect(), side | Qt.AlignmentFlag.AlignBottom, text)
        painter.end()
