"""The iterations as a table: one row a step, a group of columns a lane.

↑ and ↓ (or a click) put the cursor on a row; Ctrl+C copies the selected rows at full precision.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QVBoxLayout,
)

from gdsim.engine.text import N_
from gdsim.ui import theme as th
from gdsim.ui.i18n import tr
from gdsim.ui.panels.table_model import StepsModel
from gdsim.ui.plots.view import View
from gdsim.ui.scene import Scene
from gdsim.ui.tips import lines
from gdsim.ui.widgets.choice_box import ChoiceBox
from gdsim.ui.widgets.lane_mark import draw_mark

#: The choice that shows every lane.
ALL = "all"


class TableView(View):
    """The numbers of every step of one lane or of all."""

    offers = ("copy-numbers",)

    def __init__(self) -> None:
        super().__init__()
        self._scene: Scene | None = None
        self._step = 0
        self._theme = th.LIGHT
        self.lane = ChoiceBox(((ALL, N_("All lanes")),), self)
        self.lane.set_value(ALL)
        self.lane.chosen.connect(self._choose)
        self.header = (self.lane,)
        self.model = StepsModel()
        self.table = _Table(self, self.model)
        self.setFocusProxy(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)
        self.table.selectionModel().currentRowChanged.connect(self._on_current)
        self._retranslate()

    def set_scene(self, scene: Scene) -> None:
        self._scene = scene
        labels = ((str(i), label) for i, label in enumerate(scene.labels))
        self.lane.set_choices(((ALL, N_("All lanes")), *labels))
        if self.lane.value() not in (ALL, *map(str, range(len(scene.runs)))):
            self.lane.set_value(ALL)
        self.lane.setVisible(len(scene.runs) > 1)
        self._show_lanes()

    def _choose(self, _id: str) -> None:
        self._show_lanes()

    def _show_lanes(self) -> None:
        if self._scene is None:
            return
        chosen, before = self.lane.value(), self.model.heads
        lanes = tuple(range(len(self._scene.runs))) if chosen == ALL else (int(chosen),)
        # While rows come and go, Qt moves the current one by itself: nobody asked for a step.
        with self.table.quiet():
            self.model.show(self._scene, lanes)
        if before != self.model.heads:
            self.table.set_widths()
            self.table.horizontalHeader().viewport().update()
        self.table.viewport().update()
        self.table.go(self._step)

    def set_step(self, step: int) -> None:
        self._step = step
        self.table.go(step)

    def set_highlight(self, step: int | None) -> None:
        self.table.light_up(step)

    def set_theme(self, theme: th.Theme) -> None:
        self._theme = theme
        self.table.set_theme(theme)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.table.setAccessibleName(tr("Table of iterations"))
        self.lane.setAccessibleName(tr("Lane"))
        self.lane.setToolTip(
            lines(tr("Show the steps of all lanes, or of one with all its numbers"))
        )
        self._show_lanes()

    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid() and now.row() != self._step and not self.table.busy:
            self.step_requested.emit(now.row())

    def copy(self) -> None:
        """Put the selected rows on the clipboard."""
        # The ranges: Qt takes seconds to list each row of a hundred thousand.
        ranges = self.table.selectionModel().selection().toList()
        rows = sorted(row for each in ranges for row in range(each.top(), each.bottom() + 1))
        QGuiApplication.clipboard().setText(self.model.tsv(rows or [self._step]))


class _Table(QTableView):
    """Looks and mouse of the table."""

    def __init__(self, view: TableView, model: StepsModel) -> None:
        super().__init__()
        self._view = view
        self.busy = False
        self.lit: int | None = None
        self.look = _Look(th.LIGHT)
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalHeader(_Heads(self, model))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        # With a higher least size Qt makes a hundred thousand rows higher one by one.
        self.verticalHeader().setMinimumSectionSize(0)

    def quiet(self) -> _Quiet:
        """While in it, a change of the current row is not a person's doing."""
        return _Quiet(self)

    def set_theme(self, theme: th.Theme) -> None:
        """Fonts, row height and widths of the theme."""
        seen = self._in_sight(self.viewport().height())
        self.look = _Look(theme)
        self.setFont(self.look.font)
        self.verticalHeader().setDefaultSectionSize(self.look.metrics.height() + theme.size(6))
        self.horizontalHeader().setFixedHeight(self.look.metrics.height() + theme.size(8))
        self.set_widths()
        if seen:
            self._bring_into_sight()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        seen = self._in_sight(event.oldSize().height())
        super().resizeEvent(event)
        if seen:
            self._bring_into_sight()

    def _in_sight(self, height: int) -> bool:
        """Whether the current row is on the screen when that is ``height`` pixels high."""
        row = self.currentIndex().row()
        return row >= 0 and 0 <= self.rowViewportPosition(row) < height

    def _bring_into_sight(self) -> None:
        """Scroll to the current row, up and down only."""
        across = self.horizontalScrollBar().value()
        self.scrollTo(self.currentIndex())
        self.horizontalScrollBar().setValue(across)

    def set_widths(self) -> None:
        """Every column wide enough for any number."""
        for section in range(self.model().columnCount()):
            column = self._view.model.columns[section]
            texts = (column.widest, f"    {column.title}")
            width = max(map(self.look.metrics.horizontalAdvance, texts))
            self.setColumnWidth(section, width + 2 * self.look.gap)

    def go(self, step: int) -> None:
        """Put the current row on ``step``, and bring it into sight."""
        if self.currentIndex().row() == step or step >= self.model().rowCount():
            return
        flags = QItemSelectionModel.SelectionFlag
        with self.quiet():
            at = self.model().index(step, max(self.currentIndex().column(), 0))
            self.selectionModel().setCurrentIndex(at, flags.ClearAndSelect | flags.Rows)
            self._bring_into_sight()

    def light_up(self, step: int | None) -> None:
        """Tint the row of ``step``."""
        for row in (self.lit, step):
            if row is None:
                continue
            self.viewport().update(QRect(0, self.rowViewportPosition(row), self.width(),
                                         self.rowHeight(row)))  # fmt: skip
        self.lit = step

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cells in sight, straight: each by a delegate would take three times as long."""
        painter, look, model = QPainter(self.viewport()), self.look, self._view.model
        painter.setFont(look.font)
        first, last = self.rowAt(0), self.rowAt(self.viewport().height())
        rows = range(max(first, 0), (last if last >= 0 else model.rowCount() - 1) + 1)
        places = [(row, self.rowViewportPosition(row)) for row in rows]
        high, wide = self.rowHeight(rows.start), self.horizontalHeader().length()
        chosen = {row for row in rows if self.selectionModel().isRowSelected(row)}
        for row, top in places:
            if row in chosen or row == self.lit:
                ground = look.ground if row in chosen else look.lit
                painter.fillRect(-self.horizontalOffset(), top, wide, high, ground)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for section in range(model.columnCount()):
            left, room = self.columnViewportPosition(section), self.columnWidth(section)
            if left + room <= 0 or left >= self.viewport().width():
                continue
            coordinate = model.columns[section].coordinate
            for row, top in places:
                ink = look.on_ground if row in chosen else look.text
                if row not in chosen and row != self.lit and coordinate is not None:
                    ink = look.coordinates[coordinate % len(look.coordinates)]
                painter.setPen(ink)
                text = model.text(row, section)
                painter.drawText(left, top, room - look.gap, high, flags, text)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        row = self.rowAt(round(event.position().y()))
        self._view.tell_hovered(row if row >= 0 else None)

    def leaveEvent(self, event: QEvent) -> None:
        self._view.tell_hovered(None)
        super().leaveEvent(event)

    def event(self, event: QEvent) -> bool:
        # Ctrl+C is a shortcut of the window too; here it copies rows.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Copy)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._view.copy()
        else:
            super().keyPressEvent(event)


class _Quiet:
    """Marks the table busy for a while."""

    def __init__(self, table: _Table) -> None:
        self._table = table

    def __enter__(self) -> None:
        self._table.busy = True

    def __exit__(self, *_: object) -> None:
        self._table.busy = False


class _Look:
    """Fonts and colours of a theme, made once: a cell must cost next to nothing."""

    def __init__(self, theme: th.Theme) -> None:
        self.theme = theme
        self.font: QFont = th.tabular(th.font(theme, 12))
        self.metrics = QFontMetrics(self.font)
        self.gap = theme.size(6)
        self.ground, self.lit = QColor(theme.accent), QColor(theme.mark_ground)
        self.text, self.on_ground = QColor(theme.text), QColor(theme.on_accent)
        self.coordinates = [QColor(colour) for colour in theme.coordinates]


class _Heads(QHeaderView):
    """Titles of the columns, each with the mark of its lane."""

    def __init__(self, table: _Table, model: StepsModel) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table, self._model = table, model
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        """Of no matter: the height is fixed. Qt would ask for each title fifty times a change."""
        return QSize(0, 0)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        if section >= len(self._model.columns):
            return
        look, column = self._table.look, self._model.columns[section]
        theme, scene = look.theme, self._model.scene
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, QColor(theme.card))
        painter.setPen(th.pen(theme.field_edge, 1.0))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setFont(look.font)
        painter.setPen(QColor(theme.muted))
        room = rect.adjusted(0, 0, -look.gap, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                         column.title)  # fmt: skip
        if column.lane is not None and scene is not None and len(self._model.lanes) > 1:
            left = room.right() - look.metrics.horizontalAdvance(column.title) - theme.size(10)
            centre = room.center().toPointF()
            centre.setX(left)
            draw_mark(painter, theme, scene.styles[column.lane], centre, theme.size(8))
        painter.restore()
