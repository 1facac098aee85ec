"""Whatever somebody tries out, in whichever scene: two actions, and the lecture is unharmed."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from gdsim.engine.run import Run
from gdsim.lectures import LECTURES
from gdsim.ui.lecture.feature import LectureMode
from gdsim.ui.main_window import MainWindow
from tests.ui.lecture.test_walk import settle

BACK_TO_THE_LECTURE = Qt.Key.Key_Backspace


def double(window: MainWindow, lectures: LectureMode) -> None:
    lectures.bar.double.click()


def drag_the_start(window: MainWindow, lectures: LectureMode) -> None:
    start = tuple(value + 0.125 for value in window.session.scenario.start)
    view = window.stage.views()[0] if window.stage.isVisible() else window.workspace.view("data")
    view.start_dragged.emit(start, True)


def same(ours: Run, theirs: Run) -> bool:
    return np.array_equal(ours.theta, theirs.theta) and np.array_equal(ours.used, theirs.used)


@pytest.mark.parametrize("name", LECTURES)
def test_every_scene_of_every_lecture(
    name: str, qtbot: QtBot, window: MainWindow, lectures: LectureMode
) -> None:
    lectures.open_builtin(name)
    settle(qtbot, window)
    show, session = lectures.show_, window.session
    assert show.runner is not None
    for scene in range(len(show.runner.lecture.scenes)):
        index = show.runner.first_of(scene)
        show.go(index)
        window.refresh()
        scenario, runs, cursor = session.scenario, session.runs, session.cursor
        for what_if in (double, drag_the_start):
            # The first action …
            what_if(window, lectures)
            window.refresh()
            place = f"{show.moment.scene.id}, {what_if.__name__}"
            assert session.scenario != scenario, place
            assert lectures.bar.changed.isVisible(), place
            # … and the way back.
            qtbot.keyClick(window.focusWidget() or window, BACK_TO_THE_LECTURE)
            window.refresh()
            assert session.scenario == scenario, place
            assert all(map(same, session.runs, runs)), place
            assert (show.index, session.cursor) == (index, cursor), place
            assert not lectures.bar.changed.isVisible(), place


def test_back_in_a_presentation_after_what_ifs(
    qtbot: QtBot, window: MainWindow, lectures: LectureMode
) -> None:
    """Full screen, forward with PageDown, back with PageUp and a what-if at every beat."""
    lectures.open_builtin("update-orders")
    settle(qtbot, window)
    press(qtbot, window, Qt.Key.Key_F5)
    assert window.isFullScreen()
    runner = lectures.show_.runner
    assert runner is not None
    seen = [look(window)]
    while len(seen) < len(runner):
        press(qtbot, window, Qt.Key.Key_PageDown)
        seen.append(look(window))
    for index in reversed(range(len(runner))):
        assert lectures.show_.index == index
        assert look(window) == seen[index], f"beat {index + 1}"
        (double if index % 2 else drag_the_start)(window, lectures)
        settle(qtbot, window)
        assert look(window) != seen[index], f"beat {index + 1}"
        assert look(window).size() == seen[index].size(), f"beat {index + 1}"
        press(qtbot, window, BACK_TO_THE_LECTURE)
        assert look(window) == seen[index], f"beat {index + 1} after a what-if"
        press(qtbot, window, Qt.Key.Key_PageUp)


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> None:
    qtbot.keyClick(window.focusWidget() or window, key)
    settle(qtbot, window)


def look(window: MainWindow) -> QImage:
    QApplication.processEvents()
    return window.grab().toImage()


@pytest.mark.parametrize("pending", ["name", "rate"])
def test_what_is_still_being_typed_goes_with_the_lecture(
    qtbot: QtBot, window: MainWindow, lectures: LectureMode, pending: str
) -> None:
    before = window.session.scenario
    window.show_panel(False)
    lectures.open_builtin(LECTURES[0])
    window.show_panel(True)
    window.activateWindow()
    settle(qtbot, window)
    assert window.session.scenario != before
    if pending == "name":
        window.actions_["lane-rename"].trigger()
        field = window.parameters.lanes.list.findChild(QLineEdit)
    else:
        field = window.parameters.rate.control.findChild(QLineEdit)
        field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "0.125")
    lectures.close()
    settle(qtbot, window)
    assert window.session.scenario == before
    assert not window.session.modified
    assert "0.125" not in [edit.text() for edit in window.parameters.findChildren(QLineEdit)]
