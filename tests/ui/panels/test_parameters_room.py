"""On a low screen the settings of a descent are seen without scrolling."""

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from gdsim.ui.main_window import MainWindow


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_first_scene_shows_all_settings_of_a_descent(
    qtbot: QtBot, window: MainWindow, language: str
) -> None:
    window.appearance.set_language(language)
    qtbot.waitUntil(lambda: not window.clock.active)
    qtbot.wait(20)
    panel = window.parameters
    last = panel.descent.order
    bottom = last.mapTo(panel.viewport(), QPoint(0, last.height())).y()
    assert window.height() == 720
    assert last.isVisible()
    assert bottom <= panel.viewport().height()
    assert panel.verticalScrollBar().value() == 0
