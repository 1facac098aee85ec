"""The arithmetic of the current step for the last row: little of it, and large."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from gdsim.ui import sentences
from gdsim.ui import theme as th
from gdsim.ui.i18n import tr
from gdsim.ui.lecture.strip import NumberStrip
from gdsim.ui.plots.view import View
from gdsim.ui.scene import Scene


class LargeNumbersView(View):
    """A column for each lane with the numbers of the step, and below them its gap."""

    def __init__(self) -> None:
        super().__init__()
        self._scene: Scene | None = None
        self._step = 0
        self._highlight: int | None = None
        self._theme = th.LIGHT
        self.strip = NumberStrip()
        self.strip.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.strip)

    def set_scene(self, scene: Scene) -> None:
        self._scene = scene
        self._refresh()

    def set_step(self, step: int) -> None:
        self._step = step
        self._refresh()

    def set_highlight(self, step: int | None) -> None:
        """While the mouse is on a step elsewhere, its numbers are the ones shown."""
        if step != self._highlight:
            self._highlight = step
            self._refresh()

    def set_theme(self, theme: th.Theme) -> None:
        self._theme = theme
        self.strip.set_theme(theme)
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._refresh()

    def heading(self) -> tuple[str, str]:
        text = tr("Step {step} — the arithmetic", step=self._index + 1)
        if self._highlight is not None:
            text = f'<span style="background-color:{self._theme.mark_ground}">{text}</span>'
        return (text if self._shown else f"{text} {tr('(next)')}"), ""

    def shown_text(self) -> str:
        """The text on the screen."""
        return self.strip.plain()

    @property
    def _index(self) -> int:
        """The step shown, counted from 0: the one that led here, at the start the one to come."""
        return max(self._shown, 1) - 1

    @property
    def _shown(self) -> int:
        """The cursor, or the step that is lit up."""
        if self._highlight is None or self._scene is None:
            return self._step
        return min(self._highlight, self._scene.steps)

    def _refresh(self) -> None:
        scene = self._scene
        if scene is None:
            return
        gap, _ = sentences.step_gap_text(scene, self._index, rich=True)
        below = f'<div class="line" style="color:{self._theme.gap}"><b>{gap}</b></div>'
        self.strip.show_step(scene, self._shown, self._index, "whole", below if gap else "")
