"""A view on which mouse and keys move the start, or begin anew from where a lane is now.

The start is dragged as it is. The current point of a lane is a start to be: dragging it puts the
start there and goes back to step 0, so that the hand holds the start of the new run. Keys, while
the view has the focus: Alt and an arrow move the start (with Shift finely), Esc lets go of what the
mouse holds and brings back what was there.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from gdsim.ui import theme as th
from gdsim.ui.numbers import number
from gdsim.ui.plots.hand import GRIP, KEY_STEP, snapped, tidy, trembles
from gdsim.ui.plots.view import View
from gdsim.ui.scene import Scene
from gdsim.ui.widgets.value_label import BETWEEN

Array = NDArray[np.float64]

_WAYS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Down: (0, -1), Qt.Key.Key_Up: (0, 1),
}  # fmt: skip
#: Pixels that the start counts as nearer than a current point: where both coincide, it wins.
_FIRST = 4.0


@dataclass
class Hold:
    """A point that the mouse has taken hold of: the start, or the current point of a lane."""

    current: bool
    pressed: QPointF
    #: From the mouse to the point.
    away: QPointF
    moved: bool = False


class StartView(View):
    """What contour, surface and curve have in common; positions are pixels."""

    offers = ("start-here", "fit", *View.offers)

    def __init__(self) -> None:
        super().__init__()
        self._scene: Scene | None = None
        self._step = 0
        self._theme = th.LIGHT
        self._hold: Hold | None = None

    # What a picture tells of itself ----------------------------------------------------------

    @property
    def canvas(self) -> QWidget:
        """The widget whose pixels all positions are."""
        return self

    def draws(self) -> bool:
        """Whether there is a picture of the scene."""
        raise NotImplementedError

    def drawn_lanes(self) -> tuple[int, ...]:
        """The lanes whose points are in the picture."""
        return tuple(range(len(self._scene.runs))) if self._scene is not None else ()

    def pixel(self, lane: int, step: int) -> QPointF | None:
        """Where ``lane`` is at cursor ``step``; ``None`` where that cannot be taken hold of."""
        raise NotImplementedError

    def step_at(self, position: QPointF) -> int | None:
        """The recorded step that lies under a pixel."""
        raise NotImplementedError

    def theta_at(self, position: QPointF) -> Array:
        """The parameters (d,) that lie under a pixel."""
        raise NotImplementedError

    def theta_under(self, place: QPoint) -> tuple[float, ...] | None:
        position = QPointF(self.canvas.mapFrom(self, place))
        if not self.draws() or not self.shows(position):
            return None
        return tuple(tidy(self.theta_at(position), self.span()[1]).tolist())

    def shows(self, position: QPointF) -> bool:
        """Whether a pixel is one of the picture, not of its axes or of what lies around it."""
        raise NotImplementedError

    def span(self) -> tuple[Array, Array]:
        """The range of the parameters that is seen, and what a pixel is of it: (d,) each."""
        raise NotImplementedError

    def show_flag(self, point: Array | None) -> None:
        """Show the values of the held point beside it; ``None``: nothing is held any more."""
        raise NotImplementedError

    # Mouse -----------------------------------------------------------------------------------

    def hover(self, position: QPointF | None) -> None:
        """Tell of the step that the mouse is on; ``None``: it has left."""
        here = position is not None and self.draws()
        self.tell_hovered(self.step_at(position) if here and position is not None else None)

    def click(self, position: QPointF) -> None:
        """Go to the step that the mouse is on."""
        step = self.step_at(position) if self.draws() else None
        if step is not None:
            self.step_requested.emit(step)

    def seen_steps(self) -> slice:
        """The steps that are no secret: all, but while somebody is to predict what comes next."""
        hidden = self._scene is not None and self._scene.predicting
        return slice(self._step + 1 if hidden else None)

    @property
    def dragging(self) -> bool:
        """Whether the mouse holds a point."""
        return self._hold is not None

    def grip(self) -> QPointF:
        """Where the start is."""
        at = self.pixel(0, 0)
        assert at is not None
        return at

    def over(self, position: QPointF) -> bool:
        """Whether a point under the mouse can be taken hold of."""
        return self._held_at(position) is not None

    def _held_at(self, position: QPointF) -> Hold | None:
        """The hold that the mouse would take here, of the nearest point within reach."""
        found: Hold | None = None
        least = GRIP * self._theme.text_scale
        points = [(False, self.pixel(0, 0), _FIRST)] if self.draws() else []
        if points and self._step > 0:
            points += [(True, self.pixel(lane, self._step), 0.0) for lane in self.drawn_lanes()]
        for current, at, bonus in points:
            if at is None:
                continue
            distance = float(np.hypot(at.x() - position.x(), at.y() - position.y()))
            if distance <= GRIP * self._theme.text_scale and distance - bonus < least:
                found, least = Hold(current, position, at - position), distance - bonus
        return found

    def press(self, position: QPointF) -> bool:
        """Take hold of the point under the mouse."""
        # Of a drag before this one nobody told where the button was let go.
        self.cancel_drag()
        if self.focusPolicy() & Qt.FocusPolicy.ClickFocus:
            self.setFocus()
        self._hold = self._held_at(position)
        return self.dragging

    def drag(self, position: QPointF, *, finished: bool, snap: bool) -> None:
        """The held point follows the mouse; ``snap`` puts it on the nearest tidy numbers."""
        hold = self._hold
        if hold is None:
            return
        # A click is no drag: its trembling must not move anything.
        if not hold.moved and not trembles(hold.pressed, position):
            hold.moved = True
            # The step under the mouse was one of the run before.
            self.tell_hovered(None)
        if finished:
            self._let_go()
        if not hold.moved:
            return
        _, unit = self.span()
        point = (snapped if snap else tidy)(self.theta_at(position + hold.away), unit)
        if not finished:
            self.show_flag(point)
        signal = self.current_dragged if hold.current else self.start_dragged
        signal.emit(tuple(point.tolist()), finished)

    def cancel_drag(self) -> None:
        """Let go of what is held; all is as it was before."""
        hold = self._hold
        if hold is not None:
            self._let_go()
            if hold.moved:
                self.drag_cancelled.emit()

    def _let_go(self) -> None:
        self._hold = None
        self.show_flag(None)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        # No release of the button will reach a view that is not there.
        self.cancel_drag()

    def readout(self, theta: Array, loss: float) -> str:
        """Parameters and loss in a line."""
        assert self._scene is not None
        pairs = zip((*self._scene.problem.names, "J"), (*theta, loss), strict=True)
        return BETWEEN.join(f"{name} {number(float(value))}" for name, value in pairs)

    # Keys ------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """While something is held, Esc means this view whatever else it may mean."""
        overriding = event.type() == QEvent.Type.ShortcutOverride and self.dragging
        if overriding and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        start = self.nudged(event)
        if self.dragging and event.key() == Qt.Key.Key_Escape:
            self.cancel_drag()
        elif start is not None:
            self.start_dragged.emit(start, True)
        else:
            super().keyPressEvent(event)

    def nudged(self, event: QKeyEvent) -> tuple[float, ...] | None:
        """The start moved along w (Alt ← →) or b (Alt ↑ ↓); ``None`` for all other keys."""
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if not alt or Qt.Key(event.key()) not in _WAYS or self._scene is None or not self.draws():
            return None
        way = np.array(_WAYS[Qt.Key(event.key())][: self._scene.problem.dimension])
        if not way.any():
            return None
        fine = 0.1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1.0
        unit = self.span()[0] * KEY_STEP * fine
        return tuple(tidy(np.array(self._scene.start) + way * unit, unit / 4).tolist())
