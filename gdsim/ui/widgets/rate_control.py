"""The learning rate: exact entry, halving and doubling, the track, and what the rate does."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from gdsim.engine.params import ParamSpec
from gdsim.engine.text import N_
from gdsim.ui.i18n import Texts
from gdsim.ui.theme import Theme
from gdsim.ui.tips import lines, tip
from gdsim.ui.widgets.error_line import ErrorLine
from gdsim.ui.widgets.number_field import NumberField
from gdsim.ui.widgets.rate_marks import Mark
from gdsim.ui.widgets.rate_track import RateTrack
from gdsim.ui.widgets.sentences import Sentences
from gdsim.ui.widgets.spec_text import explanation
from gdsim.ui.widgets.wrap_row import WrapRow


class RateControl(QWidget):
    """Everything that sets α. `rate_edited` gives the rate and whether it is settled."""

    rate_edited = Signal(float, bool)
    #: A drag was given up: all is to be as it was before.
    drag_cancelled = Signal()

    def __init__(self, spec: ParamSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel(self)
        self.title.setProperty("role", "section")
        self.title.setWordWrap(True)
        self.halve = QToolButton(self)
        self.field = NumberField(spec, self)
        self.double = QToolButton(self)
        self.track = RateTrack(spec.high, self)
        self.error = ErrorLine(self)
        self.note = QLabel(self)
        self.note.setProperty("role", "muted")
        self.note.setWordWrap(True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.hide()
        self.sentences = Sentences(self)
        self.halve.setText("÷2")
        self.double.setText("×2")
        for button in (self.halve, self.double):
            # A tool button is left out of Tab by default on some systems.
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.title.setBuddy(self.field)
        self._lay_out()
        self._connect()
        self._texts = self._name()

    def _lay_out(self) -> None:
        self._row, self._entry = WrapRow(), QHBoxLayout()
        self._row.addWidget(self.title, 1)
        self._row.addLayout(self._entry)
        self._entry.addWidget(self.halve)
        self._entry.addWidget(self.field, 1)
        self._entry.addWidget(self.double)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._row)
        for widget in (self.error, self.track, self.note, self.sentences):
            self._column.addWidget(widget)

    def _connect(self) -> None:
        self.halve.clicked.connect(lambda: self._multiply(0.5))
        self.double.clicked.connect(lambda: self._multiply(2.0))
        self.field.value_changed.connect(self._settle)
        self.field.message_changed.connect(self.error.say)
        self.track.rate_dragged.connect(self._drag)
        self.track.rate_chosen.connect(self._settle)
        self.track.drag_cancelled.connect(self.drag_cancelled)

    def _name(self) -> Texts:
        texts = Texts()
        texts.add(self._set_title, N_("Learning rate α"))
        texts.add(self.field.setAccessibleName, N_("Learning rate α"))
        for button, text in (
            (self.halve, N_("Halve the learning rate")),
            (self.double, N_("Double the learning rate")),
        ):
            texts.add(button.setAccessibleName, text)
            texts.add(tip(button), text)
        self.field.setToolTip(lines(explanation(self.field.spec)))
        return texts

    def _set_title(self, text: str) -> None:
        # Where the title takes two lines, α should not be alone in the second.
        self.title.setText(text.replace(" α", "\N{NO-BREAK SPACE}α"))

    def rate(self) -> float:
        """The rate that is shown."""
        return self.field.value()

    def set_rate(self, rate: float) -> None:
        """Show ``rate``; tells nobody."""
        self.field.set_value(rate)
        if not self.track.dragging:
            self.track.set_rate(rate)
        self.halve.setEnabled(self.field.spec.allows(rate / 2))
        self.double.setEnabled(self.field.spec.allows(rate * 2))

    def choose(self, rate: float) -> None:
        """The person chose ``rate`` in another place."""
        if self.field.spec.allows(rate):
            self._settle(rate)

    def set_limits(self, marks: Iterable[Mark]) -> None:
        """Mark these rates on the track."""
        self.track.set_limits(tuple(marks))

    def set_sentences(self, told: list[tuple[int, str]]) -> None:
        """Say what this rate does: (lane style, translated sentence) pairs."""
        self.sentences.set_sentences(told)

    def set_note(self, text: str) -> None:
        """Say something about the rate itself, e.g. that it changes on the way."""
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def set_theme(self, theme: Theme) -> None:
        """Use this appearance."""
        for part in (self._row, self._entry):
            part.setSpacing(theme.space(5))
        for button in (self.halve, self.double):
            button.setFixedWidth(theme.size(32))
        self._column.setSpacing(theme.size(4))
        self.field.setMinimumWidth(theme.size(80))
        self.track.set_theme(theme)
        self.sentences.set_theme(theme)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._texts.retranslate()
            self.field.setToolTip(lines(explanation(self.field.spec)))

    def _multiply(self, factor: float) -> None:
        self.field.commit()
        rate = self.rate() * factor
        if self.field.spec.allows(rate):
            self._settle(rate)

    def _drag(self, rate: float) -> None:
        self.field.set_value(rate)
        self.rate_edited.emit(rate, False)

    def _settle(self, rate: float) -> None:
        self.set_rate(rate)
        self.rate_edited.emit(rate, True)
