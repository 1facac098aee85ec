"""What each learning rate leads to: steps to converge, or to diverge, for every lane."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QLabel, QStackedLayout

from gdsim.engine.lane import Lane
from gdsim.engine.maps import RateSweep, sweep_rates
from gdsim.engine.problems.base import Problem
from gdsim.engine.run import Outcome
from gdsim.ui import guidance
from gdsim.ui import theme as th
from gdsim.ui.clock import spell
from gdsim.ui.i18n import tr
from gdsim.ui.numbers import number
from gdsim.ui.plots.axes import Plot
from gdsim.ui.plots.lane_layer import PixelItem, mark, polygon
from gdsim.ui.plots.view import View
from gdsim.ui.scene import Scene
from gdsim.ui.tips import lines
from gdsim.ui.widgets.rate_axis import decades
from gdsim.ui.widgets.rate_marks import Mark
from gdsim.ui.widgets.stepping import tidy_between

Array = NDArray[np.float64]

#: Learning rates that are tried, and the steps that each gets.
RATES, MOST_STEPS = 241, 1000
#: Seconds between two pictures of what is known so far.
PICTURE = 0.15
#: Rows that a step may go through for each of them, unless the loss is quadratic.
MOST_ROWS = 1000


@dataclass
class LaneSweep:
    """What is known of one lane."""

    lane: Lane
    style: int
    known: RateSweep | None = None


class RateMapView(View):
    """Steps against α on logarithmic axes; a click chooses the rate."""

    rate_chosen = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self._scene: Scene | None = None
        self._theme = th.LIGHT
        self._key: tuple[object, ...] = ()
        self._marks: tuple[Mark, ...] = ()
        self.lanes: list[LaneSweep] = []
        self._steps: Iterator[None] | None = None
        self._drawn = 0.0
        self.plot = _RatePlot(self)
        self.plot.getAxis("bottom").setLogMode(True)
        self.plot.getAxis("left").setLogMode(True)
        self._layer = _SweepItem()
        self.plot.addItem(self._layer, ignoreBounds=True)
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setProperty("role", "muted")
        self._stack = QStackedLayout(self)
        for page in (self.plot, self.message):
            self._stack.addWidget(page)
        self._name()

    # ---- view --------------------------------------------------------------------------------

    def set_scene(self, scene: Scene) -> None:
        self._scene = scene
        if not can_sweep(scene.problem):
            self._steps, self.lanes, self._key = None, [], ()
            self.message.setText(
                tr("With more than {most} data rows this map would take too long.", most=MOST_ROWS)
            )
            self._stack.setCurrentWidget(self.message)
            return
        self._stack.setCurrentWidget(self.plot)
        self._marks = guidance.guide(scene, 0).marks if scene.problem.quadratic else ()
        self._restart(scene)
        self._show()

    def _restart(self, scene: Scene) -> None:
        """Sweep anew unless only the rates of the lanes are others: their shape is what counts."""
        rates = [run.lane.learning_rate.first for run in scene.runs]
        ends = [decades(rate, (m.rate for m in self._marks)) for rate in rates if rate > 0]
        low, high = min(e[0] for e in ends or [(-4, 1)]), max(e[1] for e in ends or [(-4, 1)])
        shapes = tuple(_shape(run.lane) for run in scene.runs)
        key = (scene.problem, scene.start, shapes, scene.styles, low, high)
        if scene.ghost or (self._key and key[0] is self._key[0] and key[1:] == self._key[1:]):
            return
        self._key = key
        self.range = (low, high)
        self.lanes = [
            LaneSweep(run.lane, style) for run, style in zip(scene.runs, scene.styles, strict=True)
        ]
        self._steps = self._go(scene.problem, scene.start, np.logspace(low, high, RATES))
        self.plot.setRange(xRange=(low, high), yRange=(0, np.log10(MOST_STEPS) + 0.1), padding=0.0)

    def _go(self, problem: Problem, start: tuple[float, ...], rates: Array) -> Iterator[None]:
        for each in self.lanes:
            for known in sweep_rates(
                problem, start, each.lane, rates.tolist(), max_steps=MOST_STEPS
            ):
                each.known = known
                yield

    @property
    def pending(self) -> bool:
        """Whether there is work left."""
        return self._steps is not None

    def work(self, seconds: float) -> None:
        """Go on for about so long, and show what is known."""
        for _ in spell(seconds):
            if self._steps is None or next(self._steps, self) is self:
                self._steps = None
                break
        now = time.perf_counter()
        if now - self._drawn > PICTURE or self._steps is None:
            self._drawn = now
            self._show()

    def set_step(self, step: int) -> None:
        """The map does not change with the step."""

    def set_theme(self, theme: th.Theme) -> None:
        self._theme = theme
        self.plot.set_theme(theme)
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
            if self._scene is not None:
                self.set_scene(self._scene)

    def _name(self) -> None:
        self.plot.set_labels(tr("Learning rate α"), tr("steps"))
        told = tr(
            "Steps until ‖∇J‖ ≤ 10⁻⁶ for each learning rate. A line: converges. "
            "Crosses: diverges after so many steps. Click to choose the rate."
        )
        self.plot.setToolTip(lines(told))
        self.plot.setAccessibleName(told)

    def heading(self) -> tuple[str, str]:
        rate = self._rate()
        return "", f"α = {number(rate, 4)}" if rate else ""

    def _rate(self) -> float:
        return self._scene.runs[0].lane.learning_rate.first if self._scene is not None else 0.0

    def _show(self) -> None:
        self._layer.show_sweeps(self.lanes, self._marks, self._rate(), self._theme)

    def choose(self, position: QPointF) -> None:
        """The rate under the mouse, as a tidy number."""
        view = self.plot.getViewBox()
        scene = self.plot.mapToScene(position.toPoint())
        ends = [view.mapSceneToView(scene + QPointF(by, 0)).x() for by in (-0.5, 0.5)]
        if self.lanes:
            self.rate_chosen.emit(tidy_between(*(10.0**end for end in ends)))


def can_sweep(problem: Problem) -> bool:
    """Whether the map is quick enough."""
    return problem.quadratic or problem.rows <= MOST_ROWS


def _shape(lane: Lane) -> tuple[object, ...]:
    """What of a lane the map depends on: not how large its rate is, only how it changes."""
    schedule = lane.learning_rate
    rates = schedule.rates(MOST_STEPS) / (schedule.first or np.inf)
    return lane.order, lane.coordinates, lane.optimizer, rates.tobytes()


class _SweepItem(PixelItem):
    """A line where a lane converges, crosses where it diverges; the limits; the rate in force."""

    def __init__(self) -> None:
        super().__init__()
        self._lanes: list[LaneSweep] = []
        self._marks: tuple[Mark, ...] = ()
        self._rate = 0.0
        self._theme = th.LIGHT

    def show_sweeps(
        self, lanes: list[LaneSweep], marks: tuple[Mark, ...], rate: float, theme: th.Theme
    ) -> None:
        self._lanes, self._marks, self._rate, self._theme = lanes, marks, rate, theme
        self.update()

    def paint_pixels(self, painter: QPainter, scale: Array, shift: Array) -> None:
        theme, clip = self._theme, painter.clipBoundingRect()
        for limit in self._marks:
            x = np.log10(limit.rate) * scale[0] + shift[0]
            dash = th.DASHES[limit.style % len(th.DASHES)]
            painter.setPen(th.pen(theme.lane_colour(limit.style), 1.5, dash))
            painter.drawLine(QPointF(x, clip.top()), QPointF(x, clip.bottom()))
        for each in self._lanes:
            if each.known is not None:
                self._paint_lane(painter, each, each.known, scale, shift)
        if self._rate > 0:
            x = np.log10(self._rate) * scale[0] + shift[0]
            painter.setPen(th.pen(theme.text, 1.5))
            painter.drawLine(QPointF(x, clip.top()), QPointF(x, clip.bottom()))

    def _paint_lane(
        self, painter: QPainter, each: LaneSweep, known: RateSweep, scale: Array, shift: Array
    ) -> None:
        theme, colour = self._theme, self._theme.lane_colour(each.style)
        place = np.stack([np.log10(known.rates), np.log10(np.maximum(known.steps, 1))], axis=-1)
        place = place * scale + shift
        good = np.array([outcome is Outcome.CONVERGED for outcome in known.outcomes])
        bad = np.array(
            [outcome in (Outcome.DIVERGED, Outcome.NON_FINITE) for outcome in known.outcomes]
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        dash = th.DASHES[each.style % len(th.DASHES)]
        painter.setPen(th.pen(colour, theme.line, dash))
        for part in _stretches(good):
            painter.drawPolyline(polygon(place[part]))
        painter.setPen(th.pen(colour, theme.line * 0.5))
        cross = mark("x", theme.line * 3)
        painter.setBrush(Qt.BrushStyle.SolidPattern)
        for x, y in place[bad][::4].tolist():
            painter.fillPath(cross.translated(x, y), painter.pen().color())
        painter.setBrush(Qt.BrushStyle.NoBrush)


def _stretches(which: NDArray[np.bool_]) -> list[slice]:
    """Runs of neighbours that are all true."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], which, [False]]).astype(int)))
    return [slice(a, b) for a, b in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)]


class _RatePlot(Plot):
    """Pressing or dragging chooses a rate."""

    def __init__(self, view: RateMapView) -> None:
        super().__init__(zoom=False)
        self._view = view

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._view.choose(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
