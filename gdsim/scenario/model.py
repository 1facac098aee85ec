"""The scenario: everything that a person can set, as frozen plain data."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path

from gdsim.engine.errors import GdsimError, ScenarioError
from gdsim.engine.lane import Lane
from gdsim.engine.problems import Problem
from gdsim.engine.problems.rows import RowsProblem
from gdsim.engine.run import Run
from gdsim.engine.schedules import RATE, Constant, Piecewise
from gdsim.engine.simulate import Simulation, check_lane, simulate
from gdsim.engine.stopping import Stop
from gdsim.engine.text import N_
from gdsim.engine.variants import Variant
from gdsim.scenario.data_spec import CsvData
from gdsim.scenario.problem_spec import ProblemSpec
from gdsim.scenario.specs import MAX_DRAWS, MAX_PIECES, MAX_ROW_VISITS


@dataclass(frozen=True, slots=True)
class Scenario:
    """What is compared, on what, from where, for how long. Equal scenarios give bit-equal runs.

    ``start`` has one number for each parameter. ``title`` holds (language, text) pairs.
    ``view``, ``notes`` and ``lecture`` belong to the window: JSON text as `pack` makes it, or ""
    where there is none; a run ignores them.
    """

    problem: ProblemSpec
    start: tuple[float, ...]
    lanes: tuple[Lane, ...]
    variant: Variant = Variant()
    stop: Stop = Stop()
    title: tuple[tuple[str, str], ...] = ()
    view: str = ""
    notes: str = ""
    lecture: str = ""

    def __post_init__(self) -> None:
        # −0.0 equals 0.0 but would not give the same bits.
        object.__setattr__(self, "start", tuple(float(number) + 0.0 for number in self.start))
        object.__setattr__(self, "title", tuple(sorted(dict(self.title).items())))

    def make_problem(self, base: Path | None = None) -> Problem:
        """The engine's problem; ``base`` is the folder that a CSV path is relative to."""
        return self.problem.make(base)

    @property
    def core(self) -> Scenario:
        """This scenario without what a run ignores."""
        return replace(self, title=(), view="", notes="", lecture="")

    def simulation(self, problem: Problem) -> Simulation:
        """The runs on ``problem``, to be made piece by piece."""
        return Simulation(problem, self.start, self.lanes, stop=self.stop, variant=self.variant)

    def run(self, problem: Problem | None = None, base: Path | None = None) -> tuple[Run, ...]:
        """One recorded run per lane, on ``problem`` if it has been made already."""
        problem = problem or self.make_problem(base)
        return simulate(problem, self.start, self.lanes, stop=self.stop, variant=self.variant)

    def check(self, problem: Problem) -> None:
        """Raise `ScenarioError` if start, lanes and data order do not fit the problem."""
        if len(self.start) != problem.dimension:
            raise ScenarioError("start", N_("must have {count} numbers"), count=problem.dimension)
        self._check_draws(self.variant, problem.rows, "variant")
        self._check_visits(problem)
        for i, lane in enumerate(self.lanes):
            try:
                check_lane(problem, lane)
            except ScenarioError as error:
                field = f"lanes[{i}].{error.field}"
                raise ScenarioError(field, error.template, **error.values) from error
            if lane.variant is not None:
                self._check_draws(lane.variant, problem.rows, f"lanes[{i}].variant")

    def _check_visits(self, problem: Problem) -> None:
        """A line has sufficient statistics; other models look at every row in every step."""
        visits = problem.rows * self.stop.max_steps * len(self.lanes)
        if isinstance(problem, RowsProblem) and visits > MAX_ROW_VISITS:
            raise ScenarioError(
                "stop.max_steps",
                N_("is too much work: data rows times steps times lanes may be at most {limit}"),
                limit=MAX_ROW_VISITS,
            )

    def _check_draws(self, variant: Variant, rows: int, field: str) -> None:
        if variant.id == "batch" or rows == 0:
            return
        # Shuffling deals whole epochs, also when fewer steps are made.
        steps = max(self.stop.max_steps, variant.steps_per_epoch(rows))
        if steps * variant.rows_per_step(rows) > MAX_DRAWS:
            raise ScenarioError(
                field,
                N_("draws too many rows in all; batch size times steps may be at most {limit}"),
                limit=MAX_DRAWS,
            )

    @property
    def pieces(self) -> int:
        """Pieces that the learning rates of all lanes have been cut into."""
        rates = (lane.learning_rate for lane in self.lanes)
        return sum(len(rate) for rate in rates if isinstance(rate, Piecewise))

    def check_pieces(self, before: Scenario) -> None:
        """Raise `GdsimError` if an edit of ``before`` cuts the learning rates too often."""
        if self.pieces > max(MAX_PIECES, before.pieces):
            raise GdsimError(
                N_("all lanes together, the learning rate may change at most {most} times; "
                   "choose an earlier step or fewer lanes"),
                most=MAX_PIECES,
            )  # fmt: skip

    def anchored(self, base: Path) -> Scenario:
        """This scenario with the path of a CSV file made absolute, so that no base is needed."""
        data = self.problem.data
        if not isinstance(data, CsvData):
            return self
        path = str(base.absolute() / data.csv)
        plain = os.path.normpath(path)
        if os.path.realpath(plain) != os.path.realpath(path):
            plain = path  # behind a link ".." leads elsewhere than it seems
        return replace(self, problem=replace(self.problem, data=replace(data, csv=plain)))

    def with_problem(self, problem: ProblemSpec) -> Scenario:
        """This scenario on another problem, with start, learning rates and orders that fit it.

        As long as the problem only changes its settings, all of them stay. On a new one the
        smallest constant rate becomes the one that suits it, and the others keep their ratio to it.
        """
        fits = len(problem.names) == len(self.start)
        if problem.id == self.problem.id and fits:
            return replace(self, problem=problem)
        start = problem.default_start
        lanes = self.lanes
        if not fits:
            lanes = tuple(replace(lane, coordinates=()) for lane in lanes)
        if problem.id != self.problem.id:
            lanes = _with_rates_for(lanes, problem.kind.learning_rate)
        return replace(self, problem=problem, start=start, lanes=lanes)


def _with_rates_for(lanes: tuple[Lane, ...], suitable: float) -> tuple[Lane, ...]:
    """Lanes whose constant rates of gradient descent begin at ``suitable``.

    Of rates very far apart the larger ones end at what is allowed.
    """
    plain = [lane for lane in lanes if _is_plain(lane)]
    least = min((lane.learning_rate.first for lane in plain), default=suitable)
    return tuple(
        replace(lane, learning_rate=Constant(_allowed(suitable * rate / least)))
        if _is_plain(lane) and (rate := lane.learning_rate.first)
        else lane
        for lane in lanes
    )


def _allowed(rate: float) -> float:
    return min(float(f"{rate:.6g}"), float(RATE.high))


def _is_plain(lane: Lane) -> bool:
    return lane.optimizer.id == "gd" and isinstance(lane.learning_rate, Constant)
