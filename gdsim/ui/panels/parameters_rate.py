"""The card of the learning rate."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from gdsim.engine.schedules import Constant, Schedule
from gdsim.engine.text import N_
from gdsim.scenario import Scenario
from gdsim.scenario.rates import RATE
from gdsim.ui.i18n import tr
from gdsim.ui.panels import parameters_edits as edits
from gdsim.ui.panels.parameters_section import Apply, Section
from gdsim.ui.theme import Theme
from gdsim.ui.widgets.rate_control import RateControl


class RateSection(Section):
    """The learning rate of the first lane, and of all lanes that share it."""

    def __init__(self, apply: Apply, parent: QWidget | None = None) -> None:
        super().__init__(apply, parent)
        self.control = RateControl(RATE, self)
        self.body.addWidget(self.control)
        self.control.rate_edited.connect(self._set)
        self._schedule: Schedule = Constant(0.01)

    def show_scenario(self, scenario: Scenario, base: Path | None) -> None:
        super().show_scenario(scenario, base)
        self._schedule = scenario.lanes[0].learning_rate
        self.control.set_rate(self._schedule.first)
        self._show_note()

    def _show_note(self) -> None:
        if isinstance(self._schedule, Constant):
            self.control.set_note("")
            return
        name = tr(getattr(self._schedule, "title", self._schedule.id))
        self.control.set_note(
            tr("Schedule “{name}”: this is its first rate. An edit makes it constant.", name=name)
        )

    def _set(self, rate: float, finished: bool) -> None:
        edit = partial(edits.with_rate, rate=rate)
        self.apply(edit, N_("Change learning rate"), finished)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        if hasattr(self, "control"):
            self.control.set_theme(theme)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show_note()
