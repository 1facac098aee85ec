"""Points of a picture under the hand: a plot that hands the mouse on, and numbers as hands set."""

from __future__ import annotations

from typing import Protocol

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent

from gdsim.ui import theme as th
from gdsim.ui.plots.axes import Plot
from gdsim.ui.widgets.value_label import BETWEEN

Array = NDArray[np.float64]

#: How near, in pixels, the mouse must be to take hold of a point.
GRIP = 12.0
#: Pixels that a click may tremble without moving what it is on.
TREMBLE = 3.0
#: An arrow key moves a point by this part of the view; with Shift by a tenth of it.
KEY_STEP = 1 / 50
#: Numbers that Ctrl snaps to are at least so many pixels apart.
_SNAP = 12.0
#: Pixels between a held point and its values.
_BESIDE = 9.0


class Hand(Protocol):
    """What a `HandPlot` asks of the view around it. Positions are pixels of the plot."""

    @property
    def dragging(self) -> bool:
        """Whether the mouse holds a point."""

    def press(self, position: QPointF) -> bool:
        """Take hold of the point under the mouse; whether there is one."""

    def cancel_drag(self) -> None:
        """Let go of what is held; all is as it was before."""

    def drag(self, position: QPointF, *, finished: bool, snap: bool) -> None:
        """The point follows the mouse."""

    def over(self, position: QPointF) -> bool:
        """Whether a point under the mouse could be taken hold of."""

    def hover(self, position: QPointF | None) -> None:
        """The mouse is here, with no button pressed; ``None``: it has left."""

    def click(self, position: QPointF) -> None:
        """What a click on no point that can be held does."""

    def double_click(self, position: QPointF) -> None:
        """What a double click does."""


class HandPlot(Plot):
    """Passes the mouse to the view first; what that does not take pans and zooms."""

    def __init__(self, view: Hand, *, zoom: bool = True) -> None:
        super().__init__(zoom=zoom)
        self._view = view
        self._pressed: QPointF | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.RightButton:
            return  # asks for a menu
        left = event.button() == Qt.MouseButton.LeftButton
        if left and self._view.press(event.position()):
            event.accept()
            return
        self._pressed = event.position() if left else None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._view.dragging and event.buttons() & Qt.MouseButton.LeftButton:
            self._view.drag(event.position(), finished=False, snap=snaps(event))
            return
        if self._view.dragging:
            # The button was let go where nobody told: in another window.
            self._view.cancel_drag()
        if not event.buttons():
            self._view.hover(event.position())
            self.viewport().setCursor(hand_shape(self._view.over(event.position())))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._view.hover(None)
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._view.dragging:
            self._view.drag(event.position(), finished=True, snap=snaps(event))
            return
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if pressed is not None and trembles(pressed, event.position()):
            self._view.click(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._view.double_click(event.position())


class Flag(pg.TextItem):
    """Live values beside the point that is held, turned inwards at the edges of the picture."""

    def __init__(self, plot: Plot) -> None:
        super().__init__(anchor=(0, 1))
        self._plot = plot
        self.setZValue(200)
        self.hide()
        plot.addItem(self)

    def set_theme(self, theme: th.Theme) -> None:
        """Use this appearance."""
        self.setColor(theme.text)
        self.fill = pg.mkBrush(theme.card)
        self.setFont(th.tabular(th.font(theme, 12)))

    def show_at(self, text: str, place: Array) -> None:
        """Show ``text`` at ``place`` (2,) of the plot; one value a line where it is too narrow."""
        low, high, pixels = self._plot.frame()
        for words in (text, text.replace(BETWEEN, "\n")):
            self.setText(words)
            room = self.textItem.boundingRect()
            size = np.array([room.width(), room.height()])
            if size[0] <= pixels[0]:
                break
        point = np.clip((place - low) / (high - low), 0.0, 1.0) * pixels
        before = point > (0.6, 0.8) * pixels
        corner = np.where(before, point - _BESIDE - size, point + _BESIDE)
        corner = np.clip(corner, 0.0, np.maximum(pixels - size, 0.0))
        self.setPos(*(low + corner * (high - low) / pixels).tolist())
        self.show()


def trembles(pressed: QPointF, position: QPointF) -> bool:
    """Whether the mouse has moved no farther than it does in a click."""
    return (position - pressed).manhattanLength() <= TREMBLE


def snaps(event: QMouseEvent) -> bool:
    """Whether Ctrl asks for tidy numbers."""
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


def hand_shape(over: bool) -> Qt.CursorShape:
    """The shape of the mouse over a point that can be dragged, and elsewhere."""
    return Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor


def tidy(values: Array, unit: Array) -> Array:
    """``values`` rounded to the decimal place of ``unit``: what a pixel can tell apart."""
    places = np.ceil(-np.log10(np.maximum(unit, 1e-300))).astype(int)
    return np.array([round(float(v), int(p)) for v, p in zip(values, places, strict=True)]) + 0.0


def snapped(values: Array, unit: Array) -> Array:
    """``values`` on the nearest multiple of 1, 2 or 5 times a power of ten, over `_SNAP` units."""
    wanted = np.maximum(unit * _SNAP, 1e-300)
    decade = 10.0 ** np.floor(np.log10(wanted))
    share = wanted / decade
    step = decade * np.select([share <= 1, share <= 2, share <= 5], [1.0, 2.0, 5.0], 10.0)
    return tidy(np.round(values / step) * step, step)
