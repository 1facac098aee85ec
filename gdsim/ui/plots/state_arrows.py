"""What an optimizer remembers, as arrows at the current point of a contour.

Only states that are vectors of the parameter plane (a mean of gradients, a velocity) have an arrow:
−α times the state, to be compared with −α∇J. A line search shows the points that it tried.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from gdsim.engine.run import Run
from gdsim.ui import theme as th
from gdsim.ui.plots.lane_layer import PixelItem, draw_arrow
from gdsim.ui.scene import Scene

Array = NDArray[np.float64]

#: Names of states that live where gradients do.
VECTORS = ("m", "velocity")


@dataclass(frozen=True, eq=False)
class StateArrow:
    """An arrow of one lane in data: where it begins, how far it goes, what it is called."""

    style: int
    tail: Array
    move: Array
    text: str


class StateItem(PixelItem):
    """The arrows and trial points of some lanes."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(90)
        self._theme = th.LIGHT
        self.arrows: list[StateArrow] = []
        self.trials: list[tuple[int, Array]] = []

    def set_theme(self, theme: th.Theme) -> None:
        """Use this appearance."""
        self._theme = theme
        self.update()

    def set_step(self, scene: Scene, lanes: tuple[int, ...], step: int) -> None:
        """Show the states of ``lanes`` at cursor ``step``."""
        self.arrows, self.trials = [], []
        if "state-arrows" in scene.shown:
            for lane in lanes:
                run, style, k = scene.runs[lane], scene.styles[lane], scene.at(lane, step)
                self.arrows += state_arrows(run, style, k)
                leading = scene.leading(lane, step)
                if "trials" in run.state and leading is not None:
                    self.trials.append((style, run.trials(leading)))
        self.setVisible(bool(self.arrows or self.trials))
        self.update()

    def paint_pixels(self, painter: QPainter, scale: Array, shift: Array) -> None:
        theme = self._theme
        for style, points in self.trials:
            painter.setPen(th.pen(theme.lane_colour(style), theme.line * 0.7))
            painter.setBrush(pg.mkBrush(theme.card))
            seen = points[np.isfinite(points).all(axis=1)] * scale + shift
            for x, y in np.clip(seen, -1e5, 1e5).tolist():
                painter.drawEllipse(QPointF(x, y), theme.line * 1.8, theme.line * 1.8)
        painter.setFont(th.font(theme, 12, bold=True))
        for arrow in self.arrows:
            self._paint_arrow(painter, arrow, scale, shift)

    def _paint_arrow(
        self, painter: QPainter, arrow: StateArrow, scale: Array, shift: Array
    ) -> None:
        theme = self._theme
        tail, move = arrow.tail * scale + shift, arrow.move * scale
        length = float(np.hypot(*move))
        if not 1.0 < length < 1e6:
            return
        pen = th.pen(theme.lane_colour(arrow.style), theme.line)
        draw_arrow(painter, tail, move, th.pen(theme.card, theme.line * 2.2))
        draw_arrow(painter, tail, move, pen)
        tip = tail + move * min(1.0, 4000.0 / length)
        paint_name(painter, theme, arrow, tip, move / length)


def paint_name(
    painter: QPainter, theme: th.Theme, arrow: StateArrow, tip: Array, way: Array
) -> None:
    """An arrow's name beyond its tip, on a ground that keeps the paths off it."""
    room = QRectF(painter.fontMetrics().boundingRect(arrow.text)).adjusted(-4, -1, 4, 1)
    room.moveCenter(QPointF(*tip) + QPointF(*way) * (room.width() / 2 + theme.size(6)))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(pg.mkBrush(theme.card))
    painter.drawRoundedRect(room, 3, 3)
    painter.setPen(th.pen(theme.lane_colour(arrow.style)))
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, arrow.text)


def state_arrows(run: Run, style: int, step: int) -> list[StateArrow]:
    """The arrows of ``run`` at ``step``; none where the state is 0 or not finite."""
    if not run.steps:
        return []
    symbols = dict(run.lane.optimizer.kind.symbols)
    rate = float(run.learning_rate[min(step, run.steps - 1)])
    made = []
    for name in VECTORS:
        if name in run.state:
            with np.errstate(all="ignore"):
                move = -rate * run.state[name][step]
            if np.isfinite(move).all() and np.isfinite(run.theta[step]).all() and move.any():
                text = f"−α·{symbols.get(name, name)}"
                made.append(StateArrow(style, run.theta[step], move, text))
    return made
