"""A pyqtgraph plot in the project's tone: two axes, no buttons, no menus."""

from __future__ import annotations

from typing import ClassVar
from weakref import WeakSet

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame

from gdsim.ui import theme as th
from gdsim.ui.numbers import DIGITS, number, power_of_ten
from gdsim.ui.plots.surface_heights import nice_ticks

Array = NDArray[np.float64]

pg.setConfigOptions(antialias=True)


#: Pixels below a label's text that are empty.
_HANGS = 2

#: A plot is low when it has not so many times the height of its axis.
LOW = 3.5


class TidyAxis(pg.AxisItem):
    """An axis whose labels never crowd: logarithmic ones are decades, or some between where few."""

    _inside = False
    _words: str | None = None

    def tickSpacing(self, minVal, maxVal, size):
        """As pyqtgraph spaces them, but so far apart that the labels have room."""
        levels = super().tickSpacing(minVal, maxVal, size)
        if self.logMode or not levels or maxVal <= minVal:
            return levels
        per_unit, spacing = size / (maxVal - minVal), levels[0][0]
        for _ in range(4):
            if spacing * per_unit >= self._label_room(minVal, maxVal, spacing):
                break
            leading = round(spacing / 10 ** np.floor(np.log10(spacing) + 1e-9))
            spacing *= 2.5 if leading == 2 else 2.0
        return levels if spacing == levels[0][0] else [(spacing, 0), levels[0]]

    def _label_room(self, low, high, spacing):
        """Pixels that a label takes along the axis, with the space to the next."""
        metrics = QFontMetrics(self.style["tickFont"] or self.font())
        if self.orientation in ("left", "right"):
            return metrics.height()
        ends = [np.ceil(low / spacing) * spacing, np.floor(high / spacing) * spacing]
        texts = self.tickStrings(ends, self.autoSIPrefixScale * self.scale, spacing)
        return max(map(metrics.horizontalAdvance, texts)) + metrics.averageCharWidth()

    def logTickValues(self, low, high, size, ticks):
        """Major ticks with labels and, over few decades, minor ones without."""
        decades = np.arange(np.floor(low), np.ceil(high) + 1)
        most = max(2, int(size / (2.2 * self.style["tickFont"].pixelSize())))
        if high - low < 1.5 or ((decades > low) & (decades < high)).sum() < 2:
            named = [1, 2, 5] if high - low < 1.5 else [1, 3]
            major = (decades[:, None] + np.log10(named)).ravel()
            minor = (
                decades[:, None] + np.log10([n for n in range(1, 10) if n not in named])
            ).ravel()
            if ((major >= low) & (major <= high)).sum() < 2:
                # None of them, or one that tells nothing of the scale.
                major = np.log10(nice_ticks(10.0**low, 10.0**high, 4))
        else:
            step = int(np.ceil(len(decades) / most))
            whole = np.mod(decades, step) == 0
            major, minor = decades[whole], decades[~whole]
        shown = [[v for v in values if low <= v <= high] for values in (major, minor)]
        return [(1.0, shown[0]), (0.1, shown[1])]

    def logTickStrings(self, values, scale, spacing):
        """Plain numbers where they are short, powers of ten elsewhere; minor ticks have none."""
        if spacing < 1.0:
            return [""] * len(values)
        return [self._power(float(value)) for value in values]

    def tickStrings(self, values, scale, spacing):
        """As all numbers of the program are written, with the digits that tell them apart."""
        if self.logMode:
            return super().tickStrings(values, scale, spacing)
        most = max((abs(value) for value in values), default=0.0)
        digits = int(np.ceil(np.log10(max(most / spacing, 1.0)))) + 2
        # Sums of steps carry dust: 0.30000000000000004, or 1e-17 in place of 0.
        whole = [round(value / spacing) * spacing * scale for value in values]
        return [number(value, max(DIGITS, digits)) for value in whole]

    def _updateLabel(self):
        """As pyqtgraph does it with every pen and range; but words that stay are not laid out."""
        words = self.labelString()
        if words != self._words:
            self._words = words
            super()._updateLabel()
        self.picture = None
        self.update()

    def setLabel(self, *args, **kwargs):
        """As pyqtgraph does it, with the new text in the middle at once, not at the next resize."""
        super().setLabel(*args, **kwargs)
        self.resizeEvent()

    def set_inside(self, inside: bool) -> None:
        """Write the label where it takes no room of its own: in a corner, or in place of a tick."""
        self._inside = inside
        self.resizeEvent()

    def resizeEvent(self, ev=None):
        super().resizeEvent(ev)
        if self.label is None:
            return
        if self.orientation == "left":
            self.label.setRotation(0 if self._inside else -90)
        words, size = self.label.boundingRect(), self.size()
        if self.orientation == "bottom":
            # Words longer than a small picture is wide are written smaller.
            room = size.width() / max(words.width(), 1.0)
            self.label.setScale(room if 0 < room < 1 else 1.0)
            words = self.label.mapRectToParent(words)
            spare = size.width() - words.width()
            self.label.setX(spare if self._inside else spare / 2)
            # pyqtgraph lets it hang over the edge, where large letters lose their feet.
            self.label.setY(size.height() - words.height() + (0 if self._inside else _HANGS))
        elif self._inside:
            self.label.setPos(size.width(), 0)

    def generateDrawSpecs(self, p):
        """As pyqtgraph does it, without the numbers in whose place the label stands."""
        specs = super().generateDrawSpecs(p)
        if specs is None or not self._inside or self.orientation != "bottom":
            return specs
        axis, ticks, texts = specs
        return axis, ticks, [text for text in texts if text[0].right() < self.label.x()]

    @staticmethod
    def _power(value: float) -> str:
        return number(10.0**value) if -4 <= value < 4 else power_of_ten(value)


class _Box(pg.ViewBox):
    """Its items move with its range at once; with the paint, all would be painted once more."""

    def updateViewRange(self, forceX=False, forceY=False):
        super().updateViewRange(forceX, forceY)
        self.updateMatrix()


class Plot(pg.GraphicsView):
    """A view box with a left and a bottom axis; colours and fonts follow the theme.

    pyqtgraph's own PlotWidget makes twice the axes, a title, a legend and menus with them, and
    takes three times as long to appear.
    """

    #: All there are.
    made: ClassVar[WeakSet[Plot]] = WeakSet()
    # The parent's constructor sizes it, before there are axes.
    _axes: dict[str, TidyAxis] = {}  # noqa: RUF012
    _sizes: tuple[int, ...] = (52, 38, 36, 22)
    _low: bool | None = None
    _large = False

    def __init__(self, *, zoom: bool = True) -> None:
        super().__init__()
        self.made.add(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # The plot covers its whole ground; saying so keeps Qt from painting the cards below it.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        # The view that it belongs to has the keys; Tab must not stop twice at one picture.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # It offers the menu, too.
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        grid = pg.GraphicsLayout(border=None)
        grid.layout.setContentsMargins(0, 0, 0, 0)
        grid.layout.setSpacing(0)
        self.setCentralItem(grid)
        self._box = _Box(enableMenu=False)
        self._box.setDefaultPadding(0.0)
        self._box.disableAutoRange()
        self._box.setMouseEnabled(zoom, zoom)
        grid.addItem(self._box, 0, 1)
        self._axes = {side: TidyAxis(side) for side in ("left", "bottom")}
        for (side, axis), (row, column) in zip(self._axes.items(), ((0, 0), (1, 1)), strict=True):
            axis.linkToView(self._box)
            grid.addItem(axis, row, column)
            # Above the view box, whose field would cover the axis lines.
            axis.setZValue(0.5)
            self._axes[side] = axis

    def getViewBox(self) -> pg.ViewBox:
        """Where the items are."""
        return self._box

    def getAxis(self, side: str) -> TidyAxis:
        """The ``left`` or ``bottom`` axis."""
        return self._axes[side]

    # The names that follow are those of pyqtgraph's plots.

    def addItem(self, item: pg.GraphicsItem, *, ignoreBounds: bool = True) -> None:
        """Show ``item``; the range does not follow it."""
        self._box.addItem(item, ignoreBounds=ignoreBounds)

    def removeItem(self, item: pg.GraphicsItem) -> None:
        """Take ``item`` out."""
        self._box.removeItem(item)

    def setRange(self, **ranges: object) -> None:
        """Show the given ``xRange`` and ``yRange``."""
        self._box.setRange(**ranges)

    def frame(self) -> tuple[Array, Array, Array]:
        """The lowest and highest x and y that are shown, and the pixels in between: (2,) each."""
        (x0, x1), (y0, y1) = self._box.viewRange()
        size = self._box.rect()
        pixels = np.array([max(size.width(), 1.0), max(size.height(), 1.0)])
        return np.array([x0, y0]), np.array([x1, y1]), pixels

    def pixel(self, x: float, y: float) -> QPointF:
        """Where x, y is, in pixels of the widget."""
        # Not by `mapFromScene`, which knows whole pixels only.
        return self.viewportTransform().map(self._box.mapViewToScene(QPointF(x, y)))

    def place(self, position: QPointF) -> Array:
        """The x and y (2,) under a pixel of the widget."""
        scenic = self.viewportTransform().inverted()[0].map(position)
        at = self._box.mapSceneToView(scenic)
        return np.array([at.x(), at.y()])

    def label_height(self) -> int:
        """Pixels of a number at the left axis."""
        return QFontMetrics(self._axes["left"].style["tickFont"] or self.font()).height()

    def shows(self, position: QPointF) -> bool:
        """Whether a pixel of the widget lies between the axes."""
        low, high, _ = self.frame()
        place = self.place(position)
        return bool((low <= place).all() and (place <= high).all())

    def hideAxis(self, side: str) -> None:
        """A plot without this axis."""
        self._axes[side].hide()

    def set_theme(self, theme: th.Theme) -> None:
        """Use the theme's colours and text sizes."""
        self.setBackground(theme.card)
        for axis in self._axes.values():
            # A ground of its own: the label may stand on a map of any colours.
            axis.labelStyle["background-color"] = theme.card
            axis.setPen(th.pen(theme.muted, 1.0))
            axis.setTextPen(th.pen(theme.muted))
            axis.setTickFont(th.font(theme, theme.ticks))
            axis.setStyle(tickLength=-theme.size(5), tickTextOffset=theme.size(4))
            axis.label.setFont(th.font(theme, theme.ticks))
        ticks = theme.ticks
        outside = (16 + 3 * ticks, 8 + 2.5 * ticks)
        self._sizes = tuple(map(theme.size, (*outside, 3 * ticks, 10 + ticks)))
        self._large = ticks > th.LIGHT.ticks
        for axis in self._axes.values():
            # Where numbers are large, those of the finer ticks would come and go.
            axis.setStyle(maxTextLevel=0 if self._large else 2)
        self._low = None
        self._share()

    def resizeEvent(self, ev=None) -> None:
        super().resizeEvent(ev)
        self._share()

    def _share(self) -> None:
        """Large text would leave a low picture nothing: its axes are named inside of it then."""
        width, height, *inside = self._sizes
        low = self._large or self.height() < LOW * height
        if low == self._low or not self._axes:
            return
        self._low = low
        self._axes["left"].setWidth(inside[0] if low else width)
        self._axes["bottom"].setHeight(inside[1] if low else height)
        for axis in self._axes.values():
            axis.set_inside(low)
        # A number at the upper end would lose its head.
        self._axes["left"].setStyle(hideOverlappingLabels=3)

    def set_labels(self, bottom: str, left: str) -> None:
        """Write the axis labels."""
        for side, text in (("bottom", bottom), ("left", left)):
            # An axis that is told anything draws all of its ticks anew.
            if text != self._axes[side].labelText:
                self._axes[side].setLabel(text)
