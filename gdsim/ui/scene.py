"""The snapshot that every view shows: made once per edit, passed to all."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from gdsim.engine.problems.base import Box, Problem
from gdsim.engine.run import Run

Array = NDArray[np.float64]

#: In ``Scene.shown`` while somebody is to predict what comes next.
PREDICTING = "predicting"


@dataclass(frozen=True, eq=False)
class Scene:
    """Problem, runs and how the lanes look.

    ``styles[i]`` is the style index of lane i (colour, mark, dash: see theme); ``labels[i]`` its
    name in the current language, ``briefs[i]`` its name within a sentence. ``box`` is the range
    that a picture of the surface shows.
    ``shown`` are the ids of what a person switched on (see view_options). ``ghost`` are the runs
    from before the gesture that is under way, empty between gestures.
    """

    problem: Problem
    runs: tuple[Run, ...]
    styles: tuple[int, ...]
    labels: tuple[str, ...]
    box: Box
    shown: frozenset[str] = frozenset()
    ghost: tuple[Run, ...] = ()
    briefs: tuple[str, ...] = ()

    @property
    def start(self) -> tuple[float, ...]:
        """Where all lanes begin."""
        return tuple(self.runs[0].theta[0].tolist())

    @property
    def steps(self) -> int:
        """Steps of the longest run; the cursor goes from 0 to this."""
        return max(run.steps for run in self.runs)

    @cached_property
    def pair(self) -> tuple[int, int] | None:
        """Indices of the first synchronous and the first sequential lane, if both are there."""
        orders = [run.lane.order for run in self.runs]
        if "synchronous" in orders and "sequential" in orders:
            return orders.index("synchronous"), orders.index("sequential")
        return None

    @property
    def predicting(self) -> bool:
        """Whether somebody is to say what comes next: no picture may give it away."""
        return PREDICTING in self.shown

    def at(self, lane: int, step: int) -> int:
        """The step of ``lane`` that is shown at cursor ``step``: its last where it has ended."""
        return min(step, self.runs[lane].steps)

    def leading(self, lane: int, step: int) -> int | None:
        """The step (from 0) of ``lane`` that led to cursor ``step``; at the start the one to come.

        ``None`` for a lane that made no step.
        """
        steps = self.runs[lane].steps
        return min(max(step, 1), steps) - 1 if steps else None

    def batch(self, lane: int, step: int) -> NDArray[np.intp] | None:
        """The data rows that the `leading` step used; ``None`` where it used all."""
        index = self.leading(lane, step)
        return None if index is None else self.runs[lane].rows(index)

    def theta(self, lane: int, step: int) -> Array:
        """θ of ``lane`` at cursor ``step``, shape (d,)."""
        return self.runs[lane].theta[self.at(lane, step)]


def same_runs(some: tuple[Run, ...], others: tuple[Run, ...]) -> bool:
    """Whether both hold the very same runs: one that was made anew counts as another."""
    return len(some) == len(others) and all(a is b for a, b in zip(some, others, strict=True))
