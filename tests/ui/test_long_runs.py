"""Runs that take seconds: the window goes on, what it shows is called a draft, and then it is all.

Time is the work here: a step takes 20 µs by the clock that the session looks at.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gdsim.engine import Lane, Stop, make_optimizer
from gdsim.engine.recorder import Recorder
from gdsim.engine.schedules import Constant
from gdsim.scenario import ProblemSpec, Scenario, load_scenario
from gdsim.scenario.data_spec import GivenData
from gdsim.session import session as session_module
from gdsim.session.session import AT_ONCE, DRAGGED, SLICE
from gdsim.ui.computing import Computing
from gdsim.ui.export.dialog import ExportDialog
from gdsim.ui.exporting import Exporting
from gdsim.ui.lecture.feature import LectureMode
from gdsim.ui.main_window import MainWindow
from gdsim.ui.panels.arithmetic import ArithmeticPanel
from gdsim.ui.plots.data_fit import DataView
from gdsim.ui.view_box import view_box

TICK = 20e-6
LONG = 100_000
#: A frame may go past its time by a piece.
PIECE = 256
X = tuple(0.25 * i for i in range(20))
DATA = GivenData(X, tuple(float(x > 2 and x != 3) for x in X))
PROBLEM = ProblemSpec("logistic-regression", loss="cross-entropy", data=DATA)


class Work:
    """Counts the steps that are made, and says what time that makes it."""

    steps = 0

    def now(self) -> float:
        return TICK * self.steps


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Work:
    counted, advance = Work(), Recorder.advance

    def counting(self: Recorder, rates: list[float]) -> object:
        counted.steps += len(rates)
        return advance(self, rates)

    monkeypatch.setattr(Recorder, "advance", counting)
    monkeypatch.setattr(session_module, "time", SimpleNamespace(thread_time=counted.now))
    return counted


def long_scenario(steps: int = LONG) -> Scenario:
    lanes = (Lane(learning_rate=Constant(0.05)), Lane("sequential", learning_rate=Constant(0.05)))
    return Scenario(PROBLEM, (0.0, 0.0), lanes, stop=Stop(steps))


def show(qtbot: QtBot, window: MainWindow, scenario: Scenario) -> None:
    window.show_scenario(scenario, None)
    next_frame(qtbot, window)


def next_frame(qtbot: QtBot, window: MainWindow) -> None:
    window.clock.ask()
    with qtbot.waitSignal(window.clock.frame):
        pass


def settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.clock.active, timeout=30_000)


def the_whole_truth(window: MainWindow) -> bool:
    """Whether the window shows what the scenario gives when it is simulated at once."""
    session = window.session
    fresh = session.scenario.run(session.scenario.make_problem())
    assert window.scene is not None
    for shown in (session.runs, window.scene.runs):
        for run, other in zip(shown, fresh, strict=True):
            assert run.theta.tobytes() == other.theta.tobytes()
            assert run.loss.tobytes() == other.loss.tobytes()
            assert run.ending == other.ending
            assert not run.unfinished
    return "draft" not in window.status.text()


def test_a_lecture_leaves_the_runs_as_they_were(
    qtbot: QtBot, window: MainWindow, work: Work
) -> None:
    """They are there at once when it is closed, and not made a second time."""
    show(qtbot, window, long_scenario())
    settle(qtbot, window)
    runs = window.session.runs
    mode = window.feature(LectureMode)
    mode.open_builtin("one-step")
    settle(qtbot, window)
    assert window.session.runs is not runs
    before = work.steps
    mode.close()
    assert window.session.runs is runs
    settle(qtbot, window)
    assert window.session.runs is runs
    assert work.steps == before
    assert the_whole_truth(window)


def of_rate(window: MainWindow) -> tuple[QWidget, QPoint]:
    track = window.parameters.rate.control.track
    return track, QPoint(round(track.axis.x(track.rate)), track.theme.size(14))


def of_start(window: MainWindow) -> tuple[QWidget, QPoint]:
    contour = window.stage.contours[0]
    return contour.plot.viewport(), contour.grip().toPoint()


def of_data(window: MainWindow) -> tuple[QWidget, QPoint]:
    view = window.workspace.view("data")
    assert isinstance(view, DataView)
    return view.plot.viewport(), view.grip(5).toPoint()


@pytest.mark.parametrize("place", [of_rate, of_start, of_data])
def test_a_drag_makes_in_each_frame_what_a_frame_has_time_for(
    qtbot: QtBot, window: MainWindow, work: Work,
    place: Callable[[MainWindow], tuple[QWidget, QPoint]],
) -> None:  # fmt: skip
    window.apply_preset("data")
    window.set_mode("panels")
    show(qtbot, window, long_scenario())
    first = window.session.scenario
    widget, at = place(window)
    counts = [work.steps]
    window.clock.frame.connect(lambda _: counts.append(work.steps))
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=at)
    for i in range(1, 9):
        QTest.mouseMove(widget, at + QPoint(4 * i, -3 * i))
        next_frame(qtbot, window)
        next_frame(qtbot, window)
        assert window.session.scenario != first
        assert window.session.before, "the old path stays as a ghost"
        assert "draft: the first " in window.status.text()
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=at + QPoint(32, -24))
    next_frame(qtbot, window)
    each = [after - before for before, after in pairwise(counts)]
    assert max(each) <= (DRAGGED + SLICE) / TICK + 2 * PIECE
    assert window.session.unfinished is not None
    window.session.undo()
    next_frame(qtbot, window)
    assert window.session.scenario == first
    assert window.session.undo_label is None


def test_after_the_drag_the_whole_run_comes(qtbot: QtBot, window: MainWindow, work: Work) -> None:
    show(qtbot, window, long_scenario(6000))
    settle(qtbot, window)
    window.session.set_cursor(5000)
    settle(qtbot, window)
    shown: list[int] = []
    window.session.runs_changed.connect(lambda: shown.append(window.session.steps))
    widget, at = of_start(window)
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(widget, at + QPoint(30, -20))
    next_frame(qtbot, window)
    assert 0 < window.session.steps < 5000
    assert window.session.cursor == window.session.steps, "as far as it goes"
    assert window.player_panel.label.text().endswith("+")
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=at + QPoint(30, -20))
    settle(qtbot, window)
    assert the_whole_truth(window)
    assert window.session.cursor == 5000, "where the hand had put it"
    assert window.player_panel.label.text() == "step 5000 / 6000"
    assert shown == sorted(shown)
    assert len(shown) < 8, "few pictures of runs that grow"


def test_a_draft_is_called_one_in_both_languages(
    qtbot: QtBot, window: MainWindow, work: Work
) -> None:
    show(qtbot, window, long_scenario())
    computing, arithmetic = window.feature(Computing), window.workspace.view("arithmetic")
    assert isinstance(arithmetic, ArithmeticPanel)
    assert window.session.unfinished is not None
    QTest.keyClick(window, Qt.Key.Key_F8)
    next_frame(qtbot, window)
    steps, (made, _) = window.session.steps, window.session.unfinished
    expected = f"draft: the first {steps} steps of at most {LONG}, stopped at {100 * made // LONG}"
    assert window.status.text().startswith(expected)
    assert window.stage.accessibleDescription() == window.status.text()
    assert computing.button.isVisible()
    assert computing.button.text() == "Compute the rest"
    settle(qtbot, window)
    assert window.session.unfinished == (made, LONG), "nothing goes on"
    window.session.set_cursor(steps)
    arithmetic.set_highlight(steps)
    window.refresh()
    assert "limit" not in arithmetic.text() + window.status.text()
    window.appearance.set_language("zh_CN")
    next_frame(qtbot, window)
    assert window.status.text().startswith(f"草稿：最多 {LONG} 步中的前 {steps} 步，已停在")
    assert computing.button.text() == "继续计算"
    QTest.mouseClick(computing.button, Qt.MouseButton.LeftButton)
    next_frame(qtbot, window)
    assert "计算中" in window.status.text()
    assert computing.button.text() == "停止计算"
    assert window.session.unfinished[0] > made


def test_an_edit_makes_at_once_what_takes_no_time(
    qtbot: QtBot, window: MainWindow, work: Work
) -> None:
    """And a run that was waited for is there again after undo and redo, or a change of looks."""
    show(qtbot, window, long_scenario(1000))
    assert the_whole_truth(window)
    window.edit(long_scenario(4000), "Longer")
    before = work.steps
    next_frame(qtbot, window)
    assert work.steps - before <= (AT_ONCE + SLICE) / TICK + 2 * PIECE
    assert "draft" in window.status.text()
    window.edit(replace(window.session.scenario, notes='"of no matter"'), "Notes")
    settle(qtbot, window)
    assert work.steps - before < 2 * 4000 + PIECE, "what is no matter begins nothing anew"
    assert the_whole_truth(window)
    window.session.undo()
    window.session.undo()
    settle(qtbot, window)
    done = work.steps
    window.session.redo()
    settle(qtbot, window)
    assert work.steps == done
    assert the_whole_truth(window)


def test_what_leaves_the_window_is_finished(
    qtbot: QtBot, window: MainWindow, work: Work, tmp_path: Path
) -> None:
    show(qtbot, window, long_scenario(4000))
    window.actions_["copy-arithmetic"].trigger()
    QGuiApplication.clipboard().clear()
    window.actions_["export-numbers"].trigger()
    assert window.feature(Exporting).dialog is None, "it waits"
    assert window.documents._write(tmp_path / "saved.gdsim")
    assert load_scenario(tmp_path / "saved.gdsim").core == long_scenario(4000).core
    settle(qtbot, window)
    dialog = window.feature(Exporting).dialog
    assert isinstance(dialog, ExportDialog)
    assert not QGuiApplication.clipboard().text(), "the last wish counts"
    assert "8002 rows" in dialog.about.text()
    dialog.close()
    window.edit(long_scenario(5000), "Longer")
    window.actions_["export-numbers"].trigger()
    window.session.undo()
    settle(qtbot, window)
    assert window.feature(Exporting).dialog is None, "who goes on wants no file any more"


def test_time_goes_on_where_the_draft_ends(qtbot: QtBot, window: MainWindow, work: Work) -> None:
    show(qtbot, window, long_scenario(6000))
    window.actions_["to-end"].trigger()
    assert window.session.cursor < 6000
    settle(qtbot, window)
    assert window.session.cursor == 6000
    window.session.undo()
    show(qtbot, window, long_scenario(6001))
    window.player.set_speed(200.0)
    window.session.set_cursor(window.session.steps - 1)
    window.player.play()
    before = window.session.cursor
    for _ in range(3):
        next_frame(qtbot, window)
    assert window.player.playing
    assert window.session.cursor >= before
    window.player.pause()


def test_giving_up_a_drag_goes_on_with_what_it_began_from(
    qtbot: QtBot, window: MainWindow, work: Work
) -> None:
    show(qtbot, window, long_scenario(6000))
    widget, at = of_start(window)
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(widget, at + QPoint(30, -20))
    next_frame(qtbot, window)
    QTest.keyClick(widget, Qt.Key.Key_Escape)
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=at + QPoint(30, -20))
    assert window.session.scenario.start == (0.0, 0.0)
    settle(qtbot, window)
    assert the_whole_truth(window)
    assert window.session.steps == 6000


def test_closing_in_the_midst_of_it_leaves_nothing_behind(
    qtbot: QtBot, window: MainWindow, work: Work
) -> None:
    show(qtbot, window, long_scenario())
    assert window.session.computing
    window.session.mark_saved()
    window.close()
    done = work.steps
    qtbot.wait(60)
    assert not window.clock.active
    assert work.steps == done


def test_from_here_on_stays_where_it_is(qtbot: QtBot, window: MainWindow, work: Work) -> None:
    """While the drag shows only steps from long before."""
    show(qtbot, window, long_scenario(6000))
    settle(qtbot, window)
    window.session.set_cursor(5000)
    settle(qtbot, window)
    window.parameters.rate.set_from_here(True)
    for rate in (0.04, 0.03, 0.02):
        window.parameters.rate.control.track.rate_dragged.emit(rate)
        next_frame(qtbot, window)
        assert window.session.cursor < 5000
    window.parameters.rate.control.track.rate_chosen.emit(0.01)
    settle(qtbot, window)
    rates = window.session.runs[0].learning_rate
    assert set(rates[:5000].tolist()) == {0.05}
    assert set(rates[5000:].tolist()) == {0.01}
    assert the_whole_truth(window)


def test_the_range_is_that_of_the_whole_run(
    qtbot: QtBot, window: MainWindow, work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However little of it there was at first: here no step."""
    monkeypatch.setattr(session_module, "AT_ONCE", 0.0)
    window.show_scenario(long_scenario(1000), None)
    window.refresh()
    assert window.session.steps == 0
    assert window.player_panel.label.text() == "step 0 / 0+"
    settle(qtbot, window)
    assert window.scene is not None
    assert window.scene.box == view_box(window.session.problem, window.session.runs)
    assert the_whole_truth(window)


def test_the_range_changes_once_while_the_first_steps_are_made(
    qtbot: QtBot, window: MainWindow, work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each range is another field to be drawn, and a picture that moves under the eye."""
    for name in ("AT_ONCE", "SLICE"):
        monkeypatch.setattr(session_module, name, 0.0)
    boxes, steps = [], []
    monkeypatch.setattr(window.workspace, "set_scene", lambda scene: (
        boxes.append(scene.box), steps.append([run.steps for run in scene.runs])
    ))  # fmt: skip
    many = replace(PROBLEM, data=GivenData(200 * X, 200 * DATA.y))
    lane = Lane(optimizer=make_optimizer("adam"), learning_rate=Constant(3.0))
    window.show_scenario(Scenario(many, (2.0, 2.0), (lane, lane), stop=Stop(200)), None)
    window.refresh()
    settle(qtbot, window)
    few = [made for made in steps if made[0] < 100]
    assert len(few) > 2
    assert len(set(boxes)) == 2
    assert boxes[-1] == view_box(window.session.problem, window.session.runs)
