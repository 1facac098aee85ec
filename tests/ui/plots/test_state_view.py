"""The optimizer's state: its numbers, its arrows on the contour, its trial points."""

import math
from itertools import chain, islice

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from gdsim.engine import Lane, LinearRegression, Stop, simulate
from gdsim.engine.optimizers import OPTIMIZERS, make_optimizer
from gdsim.engine.schedules import Constant
from gdsim.ui import theme as th
from gdsim.ui.numbers import number
from gdsim.ui.plots.state_rows import note, state_rows
from gdsim.ui.plots.state_view import StateView
from gdsim.ui.scene import Scene
from gdsim.ui.widgets.value_label import BETWEEN, SMALLEST
from tests.ui.painted import painting

REGRESSION = LinearRegression([1, 2, 3, 4], [3, 5, 7, 9])


def scene(*ids: str, rate=0.02, steps=50, shown=("state-arrows",)) -> Scene:
    lanes = tuple(Lane(optimizer=make_optimizer(i), learning_rate=Constant(rate)) for i in ids)
    runs = simulate(REGRESSION, (0.0, 0.0), lanes, stop=Stop(steps))
    return Scene(REGRESSION, runs, th.lane_styles(lanes), ids, REGRESSION.box, frozenset(shown))


@pytest.fixture
def view(qtbot: QtBot) -> StateView:
    made = StateView()
    qtbot.addWidget(made)
    made.set_theme(th.LIGHT)
    made.resize(400, 260)
    made.set_scene(scene("adam", "momentum"))
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_numbers_are_those_of_the_step(view):
    view.set_step(7)
    adam, momentum = view.rows._scene.runs
    said = [(row.symbol, view.rows.numbers(row)) for row in view.rows.rows]
    expected = [(adam, "m", "m"), (adam, "v", "v"), (momentum, "v", "velocity")]
    for (symbol, text), (run, wanted, name) in zip(said, expected, strict=True):
        w, b = run.state[name][7].tolist()
        assert (symbol, text) == (wanted, f"w {number(w)}   b {number(b)}")
    assert number(float(momentum.state["velocity"][7, 0])) in view.rows.accessibleDescription()


def test_no_state_is_said(view):
    view.set_scene(scene("gd"))
    assert view.rows.rows == []
    assert "remembers nothing" in view.rows.accessibleDescription()


@pytest.mark.parametrize("kind", OPTIMIZERS, ids=lambda kind: kind.id)
def test_every_optimizer_can_be_shown(view, kind):
    view.set_scene(scene(kind.id, steps=10))
    for step in (0, 1, 10):
        view.set_step(step)
        view.grab()
    assert len(view.rows.rows) == len(kind.state_names)


def test_the_curve_is_a_time_slider(qtbot, view):
    asked: list[int] = []
    view.step_requested.connect(asked.append)
    rect = view.rows.plot_rect(0)
    qtbot.mouseClick(view.rows, Qt.MouseButton.LeftButton, pos=rect.center().toPoint())
    assert asked == [25]
    qtbot.mouseClick(view.rows, Qt.MouseButton.LeftButton, pos=QPoint(0, round(rect.top()) + 2))
    assert asked == [25, 0]


def test_trial_steps_are_told(view):
    shown = scene("line-search", rate=1.0)
    view.set_scene(shown)
    row = next(row for row in state_rows(shown) if row.note)
    trials = shown.runs[0].trials(0)
    assert note(shown, row, 1).count("→") == len(trials) - 1
    assert note(shown, row, 1).endswith(number(float(shown.runs[0].state["rate"][1, 0]), 3))


# ---- on the contour --------------------------------------------------------------------------


def test_arrows_are_the_state_times_the_rate(contour):
    shown = scene("momentum", "adam", "adagrad")
    contour.set_scene(shown)
    contour.set_step(4)
    names = ("velocity", "m")
    assert [arrow.text for arrow in contour.states.arrows] == ["−α·v", "−α·m"]
    for arrow, run, name in zip(contour.states.arrows, shown.runs, names, strict=False):
        assert arrow.tail.tolist() == run.theta[4].tolist()
        assert arrow.move == pytest.approx(-0.02 * run.state[name][4])
    # With momentum the arrow is the step that has just been made.
    assert contour.states.arrows[0].move == pytest.approx(shown.runs[0].delta[3])


def test_no_arrow_of_nothing_and_none_when_switched_off(contour):
    contour.set_scene(scene("momentum"))
    assert contour.states.arrows == []
    contour.set_step(4)
    with_arrow = contour.grab().toImage()
    assert contour.states.arrows
    contour.set_scene(scene("momentum", shown=()))
    assert contour.states.arrows == []
    assert contour.grab().toImage() != with_arrow


def test_trial_points_are_shown(contour):
    shown = scene("line-search", rate=1.0)
    contour.set_scene(shown)
    contour.set_step(3)
    ((_, points),) = contour.states.trials
    assert np.array_equal(points, shown.runs[0].trials(2))
    assert points[-1] == pytest.approx(shown.runs[0].theta[3])


@pytest.mark.parametrize("theme", [th.LIGHT, th.THEMES["projector"]], ids=lambda theme: theme.id)
@pytest.mark.parametrize("width", [420, 330, 270, 230, 200, 160, 120, 80])
def test_a_number_is_shown_whole_or_not_at_all(view, theme, width):
    """“b −32.” was read where there was no room for −32.9111."""
    view.set_theme(theme)
    view.resize(width, 400)
    view.set_step(7)
    rows = view.rows
    said = [[row.symbol, *rows.numbers(row).split(BETWEEN)] for row in rows.rows]
    shown = painting(rows).texts
    at, left_out = iter(shown), False
    for words in said:
        row = list(islice(at, len(words)))
        if [text.text for text in row] != words:
            left_out = True
            last = next(i for i, text in enumerate(row) if text.text == "…")
            assert [text.text for text in row[:last]] == words[:last]
            at = chain(row[last + 1 :], at)
    assert next(at, None) is None
    assert max(text.ink.right() for text in shown) <= rows.width()
    assert {text.font.pixelSize() for text in shown} <= set(
        range(math.ceil(SMALLEST * theme.size(theme.ticks)), theme.size(theme.ticks) + 1)
    )
    assert left_out == (rows.whole_text() != "")
    if left_out:
        assert all(word in rows.whole_text() for words in said for word in words)
    # Where there is room for all, all is there, as large as ever.
    if width == 420:
        assert not left_out
        assert {text.font.pixelSize() for text in shown} == {theme.size(theme.ticks)}
