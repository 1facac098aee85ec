"""Marks of the learning-rate track, and where their labels go so that none meets another."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics


@dataclass(frozen=True)
class Mark:
    """A learning rate worth knowing: ``label`` is what stands under the track, number included.

    ``kind`` is its id; a ``"best"`` rate is drawn hollow, limits are filled. ``style`` is the lane
    style that it belongs to. ``help`` says what it means. All texts are already translated.
    """

    kind: str
    rate: float
    style: int
    label: str
    help: str = ""

    @property
    def hollow(self) -> bool:
        """Whether it is no limit, but a rate to take."""
        return self.kind == "best"


@dataclass(frozen=True)
class Placed:
    """A mark with its pixel on the track and the place of its label."""

    mark: Mark
    x: float
    label: QRect
    text: str


@dataclass(frozen=True)
class Room:
    """Where labels may go: from ``top`` down, in rows, within ``width``; ``sign`` precedes each."""

    width: int
    top: int
    row: int
    sign: int
    gap: int


def arrange(marks: list[tuple[Mark, float]], metrics: QFontMetrics, room: Room) -> list[Placed]:
    """Labels in as few rows as hold them, each as near to its mark as the others let it be."""
    rows: list[list[Placed]] = [[]]
    for mark, x in sorted(marks, key=lambda pair: pair[1]):
        placed = _measure(mark, x, metrics, room)
        if _total([*rows[-1], placed], room.gap) > room.width and rows[-1]:
            rows.append([])
        rows[-1].append(placed)
    for i, row in enumerate(rows):
        _spread(row, room, room.top + i * room.row)
    return [placed for row in rows for placed in row]


def _measure(mark: Mark, x: float, metrics: QFontMetrics, room: Room) -> Placed:
    most = max(0, room.width - room.sign - 1)
    text = metrics.elidedText(mark.label, Qt.TextElideMode.ElideRight, most)
    width = min(room.width, metrics.horizontalAdvance(text) + 1 + room.sign)
    return Placed(mark, x, QRect(0, 0, width, room.row), text)


def _total(row: list[Placed], gap: int) -> int:
    return sum(placed.label.width() for placed in row) + gap * (len(row) - 1)


def _spread(row: list[Placed], room: Room, top: int) -> None:
    """Centre each label under its mark, then push apart to the right and back from the edge."""
    free = 0
    for placed in row:
        label = placed.label
        label.moveTopLeft(QPoint(max(free, round(placed.x - label.width() / 2)), top))
        free = label.right() + 1 + room.gap
    free = room.width
    for placed in reversed(row):
        label = placed.label
        label.moveLeft(max(0, min(label.left(), free - label.width())))
        free = label.left() - room.gap
