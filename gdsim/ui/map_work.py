"""Lets the maps, and at first the surface, do a little of their work in each frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from shiboken6 import isValid

from gdsim.ui.feature import Feature

if TYPE_CHECKING:
    # The window does not wait for views that nobody has opened.
    from gdsim.ui.plots.map_rates import RateMapView
    from gdsim.ui.plots.maps import MapsView
    from gdsim.ui.plots.surface import SurfaceView

#: Seconds of a frame that the maps may take.
BUDGET = 0.006
RATES = "rate-map"
VIEWS = ("maps", RATES)


class MapWork(Feature):
    """Drives the views that have long work to do, and takes their clicks on a learning rate."""

    def start(self) -> None:
        self._wired: set[str] = set()
        self.window.clock.frame.connect(self._work)
        for name in VIEWS:
            self.window.workspace.docks[name].visibilityChanged.connect(self._on_shown)

    def refresh(self) -> None:
        self._ask()

    def _on_shown(self, _visible: bool) -> None:
        self._ask()

    def _views(self) -> list[MapsView | RateMapView | SurfaceView]:
        """The maps that are on the screen, and the surface."""
        found: list[MapsView | RateMapView | SurfaceView] = []
        # Not by its name, which would make it.
        surface = vars(self.window.stage).get("surface")
        if surface is not None and isValid(surface) and surface.isVisible():
            found.append(surface)
        for name in VIEWS:
            view = cast("MapsView | RateMapView | None", self.window.workspace.docks[name].view)
            # Docks hide while a window that nobody closed is torn down, one after the other.
            if view is None or not isValid(view):
                continue
            if name not in self._wired and name == RATES:
                self._wired.add(name)
                cast("RateMapView", view).rate_chosen.connect(self.window.parameters.choose_rate)
            if view.isVisible():
                found.append(view)
        return found

    def _work(self, _seconds: float) -> None:
        for view in self._views():
            view.work(BUDGET)
        self._ask()

    def _ask(self) -> None:
        if any(view.pending for view in self._views()):
            self.window.clock.ask()
