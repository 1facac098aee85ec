"""Sentences about the lanes, each in its lane's colour and with its mark."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gdsim.ui.theme import LIGHT, Theme, font
from gdsim.ui.widgets.lane_mark import LaneMark
from gdsim.ui.widgets.quiet_label import QuietLabel


class Sentence(QWidget):
    """One sentence with the mark of its lane."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = LaneMark(0, 8, self)
        self._words = QuietLabel(self)
        self._words.label.setProperty("role", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self._row = row
        self._theme: Theme | None = None

    def show_text(self, style: int, text: str, theme: Theme) -> None:
        """Say ``text`` about the lane of style ``style``."""
        colour = f"color: {theme.lane_colour(style)};"
        # Setting a style sheet is slow, even the same one, and a drag changes sentences.
        if self._words.label.styleSheet() != colour:
            self._words.label.setStyleSheet(colour)
        self._words.setText(text)
        self._mark.set_lane(style)
        if theme is not self._theme:
            self._theme = theme
            self._mark.set_theme(theme)
            self._row.setSpacing(theme.size(5))
            # As high as the first line, so that the mark stands in its middle.
            self._mark.setFixedHeight(QFontMetrics(font(theme, 12)).height())


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
