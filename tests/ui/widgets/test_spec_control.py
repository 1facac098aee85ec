"""Controls are made from declarations alone, and speak the person's language."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gdsim.engine.params import ParamSpec, ParamValue
from gdsim.ui.widgets.choice_box import ChoiceBox
from gdsim.ui.widgets.optional_control import OptionalControl
from gdsim.ui.widgets.spec_control import SpecControl, make_control
from tests.ui.widgets.languages import speak  # noqa: F401 - a fixture

LINEAR = ParamSpec(
    "momentum", "Momentum", 0.9, symbol="μ", low=0, high=1, open_high=True, help="Kept share."
)
INT = ParamSpec("steps", "Maximum steps", 60, low=1, high=1000, scale="int")
LOG = ParamSpec("eps", "Epsilon", 1e-8, symbol="ε", low=0, high=1, scale="log")
CHOICE = ParamSpec(
    "loss", "Loss", "mse", scale="choice", choices=(("mse", "Mean"), ("half-mse", "Half"))
)
BOOL = ParamSpec("replacement", "With replacement", False, scale="bool")
SPECS = (LINEAR, INT, LOG, CHOICE, BOOL)


def edit(qtbot: QtBot, control: SpecControl) -> ParamValue:
    """Another value, chosen by keys as a person would."""
    editor = control.editor
    editor.setFocus()
    if control.spec.scale == "bool":
        qtbot.keyClick(editor, Qt.Key.Key_Space)
    elif isinstance(editor, ChoiceBox):
        qtbot.keyClick(editor, Qt.Key.Key_Down)
    else:
        editor.selectAll()  # type: ignore[attr-defined]
        qtbot.keyClicks(editor, "1" if control.spec.scale == "int" else "0.5")
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    return control.value()


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.scale)
def test_an_edit_is_told_in_the_parameter_s_type(qtbot: QtBot, spec: ParamSpec) -> None:
    control = make_control(spec)
    qtbot.addWidget(control)
    control.show()
    assert control.value() == spec.default
    heard: list[ParamValue] = []
    control.value_changed.connect(heard.append)
    control.set_value(spec.default)
    assert heard == []
    value = edit(qtbot, control)
    assert heard == [value]
    assert value != spec.default
    assert type(value) is type(spec.default)
    assert spec.check(value, spec.name) == value


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.scale)
def test_it_is_named_and_explained(qtbot: QtBot, spec: ParamSpec) -> None:
    control = make_control(spec)
    qtbot.addWidget(control)
    assert spec.label in control.editor.accessibleName()
    assert spec.label in control.label.text()
    assert control.toolTip()


def test_the_tooltip_has_help_symbol_and_range(qtbot: QtBot) -> None:
    control = make_control(LINEAR)
    qtbot.addWidget(control)
    assert control.toolTip() == "Kept share.\nAllowed: 0 ≤ μ < 1"


def test_a_bad_value_is_explained_under_the_row(qtbot: QtBot) -> None:
    control = make_control(LINEAR)
    qtbot.addWidget(control)
    control.show()
    qtbot.keyClicks(control.editor, "9")
    control.editor.selectAll()  # type: ignore[attr-defined]
    qtbot.keyClicks(control.editor, "1")
    qtbot.keyClick(control.editor, Qt.Key.Key_Return)
    assert control.error.isVisible()
    assert control.error.text() == "Allowed: 0 ≤ μ < 1"
    qtbot.keyClick(control.editor, Qt.Key.Key_Escape)
    assert not control.error.isVisible()


def test_switched_off_it_says_why(qtbot: QtBot) -> None:
    control = make_control(CHOICE)
    qtbot.addWidget(control)
    control.set_reason("No data.")
    assert not control.isEnabled()
    assert control.toolTip() == "No data."
    control.set_reason("")
    assert control.isEnabled()


def test_a_click_on_the_label_switches(qtbot: QtBot) -> None:
    control = make_control(BOOL)
    qtbot.addWidget(control)
    control.show()
    qtbot.mouseClick(control.label, Qt.MouseButton.LeftButton)
    assert control.value() is True


def test_an_optional_number_is_none_while_off(qtbot: QtBot) -> None:
    control = OptionalControl(LOG)
    qtbot.addWidget(control)
    control.show()
    heard: list[object] = []
    control.choice_changed.connect(heard.append)
    control.set_choice(None)
    assert control.choice() is None
    assert not control.field.isEnabled()
    qtbot.mouseClick(control.label, Qt.MouseButton.LeftButton)
    control.field.selectAll()
    qtbot.keyClicks(control.field, "1e-4")
    qtbot.keyClick(control.field, Qt.Key.Key_Return)
    qtbot.mouseClick(control.switch, Qt.MouseButton.LeftButton, pos=control.switch.rect().center())
    assert heard == [1e-8, 1e-4, None]


def test_labels_follow_the_language(
    qtbot: QtBot,
    speak: Callable[[Callable[[str], str]], None],  # noqa: F811
) -> None:
    controls = [make_control(spec) for spec in SPECS]
    for control in controls:
        qtbot.addWidget(control)
    numbers = controls[0]
    numbers.editor.selectAll()  # type: ignore[attr-defined]
    qtbot.keyClicks(numbers.editor, "9")
    qtbot.keyClick(numbers.editor, Qt.Key.Key_Return)
    speak("«{}»".format)
    for control in controls:
        QApplication.sendEvent(control, QEvent(QEvent.Type.LanguageChange))
        assert f"«{control.spec.label}»" in control.label.text()
        assert f"«{control.spec.label}»" in control.editor.accessibleName()
    assert controls[3].editor.currentText() == "«Mean»"  # type: ignore[attr-defined]
    assert numbers.error.text() == "«Allowed: 0 ≤ μ < 1»"
