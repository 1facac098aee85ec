"""Time: to start, back, play, forward, to end, the scrubber, the step and the speed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from gdsim.session import SPEEDS
from gdsim.ui import theme as th
from gdsim.ui.i18n import tr
from gdsim.ui.icons import icon
from gdsim.ui.numbers import number
from gdsim.ui.widgets.choice_box import ChoiceBox
from gdsim.ui.widgets.scrubber import Scrubber
from gdsim.ui.widgets.value_label import ValueLabel


class PlayerPanel(QWidget):
    """The controls of time. The buttons are actions of the window, so shortcuts and menus agree."""

    step_requested = Signal(int)
    speed_chosen = Signal(float)

    def __init__(self, actions: list[QAction]) -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self.buttons = [self._button(action) for action in actions]
        for button in self.buttons:
            layout.addWidget(button)
        self.slider = Scrubber()
        self.slider.valueChanged.connect(self.step_requested)
        layout.addWidget(self.slider, 1)
        self.label = ValueLabel(grow=False)
        layout.addWidget(self.label)
        self.speed = ChoiceBox()
        self.speed.chosen.connect(lambda speed: self.speed_chosen.emit(float(speed)))
        layout.addWidget(self.speed)
        self._step, self._steps = 0, 0
        self._retranslate()

    def set_step(self, step: int, steps: int) -> None:
        """Show cursor ``step`` of ``steps``."""
        self._step, self._steps = step, steps
        self.slider.blockSignals(True)
        self.slider.setRange(0, steps)
        self.slider.setPageStep(max(1, steps // 10))
        self.slider.setValue(step)
        self.slider.blockSignals(False)
        self.label.setText(tr("step {step} / {steps}", step=step, steps=steps))

    def set_speed(self, speed: float) -> None:
        """Show ``speed`` (steps per second)."""
        self.speed.set_value(str(speed))

    def set_theme(self, theme: th.Theme) -> None:
        """Icon and button sizes of the theme."""
        for button in self.buttons:
            button.setIconSize(QSize(theme.size(18), theme.size(18)))
            wide = button.property("wide")
            button.setMinimumSize(theme.size(86 if wide else 34), theme.size(30))
        self.label.setFont(th.font(theme, 13, bold=True))
        self.speed.setMinimumWidth(theme.size(120))
        self.speed.setMaximumWidth(theme.size(120))

    def set_play_icon(self, playing: bool, theme: th.Theme) -> None:
        """The middle button shows what a press will do."""
        self.buttons[2].defaultAction().setIcon(icon("pause" if playing else "play", theme))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.slider.setAccessibleName(tr("Step"))
        self.slider.setToolTip(tr("Step: drag to go through the run"))
        self.speed.setAccessibleName(tr("Speed"))
        self.speed.setToolTip(tr("How fast playing goes. It changes no number."))
        self.speed.set_choices((str(speed), _per_second(speed)) for speed in SPEEDS)
        self.set_step(self._step, self._steps)

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(action)
        # Space must always play, not press whatever was clicked last.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        wide = action.property("wide")
        button.setProperty("wide", wide)
        style = (
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon
            if wide
            else Qt.ToolButtonStyle.ToolButtonIconOnly
        )
        button.setToolButtonStyle(style)
        return button


def _per_second(speed: float) -> str:
    return tr("1 step/s") if speed == 1 else tr("{speed} steps/s", speed=number(speed))
