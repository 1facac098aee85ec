"""Lanes: added, removed, renamed, coloured, hidden, moved, chosen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit

from gdsim.ui.lane_actions import LaneActions
from tests.fuzz.monkey.hands import CONTROL, Hands

NAMES = ("A", "", " ", "Ａ　Ｂ", "名字", "a" * 300, "<b>x</b>", "&File", "\t", "1", "[*]", "🦊")


def choose_lane(hands: Hands) -> None:
    listed = hands.window.parameters.lanes.list
    row = hands.random.randrange(max(1, listed.count()))
    hands.note(row)
    hands.do(lambda: listed.setCurrentRow(row))


def rename(hands: Hands) -> None:
    listed = hands.window.parameters.lanes.list
    choose_lane(hands)
    hands.do(hands.window.actions_["lane-rename"].trigger)
    editor = next(iter(hands.shown(QLineEdit, listed.viewport())), None)
    if editor is not None:
        editor.selectAll()
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape)
        hands.write(editor, hands.pick(NAMES), hands.pick(keys))


def look_away(hands: Hands) -> None:
    """A click on the eye in a row."""
    listed = hands.window.parameters.lanes.list
    item = listed.item(hands.random.randrange(max(1, listed.count())))
    if item is not None:
        eye = listed.rows.eye(listed.visualItemRect(item)).center()
        hands.click(listed.viewport(), QPoint(round(eye.x()), round(eye.y())))


def colour(hands: Hands) -> None:
    colours = hands.window.feature(LaneActions)._colours
    hands.do(colours.aboutToShow.emit)
    if colours.isEnabled() and colours.actions():
        hands.do(hands.pick(colours.actions()).trigger)


def move(hands: Hands) -> None:
    listed = hands.window.parameters.lanes.list
    choose_lane(hands)
    for _ in range(hands.random.randint(1, 3)):
        hands.key(hands.pick((Qt.Key.Key_Up, Qt.Key.Key_Down)), CONTROL, listed)


def change_many(hands: Hands) -> None:
    names = ("lane-add", "lane-duplicate", "lane-remove", "lane-remove", "lane-hide", "lane-all")
    name = hands.pick(names)
    hands.note(name)
    hands.do(hands.window.actions_[name].trigger)


ACTS = ((choose_lane, 1), (rename, 1), (look_away, 1), (colour, 1), (move, 1), (change_many, 3))
