"""The card that says what is minimised: problem, its formula, loss, data and their settings."""

from __future__ import annotations

from functools import partial
from pathlib import Path, PurePosixPath

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from gdsim.engine.datasets import BY_ID as DATASET_KINDS
from gdsim.engine.datasets import DATASETS
from gdsim.engine.params import ParamSpec, ParamValue
from gdsim.engine.problems import PROBLEMS
from gdsim.engine.text import N_
from gdsim.scenario import CsvData, GeneratedData, ProblemSpec, Scenario
from gdsim.ui.panels import parameters_edits as edits
from gdsim.ui.panels.parameters_section import Apply, Section
from gdsim.ui.widgets.choice_box import Choice, ChoiceBox
from gdsim.ui.widgets.error_line import ErrorLine
from gdsim.ui.widgets.formula_field import FormulaField
from gdsim.ui.widgets.spec_control import ChoiceControl
from gdsim.ui.widgets.spec_rows import SpecRows

#: Headings of the groups of problems.
FAMILIES = (
    ("model", N_("Models on data")),
    ("landscape", N_("Landscapes")),
    ("formula", N_("Typed formula")),
)

FORMULA_HELP = N_("A formula of w, or of w and b, for example w^2 + 3*w - 5")

#: Stands for data that no generator made.
OWN_DATA = "own"


def problem_choices() -> tuple[Choice, ...]:
    """All problems of the catalogue under the headings of their families."""
    choices: list[Choice] = []
    for family, heading in FAMILIES:
        group = [(kind.id, kind.title) for kind in PROBLEMS if kind.family == family]
        if group:
            choices += [("", heading), *group]
    return tuple(choices)


def data_choices(problem: ProblemSpec) -> tuple[Choice, ...]:
    """The generators that fit the problem, after the data that it has if none made them."""
    if not problem.kind.dataset:
        return ()
    task = DATASET_KINDS[problem.kind.dataset].task
    made = tuple((kind.id, kind.title) for kind in DATASETS if kind.task == task)
    if isinstance(problem.data, GeneratedData):
        return made
    if isinstance(problem.data, CsvData):
        return ((OWN_DATA, PurePosixPath(problem.data.csv).name), *made)
    return ((OWN_DATA, N_("Points of this scenario")), *made)


class ProblemSection(Section):
    """Choice of the problem and of everything that belongs to it alone."""

    def __init__(self, apply: Apply, parent: QWidget | None = None) -> None:
        super().__init__(apply, parent)
        self.problem = ChoiceBox(problem_choices(), self)
        self.error = ErrorLine(self)
        self.typed = FormulaField(edits.check_formula, self)
        self.formula = QLabel(self)
        self.params = SpecRows(self)
        self.loss = ChoiceControl(_choice("loss", N_("Loss function")), self)
        self.data = ChoiceControl(_choice("data", N_("Data")), self)
        self.data_params = SpecRows(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.formula.setProperty("role", "muted")
        self.formula.setTextFormat(Qt.TextFormat.RichText)
        self.formula.setWordWrap(True)
        self.formula.hide()
        for widget in (self.problem, self.typed, self.error, self.formula):
            self.body.addWidget(widget)
        for row in (self.params, self.loss, self.data, self.data_params):
            self.add(row)
        self.texts.add(self.set_title, N_("Problem"))
        self.texts.add(self.typed.setAccessibleName, N_("Formula"))
        self.texts.add(self.typed.setToolTip, FORMULA_HELP)
        self.texts.add(self.problem.setAccessibleName, N_("Problem"))
        self.texts.add(
            self.problem.setToolTip, N_("What is minimised: a model on data, a landscape, a formula")
        )

    def _connect(self) -> None:
        self.problem.chosen.connect(self._switch)
        self.typed.formula_changed.connect(self._set_formula)
        self.typed.message_changed.connect(self.error.say)
        self.params.value_changed.connect(self._set_param)
        self.loss.value_changed.connect(self._set_loss)
        self.data.value_changed.connect(self._set_data)
        self.data_params.value_changed.connect(self._set_data_param)

    def set_formula(self, html: str) -> None:
        """Show the problem's formula under its name."""
        self.formula.setText(html)
        self.formula.setVisible(bool(html))

    def show_scenario(self, scenario: Scenario, base: Path | None) -> None:
        super().show_scenario(scenario, base)
        problem = scenario.problem
        kind = problem.kind
        self.error.say(self.typed.message)
        self.problem.set_value(problem.id)
        self.typed.setVisible(kind.family == "formula")
        self.typed.set_formula(problem.formula)
        self.params.show_values(kind.params, dict(problem.params))
        self.loss.set_spec(_choice("loss", N_("Loss function"), kind.losses))
        self.loss.set_value(problem.loss)
        self.loss.setVisible(len(kind.losses) > 1)
        self._show_data(problem)

    def _show_data(self, problem: ProblemSpec) -> None:
        data, generated = problem.data, isinstance(problem.data, GeneratedData)
        self.data.set_spec(_choice("data", N_("Data"), data_choices(problem)))
        self.data.setVisible(bool(problem.kind.dataset))
        if isinstance(data, GeneratedData):
            self.data.set_value(data.generator)
            self.data_params.show_values(DATASET_KINDS[data.generator].params, dict(data.values))
        else:
            self.data.set_value(OWN_DATA if not generated else "")
            self.data_params.show_values((), {})

    def _switch(self, id: str) -> None:
        message = self.apply(partial(edits.with_problem, id=id), N_("Change problem"), True)
        if message:
            self.error.say(message)

    def _set_formula(self, text: str) -> None:
        message = self.apply(partial(edits.with_formula, text=text), N_("Change formula"), True)
        if message:
            self.error.say(message)

    def _set_param(self, name: str, value: ParamValue) -> None:
        edit = partial(edits.with_problem_value, name=name, value=value)
        self.edit(self.params.controls[name], edit, N_("Change problem parameter"))

    def _set_loss(self, id: str) -> None:
        self.edit(self.loss, partial(edits.with_loss, id=id), N_("Change loss function"))

    def _set_data(self, id: str) -> None:
        if id != OWN_DATA:
            self.edit(self.data, partial(edits.with_dataset, id=id), N_("Change data"))

    def _set_data_param(self, name: str, value: ParamValue) -> None:
        edit = partial(edits.with_dataset_value, name=name, value=value)
        self.edit(self.data_params.controls[name], edit, N_("Change data"))


def _choice(name: str, label: str, choices: tuple[Choice, ...] = ()) -> ParamSpec:
    return ParamSpec(name, label, choices[0][0] if choices else "", scale="choice", choices=choices)
