"""A check box with a tick of its own, and a label for it that can wrap."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QCheckBox, QLabel, QStyle, QStyleOptionButton, QWidget

from gdsim.ui.widgets.strokes import stroke

#: Corners of the tick, in parts of the box.
TICK = ((0.22, 0.52), (0.42, 0.72), (0.78, 0.30))


class CheckBox(QCheckBox):
    """The style sheet draws the box; a sheet could draw the tick only from a picture file."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(stroke(self.palette().highlightedText().color().name(), box.width() / 8))
        corners = [
            QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in TICK
        ]
        painter.drawPolyline(QPolygonF(corners))
        painter.end()


class SwitchLabel(QLabel):
    """The text of a check box: a click on it is a click on the box."""

    def __init__(self, box: QCheckBox, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = box

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self._box.setFocus(Qt.FocusReason.MouseFocusReason)
            self._box.click()
