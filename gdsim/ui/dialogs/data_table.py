"""The table of x and y that a person types into; a cell that is no number yet stays as typed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

import numpy as np
from numpy.typing import ArrayLike
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from gdsim.engine.data import PLAIN, parse_csv
from gdsim.engine.datasets import MAX_ROWS
from gdsim.engine.errors import GdsimError
from gdsim.engine.text import N_
from gdsim.scenario.specs import DATUM
from gdsim.ui.i18n import tr
from gdsim.ui.widgets.number_text import exact_text, parse_number

Index = QModelIndex | QPersistentModelIndex
Points = tuple[tuple[float, ...], tuple[float, ...]]

NAMES = ("x", "y")


class DataTable(QAbstractTableModel):
    """Two columns of numbers. `edited` tells that a person changed something."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        #: The columns; ``None`` where there is no number.
        self._columns: tuple[list[float | None], list[float | None]] = ([], [])
        #: What was typed into the cells without a number, by (row, column).
        self._typed: dict[tuple[int, int], str] = {}

    # ---- content -----------------------------------------------------------------------------

    def set_points(self, x: ArrayLike, y: ArrayLike) -> None:
        """Show these, of shape (rows,) each; tells nobody."""
        self.beginResetModel()
        self._columns = (np.asarray(x, dtype=float).tolist(), np.asarray(y, dtype=float).tolist())
        self._typed = {}
        self.endResetModel()

    def points(self) -> Points:
        """x and y. Raises `GdsimError` that names the first cell without a number."""
        if not self._columns[0]:
            raise GdsimError(N_("there are no rows"))
        missing = [(values.index(None), i) for i, values in enumerate(self._columns)
                   if None in values]  # fmt: skip
        if missing:
            row, column = min(missing)
            raise self._missing(row, column, NAMES[column])
        x, y = self._columns
        return tuple(cast("list[float]", x)), tuple(cast("list[float]", y))

    def _missing(self, row: int, column: int, name: str) -> GdsimError:
        typed = self._typed.get((row, column), "")
        if not typed:
            return GdsimError(N_("row {row}, column “{column}”: the value is missing"),
                              row=row + 1, column=name)  # fmt: skip
        return GdsimError(N_("row {row}, column “{column}”: “{cell}” is not a number"),
                          row=row + 1, column=name, cell=typed)  # fmt: skip

    def tsv(self, rows: Iterable[int]) -> str:
        """These rows as a spreadsheet takes them, every number to its last digit."""
        x, y = self._columns
        cells = (("" if v is None else repr(v) for v in (x[row], y[row])) for row in rows)
        return "".join("\t".join(row) + "\n" for row in cells)

    def paste(self, text: str, row: int, column: int) -> None:
        """Write a table of numbers over the cells from (row, column) on, with new rows as needed.

        Raises `GdsimError`, and changes nothing, where it cannot be read.
        """
        if not text.strip():
            raise GdsimError(N_("there is no text in the clipboard"))
        table = parse_csv(_plain(text))
        columns = [values.tolist() for values in table.columns.values()]
        if column + len(columns) > len(NAMES):
            raise GdsimError(N_("{count} columns do not fit; there are only x and y"),
                             count=len(columns))  # fmt: skip
        count = len(columns[0])
        if row + count > MAX_ROWS:
            raise GdsimError(N_("the file has more than {limit} rows"), limit=MAX_ROWS)
        self.beginResetModel()
        for values in self._columns:
            values.extend([None] * (row + count - len(values)))
        for i, values in enumerate(columns):
            self._columns[column + i][row : row + count] = values
        self._typed = {
            place: typed for place, typed in self._typed.items()
            if self._columns[place[1]][place[0]] is None
        }  # fmt: skip
        self.endResetModel()
        self.edited.emit()

    def add_row(self, after: int) -> int:
        """An empty row after row ``after``; where it is."""
        at = min(after + 1, self.rowCount())
        self.beginResetModel()
        for values in self._columns:
            values.insert(at, None)
        self._typed = {(r + (r >= at), c): text for (r, c), text in self._typed.items()}
        self.endResetModel()
        self.edited.emit()
        return at

    def delete_rows(self, rows: set[int]) -> None:
        """Without these rows."""
        kept = [row for row in range(self.rowCount()) if row not in rows]
        place = {row: i for i, row in enumerate(kept)}
        self.beginResetModel()
        first, second = ([values[row] for row in kept] for values in self._columns)
        self._columns = (first, second)
        self._typed = {(place[r], c): text for (r, c), text in self._typed.items() if r in place}
        self.endResetModel()
        self.edited.emit()

    # ---- Qt ----------------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._columns[0])

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(NAMES)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = index.row(), index.column()
        value = self._columns[column][row]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._typed.get((row, column), "") if value is None else exact_text(value)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole:
            waiting = tr("Not a number yet; the data stay as they were")
            return waiting if value is None else exact_text(value)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        place, text = (index.row(), index.column()), str(value).strip()
        number = parse_number(text)
        if number is not None and not DATUM.allows(number):
            number = None
        if text == self.data(index):
            return False
        self._columns[place[1]][place[0]] = number
        self._typed.pop(place, None)
        if number is None and text:
            self._typed[place] = text
        self.dataChanged.emit(index, index)
        self.edited.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return NAMES[section] if orientation == Qt.Orientation.Horizontal else str(section + 1)


def _plain(text: str) -> str:
    """A pasted table in the signs of a file; spaces part columns where nothing else does."""
    text = text.translate(PLAIN).strip("\r\n ") + "\n"
    if not any(sign in text for sign in "\t;,"):
        text = "\n".join("\t".join(line.split()) for line in text.splitlines())
    return text
