"""What takes long to draw and stays while other things move: drawn once, then copied."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPaintEngine, QPainter, QPixmap


class KeptPicture:
    """A picture as large as the part of a `PixelItem` that is painted; drawn anew if that moves."""

    def __init__(self) -> None:
        self._picture = QPixmap()
        self._key: object = None

    def paint(self, painter: QPainter, key: object, draw: Callable[[QPainter], None]) -> None:
        """Copy what ``draw`` paints; it is asked again where ``key`` or the room is another.

        A file of lines has the lines themselves.
        """
        if painter.paintEngine().type() == QPaintEngine.Type.SVG:
            draw(painter)
            return
        ratio, room = painter.device().devicePixelRatioF(), painter.clipBoundingRect()
        if room.isEmpty():
            return  # a plot so low that only its axis has room; Qt warns of pictures without pixels
        # Where scaled, a plot may begin within a pixel of the screen; the picture begins with one.
        begin = painter.deviceTransform()
        within = QPointF(begin.dx() % 1.0, begin.dy() % 1.0) / ratio
        key = (key, room.getRect(), within.toTuple(), ratio)
        if key != self._key:
            corner = (room.bottomRight() + within) * ratio
            self._picture, self._key = QPixmap(ceil(corner.x()), ceil(corner.y())), key
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            inner = QPainter(self._picture)
            inner.setRenderHint(QPainter.RenderHint.Antialiasing)
            inner.translate(within)
            inner.setClipRect(room)
            draw(inner)
            inner.end()
        painter.drawPixmap(-within, self._picture)

    def forget(self) -> None:
        """Free the memory of the picture."""
        self._picture, self._key = QPixmap(), None
