"""A field for one exact number."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QWidget

from gdsim.engine.params import ParamSpec
from gdsim.ui.theme import tabular
from gdsim.ui.widgets.number_text import exact_text, parse_number
from gdsim.ui.widgets.spec_text import refusal
from gdsim.ui.widgets.stepping import spec_step

#: Degrees of a mouse wheel's notch, in Qt's eighths.
NOTCH = 120


class NumberField(QLineEdit):
    """Exact entry of a number that a `ParamSpec` declares.

    What a person types counts on Enter or when the focus leaves. Text that is no number or out
    of range stays, framed in red, with a sentence in `message`; Escape brings the value back.
    """

    #: The person chose another value.
    value_changed = Signal(float)
    #: The sentence to show under the field; empty when all is well.
    message_changed = Signal(str)

    def __init__(self, spec: ParamSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self.message = ""
        self._value = float(spec.default)
        self._turned = 0
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFont(tabular(self.font()))
        self.textEdited.connect(lambda: self._complain(""))
        self._write()

    def value(self) -> float:
        """The last good value."""
        return self._value

    def set_value(self, value: float) -> None:
        """Show ``value``; what is being typed stays if the value is no other than before."""
        unchanged = float(value) == self._value
        self._value = float(value)
        if not (unchanged and (self.message or self.isModified())):
            self._write()

    def set_spec(self, spec: ParamSpec) -> None:
        """Use another range."""
        self.spec = spec

    def commit(self) -> None:
        """Take what is typed, or say why not."""
        if not self.isModified():
            return
        number = parse_number(self.text())
        refused = refusal(self.spec, number)
        if refused or number is None:
            self._complain(refused)
        else:
            self._choose(number)

    def restore(self) -> None:
        """Forget what is typed."""
        self._write()
        self.selectAll()

    def step(self, up: bool, fine: bool = False) -> None:
        """Go to the next tidy number."""
        self.commit()
        if not self.message:
            self._choose(spec_step(self.spec, self._value, up, fine))
            self.selectAll()

    def _choose(self, number: float) -> None:
        changed = number != self._value
        self._value = number
        self._write()
        if changed:
            self.value_changed.emit(number)

    def _write(self) -> None:
        self.setText(exact_text(self._value))
        self.setCursorPosition(0)
        self._complain("")

    def _complain(self, message: str) -> None:
        if message == self.message:
            return
        self.message = message
        self.setProperty("invalid", bool(message))
        self.setAccessibleDescription(message)
        # The style sheet looks at a property only when it is asked to.
        self.style().unpolish(self)
        self.style().polish(self)
        self.message_changed.emit(message)

    # ---- keys, wheel, focus ------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._leaves(event):
            event.ignore()
            return False
        return super().event(event)

    def _leaves(self, event: QEvent) -> bool:
        """Whether a key is the window's: a field would keep undo and Space to itself for good."""
        assert isinstance(event, QKeyEvent)
        if self.isModified() or self.message:
            return False
        return (
            event.matches(QKeySequence.StandardKey.Undo)
            or event.matches(QKeySequence.StandardKey.Redo)
            or event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Escape)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                self.step(event.key() == Qt.Key.Key_Up, fine)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.commit()
                self.selectAll()
            case Qt.Key.Key_Escape if self.isModified() or self.message:
                self.restore()
            case Qt.Key.Key_Escape:
                event.ignore()
            case _:
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

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.message:
            self._complain(refusal(self.spec, parse_number(self.text())))

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
        room = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(self.palette().text().color())
        painter.drawText(room, self.alignment() | Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()
