"""The table of a run, beside what the command line's tests look at."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gdsim.engine import Lane, Run, Variant, make_optimizer
from gdsim.engine.schedules import SCHEDULES, Constant
from gdsim.export import lane_label, trace_columns, trace_rows
from gdsim.scenario import default_scenario


def the_run(lane: Lane) -> Run:
    (run,) = replace(default_scenario(), lanes=(lane,)).run()
    return run


def test_an_epoch_is_a_pass_over_the_data() -> None:
    rows = list(trace_rows(the_run(Lane(variant=Variant("mini-batch", 3))), 0))
    assert [row[2] for row in rows[:4]] == [0.0, 0.5, 1.0, 1.5]


def test_columns_and_rows_have_the_same_width() -> None:
    run = the_run(Lane())
    assert {len(row) for row in trace_rows(run, 0)} == {len(trace_columns(run.problem.names))}


@pytest.mark.parametrize("kind", SCHEDULES, ids=lambda kind: kind.id)
def test_the_learning_rate_of_a_row_is_that_of_its_step(kind: type) -> None:
    schedule = kind()
    run = the_run(Lane(learning_rate=schedule))
    written = [row[3] for row in trace_rows(run, 0)]
    assert written[:-1] == run.learning_rate.tolist()
    assert written == schedule.rates(run.steps + 1).tolist()


def test_labels() -> None:
    adam = make_optimizer("adam")
    rate = Constant(0.1)
    assert lane_label(Lane(), ("w",)) == "synchronous, gd, learning rate 0.01"
    assert lane_label(Lane("sequential", (1, 0), adam, rate), ("w", "b")) == (
        "sequential (b, w), adam, learning rate 0.1"
    )
    assert lane_label(Lane(name="同步"), ("w", "b")) == "同步"
