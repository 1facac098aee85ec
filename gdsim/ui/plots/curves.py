"""Curves over the steps: loss of every lane, and the gap between the two orders."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QLabel, QVBoxLayout

from gdsim.engine.comparison import distance
from gdsim.engine.run import Run
from gdsim.ui import theme as th
from gdsim.ui.i18n import tr
from gdsim.ui.laying_out import FIT, fit_later
from gdsim.ui.numbers import number
from gdsim.ui.plots.axes import Plot
from gdsim.ui.plots.curve_cursor import CursorItem, Mark
from gdsim.ui.plots.curve_scale import SCALES, Scale, known_minimum, slide
from gdsim.ui.plots.landmarks import GhostItem
from gdsim.ui.plots.lane_layer import PixelItem, draw_path
from gdsim.ui.plots.series import Series, parts, same, steady_range
from gdsim.ui.plots.view import View
from gdsim.ui.scene import Scene
from gdsim.ui.tips import tip
from gdsim.ui.widgets.choice_box import ChoiceBox

Array = NDArray[np.float64]

#: Pixels across of which a curve shows the lowest and the highest value: thick and dashed lines
#: take their time for every point. Narrow plots have at least so many such buckets.
_BUCKET, _BUCKETS = 2.0, 40


class CurvesItem(PixelItem):
    """All the curves."""

    def __init__(self) -> None:
        super().__init__()
        self.paths: list[tuple[QPen, Array]] = []

    def set_paths(self, paths: list[tuple[QPen, Array]]) -> None:
        """Show these: a pen and finite points (n, 2) each."""
        self.paths = paths
        self.update()

    def paint_pixels(self, painter: QPainter, scale: Array, shift: Array) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen, points in self.paths:
            painter.setPen(pen)
            draw_path(painter, points * scale + shift)


class StepCurves(View):
    """A curve for each lane over the steps, with a cursor that is also a time slider."""

    def __init__(self) -> None:
        super().__init__()
        self._scene: Scene | None = None
        self._theme = th.LIGHT
        self._step = 0
        self._highlight: int | None = None
        self._held: int | None = None
        self.plot = _StepPlot(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.plot)
        self._series: list[Series] = []
        #: Where the values of each of them are drawn, see `_height`.
        self._heights: list[Array] = []
        #: What the old curves have been made of, which stay while the new ones follow the mouse.
        self._old: tuple[list[Series], object] = [], None
        self.cursor_item, self.curves, self.ghost = CursorItem(), CurvesItem(), GhostItem()
        for item in (self.cursor_item, self.curves, self.ghost):
            self.plot.addItem(item, ignoreBounds=True)
        self.plot.getViewBox().sigResized.connect(self._on_resized)
        self._log = True

    def series(self, scene: Scene) -> list[Series]:
        """What is drawn."""
        raise NotImplementedError

    def old_series(self, scene: Scene) -> list[Series]:
        """What was drawn before the drag that is under way."""
        raise NotImplementedError

    def x_label(self) -> str:
        """What the axis below counts."""
        return tr("step")

    def set_scene(self, scene: Scene) -> None:
        self._scene = scene
        self._series = self.series(scene)
        finite = [v[np.isfinite(v)] for _, _, v in self._series]
        shown = np.concatenate(finite) if finite else np.empty(0)
        self._log = self.logarithmic(shown)
        if self.plot.getAxis("left").logMode != self._log:
            self.plot.getAxis("left").setLogMode(self._log)
        self._draw_curves()
        self._fit()
        self._draw_points()

    def _on_resized(self, *_: object) -> None:
        fit_later(self)

    def customEvent(self, event: QEvent) -> None:
        if event.type() == FIT:
            self._resize()

    def _resize(self) -> None:
        if self._scene is not None:
            self._draw_curves()
            self._fit()
            self._draw_points()

    def _draw_curves(self) -> None:
        """The curves with as many points as there is room for."""
        self._heights = [self._height(values) for *_, values in self._series]
        buckets = max(_BUCKETS, round(float(self.plot.frame()[2][0]) / _BUCKET))
        now = parts(self._series, self._heights, buckets)
        self.curves.set_paths([(self._pen(style), path) for style, path in now])
        old = self.old_series(self._scene) if self._scene is not None else []
        look = self._log, buckets
        if look != self._old[1] or not same(old, self._old[0]):
            self._old = old, look
            heights = [self._height(values) for *_, values in old]
            self.ghost.set_paths(parts(old, heights, buckets))

    def logarithmic(self, values: Array) -> bool:
        """Whether the values are shown on a logarithmic scale."""
        return bool((values >= 0).all() and (values > 0).any())

    def set_step(self, step: int) -> None:
        self._step = step
        self._draw_points()

    def set_highlight(self, step: int | None) -> None:
        if step != self._highlight:
            self._highlight = step
            self._draw_points()

    def set_theme(self, theme: th.Theme) -> None:
        self._theme = theme
        self.plot.set_theme(theme)
        self.ghost.set_theme(theme)
        self._resize()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.plot.set_labels(self.x_label(), "")

    # The time slider -------------------------------------------------------------------------

    def press(self, position: QPointF) -> None:
        """Take hold of the curve under the mouse (the others may be elsewhere in time)."""
        self._held = self._curve_at(position)
        self.drag(position)

    def drag(self, position: QPointF) -> None:
        """Ask for the step under the mouse, on the curve that is held."""
        if self._held is not None and self._held < len(self._series):
            self.step_requested.emit(self._step_at(position, self._held))

    def hover(self, position: QPointF | None) -> None:
        """Tell of the step under the mouse; ``None``: it has left."""
        curve = self._curve_at(position) if position is not None else None
        if position is None or curve is None:
            self.tell_hovered(None)
        else:
            self.tell_hovered(self._step_at(position, curve))

    def _place(self, position: QPointF) -> QPointF:
        return self.plot.getViewBox().mapSceneToView(self.plot.mapToScene(position.toPoint()))

    def _step_at(self, position: QPointF, curve: int) -> int:
        return slide(self._series[curve][1], self._place(position).x())

    def _curve_at(self, position: QPointF) -> int | None:
        """The curve that is nearest above or below the mouse; those that end before it last."""
        place, found = self._place(position), []
        for i, (_, x, _) in enumerate(self._series):
            k = slide(x, place.x())
            height = float(self._heights[i][k])
            away = abs(height - place.y()) if np.isfinite(height) else np.inf
            found.append((bool(place.x() > x[-1]), away, i))
        return min(found)[2] if found else None

    # Drawing ---------------------------------------------------------------------------------

    def _pen(self, style: int | None) -> QPen:
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

    def _fit(self) -> None:
        heights = np.concatenate(self._heights or [np.zeros(1)])
        heights = heights[np.isfinite(heights)]
        low, high = (heights.min(), heights.max()) if heights.size else (0.0, 1.0)
        if self._log:
            # Rounding noise far below everything else would squeeze what matters to a line.
            low = max(low, high - 18.0)
        low, high = steady_range(float(low), float(high))
        # Half a label's height above the last tick.
        pixels = float(self.plot.frame()[2][1])
        room = min(0.5 * self.plot.label_height() / pixels, 0.3) * (high - low)
        end = max((float(x[-1]) for _, x, _ in self._series), default=0.0)
        if not end:
            end = 1.0
        self.plot.setRange(xRange=(-0.02 * end, end * 1.02), yRange=(low, high + room), padding=0.0)

    def _draw_points(self) -> None:
        if self._scene is not None:
            lit = [] if self._highlight is None else self._marks(self._highlight)
            self.cursor_item.show_at(self._marks(self._step), lit, self._theme)

    def _marks(self, step: int) -> list[Mark]:
        """Where each curve is at ``step``; the height is NaN where it has none."""
        marks = []
        for (style, x, _), heights in zip(self._series, self._heights, strict=True):
            k = min(step, len(heights) - 1)
            # A lane that has ended stays at its end; the line of time goes on.
            time = float(x[k]) + (step - k) * (float(x[-1] - x[-2]) if len(x) > 1 else 1.0)
            marks.append(Mark(style, time, float(x[k]), float(heights[k])))
        return marks


class LossView(StepCurves):
    """Full-data loss J of every lane, or J − J*, over steps, epochs or gradients computed."""

    def __init__(self) -> None:
        super().__init__()
        self.scale = ChoiceBox(tuple((scale.id, scale.title) for scale in SCALES), self)
        self.scale.set_value("step")
        self.scale.chosen.connect(self._choose)
        self.header = (self.scale,)
        self._minimum: float | None = None
        self._retranslate()

    @property
    def x_scale(self) -> Scale:
        """What the axis below counts."""
        return next(scale for scale in SCALES if scale.id == self.scale.value())

    def x_label(self) -> str:
        return tr(self.x_scale.label)

    def _choose(self, _id: str) -> None:
        self._retranslate()
        if self._scene is not None:
            self.set_scene(self._scene)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.plot.set_labels(self.x_label(), "")
        self.scale.setAccessibleName(tr("What the axis counts"))
        tip(self.scale)(
            tr("What the axis counts; a step computes one gradient for each row of its batch")
        )

    def series(self, scene: Scene) -> list[Series]:
        self._minimum = known_minimum(scene) if "excess-loss" in scene.shown else None
        return self._losses(scene.styles, scene.runs)

    def old_series(self, scene: Scene) -> list[Series]:
        return self._losses(scene.styles, scene.ghost)

    def _losses(self, styles: tuple[int, ...], runs: tuple[Run, ...]) -> list[Series]:
        return [
            (style, self.x_scale.places(run), self._shown_loss(run.loss))
            for style, run in zip(styles, runs, strict=False)
        ]

    def _shown_loss(self, loss: Array) -> Array:
        return loss if self._minimum is None else np.maximum(loss - self._minimum, 0.0)

    def heading(self) -> tuple[str, str]:
        if self._minimum is None:
            return "", ""
        return tr("Loss J − J*"), f"J* {number(self._minimum)}"


class GapView(StepCurves):
    """‖θ_seq − θ_sync‖; in words what is missing unless the scene has a lane of each order."""

    def __init__(self) -> None:
        super().__init__()
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setProperty("role", "muted")
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self.words)

    def set_scene(self, scene: Scene) -> None:
        super().set_scene(scene)
        self.plot.setVisible(scene.pair is not None)
        self.words.setVisible(scene.pair is None)
        self.words.setText(self._missing(scene) if scene.pair is None else "")

    @staticmethod
    def _missing(scene: Scene) -> str:
        """Why there is no gap: which of the two orders no lane has."""
        if scene.problem.dimension == 1:
            return tr("With one parameter both update orders are the same: there is no gap.")
        orders = {run.lane.order for run in scene.runs}
        if "synchronous" in orders:
            return tr(
                "The gap to a sequential lane appears here, step by step. "
                "No sequential lane is shown: add one, or change the update order of a lane."
            )
        return tr(
            "The gap to a synchronous lane appears here, step by step. "
            "No synchronous lane is shown: add one, or change the update order of a lane."
        )

    def series(self, scene: Scene) -> list[Series]:
        return self._gap(scene, scene.runs)

    def old_series(self, scene: Scene) -> list[Series]:
        return self._gap(scene, scene.ghost)

    @staticmethod
    def _gap(scene: Scene, runs: tuple[Run, ...]) -> list[Series]:
        if scene.pair is None or len(runs) <= max(scene.pair):
            return []
        first, second = scene.pair
        gap = distance(runs[first], runs[second])
        return [(None, np.arange(len(gap), dtype=float), gap)]

    def heading(self) -> tuple[str, str]:
        formula = "‖θ<sub>seq</sub> − θ<sub>sync</sub>‖"
        size = self._theme.size(12)
        span = f'<span style="font-weight:400; font-size:{size}px">{formula}</span>'
        values = self._series[0][2] if self._scene and self._series else np.empty(0)
        now = number(float(values[min(self._step, len(values) - 1)])) if len(values) else ""
        return f"{tr('Gap')} {span}", now


class _StepPlot(Plot):
    """Pressing or dragging anywhere moves the cursor."""

    def __init__(self, view: StepCurves) -> None:
        super().__init__(zoom=False)
        self._view = view

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._view.press(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._view.drag(event.position())
        else:
            self._view.hover(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self._view.hover(None)
        super().leaveEvent(event)
