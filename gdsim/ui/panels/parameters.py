"""The parameter panel: everything that a person can set, in the left column of the window."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from gdsim.engine.errors import GdsimError
from gdsim.scenario import Scenario
from gdsim.ui.i18n import tr, tr_error
from gdsim.ui.panels.parameters_descent import DescentSection
from gdsim.ui.panels.parameters_edits import Edit
from gdsim.ui.panels.parameters_problem import ProblemSection
from gdsim.ui.panels.parameters_rate import RateSection
from gdsim.ui.panels.parameters_section import Section
from gdsim.ui.panels.parameters_stop import StopSection
from gdsim.ui.theme import LIGHT, Theme
from gdsim.ui.widgets.rate_marks import Mark
from gdsim.ui.widgets.tab_order import set_tab_order

#: Pixels at text scale 1: width of the cards, and what is kept free beside them for a scroll bar.
WIDTH, BAR = 264, 12


class ParametersPanel(QScrollArea):
    """Shows a scenario and tells each edit of it.

    Passive: `set_scenario` tells nobody. A drag tells the scenario of every moment (finished is
    False) and at last the settled one. An edit that the engine would refuse is not told; the
    reason stands under the control that it came from.
    """

    #: New scenario, English undo label (marked for translation), whether the edit is finished.
    edited = Signal(object, str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scenario: Scenario | None = None
        self._base: Path | None = None
        #: The scenario before the drag that is under way.
        self._before: Scenario | None = None
        self._showing = False
        self.problem = ProblemSection(self._apply)
        self.rate = RateSection(self._apply)
        self.descent = DescentSection(self._apply)
        self.stop = StopSection(self._apply)
        self.sections: tuple[Section, ...] = (self.problem, self.rate, self.descent, self.stop)
        self._lay_out()
        for rows in (self.problem.params, self.problem.data_params, self.descent.hyper):
            rows.rebuilt.connect(lambda: set_tab_order(self._layout))
        set_tab_order(self._layout)
        self._name()
        self.set_theme(LIGHT)

    def _lay_out(self) -> None:
        self._column = QWidget()
        self._layout = QVBoxLayout(self._column)
        self._layout.setContentsMargins(0, 0, 0, 0)
        for section in self.sections:
            self._layout.addWidget(section)
        self._layout.addStretch(1)
        self.setWidget(self._column)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    # ---- showing -----------------------------------------------------------------------------

    def set_scenario(self, scenario: Scenario, base: Path | None = None) -> None:
        """Show ``scenario``; ``base`` is the folder that its data file is relative to."""
        if scenario == self._scenario and base == self._base:
            return
        self._before = None
        self._base = base
        self._show(scenario)

    def _show(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._showing = True
        try:
            for section in self.sections:
                section.show_scenario(scenario, self._base)
        finally:
            self._showing = False

    def _follow(self, scenario: Scenario) -> None:
        """Show a moment of a drag, in which nothing but the rate changes."""
        self._scenario = scenario
        self.rate.show_scenario(scenario, self._base)

    def set_formula(self, html: str) -> None:
        """Show the problem's formula (rich text) under its name."""
        self.problem.set_formula(html)

    def set_limits(self, marks: Iterable[Mark]) -> None:
        """Mark these learning rates on the track."""
        self.rate.control.set_limits(marks)

    def set_sentences(self, told: list[tuple[int, str]]) -> None:
        """Say what the learning rate does: (lane style, translated sentence) pairs."""
        self.rate.control.set_sentences(told)

    def set_theme(self, theme: Theme) -> None:
        """Use this appearance."""
        self._layout.setSpacing(theme.size(11))
        for section in self.sections:
            section.set_theme(theme)
        self._column.setFixedWidth(theme.size(WIDTH))
        self.setFixedWidth(theme.size(WIDTH) + theme.size(BAR))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
            # Reasons and refusals are sentences of the moment.
            if self._scenario is not None:
                self._show(self._scenario)

    def _name(self) -> None:
        self.setAccessibleName(tr("Parameters"))

    # ---- edits -------------------------------------------------------------------------------

    def _apply(self, edit: Edit, label: str, finished: bool) -> str:
        """Tell the scenario that ``edit`` makes, or return why it cannot be."""
        # A field that is taken away while someone types in it loses the focus, and would tell.
        if self._scenario is None or self._showing:
            return ""
        # Every moment of a drag changes what was there when it began: else lanes that it makes
        # equal in passing would go on together.
        origin = self._before or self._scenario
        try:
            scenario = edit(origin)
            if finished:
                scenario.check(scenario.make_problem(self._base))
        except GdsimError as error:
            self._show(self._scenario)
            return tr_error(error)
        self._before = None if finished else origin
        self._show(scenario) if finished else self._follow(scenario)
        self.edited.emit(scenario, label, finished)
        return ""
