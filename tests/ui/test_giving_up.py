"""A drag of the learning rate that is given up leaves everything as it was, the undo too."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gdsim.engine.schedules import Cosine
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
