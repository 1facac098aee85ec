"""The critical points of a loss: their kind, value, eigenvalues, and how far away each one is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QLabel, QTableWidget, QTableWidgetItem, QVBoxLayout

from gdsim.engine.critical import KINDS, CriticalPoint, Kind, critical_points
from gdsim.engine.problems.base import Box, Problem
from gdsim.ui import theme as th
from gdsim.ui.i18n import list_text, sentences_text, tr
from gdsim.ui.numbers import number, point
from gdsim.ui.plots.kept import KeptPicture
from gdsim.ui.plots.lane_layer import PixelItem, mark
from gdsim.ui.plots.view import View
from gdsim.ui.scene import Scene

Array = NDArray[np.float64]

#: Points that are listed; fields of hundreds are for the maps.
MOST = 200
#: So many signs take longer to draw than a frame of a drag may take; more cover the picture.
MANY, COVER = 50, 1000
#: The sign of each kind, on the contour and in the list (pyqtgraph's symbol, a letter for it).
SIGNS: dict[Kind, tuple[str, str]] = {
    "minimum": ("+", "+"),
    "saddle": ("x", "×"),
    "maximum": ("t1", "▲"),
    "degenerate": ("h", "⬡"),
}

_cache: list[tuple[Problem, Box, tuple[CriticalPoint, ...]]] = []


def found(scene: Scene) -> tuple[CriticalPoint, ...]:
    """The critical points in the scene's range; found once for each problem and range."""
    for problem, box, points in _cache:
        if problem is scene.problem and box == scene.box:
            return points
    points = critical_points(scene.problem, scene.box)
    _cache[:] = [(scene.problem, scene.box, points), *_cache[:3]]
    return points


def can_find(scene: Scene) -> bool:
    """Whether it is quick: a formula or a landscape, or a closed answer; and no drag is on."""
    return (scene.problem.rows == 0 or scene.problem.quadratic) and not scene.ghost


class CriticalItem(PixelItem):
    """Marks of saddles, maxima and flat places on the contour; minima have their cross."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(6)
        self.points: tuple[CriticalPoint, ...] = ()
        self._theme = th.LIGHT
        self._kept = KeptPicture()

    def set_scene(self, scene: Scene) -> None:
        """Show what the scene asks for; during a drag what was there stays."""
        if "critical-points" not in scene.shown or scene.problem.dimension != 2:
            self.points = ()
        elif can_find(scene):
            known = [place for place, _ in scene.problem.minima]
            points = found(scene)
            self.points = _unknown(points, known) if len(points) <= COVER else ()
        self.update()

    def set_theme(self, theme: th.Theme) -> None:
        """Use this appearance."""
        self._theme = theme
        self.update()

    def paint_pixels(self, painter: QPainter, scale: Array, shift: Array) -> None:
        if len(self.points) < MANY:
            self._draw(painter, scale, shift)
        else:
            key = (self.points, self._theme, *scale, *shift)
            self._kept.paint(painter, key, lambda inner: self._draw(inner, scale, shift))

    def _draw(self, painter: QPainter, scale: Array, shift: Array) -> None:
        painter.setPen(th.pen(self._theme.minimum_edge, 1.2))
        painter.setBrush(pg.mkBrush(self._theme.minimum))
        # Not as one path: Qt looks for where each of hundreds of signs crosses all others.
        signs = {kind: mark(symbol, self._theme.line * 6.5) for kind, (symbol, _) in SIGNS.items()}
        for critical in self.points:
            x, y = (np.array(critical.theta) * scale + shift).tolist()
            painter.drawPath(signs[critical.kind].translated(x, y))


def _unknown(
    points: tuple[CriticalPoint, ...], minima: list[tuple[float, ...]]
) -> tuple[CriticalPoint, ...]:
    """Those that the catalogue does not know; Newton's method may differ in the last digits."""
    if not points or not minima:
        return points
    theta, known = np.array([p.theta for p in points]), np.array(minima)
    same = np.isclose(theta[:, None], known[None], rtol=1e-5, atol=1e-6).all(axis=2).any(axis=1)
    return tuple(p for p, is_known in zip(points, same.tolist(), strict=True) if not is_known)


class CriticalView(View):
    """A row for each critical point. The distance is that of the first lane's current point."""

    def __init__(self) -> None:
        super().__init__()
        self._scene: Scene | None = None
        self._step = 0
        #: Those that are listed, and how many have been found.
        self.points: tuple[CriticalPoint, ...] = ()
        self.count = 0
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setProperty("role", "muted")
        self.table = QTableWidget(0, 5)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        self.table.setWordWrap(False)
        header = self.table.horizontalHeader()
        # Where it is narrow one moves it sideways: a word that is cut off says nothing.
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        self.table.setTabKeyNavigation(False)
        self.setFocusProxy(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.message)
        column.addWidget(self.table, 1)
        self._name()

    def set_scene(self, scene: Scene) -> None:
        same = self._scene is not None and self._scene.problem is scene.problem
        same = same and self._scene is not None and self._scene.box == scene.box
        self._scene = scene
        if can_find(scene) and not (same and self.points):
            self._list(found(scene))
        elif not can_find(scene) and not scene.ghost:
            self._list(())
        self._measure()

    def _list(self, points: tuple[CriticalPoint, ...]) -> None:
        self.points, self.count = points[:MOST], len(points)
        self._fill()

    def set_step(self, step: int) -> None:
        self._step = step
        self._measure()

    def set_theme(self, theme: th.Theme) -> None:
        self.table.setFont(th.tabular(th.font(theme, 12)))
        self.table.verticalHeader().setDefaultSectionSize(theme.size(24))
        self._share()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
            self._fill()
            self._measure()

    def _name(self) -> None:
        titles = [tr("Kind"), tr("Place"), "J", tr("Eigenvalues"), tr("Distance")]
        self.table.setHorizontalHeaderLabels(titles)
        self.table.setAccessibleName(tr("Critical points"))

    def _fill(self) -> None:
        self.table.setRowCount(len(self.points))
        with self._at_once():
            self._write()
        self.message.setText(self._words())
        self.table.setAccessibleDescription(self._words())
        self._share()

    @contextmanager
    def _at_once(self) -> Iterator[None]:
        """Many cells are written meanwhile: Qt would measure all of them after each."""
        with QSignalBlocker(self.table.model()):
            yield
        header = self.table.horizontalHeader()
        header.resizeSections(QHeaderView.ResizeMode.ResizeToContents)
        self.table.viewport().update()

    def _write(self) -> None:
        for row, critical in enumerate(self.points):
            texts = (
                f"{SIGNS[critical.kind][1]}  {tr(KINDS[critical.kind])}",
                point(critical.theta, 5),
                number(critical.value, 5),
                list_text([number(value, 4) for value in critical.eigenvalues]),
                "",
            )
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if column:
                    item.setTextAlignment(
                        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    )
                self.table.setItem(row, column, item)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Where it is low the rows go first: half a sentence says nothing."""
        left = self.height() - self.message.heightForWidth(self.width())
        rows = 3 * self.table.verticalHeader().defaultSectionSize()
        self.message.setVisible(not self.points or left >= rows)

    def _words(self) -> str:
        scene = self._scene
        if scene is None:
            return ""
        if not can_find(scene):
            return tr("Critical points are found for formulas, landscapes and linear regression.")
        if scene.problem.quadratic and self.points:
            return tr("J is quadratic: its one critical point is the solution of ∇J = 0.")
        if not self.points:
            return tr("There is no critical point in this range.")
        if self.count == len(self.points):
            return tr("Solutions of ∇J = 0 in the range that is shown.")
        lowest = tr("The {shown} lowest of {count} solutions of ∇J = 0 that were found in the "
                    "range that is shown.", shown=len(self.points), count=self.count)  # fmt: skip
        unmarked = tr("So many are not marked on the contour.") if self.count > COVER else ""
        return sentences_text(lowest, unmarked)

    def _measure(self) -> None:
        """How far the first lane is from each."""
        if self._scene is None or not self.points:
            return
        here = self._scene.theta(0, self._step)
        with np.errstate(all="ignore"):
            away = np.linalg.norm(np.array([p.theta for p in self.points]) - here, axis=1)
        with self._at_once():
            for row, distance in enumerate(away.tolist()):
                item = self.table.item(row, 4)
                if item is not None:
                    item.setText(number(distance, 5))

    def heading(self) -> tuple[str, str]:
        return "", str(self.count) if self.count else ""
