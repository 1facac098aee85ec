"""Level curves as they are drawn: many smooth lines that never cross and are seen through.

Lines of one pixel are quick. Of wider ones, on a fine screen or in a large picture, Qt works out
the outline of all together, which takes a hundred times as long; so they are drawn in short pieces.
"""

from __future__ import annotations

from collections.abc import Iterable

import contourpy
import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPaintEngine, QPainter, QPen, QPixmap

from gdsim.ui.plots.lane_layer import polygon
from gdsim.ui.plots.paths import finite_parts

Array = NDArray[np.float64]

#: Points of a curve that are drawn at once.
_PIECE = 20


def curves_at(generator: contourpy.ContourGenerator, levels: Iterable[float]) -> Array:
    """The curves at ``levels``, of a generator that combines them by NaN: points (n, 2)."""
    found = [generator.lines(level)[0][0] for level in levels]
    parts = [part for curve in found if curve is not None for part in (curve, [[np.nan] * 2])]
    return np.concatenate(parts) if parts else np.empty((0, 2))


def draw_curves(painter: QPainter, curves: Array, pen: QPen) -> None:
    """Paint ``curves``, pixels (n, 2) with NaN between them, on the whole of the painter's device.

    ``pen`` may be half transparent; where pieces meet it is no darker.
    """
    if _at_once(painter, pen):
        painter.setPen(pen)
        stroke_curves(painter, curves)
        return
    device = painter.device()
    ratio = device.devicePixelRatioF()
    layer = QPixmap(device.width(), device.height())
    layer.setDevicePixelRatio(ratio)
    layer.fill(Qt.GlobalColor.transparent)
    inner = QPainter(layer)
    inner.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner.setPen(opaque(pen))
    stroke_curves(inner, curves)
    inner.end()
    painter.setOpacity(pen.color().alphaF())
    painter.drawPixmap(0, 0, layer)
    painter.setOpacity(1.0)


def stroke_curves(painter: QPainter, curves: Array) -> None:
    """Paint ``curves`` as in `draw_curves` with the painter's pen, which is to be opaque."""
    if _at_once(painter, painter.pen()):
        painter.drawPath(pg.arrayToQPath(curves[:, 0], curves[:, 1], connect="finite"))
        return
    for curve in finite_parts(curves):
        for first in range(0, len(curve) - 1, _PIECE):
            painter.drawPolyline(polygon(curve[first : first + _PIECE + 1]))


def opaque(pen: QPen) -> QPen:
    """``pen`` without its transparency."""
    made, colour = QPen(pen), QColor(pen.color())
    colour.setAlpha(255)
    made.setColor(colour)
    return made


def _at_once(painter: QPainter, pen: QPen) -> bool:
    """Whether one path is quick, or what a file of lines should have."""
    vectors = painter.paintEngine().type() == QPaintEngine.Type.SVG
    return vectors or pen.widthF() * painter.device().devicePixelRatioF() <= 1.0
