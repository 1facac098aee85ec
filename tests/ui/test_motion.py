"""Reduced motion: what moved by itself stands still; the choice is remembered."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gdsim.scenario import default_scenario
from gdsim.ui import motion
from gdsim.ui.main_window import MainWindow
from gdsim.ui.settings import Settings
from tests.ui.test_story import settle


def pictures(qtbot: QtBot, widget: QWidget) -> list[QImage]:
    """What is seen over more than one blink of the cursor."""
    seen = []
    for _ in range(10):
        image = widget.grab().toImage()
        if image not in seen:
            seen.append(image)
        qtbot.wait(60)
    return seen


def test_nothing_moves_by_itself(qtbot: QtBot, window: MainWindow) -> None:
    hints = QApplication.styleHints()
    before = hints.cursorFlashTime()
    action = window.actions_["reduced-motion"]
    hints.setCursorFlashTime(300)
    field = window.parameters.rate.control.field
    field.setFocus()
    field.deselect()
    assert len(pictures(qtbot, field)) == 2 or not window.isActiveWindow()
    assert window.workspace.isAnimated()
    action.trigger()
    assert len(pictures(qtbot, field)) == 1
    assert hints.cursorFlashTime() == 0
    assert not window.workspace.isAnimated()
    assert window.settings.reduced_motion() is True
    action.trigger()
    assert hints.cursorFlashTime() == before


def test_effects_of_the_system_come_back(window: MainWindow) -> None:
    general, fade = Qt.UIEffect.UI_General, Qt.UIEffect.UI_FadeMenu
    feature = window.feature(motion.Motion)
    for effect in (general, fade):
        QApplication.setEffectEnabled(effect, True)
    try:
        feature.start()
        feature.apply(True)
        assert not QApplication.isEffectEnabled(fade)
        feature.apply(False)
        assert QApplication.isEffectEnabled(fade)
    finally:
        # To let menus fade Qt has also let them roll; and what the window finds it puts back.
        for effect in (fade, Qt.UIEffect.UI_AnimateMenu, general):
            QApplication.setEffectEnabled(effect, False)
        feature.start()


def test_playing_shows_steps_and_nothing_between(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_["reduced-motion"].trigger()
    seen: list[int] = []
    window.session.cursor_changed.connect(seen.append)
    window.player.set_speed(200.0)
    window.actions_["play"].trigger()
    qtbot.waitUntil(lambda: not window.player.playing)
    settle(qtbot, window)
    assert seen == sorted(seen)
    assert window.session.cursor == window.session.steps


@pytest.mark.parametrize(("text", "reduced"), [("0", True), ("false", True), ("1", False)])
def test_the_system_is_followed_until_a_person_chooses(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, text: str, reduced: bool
) -> None:
    file = tmp_path / "settings.ini"
    file.write_text(f"[Settings]\ngtk-enable-animations={text}\n")
    monkeypatch.setattr(motion.QStandardPaths, "locate", lambda *_: str(file))
    window = MainWindow(default_scenario())
    assert window.actions_["reduced-motion"].isChecked() is reduced
    window.actions_["reduced-motion"].trigger()
    window.close(), window.deleteLater()
    assert Settings().reduced_motion() is not reduced
    again = MainWindow(default_scenario())
    assert again.actions_["reduced-motion"].isChecked() is not reduced
    again.close(), again.deleteLater()
