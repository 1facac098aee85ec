"""The lecture that is open on a window: which beat is shown, and what the session shows for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gdsim.engine.run import Run
from gdsim.engine.schedules import Constant
from gdsim.engine.text import N_
from gdsim.lectures import Lecture, LectureRunner, Moment
from gdsim.scenario import Scenario
from gdsim.scenario.rates import RATE
from gdsim.session import Made
from gdsim.ui.i18n import current_language

if TYPE_CHECKING:
    from gdsim.ui.main_window import MainWindow

#: Seconds in which the cursor runs to where a beat stands; 0: at once.
RUNNING_TIME = 1.2


@dataclass(frozen=True)
class Before:
    """What was on the window when the lecture was opened."""

    scenario: Scenario
    path: Path | None
    modified: bool
    cursor: int
    #: Its runs, which need not be made once more when the lecture is closed.
    made: Made | None


class Show(QObject):
    """Moves through the beats. A beat depends on its number alone, so that back is exact."""

    #: Another beat, another lecture, or none.
    changed = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.runner: LectureRunner | None = None
        self.index = 0
        self._before: Before | None = None
        self._expected: Scenario | None = None
        #: The runs of the lecture's own scene, whatever somebody tries out.
        self.runs: tuple[Run, ...] = ()
        #: (first step, last step, seconds gone) while the cursor runs to where the beat stands.
        self._run: tuple[int, int, float] | None = None

    # Open and close --------------------------------------------------------------------------

    def open(self, lecture: Lecture) -> bool:
        """Begin ``lecture``; asks about unsaved work first. Whether it was opened."""
        window = self._window
        if self._before is None:
            if not window.documents.may_close():
                return False
            session = window.session
            path, modified = window.documents.path, session.modified
            cursor, made = session.cursor, session.made
            self._before = Before(session.scenario, path, modified, cursor, made)
        self.runner, self.index = LectureRunner(lecture), 0
        self.go(0)
        return True

    def close(self) -> None:
        """Show again what was there before the lecture."""
        before, self._before = self._before, None
        self.runner = self._expected = self._run = None
        if before is None:
            return
        documents = self._window.documents
        if before.modified:
            documents.restore(before.scenario, before.path, before.made)
        else:
            documents.show(before.scenario, before.path, before.made)
        self._window.session.set_cursor(before.cursor)
        self.changed.emit()

    @property
    def is_open(self) -> bool:
        """Whether there is a lecture."""
        return self.runner is not None

    @property
    def moment(self) -> Moment:
        """The beat that is shown."""
        assert self.runner is not None
        return self.runner[self.index]

    @property
    def next_moment(self) -> Moment | None:
        """The beat after it, if there is one."""
        assert self.runner is not None
        return self.runner[self.index + 1] if self.index + 1 < len(self.runner) else None

    # Moving ----------------------------------------------------------------------------------

    def forward(self) -> None:
        """One beat on; the cursor may run there."""
        if self.runner is not None and self.index + 1 < len(self.runner):
            self.go(self.index + 1, running=True)

    def back(self) -> None:
        """One beat back, to what was shown there."""
        if self.runner is not None and self.index:
            self.go(self.index - 1)

    def jump(self, digit: int) -> None:
        """To the scene with this bookmark."""
        if self.runner is not None and digit in self.runner.bookmarks:
            self.go(self.runner.bookmarks[digit])

    def go(self, index: int, *, running: bool = False) -> None:
        """Show beat ``index``. With ``running`` the cursor comes from where the beat says."""
        self.index = index
        self._run = None
        moment = self.moment
        self._show_scenario()
        if running and moment.play_from is not None and RUNNING_TIME > 0:
            self._run = (moment.play_from, moment.step, 0.0)
            self._window.session.set_cursor(moment.play_from)
            self._window.clock.ask()
        else:
            self._window.session.set_cursor(moment.step)
        self.changed.emit()

    def advance(self, seconds: float) -> None:
        """Time goes by: the cursor runs on."""
        if self._run is None:
            return
        first, last, gone = self._run
        gone += seconds
        share = min(1.0, gone / RUNNING_TIME)
        self._window.session.set_cursor(first + round(share * (last - first)))
        self._run = (first, last, gone) if share < 1 else None
        if self._run is not None:
            self._window.clock.ask()

    # What if? --------------------------------------------------------------------------------

    @property
    def changed_by_hand(self) -> bool:
        """Whether somebody has changed the scene: what if?"""
        return self.is_open and self._window.session.scenario != self._expected

    def scale_rate(self, factor: float) -> None:
        """Multiply the constant learning rates of all lanes."""
        scenario = self._window.session.scenario
        lanes = tuple(
            replace(lane, learning_rate=Constant(rate))
            if isinstance(lane.learning_rate, Constant)
            and RATE.allows(rate := float(f"{factor * lane.learning_rate.rate:.6g}"))
            else lane
            for lane in scenario.lanes
        )
        self._window.edit(replace(scenario, lanes=lanes), N_("Change the learning rate"))

    def restore(self) -> None:
        """Back to the lecture: the scene as it should be at this beat."""
        if self.is_open:
            self.go(self.index)

    def retranslate(self) -> None:
        """The names of the lanes in the current language."""
        if self.is_open and not self.changed_by_hand:
            self.go(self.index)

    def _show_scenario(self) -> None:
        scenario = self.scenario()
        self._window.player.pause()
        if self._window.session.scenario != scenario:
            self._window.documents.show(scenario, None)
        # What a lecture shows is never a draft.
        self._window.session.finish()
        self._expected = scenario
        self.runs = self._window.session.runs

    def scenario(self) -> Scenario:
        """What the session shows at this beat."""
        assert self.runner is not None
        moment, lecture = self.moment, self.runner.lecture
        scenario = self.runner.scenario(self.index, current_language())
        titles = {
            language: f"{lecture.title.in_(language)}: {moment.scene.title.in_(language)}"
            for language in ("en", "zh_CN")
        }
        return replace(scenario, title=tuple(titles.items()))
