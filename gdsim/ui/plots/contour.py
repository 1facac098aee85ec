"""Contour of J(w, b) with the paths of one lane or of all, in lock-step with its neighbours."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from gdsim.engine.problems.base import Box
from gdsim.engine.run import Run
from gdsim.ui import theme as th
from gdsim.ui.i18n import tr
from gdsim.ui.plots.contour_batch import BatchItem
from gdsim.ui.plots.critical import CriticalItem
from gdsim.ui.plots.field import DRAFT, GRID, FieldItem, levels
from gdsim.ui.plots.flat_view import FlatView
from gdsim.ui.plots.hand import Flag, HandPlot
from gdsim.ui.plots.landmarks import GapItem, GhostItem, HighlightItem, LandmarkItem
from gdsim.ui.plots.lane_layer import LaneLayer
from gdsim.ui.plots.state_arrows import StateItem
from gdsim.ui.scene import Scene

Array = NDArray[np.float64]


class ContourView(FlatView):
    """Contour panel. ``lanes`` are the lanes drawn (``None``: all of the scene, an overlay)."""

    #: The range that is shown, ((w low, w high), (b low, b high)), after a zoom or pan.
    range_changed = Signal(object)

    def __init__(self, lanes: tuple[int, ...] | None = None) -> None:
        super().__init__()
        self._lanes = lanes
        self._layers: list[LaneLayer] = []
        self.plot = HandPlot(self)
        self.flag = Flag(self.plot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.plot)
        self._field, self.batch, self.ghost = FieldItem(), BatchItem(), GhostItem()
        self._under, self._gap = LandmarkItem(), GapItem()
        self.critical = CriticalItem()
        self.plot.addItem(self.critical, ignoreBounds=True)
        self.states, self.highlight = StateItem(), HighlightItem()
        items = (self._field, self.batch, self.ghost, self._under, self.states, self._gap,
                 self.highlight)  # fmt: skip
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
        new = old is None or old.problem is not scene.problem or old.box != scene.box
        if new or (self._field.draft and not scene.ghost):
            self._show_problem(scene)
        if old is None or old.box != scene.box:
            self.show_range(scene.box)
        self._under.set_points(scene.start, [point for point, _ in scene.problem.minima])
        self.critical.set_scene(scene)
        self._redraw()

    def set_step(self, step: int) -> None:
        self._step = step
        self._redraw()

    def set_theme(self, theme: th.Theme) -> None:
        self._theme = theme
        self.plot.set_theme(theme)
        for item in (self._field, self.batch, self.ghost, self._under, self.critical, self.states):
            item.set_theme(theme)
        self.flag.set_theme(theme)
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
        draft = bool(scene.ghost)
        bounds = levels(scene.problem, scene.box, DRAFT if draft else GRID)
        self._field.set_problem(scene.problem, bounds, draft=draft)
        self.batch.set_levels(bounds)
        self.plot.set_labels(*scene.problem.names)

    def _redraw(self, *_: object) -> None:
        scene = self._scene
        if scene is None or not self.draws() or not self._layers:
            return
        low, high, pixels = self.plot.frame()
        for layer in self._layers:
            layer.set_step(scene, self._step, low, high, pixels)
        lanes = self.drawn_lanes()
        self.batch.set_step(scene, lanes, self._step, low, high)
        self.ghost.set_scene(scene, lanes, (low, high, pixels))
        self.states.set_step(scene, lanes, self._step)
        self._draw_gap(scene)
        self.draw_highlight()

    def _draw_gap(self, scene: Scene) -> None:
        """The dashed gap, in the sequential lane's panel and in the overlay."""
        pair = scene.pair
        ends = np.empty((0, 2))
        if pair is not None and any(layer.lane == pair[1] for layer in self._layers):
            ends = np.array([scene.theta(lane, self._step) for lane in pair])
        if not np.isfinite(ends).all() or (len(ends) and (ends[0] == ends[1]).all()):
            ends = ends[:0]
        self._gap.set_ends(ends)

    def _on_range(self, _box: object, ranges: list[list[float]]) -> None:
        self._redraw()
        self.range_changed.emit(tuple(tuple(side) for side in ranges))

    # Under the mouse -------------------------------------------------------------------------

    @staticmethod
    def path(run: Run) -> Array:
        return run.theta

    def double_click(self, _position: QPointF) -> None:
        """Show the range of the scene again."""
        if self._scene is not None:
            self.show_range(self._scene.box)

    def draws(self) -> bool:
        return self._scene is not None and self._scene.problem.dimension == 2

    def drawn_lanes(self) -> tuple[int, ...]:
        return tuple(layer.lane for layer in self._layers)

    def theta_at(self, position: QPointF) -> Array:
        return self.plot.place(position)

    def span(self) -> tuple[Array, Array]:
        low, high, pixels = self.plot.frame()
        return high - low, (high - low) / pixels

    def show_flag(self, point: Array | None) -> None:
        if point is None or self._scene is None:
            self.flag.hide()
        else:
            loss = float(self._scene.problem.value(point))
            self.flag.show_at(self.readout(point, loss), point)
