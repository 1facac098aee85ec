"""A run made piece by piece: the same bits, and nothing false in between."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import numpy as np
import pytest

from gdsim.engine import Lane, LinearRegression, Problem, Run, Stop, make_optimizer, simulate
from gdsim.engine.problems.logistic import LogisticRegression
from gdsim.engine.run import Outcome
from gdsim.engine.schedules import Constant, Cosine
from gdsim.engine.simulate import FIRST_CHUNK, Simulation
from gdsim.engine.variants import Deal, Variant
from tests.engine.descents import HIMMELBLAU, formula

X = np.linspace(-1, 1, 20, dtype=float)
PROBLEMS: dict[str, tuple[Problem, Variant]] = {
    "formula": (formula(HIMMELBLAU), Variant()),
    "line": (LinearRegression(X, 2 * X), Variant("mini-batch", 3, seed=2)),
    "few": (
        LinearRegression(np.arange(1.0, 5.0), 1 + 2 * np.arange(1.0, 5.0)),
        Variant("sgd", replacement=True),
    ),
    "rows": (LogisticRegression(X, (X > 0.1).astype(float)), Variant()),
    "batches": (LogisticRegression(X, (X > 0.1).astype(float)), Variant("mini-batch", 11, seed=1)),
}
LANES = (
    Lane(learning_rate=Constant(0.01)),
    Lane("sequential", (), make_optimizer("adam"), Cosine(0.01, 5000, 0.0)),
    Lane(learning_rate=Constant(1e3)),  # diverges, or is soon at rest
    Lane(variant=Variant("sgd", seed=5), learning_rate=Constant(0.02)),
)


def bits(run: Run, steps: int | None = None) -> dict[str, Any]:
    """Everything that a run records, of its first ``steps`` steps or of all."""
    found: dict[str, Any] = {}
    named = {field.name: getattr(run, field.name) for field in fields(run)}
    named |= {f"state {name}": values for name, values in named.pop("state").items()}
    for name, value in named.items():
        if isinstance(value, np.ndarray):
            points = len(value) - run.steps
            found[name] = value[: None if steps is None else steps + points].tobytes()
        elif steps is None or name not in ("ending", "unfinished"):
            found[name] = value
    return found


@pytest.mark.parametrize("name", PROBLEMS)
def test_looking_in_between_changes_no_bit(name: str) -> None:
    problem, variant = PROBLEMS[name]
    start, stop = (0.3, -0.2), Stop(4 * FIRST_CHUNK)
    whole = simulate(problem, start, LANES, stop=stop, variant=variant)
    simulation = Simulation(problem, start, LANES, stop=stop, variant=variant)
    seen = []
    while not simulation.done:
        simulation.advance()
        seen.append((simulation.made, simulation.runs()))
    assert [bits(run) for run in seen[-1][1]] == [bits(run) for run in whole]
    assert len(seen) > len(LANES)
    for made, drafts in seen[:-1]:
        for draft, run in zip(drafts, whole, strict=True):
            # What was handed out while the run went on still holds, and is the run's beginning.
            assert bits(draft, draft.steps) == bits(run, draft.steps)
            assert draft.steps == min(made, run.steps)


def test_a_draft_says_so() -> None:
    """No lane is ahead of the others, and none is said to have ended before it has."""
    problem, _ = PROBLEMS["formula"]
    simulation = Simulation(problem, (0.3, -0.2), LANES, stop=Stop(50_000))
    for _ in range(len(LANES)):
        simulation.advance()
    runs = simulation.runs()
    assert runs[2].ending.outcome in (Outcome.DIVERGED, Outcome.NON_FINITE)
    assert not runs[2].unfinished
    assert runs[2].steps < 10
    going = [runs[i] for i in (0, 1, 3)]
    assert all(run.unfinished for run in going)
    assert {run.steps for run in going} == {simulation.made} == {FIRST_CHUNK}
    assert not any(run.unfinished for run in simulate(problem, (0.3, -0.2), LANES))


def test_a_lane_that_ends_later_than_the_others_are_is_a_draft_too() -> None:
    lanes = (Lane(learning_rate=Constant(0.01)), Lane(learning_rate=Constant(1e-4)))
    problem = formula("w^2 + b^2")
    simulation = Simulation(problem, (1.0, 1.0), lanes, stop=Stop(50_000, gradient_norm=1e-5))
    simulation.advance()
    runs = simulation.runs()
    assert simulation.made == 0
    assert [run.steps for run in runs] == [0, 0]
    assert all(run.unfinished for run in runs)


@pytest.mark.parametrize("replacement", [True, False])
@pytest.mark.parametrize("size", [1, 3, 4, 50])
def test_what_is_dealt_in_pieces_is_what_is_dealt_at_once(replacement: bool, size: int) -> None:
    variant = Variant("mini-batch", size, replacement, seed=4)
    deal, at_once = Deal(variant, 10), variant.draw(10, 5000)
    first = deal.first(1)
    for steps in (2, 5, 6, 100, 1000, 4000, 4001, 5000):
        np.testing.assert_array_equal(deal.first(steps), at_once[:steps])  # type: ignore[index]
    np.testing.assert_array_equal(first, deal.first(1))
    assert bool((deal.first(5000) >= 0).all()) == variant.whole(10, 5000)


def test_a_piece_of_line_search_is_no_longer_where_hardly_anything_falls_any_more() -> None:
    """A step then looks at the loss dozens of times: in one piece that must not take frames."""
    lane = Lane(optimizer=make_optimizer("line-search"), learning_rate=Constant(1e-3))
    simulation = Simulation(formula(HIMMELBLAU), (0.0, 0.0), [lane], stop=Stop(20_000))
    looks = [0.0]
    while not simulation.done:
        simulation.advance()
        looks.append(float(simulation.runs()[0].state["trials"][1:, 0].sum()))
    assert looks[-1] > 30 * 18_000
    assert max(np.diff(looks)) <= 16_384
