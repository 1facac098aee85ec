"""The way into the lectures: what can be done with them, before anybody has opened one."""

from __future__ import annotations

from gdsim.engine.text import N_
from gdsim.ui.action_spec import ActionSpec
from gdsim.ui.feature import Feature, LateFeature


class Lectures(LateFeature):
    """The lecture menu. What it does is `LectureMode`."""

    actions = (
        ActionSpec("lecture-open", N_("&Open a lecture…"), "lecture", ("Ctrl+Shift+L",),
                   icon="lecture", help=N_("Open a lecture file of your own")),
        ActionSpec("lecture-start", N_("&Start the presentation"), "lecture", ("F5",),
                   separator=True, help=N_("Full screen, large, for the last row")),
        ActionSpec("lecture-end", N_("&End the presentation"), "lecture", ("Esc",),
                   help=N_("Back to the window; the lecture stays open"),
                   why=N_("There is no presentation")),
        ActionSpec("lecture-presenter", N_("&Presenter's window"), "lecture", ("F6",),
                   checkable=True, help=N_("Notes, the next beat and the time"),
                   why=N_("No lecture is open")),
        ActionSpec("lecture-blank", N_("&Blank the screen"), "lecture", (".", "B"),
                   help=N_("All eyes on the teacher; again to go on"),
                   why=N_("No lecture is open")),
        ActionSpec("lecture-return", N_("Bac&k to the lecture"), "lecture", ("Backspace",),
                   help=N_("Undo what was tried out and show the scene of the lecture"),
                   why=N_("The scene is that of the lecture")),
        ActionSpec("lecture-close", N_("&Close the lecture"), "lecture", ("Ctrl+Shift+W",),
                   help=N_("Show again what was there before"), why=N_("No lecture is open")),
    )  # fmt: skip

    def kind(self) -> type[Feature]:
        from gdsim.ui.lecture.feature import LectureMode

        return LectureMode

    def start(self) -> None:
        self.window.menus["lecture"].aboutToShow.connect(self._fill_menu)
        for spec in self.actions:
            # What cannot be done says why; without a lecture that is all that needs one.
            self.window.actions_[spec.id].setEnabled(not spec.why)

    def _fill_menu(self) -> None:
        from gdsim.ui.lecture.feature import LectureMode

        self.window.feature(LectureMode).fill_menu()
