"""The quiet background of a contour: the loss in 14 bands with hairline level curves."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import contourpy
import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPaintEngine, QPainter, QPainterPath, QPixmap, QTransform

from gdsim.engine.problems.base import Box, Problem
from gdsim.ui import theme as th
from gdsim.ui.plots.lane_layer import WholeItem, polygon
from gdsim.ui.plots.level_curves import curves_at, draw_curves

Array = NDArray[np.float64]

#: Bands of colour, and grid points along w and b: enough that no level curve shows corners.
BANDS = 14
GRID = (161, 121)
#: … while data are dragged, which makes another field in every frame.
DRAFT = (65, 49)


@dataclass(frozen=True, eq=False)
class Field:
    """Level curves of a problem over a range: for each band the area from it upwards, all lines.

    Areas that lie on each other show no seams, as neighbours would. Each has the points (n, 2) of
    its outlines, those of holes too. The lines are points (n, 2) with NaN between them.
    """

    areas: tuple[list[Array], ...]
    lines: Array


@lru_cache(maxsize=2)
def levels(problem: Problem, box: Box, grid: tuple[int, int] = GRID) -> Array:
    """Loss values that bound the bands, ascending, shape (BANDS + 1,).

    Spaced by a power of at least 2 (on a bowl: equally far apart), and by so high a one that half
    of the picture lies below the middle level.
    """
    values = grid_values(problem, box, grid)[2]
    finite = values[np.isfinite(values)]
    if not finite.size:
        return np.linspace(0.0, 1.0, BANDS + 1)
    known = [value for point, value in problem.minima if inside(point, box)]
    low = min([float(finite.min()), *known])
    # The very highest corner may tower over all else; the bands are for the rest.
    high, centre = _quantile(finite, 0.98), _quantile(finite, 0.5)
    if not high > low:
        return low + np.linspace(0.0, 1.0, BANDS + 1)
    middle = (centre - low) / (high - low)
    power = float(np.clip(np.log(max(middle, 1e-9)) / np.log(0.5), 2.0, 8.0))
    return np.asarray(low + (high - low) * np.linspace(0.0, 1.0, BANDS + 1) ** power)


def _quantile(values: Array, share: float) -> float:
    """The value below which ``share`` of ``values`` lie; unlike NumPy's it needs no numpy.ma."""
    at = int(share * (len(values) - 1))
    return float(np.partition(values, at)[at])


def inside(point: tuple[float, ...], box: Box) -> bool:
    """Whether ``point`` lies in ``box``."""
    return all(low <= p <= high for p, (low, high) in zip(point, box, strict=True))


@lru_cache(maxsize=2)
def grid_values(
    problem: Problem, box: Box, grid: tuple[int, int] = GRID
) -> tuple[Array, Array, Array]:
    """w (n,), b (m,) and J on their grid (m, n), read-only: levels and curves ask for the same."""
    w = np.linspace(*box[0], grid[0])
    b = np.linspace(*box[1], grid[1])
    theta = np.stack(np.meshgrid(w, b), axis=-1)
    values = problem.value(theta)
    for each in (w, b, values):
        each.setflags(write=False)
    return w, b, values


@lru_cache(maxsize=6)
def make_field(
    problem: Problem, box: Box, bounds: tuple[float, ...], grid: tuple[int, int] = GRID
) -> Field:
    """The level curves of ``problem`` over ``box`` at the levels ``bounds``."""
    w, b, values = grid_values(problem, box, grid)
    # The class itself: the function in front of it loads numpy.ma, a tenth of the start.
    generator = contourpy.SerialContourGenerator(
        *np.meshgrid(w, b),
        values,
        ~np.isfinite(values),
        corner_mask=True,
        line_type=contourpy.LineType.ChunkCombinedNan,
        fill_type=contourpy.FillType.ChunkCombinedOffset,
        quad_as_tri=False,
        z_interp=contourpy.ZInterp.Linear,
    )
    areas = [_outlines(*generator.filled(low, np.inf)) for low in (-np.inf, *bounds[1:-1])]
    return Field(tuple(areas), curves_at(generator, bounds[1:]))


def _outlines(chunks: list[Array | None], offsets: list[Array | None]) -> list[Array]:
    """What contourpy tells of an area: the points of all outlines, and where each begins."""
    return [
        points[first:last]
        for points, starts in zip(chunks, offsets, strict=True)
        if points is not None and starts is not None
        for first, last in pairwise(starts.tolist())
    ]


#: The pictures painted last, by all that they depend on: panels side by side show the same one, or
#: by turns one that is a pixel wider.
_painted: dict[object, QPixmap] = {}


class FieldItem(WholeItem):
    """Draws a `Field` behind everything else, painted once into a pixmap for each view range."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(-100)
        self._problem: Problem | None = None
        #: Whether what is shown is a draft.
        self.draft = False
        self._levels: tuple[float, ...] = ()
        self._theme = th.LIGHT
        self._key: object = None
        self._pixmap = QPixmap()

    def set_problem(self, problem: Problem, bounds: Array, *, draft: bool = False) -> None:
        """Show ``problem`` with these band levels; a ``draft`` is coarser."""
        self._problem, self._levels, self.draft = problem, tuple(bounds.tolist()), draft
        self._key = None
        self.update()

    def set_theme(self, theme: th.Theme) -> None:
        """Use the theme's colours."""
        self._theme = theme
        self._key = None
        self.update()

    def paint(self, painter: QPainter, *_: object) -> None:
        """Blit the pixmap at device resolution; render it anew if range, size or look changed."""
        if self._problem is None:
            return
        rect = self.viewRect()
        world = painter.worldTransform()
        target = world.mapRect(rect)
        if painter.paintEngine().type() == QPaintEngine.Type.SVG:
            self._draw_vectors(painter, rect, target)
            return
        ratio = painter.device().devicePixelRatioF()
        what = (self._problem, self._levels, self.draft, self._theme)
        key = (*what, rect.getRect(), target.width(), target.height(), ratio)
        if key != self._key:
            if key not in _painted:
                while len(_painted) > 1:
                    del _painted[next(iter(_painted))]
                _painted[key] = self._render(rect, target.size(), ratio)
            self._pixmap, self._key = _painted[key], key
        painter.save()
        # In device coordinates the pixmap is copied, not resampled.
        painter.setWorldTransform(QTransform())
        painter.drawPixmap(target.topLeft(), self._pixmap)
        painter.restore()

    def _draw_vectors(self, painter: QPainter, rect: QRectF, target: QRectF) -> None:
        """For a file of lines: the paths themselves instead of their picture."""
        painter.save()
        painter.setWorldTransform(QTransform.fromTranslate(target.x(), target.y()))
        painter.setClipRect(QRectF(QPointF(), target.size()))
        painter.fillRect(QRectF(QPointF(), target.size()), th.field_colours(self._theme, BANDS)[-1])
        self._draw(painter, rect, target.size())
        painter.restore()

    def _render(self, rect: QRectF, size: QSizeF, ratio: float) -> QPixmap:
        assert self._problem is not None
        pixmap = QPixmap(max(1, round(size.width() * ratio)), max(1, round(size.height() * ratio)))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(th.field_colours(self._theme, BANDS)[-1])
        painter = QPainter(pixmap)
        self._draw(painter, rect, size)
        painter.end()
        return pixmap

    def _draw(self, painter: QPainter, rect: QRectF, size: QSizeF) -> None:
        """Bands and level curves of ``rect``, ``size`` pixels large."""
        assert self._problem is not None
        box = ((rect.left(), rect.right()), (rect.top(), rect.bottom()))
        if not all(high > low for low, high in box):
            return
        field = make_field(self._problem, box, self._levels, DRAFT if self.draft else GRID)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, not self.draft)
        wide, high = size.width() / rect.width(), -size.height() / rect.height()
        shift = -rect.left() * wide, -rect.bottom() * high
        colours = th.field_colours(self._theme, BANDS)
        painter.setPen(pg.mkPen(None))
        for colour, area in zip(colours, field.areas, strict=True):
            path = QPainterPath()
            for outline in area:
                path.addPolygon(polygon(outline * (wide, high) + shift))
            painter.setBrush(colour)
            painter.drawPath(path)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(pg.mkBrush(None))
        draw_curves(painter, field.lines * (wide, high) + shift, th.level_pen(self._theme))
