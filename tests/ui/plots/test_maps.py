"""The maps of basins and of learning rates, in the window, against single descents."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from pytestqt.qtbot import QtBot

from gdsim.engine.lane import Lane
from gdsim.engine.maps import UNKNOWN
from gdsim.engine.run import Outcome
from gdsim.engine.schedules import Constant
from gdsim.engine.simulate import simulate
from gdsim.engine.stopping import Stop
from gdsim.scenario import ProblemSpec, Scenario, default_scenario
from gdsim.ui.main_window import MainWindow
from gdsim.ui.plots.map_rates import RateMapView
from gdsim.ui.plots.maps import MapsView
from tests.ui.test_story import settle

HIMMELBLAU = "(w^2 + b - 11)^2 + (w + b^2 - 7)^2"
BOX = ((-4.5, 4.5), (-4.5, 4.5))


def himmelblau(rate: float = 0.01, **changes: object) -> Scenario:
    """Typed in, so that the range is the person's and the minima have to be found."""
    problem = ProblemSpec("formula", formula=HIMMELBLAU, box=BOX)
    lanes = tuple(
        Lane(order, learning_rate=Constant(rate)) for order in ("synchronous", "sequential")
    )
    return replace(Scenario(problem, (1.0, -0.25), lanes, stop=Stop(500)), **changes)  # type: ignore[arg-type]


def open_maps(qtbot: QtBot, window: MainWindow, scenario: Scenario) -> MapsView:
    window.show_scenario(scenario, None)
    window.apply_preset("maps")
    view = window.workspace.view("maps")
    assert isinstance(view, MapsView)
    qtbot.waitUntil(
        lambda: view.job is not None and view.job.task.problem is window.session.problem
    )
    return view


def finished(qtbot: QtBot, window: MainWindow, view: MapsView | RateMapView) -> None:
    qtbot.waitUntil(lambda: not view.pending, timeout=20_000)
    settle(qtbot, window)


def test_himmelblau_differs_in_as_many_starts_as_the_lesson_says(
    qtbot: QtBot, window: MainWindow
) -> None:
    view = open_maps(qtbot, window, himmelblau())
    finished(qtbot, window, view)
    panels = view.panels
    assert panels[2].legend.text() == "0.9\xa0% end in another minimum: 131 of 14641"
    assert panels[0].title.text() == "Synchronous, α = 0.01"
    shares = [float(part.split("\xa0")[1]) for part in panels[0].legend.text().split("   ")]
    assert len(shares) == 4
    assert sum(shares) == pytest.approx(100, abs=0.2)
    # What is seen: four colours, and two on the difference.
    assert len(np.unique(panels[0].cells.reshape(-1, 4), axis=0)) == 4
    assert len(np.unique(panels[2].cells.reshape(-1, 4), axis=0)) == 2


def test_a_click_on_a_cell_starts_there_and_ends_in_its_minimum(
    qtbot: QtBot, window: MainWindow
) -> None:
    view = open_maps(qtbot, window, himmelblau())
    finished(qtbot, window, view)
    plot = view.panels[0].plot
    at = plot.mapFromScene(plot.getViewBox().mapViewToScene(QPointF(-3.0, 2.0)))
    qtbot.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=at)
    settle(qtbot, window)
    start = window.session.scenario.start
    assert start == pytest.approx((-3.0, 2.0), abs=0.15)
    index = int(np.flatnonzero((view.job.starts == start).all(axis=1))[0])
    for run, known in zip(window.session.runs, view.job.maps, strict=True):
        target = view.job.targets[known.end[index]]
        assert run.theta[-1] == pytest.approx(target, abs=1e-3)
    assert not view.pending, "another start is no other map"
    assert window.session.undo_label == "Move the start"


def test_the_work_is_done_in_pieces_and_can_be_cancelled(qtbot: QtBot, window: MainWindow) -> None:
    view = open_maps(qtbot, window, himmelblau(1e-5))
    view.job.work(0.0)
    assert view.pending
    view.work(1e-9)
    assert view.bar.isVisible()
    assert view.cancel_button.isVisible()
    qtbot.mouseClick(view.cancel_button, Qt.MouseButton.LeftButton)
    assert not view.pending
    assert not view.bar.isVisible()
    assert (view.job.maps[0].end == UNKNOWN).any(), "unknown cells stay unknown"


def test_another_rate_begins_anew_but_not_during_the_drag(qtbot: QtBot, window: MainWindow) -> None:
    view = open_maps(qtbot, window, himmelblau())
    finished(qtbot, window, view)
    old = view.job
    control = window.parameters.rate.control
    control.track.rate_dragged.emit(0.012)
    settle(qtbot, window)
    assert view.job is old
    control.track.rate_chosen.emit(0.012)
    settle(qtbot, window)
    assert view.job is not old
    finished(qtbot, window, view)
    assert view.panels[0].title.text() == "Synchronous, α = 0.012"


def test_one_parameter_has_no_basins_to_draw(qtbot: QtBot, window: MainWindow) -> None:
    open_maps(qtbot, window, himmelblau())
    window.show_scenario(
        replace(himmelblau(), problem=ProblemSpec.of("parabola"), start=(3.0,)), None
    )
    view = window.workspace.view("maps")
    settle(qtbot, window)
    assert "two parameters" in view.message.text()
    assert view.message.isVisible()


def test_a_rate_of_the_map_is_chosen_by_a_click(qtbot: QtBot, window: MainWindow) -> None:
    window.apply_preset("maps")
    view = window.workspace.view("rate-map")
    assert isinstance(view, RateMapView)
    finished(qtbot, window, view)
    plot = view.plot
    at = plot.mapFromScene(plot.getViewBox().mapViewToScene(QPointF(np.log10(0.05), 1.5)))
    qtbot.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=at)
    settle(qtbot, window)
    rates = [lane.learning_rate.first for lane in window.session.scenario.lanes]
    assert rates == pytest.approx([0.05, 0.05], rel=0.1)
    assert len(str(rates[0])) <= 6, "a tidy number"


def test_the_map_of_rates_agrees_with_the_limits_and_with_single_runs(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.apply_preset("maps")
    view = window.workspace.view("rate-map")
    finished(qtbot, window, view)
    problem = window.session.problem
    for each in view.lanes:
        for i in range(0, 241, 20):
            lane = replace(each.lane, learning_rate=Constant(float(each.known.rates[i])))
            (run,) = simulate(problem, (0.0, 0.0), [lane], stop=Stop(1000, gradient_norm=1e-6))
            assert each.known.outcomes[i] is run.ending.outcome
            assert each.known.steps[i] == run.steps
    sync = view.lanes[0].known
    beyond = sync.rates > 0.2396
    assert all(sync.outcomes[i] is Outcome.DIVERGED for i in np.flatnonzero(beyond))


def test_both_maps_hear_of_the_language(qtbot: QtBot, window: MainWindow) -> None:
    view = open_maps(qtbot, window, himmelblau())
    finished(qtbot, window, view)
    window.appearance.set_language("zh_CN")
    qtbot.waitUntil(lambda: view.panels[0].title.text().startswith("同步"))
    window.show_scenario(default_scenario(), None)
    finished(qtbot, window, view)
    assert view.panels[2].legend.text().startswith("0")


def test_click_outside_the_picture_does_nothing(qtbot: QtBot, window: MainWindow) -> None:
    view = open_maps(qtbot, window, himmelblau())
    finished(qtbot, window, view)
    viewport = view.panels[0].plot.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(3, viewport.height() - 3))
    settle(qtbot, window)
    assert window.session.undo_label is None
