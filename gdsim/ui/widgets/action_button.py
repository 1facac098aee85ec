"""A button for an action of the window."""

from __future__ import annotations

from PySide6.QtCore import SIGNAL, QObject
from PySide6.QtGui import QActionEvent
from PySide6.QtWidgets import QToolButton


class ActionButton(QToolButton):
    """A `QToolButton` that stays as quick as it was.

    Qt 6.11 connects a button to its default action once more whenever the action changes, and with
    the next change calls them all: after some hours each press of → would take milliseconds.
    """

    def actionEvent(self, event: QActionEvent) -> None:
        # Without a slot all connections of the two go; that may be, as Qt makes the one it needs.
        QObject.disconnect(event.action(), SIGNAL("changed()"), self, None)  # type: ignore[call-overload]
        super().actionEvent(event)
