"""Contrast as it is on the screen: of texts and shapes with what lies around them (WCAG 2.2)."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QTransform
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from gdsim.ui.plots.axes import Plot
from gdsim.ui.theme import Theme
from tests.ui.legible import CONTROLS, told
from tests.ui.painted import Painting, Shape, Text

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

#: What must be reached by text, and by what is seen and means something.
TEXT, GRAPHIC = 4.5, 3.0
#: A share of what lies around that may be too much alike: where a line crosses a word, and where
#: level curves and other lines cross a line. An axis has the picture at its one side, whatever that
#: is, and must stand out from what is at the other.
CROSSED, CROSSED_LINE, AXIS = 0.2, 0.34, 0.6


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

    def __init__(
        self,
        window: QWidget,
        painted: Painted,
        others: list[tuple[QWidget, list[Shape]]] | None = None,
    ) -> None:
        self.window = window
        self.pixels = pixels(window)
        # What lies around a word is not the next word.
        self.letters = grown(self._mask(window.rect(), lambda painter: self._all(painter, painted)))
        if others:
            # … nor is it, of a line, the next line.
            self.letters |= grown(self._mask(window.rect(), lambda p: self._shapes(p, others)))

    def text(self, widget: QWidget, text: Text) -> float:
        """Contrast of ``text`` with what lies between and close around its letters."""
        at = self._place(widget, text.ink.adjusted(-2, -2, 2, 2))
        return self._weakest(at, ~_part(self.letters, at), text.colour)

    def shape(self, widget: QWidget, shape: Shape, crossed: float = CROSSED_LINE) -> float:
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
        return self._weakest(at, around & ~_part(self.letters, at), colour, crossed)

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

    def _shapes(self, painter: QPainter, others: list[tuple[QWidget, list[Shape]]]) -> None:
        for widget, shapes in others:
            at = QPoint(widget.mapTo(self.window, QPoint(0, 0)))
            for shape in shapes:
                painter.save()
                painter.translate(at)
                _draw(painter, shape)
                painter.restore()

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

    def _weakest(self, at: QRect, around: Mask, colour: QColor, crossed: float = CROSSED) -> float:
        """The contrast that all around but a share of it reaches."""
        ground = _part(self.pixels, at)[around]
        if not len(ground):
            return 99.0
        alpha = colour.alphaF()
        shown = np.array([colour.redF(), colour.greenF(), colour.blueF()])
        over, under = luminances(alpha * shown + (1 - alpha) * ground), luminances(ground)
        return float(np.quantile(ratio(over, under), crossed))


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


# ---- what is weak ------------------------------------------------------------------------------


def pale_texts(window: QWidget, painted: Painted, theme: Theme) -> list[str]:
    """Texts whose contrast with what lies around them is too low; what is disabled may be so."""
    picture, found = Picture(window, painted), []
    for widget, painting in painted:
        seen = QRectF(widget.visibleRegion().boundingRect())
        for text in painting.texts:
            if not seen.contains(text.ink) or is_disabled(widget, text.colour, theme):
                continue
            reached = picture.text(widget, text)
            if reached < TEXT:
                found.append(f"{told(widget)}: {text.text!r} {text.colour.name()}: {reached:.2f}")
    return found


def is_disabled(widget: QWidget, colour: QColor, theme: Theme) -> bool:
    """Whether a text of this colour in ``widget`` is of something that cannot be used now."""
    several = isinstance(widget, QMenu) or isinstance(widget.parent(), QAbstractItemView)
    return not widget.isEnabled() or (several and colour == QColor(theme.field_edge))


def meaningful(theme: Theme) -> set[str]:
    """The colours in which something is drawn that one must see."""
    single = (theme.gap, theme.accent, theme.error, theme.minimum, theme.text, theme.muted)
    return {QColor(each).name() for each in (*theme.lanes, *theme.coordinates, *single)}


def pale_shapes(window: QWidget, painted: Painted, theme: Theme) -> list[str]:
    """Lines, marks and edges of controls whose contrast with what lies around them is too low."""
    colours, edge = meaningful(theme), QColor(theme.field_edge).name()
    chosen: list[tuple[QWidget, list[Shape]]] = []
    for widget, painting in painted:
        wanted = colours | {edge} if isinstance(widget, CONTROLS) else colours
        if widget.isEnabled():
            seen = [shape for shape in painting.shapes if means(shape, wanted)]
            others = painting.shapes
            alone = [shape for shape in seen if not is_halo(shape, others)]
            if isinstance(widget.parent(), Plot):
                alone = [shape for shape in alone if not coincides(shape, others)]
            chosen.append((widget, alone))
    picture, found = Picture(window, painted, chosen), []
    for widget, shapes in chosen:
        area = QRectF(widget.visibleRegion().boundingRect())
        for shape in shapes:
            if not area.intersects(shape.path.boundingRect().adjusted(-1, -1, 1, 1)):
                continue
            colour = shape.pen.color() if shape.pen is not None else shape.fill
            assert colour is not None
            axis = isinstance(widget.parent(), Plot) and colour == QColor(theme.muted)
            reached = picture.shape(widget, shape, AXIS if axis else CROSSED_LINE)
            reached = max(reached, outlined(shape))
            if reached < GRAPHIC:
                box = shape.path.boundingRect().toRect().getRect()
                found.append(f"{told(widget)}: {colour.name()} at {box}: {reached:.2f}")
    return found


def means(shape: Shape, colours: set[str]) -> bool:
    """Whether its line or its area is drawn, more than faintly, in one of ``colours``."""
    drawn = [shape.pen.color()] if shape.pen is not None else []
    drawn += [shape.fill] if shape.fill is not None else []
    return any(each.alphaF() > 0.5 and each.name() in colours for each in drawn)


def coincides(shape: Shape, shapes: list[Shape]) -> bool:
    """Whether it is small and a mark of another colour lies on it, which is all around it then.

    Such are the marks of two lanes on one point, and a residual that is no larger than its point.
    """
    if shape.fill is None and shape.pen is None:
        return False
    own, box = shape.fill or shape.pen.color(), shape.path.boundingRect()
    return any(
        other is not shape
        and other.fill is not None
        and other.fill.name() != own.name()
        and (there := other.path.boundingRect()).width() < 24
        and max(box.width(), box.height()) <= 2 * there.width()
        and there.adjusted(-1, -1, 1, 1).intersects(box.adjusted(-1, -1, 1, 1))
        for other in shapes
    )


def is_halo(shape: Shape, shapes: list[Shape]) -> bool:
    """Whether a narrower line is drawn on it, which it makes stand out."""
    pen, box = shape.pen, shape.path.boundingRect()
    return pen is not None and any(
        other.pen is not None
        and other.pen.widthF() < pen.widthF()
        and other.path.boundingRect() == box
        and contrast(other.pen.color(), pen.color()) >= GRAPHIC
        for other in shapes
    )


def outlined(shape: Shape) -> float:
    """Contrast of an area with the line around it."""
    if shape.pen is None or shape.fill is None:
        return 0.0
    return contrast(shape.pen.color(), shape.fill)
