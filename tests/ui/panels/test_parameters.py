"""The parameter panel, driven as a person would: each edit is one right scenario."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLayout,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gdsim.engine.lane import Lane
from gdsim.engine.optimizers import OPTIMIZERS, make_optimizer
from gdsim.engine.params import ParamSpec
from gdsim.engine.problems import PROBLEMS
from gdsim.engine.schedules import SCHEDULES, Constant, Cosine, Piecewise
from gdsim.engine.stopping import Stop
from gdsim.engine.variants import Variant
from gdsim.scenario import GeneratedData, GivenData, ProblemSpec, Scenario
from gdsim.ui.panels import parameters_edits as edits
from gdsim.ui.panels.parameters import ParametersPanel
from gdsim.ui.theme import LIGHT, style_sheet
from gdsim.ui.widgets.choice_box import ChoiceBox
from gdsim.ui.widgets.number_field import NumberField
from gdsim.ui.widgets.rate_marks import Mark
from gdsim.ui.widgets.spec_control import SpecControl
from tests.ui.widgets.languages import speak  # noqa: F401 - a fixture

SYNC, SEQUENTIAL = 0.23951221325730995, 0.31612276862116
MARKS = (
    Mark("synchronous", SYNC, 0, "sync limit 0.2395"),
    Mark("sequential", SEQUENTIAL, 1, "sequential limit 0.3161"),
)


def in_reading_order(layout: QLayout | None) -> Iterator[QWidget]:
    """The widgets that Tab stops at, in the order of the layouts they lie in."""
    items = [layout.itemAt(i) for i in range(layout.count())] if layout is not None else []
    for item in filter(None, items):
        widget = item.widget()
        if widget is None:
            yield from in_reading_order(item.layout())
            continue
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        yield from in_reading_order(widget.layout())


def scenario(rate: float = 0.2, **changes: object) -> Scenario:
    """Article 0's data, synchronous against sequential."""
    lanes = (
        Lane(learning_rate=Constant(rate)),
        Lane("sequential", (0, 1), learning_rate=Constant(rate)),
    )
    made = Scenario(ProblemSpec.of("linear-regression"), (0.0, 0.0), lanes, stop=Stop(max_steps=60))
    return replace(made, **changes)  # type: ignore[arg-type]


Edit = tuple[Scenario, str, bool]


class Shown:
    """A panel on a scenario, and what it told."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.panel = ParametersPanel()
        self.told: list[Edit] = []
        self.panel.setStyleSheet(style_sheet(LIGHT))
        self.panel.set_scenario(scenario())
        self.panel.set_limits(MARKS)
        self.panel.resize(self.panel.width(), 900)
        self.panel.edited.connect(lambda *edit: self.told.append(edit))

    def type(self, field: QLineEdit, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
        """Replace a field's text by keys and press ``key``."""
        field.setFocus()
        field.selectAll()
        self.qtbot.keyClicks(field, text)
        self.qtbot.keyClick(field, key)

    def choose(self, box: QComboBox, choice: str) -> None:
        """Go to ``choice`` by keys and take it, as from the open list."""
        box.setFocus()
        row = box.findData(choice)
        assert row >= 0
        box.showPopup()
        box.view().setCurrentIndex(box.model().index(row, 0))
        self.qtbot.keyClick(box.view(), Qt.Key.Key_Return)

    def click(self, button: QAbstractButton) -> None:
        place = QPoint(8, button.height() // 2)
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=place)

    def last(self) -> Edit:
        """The one edit that was told since the last call."""
        assert len(self.told) == 1
        return self.told.pop()


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    shown = Shown(qtbot)
    qtbot.addWidget(shown.panel)
    with qtbot.waitActive(shown.panel):
        shown.panel.show()
        shown.panel.activateWindow()
    return shown


# ---- learning rate ---------------------------------------------------------------------------


def test_a_typed_rate_goes_to_both_lanes(shown: Shown) -> None:
    shown.type(shown.panel.rate.control.field, "0.01")
    assert shown.last() == (scenario(0.01), "Change learning rate", True)


def test_full_width_digits(shown: Shown) -> None:
    field = shown.panel.rate.control.field
    field.setFocus()
    field.selectAll()
    QApplication.clipboard().setText("０．３")
    field.paste()
    shown.qtbot.keyClick(field, Qt.Key.Key_Return)
    assert shown.last()[0] == scenario(0.3)


def test_a_bad_rate_stays_is_explained_and_told_to_nobody(shown: Shown) -> None:
    control = shown.panel.rate.control
    shown.type(control.field, "-1")
    shown.panel.descent.start[0].editor.setFocus()
    assert shown.told == []
    assert control.field.text() == "-1"
    assert control.error.isVisible()
    assert control.error.text() == "Allowed: 0 < α ≤ 1000"


def test_a_click_on_a_limit_gives_every_bit(shown: Shown) -> None:
    track = shown.panel.rate.control.track
    for mark in MARKS:
        place = next(p.label for p in track.placed if p.mark == mark).center()
        shown.qtbot.mouseClick(track, Qt.MouseButton.LeftButton, pos=place)
        assert shown.last() == (scenario(mark.rate), "Change learning rate", True)


def test_a_drag_is_live_and_ends_settled(shown: Shown) -> None:
    track = shown.panel.rate.control.track
    start = QPoint(round(track.axis.x(0.2)), 14)
    shown.qtbot.mousePress(track, Qt.MouseButton.LeftButton, pos=start)
    for moved in range(1, 11):
        shown.qtbot.mouseMove(track, start - QPoint(moved, 0))
        assert (
            shown.panel.rate.control.field.value() == shown.told[-1][0].lanes[0].learning_rate.first
        )
    shown.qtbot.mouseRelease(track, Qt.MouseButton.LeftButton, pos=start - QPoint(10, 0))
    assert [finished for _, _, finished in shown.told] == [False] * 10 + [True]
    assert shown.told[-1][0] == shown.told[-2][0] != scenario()


@pytest.mark.parametrize(("button", "rate"), [("halve", 0.1), ("double", 0.4)])
def test_half_and_double(shown: Shown, button: str, rate: float) -> None:
    shown.click(getattr(shown.panel.rate.control, button))
    assert shown.last() == (scenario(rate), "Change learning rate", True)


def test_lanes_that_differ_are_not_made_equal_by_the_first_edit(shown: Shown) -> None:
    """A scenario that compares rates is opened: edits go to its first lane until one says else."""
    lanes = (*scenario(0.1).lanes, Lane(learning_rate=Constant(0.2)))
    shown.panel.choose_anew()
    shown.panel.set_scenario(scenario(lanes=lanes))
    assert shown.panel.lanes.target == 0
    shown.type(shown.panel.rate.control.field, "0.3")
    rates = [lane.learning_rate.first for lane in shown.last()[0].lanes]
    assert rates == [0.3, 0.1, 0.2]
    shown.panel.lanes.set_target(None)
    assert "differ" in shown.panel.rate.control.note.text()
    shown.type(shown.panel.rate.control.field, "0.4")
    assert [lane.learning_rate.first for lane in shown.last()[0].lanes] == [0.4] * 3
    assert not shown.panel.rate.control.note.isVisible()


def test_a_drag_over_another_lane_s_rate_does_not_take_it_along(shown: Shown) -> None:
    lanes = (Lane(learning_rate=Constant(0.3)), Lane(learning_rate=Constant(0.2)))
    shown.panel.choose_anew()
    shown.panel.set_scenario(scenario(lanes=lanes))
    track = shown.panel.rate.control.track
    track.rate_dragged.emit(0.2)
    track.rate_dragged.emit(0.1)
    track.rate_chosen.emit(0.1)
    rates = [lane.learning_rate.first for lane in shown.told[-1][0].lanes]
    assert rates == [0.1, 0.2]


def test_edits_add_up_before_the_session_answers(shown: Shown) -> None:
    shown.type(shown.panel.rate.control.field, "0.01")
    shown.type(shown.panel.descent.start[0].editor, "3")
    assert shown.told[-1][0] == scenario(0.01, start=(3.0, 0.0))


# ---- every other control ---------------------------------------------------------------------


def test_start(shown: Shown) -> None:
    shown.type(shown.panel.descent.start[1].editor, "-2.5")
    assert shown.last() == (scenario(start=(0.0, -2.5)), "Change start point", True)


def test_variant_and_its_settings(shown: Shown) -> None:
    descent = shown.panel.descent
    size, seed = descent.settings["batch_size"], descent.settings["seed"]
    assert size.value() == 4
    assert not size.isEnabled()
    assert not seed.isVisible()
    shown.choose(descent.variant.editor, "mini-batch")
    assert shown.last() == (scenario(variant=Variant("mini-batch", 2)), "Change variant", True)
    assert size.isEnabled()
    assert seed.isVisible()
    shown.type(size.editor, "3")
    assert shown.last()[:2] == (scenario(variant=Variant("mini-batch", 3)), "Change batch size")
    shown.click(descent.settings["replacement"].editor)
    assert shown.last()[0].variant == Variant("mini-batch", 3, replacement=True)
    shown.type(seed.editor, "7")
    assert shown.last()[:2] == (
        scenario(variant=Variant("mini-batch", 3, True, 7)), "Change seed",
    )  # fmt: skip
    shown.choose(descent.variant.editor, "sgd")
    assert shown.last()[0].variant == Variant("sgd", replacement=True, seed=7)
    assert size.value() == 1
    assert not size.isEnabled()


def test_a_batch_has_no_more_rows_than_the_data(shown: Shown) -> None:
    shown.panel.set_scenario(scenario(variant=Variant("mini-batch", 2)))
    size = shown.panel.descent.settings["batch_size"]
    shown.type(size.editor, "5")
    assert shown.told == []
    assert size.error.text() == "Allowed: whole numbers, 1 ≤ Batch size ≤ 4"


@pytest.mark.parametrize("kind", OPTIMIZERS, ids=lambda kind: kind.id)
def test_optimizer_and_its_parameters(shown: Shown, kind: object) -> None:
    descent = shown.panel.descent
    other = next(k for k in OPTIMIZERS if k.elementwise and k is not kind)
    lane = Lane(optimizer=make_optimizer(other.id), learning_rate=Constant(0.2))
    shown.panel.set_scenario(scenario(lanes=(lane, lane)))
    shown.choose(descent.optimizer.editor, kind.id)  # type: ignore[attr-defined]
    new, label, _ = shown.last()
    assert label == "Change optimizer"
    assert [lane.optimizer for lane in new.lanes] == [make_optimizer(kind.id)] * 2  # type: ignore[attr-defined]
    assert tuple(descent.hyper.controls) == tuple(p.name for p in kind.params)  # type: ignore[attr-defined]
    for spec in kind.params:  # type: ignore[attr-defined]
        value = change(shown, descent.hyper.controls[spec.name].editor, spec)
        new, label, finished = shown.last()
        assert (label, finished) == ("Change optimizer parameter", True)
        assert [lane.optimizer.hyper[spec.name] for lane in new.lanes] == [value] * 2


def change(shown: Shown, editor: QWidget, spec: ParamSpec) -> object:
    """Another allowed value of ``spec``, set by a real event."""
    if spec.scale == "bool":
        shown.qtbot.keyClick(editor, Qt.Key.Key_Space)
        return not spec.default
    if isinstance(editor, ChoiceBox):
        choice = next(choice for choice, _ in spec.choices if choice != spec.default)
        shown.choose(editor, choice)
        return choice
    assert isinstance(editor, NumberField)
    before = editor.value()
    editor.setFocus()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        if editor.value() == before:
            shown.qtbot.keyClick(editor, key)
    assert editor.value() != before
    return editor.value()


def test_order_belongs_to_the_sequential_lane(shown: Shown) -> None:
    shown.choose(shown.panel.descent.order.editor, "1,0")
    new, label, _ = shown.last()
    assert label == "Change update order"
    assert [lane.coordinates for lane in new.lanes] == [(), (1, 0)]


def test_stop_rules(shown: Shown) -> None:
    stop = shown.panel.stop
    shown.type(stop.max_steps.editor, "100")
    assert shown.last() == (scenario(stop=Stop(100)), "Change stop rule", True)
    expected = Stop(100)
    for name, control in stop.rules.items():
        assert not control.field.isEnabled()
        shown.click(control.switch)
        expected = replace(expected, **{name: control.spec.default})
        assert shown.last()[0].stop == expected
        shown.type(control.field, "0.5")
        expected = replace(expected, **{name: 0.5})
        assert shown.last()[0].stop == expected
    shown.click(stop.rules["loss_change"].switch)
    assert shown.last()[0].stop == replace(expected, loss_change=None)


def test_every_problem_can_be_chosen(shown: Shown) -> None:
    for kind in [*PROBLEMS[1:], PROBLEMS[0]]:
        shown.choose(shown.panel.problem.problem, kind.id)
        new, label, finished = shown.last()
        assert (label, finished) == ("Change problem", True)
        assert new.problem.id == kind.id
        assert new.start == new.problem.default_start
        new.check(new.make_problem())
        for spec in kind.params:
            value = change(shown, shown.panel.problem.params.controls[spec.name].editor, spec)
            new, label, _ = shown.last()
            assert label == "Change problem parameter"
            assert dict(new.problem.params)[spec.name] == value


def test_loss_and_data(shown: Shown) -> None:
    problem = shown.panel.problem
    shown.choose(problem.loss.editor, "mse")
    new, label, _ = shown.last()
    assert (new.problem.loss, label) == ("mse", "Change loss function")
    shown.choose(problem.data.editor, "noisy-line")
    new, label, _ = shown.last()
    assert (new.problem.data, label) == (GeneratedData.of("noisy-line"), "Change data")
    assert shown.panel.descent.settings["batch_size"].value() == 100
    shown.type(problem.data_params.controls["n"].editor, "50")
    assert shown.last()[0].problem.data == GeneratedData.of("noisy-line", n=50)


def test_points_of_the_scenario_are_named_as_such(shown: Shown) -> None:
    given = replace(scenario().problem, data=GivenData((1, 2, 3), (3, 5, 7)))
    shown.panel.set_scenario(scenario(problem=given))
    assert shown.panel.problem.data.editor.currentText() == "Given points"
    assert shown.panel.descent.settings["batch_size"].value() == 3


def test_a_typed_formula_has_as_many_parameters_as_it_needs(shown: Shown) -> None:
    shown.panel.set_scenario(edits.with_problem(scenario(), "formula"))
    field = shown.panel.problem.typed
    shown.type(field, "w^2 + w*b + b^2")
    new, label, _ = shown.last()
    assert label == "Change formula"
    assert (new.problem.formula, len(new.start)) == ("w^2 + w*b + b^2", 2)
    new.check(new.make_problem())
    shown.type(field, "w^4")
    new = shown.last()[0]
    assert len(new.start) == len(new.problem.box) == 1
    new.check(new.make_problem())


def test_a_bad_formula_is_marked_where_it_cannot_be_read(shown: Shown) -> None:
    shown.panel.set_scenario(edits.with_problem(scenario(), "formula"))
    problem = shown.panel.problem
    shown.type(problem.typed, "w^2 + 3*q")
    assert shown.told == []
    assert problem.typed.text() == "w^2 + 3*q"
    assert problem.typed.selectedText() == "q"
    assert problem.error.text().startswith("At character 9: ")


# ---- what cannot be --------------------------------------------------------------------------


def test_an_optimizer_without_sequential_form_is_refused_with_the_reason(shown: Shown) -> None:
    mixing = [kind for kind in OPTIMIZERS if not kind.elementwise]
    assert mixing
    control = shown.panel.descent.optimizer
    for kind in mixing:
        shown.choose(control.editor, kind.id)
        assert shown.told == []
        assert control.value() == "gd"
        assert control.error.isVisible()
        assert kind.title in control.error.text()
    shown.type(shown.panel.rate.control.field, "0.1")
    assert not control.error.isVisible()


def test_too_many_draws_are_refused_with_the_reason(shown: Shown) -> None:
    big = replace(scenario().problem, data=GeneratedData.of("noisy-line", n=100_000))
    start = scenario(problem=big, variant=Variant("mini-batch", 2))
    shown.panel.set_scenario(start)
    size = shown.panel.descent.settings["batch_size"]
    shown.type(size.editor, "99999")
    assert shown.told == []
    assert size.value() == 2
    assert "5000000" in size.error.text()


def test_controls_that_mean_nothing_are_off_and_say_why(shown: Shown) -> None:
    descent = shown.panel.descent
    shown.panel.set_scenario(edits.with_problem(scenario(), "parabola"))
    assert not descent.variant.isEnabled()
    assert "no data" in descent.variant.toolTip()
    assert not descent.order.isEnabled()
    assert "one parameter" in descent.order.toolTip()
    assert not descent.start[1].isVisible()
    shown.panel.set_scenario(scenario(lanes=(Lane(), Lane())))
    assert not descent.order.isEnabled()
    assert "sequentially" in descent.order.toolTip()


# ---- showing ---------------------------------------------------------------------------------


def test_showing_a_scenario_tells_nobody(shown: Shown) -> None:
    for kind in PROBLEMS:
        other = edits.with_problem(scenario(0.05), kind.id)
        other = edits.with_optimizer(edits.with_variant(other, "sgd"), "adam")
        other = replace(other, stop=Stop(7, 0.1, 0.2, 0.3), start=tuple(2.0 for _ in other.start))
        shown.panel.set_scenario(other)
        shown.panel.set_scenario(scenario())
        shown.panel.set_scenario(other)
        check_shown(shown.panel, other)
    assert shown.told == []


def check_shown(panel: ParametersPanel, other: Scenario) -> None:
    assert panel.descent.start[0].value() == 2.0
    assert panel.descent.optimizer.value() == "adam"
    assert panel.rate.control.rate() == other.lanes[0].learning_rate.first
    assert panel.problem.problem.value() == other.problem.id
    assert panel.stop.max_steps.value() == 7
    assert [control.choice() for control in panel.stop.rules.values()] == [0.1, 0.2, 0.3]


@pytest.mark.parametrize("place", ["start", "hyper"])
def test_a_field_taken_away_while_typing_tells_nothing(shown: Shown, place: str) -> None:
    shown.panel.set_scenario(edits.with_optimizer(scenario(), "momentum"))
    descent = shown.panel.descent
    control = descent.start[1] if place == "start" else descent.hyper.controls["momentum"]
    control.editor.setFocus()
    control.editor.selectAll()  # type: ignore[attr-defined]
    shown.qtbot.keyClicks(control.editor, "0.5")
    shown.panel.set_scenario(edits.with_problem(scenario(), "parabola"))
    assert shown.told == []
    shown.panel.set_scenario(scenario())
    assert shown.told == []


def test_every_schedule_is_shown_and_keeps_its_shape_when_its_rate_is_edited(shown: Shown) -> None:
    for kind in SCHEDULES:
        schedule = example(kind)
        lanes = tuple(replace(lane, learning_rate=schedule) for lane in scenario().lanes)
        shown.panel.set_scenario(scenario(lanes=lanes))
        rate = shown.panel.rate
        assert rate.control.rate() == schedule.first
        assert rate.schedule.kind.value() == kind.id
        assert rate.schedule.curve.isVisible() == (kind is not Constant)
        assert list(rate.schedule.rows.controls) == [
            p.name for p in kind.params if p.name != "rate"
        ]
        shown.type(rate.control.field, "0.0123")
        expected = Constant(0.0123) if kind is Piecewise else replace(schedule, rate=0.0123)
        assert [lane.learning_rate for lane in shown.last()[0].lanes] == [expected] * 2


def test_half_a_number_of_a_schedule_that_is_gone_is_forgotten(shown: Shown) -> None:
    decaying = replace(scenario().lanes[0], learning_rate=Cosine(0.1, 60, 0.0))
    shown.panel.set_scenario(replace(scenario(), lanes=(decaying,)))
    field = shown.panel.rate.schedule.rows.controls["T_max"].editor
    shown.panel.show()
    shown.panel.activateWindow()
    shown.qtbot.waitUntil(shown.panel.isActiveWindow)
    field.setFocus()
    field.selectAll()
    shown.qtbot.keyClicks(field, "30")
    listed = replace(decaying, learning_rate=Piecewise(((0, 0.1), (5, 0.05))))
    shown.panel.set_scenario(replace(scenario(), lanes=(listed,)))
    assert shown.told == []
    assert "T_max" not in shown.panel.rate.schedule.rows.controls


def test_a_schedule_is_chosen_and_set(shown: Shown) -> None:
    control = shown.panel.rate.schedule
    shown.choose(control.kind.editor, "cosine")
    new, label, _ = shown.last()
    assert label == "Change the schedule"
    assert [lane.learning_rate for lane in new.lanes] == [Cosine(0.2, 60, 0.0)] * 2
    shown.type(control.rows.controls["T_max"].editor, "30")
    assert shown.last()[0].lanes[0].learning_rate == Cosine(0.2, 30, 0.0)
    control.set_step(15)
    top, middle, end = (control.curve.place(step).y() for step in (0, 15, 59))
    assert top < middle < end
    assert middle == pytest.approx((top + end) / 2)


def example(kind: type) -> object:
    """A schedule of ``kind`` with its defaults."""
    return kind(**{spec.name: spec.default for spec in getattr(kind, "params", ())})


def test_the_language_is_switched_live(
    shown: Shown,
    speak: Callable[[Callable[[str], str]], None],  # noqa: F811
) -> None:
    shown.panel.set_scenario(edits.with_problem(scenario(), "parabola"))
    speak("«{}»".format)
    QApplication.sendEvent(shown.panel, QEvent(QEvent.Type.LanguageChange))
    for label in shown.panel.findChildren(QLabel):
        if label.isVisible() and label.text():
            assert "«" in label.text(), label.text()
    for box in shown.panel.findChildren(QComboBox):
        assert all("«" in box.itemText(row) for row in range(box.count()))
    assert shown.panel.descent.variant.toolTip() == "«This problem has no data to draw from.»"
    for widget in in_reading_order(shown.panel.widget().layout()):
        assert "«" in widget.accessibleName(), widget


LANGUAGES = {
    "English": str,
    # About as long as Chinese is: half as many characters, each as wide as two.
    "Chinese": lambda text: text if "{" in text else "学" * -(-len(text) // 2),
}


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("optimizer", ["gd", "adam"])
def test_nothing_is_clipped(
    shown: Shown, speak: Callable[[Callable[[str], str]], None],  # noqa: F811
    language: str, scale: float, optimizer: str,
) -> None:  # fmt: skip
    panel = shown.panel
    theme = replace(LIGHT, text_scale=scale)
    speak(LANGUAGES[language])
    panel.setStyleSheet(style_sheet(theme))
    panel.set_theme(theme)
    panel.set_scenario(edits.with_optimizer(scenario(variant=Variant("mini-batch", 2)), optimizer))
    panel.set_sentences([(0, "synchronous: oscillates, converges"), (1, "sequential: converges")])
    panel.set_formula("J(w, b) = ½ · mean (w·x + b − y)²")
    QApplication.sendEvent(panel, QEvent(QEvent.Type.LanguageChange))
    panel.resize(panel.maximumWidth(), theme.size(1000))
    shown.qtbot.wait(50)
    column = panel.widget()
    assert column.minimumSizeHint().width() <= column.width()
    # On a busy machine the last layout comes later.
    shown.qtbot.waitUntil(lambda: column.height() >= column.heightForWidth(column.width()))
    for label in column.findChildren(QLabel):
        if label.isVisible():
            check_label(label)
    for widget in in_reading_order(column.layout()):
        if widget.isVisible():
            assert (
                widget.height() >= theme.size(24) or widget.height() >= widget.sizeHint().height()
            )
            assert column.rect().contains(widget.rect().translated(widget.mapTo(column, QPoint())))
    for row in column.findChildren(SpecControl):
        parts = [w.geometry() for w in row.children() if isinstance(w, QWidget) and w.isVisible()]
        assert not any(a.intersects(b) for i, a in enumerate(parts) for b in parts[:i]), row.spec
    for button in column.findChildren(QAbstractButton):
        if button.isVisible() and button.text():
            room = button.width() - theme.size(4) - 2
            assert QFontMetrics(button.font()).horizontalAdvance(button.text()) <= room


def check_label(label: QLabel) -> None:
    if label.wordWrap():
        metrics = QFontMetrics(label.font())
        if "学" not in label.text():
            longest = max(label.text().split(), key=metrics.horizontalAdvance)
            assert metrics.horizontalAdvance(longest) <= label.width(), label.text()
        assert label.height() >= label.heightForWidth(label.width()), label.text()
    else:
        assert label.width() >= label.sizeHint().width(), label.text()
