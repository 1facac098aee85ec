"""The critical points in the window: listed, marked by kind, with the distance of the descent."""

import time
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray
from pytestqt.qtbot import QtBot

from gdsim.scenario import load_scenario
from gdsim.scenario.builtin import builtin_path
from gdsim.ui.main_window import MainWindow
from gdsim.ui.plots import critical
from gdsim.ui.plots.contour import ContourView
from gdsim.ui.plots.critical import CriticalView
from tests.ui.test_story import settle


def view(qtbot: QtBot, window: MainWindow) -> CriticalView:
    window.workspace.docks["critical"].show()
    made = window.workspace.view("critical")
    assert isinstance(made, CriticalView)
    settle(qtbot, window)
    return made


def cell(shown: CriticalView, row: int, column: int) -> str:
    return shown.table.item(row, column).text()


def test_a_quadratic_has_its_closed_answer_and_the_distance_follows_the_step(
    qtbot: QtBot, window: MainWindow
) -> None:
    shown = view(qtbot, window)
    assert shown.table.rowCount() == 1
    assert [cell(shown, 0, i) for i in range(4)] == ["+  minimum", "(2, 1)", "0", "0.1497, 8.35"]
    assert "quadratic" in shown.message.text()
    assert float(cell(shown, 0, 4)) == pytest.approx(np.sqrt(5), abs=1e-4)
    window.session.set_cursor(1)
    settle(qtbot, window)
    expected = np.linalg.norm(window.session.runs[0].theta[1] - (2, 1))
    assert float(cell(shown, 0, 4)) == pytest.approx(expected, abs=1e-4)


def test_himmelblau_has_nine(qtbot: QtBot, window: MainWindow) -> None:
    window.show_scenario(load_scenario(builtin_path("himmelblau-different-minima")), None)
    shown = view(qtbot, window)
    kinds = [cell(shown, row, 0).split()[1] for row in range(shown.table.rowCount())]
    assert sorted(kinds) == ["maximum", *["minimum"] * 4, *["saddle"] * 4]
    assert shown.heading()[1] == "9"


def test_marks_on_the_contour_can_be_switched_on(qtbot: QtBot, window: MainWindow) -> None:
    window.show_scenario(load_scenario(builtin_path("himmelblau-different-minima")), None)
    settle(qtbot, window)
    contour = window.stage.views()[0]
    assert contour.critical.points == ()
    window.actions_["critical-points"].trigger()
    settle(qtbot, window)
    kinds = sorted(point.kind for point in contour.critical.points)
    assert kinds == ["maximum", "saddle", "saddle", "saddle", "saddle"]
    before = contour.plot.grab().toImage()
    window.actions_["critical-points"].trigger()
    settle(qtbot, window)
    assert contour.plot.grab().toImage() != before


def test_data_without_a_closed_answer_say_so(qtbot: QtBot, window: MainWindow) -> None:
    shown = view(qtbot, window)
    window.parameters.problem.problem.chosen.emit("logistic-regression")
    settle(qtbot, window)
    assert shown.table.rowCount() == 0
    assert "linear regression" in shown.message.text()


def test_many_signs_are_copied_as_they_are_drawn(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.parameters.problem.problem.chosen.emit("rastrigin")
    window.actions_["critical-points"].trigger()
    settle(qtbot, window)
    contour = window.stage.overlay if window.stage.mode == "overlay" else window.stage.contours[0]
    assert len(contour.critical.points) == 440
    copied = pixels(contour)
    assert copied.std() > 20
    monkeypatch.setattr(critical, "MANY", 10_000)
    assert np.abs(pixels(contour) - copied).max() <= 2
    monkeypatch.setattr(critical, "MANY", 50)
    # What they stand on has moved; so have they.
    contour.show_range(((-1.0, 2.0), (-2.0, 1.0)))
    moved = pixels(contour)
    monkeypatch.setattr(critical, "MANY", 10_000)
    assert np.abs(pixels(contour) - moved).max() <= 2


def pixels(view: ContourView) -> NDArray[np.int64]:
    """What a plot shows, colour by colour."""
    image = view.plot.grab().toImage()
    return np.frombuffer(image.constBits(), np.uint8).astype(np.int64)


def test_hundreds_are_measured_with_each_step(qtbot: QtBot, window: MainWindow) -> None:
    shown = view(qtbot, window)
    before = time.thread_time()
    window.parameters.problem.problem.chosen.emit("rastrigin")
    settle(qtbot, window)
    assert shown.table.rowCount() == 200
    for step in (1, 2, 3):
        shown.set_step(step)
    # After each cell Qt would measure a thousand: half a second for a step.
    assert time.thread_time() - before < 1.0
    header = shown.table.horizontalHeader()
    assert all(header.sectionSize(i) >= header.sectionSizeHint(i) for i in range(5))
    assert shown.table.columnWidth(1) >= shown.table.sizeHintForColumn(1)


def test_of_many_the_lowest_are_listed_and_the_number_is_that_of_all(
    qtbot: QtBot, window: MainWindow
) -> None:
    shown = view(qtbot, window)
    window.parameters.problem.problem.chosen.emit("rastrigin")
    settle(qtbot, window)
    every = critical.found(window.scene)
    # 11 x 11 minima, 10 x 10 maxima, and a saddle between any two of the 21 x 21 of the lattice.
    assert len(every) == 441
    assert shown.heading()[1] == "441"
    assert shown.table.rowCount() == 200
    assert "The 200 lowest of 441 " in shown.message.text()
    assert "not marked" not in shown.message.text()
    listed = [float(cell(shown, row, 2).replace("−", "-")) for row in range(200)]
    assert listed == sorted(listed)
    assert listed[-1] <= every[200].value + 1e-3


def test_more_signs_than_the_picture_has_room_for_are_not_drawn(
    qtbot: QtBot, window: MainWindow
) -> None:
    """The range of a start that is far away holds more of them than starts are tried."""
    shown = view(qtbot, window)
    window.parameters.problem.problem.chosen.emit("ackley")
    window.actions_["critical-points"].trigger()
    settle(qtbot, window)
    contour = window.stage.views()[0]
    assert len(contour.critical.points) == len(critical.found(window.scene)) == 440
    scenario = window.session.scenario
    window.show_scenario(replace(scenario, start=(2.3, -1e9)), None)
    settle(qtbot, window)
    assert len(critical.found(window.scene)) > critical.COVER
    assert contour.critical.points == ()
    assert "not marked" in shown.message.text()
    window.appearance.set_language("zh_CN")
    qtbot.waitUntil(lambda: "不作标记" in shown.message.text())
