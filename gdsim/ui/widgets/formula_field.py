"""A field for a formula: tells where it cannot be read."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gdsim.engine.errors import FormulaError
from gdsim.ui.i18n import tr, tr_error
from gdsim.ui.widgets.checked_field import CheckedField


class FormulaField(CheckedField):
    """Entry of a formula. ``check`` raises `FormulaError` on a bad one, whose bad part is marked."""

    #: The person entered another formula.
    formula_changed = Signal(str)

    def __init__(self, check: Callable[[str], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._check = check
        self._formula = ""

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

    def _shown(self) -> str:
        return self._formula

    def _refusal(self) -> str:
        error = self._error()
        if error is None:
            return ""
        reason = tr_error(error)
        return tr("At character {place}: {reason}", place=error.position + 1, reason=reason)

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
