"""A message over the window's top edge: what could not be done, and why. Nothing waits for it."""

from __future__ import annotations

import html
import re

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMainWindow, QPushButton, QWidget
from shiboken6 import isValid

from gdsim.ui.dressing import dress
from gdsim.ui.i18n import tr

#: Widest that a message gets, in pixels, and its distance from the window's edges.
_WIDEST = 720
_MARGIN = 12


class Notice(QFrame):
    """One message at a time; the keyboard is on its button, and goes back when it is closed."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._before: QWidget | None = None
        self.setObjectName("notice")
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.RichText)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = QPushButton()
        self.button.clicked.connect(self.dismiss)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.label, 1)
        self._row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()
        window.installEventFilter(self)

    def text(self) -> str:
        """What is said, or empty."""
        return self.accessibleName() if not self.isHidden() else ""

    def tell(self, what: str, why: str) -> None:
        """Say ``what`` happened and ``why``."""
        self.label.setText(f"<b>{breakable(what)}</b><br>{breakable(why)}")
        self.setAccessibleName(f"{what} {why}")
        self.button.setText(tr("Close"))
        self.button.setToolTip(tr("Close this message  [Esc]"))
        if self.isHidden():
            self._before = self._window.focusWidget()
        self._place()
        self.show()
        self.raise_()
        self.button.setFocus()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def dismiss(self) -> None:
        """Close it and give the keyboard back."""
        if self.isHidden():
            return
        had_focus = self.button.hasFocus()
        self.hide()
        # A field may have gone with its lane in the meantime.
        if had_focus and self._before is not None and isValid(self._before):
            self._before.setFocus()
        self._before = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        window = self._window
        width = min(window.width() - 2 * _MARGIN, _WIDEST)
        top = window.menuBar().height() + _MARGIN
        # The text may have got larger since it was last shown.
        dress(self)
        self.label.ensurePolished()
        height = self._row.totalHeightForWidth(width)
        self.setGeometry((window.width() - width) // 2, top, width, height)


def breakable(text: str) -> str:
    """``text`` as HTML, in which a long name without a space may go on in the next line."""
    return html.escape(re.sub(r"\S{20}", "\\g<0>\u200b", text))
