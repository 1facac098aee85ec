"""Pictures have the pixels of a fine display: at 100, 200 and 300 % nothing is drawn enlarged."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtGui import QGuiApplication, QImage

#: Draws the views, saves a picture of each, and prints what it has kept between two paints.
DRAW = """
import json, sys
from dataclasses import replace
from gdsim.scenario import ProblemSpec, default_scenario
from gdsim.ui.app import make_application
app = make_application()
from gdsim.ui import theme as th
from gdsim.ui.main_window import MainWindow
from gdsim.ui.widgets.lane_mark import mark_pixmap
from PySide6.QtTest import QTest
folder, threed = sys.argv[1], sys.argv[2] == "3d"
scenario = default_scenario()
window = MainWindow(scenario)
window.resize(1280, 720)
window.session.set_cursor(4)
window.apply_preset("compare")
window.show()
def settle():
    for _ in range(8):
        app.processEvents()
        window.refresh()
def keep(name, widget):
    widget.grab().toImage().save(f"{folder}/{name}.png")
settle()
contour = window.stage.contours[0]
keep("contour", contour)
keep("loss", window.workspace.view("loss"))
keep("rate", window.parameters.rate)
window.apply_preset("data")
settle()
keep("overlay", window.stage.overlay)
keep("data", window.workspace.view("data"))
told = {
    "field": [contour._field._pixmap.devicePixelRatio(), contour._field._pixmap.width(),
              contour.plot.getViewBox().width()],
    "mark": [mark_pixmap(th.LIGHT, 0).devicePixelRatio(), mark_pixmap(th.LIGHT, 0).width(), 16],
}
if threed:
    window.set_mode("surface")
    surface = window.stage.surface
    while surface.pending:
        QTest.qWait(10)
    settle()
    keep("surface", surface)
    image = surface.picture._image
    told["surface"] = [image.devicePixelRatio(), image.width(), surface.width()]
    image.save(f"{folder}/mesh.png")
lanes = tuple(replace(lane, coordinates=()) for lane in scenario.lanes)
window.edit(replace(scenario, problem=ProblemSpec.of("parabola"), start=(4.0,), lanes=lanes), "")
window.set_mode("panels")
settle()
keep("curve", window.stage.curve)
window.session.mark_saved()
window.close()
print(json.dumps(told))
"""
VIEWS = ("contour", "overlay", "data", "loss", "curve", "rate")


@pytest.fixture(scope="module")
def drawn(tmp_path_factory) -> Iterator[dict[int, tuple[dict, dict[str, np.ndarray]]]]:
    """By display scale: what was told, and the pictures in grey (0 … 1)."""
    threed = QGuiApplication.platformName() != "offscreen"
    found = {}
    for ratio in (1, 2, 3):
        folder = tmp_path_factory.mktemp(f"at-{ratio}")
        command = [sys.executable, "-c", DRAW, str(folder), "3d" if threed else "2d"]
        environment = os.environ | {"QT_SCALE_FACTOR": str(ratio)}
        done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
        pictures = {path.stem: grey(str(path)) for path in folder.glob("*.png")}
        found[ratio] = json.loads(done.stdout.splitlines()[-1]), pictures
    return found


def grey(path: str) -> np.ndarray:
    image = QImage(path).convertToFormat(QImage.Format.Format_Grayscale8)
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return raw[:, : image.width()] / 255.0


def edges(picture: np.ndarray) -> np.ndarray:
    """Of each strong edge from left to right: the pixels over which most of it comes about."""
    step = np.abs(np.diff(picture, axis=1))
    reach = 9
    widths = []
    for row in step[::3]:
        for at in np.flatnonzero(row > 0.12):
            near = row[max(0, at - reach // 2) : at + reach // 2 + 1]
            if row[at] == near.max():
                # How many steps as large as the steepest one the whole edge is.
                low, high = picture_range(near)
                widths.append(high / low)
    return np.array(widths)


def picture_range(near: np.ndarray) -> tuple[float, float]:
    """The steepest step, and all steps that belong to the same slope."""
    top = int(near.argmax())
    first = last = top
    while first > 0 and near[first - 1] > 0.02:
        first -= 1
    while last + 1 < len(near) and near[last + 1] > 0.02:
        last += 1
    return float(near[top]), float(near[first : last + 1].sum())


def detail(picture: np.ndarray, ratio: int) -> float:
    """What is lost where ``ratio`` × ``ratio`` pixels become one: 0 for an enlarged picture."""
    high, wide = (side // ratio * ratio for side in picture.shape)
    blocks = picture[:high, :wide].reshape(high // ratio, ratio, wide // ratio, ratio)
    mean = blocks.mean(axis=(1, 3), keepdims=True)
    return float(np.abs(blocks - mean).max(axis=(1, 3)).mean())


def enlarged(picture: np.ndarray, ratio: int) -> np.ndarray:
    """A picture as it would be if it were drawn small and shown large."""
    high, wide = picture.shape
    rows = np.linspace(0, high - 1, high * ratio)
    columns = np.linspace(0, wide - 1, wide * ratio)
    tall = np.stack([np.interp(rows, np.arange(high), column) for column in picture.T], axis=1)
    return np.stack([np.interp(columns, np.arange(wide), row) for row in tall])


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("ratio", [2, 3])
def test_edges_are_as_steep_as_at_100_percent(drawn, name: str, ratio: int) -> None:
    small, large = drawn[1][1][name], drawn[ratio][1][name]
    assert np.abs(np.array(large.shape) - ratio * np.array(small.shape)).max() <= ratio
    at_once, blurred = np.median(edges(large)), np.median(edges(enlarged(small, ratio)))
    # In pixels of the display an edge is no wider than it is at 100 %.
    assert at_once <= np.median(edges(small)) * 1.25
    assert at_once < 0.8 * blurred
    # Nor is every pixel there twice or three times.
    doubled = np.kron(small, np.ones((ratio, ratio)))
    assert detail(doubled, ratio) < 1e-9
    assert detail(large, ratio) > 0.4 * detail(enlarged(small, ratio), ratio)


@pytest.mark.parametrize("ratio", [1, 2, 3])
def test_what_is_kept_has_the_pixels_of_the_display(drawn, ratio: int) -> None:
    told, _ = drawn[ratio]
    for name, (has, pixels, layout) in told.items():
        assert has == pytest.approx(ratio, abs=0.01), name
        assert pixels == pytest.approx(ratio * layout, abs=ratio), name


@pytest.mark.parametrize("ratio", [2, 3])
def test_the_surface_is_rendered_in_pixels_of_the_display(drawn, ratio: int) -> None:
    if "mesh" not in drawn[1][1]:
        pytest.skip("there is no OpenGL without a screen")
    for name in ("surface", "mesh"):
        small, large = drawn[1][1][name], drawn[ratio][1][name]
        assert np.median(edges(large)) <= np.median(edges(small)) * 1.25


@pytest.mark.parametrize("ratio", [2, 3])
def test_lines_and_marks_keep_their_size(drawn, ratio: int) -> None:
    """A line is as wide on a fine display: as large a part of the picture is dark."""
    for name in VIEWS:
        small, large = drawn[1][1][name], drawn[ratio][1][name]
        assert large.mean() == pytest.approx(small.mean(), abs=0.01), name
