"""What contour and curve have in common: the start and the steps on a plot of two axes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QWidget

from gdsim.engine.run import Run
from gdsim.ui.plots.hand import HandPlot
from gdsim.ui.plots.hover import REACH, nearest
from gdsim.ui.plots.landmarks import HighlightItem
from gdsim.ui.plots.start_view import StartView

Array = NDArray[np.float64]


class FlatView(StartView):
    """A view that is one plot."""

    plot: HandPlot
    highlight: HighlightItem

    def __init__(self) -> None:
        super().__init__()
        self._highlight: int | None = None

    @staticmethod
    def path(run: Run) -> Array:
        """Where each step is in the plot, shape (T + 1, 2)."""
        raise NotImplementedError

    def place(self, lane: int, step: int) -> Array:
        """Where ``lane`` is in the plot at cursor ``step``."""
        assert self._scene is not None
        return self.path(self._scene.runs[lane])[self._scene.at(lane, step)]

    def set_highlight(self, step: int | None) -> None:
        if step != self._highlight:
            self._highlight = step
            self.draw_highlight()

    def draw_highlight(self) -> None:
        """Ring the step that is lit up, in every lane."""
        scene, step = self._scene, self._highlight
        points: list[tuple[int | None, Array]] = []
        if scene is not None and step is not None and self.draws():
            points = [(scene.styles[lane], self.place(lane, step)) for lane in self.drawn_lanes()]
        self.highlight.set_points(points, self._theme)

    @property
    def canvas(self) -> QWidget:
        return self.plot

    def shows(self, position: QPointF) -> bool:
        return self.plot.shows(position)

    def step_at(self, position: QPointF) -> int | None:
        assert self._scene is not None
        low, high, pixels = self.plot.frame()
        seen, runs = self.seen_steps(), self._scene.runs
        paths = [self.path(runs[lane])[seen] for lane in self.drawn_lanes()]
        reach = REACH * self._theme.text_scale
        return nearest(paths, self.plot.place(position), (high - low) / pixels, reach)

    def pixel(self, lane: int, step: int) -> QPointF | None:
        at = self.place(lane, step)
        return self.plot.pixel(*at.tolist()) if np.isfinite(at).all() else None
