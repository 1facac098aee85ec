"""The window paints each picture once, however many of them have changed.

A `QGraphicsScene` learns a little later which of its items have changed, and then paints not only
itself but all that waits in the window, at once. Of several pictures the first so painted the
others too, which did not know yet and were painted again when their turn came. And what is painted
before all of it is laid out is painted again at its right size.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QMainWindow
from shiboken6 import isValid

from gdsim.ui.laying_out import settle
from gdsim.ui.plots.axes import Plot


class PaintedOnce(QMainWindow):
    """A window that hears what all have to say before it paints: layouts, plots, what has come."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.UpdateRequest:
            settle()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.UpdateLater.value)
            for plot in tuple(Plot.made):
                if isValid(plot) and plot.isVisible() and plot.window() is self:
                    QCoreApplication.sendPostedEvents(plot.scene(), QEvent.Type.MetaCall.value)
        return super().event(event)
