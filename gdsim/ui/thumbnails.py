"""Small pictures of scenes, painted off-screen by the views themselves."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from gdsim.scenario import Scenario, load_scenario
from gdsim.scenario.builtin import BUILTIN, builtin_path
from gdsim.ui import theme as th
from gdsim.ui.plots.contour import ContourView
from gdsim.ui.plots.curve1d import CurveView
from gdsim.ui.scene import Scene
from gdsim.ui.view_box import view_box

#: Step that a picture shows: late enough that the lanes have parted.
_STEP = 24
#: Size of lines and marks, as a part of that in a view.
_SMALL = 0.6
#: Pictures that are kept: all scenes in two looks.
_MOST = 2 * len(BUILTIN)
#: What has been painted last, by scene, theme and size.
_painted: dict[tuple[str, str, int, int, float], QPixmap] = {}


@lru_cache(maxsize=64)
def builtin_scene(name: str) -> Scenario:
    """A scene that came with the program."""
    path = builtin_path(name)
    return load_scenario(path).anchored(path.parent)


class Painter:
    """Paints one scene after the other with two views that are never shown."""

    def __init__(self, parent: QWidget, size: QSize, theme: th.Theme) -> None:
        self._parent, self._size = parent, size
        # Marks and lines as small as the picture.
        self._theme = replace(theme, line=theme.line * _SMALL)
        self._views: dict[int, ContourView | CurveView] = {}

    def _key(self, name: str) -> tuple[str, str, int, int, float]:
        size, ratio = self._size, self._parent.devicePixelRatioF()
        return name, self._theme.id, size.width(), size.height(), ratio

    def known(self, name: str) -> QPixmap | None:
        """The picture, if it has been painted."""
        return _painted.get(self._key(name))

    def paint(self, name: str) -> QPixmap:
        """The picture of a scene that came with the program."""
        key = self._key(name)
        if key not in _painted:
            while len(_painted) >= _MOST:
                del _painted[next(iter(_painted))]
            _painted[key] = self._paint(builtin_scene(name))
        return _painted[key]

    def _paint(self, scenario: Scenario) -> QPixmap:
        problem = scenario.make_problem(None)
        runs = scenario.run(problem)
        styles = th.lane_styles(tuple(run.lane for run in runs))
        scene = Scene(problem, runs, styles, ("",) * len(runs), view_box(problem, runs))
        view = self._view(problem.dimension)
        view.set_step(min(_STEP, scene.steps))
        view.set_scene(scene)
        for side in ("left", "bottom"):  # a label brings its axis back
            view.plot.hideAxis(side)
        # A copy: what is painted on keeps what it was painted with, more than the picture itself.
        return view.grab().copy()

    def _view(self, dimension: int) -> ContourView | CurveView:
        if dimension not in self._views:
            view = ContourView(None) if dimension == 2 else CurveView()
            if isinstance(view, CurveView):
                view.silent = True
            view.setParent(self._parent)
            view.hide()
            view.set_theme(self._theme)
            view.resize(self._size)
            self._views[dimension] = view
        return self._views[dimension]
