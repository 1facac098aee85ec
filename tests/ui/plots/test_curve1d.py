"""The curve view: tangent, words, arrow and start are the engine's numbers, moved by hand."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from gdsim.engine.lane import Lane
from gdsim.engine.problems import BY_ID
from gdsim.engine.problems.regression import LinearRegression
from gdsim.engine.problems.typed import make_formula
from gdsim.engine.schedules import Constant, Piecewise
from gdsim.engine.simulate import simulate
from gdsim.engine.stopping import Stop
from gdsim.ui import theme as th
from gdsim.ui.plots.curve1d import CurveView, loss_range, slope_words
from gdsim.ui.plots.curve_lane import Spots, tangent
from gdsim.ui.scene import Scene

PARABOLA = BY_ID["parabola"].make()


def scene(start=4.0, rates=(0.2,), steps=30, problem=PARABOLA) -> Scene:
    lanes = tuple(Lane(learning_rate=Constant(rate)) for rate in rates)
    points = (start,) * problem.dimension
    runs = simulate(problem, points, lanes, stop=Stop(max_steps=steps))
    labels = tuple(f"α = {rate}" for rate in rates)
    return Scene(problem, runs, th.lane_styles(lanes), labels, problem.box)


@pytest.fixture
def view(qtbot):
    made = CurveView()
    qtbot.addWidget(made)
    made.set_theme(th.LIGHT)
    made.resize(640, 420)
    made.set_scene(scene())
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.mark.parametrize("start", [-6.0, -1.5, 0.25, 4.0])
def test_tangent_has_the_engines_slope(view, start):
    shown = scene(start=start)
    view.set_scene(shown)
    for step in (0, 1, 2):
        view.set_step(step)
        w, loss = view._lanes[0]._tangent.getData()
        theta = shown.runs[0].theta[step]
        slope = (loss[1] - loss[0]) / (w[1] - w[0])
        assert slope == pytest.approx(float(PARABOLA.gradient(theta)[0]), rel=1e-9, abs=1e-9)
        assert w.mean() == pytest.approx(theta[0])
        assert loss.mean() == pytest.approx(float(PARABOLA.value(theta)))


def test_a_path_that_comes_back_from_far_away_is_drawn_again(view):
    """As after a learning rate that was too large, made smaller from here on."""
    away = Lane(learning_rate=Piecewise(((0, 1.2), (20, 0.3))))
    runs = simulate(PARABOLA, (4.0,), (away,), stop=Stop(max_steps=40))
    shown = Scene(PARABOLA, runs, th.lane_styles((away,)), ("there and back",), PARABOLA.box)
    view.set_scene(shown)
    view.set_step(40)
    drawn = np.column_stack(view._lanes[0]._chords.getData())
    back = np.column_stack((runs[0].theta[30:, 0], runs[0].loss[30:]))
    for point in back:
        assert (np.abs(drawn - point) < 0.05).all(axis=1).any()


def test_marks_keep_no_look_that_they_had(view):
    spots = [item for item in view.plot.items() if isinstance(item, Spots)]
    for theme in (th.DARK, th.PROJECTOR, th.LIGHT):
        view.set_theme(theme)
    assert [len(item.fragmentAtlas) for item in spots if len(item.data)] == [1] * 4


def test_tangent_is_as_long_whether_steep_or_flat():
    low, high = np.array([0.0, 0.0]), np.array([10.0, 1000.0])
    for slope in (0.0, 3.0, -1e6):
        ends = tangent(np.array([5.0, 500.0]), slope, low, high)
        assert np.hypot(*((ends[1] - ends[0]) / (high - low))) == pytest.approx(0.28)
    assert not len(tangent(np.array([5.0, 500.0]), np.inf, low, high))
    assert not len(tangent(np.array([np.nan, 500.0]), 1.0, low, high))


def test_slope_in_words(qapp):
    assert slope_words(2.5) == "slope 2.5 > 0: go left"
    assert slope_words(-17.5) == "slope −17.5 < 0: go right"
    assert slope_words(0.0) == "slope 0: stop"
    assert "no slope" in slope_words(np.nan)


def test_words_carry_the_step_about_to_be_made(view):
    assert "slope 11 &gt; 0: go left" in view.words.text()
    assert "−0.2 × 11 = −2.2" in view.words.text()
    w, _ = view._lanes[0]._head.getData()
    assert w[0] == pytest.approx(4.0 - 2.2)
    view.set_scene(scene(start=-1.5))
    assert "slope 0: stop" in view.words.text()
    assert view._lanes[0]._head.getData()[0] is None or not len(view._lanes[0]._head.getData()[0])


def test_lanes_that_differ_have_a_line_each(view):
    view.set_scene(scene(rates=(0.2, 0.9)))
    assert view.words.text().count("<br>") == 0
    view.set_step(1)
    assert view.words.text().count("<br>") == 1
    assert "α\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}0.9: slope −8.8" in view.words.text()


def test_curve_is_the_loss_and_follows_a_pan(view):
    w, loss = view._curve.getData()
    assert (w[0], w[-1]) == PARABOLA.box[0]
    assert loss == pytest.approx(w * w + 3 * w - 5)
    view.plot.setRange(xRange=(100.0, 200.0), padding=0.0)
    w, loss = view._curve.getData()
    assert (w[0], w[-1]) == (100.0, 200.0)
    assert loss[-1] == pytest.approx(200**2 + 3 * 200 - 5)


def drag(view: CurveView, target: QPoint, modifier=Qt.KeyboardModifier.NoModifier) -> list:
    asked = []
    view.start_dragged.connect(lambda point, finished: asked.append((point, finished)))
    viewport = view.plot.viewport()
    QTest.mousePress(
        viewport, Qt.MouseButton.LeftButton, modifier, view.grip().toPoint()
    )  # fmt: skip
    QTest.mouseMove(viewport, target)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, modifier, target)
    return asked


def test_dragging_the_start_changes_w(view):
    grip = view.grip().toPoint()
    asked = drag(view, grip - QPoint(120, 30))
    assert [finished for _, finished in asked] == [False, True]
    low, high, pixels = view.plot.frame()
    expected = 4.0 - 120 * (high[0] - low[0]) / pixels[0]
    assert asked[-1][0] == pytest.approx((expected,), abs=0.05)
    assert all(type(number) is float for point, _ in asked for number in point)
    assert not view.dragging
    assert not view.flag.isVisible()


def test_control_snaps_and_the_edge_holds(view):
    grip = view.grip().toPoint()
    asked = drag(view, grip - QPoint(117, 0), Qt.KeyboardModifier.ControlModifier)
    assert asked[-1][0][0] * 10 == pytest.approx(round(asked[-1][0][0] * 10), abs=1e-9)
    view.set_scene(scene())
    asked = drag(view, QPoint(5000, grip.y()))
    assert asked[-1][0] == (PARABOLA.box[0][1],)


def test_beside_the_start_the_mouse_asks_for_nothing_and_a_double_click_resets(view):
    before = view.plot.frame()
    asked = []
    view.start_dragged.connect(lambda point, finished: asked.append(point))
    view.plot.setRange(xRange=(0.0, 1.0), padding=0.0)
    viewport = view.plot.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=QPoint(300, 100))
    QTest.mouseMove(viewport, QPoint(340, 100))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=QPoint(340, 100))
    assert not asked
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(300, 100))
    # Or the next window would think that the button is still down.
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=QPoint(300, 100))
    assert [side.tolist() for side in view.plot.frame()] == [side.tolist() for side in before]


def test_keys_move_the_start(view):
    asked = []
    view.start_dragged.connect(lambda point, finished: asked.append((point[0], finished)))
    alt = Qt.KeyboardModifier.AltModifier
    QTest.keyClick(view, Qt.Key.Key_Left, alt)
    QTest.keyClick(view, Qt.Key.Key_Right, alt | Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view, Qt.Key.Key_Left)
    low, high = PARABOLA.box[0]
    assert asked[0] == (pytest.approx(4.0 - (high - low) / 50, abs=0.1), True)
    assert asked[1] == (pytest.approx(4.0 + (high - low) / 500, abs=0.01), True)
    assert len(asked) == 2


def test_diverging_runs_keep_the_axes(view):
    before = view.plot.frame()
    view.set_scene(scene(rates=(1.3,), steps=5000))
    for step in (1, 10, 5000):
        view.set_step(step)
        view.grab()
    assert [side.tolist() for side in view.plot.frame()] == [side.tolist() for side in before]
    assert "outside this picture" in view.words.text()


def test_range_forgets_towers():
    loss = np.append(np.linspace(0.0, 1.0, 500), [1e30, np.inf, np.nan])
    low, high = loss_range(loss)
    assert low < 0
    assert high < 10
    plateau = np.tanh(np.linspace(-13.0, 10.0, 400))
    assert loss_range(plateau)[1] < 0.5, "most of it is the plateau"
    assert loss_range(plateau, 1.0)[1] > 1.0, "but the descent begins above it"
    assert loss_range(loss, 1e9) == (low, high)
    assert loss_range(np.array([np.nan])) == (0.0, 1.0)
    assert loss_range(np.array([3.0, 3.0])) == (2.0, 4.0)


def test_more_parameters_are_told_in_words(view):
    view.set_scene(scene(start=0.0, problem=LinearRegression([1, 2], [1, 3])))
    assert not view.plot.isVisible()
    assert "one parameter" in view.words.text()
    view.set_scene(scene())
    assert view.plot.isVisible()


@pytest.mark.parametrize("theme", th.THEMES.values(), ids=list(th.THEMES))
def test_current_point_has_the_lanes_colour(view, theme):
    view.set_theme(theme)
    view.set_step(1)
    run = view._scene.runs[0]
    place = view.plot.getViewBox().mapViewToScene(QPointF(run.theta[1, 0], run.loss[1]))
    pixel = view.plot.grab().toImage().pixelColor(view.plot.mapFromScene(place))
    assert pixel == QColor(theme.lane_colour(0))


def test_a_start_where_the_loss_is_not_finite_is_left_out(view):
    problem = make_formula("exp(w^2)^9", ((-12.0, 12.0),))
    view.set_scene(scene(10.0, steps=3, problem=problem))
    view.grab()  # a warning here would fail the test
    assert len(view._start.points()) == 0
    view.set_scene(scene(0.5, steps=3, problem=problem))
    assert len(view._start.points()) == 1


def test_many_words_leave_the_picture_its_room(qtbot, view):
    view.set_scene(scene(rates=(0.02, 0.3, 0.9, 1.02)))
    view.set_step(3)
    assert view.words.text().count("<br>") == 3
    assert "J′(w)" in view.words.text()
    high = view.height()
    view.resize(640, 200)
    qtbot.waitUntil(lambda: "<br>" not in view.words.text())
    assert view.words.text().count("slope") == 4
    assert "J′(w)" not in view.words.text()
    assert view.plot.height() > 100
    view.resize(640, high)
    qtbot.waitUntil(lambda: "<br>" in view.words.text())
