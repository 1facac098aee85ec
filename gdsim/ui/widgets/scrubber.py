"""A slider that goes where one clicks, as in a film."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider


class Scrubber(QSlider):
    """A horizontal `QSlider`; a click beside the handle brings it there, and drags it on."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._bring(event)
        super().mousePressEvent(event)

    def _bring(self, event: QMouseEvent) -> None:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        control, style = QStyle.ComplexControl.CC_Slider, self.style()
        handle = style.subControlRect(control, option, QStyle.SubControl.SC_SliderHandle, self)
        if handle.contains(event.position().toPoint()):
            return
        groove = style.subControlRect(control, option, QStyle.SubControl.SC_SliderGroove, self)
        left = round(event.position().x() - groove.left() - handle.width() / 2)
        room = groove.width() - handle.width()
        self.setValue(style.sliderValueFromPosition(self.minimum(), self.maximum(), left, room))
