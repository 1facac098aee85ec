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
from PySide6.QtWidgets import QVBoxLayout

from gdsim.engine.run import Run
from gdsim.ui import theme as th
from gdsim.ui.i18n import tr
from gdsim.ui.numbers import bracketed, number
from gdsim.ui.plots.curve_lane import CurveLane, Spots
from gdsim.ui.plots.flat_view import FlatView
from gdsim.ui.plots.hand import Flag, HandPlot
from gdsim.ui.plots.landmarks import GhostItem, HighlightItem
from gdsim.ui.scene import Scene
from gdsim.ui.widgets.quiet_label import QuietLabel

Array = NDArray[np.float64]

#: The part of the height that words may take above the picture.
_WORDS = 0.25
#: Points of the curve across the picture.
_POINTS = 600


class CurveView(FlatView):
    """J(w) with a tangent for each lane and the slope said in words above it."""

    def __init__(self) -> None:
        super().__init__()
        self._lanes: list[CurveLane] = []
        #: A small picture has no room for words.
        self.silent = False
        self.words = QuietLabel()
        self.words.label.setTextFormat(Qt.TextFormat.RichText)
        self.plot = HandPlot(self)
        self.flag = Flag(self.plot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.words)
        layout.addWidget(self.plot, 1)
        self._curve = pg.PlotCurveItem()
        self._minima = Spots()
        self._start = Spots()
        self.highlight, self.ghost = HighlightItem(), GhostItem()
        items = (self._curve, self.ghost, self._minima, self._start, self.highlight)
        for item, z in zip(items, (0, 1, 5, 6, 110), strict=True):
            item.setZValue(z)
            self.plot.addItem(item, ignoreBounds=True)
        self.plot.getViewBox().sigRangeChanged.connect(self._redraw)
        self.plot.getViewBox().sigResized.connect(self._redraw)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._retranslate()

    # What is shown ---------------------------------------------------------------------------

    def set_scene(self, scene: Scene) -> None:
        old, self._scene = self._scene, scene
        if self.draws():
            if len(self._lanes) != len(scene.runs):
                self._rebuild(len(scene.runs))
                self._apply_looks()
            elif old is None or old.styles != scene.styles:
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

    def set_theme(self, theme: th.Theme) -> None:
        self._theme = theme
        self.plot.set_theme(theme)
        self._curve.setPen(th.pen(theme.muted, theme.line))
        edge = th.pen(theme.minimum_edge, 1.2)
        self._minima.set_look("+", theme.line * 8, theme.minimum, edge)
        self._start.set_look("o", theme.line * 9, None, th.pen(theme.text, 1.2))
        self.flag.set_theme(theme)
        self.ghost.set_theme(theme)
        self.words.label.setFont(th.tabular(th.font(theme, 13)))
        self._apply_looks()
        self._redraw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(tr("Curve of J"))
        self._redraw()

    def draws(self) -> bool:
        """Whether there is a curve: one parameter."""
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
        if self._scene is None or not self.draws():
            return
        low, high = self._scene.box[0]
        loss = self._scene.problem.value(np.linspace(low, high, _POINTS)[:, None])
        bottom, top = loss_range(loss, float(self._scene.runs[0].loss[0]))
        self.plot.setRange(xRange=(low, high), yRange=(bottom, top), padding=0.0)

    def _redraw(self, *_: object) -> None:
        scene = self._scene
        self.plot.setVisible(self.draws())
        self.words.setText(self._said())
        told = scene is None or not scene.predicting
        self.words.setVisible(told and not self.silent)
        if scene is None or not self.draws():
            return
        low, high, pixels = self.plot.frame()
        w = np.linspace(low[0], high[0], _POINTS)
        self.ghost.set_scene(scene, self.drawn_lanes(), (low, high, pixels), self.path)
        self._curve.setData(w, scene.problem.value(w[:, None]), connect="finite")
        for lane in self._lanes:
            lane.draw(scene, self._step, low, high, pixels)
        self.draw_highlight()

    # In words --------------------------------------------------------------------------------

    def _said(self) -> str:
        """A line for each lane, one for all where they coincide; or why there is no curve."""
        scene = self._scene
        if scene is None:
            text = tr("The curve of the loss appears here.")
        elif not self.draws():
            text = tr("A curve is drawn for one parameter; this problem has more. "
                      "Look at the contour or the surface.")  # fmt: skip
        else:
            return self._told(scene)
        return html.escape(text)

    def _told(self, scene: Scene) -> str:
        lines = self._lines(scene)
        high = len(lines) * self.words.label.fontMetrics().lineSpacing()
        if high <= _WORDS * self.height():
            return "<br>".join(lines)
        # The picture comes first: only what the slope says, one lane after the other.
        return " &nbsp; ".join(self._lines(scene, brief=True))

    def _lines(self, scene: Scene, *, brief: bool = False) -> list[str]:
        lanes = range(len(scene.runs))
        places = [scene.theta(lane, self._step)[0] for lane in lanes]
        if len(set(places)) == 1:
            return [self._line(scene, 0, "", brief=brief)]
        return [self._line(scene, lane, scene.labels[lane], brief=brief) for lane in lanes]

    def _line(self, scene: Scene, lane: int, label: str, *, brief: bool) -> str:
        run, k = scene.runs[lane], scene.at(lane, self._step)
        slope = float(run.grad[k, 0])
        parts = [slope_words(slope)]
        if run.steps and np.isfinite(slope) and not brief:
            rate = float(run.learning_rate[min(k, run.steps - 1)])
            parts.append(f"−α · J′(w) = −{number(rate)} × {bracketed(slope)}"
                         f" = {number(-rate * slope)}")  # fmt: skip
        if not self._in_sight(run.theta[k, 0], run.loss[k]):
            parts.append(tr("outside this picture"))
        # A name such as "α = 0.1" stays in one line.
        name = label.replace(" = ", "\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}")
        text = html.escape((name + ": " if label else "") + "   ·   ".join(parts))
        colour = self._theme.lane_colour(scene.styles[lane]) if label else self._theme.text
        return f'<span style="color:{colour}">{text}</span>'

    def _in_sight(self, *place: float) -> bool:
        low, high, _ = self.plot.frame()
        return bool((low <= place).all() and (high >= place).all())

    # Under the mouse -------------------------------------------------------------------------

    @staticmethod
    def path(run: Run) -> Array:
        """w and J of every step."""
        return np.column_stack((run.theta[:, 0], run.loss))

    def double_click(self, _position: QPointF) -> None:
        """Show the whole curve again."""
        self.show_all()

    def theta_at(self, position: QPointF) -> Array:
        """The start stays in the picture; along the curve it follows the mouse's w."""
        low, high, _ = self.plot.frame()
        return np.clip(self.plot.place(position), low, high)[:1]

    def span(self) -> tuple[Array, Array]:
        low, high, pixels = self.plot.frame()
        return (high - low)[:1], ((high - low) / pixels)[:1]

    def show_flag(self, point: Array | None) -> None:
        if point is None or self._scene is None:
            self.flag.hide()
            return
        loss = float(self._scene.problem.value(point))
        _, high, _ = self.plot.frame()
        place = np.array([point[0], loss if np.isfinite(loss) else high[1]])
        self.flag.show_at(self.readout(point, loss), place)


def slope_words(slope: float) -> str:
    """The slope as a number and what its sign says."""
    if not np.isfinite(slope):
        return tr("no slope here: the values are too large for a computer's numbers")
    if slope > 0:
        return tr("slope {slope} > 0: go left", slope=number(slope))
    if slope < 0:
        return tr("slope {slope} < 0: go right", slope=number(slope))
    return tr("slope 0: stop")


def loss_range(loss: Array, start: float = np.nan) -> tuple[float, float]:
    """The range of J to show: all of it but the highest towers, with a little room.

    A start that stands on a tower is shown with it, unless all else would become a flat line.
    """
    # Sums of what is nearly infinite are infinite.
    finite = loss[np.abs(loss) < 1e300]
    if not finite.size:
        return 0.0, 1.0
    low = float(finite.min())
    high = min(float(finite.max()), low + 12.0 * max(float(np.median(finite)) - low, 1e-12))
    if high < start <= low + 20.0 * (high - low):
        high = start
    room = 0.08 * (high - low) or 1.0
    return low - room, high + room
