"""What is set, what was run, and the way back."""

import random
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy

from gdsim.engine import GdsimError, Lane, ScenarioError, Stop, make_optimizer
from gdsim.engine.schedules import Constant, Cosine, Schedule, change_from
from gdsim.scenario import CsvData, ProblemSpec, Scenario, default_scenario
from gdsim.scenario.specs import MAX_PIECES
from gdsim.session import Session


def with_rate(scenario: Scenario, rate: float) -> Scenario:
    lanes = tuple(replace(lane, learning_rate=Constant(rate)) for lane in scenario.lanes)
    return replace(scenario, lanes=lanes)


def with_schedule(scenario: Scenario, schedule: Schedule) -> Scenario:
    lanes = tuple(replace(lane, learning_rate=schedule) for lane in scenario.lanes)
    return replace(scenario, lanes=lanes)


@pytest.fixture
def session(qapp: object) -> Session:
    return Session(default_scenario())


def test_an_edit_is_run_when_the_frame_comes(session: Session) -> None:
    spy = QSignalSpy(session.runs_changed)
    old = session.runs
    for rate in (0.1, 0.05, 0.02):
        session.edit(with_rate(session.scenario, rate), "Change learning rate")
    assert session.runs is old
    session.resolve()
    session.resolve()
    assert spy.count() == 1
    assert session.runs[0].theta[1].tolist() == [0.02 * 17.5, 0.02 * 6.0]


def test_a_drag_is_one_step_of_undo(session: Session) -> None:
    first = session.scenario
    for i in range(1, 20):
        moved = replace(session.scenario, start=(0.1 * i, 0.0))
        session.edit(moved, "Move the start", finished=False)
    session.edit(replace(session.scenario, start=(2.0, 0.5)), "Move the start", finished=True)
    session.edit(with_rate(session.scenario, 0.1), "Change learning rate")
    assert session.undo_label == "Change learning rate"
    session.undo()
    assert session.scenario.start == (2.0, 0.5)
    session.undo()
    assert session.scenario == first
    assert session.undo_label is None
    session.redo()
    assert session.scenario.start == (2.0, 0.5)
    assert session.redo_label == "Change learning rate"


def test_two_drags_are_two_steps(session: Session) -> None:
    for start in ((1.0, 0.0), (2.0, 0.0)):
        halfway = replace(session.scenario, start=(start[0] - 0.5, 0.0))
        session.edit(halfway, "Move the start", finished=False)
        session.edit(replace(session.scenario, start=start), "Move the start", finished=True)
    session.undo()
    assert session.scenario.start == (1.0, 0.0)


def test_a_drag_back_to_where_it_began_ends(session: Session) -> None:
    first = session.scenario
    session.edit(replace(first, start=(1.0, 0.0)), "Move the start", finished=False)
    session.edit(first, "Move the start", finished=True)
    assert session.undo_label is None, "nothing to take back"
    session.edit(replace(first, start=(3.0, 0.0)), "Move the start")
    session.undo()
    assert session.scenario == first


@pytest.mark.parametrize("seed", range(20))
def test_undo_all_is_the_start_and_redo_all_the_end(session: Session, seed: int) -> None:
    rng = random.Random(seed)
    first = session.scenario
    for _ in range(rng.randint(1, 60)):
        kind = rng.randrange(4)
        if kind == 0:
            start = (rng.random(), rng.random())
            moved = replace(session.scenario, start=start)
            session.edit(moved, "Move the start", finished=rng.random() < 0.5)
        elif kind == 1:
            session.edit(with_rate(session.scenario, rng.choice((0.01, 0.1, 0.2))), "Rate")
        elif kind == 2:
            session.undo()
        else:
            session.redo()
    last = session.scenario
    while session.redo_label is not None:
        session.redo()
    end = session.scenario
    while session.undo_label is not None:
        session.undo()
    assert session.scenario == first
    while session.redo_label is not None:
        session.redo()
    assert session.scenario == end
    assert last in (end, last)
    session.resolve()
    for shown, fresh in zip(session.runs, end.run(), strict=True):
        assert shown.theta.tobytes() == fresh.theta.tobytes()


def test_what_cannot_be_run_is_refused_and_forgotten(session: Session) -> None:
    first, runs = session.scenario, session.runs
    told: list[ScenarioError] = []
    session.refused.connect(told.append)
    newton = Lane("sequential", optimizer=make_optimizer("newton"))
    session.edit(replace(first, lanes=(newton,)), "Change optimizer")
    session.resolve()
    assert session.scenario == first
    assert session.runs is runs
    assert len(told) == 1
    assert "mixes the coordinates" in str(told[0])
    assert session.undo_label is None


def test_what_no_file_could_hold_is_refused(session: Session) -> None:
    """A cosine that is changed from here on has as many pieces as steps before."""
    first = with_schedule(session.scenario, Cosine(0.1, 100_000))
    session.edit(first, "Change the schedule")
    told: list[GdsimError] = []
    session.refused.connect(told.append)
    for finished in (False, True):
        changed = with_schedule(first, change_from(Cosine(0.1, 100_000), MAX_PIECES // 2, 0.05))
        session.edit(changed, "Change learning rate", finished=finished)
        assert session.scenario == first
        assert not session.before
    assert len(told) == 2
    assert session.undo_label == "Change the schedule"
    changed = with_schedule(first, change_from(Cosine(0.1, 100_000), MAX_PIECES // 2 - 1, 0.05))
    session.edit(changed, "Change learning rate")
    assert session.scenario == changed
    assert len(told) == 2


def test_what_was_opened_may_have_more_pieces(session: Session) -> None:
    large = with_schedule(session.scenario, change_from(Cosine(0.1, 100_000), 60_000, 0.05))
    session.open(large)
    moved = replace(large, start=(1.0, 1.0))
    session.edit(moved, "Move the start")
    session.edit(session.scenario.with_problem(ProblemSpec.of("himmelblau")), "Change problem")
    session.undo()
    session.resolve()
    assert session.scenario == moved


def test_the_cursor_stays_within_the_runs(session: Session) -> None:
    session.set_cursor(1000)
    assert session.cursor == 60
    session.set_cursor(-3)
    assert session.cursor == 0
    session.set_cursor(50)
    session.edit(replace(session.scenario, stop=Stop(max_steps=10)), "Change stop rule")
    session.resolve()
    assert session.cursor == 10


def test_saved_and_modified(session: Session) -> None:
    assert not session.modified
    session.edit(with_rate(session.scenario, 0.1), "Change learning rate")
    assert session.modified
    session.mark_saved()
    assert not session.modified
    session.undo()
    assert session.modified


def test_opening_forgets_the_history(session: Session) -> None:
    session.edit(with_rate(session.scenario, 0.1), "Change learning rate")
    other = default_scenario().with_problem(ProblemSpec.of("himmelblau"))
    session.set_cursor(7)
    session.open(other, None)
    assert session.scenario == other
    assert (session.undo_label, session.cursor, session.modified) == (None, 0, False)
    assert session.problem.id == "himmelblau"


def test_what_was_made_is_not_made_again(session: Session) -> None:
    first, made = session.scenario, session.made
    assert made == (session.problem, session.runs)
    session.edit(with_rate(first, 0.1), "Change learning rate")
    # Not the runs of the scenario: those have to come.
    assert session.made is None
    session.open(default_scenario().with_problem(ProblemSpec.of("himmelblau")))
    session.open(first, None, made)
    assert (session.problem, session.runs, session.made) == (*made, made)
    session.edit(with_rate(first, 0.1), "Change learning rate")
    session.resolve()
    assert session.runs is not made[1]
    session.undo()
    session.resolve()
    assert session.runs is made[1]


def test_a_file_may_have_changed(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "points.csv"
    path.write_text("x,y\n1,2\n2,4\n")
    linear = session.scenario
    problem = replace(linear.problem, data=CsvData("points.csv", "x", "y"))
    session.open(replace(linear, problem=problem), tmp_path)
    assert session.made is None


def test_a_bad_scenario_is_not_opened(session: Session) -> None:
    first, runs = session.scenario, session.runs
    bad = replace(first, start=(0.0,))
    with pytest.raises(ScenarioError):
        session.open(bad, None)
    assert session.scenario == first
    assert session.runs is runs


def test_a_cancelled_drag_has_never_been(session: Session) -> None:
    session.edit(with_rate(session.scenario, 0.1), "Change learning rate")
    session.edit(with_rate(session.scenario, 0.05), "Change learning rate")
    session.undo()
    session.resolve()
    session.set_cursor(7)
    before, runs, problem = session.scenario, session.runs, session.problem
    for i in (1, 2):
        session.edit(replace(before, start=(float(i), 0.0)), "Move the start", finished=False)
        session.resolve()
        session.set_cursor(0)
    assert session.before is runs
    session.cancel()
    session.resolve()
    assert session.scenario == before
    assert (session.runs, session.problem, session.cursor) == (runs, problem, 7)
    assert session.before == ()
    assert (session.undo_label, session.redo_label) == ("Change learning rate",) * 2
    session.redo()
    assert session.scenario == with_rate(before, 0.05)
    # With no drag under way there is nothing to cancel.
    session.cancel()
    assert session.scenario == with_rate(before, 0.05)


def test_what_was_checked_is_not_worked_out_again(session: Session) -> None:
    """A problem of a million rows takes its time: an edit is checked before it is shown."""
    scenario = session.scenario
    edited = replace(scenario, problem=ProblemSpec.of("himmelblau"))
    problem = session.check(edited)
    assert problem is not session.problem
    session.edit(edited, "Change problem")
    session.resolve()
    assert session.problem is problem
    session.edit(scenario, "Change problem")
    session.resolve()
    assert session.problem is not problem
    assert session.problem.rows == 4
