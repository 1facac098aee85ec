"""The iterations as a table that makes only the cells that are looked at."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from gdsim.engine.run import Run
from gdsim.ui.i18n import tr
from gdsim.ui.numbers import number
from gdsim.ui.scene import Scene

Array = NDArray[np.float64]
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, eq=False)
class Column:
    """One column: its lane (``None`` for the step), its head, and its values, as long as they go.

    ``coordinate`` is the parameter that the column is about, if it is about one; ``widest`` is a
    text that the column must have room for.
    """

    lane: int | None
    title: str
    values: Array
    help: str = ""
    coordinate: int | None = None
    widest: str = "−8.88888×10⁻⁸⁸"


def lane_columns(run: Run, lane: int) -> list[Column]:
    """The columns of one lane. α and the used partials belong to the step that leaves the row."""
    names = run.problem.names
    epoch = np.arange(run.steps + 1) / run.steps_per_epoch
    made = [
        Column(lane, tr("epoch"), epoch, tr("Passes over the data made so far"), widest="88888.8"),
        Column(lane, "α", run.learning_rate, tr("Learning rate of the next step"),
               widest="0.0088888"),
    ]  # fmt: skip
    made += [Column(lane, n, run.theta[:, i], "", i) for i, n in enumerate(names)]
    made.append(Column(lane, "J", run.loss, tr("Loss on all data")))
    made += [
        Column(lane, f"∂J/∂{n}", run.grad[:, i], tr("Partial derivative on all data"), i)
        for i, n in enumerate(names)
    ]
    used = tr("Partial derivative that the next step uses: of its batch, and in a sequential "
              "lane taken at a point already moved")  # fmt: skip
    made += [Column(lane, f"g{n}", run.used[:, i], used, i) for i, n in enumerate(names)]
    return made


class StepsModel(QAbstractTableModel):
    """A row for each step of some lanes of a scene."""

    def __init__(self) -> None:
        super().__init__()
        self.scene: Scene | None = None
        self.lanes: tuple[int, ...] = ()
        self.columns: list[Column] = []
        self._rows = 0

    @property
    def heads(self) -> list[tuple[str, str, int | None]]:
        """Title, lane and lane style of each column."""
        styles = self.scene.styles if self.scene is not None else ()
        return [
            (each.title, self.lane_name(each), None if each.lane is None else styles[each.lane])
            for each in self.columns
        ]

    def show(self, scene: Scene, lanes: tuple[int, ...]) -> None:
        """Take up other runs; selection and place stay where the rows stay."""
        old = [(column.lane, column.title) for column in self.columns]
        steps = np.arange(scene.steps + 1, dtype=float)
        columns = [Column(None, tr("step"), steps, widest="888888")]
        for lane in lanes:
            columns += lane_columns(scene.runs[lane], lane)
        self.scene, self.lanes = scene, lanes
        if [(column.lane, column.title) for column in columns] != old:
            self.beginResetModel()
            self.columns, self._rows = columns, scene.steps + 1
            self.endResetModel()
            return
        self.columns = columns
        self._resize(scene.steps + 1)

    def _resize(self, rows: int) -> None:
        if rows > self._rows:
            self.beginInsertRows(QModelIndex(), self._rows, rows - 1)
            self._rows = rows
            self.endInsertRows()
        elif rows < self._rows:
            self.beginRemoveRows(QModelIndex(), rows, self._rows - 1)
            self._rows = rows
            self.endRemoveRows()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def text(self, row: int, column: int) -> str:
        """A cell as the screen writes it; empty past the end of a lane."""
        shown = self.columns[column]
        if shown.lane is None:
            return str(row)
        return number(float(shown.values[row])) if row < len(shown.values) else ""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        # The table paints by itself; this is for assistive technology and tests.
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.text(index.row(), index.column())

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(part for part in (self.lane_name(column), column.help) if part)
        return None

    def lane_name(self, column: Column) -> str:
        """The lane's label; empty for the step."""
        if column.lane is None or self.scene is None:
            return ""
        return self.scene.labels[column.lane]

    def tsv(self, rows: list[int]) -> str:
        """The rows as a spreadsheet takes them, every number to its last digit."""
        several = len(self.lanes) > 1
        heads, cells = [], []
        for column in self.columns:
            name = self.lane_name(column)
            heads.append(f"{column.title} ({name})" if several and name else column.title)
            if column.lane is None:
                cells.append(list(map(str, rows)))
                continue
            there = [row for row in rows if row < len(column.values)]
            texts = map(repr, column.values[there].tolist())
            cells.append([*texts, *[""] * (len(rows) - len(there))])
        lines = ["\t".join(heads), *("\t".join(row) for row in zip(*cells, strict=True))]
        return "\n".join(lines) + "\n"
