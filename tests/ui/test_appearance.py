"""Themes: readable by the numbers, text from 80 to 250 %, following the system."""

from dataclasses import replace
from itertools import combinations
from types import SimpleNamespace

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
)
from pytestqt.qtbot import QtBot

from gdsim.scenario.specs import MAX_LANES
from gdsim.ui import appearance
from gdsim.ui.main_window import MainWindow
from gdsim.ui.plots.lane_layer import LaneLayer, mark
from gdsim.ui.settings import TEXT_SCALES
from gdsim.ui.theme import DASHES, LIGHT, SYMBOLS, THEMES, Theme, field_colours


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_a_lane_is_never_told_by_its_colour_alone(theme: Theme) -> None:
    signs = [
        (theme.lane_colour(i), SYMBOLS[i % len(SYMBOLS)], DASHES[i % len(DASHES)])
        for i in range(MAX_LANES)
    ]
    for one, other in combinations(signs, 2):
        # Two of the three tell any two lanes apart: one would do where the other cannot be seen.
        assert sum(a != b for a, b in zip(one, other, strict=True)) >= 2


def test_marks_look_different() -> None:
    """As small as they are drawn, in grey, no two marks are the same."""
    size = 14
    drawn = []
    for style in range(len(SYMBOLS)):
        image = QImage(size, size, QImage.Format.Format_Grayscale8)
        image.fill(255)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(size / 2, size / 2)
        painter.fillPath(mark(SYMBOLS[style], size), QColor("black"))
        painter.end()
        drawn.append(np.frombuffer(image.constBits(), np.uint8).reshape(size, -1)[:, :size] / 255)
    for one, other in combinations(drawn, 2):
        assert np.abs(one - other).mean() > 0.04


def older_path(style: int, across: np.ndarray) -> np.ndarray:
    """The pixels (200, 400) that the older path of a lane gets; x of its steps is ``across``."""
    lane = LaneLayer(0)
    lane.set_look(LIGHT, style)
    lane._past = np.column_stack((across, np.linspace(100.0, 101.0, len(across))))
    image = QImage(400, 200, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(image.rect())
    lane.paint_pixels(painter, np.ones(2), np.zeros(2))
    painter.end()
    return np.frombuffer(image.constBits(), np.uint8).reshape(200, -1)[:, :400].copy()


def test_an_older_path_has_the_dash_of_its_lane(qtbot: QtBot) -> None:
    """Down each column the line is dark, or it is a gap; the dashes differ in how often that is."""
    gaps = []
    for style in range(len(DASHES)):
        dark = older_path(style, np.linspace(10.0, 390.0, 50)).min(axis=0)[12:388] < 200
        gaps.append(int((np.diff(dark.astype(int)) == -1).sum()))
    assert gaps[0] == 0
    assert all(count > 10 for count in gaps[1:])
    assert len(set(gaps)) == len(gaps)


def test_an_older_path_that_is_a_tangle_is_solid(qtbot: QtBot) -> None:
    to_and_fro = 200 + 180 * (-1.0) ** np.arange(100)
    for style in range(len(DASHES)):
        dark = older_path(style, to_and_fro).min(axis=0)[30:370] < 200
        assert dark.all()


def test_who_wears_the_theme_already_is_not_dressed_again(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.appearance.set_theme("dark")
    worn, applied = window.appearance.theme, []
    monkeypatch.setattr(window.appearance, "_applied", applied.append)
    window.appearance.set_theme("dark")
    window.appearance.scale_text(0)
    assert applied == []
    window.appearance.lend(THEMES["projector"])
    window.appearance.lend(None)
    assert applied == [THEMES["projector"], worn]
    assert applied[1] is worn
    # A screen that joins may be coarser: icons are drawn anew.
    window.appearance._on_screen(window.screen())
    assert applied[2:] == [worn]
    assert applied[2] is not worn


def test_text_grows_and_shrinks_with_the_plots(qtbot: QtBot, window: MainWindow) -> None:
    sizes = []
    for _ in range(len(TEXT_SCALES) + 2):
        window.actions_["text-larger"].trigger()
    assert window.appearance.theme.text_scale == 2.5
    for _ in range(len(TEXT_SCALES) + 2):
        axis = window.stage.contours[0].plot.getAxis("left")
        sizes.append((window.menuBar().fontInfo().pixelSize(),
                      axis.style["tickFont"].pixelSize()))  # fmt: skip
        window.actions_["text-smaller"].trigger()
    assert window.appearance.theme.text_scale == 0.8
    assert sizes[0][0] == round(13 * 2.5)
    assert sizes[0][1] == 30
    assert sizes == sorted(sizes, reverse=True)
    window.actions_["text-normal"].trigger()
    assert window.appearance.theme.text_scale == 1.0


def test_the_system_is_followed_until_a_theme_is_chosen(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    system = SimpleNamespace(colorScheme=lambda: Qt.ColorScheme.Dark)
    # No screen of the tests has a colour scheme that could be switched.
    fake = SimpleNamespace(styleHints=lambda: system)
    window.appearance.set_theme("light")
    monkeypatch.setattr(appearance, "QGuiApplication", fake)
    window.appearance._on_scheme()
    assert window.appearance.theme.id == "light"
    window.appearance.set_theme("system")
    assert window.appearance.theme.id == "dark"
    system.colorScheme = lambda: Qt.ColorScheme.Light
    window.appearance._on_scheme()
    assert window.appearance.theme.id == "light"


def test_the_projector_is_as_large_on_every_screen(qtbot: QtBot, window: MainWindow) -> None:
    """Whoever sits in the last row sees the wall, not pixels; other themes keep their pixels."""
    window.appearance.set_theme("projector")
    assert window.appearance.theme.text_scale == 1.5
    window.resize(1920, 1080)
    qtbot.waitUntil(lambda: window.appearance.theme.text_scale == 1.5 * 1.5)
    assert window.appearance.theme.line == 1.5 * THEMES["projector"].line
    window.show_panel(True)
    large = window.parameters.findChildren(QLabel)[0].font().pixelSize()
    window.appearance.set_theme("light")
    assert window.appearance.theme.text_scale == 1.0
    assert window.parameters.findChildren(QLabel)[0].font().pixelSize() < large
    window.appearance.set_theme("projector")
    window.resize(1280, 720)
    qtbot.waitUntil(lambda: window.appearance.theme.text_scale == 1.5)


def test_text_waits_until_the_window_has_its_size(qtbot: QtBot, window: MainWindow) -> None:
    """Else a hand that pulls at the edge would wait for all texts with every pixel."""
    window.appearance.set_theme("projector")
    window.resize(1280, 720)
    qtbot.waitUntil(lambda: not window.clock.active)
    before, applied = window.appearance.theme, []
    apply = window.appearance._applied
    window.appearance._applied = applied.append
    for height in range(740, 1000, 20):
        window.resize(1280, height)
        QApplication.processEvents()
        window.clock.frame.emit(0.016)
        assert window.stage.height() > 0
        assert window.appearance.theme is before
    window.appearance._applied = apply
    assert applied == []
    qtbot.waitUntil(lambda: window.appearance.theme.text_scale > before.text_scale)
    assert window.appearance.theme.text_scale == 1.5 * 1.25  # 980 of 720 pixels, in quarters


@pytest.mark.parametrize("count", [14, 256])
def test_the_field_is_cividis(qapp: QApplication, count: int) -> None:
    plain = replace(THEMES["light"], id="plain", field_fade=(0.0, 0.0))
    shown = np.array([colour.getRgb()[:3] for colour in field_colours(plain, count)])
    known = pg.colormap.get("cividis").getLookupTable(0.0, 1.0, count)[:, :3]
    assert np.abs(shown - known.astype(int)).max() <= 2
