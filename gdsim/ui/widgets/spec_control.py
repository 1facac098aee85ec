"""The control of a parameter, made from its declaration alone."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from gdsim.engine.params import ParamSpec, ParamValue
from gdsim.ui.theme import LIGHT, Theme
from gdsim.ui.tips import lines
from gdsim.ui.widgets.check_box import CheckBox, SwitchLabel
from gdsim.ui.widgets.choice_box import ChoiceBox
from gdsim.ui.widgets.error_line import ErrorLine
from gdsim.ui.widgets.number_field import NumberField
from gdsim.ui.widgets.spec_text import explanation, title
from gdsim.ui.widgets.wrap_row import WrapRow

#: Shares of a row's width that label and editor take.
LABEL, EDITOR = 92, 142
#: Width of a check box without text.
BOX = 18


class SpecControl(QWidget):
    """A row: label, editor, and a line under them that says what is wrong.

    `value_changed` tells what a person chose, in the parameter's own type.
    """

    value_changed = Signal(object)

    def __init__(
        self,
        spec: ParamSpec,
        editor: QWidget,
        parent: QWidget | None = None,
        label: QLabel | None = None,
    ) -> None:
        super().__init__(parent)
        self.spec = spec
        self.editor = editor
        self.label = label or QLabel()
        self._reason = ""
        self._theme = LIGHT
        self.label.setProperty("role", "muted")
        self.label.setWordWrap(True)
        self.label.setBuddy(editor)
        self._lay_out()
        self._name()

    def _lay_out(self) -> None:
        self.row = WrapRow()
        #: The left and the right part of the row, for what else belongs there.
        self.head, self.tail = QHBoxLayout(), QHBoxLayout()
        parts = ((self.label, self.head, LABEL), (self.editor, self.tail, EDITOR))
        for widget, part, share in parts:
            policy = widget.sizePolicy()
            # The shares decide the widths, so that the editors of all rows stand in one column.
            policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
            widget.setSizePolicy(policy)
            part.addWidget(widget, 1)
            self.row.addLayout(part, share)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addLayout(self.row)

    @cached_property
    def error(self) -> ErrorLine:
        """The line under the row; most never say a word, and so are never made."""
        made = ErrorLine(self)
        self.column.addWidget(made)
        return made

    def value(self) -> ParamValue:
        """What is shown."""
        raise NotImplementedError

    def set_value(self, value: ParamValue) -> None:
        """Show ``value``; tells nobody."""
        raise NotImplementedError

    def set_spec(self, spec: ParamSpec) -> None:
        """Use another label or range."""
        if spec != self.spec:
            self.spec = spec
            self._name()

    def set_reason(self, reason: str) -> None:
        """Switch the control off and let its tooltip say why; on again with an empty reason."""
        self._reason = reason
        self.setEnabled(not reason)
        self._name()

    def say(self, message: str) -> None:
        """Tell under the row what is wrong."""
        self._write(message)

    def _write(self, message: str) -> None:
        if message or "error" in vars(self):
            self.error.say(message)

    def set_theme(self, theme: Theme) -> None:
        """Use this appearance."""
        self._theme = theme
        for part in (self.row, self.head, self.tail):
            part.setSpacing(theme.space(6))
        self.column.setSpacing(theme.size(2))

    def _name(self) -> None:
        self.label.setText(title(self.spec))
        self.editor.setAccessibleName(title(self.spec))
        self.setToolTip(lines(self._reason or explanation(self.spec)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()


class NumberControl(SpecControl):
    """For the scales linear, log and int."""

    def __init__(
        self, spec: ParamSpec, parent: QWidget | None = None, label: QLabel | None = None
    ) -> None:
        self.field = NumberField(spec)
        super().__init__(spec, self.field, parent, label)
        self.field.value_changed.connect(lambda: self.value_changed.emit(self.value()))
        self.field.message_changed.connect(self._write)

    def value(self) -> ParamValue:
        number = self.field.value()
        return int(number) if self.spec.scale == "int" else number

    def set_value(self, value: ParamValue) -> None:
        self.field.set_value(float(value))

    def set_spec(self, spec: ParamSpec) -> None:
        super().set_spec(spec)
        self.field.set_spec(spec)

    def say(self, message: str) -> None:
        super().say(message or self.field.message)


class ChoiceControl(SpecControl):
    """For the scale choice."""

    def __init__(self, spec: ParamSpec, parent: QWidget | None = None) -> None:
        self.box = ChoiceBox(spec.choices)
        super().__init__(spec, self.box, parent)
        self.set_value(spec.default)
        self.box.chosen.connect(self.value_changed.emit)

    def value(self) -> ParamValue:
        return self.box.value()

    def set_value(self, value: ParamValue) -> None:
        self.box.set_value(str(value))

    def set_spec(self, spec: ParamSpec) -> None:
        super().set_spec(spec)
        self.box.set_choices(spec.choices)


class SwitchControl(SpecControl):
    """For the scale bool: the check box stands before its label."""

    def __init__(self, spec: ParamSpec, parent: QWidget | None = None) -> None:
        self.box = CheckBox()
        super().__init__(spec, self.box, parent, SwitchLabel(self.box))
        self.set_value(spec.default)
        self.box.clicked.connect(self._tell)

    def _lay_out(self) -> None:
        super()._lay_out()
        self.tail.removeWidget(self.box)
        self.box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.head.insertWidget(0, self.box)

    def _tell(self, on: bool) -> None:
        # Connected to `emit` itself, `clicked` would leave its argument out.
        self.value_changed.emit(on)

    def value(self) -> ParamValue:
        return self.box.isChecked()

    def set_value(self, value: ParamValue) -> None:
        self.box.setChecked(bool(value))

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.box.setFixedWidth(theme.size(BOX))


_CONTROLS: dict[str, type[NumberControl | ChoiceControl | SwitchControl]] = {
    "linear": NumberControl,
    "log": NumberControl,
    "int": NumberControl,
    "choice": ChoiceControl,
    "bool": SwitchControl,
}


def make_control(spec: ParamSpec, parent: QWidget | None = None) -> SpecControl:
    """The control for ``spec``, showing its default."""
    control = _CONTROLS[spec.scale](spec, parent)
    control.set_value(spec.default)
    return control


__all__ = ["ChoiceControl", "NumberControl", "SpecControl", "SwitchControl", "make_control"]
