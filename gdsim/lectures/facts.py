"""What is true of a scene: its runs, and what the engine can tell about them. The only source of
numbers in a lecture's texts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np

from gdsim.engine.critical import CriticalPoint, critical_points
from gdsim.engine.errors import GdsimError
from gdsim.engine.formula import Node, num
from gdsim.engine.maps import BasinMap, basins, grid
from gdsim.engine.problems import Box, ExpressionProblem, LinearRegression, Minimum
from gdsim.engine.run import Array, Run
from gdsim.engine.stability import Stability, stability
from gdsim.engine.substitute import substitute
from gdsim.engine.text import N_
from gdsim.lectures.listings import LISTINGS, Executed, execute
from gdsim.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Grid:
    """The starts of a scene's map: ``columns`` along each side of ``box`` (() is the problem's)."""

    box: Box = ()
    columns: int = 121


class Facts:
    """The runs of one scenario and what follows from them; everything is worked out once."""

    def __init__(self, scenario: Scenario, grid: Grid, code: str) -> None:
        self.scenario, self.grid, self.code = scenario, grid, code
        self.problem = scenario.make_problem()
        self.runs = scenario.run(self.problem)

    @property
    def last(self) -> int:
        """Steps of the longest run."""
        return max(run.steps for run in self.runs)

    def lane(self, name: str) -> Run:
        """The lane called ``sync``, ``seq`` or ``lane2``; raises `GdsimError` if there is none."""
        for run in self.runs:
            if {"sync": "synchronous", "seq": "sequential"}.get(name) == run.lane.order:
                return run
        number = int(name[4:]) if name.startswith("lane") else 0
        if 1 <= number <= len(self.runs):
            return self.runs[number - 1]
        raise GdsimError(N_("this scene has no lane “{lane}”"), lane=name)

    @cached_property
    def pair(self) -> tuple[Run, Run]:
        """The first synchronous lane and the first sequential one."""
        return self.lane("sync"), self.lane("seq")

    @cached_property
    def critical(self) -> tuple[CriticalPoint, ...]:
        """Where the gradient is zero, the lowest first."""
        return critical_points(self.problem)

    @cached_property
    def tree(self) -> Node:
        """The loss as a formula of the parameters alone."""
        if isinstance(self.problem, ExpressionProblem) and not isinstance(
            self.problem, LinearRegression
        ):
            known = {name: num(value) for name, value in self.problem.coefficients.items()}
            return substitute(self.problem.tree, known)
        raise GdsimError(N_("this problem has no formula to show"))

    def stability(self, run: Run, step: int) -> Stability:
        """The limits of the learning rate from the Hessian where ``run`` is at ``step``."""
        hessian = self.problem.hessian(run.theta[step])
        visits = run.lane.visits(self.problem.dimension)
        return stability(hessian, visits, not self.problem.quadratic)

    def map_of(self, run: Run) -> BasinMap:
        """Where each start of the scene's grid ends in the lane of ``run``."""
        index = self.runs.index(run)
        if index not in self._maps:
            box = self.grid.box or self.problem.box
            columns = self.grid.columns
            starts = grid(box, columns, columns if self.problem.dimension > 1 else 1)
            steps = self.scenario.stop.max_steps
            *_, made = basins(self.problem, starts, run.lane, max_steps=steps,
                              variant=self.scenario.variant)  # fmt: skip
            self._maps[index] = made
        return self._maps[index]

    @cached_property
    def _maps(self) -> dict[int, BasinMap]:
        return {}

    def executed(self, step: int, line: int) -> Executed:
        """Line ``line`` of the scene's listing in the step that leaves θ of ``step``."""
        return self.execution(step)[line]

    def execution(self, step: int) -> tuple[Executed, ...]:
        """All lines of the scene's listing in that step, each with the numbers it made."""
        if self.code not in LISTINGS:
            raise GdsimError(N_("this scene has no listing"))
        listing = LISTINGS[self.code]
        run = next((r for r in self.runs if r.lane.order == listing.order), self.runs[0])
        if not step < run.steps:
            raise GdsimError(N_("there is no step {step}; the lane makes {steps}"),
                             step=step, steps=run.steps)  # fmt: skip
        rate = float(run.learning_rate[step])
        return execute(listing, self.problem, run.theta[step].tolist(), rate)

    @cached_property
    def minima(self) -> tuple[Minimum, ...]:
        """The problem's known minima; for a typed formula those that were found in its box."""
        found = (point for point in self.critical if point.kind == "minimum")
        return self.problem.minima or tuple((point.theta, point.value) for point in found)

    def distances(self, run: Run) -> Array:
        """How far every point of a run is from the known minimum nearest to it, shape (T+1,)."""
        if not self.minima:
            raise GdsimError(N_("this problem has no known minimum"))
        with np.errstate(all="ignore"):
            away = [np.linalg.norm(run.theta - np.array(place), axis=1) for place, _ in self.minima]
        return np.asarray(np.min(away, axis=0))

    def minimum(self, theta: object) -> tuple[tuple[float, ...], float, float]:
        """The known minimum nearest to θ: its place, its loss, and the distance to it."""
        if not self.minima:
            raise GdsimError(N_("this problem has no known minimum"))
        with np.errstate(all="ignore"):
            away = [float(np.linalg.norm(np.asarray(theta) - np.array(m))) for m, _ in self.minima]
        index = int(np.argmin(away))
        return *self.minima[index], away[index]


@lru_cache(maxsize=48)
def facts_of(scenario: Scenario, grid: Grid, code: str) -> Facts:
    """The facts of a scenario, shared by all who ask: equal scenarios give equal facts."""
    return Facts(scenario, grid, code)
