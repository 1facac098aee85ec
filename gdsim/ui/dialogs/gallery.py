"""The gallery's dialog: every scene that comes with gdsim, with a picture and a sentence."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QTextLayout
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gdsim.scenario import Scenario
from gdsim.scenario.builtin import BUILTIN
from gdsim.scenario.strict_json import unpack
from gdsim.ui import theme as th
from gdsim.ui.documents import title_of
from gdsim.ui.dressing import dress
from gdsim.ui.i18n import current_language, tr
from gdsim.ui.thumbnails import Painter, builtin_scene
from gdsim.ui.tips import lines
from gdsim.ui.widgets.check_box import CheckBox

#: A picture's size at text scale 1, and the room around it and for the texts.
_PICTURE = QSize(196, 116)
_PAD, _TITLE = 10, 22
#: Lines of a sentence, and the height of one, roomy enough for Chinese.
_LINES, _LINE = 3, 17
_ID = Qt.ItemDataRole.UserRole
_NOTES = Qt.ItemDataRole.UserRole + 1


class GalleryDialog(QDialog):
    """Scenes as cards; arrows move, Enter opens, letters search by title."""

    chosen = Signal(str)

    def __init__(self, theme: th.Theme, at_start: bool, parent: QWidget) -> None:
        super().__init__(parent)
        dress(self)
        self.setObjectName("gallery")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme = theme
        size = QSize(theme.size(_PICTURE.width()), theme.size(_PICTURE.height()))
        self._painter = Painter(self, size, theme)
        self.head = QLabel()
        self.head.setProperty("role", "title")
        self.list = _Cards(theme)
        self.list.activated.connect(self._open)
        self.at_start = CheckBox()
        self.at_start.setChecked(at_start)
        self.open_button, self.close_button = QPushButton(), QPushButton()
        self.open_button.clicked.connect(self._open)
        self.close_button.clicked.connect(self.close)
        self.open_button.setDefault(True)
        self._lay_out()
        self._fill()
        self._retranslate()
        self._fit(parent)
        self.list.setFocus()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.at_start)
        row.addStretch(1)
        row.addWidget(self.close_button)
        row.addWidget(self.open_button)
        layout = QVBoxLayout(self)
        layout.addWidget(self.head)
        layout.addWidget(self.list, 1)
        layout.addLayout(row)

    def _fit(self, parent: QWidget) -> None:
        """As many cards in a row as fit into the window, at most four."""
        card, room = self.list.gridSize(), parent.window().size()
        frame = 3 * self._theme.size(_PAD) + 30
        across = max(1, min(4, (room.width() - frame) // card.width()))
        self.resize(across * card.width() + frame, round(room.height() * 0.86))

    def _fill(self) -> None:
        for name in BUILTIN:
            item = QListWidgetItem(self.list)
            item.setData(_ID, name)
            item.setData(Qt.ItemDataRole.DecorationRole, self._painter.known(name))
        self.list.setCurrentRow(0)

    def paint_one(self) -> bool:
        """Paint a picture that is missing, one in sight if there is. Whether there was one."""
        role = Qt.ItemDataRole.DecorationRole
        waiting = [item for item in self.list.entries() if item.data(role) is None]
        if not waiting:
            return False
        area = self.list.viewport().rect()
        seen = (item for item in waiting if area.intersects(self.list.visualItemRect(item)))
        item = next(seen, waiting[0])
        item.setData(role, self._painter.paint(item.data(_ID)))
        return True

    def _open(self, *_: object) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.chosen.emit(item.data(_ID))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setWindowTitle(tr("Gallery"))
        self.head.setText(tr("Choose a scene"))
        self.at_start.setText(tr("Show at the start"))
        self.at_start.setToolTip(lines(tr("Show the gallery whenever gdsim starts without a file")))
        self.open_button.setText(tr("Open"))
        self.open_button.setToolTip(tr("Open this scene  [Enter]"))
        self.close_button.setText(tr("Close"))
        self.close_button.setToolTip(tr("Go on with the scene behind  [Esc]"))
        self.list.setAccessibleName(tr("Scenes"))
        for item in self.list.entries():
            scenario = builtin_scene(item.data(_ID))
            title, notes = title_of(scenario), _notes(scenario)
            item.setText(title)
            item.setData(_NOTES, notes)
            item.setToolTip(lines(notes))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title}. {notes}")


class _Cards(QListWidget):
    def __init__(self, theme: th.Theme) -> None:
        super().__init__()
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setMovement(QListWidget.Movement.Static)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        card = QSize(
            theme.size(_PICTURE.width() + 2 * _PAD),
            theme.size(_PICTURE.height() + 3 * _PAD + _TITLE + _LINES * _LINE),
        )
        self.setGridSize(card + QSize(theme.size(_PAD), theme.size(_PAD)))
        self._delegate = _CardDelegate(theme, card, self)
        self.setItemDelegate(self._delegate)

    def entries(self) -> list[QListWidgetItem]:
        """All entries."""
        return [self.item(row) for row in range(self.count())]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class _CardDelegate(QStyledItemDelegate):
    """Paints a card: picture, title, sentence; the current one in the accent's frame."""

    def __init__(self, theme: th.Theme, card: QSize, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._card = theme, card
        self._title = th.font(theme, 13, bold=True)
        self._note = th.font(theme, 12)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return self._card

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = self._theme
        card = QRect(option.rect.topLeft(), self._card)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        pad = theme.size(_PAD)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(th.pen(theme.accent if current else theme.edge, 3 if current else 1))
        painter.setBrush(th.brush(theme.card))
        painter.drawRoundedRect(card.adjusted(2, 2, -2, -2), theme.size(8), theme.size(8))
        picture = QRect(
            card.left() + pad, card.top() + pad,
            theme.size(_PICTURE.width()), theme.size(_PICTURE.height()),
        )  # fmt: skip
        pixmap = index.data(Qt.ItemDataRole.DecorationRole)
        if pixmap is not None:
            painter.drawPixmap(picture, pixmap)
        else:
            painter.fillRect(picture, th.brush(theme.ground))
        self._texts(painter, picture, index)
        painter.restore()

    def _texts(
        self, painter: QPainter, picture: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme = self._theme
        top = picture.bottom() + theme.size(_PAD) // 2
        title = _lines(index.data(), self._title, picture.width(), 2)
        # A title of two lines takes the room of one line of the notes.
        notes = _lines(
            index.data(_NOTES) or "", self._note, picture.width(), _LINES + 1 - len(title)
        )
        head = theme.size(_TITLE if len(title) == 1 else _LINE)
        room = QRect(picture.left(), top, picture.width(), head)
        for rows, font, colour, height in (
            (title, self._title, theme.text, head),
            (notes, self._note, theme.muted, theme.size(_LINE)),
        ):
            painter.setFont(font)
            painter.setPen(th.pen(colour))
            room.setHeight(height)
            for line in rows:
                painter.drawText(
                    room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, line
                )
                room.translate(0, height)


def _lines(text: str, font: QFont, width: int, most: int) -> list[str]:
    """``text`` broken into the lines that fit (as its language breaks), the last ending in "…"."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    rows: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        begin, length = line.textStart(), line.textLength()
        if len(rows) == most - 1:
            metrics = QFontMetrics(font)
            rest = text[begin:]
            rows.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width))
            break
        rows.append(text[begin : begin + length].rstrip())
    layout.endLayout()
    return rows


def _notes(scenario: Scenario) -> str:
    notes = unpack(scenario.notes)
    if not isinstance(notes, dict):
        return ""
    return str(notes.get(current_language()) or notes.get("en") or "")
