"""The one mutable thing about what is shown: scenario, its runs, the cursor, and undo."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from gdsim.engine.errors import GdsimError
from gdsim.engine.problems.base import Problem
from gdsim.engine.run import Run
from gdsim.scenario import Scenario

#: Steps of undo that are kept.
HISTORY = 500


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
    cursor: int


class Session(QObject):
    """Scenario, runs and cursor.

    `edit` only notes the new scenario; `resolve`, called by the window at most once a frame, makes
    the runs of the last one. Edits made while a gesture is open (a drag) are one step of undo.
    """

    #: The scenario is another one; runs follow with the next `resolve`.
    scenario_changed = Signal()
    #: Problem and runs are new.
    runs_changed = Signal()
    #: The cursor stands at another step.
    cursor_changed = Signal(int)
    #: What can be undone or redone changed, or the scenario was saved.
    history_changed = Signal()
    #: An edit could not be run; the scenario shown stays (a `GdsimError`).
    refused = Signal(object)

    def __init__(self, scenario: Scenario, base: Path | None = None) -> None:
        super().__init__()
        scenario = _anchored(scenario, base)
        self._history = [Entry(scenario, "")]
        self._at = 0
        self._saved: Scenario | None = scenario
        self._gesture: Before | None = None
        self._problem = scenario.make_problem()
        self._runs = scenario.run(self._problem)
        self._shown = scenario
        self._cursor = 0

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
    def before(self) -> tuple[Run, ...]:
        """The runs from before the gesture (a drag) that is under way; empty between gestures."""
        return self._gesture.runs if self._gesture else ()

    @property
    def cursor(self) -> int:
        """Step that is shown, 0 … `steps`."""
        return self._cursor

    @property
    def steps(self) -> int:
        """Steps of the longest run."""
        return max(run.steps for run in self._runs)

    @property
    def modified(self) -> bool:
        """Whether the scenario differs from what was last saved or opened."""
        return self.scenario != self._saved

    # Editing ---------------------------------------------------------------------------------

    def edit(self, scenario: Scenario, label: str, *, finished: bool = True) -> None:
        """Set another scenario. Unfinished edits (a drag under way) merge into one undo step."""
        changed = scenario != self.scenario
        was_open, began = self._gesture is not None, self._now()
        if changed:
            merge = was_open and self._at > 0
            keep = self._history[: self._at if merge else self._at + 1]
            self._history = [*keep, Entry(scenario, label)][-HISTORY:]
            self._at = len(self._history) - 1
        if finished:
            self._gesture = None
        elif changed and not was_open:
            self._gesture = began
        if changed:
            self.scenario_changed.emit()
            self.history_changed.emit()
        elif was_open and finished:
            # The runs are the same, but nothing is compared with them any more.
            self.runs_changed.emit()

    def _now(self) -> Before:
        history = tuple(self._history)
        return Before(history, self._at, self._problem, self._runs, self._shown, self._cursor)

    def cancel(self) -> None:
        """Drop the gesture that is under way: all is as if it had never begun, the cursor too."""
        before, self._gesture = self._gesture, None
        if before is None:
            return
        self._history, self._at = list(before.history), before.at
        self._problem, self._runs, self._shown = before.problem, before.runs, before.shown
        self.scenario_changed.emit()
        self.runs_changed.emit()
        self.history_changed.emit()
        self.set_cursor(before.cursor)

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

    def open(self, scenario: Scenario, base: Path | None = None) -> None:
        """Replace everything, history included. Raises `GdsimError` if it cannot be run.

        ``base`` is the folder that the path of a CSV file is relative to.
        """
        scenario = _anchored(scenario, base)
        problem = scenario.make_problem()
        runs = scenario.run(problem)
        self._problem, self._runs, self._shown = problem, runs, scenario
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
        try:
            problem = self._problem
            if scenario.problem != self._shown.problem:
                problem = scenario.make_problem()
            scenario.check(problem)
            runs = scenario.run(problem)
        except GdsimError as error:
            self._drop_refused()
            self.refused.emit(error)
            return
        self._problem, self._runs, self._shown = problem, runs, scenario
        self.runs_changed.emit()
        self.set_cursor(self._cursor)

    def _drop_refused(self) -> None:
        """Go back to the last scenario that could be run."""
        del self._history[self._at :]
        if not self._history or self._history[-1].scenario != self._shown:
            self._history.append(Entry(self._shown, ""))
        self._at, self._gesture = len(self._history) - 1, None
        self.scenario_changed.emit()
        self.history_changed.emit()

    def set_cursor(self, step: int) -> None:
        """Show ``step``, or the nearest there is."""
        step = max(0, min(step, self.steps))
        if step != self._cursor:
            self._cursor = step
            self.cursor_changed.emit(step)


def _anchored(scenario: Scenario, base: Path | None) -> Scenario:
    """With its CSV file by its whole path: wherever it is saved, undo and redo go on finding it."""
    return scenario if base is None else scenario.anchored(base)
