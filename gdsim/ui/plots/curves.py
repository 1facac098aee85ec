"""Curves over the steps: loss of every lane, and the gap between the two orders."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QVBoxLayout

from gdsim.engine.comparison import distance
from gdsim.ui import theme as th
from gdsim.ui.i18n import tr
from gdsim.ui.numbers import number
from gdsim.ui.plots.axes import Plot
from gdsim.ui.plots.lane_layer import PixelItem, mark
from gdsim.ui.plots.paths import thinned
from gdsim.ui.plots.view import View
from gdsim.ui.scene import Scene

Array = NDArray[np.float64]

#: Points that a curve is thinned to: more than a plot has pixels across.
BUCKETS = 250


class StepCurves(View):
    """A curve for each lane over the steps, with a cursor that is also a time slider."""

    def __init__(self) -> None:
        super().__init__()
        self._scene: Scene | None = None
        self._theme = th.LIGHT
        self._step = 0
        self.plot = _StepPlot(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.plot)
        self._curves: list[pg.PlotCurveItem] = []
        self._series: list[tuple[int | None, Array]] = []
        self._cursor = CursorItem()
        self.plot.addItem(self._cursor, ignoreBounds=True)
        self._log = True

    def series(self, scene: Scene) -> list[tuple[int | None, Array]]:
        """(style index or ``None`` for the gap colour, values over the steps) of each curve."""
        raise NotImplementedError

    def set_scene(self, scene: Scene) -> None:
        self._scene = scene
        self._series = self.series(scene)
        finite = [v[np.isfinite(v)] for _, v in self._series]
        shown = np.concatenate(finite) if finite else np.empty(0)
        self._log = self.logarithmic(shown)
        self.plot.getAxis("left").setLogMode(self._log)
        self._match_curves(len(self._series))
        for curve, (style, values) in zip(self._curves, self._series, strict=True):
            curve.setPen(self._pen(style))
            curve.setData(*thinned(np.arange(len(values)), self._height(values), BUCKETS))
        self._fit(scene)
        self._draw_points()

    def logarithmic(self, values: Array) -> bool:
        """Whether the values are shown on a logarithmic scale."""
        return bool((values >= 0).all() and (values > 0).any())

    def set_step(self, step: int) -> None:
        self._step = step
        self._draw_points()

    def set_theme(self, theme: th.Theme) -> None:
        self._theme = theme
        self.plot.set_theme(theme)
        if self._scene is not None:
            self.set_scene(self._scene)

    def changeEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        super().changeEvent(event)
        self.plot.set_labels(tr("step"), "")

    def request(self, position: QPointF) -> None:
        """Ask for the step under the mouse."""
        if self._scene is None:
            return
        view = self.plot.getViewBox().mapSceneToView(self.plot.mapToScene(position.toPoint()))
        self.step_requested.emit(int(np.clip(round(view.x()), 0, self._scene.steps)))

    def _match_curves(self, count: int) -> None:
        while len(self._curves) > count:
            self.plot.removeItem(self._curves.pop())
        while len(self._curves) < count:
            curve = pg.PlotCurveItem(connect="finite")
            self.plot.addItem(curve, ignoreBounds=True)
            self._curves.append(curve)

    def _pen(self, style: int | None):  # type: ignore[no-untyped-def]
        if style is None:
            return th.pen(self._theme.gap, self._theme.line)
        dash = th.DASHES[style % len(th.DASHES)]
        return th.pen(self._theme.lane_colour(style), self._theme.line, dash)

    def _height(self, values: Array) -> Array:
        """Where a value is drawn: its logarithm on a logarithmic scale, NaN where it has none."""
        if not self._log:
            return np.where(np.isfinite(values), values, np.nan)
        with np.errstate(all="ignore"):
            heights = np.log10(values)
        return np.where(np.isfinite(heights), heights, np.nan)

    def _fit(self, scene: Scene) -> None:
        heights = np.concatenate([self._height(values) for _, values in self._series] or [[0.0]])
        heights = heights[np.isfinite(heights)]
        low, high = (heights.min(), heights.max()) if heights.size else (0.0, 1.0)
        if self._log:
            # Rounding noise far below everything else would squeeze what matters to a line.
            low = max(low, high - 18.0)
        low, high = steady_range(float(low), float(high))
        # Half a label's height above the last tick.
        room = 0.04 * (high - low)
        self.plot.setRange(
            xRange=(-0.02 * scene.steps, max(scene.steps, 1) * 1.02),
            yRange=(low, high + room),
            padding=0.0,
        )

    def _draw_points(self) -> None:
        if self._scene is None:
            return
        points: list[tuple[int | None, float, float]] = []
        for style, values in self._series:
            k = min(self._step, len(values) - 1)
            height = float(self._height(values[k : k + 1])[0])
            if np.isfinite(height):
                points.append((style, float(k), height))
        self._cursor.show_at(self._step, points, self._theme)


def steady_range(low: float, high: float) -> tuple[float, float]:
    """A range around low … high with ends on a coarse grid, so that an axis stays while α moves."""
    span = high - low or 1.0
    unit = 10.0 ** np.floor(np.log10(span))
    unit *= 0.25 if span / unit < 2 else 0.5 if span / unit < 5 else 1.0
    return float(np.floor(low / unit - 0.1) * unit), float(np.ceil(high / unit + 0.1) * unit)


class CursorItem(PixelItem):
    """The line of the current step, and a mark on each curve."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(10)
        self._step = 0
        self._points: list[tuple[int | None, float, float]] = []
        self._theme = th.LIGHT

    def show_at(
        self, step: int, points: list[tuple[int | None, float, float]], theme: th.Theme
    ) -> None:
        """The line at ``step`` and marks of (style, x, y); a style of ``None`` is the gap's."""
        self._step, self._points, self._theme = step, points, theme
        self.update()

    def paint_pixels(self, painter: QPainter, scale: Array, shift: Array) -> None:
        theme = self._theme
        x = self._step * scale[0] + shift[0]
        clip = painter.clipBoundingRect()
        painter.setPen(th.pen(theme.text, 1.0))
        painter.drawLine(QPointF(x, clip.top()), QPointF(x, clip.bottom()))
        painter.setPen(th.pen(theme.card, 1.0))
        for style, x, y in self._points:
            colour = theme.gap if style is None else theme.lane_colour(style)
            symbol = "o" if style is None else th.SYMBOLS[style % len(th.SYMBOLS)]
            painter.setBrush(pg.mkBrush(colour))
            at = np.array([x, y]) * scale + shift
            painter.drawPath(mark(symbol, theme.line * 4).translated(*at))


class LossView(StepCurves):
    """Full-data loss J of every lane."""

    def series(self, scene: Scene) -> list[tuple[int | None, Array]]:
        return [(style, run.loss) for style, run in zip(scene.styles, scene.runs, strict=True)]


class GapView(StepCurves):
    """‖θ_seq − θ_sync‖; empty unless the scene has a lane of each order."""

    def series(self, scene: Scene) -> list[tuple[int | None, Array]]:
        if scene.pair is None:
            return []
        first, second = scene.pair
        return [(None, distance(scene.runs[first], scene.runs[second]))]

    def heading(self) -> tuple[str, str]:
        formula = "‖θ<sub>seq</sub> − θ<sub>sync</sub>‖"
        size = self._theme.size(12)
        span = f'<span style="font-weight:400; font-size:{size}px">{formula}</span>'
        values = self._series[0][1] if self._scene and self._series else np.empty(0)
        now = number(float(values[min(self._step, len(values) - 1)])) if len(values) else ""
        return f"{tr('Gap')} {span}", now


class _StepPlot(Plot):
    """Pressing or dragging anywhere moves the cursor."""

    def __init__(self, view: StepCurves) -> None:
        super().__init__(zoom=False)
        self._view = view

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._view.request(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._view.request(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
