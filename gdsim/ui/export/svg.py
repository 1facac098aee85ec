"""Widgets as SVG: lines stay lines and text stays text.

Qt's generator does the drawing. Two things it cannot do are done here: it knows nothing of the
edges of a widget, and where a painter clips, it writes the area in the widget's own coordinates. So
each widget is painted by itself, behind a mark that says where it is, and afterwards the parts
between two marks are clipped as they should be.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect, QSize
from PySide6.QtGui import QFontInfo, QPainter, QRegion
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QGraphicsView, QWidget

from gdsim.ui.export.pictures import draw_marks_anew

_SVG = "http://www.w3.org/2000/svg"
_LINK = "http://www.w3.org/1999/xlink"
#: Begins the text that marks a widget; nobody can type it.
_MARK = "\N{OBJECT REPLACEMENT CHARACTER}gdsim:"
_POINT = re.compile(r"([-+.0-9e]+),([-+.0-9e]+)")
_UNSCALED = "non-scaling-stroke"


def svg_bytes(widget: QWidget, size: QSize, title: str) -> bytes:
    """``widget``, which is not used any more, drawn to be ``size`` pixels large."""
    for view in widget.findChildren(QGraphicsView):
        # A ground that was kept as a picture would go into the file as one.
        view.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)
    draw_marks_anew(widget)
    # QBuffer(QByteArray) does not keep the bytes alive; one of its own does.
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setSize(widget.size())
    generator.setViewBox(widget.rect())
    # One unit of the picture is one pixel, whatever the screen.
    generator.setResolution(96)
    painter = QPainter(generator)
    for child, offset, seen in _visible(widget, QPoint(0, 0), widget.rect()):
        mark = [offset.x(), offset.y(), seen.x(), seen.y(), seen.width(), seen.height()]
        painter.drawText(QPoint(0, 0), _MARK + json.dumps(mark))
        flags = QWidget.RenderFlag(0)
        if child is widget:
            flags = QWidget.RenderFlag.DrawWindowBackground
        # The widget's own: a graphics view has another method of this name.
        QWidget.render(child, painter, offset, QRegion(), flags)
    painter.end()
    family = QFontInfo(widget.font()).family()
    return _put_right(bytes(buffer.data().data()), size, title, family)


def _visible(widget: QWidget, at: QPoint, room: QRect) -> Iterator[tuple[QWidget, QPoint, QRect]]:
    """``widget`` and what is in it, from back to front: where it is, and what is seen of it."""
    seen = room & QRect(at, widget.size())
    if seen.isEmpty():
        return
    yield widget, at, seen
    for child in widget.children():
        if isinstance(child, QWidget) and child.isVisible() and not child.isWindow():
            yield from _visible(child, at + child.pos(), seen)


class _Clips:
    """The clip paths of the new file: each once."""

    def __init__(self, old: dict[str, str]) -> None:
        self.definitions = ET.Element(f"{{{_SVG}}}defs")
        self._old = old
        self._made: dict[object, str] = {}

    def area(self, rect: list[int]) -> str:
        """A rectangle."""
        x, y, width, height = rect
        return self._add(("area", *rect), f"M{x},{y} h{width} v{height} h{-width} z", (0, 0))

    def shifted(self, name: str, offset: tuple[int, int]) -> str:
        """A path of Qt's, from the coordinates of its widget to those of the picture."""
        return self._add((name, offset), self._old[name], offset)

    def _add(self, key: object, path: str, offset: tuple[int, int]) -> str:
        if key not in self._made:
            name = self._made[key] = f"c{len(self._made)}"
            clip = ET.SubElement(self.definitions, f"{{{_SVG}}}clipPath", id=name)
            made = ET.SubElement(clip, f"{{{_SVG}}}path", d=path)
            if offset != (0, 0):
                made.set("transform", f"translate({offset[0]},{offset[1]})")
        return f"url(#{self._made[key]})"


def _put_right(data: bytes, size: QSize, title: str, family: str) -> bytes:
    """Qt's file with widgets and painters clipped, in pixels, with a title."""
    ET.register_namespace("", _SVG)
    ET.register_namespace("xlink", _LINK)
    root = ET.fromstring(data)
    box = [float(side) for side in root.get("viewBox", "0 0 1 1").split()]
    zoom = min(size.width() / box[2], size.height() / box[3])
    clips = _Clips(_paths(root))
    body = root.find(f"{{{_SVG}}}g")
    assert body is not None
    parts = list(body)
    for part in parts:
        body.remove(part)
    offset, holder, empty = (0, 0), body, True
    for part in parts:
        mark = _mark(part)
        if mark is not None:
            offset = (mark[0], mark[1])
            if not empty:
                body.append(holder)
            holder = ET.Element(f"{{{_SVG}}}g", {"clip-path": clips.area(mark[2:])})
            empty = True
        elif len(part):
            holder.append(_placed(part, clips, offset, zoom, family))
            empty = False
    if not empty and holder is not body:
        body.append(holder)
    _set_head(root, size, title, clips)
    return ET.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def _paths(root: ET.Element) -> dict[str, str]:
    found = {}
    for clip in root.iter(f"{{{_SVG}}}clipPath"):
        path = clip.find(f"{{{_SVG}}}path")
        if path is not None:
            found[clip.get("id", "")] = path.get("d", "")
    return found


def _mark(part: ET.Element) -> list[int] | None:
    text = part.find(f"{{{_SVG}}}text")
    written = (text.text or "").strip() if text is not None else ""
    return json.loads(written.removeprefix(_MARK)) if written.startswith(_MARK) else None


def _placed(
    part: ET.Element, clips: _Clips, offset: tuple[int, int], zoom: float, family: str
) -> ET.Element:
    """One group of Qt's: its clip in the picture's coordinates, its strokes in proportion."""
    name = part.attrib.pop("clip-path", "").removeprefix("url(#").removesuffix(")")
    for element in part.iter():
        if element.get("font-family"):
            element.set("font-family", f"{family}, sans-serif")
    for group in list(part.iter(f"{{{_SVG}}}g")):
        matrix = _matrix(group.get("transform", ""))
        if matrix is None or _moves_only(matrix):
            for element in group:
                element.attrib.pop("vector-effect", None)
        else:
            _bake(group, matrix, zoom)
    if not name:
        return part
    clipped = ET.Element(f"{{{_SVG}}}g", {"clip-path": clips.shifted(name, offset)})
    clipped.append(part)
    return clipped


def _matrix(transform: str) -> tuple[float, ...] | None:
    """The six numbers of ``matrix(a,b,c,d,e,f)``."""
    if not transform.startswith("matrix("):
        return None
    return tuple(float(number) for number in transform[7:-1].split(","))


def _moves_only(matrix: tuple[float, ...]) -> bool:
    """Whether a transformation keeps sizes, and with them the width of a stroke."""
    a, b, c, d = matrix[:4]
    return math.isclose(abs(a * d - b * c), 1.0) and math.isclose(a * a + b * b, 1.0)


def _bake(part: ET.Element, matrix: tuple[float, ...], zoom: float) -> None:
    """Give the points in the picture's coordinates, so that no scale reaches the strokes.

    Every pen of the window has a width in pixels, whatever the scale of the plot that it is in.
    """
    names = {"path": "d", "polyline": "points", "polygon": "points"}
    known = [names.get(element.tag.rpartition("}")[2]) for element in part]
    if None in known:
        # What has no points: this much every viewer should know.
        part.set("stroke-width", f"{float(part.get('stroke-width', '1')) * zoom:g}")
        for element in part:
            element.set("vector-effect", _UNSCALED)
        return
    del part.attrib["transform"]
    for element, name in zip(part, known, strict=True):
        assert name is not None
        element.attrib.pop("vector-effect", None)
        element.set(name, _POINT.sub(lambda point: _mapped(point, matrix), element.get(name, "")))


def _mapped(point: re.Match[str], matrix: tuple[float, ...]) -> str:
    a, b, c, d, e, f = matrix
    x, y = float(point[1]), float(point[2])
    return f"{a * x + c * y + e:.6g},{b * x + d * y + f:.6g}"


def _set_head(root: ET.Element, size: QSize, title: str, clips: _Clips) -> None:
    root.set("width", f"{size.width()}")
    root.set("height", f"{size.height()}")
    for tag in ("title", "desc"):
        element = root.find(f"{{{_SVG}}}{tag}")
        if element is not None:
            element.text = title if tag == "title" else "gdsim"
    definitions = root.find(f"{{{_SVG}}}defs")
    assert definitions is not None
    for clip in definitions.findall(f"{{{_SVG}}}clipPath"):
        definitions.remove(clip)
    definitions.extend(clips.definitions)
