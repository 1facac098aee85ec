"""Texts to be read, whose looks may change often.

A style sheet changes the font of a widget four times, and QTextBrowser lays out all of its text
each time.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractScrollArea, QTextBrowser

from gdsim.ui.laying_out import FIT, fit_later


class FittedText(QTextBrowser):
    """Has the size that whoever shows it sets in its document."""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            QAbstractScrollArea.changeEvent(self, event)
        else:
            super().changeEvent(event)


class TextView(FittedText):
    """Has the font of the style sheet, and takes it over once, when all is settled."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            fit_later(self)

    def customEvent(self, event: QEvent) -> None:
        if event.type() == FIT and self.document().defaultFont() != self.font():
            self.document().setDefaultFont(self.font())
