"""Learning-rate schedules against PyTorch's recorded rates and by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from gdsim.engine.errors import ScenarioError
from gdsim.engine.schedules import (
    SCHEDULES,
    Constant,
    Cosine,
    Exponential,
    InverseTime,
    Piecewise,
    Schedule,
    StepDecay,
    change_from,
)
from tests.engine.descents import HIMMELBLAU, descend, formula, lane

TORCH = json.loads((Path(__file__).parent / "torch_trajectories.json").read_text("utf-8"))
BY_ID = {kind.id: kind for kind in SCHEDULES}

EXAMPLES: tuple[Schedule, ...] = (
    Constant(0.1),
    StepDecay(0.1, 7, 0.5),
    Exponential(0.1, 0.97),
    InverseTime(0.1, 0.05),
    Cosine(0.1, 40, 0.001),
    Piecewise(((0, 0.1), (10, 0.2), (40, 0.01))),
)


def test_the_ids_of_the_file_format() -> None:
    ids = [kind.id for kind in SCHEDULES]
    assert ids == ["constant", "step", "exponential", "inverse-time", "cosine", "piecewise"]


@pytest.mark.parametrize("case", TORCH["schedules"], ids=lambda case: case["id"])
def test_agrees_with_pytorch(case: dict[str, Any]) -> None:
    schedule = BY_ID[case["id"]](**case["values"])
    np.testing.assert_allclose(schedule.rates(len(case["rates"])), case["rates"], rtol=1e-13)


def test_cosine_stays_down() -> None:
    rates = Cosine(0.1, 10, 0.02).rates(30)
    assert rates[0] == 0.1
    np.testing.assert_allclose(rates[10:], 0.02, rtol=1e-15)
    assert (np.diff(rates[:11]) < 0).all()


def test_inverse_time_by_hand() -> None:
    rates = InverseTime(0.5, 0.25).rates(5).tolist()
    assert rates == [0.5, 0.5 / 1.25, 0.5 / 1.5, 0.5 / 1.75, 0.25]


def test_piecewise_by_hand() -> None:
    schedule = Piecewise(((0, 0.1), (2, 0.3), (5, 0.01)))
    assert schedule.rates(7).tolist() == [0.1, 0.1, 0.3, 0.3, 0.3, 0.01, 0.01]
    assert schedule.rates(0).tolist() == []


@pytest.mark.parametrize("schedule", EXAMPLES, ids=lambda one: one.id)
def test_every_schedule(schedule: Schedule) -> None:
    rates = schedule.rates(100)
    assert rates.shape == (100,)
    assert rates.dtype == np.float64
    assert (rates > 0).all()
    assert schedule.first == rates[0] == 0.1
    np.testing.assert_array_equal(schedule.rates(37), rates[:37])
    assert hash(schedule) == hash(type(schedule)(*(getattr(schedule, f) for f in fields(schedule))))
    assert schedule.title


def fields(schedule: Schedule) -> list[str]:
    return ["pieces"] if isinstance(schedule, Piecewise) else [p.name for p in schedule.params]


@pytest.mark.parametrize("kind", SCHEDULES, ids=lambda kind: kind.id)
def test_defaults_are_those_that_are_declared(kind: type[Schedule]) -> None:
    assert kind() == kind(**{spec.name: spec.default for spec in kind.params})


@pytest.mark.parametrize("schedule", EXAMPLES, ids=lambda one: one.id)
@pytest.mark.parametrize("step", [1, 7, 25, 60])
def test_a_change_from_here_on_keeps_every_earlier_rate(schedule: Schedule, step: int) -> None:
    changed = change_from(schedule, step, 0.05)
    rates = changed.rates(100)
    assert rates[:step].tobytes() == schedule.rates(step).tobytes()
    assert (rates[step:] == 0.05).all()
    if isinstance(changed, Piecewise):
        assert Piecewise.read(changed.pieces, "rates") == changed


@pytest.mark.parametrize(
    "schedule", [Cosine(0.1, 20, 0.0), Exponential(0.1, 2.0), Exponential(0.1, 0.01)], ids=str
)
@pytest.mark.parametrize("step", [21, 400, 1500])
def test_a_change_after_the_schedule_has_ended_can_be_written_to_a_file(
    schedule: Schedule, step: int
) -> None:
    """A cosine ends at 0; what grows ends at infinity, which a file cannot hold."""
    changed = change_from(schedule, step, 0.05)
    assert isinstance(changed, Piecewise)
    assert Piecewise.read([list(pair) for pair in changed.pieces], "rates") == changed
    seen = np.minimum(schedule.rates(step), 1e300)
    assert changed.rates(step).tobytes() == seen.tobytes()


def test_another_schedule_from_here_on() -> None:
    changed = change_from(Constant(0.2), 3, Exponential(0.1, 0.5), 6)
    assert changed == Piecewise(((0, 0.2), (3, 0.1), (4, 0.05), (5, 0.025)))
    assert change_from(Constant(0.2), 0, Exponential(0.1, 0.5), 6) == Exponential(0.1, 0.5)
    # Beyond the end of the run there is one rate at least, so that the edit is not lost.
    assert change_from(Constant(0.2), 6, Exponential(0.1, 0.5), 6) == Piecewise(
        ((0, 0.2), (6, 0.1))
    )


def test_changes_can_be_made_again_and_again() -> None:
    schedule = change_from(change_from(Constant(0.1), 40, 0.01), 60, 0.2)
    assert schedule == Piecewise(((0, 0.1), (40, 0.01), (60, 0.2)))
    assert change_from(schedule, 50, 0.3) == Piecewise(((0, 0.1), (40, 0.01), (50, 0.3)))
    assert change_from(schedule, 0, 0.3) == Constant(0.3)
    assert change_from(Constant(0.1), 9, 0.1) == Constant(0.1)


def test_a_change_keeps_the_path_up_to_it() -> None:
    from dataclasses import replace

    problem, one = formula(HIMMELBLAU), lane("adam", 0.05)
    before = descend(problem, (0.5, -0.5), one, 100)
    later = replace(one, learning_rate=change_from(one.learning_rate, 40, 0.01))
    after = descend(problem, (0.5, -0.5), later, 100)
    assert after.theta[:41].tobytes() == before.theta[:41].tobytes()
    assert after.theta[41].tolist() != before.theta[41].tolist()


def test_many_pieces_are_those_that_were_asked_for() -> None:
    cosine = Cosine(0.1, 100_000)
    schedule = change_from(cosine, 90_000, 0.05)
    assert isinstance(schedule, Piecewise)
    assert len(schedule) == len(schedule.pieces) == 90_001 - (schedule.values[-2] == 0.05)
    assert schedule == Piecewise(schedule.pieces) == change_from(cosine, 90_000, 0.05)
    assert hash(schedule) == hash(Piecewise(schedule.pieces))
    assert schedule != change_from(cosine, 90_000, 0.06)
    assert schedule.rates(95_000)[:90_000].tobytes() == cosine.rates(90_000).tobytes()
    assert len(repr(schedule)) < 500


def test_pieces_that_are_equal_have_the_same_bits() -> None:
    assert Piecewise(((0, 0.1), (5, -0.0))) == Piecewise(((0, 0.1), (5, 0.0)))
    assert Piecewise.read([[0, 1], [5.0, 0]], "rates").pieces == ((0, 1.0), (5, 0.0))


def test_piecewise_from_a_file() -> None:
    assert Piecewise.read([[0, 0.1], [40, 0.01]], "rates") == Piecewise(((0, 0.1), (40, 0.01)))


@pytest.mark.parametrize(
    ("value", "field"),
    [
        ([], "rates"),
        (0.1, "rates"),
        ([[0, 0.1], 5], r"rates\[1\]"),
        ([[0, 0.1, 3]], r"rates\[0\]"),
        ([[1, 0.1]], r"rates\[0\]\[0\]"),
        ([[0, 0.1], [0, 0.2]], r"rates\[1\]\[0\]"),
        ([[0, 0.1], [2.5, 0.2]], r"rates\[1\]\[0\]"),
        ([[0, 0.1], [True, 0.2]], r"rates\[1\]\[0\]"),
        ([[0, -0.1]], r"rates\[0\]\[1\]"),
        ([[0, float("nan")]], r"rates\[0\]\[1\]"),
        ([[0, "fast"]], r"rates\[0\]\[1\]"),
        ([[0, 0.1], [10**9, 0.2]], r"rates\[1\]\[0\]"),
    ],
)
def test_piecewise_refuses(value: object, field: str) -> None:
    with pytest.raises(ScenarioError, match=f"^{field}: "):
        Piecewise.read(value, "rates")
