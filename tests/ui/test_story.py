"""The main job from end to end, as a person does it: with the mouse and the keys."""

import re
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from gdsim.engine import Lane, LinearRegression, Stop, simulate
from gdsim.engine.schedules import Constant
from gdsim.ui.main_window import MainWindow

ARTICLE_0 = LinearRegression([1, 2, 3, 4], [3, 5, 7, 9])


def key(qtbot: QtBot, window: MainWindow, name: Qt.Key, times: int = 1) -> None:
    for _ in range(times):
        qtbot.keyClick(window.focusWidget() or window, name)
        settle(qtbot, window)


def settle(qtbot: QtBot, window: MainWindow) -> None:
    """Wait for the frame that shows what was just done."""
    qtbot.waitUntil(lambda: not window.clock.active)


def focus_plot(qtbot: QtBot, window: MainWindow) -> None:
    """Click an empty corner of the first contour, as one does to leave a text field."""
    viewport = window.stage.contours[0].plot.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(viewport.width() - 8, 8))


def type_rate(qtbot: QtBot, window: MainWindow, text: str) -> None:
    field = window.parameters.rate.control.field
    qtbot.mouseDClick(field, Qt.MouseButton.LeftButton)
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settle(qtbot, window)


def drag(qtbot: QtBot, viewport: QWidget, start: QPoint, end: QPoint, window: MainWindow) -> None:
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    for share in (0.25, 0.5, 0.75, 1.0):
        between = start + (end - start) * share
        qtbot.mouseMove(viewport, between)
        settle(qtbot, window)
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)
    settle(qtbot, window)


def test_the_whole_story(qtbot: QtBot, window: MainWindow) -> None:
    focus_plot(qtbot, window)
    key(qtbot, window, Qt.Key.Key_Right, 5)
    assert window.player_panel.label.text() == "step 5 / 60"
    key(qtbot, window, Qt.Key.Key_Home)
    key(qtbot, window, Qt.Key.Key_Right)
    shown = window.workspace.view("arithmetic").shown_text()
    assert "0 − 0.2 × (−6) = 1.2" in shown
    assert "0 − 0.2 × 2.75 = −0.55" in shown
    assert "at (3.5, 0)" in shown
    assert "gap in b −1.75 = α²·Hwb·gw = 0.04 × 2.5 × (−17.5)" in shown
    assert "taken after w had moved to 3.5" in shown
    assert window.workspace.docks["gap"].value.text() == "1.75"

    type_rate(qtbot, window, "0.01")
    shown = window.workspace.view("arithmetic").shown_text()
    assert "0 − 0.01 × (−6) = 0.06" in shown
    assert "= 0.055625" in shown
    assert "gap in b −0.004375 " in shown

    focus_plot(qtbot, window)
    key(qtbot, window, Qt.Key.Key_Home)
    assert window.session.cursor == 0

    contour = window.stage.contours[0]
    viewport = contour.plot.viewport()
    begin = contour.grip().toPoint()
    drag(qtbot, viewport, begin, begin + QPoint(120, -60), window)
    start = window.session.scenario.start
    assert start[0] > 0.5
    assert start[1] > 0.1
    # A start is a tidy number: what a pixel can tell apart.
    assert (contour.grip() - begin - QPoint(120, -60)).manhattanLength() < 2
    alone = simulate(
        ARTICLE_0,
        start,
        [Lane(learning_rate=Constant(0.01)), Lane("sequential", learning_rate=Constant(0.01))],
        stop=Stop(60),
    )
    for shown_run, expected in zip(window.session.runs, alone, strict=True):
        assert np.array_equal(shown_run.theta, expected.theta)
    assert window.session.undo_label == "Move the start"
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    assert window.session.scenario.start == (0.0, 0.0)

    window.player.set_speed(200.0)
    qtbot.keyClick(contour, Qt.Key.Key_Space)
    assert window.player.playing
    qtbot.waitUntil(lambda: window.session.cursor == 60)
    settle(qtbot, window)
    assert not window.player.playing
    assert window.player_panel.label.text() == "step 60 / 60"


def test_the_numbers_at_the_top_are_those_of_the_runs(qtbot: QtBot, window: MainWindow) -> None:
    key(qtbot, window, Qt.Key.Key_Right)
    values = [card.value.text() for card in window.stage.contour_cards]
    assert values == ["w 3.5   b 1.2   J 9.2075", "w 3.5   b −0.55   J 3.82625"]


def test_beyond_the_synchronous_limit(qtbot: QtBot, window: MainWindow) -> None:
    """α = 0.25: the correct method diverges, the in-place one reaches (2, 1); both are said."""
    steps = window.parameters.stop.max_steps.field
    qtbot.mouseDClick(steps, Qt.MouseButton.LeftButton)
    steps.selectAll()
    qtbot.keyClicks(steps, "1000")
    qtbot.keyClick(steps, Qt.Key.Key_Return)
    type_rate(qtbot, window, "0.25")
    control = window.parameters.rate.control
    told = [label.text() for label in control.sentences.findChildren(QLabel) if label.isVisible()]
    assert told == ["synchronous: diverges", "sequential: oscillates, converges"]
    labels = [placed.text for placed in control.track.placed]
    assert "sync limit 0.2395" in labels
    assert "sequential limit 0.3161" in labels
    focus_plot(qtbot, window)
    key(qtbot, window, Qt.Key.Key_End)
    status = window.status.text()
    assert re.search(r"Synchronous: diverged at step \d+: ", status)
    assert "Sequential · w first: converged" in status
    assert window.session.runs[1].theta[-1] == pytest.approx([2.0, 1.0], abs=1e-9)
    # The axes stay where the problem is, however far the lane has gone.
    (low, high), _ = window.stage.contours[0].plot.getViewBox().viewRange()
    assert -5 < low < high < 10


def test_back_is_exact(qtbot: QtBot, window: MainWindow) -> None:
    focus_plot(qtbot, window)
    seen = []
    for _ in range(6):
        seen.append((window.workspace.view("arithmetic").shown_text(), window.status.text()))
        key(qtbot, window, Qt.Key.Key_Right)
    for expected in reversed(seen):
        key(qtbot, window, Qt.Key.Key_Left)
        assert (window.workspace.view("arithmetic").shown_text(), window.status.text()) == expected


def test_speed_changes_no_number(qtbot: QtBot, window: MainWindow) -> None:
    before = [run.theta.tobytes() for run in window.session.runs]
    window.player.set_speed(60.0)
    qtbot.keyClick(window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not window.player.playing)
    assert [run.theta.tobytes() for run in window.session.runs] == before


def test_restart_keeps_what_is_set_and_reset_all_does_not(qtbot: QtBot, window: MainWindow) -> None:
    opened = window.session.scenario
    window.actions_["lane-add"].trigger()
    settle(qtbot, window)
    edited = window.session.scenario
    assert edited != opened
    focus_plot(qtbot, window)
    for _ in range(3):
        key(qtbot, window, Qt.Key.Key_Right)
    assert window.session.cursor == 3
    key(qtbot, window, Qt.Key.Key_R)
    assert (window.session.cursor, window.session.scenario) == (0, edited)
    window.actions_["reset"].trigger()
    settle(qtbot, window)
    assert (window.session.scenario, window.session.undo_label) == (opened, "Reset all")
    window.actions_["undo"].trigger()
    settle(qtbot, window)
    assert window.session.scenario == edited


def test_the_loss_curve_is_a_time_slider(qtbot: QtBot, window: MainWindow) -> None:
    view = window.workspace.view("loss").plot.getViewBox()
    viewport = window.workspace.view("loss").plot.viewport()
    scene = view.mapViewToScene(view.viewRect().center())
    qtbot.mouseClick(
        viewport,
        Qt.MouseButton.LeftButton,
        pos=window.workspace.view("loss").plot.mapFromScene(scene),
    )
    settle(qtbot, window)
    assert abs(window.session.cursor - 30) <= 1


def test_switching_the_language_switches_what_is_shown(qtbot: QtBot, window: MainWindow) -> None:
    key(qtbot, window, Qt.Key.Key_Right)
    title = window.stage.contour_cards[0].title
    window.appearance.set_language("zh_CN")
    qtbot.waitUntil(lambda: title.text().startswith("同步"))
    assert "1.2" in window.workspace.view("arithmetic").shown_text()
    assert not re.search(r"\b(gap|taken|step)\b", window.workspace.view("arithmetic").shown_text())
    window.appearance.set_language("en")
    qtbot.waitUntil(lambda: title.text() == "Synchronous")


def test_lanes_of_the_same_kind_are_told_apart(window: MainWindow) -> None:
    scenario = window.session.scenario
    window.edit(replace(scenario, lanes=(*scenario.lanes, scenario.lanes[0])), "Add lane")
    window.refresh()
    assert window.scene is not None
    assert window.scene.labels == ("Synchronous 1", "Sequential · w first", "Synchronous 2")
