"""The lanes in the menus, and what the panel of settings needs to know of the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtGui import QAction, QActionGroup, QIcon
from PySide6.QtWidgets import QMenu

from gdsim.engine.text import N_
from gdsim.ui import lane_looks
from gdsim.ui.action_spec import ActionSpec, MenuSpec
from gdsim.ui.feature import Feature
from gdsim.ui.i18n import tr
from gdsim.ui.panels import lane_edits
from gdsim.ui.theme import LIGHT, Theme
from gdsim.ui.widgets.lane_mark import mark_pixmap

ONE = N_("Choose a lane in the list of lanes first")


class LaneActions(Feature):
    """Add, duplicate, rename, remove, move, hide and colour the lane chosen in the panel."""

    menus = (MenuSpec("lane", N_("&Lane"), "edit", after="redo"),)
    actions = (
        ActionSpec("lane-add", N_("&Add a lane"), "lane", ("Ctrl+L",), icon="plus",
                   help=N_("Compare one more descent")),
        ActionSpec("lane-duplicate", N_("&Duplicate"), "lane", ("Ctrl+D",), icon="copy",
                   help=N_("The chosen lane once more, to change something in it")),
        ActionSpec("lane-remove", N_("&Remove"), "lane", icon="delete", why=ONE,
                   help=N_("Take the chosen lane away")),
        ActionSpec("lane-rename", N_("Re&name…"), "lane", why=ONE,
                   help=N_("Give the chosen lane a name of its own")),
        ActionSpec("lane-hide", N_("&Hide"), "lane", checkable=True, icon="hide", why=ONE,
                   help=N_("Do not draw the chosen lane; its run stays")),
        ActionSpec("lane-up", N_("Move &up"), "lane", separator=True, why=ONE,
                   help=N_("Draw and list the chosen lane earlier")),
        ActionSpec("lane-down", N_("Move d&own"), "lane", why=ONE,
                   help=N_("Draw and list the chosen lane later")),
        ActionSpec("lane-all", N_("Change a&ll lanes"), "lane", separator=True,
                   help=N_("Edits of the settings go to all lanes")),
    )  # fmt: skip

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        panel = lambda: self.window.parameters.lanes  # noqa: E731 - made after the features
        return {
            "lane-add": lambda: panel().add_lane(),
            "lane-duplicate": lambda: panel().duplicate(),
            "lane-remove": lambda: panel().remove(),
            "lane-rename": self._rename,
            "lane-hide": lambda: panel().toggle_hidden(),
            "lane-up": lambda: panel().move_lane(-1),
            "lane-down": lambda: panel().move_lane(1),
            "lane-all": lambda: panel().set_target(None),
        }

    def start(self) -> None:
        window = self.window
        self._theme = getattr(self, "_theme", LIGHT)
        menu = window.menus["lane"]
        self._colours = QMenu(menu)
        menu.insertMenu(window.actions_["lane-up"], self._colours)
        self._group = QActionGroup(self)
        self._colours.aboutToShow.connect(self._fill_colours)
        rate = window.parameters.rate
        rate.set_from_here(window.settings.from_here())
        rate.from_here_changed.connect(window.settings.set_from_here)
        problem = window.parameters.problem
        problem.formulas = window.settings.formulas()
        problem.formulas_changed.connect(window.settings.set_formulas)
        lanes = window.parameters.lanes
        lanes.menu = menu
        lanes.target_changed.connect(self._refresh_actions)
        self.retranslate()

    def _rename(self) -> None:
        # The name is typed in the list.
        self.window.show_panel(True)
        self.window.parameters.lanes.rename()

    def refresh(self) -> None:
        # Not the cursor: "from here on" stays where it is while a drag shows the first steps only.
        self.window.parameters.set_step(self.window.session.goal)
        self._refresh_actions()

    def _refresh_actions(self) -> None:
        window = self.window
        scenario, lanes = window.session.scenario, window.parameters.lanes
        one, count = lanes.target is not None, len(scenario.lanes)
        at = lanes.target or 0
        looks = lane_looks.looks(scenario)
        hidden = one and at < count and looks[at].hidden
        shown = sum(not look.hidden for look in looks)
        for name, can in (
            ("lane-add", lane_edits.room(scenario)),
            ("lane-duplicate", lane_edits.room(scenario)),
            ("lane-remove", one and count > 1),
            ("lane-rename", one or count == 1),
            ("lane-hide", one and (hidden or shown > 1)),
            ("lane-up", one and at > 0),
            ("lane-down", one and at < count - 1),
            ("lane-all", one),
        ):
            window.actions_[name].setEnabled(can)
        window.actions_["lane-hide"].setChecked(hidden)
        self._colours.setEnabled(one or count == 1)

    # ---- colours -----------------------------------------------------------------------------

    def _fill_colours(self) -> None:
        for action in self._colours.actions():
            self._group.removeAction(action)
        self._colours.clear()
        scenario, lanes = self.window.session.scenario, self.window.parameters.lanes
        now = lane_looks.looks(scenario)[lanes.chosen].style
        self._entry(tr("Automatic"), None, now)
        for style in lane_looks.STYLES:
            self._entry(tr("Style {number}", number=style + 1), style, now)

    def _entry(self, text: str, style: int | None, now: int | None) -> None:
        action = QAction(text, self._colours)
        if style is not None:
            action.setIcon(QIcon(mark_pixmap(self._theme, style)))
        action.setCheckable(True)
        action.setChecked(style == now)
        action.triggered.connect(partial(self._choose, style))
        self._group.addAction(action)
        self._colours.addAction(action)

    def _choose(self, style: int | None, _checked: bool = False) -> None:
        self.window.parameters.lanes.set_style(style)

    def retranslate(self) -> None:
        if hasattr(self, "_colours"):
            self._colours.setTitle(tr("&Colour and mark"))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
