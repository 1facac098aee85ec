"""Drives the generated step loop and keeps what it records."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from gdsim.engine.growing import Growing
from gdsim.engine.kernel import Layout, compile_gradient, compile_loop
from gdsim.engine.lane import Lane
from gdsim.engine.problems.base import Objective, Problem

Array = NDArray[np.float64]

#: Steps made on NumPy values, which are slow, before plain floats are tried again.
SLOW_STEPS = 64


class Recorder:
    """One lane's descent, advanced piece by piece.

    Each piece is a table of shape (steps, numbers in a record): the partials used, the deltas and
    the state after each step.
    """

    def __init__(
        self, problem: Problem, start: tuple[float, ...], lane: Lane, objective: Objective
    ) -> None:
        #: What the next steps minimise.
        self.objective = objective
        self._d = len(start)
        self._program = lane.optimizer.program
        self._visits = lane.visits(self._d) if lane.order == "sequential" else None
        self._width = len(Layout.of(problem.names, self._program.kind).recorded)
        first = [value for value in lane.optimizer.first_state() for _ in start]
        self._first_state = np.array([first]).reshape(1, -1)
        self._hyper = lane.optimizer.numbers()
        self._now = [*start, *first]
        self._tables = Growing(self._table([]))

    @property
    def made(self) -> int:
        """Steps made so far."""
        return self._tables.count

    def advance(self, rates: list[float]) -> tuple[Array, Array]:
        """Make a step of `objective` for each of ``rates``, or fewer, but at least one.

        Returns θ before and after each step, shape (n+1, d), and the partials used, shape (n, d).
        Plain floats raise where IEEE arithmetic gives inf or nan. Then some steps are made on
        `numpy.float64` from the last step recorded, so that the stopping rules are soon asked.
        """
        numbers: list[float] = []
        try:
            self._loop(numbers, rates, self._now, plain=True)
        except (ArithmeticError, ValueError):
            made = len(numbers) // self._width
            begin = self._after(self._table(numbers)) if made else self._now
            rest = rates[made : made + SLOW_STEPS]
            self._loop(numbers, rest, begin, plain=False, skip=made)
        table = self._table(numbers)
        theta = self._theta(table)
        self._now = [*theta[-1].tolist(), *table[-1, 2 * self._d :].tolist()]
        self._tables.extend(table)
        return theta, table[:, : self._d]

    def _loop(
        self, numbers: list[float], rates: list[float], now: list[float], *, plain: bool,
        skip: int = 0,
    ) -> None:  # fmt: skip
        loop = compile_loop(
            self.objective.form, self._program, self._visits, recording=True, plain=plain
        )
        number = float if plain else np.float64
        columns = (c[skip : skip + len(rates)].tolist() for c in self.objective.per_step)
        given = rates if plain else [number(rate) for rate in rates]
        fixed = [v if callable(v) else number(v) for v in self.objective.constants]
        with np.errstate(all="ignore"):
            loop(
                given, zip(*columns, strict=True), numbers.extend, self.made + skip,
                *map(number, now), *map(number, self._hyper), *fixed,
            )  # fmt: skip

    def _table(self, numbers: list[float]) -> Array:
        return np.array(numbers, dtype=float).reshape(-1, self._width)

    def _theta(self, table: Array) -> Array:
        """θ along a piece: the same additions in the same order as in the loop."""
        theta = np.empty((len(table) + 1, self._d))
        theta[0] = self._now[: self._d]
        theta[1:] = table[:, self._d : 2 * self._d]
        with np.errstate(all="ignore"):
            return np.add.accumulate(theta, axis=0, out=theta)

    def _after(self, table: Array) -> list[float]:
        return [*self._theta(table)[-1].tolist(), *table[-1, 2 * self._d :].tolist()]

    def gradient(self) -> Array:
        """∇J at the point reached, with the loop's bits, shape (1, d); all rows in every step."""
        form = self.objective.form
        theta = self._now[: self._d]
        fixed = self.objective.constants
        with np.errstate(all="ignore"):
            try:
                found = compile_gradient(form, plain=True)(*theta, *fixed)
            except (ArithmeticError, ValueError):
                values = [v if callable(v) else np.float64(v) for v in (*theta, *fixed)]
                found = compile_gradient(form, plain=False)(*values)
        return np.array([found], dtype=float)

    def columns(self, steps: int) -> tuple[Array, Array, dict[str, Array]]:
        """Used partials (steps, d), deltas (steps, d) and states by name (steps+1, d)."""
        d, table = self._d, self._tables.first(steps)
        states = np.concatenate((self._first_state, table[:, 2 * d :]))
        names = self._program.kind.state_names
        named = {name: states[:, i * d : (i + 1) * d] for i, name in enumerate(names)}
        return table[:, :d], table[:, d : 2 * d], named
