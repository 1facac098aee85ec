"""What all views have in common."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QContextMenuEvent, QHideEvent
from PySide6.QtWidgets import QWidget

from gdsim.ui.scene import Scene
from gdsim.ui.theme import Theme


class Spot(NamedTuple):
    """Where on a view a menu is asked for."""

    view: View
    #: On the screen.
    place: QPoint
    #: The step that the mouse is on.
    step: int | None
    #: The parameters under the mouse, where a run may start; ``None`` on other pictures.
    theta: tuple[float, ...] | None


class View(QWidget):
    """A passive picture of a `Scene` at a step.

    ``set_scene`` comes after every edit, ``set_step`` whenever the cursor moves, ``set_theme`` when
    the appearance changes; a language switch arrives as ``QEvent.Type.LanguageChange``. A view that
    is not on the screen hears of none of them until it comes back.
    """

    #: Asks for another start point, a tuple of d floats, and whether the drag is finished.
    start_dragged = Signal(object, bool)
    #: Asks for a run that begins at this point, where a lane is now: start and cursor go there.
    current_dragged = Signal(object, bool)
    #: What was dragged is to be as it was before.
    drag_cancelled = Signal()
    #: Asks for other data, a pair (x, y) of tuples of floats, and whether the drag is finished.
    data_dragged = Signal(object, bool)
    #: Asks for the cursor to be put at a step.
    step_requested = Signal(int)
    #: The step that the mouse is on, or ``None``: all other views light it up.
    step_hovered = Signal(object)
    #: Asks for a menu of what can be done at a `Spot`.
    menu_requested = Signal(object)

    #: The signals above: what a view says reaches the window by the same names.
    SAYS = ("start_dragged", "current_dragged", "drag_cancelled", "data_dragged",
            "step_requested", "step_hovered", "menu_requested")  # fmt: skip

    #: Ids of the window's actions that are offered as buttons beside the title.
    tools: tuple[str, ...] = ()
    #: Ids of actions that its menu offers besides.
    offers: tuple[str, ...] = ("copy-picture",)
    #: Whether the view has an accessible description of its own making.
    described = False

    def __init__(self) -> None:
        super().__init__()
        #: Small controls of the view that stand beside its title.
        self.header: tuple[QWidget, ...] = ()
        self._hovered: int | None = None

    def set_scene(self, scene: Scene) -> None:
        """Show these runs (keep the step)."""
        raise NotImplementedError

    def set_step(self, step: int) -> None:
        """Show cursor ``step``."""
        raise NotImplementedError

    def set_highlight(self, step: int | None) -> None:
        """Light up ``step``, or nothing, because the mouse is on it in another view."""

    def tell_hovered(self, step: int | None) -> None:
        """Emit `step_hovered` if the mouse is on another step than before."""
        if step != self._hovered:
            self._hovered = step
            self.step_hovered.emit(step)

    def hideEvent(self, event: QHideEvent) -> None:
        """A view that goes away while the mouse is on it leaves no step lit up."""
        super().hideEvent(event)
        self.tell_hovered(None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The right button, or the key for it, which means no place."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        step, theta = (None, None) if by_key else (self._hovered, self.theta_under(event.pos()))
        self.menu_requested.emit(Spot(self, event.globalPos(), step, theta))

    def theta_under(self, _place: QPoint) -> tuple[float, ...] | None:
        """The parameters under a pixel of the view, where it is a picture of them."""
        return None

    def set_theme(self, theme: Theme) -> None:
        """Use this appearance."""
        raise NotImplementedError

    def prepare(self) -> None:
        """Make now what the next paint would have to wait for."""

    def heading(self) -> tuple[str, str]:
        """Title (rich text; empty for the view's name in the catalogue) and value at its right."""
        return "", ""
