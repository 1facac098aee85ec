"""Time: to start, back, play, forward, to end, the scrubber, the step and the speed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QToolButton, QWidget

from gdsim.session import SPEEDS
from gdsim.ui import theme as th
from gdsim.ui.i18n import tr
from gdsim.ui.icons import icon
from gdsim.ui.numbers import number
from gdsim.ui.tips import lines
from gdsim.ui.widgets.action_button import ActionButton
from gdsim.ui.widgets.choice_box import ChoiceBox
from gdsim.ui.widgets.scrubber import Scrubber
from gdsim.ui.widgets.value_label import ValueLabel

#: Pixels at text scale 1 that the scrubber needs in a row with the others.
SCRUBBER = 140

_ICON = Qt.ToolButtonStyle.ToolButtonIconOnly
_BESIDE = Qt.ToolButtonStyle.ToolButtonTextBesideIcon


class PlayerPanel(QWidget):
    """The controls of time. The buttons are actions of the window, so shortcuts and menus agree."""

    step_requested = Signal(int)
    speed_chosen = Signal(float)

    def __init__(self, actions: list[QAction]) -> None:
        super().__init__()
        self._theme, self._one = th.LIGHT, True
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.buttons = [self._button(action) for action in actions]
        self.slider = Scrubber()
        self.slider.valueChanged.connect(self.step_requested)
        self.label = ValueLabel(grow=False)
        self.speed = ChoiceBox()
        self.speed.setMinimumContentsLength(3)
        self.speed.chosen.connect(lambda speed: self.speed_chosen.emit(float(speed)))
        self._row = [*self.buttons, self.slider, self.label, self.speed]
        for column, widget in enumerate(self._row):
            self._grid.addWidget(widget, 1, column)
        self._grid.setColumnStretch(self._row.index(self.slider), 1)
        self._step, self._steps, self._more = 0, 0, False
        self._retranslate()

    def set_step(self, step: int, steps: int, more: bool = False) -> None:
        """Show cursor ``step`` of ``steps``, or of these and ``more`` that are to be computed."""
        self._step, self._steps, self._more = step, steps, more
        self.slider.blockSignals(True)
        self.slider.setRange(0, steps)
        self.slider.setPageStep(max(1, steps // 10))
        self.slider.setValue(step)
        self.slider.blockSignals(False)
        last = f"{steps}+" if more else str(steps)
        self.label.setText(tr("step {step} / {steps}", step=step, steps=last))

    def set_speed(self, speed: float) -> None:
        """Show ``speed`` (steps per second)."""
        self.speed.set_value(str(speed))

    def set_theme(self, theme: th.Theme) -> None:
        """Icon and button sizes of the theme."""
        self._theme = theme
        side = theme.space(18)
        for button in self.buttons:
            button.setIconSize(QSize(side, side))
        for spacing in (self._grid.setHorizontalSpacing, self._grid.setVerticalSpacing):
            spacing(theme.space(6))
        self.label.setFont(th.font(theme, 13, bold=True))
        self.speed.setMaximumWidth(theme.size(120))
        self._arrange()

    # ---- room --------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        least = self._needed(False, 0) - self.speed.least(9) + self.speed.least(3)
        return QSize(least, super().minimumSizeHint().height())

    def _arrange(self) -> None:
        """All in a row, if need be without the word on Play; else the scrubber above the rest."""
        scrubber, room = self._theme.space(SCRUBBER), self.width()
        words = room >= self._needed(True, scrubber)
        one = words or room >= self._needed(False, scrubber // 2)
        words = words or (not one and room >= self._needed(True, 0))
        for button in self.buttons:
            wide = bool(button.property("wide"))
            button.setToolButtonStyle(_BESIDE if wide and words else _ICON)
            button.setMinimumSize(
                self._theme.space(86 if wide and words else 34), self._theme.space(30)
            )
        # In a narrow row a speed is cut before a button is.
        letters = 9 if room >= self._needed(False, 0) else 3
        if letters != self.speed.minimumContentsLength():
            self.speed.setMinimumContentsLength(letters)
        self.slider.setMinimumWidth(scrubber // 2)
        if one != self._one:
            self._one = one
            place = (1, len(self.buttons), 1, 1) if one else (0, 0, 1, -1)
            self._grid.addWidget(self.slider, *place)

    def _needed(self, words: bool, scrubber: int) -> int:
        """Width of the row, with or without the word on Play."""
        gap = self._grid.horizontalSpacing()
        wide = [b for b in self.buttons if b.property("wide")]
        buttons = sum(b.minimumSizeHint().width() for b in self.buttons if b not in wide)
        written = sum(_written(b) if words else self._theme.space(34) for b in wide)
        label = self.label.sizeHint() if words else self.label.minimumSizeHint()
        rest = label.width() + self.speed.least(9)
        return buttons + written + rest + scrubber + gap * (len(self._row) - 1)

    def set_play_icon(self, playing: bool, theme: th.Theme) -> None:
        """The middle button shows what a press will do."""
        self.buttons[2].defaultAction().setIcon(icon("pause" if playing else "play", theme))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.slider.setAccessibleName(tr("Step"))
        self.slider.setToolTip(lines(tr("Step: drag to go through the run")))
        self.speed.setAccessibleName(tr("Speed"))
        self.speed.setToolTip(lines(tr("How fast playing goes. It changes no number.")))
        self.speed.set_choices((str(speed), _per_second(speed)) for speed in SPEEDS)
        self.set_step(self._step, self._steps, self._more)

    def _button(self, action: QAction) -> QToolButton:
        button = ActionButton()
        button.setDefaultAction(action)
        # Space must always play, not press whatever was clicked last.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setProperty("wide", action.property("wide"))
        return button


def _written(button: QToolButton) -> int:
    """Width of a button with icon and word."""
    text = button.fontMetrics().horizontalAdvance(button.text().replace("&", ""))
    return text + 2 * button.iconSize().width()


def _per_second(speed: float) -> str:
    return tr("1 step/s") if speed == 1 else tr("{speed} steps/s", speed=number(speed))
