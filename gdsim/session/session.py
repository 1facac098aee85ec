"""The one mutable thing about what is shown: scenario, its runs, the cursor, and undo."""

from __future__ import annotations

import math
import time
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Signal

from gdsim.engine.errors import GdsimError
from gdsim.engine.problems.base import Problem
from gdsim.engine.run import Run
from gdsim.engine.simulate import Simulation
from gdsim.scenario import CsvData, Scenario
from gdsim.scenario.data_spec import DataSpec
from gdsim.session.kept import Before, Entry, KeptRuns, Made, Tables

#: Steps of undo that are kept.
HISTORY = 500
#: Seconds that a run may take at once after an edit, and in each frame of a drag; what takes longer
#: is made a little in every frame.
AT_ONCE, DRAGGED, SLICE = 0.05, 0.024, 0.012


class Session(QObject):
    """Scenario, runs and cursor.

    `edit` only notes the new scenario; `resolve`, called by the window at most once a frame, makes
    the runs of the last one. Edits made while a gesture is open (a drag) are one step of undo.
    Of long runs the first steps are there at once: `work`, called in each frame, makes the others.
    """

    #: The scenario is another one; runs follow with the next `resolve`.
    scenario_changed = Signal()
    #: Problem and runs are new.
    runs_changed = Signal()
    #: More steps have been made than are shown, or no more are to be made for now.
    progressed = Signal()
    #: The cursor stands at another step.
    cursor_changed = Signal(int)
    #: What can be undone or redone changed, or the scenario was saved.
    history_changed = Signal()
    #: An edit could not be made or run; the scenario shown stays (a `GdsimError`).
    refused = Signal(object)

    def __init__(self, scenario: Scenario, base: Path | None = None) -> None:
        super().__init__()
        scenario = _anchored(scenario, base)
        self._history = [Entry(scenario, "")]
        self._at = 0
        self._saved: Scenario | None = scenario
        self._gesture: Before | None = None
        self._simulation: Simulation | None = None
        self._held = False
        self._kept, self._tables = KeptRuns(), Tables()
        self._cursor = self._goal = 0
        self._show(scenario, self._tables.problem(scenario))

    @property
    def scenario(self) -> Scenario:
        """What is set."""
        return self._history[self._at].scenario

    @property
    def problem(self) -> Problem:
        """The problem of the runs."""
        return self._problem

    @property
    def runs(self) -> tuple[Run, ...]:
        """One run a lane, of the scenario at the last `resolve`."""
        return self._runs

    @property
    def made(self) -> Made | None:
        """Problem and runs of the scenario, if nothing is left to be made, nor to be read again."""
        whole = self._simulation is None and self._shown == self.scenario
        data = self._shown.problem.data
        return (self._problem, self._runs) if whole and not isinstance(data, CsvData) else None

    @property
    def before(self) -> tuple[Run, ...]:
        """The runs from before the gesture (a drag) that is under way; empty between gestures."""
        return self._gesture.runs if self._gesture else ()

    @property
    def cursor(self) -> int:
        """Step that is shown, 0 … `steps`."""
        return self._cursor

    @property
    def goal(self) -> int:
        """Where the cursor was put; it is there as soon as there is such a step."""
        return self._goal

    @property
    def steps(self) -> int:
        """Steps of the longest run, as far as it has been made."""
        return max(run.steps for run in self._runs)

    @property
    def last(self) -> int:
        """The last step there is, or while runs are being made the last that there may be."""
        return self._simulation.most if self._simulation else self.steps

    @property
    def modified(self) -> bool:
        """Whether the scenario differs from what was last saved or opened."""
        return self.scenario != self._saved

    # Editing ---------------------------------------------------------------------------------

    def edit(self, scenario: Scenario, label: str, *, finished: bool = True) -> None:
        """Set another scenario. Unfinished edits (a drag under way) merge into one undo step."""
        try:
            self._check_room(scenario)
        except GdsimError:
            scenario = self.scenario
        changed = scenario != self.scenario
        was_open, began = self._gesture is not None, self._now()
        if changed:
            merge = was_open and self._at > 0
            keep = self._history[: self._at if merge else self._at + 1]
            self._history = [*keep, Entry(scenario, label)][-HISTORY:]
            self._at = len(self._history) - 1
        if finished:
            self._close(scenario)
        elif changed and not was_open:
            self._gesture = began
        if changed:
            self.scenario_changed.emit()
            self.history_changed.emit()
        elif was_open and finished:
            # The runs are the same, but nothing is compared with them any more.
            self.runs_changed.emit()
            self.history_changed.emit()

    def _close(self, scenario: Scenario) -> None:
        """The gesture ends at ``scenario``; where it began there, nothing is to be undone."""
        gesture, self._gesture = self._gesture, None
        if gesture is not None and scenario == gesture.history[gesture.at].scenario:
            self._history, self._at = list(gesture.history), gesture.at

    def _now(self) -> Before:
        history = tuple(self._history)
        return Before(
            history, self._at, self._problem, self._runs, self._shown, self._goal, self._simulation
        )

    def cancel(self) -> None:
        """Drop the gesture that is under way: all is as if it had never begun, the cursor too."""
        before, self._gesture = self._gesture, None
        if before is None:
            return
        self._history, self._at = list(before.history), before.at
        self._problem, self._runs, self._shown = before.problem, before.runs, before.shown
        self._simulation, self._held = before.simulation, False
        self.scenario_changed.emit()
        self.runs_changed.emit()
        self.history_changed.emit()
        self.set_cursor(before.goal)

    def undo(self) -> None:
        """Go back one edit."""
        self._move(self._at - 1)

    def redo(self) -> None:
        """Take back an undo."""
        self._move(self._at + 1)

    def _move(self, at: int) -> None:
        self._gesture = None
        if 0 <= at < len(self._history) and at != self._at:
            self._at = at
            self.scenario_changed.emit()
            self.history_changed.emit()

    @property
    def undo_label(self) -> str | None:
        """Label of the edit that `undo` would take back, or ``None``."""
        return self._history[self._at].label if self._at > 0 else None

    @property
    def redo_label(self) -> str | None:
        """Label of the edit that `redo` would make again, or ``None``."""
        after = self._history[self._at + 1 :]
        return after[0].label if after else None

    def open(self, scenario: Scenario, base: Path | None = None, made: Made | None = None) -> None:
        """Replace everything, history included. Raises `GdsimError` if it cannot be run.

        ``base`` is the folder that the path of a CSV file is relative to; ``made`` what `made` was
        when the scenario was shown before.
        """
        scenario, known = _anchored(scenario, base), self._tables
        self._tables = Tables()
        try:
            if made is None:
                self._show(scenario, self._tables.problem(scenario))
            else:
                self._show_made(scenario, made)
        except GdsimError:
            self._tables = known
            raise
        self._kept.clear()
        if made is not None:
            self._kept.keep(scenario, *made)
        self._history, self._at, self._gesture = [Entry(scenario, "")], 0, None
        self._saved = scenario
        self.scenario_changed.emit()
        self.runs_changed.emit()
        self.history_changed.emit()
        self.set_cursor(0)

    def mark_saved(self) -> None:
        """The scenario as it is now stands in a file."""
        self._saved = self.scenario
        self.history_changed.emit()

    def mark_unsaved(self) -> None:
        """The scenario as it is now stands in no file."""
        self._saved = None
        self.history_changed.emit()

    # Running ---------------------------------------------------------------------------------

    def resolve(self) -> None:
        """Run the scenario if it is not the one that was run last."""
        scenario = self.scenario
        if scenario == self._shown:
            return
        if scenario.core == self._shown.core:
            # A lane has another look, or the like.
            self._shown = scenario
            self.runs_changed.emit()
            return
        try:
            if kept := self._kept.recall(scenario):
                self._show_made(scenario, kept)
            else:
                self._show(scenario, self.check(scenario))
        except GdsimError as error:
            self._drop_refused()
            self.refused.emit(error)
            return
        self.runs_changed.emit()
        self.set_cursor(self._goal)

    def check(self, scenario: Scenario) -> Problem:
        """The problem of ``scenario``; raises `GdsimError` if it cannot be run."""
        problem = self._problem
        if scenario.problem != self._shown.problem:
            problem = self._tables.problem(scenario)
        scenario.check(problem)
        self._check_room(scenario)
        return problem

    def _check_room(self, scenario: Scenario) -> None:
        """Raise `GdsimError` where no file should hold ``scenario``: about no control alone."""
        try:
            scenario.check_pieces(self.scenario)
        except GdsimError as error:
            self.refused.emit(error)
            raise

    def read_again(self, data: DataSpec | None) -> None:
        """Use the numbers that a file has now, as a person asks for it who brings it once more.

        Raises `GdsimError` if they cannot be used for what is shown; then nothing changes.
        """
        if not isinstance(data, CsvData) or data not in self._tables:
            return
        fresh, shown = data.read(None), self._shown
        if all(map(np.array_equal, fresh, self._tables[data])):
            return
        problem = self._problem
        if shown.problem.data == data:
            problem = shown.problem.make_of(*fresh)
            shown.check(problem)
        self._tables[data] = fresh
        self._kept.forget(data)
        if problem is not self._problem:
            self._gesture = None
            self._show(shown, problem)
            self.runs_changed.emit()
            self.set_cursor(self._goal)

    def _show(self, scenario: Scenario, problem: Problem) -> None:
        """Make the runs of ``scenario``, or as many of their steps as can be had at once."""
        simulation = scenario.simulation(problem)
        _advance(simulation, DRAGGED if self._gesture else AT_ONCE)
        self._simulation, self._held = simulation, False
        self._problem, self._shown = problem, scenario
        self._take()

    def _show_made(self, scenario: Scenario, made: Made) -> None:
        (self._problem, self._runs), self._shown = made, scenario
        self._simulation = None

    def _take(self) -> None:
        """Show what has been made."""
        assert self._simulation is not None
        self._runs = self._simulation.runs()
        if self._simulation.done:
            self._simulation = None

    @property
    def unfinished(self) -> tuple[int, int] | None:
        """Steps that have been made and the most there may be, while runs are being made."""
        simulation = self._simulation
        return (simulation.made, simulation.most) if simulation else None

    @property
    def computing(self) -> bool:
        """Whether `work` has something to do."""
        return self._simulation is not None and not self._held

    def hold(self, held: bool) -> None:
        """Make no more steps for now, or go on."""
        self._held = held
        self.progressed.emit()

    def work(self) -> None:
        """Make a few steps of unfinished runs; each time there are twice as many, show them."""
        if self.computing and self.scenario == self._shown:
            self._go_on(SLICE)

    def finish(self) -> None:
        """Make all that is to be made, however long it takes."""
        self.resolve()
        self._go_on(math.inf)

    def _go_on(self, seconds: float) -> None:
        simulation = self._simulation
        if simulation is None:
            return
        _advance(simulation, seconds)
        if simulation.done or simulation.made >= 2 * self.steps:
            self._take()
            self.runs_changed.emit()
            self.set_cursor(self._goal)
        if simulation.done:
            self._kept.keep(self._shown, self._problem, self._runs)
        self.progressed.emit()

    def _drop_refused(self) -> None:
        """Go back to the last scenario that could be run."""
        del self._history[self._at :]
        if not self._history or self._history[-1].scenario != self._shown:
            self._history.append(Entry(self._shown, ""))
        self._at, self._gesture = len(self._history) - 1, None
        self.scenario_changed.emit()
        self.history_changed.emit()

    def set_cursor(self, step: int) -> None:
        """Show ``step``, or the nearest there is; of unfinished runs, as soon as there is."""
        self._goal = max(0, min(step, self.last))
        step = min(self._goal, self.steps)
        if step != self._cursor:
            self._cursor = step
            self.cursor_changed.emit(step)


def _anchored(scenario: Scenario, base: Path | None) -> Scenario:
    """With its CSV file by its whole path: wherever it is saved, undo and redo go on finding it."""
    return scenario if base is None else scenario.anchored(base)


def _advance(simulation: Simulation, seconds: float) -> None:
    """Let ``simulation`` go on for about so long.

    By the time of the processor: a short run must not become a draft for what others do meanwhile.
    """
    end = time.thread_time() + seconds
    while not simulation.done:
        simulation.advance()
        if time.thread_time() >= end:
            break
