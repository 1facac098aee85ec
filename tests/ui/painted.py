"""What a widget really paints: its texts and shapes, told one by one by a painter's own engine.

A label that wraps, a style that elides, a view that paints its text itself: all of them end in the
same few calls, so that what is checked here is what a person sees, whoever wrote it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QLineF, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QRegion,
    QTextItem,
    QTransform,
)
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True)
class Text:
    """A piece of text: where it begins, and the room that its painter gave it."""

    text: str
    font: QFont
    colour: QColor
    at: QPointF
    transform: QTransform
    clip: QRectF | None

    @property
    def ink(self) -> QRectF:
        """The pixels that it covers."""
        return self.transform.mapRect(_ink(self.font.key(), self.text).translated(self.at))


_fonts: dict[str, QFont] = {}


@lru_cache(maxsize=20_000)
def _ink(font: str, text: str) -> QRectF:
    return QFontMetricsF(_fonts[font]).tightBoundingRect(text)


@dataclass(frozen=True)
class Shape:
    """A line or an area, in the widget's pixels; ``fill`` is ``None`` where it is a line."""

    path: QPainterPath
    pen: QPen | None
    fill: QColor | None
    clip: QRectF | None


@dataclass
class Painting:
    """All that was painted, in its order."""

    texts: list[Text] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)


class _Engine(QPaintEngine):
    def __init__(self, painting: Painting) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self._painting = painting

    def begin(self, device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, state: QPaintEngineState) -> None:
        pass

    def drawTextItem(self, at: QPointF, item: QTextItem) -> None:
        if not item.text().strip():
            return
        painter, font = self.painter(), _own(item.font())
        _fonts.setdefault(font.key(), font)
        self._painting.texts.append(
            Text(
                item.text(),
                font,
                _seen(painter, painter.pen().color()),
                QPointF(at),
                painter.deviceTransform(),
                _clip(painter),
            )
        )

    def drawPath(self, path: QPainterPath) -> None:
        self._add(path, closed=True)

    def drawPolygon(self, points: Any, mode: Any) -> None:
        path = QPainterPath()
        path.addPolygon(QPolygonF([QPointF(point) for point in points]))
        closed = mode != QPaintEngine.PolygonDrawMode.PolylineMode
        if closed:
            path.closeSubpath()
        self._add(path, closed=closed)

    def drawLines(self, lines: Any) -> None:
        path = QPainterPath()
        for line in map(QLineF, lines):
            path.moveTo(line.p1())
            path.lineTo(line.p2())
        self._add(path, closed=False)

    def drawRects(self, rects: Any) -> None:
        for rect in rects:
            path = QPainterPath()
            path.addRect(QRectF(rect))
            self._add(path, closed=True)

    def drawEllipse(self, rect: Any) -> None:
        path = QPainterPath()
        path.addEllipse(QRectF(rect))
        self._add(path, closed=True)

    def drawPoints(self, points: Any) -> None:
        pass

    def drawPixmap(self, *_: object) -> None:
        pass

    def drawImage(self, *_: object) -> None:
        pass

    def drawTiledPixmap(self, *_: object) -> None:
        pass

    def _add(self, path: QPainterPath, *, closed: bool) -> None:
        painter = self.painter()
        pen, brush = painter.pen(), painter.brush()
        solid = closed and brush.style() == Qt.BrushStyle.SolidPattern
        fill = _seen(painter, brush.color()) if solid else None
        line = pen.style() != Qt.PenStyle.NoPen
        if line or fill is not None:
            made = QPen(pen)
            made.setColor(_seen(painter, pen.color()))
            self._painting.shapes.append(
                Shape(
                    painter.deviceTransform().map(path),
                    made if line else None,
                    fill,
                    _clip(painter),
                )
            )


def _own(font: QFont) -> QFont:
    """``font``, of which a painter leaves nothing to its own."""
    made = QFont(font)
    if font.pixelSize() > 0:
        made.setPixelSize(font.pixelSize())
    else:
        made.setPointSizeF(font.pointSizeF())
    made.setFamilies(font.families())
    made.setWeight(font.weight())
    made.setItalic(font.italic())
    return made


def _seen(painter: QPainter, colour: QColor) -> QColor:
    made = QColor(colour)
    made.setAlphaF(colour.alphaF() * painter.opacity())
    return made


def _clip(painter: QPainter) -> QRectF | None:
    if not painter.hasClipping():
        return None
    return painter.deviceTransform().mapRect(painter.clipBoundingRect())


class _Device(QPaintDevice):
    """Nothing is painted on it; it has the size of the widget and a screen's resolution."""

    def __init__(self, size: QSize) -> None:
        super().__init__()
        self.painting = Painting()
        self._engine = _Engine(self.painting)
        metric = QPaintDevice.PaintDeviceMetric
        self._metrics = {
            metric.PdmWidth: size.width(),
            metric.PdmHeight: size.height(),
            metric.PdmWidthMM: round(size.width() * 25.4 / 96),
            metric.PdmHeightMM: round(size.height() * 25.4 / 96),
            metric.PdmNumColors: 2**24,
            metric.PdmDepth: 32,
            metric.PdmDevicePixelRatio: 1,
            metric.PdmDevicePixelRatioScaled: 65536,
        }

    def paintEngine(self) -> QPaintEngine:
        return self._engine

    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        return self._metrics.get(metric, 96)


def painting(widget: QWidget) -> Painting:
    """What ``widget`` itself paints, without its children, in its own coordinates."""
    device = _Device(widget.size())
    # The widget's own: a graphics view has another method of this name.
    QWidget.render(widget, device, QPoint(), QRegion(), QWidget.RenderFlag(0))
    return device.painting


def paintings(widgets: list[QWidget]) -> Iterator[tuple[QWidget, Painting]]:
    """Of each widget that paints anything."""
    for widget in widgets:
        made = painting(widget)
        if made.texts or made.shapes:
            yield widget, made
