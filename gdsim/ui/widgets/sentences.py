"""Sentences about the lanes, each in its lane's colour and with its mark."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from gdsim.ui.theme import LIGHT, Theme, font
from gdsim.ui.widgets.lane_mark import LaneMark


class Sentence(QWidget):
    """One sentence with the mark of its lane.

    It lays out its two parts itself: a layout would do all of the settings anew with every word,
    and a drag changes words in every frame. Only another height is told to those around.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = LaneMark(0, 8, self)
        self._label = QLabel(self)
        self._label.setProperty("role", "muted")
        self._label.setWordWrap(True)
        self._gap = 5
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_text(self, style: int, text: str, theme: Theme) -> None:
        """Say ``text`` about the lane of style ``style``."""
        before = self.heightForWidth(self.width())
        colour = f"color: {theme.lane_colour(style)};"
        # Setting a style sheet is slow, even the same one, and a drag changes sentences.
        if self._label.styleSheet() != colour:
            self._label.setStyleSheet(colour)
        if self._label.text() != text:
            self._label.setText(text)
        self._gap = theme.size(5)
        self._mark.set_lane(style)
        self._mark.set_theme(theme)
        # As high as the first line, so that the mark stands in its middle.
        self._mark.resize(self._mark.sizeHint().width(), QFontMetrics(font(theme, 12)).height())
        if self.heightForWidth(self.width()) != before:
            self.updateGeometry()
        self._place()

    def _left(self) -> int:
        return self._mark.width() + self._gap

    def _place(self) -> None:
        left = self._left()
        self._label.setGeometry(left, 0, max(1, self.width() - left), self.height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(self._mark.height(), self._label.heightForWidth(max(1, width - self._left())))

    def sizeHint(self) -> QSize:
        hint = self._label.sizeHint()
        return QSize(hint.width() + self._left(), max(hint.height(), self._mark.height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._label.minimumSizeHint().width() + self._left(), self._mark.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()


class Sentences(QWidget):
    """As many sentences as there are lanes to speak of."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._told: tuple[tuple[int, str], ...] = ()
        self._rows: list[Sentence] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def set_sentences(self, told: list[tuple[int, str]] | tuple[tuple[int, str], ...]) -> None:
        """Show (lane style, translated text) pairs."""
        self._told = tuple(told)
        while len(self._rows) < len(self._told):
            row = Sentence(self)
            self._rows.append(row)
            self._layout.addWidget(row)
        for row, (style, text) in zip(self._rows, self._told, strict=False):
            row.show_text(style, text, self._theme)
        for i, row in enumerate(self._rows):
            row.setVisible(i < len(self._told))
        self.setVisible(bool(self._told))

    def set_theme(self, theme: Theme) -> None:
        """Use this appearance."""
        self._theme = theme
        self._layout.setSpacing(theme.size(3))
        self.set_sentences(self._told)
