"""What the cards of the parameter panel have in common."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from gdsim.scenario import Scenario
from gdsim.ui.i18n import Texts
from gdsim.ui.panels.parameters_edits import Aim, Edit
from gdsim.ui.theme import Theme
from gdsim.ui.widgets.card import Card
from gdsim.ui.widgets.spec_control import SpecControl
from gdsim.ui.widgets.spec_rows import SpecRows

#: Applies an edit under an undo label, finished or still under way; returns why not, if refused.
Apply = Callable[[Edit, str, bool], str]


class Section(Card):
    """A card of controls that shows a scenario and hands edits to ``apply``. Keeps no state."""

    def __init__(self, apply: Apply, parent: QWidget | None = None) -> None:
        super().__init__("section", parent)
        self.apply = apply
        #: Which lanes an edit goes to.
        self.aim: Callable[[], Aim] = Aim
        self.texts = Texts()
        self._rows: list[SpecControl | SpecRows] = []

    def show_scenario(self, scenario: Scenario) -> None:
        """Show the values of ``scenario``; tells nobody."""
        for row in self._rows:
            if isinstance(row, SpecControl):
                row.say("")

    def add(self, row: SpecControl | SpecRows) -> None:
        """Put a row at the end."""
        self._rows.append(row)
        self.body.addWidget(row)

    def edit(self, row: SpecControl, edit: Edit, label: str) -> None:
        """Apply a finished edit that came from ``row``, which also tells if it was refused."""
        message = self.apply(edit, label, True)
        if message:
            row.say(message)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        # Closer than other cards: on a low screen every setting of a descent is seen at once.
        gap = theme.space(4)
        self.set_margins(theme.space(12), theme.space(8))
        self._outer.setSpacing(gap)
        self.body.setSpacing(gap)
        # Card's own constructor calls this before there are rows.
        for row in getattr(self, "_rows", ()):
            row.set_theme(theme)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.texts.retranslate()
