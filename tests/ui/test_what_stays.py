"""What is used often leaves nothing behind: counted in objects, of which a small leak has many."""

import gc

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

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


def test_what_qt_has_deleted_is_not_kept(window: MainWindow) -> None:
    dead = _dead()
    for _ in range(3):
        for name in ("maps", "data", "compare"):
            window.apply_preset(name)
            window.resize(800 if name == "data" else 1280, 720)
            QTest.keyClick(window, Qt.Key.Key_Tab)
            table = QTableWidget(window.stage)
            table.show()
            QTest.keyClick(window, Qt.Key.Key_Tab)
            table.deleteLater()
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert _dead() - dead < 3


def test_panels_that_go_with_the_keyboard_are_not_kept(window: MainWindow) -> None:
    window.activateWindow()
    dead = _dead()
    for lanes in (1, 2, 1, 2):
        window.stage.contours[-1].setFocus()
        QApplication.processEvents()
        window.stage._rebuild(lanes)
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        assert window.focusWidget() is window.stage.contours[0], "the one that is always there"
    assert _dead() - dead < 3


def test_panels_that_tab_has_passed_are_not_kept(window: MainWindow) -> None:
    window.activateWindow()
    dead = _dead()
    for lanes in (1, 2, 1, 2):
        QTest.keyClick(window, Qt.Key.Key_Tab)
        window.stage._rebuild(lanes)
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert _dead() - dead < 3


def _dead() -> int:
    """How many objects of Qt there are in Python only."""
    gc.collect()
    return sum(isinstance(thing, QObject) and not isValid(thing) for thing in gc.get_objects())
