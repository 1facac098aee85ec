"""The answers to a question: offered before, judged after, the prediction still to be seen."""

from __future__ import annotations

import math
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QSizePolicy, QWidget

from gdsim.lectures import Moment
from gdsim.ui import theme as th
from gdsim.ui.i18n import current_language, tr
from gdsim.ui.icons import icon
from gdsim.ui.widgets.discard import discard

Point = tuple[float, ...]

#: Text sizes at scale 1, of which the largest that fits is taken.
_SIZES = (14, 13, 12, 11, 10, 9, 8)
_LARGE_SIZES = (20, 19, 18, 17, 16, 15, *_SIZES)
#: Height of a row at scale 1, in the window and in a presentation.
ANSWERS, LARGE_ANSWERS = 28, 34


class QuestionPanel(QWidget):
    """Buttons for the answers, or fields for a point; hidden while nothing is asked.

    The keyboard is not taken to it, since a clicker is a keyboard: Tab goes there.
    """

    #: A point was typed, a tuple of d numbers.
    pointed = Signal(object)
    #: An answer was chosen.
    answered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._theme = th.LIGHT
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.buttons: list[QPushButton] = []
        self.fields: list[QLineEdit] = []
        self._moment: Moment | None = None
        self._large = False
        #: What was predicted: the number of the question, and the choice or the point.
        self._asked = -1
        self.chosen: int | None = None
        self.point: Point | None = None

    def show_moment(self, moment: Moment) -> None:
        """Offer the answers of this beat's question, judge them, or hide."""
        self._moment = moment
        question = moment.question
        asked = moment.index - (moment.phase == "reveal")
        if question is None:
            self._asked, self.chosen, self.point = -1, None, None
        elif asked != self._asked:
            self._asked, self.chosen, self.point = asked, None, None
        self._rebuild()
        self._refresh()

    @property
    def asks(self) -> bool:
        """Whether there are answers to show."""
        return self._moment is not None and self._moment.question is not None

    def set_point(self, point: Point) -> None:
        """A point was clicked, or typed."""
        self.point = point
        for field, number in zip(self.fields, point, strict=False):
            field.setText(f"{number:.4g}")
        self._refresh()
        self.answered.emit()

    def set_theme(self, theme: th.Theme) -> None:
        """Use this appearance."""
        self._theme = theme
        self._grid.setSpacing(theme.size(8))
        self._refresh()

    def set_large(self, large: bool) -> None:
        """Whether the answers are to be read from the last row."""
        self._large = large
        self._refresh()

    def retranslate(self) -> None:
        """Texts in the current language."""
        if self._moment is not None:
            self._rebuild()
            self._refresh()

    def _rebuild(self) -> None:
        for widget in (*self.buttons, *self.fields):
            # Not by `takeAt`, which leaves the layout's item to nobody.
            self._grid.removeWidget(widget)
            discard(widget)
        self.buttons, self.fields = [], []
        question = self._moment.question if self._moment else None
        if question is None:
            return
        for number, choice in enumerate(question.choices):
            button = QPushButton(f"{chr(ord('A') + number)}   {choice.in_(current_language())}")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(partial(self._choose, number))
            self.buttons.append(button)
        if question.point is not None:
            self.fields = [self._field(name) for name in ("w", "b")[: len(question.point)]]
        for part in (*self.buttons, *self.fields):
            # A layout asks only those that are shown how much room they need.
            part.setParent(self)
            part.show()

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(f"{name} = …")
        field.setAccessibleName(tr("Predicted {name}", name=name))
        field.setMaximumWidth(self._theme.size(110))
        field.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        field.editingFinished.connect(self._typed)
        return field

    def _typed(self) -> None:
        try:
            point = tuple(float(field.text().replace("−", "-")) for field in self.fields)
        except ValueError:
            return
        # "nan" and "1e400" are numbers to Python, but no place on a picture.
        if point != self.point and all(map(math.isfinite, point)):
            self.point = point
            self.pointed.emit(point)
            self.answered.emit()

    def _choose(self, number: int) -> None:
        self.chosen = number
        self._refresh()
        self.answered.emit()

    def _refresh(self) -> None:
        moment = self._moment
        if moment is None or moment.question is None:
            return
        revealed = moment.phase == "reveal"
        for number, button in enumerate(self.buttons):
            right = revealed and number in moment.question.right
            button.setChecked(number == self.chosen)
            button.setIcon(icon("check", self._theme) if right else icon("help", self._theme))
            button.setIconSize(QSize(self._theme.size(16), self._theme.size(16)))
            button.setEnabled(not revealed or right or number == self.chosen)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.asks:
            self._fit()

    def _fit(self) -> None:
        """The largest text with which all answers can be seen, side by side if that is possible."""
        theme, parts = self._theme, (*self.buttons, *self.fields)
        for size in _LARGE_SIZES if self._large else _SIZES:
            # A rule of its own, since the application's style sheet sets a size for everything.
            self.setStyleSheet(f"* {{ font-size: {theme.size(size)}px; }}")
            for columns in range(len(parts), 0, -1):
                for number, part in enumerate(parts):
                    self._grid.addWidget(part, number // columns, number % columns)
                needed = self._grid.sizeHint()
                if needed.width() <= self.width() and needed.height() <= self.height():
                    return

    def verdict(self) -> str:
        """What is to be said about the prediction; nothing while nothing is asked."""
        moment = self._moment
        question = moment.question if moment else None
        if moment is None or question is None:
            return ""
        if moment.phase != "reveal":
            if question.point is not None and self.point is None:
                return tr("Click on the picture, or type the numbers")
            if self.chosen is None and self.point is None:
                return ""
            return tr("Predicted. The next beat shows what happens.")
        if self.point is not None and question.point is not None:
            away = sum((a - b) ** 2 for a, b in zip(self.point, question.point, strict=True)) ** 0.5
            return tr("Your point is {distance} away", distance=f"{away:.3g}")
        if self.chosen is None or len(question.right) != 1:
            return ""
        return tr("Predicted rightly") if self.chosen in question.right else tr("Predicted wrongly")
