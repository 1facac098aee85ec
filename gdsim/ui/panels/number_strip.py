"""The numbers of a step, or of a beat of it, for the last row: a column for each lane, large."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QTextDocument
from PySide6.QtWidgets import QSizePolicy, QWidget

from gdsim.lectures.vocabulary import Phase
from gdsim.ui import theme as th
from gdsim.ui.panels.number_text import BeatText
from gdsim.ui.scene import Scene
from gdsim.ui.widgets.lane_mark import draw_mark

#: Text size at scale 1 (24 points of a slide), and the smaller ones for what does not fit.
SIZE = 20
_SIZES = (SIZE, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10)
#: … and where all text is large, which may be more than a low view has room for, those that are no
#: smaller than a plain label's.
_SMALLER, _PLAIN = (9, 8, 7, 6, 5, 4), 12
#: Sizes for where there is much room.
_LARGER = (26, 24, 22)
#: Smaller than this the last row reads nothing: better only where the step leads, and large.
_READ = 14
#: Height of a line of numbers at scale 1.
_NUMBERS = 22
#: With less height than this no numbers are shown.
LEAST = _NUMBERS
#: Symbols and units are smaller than numbers; from line to line it is so much of their size.
_SMALL, _SPACING = 0.75, 1.1


class NumberStrip(QWidget):
    """Shows of a step what its beat is about. Painted: the numbers may change every frame.

    The lanes stand side by side, or ``stacked`` one below the other.
    """

    def __init__(self, *, stacked: bool = False) -> None:
        super().__init__()
        self._stacked = stacked
        height = QSizePolicy.Policy.Ignored if stacked else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Ignored, height)
        self._theme = th.LIGHT
        self._scene: Scene | None = None
        self._step, self._index = 0, -1
        self._phase: Phase = "still"
        self._columns: list[QTextDocument] = []
        self._below, self._spare = "", False
        self._foot: QTextDocument | None = None
        #: What the documents were made of.
        self._fitted: object = None

    def show_step(
        self, scene: Scene, step: int, index: int, phase: Phase, below: str = "",
        *, spare: bool = False,
    ) -> None:  # fmt: skip
        """Show cursor ``step`` of ``scene`` and what ``phase`` has of step ``index`` (from 0).

        ``below`` is a line of HTML under all columns. What cannot be large is written smaller, or,
        where numbers are to ``spare``, left out.
        """
        self._scene, self._step, self._index, self._phase = scene, step, index, phase
        self._below, self._spare = below, spare
        self.update()

    def clear(self) -> None:
        """Show nothing."""
        self._scene, self._columns, self._foot, self._fitted = None, [], None, None
        self.update()

    def set_theme(self, theme: th.Theme) -> None:
        """Use this appearance."""
        self._theme = theme
        self.update()

    def plain(self) -> str:
        """The text on the screen, a paragraph for each lane."""
        self._fit()
        return "\n\n".join(document.toPlainText() for document in self._documents())

    def text_size(self) -> float:
        """Height in pixels of the numbers on the screen."""
        self._fit()
        return min((c.defaultFont().pixelSize() for c in self._columns), default=0)

    # The largest text that fits --------------------------------------------------------------

    def _fit(self) -> None:
        """Make the documents, if they are not those of scene, step, theme and room.

        Painting asks for it: those change one after the other, and a layout tries many rooms.
        """
        scene = self._scene
        if scene is None or self.width() < 10:
            return
        inline = len(scene.runs) == 1 and not self._stacked
        whole = BeatText(scene, self._step, self._index, self._phase, self._theme, inline=inline)
        texts = [replace(whole, symbols=symbols).columns() for symbols in (True, False)]
        key = (*map(tuple, texts), self._below, self._spare, self._theme, self.size())
        if key == self._fitted:
            return
        self._fitted = key
        sizes = (SIZE,) if self._spare else self._sizes()
        sizes = (*_LARGER, *sizes) if self._stacked else sizes
        size = self._largest(texts, sizes)
        if self._spare and not size:
            self._columns, self._foot = [], None
        elif self._phase == "whole" and size < _READ:
            self._largest([replace(whole, brief=True).columns()], sizes, broken_to=_READ)
        self.setAccessibleName("\n\n".join(each.toPlainText() for each in self._documents()))

    def _sizes(self) -> tuple[int, ...]:
        """Text sizes at scale 1, the largest first."""
        smaller = tuple(size for size in _SMALLER if self._theme.size(size) >= _PLAIN)
        return (*_SIZES, *smaller)

    def least(self, lines: int) -> int:
        """Height in pixels of so many lines of the smallest text."""
        return lines * int(_SPACING * self._theme.size(self._sizes()[-1]))

    def _largest(
        self, texts: list[list[str]], sizes: tuple[int, ...], broken_to: int = SIZE
    ) -> int:
        """Lay out the largest of ``sizes`` that fits, with symbols if so; 0: none fits.

        Larger than ``broken_to`` it is only where no line has to be broken for it.
        """

        def fits(size: int) -> bool:
            return any(self._lay_out(columns, size, broken_to) for columns in texts)

        # What does not fit does not fit larger.
        at = bisect_left(sizes, True, key=fits)
        size = sizes[min(at, len(sizes) - 1)]
        return size if fits(size) else 0

    def _lay_out(self, texts: list[str], size: int, broken_to: int) -> bool:
        """Make the documents in this size. Whether they have room."""
        self._columns = [self._document(text, size) for text in texts]
        width = self._column_width() - self._indent()
        broken = size > broken_to and any(column.idealWidth() > width for column in self._columns)
        for column in self._columns:
            column.setTextWidth(width)
        self._foot = self._document(self._below, size) if self._below else None
        if self._foot:
            self._foot.setTextWidth(self.width())
        return not broken and self.needed_height() <= self.height()

    def _documents(self) -> list[QTextDocument]:
        return [*self._columns, *([self._foot] if self._foot else [])]

    def _document(self, text: str, size: float) -> QTextDocument:
        theme = self._theme
        made = QTextDocument()
        made.setDocumentMargin(0)
        made.setDefaultFont(th.tabular(th.font(theme, size)))
        large, small = theme.size(size), round(_SMALL * theme.size(size))
        # Lines of one height, whatever font a sign in them comes from.
        fixed = "-qt-line-height-type: fixed; line-height"
        made.setDefaultStyleSheet(
            f".small {{ font-size: {small}px; }}"
            f" .line {{ {fixed}: {int(_SPACING * large)}px; }}"
            f" .above {{ {fixed}: {int(_SPACING * small)}px; font-size: {small}px; }}"
        )
        made.setHtml(f'<div style="color:{theme.text}">{text}</div>')
        return made

    def needed_height(self) -> float:
        """Height in pixels of all that is shown."""
        foot = self._foot.size().height() if self._foot else 0
        heights = [column.size().height() for column in self._columns]
        if self._stacked:
            return sum(heights) + self._gap() * (len(heights) - 1) + foot
        return max(heights) + foot

    def _gap(self) -> int:
        return self._theme.size(14)

    def _column_width(self) -> float:
        assert self._scene is not None
        if self._stacked:
            return self.width()
        count = len(self._scene.runs)
        return (self.width() - self._gap() * (count - 1)) / count

    def _indent(self) -> int:
        """Room for the mark of a lane, where there are several."""
        several = self._scene is not None and len(self._scene.runs) > 1
        return self._theme.size(22) if several else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        self._fit()
        scene, theme = self._scene, self._theme
        if scene is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        for lane, column in enumerate(self._columns):
            if self._indent():
                centre = QPointF(theme.size(9), theme.size(_NUMBERS / 2))
                draw_mark(painter, theme, scene.styles[lane], centre, theme.size(14))
            painter.save()
            painter.translate(self._indent(), 0)
            column.drawContents(painter)
            painter.restore()
            if self._stacked:
                painter.translate(0, column.size().height() + self._gap())
            else:
                painter.translate(self._column_width() + self._gap(), 0)
        painter.restore()
        if self._foot:
            painter.translate(0, self.needed_height() - self._foot.size().height())
            self._foot.drawContents(painter)
        painter.end()


def room(lanes: int, dimension: int) -> int:
    """Height at scale 1 for the numbers of a step: with symbols above them, or in two lines."""
    return _NUMBERS * dimension * (1 if lanes == 1 else 2)
