"""Data points moved, added or removed in a view become data of the scenario."""

from __future__ import annotations

from dataclasses import replace

from gdsim.engine.text import N_
from gdsim.scenario import GivenData
from gdsim.ui.feature import Feature

Points = tuple[tuple[float, ...], tuple[float, ...]]


class DataEdits(Feature):
    """Wires `Workspace.data_dragged` to the session."""

    def start(self) -> None:
        self.window.workspace.data_dragged.connect(self._on_data)

    def _on_data(self, points: Points, finished: bool) -> None:
        scenario, (x, y) = self.window.session.scenario, points
        problem = replace(scenario.problem, data=GivenData(x, y))
        rows = self.window.session.problem.rows
        label = N_("Move a data point")
        if len(x) != rows:
            label = N_("Add a data point") if len(x) > rows else N_("Remove a data point")
        self.window.edit(replace(scenario, problem=problem), label, finished)
