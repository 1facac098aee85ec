"""The old path during a drag: faint, and drawn once where it is long."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from gdsim.ui import theme as th
from gdsim.ui.plots import landmarks
from gdsim.ui.plots.landmarks import GhostItem

WIDTH, HEIGHT = 400, 200


def painted(ghost: GhostItem, ratio: float = 1.0, height: int = HEIGHT) -> NDArray[np.int64]:
    """Red, green and blue of what the item paints on white."""
    image = QImage(int(WIDTH * ratio), int(HEIGHT * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(0, 0, WIDTH, height)
    ghost.paint_pixels(painter, np.ones(2), np.zeros(2))
    painter.end()
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1, 4)
    return pixels[:, :, 2::-1].astype(np.int64)


def noisy() -> NDArray[np.float64]:
    """A walk around the middle, as a stochastic run ends."""
    return np.random.default_rng(0).normal((200, 100), (60, 25), (6000, 2))


def test_a_tangle_is_as_faint_as_a_line(qtbot: QtBot) -> None:
    ghost = GhostItem()
    ghost.set_paths([(0, noisy())])
    colour = np.array(th.pen(th.LIGHT.lane_colour(0), 1.0).color().getRgb()[:3])
    middle = painted(ghost)[90:110, 190:210].reshape(-1, 3)
    assert np.abs(middle - (255 + colour) / 2).max() <= 3


@pytest.mark.parametrize("ratio", [1.0, 1.5])
def test_a_long_one_is_drawn_once_and_looks_the_same(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, ratio: float
) -> None:
    drawn: list[int] = []

    def draw_path(painter: QPainter, points: NDArray[np.float64]) -> None:
        drawn.append(len(points))
        original(painter, points)

    original = landmarks.draw_path
    monkeypatch.setattr(landmarks, "draw_path", draw_path)
    monkeypatch.setattr(landmarks, "MANY", 100)
    # None crosses another: one by one faint lines are darker there, in a picture they are not.
    lines = [(0, np.array([(20.0, y), (380.0, y + 7.0)])) for y in np.linspace(2, 190, 60)]
    ghost = GhostItem()
    ghost.set_paths(lines)
    first, second = painted(ghost, ratio), painted(ghost, ratio)
    assert drawn == [2] * 60
    assert (first == second).all()
    assert (first < 240).any()
    monkeypatch.setattr(landmarks, "MANY", 1000)
    assert np.abs(painted(ghost, ratio) - first).max() <= 2
    monkeypatch.setattr(landmarks, "MANY", 100)
    # Another path, another theme: neither is the old picture.
    ghost.set_paths([(0, line + np.array((20.0, 0.0))) for _, line in lines])
    moved = painted(ghost, ratio)
    assert (moved != first).any()
    ghost.set_theme(th.THEMES["dark"])
    assert (painted(ghost, ratio) != moved).any()
    assert len(drawn) == 4 * 60


def test_a_plot_without_room_is_not_drawn(qtbot: QtBot) -> None:
    """In the smallest windows only the axis has room; Qt would warn of an empty picture."""
    ghost = GhostItem()
    ghost.set_paths([(0, noisy())])
    assert (painted(ghost, height=0) == 255).all()
    assert (painted(ghost) < 255).any()
