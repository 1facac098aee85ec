"""A blank screen: all eyes on the teacher."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gdsim.ui import theme as th
from gdsim.ui.i18n import tr


class Blank(QWidget):
    """Covers the whole window with the darkest colour; a click takes it away."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.hide()
        window.installEventFilter(self)

    def toggle(self) -> None:
        """Cover the window, or show it again."""
        self.setGeometry(self._window.rect())
        self.setVisible(self.isHidden())
        self.setAccessibleName(tr("The screen is blank"))
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(th.PROJECTOR.text))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self.setGeometry(self._window.rect())
        return False
