"""The tooltip of what is painted: the whole text, made when somebody asks for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget

from gdsim.ui.tips import lines


def told_whole(widget: QWidget, event: QEvent, text: Callable[[], str]) -> bool:
    """Show ``text`` if ``event`` asks ``widget`` for a tooltip. Whether it did.

    Setting a tooltip beforehand would be work in every frame in which the text changes.
    """
    if event.type() != QEvent.Type.ToolTip:
        return False
    assert isinstance(event, QHelpEvent)
    QToolTip.showText(event.globalPos(), lines(text()), widget)
    return True
