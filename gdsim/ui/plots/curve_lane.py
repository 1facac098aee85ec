"""One lane on the curve J(w): where it was, where it is, its tangent, the step about to be made."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from gdsim.ui import theme as th
from gdsim.ui.plots.lane_layer import RECENT, arrow
from gdsim.ui.plots.paths import drawable, pieces
from gdsim.ui.scene import Scene

Array = NDArray[np.float64]

#: Steps ahead that are shown as fine dots.
_AHEAD = 60
#: The tangent reaches this part of the picture's width to either side.
_REACH = 0.14


class Spots(pg.ScatterPlotItem):
    """Points that all look alike."""

    def set_look(self, symbol: str, size: float, brush: object, pen: object) -> None:
        """From now on. A thousand looks that they had before pyqtgraph would keep."""
        self.fragmentAtlas.clear()
        self.setSymbol(symbol, update=False)
        self.setSize(size, update=False)
        self.setBrush(brush, update=False)
        self.setPen(pen)


class CurveLane:
    """The items of one lane. `draw` places them for a step."""

    def __init__(self, plot: pg.PlotWidget, lane: int) -> None:
        self.lane = lane
        self._chords = pg.PlotCurveItem(connect="finite")
        self._tangent = pg.PlotCurveItem()
        self._landing = pg.PlotCurveItem()
        self._shaft = pg.PlotCurveItem()
        self._head = pg.PlotCurveItem()
        self._ahead = Spots()
        self._visited = Spots()
        self._now = Spots()
        self._items = (
            self._chords, self._ahead, self._landing, self._tangent, self._visited, self._shaft,
            self._head, self._now,
        )  # fmt: skip
        for z, item in enumerate(self._items):
            # Lane 0 lies on top: where all lanes coincide, the others' larger marks look out.
            item.setZValue(10 * (z + 1) - lane)
            plot.addItem(item, ignoreBounds=True)

    def set_look(self, theme: th.Theme, style: int) -> None:
        """Colour, dash and mark of the lane."""
        colour, symbol = theme.lane_colour(style), th.SYMBOLS[style % len(th.SYMBOLS)]
        faint = QColor(colour)
        faint.setAlpha(110)
        self._chords.setPen(pg.mkPen(faint, width=1.0, cosmetic=True))
        self._tangent.setPen(th.pen(colour, theme.line, th.DASHES[style % len(th.DASHES)]))
        self._landing.setPen(th.pen(theme.muted, 1.2, Qt.PenStyle.DotLine))
        self._shaft.setPen(th.pen(theme.text, theme.line * 0.8))
        self._head.setPen(th.pen(theme.text, 1.0))
        self._head.setBrush(theme.text)
        self._head.setFillLevel("enclosed")
        looks = ((self._ahead, 1.6, 0.0), (self._visited, 3.0, 1.5), (self._now, 7.0, 2.6))
        for item, size, more in looks:
            brush = faint if item is self._ahead else QColor(colour)
            pen = th.pen(theme.card, 2.0) if item is self._now else None
            item.set_look(symbol, theme.line * (size + more * self.lane), brush, pen)

    def remove(self, plot: pg.PlotWidget) -> None:
        """Take the items out of the plot."""
        for item in self._items:
            plot.removeItem(item)

    def draw(self, scene: Scene, step: int, low: Array, high: Array, pixels: Array) -> None:
        """Show ``scene`` at ``step`` for the range ``low`` … ``high`` (w, J) of ``pixels``."""
        run, k = scene.runs[self.lane], scene.at(self.lane, step)
        path = np.column_stack((run.theta[:, 0], run.loss))
        first = max(0, k - RECENT)
        _line(self._chords, _inside(drawable(path[first : k + 1], low, high, pixels), low, high))
        self._visited.setData(pos=_seen(path[first:k], low, high))
        ahead = 0 if scene.predicting else _AHEAD
        self._ahead.setData(pos=_seen(path[k + 1 : k + 1 + ahead], low, high))
        self._now.setData(pos=_seen(path[k : k + 1], low, high))
        slope = float(run.grad[k, 0])
        _line(self._tangent, tangent(path[k], slope, low, high))
        rate = float(run.learning_rate[min(k, run.steps - 1)]) if run.steps else 0.0
        move = 0.0 if scene.predicting else -rate * slope
        self._draw_step(scene, path[k], move, low, high, pixels)

    def _draw_step(
        self, scene: Scene, here: Array, move: float, low: Array, high: Array, pixels: Array
    ) -> None:
        """The arrow of −α·slope along w, and a dotted line from its tip to the curve."""
        way = np.array((move, 0.0))
        shaft, head = arrow(here, way, low, high, pixels)
        _line(self._shaft, shaft)
        _line(self._head, head)
        with np.errstate(all="ignore"):  # where J is infinite there is nowhere to go
            tip = here + way
        ends = np.empty((0, 2))
        if np.isfinite(tip).all() and low[0] <= tip[0] <= high[0]:
            height = float(scene.problem.value(tip[:1]))
            ends = np.array((tip, (tip[0], np.clip(height, low[1], high[1]))))
        _line(self._landing, ends if np.isfinite(ends).all() else ends[:0])


def tangent(here: Array, slope: float, low: Array, high: Array) -> Array:
    """Ends (2, 2) of the tangent at ``here`` (w, J); empty where there is none in the picture.

    As long on the screen whether it is steep or flat.
    """
    if not (np.isfinite(slope) and np.isfinite(here).all()):
        return np.empty((0, 2))
    span = high - low
    with np.errstate(all="ignore"):
        steep = slope * span[0] / span[1]
        half = _REACH * span[0] / np.sqrt(1.0 + steep * steep)
        ends = here + np.array(((-half, -half * slope), (half, half * slope)))
    return ends if np.isfinite(ends).all() else ends[:0]


def _line(item: pg.PlotCurveItem, points: Array) -> None:
    item.setData(points[:, 0], points[:, 1])


def _inside(path: Array, low: Array, high: Array) -> Array:
    """The parts of a path that are near the picture, a row of NaN behind each."""
    parts = pieces(path, low - (high - low), high + (high - low))
    return np.concatenate(
        [np.vstack((part, np.full((1, 2), np.nan))) for part in parts] or [path[:0]]
    )


def _seen(points: Array, low: Array, high: Array) -> Array:
    """The points that are in the picture."""
    with np.errstate(invalid="ignore"):
        return points[((points >= low) & (points <= high)).all(axis=1)]
