"""What is used often leaves nothing behind: counted in objects, of which a small leak has many."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from gdsim.ui.main_window import MainWindow
from gdsim.ui.widgets.action_button import ActionButton
from gdsim.ui.widgets.title import Title


def test_an_action_is_connected_to_its_button_once(window: MainWindow) -> None:
    for name in ("data", "maps", "surface"):
        window.apply_preset(name)
    buttons = window.findChildren(ActionButton)
    assert len(buttons) > 10
    for action in (button.defaultAction() for button in buttons):
        before = action.receivers("2changed()")
        for text in ("one", "two", "three"):
            action.setText(text)
        assert action.receivers("2changed()") == before, action.objectName()


def test_a_title_keeps_no_text_that_it_has_shown(qtbot: QtBot) -> None:
    title = Title()
    qtbot.addWidget(title)
    title.resize(40, 20)
    title.show()
    kept = []
    for number in range(4):
        title.setText(f"The <b>gap</b> after step {number}, much too long")
        assert title.elided
        title.grab()
        kept.append(len(title.findChildren(QObject)))
    assert len(set(kept)) == 1, kept
