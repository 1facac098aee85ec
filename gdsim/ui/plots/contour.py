"""Contour of J(w, b) with the paths of one lane or of all, in lock-step with its neighbours."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout

from gdsim.engine.problems.base import Box
from gdsim.ui import theme as th
from gdsim.ui.i18n import tr
from gdsim.ui.numbers import point as point_text
from gdsim.ui.plots.axes import Plot
from gdsim.ui.plots.contour_batch import BatchItem
from gdsim.ui.plots.critical import CriticalItem
from gdsim.ui.plots.field import FieldItem, levels
from gdsim.ui.plots.hover import REACH, nearest
from gdsim.ui.plots.landmarks import GapItem, GhostItem, HighlightItem, LandmarkItem
from gdsim.ui.plots.lane_layer import LaneLayer
from gdsim.ui.plots.state_arrows import StateItem
from gdsim.ui.plots.view import View
from gdsim.ui.scene import Scene

Array = NDArray[np.float64]

#: How near, in pixels, the mouse must be to take hold of the start point.
GRIP = 12.0
#: An arrow key moves the start by this part of the view; with Shift by a tenth of it.
KEY_STEP = 1 / 50
#: Numbers that Ctrl snaps to are at least so many pixels apart.
_SNAP = 12.0


class ContourView(View):
    """Contour panel. ``lanes`` are the lanes drawn (``None``: all of the scene, an overlay)."""

    #: The range that is shown, ((w low, w high), (b low, b high)), after a zoom or pan.
    range_changed = Signal(object)

    def __init__(self, lanes: tuple[int, ...] | None = None) -> None:
        super().__init__()
        self._lanes = lanes
        self._scene: Scene | None = None
        self._step = 0
        self._theme = th.LIGHT
        self._layers: list[LaneLayer] = []
        self._dragging = False
        self._highlight: int | None = None
        self.plot = _ContourPlot(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.plot)
        self._field, self.batch, self.ghost = FieldItem(), BatchItem(), GhostItem()
        self._under, self._gap = LandmarkItem(), GapItem()
        self.critical = CriticalItem()
        self.plot.addItem(self.critical, ignoreBounds=True)
        self.states, self.highlight = StateItem(), HighlightItem()
        self._label = pg.TextItem(anchor=(0, 1))
        self._label.setZValue(200)
        self._label.hide()
        items = (self._field, self.batch, self.ghost, self._under, self.states, self._gap,
                 self.highlight, self._label)  # fmt: skip
        for item in items:
            self.plot.addItem(item, ignoreBounds=True)
        self.plot.getViewBox().sigRangeChanged.connect(self._on_range)
        self.plot.getViewBox().sigResized.connect(self._redraw)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def lanes(self) -> tuple[int, ...] | None:
        """The lanes that are drawn; ``None``: all of the scene."""
        return self._lanes

    # What is shown ---------------------------------------------------------------------------

    def set_scene(self, scene: Scene) -> None:
        old, self._scene = self._scene, scene
        if scene.problem.dimension != 2:
            return
        lanes = self._lanes if self._lanes is not None else tuple(range(len(scene.runs)))
        if [layer.lane for layer in self._layers] != list(lanes):
            self._rebuild(lanes)
        if old is None or old.styles != scene.styles:
            self._apply_looks()
        if old is None or old.problem is not scene.problem or old.box != scene.box:
            self._show_problem(scene)
        if old is None or old.box != scene.box:
            self.show_range(scene.box)
        self._under.set_points(scene.start, [point for point, _ in scene.problem.minima])
        self.critical.set_scene(scene)
        self._redraw()

    def set_step(self, step: int) -> None:
        self._step = step
        self._redraw()

    def set_highlight(self, step: int | None) -> None:
        if step != self._highlight:
            self._highlight = step
            self._draw_highlight()

    def set_theme(self, theme: th.Theme) -> None:
        self._theme = theme
        self.plot.set_theme(theme)
        for item in (self._field, self.batch, self.ghost, self._under, self.critical, self.states):
            item.set_theme(theme)
        self._label.setColor(theme.text)
        self._label.fill = pg.mkBrush(theme.card)
        self._label.setFont(th.font(theme, 12))
        self._apply_looks()
        self._redraw()

    def show_range(self, box: Box) -> None:
        """Show this range of w and b."""
        self.plot.setRange(xRange=box[0], yRange=box[1], padding=0.0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.setAccessibleName(tr("Contour"))

    def _rebuild(self, lanes: tuple[int, ...]) -> None:
        for layer in self._layers:
            self.plot.removeItem(layer)
        self._layers = [LaneLayer(lane) for lane in lanes]
        for layer in self._layers:
            self.plot.addItem(layer, ignoreBounds=True)
        self._apply_looks()

    def _apply_looks(self) -> None:
        if self._scene is None:
            return
        for layer in self._layers:
            layer.set_look(self._theme, self._scene.styles[layer.lane])
        pair = self._scene.pair
        if pair is not None:
            self._gap.set_look(self._theme, self._scene.styles[pair[0]])

    def _show_problem(self, scene: Scene) -> None:
        bounds = levels(scene.problem, scene.box)
        self._field.set_problem(scene.problem, bounds)
        self.batch.set_levels(bounds)
        self.plot.set_labels(*scene.problem.names)

    def _redraw(self, *_: object) -> None:
        scene = self._scene
        if scene is None or scene.problem.dimension != 2 or not self._layers:
            return
        low, high, pixels = self._frame()
        for layer in self._layers:
            layer.set_step(scene, self._step, low, high, pixels)
        lanes = tuple(layer.lane for layer in self._layers)
        self.batch.set_step(scene, lanes, self._step, low, high)
        self.ghost.set_scene(scene, lanes, low, high, pixels)
        self.states.set_step(scene, lanes, self._step)
        self._draw_gap(scene)
        self._draw_highlight()

    def _draw_highlight(self) -> None:
        scene, step = self._scene, self._highlight
        points: list[tuple[int | None, Array]] = []
        if scene is not None and step is not None and scene.problem.dimension == 2:
            points = [
                (scene.styles[layer.lane], scene.theta(layer.lane, step)) for layer in self._layers
            ]
        self.highlight.set_points(points, self._theme)

    def _draw_gap(self, scene: Scene) -> None:
        """The dashed gap, in the sequential lane's panel and in the overlay."""
        pair = scene.pair
        ends = np.empty((0, 2))
        if pair is not None and any(layer.lane == pair[1] for layer in self._layers):
            ends = np.array([scene.theta(lane, self._step) for lane in pair])
        if not np.isfinite(ends).all() or (len(ends) and (ends[0] == ends[1]).all()):
            ends = ends[:0]
        self._gap.set_ends(ends)

    def _frame(self) -> tuple[Array, Array, Array]:
        (x0, x1), (y0, y1) = self.plot.getViewBox().viewRange()
        size = self.plot.getViewBox().rect()
        pixels = np.array([max(size.width(), 1.0), max(size.height(), 1.0)])
        return np.array([x0, y0]), np.array([x1, y1]), pixels

    def _on_range(self, _box: object, ranges: list[list[float]]) -> None:
        self._redraw()
        self.range_changed.emit(tuple(tuple(side) for side in ranges))

    # Hovering --------------------------------------------------------------------------------

    def hover(self, position: QPointF | None) -> None:
        """Tell of the step that the mouse is on; ``None``: it has left."""
        scene, step = self._scene, None
        if position is not None and scene is not None and scene.problem.dimension == 2:
            view = self.plot.getViewBox().mapSceneToView(self.plot.mapToScene(position.toPoint()))
            low, high, pixels = self._frame()
            paths = [scene.runs[layer.lane].theta for layer in self._layers]
            reach = REACH * self._theme.text_scale
            step = nearest(paths, np.array([view.x(), view.y()]), (high - low) / pixels, reach)
        self.tell_hovered(step)

    # Dragging the start ----------------------------------------------------------------------

    def grip(self) -> QPointF:
        """Where the start point is, in pixels of the plot widget."""
        assert self._scene is not None
        scene_point = self.plot.getViewBox().mapViewToScene(QPointF(*self._scene.start))
        return QPointF(self.plot.mapFromScene(scene_point))

    def press(self, position: QPointF) -> bool:
        """Take hold of the start if it is under the mouse."""
        if self._scene is None or self._scene.problem.dimension != 2:
            return False
        away = position - self.grip()
        self._dragging = away.x() ** 2 + away.y() ** 2 <= (GRIP * self._theme.text_scale) ** 2
        return self._dragging

    def drag(self, position: QPointF, finished: bool, snap: bool) -> None:
        """The start follows the mouse; ``snap`` puts it on the nearest tidy number."""
        if not self._dragging:
            return
        view = self.plot.getViewBox().mapSceneToView(self.plot.mapToScene(position.toPoint()))
        low, high, pixels = self._frame()
        start = np.array([view.x(), view.y()])
        per_pixel = (high - low) / pixels
        start = snapped(start, per_pixel) if snap else tidy(start, per_pixel)
        self._dragging = not finished
        self._show_label(start, not finished)
        self.start_dragged.emit(tuple(start.tolist()), finished)

    @property
    def dragging(self) -> bool:
        """Whether the mouse holds the start."""
        return self._dragging

    def _show_label(self, start: Array, shown: bool) -> None:
        self._label.setVisible(shown)
        self._label.setText(point_text(start.tolist()))
        self._label.setPos(*start)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and an arrow move the start (with Shift finely)."""
        moves = {
            Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Down: (0, -1), Qt.Key.Key_Up: (0, 1),
        }  # fmt: skip
        direction = moves.get(Qt.Key(event.key()))
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if direction is None or not alt or self._scene is None:
            super().keyPressEvent(event)
            return
        low, high, _ = self._frame()
        fine = 0.1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1.0
        unit = (high - low) * KEY_STEP * fine
        start = tidy(np.array(self._scene.start) + np.array(direction) * unit, unit / 4)
        self.start_dragged.emit(tuple(start.tolist()), True)


class _ContourPlot(Plot):
    """Passes the mouse to the view first; what it does not take pans and zooms."""

    def __init__(self, view: ContourView) -> None:
        super().__init__()
        self._view = view

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._view.setFocus()
        if event.button() == Qt.MouseButton.LeftButton and self._view.press(event.position()):
            event.accept()
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._view.dragging:
            self._view.drag(event.position(), False, _snaps(event))
            return
        if not event.buttons():
            self._view.hover(event.position())
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._view.hover(None)
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._view.dragging:
            self._view.drag(event.position(), True, _snaps(event))
            return
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        scene = self._view._scene
        if scene is not None:
            self._view.show_range(scene.box)


def _snaps(event: QMouseEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


def tidy(values: Array, unit: Array) -> Array:
    """``values`` rounded to the decimal place of ``unit``: what a pixel can tell apart."""
    places = np.ceil(-np.log10(np.maximum(unit, 1e-300))).astype(int)
    return np.array([round(float(v), int(p)) for v, p in zip(values, places, strict=True)]) + 0.0


def snapped(values: Array, unit: Array) -> Array:
    """``values`` on the nearest multiple of 1, 2 or 5 times a power of ten, over `_SNAP` units."""
    wanted = np.maximum(unit * _SNAP, 1e-300)
    decade = 10.0 ** np.floor(np.log10(wanted))
    share = wanted / decade
    step = decade * np.select([share <= 1, share <= 2, share <= 5], [1.0, 2.0, 5.0], 10.0)
    return tidy(np.round(values / step) * step, step)
