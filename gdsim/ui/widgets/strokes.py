"""Pens for what widgets paint themselves."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPen

from gdsim.ui.theme import pen


def stroke(colour: str, width: float = 1.0, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """The theme's pen, but as wide on a fine display: ``width`` in pixels of the layout.

    A cosmetic pen's width counts the display's own pixels, three times too thin at 300 %.
    """
    made: QPen = pen(colour, width, style)
    made.setCosmetic(False)
    made.setWidthF(width)
    return made
