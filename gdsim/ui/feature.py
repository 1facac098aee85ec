"""What a feature of the window is: its actions, what they do, and a say when things change."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property, partial
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

    def expect_theme(self, theme: Theme) -> None:
        """The appearance is about to change: hide what need not follow."""

    def set_theme(self, theme: Theme) -> None:
        """The appearance changed; the first time comes before `start`."""

    def may_close(self) -> bool:
        """Whether the window may close; a feature may ask the person."""
        return True

    def stop(self) -> None:
        """The window closes: end timers and threads, remember what is to be remembered."""


class LateFeature(Feature):
    """Stands for a feature that most sessions never use, so that no start has to wait for it.

    It has the actions. The feature that does them is made, and its modules are read, when the first
    of them is called; from then on it is one of the window's features like any other.
    """

    def kind(self) -> type[Feature]:
        """The feature's class; imports it."""
        raise NotImplementedError

    @cached_property
    def real(self) -> Feature:
        """The feature itself."""
        made = self.kind()(self.window)
        self.window.features.append(made)
        self.window.actions_.handlers |= made.handlers()
        made.start()
        return made

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {spec.id: partial(self._call, spec.id) for spec in self.actions}

    def _call(self, id: str) -> None:
        self.real.handlers()[id]()
