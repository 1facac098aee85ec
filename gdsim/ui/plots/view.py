"""What all views have in common."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gdsim.ui.scene import Scene
from gdsim.ui.theme import Theme


class View(QWidget):
    """A passive picture of a `Scene` at a step.

    ``set_scene`` comes after every edit, ``set_step`` whenever the cursor moves, ``set_theme`` when
    the appearance changes; a language switch arrives as ``QEvent.Type.LanguageChange``.
    ``start_dragged(point, finished)`` asks for another start point (a tuple of d floats) while
    the mouse moves and once more when it is released; ``step_requested(k)`` asks for the cursor.
    """

    start_dragged = Signal(object, bool)
    step_requested = Signal(int)

    def set_scene(self, scene: Scene) -> None:
        """Show these runs (keep the step)."""
        raise NotImplementedError

    def set_step(self, step: int) -> None:
        """Show cursor ``step``."""
        raise NotImplementedError

    def set_theme(self, theme: Theme) -> None:
        """Use this appearance."""
        raise NotImplementedError
