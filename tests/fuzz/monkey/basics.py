"""What needs no knowledge of the window: keys, clicks and drags anywhere, numbers, wheel."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSlider,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)
from shiboken6 import isValid

from tests.fuzz.monkey.hands import CONTROL, Hands

KEYS = (
    Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End,
    Qt.Key.Key_R, Qt.Key.Key_F, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Escape, Qt.Key.Key_Return,
    Qt.Key.Key_Delete, Qt.Key.Key_Insert, Qt.Key.Key_Backspace,
)  # fmt: skip
#: Those with Ctrl; every shortcut is also tried by its action.
CONTROL_KEYS = (
    Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_R, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_Plus,
    Qt.Key.Key_Minus, Qt.Key.Key_0, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_C,
    Qt.Key.Key_V, Qt.Key.Key_A,
)  # fmt: skip
NUMBERS = (
    "0.1", "0.25", "1e-3", "−2", "0", "1e400", "abc", "", "０．５", "5", "60", "nan", "-1", "1,5",
)  # fmt: skip
#: How typing ends.
ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_Up)
#: Controls that are so for the mouse alone.
ALWAYS, NO_KEYS = (QAbstractButton, QAbstractSlider), Qt.FocusPolicy.NoFocus


def key(hands: Hands) -> None:
    modifier = hands.pick((Qt.KeyboardModifier.NoModifier,) * 4 + (
        Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier))  # fmt: skip
    hands.key(hands.pick(KEYS), modifier)


def control_key(hands: Hands) -> None:
    hands.key(hands.pick(CONTROL_KEYS), CONTROL)


def _anywhere(hands: Hands) -> tuple[QWidget, QPoint]:
    front = hands.front()
    at = hands.within(front)
    widget = front.childAt(at) or front
    return widget, widget.mapFrom(front, at)


def click(hands: Hands) -> None:
    hands.click(*_anywhere(hands))


def double_click(hands: Hands) -> None:
    hands.double_click(*_anywhere(hands))


def hover(hands: Hands) -> None:
    hands.hover(*_anywhere(hands))


def drag(hands: Hands) -> None:
    hands.drag(*_anywhere(hands))


def wheel(hands: Hands) -> None:
    hands.wheel(_anywhere(hands)[0])


def context_menu(hands: Hands) -> None:
    hands.menu(*_anywhere(hands))


def other_button(hands: Hands) -> None:
    button = hands.pick((Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton))
    hands.note(button.name)
    hands.click(*_anywhere(hands), button)


def type_number(hands: Hands) -> None:
    field = hands.one(QLineEdit)
    if field is None:
        return
    field.setFocus()
    field.selectAll()
    hands.write(field, hands.pick(NUMBERS), hands.pick(ENDS))


def choose(hands: Hands) -> None:
    box = hands.one(QComboBox)
    if box is not None:
        hands.note(box.accessibleName())
        box.setFocus()
        hands.key(hands.pick((Qt.Key.Key_Up, Qt.Key.Key_Down)), widget=box)


def press_button(hands: Hands) -> None:
    button = hands.one(hands.pick((QToolButton, QToolButton, QPushButton, QCheckBox)))
    if button is not None:
        hands.note(button.accessibleName())
        hands.click(button, button.rect().center())


def control(hands: Hands) -> None:
    """Any control of the window and of those beside it, each as often as another."""
    found = [w for w in hands.shown(QWidget) if isinstance(w, ALWAYS) or w.focusPolicy() != NO_KEYS]
    if not found:
        return
    widget = hands.pick(found)
    hands.note(widget.accessibleName() or widget.objectName())
    if isinstance(widget, QAbstractButton):
        hands.click(widget, widget.rect().center())
    elif isinstance(widget, QComboBox):
        hands.key(hands.pick((Qt.Key.Key_Up, Qt.Key.Key_Down)), widget=widget)
    elif isinstance(widget, QLineEdit):
        widget.selectAll()
        hands.write(widget, hands.pick(NUMBERS), hands.pick(ENDS))
    elif isinstance(widget, QAbstractScrollArea) and hands.chance(0.5):
        hands.click(widget.viewport())
    elif hands.chance(0.5):
        hands.click(widget)
    else:
        widget.setFocus()
        hands.key(hands.pick(KEYS), widget=widget)


def in_menu(hands: Hands) -> None:
    """What is popped up is used, or goes."""
    menu = hands.front()
    hands.note(type(menu).__name__)
    if not isinstance(menu, QMenu) or hands.chance(0.4):
        keys = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Escape)
        hands.key(hands.pick(keys), widget=menu)
    elif hands.chance(0.3):
        hands.do(menu.close)
    else:
        entries = [a for a in menu.actions() if a.isEnabled() and not a.isSeparator()]
        if entries:
            at = menu.actionGeometry(hands.pick(entries)).center()
            hands.click(menu, at)


def in_dialog(hands: Hands) -> None:
    """A dialog is used like a window, and closed in the end."""
    dialog = hands.front()
    hands.note(dialog.objectName() or type(dialog).__name__)
    acts = (key, key, click, hover, wheel, type_number, choose, choose, press_button,
            control, control, control, control)  # fmt: skip
    if hands.chance(0.12):
        hands.key(Qt.Key.Key_Escape, widget=dialog)
        if isValid(dialog) and dialog.isVisible():
            hands.do(dialog.close)
    else:
        hands.pick(acts)(hands)


ACTS = (
    (key, 6), (control_key, 3), (click, 4), (double_click, 1), (hover, 2), (drag, 2), (wheel, 2),
    (context_menu, 0.3), (other_button, 0.3), (type_number, 4), (choose, 2), (press_button, 3),
    (control, 3),
)  # fmt: skip
