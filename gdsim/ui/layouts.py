"""Arrangements of the views: presets, a switch for each view, and what was there the last time.

A scenario may name the preset that suits it: ``"view": {"preset": "data"}``. It is taken when the
scenario is opened, unless a person has arranged the views in a way of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QByteArray, Qt
from shiboken6 import isValid

from gdsim.engine.text import N_
from gdsim.scenario import default_scenario
from gdsim.scenario.strict_json import unpack
from gdsim.ui.action_spec import ActionSpec, MenuSpec
from gdsim.ui.feature import Feature
from gdsim.ui.focus import behind
from gdsim.ui.plots.view import View
from gdsim.ui.stage import MODES, Mode
from gdsim.ui.theme import Theme
from gdsim.ui.view_dock import ViewDock
from gdsim.ui.views import PRESETS, VIEWS, Preset, ViewSpec

#: The preset of a first start.
FIRST = "compare"
PROJECTOR = "projector"
#: Views that fit side by side; a further one comes as a tab on the last.
ROOM = 3


@dataclass(frozen=True)
class Layout:
    """What the stage shows, whether the settings are beside it, and where the views are."""

    mode: str
    panel: bool
    arrangement: QByteArray | None


def _preset_action(at: int, preset: Preset) -> ActionSpec:
    keys = (f"Alt+{at}",) if at < 10 else ()
    return ActionSpec(
        f"preset-{preset.id}", preset.title, "arrangements", keys, help=N_("Arrange the views so")
    )


def _view_action(spec: ViewSpec) -> ActionSpec:
    told = N_("Show or hide this view")
    return ActionSpec(f"show-{spec.id}", spec.title, "views", checkable=True, help=told)


class Layouts(Feature):
    """The entries of the View menu about arrangements; remembers the last one.

    The projector has an arrangement of its own: half the views, for the last row. Who leaves it
    finds again what was there before.
    """

    menus = (
        MenuSpec("views", N_("&Views"), "view", after="panel"),
        MenuSpec("arrangements", N_("Arran&gements"), "view", after="panel"),
    )
    actions = (
        *(_preset_action(i + 1, preset) for i, preset in enumerate(PRESETS)),
        *(_view_action(spec) for spec in VIEWS),
    )

    _theme = ""
    #: The layout to come back to after the projector.
    _before: Layout | None = None

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        presets = {f"preset-{p.id}": partial(self._apply, p.id) for p in PRESETS}
        return presets | {f"show-{spec.id}": partial(self._toggle, spec.id) for spec in VIEWS}

    def start(self) -> None:
        workspace = self.window.workspace
        for dock in workspace.docks.values():
            dock.visibilityChanged.connect(self._sync)
        settings = self.window.settings
        saved = Layout(settings.mode(), settings.panel(), settings.arrangement())
        if self._theme == PROJECTOR:
            self._before = saved
        else:
            self._restore(saved)
        self.window.documents.opened.connect(self._suit)
        if self.window.session.scenario != default_scenario():
            self._suit()
        self._sync()

    def expect_theme(self, theme: Theme) -> None:
        # What is lent for a presentation is arranged by who lends it.
        now = self.window.appearance.own_theme.id
        if now == self._theme or PROJECTOR not in (now, self._theme):
            return
        if now == PROJECTOR:
            self._before = self._current() if self._theme else None
            self.window.show_panel(False)
        # What goes need not be dressed, nor what comes before it is there.
        self.window.workspace.clear()

    def set_theme(self, theme: Theme) -> None:
        before, self._theme = self._theme, self.window.appearance.own_theme.id
        if before == self._theme or PROJECTOR not in (before, self._theme):
            return
        if self._theme == PROJECTOR:
            self._apply(PROJECTOR)
            self._suit()
        else:
            self._restore(self._before)

    def stop(self) -> None:
        layout = self._before if self._theme == PROJECTOR else self._current()
        if layout is None:
            return
        settings = self.window.settings
        settings.set_mode(layout.mode)
        settings.set_panel(layout.panel)
        if layout.arrangement is not None:
            settings.set_arrangement(layout.arrangement)

    def _current(self) -> Layout:
        window = self.window
        panel = window.actions_["panel"].isChecked()
        return Layout(window.stage.mode, panel, window.workspace.arrangement())

    def _restore(self, layout: Layout | None) -> None:
        """As ``layout`` says; what it does not say, or not well, is as on a first start."""
        window = self.window
        arrangement = layout.arrangement if layout else None
        if arrangement is None or not window.workspace.arrange(arrangement):
            window.apply_preset(FIRST)
        window.show_panel(layout.panel if layout else True)
        mode = next((m for m in MODES if layout and m == layout.mode), None)
        if mode is not None:
            self._show(mode)
        self._sync()

    def _suit(self) -> None:
        """Arrange as the scenario says; on the projector it chooses the picture alone."""
        view = unpack(self.window.session.scenario.view)
        wanted = view.get("preset") if isinstance(view, dict) else None
        preset = next((preset for preset in PRESETS if preset.id == wanted), None)
        if preset is None:
            return
        if self._theme == PROJECTOR:
            self._show(preset.mode)
        elif not self._own():
            self._apply(preset.id)

    def _own(self) -> bool:
        """Whether the views are as no preset has them."""
        docks = [dock for dock in self.window.workspace.docks.values() if not dock.isHidden()]
        seen = {dock.spec.id for dock in docks}
        floats = any(dock.isFloating() for dock in docks)
        return floats or not any(seen == set(preset.views) for preset in PRESETS)

    def _show(self, mode: Mode) -> None:
        self.window.set_mode(mode)

    def _apply(self, preset: str) -> None:
        if isinstance(self.window.focusWidget(), View):
            # Docks that go pass the keyboard on, and it would come to a setting.
            self.window.stage.views()[0].setFocus()
        self.window.apply_preset(preset)
        self._sync()

    def _toggle(self, id: str) -> None:
        dock, action = self.window.workspace.docks[id], self.window.actions_[f"show-{id}"]
        if not action.isChecked() and behind(dock):
            # The keyboard's way to a tab.
            action.setChecked(True)
            dock.raise_()
            return
        if not action.isChecked():
            dock.hide()
            return
        self._make_room(dock)
        dock.show()
        dock.raise_()

    def _make_room(self, dock: ViewDock) -> None:
        """A view that has no place gets one in the row, or on a tab where the row is full."""
        workspace = self.window.workspace
        none, bottom = Qt.DockWidgetArea.NoDockWidgetArea, Qt.DockWidgetArea.BottomDockWidgetArea
        if workspace.dockWidgetArea(dock) != none:
            return
        workspace.let_go()
        row = workspace.row()
        workspace.addDockWidget(bottom, dock)
        if len(row) >= ROOM:
            workspace.tabifyDockWidget(row[-1], dock)

    def _sync(self, *_: object) -> None:
        for dock in self.window.workspace.docks.values():
            # Docks hide while a window that nobody closed is torn down, one after the other.
            if isValid(dock):
                self.window.actions_[f"show-{dock.spec.id}"].setChecked(not dock.isHidden())
