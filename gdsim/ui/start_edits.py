"""The start moved in a view, or put where a lane is now, becomes the start of the scenario."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from gdsim.engine.errors import ScenarioError
from gdsim.engine.text import N_
from gdsim.scenario.specs import START
from gdsim.ui import lane_looks
from gdsim.ui.action_spec import ActionSpec
from gdsim.ui.feature import Feature

Point = tuple[float, ...]


class StartEdits(Feature):
    """Wires what the views say of dragging to the session; the keyboard's twin is an action."""

    actions = (
        ActionSpec("start-here", N_("Start fro&m the current point"), "run", ("Ctrl+Shift+Home",),
                   after="restart", why=N_("This is the start"),
                   help=N_("Begin a new run where the first lane shown (or the chosen one) is now; "
                           "Alt and the arrow keys then move the start")),
    )  # fmt: skip

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"start-here": self._start_here}

    def start(self) -> None:
        workspace = self.window.workspace
        workspace.start_dragged.connect(self._on_start)
        workspace.current_dragged.connect(self._on_current)
        workspace.drag_cancelled.connect(self.window.session.cancel)

    def refresh(self) -> None:
        self.window.actions_["start-here"].setEnabled(self.window.session.cursor > 0)

    def _on_start(self, point: Point, finished: bool) -> None:
        self._edit(point, N_("Move the start"), finished)

    def _on_current(self, point: Point, finished: bool) -> None:
        """One step of undo; the hand holds the start of the new run."""
        if self._edit(point, N_("Start from the current point"), finished):
            self.window.player.go(0)

    def _edit(self, point: Point, label: str, finished: bool) -> bool:
        """Whether a run may start at ``point``; where a lane has diverged, none may."""
        session = self.window.session
        try:
            start = tuple(float(START.check(number, "start")) for number in point)
        except ScenarioError as error:
            session.refused.emit(error)
            return False
        self.window.edit(replace(session.scenario, start=start), label, finished)
        return True

    def _start_here(self) -> None:
        session = self.window.session
        session.resolve()
        run = session.runs[self._lane()]
        point = run.theta[min(session.cursor, run.steps)]
        self._on_current(tuple(point.tolist()), True)

    def _lane(self) -> int:
        """The lane that is chosen in the panel, else the first that is shown."""
        looks = lane_looks.looks(self.window.session.scenario)
        shown = [lane for lane, look in enumerate(looks) if not look.hidden]
        chosen = self.window.parameters.lanes.target
        return chosen if chosen in shown else shown[0]
