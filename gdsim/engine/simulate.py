"""`simulate` turns a problem, a start and lanes into recorded runs. Pure: same input, same bits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from gdsim.engine.errors import ScenarioError
from gdsim.engine.lane import Lane
from gdsim.engine.problems.base import Problem
from gdsim.engine.recorder import Recorder
from gdsim.engine.run import Ending, Outcome, Run
from gdsim.engine.stopping import Stop
from gdsim.engine.text import N_, Term
from gdsim.engine.variants import Indices, Variant

Array = NDArray[np.float64]

#: Steps made before the stopping rules are looked at; doubled each time.
FIRST_CHUNK = 1024

BATCH = Variant()
DEFAULT_STOP = Stop()


def simulate(
    problem: Problem,
    start: Sequence[float],
    lanes: Iterable[Lane],
    *,
    stop: Stop = DEFAULT_STOP,
    variant: Variant = BATCH,
) -> tuple[Run, ...]:
    """The recorded descent of each lane from the same start (d numbers), in the lanes' order.

    Lanes with the same variant see the same rows at the same step. Diverging is an `Outcome`.
    Raises `ScenarioError` where the start or a lane does not fit the problem.

    >>> from gdsim.engine.lane import Lane
    >>> from gdsim.engine.problems.regression import LinearRegression
    >>> problem = LinearRegression([1, 2, 3, 4], [3, 5, 7, 9])
    >>> run, = simulate(problem, [0, 0], [Lane()], stop=Stop(max_steps=1))
    >>> run.theta[1].round(12).tolist()
    [0.175, 0.06]
    """
    point = tuple(float(number) for number in start)
    if len(point) != problem.dimension:
        raise ScenarioError("start", N_("must have {count} numbers"), count=problem.dimension)
    draws: dict[Variant, Indices | None] = {}
    runs = []
    for lane in lanes:
        check_lane(problem, lane)
        sampling = lane.variant or variant
        if sampling not in draws:
            draws[sampling] = _frozen_or_none(sampling.draw(problem.rows, stop.max_steps))
        runs.append(_run(problem, point, lane, stop, sampling, draws[sampling]))
    return tuple(runs)


def check_lane(problem: Problem, lane: Lane) -> None:
    """Raise `ScenarioError` if the lane cannot run on the problem."""
    if lane.coordinates and sorted(lane.coordinates) != list(range(problem.dimension)):
        raise ScenarioError(
            "coordinates",
            N_("must name each of the {count} parameters once"),
            count=problem.dimension,
        )
    if lane.order == "sequential" and not lane.optimizer.kind.elementwise:
        raise ScenarioError(
            "order",
            N_("{optimizer} mixes the coordinates, so it has no sequential form"),
            optimizer=Term(lane.optimizer.kind.title),
        )


def _run(
    problem: Problem,
    start: tuple[float, ...],
    lane: Lane,
    stop: Stop,
    variant: Variant,
    batch: Indices | None,
) -> Run:
    rates = lane.learning_rate.rates(stop.max_steps)
    recorder = Recorder(problem, start, lane, problem.objective(batch, stop.max_steps))
    path = _Path(problem, start, recorder, reuse=lane.order == "synchronous" and batch is None)
    chunk = FIRST_CHUNK
    found = stop.find(path.theta, path.loss, path.grad, 0)
    while found is None and recorder.made < stop.max_steps:
        first = recorder.made
        path.extend(*recorder.advance(rates[first : first + chunk].tolist()))
        found = stop.find(path.theta, path.loss, path.grad, first + 1)
        chunk *= 2
    steps, ending = found or (stop.max_steps, _limit(stop))
    used, delta, state = recorder.columns(steps)
    return Run(
        lane=lane,
        problem=problem,
        theta=_frozen(path.theta[: steps + 1]),
        loss=_frozen(path.loss[: steps + 1]),
        grad=_frozen(path.grad[: steps + 1]),
        used=_frozen(used),
        delta=_frozen(delta),
        learning_rate=_frozen(rates[:steps]),
        state={name: _frozen(values) for name, values in state.items()},
        batch=None if batch is None else batch[:steps],
        steps_per_epoch=variant.steps_per_epoch(problem.rows),
        ending=ending,
    )


def _limit(stop: Stop) -> Ending:
    return Ending(Outcome.STEP_LIMIT, "max_steps", float(stop.max_steps), float(stop.max_steps))


class _Path:
    """θ, J(θ) and ∇J(θ) at every step made so far, shapes (T+1, d), (T+1,), (T+1, d).

    Where each step used the full gradient at its own θ (``reuse``), those very numbers are the
    gradient of the path, and only the last point's has to be worked out.
    """

    def __init__(
        self, problem: Problem, start: tuple[float, ...], recorder: Recorder, *, reuse: bool
    ) -> None:
        self._problem, self._recorder, self._reuse = problem, recorder, reuse
        self.theta = np.array([start])
        self.loss = problem.value(self.theta)
        self.grad = recorder.gradient() if reuse else problem.gradient(self.theta)

    def extend(self, theta: Array, used: Array) -> None:
        """Take up n steps: θ before and after each, shape (n+1, d), and the partials used."""
        self.loss = np.concatenate((self.loss, self._problem.value(theta[1:])))
        if self._reuse:
            self.grad = np.concatenate((self.grad, used[1:], self._recorder.gradient()))
        else:
            self.grad = np.concatenate((self.grad, self._problem.gradient(theta[1:])))
        self.theta = theta if len(self.theta) == 1 else np.concatenate((self.theta, theta[1:]))


def _frozen(array: Array) -> Array:
    array = np.ascontiguousarray(array)
    array.setflags(write=False)
    return array


def _frozen_or_none(batch: Indices | None) -> Indices | None:
    if batch is not None:
        batch.setflags(write=False)
    return batch
