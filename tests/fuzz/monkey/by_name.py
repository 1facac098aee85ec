"""Everything that has a name: each action of the window, from a menu or from the palette."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from gdsim.ui.palette import Palette
from tests.fuzz.monkey.hands import Hands

#: Actions that no monkey triggers, and why. Where the others wait for a person, one answers.
LEFT_OUT = {"quit": "it would end the window, and with it the test"}
#: Letters that find something in the palette.
LETTERS = ("lane", "undo", "3d", "下", "theme dark", "rosen", "export", "zzz", "pre", "梯度", "map")


def trigger(hands: Hands) -> None:
    actions = hands.window.actions_.by_id
    names = [name for name in actions if name not in LEFT_OUT]
    fire(hands, hands.pick(names))


def fire(hands: Hands, name: str) -> None:
    """The action ``name``, possible or not."""
    action = hands.window.actions_[name]
    hands.note(name if action.isEnabled() else f"({name})")
    hands.do(action.trigger)


def palette(hands: Hands) -> None:
    hands.do(hands.window.actions_["palette"].trigger)
    dialog = hands.window.feature(Palette).dialog
    if dialog is None:
        return
    hands.write(dialog.findChildren(QLineEdit)[0], hands.pick(LETTERS))
    for _ in range(hands.random.randrange(4)):
        hands.key(Qt.Key.Key_Down, widget=dialog.field)
    hands.note(item.text() if (item := dialog.list.currentItem()) is not None else "nothing")
    hands.key(hands.pick((Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Escape)),
              widget=dialog.field)  # fmt: skip


def menu(hands: Hands) -> None:
    """Open a menu as a click on its title does; what is in it comes with the next acts."""
    window = hands.window
    if window.menuBar().isVisible():
        bar = window.menuBar()
        title = hands.pick(bar.actions())
        hands.click(bar, bar.actionGeometry(title).center())


ACTS = ((trigger, 6), (palette, 1), (menu, 1))
