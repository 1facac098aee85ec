"""Where each start ends, and what each learning rate leads to."""

from __future__ import annotations

import numpy as np
import pytest

from gdsim.engine.lane import Order
from gdsim.engine.maps import (
    LOOK,
    NOWHERE,
    UNKNOWN,
    BasinMap,
    RateSweep,
    basins,
    changed,
    counts,
    grid,
    sweep_rates,
)
from gdsim.engine.run import Outcome
from gdsim.engine.schedules import Exponential
from gdsim.engine.simulate import simulate
from gdsim.engine.stopping import Stop
from gdsim.engine.swarm import CHUNK
from tests.engine.descents import HIMMELBLAU, article_0, formula, lane

#: The four minima of Himmelblau's function (Applied Nonlinear Programming, 1972), 0 in each.
MINIMA = (
    (3.0, 2.0),
    (-2.805118086952745, 3.131312518250573),
    (-3.779310253377747, -3.283185991286170),
    (3.584428340330492, -1.848126526964404),
)
SIDE = ((-4.5, 4.5), (-4.5, 4.5))


def basin_map(rate: float, order: Order, starts: np.ndarray, steps: int = 1000) -> BasinMap:
    one = lane("gd", rate, order)
    *_, last = basins(formula(HIMMELBLAU), starts, one, targets=MINIMA, max_steps=steps)
    return last


@pytest.mark.parametrize(("rate", "percent"), [(0.005, 0.4), (0.01, 0.9), (0.014, 1.2)])
def test_the_share_of_starts_that_change_their_minimum(rate: float, percent: float) -> None:
    starts = grid(SIDE, 121, 121)
    together, apart = (basin_map(rate, order, starts) for order in ("synchronous", "sequential"))
    assert (together.end >= 0).all()
    assert (apart.end >= 0).all()
    assert round(100 * changed(together, apart).mean(), 1) == percent


@pytest.mark.parametrize("order", ["synchronous", "sequential"])
@pytest.mark.parametrize("id", ["gd", "adam", "momentum"])
def test_every_start_ends_where_its_own_run_ends(order: Order, id: str) -> None:
    rate = {"gd": 0.01, "adam": 0.1, "momentum": 0.003}[id]
    problem, one = formula(HIMMELBLAU), lane(id, rate, order)
    starts = grid(SIDE, 7, 7)
    *_, found = basins(problem, starts, one, targets=MINIMA)
    for start, end, steps in zip(starts, found.end, found.steps, strict=True):
        (run,) = simulate(problem, start, [one], stop=Stop(1000))
        distance = np.linalg.norm(run.theta - MINIMA[end], axis=1)
        assert distance[-1] < 0.05  # Adam keeps swinging around it
        assert steps % LOOK == 0
        assert distance[steps] <= 1e-3


def test_progress_is_told_and_the_map_fills_up() -> None:
    starts = grid(SIDE, 100, 50)
    seen, known = [], []
    for part in basins(formula(HIMMELBLAU), starts, lane(), targets=MINIMA):
        seen.append(part.progress)
        known.append(int((part.end != UNKNOWN).sum()))
        whole = int(part.progress * len(starts)) // CHUNK * CHUNK
        assert (part.end[:whole] != UNKNOWN).all()
    assert len(seen) > -(-len(starts) // CHUNK)
    assert seen == sorted(seen)
    assert known == sorted(known)
    assert (seen[-1], known[-1]) == (1.0, len(starts))


def test_counts_of_a_map() -> None:
    starts = np.array([[4.4, 4.4], [3.0, 2.0], [3.1, 2.1], [3.5, -1.8]])
    *_, found = basins(formula(HIMMELBLAU), starts, lane("gd", 0.02), targets=MINIMA, max_steps=800)
    assert counts(found).tolist() == [int((found.end == i).sum()) for i in (0, 1, 2, 3, NOWHERE)]
    assert counts(found).sum() == 4
    assert counts(found)[0] >= 2


def test_no_piece_of_work_takes_long() -> None:
    """A window does some of it in each frame; steps between two pieces are what can be counted."""
    work = basins(formula(HIMMELBLAU), grid(SIDE, 60, 30), lane("gd", 1e-6), targets=MINIMA)
    assert sum(1 for _ in work) >= 1000 / 32


def test_a_map_that_is_not_asked_on_is_cancelled() -> None:
    work = basins(formula(HIMMELBLAU), grid(SIDE, 1000, 1000), lane(), targets=MINIMA)
    first = next(work)
    work.close()
    assert 0 < first.progress < 0.01


def test_no_starts_make_an_empty_map() -> None:
    (only,) = basins(formula(HIMMELBLAU), np.empty((0, 2)), lane(), targets=MINIMA)
    assert only.progress == 1.0


def test_diverging_and_unfinished_starts_end_nowhere() -> None:
    starts = np.array([[4.4, 4.4], [3.0, 2.0], [0.1, 0.1]])
    *_, wild = basins(formula(HIMMELBLAU), starts, lane("gd", 0.1), targets=MINIMA)
    assert wild.end[0] == NOWHERE
    assert wild.steps[0] < 100
    assert wild.end[1] == 0
    *_, short = basins(formula(HIMMELBLAU), starts, lane("gd", 0.001), targets=MINIMA, max_steps=16)
    assert short.end.tolist() == [NOWHERE, 0, NOWHERE]
    assert short.steps.tolist() == [16, 0, 16]


def test_a_minimum_that_repels_is_not_an_end() -> None:
    """At α = 0.05 every minimum of Himmelblau's function is unstable (2/λmax ≤ 0.029)."""
    starts = grid(SIDE, 21, 21)
    found = basin_map(0.05, "synchronous", starts)
    away = np.linalg.norm(starts[:, None] - np.array(MINIMA), axis=2).min(axis=1)
    assert (found.end[away > 1e-3] == NOWHERE).all()


def test_maps_of_problems_with_data() -> None:
    *_, found = basins(article_0(), grid(((-3, 3), (-3, 3)), 5, 5), lane("gd", 0.2))
    assert (found.end == 0).all()


def test_a_grid_has_its_borders_and_the_first_axis_fastest() -> None:
    points = grid(((-1, 1), (0, 10)), 3, 2)
    assert points.tolist() == [[-1, 0], [0, 0], [1, 0], [-1, 10], [0, 10], [1, 10]]
    assert grid(((-1, 1),), 3).tolist() == [[-1], [0], [1]]


# ---- sweeps


def sweep(order: Order, rates: list[float], **settings: object) -> RateSweep:
    *_, last = sweep_rates(article_0(), (0, 0), lane("gd", 0.1, order), rates, **settings)
    return last


@pytest.mark.parametrize("order", ["synchronous", "sequential"])
def test_every_rate_ends_as_its_own_run(order: Order) -> None:
    rates = [0.003, 0.05, 0.1, 0.2, 0.23, 0.239, 0.24, 0.25, 0.3, 0.315, 0.317, 0.5, 2.0]
    found = sweep(order, rates)
    for rate, outcome, steps in zip(rates, found.outcomes, found.steps, strict=True):
        stop = Stop(1000, gradient_norm=1e-6)
        (run,) = simulate(article_0(), (0, 0), [lane("gd", rate, order)], stop=stop)
        assert outcome is run.ending.outcome
        assert steps == run.steps


def test_the_sweep_finds_the_limits_of_both_orders() -> None:
    """0.23951… and 0.31612…: below converges, above diverges."""
    rates = [0.2385, 0.2405, 0.3145, 0.3175]
    together = sweep("synchronous", rates, max_steps=3000)
    apart = sweep("sequential", rates, max_steps=3000)
    good, bad = Outcome.CONVERGED, Outcome.DIVERGED
    assert together.outcomes == [good, bad, bad, bad]
    assert apart.outcomes == [good, good, good, bad]


def test_the_sweep_tells_its_progress() -> None:
    parts = list(sweep_rates(article_0(), (0, 0), lane(), [0.001, 0.1], max_steps=500))
    progress = [part.progress for part in parts]
    assert progress == sorted(progress)
    assert progress[-1] == 1.0
    assert len(progress) > 5


def test_a_schedule_keeps_its_shape() -> None:
    from dataclasses import replace

    shape = replace(lane(), learning_rate=Exponential(0.2, 0.9))
    *_, found = sweep_rates(article_0(), (0, 0), shape, [0.1, 0.24], max_steps=300)
    for rate, steps in zip((0.1, 0.24), found.steps, strict=True):
        one = replace(lane(), learning_rate=Exponential(rate, 0.9))
        (run,) = simulate(article_0(), (0, 0), [one], stop=Stop(300, gradient_norm=1e-6))
        assert abs(int(steps) - run.steps) <= 1
