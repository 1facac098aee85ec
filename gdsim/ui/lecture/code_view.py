"""The listing of a scene: four lines, the executing one lit, and the number that each has made."""

from __future__ import annotations

import html

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QTextBrowser, QVBoxLayout

from gdsim.lectures import LISTINGS, Executed
from gdsim.ui import theme as th
from gdsim.ui.i18n import tr
from gdsim.ui.numbers import number
from gdsim.ui.plots.view import View
from gdsim.ui.scene import Scene


class CodeView(View):
    """Shows what a lecture tells it; without one it says so."""

    def __init__(self) -> None:
        super().__init__()
        self._theme = th.LIGHT
        self._code = ""
        self._lines: tuple[Executed, ...] = ()
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

    def _refresh(self) -> None:
        theme = self._theme
        if not self._code:
            text = tr("A lecture shows its listing here.")
            self._view.setHtml(f'<p style="color:{theme.muted}">{html.escape(text)}</p>')
            return
        rows = "".join(self._row(i) for i in range(len(LISTINGS[self._code].lines)))
        teaches = html.escape(tr(LISTINGS[self._code].teaches))
        self._view.setHtml(
            f'<table cellspacing="0" cellpadding="{theme.size(2)}" width="100%">{rows}</table>'
            f'<p style="color:{theme.muted}; font-size:{theme.size(12)}px">{teaches}</p>'
        )

    def _row(self, index: int) -> str:
        theme, line = self._theme, LISTINGS[self._code].lines[index]
        done = index < len(self._lines)
        now = index == len(self._lines) - 1
        ground = f"background-color:{theme.mark_ground};" if now else ""
        colour = theme.text if line.parameter < 0 else theme.coordinate_colour(line.parameter)
        font = th.font(theme, 13, mono=True)
        code = html.escape(line.text).replace(" ", "&nbsp;")
        value = ", ".join(number(v, 4) for v in self._lines[index].value) if done else ""
        if done and len(self._lines[index].value) > 1:
            value = f"[{value}]"
        style = f"font-size:{theme.size(13)}px; {ground} color:{colour}"
        arrow = "▸" if now else "&nbsp;"
        return (
            f'<tr><td style="{style}">{arrow}</td>'
            f"<td style=\"{style}; font-family:'{font.family()}'\">{code}</td>"
            f'<td align="right" style="{style}; font-weight:700">{value}</td></tr>'
        )
