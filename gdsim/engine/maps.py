"""Maps over many descents: where each start ends, and what each learning rate leads to.

Both are generators that give what is known so far, again and again, with the ``progress`` made;
whoever does not ask on has cancelled.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from gdsim.engine.lane import Lane
from gdsim.engine.problems.base import Box, Problem
from gdsim.engine.run import Outcome
from gdsim.engine.simulate import BATCH
from gdsim.engine.stopping import LOSS_BOUND, PARAMETER_BOUND
from gdsim.engine.swarm import CHUNK, Swarm
from gdsim.engine.variants import Variant

Array = NDArray[np.float64]
Whole = NDArray[np.intp]

#: Marks in `BasinMap.end`: not looked at yet; in no minimum (diverged, or still under way).
UNKNOWN, NOWHERE = -2, -1
#: Steps between two looks at where the descents are.
LOOK = 8
#: Steps of a chunk, and of a sweep, between two times that what is known is given back.
_PAUSE, _SWEEP_STEPS = 4 * LOOK, 10


@dataclass(frozen=True)
class BasinMap:
    """Where each of n starts ends. Arrays are filled as the work goes on.

    ``starts`` (n, d). ``targets`` (k, d): the minima. ``end`` (n,): index of the target reached,
    `NOWHERE` or `UNKNOWN`. ``steps`` (n,): steps until it was reached (or given up), a multiple of
    `LOOK`. ``progress`` from 0 to 1.
    """

    starts: Array
    targets: Array
    end: Whole
    steps: Whole
    progress: float


def grid(box: Box, columns: int, rows: int = 1) -> Array:
    """Evenly spaced points of a box with its borders, the first axis fastest; (n, d)."""
    axes = [np.linspace(*side, count) for side, count in zip(box, (columns, rows), strict=False)]
    return np.stack([axis.ravel() for axis in np.meshgrid(*axes)], axis=-1)


def basins(
    problem: Problem,
    starts: Array,
    lane: Lane,
    *,
    targets: Sequence[Sequence[float]] | None = None,
    max_steps: int = 1000,
    tolerance: float = 1e-3,
    variant: Variant = BATCH,
) -> Iterator[BasinMap]:
    """The map of ``lane`` from ``starts`` (n, d) to ``targets`` (default: the known minima).

    A target is reached when the descent is within ``tolerance`` (unit of θ) of it at one look and
    no farther at the next. Yields after a millisecond or so of work; the last map has progress 1.
    """
    starts = np.asarray(starts, dtype=float)
    places = [place for place, _ in problem.minima] if targets is None else targets
    goals = np.array(places, dtype=float).reshape(-1, problem.dimension)
    end = np.full(len(starts), UNKNOWN, dtype=np.intp)
    steps = np.zeros(len(starts), dtype=np.intp)
    known = BasinMap(starts, goals, end, steps, 0.0)
    rates = lane.learning_rate.rates(max_steps).tolist()
    for first in range(0, len(starts), CHUNK):
        part = slice(first, first + CHUNK)
        swarm = Swarm(problem, lane, starts[part], max_steps, lane.variant or variant)
        count = len(swarm.theta)
        for share in _settle(swarm, goals, rates, tolerance, end[part], steps[part]):
            yield replace(known, progress=(first + share * count) / len(starts))
    yield replace(known, progress=1.0)


def _settle(
    swarm: Swarm, goals: Array, rates: list[float], tolerance: float, end: Whole, steps: Whole
) -> Iterator[float]:
    """Fill in target and steps of each descent of a chunk; those that settle are left behind.

    Yields the share of the work that is done (below 1) from time to time.
    """
    theta = swarm.theta
    far = PARAMETER_BOUND * np.maximum(1.0, np.linalg.norm(theta, axis=1)).max(initial=1.0)
    steps[:] = len(rates)
    active = np.arange(len(theta))
    nearest, before = _nearest(theta, goals)
    for made in range(0, len(rates), LOOK):
        if not active.size:
            break
        swarm.advance(rates[made : made + LOOK])
        theta = swarm.theta
        target, away = _nearest(theta, goals)
        settled = (target == nearest) & (before <= tolerance) & (away <= before)
        lost = ~(np.abs(theta).max(axis=1) <= far)
        end[active[settled]], steps[active[settled]] = target[settled], made
        end[active[lost]], steps[active[lost]] = NOWHERE, swarm.made
        staying = ~(settled | lost)
        nearest, before = target, away
        if not staying.all():
            active, nearest, before = active[staying], nearest[staying], before[staying]
            swarm.keep(staying)
        if swarm.made % _PAUSE == 0 and active.size:
            yield min(0.99, max(swarm.made / len(rates), 1 - len(active) / len(end)))
    end[active] = np.where(before <= tolerance, nearest, NOWHERE)


def _nearest(theta: Array, goals: Array) -> tuple[Whole, Array]:
    """Index of the nearest target, (n,), and the distance to it, (n,); inf without targets."""
    index = np.zeros(len(theta), dtype=np.intp)
    best = np.full(len(theta), np.inf)
    with np.errstate(all="ignore"):
        for i, goal in enumerate(goals):
            away = np.sqrt(((theta - goal) ** 2).sum(axis=1))
            closer = away < best
            index[closer], best[closer] = i, away[closer]
    return index, best


def counts(basin_map: BasinMap) -> Whole:
    """How many of the known starts end in each target, and last how many in none; (k + 1,)."""
    known = basin_map.end[basin_map.end != UNKNOWN]
    nowhere = len(basin_map.targets)
    return np.bincount(np.where(known < 0, nowhere, known), minlength=nowhere + 1)


def changed(first: BasinMap, second: BasinMap) -> NDArray[np.bool_]:
    """Where two maps of the same starts reach different minima; (n,)."""
    both = (first.end >= 0) & (second.end >= 0)
    return np.asarray(both & (first.end != second.end))


@dataclass(frozen=True)
class RateSweep:
    """What each of n learning rates leads to. Arrays are filled as the work goes on.

    ``rates`` (n,). ``outcomes`` (n,): `STEP_LIMIT` for those still under way. ``steps`` (n,): steps
    until the gradient norm was small enough, or the descent had diverged. ``progress`` 0 to 1.
    """

    rates: Array
    outcomes: list[Outcome]
    steps: Whole
    progress: float


def sweep_rates(
    problem: Problem,
    start: Sequence[float],
    lane: Lane,
    rates: Sequence[float],
    *,
    gradient_norm: float = 1e-6,
    max_steps: int = 1000,
    variant: Variant = BATCH,
) -> Iterator[RateSweep]:
    """Steps that ``lane`` needs from ``start`` for each of ``rates``, until ‖∇J‖ ≤ gradient_norm.

    A schedule keeps its shape: its rates are multiplied by rate/first. The bounds of divergence
    are those of `Stop`. The last sweep has progress 1.
    """
    alphas = np.array(rates, dtype=float)
    # A schedule that begins at 0 has no shape to keep.
    shape = lane.learning_rate.rates(max_steps) / (lane.learning_rate.first or np.inf)
    starts = np.tile(np.array(start, dtype=float), (len(alphas), 1))
    swarm = Swarm(problem, lane, starts, max_steps, lane.variant or variant)
    judge = _Judge(problem, starts, gradient_norm)
    outcomes = [Outcome.STEP_LIMIT] * len(alphas)
    steps = np.full(len(alphas), max_steps, dtype=np.intp)
    active = np.arange(len(alphas))
    for made in range(max_steps + 1):
        verdicts = judge.verdicts(swarm.theta)
        for outcome, holds in verdicts:
            for i in active[holds]:
                outcomes[i], steps[i] = outcome, made
        staying = ~np.logical_or.reduce([holds for _, holds in verdicts])
        if not staying.all():
            active = active[staying]
            swarm.keep(staying)
        if made == max_steps or not active.size:
            break
        if made % _SWEEP_STEPS == _SWEEP_STEPS - 1:
            yield RateSweep(alphas, outcomes, steps, made / max_steps)
        swarm.advance([alphas[active] * shape[made]])
    yield RateSweep(alphas, outcomes, steps, 1.0)


class _Judge:
    """The stopping rules of a sweep, for many descents at one step."""

    def __init__(self, problem: Problem, starts: Array, gradient_norm: float) -> None:
        self._problem, self._small = problem, gradient_norm
        begin = starts[:1]
        self._far = PARAMETER_BOUND * max(1.0, float(np.linalg.norm(begin)))
        loss = abs(float(problem.value(begin)[0])) if len(begin) else 1.0
        self._high = LOSS_BOUND * max(1.0, loss)

    def verdicts(self, theta: Array) -> list[tuple[Outcome, NDArray[np.bool_]]]:
        """Which of the descents at θ (n, d) have converged or failed, and how; each (n,)."""
        loss, grad = self._problem.value(theta), self._problem.gradient(theta)
        with np.errstate(all="ignore"):
            finite = np.isfinite(theta).all(axis=1)
            beyond = finite & (np.linalg.norm(theta, axis=1) > self._far)
            defined = finite & np.isfinite(loss) & np.isfinite(grad).all(axis=1)
            high = defined & (np.abs(loss) > self._high)
            small = np.linalg.norm(grad, axis=1) <= self._small
        return [
            (Outcome.CONVERGED, defined & small & ~beyond & ~high),
            (Outcome.NON_FINITE, ~defined & ~beyond),
            (Outcome.DIVERGED, beyond | high),
        ]
