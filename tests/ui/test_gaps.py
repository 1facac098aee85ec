"""The gaps between docks: narrow for the eye, wide enough for the mouse."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHoverEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gdsim.ui.main_window import MainWindow
from tests.ui.legible import TARGET


def drag(qtbot: QtBot, window: MainWindow, at: QPoint, way: QPoint) -> None:
    """With the mouse, from ``at`` in the workspace."""
    under = window.workspace.childAt(at) or window.workspace
    button = Qt.MouseButton.LeftButton
    # What is under the mouse may move with it.
    inside = lambda part: under.mapFrom(window.workspace, at + way * part)  # noqa: E731
    qtbot.mousePress(under, button, pos=inside(0.0))
    for part in (0.5, 1.0):
        QTest.mouseMove(under, inside(part))
        qtbot.wait(20)
    qtbot.mouseRelease(under, button, pos=inside(1.0))
    qtbot.waitUntil(lambda: not window.clock.active)


def edge(window: MainWindow) -> QPoint:
    """The middle of the gap between loss and gap."""
    loss, gap = window.workspace.docks["loss"], window.workspace.docks["gap"]
    return QPoint((loss.geometry().right() + gap.x()) // 2 + 1, gap.geometry().center().y())


@pytest.mark.parametrize("aside", [0, 1 - TARGET // 2, TARGET // 2 - 1])
def test_a_gap_is_grabbed_within_a_target(qtbot: QtBot, window: MainWindow, aside: int) -> None:
    loss = window.workspace.docks["loss"]
    before, at = loss.width(), edge(window)
    drag(qtbot, window, at + QPoint(aside, 0), QPoint(40, 0))
    assert loss.width() - before == pytest.approx(40, abs=2)
    window.resize(1281, 720)
    qtbot.waitUntil(lambda: window.workspace.width() > 0 and not window.clock.active)
    assert loss.width() - before == pytest.approx(40, abs=4), "what was dragged stays"


@pytest.mark.parametrize("aside", [-9, 9])
def test_and_the_one_below_the_stage(qtbot: QtBot, window: MainWindow, aside: int) -> None:
    gap, stage = window.workspace.docks["gap"], window.stage
    at = QPoint(gap.geometry().center().x(), (stage.geometry().bottom() + gap.y()) // 2 + 1)
    before = gap.height()
    drag(qtbot, window, at + QPoint(0, aside), QPoint(0, 30))
    assert before - gap.height() == pytest.approx(30, abs=2)
    assert not gap.isFloating()


def test_further_away_nothing_is_dragged(qtbot: QtBot, window: MainWindow) -> None:
    loss = window.workspace.docks["loss"]
    before, at = loss.geometry(), edge(window)
    drag(qtbot, window, at - QPoint(TARGET // 2 + 3, 0), QPoint(40, 0))
    assert loss.geometry() == before
    window.resize(1400, 720)
    qtbot.waitUntil(lambda: loss.width() > before.width())


def test_the_pointer_says_where(qtbot: QtBot, window: MainWindow) -> None:
    at, picture = edge(window), window.workspace.docks["gap"].geometry().center()

    def shape_at(place: QPoint) -> Qt.CursorShape:
        # Once is not enough: see `point_at`, which these parts without a mouse of theirs do not do.
        for goal in (place + QPoint(0, 2), place):
            under = window.workspace.childAt(goal) or window.workspace
            qtbot.mouseMove(under, under.mapFrom(window.workspace, goal))
            qtbot.wait(5)
        return window.workspace.cursor().shape()

    qtbot.waitUntil(lambda: shape_at(at + QPoint(8, 0)) == Qt.CursorShape.SplitHCursor)
    qtbot.waitUntil(lambda: shape_at(picture) == Qt.CursorShape.ArrowCursor)


@pytest.mark.parametrize("way", ["preset-data", "preset-projector", "preset-maps"])
def test_a_gap_that_the_mouse_is_on_may_go(qtbot: QtBot, window: MainWindow, way: str) -> None:
    """Qt went back to it with the next move of the mouse, and crashed where there was none."""
    workspace = window.workspace
    loss, gap = workspace.docks["loss"], workspace.docks["gap"]
    workspace.splitDockWidget(gap, loss, Qt.Orientation.Vertical)
    qtbot.waitUntil(lambda: loss.y() > gap.geometry().bottom())
    at = QPoint(loss.geometry().center().x(), (gap.geometry().bottom() + loss.y()) // 2 + 1)
    hover(workspace, at)
    assert workspace.cursor().shape() == Qt.CursorShape.SplitVCursor
    window.actions_[way].trigger()
    assert workspace.cursor().shape() == Qt.CursorShape.ArrowCursor
    qtbot.waitUntil(lambda: not window.clock.active)
    for place in (at, at + QPoint(30, 30), QPoint(2, 2)):
        hover(workspace, place)


def hover(workspace: QWidget, at: QPoint) -> None:
    place = QPointF(at)
    move = QHoverEvent(QEvent.Type.HoverMove, place, workspace.mapToGlobal(place), place)
    QApplication.sendEvent(workspace, move)
