"""The gallery: there at once, usable by keyboard, pictures from the engine, remembered."""

import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gdsim.scenario.builtin import BUILTIN, FIRST
from gdsim.ui import first, thumbnails
from gdsim.ui import theme as th
from gdsim.ui.dialogs.gallery import _PICTURE, GalleryDialog, _lines
from gdsim.ui.first import greet
from gdsim.ui.gallery import Gallery
from gdsim.ui.main_window import MainWindow
from gdsim.ui.plots.curve1d import CurveView
from gdsim.ui.settings import Settings
from gdsim.ui.thumbnails import Painter, builtin_scene

PICTURE = Qt.ItemDataRole.DecorationRole


def opened(qtbot: QtBot, window: MainWindow) -> GalleryDialog:
    window.activateWindow()  # no window manager gives it the keyboard back
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    dialog = window.feature(Gallery).dialog
    assert dialog is not None
    return dialog


def test_there_at_once_and_every_picture_comes(qtbot: QtBot, window: MainWindow) -> None:
    thumbnails._painted.clear()
    begin = time.perf_counter()
    dialog = opened(qtbot, window)
    dialog.repaint()
    assert time.perf_counter() - begin < 0.3
    entries = dialog.list.entries()
    assert len(entries) == len(BUILTIN) >= 12
    assert all(entry.text() and entry.toolTip() for entry in entries)
    assert entries[0].data(PICTURE) is None
    qtbot.waitUntil(lambda: all(e.data(PICTURE) is not None for e in entries), timeout=15_000)
    images = [entry.data(PICTURE).toImage() for entry in entries]
    assert all(image != other for i, image in enumerate(images) for other in images[:i])
    for image in images:
        colours = {image.pixel(x, y) for x in range(0, image.width(), 3)
                   for y in range(0, image.height(), 3)}  # fmt: skip
        assert len(colours) > 8
    dialog.close()


def test_pictures_are_painted_once(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(qtbot, window)
    qtbot.waitUntil(lambda: not window.clock.active, timeout=15_000)
    dialog.close()
    monkeypatch.setattr(thumbnails.Painter, "_paint", None)
    again = opened(qtbot, window)
    assert all(entry.data(PICTURE) is not None for entry in again.list.entries())
    again.close()


def test_arrows_and_enter_open_a_scene(qtbot: QtBot, window: MainWindow) -> None:
    dialog = opened(qtbot, window)
    qtbot.waitUntil(lambda: dialog.list.hasFocus())
    qtbot.keyClick(dialog.list, Qt.Key.Key_Right)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.windowTitle().startswith("The gap, by hand"))
    assert window.feature(Gallery).dialog is None
    assert window.documents.path is None
    assert not window.isWindowModified()


def test_escape_leaves_all_as_it_was(qtbot: QtBot, window: MainWindow) -> None:
    before = window.session.scenario
    dialog = opened(qtbot, window)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.feature(Gallery).dialog is None)
    assert window.session.scenario is before


def test_titles_follow_the_language(qtbot: QtBot, window: MainWindow) -> None:
    dialog = opened(qtbot, window)
    window.appearance.set_language("zh_CN")
    qtbot.waitUntil(lambda: dialog.list.item(0).text() == "同步更新与顺序更新")
    assert dialog.at_start.text() == "启动时显示"
    dialog.close()


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if somebody were there, whatever the tests' screen."""
    monkeypatch.setattr(first, "_UNSEEN", ())


def test_the_first_start(qtbot: QtBot, window: MainWindow, seen: None) -> None:
    greet(window, None)
    qtbot.waitUntil(lambda: window.feature(Gallery).dialog is not None)
    dialog = window.feature(Gallery).dialog
    assert dialog is not None
    assert BUILTIN[dialog.list.currentRow()] == FIRST
    assert len(window.session.runs) == 2  # the first scene is open behind it
    qtbot.mouseClick(
        dialog.at_start, Qt.MouseButton.LeftButton, pos=dialog.at_start.rect().center()
    )
    dialog.at_start.setChecked(False)
    dialog.close()
    assert not Settings().gallery_at_start()
    greet(window, None)
    qtbot.waitUntil(lambda: not window.clock.active)
    assert window.feature(Gallery).dialog is None


def test_who_opens_a_file_gets_the_file(qtbot: QtBot, window: MainWindow, seen: None) -> None:
    greet(window, Path("some.gdsim"))
    qtbot.waitUntil(lambda: not window.clock.active)
    assert window.feature(Gallery).dialog is None


def test_no_title_is_cut_off_and_pictures_of_curves_are_without_words(
    qtbot: QtBot, window: MainWindow
) -> None:
    font = th.font(th.LIGHT, 13, bold=True)
    for name in BUILTIN:
        for title in dict(builtin_scene(name).title).values():
            assert not any("…" in line for line in _lines(title, font, _PICTURE.width(), 2)), title
    painter = Painter(window, _PICTURE, th.LIGHT)
    curves = [n for n in BUILTIN if len(builtin_scene(n).start) == 1]
    for name in curves[:2]:
        painter._paint(builtin_scene(name))
        view = painter._views[1]
        assert isinstance(view, CurveView)
        assert view.words.isHidden()
        assert view.plot.height() == _PICTURE.height()
