"""Of a path that leaves the picture, the painter is given only what is seen."""

import time

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from gdsim.ui import theme as th
from gdsim.ui.plots.lane_layer import draw_path, polygon
from gdsim.ui.plots.paths import pieces

BOX = np.array([0.0, 0.0]), np.array([10.0, 10.0])


def told(points: list[tuple[float, float]]) -> list[list[list[float]]]:
    return [piece.tolist() for piece in pieces(np.array(points, dtype=float), *BOX)]


def test_a_path_inside_is_left_whole() -> None:
    assert told([(1, 1), (2, 5), (9, 9)]) == [[[1, 1], [2, 5], [9, 9]]]


def test_a_path_is_cut_where_it_leaves_and_comes_back() -> None:
    assert told([(5, 5), (15, 5), (15, 20), (5, 20), (5, 8), (6, 8)]) == [
        [[5, 5], [10, 5]],
        [[5, 10], [5, 8], [6, 8]],
    ]


def test_a_path_outside_is_nothing() -> None:
    assert told([(30, 0), (0, 30), (30, 35)]) == []


def test_wide_oscillation_is_drawn_quickly_and_looks_the_same() -> None:
    signs = np.where(np.arange(40) % 2, 1.0, -1.0)
    points = np.column_stack((50 + 3 * np.arange(40), 100 + 900 * signs))
    pictures = []
    for draw in (lambda p: p.drawPolyline(polygon(points)), lambda p: draw_path(p, points)):
        image = QImage(200, 200, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setClipRect(image.rect())
        painter.setPen(th.pen(th.LIGHT.accent, 1.0))
        draw(painter)
        painter.end()
        pictures.append(np.array(image.constBits()).astype(int))
    assert np.abs(pictures[0] - pictures[1]).mean() < 2
    far = np.column_stack((np.linspace(0, 200, 250), 9e4 * np.where(np.arange(250) % 2, 1, -1)))
    painter = QPainter(image)
    painter.setClipRect(image.rect())
    painter.setPen(th.pen(th.LIGHT.accent, 1.0, Qt.PenStyle.DotLine))
    began = time.process_time()
    draw_path(painter, far)
    painter.end()
    assert time.process_time() - began < 0.1


def test_oscillation_within_the_picture_is_drawn_quickly() -> None:
    steps = np.arange(1000)
    points = np.column_stack((700 + 600 * (-1.0) ** steps, 300 + 200 * (-0.999) ** steps))
    image = QImage(1400, 600, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setClipRect(image.rect())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(th.pen(th.LIGHT.accent, 2.0))
    began = time.process_time()
    draw_path(painter, points)
    painter.end()
    assert time.process_time() - began < 0.2
