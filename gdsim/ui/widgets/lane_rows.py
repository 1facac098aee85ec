"""How a row of the list of lanes is drawn: mark, name, and an eye that shows or hides the lane."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gdsim.ui.icons import icon
from gdsim.ui.theme import LIGHT, Theme, font
from gdsim.ui.widgets.lane_mark import draw_mark
from gdsim.ui.widgets.strokes import stroke

Index = QModelIndex | QPersistentModelIndex

#: What a row holds besides its name: the style index (``None``: no lane), whether it is hidden.
STYLE, HIDDEN = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
#: Pixels at text scale 1: a row's height (a mouse target), and the width of mark and eye.
ROW, MARK, EYE = 26, 24, 26


class LaneRows(QStyledItemDelegate):
    """Paints rows of a `QListWidget`, and tells of new names."""

    renamed = Signal(int, str)

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self.theme: Theme = LIGHT
        self._view = view

    @property
    def height(self) -> int:
        """Height of a row."""
        return self.theme.size(ROW)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self.height)

    def eye(self, row: QRect) -> QRect:
        """Where the eye of a row is."""
        width = self.theme.size(EYE)
        return QRect(row.right() + 1 - width, row.top(), width, row.height())

    # ---- painting ----------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, row = self.theme, option.rect
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            self._ground(painter, row, bool(state & QStyle.StateFlag.State_HasFocus))
        style = index.data(STYLE)
        hidden = bool(index.data(HIDDEN))
        if style is not None:
            centre = QPointF(row.left() + theme.size(MARK) / 2, row.center().y() + 0.5)
            draw_mark(painter, theme, style, centre, theme.size(9), hollow=hidden)
            name = "hide" if hidden else "show"
            if hidden or chosen or bool(state & QStyle.StateFlag.State_MouseOver):
                icon(name, theme, 16).paint(painter, self.eye(row))
        painter.setFont(font(theme, 13))
        painter.setPen(stroke(theme.muted if hidden else theme.text))
        room = self._room(row, style is not None)
        text = QFontMetrics(painter.font()).elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()

    def _ground(self, painter: QPainter, row: QRect, focused: bool) -> None:
        """The sign of the chosen row: a soft ground, and a bar in the accent at its left."""
        theme = self.theme
        painter.setBrush(pg.mkBrush(theme.ground))
        edge = theme.accent if focused else theme.edge
        painter.setPen(stroke(edge, theme.size(1.5 if focused else 1)))
        painter.drawRoundedRect(row.adjusted(1, 1, -1, -1), theme.size(4), theme.size(4))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(pg.mkBrush(theme.accent))
        bar = QRect(row.left() + 1, row.top() + theme.size(5), theme.size(3), 0)
        bar.setBottom(row.bottom() - theme.size(5))
        painter.drawRoundedRect(bar, 1, 1)

    def _room(self, row: QRect, lane: bool) -> QRect:
        left = self.theme.size(MARK if lane else 10)
        return row.adjusted(left, 0, -self.theme.size(EYE) if lane else 0, 0)

    # ---- typing ------------------------------------------------------------------------------

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QLineEdit:
        return QLineEdit(parent)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        row = option.rect
        editor.setGeometry(self._room(row, True).adjusted(-self.theme.size(7), 0, 0, 0))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        # The list shows what the scenario says; the name goes there first.
        assert isinstance(editor, QLineEdit)
        self.renamed.emit(index.row(), editor.text())
