"""A label for text that changes every frame."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from gdsim.ui.widgets.whole_text import told_whole

#: A number without its first digits is a wrong one: text may become this much smaller first.
SMALLEST = 0.75
#: Characters for which a label asks at most: even longer text is elided.
MOST = 14
#: Stands between the parts of a text: what is left out are whole ones, for "…5" is no number.
BETWEEN = "   "


class ValueLabel(QWidget):
    """One line of plain text that repaints itself alone.

    A `QLabel` asks its parents for a new layout with every text, which repaints the whole window;
    this one keeps the room it has; what does not fit is written smaller, and elided at last.
    ``grow`` says whether it takes the room that is left or asks for as much as its widest text so
    far needs.
    """

    def __init__(self, *, grow: bool = True, align_right: bool = True) -> None:
        super().__init__()
        self._text = ""
        self._grow = grow
        self._widest = 0
        side = Qt.AlignmentFlag.AlignRight if align_right else Qt.AlignmentFlag.AlignLeft
        self._flags = side | Qt.AlignmentFlag.AlignVCenter
        horizontal = QSizePolicy.Policy.Expanding if grow else QSizePolicy.Policy.Preferred
        self.setSizePolicy(horizontal, QSizePolicy.Policy.Preferred)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, False)

    def text(self) -> str:
        """What is shown."""
        return self._text

    def setText(self, text: str) -> None:
        """Show ``text``."""
        if text == self._text:
            return
        self._text = text
        self.setAccessibleName(text)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
        self._make_room(text)
        self.update()

    def _make_room(self, text: str) -> None:
        width = self.fontMetrics().horizontalAdvance(text) + 2
        if not self._grow and width > self._widest:
            self._widest = width
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._widest = 0
            self._make_room(self._text)

    @property
    def elided(self) -> bool:
        """Whether there is too little room for the text."""
        return QFontMetrics(self.fitting()).horizontalAdvance(self._text) > self.width()

    @property
    def least(self) -> int:
        """Pixels that the whole text needs, written as small as it may be."""
        return math.ceil(SMALLEST * self.fontMetrics().horizontalAdvance(self._text)) + 2

    def fitting(self) -> QFont:
        """The font in which the text is written: smaller where there is little room."""
        font, width = self.font(), self.fontMetrics().horizontalAdvance(self._text)
        if width > self.width() > 0:
            share = max(SMALLEST, self.width() / width)
            font.setPixelSize(int(self.fontInfo().pixelSize() * share))
        return font

    def whole_text(self) -> str:
        """What the tooltip says: the whole text, where not all of it is shown."""
        return self.toolTip() or (self._text if self.elided else "")

    def event(self, event: QEvent) -> bool:
        return told_whole(self, event, self.whole_text) or super().event(event)

    def sizeHint(self) -> QSize:
        return QSize(0 if self._grow else self._widest, self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        # The whole text, written as small as it may be.
        whole = self.sizeHint()
        least = min(SMALLEST * whole.width(), MOST * self.fontMetrics().averageCharWidth())
        return QSize(math.ceil(least), whole.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        font = self.fitting()
        painter.setFont(font)
        painter.drawText(self.rect(), self._flags, self._shown(QFontMetrics(font)))

    def _shown(self, metrics: QFontMetrics) -> str:
        """The text, or the part of it that there is room for."""
        if metrics.horizontalAdvance(self._text) <= self.width():
            return self._text
        left = bool(self._flags & Qt.AlignmentFlag.AlignRight)
        parts = self._text.split(BETWEEN)
        for count in range(len(parts) - 1, 0, -1):
            kept = ["…", *parts[-count:]] if left else [*parts[:count], "…"]
            if metrics.horizontalAdvance(BETWEEN.join(kept)) <= self.width():
                return BETWEEN.join(kept)
        if left:
            return "…"  # a value: its first digits alone would be another number
        return metrics.elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
