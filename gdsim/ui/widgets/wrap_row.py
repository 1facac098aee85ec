"""A row that becomes a column where its parts have no room side by side."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QBoxLayout, QLabel, QLayout, QLayoutItem, QLineEdit

from gdsim.ui.widgets.choice_box import ChoiceBox

#: What is in a row, its share of the width that others leave, its minimum, what it needs at least.
Part = tuple[QLayoutItem, int, int, int]

#: Characters that an editor has room for, or it goes below its label.
EDITOR = 9
#: Chinese characters that stand in a line, or the editor goes below them.
FEW = 3
#: From here on come the characters of Chinese, between any two of which a line may break.
_CHINESE = "\u3000"


@lru_cache(maxsize=512)
def _longest(text: str, font: str) -> int:
    """Width of the longest word, and of some characters of Chinese, which has no spaces."""
    made = QFont()
    made.fromString(font)
    metrics = QFontMetrics(made)
    words = "".join(each if each < _CHINESE else " " for each in text).split()
    few = min(metrics.horizontalAdvance(text.split("<", maxsplit=1)[0]), FEW * metrics.height())
    return max([few if max(text, default="") >= _CHINESE else 0,
                *map(metrics.horizontalAdvance, words)])  # fmt: skip


def items(layout: QLayout) -> list[QLayoutItem]:
    """What is in ``layout``."""
    return [item for i in range(layout.count()) if (item := layout.itemAt(i)) is not None]


def least(item: QLayoutItem) -> int:
    """Pixels that ``item`` needs to be read: of a label, its longest word."""
    layout, widget = item.layout(), item.widget()
    if layout is not None:
        inside = [least(each) for each in items(layout)]
        return sum(inside) + layout.spacing() * max(0, len(inside) - 1)
    if isinstance(widget, QLabel):
        # The frame of what has the keyboard, and half pixels.
        return _longest(widget.text(), widget.font().toString()) + 2
    wide = item.minimumSize().width()
    if isinstance(widget, ChoiceBox):
        return max(wide, widget.least(EDITOR))
    if isinstance(widget, QLineEdit):
        return max(wide, EDITOR * widget.fontMetrics().averageCharWidth())
    return wide


class WrapRow(QBoxLayout):
    """A row that shares its width by the stretch of its parts; others get what they need at least.

    It never changes its direction, which would lay out everything around it anew: it only places.
    """

    def __init__(self) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight)
        # As Qt's own layouts do: found once, until something in the row changes.
        self._found: list[Part] | None = None
        self._heights: dict[int, int] = {}

    def invalidate(self) -> None:
        self._found = None
        self._heights.clear()
        super().invalidate()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._high(width)
        return self._heights[width]

    def _high(self, width: int) -> int:
        parts = self._parts()
        rooms = self._rooms(parts, width)
        if rooms is None:
            return sum(_height(item, width) for item, *_ in parts) + self._gaps(parts)
        high = (_height(item, room) for (item, *_), room in zip(parts, rooms, strict=True))
        return max(high, default=0)

    def minimumHeightForWidth(self, width: int) -> int:
        return self.heightForWidth(width)

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item, *_ in self._parts()]
        return QSize(
            max((size.width() for size in sizes), default=0),
            max((size.height() for size in sizes), default=0),
        )

    def setGeometry(self, rect: QRect) -> None:
        QLayout.setGeometry(self, rect)
        parts = self._parts()
        rooms = self._rooms(parts, rect.width())
        if rooms is None:
            top = rect.top()
            for item, *_ in parts:
                high = _height(item, rect.width())
                item.setGeometry(QRect(rect.left(), top, rect.width(), high))
                top += high + self.spacing()
            return
        left = rect.left()
        for (item, *_), wide in zip(parts, rooms, strict=True):
            high = min(_height(item, wide), rect.height())
            item.setGeometry(QRect(left, rect.top() + (rect.height() - high) // 2, wide, high))
            left += wide + self.spacing()

    def _parts(self) -> list[Part]:
        if self._found is None:
            self._found = [
                (item, self.stretch(i), item.minimumSize().width(), least(item))
                for i, item in enumerate(items(self))
                if not item.isEmpty()
            ]
        return self._found

    def _gaps(self, parts: list[Part]) -> int:
        return self.spacing() * max(0, len(parts) - 1)

    def _rooms(self, parts: list[Part], width: int) -> list[int] | None:
        """What each part gets side by side; ``None`` where that is too little to be read."""
        free = max(0, width - sum(m for _, s, m, _ in parts if not s) - self._gaps(parts))
        whole = max(1, sum(stretch for _, stretch, *_ in parts))
        rooms = [stretch * free // whole if stretch else m for _, stretch, m, _ in parts]
        enough = all(room >= need for (*_, need), room in zip(parts, rooms, strict=True))
        return rooms if enough else None


def _height(item: QLayoutItem, width: int) -> int:
    if item.hasHeightForWidth():
        return item.heightForWidth(width)
    return item.sizeHint().height()
