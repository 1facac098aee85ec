"""`simulate` turns a problem, a start and lanes into recorded runs. Pure: same input, same bits.

A `Simulation` is the same, piece by piece, for who cannot wait for a long run.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from gdsim.engine.errors import ScenarioError
from gdsim.engine.growing import Growing
from gdsim.engine.lane import Lane
from gdsim.engine.problems.base import Objective, Problem
from gdsim.engine.recorder import Recorder
from gdsim.engine.run import Ending, Outcome, Run
from gdsim.engine.stopping import Stop
from gdsim.engine.text import N_, Term
from gdsim.engine.variants import Indices, Variant, deal

Array = NDArray[np.float64]

#: Steps of the first piece of a run, at most; the next ones are twice as long each time …
FIRST_CHUNK = 1024
#: … up to this much work in a piece (see `_piece`), which takes a few milliseconds.
PIECE = 1 << 19

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
    simulation = Simulation(problem, start, lanes, stop=stop, variant=variant)
    while not simulation.done:
        simulation.advance()
    return simulation.runs()


class Simulation:
    """The runs of all lanes while they are made, side by side.

    The pieces are the same whoever asks for them, and when: so are the bits.
    Raises what `simulate` raises.
    """

    def __init__(
        self,
        problem: Problem,
        start: Sequence[float],
        lanes: Iterable[Lane],
        *,
        stop: Stop = DEFAULT_STOP,
        variant: Variant = BATCH,
    ) -> None:
        point = tuple(float(number) for number in start)
        if len(point) != problem.dimension:
            raise ScenarioError("start", N_("must have {count} numbers"), count=problem.dimension)
        samples: dict[Variant, _Sample] = {}
        self._descents = []
        for lane in lanes:
            check_lane(problem, lane)
            sampling = lane.variant or variant
            if sampling not in samples:
                samples[sampling] = _Sample(problem, sampling, stop.max_steps)
            self._descents.append(_Descent(problem, point, lane, stop, samples[sampling]))
        self.most = stop.max_steps

    @property
    def _going(self) -> list[_Descent]:
        return [descent for descent in self._descents if descent.ending is None]

    @property
    def done(self) -> bool:
        """Whether all runs have ended."""
        return not self._going

    @property
    def made(self) -> int:
        """Steps that all lanes have made that have not ended before."""
        going = [descent.made for descent in self._going]
        return min(going) if going else max(descent.made for descent in self._descents)

    def advance(self) -> None:
        """Make the next piece, if there is one: a few steps of the lane that is behind."""
        going = self._going
        if going:
            min(going, key=lambda descent: descent.made).advance()

    def runs(self) -> tuple[Run, ...]:
        """The runs as far as all lanes have come, those that go on marked as unfinished."""
        limit = None if self.done else self.made
        return tuple(descent.run(limit) for descent in self._descents)


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


class _Sample:
    """What the steps of the lanes with one variant look at."""

    def __init__(self, problem: Problem, variant: Variant, steps: int) -> None:
        self._problem, rows = problem, problem.rows
        self._deal = deal(variant, rows) if variant.id != "batch" and rows else None
        self._whole = self._deal is not None and variant.whole(rows, steps)
        self.steps_per_epoch = variant.steps_per_epoch(rows)
        self._last = ((0, 1), self._objective(0, 1))

    def batch(self, steps: int) -> Indices | None:
        """Rows of the first ``steps`` steps; ``None`` where each looks at all of them."""
        return None if self._deal is None else self._deal.first(steps)

    def objective(self, first: int, steps: int) -> Objective:
        """What the ``steps`` steps after the ``first`` minimise."""
        asked = first, steps
        if self._deal is not None and self._last[0] != asked:
            # The next lane mostly asks for the same.
            self._last = asked, self._objective(first, steps)
        return self._last[1]

    def _objective(self, first: int, steps: int) -> Objective:
        batch = self.batch(first + steps)
        rows = None if batch is None else batch[first:]
        return self._problem.objective(rows, steps, self._whole)


def _piece(problem: Problem, objective: Objective, lane: Lane) -> int:
    """Steps of a long piece: a step counts as so many looks at a row, and so does its record."""
    mixer = lane.optimizer.kind.mixer
    effort = objective.form.effort * (1 + mixer.effort if mixer else 1)
    return max(1, PIECE // (effort + 2 * problem.visited))


class _Descent:
    """One lane's run while it is made."""

    def __init__(
        self, problem: Problem, start: tuple[float, ...], lane: Lane, stop: Stop, sample: _Sample
    ) -> None:
        self._problem, self._lane, self._stop, self._sample = problem, lane, stop, sample
        self._rates = _frozen(lane.learning_rate.rates(stop.max_steps))
        objective = sample.objective(0, 1)
        self._recorder = Recorder(problem, start, lane, objective)
        reuse = lane.order == "synchronous" and sample.batch(0) is None
        self._path = _Path(problem, start, self._recorder, reuse=reuse)
        self._longest = _piece(problem, objective, lane)
        self._next = min(FIRST_CHUNK, max(1, self._longest // 2))
        #: The last step and how the run ended, once it has.
        self.ending: tuple[int, Ending] | None = None
        self._look(0)

    @property
    def made(self) -> int:
        """Steps made so far; once the run has ended, those that belong to it."""
        return self.ending[0] if self.ending else self._recorder.made

    def advance(self) -> None:
        """Make the next piece."""
        first = self._recorder.made
        rates = self._rates[first : first + self._next].tolist()
        self._recorder.objective = self._sample.objective(first, len(rates))
        self._path.extend(*self._recorder.advance(rates))
        self._next = min(2 * self._next, self._longest)
        self._look(first + 1)

    def _look(self, first: int) -> None:
        """Whether a rule has ended the run at step ``first`` or later."""
        path = self._path
        self.ending = self._stop.find(path.theta.all, path.loss.all, path.grad.all, first)
        if self.ending is None and self._recorder.made >= self._stop.max_steps:
            self.ending = self._stop.max_steps, _limit(self._stop.max_steps)

    def run(self, limit: int | None) -> Run:
        """The run, or its first ``limit`` steps if it has more or goes on."""
        steps, ending = self.ending or (self.made, None)
        if limit is not None and steps > limit:
            steps, ending = limit, None
        used, delta, state = self._recorder.columns(steps)
        return Run(
            lane=self._lane,
            problem=self._problem,
            theta=self._path.theta.first(steps + 1),
            loss=self._path.loss.first(steps + 1),
            grad=self._path.grad.first(steps + 1),
            used=_frozen(used),
            delta=_frozen(delta),
            learning_rate=self._rates[:steps],
            state={name: _frozen(values) for name, values in state.items()},
            batch=self._sample.batch(steps),
            steps_per_epoch=self._sample.steps_per_epoch,
            ending=ending or _limit(steps),
            unfinished=ending is None,
        )


def _limit(steps: int) -> Ending:
    return Ending(Outcome.STEP_LIMIT, "max_steps", float(steps), float(steps))


class _Path:
    """θ, J(θ) and ∇J(θ) at every step made so far, shapes (T+1, d), (T+1,), (T+1, d).

    Where each step used the full gradient at its own θ (``reuse``), those very numbers are the
    gradient of the path, and only the last point's has to be worked out.
    """

    def __init__(
        self, problem: Problem, start: tuple[float, ...], recorder: Recorder, *, reuse: bool
    ) -> None:
        self._problem, self._recorder, self._reuse = problem, recorder, reuse
        point = np.array([start])
        self.theta, self.loss = Growing(point), Growing(problem.value(point))
        self.grad = Growing(recorder.gradient() if reuse else problem.gradient(point))

    def extend(self, theta: Array, used: Array) -> None:
        """Take up n steps: θ before and after each, shape (n+1, d), and the partials used."""
        self.theta.extend(theta[1:])
        self.loss.extend(self._problem.value(theta[1:]))
        if self._reuse:
            self.grad.extend(used[1:])
            self.grad.extend(self._recorder.gradient())
        else:
            self.grad.extend(self._problem.gradient(theta[1:]))


def _frozen(array: Array) -> Array:
    array = np.ascontiguousarray(array)
    array.setflags(write=False)
    return array
