"""A card: the soft rounded ground that everything in the window lies on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gdsim.ui.theme import LIGHT, Theme, font, tabular
from gdsim.ui.widgets.lane_mark import LaneMark
from gdsim.ui.widgets.legend import Entry, Legend
from gdsim.ui.widgets.title import Title
from gdsim.ui.widgets.value_label import ValueLabel


class Card(QFrame):
    """A frame with an optional title row (mark, title, value at the right) above `body`.

    ``role`` is the title's look: ``"title"`` over a picture, ``"section"`` over settings. Texts are
    given already translated.
    """

    def __init__(self, role: str = "title", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.mark = LaneMark(parent=self)
        self.title = Title(self)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setProperty("role", role)
        self.value = ValueLabel()
        self.legend: Legend | None = None
        #: Where the contents go.
        self.body = QVBoxLayout()
        #: The title row, for what else belongs there.
        self.header = QHBoxLayout()
        self.header.addWidget(self.mark)
        self.header.addWidget(self.title)
        self.header.addWidget(self.value, 1)
        self._outer = QVBoxLayout(self)
        self._outer.addLayout(self.header)
        self._outer.addLayout(self.body, 1)
        for widget in (self.mark, self.title, self.value):
            widget.hide()
        self.set_theme(LIGHT)

    def set_title(self, text: str) -> None:
        """Show ``text`` as the title; an empty one takes no room."""
        self.title.setText(text)
        self.title.setVisible(bool(text))
        self.setAccessibleName(text)

    def set_value(self, text: str) -> None:
        """Show ``text`` at the right end of the title row."""
        self.value.setText(text)
        if self.value.isHidden() == bool(text):
            self.value.setVisible(bool(text))
            self._share()

    def set_mark(self, style: int | None) -> None:
        """Show the mark of lane style ``style`` before the title, or none."""
        if style is not None:
            self.mark.set_lane(style)
        self.mark.setVisible(style is not None)

    def set_legend(self, entries: tuple[Entry, ...]) -> None:
        """Show these lanes in place of a title."""
        if self.legend is None:
            self.legend = Legend(self)
            self.legend.set_theme(self._theme)
            self.header.addWidget(self.legend, 1)
        self.legend.set_entries(entries)
        self.legend.setVisible(bool(entries))
        self.setAccessibleName(", ".join(entry.label for entry in entries))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        margins = self._outer.contentsMargins()
        taken = margins.left() + margins.right() + 2 * self.header.spacing()
        mark = self.mark.sizeHint().width() if not self.mark.isHidden() else 0
        self.title.share(self.value, self.width() - taken - mark)

    def set_margins(self, side: int, edge: int) -> None:
        """Pixels between the frame and what is in it: left and right, above and below."""
        self._outer.setContentsMargins(side, edge, side, edge)

    def set_theme(self, theme: Theme) -> None:
        """Use this appearance."""
        self._theme = theme
        self.set_margins(theme.space(12), theme.space(10))
        self._outer.setSpacing(theme.space(6))
        self.header.setSpacing(theme.space(8))
        self.body.setSpacing(theme.space(6))
        self.value.setFont(tabular(font(theme, 12)))
        self.mark.set_theme(theme)
        if self.legend is not None:
            self.legend.set_theme(theme)
