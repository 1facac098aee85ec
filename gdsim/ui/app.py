"""Starting the window, or, with no display, drawing the same scene to a picture."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFileOpenEvent, QIcon
from PySide6.QtWidgets import QApplication, QMessageBox

import gdsim
from gdsim.engine.errors import GdsimError
from gdsim.resources import resource
from gdsim.scenario import Scenario, default_scenario, load_scenario
from gdsim.ui.i18n import set_language
from gdsim.ui.reporting import Reporter
from gdsim.ui.settings import Settings

#: Where the picture goes when there is no display.
PICTURE = Path("gdsim-scene.png")
#: … and the step that it shows: late enough that the two orders are seen to differ.
PICTURE_STEP = 4

#: Looks for garbage among the middle-aged until one among the oldest; Python's own is 10.
OLDEST = 100


class Application(QApplication):
    """Hears which file was double-clicked on macOS, where that is an event and not an argument.

    Another language it tells each widget once: Qt would tell dialogs and menus by themselves, and
    then by the window that they belong to, which tells all that is in it.
    """

    file_opened = Signal(Path)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent):
            self.file_opened.emit(Path(event.file()))
            return True
        if event.type() == QEvent.Type.LanguageChange:
            for top in self.topLevelWidgets():
                if top.parent() is None:
                    self.postEvent(top, QEvent(QEvent.Type.LanguageChange))
            return True
        return super().event(event)


def make_application() -> QApplication:
    """The application object, or the one that is already there."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    app = Application(sys.argv[:1])
    app.setApplicationName("gdsim")
    app.setApplicationVersion(gdsim.__version__)
    app.setDesktopFileName("gdsim")
    app.setStyle("Fusion")
    app.setWindowIcon(QIcon(str(resource("icons", "gdsim.svg"))))
    return app


def has_display() -> bool:
    """Whether a window could be seen: always but on a Linux without X11 and Wayland."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def run(path: Path | None, reset: bool = False, lecture: Path | None = None) -> int:
    """Open the window on ``path`` or the first scene; the exit code of the program.

    A lecture is shown over it. Raises `GdsimError` if a file cannot be used.
    """
    scenario = _load(path)
    if not has_display():
        if lecture is not None:
            raise GdsimError("no display; 'gdsim render LECTURE -o beat.png' draws a beat")
        from gdsim.ui.render import render

        render(scenario.anchored(path.parent) if path else scenario, PICTURE, PICTURE_STEP)
        sys.stdout.write(f"no display; the scene was drawn to {PICTURE.resolve()}\n")
        return 0
    app = make_application()
    reporter = Reporter()
    reporter.install()
    try:
        if reset:
            Settings().reset()
        return _run_window(app, reporter, scenario, path, lecture)
    except GdsimError:
        raise
    except Exception as error:
        # There is no window yet to show it in; it goes on to the terminal, if there is one.
        reporter.record(error)
        raise
    finally:
        reporter.uninstall()


def _load(path: Path | None) -> Scenario:
    """The scenario to begin with; started from a desktop, what is wrong is said in a window."""
    try:
        return load_scenario(path) if path is not None else default_scenario()
    except GdsimError as error:
        if path is not None and has_display() and _started_from_desktop():
            _say(path, error)
        raise


def _say(path: Path, error: GdsimError) -> None:
    from gdsim.ui.documents import cannot_open, reason

    make_application()
    set_language(Settings().language())
    QMessageBox.warning(None, "gdsim", f"{cannot_open(path)}\n{reason(error)}")


def _started_from_desktop() -> bool:
    """Whether nobody reads stderr: the desktop entry says so, a windowed build has none."""
    return sys.stderr is None or bool(os.environ.get("GDSIM_DESKTOP"))


def _run_window(
    app: QApplication, reporter: Reporter, scenario: Scenario, path: Path | None,
    lecture: Path | None,
) -> int:  # fmt: skip
    from gdsim.ui.first import greet
    from gdsim.ui.main_window import MainWindow
    from gdsim.ui.recovery import Recovery

    window = MainWindow(scenario, path)
    reporter.keep = window.feature(Recovery).keep
    if isinstance(app, Application):
        app.file_opened.connect(window.documents.open)
    window.clock.frame.connect(collect_garbage, Qt.ConnectionType.SingleShotConnection)
    window.show()
    greet(window, path or lecture)
    if lecture is not None:
        # What the first picture does not need is read when somebody wants it.
        from gdsim.ui.lecture.feature import LectureMode

        window.feature(LectureMode).open_file(lecture)
    code = app.exec()
    reporter.keep = None
    return code


def collect_garbage(_seconds: float = 0.0) -> None:
    """The first picture is there: from now on, but never in what the start has made.

    And a tenth as often as usual in all that has been made since: to look through that takes two
    frames, found next to nothing, and came every few seconds of a drag.
    """
    gc.freeze()
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, OLDEST)
    gc.enable()
