"""The card that says when a run ends."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from gdsim.engine.stopping import STOP_PARAMS
from gdsim.engine.text import N_
from gdsim.scenario import Scenario
from gdsim.ui.panels import parameters_edits as edits
from gdsim.ui.panels.parameters_section import Apply, Section
from gdsim.ui.widgets.optional_control import OptionalControl
from gdsim.ui.widgets.spec_control import SpecControl, make_control

LABEL = N_("Change stop rule")


class StopSection(Section):
    """The limit of steps, and rules that can be switched on. The first to hold ends the run."""

    def __init__(self, apply: Apply, parent: QWidget | None = None) -> None:
        super().__init__(apply, parent)
        self.texts.add(self.set_title, N_("Stop rules"))
        steps, *rules = STOP_PARAMS
        self.max_steps: SpecControl = make_control(steps, self)
        self.max_steps.value_changed.connect(
            lambda value: self._set(self.max_steps, value),
        )
        self.add(self.max_steps)
        self.rules: dict[str, OptionalControl] = {}
        for spec in rules:
            control = OptionalControl(spec, self)
            control.choice_changed.connect(partial(self._set, control))
            self.add(control)
            self.rules[spec.name] = control

    def show_scenario(self, scenario: Scenario) -> None:
        super().show_scenario(scenario)
        self.max_steps.set_value(scenario.stop.max_steps)
        for name, control in self.rules.items():
            control.set_choice(getattr(scenario.stop, name))

    def _set(self, control: SpecControl, value: float | None) -> None:
        self.edit(control, partial(edits.with_stop, name=control.spec.name, value=value), LABEL)
