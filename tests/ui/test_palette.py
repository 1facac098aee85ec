"""The command palette: everything, in both languages, by keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gdsim.engine.problems import PROBLEMS
from gdsim.scenario.builtin import BUILTIN
from gdsim.ui.actions import plain
from gdsim.ui.commands import commands
from gdsim.ui.dialogs.palette import PaletteDialog, score
from gdsim.ui.main_window import MainWindow
from gdsim.ui.palette import Palette

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def palette(qtbot: QtBot, window: MainWindow) -> PaletteDialog:
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_P, CTRL_SHIFT)
    dialog = window.feature(Palette).dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.field.hasFocus())
    return dialog


def found(palette: PaletteDialog, typed: str) -> list[str]:
    palette.field.setText(typed)
    return [palette.list.item(row).text() for row in range(palette.list.count())]


def test_there_is_everything(window: MainWindow) -> None:
    names = [command.text("en") for command in commands(window)]
    assert len(names) >= len(window.actions_.specs) + len(PROBLEMS) + len(BUILTIN) + 6
    assert len(set(names)) == len(names)
    for name in ("Edit: Undo", "Problem: Rosenbrock's valley", "Scene: Four learning rates",
                 "Appearance: Dark", "Language: 简体中文", "Arrangements: Compare",
                 "Views: Gap"):  # fmt: skip
        assert name in names
    chinese = [command.text("zh_CN") for command in commands(window)]
    for name in ("编辑: 撤销", "问题: 线性回归", "场景: 四种学习率"):
        assert name in chinese


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("rosenb", "Problem: Rosenbrock's valley"),
        ("save as", "File: Save as"),
        ("四种学习率", "Scene: Four learning rates"),
        ("撤销", "Edit: Undo"),
        ("深色", "Appearance: Dark"),
        ("stpfwd", "Run: Step forward"),
    ],
)
def test_found_in_either_language(palette: PaletteDialog, typed: str, first: str) -> None:
    assert found(palette, typed)[0] == first


def test_what_can_be_done_comes_before_what_cannot(palette: PaletteDialog) -> None:
    names = found(palette, "lane")
    assert names.index("Lane: Add a lane") < names.index("Lane: Remove")
    assert found(palette, "undo")[0] == "Edit: Undo", "the better name comes first, even so"


def test_found_in_english_in_the_chinese_window(window: MainWindow) -> None:
    window.appearance.set_language("zh_CN")
    window.feature(Palette).open()
    dialog = window.feature(Palette).dialog
    assert dialog is not None
    assert found(dialog, "undo")[0] == "编辑: 撤销"
    dialog.close()


def test_enter_does_it_and_the_keyboard_goes_back(
    qtbot: QtBot, window: MainWindow, palette: PaletteDialog
) -> None:
    qtbot.keyClicks(palette.field, "step forward")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session.cursor == 1)
    assert window.feature(Palette).dialog is None


def test_arrows_choose(qtbot: QtBot, window: MainWindow, palette: PaletteDialog) -> None:
    names = found(palette, "appearance")
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.currentItem().text() == names[2]
    assert palette.field.hasFocus()


def test_escape_closes(qtbot: QtBot, window: MainWindow, palette: PaletteDialog) -> None:
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.feature(Palette).dialog is None)


def test_what_cannot_be_done_says_why(
    qtbot: QtBot, window: MainWindow, palette: PaletteDialog
) -> None:
    assert found(palette, "undo")[0] == "Edit: Undo"
    assert palette.list.currentItem().toolTip().split("\n")[1:] == ["There is no edit to take back"]
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.feature(Palette).dialog is palette


def test_a_problem_is_set_as_one_edit(
    qtbot: QtBot, window: MainWindow, palette: PaletteDialog
) -> None:
    found(palette, "rosenbrock's")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.clock.active)
    assert window.session.scenario.problem.id == "rosenbrock"
    assert window.session.undo_label == "Change problem"


def test_nothing_fits(qtbot: QtBot, palette: PaletteDialog) -> None:
    assert found(palette, "qqqqzzzz") == []
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)


def test_score_prefers_beginnings_and_neighbours() -> None:
    assert score("xyz", "abc") is None
    assert score("un", "Undo") > score("un", "Run: Play")  # type: ignore[operator]
    assert score("ｕｎ", "Undo") == score("un", "Undo")
    assert plain("Save &as…") == plain("Save as(&A)…") == "Save as"
