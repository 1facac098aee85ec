"""What a session keeps for undo and redo: scenarios, runs that are there, the numbers of files."""

from __future__ import annotations

from dataclasses import dataclass

from gdsim.engine.problems.base import Problem
from gdsim.engine.run import Run
from gdsim.engine.simulate import Simulation
from gdsim.scenario import CsvData, ProblemSpec, Scenario
from gdsim.scenario.data_spec import Data

#: A problem and a run of it for each lane.
Made = tuple[Problem, tuple[Run, ...]]

#: Steps of runs made with patience that are kept: about 100 MB.
MOST = 1_000_000


@dataclass(frozen=True)
class Entry:
    """A scenario in the history and the edit that led to it (English label, for the menu)."""

    scenario: Scenario
    label: str


@dataclass(frozen=True, eq=False)
class Before:
    """What a gesture (a drag) began from."""

    history: tuple[Entry, ...]
    at: int
    problem: Problem
    runs: tuple[Run, ...]
    shown: Scenario
    goal: int
    simulation: Simulation | None


class KeptRuns:
    """Problem and runs of scenarios, the last ones first, as many as there is room for."""

    def __init__(self) -> None:
        self._kept: list[tuple[Scenario, Problem, tuple[Run, ...]]] = []

    def keep(self, scenario: Scenario, problem: Problem, runs: tuple[Run, ...]) -> None:
        """Keep these, and of those from before as many as there is room for."""
        self._kept.insert(0, (scenario.core, problem, runs))
        steps = 0
        for i, (_, _, made) in enumerate(self._kept):
            steps += sum(run.steps for run in made)
            if i and steps > MOST:
                del self._kept[i:]
                break

    def recall(self, scenario: Scenario) -> Made | None:
        """Problem and runs of ``scenario``, if they are kept."""
        core = scenario.core
        return next(((problem, runs) for known, problem, runs in self._kept if known == core), None)

    def forget(self, data: CsvData) -> None:
        """The numbers of ``data`` are others now."""
        self._kept = [kept for kept in self._kept if kept[0].problem.data != data]

    def clear(self) -> None:
        """Keep nothing."""
        self._kept.clear()


class Tables(dict[CsvData, Data]):
    """The numbers of each file as they were read first."""

    _last: tuple[ProblemSpec, Problem] | None = None

    def problem(self, scenario: Scenario) -> Problem:
        """Of a file the numbers are used that it had: undo is exact, whatever becomes of it."""
        spec = scenario.problem
        data = spec.data
        if isinstance(data, CsvData):
            if data not in self:
                self[data] = data.read(None)
            return spec.make_of(*self[data])
        # An edit is checked before it is shown: a million rows would be worked out twice.
        if self._last is None or self._last[0] != spec:
            self._last = spec, scenario.make_problem()
        return self._last[1]
