"""A number field is exact, keeps what it cannot read, and explains."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QKeySequence, QShortcut, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gdsim.engine.params import ParamSpec
from gdsim.ui.widgets.number_field import NumberField

RATE = ParamSpec(
    "rate", "Learning rate", 0.01, symbol="α", low=0, open_low=True, high=10, scale="log"
)
STEPS = ParamSpec("steps", "Steps", 100, low=1, high=1000, scale="int")


class Host(QWidget):
    """Two fields in a window, so that the focus has somewhere to go."""

    def __init__(self) -> None:
        super().__init__()
        self.field, self.other = NumberField(RATE), NumberField(STEPS)
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        layout.addWidget(self.other)
        self.heard: list[float] = []
        self.field.value_changed.connect(self.heard.append)


@pytest.fixture
def host(qtbot: QtBot) -> Host:
    host = Host()
    qtbot.addWidget(host)
    with qtbot.waitActive(host):
        host.show()
        host.activateWindow()
    host.field.setFocus()
    qtbot.waitUntil(host.field.hasFocus)
    return host


def type_over(qtbot: QtBot, field: NumberField, text: str) -> None:
    """Replace the text, as a person would; pasted where QTest knows no such keys."""
    field.selectAll()
    if text.isascii():
        qtbot.keyClicks(field, text)
    else:
        QApplication.clipboard().setText(text)
        field.paste()


def test_enter_commits_exactly_once(qtbot: QtBot, host: Host) -> None:
    type_over(qtbot, host.field, "0.23951221325730995")
    assert host.heard == []
    qtbot.keyClick(host.field, Qt.Key.Key_Return)
    qtbot.keyClick(host.field, Qt.Key.Key_Return)
    host.other.setFocus()
    assert host.heard == [0.23951221325730995]
    assert host.field.text() == "0.23951221325730995"


def test_leaving_commits(qtbot: QtBot, host: Host) -> None:
    type_over(qtbot, host.field, "０．２")
    qtbot.keyClick(host.field, Qt.Key.Key_Tab)
    assert host.heard == [0.2]
    assert host.field.text() == "0.2"


def test_setting_a_value_tells_nobody(host: Host) -> None:
    host.field.set_value(0.5)
    assert host.field.value() == 0.5
    assert host.field.text() == "0.5"
    assert host.heard == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("abc", "Not a number. Allowed: 0 < α ≤ 10"),
        ("", "Not a number. Allowed: 0 < α ≤ 10"),
        ("0", "Allowed: 0 < α ≤ 10"),
        ("11", "Allowed: 0 < α ≤ 10"),
        ("1e999", "Not a number. Allowed: 0 < α ≤ 10"),
    ],
)
def test_bad_text_stays_and_is_explained(qtbot: QtBot, host: Host, text: str, message: str) -> None:
    type_over(qtbot, host.field, text)
    if not text:
        qtbot.keyClick(host.field, Qt.Key.Key_Delete)
    qtbot.keyClick(host.field, Qt.Key.Key_Return)
    host.other.setFocus()
    assert host.field.text() == text
    assert host.field.message == message
    assert host.field.property("invalid") is True
    assert host.field.accessibleDescription() == message
    assert host.field.value() == 0.01
    assert host.heard == []


def test_bad_text_survives_an_edit_elsewhere_but_not_another_value(
    qtbot: QtBot, host: Host
) -> None:
    type_over(qtbot, host.field, "abc")
    qtbot.keyClick(host.field, Qt.Key.Key_Return)
    host.field.set_value(0.01)
    assert host.field.text() == "abc"
    host.field.set_value(0.02)
    assert host.field.text() == "0.02"
    assert host.field.message == ""
    assert host.field.property("invalid") is False


def test_escape_restores(qtbot: QtBot, host: Host) -> None:
    type_over(qtbot, host.field, "abc")
    qtbot.keyClick(host.field, Qt.Key.Key_Return)
    qtbot.keyClick(host.field, Qt.Key.Key_Escape)
    assert host.field.text() == "0.01"
    assert host.field.message == ""


def test_typing_on_takes_the_complaint_away(qtbot: QtBot, host: Host) -> None:
    type_over(qtbot, host.field, "abc")
    qtbot.keyClick(host.field, Qt.Key.Key_Return)
    qtbot.keyClicks(host.field, "d")
    assert host.field.message == ""


def test_whole_numbers_only(qtbot: QtBot, host: Host) -> None:
    type_over(qtbot, host.other, "2.5")
    qtbot.keyClick(host.other, Qt.Key.Key_Return)
    assert host.other.message == "Allowed: whole numbers, 1 ≤ Steps ≤ 1000"
    type_over(qtbot, host.other, "1e3")
    qtbot.keyClick(host.other, Qt.Key.Key_Return)
    assert host.other.value() == 1000
    assert host.other.text() == "1000"


def test_up_and_down_step(qtbot: QtBot, host: Host) -> None:
    host.field.set_value(0.2)
    qtbot.keyClick(host.field, Qt.Key.Key_Up)
    qtbot.keyClick(host.field, Qt.Key.Key_Down)
    qtbot.keyClick(host.field, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert host.heard == [0.25, 0.2, 0.21]


def wheel(field: NumberField, up: bool) -> QWheelEvent:
    middle = QPointF(field.rect().center())
    event = QWheelEvent(
        middle, field.mapToGlobal(middle), QPoint(), QPoint(0, 120 if up else -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field, event)
    return event


def test_wheel_only_with_focus(host: Host) -> None:
    wheel(host.other, up=True)
    assert host.other.value() == 100
    wheel(host.field, up=True)
    wheel(host.field, up=False)
    wheel(host.field, up=False)
    assert host.heard == [0.0125, 0.01, 0.008]


@pytest.mark.parametrize("key", ["Ctrl+Z", "Space"])
def test_window_keeps_its_keys_until_something_is_typed(qtbot: QtBot, host: Host, key: str) -> None:
    pressed: list[str] = []
    shortcut = QShortcut(QKeySequence(key), host)
    shortcut.activated.connect(lambda: pressed.append(key))
    combination = QKeySequence(key)[0]
    qtbot.keyClick(host.field, combination.key(), combination.keyboardModifiers())
    assert pressed == [key]
    qtbot.keyClicks(host.field, "0.3")
    qtbot.keyClick(host.field, combination.key(), combination.keyboardModifiers())
    assert pressed == [key]


def test_a_number_that_is_cut_is_told_whole_by_the_tooltip(host: Host) -> None:
    host.field.setFixedWidth(60)
    for value, told in ((0.5, ""), (0.23951221325730995, "0.23951221325730995")):
        host.field.set_value(value)
        middle = host.field.rect().center()
        tip = QHelpEvent(QEvent.Type.ToolTip, middle, host.field.mapToGlobal(middle))
        QApplication.sendEvent(host.field, tip)
        assert QToolTip.text() == told
    QToolTip.hideText()


def test_a_cut_number_looks_cut(host: Host) -> None:
    host.other.setFocus()
    host.field.setFixedWidth(60)
    host.field.set_value(0.2395122)
    short = host.field.grab().toImage()
    host.field.set_value(0.23951221325730995)
    assert host.field.grab().toImage() == short
    host.field.set_value(0.2395)
    assert host.field.grab().toImage() != short
