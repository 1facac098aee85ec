"""Pictures of a lecture without a display."""

from __future__ import annotations

from pathlib import Path

from gdsim.lectures import Lecture
from gdsim.ui.lecture.feature import LectureMode
from gdsim.ui.main_window import MainWindow
from gdsim.ui.render import render


def render_beat(
    lecture: Lecture, beat: int, out: Path, size: tuple[int, int], language: str
) -> None:
    """Draw to ``out`` what the presentation shows at ``beat`` (1, 2, …).

    Raises `GdsimError` if the picture cannot be written.
    """

    def prepare(window: MainWindow) -> None:
        mode = window.feature(LectureMode)
        mode.show_.open(lecture)
        mode.start_presentation(full_screen=False)
        mode.show_.go(beat - 1)

    render(lecture.scenes[0].scenario, out, None, size, language, prepare)
