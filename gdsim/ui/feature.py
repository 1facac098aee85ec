"""What a feature of the window is: its actions, what they do, and a say when things change."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QObject

from gdsim.ui.action_spec import ActionSpec, MenuSpec
from gdsim.ui.theme import Theme

if TYPE_CHECKING:
    from gdsim.ui.main_window import MainWindow


class Feature(QObject):
    """A part of the window that stands on its own in one file.

    It is made before the window's parts are, so ``__init__`` must not reach for them; `start` is
    called when all of them are there. ``actions`` appear in menus, palette and shortcut sheet;
    ``menus`` are submenus that they may ask for.
    """

    actions: ClassVar[tuple[ActionSpec, ...]] = ()
    menus: ClassVar[tuple[MenuSpec, ...]] = ()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What each of ``actions`` does, by id."""
        return {}

    def start(self) -> None:
        """The window is complete: connect to its session, add to its menus."""

    def refresh(self) -> None:
        """Scenario, runs or cursor changed; called once a frame after the views."""

    def retranslate(self) -> None:
        """The language changed."""

    def set_theme(self, theme: Theme) -> None:
        """The appearance changed; the first time comes before `start`."""

    def may_close(self) -> bool:
        """Whether the window may close; a feature may ask the person."""
        return True

    def stop(self) -> None:
        """The window closes: end timers and threads, remember what is to be remembered."""
