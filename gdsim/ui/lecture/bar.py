"""The bar of a lecture: what is said, where we are, and the way to go on."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout

from gdsim.engine.text import N_
from gdsim.lectures import Moment
from gdsim.lectures.vocabulary import FOUR_BEATS
from gdsim.ui import theme as th
from gdsim.ui.i18n import current_language, tr
from gdsim.ui.icons import icon
from gdsim.ui.lecture.caption import HEIGHT, Caption
from gdsim.ui.lecture.question import ANSWERS, QuestionPanel
from gdsim.ui.widgets.value_label import ValueLabel

#: What the four beats of a step are called.
PHASES = {
    "here": N_("where am I?"),
    "gradient": N_("gradient"),
    "scaled": N_("α × gradient"),
    "move": N_("move"),
}


class LectureBar(QFrame):
    """Scene and beat above, the caption or the question below, bookmarks at the right."""

    #: A bookmark was chosen, 1 … 9.
    jumped = Signal(int)
    #: The learning rate is to be multiplied by this.
    rate_scaled = Signal(float)

    def __init__(self, back_to_lecture: QAction) -> None:
        super().__init__()
        self.setObjectName("card")
        self._theme = th.LIGHT
        self._moment: Moment | None = None
        self.scene, self.phases, self.count = ValueLabel(align_right=False), QLabel(), QLabel()
        self.phases.setTextFormat(Qt.TextFormat.RichText)
        self.caption, self.question = Caption(), QuestionPanel()
        self.marks = [QToolButton() for _ in range(9)]
        for digit, button in enumerate(self.marks, start=1):
            button.setText(str(digit))
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(partial(self._jump, digit))
        self.halve, self.double, self.changed = QToolButton(), QToolButton(), QPushButton()
        for button, factor in ((self.halve, 0.5), (self.double, 2.0)):
            button.clicked.connect(partial(self._scale_rate, factor))
        self.changed.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.changed.clicked.connect(back_to_lecture.trigger)
        self.question.answered.connect(self._refresh_phases)
        self._lay_out()

    def _lay_out(self) -> None:
        self._row = QHBoxLayout()
        self._row.addWidget(self.scene, 1)
        self._row.addWidget(self.phases)
        for widget in (self.changed, self.halve, self.double, *self.marks, self.count):
            self._row.addWidget(widget)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._row)
        self._column.addWidget(self.caption)
        self._column.addWidget(self.question)
        for button in (self.halve, self.double):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_moment(self, moment: Moment, count: int, bookmarks: dict[int, int]) -> None:
        """Say what the beat says."""
        language = current_language()
        self.count.setText(f"{moment.index + 1} / {count}")
        self.count.setAccessibleName(
            tr("Beat {index} of {count}", index=moment.index + 1, count=count)
        )
        self.caption.say(moment.caption.in_(language))
        self.question.show_moment(moment)
        self._share_height()
        self._moment = moment
        self._refresh_phases()
        begun = [digit for digit, index in bookmarks.items() if index <= moment.index]
        for digit, button in enumerate(self.marks, start=1):
            button.setVisible(digit in bookmarks)
            button.setChecked(bool(begun) and digit == max(begun, key=bookmarks.__getitem__))
            button.setToolTip(tr("Jump to bookmark {digit}  [{digit}]", digit=digit))

    def set_changed(self, changed: bool) -> None:
        """Whether the scene is no longer the lecture's."""
        self.changed.setVisible(changed)

    def set_theme(self, theme: th.Theme) -> None:
        """Use this appearance."""
        self._theme = theme
        side = theme.size(12)
        self._column.setContentsMargins(side, theme.size(6), side, theme.size(8))
        self._column.setSpacing(theme.size(2))
        self._row.setSpacing(theme.size(4))
        self.scene.setFont(th.font(theme, 13, bold=True))
        for button in self.marks:
            # Nine of them have to stand beside the title.
            button.setStyleSheet(f"min-width: {theme.size(17)}px; padding: 0px;")
        for button, name in ((self.halve, "divide"), (self.double, "multiply")):
            button.setIcon(icon(name, theme))
            button.setIconSize(QSize(theme.size(16), theme.size(16)))
        self.caption.set_theme(theme)
        self.question.set_theme(theme)
        self._share_height()

    def retranslate(self) -> None:
        """Texts in the current language."""
        self.setAccessibleName(tr("Lecture"))
        self.changed.setText(tr("Changed: back to the lecture"))
        for button, text in ((self.halve, tr("Halve α")), (self.double, tr("Double α"))):
            button.setToolTip(text)
            button.setAccessibleName(text)
        self.question.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _refresh_phases(self) -> None:
        """The scene's title, or what is to be said about a prediction; and the four beats."""
        if self._moment is not None:
            title = self._moment.scene.title.in_(current_language())
            self.scene.setText(self.question.verdict() or title)
            self.phases.setText(self._phases(self._moment))

    def _share_height(self) -> None:
        """The bar is as high with a question as without: the pictures above must not move."""
        # Neither is hidden: showing a widget lays out the whole window at once, too soon.
        answers = self._theme.size(ANSWERS) if self.question.asks else 0
        self.question.setFixedHeight(answers)
        self.caption.set_height(self._theme.size(HEIGHT) - answers)

    def _phases(self, moment: Moment) -> str:
        if moment.phase not in FOUR_BEATS:
            return ""
        parts = []
        for phase in FOUR_BEATS:
            colour = self._theme.accent if phase == moment.phase else self._theme.muted
            weight = 700 if phase == moment.phase else 400
            text = tr(PHASES[phase])
            parts.append(f'<span style="color:{colour}; font-weight:{weight}">{text}</span>')
        return " → ".join(parts)

    def _jump(self, digit: int) -> None:
        self.jumped.emit(digit)

    def _scale_rate(self, factor: float) -> None:
        self.rate_scaled.emit(factor)
