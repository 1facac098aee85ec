"""What meets a person at the start: work that a crash has left, else the gallery."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication

from gdsim.ui.gallery import Gallery
from gdsim.ui.main_window import MainWindow
from gdsim.ui.recovery import Recovery, left_behind

#: Platforms of Qt on which nobody sees anything.
_UNSEEN = ("offscreen", "minimal", "vnc")


def greet(window: MainWindow, path: Path | None) -> None:
    """Greet once the window is on the screen. Who opens a file wants that file, and no gallery."""

    def once(_seconds: float) -> None:
        window.clock.frame.disconnect(once)
        rescued = left_behind()
        if rescued:
            window.feature(Recovery).offer(rescued)
        elif path is None and window.settings.gallery_at_start():
            window.feature(Gallery).open()

    if QGuiApplication.platformName() not in _UNSEEN:
        window.clock.frame.connect(once)
        window.clock.ask()
