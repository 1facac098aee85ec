"""Pictures of the window without a display."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from gdsim.scenario import Scenario, write_atomic

if TYPE_CHECKING:
    from PySide6.QtCore import QSize

    from gdsim.ui.main_window import MainWindow

#: Size of a picture when none is asked for, in pixels.
SIZE = (1280, 720)
#: An animation has at most this many pictures; of a longer run it shows them evenly spread.
MOST = 120
#: Pictures a second, and how many seconds the last one stays.
RATE, HOLD = 8.0, 2.0

#: What Qt's own platform without a display says of every window.
_KNOWN = ("This plugin does not support propagateSizeHints()",)


def render(
    scenario: Scenario,
    out: Path,
    step: int | None = None,
    size: tuple[int, int] = SIZE,
    language: str = "en",
    prepare: Callable[[MainWindow], None] | None = None,
) -> None:
    """Draw to ``out`` what the window would show at ``step`` (default: the last).

    ``prepare`` may do something with the window before. The name of ``out`` says how: a PNG, an
    SVG, or a GIF that goes from the start to ``step``.
    Raises `GdsimError` if the scenario cannot be run or the picture cannot be written.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # ignore_cleanup_errors: on Windows a file may still be held for a moment.
    with tempfile.TemporaryDirectory(prefix="gdsim-", ignore_cleanup_errors=True) as folder:
        _use_no_settings(folder)
        with _quiet():
            data = _drawn(scenario, out.suffix.lower(), step, size, language, prepare)
    write_atomic(out, data)


def _use_no_settings(folder: str) -> None:
    """A picture must not depend on what somebody chose in the window, nor leave anything."""
    from PySide6.QtCore import QSettings

    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
    home = os.path.expanduser("~")  # unlike Path.home, also where nobody has one
    if not os.environ.get("XDG_CACHE_HOME") and not os.access(home, os.W_OK):
        # Fontconfig complains where it cannot keep what it has found out about the fonts.
        os.environ["XDG_CACHE_HOME"] = folder


@contextmanager
def _quiet() -> Iterator[None]:
    """Leave out the one message that says nothing; all others are told as ever."""
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    def tell(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if message in _KNOWN:
            return
        if before is not None:
            before(kind, context, message)
        elif sys.stderr is not None:
            sys.stderr.write(f"{message}\n")

    before = qInstallMessageHandler(tell)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def _drawn(
    scenario: Scenario,
    kind: str,
    step: int | None,
    size: tuple[int, int],
    language: str,
    prepare: Callable[[MainWindow], None] | None,
) -> bytes:
    from PySide6.QtCore import QSize

    from gdsim.ui import i18n
    from gdsim.ui.app import make_application
    from gdsim.ui.main_window import MainWindow

    app = make_application()
    before = i18n.current_language()
    window = MainWindow(scenario)
    try:
        window.appearance.set_language(language)
        session = window.session
        session.finish()
        session.set_cursor(session.steps if step is None else step)
        pixels = QSize(*size)
        ratio = _lay_out(window, pixels)
        if prepare is not None:
            prepare(window)
        window.refresh()
        for _ in range(5):  # a label that wraps asks for another layout, and that for another
            app.processEvents()
        if kind == ".svg":
            return _svg(window, pixels)
        if kind == ".gif":
            return _gif(window, pixels, ratio)
        return _png(window, pixels, ratio)
    finally:
        window.close()
        window.deleteLater()
        i18n.set_language(before)


def _lay_out(window: MainWindow, size: QSize) -> float:
    """Give the window this size; where it needs more, it is drawn smaller by what is returned."""
    from PySide6.QtCore import QSize, Qt

    from gdsim.ui import theme as th

    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    window.resize(size)
    window.show()
    least = window.minimumSizeHint()
    ratio = min(1.0, size.width() / least.width(), size.height() / least.height())
    if ratio < 1.0:
        window.resize(QSize(round(size.width() / ratio), round(size.height() / ratio)))
        with th.device_pixels(ratio):
            window.appearance.apply()
    return ratio


def _png(window: MainWindow, size: QSize, ratio: float) -> bytes:
    from gdsim.ui.export.pictures import png_bytes, take

    return png_bytes(take(window, size, ratio))


def _svg(window: MainWindow, size: QSize) -> bytes:
    from gdsim.ui.export.svg import svg_bytes

    return svg_bytes(window, size, window.windowTitle().replace("[*]", ""))


def _gif(window: MainWindow, size: QSize, ratio: float) -> bytes:
    from gdsim.export import GifWriter
    from gdsim.ui.export.pictures import packed, shown_steps, take

    writer = GifWriter(size.width(), size.height())
    steps = shown_steps(0, window.session.cursor, MOST)
    for step in steps:
        window.session.set_cursor(step)
        window.refresh()
        seconds = HOLD if step == steps[-1] else 1 / RATE
        for _ in writer.add(packed(take(window, size, ratio)), seconds):
            pass
    return writer.data()
