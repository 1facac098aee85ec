"""One map of basins: coloured cells, numbered minima, the start, and a line of counts."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from gdsim.engine.problems.base import Box
from gdsim.ui import theme as th
from gdsim.ui.plots.axes import Plot
from gdsim.ui.plots.lane_layer import PixelItem
from gdsim.ui.tips import lines
from gdsim.ui.widgets.value_label import ValueLabel

Array = NDArray[np.float64]
Cells = NDArray[np.uint8]

#: Minima that are numbered; a field of hundreds shows its pattern without.
MOST_NUMBERS = 12
#: A map is low when it has not so many times the height of its legend.
LOW = 4


class MapPanel(QWidget):
    """A title, the picture, and what it counts."""

    #: The point under a click.
    clicked = Signal(float, float)

    _two_lines = 0

    def __init__(self) -> None:
        super().__init__()
        self.title, self.legend = ValueLabel(align_right=False), QLabel()
        self.legend.setWordWrap(True)
        self.legend.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.plot = _MapPlot(self)
        self._image = pg.ImageItem(axisOrder="row-major")
        self._marks = _Marks()
        for item in (self._image, self._marks):
            self.plot.addItem(item, ignoreBounds=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.title, self.plot, self.legend):
            column.addWidget(widget)
        column.setStretch(1, 1)
        self._column = column
        #: The colours on the screen, rows × columns × RGBA, the lowest row first.
        self.cells: Cells = np.zeros((1, 1, 4), dtype=np.uint8)

    def set_cells(self, cells: Cells, box: Box) -> None:
        """Show these colours; the outer cells are centred on the borders of ``box``."""
        self.cells = cells
        rows, columns = cells.shape[:2]
        (left, right), (bottom, top) = box
        wide, high = (right - left) / max(1, columns - 1), (top - bottom) / max(1, rows - 1)
        self._image.setImage(cells, autoLevels=False)
        self._image.setRect(QRectF(left - wide / 2, bottom - high / 2, columns * wide, rows * high))
        self.plot.setRange(xRange=box[0], yRange=box[1], padding=0.0)

    def set_points(self, minima: list[tuple[float, ...]], start: tuple[float, ...]) -> None:
        """Number these minima, and ring the start."""
        self._marks.set_points(minima, start)

    def set_labels(self, names: tuple[str, ...]) -> None:
        """Name the axes."""
        self.plot.set_labels(*names)

    def say(self, title: str, legend: str) -> None:
        """Write above and below the picture."""
        for label, text in ((self.title, title), (self.legend, legend)):
            label.setText(text)
            label.setToolTip(lines(f"{title}\n{legend}".strip()))
        self.plot.setAccessibleName(f"{title}: {legend}")
        self._share()

    def set_theme(self, theme: th.Theme) -> None:
        """Use this appearance."""
        self._column.setSpacing(theme.size(2))
        self.plot.set_theme(theme)
        for side in ("left", "bottom"):
            # Beside the map, whose colours are not the theme's.
            self.plot.getAxis(side).setStyle(tickLength=theme.size(3))
        self.title.setFont(th.font(theme, 12, bold=True))
        self.legend.setFont(th.tabular(th.font(theme, 12)))
        self.title.setFixedHeight(theme.size(17))
        self._two_lines = theme.size(42)  # Chinese ones too
        self._marks.set_theme(theme)
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """The legend has two lines of room, and more only where large words need them."""
        needed = self.legend.heightForWidth(self.width())
        self.legend.setFixedHeight(max(self._two_lines, needed))
        # Where it is low the picture has the room; the tooltips say what the legend did.
        self.legend.setVisible(self.height() >= LOW * self.legend.height())


class _Marks(PixelItem):
    """A number at each minimum and a ring at the start, dark on light: the grounds are light."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(10)
        self._minima: Array = np.empty((0, 2))
        self._start: Array = np.empty((0, 2))
        self._theme = th.LIGHT

    def set_points(self, minima: list[tuple[float, ...]], start: tuple[float, ...]) -> None:
        self._minima = np.array(minima, dtype=float).reshape(-1, 2)
        self._start = np.array([start], dtype=float)
        self.update()

    def set_theme(self, theme: th.Theme) -> None:
        self._theme = theme
        self.update()

    def paint_pixels(self, painter: QPainter, scale: Array, shift: Array) -> None:
        theme = self._theme
        radius = theme.size(8)
        painter.setFont(th.font(theme, 11, bold=True))
        numbered = self._minima if len(self._minima) <= MOST_NUMBERS else self._minima[:0]
        for i, (x, y) in enumerate((numbered * scale + shift).tolist()):
            painter.setPen(th.pen(th.DARK.text, 1.0))
            painter.setBrush(pg.mkBrush(th.LIGHT.minimum))
            painter.drawEllipse(QPointF(x, y), radius, radius)
            place = QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(i + 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for x, y in (self._start * scale + shift).tolist():
            for colour, width in ((th.LIGHT.card, 4.0), (th.LIGHT.text, 2.0)):
                painter.setPen(th.pen(colour, width))
                painter.drawEllipse(QPointF(x, y), radius, radius)


class _MapPlot(Plot):
    """A click is a start."""

    def __init__(self, panel: MapPanel) -> None:
        super().__init__(zoom=False)
        self._panel = panel

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        view = self.getViewBox().mapSceneToView(self.mapToScene(event.position().toPoint()))
        if self.getViewBox().viewRect().contains(view):
            self._panel.clicked.emit(view.x(), view.y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
