"""What is between the docks: ground that a person drags to share the room anew."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF
from PySide6.QtGui import QHoverEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QWidget

#: Pixels across within which a gap can be grabbed: it is narrower than that.
TARGET = 24


class Gaps(QProxyStyle):
    """Between docks there is ground, ``width`` pixels of it."""

    width = 0

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:  # fmt: skip
        if metric == QStyle.PixelMetric.PM_DockWidgetSeparatorExtent:
            return self.width
        return super().pixelMetric(metric, option, widget)

    def drawPrimitive(
        self, element: QStyle.PrimitiveElement, option: QStyleOption, painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:  # fmt: skip
        if element != QStyle.PrimitiveElement.PE_IndicatorDockWidgetResizeHandle:
            super().drawPrimitive(element, option, painter, widget)


class Grip(QObject):
    """Lets the mouse grab a gap of ``holder`` from beside it too: from the margin of a dock."""

    def __init__(self, holder: QWidget, gaps: Gaps) -> None:
        super().__init__(holder)
        self._holder, self._gaps = holder, gaps
        self._aside = QPoint()
        #: Whether a gap is being dragged.
        self.held = False

    def aside(self, at: QPoint) -> QPoint | None:
        """The way from ``at`` to the gap that is meant there, if one is."""
        for far in range(1 + max(0, TARGET + 1 - self._gaps.width) // 2):
            for way in (QPoint(far, 0), QPoint(-far, 0), QPoint(0, far), QPoint(0, -far)):
                there = at + way
                if self._holder.rect().contains(there) and self._holder.childAt(there) is None:
                    return way
        return None

    def leave(self) -> None:
        """Have Qt forget the gap under the mouse, before docks are moved.

        It remembers a place among them, and would crash when it came back to one that has gone.
        """
        nowhere = QPointF(-1, -1)
        event = QHoverEvent(QEvent.Type.HoverLeave, nowhere, nowhere, nowhere)
        QCoreApplication.sendEvent(self._holder, event)

    def eventFilter(self, dock: QObject, event: QEvent) -> bool:
        # A dock's title is its handle; where that is close to a gap, the gap is meant.
        if event.type() != QEvent.Type.MouseButtonPress:
            return False
        assert isinstance(dock, QWidget)
        assert isinstance(event, QMouseEvent)
        at = dock.mapTo(self._holder, event.position().toPoint())
        meant = not dock.isWindow() and self.aside(at) is not None
        event.setAccepted(not meant)
        if not meant:
            self.leave()
        return meant

    def aim(self, event: QMouseEvent | QHoverEvent) -> QMouseEvent | QHoverEvent:
        """``event``; one that is close to a gap as if it were on it."""
        kind, at = event.type(), event.position()
        if isinstance(event, QHoverEvent):
            at += self.aside(at.toPoint()) or QPoint()
            return QHoverEvent(kind, at, event.globalPosition(), at, event.modifiers())
        if kind == QEvent.Type.MouseButtonPress:
            way = self.aside(at.toPoint())
            self.held, self._aside = way is not None, way or QPoint()
        if not self.held:
            return event
        self.held = kind != QEvent.Type.MouseButtonRelease
        return QMouseEvent(
            kind, at + self._aside, event.globalPosition(),
            event.button(), event.buttons(), event.modifiers(),
        )  # fmt: skip
