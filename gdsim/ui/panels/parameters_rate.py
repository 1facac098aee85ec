"""The card of the learning rate: its value, from when on it holds, and how it changes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gdsim.engine.schedules import RATE, Constant, Piecewise, Schedule
from gdsim.engine.text import N_
from gdsim.scenario import Scenario
from gdsim.ui import lane_looks
from gdsim.ui.i18n import list_text, tr
from gdsim.ui.lane_names import lane_names
from gdsim.ui.numbers import number
from gdsim.ui.panels import parameters_edits as edits
from gdsim.ui.panels.parameters_section import Apply, Section
from gdsim.ui.panels.schedule_control import ScheduleControl
from gdsim.ui.theme import Theme
from gdsim.ui.tips import tip
from gdsim.ui.widgets.check_box import CheckBox, SwitchLabel
from gdsim.ui.widgets.rate_control import RateControl

#: Changes of the rate that are told one by one.
MOST_TOLD = 3

HERE = N_("Change only from here on")
HERE_HELP = N_(
    "An edit of the learning rate holds from the step that is shown: what has been seen stays."
)


class RateSection(Section):
    """The learning rate of the lane that the panel shows, or of all lanes."""

    #: The person wants edits to hold from the start (False) or from the shown step on (True).
    from_here_changed = Signal(bool)

    def __init__(self, apply: Apply, parent: QWidget | None = None) -> None:
        super().__init__(apply, parent)
        self.control = RateControl(RATE, self)
        self.here = CheckBox(self)
        self.here_label = SwitchLabel(self.here, self)
        self.schedule = ScheduleControl(self)
        self._step = 0
        self._scenario: Scenario | None = None
        self._lay_out()
        self.control.rate_edited.connect(self._set)
        self.schedule.schedule_chosen.connect(self._set_schedule)
        self.here.clicked.connect(self._on_here)

    def _lay_out(self) -> None:
        self.here_label.setProperty("role", "muted")
        self.here_label.setWordWrap(True)
        self._here_row = QHBoxLayout()
        self._here_row.addWidget(self.here)
        self._here_row.addWidget(self.here_label, 1)
        self.body.addWidget(self.control)
        self.body.addLayout(self._here_row)
        self.body.addWidget(self.schedule)
        self.texts.add(self.here.setAccessibleName, HERE)
        self.texts.add(self.here_label.setText, HERE)
        for widget in (self.here, self.here_label):
            self.texts.add(tip(widget), HERE_HELP)

    # ---- showing -----------------------------------------------------------------------------

    @property
    def from_here(self) -> bool:
        """Whether edits hold from the shown step on."""
        return self.here.isChecked()

    def set_from_here(self, on: bool) -> None:
        """Let edits hold from the shown step on; tells nobody."""
        self.here.setChecked(on)
        self._show()

    def set_step(self, step: int) -> None:
        """The window shows ``step``."""
        if step == self._step:
            return
        self._step = step
        self.schedule.set_step(step)
        schedule = self._schedule()
        if schedule is not None and self.from_here and not isinstance(schedule, Constant):
            self._show_rate(schedule)

    def show_scenario(self, scenario: Scenario) -> None:
        super().show_scenario(scenario)
        self._scenario = scenario
        self._show()

    def _schedule(self) -> Schedule | None:
        if self._scenario is None:
            return None
        return edits.shown_lane(self._scenario, self.aim()).learning_rate

    def _show(self) -> None:
        schedule, scenario = self._schedule(), self._scenario
        if schedule is None or scenario is None:
            return
        rate = self._show_rate(schedule)
        style = lane_looks.styles(scenario.lanes, lane_looks.looks(scenario))[self.aim().lane or 0]
        self.schedule.show_schedule(schedule, rate, scenario.stop.max_steps, style)
        self.control.set_note(self._note(schedule))

    def _show_rate(self, schedule: Schedule) -> float:
        rate = edits.rate_at(schedule, self._step if self.from_here else 0)
        self.control.set_rate(rate)
        return rate

    def _note(self, schedule: Schedule) -> str:
        """What there is to say about the rate besides its value."""
        told = [in_words(schedule)] if isinstance(schedule, Piecewise) else []
        lane = self.aim().lane
        if lane is not None and self._scenario is not None:
            name = lane_names(self._scenario)[lane]
            told.insert(0, tr("What is set here goes to one lane: {lane}.", lane=name))
        elif self._scenario is not None:
            firsts = {lane.learning_rate.first for lane in self._scenario.lanes}
            if len(firsts) > 1:
                told.append(tr("The lanes differ; an edit here sets all of them."))
        return "\n".join(told)

    # ---- edits -------------------------------------------------------------------------------

    def _set(self, rate: float, finished: bool) -> None:
        edit = partial(edits.with_rate, rate=rate, aim=self.aim())
        self.apply(edit, N_("Change learning rate"), finished)

    def _set_schedule(self, schedule: Schedule) -> None:
        edit = partial(edits.with_schedule, schedule=schedule, aim=self.aim())
        message = self.apply(edit, N_("Change the schedule"), True)
        if message:
            self.schedule.say(message)

    def _on_here(self, on: bool) -> None:
        self._show()
        self.from_here_changed.emit(on)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        if hasattr(self, "schedule"):
            self.control.set_theme(theme)
            self.schedule.set_theme(theme)
            self._here_row.setSpacing(theme.size(6))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show()


def in_words(schedule: Piecewise) -> str:
    """The rates one after the other: ``0.2, from step 12: 0.05``."""
    first, last = schedule.values[0], schedule.values[-1]
    if len(schedule) - 1 > MOST_TOLD:
        return tr(
            "{first}, then {count} changes; from step {step}: {rate}",
            first=number(first), count=len(schedule) - 1, step=schedule.steps[-1],
            rate=number(last),
        )  # fmt: skip
    later = schedule.pieces[1:]
    told = [tr("from step {step}: {rate}", step=step, rate=number(rate)) for step, rate in later]
    return list_text([number(first), *told])
