"""A dialog is never larger than the screen: its buttons could not be reached."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

#: Pixels that a window's frame and title take.
_FRAME = QSize(16, 40)


def resize_on_screen(dialog: QWidget, width: int, height: int) -> None:
    """Make ``dialog`` this large, or as large as there is room for."""
    dialog.resize(QSize(width, height).boundedTo(dialog.screen().availableSize() - _FRAME))
