"""A drag of the learning rate that is given up leaves everything as it was, the undo too."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gdsim.engine import Stop
from gdsim.engine.schedules import Constant, Cosine
from gdsim.scenario import default_scenario
from gdsim.ui.main_window import MainWindow


@pytest.mark.parametrize("way", ["escape", "panel hidden"])
def test_a_drag_from_here_on_is_given_up(qtbot: QtBot, window: MainWindow, way: str) -> None:
    start = default_scenario()
    lanes = tuple(replace(lane, learning_rate=Cosine(rate=0.2, T_max=60)) for lane in start.lanes)
    window.show_scenario(replace(start, lanes=lanes), None)
    window.refresh()
    window.player.go(20)
    window.refresh()
    window.parameters.rate.set_from_here(True)
    before, track = window.session.scenario, window.parameters.rate.control.track
    place = QPoint(round(track.axis.x(track.rate)), track.theme.size(14))
    QTest.mousePress(track, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseMove(track, place - QPoint(50, 0))
    window.refresh()
    assert window.session.scenario != before
    if way == "escape":
        QTest.keyClick(track, Qt.Key.Key_Escape)
    else:
        window.show_panel(False)
    window.refresh()
    assert window.session.scenario == before
    assert window.session.undo_label is None
    assert window.session.cursor == 20
    QTest.mouseRelease(track, Qt.MouseButton.LeftButton, pos=place)
    assert window.session.scenario == before


@pytest.mark.parametrize("given_up", [True, False])
def test_where_the_lanes_differ_the_way_back_is_none(
    qtbot: QtBot, window: MainWindow, given_up: bool
) -> None:
    """Back where it was, the handle has still set all lanes: what is given up leaves no trace."""
    start, rates = default_scenario(), (Constant(0.2), Constant(0.05))
    lanes = [replace(lane, learning_rate=r) for lane, r in zip(start.lanes, rates, strict=True)]
    window.show_scenario(replace(start, lanes=tuple(lanes)), None)
    window.refresh()
    window.parameters.lanes.set_target(None)
    before, track = window.session.scenario, window.parameters.rate.control.track
    place = QPoint(round(track.axis.x(track.rate)), track.theme.size(14))
    QTest.mousePress(track, Qt.MouseButton.LeftButton, pos=place)
    for to in (place - QPoint(50, 0), place):
        QTest.mouseMove(track, to)
        window.refresh()
    assert track.rate == 0.2
    if given_up:
        QTest.keyClick(track, Qt.Key.Key_Escape)
    QTest.mouseRelease(track, Qt.MouseButton.LeftButton, pos=place)
    window.refresh()
    assert not window.session.before
    if not given_up:
        after = {lane.learning_rate for lane in window.session.scenario.lanes}
        assert after == {Constant(0.2)}
        window.session.undo()
    assert window.session.scenario == before
    assert window.session.undo_label is None


def test_a_press_after_a_release_that_nobody_told_of(qtbot: QtBot, window: MainWindow) -> None:
    before, track = window.session.scenario, window.parameters.rate.control.track
    place = QPoint(round(track.axis.x(track.rate)), track.theme.size(14))
    for by in (50, 30):
        QTest.mousePress(track, Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseMove(track, place - QPoint(by, 0))
        window.refresh()
    QTest.mouseRelease(track, Qt.MouseButton.LeftButton, pos=place - QPoint(30, 0))
    window.refresh()
    assert not window.session.before
    window.session.undo()
    assert window.session.scenario == before
    assert window.session.undo_label is None


def test_more_pieces_than_a_file_should_have(qtbot: QtBot, window: MainWindow) -> None:
    """From here on of a cosine of very many steps is told not to be, and nothing is changed."""
    start, rate = default_scenario(), Cosine(0.01, 100_000)
    lanes = tuple(replace(lane, learning_rate=rate) for lane in start.lanes)
    window.show_scenario(replace(start, lanes=lanes, stop=Stop(30_000)), None)
    window.session.finish()
    window.refresh()
    before = window.session.scenario
    window.player.go(30_000)
    window.refresh()
    window.parameters.rate.set_from_here(True)
    track = window.parameters.rate.control.track
    place, shown = QPoint(round(track.axis.x(track.rate)), track.theme.size(14)), track.rate
    QTest.mousePress(track, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseMove(track, place - QPoint(50, 0))
    window.refresh()
    assert "may change at most 50000 times" in window.status.text()
    QTest.mouseRelease(track, Qt.MouseButton.LeftButton, pos=place - QPoint(50, 0))
    window.refresh()
    assert "may change at most 50000 times" in window.status.text()
    assert window.session.scenario == before
    assert not window.session.modified
    assert track.rate == window.parameters.rate.control.rate() == shown
