"""The listing of a scene: four lines, the executing one lit, and the number that each has made."""

from __future__ import annotations

import html
from bisect import bisect_left

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QTextBrowser, QVBoxLayout

from gdsim.lectures import LISTINGS, Executed
from gdsim.ui import theme as th
from gdsim.ui.i18n import tr
from gdsim.ui.laying_out import FIT, fit_later
from gdsim.ui.numbers import number
from gdsim.ui.plots.view import View
from gdsim.ui.scene import Scene

#: Text sizes of the numbers at scale 1, of which the largest that fits is taken.
_SIZES = (20, 18, 16, 15, 14, 13, 12, 11, 10, 9)


class CodeView(View):
    """Shows what a lecture tells it; without one it says so."""

    def __init__(self) -> None:
        super().__init__()
        self._theme = th.LIGHT
        self._code = ""
        self._lines: tuple[Executed, ...] = ()
        #: What was fitted into its room.
        self._fitted: object = None
        self._view = QTextBrowser()
        self._view.setFrameShape(QFrame.Shape.NoFrame)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusProxy(self._view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._view)
        self._refresh()

    def set_listing(self, code: str, lines: tuple[Executed, ...]) -> None:
        """Show listing ``code``, of which ``lines`` have been executed, the last just now."""
        self._code, self._lines = code, lines
        self._refresh()

    def set_scene(self, scene: Scene) -> None:
        pass

    def set_step(self, step: int) -> None:
        pass

    def set_theme(self, theme: th.Theme) -> None:
        self._theme = theme
        self._refresh()

    def heading(self) -> tuple[str, str]:
        return (tr(LISTINGS[self._code].title), "") if self._code else ("", "")

    def shown_text(self) -> str:
        """The text on the screen."""
        return self._view.toPlainText()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._view.setAccessibleName(tr("Listing"))
            self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fit_later(self)

    def customEvent(self, event: QEvent) -> None:
        if event.type() == FIT:
            self._refresh()

    def _refresh(self) -> None:
        theme = self._theme
        if not self._code:
            text = tr("A lecture shows its listing here.")
            self._view.setHtml(f'<p style="color:{theme.muted}">{html.escape(text)}</p>')
            self._fitted = None
            return
        room = self._view.viewport().size()
        key = (self._html(_SIZES[0], False), self._theme, room)
        if key != self._fitted:
            self._fitted = key
            # What does not fit does not fit larger.
            at = bisect_left(_SIZES, True, key=self._fits)
            self._fits(_SIZES[min(at, len(_SIZES) - 1)])

    def _fits(self, size: int) -> bool:
        """Show the listing in this size. Whether it has room, one way or the other."""
        room, needed = self._view.viewport().size(), self._view.document()
        for below in (False, True):
            self._view.setHtml(self._html(size, below))
            if needed.idealWidth() <= room.width() and needed.size().height() <= room.height():
                return True
        return False

    def _html(self, size: float, below: bool) -> str:
        """The listing with numbers of this size, beside or below the lines."""
        listing, theme = LISTINGS[self._code], self._theme
        rows = "".join(self._row(i, size, below) for i in range(len(listing.lines)))
        note = f"color:{theme.muted}; font-size:{theme.size(0.75 * size)}px"
        return (
            f'<table cellspacing="0" cellpadding="{theme.size(2)}" width="100%">{rows}</table>'
            f'<p style="{note}">{html.escape(tr(listing.teaches))}</p>'
        )

    def _row(self, index: int, size: float, below: bool) -> str:
        """A line, and what it has made: a number is larger than code."""
        theme, line = self._theme, LISTINGS[self._code].lines[index]
        done, now = index < len(self._lines), index == len(self._lines) - 1
        colour = theme.text if line.parameter < 0 else theme.coordinate_colour(line.parameter)
        look = f"color:{colour}; background-color:{theme.mark_ground if now else theme.card}"
        family = th.font(theme, size, mono=True).family()
        code = html.escape(line.text).replace(" ", "&nbsp;")
        style = f"{look}; font-size:{theme.size(0.85 * size)}px"
        cells = (
            f'<td width="1" style="{style}">{"▸" if now else "&nbsp;"}&nbsp;</td>'
            f"<td style=\"{style}; font-family:'{family}'\">{code}</td>"
        )
        value = (
            f'<td align="right" style="{look}; font-size:{theme.size(size)}px; font-weight:700">'
            f"{self._value(index) if done else '&nbsp;'}</td>"
        )
        between = f'</tr><tr><td style="{look}"></td>' if below else ""
        return f"<tr>{cells}{between}{value}</tr>"

    def _value(self, index: int) -> str:
        value = ", ".join(number(v, 4) for v in self._lines[index].value)
        return f"[{value}]" if len(self._lines[index].value) > 1 else value
