"""The card that says what is minimised: problem, its formula, loss, data and their settings."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from gdsim.engine.datasets import BY_ID as DATASET_KINDS
from gdsim.engine.datasets import DATASETS
from gdsim.engine.errors import FormulaError
from gdsim.engine.files import short
from gdsim.engine.params import ParamSpec, ParamValue
from gdsim.engine.problems import PROBLEMS
from gdsim.engine.text import N_
from gdsim.scenario import CsvData, GeneratedData, ProblemSpec, Scenario
from gdsim.ui.i18n import tr
from gdsim.ui.icons import icon
from gdsim.ui.panels import parameters_edits as edits
from gdsim.ui.panels.formula_feedback import dimension, feedback
from gdsim.ui.panels.parameters_section import Apply, Section
from gdsim.ui.settings import FORMULAS as MOST_FORMULAS
from gdsim.ui.theme import Theme
from gdsim.ui.tips import lines, tip
from gdsim.ui.widgets.action_button import ActionButton
from gdsim.ui.widgets.box_rows import BoxRows
from gdsim.ui.widgets.choice_box import Choice, ChoiceBox
from gdsim.ui.widgets.error_line import ErrorLine
from gdsim.ui.widgets.formula_field import FormulaField, in_words
from gdsim.ui.widgets.spec_control import EDITOR, LABEL, ChoiceControl
from gdsim.ui.widgets.spec_rows import SpecRows

#: Headings of the groups of problems.
FAMILIES = (
    ("model", N_("Models on data")),
    ("landscape", N_("Landscapes")),
    ("formula", N_("Typed formula")),
)

FORMULA_HELP = N_("A formula of w, or of w and b, for example w^2 + 3*w - 5")

#: Letters of a formula that the list of former ones shows; the tooltip has all of it.
MOST_LETTERS = 60

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
        return ((OWN_DATA, Path(problem.data.csv).name), *made)
    return ((OWN_DATA, N_("Given points")), *made)


class ProblemSection(Section):
    """Choice of the problem and of everything that belongs to it alone."""

    #: The person entered a formula: all that are remembered, the newest first.
    formulas_changed = Signal(object)

    def __init__(self, apply: Apply, parent: QWidget | None = None) -> None:
        super().__init__(apply, parent)
        self.problem = ChoiceBox(problem_choices(), self)
        self.error = ErrorLine(self)
        self.typed = FormulaField(dimension, self)
        self.history = QToolButton(self)
        self.box = BoxRows(self)
        #: Formulas entered before, the newest first.
        self.formulas: list[str] = []
        self.formula = QLabel(self)
        self.params = SpecRows(self)
        self.loss = ChoiceControl(_choice("loss", N_("Loss function")), self)
        self.data = ChoiceControl(_choice("data", N_("Data")), self)
        #: Opens the data as a table; the window gives it its action.
        self.edit_data = ActionButton(self)
        self.data_params = SpecRows(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.formula.setProperty("role", "muted")
        self.formula.setTextFormat(Qt.TextFormat.RichText)
        self.formula.setWordWrap(True)
        self.formula.hide()
        for button in (self.history, self.edit_data):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.data.tail.addWidget(self.edit_data)
        self.data.row.setStretch(0, LABEL - 14)
        self.data.row.setStretch(1, EDITOR + 14)
        self._typed_row = QHBoxLayout()
        self._typed_row.addWidget(self.typed, 1)
        self._typed_row.addWidget(self.history)
        self.body.addWidget(self.problem)
        self.body.addLayout(self._typed_row)
        for widget in (self.error, self.formula, self.box):
            self.body.addWidget(widget)
        for row in (self.params, self.loss, self.data, self.data_params):
            self.add(row)
        self.texts.add(self.set_title, N_("Problem"))
        self.texts.add(self.typed.setAccessibleName, N_("Formula"))
        self.texts.add(tip(self.typed), FORMULA_HELP)
        for setter in (self.history.setAccessibleName, self.history.setToolTip):
            self.texts.add(setter, N_("Formulas entered before"))
        self.texts.add(self.edit_data.setAccessibleName, N_("Edit the data"))
        self.texts.add(self.problem.setAccessibleName, N_("Problem"))
        self.texts.add(
            tip(self.problem),
            N_("What is minimised: a model on data, a landscape, a formula"),
        )

    def _connect(self) -> None:
        self.problem.chosen.connect(self._switch)
        self.typed.formula_changed.connect(self._set_formula)
        self.typed.message_changed.connect(self.error.say)
        self.typed.typed.connect(self._on_typed)
        self.history.clicked.connect(self._open_history)
        self.box.side_changed.connect(self._set_box)
        self.params.value_changed.connect(self._set_param)
        self.loss.value_changed.connect(self._set_loss)
        self.data.value_changed.connect(self._set_data)
        self.data_params.value_changed.connect(self._set_data_param)

    def set_formula(self, html: str) -> None:
        """Show the problem's formula under its name; a typed one says more of itself."""
        if self.typed.isHidden():
            self.formula.setText(html)
            self.formula.setVisible(bool(html))

    def _on_typed(self, text: str) -> None:
        """Say back what is being typed, with its derivatives, or what is wrong with it."""
        if self.typed.isHidden():
            return
        wrong = self.typed.wrong
        self.error.say("" if wrong is None else in_words(wrong))
        if wrong is None:
            try:
                self.formula.setText(feedback(text))
            except FormulaError as error:
                self.error.say(in_words(error))
            self.formula.show()

    def show_scenario(self, scenario: Scenario) -> None:
        super().show_scenario(scenario)
        problem = scenario.problem
        kind = problem.kind
        self.error.say(self.typed.message)
        self.problem.set_value(problem.id)
        typed = kind.family == "formula"
        for widget in (self.typed, self.history, self.box):
            widget.setVisible(typed)
        self.typed.set_formula(problem.formula)
        if typed:
            self.box.show_box(problem.names, problem.box)
            if not self.typed.busy:
                self._on_typed(problem.formula)
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
        else:
            self.formulas = [text, *(old for old in self.formulas if old != text)][:MOST_FORMULAS]
            self.formulas_changed.emit(self.formulas)

    def _set_box(self, side: int, low: float, high: float) -> None:
        edit = partial(edits.with_box, side=side, low=low, high=high)
        message = self.apply(edit, N_("Change the range"), True)
        self.box.say(side, message)

    def _open_history(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        for formula in self.formulas:
            action = menu.addAction(short(formula, MOST_LETTERS).replace("&", "&&"))
            action.setToolTip(lines(formula))
            action.triggered.connect(partial(self._choose_formula, formula))
        if not self.formulas:
            menu.addAction(tr("No formula has been entered yet")).setEnabled(False)
        menu.popup(self.history.mapToGlobal(QPoint(0, self.history.height())))

    def _choose_formula(self, formula: str, _checked: bool = False) -> None:
        self.typed.choose(formula)

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

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        if hasattr(self, "box"):
            self.typed.set_theme(theme)
            self.box.set_theme(theme)
            self.history.setIcon(icon("down", theme, 16))
            for button in (self.history, self.edit_data):
                button.setFixedWidth(max(24, theme.size(28)))
            self.edit_data.setIconSize(QSize(theme.size(16), theme.size(16)))
            self._typed_row.setSpacing(theme.space(4))


def _choice(name: str, label: str, choices: tuple[Choice, ...] = ()) -> ParamSpec:
    return ParamSpec(name, label, choices[0][0] if choices else "", scale="choice", choices=choices)
