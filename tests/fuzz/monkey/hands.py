"""Mouse and keyboard of the monkey; every press or move is an event whose time is kept."""

from __future__ import annotations

import math
import random
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from gdsim.scenario import Scenario
from gdsim.ui.clock import FRAME
from gdsim.ui.main_window import MainWindow
from tests.fuzz.monkey import steady
from tests.fuzz.monkey.watch import raise_trouble

T = TypeVar("T")
W = TypeVar("W", bound=QWidget)

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier

#: How a drag ends: mostly as it should.
ENDINGS = ("release", "release", "release", "escape", "deactivate", "lost", "key")
#: Keys that come in the middle of a drag.
AMIDST = (
    (Qt.Key.Key_Z, CONTROL), (Qt.Key.Key_2, CONTROL), (Qt.Key.Key_1, CONTROL),
    (Qt.Key.Key_L, CONTROL), (Qt.Key.Key_R, CONTROL), (Qt.Key.Key_Space, PLAIN),
    (Qt.Key.Key_End, PLAIN), (Qt.Key.Key_Delete, PLAIN), (Qt.Key.Key_F, CONTROL),
    (Qt.Key.Key_G, CONTROL), (Qt.Key.Key_F5, PLAIN),
)  # fmt: skip


def _let_happen() -> None:
    """As the event loop does it; outside of one nothing is ever deleted later."""
    # With what the screen still has to say, on which the next event would else not wait.
    QApplication.sync()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _deselect(widget: QWidget) -> None:
    """A text that is selected would be dragged away, for which Qt waits for a person's hand."""
    for text in (widget, widget.parentWidget()):
        if isinstance(text, QLineEdit):
            text.deselect()
        elif isinstance(text, QTextEdit | QPlainTextEdit):
            cursor = text.textCursor()
            cursor.clearSelection()
            text.setTextCursor(cursor)


def _inside(widget: QWidget, kind: type[W]) -> list[W]:
    """The widgets of ``kind`` in ``widget``, at any depth, in the order they were made.

    What ``findChildren`` has once found PySide would keep for as long as ``widget`` is there.
    """
    found: list[W] = []
    for child in widget.children():
        if isinstance(child, kind):
            found.append(child)
        if isinstance(child, QWidget):
            found += _inside(child, kind)
    return found


class Took(NamedTuple):
    """Seconds that one event lasted: on the wall, in all threads, in the window's own thread."""

    wall: float
    process: float
    own: float
    what: str


def _now() -> tuple[float, float, float]:
    return time.perf_counter(), time.process_time(), time.thread_time()


class _SteadyTime:
    """Every frame comes a frame after the last one, however slow the machine is."""

    def start(self) -> None:
        pass

    def restart(self) -> int:
        return FRAME


class Hands:
    """On one window. ``log`` tells what was done, ``took`` how long each event lasted.

    Frames come after each event and not with the time on the wall, so that a seed says everything.
    """

    def __init__(self, window: MainWindow, folder: Path, chance: random.Random) -> None:
        self.window = window
        #: Where files are opened and saved.
        self.folder = folder
        self.random = chance
        self.log: list[str] = []
        #: How often each action has been fired, by whatever key, button or menu.
        self.fired: Counter[str] = Counter()
        #: How long each event lasted.
        self.took: list[Took] = []
        #: What undoing everything leads back to.
        self.first = window.session.scenario
        self._opened = window.session.open
        window.session.open = self._open  # type: ignore[method-assign]
        window.clock._timer.setInterval(10**8)
        window.clock._since = _SteadyTime()  # type: ignore[assignment]
        window.clock.later = self._later  # type: ignore[method-assign]
        self._due = math.inf
        # Docks slide by the clock on the wall.
        window.workspace.setAnimated(False)
        window.workspace.setAnimated = lambda _: None  # type: ignore[method-assign]
        for name, action in window.actions_.by_id.items():
            action.triggered.connect(lambda _=False, name=name: self.fired.update([name]))
        # What ends the window ends the test.
        window.actions_["quit"].setEnabled(False)
        self._mark()

    def _open(self, scenario: Scenario, *args: object) -> None:
        self._opened(scenario, *args)  # type: ignore[arg-type]
        self.first = self.window.session.scenario

    def _later(self, seconds: float) -> None:
        self._due = min(self._due, len(self.took) + 1000 * seconds / FRAME)

    # Choosing --------------------------------------------------------------------------------

    def pick(self, things: Sequence[T]) -> T:
        """One of them."""
        return self.random.choice(things)

    def chance(self, part: float) -> bool:
        """True in this part of the cases."""
        return self.random.random() < part

    def note(self, what: object) -> None:
        """Say more about what is being done."""
        self.log[-1] += f" {what}"

    def shown(self, kind: type[W], below: QWidget | None = None) -> list[W]:
        """Widgets that can be used."""
        found = _inside(below or self.front(), kind)
        return [w for w in found if w.isVisible() and w.isEnabled()]

    def one(self, kind: type[W], below: QWidget | None = None) -> W | None:
        """One of the widgets that can be used."""
        found = self.shown(kind, below)
        return self.pick(found) if found else None

    def front(self) -> QWidget:
        """What has mouse and keyboard: a menu, a dialog, or the window."""
        app = QApplication
        return app.activePopupWidget() or app.activeModalWidget() or self.window

    def within(self, widget: QWidget) -> QPoint:
        """A place on ``widget``."""
        rect = widget.rect()
        return QPoint(
            self.random.randrange(max(1, rect.width())),
            self.random.randrange(max(1, rect.height())),
        )

    # Events ----------------------------------------------------------------------------------

    def _mark(self) -> None:
        self._began = _now()

    def turn(self) -> None:
        """The event is over when everything that follows from it has been painted."""
        _let_happen()
        steady.tick()
        if len(self.took) >= self._due:
            self._due = math.inf
            self.window.clock.ask()
        if self.window.clock.active:
            self.window.clock._tick()
            _let_happen()
        wall, process, own = (now - then for now, then in zip(_now(), self._began, strict=True))
        self.took.append(Took(wall, process, own, self.log[-1]))
        raise_trouble()
        self._mark()

    def do(self, act: Callable[[], object]) -> None:
        """One event."""
        act()
        self.turn()

    def key(
        self,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier = PLAIN,
        widget: QWidget | None = None,
    ) -> None:
        """Press and release a key."""
        front = self.front()
        focus = front.focusWidget()
        target = widget or (focus if focus is not None and focus.isVisible() else front)
        self.note(f"{modifier.name} {key.name}" if modifier != PLAIN else key.name)
        self.do(lambda: QTest.keyClick(target, key, modifier))

    def click(
        self, widget: QWidget, at: QPoint | None = None, button: Qt.MouseButton = LEFT
    ) -> None:
        """Click on ``widget``."""
        place = self.within(widget) if at is None else at
        self.note(f"{type(widget).__name__} {place.x()} {place.y()}")
        self.do(lambda: QTest.mouseClick(widget, button, pos=place))

    def double_click(self, widget: QWidget, at: QPoint) -> None:
        """Click twice on ``widget``; QTest's own is the second press alone."""
        self.click(widget, at)
        if isValid(widget):
            self.do(lambda: QTest.mouseDClick(widget, LEFT, pos=at))
        if isValid(widget):
            self.do(lambda: QTest.mouseRelease(widget, LEFT, pos=at))

    def hover(self, widget: QWidget, at: QPoint | None = None) -> None:
        """The mouse goes over ``widget``, no button down."""
        place = QPointF(self.within(widget) if at is None else at)
        move = QMouseEvent(QEvent.Type.MouseMove, place, widget.mapToGlobal(place),
                           Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, PLAIN)  # fmt: skip
        self.do(lambda: QApplication.sendEvent(widget, move))

    def wheel(self, widget: QWidget) -> None:
        """Turn the wheel over ``widget``."""
        at = QPointF(self.within(widget))
        turn = QPoint(0, self.pick((-240, -120, 120, 240)))
        event = QWheelEvent(at, widget.mapToGlobal(at), QPoint(), turn, Qt.MouseButton.NoButton,
                            PLAIN, Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
        self.do(lambda: QApplication.sendEvent(widget, event))

    def menu(self, widget: QWidget, at: QPoint) -> None:
        """Ask for the menu of a place on ``widget``."""
        self.note(f"{type(widget).__name__} {at.x()} {at.y()}")
        reason = QContextMenuEvent.Reason.Mouse
        event = QContextMenuEvent(reason, at, widget.mapToGlobal(at))
        self.do(lambda: QApplication.sendEvent(widget, event))

    def write(self, field: QWidget, text: str, end: Qt.Key | None = None) -> None:
        """Type ``text`` as an input method commits it: QTest types nothing beyond Latin."""
        self.note(repr(text[:40]))
        commit = QInputMethodEvent()
        commit.setCommitString(text)
        self.do(lambda: QApplication.sendEvent(field, commit))
        if end is not None:
            self.key(end, widget=field)

    def drag(self, widget: QWidget, start: QPoint, ending: str | None = None) -> None:
        """Press, move a few times and let go; or be disturbed on the way."""
        ending = ending or self.pick(ENDINGS)
        _deselect(widget)
        self.note(f"{type(widget).__name__} {start.x()} {start.y()} {ending}")
        self.do(lambda: QTest.mousePress(widget, LEFT, pos=start))
        for _ in range(self.random.randint(1, 4)):
            self._move(widget)
        if ending == "escape":
            self.key(Qt.Key.Key_Escape)
            self._move(widget)
        elif ending == "deactivate":
            self.do(lambda: QApplication.sendEvent(self.window, QEvent(
                QEvent.Type.WindowDeactivate)))  # fmt: skip
        elif ending == "key":
            self.key(*self.pick(AMIDST))
            self._move(widget)
        if not isValid(widget):  # its panel went with a lane
            return
        if ending != "lost":
            place = self.within(widget)
            self.do(lambda: QTest.mouseRelease(widget, LEFT, pos=place))
        # Where the button was let go over another program, the next that comes is a mere move.
        if isValid(widget):
            self.hover(widget)

    def _move(self, widget: QWidget) -> None:
        if isValid(widget):
            place = self.within(widget)
            self.do(lambda: QTest.mouseMove(widget, place))
