"""The buttons that choose what the stage shows."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton

from gdsim.ui.i18n import tr
from gdsim.ui.panels.parameters import WIDTH
from gdsim.ui.theme import Theme
from gdsim.ui.widgets.action_button import ActionButton
from gdsim.ui.widgets.card import Card


class ModesPanel(Card):
    """A button for each of ``actions``, below the settings and no wider than they are."""

    def __init__(self, actions: Iterable[QAction]) -> None:
        super().__init__("section")
        self.header.insertSpacing(2, 12)
        for action in actions:
            button = ActionButton()
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.header.addWidget(button)

    def set_theme(self, theme: Theme) -> None:
        """Use this appearance."""
        super().set_theme(theme)
        self.setMaximumWidth(theme.size(WIDTH))
        self.set_margins(theme.space(12), theme.space(5))
        for button in self.findChildren(QToolButton):
            button.setIconSize(QSize(theme.space(18), theme.space(18)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.set_title(tr("View"))
