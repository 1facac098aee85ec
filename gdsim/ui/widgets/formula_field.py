"""A field for a formula: tells where it cannot be read."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from gdsim.engine.errors import FormulaError
from gdsim.ui.i18n import tr, tr_error
from gdsim.ui.theme import LIGHT, Theme
from gdsim.ui.widgets.checked_field import CheckedField
from gdsim.ui.widgets.strokes import stroke


class FormulaField(CheckedField):
    """Entry of a formula. ``check`` raises `FormulaError` on a bad one; its bad part is marked."""

    #: The person entered another formula.
    formula_changed = Signal(str)
    #: What stands in the field now, at every key.
    typed = Signal(str)

    error_colour = LIGHT.error

    def __init__(self, check: Callable[[str], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._check = check
        self._formula = ""
        self._wrong: FormulaError | None = None
        self.textEdited.connect(self._on_typed)

    def set_formula(self, formula: str) -> None:
        """Show ``formula``; what is being typed stays if the formula is no other than before."""
        unchanged = formula == self._formula
        self._formula = formula
        if not (unchanged and self.busy):
            self._write()

    def commit(self) -> None:
        super().commit()
        error = self._error() if self.message else None
        if error is not None:
            self.setSelection(error.position, max(1, error.length))

    def _on_typed(self, text: str) -> None:
        """Mark at once what cannot be read; it counts as refused only when it is entered."""
        self._wrong = self._error()
        self.update()
        self.typed.emit(text)

    @property
    def wrong(self) -> FormulaError | None:
        """Why what stands in the field cannot be read."""
        return self._wrong

    def choose(self, formula: str) -> None:
        """The person chose ``formula`` from a list."""
        self.setText(formula)
        self.setModified(True)
        self._on_typed(formula)
        self.commit()

    def _write(self) -> None:
        super()._write()
        self._wrong = None
        self.typed.emit(self._formula)

    def mark(self) -> QRectF | None:
        """Where the part that cannot be read is underlined."""
        if self._wrong is None:
            return None
        metrics, text = self.fontMetrics(), self.text()
        at = min(self._wrong.position, len(text))
        end = min(at + max(1, self._wrong.length), max(len(text), at + 1))
        # The field scrolls its text; the cursor says by how much.
        left = self.cursorRect().center().x() - metrics.horizontalAdvance(
            text[: self.cursorPosition()]
        )
        before = metrics.horizontalAdvance(text[:at])
        width = metrics.horizontalAdvance(text[at:end] or " ")
        return QRectF(left + before, (self.height() + metrics.height()) / 2 - 1, width, 3)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        mark = self.mark()
        if mark is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self.rect().adjusted(3, 0, -3, 0))
        painter.setPen(stroke(self.error_colour, 1.5))
        painter.drawPolyline(_wave(mark))
        painter.end()

    def set_theme(self, theme: Theme) -> None:
        """Use this appearance."""
        self.error_colour = theme.error
        self.update()

    def _shown(self) -> str:
        return self._formula

    def _refusal(self) -> str:
        error = self._error()
        return "" if error is None else in_words(error)

    def _error(self) -> FormulaError | None:
        try:
            self._check(self.text())
        except FormulaError as error:
            return error
        return None

    def _take(self) -> None:
        changed = self.text() != self._formula
        self._formula = self.text()
        self._write()
        if changed:
            self.formula_changed.emit(self._formula)


def in_words(error: FormulaError) -> str:
    """Where and why a formula cannot be read."""
    return tr("At character {place}: {reason}", place=error.position + 1, reason=tr_error(error))


def _wave(place: QRectF) -> QPolygonF:
    """The line under a mistake, as word processors draw it."""
    count = max(2, round(place.width() / 3))
    return QPolygonF(
        [
            QPointF(place.left() + place.width() * i / count, place.top() + 2 * (i % 2))
            for i in range(count + 1)
        ]
    )
