"""The order in which Tab goes through widgets: as one reads them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def in_reading_order(layout: QLayout | None) -> Iterator[QWidget]:
    """The widgets that Tab stops at, in the order of the layouts they lie in."""
    items = [layout.itemAt(i) for i in range(layout.count())] if layout is not None else []
    for item in filter(None, items):
        widget = item.widget()
        if widget is None:
            yield from in_reading_order(item.layout())
            continue
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        yield from in_reading_order(widget.layout())


def set_tab_order(layout: QLayout) -> None:
    """Let Tab go through all that is in ``layout`` in reading order."""
    widgets = list(in_reading_order(layout))
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)
