"""The arithmetic of the current step for the last row: little of it, and large."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from gdsim.ui import sentences
from gdsim.ui import theme as th
from gdsim.ui.panels.number_strip import NumberStrip
from gdsim.ui.panels.step_view import StepView


class LargeNumbersView(StepView):
    """A column for each lane with the numbers of the step, and below them its gap."""

    def __init__(self) -> None:
        super().__init__()
        self.strip = NumberStrip()
        self.strip.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.strip)

    def set_theme(self, theme: th.Theme) -> None:
        self.strip.set_theme(theme)
        super().set_theme(theme)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._refresh()

    def shown_text(self) -> str:
        """The text on the screen."""
        return self.strip.plain()

    def _refresh(self) -> None:
        scene = self._scene
        if scene is None:
            return
        gap, _ = sentences.step_gap_text(scene, self._index, rich=True)
        # The parameters, their loss, the gap: pictures and captions make room for as much.
        self.strip.setMinimumHeight(self.strip.least(scene.problem.dimension + 1 + bool(gap)))
        below = f'<div class="line" style="color:{self._theme.gap}"><b>{gap}</b></div>'
        self.strip.show_step(scene, self._shown, self._index, "whole", below if gap else "")
