"""`simulate` turns a problem, a start and lanes into recorded runs. Pure: same input, same bits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from gdsim.engine.errors import ScenarioError
from gdsim.engine.kernel import Layout, compile_loop
from gdsim.engine.lane import Lane
from gdsim.engine.problems.base import Objective, Problem
from gdsim.engine.run import Ending, Outcome, Run
from gdsim.engine.stopping import Stop
from gdsim.engine.text import N_
from gdsim.engine.variants import Variant

Array = NDArray[np.float64]

#: Steps made before the stopping rules are looked at; doubled each time.
FIRST_CHUNK = 1024

BATCH = Variant()


def simulate(
    problem: Problem,
    start: Sequence[float],
    lanes: Iterable[Lane],
    *,
    stop: Stop = Stop(),
    variant: Variant = BATCH,
) -> tuple[Run, ...]:
    """The recorded descent of each lane from the same start (d numbers), in the lanes' order.

    Lanes with the same variant see the same rows at the same step. Diverging is an `Outcome`.
    Raises `ScenarioError` where the start or a lane does not fit the problem.

    >>> from gdsim.engine import Lane, LinearRegression, simulate
    >>> problem = LinearRegression([1, 2, 3, 4], [3, 5, 7, 9])
    >>> run, = simulate(problem, [0, 0], [Lane()], stop=Stop(max_steps=1))
    >>> run.theta[1].tolist()
    [0.175, 0.06]
    """
    point = tuple(float(number) for number in start)
    if len(point) != problem.dimension:
        raise ScenarioError(
            "start", N_("must have {count} numbers"), count=problem.dimension
        )
    return tuple(_run(problem, point, lane, stop, lane.variant or variant) for lane in lanes)


def _run(
    problem: Problem, start: tuple[float, ...], lane: Lane, stop: Stop, variant: Variant
) -> Run:
    check_lane(problem, lane)
    batch = variant.draw(problem.rows, stop.max_steps)
    rates = lane.learning_rate.rates(stop.max_steps)
    recorder = _Recorder(problem, start, lane, problem.objective(batch, stop.max_steps))
    begin = np.array([start])
    theta, loss, grad = begin, problem.value(begin), problem.gradient(begin)
    made, chunk = 0, FIRST_CHUNK
    found = stop.find(theta, loss, grad, 0)
    while found is None and made < stop.max_steps:
        chunk = min(chunk, stop.max_steps - made)
        recorder.advance(rates[made : made + chunk].tolist())
        new = recorder.theta()[made + 1 :]
        theta = np.concatenate((theta, new))
        loss = np.concatenate((loss, problem.value(new)))
        grad = np.concatenate((grad, problem.gradient(new)))
        found = stop.find(theta, loss, grad, made + 1)
        made, chunk = made + chunk, 2 * chunk
    steps, ending = found or (
        made, Ending(Outcome.STEP_LIMIT, "max_steps", float(made), float(stop.max_steps)),
    )  # fmt: skip
    used, delta, state = recorder.columns(steps)
    if lane.order == "synchronous" and batch is None:
        # The partials that the loop used are the full gradient; keep one set of bits.
        grad[:steps] = used
    return Run(
        lane=lane,
        problem=problem,
        theta=_frozen(theta[: steps + 1]),
        loss=_frozen(loss[: steps + 1]),
        grad=_frozen(grad[: steps + 1]),
        used=_frozen(used),
        delta=_frozen(delta),
        learning_rate=_frozen(rates[:steps]),
        state={name: _frozen(values) for name, values in state.items()},
        batch=None if batch is None else batch[:steps],
        steps_per_epoch=variant.steps_per_epoch(problem.rows),
        ending=ending,
    )


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
            optimizer=lane.optimizer.kind.title,
        )


class _Recorder:
    """Runs the compiled loop piece by piece and keeps its records."""

    def __init__(
        self, problem: Problem, start: tuple[float, ...], lane: Lane, objective: Objective
    ) -> None:
        kind = lane.optimizer.kind
        visits = lane.visits(problem.dimension) if lane.order == "sequential" else None
        self._loops = [
            compile_loop(objective.form, kind, visits, recording=True, plain=plain)
            for plain in (True, False)
        ]
        self._layout = Layout.of(problem.names, kind)
        self._state_names = [name for name, _ in kind.state]
        initial = lane.optimizer.init(np.array(start))
        self._begin = (*start, *chain.from_iterable(v.tolist() for v in initial.values()))
        self._fixed = (*lane.optimizer.numbers(), *objective.constants)
        self._objective = objective
        self._rows: list[tuple[float, ...]] = []

    def advance(self, rates: list[float]) -> None:
        """Make one step for each of ``rates``.

        Plain floats raise where IEEE arithmetic gives inf or nan; such a piece is finished on
        `numpy.float64`, from the last step recorded.
        """
        until = len(self._rows) + len(rates)
        try:
            self._call(self._loops[0], rates, float)
        except (ArithmeticError, ValueError):
            rest = until - len(self._rows)
            with np.errstate(all="ignore"):
                self._call(self._loops[1], rates[len(rates) - rest :], np.float64)

    def _call(self, loop, rates, number) -> None:  # type: ignore[no-untyped-def]
        made = len(self._rows)
        now = self._begin if not made else self._rows[-1][-len(self._begin) :]
        fixed = (v if callable(v) else number(v) for v in self._fixed)
        values = (number(v) for v in now)
        rates = rates if number is float else [number(rate) for rate in rates]
        loop(rates, self._per_step(made, len(rates)), self._rows.append, made, *values, *fixed)

    def _per_step(self, first: int, count: int) -> Iterator[tuple[float, ...]]:
        columns = self._objective.per_step
        return zip(*(column[first : first + count].tolist() for column in columns), strict=True)

    def table(self) -> Array:
        """All records, shape (steps, numbers in a record)."""
        width = len(self._layout.recorded)
        flat = np.fromiter(chain.from_iterable(self._rows), float, len(self._rows) * width)
        return flat.reshape(-1, width)

    def theta(self) -> Array:
        """θ at every step made so far, shape (steps+1, d)."""
        d = len(self._layout.theta)
        first = np.array([self._begin[:d]])
        return np.concatenate((first, self.table()[:, 2 * d : 3 * d]))

    def columns(self, steps: int) -> tuple[Array, Array, dict[str, Array]]:
        """Used partials (steps, d), delta (steps, d) and states (steps+1, d)."""
        d = len(self._layout.theta)
        table = self.table()[:steps]
        begin = np.array(self._begin[d:])
        states = np.concatenate((begin[None, :], table[:, 3 * d :]))
        named = {
            name: states[:, i * d : (i + 1) * d].copy() for i, name in enumerate(self._state_names)
        }
        return table[:, :d].copy(), table[:, d : 2 * d].copy(), named


def _frozen(array: Array) -> Array:
    array = np.ascontiguousarray(array)
    array.setflags(write=False)
    return array
