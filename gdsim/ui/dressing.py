"""Gives each part of the window its style sheet when it can be seen, and not before.

Of the window's widgets three in four are hidden: views in docks that are closed, the settings
while somebody presents. Qt works out anew, and twice, the rules of everything below the widget
whose sheet changes, seen or not. So the window has none, and each of its parts has its own.
"""

from __future__ import annotations

from PySide6.QtCore import QChildEvent, QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

_CHILDREN = Qt.FindChildOption.FindDirectChildrenOnly


class Dressing(QObject):
    """Dresses what lies in ``holders`` directly, dialogs too; these have no sheet themselves.

    ``others`` in them are dressed by those who know when they are needed.
    """

    def __init__(self, holders: tuple[QWidget, ...], others: tuple[QWidget, ...]) -> None:
        super().__init__(holders[0])
        self._window, self._not = holders[0], {*holders, *others}
        self._holders = holders
        self._sheet = ""
        for holder in holders:
            holder.installEventFilter(self)

    def set_sheet(self, sheet: str) -> None:
        """What is seen is dressed now, all else when it is shown."""
        self._sheet = sheet
        for holder in self._holders:
            for part in holder.findChildren(QWidget, options=_CHILDREN):
                if part not in self._not:
                    part.installEventFilter(self)
                    if part.isVisibleTo(self._window):
                        self.dress(part)

    def dress(self, part: QWidget) -> None:
        """Dress ``part`` now, which may measure what it makes before anybody sees it."""
        if part.styleSheet() != self._sheet:
            part.setStyleSheet(self._sheet)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.ChildPolished and watched in self._holders:
            assert isinstance(event, QChildEvent)
            part = event.child()
            if isinstance(part, QWidget) and part not in self._not:
                part.installEventFilter(self)
                self.dress(part)
        elif kind == QEvent.Type.Show and watched not in self._holders:
            assert isinstance(watched, QWidget)
            self.dress(watched)
        return False


def dress(dialog: QWidget) -> None:
    """Dress a new child of the window before it makes its own children."""
    parent = dialog.parentWidget()
    dressing = parent and parent.findChild(Dressing, options=_CHILDREN)
    if dressing:
        dressing.dress(dialog)
