"""The data editor: typed, pasted, loaded and generated points reach the run, and nothing else."""

from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit
from pytestqt.qtbot import QtBot

from gdsim.engine.errors import GdsimError
from gdsim.scenario import CsvData, GeneratedData, GivenData
from gdsim.ui.data_tools import DataTools
from gdsim.ui.dialogs.csv_preview import CsvPreview
from gdsim.ui.dialogs.data_editor import DataEditor
from gdsim.ui.dialogs.data_table import DataTable
from gdsim.ui.main_window import MainWindow
from gdsim.ui.theme import LIGHT
from tests.ui.test_story import settle


@pytest.fixture
def editor(qtbot: QtBot, window: MainWindow) -> DataEditor:
    window.actions_["data-editor"].trigger()
    made = window.feature(DataTools).editor
    assert made is not None
    qtbot.waitExposed(made)
    settle(qtbot, window)
    return made


def data(window: MainWindow) -> GivenData:
    now = window.session.scenario.problem.data
    assert isinstance(now, GivenData)
    return now


def type_cell(qtbot: QtBot, editor: DataEditor, row: int, column: int, text: str) -> None:
    index = editor.table.index(row, column)
    editor.view.setCurrentIndex(index)
    editor.view.edit(index)
    field = editor.view.findChild(QLineEdit)
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: editor.table.data(index) == text.replace(",", "."))


def paste(editor: DataEditor, text: str) -> None:
    QApplication.clipboard().setText(text)
    editor.paste()


def test_a_typed_number_is_a_step_of_undo_and_moves_the_run(
    qtbot: QtBot, window: MainWindow, editor: DataEditor
) -> None:
    assert window.workspace.docks["data"].isVisible()
    before = window.session.runs[0].theta.copy()
    type_cell(qtbot, editor, 3, 1, "7,5")
    settle(qtbot, window)
    assert data(window) == GivenData((1, 2, 3, 4), (3, 5, 7, 7.5))
    assert (window.session.runs[0].theta != before).any()
    window.session.undo()
    settle(qtbot, window)
    assert editor.table.data(editor.table.index(3, 1)) == "9"


def test_undo_and_redo_work_in_the_editor(
    qtbot: QtBot, window: MainWindow, editor: DataEditor
) -> None:
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow)
    first = data(window)
    editor.view.selectAll()
    paste(editor, "1\t2\n3\t5\n")
    settle(qtbot, window)
    second = data(window)
    assert second != first
    qtbot.keyClick(editor.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    assert data(window) == first
    assert editor.table.rowCount() == len(first.x)
    qtbot.keyClick(editor.view, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    assert data(window) == second


def test_a_row_counts_when_it_has_two_numbers(
    qtbot: QtBot, window: MainWindow, editor: DataEditor
) -> None:
    first = window.session.scenario
    editor.view.setCurrentIndex(editor.table.index(3, 0))
    editor.add_row()
    assert editor.error.text() == "row 5, column “x”: the value is missing"
    type_cell(qtbot, editor, 4, 0, "5")
    assert window.session.scenario == first
    type_cell(qtbot, editor, 4, 1, "abc")
    assert "“abc” is not a number" in editor.error.text()
    assert window.session.scenario == first
    settle(qtbot, window)
    assert editor.table.rowCount() == 5, "what is half typed stays"
    type_cell(qtbot, editor, 4, 1, "11")
    assert data(window) == GivenData((1, 2, 3, 4, 5), (3, 5, 7, 9, 11))
    assert not editor.error.isVisible()


def test_rows_are_deleted(qtbot: QtBot, window: MainWindow, editor: DataEditor) -> None:
    editor.view.selectRow(1)
    editor.delete_rows()
    assert data(window) == GivenData((1, 3, 4), (3, 7, 9))
    editor.view.selectAll()
    editor.delete_rows()
    assert "no rows" in editor.error.text()
    assert data(window).x == (1, 3, 4)


@pytest.mark.parametrize(
    "text",
    [
        "1,5\t2\n3\t4,25\n",
        "1.5\t2\r\n3\t4.25\r\n",
        "1.5,2\n3,4.25",
        "x\ty\n1,5\t2\n3\t4,25",
        "1,5;2\n3;4,25",
        "１.５\t２\n３\t４.２５",
        "1.5，2\n3，4.25",
        "1.5   2\n 3 4.25 \n\n",
        "\n\n1,5\t2\n3\t4,25\n\n",
    ],
)
def test_a_table_from_a_spreadsheet(window: MainWindow, editor: DataEditor, text: str) -> None:
    editor.view.selectAll()
    paste(editor, text)
    assert data(window) == GivenData((1.5, 3.0), (2.0, 4.25))


def test_what_is_copied_can_be_pasted(qtbot: QtBot, window: MainWindow, editor: DataEditor) -> None:
    editor.view.selectAll()
    paste(editor, "0.1\t1e-7\n3\t4\n5\t6\n")
    first = data(window)
    editor.view.selectAll()
    qtbot.keyClick(editor.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    text = QApplication.clipboard().text()
    assert text == "0.1\t1e-07\n3.0\t4.0\n5.0\t6.0\n"
    window.session.undo()
    settle(qtbot, window)
    editor.view.selectAll()
    qtbot.keyClick(editor.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert data(window) == first


def test_a_paste_writes_over_cells_and_adds_rows(window: MainWindow, editor: DataEditor) -> None:
    editor.view.setCurrentIndex(editor.table.index(3, 1))
    editor.view.selectionModel().clearSelection()
    paste(editor, "8\n")
    assert data(window).y == (3, 5, 7, 8)
    editor.view.setCurrentIndex(editor.table.index(3, 0))
    editor.view.selectionModel().clearSelection()
    paste(editor, "10\t20\n11\t21\n")
    assert data(window) == GivenData((1, 2, 3, 10, 11), (3, 5, 7, 20, 21))


def test_a_paste_over_one_column_leaves_the_other(window: MainWindow, editor: DataEditor) -> None:
    editor.view.selectColumn(1)
    editor.view.selectionModel().setCurrentIndex(
        editor.table.index(0, 1), QItemSelectionModel.SelectionFlag.NoUpdate
    )
    paste(editor, "4\n6\n8\n10\n")
    assert data(window) == GivenData((1, 2, 3, 4), (4, 6, 8, 10))


def test_a_bad_paste_changes_nothing_and_says_where(window: MainWindow, editor: DataEditor) -> None:
    first = window.session.scenario
    paste(editor, "1\t2\n3\toops\n")
    assert editor.error.text().startswith("row 2, column “2”: “oops”")
    assert window.session.scenario == first
    assert editor.table.rowCount() == 4
    paste(editor, "1\t2\t3\n")
    assert "only x and y" in editor.error.text()
    paste(editor, "−1²\t2\n")
    assert editor.error.text().startswith("row 1, column “1”: “-1²” is not a number")
    paste(editor, " \n")
    assert editor.error.text() == "there is no text in the clipboard"


def test_a_generator_with_its_parameters(
    qtbot: QtBot, window: MainWindow, editor: DataEditor
) -> None:
    editor.source.value_changed.emit("noisy-line")
    settle(qtbot, window)
    editor.params.value_changed.emit("n", 12)
    settle(qtbot, window)
    editor.params.value_changed.emit("seed", 3)
    settle(qtbot, window)
    assert window.session.scenario.problem.data == GeneratedData.of("noisy-line", n=12, seed=3)
    assert editor.table.rowCount() == 12
    assert editor.count.text() == "12 rows"


def test_standardising_is_a_switch_and_leaves_the_table_alone(
    qtbot: QtBot, window: MainWindow, editor: DataEditor
) -> None:
    editor.standardise.value_changed.emit(True)
    settle(qtbot, window)
    assert dict(window.session.scenario.problem.params)["standardise"] is True
    assert editor.table.data(editor.table.index(3, 0)) == "4"
    assert editor.standardise.value() is True


def test_classes_are_refused_with_the_reason(
    qtbot: QtBot, window: MainWindow, editor: DataEditor
) -> None:
    window.parameters.problem.problem.chosen.emit("logistic-regression")
    settle(qtbot, window)
    first = window.session.scenario
    editor.view.setCurrentIndex(editor.table.index(0, 1))
    editor.view.selectionModel().clearSelection()
    paste(editor, "0.5\n")
    assert editor.error.isVisible()
    assert window.session.scenario == first


def test_the_editor_is_off_where_there_are_no_data(
    qtbot: QtBot, window: MainWindow, editor: DataEditor
) -> None:
    window.parameters.problem.problem.chosen.emit("himmelblau")
    settle(qtbot, window)
    assert not editor.isEnabled()
    assert not window.actions_["data-editor"].isEnabled()


# ---- CSV -------------------------------------------------------------------------------------


def preview(qtbot: QtBot, folder: Path, text: str) -> CsvPreview:
    path = folder / "data.csv"
    path.write_text(text, "utf-8")
    made = CsvPreview(path, LIGHT)
    qtbot.addWidget(made)
    return made


def test_preview_of_a_table_with_names(qtbot: QtBot, tmp_path: Path) -> None:
    made = preview(qtbot, tmp_path, "id;y;x\n1;2,5;3\n2;4;5,5\n")
    about = "Columns are parted by: semicolon. The first row has their names."
    assert made.about.text() == f"{about} 2 rows; decimal sign: comma."
    assert (made.column_x.value(), made.column_y.value()) == ("x", "y")
    assert made.table.item(1, 2).text() == "5,5"
    assert made.data == GivenData((3.0, 5.5), (2.5, 4.0))
    made.column_x.set_value("id")
    made.column_x.value_changed.emit("id")
    assert made.data == GivenData((1.0, 2.0), (2.5, 4.0))
    made.link.click()
    assert made.data == CsvData(str(tmp_path / "data.csv"), "id", "y")


def test_preview_of_a_table_with_words_in_quotation_marks(qtbot: QtBot, tmp_path: Path) -> None:
    made = preview(qtbot, tmp_path, 'who,x,y\n"Smith, J",1,2\n"Li\nWei",3,4\n')
    assert made.error.isHidden()
    assert made.data == GivenData((1.0, 3.0), (2.0, 4.0))
    assert made.table.item(0, 0).text() == "Smith, J"


def test_preview_of_names_alone_says_what_is_missing(qtbot: QtBot, tmp_path: Path) -> None:
    made = preview(qtbot, tmp_path, "x,y\n")
    assert made.error.text() == "there is a row of names, but no row of numbers"


def test_preview_of_a_long_table_says_how_long(qtbot: QtBot, tmp_path: Path) -> None:
    made = preview(qtbot, tmp_path, "x\ty\n" + "1\t2\n" * 6000)
    assert made.about.text().endswith("6000 rows; decimal sign: point. The first 200 are shown.")
    assert made.table.rowCount() == 200
    assert isinstance(made.data, CsvData), "so many numbers stay in their file"


def test_preview_of_a_file_from_windows(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "房价.csv"
    path.write_bytes("面积,价格\r\n1,2\r\n3,4\r\n".encode("gbk"))
    made = CsvPreview(path, LIGHT)
    qtbot.addWidget(made)
    assert (made.column_x.value(), made.column_y.value()) == ("面积", "价格")
    assert made.table.rowCount() == 2
    assert made.data == GivenData((1.0, 3.0), (2.0, 4.0))


def test_preview_says_row_and_column_of_what_is_no_number(qtbot: QtBot, tmp_path: Path) -> None:
    made = preview(qtbot, tmp_path, "x,y\n1,2\n3,oops\n")
    assert made.error.text() == "row 3, column “y”: “oops” is not a number"
    assert made.data is None
    assert not made.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()
    assert made.table.currentRow() == 1


@pytest.mark.parametrize("text", ["", "x,y\n", "\0\0", "a\n", '"open\n'])
def test_preview_of_what_is_no_table(qtbot: QtBot, tmp_path: Path, text: str) -> None:
    made = preview(qtbot, tmp_path, text)
    assert made.data is None
    assert made.error.text()


def test_a_table_of_nothing_has_no_points() -> None:
    with pytest.raises(GdsimError, match="no rows"):
        DataTable().points()


def test_a_closed_editor_has_the_looks_of_now_when_it_opens(
    window: MainWindow, editor: DataEditor
) -> None:
    editor.resize(500, 600)
    editor.close()
    window.actions_["data-editor"].trigger()
    assert (editor.width(), editor.height()) == (500, 600), "as the person made it"
    editor.close()
    window.appearance.set_theme("dark")
    window.appearance.scale_text(2)
    window.actions_["data-editor"].trigger()
    theme = window.appearance.theme
    assert theme.id == "dark"
    assert editor.view.verticalHeader().defaultSectionSize() == theme.size(26)
    ground = editor.grab().toImage().pixelColor(editor.width() // 2, editor.height() - 3)
    assert ground.name() == theme.ground.lower()
