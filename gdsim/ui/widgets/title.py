"""A title of one line that gives way where there is little room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextDocument,
)
from PySide6.QtWidgets import QLabel, QWidget

from gdsim.ui.widgets.value_label import ValueLabel
from gdsim.ui.widgets.whole_text import told_whole

QWIDGETSIZE_MAX = (1 << 24) - 1

#: Characters that are left of a title, however narrow its row.
LEAST = 8
_RIGHT = Qt.TextElideMode.ElideRight
#: Part of a row that a title may have at least, when there is a value at its right.
SHARE = 0.5


class Title(QLabel):
    """A `QLabel` of plain or rich text: what does not fit ends in "…", and is in the tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: QTextDocument | None = None

    def setText(self, text: str) -> None:
        """Show ``text``."""
        if text != self.text():
            self._document = None
            super().setText(text)

    @property
    def elided(self) -> bool:
        """Whether there is too little room for the text."""
        return super().sizeHint().width() > self.width()

    def whole_text(self) -> str:
        """What the tooltip says: the whole text, where not all of it is shown."""
        text = self.text() if self._plain else self._rich().toPlainText()
        return self.toolTip() or (text if self.elided else "")

    @property
    def _plain(self) -> bool:
        return self.textFormat() == Qt.TextFormat.PlainText or "<" not in self.text()

    def share(self, value: ValueLabel, width: int) -> None:
        """Leave of ``width`` pixels what ``value`` beside it needs, but never more than half."""
        most = max(SHARE * width, width - value.least) if value.text() else QWIDGETSIZE_MAX
        # Before its first layout a dock is narrower than its margins.
        self.setMaximumWidth(max(0, round(most)))

    def minimumSizeHint(self) -> QSize:
        whole = super().minimumSizeHint()
        least = LEAST * self.fontMetrics().averageCharWidth()
        return QSize(min(whole.width(), least), whole.height())

    def event(self, event: QEvent) -> bool:
        return told_whole(self, event, self.whole_text) or super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self._document = None

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.elided:
            super().paintEvent(event)
            return
        end = self.fontMetrics().horizontalAdvance("…")
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if self._plain:
            text = self.fontMetrics().elidedText(self.text(), _RIGHT, self.width())
            painter.drawText(self.rect(), flags, text)
        else:
            room = self.rect().adjusted(0, 0, -end, 0)
            painter.drawText(QRect(room.right() + 1, 0, end, self.height()), flags, "…")
            painter.setClipRect(room)
            self._draw_rich(painter)
        painter.end()

    def _draw_rich(self, painter: QPainter) -> None:
        document = self._rich()
        painter.translate(0, (self.height() - document.size().height()) / 2)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette = self.palette()
        context.palette.setColor(QPalette.ColorRole.Text, painter.pen().color())
        document.documentLayout().draw(painter, context)

    def _rich(self) -> QTextDocument:
        if self._document is None:
            # Of no parent: it would keep every text that there was.
            self._document = QTextDocument()
            self._document.setDocumentMargin(0)
            self._document.setDefaultFont(self.font())
            self._document.setHtml(self.text())
        return self._document
