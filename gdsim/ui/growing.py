"""Text that is as large on every screen follows the height of the window, once that stays.

While a hand pulls at the edge only the room changes: all texts anew take longer than a frame.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject

from gdsim.ui.feature import Feature

#: Frames without another size after which the window has its size.
_CALM = 3


class Growing(Feature):
    """Tells the appearance how high the window is."""

    def start(self) -> None:
        self._left = 0
        self.window.installEventFilter(self)
        self.window.clock.frame.connect(self._on_frame)

    @property
    def calm(self) -> bool:
        """Whether the window has its size."""
        return not self._left

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            if self.window.isVisible():
                self._left = _CALM
                self.window.clock.ask()
            else:
                self._follow()
        return False

    def _on_frame(self, _seconds: float) -> None:
        if self._left:
            self._left -= 1
            if self._left:
                self.window.clock.ask()
            else:
                self._follow()

    def _follow(self) -> None:
        window = self.window
        # A window grows with its text, and must not make that grow in turn without end.
        window.appearance.set_height(min(window.height(), window.screen().size().height()))
