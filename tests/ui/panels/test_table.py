"""The table of steps: the runs' own numbers, quick however long, and linked both ways."""

import time
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication
from pytestqt.qtbot import QtBot

from gdsim.engine import Lane, LinearRegression, Stop, simulate
from gdsim.engine.schedules import Constant
from gdsim.engine.variants import Variant
from gdsim.ui import theme as th
from gdsim.ui.numbers import number
from gdsim.ui.panels.table import TableView
from gdsim.ui.scene import Scene

REGRESSION = LinearRegression([1, 2, 3, 4], [3, 5, 7, 9])
LABELS = ("Synchronous", "Sequential")


def scene(steps=60, rate=0.2, variant=None) -> Scene:
    lanes = tuple(
        Lane(order, learning_rate=Constant(rate), variant=variant)
        for order in ("synchronous", "sequential")
    )
    runs = simulate(REGRESSION, (0.0, 0.0), lanes, stop=Stop(steps))
    return Scene(REGRESSION, runs, th.lane_styles(lanes), LABELS, REGRESSION.box)


@pytest.fixture
def view(qtbot: QtBot) -> TableView:
    made = TableView()
    qtbot.addWidget(made)
    made.set_theme(th.LIGHT)
    made.resize(900, 300)
    made.set_scene(scene())
    with qtbot.waitExposed(made):
        made.show()
    return made


def row(view: TableView, step: int) -> list[str]:
    model = view.model
    return [model.data(model.index(step, c)) for c in range(model.columnCount())]


def test_cells_are_the_runs_numbers(view):
    view.set_scene(scene(variant=Variant("mini-batch", 2)))
    cells = row(view, 3)
    runs = view._scene.runs
    expected = ["3"]
    for run in runs:
        values = [1.5, 0.2, *run.theta[3], run.loss[3], *run.grad[3], *run.used[3]]
        expected += [number(float(value)) for value in values]
    assert cells == expected
    assert [c.title for c in view.model.columns[1:10]] == [
        "epoch", "α", "w", "b", "J", "∂J/∂w", "∂J/∂b", "gw", "gb",
    ]  # fmt: skip


def test_the_last_row_has_no_next_step(view):
    cells = row(view, 60)
    assert cells[2] == cells[8] == cells[9] == ""
    assert cells[3] == number(float(view._scene.runs[0].theta[60, 0]))


def test_a_lane_that_has_ended_has_empty_rows(view):
    view.set_scene(scene(1000, rate=0.3))
    runs = view._scene.runs
    assert runs[0].steps < runs[1].steps
    assert row(view, runs[0].steps + 1)[1:10] == [""] * 9
    assert view.model.rowCount() == runs[1].steps + 1


def test_lane_is_chosen(qtbot, view):
    assert view.model.columnCount() == 19
    view.lane.setFocus()
    qtbot.keyClick(view.lane, Qt.Key.Key_Down)
    assert view.lane.value() == "0"
    assert view.model.columnCount() == 10
    view.set_scene(scene(30))
    assert view.model.columnCount() == 10


def test_row_follows_the_cursor_and_asks_for_nothing(view):
    asked: list[int] = []
    view.step_requested.connect(asked.append)
    view.set_step(40)
    assert view.table.currentIndex().row() == 40
    rect = view.table.visualRect(view.table.currentIndex())
    assert view.table.viewport().rect().contains(rect.center())
    view.set_scene(scene(20))
    view.set_scene(scene(80))
    assert asked == []


def test_the_current_row_stays_in_sight_in_less_room(qtbot: QtBot, view):
    def in_sight() -> bool:
        table = view.table
        rect = table.visualRect(table.currentIndex())
        return rect.isValid() and table.viewport().rect().contains(rect.center())

    view.set_step(8)
    assert in_sight()
    view.resize(900, 120)
    qtbot.waitUntil(in_sight)
    view.resize(900, 300)
    view.set_theme(th.PROJECTOR)
    qtbot.waitUntil(in_sight)
    # Who has scrolled elsewhere stays there.
    view.table.verticalScrollBar().setValue(40)
    view.resize(900, 200)
    qtbot.wait(20)
    assert view.table.verticalScrollBar().value() == 40


def test_click_and_keys_ask_for_a_step(qtbot, view):
    asked: list[int] = []
    view.step_requested.connect(asked.append)
    at = QPoint(20, view.table.rowViewportPosition(4) + 4)
    qtbot.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    assert asked == [4, 5]


def test_lit_row_is_tinted(view):
    def ground() -> QColor:
        at = QPoint(4, view.table.rowViewportPosition(6) + 4)
        return view.table.viewport().grab().toImage().pixelColor(at)

    plain = ground()
    view.set_highlight(6)
    assert ground() == QColor(th.LIGHT.mark_ground) != plain
    view.set_highlight(None)
    assert ground() == plain


def test_copied_rows_read_back_to_the_same_bits(qtbot, view):
    view.set_step(2)
    qtbot.keyClick(view.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(view.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert [line[0] for line in lines] == ["step", "2", "3"]
    assert lines[0][3] == "w (Synchronous)"
    run = view._scene.runs[0]
    assert [float(cell) for cell in lines[2][3:5]] == run.theta[3].tolist()
    assert float(lines[1][5]) == run.loss[2]


def test_rows_chosen_here_and_there_are_copied_in_their_order(view):
    for step in (9, 2, 3, 2, 2):
        view.table.selectionModel().select(
            view.model.index(step, 0),
            QItemSelectionModel.SelectionFlag.Toggle | QItemSelectionModel.SelectionFlag.Rows,
        )
    view.table.selectionModel().select(
        view.model.index(0, 0),
        QItemSelectionModel.SelectionFlag.Deselect | QItemSelectionModel.SelectionFlag.Rows,
    )
    view.copy()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[0] for line in lines] == ["step", "2", "3", "9"]


def test_all_of_many_rows_are_chosen_without_asking_for_each(view, monkeypatch):
    view.set_scene(scene(100_000, 1e-5))
    monkeypatch.setattr(view.model, "tsv", lambda rows: str(len(rows)))
    view.table.selectAll()
    begin = time.perf_counter()
    view.copy()
    assert time.perf_counter() - begin < 1.0
    assert QGuiApplication.clipboard().text() == "100001"


def test_all_rows_are_copied(view):
    view.table.selectAll()
    view.copy()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 62
    assert lines[-1].split("\t")[2] == ""


def test_hundred_thousand_rows_are_quick(qtbot, view):
    long = scene(100_000, rate=0.01)
    if max(run.steps for run in long.runs) < 100_000:
        pytest.fail("the run ended early")
    begin = time.perf_counter()
    view.set_scene(long)
    view.grab()
    opened = time.perf_counter() - begin
    begin = time.perf_counter()
    for step in np.linspace(0, 100_000, 20).astype(int).tolist():
        view.set_step(step)
        view.grab()
    each = (time.perf_counter() - begin) / 20
    # As a ratio a loaded machine keeps: far below what 100 000 rows would cost one by one.
    assert opened < 1.0
    assert each < 0.1
    assert view.table.currentIndex().row() == 100_000


def test_hundred_thousand_rows_follow_the_size_of_the_text(view):
    view.set_scene(scene(100_000, 1e-5))
    before = time.thread_time()
    for scale in (2.0, 1.0, 2.5):
        view.set_theme(replace(th.LIGHT, text_scale=scale))
        high = view.table.verticalHeader().defaultSectionSize()
        assert view.table.look.metrics.height() < high == view.table.rowHeight(99_999)
    # One by one, Qt would take seconds.
    assert time.thread_time() - before < 1.0
