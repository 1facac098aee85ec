"""What a person wants to export, and the work that makes it."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterator, Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from gdsim.engine.params import ParamSpec
from gdsim.engine.text import N_
from gdsim.export import (
    ApngWriter,
    GifWriter,
    arithmetic_latex,
    csv_parts,
    json_parts,
    part_count,
)
from gdsim.ui import theme as th
from gdsim.ui.documents import title_of
from gdsim.ui.export.job import Work
from gdsim.ui.export.pictures import packed, png_bytes, shown_steps
from gdsim.ui.export.sheet import SCENE, Sheet, make_sheet
from gdsim.ui.i18n import tr
from gdsim.ui.panels.arithmetic import ArithmeticPanel

if TYPE_CHECKING:
    from gdsim.ui.main_window import MainWindow

PICTURE, ANIMATION, NUMBERS, ARITHMETIC = "picture", "animation", "numbers", "arithmetic"
KINDS = (
    (PICTURE, N_("Picture")),
    (ANIMATION, N_("Animation of the steps")),
    (NUMBERS, N_("Numbers of all steps")),
    (ARITHMETIC, N_("Arithmetic of this step")),
)
#: (ending of the file, label) for each kind; the first is the usual one.
FORMATS: dict[str, tuple[tuple[str, str], ...]] = {
    PICTURE: (("png", N_("PNG (pixels)")), ("svg", N_("SVG (lines, any size)"))),
    ANIMATION: (("gif", N_("GIF (256 colours a picture)")), ("png", N_("APNG (all colours)"))),
    NUMBERS: (("csv", N_("CSV (for a spreadsheet)")), ("json", N_("JSON (for a program)"))),
    ARITHMETIC: (("txt", N_("Text")), ("tex", "LaTeX")),
}
#: An animation has at most this many pictures; of more steps it shows them evenly spread.
MOST = 600

WIDTH = ParamSpec("width", N_("Width"), 1280, low=64, high=8192, scale="int", unit="px")
HEIGHT = ParamSpec("height", N_("Height"), 720, low=64, high=8192, scale="int", unit="px")
TEXT = ParamSpec("text", N_("Size of the text"), 100, low=50, high=300, scale="int", unit="%")
RATE = ParamSpec("rate", N_("Pictures per second"), 8, low=1, high=50, scale="int")
HOLD = ParamSpec("hold", N_("Last picture stays"), 2, low=0, high=30, unit="s")


@dataclass(frozen=True)
class Wish:
    """Everything that the dialog asks for.

    ``size`` and ``moving`` are how large a picture and an animation are: a multiple of what is on
    the screen, pixels like ``1280x720``, or ``own`` for ``width`` and ``height``.
    """

    kind: str = PICTURE
    part: str = SCENE
    picture: str = "png"
    animation: str = "gif"
    numbers: str = "csv"
    arithmetic: str = "txt"
    size: str = "2"
    moving: str = "1"
    width: int = 1280
    height: int = 720
    text: int = 100
    theme: str = ""
    first: int = 0
    last: int = -1
    rate: int = 8
    hold: float = 2.0
    loop: bool = True

    @property
    def format(self) -> str:
        """Ending of the file."""
        return str(getattr(self, self.kind))

    @property
    def sizing(self) -> str:
        """The field that holds the size."""
        return "moving" if self.kind == ANIMATION else "size"

    def with_format(self, ending: str) -> Wish:
        """The same in another format of its kind."""
        changed: Mapping[str, object] = {self.kind: ending}
        return replace(self, **changed)  # type: ignore[arg-type]

    def to_json(self) -> str:
        """What is remembered; the steps belong to one run, and are not."""
        kept = {k: v for k, v in asdict(self).items() if k not in ("first", "last")}
        return json.dumps(kept)

    @staticmethod
    def from_json(text: str) -> Wish:
        """What was remembered; anything that is not as expected counts as not set."""
        try:
            known = json.loads(text)
        except (ValueError, RecursionError):
            return Wish()
        if not isinstance(known, dict):
            return Wish()
        usual = Wish()
        good = {
            each.name: known[each.name]
            for each in fields(Wish)
            if type(known.get(each.name)) is type(getattr(usual, each.name))
        }
        wish = replace(usual, **good)
        return wish if wish._is_good() else usual

    def _is_good(self) -> bool:
        if self.kind not in FORMATS:
            return False
        formats = all(getattr(self, kind) in dict(choices) for kind, choices in FORMATS.items())
        sides = WIDTH.allows(self.width) and HEIGHT.allows(self.height)
        times = RATE.allows(self.rate) and HOLD.allows(self.hold)
        return formats and sides and times and TEXT.allows(self.text) and (
            self.theme in ("", *th.THEMES)
        )  # fmt: skip


def work(window: MainWindow, wish: Wish, size: QSize) -> Work:
    """Make the file of ``wish``; pictures are ``size`` pixels large."""
    makers = {PICTURE: _picture, ANIMATION: _animation}
    if wish.kind in makers:
        return makers[wish.kind](window, wish, size)
    return _numbers(window, wish) if wish.kind == NUMBERS else _arithmetic(window, wish)


def sheet_of(
    window: MainWindow, wish: Wish, size: QSize, *, vectors: bool = False
) -> Generator[float, None, Sheet]:
    """The sheet that the pictures of ``wish`` are taken of."""
    theme = th.THEMES[wish.theme] if wish.theme else None
    return make_sheet(window, wish.part, size, wish.text / 100, theme, vectors=vectors)


def image_of(window: MainWindow, wish: Wish, size: QSize) -> Generator[float, None, QImage]:
    """The picture of ``wish`` itself, not a file of it; of an animation the first one."""
    sheet = yield from sheet_of(window, wish, size)
    try:
        yield 0.3
        if wish.kind == ANIMATION:
            sheet.set_step(wish.first)
        sheet.prepare()
        yield 0.5
        return sheet.image(size)
    finally:
        sheet.done()


def _picture(window: MainWindow, wish: Wish, size: QSize) -> Work:
    if wish.format != "svg":
        image = yield from image_of(window, wish, size)
        yield 0.7
        return png_bytes(image)
    sheet = yield from sheet_of(window, wish, size, vectors=True)
    try:
        yield 0.5
        return sheet.svg(size, title_of(window.session.scenario) or "gdsim")
    finally:
        sheet.done()


def _animation(window: MainWindow, wish: Wish, size: QSize) -> Work:
    steps = shown_steps(wish.first, wish.last, MOST)
    writer: GifWriter | ApngWriter
    if wish.format == "gif":
        writer = GifWriter(size.width(), size.height(), loop=wish.loop)
    else:
        writer = ApngWriter(size.width(), size.height(), len(steps), loop=wish.loop)
    sheet = yield from sheet_of(window, wish, size)
    try:
        yield 0.0
        for at, step in enumerate(steps):
            sheet.set_step(step)
            pixels = packed(sheet.image(size))
            yield at / len(steps)
            seconds = 1 / wish.rate + (wish.hold if at == len(steps) - 1 else 0.0)
            for _ in writer.add(pixels, seconds):
                yield at / len(steps)
        return writer.data()
    finally:
        sheet.done()


def _numbers(window: MainWindow, wish: Wish) -> Work:
    runs = window.session.runs
    parts: Iterator[str] = csv_parts(runs) if wish.format == "csv" else json_parts(runs)
    count, made = part_count(runs), []
    for at, part in enumerate(parts):
        made.append(part.encode())
        yield min(1.0, at / count)
    return b"".join(made)


def _arithmetic(window: MainWindow, wish: Wish) -> Work:
    yield 0.0
    return arithmetic_of(window, wish.format).encode()


def arithmetic_of(window: MainWindow, ending: str) -> str:
    """The arithmetic of the step that is shown."""
    scene, step = window.scene, window.session.cursor
    assert scene is not None
    if ending == "tex":
        # The step that led here; at the start the one to come, as in the panel.
        return arithmetic_latex(scene.runs, max(step, 1) - 1, scene.labels, tr)
    # Not the panel on the screen: one that is hidden is not kept up to date.
    panel = ArithmeticPanel()
    panel.set_step(step)
    panel.set_scene(scene)
    text = panel.text()
    panel.deleteLater()
    return text + "\n"
