"""The palette's dialog: type a few letters of anything that can be done, in either language."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gdsim.ui import theme as th
from gdsim.ui.commands import Command
from gdsim.ui.dressing import dress
from gdsim.ui.i18n import LANGUAGES, current_language, tr
from gdsim.ui.tips import lines

#: The part of a row that its right side takes at most; the tooltip has all of both.
_SIDE = 0.6
_COMMAND = Qt.ItemDataRole.UserRole
#: Keys that go from the field to the list.
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


def score(typed: str, text: str) -> float | None:
    """How well ``typed`` fits ``text``: its letters in this order, or ``None``; more is better.

    Each word typed must be found; letters side by side, and at the beginning of a word, count more.
    """
    text = _folded(text)
    total = 0.0
    for word in _folded(typed).split():
        found = _word_score(word, text)
        if found is None:
            return None
        total += found
    return total - len(text) / 1000


def _word_score(word: str, text: str) -> float | None:
    at = text.find(word)
    if at >= 0:
        starts = at == 0 or not text[at - 1].isalnum()
        return len(word) * (4.0 if starts else 3.0)
    best, place = 0.0, -1
    for letter in word:
        found = text.find(letter, place + 1)
        if found < 0:
            return None
        starts = found == 0 or not text[found - 1].isalnum()
        best += 1.5 if found == place + 1 or starts else 0.5
        place = found
    return best


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


class PaletteDialog(QDialog):
    """A field, and below it what fits best first. The keyboard stays in the field."""

    def __init__(self, offered: list[Command], theme: th.Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.FramelessWindowHint | Qt.WindowType.Dialog)
        dress(self)
        self.setObjectName("palette")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Commands"))
        self._offered = [(command, _names(command)) for command in offered]
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Type what you want to do"))
        self.field.setAccessibleName(tr("Command"))
        self.field.setToolTip(tr("Letters of its name, in English or Chinese"))
        self.field.textChanged.connect(self._fill)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Commands"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._delegate = _Row(theme, self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.itemClicked.connect(self._run)
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        layout.addWidget(self.list, 1)
        self._fill("")
        self._place(parent, theme)
        self.field.setFocus()

    def _place(self, parent: QWidget, theme: th.Theme) -> None:
        room = parent.window().geometry()
        width = min(theme.size(620), room.width() - 40)
        height = min(theme.size(420), room.height() - 80)
        self.setGeometry(room.left() + (room.width() - width) // 2, room.top() + 48, width, height)

    def _fill(self, typed: str) -> None:
        scored = []
        for command, names in self._offered:
            found = [s for name in names if (s := score(typed, name)) is not None]
            if found:
                # Less than a letter: of names that fit alike, what can be done comes first.
                scored.append((max(found) - 0.5 * (not command.enabled), command))
        if typed.strip():
            scored.sort(key=lambda pair: pair[0], reverse=True)
        self.list.clear()
        for _, command in scored:
            self._add(command)
        self.list.setCurrentRow(0)

    def _add(self, command: Command) -> None:
        item = QListWidgetItem(command.text(current_language()), self.list)
        item.setData(_COMMAND, command)
        told = ", ".join(filter(None, (item.text(), command.keys, _reason(command))))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, told)
        item.setToolTip(lines(f"{item.text()}\n{_reason(command)}".strip()))

    def _run(self, *_: object) -> None:
        if self.list.currentRow() < 0:
            return
        command: Command = self.list.currentItem().data(_COMMAND)
        if command.enabled:
            self.close()
            command.run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _MOVES:
                self.list.keyPressEvent(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run()
                return True
        return super().eventFilter(watched, event)


def _names(command: Command) -> tuple[str, ...]:
    return tuple(command.text(language) for language in LANGUAGES)


def _reason(command: Command) -> str:
    return "" if command.enabled else command.why or tr("Not possible now")


class _Row(QStyledItemDelegate):
    """Paints an entry: what it does, at the right its shortcut, or why it cannot be done."""

    def __init__(self, theme: th.Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(100, self._theme.size(30))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme, room = self._theme, QRect(option.rect)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        command: Command = index.data(_COMMAND)
        painter.save()
        if current:
            painter.fillRect(room, th.brush(theme.accent))
        room.adjust(theme.size(8), 0, -theme.size(8), 0)
        side = command.keys if command.enabled else _reason(command)
        painter.setFont(th.font(theme, 12))
        most = round(room.width() * _SIDE)
        side = painter.fontMetrics().elidedText(side, Qt.TextElideMode.ElideRight, most)
        painter.setPen(th.pen(theme.on_accent if current else theme.muted))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, right, side)
        taken = painter.fontMetrics().horizontalAdvance(side)
        room.adjust(0, 0, -taken - theme.size(12), 0)
        painter.setFont(th.font(theme, 13))
        plain = theme.text if command.enabled else theme.field_edge
        painter.setPen(th.pen(theme.on_accent if current else plain))
        text = painter.fontMetrics().elidedText(
            index.data(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()
