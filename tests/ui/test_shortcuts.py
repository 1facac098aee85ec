"""The shortcut sheet copies nothing by hand; About names everything that is bundled."""

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from gdsim.ui.about import AboutDialog, components
from gdsim.ui.main_window import MainWindow
from gdsim.ui.shortcuts import GESTURES, Shortcuts


def test_every_shortcut_of_every_action_is_on_the_sheet(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_F1)
    sheet = window.feature(Shortcuts).dialog
    assert sheet is not None
    text = sheet.sheet.toPlainText()
    for spec in window.actions_.specs:
        for key in window.actions_[spec.id].shortcuts():
            assert key.toString(QKeySequence.SequenceFormat.NativeText) in text
    for gesture, meaning in GESTURES:
        assert gesture in text
        assert meaning in text
    sheet.close()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_no_two_lines_say_the_same(window: MainWindow, language: str) -> None:
    window.appearance.set_language(language)
    rows = [row for _, rows in window.feature(Shortcuts).sections() for row in rows]
    keys = Counter(keys for keys, _ in rows)
    told = Counter(what for _, what in rows)
    assert not [key for key, count in keys.items() if count > 1]
    assert not [what for what, count in told.items() if count > 1]


def test_no_shortcut_belongs_to_two_actions(window: MainWindow) -> None:
    uses = Counter(
        key.toString() for action in window.actions_.by_id.values() for key in action.shortcuts()
    )
    assert not [key for key, count in uses.items() if count > 1]


def test_single_letters_have_a_twin(window: MainWindow) -> None:
    for action in window.actions_.by_id.values():
        keys = [key.toString() for key in action.shortcuts()]
        if any(re.fullmatch(r"[A-Z]", key) for key in keys):
            assert any(not re.fullmatch(r"[A-Z]", key) for key in keys), keys


def test_the_sheet_follows_the_language(qtbot: QtBot, window: MainWindow) -> None:
    window.feature(Shortcuts).open()
    sheet = window.feature(Shortcuts).dialog
    assert sheet is not None
    window.appearance.set_language("zh_CN")
    qtbot.waitUntil(lambda: "撤销" in sheet.sheet.toPlainText())
    sheet.close()


def test_about_names_all_that_is_bundled(window: MainWindow) -> None:
    root = Path(__file__).resolve().parents[2]
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    named = " ".join(name for name, _, _ in components()).lower()
    for requirement in project["dependencies"]:
        name = re.split(r"[^\w]", requirement)[0].lower()
        assert name in named
    assert all(licence for _, _, licence in components())
    window.actions_["about"].trigger()
    dialog = window.findChild(AboutDialog)
    assert isinstance(dialog, AboutDialog)
    text = dialog.body.toPlainText()
    assert "LGPL-3.0" in text
    assert "Log folder: " in text
    dialog.close()
