"""The numbers of the present beat beside a picture."""

from __future__ import annotations

from PySide6.QtWidgets import QDockWidget, QFrame, QVBoxLayout, QWidget

from gdsim.ui import theme as th
from gdsim.ui.panels.number_strip import NumberStrip


class NumberDock(QDockWidget):
    """Lanes one below the other. There is no title: nobody moves it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dock-lecture-numbers")
        self.setTitleBarWidget(QWidget())
        self.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        self.strip = NumberStrip(stacked=True)
        body = QFrame()
        body.setObjectName("card")
        self._column = QVBoxLayout(body)
        self._column.addWidget(self.strip)
        self.setWidget(body)
        self.hide()

    def set_theme(self, theme: th.Theme) -> None:
        """Use this appearance."""
        side = theme.size(12)
        self._column.setContentsMargins(side, side, side, side)
        self.strip.set_theme(theme)
