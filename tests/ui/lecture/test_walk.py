"""Every lecture with the clicker alone: to the last beat and back, in both languages."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gdsim.lectures import LECTURES
from gdsim.ui.lecture.feature import LectureMode
from gdsim.ui.main_window import MainWindow

#: Where pictures that differ are kept, if anywhere.
KEEP = os.environ.get("GDSIM_KEEP_PICTURES", "")

#: Lectures that follow one another on one window, as in a term.
TOGETHER = 4


@dataclass
class Seen:
    """What was on the screen at a beat."""

    caption: str
    cursor: int
    numbers: list[list[float]]
    status: str
    picture: QImage


def settle(qtbot: QtBot, window: MainWindow) -> None:
    deadline = time.monotonic() + 5
    while window.clock.active and time.monotonic() < deadline:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
    assert not window.clock.active
    QApplication.processEvents()


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> None:
    qtbot.keyClick(window.focusWidget() or window, key)
    settle(qtbot, window)


def look(window: MainWindow, mode: LectureMode) -> Seen:
    return Seen(
        mode.bar.caption.plain(),
        window.session.cursor,
        [run.theta[min(window.session.cursor, run.steps)].tolist() for run in window.session.runs],
        window.stage.accessibleDescription(),
        window.workspace.grab().toImage(),
    )


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("first", range(0, len(LECTURES), TOGETHER))
def test_there_and_back(
    first: int, language: str, qtbot: QtBot, window: MainWindow, lectures: LectureMode
) -> None:
    window.appearance.set_language(language)
    window.resize(1100, 640)
    for name in LECTURES[first : first + TOGETHER]:
        walk(name, language, qtbot, window, lectures)


def walk(name: str, language: str, qtbot: QtBot, window: MainWindow, lectures: LectureMode) -> None:
    lectures.open_builtin(name)
    settle(qtbot, window)
    runner = lectures.show_.runner
    assert runner is not None
    seen = [look(window, lectures)]
    while len(seen) < len(runner):
        press(qtbot, window, Qt.Key.Key_PageDown)
        assert lectures.show_.index == len(seen)
        seen.append(look(window, lectures))
        moment = runner[len(seen) - 1]
        assert seen[-1].caption == moment.caption.in_(language)
        assert seen[-1].cursor == moment.step
    press(qtbot, window, Qt.Key.Key_PageDown)
    assert lectures.show_.index == len(runner) - 1
    for index in reversed(range(len(runner) - 1)):
        press(qtbot, window, Qt.Key.Key_PageUp)
        again = look(window, lectures)
        assert lectures.show_.index == index
        assert (again.caption, again.cursor) == (seen[index].caption, seen[index].cursor)
        assert again.numbers == seen[index].numbers
        assert again.status == seen[index].status
        same = again.picture == seen[index].picture
        if not same and KEEP:
            seen[index].picture.save(f"{KEEP}/{name}-{language}-{index + 1}-forward.png")
            again.picture.save(f"{KEEP}/{name}-{language}-{index + 1}-back.png")
        assert same, f"{name}, beat {index + 1} looks otherwise"
    press(qtbot, window, Qt.Key.Key_PageUp)
    assert lectures.show_.index == 0
