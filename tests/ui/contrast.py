"""Contrast as it is on the screen: of texts and shapes with what lies around them (WCAG 2.2)."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QTransform
from PySide6.QtWidgets import QWidget

from tests.ui.painted import Painting, Shape, Text

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

#: What must be reached by text, and by what is seen and means something.
TEXT, GRAPHIC = 4.5, 3.0
#: A share of what lies around that may be too much alike: where a line crosses a word.
CROSSED = 0.2


def luminance(colour: str | QColor) -> float:
    made = QColor(colour)
    return float(luminances(np.array([made.redF(), made.greenF(), made.blueF()])))


def luminances(colours: Array) -> Array:
    """Relative luminance of colours (…, 3) from 0 to 1."""
    parts = np.where(colours <= 0.04045, colours / 12.92, ((colours + 0.055) / 1.055) ** 2.4)
    return parts @ np.array([0.2126, 0.7152, 0.0722])  # type: ignore[no-any-return]


def contrast(one: str | QColor, other: str | QColor) -> float:
    return float(ratio(np.array(luminance(one)), np.array(luminance(other))))


def ratio(one: Array, other: Array) -> Array:
    high, low = np.maximum(one, other), np.minimum(one, other)
    return (high + 0.05) / (low + 0.05)


def pixels(widget: QWidget) -> Array:
    """The picture of ``widget``, (height, width, 3) from 0 to 1."""
    return array(widget.grab().toImage())


def array(image: QImage) -> Array:
    made = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(made.constBits(), np.uint8).reshape(made.height(), made.bytesPerLine())
    return rows[:, : 3 * made.width()].reshape(made.height(), made.width(), 3) / 255.0


Painted = list[tuple[QWidget, Painting]]


class Picture:
    """What a window shows, and how what ``painted`` tells stands out from what lies around it."""

    def __init__(self, window: QWidget, painted: Painted) -> None:
        self.window = window
        self.pixels = pixels(window)
        # What lies around a word is not the next word.
        self.letters = grown(self._mask(window.rect(), lambda painter: self._all(painter, painted)))

    def text(self, widget: QWidget, text: Text) -> float:
        """Contrast of ``text`` with what lies between and close around its letters."""
        at = self._place(widget, text.ink.adjusted(-2, -2, 2, 2))
        return self._weakest(at, ~_part(self.letters, at), text.colour)

    def shape(self, widget: QWidget, shape: Shape) -> float:
        """Contrast of a shape's line (or of its area, if it has none) with what lies around."""
        colour = shape.pen.color() if shape.pen is not None else shape.fill
        assert colour is not None
        width = shape.pen.widthF() / 2 + 3 if shape.pen is not None else 3.0
        box = shape.path.boundingRect().adjusted(-width, -width, width, width)
        if shape.clip is not None:
            box = box.intersected(shape.clip)
        at = self._place(widget, box)

        def draw(painter: QPainter) -> None:
            painter.translate(widget.mapTo(self.window, QPoint(0, 0)))
            _draw(painter, shape)

        drawn = self._mask(at, draw)
        around = grown(drawn, 2) & ~grown(drawn)
        return self._weakest(at, around & ~_part(self.letters, at), colour)

    def _all(self, painter: QPainter, painted: Painted) -> None:
        for widget, painting in painted:
            offset = widget.mapTo(self.window, QPoint(0, 0))
            for text in painting.texts:
                painter.setWorldTransform(
                    text.transform * QTransform.fromTranslate(offset.x(), offset.y())
                )
                painter.setFont(text.font)
                painter.setPen(Qt.GlobalColor.white)
                painter.drawText(text.at, text.text)

    def _place(self, widget: QWidget, box: QRectF) -> QRect:
        """``box`` of the widget in the window, as far as it is in both."""
        at = box.toAlignedRect().intersected(widget.rect())
        return at.translated(widget.mapTo(self.window, QPoint(0, 0))) & self.window.rect()

    @staticmethod
    def _mask(at: QRect, draw: Callable[[QPainter], None]) -> Mask:
        """The pixels of the window's part ``at`` that ``draw`` touches."""
        image = QImage(at.size(), QImage.Format.Format_Grayscale8)
        if image.isNull():
            return np.zeros((0, 0), bool)
        image.fill(0)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-at.left(), -at.top())
        draw(painter)
        painter.end()
        rows = np.frombuffer(image.constBits(), np.uint8)
        return rows.reshape(image.height(), image.bytesPerLine())[:, : image.width()] > 8

    def _weakest(self, at: QRect, around: Mask, colour: QColor) -> float:
        """The contrast that all around but `CROSSED` of it reaches."""
        ground = _part(self.pixels, at)[around]
        if not len(ground):
            return 99.0
        alpha = colour.alphaF()
        shown = np.array([colour.redF(), colour.greenF(), colour.blueF()])
        over, under = luminances(alpha * shown + (1 - alpha) * ground), luminances(ground)
        return float(np.quantile(ratio(over, under), CROSSED))


def _part(whole: NDArray, at: QRect) -> NDArray:
    return whole[at.top() : at.bottom() + 1, at.left() : at.right() + 1]


def _draw(painter: QPainter, shape: Shape) -> None:
    if shape.clip is not None:
        painter.setClipRect(shape.clip)
    if shape.fill is not None:
        painter.fillPath(shape.path, Qt.GlobalColor.white)
    if shape.pen is not None:
        pen = QPen(shape.pen)
        pen.setColor(Qt.GlobalColor.white)
        painter.strokePath(shape.path, pen)


def grown(mask: Mask, by: int = 1) -> Mask:
    """``mask`` and what is within so many pixels of it."""
    for axis in (0, 1):
        made = mask.copy()
        for shift in range(1, by + 1):
            low = (slice(shift, None), slice(None))[:: 1 if axis == 0 else -1]
            high = (slice(None, -shift), slice(None))[:: 1 if axis == 0 else -1]
            made[low] |= mask[high]
            made[high] |= mask[low]
        mask = made
    return mask
