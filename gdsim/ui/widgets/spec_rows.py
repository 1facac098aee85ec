"""One row for each of a list of parameters that changes with the choice of something else."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gdsim.engine.params import ParamSpec, ParamValue
from gdsim.ui.theme import LIGHT, Theme
from gdsim.ui.widgets.spec_control import SpecControl, make_control


class SpecRows(QWidget):
    """Controls made from the declarations. `value_changed` gives name and value of an edit."""

    value_changed = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.controls: dict[str, SpecControl] = {}
        self._specs: tuple[ParamSpec, ...] = ()
        self._theme = LIGHT
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_values(self, specs: tuple[ParamSpec, ...], values: Mapping[str, ParamValue]) -> None:
        """Show ``values`` of the parameters ``specs``; tells nobody."""
        if specs != self._specs:
            self._build(specs)
        for name, control in self.controls.items():
            control.set_value(values[name])
            control.say("")

    def _build(self, specs: tuple[ParamSpec, ...]) -> None:
        self._specs = specs
        for control in self.controls.values():
            # What was being typed is about something that is no more.
            control.blockSignals(True)
            control.hide()
            self._layout.removeWidget(control)
            control.deleteLater()
        self.controls = {spec.name: self._make(spec) for spec in specs}
        self.setVisible(bool(specs))

    def _make(self, spec: ParamSpec) -> SpecControl:
        control = make_control(spec, self)
        control.set_theme(self._theme)
        control.value_changed.connect(lambda value: self.value_changed.emit(spec.name, value))
        self._layout.addWidget(control)
        return control

    def set_theme(self, theme: Theme) -> None:
        """Use this appearance."""
        self._theme = theme
        self._layout.setSpacing(theme.size(6))
        for control in self.controls.values():
            control.set_theme(theme)
