"""What the views of one step's arithmetic have in common: which step it is, and their heading."""

from __future__ import annotations

from gdsim.ui import theme as th
from gdsim.ui.i18n import tr
from gdsim.ui.plots.view import View
from gdsim.ui.scene import Scene


class StepView(View):
    """Shows the step that led to the cursor, or the one that is lit up in another view."""

    offers = ("copy-arithmetic",)

    def __init__(self) -> None:
        super().__init__()
        self._scene: Scene | None = None
        self._step = 0
        self._highlight: int | None = None
        self._theme = th.LIGHT

    def _refresh(self) -> None:
        """Show what is known now."""
        raise NotImplementedError

    def set_scene(self, scene: Scene) -> None:
        self._scene = scene
        self._refresh()

    def set_step(self, step: int) -> None:
        self._step = step
        self._refresh()

    def set_highlight(self, step: int | None) -> None:
        """While the mouse is on a step elsewhere, it is the one shown."""
        if step != self._highlight:
            self._highlight = step
            self._refresh()

    def set_theme(self, theme: th.Theme) -> None:
        self._theme = theme
        self._refresh()

    def heading(self) -> tuple[str, str]:
        text = tr("Step {step} — the arithmetic", step=self._index + 1)
        if self._highlight is not None:
            text = f'<span style="background-color:{self._theme.mark_ground}">{text}</span>'
        return (text if self._shown else f"{text} {tr('(next)')}"), ""

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
