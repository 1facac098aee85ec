"""A CSV file before it becomes the data: how it was understood, its columns, what is wrong."""

from __future__ import annotations

import csv
import io
from itertools import islice
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gdsim.engine.data import Table, parse_head, read_csv, read_text
from gdsim.engine.errors import GdsimError
from gdsim.engine.params import ParamSpec
from gdsim.engine.text import N_
from gdsim.scenario import CsvData, GivenData
from gdsim.ui.dialogs.room import resize_on_screen
from gdsim.ui.dressing import dress
from gdsim.ui.i18n import sentences_text, tr, tr_error
from gdsim.ui.theme import Theme
from gdsim.ui.widgets.check_box import CheckBox, SwitchLabel
from gdsim.ui.widgets.error_line import ErrorLine
from gdsim.ui.widgets.spec_control import ChoiceControl

#: Rows that are shown.
ROWS = 200
#: Above so many rows a scenario should refer to the file and not hold the numbers.
MOST_COPIED = 5000

DELIMITERS = {",": N_("comma"), ";": N_("semicolon"), "\t": N_("tab")}


class CsvPreview(QDialog):
    """Choose two columns of a file. `data` is the result, ``None`` while something is wrong."""

    def __init__(self, path: Path, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self)
        self.path = path
        self.data: GivenData | CsvData | None = None
        self.setWindowTitle(tr("Load data from {file}", file=path.name))
        self._told, self.about = "", QLabel()
        self.about.setWordWrap(True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.column_x = ChoiceControl(ParamSpec("x", N_("Column for x"), "", scale="choice"))
        self.column_y = ChoiceControl(ParamSpec("y", N_("Column for y"), "", scale="choice"))
        self.link = CheckBox()
        self.link_label = SwitchLabel(self.link)
        self.link_label.setText(tr("Refer to the file instead of copying its numbers"))
        self.table = QTableWidget()
        self.error = ErrorLine()
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._lay_out(theme)
        self._read()

    def _lay_out(self, theme: Theme) -> None:
        row = QHBoxLayout()
        self.link.setFixedWidth(theme.size(18))
        self.link_label.setWordWrap(True)
        row.addWidget(self.link)
        row.addWidget(self.link_label, 1)
        column = QVBoxLayout(self)
        for widget in (self.about, self.column_x, self.column_y):
            column.addWidget(widget)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        column.addWidget(self.error)
        column.addWidget(self.buttons)
        for control in (self.column_x, self.column_y):
            control.set_theme(theme)
            control.value_changed.connect(lambda _: self._check())
        self.link.setAccessibleName(self.link_label.text())
        self.link.clicked.connect(lambda _: self._check())
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.verticalHeader().setDefaultSectionSize(theme.size(26))
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        resize_on_screen(self, theme.size(520), theme.size(460))

    # ---- reading -----------------------------------------------------------------------------

    def _read(self) -> None:
        """Show how the file is understood; only its first rows are looked at here."""
        try:
            head = "".join(islice(io.StringIO(read_text(self.path), newline=None), ROWS + 1))
        except GdsimError as error:
            self._refuse(error)
            return
        try:
            names, delimiter, header = parse_head(head)
            rows = list(islice(csv.reader(io.StringIO(head), delimiter=delimiter), ROWS + 1))
        except (csv.Error, GdsimError) as error:
            self._refuse(error if isinstance(error, GdsimError) else GdsimError(str(error)))
            return
        self._fill(rows[1:] if header else rows, names)
        self._describe(delimiter, header)
        choices = tuple((name, name) for name in names)
        for control, at in ((self.column_x, 0), (self.column_y, 1)):
            control.set_spec(ParamSpec(control.spec.name, control.spec.label, "", scale="choice",
                                       choices=choices))  # fmt: skip
            wanted = control.spec.name
            control.set_value(wanted if wanted in names else names[min(at, len(names) - 1)])
        self._check()

    def _fill(self, rows: list[list[str]], names: tuple[str, ...]) -> None:
        self.table.setRowCount(len(rows))
        self.table.setColumnCount(len(names))
        self.table.setHorizontalHeaderLabels(list(names))
        for i, cells in enumerate(rows):
            for j, cell in enumerate(cells[: len(names)]):
                self.table.setItem(i, j, QTableWidgetItem(cell))

    def _describe(self, delimiter: str, header: bool) -> None:
        told = [tr("Columns are parted by: {sign}.", sign=tr(DELIMITERS[delimiter]))]
        told.append(
            tr("The first row has their names.") if header else tr("There is no row of names.")
        )
        self._told = sentences_text(*told)
        self.about.setText(self._told)

    def _check(self) -> None:
        """Read the chosen columns for good, or say what is wrong and where."""
        x, y = str(self.column_x.value()), str(self.column_y.value())
        try:
            table = read_csv(self.path, (x, y))
        except GdsimError as error:
            self._refuse(error)
            return
        self.error.say("")
        count = len(table.columns[x])
        if count > MOST_COPIED:
            self.link.setChecked(True)
        if self.link.isChecked():
            self.data = CsvData(str(self.path.absolute()), x, y)
        else:
            self.data = GivenData(
                tuple(table.columns[x].tolist()), tuple(table.columns[y].tolist())
            )
        self._ok(True)
        self._count(table, count)

    def _count(self, table: Table, count: int) -> None:
        sign = tr("comma") if table.decimal == "," else tr("point")
        said = tr("{count} rows; decimal sign: {sign}.", count=count, sign=sign)
        part = tr("The first {shown} are shown.", shown=ROWS) if count > ROWS else ""
        self.about.setText(sentences_text(self._told, said, part))
        self.setAccessibleDescription(self.about.text())

    def _refuse(self, error: GdsimError) -> None:
        self.data = None
        self.about.setText(self._told)
        self.error.say(tr_error(error))
        self._ok(False)
        row = error.values.get("row")
        if isinstance(row, int) and self.table.rowCount():
            self.table.selectRow(max(0, min(row - 2, self.table.rowCount() - 1)))

    def _ok(self, possible: bool) -> None:
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(possible)
