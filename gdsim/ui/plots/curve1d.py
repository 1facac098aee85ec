"""The curve J(w) of a one-parameter problem: a point on it, its tangent, and where that leads.

Keys, while the view has the focus: Alt and ← or → move the start (with Shift finely). A double
click shows the whole curve again; what the mouse drags beside the start pans, the wheel zooms.
"""

from __future__ import annotations

import html

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout

from gdsim.ui import theme as th
from gdsim.ui.i18n import tr
from gdsim.ui.numbers import bracketed, number
from gdsim.ui.plots.axes import Plot
from gdsim.ui.plots.contour import GRIP, KEY_STEP, snapped, tidy
from gdsim.ui.plots.curve_lane import CurveLane
from gdsim.ui.plots.hover import REACH, nearest
from gdsim.ui.plots.landmarks import HighlightItem
from gdsim.ui.plots.view import View
from gdsim.ui.scene import Scene

Array = NDArray[np.float64]

#: Points of the curve across the picture.
_POINTS = 600


class CurveView(View):
    """J(w) with a tangent for each lane and the slope said in words above it."""

    def __init__(self) -> None:
        super().__init__()
        self._theme = th.LIGHT
        self._scene: Scene | None = None
        self._step = 0
        self._lanes: list[CurveLane] = []
        self._dragging = False
        self._highlight: int | None = None
        #: A small picture has no room for words.
        self.silent = False
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.plot = _CurvePlot(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.words)
        layout.addWidget(self.plot, 1)
        self._curve = pg.PlotCurveItem()
        self._minima = pg.ScatterPlotItem()
        self._start = pg.ScatterPlotItem()
        self._label = pg.TextItem(anchor=(0, 1))
        self._label.hide()
        self.highlight = HighlightItem()
        items = ((self._curve, 0), (self._minima, 5), (self._start, 6), (self.highlight, 110),
                 (self._label, 200))  # fmt: skip
        for item, z in items:
            item.setZValue(z)
            self.plot.addItem(item, ignoreBounds=True)
        self.plot.getViewBox().sigRangeChanged.connect(self._redraw)
        self.plot.getViewBox().sigResized.connect(self._redraw)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._retranslate()

    # What is shown ---------------------------------------------------------------------------

    def set_scene(self, scene: Scene) -> None:
        old, self._scene = self._scene, scene
        if self._is_curve():
            if len(self._lanes) != len(scene.runs):
                self._rebuild(len(scene.runs))
            self._apply_looks()
            if old is None or old.problem is not scene.problem or old.box != scene.box:
                self._show_problem(scene)
            start = (scene.start[0], float(scene.runs[0].loss[0]))
            # A start where J is no finite number has no place in the picture.
            self._start.setData(
                pos=np.array([start] if np.isfinite(start[1]) else []).reshape(-1, 2)
            )
        self._redraw()

    def set_step(self, step: int) -> None:
        self._step = step
        self._redraw()

    def set_highlight(self, step: int | None) -> None:
        if step != self._highlight:
            self._highlight = step
            self._draw_highlight()

    def _draw_highlight(self) -> None:
        scene, step = self._scene, self._highlight
        points: list[tuple[int | None, Array]] = []
        if scene is not None and step is not None and self._is_curve():
            points = [
                (style, np.array([scene.theta(lane, step)[0], run.loss[scene.at(lane, step)]]))
                for lane, (style, run) in enumerate(zip(scene.styles, scene.runs, strict=True))
            ]
        self.highlight.set_points(points, self._theme)

    def hover(self, position: QPointF | None) -> None:
        """Tell of the step that the mouse is on; ``None``: it has left."""
        scene, step = self._scene, None
        if position is not None and scene is not None and self._is_curve():
            view = self.plot.getViewBox().mapSceneToView(self.plot.mapToScene(position.toPoint()))
            low, high, pixels = self._frame()
            paths = [np.column_stack((run.theta[:, 0], run.loss)) for run in scene.runs]
            reach = REACH * self._theme.text_scale
            step = nearest(paths, np.array([view.x(), view.y()]), (high - low) / pixels, reach)
        self.tell_hovered(step)

    def set_theme(self, theme: th.Theme) -> None:
        self._theme = theme
        self.plot.set_theme(theme)
        self._curve.setPen(th.pen(theme.muted, theme.line))
        self._minima.setSymbol("+")
        self._minima.setSize(theme.line * 8)
        self._minima.setBrush(theme.minimum)
        self._minima.setPen(th.pen(theme.minimum_edge, 1.2))
        self._start.setSymbol("o")
        self._start.setSize(theme.line * 9)
        self._start.setBrush(None)
        self._start.setPen(th.pen(theme.text, 1.2))
        self._label.setColor(theme.text)
        self._label.fill = pg.mkBrush(theme.card)
        self._label.setFont(th.font(theme, 12))
        self.words.setFont(th.tabular(th.font(theme, 13)))
        self._apply_looks()
        self._redraw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(tr("Curve of J"))
        self._redraw()

    def _is_curve(self) -> bool:
        return self._scene is not None and self._scene.problem.dimension == 1

    def _rebuild(self, count: int) -> None:
        for lane in self._lanes:
            lane.remove(self.plot)
        self._lanes = [CurveLane(self.plot, i) for i in range(count)]

    def _apply_looks(self) -> None:
        if self._scene is not None:
            for lane in self._lanes[: len(self._scene.styles)]:
                lane.set_look(self._theme, self._scene.styles[lane.lane])

    def _show_problem(self, scene: Scene) -> None:
        minima = [(point[0], value) for point, value in scene.problem.minima]
        self._minima.setData(pos=np.array(minima).reshape(-1, 2))
        self.plot.set_labels(scene.problem.names[0], "J")
        self.show_all()

    def show_all(self) -> None:
        """Show the box of the scene, and J over it."""
        if self._scene is None or not self._is_curve():
            return
        low, high = self._scene.box[0]
        loss = self._scene.problem.value(np.linspace(low, high, _POINTS)[:, None])
        bottom, top = loss_range(loss)
        self.plot.setRange(xRange=(low, high), yRange=(bottom, top), padding=0.0)

    def _redraw(self, *_: object) -> None:
        scene = self._scene
        self.plot.setVisible(self._is_curve())
        self.words.setText(self._said())
        told = scene is None or not scene.predicting
        self.words.setVisible(told and not self.silent)
        if scene is None or not self._is_curve():
            return
        low, high, pixels = self._frame()
        w = np.linspace(low[0], high[0], _POINTS)
        self._curve.setData(w, scene.problem.value(w[:, None]), connect="finite")
        for lane in self._lanes:
            lane.draw(scene, self._step, low, high, pixels)
        self._draw_highlight()

    def _frame(self) -> tuple[Array, Array, Array]:
        (x0, x1), (y0, y1) = self.plot.getViewBox().viewRange()
        size = self.plot.getViewBox().rect()
        pixels = np.array([max(size.width(), 1.0), max(size.height(), 1.0)])
        return np.array([x0, y0]), np.array([x1, y1]), pixels

    # In words --------------------------------------------------------------------------------

    def _said(self) -> str:
        """A line for each lane, one for all where they coincide; or why there is no curve."""
        scene = self._scene
        if scene is None:
            text = tr("The curve of the loss appears here.")
        elif not self._is_curve():
            text = tr("A curve is drawn for one parameter; this problem has more. "
                      "Look at the contour or the surface.")  # fmt: skip
        else:
            return "<br>".join(self._lines(scene))
        return html.escape(text)

    def _lines(self, scene: Scene) -> list[str]:
        lanes = range(len(scene.runs))
        places = [scene.theta(lane, self._step)[0] for lane in lanes]
        if len(set(places)) == 1:
            return [self._line(scene, 0, "")]
        return [self._line(scene, lane, scene.labels[lane]) for lane in lanes]

    def _line(self, scene: Scene, lane: int, label: str) -> str:
        run, k = scene.runs[lane], scene.at(lane, self._step)
        slope = float(run.grad[k, 0])
        parts = [slope_words(slope)]
        if run.steps and np.isfinite(slope):
            rate = float(run.learning_rate[min(k, run.steps - 1)])
            parts.append(f"−α · J′(w) = −{number(rate)} × {bracketed(slope)}"
                         f" = {number(-rate * slope)}")  # fmt: skip
        if not self._in_sight(run.theta[k, 0], run.loss[k]):
            parts.append(tr("outside this picture"))
        text = html.escape((label + ": " if label else "") + "   ·   ".join(parts))
        colour = self._theme.lane_colour(scene.styles[lane]) if label else self._theme.text
        return f'<span style="color:{colour}">{text}</span>'

    def _in_sight(self, *place: float) -> bool:
        low, high, _ = self._frame()
        return bool((low <= place).all() and (high >= place).all())

    # Dragging the start ----------------------------------------------------------------------

    def grip(self) -> QPointF:
        """Where the start is, in pixels of the plot widget."""
        assert self._scene is not None
        place = QPointF(self._scene.start[0], float(self._scene.runs[0].loss[0]))
        return QPointF(self.plot.mapFromScene(self.plot.getViewBox().mapViewToScene(place)))

    def press(self, position: QPointF) -> bool:
        """Take hold of the start if it is under the mouse."""
        if not self._is_curve():
            return False
        away = position - self.grip()
        reach = GRIP * self._theme.text_scale
        self._dragging = QPointF.dotProduct(away, away) <= reach**2
        return self._dragging

    def drag(self, position: QPointF, *, finished: bool, snap: bool) -> None:
        """The start follows the mouse along the curve; ``snap`` puts it on a tidy number."""
        if not self._dragging or self._scene is None:
            return
        view = self.plot.getViewBox().mapSceneToView(self.plot.mapToScene(position.toPoint()))
        low, high, pixels = self._frame()
        unit = (high - low)[:1] / pixels[:1]
        start = (snapped if snap else tidy)(np.clip([view.x()], low[:1], high[:1]), unit)
        self._dragging = not finished
        self._label.setVisible(not finished)
        loss = float(self._scene.problem.value(start))
        self._label.setText(f"w {number(start[0])}   J {number(loss)}")
        self._label.setPos(start[0], min(loss, high[1]) if np.isfinite(loss) else high[1])
        self.start_dragged.emit((float(start[0]),), finished)

    @property
    def dragging(self) -> bool:
        """Whether the mouse holds the start."""
        return self._dragging

    def keyPressEvent(self, event: QKeyEvent) -> None:
        direction = {Qt.Key.Key_Left: -1.0, Qt.Key.Key_Right: 1.0}.get(Qt.Key(event.key()))
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if direction is None or not alt or self._scene is None or not self._is_curve():
            super().keyPressEvent(event)
            return
        low, high, _ = self._frame()
        fine = 0.1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1.0
        unit = (high - low)[:1] * KEY_STEP * fine
        start = tidy(np.array(self._scene.start) + direction * unit, unit / 4)
        self.start_dragged.emit((float(start[0]),), True)


class _CurvePlot(Plot):
    """Passes the mouse to the view first; what it does not take pans and zooms."""

    def __init__(self, view: CurveView) -> None:
        super().__init__()
        self._view = view

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._view.setFocus()
        if event.button() == Qt.MouseButton.LeftButton and self._view.press(event.position()):
            event.accept()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._view.dragging:
            self._view.drag(event.position(), finished=False, snap=_snaps(event))
            return
        if not event.buttons():
            self._view.hover(event.position())
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._view.hover(None)
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._view.dragging:
            self._view.drag(event.position(), finished=True, snap=_snaps(event))
        else:
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self._view.show_all()


def _snaps(event: QMouseEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


def slope_words(slope: float) -> str:
    """The slope as a number and what its sign says."""
    if not np.isfinite(slope):
        return tr("no slope here: the values are too large for a computer's numbers")
    if slope > 0:
        return tr("slope {slope} > 0: go left", slope=number(slope))
    if slope < 0:
        return tr("slope {slope} < 0: go right", slope=number(slope))
    return tr("slope 0: stop")


def loss_range(loss: Array) -> tuple[float, float]:
    """The range of J to show: all of it but the highest towers, with a little room."""
    finite = loss[np.isfinite(loss)]
    if not finite.size:
        return 0.0, 1.0
    low = float(finite.min())
    high = min(float(finite.max()), low + 12.0 * max(float(np.median(finite)) - low, 1e-12))
    room = 0.08 * (high - low) or 1.0
    return low - room, high + room
