"""Level curves look the same however they are drawn: as one path, or in pieces on a fine screen."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree import ElementTree as ET

import contourpy
import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen
from PySide6.QtSvg import QSvgGenerator

from gdsim.ui.plots import level_curves
from gdsim.ui.plots.lane_layer import polygon
from gdsim.ui.plots.level_curves import curves_at, draw_curves
from gdsim.ui.plots.paths import finite_parts

SIDE = 300


def curves() -> np.ndarray:
    """Circles, and the branches of a hyperbola that end at the edge, in pixels."""
    ticks = np.linspace(0.0, SIDE, 61)
    x, y = np.meshgrid(ticks, ticks)
    bowl = np.hypot(x - 90, y - 100)
    saddle = (x - 200) * (y - 200) / 100
    generators = [
        contourpy.contour_generator(ticks, ticks, values, line_type="ChunkCombinedNan")
        for values in (bowl, saddle)
    ]
    return np.concatenate([curves_at(generators[0], (20, 45, 70)), curves_at(generators[1], (9,))])


def drawn(ratio: float, alpha: int, draw: Callable[[QPainter, QPen], None]) -> np.ndarray:
    image = QImage(round(SIDE * ratio), round(SIDE * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = QColor(0, 0, 0, alpha)
    draw(painter, QPen(colour, 1.0, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    painter.end()
    bits = np.frombuffer(image.constBits(), np.uint8)
    return bits.reshape(image.height(), image.width(), 4)[..., 0].astype(int)


def as_one_path(painter: QPainter, pen: QPen) -> None:
    """What it is to look like."""
    path = QPainterPath()
    for part in finite_parts(curves()):
        path.moveTo(*part[0])
        for point in part[1:]:
            path.lineTo(*point)
    painter.setPen(pen)
    painter.drawPath(path)


def test_the_curves_are_where_the_values_are() -> None:
    parts = finite_parts(curves())
    assert len(parts) == 5
    for part, radius in zip(parts[:3], (20, 45, 70), strict=True):
        assert np.hypot(*(part - (90, 100)).T) == pytest.approx(radius, abs=0.2)
    for part in parts[3:]:
        assert np.prod(part - 200, axis=1) == pytest.approx(900, rel=0.01)


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0, 3.0])
@pytest.mark.parametrize("alpha", [255, 140])
def test_in_pieces_they_look_like_one_path(qapp: object, ratio: float, alpha: int) -> None:
    whole = drawn(ratio, alpha, as_one_path)
    pieces = drawn(ratio, alpha, lambda painter, pen: draw_curves(painter, curves(), pen))
    assert (whole < 250).mean() > 0.005
    assert pieces.min() >= 255 - alpha - 2, "no darker where pieces meet"
    assert np.abs(pieces - whole).mean() < 0.05
    assert (np.abs(pieces - whole) > 60).sum() <= 8


def test_a_gap_between_pieces_would_be_seen(monkeypatch: pytest.MonkeyPatch, qapp: object) -> None:
    monkeypatch.setattr(level_curves, "polygon", lambda points: polygon(points[:-1]))
    whole = drawn(2.0, 140, as_one_path)
    pieces = drawn(2.0, 140, lambda painter, pen: draw_curves(painter, curves(), pen))
    assert (np.abs(pieces - whole) > 60).sum() > 50


def test_a_file_of_lines_has_one_line_for_all(qapp: object) -> None:
    buffer, generator = QBuffer(), QSvgGenerator()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator.setOutputDevice(buffer)
    painter = QPainter(generator)
    draw_curves(painter, curves(), QPen(QColor(0, 0, 0, 140), 4.0))
    painter.end()
    root = ET.fromstring(bytes(buffer.data().data()))
    names = [element.tag.rpartition("}")[2] for element in root.iter()]
    assert names.count("path") == 1
    assert "image" not in names
