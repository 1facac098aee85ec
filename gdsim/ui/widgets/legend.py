"""Which mark belongs to which lane, in one line, and where each lane is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gdsim.ui import theme as th
from gdsim.ui.widgets.lane_mark import draw_mark
from gdsim.ui.widgets.value_label import SMALLEST
from gdsim.ui.widgets.whole_text import told_whole

_NUMBER = re.compile(r"\S*[0-9∞]\S*|NaN")
#: A number that takes as much room as most.
_USUAL = "−0.888888"
#: Pixels at text scale 1 between a lane's numbers and the next lane.
_GAP = 24


@dataclass(frozen=True)
class Entry:
    """A lane of the legend: its style, its name, and its numbers at the moment."""

    style: int
    label: str
    value: str


class Legend(QWidget):
    """Marks, names and numbers of the lanes, painted: the numbers change every frame.

    Where there is too little room the numbers are smaller first, then they go, then the names are
    cut; the tooltip has all of it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()
        self._names, self._numbers = QFont(), QFont()
        #: Of each lane, see `_measure`: measured when something changes, not with each paint.
        self._widths: list[tuple[float, float, float]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.set_theme(th.LIGHT)

    def set_entries(self, entries: tuple[Entry, ...]) -> None:
        """Show these lanes."""
        if entries != self._entries:
            self._entries = entries
            self._fit()
            self.setAccessibleName(self.whole_text())
            self.update()

    def set_theme(self, theme: th.Theme) -> None:
        """Use this appearance."""
        self._theme = theme
        self._fit()
        self.updateGeometry()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Names are written a little smaller before they are cut, numbers before they go."""
        self._names = th.font(self._theme, 15, bold=True)
        self._numbers = th.tabular(th.font(self._theme, 12))
        self._widths = self._measure()
        names, whole = self._whole(1), self._whole(2)
        gaps = self._theme.size(_GAP) * len(self._widths)
        numbers = whole - names - gaps
        if names > self.width() > 0:
            share = max(SMALLEST, self.width() / names)
            self._names.setPixelSize(int(share * self._names.pixelSize()))
        elif whole > self.width() > 0 and numbers:
            share = max(SMALLEST, (self.width() - names - gaps) / numbers)
            self._numbers.setPixelSize(int(share * self._numbers.pixelSize()))
        else:
            return
        self._widths = self._measure()

    def whole_text(self) -> str:
        """All that the legend has to say, a line for each lane."""
        return "\n".join(f"{each.label}   {each.value}".strip() for each in self._entries)

    @property
    def with_numbers(self) -> bool:
        """Whether there is room for the numbers too."""
        return self._whole(2) <= self.width()

    def _whole(self, part: int) -> float:
        """Pixels of all lanes, of this part of what `_measure` finds."""
        return sum(each[part] for each in self._widths)

    def _measure(self) -> list[tuple[float, float, float]]:
        """Pixels of the mark, of the mark with the name, and of all, each with the gap after it."""
        size = self._theme.size
        label = QFontMetricsF(self._names).horizontalAdvance
        value = QFontMetricsF(self._numbers).horizontalAdvance
        found: list[tuple[float, float, float]] = []
        for entry in self._entries:
            mark = size(11) + size(8)
            name = mark + label(entry.label) + size(14)
            # A shorter number must not bring the others back, nor may it matter what was before.
            usual = value(_NUMBER.sub(_USUAL, entry.value))
            found.append((mark, name, name + max(usual, value(entry.value)) + size(_GAP)))
        return found

    def sizeHint(self) -> QSize:
        # Of the whole size: a smaller one may be for a moment only, and nobody asks again.
        return QSize(0, round(QFontMetricsF(th.font(self._theme, 15, bold=True)).height()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        return told_whole(self, event, self.whole_text) or super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        numbers = self.with_numbers
        left = 0.0
        share = self.width() / max(len(self._entries), 1)
        whole = self._whole(1) <= self.width()
        for entry, (mark, name, everything) in zip(self._entries, self._widths, strict=True):
            room = name if whole else share
            self._paint_name(painter, entry, left, mark, room)
            if numbers:
                self._paint_number(painter, entry.value, left + name)
            left += everything if numbers else room
        painter.end()

    def _paint_name(
        self, painter: QPainter, entry: Entry, left: float, mark: float, room: float
    ) -> None:
        theme, middle = self._theme, self.height() / 2
        side = theme.size(11)
        draw_mark(painter, theme, entry.style, QPointF(left + side / 2, middle), side - 1)
        painter.setFont(self._names)
        painter.setPen(self.palette().windowText().color())
        box = QRectF(left + mark, 0, max(room - mark - theme.size(4), 0), self.height())
        text = QFontMetricsF(self._names).elidedText(
            entry.label, Qt.TextElideMode.ElideRight, box.width()
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _paint_number(self, painter: QPainter, text: str, left: float) -> None:
        painter.setFont(self._numbers)
        box = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
