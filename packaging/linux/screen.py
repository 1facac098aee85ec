"""Looks at what a program paints on a virtual screen, from outside.

Xvfb started with ``-fbdir FOLDER`` keeps its picture in a file, so that looking costs the program
nothing. NumPy is all that is needed.

    python packaging/linux/screen.py painted FOLDER        wait until a window is painted
    python packaging/linux/screen.py still FOLDER          wait until nothing moves any more
    python packaging/linux/screen.py text FOLDER           is the menu bar text, or boxes?
    python packaging/linux/screen.py colours FOLDER        how many colours the plots have
    python packaging/linux/screen.py save FOLDER FILE      a screenshot (.png)
    python packaging/linux/screen.py first-paint N COMMAND…  median time to the first paint, in ms
"""

from __future__ import annotations

import os
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import time
import zlib
from itertools import pairwise
from pathlib import Path

import numpy as np

SIZE = (1280, 720)
#: Height of the menu bar at the normal text size, in pixels.
MENU_BAR = 26
#: Longest time that a program may take to paint, in seconds.
PATIENCE = 60.0


def read(folder: Path) -> np.ndarray:
    """What is on the screen: colours as 0xRRGGBB, shape (height, width)."""
    data = (folder / "Xvfb_screen0").read_bytes()
    header = struct.unpack(">25I", data[:100])
    width, height, row = header[4], header[5], header[12]
    start = header[0] + 12 * header[19]
    pixels = np.frombuffer(data, "<u4", offset=start, count=height * row // 4)
    return pixels.reshape(height, row // 4)[:, :width] & 0xFFFFFF


def colours(picture: np.ndarray) -> int:
    """How many colours there are."""
    return len(np.unique(picture))


def is_painted(picture: np.ndarray) -> bool:
    """Whether a window with its plots is there, and not just an empty one or none."""
    coarse = picture[::3, ::3]
    return bool(np.mean(coarse != 0) > 0.5) and colours(coarse) > 60


def wait_painted(folder: Path, patience: float = PATIENCE) -> bool:
    """Wait until a window is painted; whether that came to pass."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        if (folder / "Xvfb_screen0").exists() and is_painted(read(folder)):
            return True
        time.sleep(0.004)
    return False


def wait_still(folder: Path, quiet: float = 1.0, patience: float = PATIENCE) -> bool:
    """Wait until the picture has not changed for ``quiet`` seconds."""
    end = time.monotonic() + patience
    before, since = read(folder), time.monotonic()
    while time.monotonic() < end:
        time.sleep(0.1)
        now = read(folder)
        if not np.array_equal(now, before):
            before, since = now, time.monotonic()
        elif time.monotonic() - since > quiet:
            return True
    return False


def glyphs(strip: np.ndarray) -> list[np.ndarray]:
    """The shapes in a line of text, left to right, as boolean pictures cut to their bounds.

    A column of background parts two shapes; letters that touch count as one.
    """
    levels = sum((strip >> shift & 0xFF).astype(float) for shift in (0, 8, 16))
    values, counts = np.unique(levels, return_counts=True)
    ground = values[counts.argmax()]
    contrast = np.abs(levels - ground)
    ink = contrast > 0.5 * max(contrast.max(), 1.0)
    filled = np.concatenate(([False], ink.any(axis=0), [False]))
    edges = np.flatnonzero(filled[1:] != filled[:-1])
    shapes = []
    for left, right in pairwise(edges):
        if filled[left + 1]:
            rows = np.flatnonzero(ink[:, left:right].any(axis=1))
            shapes.append(ink[rows[0] : rows[-1] + 1, left:right])
    return shapes


def is_box(shape: np.ndarray) -> bool:
    """Whether a shape is the empty frame that is drawn where no font has a letter."""
    if shape.shape[0] < 6 or shape.shape[1] < 4:
        return False
    frame = np.concatenate((shape[0], shape[-1], shape[:, 0], shape[:, -1]))
    return bool(frame.mean() > 0.85) and bool(shape[2:-2, 2:-2].mean() < 0.1)


def judge_text(picture: np.ndarray) -> tuple[bool, str]:
    """Whether the menu bar holds text that can be read, and what was found there."""
    shapes = [s for s in glyphs(picture[:MENU_BAR, : SIZE[0]]) if s.size > 3]
    boxes = sum(map(is_box, shapes))
    kinds = {(shape.shape, shape.tobytes()) for shape in shapes}
    found = f"{len(shapes)} shapes, {len(kinds)} different, {boxes} boxes"
    return len(kinds) >= 8 and boxes <= 2, found


def plots(picture: np.ndarray) -> np.ndarray:
    """The part of the window where the contours or the surface are."""
    width, height = SIZE
    return picture[60 : height // 2, 7 * width // 20 : width - 20]


def save(picture: np.ndarray, path: Path) -> None:
    """Write a picture as a PNG file."""
    height, width = picture.shape
    channels = [(picture >> shift & 0xFF).astype(np.uint8) for shift in (16, 8, 0)]
    rows = np.stack(channels, axis=-1).reshape(height, 3 * width)
    packed = zlib.compress(np.pad(rows, ((0, 0), (1, 0))).tobytes(), 6)

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = chunk(b"IHDR", header) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + parts)


def first_paint(command: list[str], times: int) -> list[float]:
    """Milliseconds from starting ``command`` to its whole picture, each time on a new screen."""
    return [_paint_once(command) for _ in range(times)]


def _paint_once(command: list[str]) -> float:
    with tempfile.TemporaryDirectory(prefix="gdsim-screen-") as name:
        folder = Path(name)
        reading, writing = os.pipe()
        screen = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-fbdir", name, "-screen", "0", "1280x720x24",
             "-nolisten", "tcp", "-noreset"],
            pass_fds=[writing],
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(writing)
        with os.fdopen(reading) as answer:
            display = ":" + answer.readline().strip()
        environment = {k: v for k, v in os.environ.items() if not k.startswith(("QT_", "WAYLAND_"))}
        environment |= {"DISPLAY": display, "HOME": name, "XDG_CONFIG_HOME": name}
        started = time.monotonic()
        program = subprocess.Popen(command, env=environment, start_new_session=True)
        try:
            if not wait_painted(folder):
                raise SystemExit(f"{command[0]} painted nothing in {PATIENCE:.0f} s")
            return 1000 * (time.monotonic() - started)
        finally:
            os.killpg(program.pid, signal.SIGKILL)
            program.wait()
            screen.terminate()
            screen.wait()


def main(command: str, *arguments: str) -> int:
    """Do what is asked on the command line; the exit code."""
    if command == "first-paint":
        paints = first_paint(list(arguments[1:]), int(arguments[0]))
        print(f"{statistics.median(paints):.0f}")
        return 0
    folder = Path(arguments[0])
    if command == "painted":
        return 0 if wait_painted(folder) else 1
    if command == "still":
        return 0 if wait_still(folder) else 1
    if command == "text":
        good, found = judge_text(read(folder))
        print(found)
        return 0 if good else 1
    if command == "colours":
        print(colours(plots(read(folder))))
        return 0
    if command == "save":
        save(read(folder), Path(arguments[1]))
        return 0
    raise SystemExit(__doc__)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        raise SystemExit(__doc__)
    sys.exit(main(*sys.argv[1:]))
