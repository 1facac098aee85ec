"""With the largest text every dialog is on the screen, and no row is lower than its text."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from gdsim.ui.data_tools import DataTools
from gdsim.ui.dialogs.csv_preview import CsvPreview
from gdsim.ui.dialogs.room import resize_on_screen
from gdsim.ui.main_window import MainWindow
from gdsim.ui.settings import TEXT_SCALES
from tests.ui.test_story import settle

DIALOGS = ("data-editor", "export-picture", "about", "shortcuts", "palette", "gallery")


def test_no_larger_than_the_screen(qtbot: QtBot) -> None:
    dialog = QWidget()
    qtbot.addWidget(dialog)
    resize_on_screen(dialog, 300, 99_000)
    room = dialog.screen().availableSize()
    assert dialog.width() == 300
    assert room.height() - 80 < dialog.height() < room.height()


@pytest.mark.parametrize("action", DIALOGS)
def test_every_dialog_is_on_the_screen(qtbot: QtBot, window: MainWindow, action: str) -> None:
    window.settings.set_text_scale(TEXT_SCALES[-1])
    window.appearance.apply()
    settle(qtbot, window)
    window.actions_[action].trigger()
    settle(qtbot, window)
    dialogs = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog)]
    (dialog,) = [w for w in dialogs if w.isVisible()]
    room = dialog.screen().availableSize()
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()
    dialog.close()


def test_rows_have_room_for_their_text(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.settings.set_text_scale(TEXT_SCALES[-1])
    window.appearance.apply()
    settle(qtbot, window)
    path = tmp_path / "a.csv"
    path.write_text("x,y\n1,2\n")
    preview = CsvPreview(path, window.appearance.theme, window)
    window.actions_["data-editor"].trigger()
    editor = window.feature(DataTools).editor
    assert editor is not None
    for table in (preview.table, editor.view):
        table.ensurePolished()
        assert table.rowHeight(0) >= table.fontMetrics().height()
    preview.close()
