"""Many descents of one lane at once, as arrays: the same generated loop, without records."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from gdsim.engine.kernel import compile_loop
from gdsim.engine.lane import Lane
from gdsim.engine.problems.base import Problem
from gdsim.engine.simulate import BATCH, check_lane
from gdsim.engine.variants import Variant

Array = NDArray[np.float64]

#: Descents that are advanced together, so that their numbers stay in the processor's cache.
CHUNK = 2048


class Swarm:
    """Descents from n starts. ``columns`` are θ and the optimizer's state, each of shape (n,)."""

    def __init__(
        self, problem: Problem, lane: Lane, starts: Array, steps: int, variant: Variant = BATCH
    ) -> None:
        check_lane(problem, lane)
        self._d = problem.dimension
        objective = problem.objective(variant.draw(problem.rows, steps), steps)
        visits = lane.visits(self._d) if lane.order == "sequential" else None
        self._loop = compile_loop(
            objective.form, lane.optimizer.program, visits, recording=False, plain=False
        )
        hyper = map(np.float64, lane.optimizer.numbers())
        constants = (v if callable(v) else np.float64(v) for v in objective.constants)
        self._fixed = (*hyper, *constants)
        self._per_step = objective.per_step
        first = [value for value in lane.optimizer.first_state() for _ in range(self._d)]
        self.columns = [
            *(np.array(column, dtype=float) for column in starts.T),
            *(np.full(len(starts), value) for value in first),
        ]
        #: Steps made so far.
        self.made = 0

    @property
    def theta(self) -> Array:
        """θ of each descent, shape (n, d)."""
        return np.stack(self.columns[: self._d], axis=-1)

    def advance(self, rates: list[Any]) -> None:
        """Make a step for each of ``rates``: a number, or an array of one number per descent."""
        shape = self.columns[0].shape
        per_step = zip(
            *(c[self.made : self.made + len(rates)].tolist() for c in self._per_step), strict=True
        )
        with np.errstate(all="ignore"):
            results = self._loop(rates, per_step, None, self.made, *self.columns, *self._fixed)
        # A recurrence that no start enters gives one number for all.
        self.columns = [np.broadcast_to(c, shape) for c in results]
        self.made += len(rates)

    def keep(self, which: NDArray[np.bool_]) -> None:
        """Go on with only these descents."""
        self.columns = [column[which] for column in self.columns]
