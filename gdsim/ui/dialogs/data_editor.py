"""The data of the problem as a table: typed, pasted, loaded from a file or made by a generator."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QGridLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gdsim.engine.datasets import BY_ID as DATASETS
from gdsim.engine.errors import GdsimError
from gdsim.engine.params import ParamSpec, ParamValue
from gdsim.engine.problems.scaling import STANDARDISE
from gdsim.engine.text import N_
from gdsim.scenario import GeneratedData, GivenData, Scenario
from gdsim.scenario.data_spec import DataSpec
from gdsim.ui.dialogs.csv_preview import CsvPreview
from gdsim.ui.dialogs.data_table import DataTable
from gdsim.ui.dialogs.room import resize_on_screen
from gdsim.ui.dressing import dress
from gdsim.ui.i18n import Texts, tr, tr_error
from gdsim.ui.panels.parameters_problem import OWN_DATA, data_choices
from gdsim.ui.theme import LIGHT, Theme
from gdsim.ui.tips import tip
from gdsim.ui.widgets.error_line import ErrorLine
from gdsim.ui.widgets.spec_control import ChoiceControl, SwitchControl
from gdsim.ui.widgets.spec_rows import SpecRows

#: Sets other data under an undo label; gives the reason if they cannot be.
Apply = Callable[[DataSpec, str], str]

#: Pixels at text scale 1 that two buttons may take beside each other.
BESIDE = 480


class DataEditor(QDialog):
    """Stays open beside the window: every edit that makes sense is shown by the views at once."""

    standardise_changed = Signal(object)

    def __init__(self, apply: Apply, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self)
        self._apply = apply
        self._theme = LIGHT
        self._shown: DataSpec | None = None
        #: Where to look for a CSV file.
        self.folder = ""
        self.table = DataTable()
        self.view = _TableView(self.paste)
        self.view.setModel(self.table)
        self.source = ChoiceControl(ParamSpec("data", N_("Data"), "", scale="choice"))
        self.params = SpecRows()
        self.standardise = SwitchControl(STANDARDISE)
        self.count, self.error = QLabel(), ErrorLine()
        self.buttons = {name: QPushButton() for name in ("add", "delete", "paste", "load")}
        self.texts = Texts()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        for widget in (self.source, self.params, self.standardise):
            self._column.addWidget(widget)
        self._column.addWidget(self.view, 1)
        self._column.addWidget(self.error)
        self._grid = QGridLayout()
        for button in self.buttons.values():
            button.setAutoDefault(False)
        self.count.setWordWrap(True)
        self._column.addLayout(self._grid)
        self._column.addWidget(self.count)
        self.texts.add(self.setWindowTitle, N_("Data"))
        self.texts.add(self.view.setAccessibleName, N_("Table of the data"))
        for name, text in (
            ("add", N_("Add a row")),
            ("delete", N_("Delete the selected rows")),
            ("paste", N_("Paste a table")),
            ("load", N_("Load a CSV file…")),
        ):
            self.texts.add(self.buttons[name].setText, text)
        self.texts.add(
            tip(self.buttons["paste"]),
            N_("Columns x and y from a spreadsheet, or y alone; a decimal comma is understood"),
        )

    def _connect(self) -> None:
        self.table.edited.connect(self._on_edited)
        self.source.value_changed.connect(self._choose_source)
        self.params.value_changed.connect(self._choose_value)
        self.standardise.value_changed.connect(self.standardise_changed)
        actions = {
            "add": self.add_row, "delete": self.delete_rows, "paste": self.paste, "load": self.load,
        }  # fmt: skip
        for name, action in actions.items():
            self.buttons[name].clicked.connect(lambda _=False, act=action: act())

    # ---- showing -----------------------------------------------------------------------------

    def show_scenario(self, scenario: Scenario) -> None:
        """Show the data of ``scenario``; what is half typed stays while they are the same."""
        problem = scenario.problem
        data = problem.data
        self.setEnabled(data is not None)
        self.standardise.set_value(dict(problem.params).get(STANDARDISE.name, False))
        if data is None or data == self._shown:
            return
        self._shown = data
        choices = data_choices(problem)
        self.source.set_spec(
            ParamSpec("data", N_("Data"), choices[0][0], scale="choice", choices=choices)
        )
        if isinstance(data, GeneratedData):
            self.source.set_value(data.generator)
            self.params.show_values(DATASETS[data.generator].params, dict(data.values))
        else:
            self.source.set_value(OWN_DATA)
            self.params.show_values((), {})
        try:
            x, y = data.read(None)
        except GdsimError as error:
            self.say(tr_error(error))
            return
        self.table.set_points(x, y)
        self.say("")
        self._show_count()

    def _show_count(self) -> None:
        self.count.setText(tr("{count} rows", count=self.table.rowCount()))

    def say(self, message: str) -> None:
        """Tell what is wrong, or that nothing is."""
        self.error.say(message)

    # ---- edits -------------------------------------------------------------------------------

    def _on_edited(self) -> None:
        self._show_count()
        try:
            x, y = self.table.points()
        except GdsimError as error:
            self.say(tr_error(error))
            return
        self._set(GivenData(x, y), N_("Edit the data"))

    def _set(self, data: DataSpec, label: str) -> None:
        before, self._shown = self._shown, data
        message = self._apply(data, label)
        if message:
            self._shown = before
        self.say(message)

    def _choose_source(self, id: str) -> None:
        if id != OWN_DATA:
            self._make(GeneratedData.of(id))

    def _choose_value(self, name: str, value: ParamValue) -> None:
        if isinstance(self._shown, GeneratedData):
            values = tuple((n, value if n == name else old) for n, old in self._shown.values)
            self._make(GeneratedData(self._shown.generator, values))

    def _make(self, data: DataSpec) -> None:
        """Set data that did not come from the table, which then shows them."""
        self.say(self._apply(data, N_("Change data")))

    def add_row(self) -> None:
        """An empty row after the current one; it counts when it has two numbers."""
        current = self.view.currentIndex().row()
        row = self.table.add_row(current if current >= 0 else self.table.rowCount() - 1)
        self.view.setFocus()
        self.view.setCurrentIndex(self.table.index(row, 0))

    def delete_rows(self) -> None:
        """The selected rows go."""
        rows = set(self.view.selected_rows())
        if rows:
            self.table.delete_rows(rows)
            left = min(*rows, self.table.rowCount() - 1)
            self.view.setCurrentIndex(self.table.index(left, 0) if left >= 0 else QModelIndex())

    def paste(self) -> None:
        """The table in the clipboard, over the cells from the current one on."""
        whole = self.table.rowCount() > 1 and self.view.all_selected()
        current = self.view.currentIndex()
        row, column = (max(0, current.row()), max(0, current.column()))
        try:
            text = QGuiApplication.clipboard().text()
            if whole:
                row, column = 0, 0
                self._replace(text)
            else:
                self.table.paste(text, row, column)
        except GdsimError as error:
            self.say(tr_error(error))

    def _replace(self, text: str) -> None:
        """All rows are selected: the pasted ones take their place."""
        new = DataTable()
        new.paste(text, 0, 0)
        x, y = new.points()
        self.table.set_points(x, y)
        self.table.edited.emit()

    def load(self) -> None:
        """Ask for a CSV file and show it before it is taken."""
        kinds = tr("Table as text") + " (*.csv *.tsv *.txt)"
        name, _ = QFileDialog.getOpenFileName(self, tr("Load data from a file"), self.folder, kinds)
        if name:
            self.folder = str(Path(name).parent)
            preview = CsvPreview(Path(name), self._theme, self)
            preview.finished.connect(lambda _: self._take(preview))
            preview.open()

    def _take(self, preview: CsvPreview) -> None:
        if preview.result() == QDialog.DialogCode.Accepted and preview.data is not None:
            self.say(self._apply(preview.data, N_("Load data from a file")))
        preview.deleteLater()

    # ---- looks -------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Use this appearance."""
        # Also before it is shown: it measures its buttons.
        dress(self)
        self._theme = theme
        for row in (self.source, self.params, self.standardise):
            row.set_theme(theme)
        self._column.setSpacing(theme.size(8))
        self._grid.setSpacing(theme.size(6))
        self.view.verticalHeader().setDefaultSectionSize(theme.size(26))
        self._place_buttons()
        resize_on_screen(self, theme.size(320), theme.size(520))

    def _place_buttons(self) -> None:
        """Two beside each other, where their texts are short enough."""
        widest = max(button.sizeHint().width() for button in self.buttons.values())
        columns = 2 if 2 * widest <= self._theme.size(BESIDE) else 1
        for i, button in enumerate(self.buttons.values()):
            self._grid.addWidget(button, i // columns, i % columns)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "texts"):
            self.texts.retranslate()
            self._place_buttons()
            self._show_count()


class _TableView(QTableView):
    """Ctrl+V pastes and Ctrl+C copies rows, also to and from a spreadsheet.

    Delete empties nothing by surprise, rows are deleted by their button.
    """

    def __init__(self, paste: Callable[[], None]) -> None:
        super().__init__()
        standard = QKeySequence.StandardKey
        self._keys = {standard.Paste: paste, standard.Copy: self._copy}
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)

    def selected_rows(self) -> list[int]:
        """The rows of which any cell is selected, in their order."""
        # The ranges: Qt takes seconds to list each row of a hundred thousand.
        ranges = self.selectionModel().selection().toList()
        return sorted({row for each in ranges for row in range(each.top(), each.bottom() + 1)})

    def all_selected(self) -> bool:
        """Whether every cell is selected."""
        ranges = self.selectionModel().selection().toList()
        model = self.model()
        cells = model.rowCount() * model.columnCount()
        return sum(each.width() * each.height() for each in ranges) == cells

    def _copy(self) -> None:
        model = self.model()
        assert isinstance(model, DataTable)
        QGuiApplication.clipboard().setText(model.tsv(self.selected_rows()))

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and any(event.matches(keys) for keys in self._keys)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        for keys, action in self._keys.items():
            if event.matches(keys):
                action()
                return
        if event.key() == Qt.Key.Key_Space:
            # Else it would reach the window behind.
            event.accept()
        super().keyPressEvent(event)
