"""Lectures: opened, walked, answered, tried out, presented, closed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea

from gdsim.lectures import LECTURES
from gdsim.ui.lecture.feature import LectureMode
from tests.fuzz.monkey.hands import Hands

KEYS = (
    *(Qt.Key.Key_PageDown,) * 6, *(Qt.Key.Key_PageUp,) * 2, Qt.Key.Key_F5, Qt.Key.Key_Escape,
    Qt.Key.Key_Period, Qt.Key.Key_Backspace, Qt.Key.Key_F6, Qt.Key.Key_1, Qt.Key.Key_3,
    Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Space,
)  # fmt: skip


def open_one(hands: Hands) -> None:
    mode = hands.window.feature(LectureMode)
    name = hands.pick(LECTURES)
    hands.note(name)
    hands.do(lambda: mode.open_builtin(name))


def in_lecture(hands: Hands) -> None:
    mode = hands.window.feature(LectureMode)
    if not mode.show_.is_open:
        if hands.chance(0.15):
            open_one(hands)
        return
    hands.pick((_walk, _walk, _walk, _answer, _what_if, _presenter))(hands)
    if hands.chance(0.08):
        _close(hands)


def _walk(hands: Hands) -> None:
    for _ in range(hands.random.randint(1, 4)):
        hands.key(hands.pick(KEYS))


def _answer(hands: Hands) -> None:
    panel = hands.window.feature(LectureMode).bar.question
    buttons = [b for b in panel.buttons if b.isVisible() and b.isEnabled()]
    fields = [f for f in panel.fields if f.isVisible()]
    if fields and hands.chance(0.5):
        field = hands.pick(fields)
        hands.write(field, hands.pick(("1", "-0.5", "x", "", "1e400", "nan")), Qt.Key.Key_Return)
    elif buttons:
        hands.click(hands.pick(buttons))
    else:
        views = hands.shown(QAbstractScrollArea, hands.window.stage)
        if views:
            hands.click(hands.pick(views).viewport())


def _what_if(hands: Hands) -> None:
    bar = hands.window.feature(LectureMode).bar
    button = hands.pick((bar.halve, bar.double, bar.changed, *bar.marks))
    if button.isVisible() and button.isEnabled():
        hands.click(button, button.rect().center())


def _presenter(hands: Hands) -> None:
    mode = hands.window.feature(LectureMode)
    if mode.presenter is None:
        hands.do(mode.toggle_presenter)
    elif hands.chance(0.5):
        hands.do(mode.presenter.close)
    else:
        hands.key(hands.pick((Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)), widget=mode.presenter)


def _close(hands: Hands) -> None:
    """What was there before the lecture is there again."""
    mode = hands.window.feature(LectureMode)
    before = mode.show_._before
    hands.note("close")
    hands.do(mode.close)
    assert before is not None
    assert hands.window.session.scenario == before.scenario
    assert hands.window.documents.path == before.path
    assert not mode.arranging.presenting


ACTS = ((open_one, 0.5), (in_lecture, 8))
