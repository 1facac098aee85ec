"""The real window with its lecture mode."""

from collections.abc import Iterator

import pytest

from gdsim.ui.lecture import show
from gdsim.ui.lecture.feature import LectureMode
from gdsim.ui.main_window import MainWindow
from tests.window import window

__all__ = ["window"]


@pytest.fixture
def lectures(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Iterator[LectureMode]:
    """The window's lecture mode, in which the cursor jumps instead of running."""
    monkeypatch.setattr(show, "RUNNING_TIME", 0.0)
    mode = window.feature(LectureMode)
    yield mode
    mode.close()
