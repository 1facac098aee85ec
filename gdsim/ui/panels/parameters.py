"""The parameter panel: everything that a person can set, in the left column of the window."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollArea, QVBoxLayout, QWidget

from gdsim.engine.errors import GdsimError
from gdsim.scenario import Scenario
from gdsim.ui import lane_looks
from gdsim.ui.i18n import tr, tr_error
from gdsim.ui.panels.lanes import LanesSection
from gdsim.ui.panels.parameters_descent import DescentSection
from gdsim.ui.panels.parameters_edits import Aim, Edit
from gdsim.ui.panels.parameters_problem import ProblemSection
from gdsim.ui.panels.parameters_rate import RateSection
from gdsim.ui.panels.parameters_section import Section
from gdsim.ui.panels.parameters_stop import StopSection
from gdsim.ui.theme import LIGHT, Theme
from gdsim.ui.widgets.rate_marks import Mark

#: Pixels at text scale 1: most width of the cards; of what is kept free beside them for a scroll
#: bar; and the least width at all.
WIDTH, BAR, LEAST = 264, 12, 200
#: Lanes that a sentence is told about.
MOST_TOLD = 4


class ParametersPanel(QScrollArea):
    """Shows a scenario and tells each edit of it.

    Edits of rate, optimizer, order and variant go to the lane that is chosen in the list of lanes,
    or to all. Passive: `set_scenario` tells nobody. A drag tells the scenario of every moment
    (finished is False) and at last the settled one. An edit that the engine would refuse is not
    told; the reason stands under the control that it came from.
    """

    #: New scenario, English undo label (marked for translation), whether the edit is finished.
    edited = Signal(object, str, bool)
    #: A drag was given up: all is to be as it was before.
    drag_cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        #: Raises `GdsimError` where a scenario cannot be run.
        self.check: Callable[[Scenario], object] = lambda scenario: scenario.check(
            scenario.make_problem()
        )
        self._scenario: Scenario | None = None
        self._step = 0
        self._told: list[tuple[int, str]] = []
        self._showing = False
        self._theme = LIGHT
        self.problem = ProblemSection(self._apply)
        self.lanes = LanesSection(self._apply)
        self.rate = RateSection(self._apply)
        self.descent = DescentSection(self._apply)
        self.stop = StopSection(self._apply)
        self.sections: tuple[Section, ...] = (
            self.problem, self.rate, self.descent, self.lanes, self.stop,
        )  # fmt: skip
        self._lay_out()
        for section in (self.rate, self.descent):
            section.aim = self._aim
        self.lanes.target_changed.connect(self._on_target)
        self.rate.control.drag_cancelled.connect(self.drag_cancelled)
        self._name()
        self.set_theme(LIGHT)

    def _lay_out(self) -> None:
        self._column = QWidget()
        self._layout = QVBoxLayout(self._column)
        self._layout.setContentsMargins(0, 0, 0, 0)
        # The column goes in empty: a full one would be laid out now, before it has its size.
        self.setWidgetResizable(True)
        self.setWidget(self._column)
        for section in self.sections:
            self._layout.addWidget(section)
        self._layout.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    # ---- showing -----------------------------------------------------------------------------

    def set_scenario(self, scenario: Scenario) -> None:
        """Show ``scenario``."""
        if scenario != self._scenario:
            self._show(scenario)

    def set_step(self, step: int) -> None:
        """The window shows ``step``: what is changed from here on begins there."""
        self._step = step
        self.rate.set_step(step)

    def choose_rate(self, rate: float) -> None:
        """The person chose this learning rate in another place."""
        self.rate.control.choose(rate)

    def choose_anew(self) -> None:
        """Another scenario comes: choose anew which lane edits go to.

        What is still being typed was meant for the one before, and changes nothing any more.
        """
        self._scenario = None
        self.lanes.forget()

    def _aim(self) -> Aim:
        """Where edits of lanes go."""
        return Aim(self.lanes.target, self._step if self.rate.from_here else 0)

    def _on_target(self) -> None:
        if self._scenario is not None and not self._showing:
            self._show(self._scenario)
        self.set_sentences(self._told)

    def _show(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._showing = True
        try:
            # The list first: the others ask it which lane to show.
            for section in sorted(self.sections, key=lambda section: section is not self.lanes):
                section.show_scenario(scenario)
        finally:
            self._showing = False

    def _follow(self, scenario: Scenario) -> None:
        """Show a moment of a drag, in which nothing but the rate changes."""
        self._scenario = scenario
        self.rate.show_scenario(scenario)

    def set_formula(self, html: str) -> None:
        """Show the problem's formula (rich text) under its name."""
        self.problem.set_formula(html)

    def set_limits(self, marks: Iterable[Mark]) -> None:
        """Mark these learning rates on the track."""
        self.rate.control.set_limits(marks)

    def set_sentences(self, told: list[tuple[int, str]]) -> None:
        """Say what the learning rate does: (lane style, translated sentence) pairs.

        Of the lane that edits go to, or of all; of many only the first are told.
        """
        self._told = told
        target = self.lanes.target
        if target is not None and self._scenario is not None:
            chosen = lane_looks.looks(self._scenario)
            style = lane_looks.styles(self._scenario.lanes, chosen)[target]
            told = [pair for pair in told if pair[0] == style]
        self.rate.control.set_sentences(told[:MOST_TOLD])

    def set_theme(self, theme: Theme) -> None:
        """Use this appearance."""
        self._theme = theme
        self._layout.setSpacing(theme.space(8))
        for section in self.sections:
            section.set_theme(theme)
        self.setMinimumWidth(min(LEAST, theme.size(LEAST)))
        self.setMaximumWidth(theme.size(WIDTH) + theme.space(BAR))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As wide as there is room, whether the scroll bar is there or not."""
        self._column.setFixedWidth(self.width() - self._theme.space(BAR))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.StyleChange:
            # A QScrollArea would measure all that is in it, of which nothing is dressed yet.
            return QAbstractScrollArea.event(self, event)
        return super().event(event)

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
        try:
            scenario = edit(self._scenario)
            if finished:
                self.check(scenario)
        except GdsimError as error:
            self._show(self._scenario)
            return tr_error(error)
        self._show(scenario) if finished else self._follow(scenario)
        self.edited.emit(scenario, label, finished)
        return ""
