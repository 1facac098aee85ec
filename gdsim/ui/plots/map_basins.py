"""The work behind the maps of basins: both orders over a range, a little at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from gdsim.engine.critical import critical_points
from gdsim.engine.lane import Lane
from gdsim.engine.maps import BasinMap, basins, grid
from gdsim.engine.problems.base import Box, Problem
from gdsim.ui.clock import spell
from gdsim.ui.scene import Scene

Array = NDArray[np.float64]

#: Starts along each side of a map.
SIDE = 121
#: Steps after which a descent that has reached nothing is given up.
MOST_STEPS = 1000


@dataclass(frozen=True)
class Task:
    """What is to be mapped: a problem over a range, with a lane of each order."""

    problem: Problem
    box: Box
    lanes: tuple[Lane, ...]

    def same(self, other: Task | None) -> bool:
        """Whether the maps would be the same."""
        return (
            other is not None
            and self.problem is other.problem
            and self.box == other.box
            and self.lanes == other.lanes
        )


def task(scene: Scene) -> Task:
    """The first synchronous and the first sequential lane; where one is missing, made like it."""
    lanes = [run.lane for run in scene.runs]
    made = []
    for order in ("synchronous", "sequential"):
        found = next((lane for lane in lanes if lane.order == order), None)
        if found is None and (order == "synchronous" or lanes[0].optimizer.kind.elementwise):
            found = replace(lanes[0], order=order)
        if found is not None:
            # A map is of the loss itself, on all rows and without a name.
            made.append(replace(found, variant=None, name=""))
    return Task(scene.problem, scene.box, tuple(made))


def can_map(problem: Problem) -> bool:
    """Whether a map is quick enough to be drawn: a step must not go through many data rows."""
    return problem.dimension == 2 and (problem.rows == 0 or problem.quadratic)


class BasinWork:
    """The maps of a task, filled in while `work` is called again and again."""

    def __init__(self, what: Task) -> None:
        self.task = what
        self.starts = _tidy(grid(what.box, SIDE, SIDE), what.box)
        self.targets = _minima(what)
        #: What is known of each lane's map so far.
        self.maps: list[BasinMap] = []
        self._steps: Iterator[None] | None = self._go() if self.targets else None

    @property
    def pending(self) -> bool:
        """Whether there is something left to do."""
        return self._steps is not None

    @property
    def progress(self) -> float:
        """From 0 to 1."""
        whole = len(self.task.lanes)
        return sum(known.progress for known in self.maps) / whole if self.targets else 1.0

    def work(self, seconds: float) -> None:
        """Go on for about so long."""
        for _ in spell(seconds):
            if self._steps is None or next(self._steps, self) is self:
                self._steps = None
                break

    def cancel(self) -> None:
        """Leave it as it is."""
        self._steps = None

    def _go(self) -> Iterator[None]:
        for at, lane in enumerate(self.task.lanes):
            for known in basins(
                self.task.problem, self.starts, lane, targets=self.targets, max_steps=MOST_STEPS
            ):
                self.maps[at:] = [known]
                yield


def _tidy(starts: Array, box: Box) -> Array:
    """Starts as a person would write them, so that a click on a cell is that very start."""
    span = min(high - low for low, high in box)
    return np.round(starts, int(8 - np.floor(np.log10(span)))) + 0.0


def _minima(what: Task) -> list[tuple[float, ...]]:
    """The known minima, else those that are found in the range."""
    known = [place for place, _ in what.problem.minima]
    if known:
        return known
    points = critical_points(what.problem, what.box)
    return [point.theta for point in points if point.kind == "minimum"]
