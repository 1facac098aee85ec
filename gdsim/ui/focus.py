"""The keyboard in the whole window: Tab goes as one reads, and where it is can be seen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QDockWidget,
    QMainWindow,
    QTabBar,
    QWidget,
)
from shiboken6 import isValid

from gdsim.ui import theme as th
from gdsim.ui.feature import Feature
from gdsim.ui.plots.view import View

#: Widgets whose middles are less than this far apart stand in one line.
_LINE = 14
#: Property of the window while Tab moves the keyboard.
_TABBING = "tabbing"
#: Width of the frame around a picture, and how far outside of it the frame begins.
_WIDTH, _OUTSIDE = 3, 6


def reading_order(window: QMainWindow, regions: list[QWidget]) -> list[QWidget]:
    """What Tab stops at: region after region, in each of them line after line."""
    found = [widget for widget in _seen(window) if _stops(widget)]
    ordered: list[QWidget] = []
    for region in regions:
        here = [widget for widget in found if region is widget or region.isAncestorOf(widget)]
        ordered += _by_lines(here, region)
        found = [widget for widget in found if widget not in here]
    return ordered + _by_lines(found, window)


def _seen(widget: QWidget) -> Iterator[QWidget]:
    """The widgets that are seen in it, at any depth.

    What ``findChildren`` has once found PySide would keep as long as ``widget`` is there, also when
    Qt has deleted it long ago.
    """
    for child in widget.children():
        if isinstance(child, QWidget) and child.isVisible() and not child.isWindow():
            yield child
            yield from _seen(child)


def move(window: QMainWindow, regions: list[QWidget], forward: bool) -> bool:
    """Put the keyboard on the next (or the previous) widget. Whether there is one."""
    order = reading_order(window, regions)
    if not order:
        return False
    # A part of a widget (the field of a spin box) stands where the whole does.
    now = cast("QWidget | None", window.focusWidget())
    while now is not None and now not in order:
        now = now.parentWidget()
    step = 1 if forward else -1
    at = order.index(now) + step if now is not None else (0 if forward else -1)
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    window.setProperty(_TABBING, True)
    order[at % len(order)].setFocus(reason)
    window.setProperty(_TABBING, False)
    return True


def _stops(widget: QWidget) -> bool:
    # The tabs of the docks are reached by the View menu; the parts of what scrolls stand for all of
    # it. They are not told by `focusProxy`: of a picture that it has answered with PySide makes its
    # own part the owner, and both stay for ever.
    return (
        bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.isEnabled()
        and not isinstance(widget, QTabBar)
        and not isinstance(widget.parentWidget(), QAbstractScrollArea)
        and not behind(widget)
    )


def behind(widget: QWidget) -> bool:
    """Whether it is in a dock on a tab that is not in front, which Qt calls visible."""
    at: QWidget | None = widget
    while at is not None and not isinstance(at, QDockWidget):
        at = at.parentWidget()
    return at is not None and at.isVisible() and at.visibleRegion().isEmpty()


def _by_lines(widgets: list[QWidget], region: QWidget) -> list[QWidget]:
    """Line after line; what is wide and tall is where it begins."""
    places = {w: w.mapTo(region, QPoint(0, 0)) if w is not region else QPoint() for w in widgets}
    left = sorted(widgets, key=lambda w: (places[w].y(), places[w].x()))
    ordered: list[QWidget] = []
    while left:
        middle = _middle(left[0], places)
        line = [w for w in left if abs(_middle(w, places) - middle) <= _LINE]
        ordered += sorted(line, key=lambda w: places[w].x())
        left = [w for w in left if w not in line]
    return ordered


def _middle(widget: QWidget, places: dict[QWidget, QPoint]) -> int:
    return places[widget].y() + min(widget.height(), 3 * _LINE) // 2


class Focus(Feature):
    """Frames the picture that Tab has come to; all else shows that by itself.

    Who clicks a picture, or has just opened the window, knows where he is: no frame then.
    """

    _ring: Ring | None = None
    _framed: View | None = None
    _theme = th.LIGHT

    def start(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)

    def stop(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.disconnect(self._on_focus)
        self._drop()

    def set_theme(self, theme: th.Theme) -> None:
        self._theme = theme
        if self._ring is not None and isValid(self._ring):
            self._ring.set_theme(theme)

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        view = _view_of(now) if now is not None and now.window() is self.window else None
        if self._ring is not None and view is self._ring.view:
            return
        self._drop()
        if now is not None:
            # Back from another window it is where it was.
            tabbed = self.window.property(_TABBING) or view is self._framed
            self._framed = view if tabbed else None
        if view is not None and view is self._framed:
            self._ring = Ring(view, self._theme)

    def _drop(self) -> None:
        # A panel that goes takes its frame along, and only then the keyboard goes elsewhere.
        if self._ring is not None and isValid(self._ring):
            self._ring.leave()
        self._ring = None


def _view_of(now: QWidget) -> View | None:
    """The view that the keyboard is in: on the picture itself, or on its text or table."""
    at: QWidget | None = now if isinstance(now, View | QAbstractScrollArea) else None
    while at is not None and not isinstance(at, View):
        at = at.parentWidget()
    return at


class Ring(QWidget):
    """A frame around a view, in the margin of the card that it lies on."""

    def __init__(self, view: View, theme: th.Theme) -> None:
        ground = view.parentWidget()
        assert ground is not None
        super().__init__(ground)
        self.view, self._ground = view, ground
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        view.installEventFilter(self)
        self._place()
        self.show()

    def leave(self) -> None:
        """The keyboard has gone elsewhere."""
        if isValid(self.view):
            self.view.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def set_theme(self, theme: th.Theme) -> None:
        """Use this appearance."""
        self._theme = theme
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        room = self._ground.rect().adjusted(1, 1, -1, -1)
        out = _OUTSIDE
        self.setGeometry(self.view.geometry().adjusted(-out, -out, out, out).intersected(room))
        # Nothing but the frame: what lies inside is painted as if there were none.
        inner = self.rect().adjusted(_WIDTH, _WIDTH, -_WIDTH, -_WIDTH)
        self.setMask(QRegion(self.rect()).subtracted(QRegion(inner)))
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRect(self.rect()), th.brush(self._theme.accent))
