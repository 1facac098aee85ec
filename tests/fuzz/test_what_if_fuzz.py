"""What-if: whatever is changed "from here on", nothing that was seen before changes by a bit."""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
import pytest

from gdsim.engine import Lane
from gdsim.engine.optimizers import OPTIMIZERS, make_optimizer
from gdsim.engine.run import Run
from gdsim.engine.schedules import SCHEDULES, Piecewise, Schedule
from gdsim.scenario import Scenario, default_scenario
from gdsim.ui.panels import parameters_edits as edits

RATES = (0.003, 0.01, 0.1, 0.2, 0.3, 1.0)


def schedule(chance: random.Random) -> Schedule:
    kind, rate = chance.choice(SCHEDULES), chance.choice(RATES)
    if kind is Piecewise:
        return Piecewise(((0, rate), (chance.randint(1, 20), chance.choice(RATES))))
    return kind(rate)


def lane(chance: random.Random) -> Lane:
    kind = chance.choice(OPTIMIZERS)
    orders = ["synchronous", "sequential"] if kind.elementwise else ["synchronous"]
    optimizer = make_optimizer(kind.id)
    return Lane(chance.choice(orders), optimizer=optimizer, learning_rate=schedule(chance))


def scene(chance: random.Random) -> Scenario:
    lanes = tuple(lane(chance) for _ in range(chance.randint(1, 4)))
    made = replace(default_scenario(), lanes=lanes)
    return edits.with_variant(made, chance.choice(["batch", "sgd", "mini-batch"]))


def changed(scenario: Scenario, step: int, chance: random.Random) -> Scenario:
    lanes = [None, *range(len(scenario.lanes))]
    aim = edits.Aim(chance.choice(lanes), step)
    if chance.random() < 0.5:
        return edits.with_rate(scenario, chance.choice(RATES), aim)
    return edits.with_schedule(scenario, schedule(chance), aim)


def same_until(before: Run, after: Run, step: int) -> None:
    for name in ("theta", "loss", "grad"):
        old, new = getattr(before, name)[: step + 1], getattr(after, name)[: step + 1]
        assert np.array_equal(old, new, equal_nan=True), name
    for name in ("learning_rate", "used", "delta"):
        old, new = getattr(before, name)[:step], getattr(after, name)[:step]
        assert np.array_equal(old, new, equal_nan=True), name


@pytest.mark.parametrize("number", range(3))
def test_what_was_seen_stays(number: int, fuzz_scale: int, fuzz_seed: int) -> None:
    chance = random.Random(f"{fuzz_seed} {number}")
    for _ in range(15 * fuzz_scale):
        scenario = scene(chance)
        problem = scenario.make_problem(None)
        runs = scenario.run(problem)
        for _ in range(3):
            step = chance.randint(1, max(1, *(run.steps for run in runs)))
            scenario = changed(scenario, step, chance)
            after = scenario.run(problem)
            for old, new in zip(runs, after, strict=True):
                same_until(old, new, step)
            runs = after
