"""The arithmetic of the current step, one column a lane, and what the gap means."""

from __future__ import annotations

from bisect import bisect_left
from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from gdsim.engine.arithmetic import Substep, step_arithmetic
from gdsim.ui import sentences
from gdsim.ui import theme as th
from gdsim.ui.arithmetic_text import Place, Row, as_text, differing, rows
from gdsim.ui.i18n import tr
from gdsim.ui.laying_out import FIT, fit_later
from gdsim.ui.panels.step_view import StepView
from gdsim.ui.scene import Scene
from gdsim.ui.widgets.text_view import FittedText

#: Text size at scale 1, and the sizes for a class, of which the largest that fits is taken.
_SIZE = 12
_FOR_A_CLASS = (22, 20, 18, 17, 16, 15, 14, 13, _SIZE)


class ArithmeticPanel(StepView):
    """Formula line and number line of every substep, per lane; the gap and its sentence below.

    On the projector, and while a lecture is open (`set_large`), the text is as large as its room.
    """

    tools = ("copy-arithmetic",)

    def __init__(self) -> None:
        super().__init__()
        self._large = self._stale = False
        self._written = ""
        # A text view keeps its room whatever is in it; labels would lay out the window anew.
        self._view = FittedText()
        self._view.setFrameShape(QFrame.Shape.NoFrame)
        self._view.setOpenLinks(False)
        self._view.document().setDocumentMargin(0)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusProxy(self._view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._view)

    def set_large(self, large: bool) -> None:
        """Whether a class is to read it, whatever the theme."""
        if large != self._large:
            self._large = large
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fit_later(self)

    def customEvent(self, event: QEvent) -> None:
        if event.type() == FIT:
            self._write()
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._view.setAccessibleName(tr("Arithmetic of the step"))
            self._refresh()

    def shown_text(self) -> str:
        """The text on the screen."""
        self._write()
        return self._view.toPlainText()

    def text(self) -> str:
        """All that is shown, as plain text with a line for each formula and each calculation."""
        scene = self._scene
        if scene is None:
            return ""
        index = self._index
        parts = [tr("Step {step}", step=index + 1)]
        for lane, run in enumerate(scene.runs):
            parts.append(f"\n{scene.labels[lane]}")
            substeps = self._substeps(lane)
            if substeps is None:
                parts.append(sentences.ended(run))
            else:
                parts.append(as_text(rows(run, substeps, rich=False)))
        gap = sentences.step_gap_text(scene, index, rich=False)
        return "\n".join([*parts, "", *(line for line in gap if line)])

    def copy(self) -> None:
        """Put the text on the clipboard."""
        QGuiApplication.clipboard().setText(self.text())

    def _substeps(self, lane: int) -> tuple[Substep, ...] | None:
        assert self._scene is not None
        run = self._scene.runs[lane]
        return step_arithmetic(run, self._index) if self._index < run.steps else None

    def _refresh(self) -> None:
        # Theme, scene and step are told one after the other.
        self._stale = True
        fit_later(self)

    def _write(self) -> None:
        """Bring the text up to date."""
        if self._scene is None or not self._stale:
            return
        self._stale, html = False, self._html(self._scene)
        if html != self._written:
            self._written = html
            self._view.setHtml(html)

    def _fit(self) -> None:
        """The largest text with which all can be seen; with the smallest a bar scrolls it."""
        large = self._large or self._theme.id == "projector"
        sizes = _FOR_A_CLASS if large else (_SIZE,)
        # A bar makes the lines shorter, and so would keep itself needed.
        self._view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        first = bisect_left(sizes, True, key=self._fits)
        if not self._fits(sizes[min(first, len(sizes) - 1)]):
            self._view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def _fits(self, size: int) -> bool:
        """Set the text in ``size``, and see whether there is room for it."""
        document, font = self._view.document(), th.font(self._theme, size)
        # Each lays out the whole text, even if nothing is new.
        if document.defaultFont() != font:
            document.setDefaultFont(font)
        if document.textWidth() != self.width():
            document.setTextWidth(self.width())
        return document.size().height() <= self.height()

    def _html(self, scene: Scene) -> str:
        substeps = [self._substeps(lane) for lane in range(len(scene.runs))]
        marks: dict[int, set[tuple[Place, str]]] = {}
        if scene.pair is not None:
            first, second = (substeps[lane] for lane in scene.pair)
            if first is not None and second is not None:
                marks[scene.pair[1]] = differing(first, second)
        columns = "".join(
            '<td style="padding-right:8px">'
            f"{self._column(scene, lane, each, marks.get(lane, set()))}</td>"
            for lane, each in enumerate(substeps)
        )
        gap, sentence = sentences.step_gap_text(scene, self._index, rich=True)
        theme = self._theme
        return (
            f'<table width="100%" cellspacing="0" cellpadding="0"><tr>{columns}</tr></table>'
            f'<p style="color:{theme.gap}; font-weight:600; margin:6px 0 4px 0">{gap}</p>'
            f'<p style="color:{theme.muted}; margin:0">{escape(sentence)}</p>'
        )

    def _column(
        self,
        scene: Scene,
        lane: int,
        substeps: tuple[Substep, ...] | None,
        marks: set[tuple[Place, str]],
    ) -> str:
        run, colour = scene.runs[lane], self._theme.lane_colour(scene.styles[lane])
        name = escape(scene.labels[lane])
        title = f'<div style="color:{colour}; font-weight:600">{name}</div>'
        if substeps is None:
            return f"{title}<div>{escape(sentences.ended(run))}</div>"

        def mark(place: Place, name: str, text: str) -> str:
            if (place, name) in marks:
                return f'<span style="background-color:{self._theme.mark_ground}">{text}</span>'
            return text

        return title + "".join(map(self._line, rows(run, substeps, rich=True, mark=mark)))

    def _line(self, row: Row) -> str:
        theme = self._theme
        colour = theme.coordinate_colour(row.coordinate)
        at = f' <span style="color:{theme.muted}">{row.at}</span>' if row.at else ""
        if not row.numbers:
            return f'<div style="color:{colour}">{row.symbols} = {row.result}{at}</div>'
        return (
            f'<div style="color:{colour}">{row.symbols}{at}</div>'
            f'<div style="color:{colour}">{row.numbers} = <b>{row.result}</b></div>'
        )
