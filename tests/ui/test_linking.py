"""A step that the mouse is on in one view lights up in all others; the start is dragged on each."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gdsim.engine import Lane, simulate
from gdsim.engine.optimizers import make_optimizer
from gdsim.engine.schedules import Constant
from gdsim.scenario import ProblemSpec, Scenario, default_scenario
from gdsim.ui import i18n
from gdsim.ui.main_window import MainWindow
from gdsim.ui.plots.field import levels
from gdsim.ui.plots.view import View
from gdsim.ui.scene import PREDICTING
from gdsim.ui.sentences import state
from gdsim.ui.stage import MODES
from tests.window import point_at

DOCKS = ("loss", "gap", "table", "state", "data", "arithmetic")
PAGES = ("contour", "overlay", "surface")
#: Two steps to tell apart from the cursor's, which stands at 0.
STEP, OTHER = 3, 5


def momentum(order: str) -> Lane:
    return Lane(order, optimizer=make_optimizer("momentum"), learning_rate=Constant(0.02))


def scenario(problem: str = "") -> Scenario:
    lanes = tuple(map(momentum, ("synchronous", "sequential")))
    if not problem:
        return replace(default_scenario(), lanes=lanes)
    return replace(default_scenario(), problem=ProblemSpec.of(problem), start=(4.0,), lanes=lanes)


def make(shown: Scenario) -> MainWindow:
    """A large window with every dock open."""
    window = MainWindow(shown)
    window.appearance.set_language("en")
    window.resize(1800, 1150)
    window.apply_preset("compare")
    workspace = window.workspace
    for name in DOCKS:
        dock = workspace.docks[name]
        if dock.isHidden():
            workspace.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
            dock.show()
    # What is made later would be blamed on the test that first shows it.
    for mode in MODES[::-1]:
        window.set_mode(mode)
    window.show()
    return window


@pytest.fixture
def own(qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[MainWindow]:
    """A window of the test's own: edits start timers that must not outlive it."""
    window = make(scenario(getattr(request, "param", "")))
    settle(qtbot, window)
    yield window
    away(window)


@pytest.fixture(scope="module")
def plane(qapp) -> Iterator[MainWindow]:
    window = make(scenario())
    yield window
    away(window)


@pytest.fixture(scope="module")
def line(qapp) -> Iterator[MainWindow]:
    window = make(scenario("parabola"))
    yield window
    away(window)


def away(window: MainWindow) -> None:
    window.session.mark_saved()
    window.close()
    window.deleteLater()
    i18n.set_language("en")


def settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.clock.active)


def view(window: MainWindow, name: str) -> View:
    stage = window.stage
    if name in ("contour", "second"):
        return stage.contours[0 if name == "contour" else 1]
    if name in ("overlay", "surface", "curve"):
        return getattr(stage, name)
    return window.workspace.view(name)


def show_page(qtbot: QtBot, window: MainWindow, name: str) -> None:
    """Put the view on the stage, if it is one of the stage's."""
    window.raise_()
    modes = {"contour": "panels", "second": "panels", "curve": "panels"}
    if name not in DOCKS:
        window.set_mode(modes.get(name, name))
        settle(qtbot, window)
        view(window, name).grab()


# ---- where a step is in a view ---------------------------------------------------------------


def on_plot(plot, x: float, y: float) -> tuple[QWidget, QPoint]:
    place = plot.mapFromScene(plot.getViewBox().mapViewToScene(QPointF(x, y)))
    return plot.viewport(), place


def place(window: MainWindow, name: str, step: int) -> tuple[QWidget, QPoint]:
    """A widget and a pixel in it that shows ``step`` of the first lane."""
    shown, run = view(window, name), window.session.runs[0]
    match name:
        case "contour" | "overlay":
            return on_plot(shown.plot, *run.theta[step])
        case "curve":
            return on_plot(shown.plot, run.theta[step, 0], run.loss[step])
        case "loss" | "gap":
            mark = shown._marks(step)[0]
            return on_plot(shown.plot, mark.x, mark.height)
        case "surface":
            return shown, QPointF(*shown.picture.overlay.step_pixels()[0][step]).toPoint()
        case "table":
            return shown.table.viewport(), QPoint(20, shown.table.rowViewportPosition(step) + 5)
    rect = shown.rows.plot_rect(0)
    x = rect.left() + rect.width() * step / window.session.steps
    return shown.rows, QPoint(round(x), round(rect.center().y()))


def hover(qtbot: QtBot, window: MainWindow, name: str, step: int) -> None:
    widget, pixel = place(window, name, step)
    point_at(qtbot, widget, pixel)
    settle(qtbot, window)


def leave(qtbot: QtBot, window: MainWindow, name: str) -> None:
    widget, _ = place(window, name, 0)
    qtbot.mouseMove(window.status, QPoint(2, 2))
    settle(qtbot, window)
    QGuiApplication.sendEvent(widget, QEvent(QEvent.Type.Leave))


# ---- which step is lit up in a view ----------------------------------------------------------


def lit(window: MainWindow, name: str) -> object:
    """The places that a view lights up, or None."""
    shown = view(window, name)
    match name:
        case "contour" | "second" | "overlay" | "curve":
            return [at.tolist() for _, at in shown.highlight.points] or None
        case "loss" | "gap":
            return [mark.x for mark in shown.cursor_item.lit] or None
        case "surface":
            return shown.highlight
        case "table":
            return shown.table.lit
        case "state":
            return shown.rows._highlight
        case "data":
            return [fit.curve.tolist() for fit in shown.item.shown.lit] or None
    title = window.workspace.docks["arithmetic"].title.text()
    return shown.shown_text() if "background-color" in title else None


def expected(window: MainWindow, name: str, step: int) -> object:
    runs = window.session.runs
    match name:
        case "contour" | "second":
            return [runs[name == "second"].theta[step].tolist()]
        case "overlay":
            return [run.theta[step].tolist() for run in runs]
        case "curve":
            return [[run.theta[step, 0], run.loss[step]] for run in runs]
        case "loss":
            return [float(step)] * 2
        case "gap":
            return [float(step)]
        case "data":
            shown = view(window, "data")
            low, high, _ = shown.plot.frame()
            return [shown.points.fit(run.theta[step], low, high).tolist() for run in runs]
    return step


def is_lit(window: MainWindow, name: str, step: int) -> bool:
    if name == "arithmetic":
        title = window.workspace.docks["arithmetic"].title.text()
        return f"Step {step} " in title and lit(window, name) is not None
    return lit(window, name) == expected(window, name, step)


def link(qtbot: QtBot, window: MainWindow, source: str, target: str) -> None:
    """Hover over two steps of ``source``, look at ``target``, and leave."""
    for name in (source, target):
        show_page(qtbot, window, name)
    window.session.set_cursor(0)
    settle(qtbot, window)
    before = view(window, target).grab().toImage()
    for step in (STEP, OTHER):
        hover(qtbot, window, source, step)
        # The mouse is a real one: its events come when the screen sends them.
        qtbot.waitUntil(lambda step=step: is_lit(window, target, step), timeout=20_000)
        assert view(window, target).grab().toImage() != before
    leave(qtbot, window, source)
    qtbot.waitUntil(lambda: lit(window, target) is None, timeout=20_000)
    assert window.session.cursor == 0


def needs_screen(name: str) -> None:
    if name == "surface" and QGuiApplication.platformName() == "offscreen":
        pytest.skip("there is no OpenGL without a screen")


SOURCES = ("contour", "overlay", "surface", "loss", "gap", "table", "state")
PAIRS = [
    (source, target)
    for source, target in product(SOURCES, (*PAGES, "second", *DOCKS))
    if source != target
    # The stage shows one page at a time; of two panels both are seen.
    and (source in DOCKS or target in DOCKS or (source, target) == ("contour", "second"))
]


@pytest.mark.parametrize(("source", "target"), PAIRS, ids=map("-".join, PAIRS))
def test_a_step_lights_up_everywhere(qtbot: QtBot, plane: MainWindow, source, target) -> None:
    for name in (source, target):
        needs_screen(name)
    link(qtbot, plane, source, target)


LINE_PAIRS = [
    *(("curve", target) for target in ("loss", "gap", "table", "state", "arithmetic")),
    *((source, "curve") for source in ("loss", "gap", "table", "state")),
]


@pytest.mark.parametrize(("source", "target"), LINE_PAIRS, ids=map("-".join, LINE_PAIRS))
def test_a_step_lights_up_on_the_curve(qtbot: QtBot, line: MainWindow, source, target) -> None:
    link(qtbot, line, source, target)


@pytest.mark.parametrize("source", SOURCES)
def test_a_click_selects_the_step_everywhere(qtbot: QtBot, plane: MainWindow, source) -> None:
    needs_screen(source)
    show_page(qtbot, plane, source if source in PAGES else "contour")
    plane.session.set_cursor(0)
    settle(qtbot, plane)
    widget, pixel = place(plane, source, STEP)
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=pixel)
    settle(qtbot, plane)
    assert plane.session.cursor == STEP
    assert_all_show(plane, STEP)
    leave(qtbot, plane, source)
    # A step that is dragged over is one that is shown.
    if source in ("loss", "gap", "state"):
        qtbot.mousePress(widget, Qt.MouseButton.LeftButton, pos=pixel)
        widget, pixel = place(plane, source, OTHER)
        qtbot.mouseMove(widget, pixel)
        settle(qtbot, plane)
        assert_all_show(plane, OTHER)
        qtbot.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=pixel)


def assert_all_show(window: MainWindow, step: int) -> None:
    """Every view that is on the screen stands at ``step``."""
    runs, workspace = window.session.runs, window.workspace
    assert window.session.cursor == step
    assert workspace.view("table").table.currentIndex().row() == step
    for name in ("loss", "gap"):
        assert {mark.x for mark in workspace.view(name).cursor_item.marks} == {step}
    assert workspace.view("state").rows._step == step
    assert (
        workspace.view("data").item.shown.fits[0].curve.tolist()
        == (expected(window, "data", step)[0])
    )
    assert f"Step {step} " in workspace.docks["arithmetic"].title.text()
    for shown in window.stage.views():
        assert shown._step == step
        for layer in getattr(shown, "_layers", ()):
            assert layer._now.tolist() == [runs[layer.lane].theta[step].tolist()]


@pytest.mark.parametrize("scale", ["epoch", "gradient"])
def test_a_step_lights_up_on_every_axis(qtbot: QtBot, plane: MainWindow, scale: str) -> None:
    """Over epochs and gradients a step has another place, and is the same step."""
    loss = plane.workspace.view("loss")
    show_page(qtbot, plane, "contour")
    plane.session.set_cursor(0)
    loss.scale.set_value(scale)
    loss.scale.chosen.emit(scale)
    settle(qtbot, plane)
    try:
        hover(qtbot, plane, "contour", STEP)
        places = [loss.x_scale.places(run)[STEP] for run in plane.session.runs]
        qtbot.waitUntil(lambda: [mark.x for mark in loss.cursor_item.lit] == places, timeout=20_000)
        hover(qtbot, plane, "loss", OTHER)
        qtbot.waitUntil(lambda: is_lit(plane, "contour", OTHER), timeout=20_000)
        leave(qtbot, plane, "loss")
    finally:
        loss.scale.set_value("step")
        loss.scale.chosen.emit("step")


def test_a_click_on_the_curve_selects_the_step(qtbot: QtBot, line: MainWindow) -> None:
    line.session.set_cursor(0)
    settle(qtbot, line)
    widget, pixel = place(line, "curve", STEP)
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=pixel)
    settle(qtbot, line)
    assert line.session.cursor == STEP
    assert line.workspace.view("table").table.currentIndex().row() == STEP


def test_a_view_that_goes_away_leaves_no_light(qtbot: QtBot, plane: MainWindow) -> None:
    show_page(qtbot, plane, "contour")
    hover(qtbot, plane, "contour", STEP)
    qtbot.waitUntil(lambda: is_lit(plane, "loss", STEP), timeout=20_000)
    plane.stage.contours[0].hide()
    assert lit(plane, "loss") is None
    plane.stage.contours[0].show()
    leave(qtbot, plane, "contour")


# ---- dragging the start ----------------------------------------------------------------------


def grip(window: MainWindow, name: str) -> tuple[QWidget, QPoint]:
    shown = view(window, name)
    if name == "surface":
        return shown, shown.grip().toPoint()
    return shown.plot.viewport(), shown.grip().toPoint()


def pull(
    qtbot: QtBot, window: MainWindow, name: str, by: QPoint, during: Callable[[], None]
) -> None:
    """Drag the start by pixels; ``during`` is called before the button is let go."""
    widget, pixel = grip(window, name)
    qtbot.mousePress(widget, Qt.MouseButton.LeftButton, pos=pixel)
    for share in (0.4, 0.7, 1.0):
        qtbot.mouseMove(widget, pixel + by * share)
        settle(qtbot, window)
    during()
    qtbot.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=pixel + by)
    settle(qtbot, window)


def ghosts(window: MainWindow, name: str) -> list[int | None]:
    """The styles of the old paths that a view shows."""
    shown = view(window, name)
    item = shown.picture.ghost if name == "surface" else shown.ghost
    return [style for style, _ in item.paths]


#: Whose old paths each view shows: the lanes', and that of the gap.
OLD: dict[str, list[int | None]] = {"contour": [0], "gap": [None]}


def drag_start(qtbot: QtBot, window: MainWindow, name: str) -> None:
    show_page(qtbot, window, name)
    before, old = window.session.scenario, window.session.runs

    def look() -> None:
        assert window.session.before is old
        for each in (name, "loss", "gap"):
            assert ghosts(window, each) == OLD.get(each, [0, 1])

    pull(qtbot, window, name, QPoint(60, -25), look)
    now = window.session.scenario
    assert now.start != before.start
    assert now == replace(before, start=now.start)
    fresh = simulate(window.session.problem, now.start, now.lanes, stop=now.stop)
    for shown, alone in zip(window.session.runs, fresh, strict=True):
        assert np.array_equal(shown.theta, alone.theta)
    assert window.session.before == ()
    assert window.scene is not None
    assert window.scene.ghost == ()
    view(window, name).grab()
    for each in (name, "loss", "gap"):
        assert ghosts(window, each) == []
    assert window.session.undo_label == "Move the start"
    window.session.undo()
    settle(qtbot, window)
    assert window.session.scenario == before


@pytest.mark.parametrize("name", PAGES)
def test_start_is_dragged(qtbot: QtBot, own: MainWindow, name: str) -> None:
    needs_screen(name)
    drag_start(qtbot, own, name)


@pytest.mark.parametrize("own", ["parabola"], indirect=True)
def test_start_is_dragged_on_the_curve(qtbot: QtBot, own: MainWindow) -> None:
    drag_start(qtbot, own, "curve")


def test_the_ghost_is_the_old_path_until_release(qtbot: QtBot, own: MainWindow) -> None:
    show_page(qtbot, own, "contour")
    contour, old = own.stage.contours[0], own.session.runs[0].theta

    def look() -> None:
        assert contour.ghost.isVisible()
        ((_, points),) = contour.ghost.paths
        assert points[0].tolist() == old[0].tolist()
        assert points[-1].tolist() == old[-1].tolist()
        assert not np.array_equal(own.session.runs[0].theta, old)

    before = contour.accessibleDescription()
    pull(qtbot, own, "contour", QPoint(40, -20), look)
    assert not contour.ghost.isVisible()
    assert own.scene is not None
    told = state(own.scene, own.session.cursor)
    assert contour.accessibleDescription() == told != before, "told of the end of the drag"


def test_a_drag_back_to_where_it_began_leaves_no_ghost(qtbot: QtBot, own: MainWindow) -> None:
    show_page(qtbot, own, "contour")
    contour = own.stage.contours[0]
    widget, pixel = grip(own, "contour")
    qtbot.mousePress(widget, Qt.MouseButton.LeftButton, pos=pixel)
    for by in (QPoint(40, -20), QPoint(40, -20)):
        qtbot.mouseMove(widget, pixel + by)
        settle(qtbot, own)
    assert contour.ghost.isVisible()
    # The release changes nothing any more, yet the comparison is over.
    qtbot.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=pixel + QPoint(40, -20))
    settle(qtbot, own)
    assert not contour.ghost.isVisible()


# ---- dragging the current point --------------------------------------------------------------


def hold_current(qtbot: QtBot, window: MainWindow, name: str) -> tuple[QWidget, QPoint]:
    """Go to `STEP` and press on the first lane's point there."""
    show_page(qtbot, window, name)
    window.session.set_cursor(STEP)
    settle(qtbot, window)
    view(window, name).grab()
    widget, pixel = place(window, name, STEP)
    point_at(qtbot, widget, pixel)
    hand = Qt.CursorShape.PointingHandCursor
    qtbot.waitUntil(lambda: widget.cursor().shape() == hand, timeout=20_000)
    qtbot.mousePress(widget, Qt.MouseButton.LeftButton, pos=pixel)
    return widget, pixel


def drag_current(qtbot: QtBot, window: MainWindow, name: str) -> None:
    before, old = window.session.scenario, window.session.runs
    widget, pixel = hold_current(qtbot, window, name)
    there = pixel + QPoint(40, -30)
    for at in (pixel + QPoint(20, -15), there):
        qtbot.mouseMove(widget, at)
        settle(qtbot, window)
    # The mouse is a real one: its events come when the screen sends them.
    qtbot.waitUntil(lambda: window.session.cursor == 0, timeout=20_000)
    settle(qtbot, window)
    view(window, name).grab()
    assert window.session.before is old
    assert ghosts(window, name) == OLD.get(name, [0, 1])
    qtbot.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=there)
    settle(qtbot, window)
    now = window.session.scenario
    assert now == replace(before, start=now.start)
    view(window, name).grab()
    # The hand holds the start of the new run.
    away = view(window, name).grip().toPoint() - there
    assert abs(away.x()) <= 3
    assert abs(away.y()) <= 3 or name == "curve"
    assert window.session.undo_label == "Start from the current point"
    window.session.undo()
    settle(qtbot, window)
    assert window.session.scenario == before


@pytest.mark.parametrize("name", PAGES)
def test_current_point_is_dragged(qtbot: QtBot, own: MainWindow, name: str) -> None:
    needs_screen(name)
    drag_current(qtbot, own, name)


@pytest.mark.parametrize("own", ["parabola"], indirect=True)
def test_current_point_is_dragged_on_the_curve(qtbot: QtBot, own: MainWindow) -> None:
    drag_current(qtbot, own, "curve")


@pytest.mark.parametrize("name", PAGES)
def test_while_a_point_is_dragged_no_step_is_lit_up(
    qtbot: QtBot, own: MainWindow, name: str
) -> None:
    """The one under the mouse was a step of the run before."""
    needs_screen(name)
    before = own.session.scenario
    show_page(qtbot, own, name)
    seen: list[object] = []
    view(own, name).step_hovered.connect(seen.append)
    view(own, name).tell_hovered(STEP)
    widget, pixel = hold_current(qtbot, own, name)
    qtbot.mouseMove(widget, pixel + QPoint(40, -30))
    qtbot.waitUntil(lambda: own.session.scenario != before, timeout=20_000)
    assert seen[-1] is None
    qtbot.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=pixel + QPoint(40, -30))


@pytest.mark.parametrize("name", PAGES)
def test_escape_brings_back_start_and_step(qtbot: QtBot, own: MainWindow, name: str) -> None:
    needs_screen(name)
    before, old = own.session.scenario, own.session.runs
    show_page(qtbot, own, name)
    had_focus = own.focusWidget()
    widget, pixel = hold_current(qtbot, own, name)
    qtbot.mouseMove(widget, pixel + QPoint(40, -30))
    qtbot.waitUntil(lambda: own.session.scenario != before, timeout=20_000)
    settle(qtbot, own)
    qtbot.keyClick(own.focusWidget(), Qt.Key.Key_Escape)
    settle(qtbot, own)
    assert own.session.scenario == before
    assert own.session.runs is old
    assert own.session.cursor == STEP
    assert own.session.undo_label is None
    assert own.scene is not None
    assert own.scene.ghost == ()
    # What the mouse still does means nothing any more.
    qtbot.mouseMove(widget, pixel + QPoint(60, -30))
    qtbot.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=pixel + QPoint(60, -30))
    settle(qtbot, own)
    assert own.session.scenario == before
    assert not view(own, name).dragging
    if name == "surface":
        assert own.focusWidget() is had_focus


@pytest.mark.parametrize("name", PAGES)
def test_a_click_on_the_current_point_changes_nothing(
    qtbot: QtBot, own: MainWindow, name: str
) -> None:
    needs_screen(name)
    before = own.session.scenario
    widget, pixel = hold_current(qtbot, own, name)
    qtbot.mouseMove(widget, pixel + QPoint(1, 1))
    qtbot.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=pixel + QPoint(1, 1))
    settle(qtbot, own)
    assert own.session.scenario == before
    assert own.session.cursor == STEP
    assert own.session.undo_label is None


def test_where_both_coincide_the_start_is_held(qtbot: QtBot, own: MainWindow) -> None:
    """Lanes that do not move stay on their start."""
    lanes = tuple(
        replace(lane, learning_rate=Constant(1e-9)) for lane in own.session.scenario.lanes
    )
    own.edit(replace(own.session.scenario, lanes=lanes), "")
    settle(qtbot, own)
    widget, pixel = hold_current(qtbot, own, "contour")
    qtbot.mouseMove(widget, pixel + QPoint(40, -30))
    settle(qtbot, own)
    assert own.session.cursor == STEP
    assert own.session.undo_label == "Move the start"
    qtbot.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=pixel + QPoint(40, -30))


def test_the_keyboard_starts_from_the_current_point_too(qtbot: QtBot, own: MainWindow) -> None:
    show_page(qtbot, own, "contour")
    action = own.actions_["start-here"]
    assert not action.isEnabled()
    own.session.set_cursor(STEP)
    settle(qtbot, own)
    first, second = (run.theta[STEP].tolist() for run in own.session.runs)
    own.activateWindow()
    qtbot.waitUntil(own.isActiveWindow)
    own.stage.contours[0].setFocus()
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(own.stage.contours[0], Qt.Key.Key_Home, keys)
    settle(qtbot, own)
    assert list(own.session.scenario.start) == first
    assert own.session.cursor == 0
    assert own.session.undo_label == "Start from the current point"
    qtbot.keyClick(own.stage.contours[0], Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    settle(qtbot, own)
    assert own.session.scenario.start[0] > first[0]
    own.session.undo()
    own.session.undo()
    own.parameters.lanes.set_target(1)
    own.session.set_cursor(STEP)
    settle(qtbot, own)
    action.trigger()
    settle(qtbot, own)
    assert list(own.session.scenario.start) == second


def test_each_lane_has_a_current_point(qtbot: QtBot, own: MainWindow) -> None:
    show_page(qtbot, own, "overlay")
    own.session.set_cursor(STEP)
    settle(qtbot, own)
    there = own.session.runs[1].theta[STEP]
    widget, pixel = on_plot(own.stage.overlay.plot, *there)
    qtbot.mousePress(widget, Qt.MouseButton.LeftButton, pos=pixel)
    qtbot.mouseMove(widget, pixel + QPoint(0, 9))
    settle(qtbot, own)
    low, high, pixels = own.stage.overlay.plot.frame()
    moved = np.array(own.session.scenario.start) - there
    assert moved == pytest.approx((0.0, -9 * (high - low)[1] / pixels[1]), abs=0.02)
    assert own.stage.overlay.flag.isVisible()
    qtbot.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=pixel + QPoint(0, 9))
    settle(qtbot, own)
    assert not own.stage.overlay.flag.isVisible()


def test_escape_brings_back_the_data(qtbot: QtBot, own: MainWindow) -> None:
    before, shown = own.session.scenario, own.workspace.view("data")
    problem = own.session.problem
    widget, pixel = shown.plot.viewport(), shown.grip(1).toPoint()
    qtbot.mousePress(widget, Qt.MouseButton.LeftButton, pos=pixel)
    qtbot.mouseMove(widget, pixel + QPoint(10, -15))
    settle(qtbot, own)
    assert own.session.scenario.problem != before.problem
    qtbot.keyClick(own.focusWidget(), Qt.Key.Key_Escape)
    settle(qtbot, own)
    assert own.session.scenario == before
    assert own.session.problem is problem
    assert shown.points.y[1] == 5.0
    assert shown.chosen == 1
    qtbot.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=pixel)
    assert own.session.undo_label is None


def test_what_is_to_be_predicted_does_not_light_up(qtbot: QtBot, own: MainWindow) -> None:
    show_page(qtbot, own, "contour")
    own.set_shown(own.shown | {PREDICTING})
    settle(qtbot, own)
    hover(qtbot, own, "contour", STEP)
    assert lit(own, "loss") is None
    own.session.set_cursor(OTHER)
    settle(qtbot, own)
    hover(qtbot, own, "contour", STEP)
    qtbot.waitUntil(lambda: is_lit(own, "loss", STEP), timeout=20_000)
    leave(qtbot, own, "contour")


def test_a_field_is_drafted_while_data_are_dragged(qtbot: QtBot, own: MainWindow) -> None:
    show_page(qtbot, own, "contour")
    field, shown = own.stage.contours[0]._field, own.workspace.view("data")
    widget, pixel = shown.plot.viewport(), shown.grip(1).toPoint()
    qtbot.mousePress(widget, Qt.MouseButton.LeftButton, pos=pixel)
    qtbot.mouseMove(widget, pixel + QPoint(10, -15))
    qtbot.waitUntil(lambda: field.draft, timeout=20_000)
    settle(qtbot, own)
    qtbot.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=pixel + QPoint(10, -15))
    settle(qtbot, own)
    # The release changes no number, and yet the whole field is there.
    assert not field.draft
    assert field._levels == tuple(levels(own.session.problem, own.scene.box).tolist())
