"""The order in which Tab goes through the whole window: as one reads it, wherever things are."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMainWindow, QTabBar, QWidget

#: Widgets whose middles are less than this far apart stand in one line.
_LINE = 14


def reading_order(window: QMainWindow, regions: list[QWidget]) -> list[QWidget]:
    """What Tab stops at: region after region, in each of them line after line."""
    found = [widget for widget in window.findChildren(QWidget) if _stops(widget, window)]
    ordered: list[QWidget] = []
    for region in regions:
        inside = [widget for widget in found if region is widget or region.isAncestorOf(widget)]
        ordered += _by_lines(inside, region)
        found = [widget for widget in found if widget not in inside]
    return ordered + _by_lines(found, window)


def move(window: QMainWindow, regions: list[QWidget], forward: bool) -> bool:
    """Put the keyboard on the next (or the previous) widget. Whether there is one."""
    order = reading_order(window, regions)
    if not order:
        return False
    now = window.focusWidget()
    # A part of a widget (the field of a spin box) stands where the whole does.
    at = next((i for i, w in enumerate(order) if now and (w is now or w.isAncestorOf(now))), None)
    step = 1 if forward else -1
    at = at + step if at is not None else (0 if forward else -1)
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    order[at % len(order)].setFocus(reason)
    return True


def _stops(widget: QWidget, window: QMainWindow) -> bool:
    # A tab bar of the docks has no say in its place and is reached by the View menu.
    return bool(
        widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and widget.isEnabled()
        and widget.window() is window
        and not isinstance(widget, QTabBar)
        and widget.focusProxy() is None
    )


def _by_lines(widgets: list[QWidget], region: QWidget) -> list[QWidget]:
    """Line after line; containers (a plot with fields of its own) come before what they hold."""
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
    # A tall widget is where it begins.
    return places[widget].y() + min(widget.height(), 3 * _LINE) // 2
