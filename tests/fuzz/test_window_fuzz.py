"""Random clicks, drags, keys and edits into the real window.

Whatever a person does: no exception, no Qt warning (both fail a test by themselves), the runs shown
are those of the scenario, going back and forward shows the same numbers, and undo leads
back to where it began.
"""

import random
import sys
from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QToolButton, QWidget

from gdsim.ui.main_window import MainWindow

W = TypeVar("W", bound=QWidget)

EVENTS = 400

KEYS = (
    Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End,
    Qt.Key.Key_R, Qt.Key.Key_F, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Escape, Qt.Key.Key_Return,
)  # fmt: skip
#: Shortcuts with Ctrl; those that open a dialog would wait for somebody.
CONTROL_KEYS = (
    Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_R, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_Plus,
    Qt.Key.Key_Minus, Qt.Key.Key_0,
)  # fmt: skip
TEXTS = ("0.1", "0.25", "1e-3", "−2", "0", "1e400", "abc", "", "０．５", "5", "1000", "nan", "-1")


class Monkey:
    """Fires one random event at a time; what it did is in `log`."""

    def __init__(self, window: MainWindow, seed: int) -> None:
        self.window = window
        self.random = random.Random(seed)
        self.log: list[str] = []
        self._acts: tuple[tuple[Callable[[], None], int], ...] = (
            (self.key, 6), (self.control_key, 3), (self.click, 4), (self.drag_plot, 4),
            (self.type_number, 4), (self.choose, 3), (self.press_button, 3), (self.wheel, 2),
            (self.look, 1),
        )  # fmt: skip

    def act(self) -> None:
        """One event."""
        acts, weights = zip(*self._acts, strict=True)
        act = self.random.choices(acts, weights)[0]
        self.log.append(act.__name__)
        act()
        QApplication.processEvents()

    def key(self) -> None:
        self._press(self.random.choice(KEYS), Qt.KeyboardModifier.NoModifier)

    def control_key(self) -> None:
        self._press(self.random.choice(CONTROL_KEYS), Qt.KeyboardModifier.ControlModifier)

    def _press(self, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        self.log[-1] += f" {key.name}"
        QTest.keyClick(self.window.focusWidget() or self.window, key, modifier)

    def click(self) -> None:
        widget = self.random.choice(self._viewports())
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=self._within(widget))

    def drag_plot(self) -> None:
        widget = self.random.choice(self._viewports())
        start = self._within(widget)
        contours = [c for c in self.window.stage.contours if c.isVisible()]
        if contours and self.random.random() < 0.5:
            contour = self.random.choice(contours)
            widget, start = contour.plot.viewport(), contour.grip().toPoint()
        QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=start)
        for _ in range(self.random.randint(1, 4)):
            QTest.mouseMove(widget, self._within(widget))
            QApplication.processEvents()
        QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=self._within(widget))

    def type_number(self) -> None:
        field = self._one_of(QLineEdit)
        if field is None:
            return
        text = self.random.choice(TEXTS)
        self.log[-1] += f" {text!r}"
        field.setFocus()
        field.selectAll()
        # As an input method commits it: QTest types nothing beyond Latin letters.
        commit = QInputMethodEvent()
        commit.setCommitString(text)
        QApplication.sendEvent(field, commit)
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_Up)
        QTest.keyClick(field, self.random.choice(keys))

    def choose(self) -> None:
        box = self._one_of(QComboBox)
        if box is not None:
            box.setFocus()
            QTest.keyClick(box, self.random.choice((Qt.Key.Key_Up, Qt.Key.Key_Down)))

    def press_button(self) -> None:
        button = self._one_of(QToolButton)
        if button is not None:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def wheel(self) -> None:
        widget = self.random.choice(self._viewports())
        at = QPointF(self._within(widget))
        turn = QPoint(0, self.random.choice((-240, -120, 120, 240)))
        event = QWheelEvent(at, widget.mapToGlobal(at), QPoint(), turn, Qt.MouseButton.NoButton,
                            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
                            False)  # fmt: skip
        QApplication.sendEvent(widget, event)

    def look(self) -> None:
        appearance = self.window.appearance
        if self.random.random() < 0.5:
            appearance.set_language(self.random.choice(("en", "zh_CN")))
        else:
            appearance.set_theme(self.random.choice(("light", "dark", "projector")))

    def _viewports(self) -> list[QWidget]:
        window = self.window
        plots = [c.plot.viewport() for c in (*window.stage.contours, window.stage.overlay)]
        plots += [
            window.workspace.view("loss").plot.viewport(),
            window.workspace.view("gap").plot.viewport(),
        ]
        plots += [window.player_panel.slider, window.parameters.rate.control.track]
        return [widget for widget in plots if widget.isVisible()]

    def _one_of(self, kind: type[W]) -> W | None:
        found = [w for w in self.window.findChildren(kind) if w.isVisible() and w.isEnabled()]
        return self.random.choice(found) if found else None

    def _within(self, widget: QWidget) -> QPoint:
        rect = widget.rect()
        return QPoint(
            self.random.randint(0, rect.width() - 1), self.random.randint(0, rect.height() - 1)
        )


def check(window: MainWindow) -> None:
    """The invariants that hold at any moment."""
    window.player.pause()
    window.refresh()
    session = window.session
    again = session.scenario.run(session.scenario.make_problem(session.base))
    for shown, fresh in zip(session.runs, again, strict=True):
        assert shown.theta.tobytes() == fresh.theta.tobytes()
        assert shown.loss.tobytes() == fresh.loss.tobytes()
    assert 0 <= session.cursor <= session.steps
    before = window.workspace.view("arithmetic").shown_text(), window.status.text()
    for by in (-1, 1) if session.cursor else (1, -1):
        window.player.step(by)
        window.refresh()
    if session.steps:
        assert (window.workspace.view("arithmetic").shown_text(), window.status.text()) == before


@pytest.mark.parametrize("part", range(2))
def test_random_events(window: MainWindow, part: int, fuzz_scale: int, fuzz_seed: int) -> None:
    monkey = Monkey(window, seed=1000 * fuzz_seed + part)
    first = window.session.scenario
    try:
        for count in range(EVENTS * fuzz_scale // 2):
            monkey.act()
            if count % 20 == 0:
                check(window)
        check(window)
        while window.session.redo_label is not None:
            window.session.redo()
        last = window.session.scenario
        while window.session.undo_label is not None:
            window.session.undo()
        if len(monkey.log) < 400:  # a longer history is cut at its old end
            assert window.session.scenario == first
        while window.session.redo_label is not None:
            window.session.redo()
        assert window.session.scenario == last
        check(window)
    except BaseException:
        sys.stderr.write("\n".join(monkey.log[-60:]) + "\n")
        raise
    finally:
        window.appearance.set_theme("light")
