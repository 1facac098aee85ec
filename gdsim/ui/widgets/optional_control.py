"""A number that can be switched off."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gdsim.engine.params import ParamSpec
from gdsim.ui.i18n import tr
from gdsim.ui.theme import Theme
from gdsim.ui.widgets.check_box import CheckBox, SwitchLabel
from gdsim.ui.widgets.spec_control import BOX, NumberControl
from gdsim.ui.widgets.spec_text import title


class OptionalControl(NumberControl):
    """A check box before the label switches the number on; `choice` is ``None`` while it is off.

    `choice_changed` tells what a person chose: a number or ``None``.
    """

    choice_changed = Signal(object)

    def __init__(self, spec: ParamSpec, parent: QWidget | None = None) -> None:
        self.switch = CheckBox()
        super().__init__(spec, parent, SwitchLabel(self.switch))
        self.head.insertWidget(0, self.switch)
        self.label.setBuddy(self.switch)
        self.row.setStretch(0, 17)
        self.row.setStretch(1, 7)
        self.switch.clicked.connect(self._toggle)
        self.value_changed.connect(self.choice_changed)
        self.field.setEnabled(False)

    def choice(self) -> float | None:
        """The number, or ``None`` while switched off."""
        return float(self.value()) if self.switch.isChecked() else None

    def set_choice(self, choice: float | None) -> None:
        """Show ``choice``; the last number stays readable while it is off."""
        self.switch.setChecked(choice is not None)
        self.field.setEnabled(choice is not None)
        if choice is not None:
            self.set_value(choice)

    def _toggle(self, on: bool) -> None:
        if not on:
            self.field.restore()
        self.field.setEnabled(on)
        self.choice_changed.emit(self.choice())

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.switch.setFixedWidth(theme.size(BOX))

    def _name(self) -> None:
        super()._name()
        # The symbol would take a second line; the tooltip has it.
        self.label.setText(tr(self.spec.label))
        self.switch.setAccessibleName(tr("Use this rule: {rule}", rule=title(self.spec)))
