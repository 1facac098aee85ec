"""The loss of the current batch alone, ghosted on a contour as hairlines in the lane's colour.

Its level curves are those of the same losses as the field's, so that both can be compared: where a
batch's valley lies elsewhere, its step leads elsewhere.
"""

from __future__ import annotations

import contourpy
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from gdsim.engine.problems.base import Indices, Problem
from gdsim.ui import theme as th
from gdsim.ui.plots.kept import KeptPicture
from gdsim.ui.plots.lane_layer import PixelItem
from gdsim.ui.plots.level_curves import curves_at, stroke_curves
from gdsim.ui.scene import Scene

Array = NDArray[np.float64]

#: Grid points along w and b: a batch lasts one step, and its loss is as smooth as the model.
GRID = (49, 37)
#: Rows times grid points beyond which the grid becomes coarser.
_MOST = 120_000
#: Opacity of the curves.
_FAINT = 0.75


class BatchItem(PixelItem):
    """Level curves of the batch of each lane at the current step."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(-50)
        self._theme = th.LIGHT
        self._bounds: Array = np.empty(0)
        self._curves: list[tuple[int, Array]] = []
        self._key: object = None
        self._kept = KeptPicture()

    def set_theme(self, theme: th.Theme) -> None:
        """Use this appearance."""
        self._theme = theme
        self.update()

    def set_levels(self, bounds: Array) -> None:
        """Draw the curves of every other one of these losses."""
        self._bounds = bounds[1::2]
        self._key = None

    def set_step(
        self, scene: Scene, lanes: tuple[int, ...], step: int, low: Array, high: Array
    ) -> None:
        """Show the batches of ``lanes`` at cursor ``step`` over the range ``low`` … ``high``."""
        batches = distinct_batches(scene, lanes, step) if "batch-contours" in scene.shown else {}
        self.setVisible(bool(batches))
        key = (scene.problem, low.tobytes(), high.tobytes(),
               tuple((style, rows.tobytes()) for style, rows in batches.items()))  # fmt: skip
        if key == self._key:
            return
        self._key = key
        self._curves = [
            (style, batch_curves(scene.problem, rows, low, high, self._bounds))
            for style, rows in batches.items()
        ]
        self.update()

    @property
    def shown(self) -> list[int]:
        """Styles of the lanes whose batch is drawn."""
        return [style for style, _ in self._curves] if self.isVisible() else []

    def paint_pixels(self, painter: QPainter, scale: Array, shift: Array) -> None:
        key = (self._key, self._theme, *scale, *shift)
        painter.setOpacity(_FAINT)
        self._kept.paint(painter, key, lambda inner: self._draw(inner, scale, shift))
        painter.setOpacity(1.0)

    def _draw(self, painter: QPainter, scale: Array, shift: Array) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for style, curves in self._curves:
            painter.setPen(th.pen(self._theme.lane_colour(style), self._theme.line * 0.5))
            stroke_curves(painter, curves * scale + shift)


def distinct_batches(scene: Scene, lanes: tuple[int, ...], step: int) -> dict[int, Indices]:
    """The rows of each lane's batch by style, a batch that lanes share only once."""
    batches: dict[int, Indices] = {}
    seen: set[bytes] = set()
    for lane in lanes:
        rows = scene.batch(lane, step)
        if rows is not None and rows.tobytes() not in seen:
            seen.add(rows.tobytes())
            batches[scene.styles[lane]] = rows
    return batches


def batch_curves(problem: Problem, rows: Indices, low: Array, high: Array, bounds: Array) -> Array:
    """The level curves of the loss of ``rows`` at ``bounds``: points (n, 2), NaN between curves."""
    share = min(1.0, (_MOST / (GRID[0] * GRID[1] * len(rows))) ** 0.5)
    count = [max(9, round(n * share)) for n in GRID]
    axes = [np.linspace(*ends) for ends in zip(low, high, count, strict=True)]
    values = problem.subset(rows).value(np.stack(np.meshgrid(*axes), axis=-1))
    w, b = axes
    generator = contourpy.contour_generator(
        w, b, np.ma.masked_invalid(values), line_type="ChunkCombinedNan"
    )
    return curves_at(generator, bounds)
