"""`gdsim render` as it is called: no display, no OpenGL, perhaps a home that cannot be written."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QImage, QImageReader

from gdsim.scenario.builtin import BUILTIN, FIRST, builtin_path

ROOT = Path(__file__).parents[1]
SVG = "{http://www.w3.org/2000/svg}"


def render(
    scene: Path, out: Path, *more: str, home: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the command where there is no screen; ``home`` may be one that cannot be written."""
    gone = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {k: v for k, v in os.environ.items() if k not in gone}
    environment |= {"PYTHONPATH": str(ROOT), "TMPDIR": str(out.parent)}
    if home is not None:
        environment = {k: v for k, v in environment.items() if not k.startswith("XDG_")}
        environment["HOME"] = str(home)
    return subprocess.run(
        [sys.executable, "-m", "gdsim", "render", str(scene), "-o", str(out), *more],
        env=environment, capture_output=True, encoding="utf-8", check=False, timeout=120,
    )  # fmt: skip


def silent(ended: subprocess.CompletedProcess[str], folder: Path, *files: str) -> None:
    """Not a word, and nothing but the picture left."""
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    assert sorted(path.name for path in folder.iterdir()) == sorted(files)


def colours(image: QImage) -> int:
    small = image.scaled(160, 90)
    return len({small.pixel(x, y) for x in range(160) for y in range(90)})


@pytest.mark.parametrize("name", BUILTIN)
def test_scenes(name: str, tmp_path: Path) -> None:
    silent(render(builtin_path(name), tmp_path / "a.png"), tmp_path, "a.png")
    image = QImage(str(tmp_path / "a.png"))
    assert image.size().toTuple() == (1280, 720)
    assert colours(image) > 40


@pytest.mark.parametrize("size", ["400x300", "1920x1080"])
def test_a_picture_has_the_size_that_was_asked_for(size: str, tmp_path: Path) -> None:
    silent(render(builtin_path(FIRST), tmp_path / "a.png", "--size", size), tmp_path, "a.png")
    image = QImage(str(tmp_path / "a.png"))
    assert "x".join(map(str, image.size().toTuple())) == size
    # Nothing is cut off: the last row of pixels belongs to the status line's ground.
    right = image.pixelColor(image.width() - 1, image.height() - 1)
    assert right == image.pixelColor(image.width() - 1, 2)


def test_lines_and_text_in_the_language_that_was_asked_for(tmp_path: Path) -> None:
    ended = render(builtin_path(FIRST), tmp_path / "a.svg", "--step", "4", "--lang", "zh_CN")
    silent(ended, tmp_path, "a.svg")
    root = ET.parse(tmp_path / "a.svg").getroot()
    assert (root.get("width"), root.get("height")) == ("1280", "720")
    written = "".join("".join(element.itertext()) for element in root.iter(f"{SVG}text"))
    assert "同步" in written
    assert "第 4 / 60 步" in written
    assert "Synchronous" not in written
    images = list(root.iter(f"{SVG}image"))
    assert len(images) < 30, "icons, and no picture of a plot"
    assert all(float(image.get("width", "0")) < 64 for image in images)
    assert len(list(root.iter(f"{SVG}path"))) > 50
    clips = {clip.get("id") for clip in root.iter(f"{SVG}clipPath")}
    used = {group.get("clip-path", "")[5:-1] for group in root.iter(f"{SVG}g")} - {""}
    assert used <= clips


def test_a_gif_goes_from_the_start_to_the_step(tmp_path: Path) -> None:
    ended = render(builtin_path(FIRST), tmp_path / "a.gif", "--step", "5", "--size", "640x360")
    silent(ended, tmp_path, "a.gif")
    reader = QImageReader(str(tmp_path / "a.gif"))
    assert reader.imageCount() == 6
    pictures = [reader.read() for _ in range(6)]
    delays = reader.nextImageDelay()
    assert delays == 2000
    assert len({picture.copy().bits().tobytes() for picture in pictures}) == 6


def test_the_same_scene_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.svg", "b.svg"):
        assert render(builtin_path(FIRST), tmp_path / name).returncode == 0
    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="homes of POSIX")
def test_a_home_that_cannot_be_used(tmp_path: Path) -> None:
    # A file in its place cannot be written into, whoever runs the tests.
    (tmp_path / "home").write_text("")
    (tmp_path / "out").mkdir()
    ended = render(builtin_path(FIRST), tmp_path / "out" / "a.png", home=tmp_path / "home")
    silent(ended, tmp_path / "out", "a.png")


def test_a_picture_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    out = tmp_path / "no" / "a.png"
    (tmp_path / "here").mkdir()
    ended = render(builtin_path(FIRST), out)
    assert ended.returncode == 2
    assert ended.stderr.count("\n") == 1
    assert ended.stderr.count(str(out)) == 1
    assert ended.stderr.startswith(f"gdsim: {out}: cannot be saved")
