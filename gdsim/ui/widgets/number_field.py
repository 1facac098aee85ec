"""A field for one exact number."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QStyle, QStyleOptionFrame, QToolTip, QWidget

from gdsim.engine.params import ParamSpec
from gdsim.ui.theme import tabular
from gdsim.ui.widgets.checked_field import CheckedField
from gdsim.ui.widgets.number_text import exact_text, parse_number
from gdsim.ui.widgets.spec_text import refusal
from gdsim.ui.widgets.stepping import spec_step

#: Degrees of a mouse wheel's notch, in Qt's eighths.
NOTCH = 120


class NumberField(CheckedField):
    """Exact entry of a number that a `ParamSpec` declares.

    Up, Down and the wheel (while it has the focus) go to the next tidy number, with Shift finely.
    """

    #: The person chose another value.
    value_changed = Signal(float)

    def __init__(self, spec: ParamSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self._value = float(spec.default)
        self._turned = 0
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFont(tabular(self.font()))
        self._write()

    def value(self) -> float:
        """The last good value."""
        return self._value

    def set_value(self, value: float) -> None:
        """Show ``value``; what is being typed stays if the value is no other than before."""
        unchanged = float(value) == self._value
        self._value = float(value)
        if not (unchanged and self.busy):
            self._write()

    def set_spec(self, spec: ParamSpec) -> None:
        """Use another range."""
        self.spec = spec

    def step(self, up: bool, fine: bool = False) -> None:
        """Go to the next tidy number."""
        self.commit()
        if not self.message:
            self._choose(spec_step(self.spec, self._value, up, fine))
            self.selectAll()

    def _shown(self) -> str:
        return exact_text(self._value)

    def _refusal(self) -> str:
        return refusal(self.spec, parse_number(self.text()))

    def _take(self) -> None:
        number = parse_number(self.text())
        if number is not None:
            self._choose(number)

    def _choose(self, number: float) -> None:
        changed = number != self._value
        self._value = number
        self._write()
        if changed:
            self.value_changed.emit(number)

    # ---- keys and wheel ----------------------------------------------------------------------

    def _leaves(self, event: QKeyEvent) -> bool:
        # No number has a space in it, so Space may play.
        return super()._leaves(event) or event.key() == Qt.Key.Key_Space

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.step(event.key() == Qt.Key.Key_Up, fine)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Without focus the wheel scrolls the panel, and must not change what it passes over.
        if not self.hasFocus():
            event.ignore()
            return
        self._turned += event.angleDelta().y() or event.angleDelta().x()
        notches, self._turned = int(self._turned / NOTCH), self._turned % NOTCH
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        for _ in range(abs(notches)):
            self.step(notches > 0, fine)

    # ---- looks ---------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus():
            super().paintEvent(event)
            return
        # A long number ends in "…", for one cut at the edge would read as another number.
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        room = self._room(option)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(self.palette().text().color())
        painter.drawText(room, self.alignment() | Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()

    def _room(self, option: QStyleOptionFrame) -> QRect:
        return self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            assert isinstance(event, QHelpEvent)
            option = QStyleOptionFrame()
            self.initStyleOption(option)
            if self.fontMetrics().horizontalAdvance(self.text()) > self._room(option).width():
                QToolTip.showText(event.globalPos(), self.text(), self)
                return True
        return super().event(event)
