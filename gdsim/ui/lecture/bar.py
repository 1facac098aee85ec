"""The bar of a lecture: what is said, where we are, and the way to go on."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gdsim.engine.text import N_
from gdsim.lectures import Moment
from gdsim.lectures.vocabulary import FOUR_BEATS, Phase
from gdsim.ui import theme as th
from gdsim.ui.i18n import current_language, tr
from gdsim.ui.icons import icon
from gdsim.ui.lecture.caption import HEIGHT, PRESENTED, Caption
from gdsim.ui.lecture.question import ANSWERS, LARGE_ANSWERS, QuestionPanel
from gdsim.ui.panels.number_strip import LEAST, NumberStrip
from gdsim.ui.scene import Scene
from gdsim.ui.tips import lines
from gdsim.ui.widgets.value_label import ValueLabel

#: What the four beats of a step are called.
PHASES = {
    "here": N_("where am I?"),
    "gradient": N_("gradient"),
    "scaled": N_("α × gradient"),
    "move": N_("move"),
}


#: Height at scale 1 of a question in a presentation: two lines, also of Chinese.
_QUESTION = 60
#: Width at scale 1 that is left to the title of a scene.
_TITLE = 60


class LectureBar(QFrame):
    """Scene and beat above, the caption or the question below, bookmarks at the right.

    In a presentation the numbers of the beat stand between them, under the pictures.
    """

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
        self.caption, self.question, self.strip = Caption(), QuestionPanel(), NumberStrip()
        self._presented, self._room = False, 0
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
        tools = (self.changed, self.halve, self.double, *self.marks, self.count)
        self._lowest: tuple[QWidget, ...] = (self.scene, self.phases, *tools)
        for widget in self._lowest:
            self._row.addWidget(widget, widget is self.scene)
        self._column = QVBoxLayout(self)
        for part in (self.strip, self.caption, self.question):
            self._column.addWidget(part)
        self._column.addLayout(self._row)
        for button in (self.halve, self.double):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_moment(
        self, moment: Moment, count: int, bookmarks: dict[int, int], room: int = 0
    ) -> None:
        """Say what the beat says. ``room``: height at scale 1 for its scene's numbers."""
        language = current_language()
        self._moment, self._room = moment, room
        self.count.setText(f"{moment.index + 1} / {count}")
        self.count.setAccessibleName(
            tr("Beat {index} of {count}", index=moment.index + 1, count=count)
        )
        self.caption.say(moment.caption.in_(language))
        self.question.show_moment(moment)
        self._share_height()
        self._refresh_phases()
        begun = [digit for digit, index in bookmarks.items() if index <= moment.index]
        for digit, button in enumerate(self.marks, start=1):
            button.setVisible(digit in bookmarks)
            button.setChecked(bool(begun) and digit == max(begun, key=bookmarks.__getitem__))
            button.setToolTip(tr("Jump to bookmark {digit}  [{digit}]", digit=digit))

    def set_presented(self, presented: bool) -> None:
        """Whether this is a presentation: large, and with the numbers of the beat."""
        self._presented = presented
        self.question.set_large(presented)

    def show_numbers(self, scene: Scene, step: int, index: int, phase: Phase) -> None:
        """In a presentation show the numbers at ``step``, of step ``index`` what ``phase`` has."""
        if self.strip.height() > 1:
            self.strip.show_step(scene, step, index, phase, spare=self.question.asks)

    def set_changed(self, changed: bool, status: str) -> None:
        """Whether the scene is no longer the lecture's; its caption gives way to ``status``."""
        if self._moment is not None:
            self.caption.say(status if changed else self._moment.caption.in_(current_language()))
        # There is no room for both, and the window grows where there is too little: first one goes.
        here, gone = (self.changed, self.phases) if changed else (self.phases, self.changed)
        gone.hide()
        here.show()

    def set_theme(self, theme: th.Theme) -> None:
        """Use this appearance."""
        self._theme = theme
        side = theme.size(12)
        self._column.setContentsMargins(side, theme.size(5), side, theme.size(5))
        self._column.setSpacing(theme.size(2))
        self._row.setSpacing(theme.size(4))
        self.scene.setFont(th.font(theme, 13, bold=True))
        for button in self.marks:
            # Nine of them have to stand beside the title.
            button.setStyleSheet(f"min-width: {max(22, theme.size(17))}px; padding: 0px;")
        for button, name in ((self.halve, "divide"), (self.double, "multiply")):
            button.setIcon(icon(name, theme))
            button.setIconSize(QSize(theme.size(16), theme.size(16)))
        for part in (self.strip, self.caption):
            part.set_theme(theme)
        self.question.set_theme(theme)
        self._share_height()
        self._refresh_phases()

    def retranslate(self) -> None:
        """Texts in the current language."""
        self.setAccessibleName(tr("Lecture"))
        self.changed.setText(tr("Changed: back to the lecture"))
        for button, text in ((self.halve, tr("Halve α")), (self.double, tr("Double α"))):
            button.setToolTip(lines(text))
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
            whole, now = self._phases(self._moment)
            self.phases.setText(whole)
            if self._needed() > self.width():
                # The window would grow.
                self.phases.setText(now)

    def _needed(self) -> int:
        """The width of the lowest row, the title cut to what can be told from others."""
        margins = self._column.contentsMargins()
        shown = [w.minimumSizeHint().width() for w in self._lowest if not w.isHidden()]
        gaps = len(shown) * self._row.spacing() + margins.left() + margins.right()
        return sum(shown) + gaps + self._theme.size(_TITLE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refresh_phases()

    def _share_height(self) -> None:
        """The bar is as high with a question as without: the pictures above must not move."""
        asks = self.question.asks
        if self._presented:
            numbers, caption, answers = self._presented_heights()
        else:
            answers = ANSWERS if asks else 0
            numbers, caption = 0, HEIGHT - answers
        # None is hidden: showing a widget lays out the whole window at once, too soon.
        size = self._theme.size
        self.strip.setFixedHeight(size(numbers) if numbers else 0)
        self.question.setFixedHeight(size(answers) if answers else 0)
        self.caption.set_height(size(caption))

    def _presented_heights(self) -> tuple[int, int, int]:
        """Heights at scale 1 of the numbers, the caption and the answers."""
        moment, room = self._moment, self._room
        whole = PRESENTED + room
        if moment is not None and any(beat.ask for beat in moment.scene.beats):
            whole = max(whole, PRESENTED + LARGE_ANSWERS)
        if not self.question.asks:
            return room, whole - room, 0
        if moment is not None and moment.phase == "ask":
            return 0, _QUESTION, whole - _QUESTION
        left = whole - PRESENTED - LARGE_ANSWERS
        numbers = min(left, room) if left >= LEAST else 0
        return numbers, whole - LARGE_ANSWERS - numbers, LARGE_ANSWERS

    def _phases(self, moment: Moment) -> tuple[str, str]:
        """The four beats with the one that we are in, and this alone."""
        if moment.phase not in FOUR_BEATS:
            return "", ""
        parts = {}
        for phase in FOUR_BEATS:
            colour = self._theme.accent if phase == moment.phase else self._theme.muted
            weight = 700 if phase == moment.phase else 400
            text = tr(PHASES[phase])
            parts[phase] = f'<span style="color:{colour}; font-weight:{weight}">{text}</span>'
        return " → ".join(parts.values()), parts[moment.phase]

    def _jump(self, digit: int) -> None:
        self.jumped.emit(digit)

    def _scale_rate(self, factor: float) -> None:
        self.rate_scaled.emit(factor)
