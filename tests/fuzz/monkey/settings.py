"""The panel: problems, formulas, schedules, changes from here on, sampling, limits on the track."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QComboBox, QSpinBox

from gdsim.engine.problems import PROBLEMS
from gdsim.ui.commands import _set_problem
from gdsim.ui.widgets.choice_box import ChoiceBox
from gdsim.ui.widgets.number_field import NumberField
from tests.fuzz.monkey.basics import NUMBERS
from tests.fuzz.monkey.hands import ENDINGS, Hands

FORMULAS = (
    "w^2 + 3*w - 5", "w^2 + b^2", "(w^2 + b - 11)^2 + (w + b^2 - 7)^2", "sin(3*w) + w^2/10",
    "exp(w)", "log(w)", "sqrt(w)", "1/w", "abs(w) + abs(b)", "w*b", "-w^2", "w^4 - w^2 + 0*b",
    "5", "0*w", "w^^2", "w +", "import os", "", "ｗ^2 + ｂ^2", "w**2", "9^9^9^9*w", "x^2",
    "tanh(w)", "(" * 60 + "w" + ")" * 60, "w^2" + " + w" * 200, "w^b", "1e308*w^2", "min(w, b)",
)  # fmt: skip


def problem(hands: Hands) -> None:
    kind = hands.pick(PROBLEMS)
    hands.note(kind.id)
    hands.do(lambda: _set_problem(hands.window, kind.id))


def formula(hands: Hands) -> None:
    field = hands.window.parameters.problem.typed
    if not field.isVisible():
        if hands.chance(0.5):
            hands.do(lambda: _set_problem(hands.window, "formula"))
        return
    field.setFocus()
    field.selectAll()
    keys = (Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape)
    hands.write(field, hands.pick(FORMULAS), hands.pick(keys))


def choice(hands: Hands) -> None:
    """One of all choices of a box, wherever the panel is scrolled to."""
    boxes = [box for box in hands.shown(ChoiceBox, hands.window.parameters) if box.count() > 1]
    if boxes:
        box = hands.pick(boxes)
        row = hands.random.randrange(box.count())
        if box.itemData(row):
            hands.note(box.itemData(row))
            hands.do(lambda: _pick(box, row))


def _pick(box: QComboBox, row: int) -> None:
    box.setCurrentIndex(row)
    box.activated.emit(row)


def number(hands: Hands) -> None:
    field = hands.one(NumberField, hands.window.parameters)
    if field is not None:
        field.setFocus()
        field.selectAll()
        spec = field.spec
        likely = (*NUMBERS, *(str(n) for n in (spec.low, spec.high, spec.default) if n is not None))
        hands.note(spec.name)
        hands.write(field, hands.pick(likely), Qt.Key.Key_Return)


def spin(hands: Hands) -> None:
    field = hands.one(hands.pick((NumberField, QSpinBox)), hands.window.parameters)
    if field is not None:
        hands.key(hands.pick((Qt.Key.Key_Up, Qt.Key.Key_Down)), widget=field)


def schedule(hands: Hands) -> None:
    control = hands.window.parameters.rate.schedule
    box = control.kind.box
    row = hands.random.randrange(box.count())
    hands.note(box.itemData(row))
    hands.do(lambda: _pick(box, row))


def from_here(hands: Hands) -> None:
    """Go somewhere and change the rate from there on."""
    rate = hands.window.parameters.rate
    step = hands.random.randrange(hands.window.session.steps + 1)
    hands.do(lambda: hands.window.player.go(step))
    if rate.here.isVisible() and hands.chance(0.5):
        hands.click(rate.here, rate.here.rect().center())
    drag_rate(hands)


def drag_rate(hands: Hands) -> None:
    """By the handle or beside it; given up, it leaves no trace."""
    track = hands.window.parameters.rate.control.track
    if not track.isVisible():
        return
    handle = QPoint(round(track.axis.x(track.rate)), track.theme.size(14))
    start = handle if hands.chance(0.6) else hands.within(track)
    if track.mark_at(QPointF(start)) is not None:
        return
    ending = hands.pick(ENDINGS)
    # What is half typed elsewhere counts when the keyboard leaves it.
    hands.do(track.setFocus)
    before = hands.window.session.scenario
    hands.drag(track, start, ending)
    if ending in ("escape", "lost"):
        assert hands.window.session.scenario == before


def mark(hands: Hands) -> None:
    track = hands.window.parameters.rate.control.track
    if track.isVisible() and track.placed:
        hands.click(track, hands.pick(track.placed).label.center())


def advice(hands: Hands) -> None:
    """Halve or double, as the buttons beside the rate do."""
    control = hands.window.parameters.rate.control
    button = hands.pick((control.halve, control.double))
    if button.isVisible():
        hands.click(button, button.rect().center())


ACTS = (
    (problem, 2), (formula, 2), (choice, 3), (number, 3), (spin, 1), (schedule, 1), (from_here, 1),
    (drag_rate, 2), (mark, 1), (advice, 1),
)  # fmt: skip
