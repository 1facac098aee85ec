"""The data view: fits, squares and batches are the engine's; points are moved by mouse and keys."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from gdsim.engine import Lane, LinearRegression, Stop, simulate
from gdsim.engine.problems import LogisticRegression, SigmoidNeuron
from gdsim.engine.schedules import Constant
from gdsim.engine.variants import Variant
from gdsim.scenario import GivenData, ProblemSpec
from gdsim.ui import theme as th
from gdsim.ui.main_window import MainWindow
from gdsim.ui.plots.data_fit import DataView
from gdsim.ui.plots.data_layer import square_left
from gdsim.ui.plots.data_points import MOST_DRAWN, data_points
from gdsim.ui.scene import Scene

X, Y = (1.0, 2.0, 3.0, 4.0), (3.0, 5.0, 7.0, 9.0)
REGRESSION = LinearRegression(X, Y)
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


def scene(problem=REGRESSION, rate=0.05, variant=None, shown=("residuals",)) -> Scene:
    lanes = tuple(
        Lane(order, learning_rate=Constant(rate), variant=variant)
        for order in ("synchronous", "sequential")
    )
    runs = simulate(problem, (0.0,) * problem.dimension, lanes, stop=Stop(20))
    labels = ("Synchronous", "Sequential")
    return Scene(problem, runs, th.lane_styles(lanes), labels, problem.box, frozenset(shown))


@pytest.fixture
def view(qtbot: QtBot) -> DataView:
    made = DataView()
    qtbot.addWidget(made)
    made.set_theme(th.LIGHT)
    made.resize(500, 380)
    made.set_scene(scene())
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def asked(view: DataView) -> list[tuple[tuple, tuple, bool]]:
    told: list[tuple[tuple, tuple, bool]] = []
    view.data_dragged.connect(lambda points, finished: told.append((*points, finished)))
    return told


def test_fits_are_those_of_the_runs(view):
    for step in (0, 1, 7):
        view.set_step(step)
        for fit, run in zip(view.item.shown.fits, view._scene.runs, strict=True):
            w, b = run.theta[step]
            assert fit.curve[:, 1] == pytest.approx(w * fit.curve[:, 0] + b, abs=1e-9)
            assert fit.residuals == pytest.approx(w * np.array(X) + b)


def test_sides_of_the_squares_are_the_residuals(view):
    view.set_step(3)
    fit = view.item.shown.fits[0]
    sides = fit.residuals - np.array(Y)
    assert sides == pytest.approx(REGRESSION.residuals(view._scene.runs[0].theta[3]))
    assert (sides**2).mean() / 2 == pytest.approx(float(view._scene.runs[0].loss[3]))


@pytest.mark.parametrize(
    ("x", "right", "left"),
    [(50.0, True, 50.0), (50.0, False, 20.0), (90.0, True, 60.0), (10.0, False, 10.0)],
)
def test_squares_stay_in_the_picture(x: float, right: bool, left: float) -> None:
    assert square_left(x, 30.0, 0.0, 100.0, right=right) == left
    # What is seen whole nowhere stays on its side.
    assert square_left(x, 95.0, 0.0, 100.0, right=right) == (x if right else x - 95.0)


def test_squares_are_seen_and_go(view):
    view.set_step(1)
    # Right of the second point, half a side down: inside of its square.
    at = view.grip(1)
    fit = view.item.shown.fits[0]
    other = view.plot.getViewBox().mapViewToScene(QPointF(X[1], float(fit.residuals[1])))
    side = abs(view.plot.mapFromScene(other).y() - at.y())
    inside = QPoint(round(at.x() + 0.6 * side), round((at.y() + other.y()) / 2))
    card = QColor(th.LIGHT.card)
    assert view.plot.grab().toImage().pixelColor(inside) != card
    view.set_scene(scene(shown=()))
    assert view.plot.grab().toImage().pixelColor(inside) == card


def test_no_squares_for_a_loss_that_has_none(view):
    problem = LogisticRegression([0.0, 1.0, 2.0, 3.0], [0, 1, 0, 1])
    view.set_scene(scene(problem))
    assert not len(view.item.shown.fits[0].residuals)
    view.set_scene(scene(SigmoidNeuron([0.0, 1.0, 2.0, 3.0], [0, 1, 0, 1])))
    assert len(view.item.shown.fits[0].residuals) == 4


def test_batch_rows_are_marked(view):
    view.set_scene(scene(variant=Variant("mini-batch", 2, False, 0)))
    for step, leading in ((0, 0), (1, 0), (5, 4)):
        view.set_step(step)
        rows = view._scene.runs[0].rows(leading)
        ((style, places),) = view.item.shown.batches.items()
        assert style == 0
        assert places.tolist() == [[X[row], Y[row]] for row in rows]
    view.set_scene(scene())
    assert view.item.shown.batches == {}


def test_classifier_has_its_threshold(view):
    problem = LogisticRegression([0.0, 1.0, 2.0, 3.0], [0, 1, 0, 1], standardise=True)
    view.set_scene(scene(problem, rate=0.5))
    view.set_step(5)
    fit, run = view.item.shown.fits[0], view._scene.runs[0]
    place = np.array([fit.threshold])
    assert view.points.predict(run.theta[5], place)[0] == pytest.approx(0.5)
    assert view.points.x.tolist() == [0.0, 1.0, 2.0, 3.0]


def test_a_diverging_fit_stays_near_the_picture(view):
    view.set_scene(scene(rate=3.0))
    for step in range(21):
        view.set_step(step)
        low, high, _ = view.plot.frame()
        for fit in view.item.shown.fits:
            if len(fit.curve):
                assert (np.abs(fit.curve - (low + high) / 2) <= 0.61 * (high - low)).all()
        view.grab()


def test_the_line_at_the_start_is_in_the_picture(view):
    view.set_scene(scene())
    low, high, _ = view.plot.frame()
    line = view.item.shown.fits[0].curve
    assert (line[:, 1] == 0).all()
    assert low[1] < 0 < 9 < high[1]


def test_no_data_is_said(view):
    view.set_scene(scene(ProblemSpec.of("himmelblau").make()))
    assert "no data" in view.words.text()
    assert not view.plot.isVisible()
    view.set_scene(scene())
    assert view.plot.isVisible()


def test_large_data_are_thinned_and_that_is_said(view):
    rng = np.random.default_rng(0)
    x = rng.random(1_000_000)
    view.set_scene(scene(LinearRegression(x, 3 * x)))
    assert len(view.item.shown.points.drawn) == MOST_DRAWN
    assert "1000 of 1000000 points" in view.plot.getAxis("bottom").labelText
    told = asked(view)
    view.press(view.grip(0))
    assert view.chosen is None
    assert told == []


# ---- by hand ---------------------------------------------------------------------------------


def test_a_click_chooses_without_moving(qtbot, view):
    told = asked(view)
    at = view.grip(2).toPoint() + QPoint(2, 1)
    qtbot.mouseClick(view.plot.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert view.chosen == 2
    assert told == []
    assert "Point 3 of 4: (3, 7)" in view.accessibleDescription()


def test_a_point_is_dragged(qtbot, view):
    told = asked(view)
    viewport, at = view.plot.viewport(), view.grip(1).toPoint()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseMove(viewport, at + QPoint(30, -40))
    qtbot.waitUntil(lambda: bool(told))
    assert view.flag.isVisible()
    assert told[-1][2] is False
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=at + QPoint(30, -40))
    x, y, finished = told[-1]
    assert finished
    low, high, pixels = view.plot.frame()
    way = (high - low) / pixels * (30, 40)
    assert (x[1], y[1]) == pytest.approx((2 + way[0], 5 + way[1]), abs=0.04)
    assert (x[0], *x[2:]) == (1.0, 3.0, 4.0)
    assert not view.flag.isVisible()


def test_ctrl_snaps(view):
    told = asked(view)
    at = view.grip(1)
    view.press(at)
    view.drag(at + QPointF(31, -43), finished=True, snap=True)
    low, high, pixels = view.plot.frame()
    place = np.array([told[-1][0][1], told[-1][1][1]])
    steps = place / np.array([0.1, 0.5])
    assert steps == pytest.approx(np.round(steps))
    assert (12 * (high - low) / pixels <= (0.1, 0.5)).all()


def test_classes_stay_classes(view):
    view.set_scene(scene(LogisticRegression([0.0, 1.0, 2.0, 3.0], [0, 1, 0, 1])))
    told = asked(view)
    at = view.grip(0)
    view.press(at)
    view.drag(at + QPointF(0, -60), finished=False, snap=False)
    view.drag(at + QPointF(0, -300), finished=True, snap=False)
    assert [y[0] for _, y, _ in told] == [0.0, 1.0]


def test_keys(qtbot, view):
    told = asked(view)
    view.clearFocus()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.chosen == 0
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.chosen == 1
    qtbot.keyClick(view, Qt.Key.Key_Up, ALT)
    qtbot.keyClick(view, Qt.Key.Key_Up, ALT | SHIFT)
    coarse, fine = (told[i][1][1] - 5.0 for i in (0, 1))
    assert coarse == pytest.approx(10 * fine, rel=0.1)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert told[-1][:2] == ((1.0, 3.0, 4.0), (3.0, 7.0, 9.0))
    view.choose(3)
    qtbot.keyClick(view, Qt.Key.Key_Insert)
    assert len(told[-1][0]) == 5
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.chosen is None


def test_two_points_always_stay(view):
    view.set_scene(scene(LinearRegression([1.0, 2.0], [1.0, 2.0])))
    told = asked(view)
    view.choose(0)
    view.remove()
    assert told == []


# ---- in the window ---------------------------------------------------------------------------


@pytest.fixture
def data(qtbot: QtBot, window: MainWindow) -> DataView:
    window.apply_preset("data")
    window.workspace.view("data").grab()
    return window.workspace.view("data")


def settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.clock.active)


def test_a_drag_is_one_edit_of_the_scenario(qtbot, window, data):
    before = window.session.scenario
    viewport, at = data.plot.viewport(), data.grip(3).toPoint()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=at)
    box = window.scene.box
    for by in (5, 10, 15):
        qtbot.mouseMove(viewport, at + QPoint(0, by))
        settle(qtbot, window)
    assert window.stage.overlay.ghost.isVisible()
    assert window.scene.box == box
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=at + QPoint(0, 15))
    settle(qtbot, window)
    given = window.session.scenario.problem.data
    assert isinstance(given, GivenData)
    assert given.x == X
    assert given.y[:3] == Y[:3]
    assert given.y[3] < 9.0
    assert window.session.undo_label == "Move a data point"
    alone = before.problem
    fresh = replace(before, problem=replace(alone, data=given)).run()
    assert np.array_equal(window.session.runs[0].theta, fresh[0].theta)
    window.session.undo()
    settle(qtbot, window)
    assert window.session.scenario == before


def test_a_double_click_adds_and_delete_removes(qtbot, window, data):
    viewport = data.plot.viewport()
    low, high = data.grip(0).toPoint(), data.grip(3).toPoint()
    qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(low.x() + 20, high.y() + 4))
    settle(qtbot, window)
    assert window.session.problem.rows == 5
    assert window.session.undo_label == "Add a data point"
    at = data.grip(4).toPoint()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=at)
    assert data.chosen == 4
    qtbot.keyClick(data, Qt.Key.Key_Delete)
    settle(qtbot, window)
    assert window.session.problem.rows == 4
    assert window.session.undo_label == "Remove a data point"
    assert window.session.scenario.problem.data.x == X


def test_arrows_step_again_after_escape(qtbot, window, data):
    qtbot.mouseClick(data.plot.viewport(), Qt.MouseButton.LeftButton, pos=data.grip(1).toPoint())
    qtbot.keyClick(data, Qt.Key.Key_Right)
    settle(qtbot, window)
    assert (data.chosen, window.session.cursor) == (2, 0)
    qtbot.keyClick(data, Qt.Key.Key_Escape)
    qtbot.keyClick(data, Qt.Key.Key_Right)
    settle(qtbot, window)
    assert window.session.cursor == 1


def test_points_of_standardised_data_are_in_their_own_units():
    problem = LinearRegression(X, Y, standardise=True)
    points = data_points(problem)
    assert points.x.tolist() == list(X)
    theta = np.array(problem.minima[0][0])
    assert points.predict(theta, points.x) == pytest.approx(Y)
