"""What is at the left of the window: the settings and, below them, what the stage shows."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gdsim.ui import theme as th
from gdsim.ui.panels.modes import ModesPanel
from gdsim.ui.panels.parameters import ParametersPanel


class SettingsSide(QWidget):
    """The settings are many widgets: their looks are not changed while they are hidden."""

    def __init__(self, modes: Iterable[QAction]) -> None:
        super().__init__()
        self._theme: th.Theme | None = None
        self._worn: th.Theme | None = None
        self.parameters, self.modes = ParametersPanel(), ModesPanel(modes)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.parameters, 1)
        self._column.addWidget(self.modes)

    def set_theme(self, theme: th.Theme) -> None:
        """Use this appearance, as soon as it is seen."""
        self._theme = theme
        if not self.isHidden():
            self._dress()

    def setVisible(self, visible: bool) -> None:
        """Show or hide, in the looks of now."""
        if visible:
            self._dress()
        super().setVisible(visible)

    def _dress(self) -> None:
        theme = self._theme
        if theme is None or theme is self._worn:
            return
        self._worn = theme
        self.setStyleSheet(th.style_sheet(theme))
        self.parameters.set_theme(theme)
        self.modes.set_theme(theme)
        self.setMaximumWidth(self.parameters.maximumWidth())
        self._column.setSpacing(theme.space(8))
