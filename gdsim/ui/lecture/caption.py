"""The caption: one or two lines for the last row, its numbers standing out."""

from __future__ import annotations

import html
import re

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from gdsim.ui import theme as th
from gdsim.ui.laying_out import FIT, fit_later

_NUMBER = re.compile(r"[−-]?[0-9]+(?:\.[0-9]+)?(?:×10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)?%?")
#: Text sizes at scale 1, of which the largest that fits is taken; it is 24 points of a slide.
_SIZES = (20, 19, 18, 17, 16, 15, 14, 13, 12, 11)
#: Height at scale 1: two lines in the window, three in a presentation.
HEIGHT, PRESENTED = 66, 72


class Caption(QLabel):
    """Keeps its height, whatever it says; long texts become smaller."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._theme = th.LIGHT
        self._plain = ""
        #: Which of the sizes the text has.
        self._at = 0

    def plain(self) -> str:
        """What is said, without the looks."""
        return self._plain

    def say(self, text: str) -> None:
        """Show ``text``."""
        if text == self._plain:
            return
        self._plain = text
        self.setAccessibleName(text)
        written = _NUMBER.sub(lambda found: f"<b>{found[0]}</b>", html.escape(text, quote=False))
        self.setText(written)
        fit_later(self)

    def set_theme(self, theme: th.Theme) -> None:
        """Use this appearance."""
        self._theme = theme
        fit_later(self)

    def set_height(self, height: int) -> None:
        """Keep to this height, in pixels."""
        self.setFixedHeight(height)
        fit_later(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fit_later(self)

    def customEvent(self, event: QEvent) -> None:
        if event.type() == FIT:
            self._fit()

    def _fit(self) -> None:
        # From the size that fitted last: in a long text each try takes a while.
        while self._at and self._fits(self._at - 1):
            self._at -= 1
        while not self._fits(self._at) and self._at < len(_SIZES) - 1:
            self._at += 1

    def _fits(self, at: int) -> bool:
        """Set the text in a size, and see whether there is room for it."""
        # A rule of its own, since the application's style sheet sets a size for everything.
        self.setStyleSheet(f"font-size: {self._theme.size(_SIZES[at])}px;")
        return self.heightForWidth(max(self.width(), 1)) <= self.height()
