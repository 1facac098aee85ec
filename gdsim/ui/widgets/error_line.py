"""The line under a control that says what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


class ErrorLine(QLabel):
    """A sentence in the theme's error colour; takes no room while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "error")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.hide()

    def say(self, message: str) -> None:
        """Show ``message``, or nothing."""
        self.setText(message)
        self.setVisible(bool(message))
