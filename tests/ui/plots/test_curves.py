"""The loss curve over steps, epochs and gradients: a time slider on each axis, for every lane."""

import time
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from gdsim.engine import Lane, LinearRegression, Stop, simulate
from gdsim.engine.problems import BY_ID
from gdsim.engine.schedules import Constant
from gdsim.engine.variants import Variant
from gdsim.ui import theme as th
from gdsim.ui.plots.axes import TidyAxis
from gdsim.ui.plots.curve_scale import SCALES, known_minimum, slide
from gdsim.ui.plots.curves import GapView, LossView
from gdsim.ui.plots.series import parts
from gdsim.ui.scene import Scene

X = np.arange(1.0, 11.0)
REGRESSION = LinearRegression(X, 2 * X + np.sin(X))
VARIANTS = (Variant(), Variant("mini-batch", 4), Variant("sgd"))


def scene(problem=REGRESSION, variants=VARIANTS, rate=0.01, start=0.0, shown=()) -> Scene:
    lanes = tuple(Lane(learning_rate=Constant(rate), variant=v) for v in variants)
    runs = simulate(problem, (start,) * problem.dimension, lanes, stop=Stop(30))
    labels = tuple(map(str, range(len(lanes))))
    return Scene(problem, runs, th.lane_styles(lanes), labels, problem.box, frozenset(shown))


@pytest.fixture
def view(qtbot: QtBot) -> LossView:
    made = LossView()
    qtbot.addWidget(made)
    made.set_theme(th.LIGHT)
    made.resize(420, 300)
    made.set_scene(scene())
    with qtbot.waitExposed(made):
        made.show()
    return made


def choose(view: LossView, id: str) -> None:
    view.scale.setCurrentIndex(view.scale.findData(id))
    view.scale.activated.emit(view.scale.currentIndex())


def test_gradients_are_counted_by_hand():
    batch, mini, single = scene().runs
    assert batch.gradients()[:4].tolist() == [0, 10, 20, 30]
    # Batches of 4, 4 and 2 make an epoch of ten rows.
    assert mini.gradients()[:5].tolist() == [0, 4, 8, 10, 14]
    assert single.gradients()[:4].tolist() == [0, 1, 2, 3]
    landscape = scene(BY_ID["himmelblau"].make(), (None,))
    assert landscape.runs[0].gradients()[:3].tolist() == [0, 1, 2]


@pytest.mark.parametrize("scale", SCALES, ids=lambda scale: scale.id)
def test_curves_lie_on_the_chosen_axis(view, scale):
    choose(view, scale.id)
    ends = {"step": (30, 30, 30), "epoch": (30, 10, 3), "gradient": (300, 100, 30)}[scale.id]
    for curve, end, run in zip(view.curves.paths, ends, view._scene.runs, strict=True):
        x, y = curve[1].T
        assert x[-1] == pytest.approx(end)
        assert 10 ** y[-1] == pytest.approx(run.loss[-1])
    assert view.plot.getAxis("bottom").labelText == scale.label


@pytest.mark.parametrize("scale", SCALES, ids=lambda scale: scale.id)
@pytest.mark.parametrize("lane", [0, 1, 2])
def test_a_click_on_a_curve_is_that_lanes_step(qtbot, view, scale, lane):
    choose(view, scale.id)
    asked: list[int] = []
    view.step_requested.connect(asked.append)
    step = 20
    mark = view._marks(step)[lane]
    scenic = view.plot.getViewBox().mapViewToScene(QPointF(mark.x, mark.height))
    at = view.plot.mapFromScene(scenic)
    qtbot.mouseClick(view.plot.viewport(), Qt.MouseButton.LeftButton, pos=at)
    # A pixel may be more than a step where another lane stretches the axis.
    low, high = view.plot.getViewBox().viewRange()[0]
    pixel = (high - low) / view.plot.getViewBox().rect().width()
    per_step = view._series[lane][1][1]
    assert abs(asked[0] - step) <= max(1.0, pixel / per_step)


def test_axis_is_remembered_by_the_view(view):
    choose(view, "epoch")
    view.set_scene(scene(rate=0.005))
    assert view.x_scale.id == "epoch"


def test_cursor_has_a_line_for_each_pace(view):
    view.set_step(12)
    assert {mark.time for mark in view.cursor_item.marks} == {12}
    choose(view, "epoch")
    assert [mark.x for mark in view.cursor_item.marks] == pytest.approx([12, 4, 1.2])


def test_slide_finds_the_nearest():
    places = np.array([0.0, 4.0, 8.0, 10.0])
    assert [slide(places, x) for x in (-3, 0, 1.9, 2.1, 9.2, 99)] == [0, 0, 0, 1, 3, 3]


def test_loss_below_zero_is_told_from_its_minimum(view):
    parabola = BY_ID["parabola"].make()
    below = scene(parabola, (None,), rate=0.1, start=4.0, shown=("excess-loss",))
    assert known_minimum(below) == -7.25
    view.set_scene(below)
    assert view.heading() == ("Loss J − J*", "J* −7.25")
    _, y = view.curves.paths[0][1].T
    assert 10 ** y[0] == pytest.approx(float(below.runs[0].loss[0]) + 7.25)
    view.set_scene(scene(parabola, (None,), rate=0.1, start=4.0))
    assert view.heading() == ("", "")
    _, y = view.curves.paths[0][1].T
    assert y[0] == float(below.runs[0].loss[0])


def test_a_loss_that_is_positive_stays_as_it_is(view):
    view.set_scene(scene(shown=("excess-loss",)))
    assert view.heading() == ("", "")


def test_a_gap_without_a_pair_says_what_is_missing(qtbot: QtBot) -> None:
    view = GapView()
    qtbot.addWidget(view)
    view.set_theme(th.LIGHT)
    for order, missing in (("synchronous", "sequential"), ("sequential", "synchronous")):
        lanes = (Lane(order),)
        runs = simulate(REGRESSION, (0.0, 0.0), lanes, stop=Stop(5))
        view.set_scene(Scene(REGRESSION, runs, (0,), ("",), REGRESSION.box))
        assert view.plot.isHidden()
        assert f"No {missing} lane is shown" in view.words.text()
    curve = BY_ID["parabola"].make()
    runs = simulate(curve, (1.0,), (Lane(),), stop=Stop(5))
    view.set_scene(Scene(curve, runs, (0,), ("",), curve.box))
    assert "one parameter" in view.words.text()
    lanes = (Lane(), Lane("sequential"))
    runs = simulate(REGRESSION, (0.0, 0.0), lanes, stop=Stop(5))
    view.set_scene(Scene(REGRESSION, runs, (0, 1), ("", ""), REGRESSION.box))
    assert view.words.isHidden()
    assert not view.plot.isHidden()


@pytest.mark.parametrize(("low", "high"), [(0.352, 0.366), (-0.9, -0.4), (-6.35, -6.32)])
def test_a_narrow_logarithmic_axis_has_ticks_too(qapp, low: float, high: float) -> None:
    axis = TidyAxis("left")
    axis.setLogMode(True)
    axis.setTickFont(th.font(th.LIGHT, 12))
    (_, major), _ = axis.logTickValues(low, high, 180, [])
    assert 2 <= len(major) <= 6
    assert all(low <= value <= high for value in major)
    texts = axis.logTickStrings(major, 1.0, 1.0)
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize(("low", "high"), [(-1.0, 0.545), (-0.95, 0.99), (-5.0, -3.4), (0.1, 2.05)])
def test_a_logarithmic_axis_has_more_numbers_than_one_between_its_ends(qapp, low, high) -> None:
    """The number at an end is left out where it has no room: the other alone tells no scale."""
    axis = TidyAxis("left")
    axis.setLogMode(True)
    axis.setTickFont(th.font(th.LIGHT, 12))
    (_, major), (_, minor) = axis.logTickValues(low, high, 180, [])
    assert 2 <= sum(low < value < high for value in major) <= 5
    assert not set(major) & set(minor)


def test_a_curve_is_broken_where_it_has_no_value(qtbot: QtBot) -> None:
    view = LossView()
    qtbot.addWidget(view)
    values = np.array([np.nan, 4.0, 2.0, 1.0, np.inf, np.nan, 3.0, 2.5, np.nan])
    view._log = False
    drawn = parts([(0, np.arange(9.0), values)], [view._height(values)], 40)
    assert [part.tolist() for _, part in drawn] == [[[1, 4], [2, 2], [3, 1]], [[6, 3], [7, 2.5]]]
    nothing = np.full(2, np.nan)
    assert parts([(0, np.arange(2.0), nothing)], [nothing], 40) == []


def test_old_curves_follow_the_axis_the_scale_and_the_drag(view: LossView) -> None:
    """They are made when something of them changes, not with each move of the mouse."""
    old, now = scene(rate=0.004), scene()
    view.set_scene(replace(now, ghost=old.runs))
    first = view.ghost.paths
    assert [style for style, _ in first] == list(now.styles)
    assert first[0][1][:, 1] == pytest.approx(np.log10(old.runs[0].loss))
    view.set_scene(replace(scene(rate=0.02), ghost=old.runs))
    assert view.ghost.paths is first
    choose(view, "gradient")
    assert view.ghost.paths[0][1][:, 0].tolist() == old.runs[0].gradients().tolist()
    assert view.ghost.isVisible()
    view.set_scene(now)
    assert view.ghost.paths == []
    assert not view.ghost.isVisible()


def test_a_noisy_loss_is_painted_within_a_frame_or_two(qtbot: QtBot) -> None:
    view = LossView()
    qtbot.addWidget(view)
    view.resize(1800, 800)
    view.set_theme(th.PROJECTOR)
    view.show()
    noise = np.random.default_rng(0).normal(0, 1, 2000)
    view._series = [(0, np.arange(2000.0), noise)] * 4
    view.plot.setRange(xRange=(0, 2000), yRange=(-3, 3))
    view._draw_curves()
    began = time.process_time()
    view.grab()
    assert time.process_time() - began < 0.2
