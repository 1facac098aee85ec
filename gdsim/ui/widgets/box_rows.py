"""The range of each parameter: two numbers side by side."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gdsim.engine.problems.base import Box
from gdsim.engine.text import N_
from gdsim.scenario.specs import START
from gdsim.ui.i18n import tr
from gdsim.ui.theme import LIGHT, Theme
from gdsim.ui.tips import lines
from gdsim.ui.widgets.error_line import ErrorLine
from gdsim.ui.widgets.number_field import NumberField
from gdsim.ui.widgets.wrap_row import WrapRow

SPEC = replace(START, name="box", label=N_("Range"), help=N_("The range that pictures show."))


class _Side(QWidget):
    """``w from [low] to [high]`` and a line that says what is wrong."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = "w"
        self.label, self.dash = QLabel(self), QLabel("–", self)
        self.label.setProperty("role", "muted")
        self.label.setWordWrap(True)
        self.low, self.high = NumberField(SPEC, self), NumberField(SPEC, self)
        self.error = ErrorLine(self)
        self.row, self.ends = WrapRow(), QHBoxLayout()
        self.row.addWidget(self.label, 4)
        self.row.addLayout(self.ends, 9)
        for widget, share in ((self.low, 1), (self.dash, 0), (self.high, 1)):
            self.ends.addWidget(widget, share)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self.row)
        column.addWidget(self.error)
        for field in (self.low, self.high):
            field.message_changed.connect(self.error.say)

    def name_all(self) -> None:
        """Texts in the current language."""
        self.label.setText(tr("Range of {name}", name=self.name))
        self.low.setAccessibleName(tr("Smallest {name}", name=self.name))
        self.high.setAccessibleName(tr("Largest {name}", name=self.name))
        for field in (self.low, self.high):
            field.setToolTip(lines(tr(SPEC.help)))


class BoxRows(QWidget):
    """A row for each parameter. `side_changed` gives its index and both ends."""

    side_changed = Signal(int, float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sides = (_Side(self), _Side(self))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for i, side in enumerate(self.sides):
            self._column.addWidget(side)
            for field in (side.low, side.high):
                field.value_changed.connect(partial(self._tell, i))
        self.set_theme(LIGHT)

    def show_box(self, names: tuple[str, ...], box: Box) -> None:
        """Show these ranges; tells nobody."""
        for i, side in enumerate(self.sides):
            side.setVisible(i < len(box))
            if i < len(box):
                side.name = names[i]
                side.low.set_value(box[i][0])
                side.high.set_value(box[i][1])
                side.error.say(side.low.message or side.high.message)
                side.name_all()

    def say(self, side: int, message: str) -> None:
        """Tell under a row why it was refused."""
        if message:
            self.sides[side].error.say(message)

    def _tell(self, side: int, _value: float) -> None:
        shown = self.sides[side]
        self.side_changed.emit(side, shown.low.value(), shown.high.value())

    def set_theme(self, theme: Theme) -> None:
        """Use this appearance."""
        self._column.setSpacing(theme.size(6))
        for side in self.sides:
            for part in (side.row, side.ends):
                part.setSpacing(theme.space(6))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            for side in self.sides:
                side.name_all()
