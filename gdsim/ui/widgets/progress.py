"""A bar that shows how far something is, with the next picture of the window."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar


class ProgressBar(QProgressBar):
    """Qt's own paints itself at once, and with it all that waits to be painted."""

    def setValue(self, value: int) -> None:
        """Show ``value`` when it is painted."""
        if value != self.value():
            self.setUpdatesEnabled(False)
            super().setValue(value)
            self.setUpdatesEnabled(True)
