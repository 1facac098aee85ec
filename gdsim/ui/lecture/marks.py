"""Marks of a lecture on the pictures: what to look at, and where somebody has predicted a point."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from gdsim.engine.run import Run
from gdsim.lectures import Moment
from gdsim.ui import theme as th
from gdsim.ui.numbers import number
from gdsim.ui.plots.contour import ContourView
from gdsim.ui.plots.curve1d import CurveView
from gdsim.ui.plots.lane_layer import PixelItem, draw_path, faint, mark
from gdsim.ui.plots.paths import drawable, near_first, pieces
from gdsim.ui.scene import Scene

if TYPE_CHECKING:
    from gdsim.ui.main_window import MainWindow

Array = NDArray[np.float64]
Picture = ContourView | CurveView

#: Marks that are a place, and how to find it.
_PLACES = ("start", "point", "minimum", "move", "gradient", "elbow")


class MarksItem(PixelItem):
    """Rings at what is to be looked at; a cross at a prediction, a target at the truth."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(105)
        self.rings: list[Array] = []
        self.gap: Array | None = None
        self.predicted: Array | None = None
        self.actual: Array | None = None
        #: (lane style, places) of the lecture's own paths while something is tried out.
        self.ghosts: list[tuple[int, Array]] = []
        self._theme = th.LIGHT

    def set_marks(
        self,
        theme: th.Theme,
        rings: list[Array],
        gap: Array | None = None,
        predicted: Array | None = None,
        actual: Array | None = None,
        ghosts: list[tuple[int, Array]] | None = None,
    ) -> None:
        """Show these places, each two numbers of the picture's own axes; a gap has two of them."""
        self._theme, self.ghosts = theme, ghosts or []
        self.rings = [ring for ring in rings if np.isfinite(ring).all()]
        self.gap = gap if gap is not None and np.isfinite(gap).all() else None
        self.predicted, self.actual = predicted, actual
        shown = (self.gap, predicted, actual)
        some = self.rings or self.ghosts
        self.setVisible(bool(some) or any(each is not None for each in shown))
        self.update()

    def paint_pixels(self, painter: QPainter, scale: Array, shift: Array) -> None:
        theme = self._theme
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for style, path in self.ghosts:
            painter.setPen(faint(th.pen(theme.lane_colour(style), theme.thin), 0.5))
            draw_path(painter, path * scale + shift)
        painter.setPen(th.pen(theme.accent, theme.line))
        radius = theme.size(15)
        for ring in self.rings:
            at = np.clip(ring * scale + shift, -1e4, 1e4)
            painter.drawEllipse(QPointF(*at), radius, radius)
        if self.gap is not None:
            self._paint_gap(painter, near_first(self.gap * scale + shift))
        if self.predicted is not None and self.actual is not None:
            ends = np.array([self.predicted, self.actual]) * scale + shift
            painter.setPen(th.pen(theme.muted, theme.line, Qt.PenStyle.DotLine))
            draw_path(painter, near_first(ends))
        for place, symbol, colour in (
            (self.predicted, "x", theme.text),
            (self.actual, "o", theme.accent),
        ):
            if place is not None:
                painter.setPen(th.pen(colour, theme.line))
                painter.drawPath(mark(symbol, theme.size(16)).translated(*(place * scale + shift)))

    def _paint_gap(self, painter: QPainter, ends: Array) -> None:
        """The gap for the last row: a thick line, and its length beside the middle."""
        assert self.gap is not None
        theme = self._theme
        painter.setPen(th.pen(theme.gap, 2 * theme.line))
        draw_path(painter, ends)
        painter.setFont(th.font(theme, 20, bold=True))
        text = f" {number(float(np.linalg.norm(self.gap[1] - self.gap[0])))} "
        metrics = painter.fontMetrics()
        size = QSizeF(metrics.horizontalAdvance(text), metrics.height())
        picture = painter.clipBoundingRect()
        box = beside(_within(ends, picture), size, picture, theme.size(18))
        painter.fillRect(box, QColor(theme.card))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _within(ends: Array, picture: QRectF) -> Array:
    """The part of a line that lies in the picture; one that misses it, whole."""
    sides = np.array(picture.getCoords()).reshape(2, 2)
    return next(iter(pieces(ends, *sides)), ends)


def beside(ends: Array, size: QSizeF, picture: QRectF, reach: float) -> QRectF:
    """A box of ``size`` beside a line, in the picture and not over its ends if that is possible.

    What is marked at an end takes ``reach`` pixels around it.
    """
    middle, (width, height) = ends.mean(axis=0), size.toTuple()
    inside = picture.adjusted(2, 2, -2, -2)
    marks = [QRectF(x - reach, y - reach, 2 * reach, 2 * reach) for x, y in ends.tolist()]
    away = (reach / 2, reach + 2, 2 * reach)
    places = [(side * (gap + width / 2), 0.0) for gap in away for side in (-1, 1)]
    places += [(0.0, side * (gap + height / 2)) for gap in away for side in (-1, 1)]
    boxes = []
    for x, y in places:
        box = QRectF(0, 0, width, height)
        box.moveCenter(QPointF(middle[0] + x, middle[1] + y))
        boxes.append(box)
    for box in boxes:
        if inside.contains(box) and not any(box.intersects(mark) for mark in marks):
            return box
    return next((box for box in boxes if inside.contains(box)), boxes[0])


class Marks(QObject):
    """Keeps a `MarksItem` in each picture on the stage; takes clicks while a point is asked."""

    #: A point was clicked, a tuple of d numbers.
    pointed = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._items: WeakKeyDictionary[Picture, MarksItem] = WeakKeyDictionary()
        self._asking: list[tuple[QWidget, Picture]] = []

    def show(
        self, moment: Moment | None, predicted: tuple[float, ...] | None,
        ghosts: tuple[Run, ...] = (),
    ) -> None:  # fmt: skip
        """Mark what the beat marks; nothing for ``None``, but the paths of ``ghosts``."""
        scene = self._window.scene
        pictures = self._pictures()
        for view in pictures:
            if view not in self._items:
                self._items[view] = MarksItem()
                view.plot.addItem(self._items[view], ignoreBounds=True)
            if moment is None and scene is not None and ghosts:
                found = ghost_paths(scene, view, ghosts)
                theme = self._window.appearance.theme
                self._items[view].set_marks(theme, [], ghosts=found)
            else:
                self._mark(view, scene, moment, predicted)
        question = moment.question if moment else None
        asking = bool(moment and moment.phase == "ask" and question and question.point is not None)
        self._ask(pictures if asking else [])

    def _pictures(self) -> list[Picture]:
        return [v for v in self._window.stage.views() if isinstance(v, ContourView | CurveView)]

    def _mark(
        self, view: Picture, scene: Scene | None, moment: Moment | None,
        predicted: tuple[float, ...] | None,
    ) -> None:  # fmt: skip
        theme = self._window.appearance.theme
        if scene is None or moment is None:
            self._items[view].set_marks(theme, [])
            return
        rings = [] if moment.question else places(scene, moment, view)
        question = moment.question
        asked = question is not None and question.point is not None
        actual = question.point if question and moment.phase == "reveal" else None
        self._items[view].set_marks(
            theme,
            rings,
            None if moment.question else gap(scene, moment, view),
            _on(scene, predicted) if asked and predicted else None,
            _on(scene, actual) if actual is not None else None,
        )

    # Clicking a point ------------------------------------------------------------------------

    def _ask(self, pictures: list[Picture]) -> None:
        wanted = [(view.plot.viewport(), view) for view in pictures]
        if wanted == self._asking:
            return
        for viewport, _ in self._asking:
            if isValid(viewport):  # panels come and go with the lanes
                viewport.removeEventFilter(self)
                viewport.unsetCursor()
        self._asking = wanted
        for viewport, _ in wanted:
            viewport.installEventFilter(self)
            viewport.setCursor(Qt.CursorShape.CrossCursor)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease,
                 QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseMove)  # fmt: skip
        if event.type() not in kinds or not isinstance(event, QMouseEvent):
            return False
        if event.type() == kinds[0] and event.button() == Qt.MouseButton.LeftButton:
            view = next((view for viewport, view in self._asking if viewport is watched), None)
            if view is None:  # an error in here would bring Qt down
                return False
            at = view.plot.mapToScene(event.position().toPoint())
            place = view.plot.getViewBox().mapSceneToView(at)
            dimension = 1 if isinstance(view, CurveView) else 2
            self.pointed.emit((place.x(), place.y())[:dimension])
        return True


def _on(scene: Scene, point: tuple[float, ...]) -> Array:
    """A point of the problem on the picture: on the curve where there is one parameter."""
    if len(point) == 1:
        return np.array([point[0], float(scene.problem.value(np.array(point)))])
    return np.array(point)


def ghost_paths(scene: Scene, view: Picture, runs: tuple[Run, ...]) -> list[tuple[int, Array]]:
    """(lane style, places) of these runs, as far as they are of the landscape in the picture."""
    if len(runs) != len(scene.runs) or runs[0].problem is not scene.problem:
        return []
    found = []
    for lane in lanes_of(scene, view):
        path = runs[lane].theta
        if isinstance(view, CurveView):
            path = np.column_stack((path[:, 0], runs[lane].loss))
        drawn = drawable(path, *view.plot.frame())
        if len(drawn) > 1:
            found.append((scene.styles[lane], drawn))
    return found


def places(scene: Scene, moment: Moment, view: Picture) -> list[Array]:
    """What the beat's highlights mean on this picture."""
    shown = lanes_of(scene, view)
    found: list[Array] = []
    if moment.lines:
        found.append(written_point(moment))
    for name in moment.highlight:
        if name in _PLACES:
            found += _places(name, scene, moment, shown)
    return [_on(scene, tuple(place.tolist())) for place in found]


def lanes_of(scene: Scene, view: Picture) -> tuple[int, ...]:
    """The lanes that a picture shows."""
    lanes = view.lanes if isinstance(view, ContourView) else None
    return lanes if lanes is not None else tuple(range(len(scene.runs)))


def gap(scene: Scene, moment: Moment, view: Picture) -> Array | None:
    """The two ends of the gap, shape (2, 2), where the beat marks it and the picture shows it."""
    pair = scene.pair
    if "gap" not in moment.highlight or pair is None or pair[1] not in lanes_of(scene, view):
        return None
    ends = np.array([_on(scene, tuple(scene.theta(i, moment.step).tolist())) for i in pair])
    return None if (ends[0] == ends[1]).all() else ends


def written_point(moment: Moment) -> Array:
    """Where the parameters are after the line of the listing that has just been executed."""
    names = moment.lines[-1].names
    return np.array(names["theta"] if "theta" in names else (*names["w"], *names["b"]))


def _places(name: str, scene: Scene, moment: Moment, lanes: tuple[int, ...]) -> list[Array]:
    if name == "start":
        return [np.array(scene.start)]
    if name == "minimum":
        return [np.array(place) for place, _ in scene.problem.minima]
    if name == "elbow":
        sequential = [lane for lane in lanes if scene.runs[lane].lane.order == "sequential"]
        return [
            scene.runs[lane].elbows(moment.step - 1)[1]
            for lane in sequential
            if 0 < moment.step <= scene.runs[lane].steps
        ]
    return [scene.theta(lane, moment.step) for lane in lanes]
