"""The data with the fit of every lane, residuals as squares, and points that are moved by hand.

A point is dragged; a double click on the ground adds one, Delete removes the chosen one. Keys,
while the view has the focus: ← and → choose a point, Alt and an arrow move it (with Shift finely),
Insert adds one beside it, Esc gives ← and → back to the steps.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout

from gdsim.engine.run import Run
from gdsim.ui import theme as th
from gdsim.ui.i18n import tr
from gdsim.ui.numbers import point as point_text
from gdsim.ui.plots.contour_batch import distinct_batches
from gdsim.ui.plots.data_layer import DataItem, Fit, Shown
from gdsim.ui.plots.data_points import MOST_LINES, Points, data_points
from gdsim.ui.plots.hand import GRIP, KEY_STEP, Flag, HandPlot, snapped, tidy, trembles
from gdsim.ui.plots.hover import nearest
from gdsim.ui.plots.view import View
from gdsim.ui.scene import Scene

Array = NDArray[np.float64]
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Down: (0, -1), Qt.Key.Key_Up: (0, 1),
}  # fmt: skip
_KEYS = (*_ARROWS, Qt.Key.Key_Delete, Qt.Key.Key_Insert, Qt.Key.Key_Escape)
#: Rows of a batch that are marked.
_MARKED = 200


class DataView(View):
    """Data and fits at the current step."""

    tools = ("residuals",)
    offers = ("data-editor", *View.offers)

    def __init__(self) -> None:
        super().__init__()
        self._scene: Scene | None = None
        self._step = 0
        self._highlight: int | None = None
        self._theme = th.LIGHT
        self.points: Points | None = None
        self.chosen: int | None = None
        #: While a point is held: all points as they were, where the mouse took hold, whether it
        #: has moved since, and how far the point is from the mouse.
        self._held: tuple[Array, Array] | None = None
        self._pressed, self._moved, self._away = QPointF(), False, QPointF()
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.plot = HandPlot(self, zoom=False)
        self.flag = Flag(self.plot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.words)
        layout.addWidget(self.plot, 1)
        self.item = DataItem()
        self.plot.addItem(self.item)
        self.plot.getViewBox().sigResized.connect(self._redraw)
        # A curve is drawn over the range that is shown.
        self.plot.getViewBox().sigRangeChanged.connect(self._redraw)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._retranslate()

    # What is shown ---------------------------------------------------------------------------

    def set_scene(self, scene: Scene) -> None:
        old, self._scene = self._scene, scene
        if old is None or old.problem is not scene.problem:
            self.points = data_points(scene.problem)
            if self.points is None or (
                self.chosen is not None and self.chosen >= len(self.points.x)
            ):
                self.chosen = None
            self._label_axes()
            self._fit_range()
        self.plot.setVisible(self.points is not None)
        self.words.setVisible(self.points is None)
        self._redraw()

    def set_step(self, step: int) -> None:
        self._step = step
        self._redraw()

    def set_highlight(self, step: int | None) -> None:
        if step != self._highlight:
            self._highlight = step
            self._redraw()

    def set_theme(self, theme: th.Theme) -> None:
        self._theme = theme
        self.plot.set_theme(theme)
        self.item.set_theme(theme)
        self.flag.set_theme(theme)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(tr("Data and fit"))
        self.words.setText(tr(
            "This problem has no data. Choose a model on data (linear regression, logistic "
            "regression or a neuron) as the problem: its points and the fit appear here."
        ))  # fmt: skip
        self._label_axes()
        self._describe()

    def _label_axes(self) -> None:
        points, text = self.points, "x"
        if points is not None and len(points.drawn) < len(points.x):
            # Below the points, where there is room for it in every window.
            text = "x   " + tr("({shown} of {count} points drawn)", shown=len(points.drawn),
                               count=len(points.x))  # fmt: skip
        self.plot.set_labels(text, "y")

    def _fit_range(self) -> None:
        """Show all points and the first line; where they are in sight and fill it, leave it."""
        if self.points is None or self._scene is None or self._held is not None:
            return
        low, high = self.points.reach(self._scene.runs[0].theta[0])
        now_low, now_high, _ = self.plot.frame()
        inside = (now_low <= low).all() and (now_high >= high).all()
        if not inside or ((high - low) < 0.6 * (now_high - now_low)).any():
            self.fit()

    def fit(self) -> None:
        """Show all points and the first line, and no more."""
        if self.points is not None and self._scene is not None:
            low, high = self.points.reach(self._scene.runs[0].theta[0])
            self.plot.setRange(xRange=(low[0], high[0]), yRange=(low[1], high[1]), padding=0.0)

    def _redraw(self, *_: object) -> None:
        scene, points = self._scene, self.points
        if scene is None or points is None:
            self.item.show_all(None)
            return
        shown = Shown(points, chosen=self.chosen)
        shown.fits = self._fits(scene.runs, self._step, "residuals" in scene.shown)
        if self._highlight is not None:
            shown.lit = self._fits(scene.runs, self._highlight, False)
        shown.ghosts = self._fits(scene.ghost, self._step, False)
        lanes = tuple(range(len(scene.runs)))
        shown.batches = {
            style: np.column_stack((points.x[rows[:_MARKED]], points.y[rows[:_MARKED]]))
            for style, rows in distinct_batches(scene, lanes, self._step).items()
        }
        self.item.show_all(shown)
        self._describe()

    def _fits(self, runs: tuple[Run, ...], step: int, residuals: bool) -> list[Fit]:
        points, scene = self.points, self._scene
        assert points is not None
        assert scene is not None
        low, high, _ = self.plot.frame()
        wanted = residuals and points.squared and len(points.drawn) <= MOST_LINES
        fits = []
        for run, style in zip(runs, scene.styles, strict=False):
            theta = run.theta[min(step, run.steps)]
            fit = Fit(style, points.fit(theta, low, high), np.empty(0), points.threshold(theta))
            if wanted and np.isfinite(theta).all():
                fit.residuals = points.predict(theta, points.x[points.drawn])
            fits.append(fit)
        return fits

    def _describe(self) -> None:
        points = self.points
        if points is None:
            text = self.words.text()
        elif self.chosen is None:
            text = tr("{count} points", count=len(points.x))
        else:
            text = tr("Point {number} of {count}: {point}", number=self.chosen + 1,
                      count=len(points.x), point=point_text(self._place(self.chosen)))  # fmt: skip
        self.setAccessibleDescription(text)

    def _place(self, row: int) -> list[float]:
        assert self.points is not None
        return [float(self.points.x[row]), float(self.points.y[row])]

    # Points by hand --------------------------------------------------------------------------

    def grip(self, row: int) -> QPointF:
        """Where a point is, in pixels of the plot widget."""
        return self.plot.pixel(*self._place(row))

    def over(self, position: QPointF) -> bool:
        """Whether a point under the mouse can be taken hold of."""
        return self.under(position) is not None

    def hover(self, position: QPointF | None) -> None:
        """The mouse is on no step here."""

    def click(self, position: QPointF) -> None:
        """A click on the ground only lets go of the chosen point: `press` has done that."""

    def double_click(self, position: QPointF) -> None:
        """A new point where there is none."""
        if not self.over(position):
            self.add(self.plot.place(position))

    def under(self, position: QPointF) -> int | None:
        """The point under the mouse that can be taken hold of."""
        points = self.points
        if points is None or not points.editable:
            return None
        low, high, pixels = self.plot.frame()
        path = np.column_stack((points.x, points.y))
        reach = GRIP * self._theme.text_scale
        return nearest([path], self.plot.place(position), (high - low) / pixels, reach)

    def press(self, position: QPointF) -> bool:
        """Choose the point under the mouse, and take hold of it."""
        # Of a drag before this one nobody told where the button was let go.
        self.cancel_drag()
        self.choose(self.under(position))
        if self.chosen is None or self.points is None:
            return False
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._held = (self.points.x.copy(), self.points.y.copy())
        self._pressed, self._moved = position, False
        self._away = self.grip(self.chosen) - position
        return True

    def choose(self, row: int | None) -> None:
        """Put the ring around a point, or around none."""
        if row != self.chosen:
            self.chosen = row
            self._redraw()

    @property
    def dragging(self) -> bool:
        """Whether the mouse holds a point."""
        return self._held is not None

    def drag(self, position: QPointF, *, finished: bool, snap: bool) -> None:
        """The chosen point follows the mouse; ``snap`` puts it on the nearest tidy numbers."""
        if self._held is None or self.chosen is None:
            return
        # A click chooses a point; its trembling must not move it.
        self._moved = self._moved or not trembles(self._pressed, position)
        if not self._moved:
            self._held = None if finished else self._held
            return
        low, high, pixels = self.plot.frame()
        unit = (high - low) / pixels
        place = np.clip(self.plot.place(position + self._away), low, high)
        place = (snapped if snap else tidy)(place, unit)
        x, y = self._held
        # Straight along one axis the other number keeps all of its digits.
        moved = position - self._pressed
        still = np.array([moved.x() == 0, moved.y() == 0])
        place = self._allowed(np.where(still, (x[self.chosen], y[self.chosen]), place))
        if finished:
            self._held = None
            self.flag.hide()
        else:
            self.flag.show_at(point_text(place.tolist()), place)
        self._move(x, y, place, finished)

    def _allowed(self, place: Array) -> Array:
        """``place``, with y the nearer class where there are only classes."""
        if self.points is not None and self.points.classes:
            return np.array([place[0], 1.0 if place[1] >= 0.5 else 0.0])
        return place

    def _move(self, x: Array, y: Array, place: Array, finished: bool) -> None:
        x, y = x.copy(), y.copy()
        x[self.chosen], y[self.chosen] = place
        self.data_dragged.emit((tuple(x.tolist()), tuple(y.tolist())), finished)

    def cancel_drag(self) -> None:
        """Let go of the point; all is as it was before."""
        if self._held is not None:
            self._held = None
            self.flag.hide()
            if self._moved:
                self.drag_cancelled.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        # No release of the button will reach a view that is not there.
        self.cancel_drag()

    def add(self, place: Array) -> None:
        """A new point at ``place``, which becomes the chosen one."""
        points = self.points
        if points is None or not points.editable:
            return
        low, high, pixels = self.plot.frame()
        place = self._allowed(tidy(np.clip(place, low, high), (high - low) / pixels))
        x, y = (*points.x.tolist(), float(place[0])), (*points.y.tolist(), float(place[1]))
        self.chosen = None
        self.data_dragged.emit((x, y), True)

    def remove(self) -> None:
        """Take the chosen point away; two always stay."""
        points, row = self.points, self.chosen
        if points is None or row is None or not points.editable or len(points.x) < 3:
            return
        x, y = points.x.tolist(), points.y.tolist()
        del x[row], y[row]
        self.chosen = None
        self.data_dragged.emit((tuple(x), tuple(y)), True)

    # Keys ------------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() not in (
            Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason,
        ):  # fmt: skip
            return
        if self.chosen is None and self.points is not None and self.points.editable:
            self.choose(0)

    def event(self, event: QEvent) -> bool:
        """Keep the keys of this view from the window's shortcuts while a point is chosen."""
        overriding = event.type() == QEvent.Type.ShortcutOverride and self.chosen is not None
        if overriding and isinstance(event, QKeyEvent) and Qt.Key(event.key()) in _KEYS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self.chosen is None or self.points is None or key not in _KEYS:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Escape and self.dragging:
            self.cancel_drag()
        elif key == Qt.Key.Key_Escape:
            self.choose(None)
        elif key == Qt.Key.Key_Delete:
            self.remove()
        elif key == Qt.Key.Key_Insert:
            low, high, _ = self.plot.frame()
            self.add(np.array(self._place(self.chosen)) + (high - low) / 20)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._nudge(key, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            self.choose((self.chosen + sum(_ARROWS[key])) % len(self.points.x))

    def _nudge(self, key: Qt.Key, fine: bool) -> None:
        """Move the chosen point; a class goes from one to the other."""
        assert self.points is not None
        assert self.chosen is not None
        low, high, _ = self.plot.frame()
        unit = (high - low) * KEY_STEP * (0.1 if fine else 1.0)
        way = np.array(_ARROWS[key], dtype=float)
        place = np.array(self._place(self.chosen))
        if self.points.classes and way[1]:
            place[1] = 1.0 if way[1] > 0 else 0.0
        else:
            place = tidy(place + way * unit, unit / 4)
        self._move(self.points.x, self.points.y, place, True)
