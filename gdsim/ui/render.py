"""Pictures of the window without a display."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from gdsim.engine.errors import GdsimError
from gdsim.engine.text import N_
from gdsim.scenario import Scenario

#: Size of a picture when none is asked for, in pixels.
SIZE = (1280, 720)


def render(
    scenario: Scenario,
    out: Path,
    step: int | None = None,
    size: tuple[int, int] = SIZE,
    language: str = "en",
) -> None:
    """Draw to ``out`` what the window would show at ``step`` (default: the last).

    Raises `GdsimError` if the scenario cannot be run or the picture cannot be written.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory(prefix="gdsim-") as folder:
        # A picture must not depend on what somebody chose in the window.
        from PySide6.QtCore import QSettings

        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
        from gdsim.ui.app import make_application
        from gdsim.ui.main_window import MainWindow

        app = make_application()
        window = MainWindow(scenario)
        window.appearance.set_language(language)
        window.resize(*size)
        window.session.set_cursor(window.session.steps if step is None else step)
        window.show()
        app.processEvents()
        window.refresh()
        app.processEvents()
        saved = window.grab().save(str(out))
        window.close()
    if not saved:
        raise GdsimError(N_("{file} cannot be written"), file=str(out))
