"""How the learning rate changes on the way: kind of schedule, its settings, and a small curve."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gdsim.engine.params import ParamSpec, ParamValue
from gdsim.engine.schedules import RATE, SCHEDULES, Constant, Piecewise, Schedule
from gdsim.engine.text import N_
from gdsim.ui.theme import Theme
from gdsim.ui.widgets.sparkline import Sparkline
from gdsim.ui.widgets.spec_control import ChoiceControl
from gdsim.ui.widgets.spec_rows import SpecRows

BY_ID = {kind.id: kind for kind in SCHEDULES}

KIND = ParamSpec(
    "schedule", N_("Schedule"), Constant.id, scale="choice",
    help=N_("How the learning rate changes from step to step."),
)  # fmt: skip


def kinds(shown: Schedule) -> tuple[tuple[str, str], ...]:
    """The schedules on offer. One that is a list of rates comes about by edits from here on."""
    return tuple(
        (kind.id, kind.title)
        for kind in SCHEDULES
        if kind is not Piecewise or isinstance(shown, Piecewise)
    )


def begun(id: str, rate: float, steps: int) -> Schedule:
    """A schedule of kind ``id`` that begins at ``rate`` and can be seen within ``steps``."""
    kind = BY_ID[id]
    fitting: dict[str, ParamValue] = {
        "rate": rate,
        "T_max": max(1, steps),
        "step_size": max(1, steps // 4),
    }
    known = {spec.name for spec in kind.params}
    values = {name: value for name, value in fitting.items() if name in known}
    return kind(**values)  # type: ignore[arg-type]


class ScheduleControl(QWidget):
    """Tells the schedule that a person chose; the rate itself belongs to the control above."""

    schedule_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._schedule: Schedule = Constant()
        self._steps = 1
        self._rate = 0.01
        self.kind = ChoiceControl(replace(KIND, choices=kinds(self._schedule)), self)
        self.rows = SpecRows(self)
        self.curve = Sparkline(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.kind, self.rows, self.curve):
            self._layout.addWidget(widget)
        self.kind.value_changed.connect(self._choose_kind)
        self.rows.value_changed.connect(self._choose_value)

    def show_schedule(self, schedule: Schedule, rate: float, steps: int, style: int) -> None:
        """Show ``schedule`` of a run of ``steps`` steps; ``rate`` is the one shown above."""
        self._schedule, self._rate, self._steps = schedule, rate, steps
        self.kind.set_spec(replace(KIND, choices=kinds(schedule)))
        self.kind.set_value(schedule.id)
        self.kind.say("")
        specs = tuple(spec for spec in schedule.params if spec.name != RATE.name)
        self.rows.show_values(specs, {spec.name: getattr(schedule, spec.name) for spec in specs})
        changes = not isinstance(schedule, Constant)
        if changes:
            self.curve.set_rates(schedule.rates(steps), style)
        self.curve.setVisible(changes)

    def set_step(self, step: int) -> None:
        """Mark ``step`` on the curve."""
        self.curve.set_step(step)

    def say(self, message: str) -> None:
        """Tell why a schedule was refused."""
        self.kind.say(message)

    def _choose_kind(self, id: str) -> None:
        if id != Piecewise.id:
            # A rate of 0, where a schedule has ended, begins nothing.
            rate = self._rate if RATE.allows(self._rate) else float(RATE.default)
            self.schedule_chosen.emit(begun(id, rate, self._steps))

    def _choose_value(self, name: str, value: ParamValue) -> None:
        self.schedule_chosen.emit(replace(self._schedule, **{name: value}))  # type: ignore[arg-type]

    def set_theme(self, theme: Theme) -> None:
        """Use this appearance."""
        self._layout.setSpacing(theme.size(6))
        for part in (self.kind, self.rows, self.curve):
            part.set_theme(theme)
