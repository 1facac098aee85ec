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
from gdsim.ui.plots.view import View
from gdsim.ui.stage import MODES

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
    window.resize(1800, 1000)
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
    window.session.mark_saved(None)
    window.close()
    window.deleteLater()
    i18n.set_language("en")


def settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.clock.active, timeout=5000)


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
    qtbot.mouseMove(widget, pixel + QPoint(0, 2))
    qtbot.mouseMove(widget, pixel)
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
            low, high, _ = shown._frame()
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
        qtbot.waitUntil(lambda step=step: is_lit(window, target, step), timeout=2000)
        assert view(window, target).grab().toImage() != before
    leave(qtbot, window, source)
    qtbot.waitUntil(lambda: lit(window, target) is None, timeout=2000)
    assert window.session.cursor == 0


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
    if "surface" in (source, target) and QGuiApplication.platformName() == "offscreen":
        pytest.skip("there is no OpenGL without a screen")
    link(qtbot, plane, source, target)


LINE_PAIRS = [
    *(("curve", target) for target in ("loss", "table", "state", "arithmetic")),
    *((source, "curve") for source in ("loss", "table", "state")),
]


@pytest.mark.parametrize(("source", "target"), LINE_PAIRS, ids=map("-".join, LINE_PAIRS))
def test_a_step_lights_up_on_the_curve(qtbot: QtBot, line: MainWindow, source, target) -> None:
    link(qtbot, line, source, target)


@pytest.mark.parametrize("source", ["loss", "gap", "table", "state"])
def test_a_click_selects_the_step_everywhere(qtbot: QtBot, plane: MainWindow, source) -> None:
    show_page(qtbot, plane, "contour")
    plane.session.set_cursor(0)
    settle(qtbot, plane)
    widget, pixel = place(plane, source, STEP)
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=pixel)
    settle(qtbot, plane)
    assert plane.session.cursor == STEP
    assert plane.workspace.view("table").table.currentIndex().row() == STEP
    assert [mark.x for mark in plane.workspace.view("loss").cursor_item.marks] == [STEP] * 2
    assert plane.stage.contours[0]._layers[0]._now.tolist() == [
        plane.session.runs[0].theta[STEP].tolist()
    ]


def test_a_view_that_goes_away_leaves_no_light(qtbot: QtBot, plane: MainWindow) -> None:
    show_page(qtbot, plane, "contour")
    hover(qtbot, plane, "contour", STEP)
    qtbot.waitUntil(lambda: is_lit(plane, "loss", STEP), timeout=2000)
    plane.stage.contours[0].hide()
    assert lit(plane, "loss") is None
    plane.stage.contours[0].show()
    leave(qtbot, plane, "contour")


# ---- dragging the start ----------------------------------------------------------------------


def grip(window: MainWindow, name: str) -> tuple[QWidget, QPoint]:
    shown = view(window, name)
    if name == "surface":
        return shown, QPointF(*shown.picture.overlay.start_pixel()).toPoint()
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


def drag_start(qtbot: QtBot, window: MainWindow, name: str) -> None:
    show_page(qtbot, window, name)
    before, old = window.session.scenario, window.session.runs
    ghosts: list[int] = []

    def look() -> None:
        assert window.session.before is old
        if name in ("contour", "overlay"):
            ghosts.extend(style for style, _ in view(window, name).ghost.paths)

    pull(qtbot, window, name, QPoint(60, -25), look)
    now = window.session.scenario
    assert now.start != before.start
    assert now == replace(before, start=now.start)
    fresh = simulate(window.session.problem, now.start, now.lanes, stop=now.stop)
    for shown, alone in zip(window.session.runs, fresh, strict=True):
        assert np.array_equal(shown.theta, alone.theta)
    assert ghosts == {"contour": [0], "overlay": [0, 1]}.get(name, [])
    assert window.session.before == ()
    assert window.scene is not None
    assert window.scene.ghost == ()
    assert window.session.undo_label == "Move the start"
    window.session.undo()
    settle(qtbot, window)
    assert window.session.scenario == before


@pytest.mark.parametrize("name", PAGES)
def test_start_is_dragged(qtbot: QtBot, own: MainWindow, name: str) -> None:
    if name == "surface" and QGuiApplication.platformName() == "offscreen":
        pytest.skip("there is no OpenGL without a screen")
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

    pull(qtbot, own, "contour", QPoint(40, -20), look)
    assert not contour.ghost.isVisible()


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
