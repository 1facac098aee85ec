"""What fields have in common that refuse some texts."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget


class CheckedField(QLineEdit):
    """What a person types counts on Enter or when the focus leaves.

    A text that cannot be taken stays, framed in red, with a sentence in `message`; Escape brings
    the value back. A subclass says what its value looks like, which texts it refuses and why, and
    takes the others.
    """

    #: The sentence to show under the field; empty when all is well.
    message_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.message = ""
        self.textEdited.connect(lambda: self._complain(""))

    def _shown(self) -> str:
        """The text of the value."""
        raise NotImplementedError

    def _refusal(self) -> str:
        """Why what is typed cannot be taken; empty when it can."""
        raise NotImplementedError

    def _take(self) -> None:
        """Make what is typed the value."""
        raise NotImplementedError

    @property
    def busy(self) -> bool:
        """Whether there is something typed that is not the value yet."""
        return self.isModified() or bool(self.message)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A text may be dropped here; a file, which is a text too, is for the window."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def commit(self) -> None:
        """Take what is typed, or say why not."""
        if not self.isModified():
            return
        refused = self._refusal()
        if refused:
            self._complain(refused)
        else:
            self._take()

    def restore(self) -> None:
        """Forget what is typed."""
        self._write()
        self.selectAll()

    def _write(self) -> None:
        shown = self._shown()
        # Even the same text would be painted anew, and a drag writes in every frame.
        if shown != self.text() or self.isModified():
            self.setText(shown)
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

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            assert isinstance(event, QKeyEvent)
            if not self.busy and self._leaves(event):
                event.ignore()
                return False
        return super().event(event)

    def _leaves(self, event: QKeyEvent) -> bool:
        """Whether a key is the window's while nothing is typed: else undo would never reach it."""
        keys = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
        return any(event.matches(key) for key in keys) or event.key() == Qt.Key.Key_Escape

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.commit()
                if not self.message:
                    self.selectAll()
            case Qt.Key.Key_Escape if self.busy:
                self.restore()
            case Qt.Key.Key_Escape:
                event.ignore()
            case _:
                super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.message:
            self._complain(self._refusal())
