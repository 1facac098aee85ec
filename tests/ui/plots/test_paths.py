"""Of a path that leaves the picture, the painter is given only what is seen."""

import time

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QPen

from gdsim.ui import theme as th
from gdsim.ui.plots.landmarks import GapItem
from gdsim.ui.plots.lane_layer import _apart, draw_path, polygon
from gdsim.ui.plots.paths import drawable, pieces

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


def test_a_path_that_comes_back_from_far_away_is_there_again() -> None:
    """As after a learning rate that was too large, made smaller from here on."""
    path = np.array([(5, 5), (-4e3, 2e3), (9e3, -4e3), (-3e3, 3e3), (6, 6), (7, 5)])
    assert drawable(path, *BOX, np.array([100.0, 100.0])).tolist() == path.tolist()
    assert drawable(path[2:], *BOX, np.array([100.0, 100.0])).tolist() == path[2:].tolist()


def test_marks_of_a_run_at_rest_are_one() -> None:
    walk = np.array([[10.0, 20.0], [30.0, 20.0], [30.0, 21.0], [30.04, 21.0], [30.0, 21.05]])
    rest = np.tile((30.0, 21.0), (40, 1))
    shown = [tuple(place) for place in _apart(np.concatenate((walk, rest)))]
    assert [place[1] for place in shown] == pytest.approx([20.0, 20.0, 21.0], abs=0.06)
    far = np.array([[np.inf, 1e300], [np.inf, 1e300], [np.nan, 0.0]])
    assert len(list(_apart(far))) in (2, 3)


def test_the_gap_to_a_lane_far_away_has_its_direction(qapp: object) -> None:
    for length in (1e3, 1e7, 1e150):
        near, far = (20, 30), (20 + length, 30 + 0.5 * length)
        for ends in ((far, near), (near, far)):
            gap, image = GapItem(), QImage(200, 200, QImage.Format.Format_RGB32)
            image.fill(Qt.GlobalColor.white)
            painter = QPainter(image)
            painter.setClipRect(image.rect())
            gap.set_look(th.LIGHT, 0)
            gap.set_ends(np.array(ends))
            gap.paint_pixels(painter, np.ones(2), np.zeros(2))
            painter.end()
            seen = np.array(image.constBits()).reshape(200, 200, 4)[:, 100:, :3]
            rows, columns = np.nonzero(seen.min(axis=2) < 250)
            assert len(rows)
            assert np.abs(rows - 30 - 0.5 * (columns + 80)).max() < 4


def drawn(
    points: NDArray[np.float64], image: QImage, pen: QPen
) -> tuple[NDArray[np.int_], NDArray[np.int_]]:
    """The bytes of ``image`` with a path drawn at once by Qt, and with the path as we draw it."""
    pictures = []
    for draw in (lambda p: p.drawPolyline(polygon(points)), lambda p: draw_path(p, points)):
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setClipRect(image.rect())
        painter.setPen(pen)
        draw(painter)
        painter.end()
        pictures.append(np.array(image.constBits()).astype(int))
    return pictures[0], pictures[1]


def test_wide_oscillation_is_drawn_quickly_and_looks_the_same() -> None:
    signs = np.where(np.arange(40) % 2, 1.0, -1.0)
    points = np.column_stack((50 + 3 * np.arange(40), 100 + 900 * signs))
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    at_once, ours = drawn(points, image, th.pen(th.LIGHT.accent, 1.0))
    assert np.abs(at_once - ours).mean() < 2
    far = np.column_stack((np.linspace(0, 200, 250), 9e4 * np.where(np.arange(250) % 2, 1, -1)))
    painter = QPainter(image)
    painter.setClipRect(image.rect())
    painter.setPen(th.pen(th.LIGHT.accent, 1.0, Qt.PenStyle.DotLine))
    began = time.process_time()
    draw_path(painter, far)
    painter.end()
    assert time.process_time() - began < 0.1


@pytest.mark.parametrize("style", [Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine])
def test_a_long_path_looks_as_if_it_were_drawn_at_once(style: Qt.PenStyle) -> None:
    """Its dashes go on from each stretch to the next, over rows that do not cross."""
    rows = np.arange(8)
    turns = np.where(rows % 2, 390.0, 10.0), np.where(rows % 2, 10.0, 390.0)
    points = np.column_stack((np.ravel(turns, "F"), np.repeat(20.0 + 20.0 * rows, 2)))
    points = np.column_stack([np.interp(np.arange(0, 15, 0.125), np.arange(16), axis)
                              for axis in points.T])  # fmt: skip
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    at_once, ours = drawn(points, image, th.pen(th.LIGHT.accent, 2.0, style))
    assert (at_once < 200).any()
    assert (np.abs(at_once - ours) > 60).mean() < 0.002


def test_of_a_tangle_ahead_only_the_beginning_is_drawn(qapp: object) -> None:
    steps = np.arange(200)
    points = np.column_stack((200 + 190 * (-1.0) ** steps, 200 + 0.9 * steps))
    lowest = []
    for most in (1000.0, np.inf):
        image = QImage(400, 400, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setClipRect(image.rect())
        painter.setPen(th.pen(th.LIGHT.accent, 1.0, Qt.PenStyle.DotLine))
        draw_path(painter, points, most)
        painter.end()
        rows = np.nonzero(np.array(image.constBits()).reshape(400, 400, 4)[:, :, 2] < 200)[0]
        lowest.append(int(rows.max()))
    assert 200 < lowest[0] < 210
    assert lowest[1] > 370


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
