"""Size and place of one view by keyboard and menu: what the mouse does with titles and gaps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QApplication, QWidget

from gdsim.engine.text import N_
from gdsim.ui.action_spec import ActionSpec, MenuSpec
from gdsim.ui.feature import Feature
from gdsim.ui.i18n import tr
from gdsim.ui.stage import Stage
from gdsim.ui.view_dock import ViewDock
from gdsim.ui.views import VIEWS

#: Pixels at text scale 1 by which a view gets larger or smaller.
STEP = 24
#: Part of the width, and of the height, that a view gets on another side of the large picture.
WIDE, HIGH = 0.4, 0.3
ACROSS, UP_DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
AREAS = {
    "left": Qt.DockWidgetArea.LeftDockWidgetArea,
    "right": Qt.DockWidgetArea.RightDockWidgetArea,
    "above": Qt.DockWidgetArea.TopDockWidgetArea,
    "below": Qt.DockWidgetArea.BottomDockWidgetArea,
}
TITLE = N_("Si&ze and place")
ALONE = N_("Nothing lies beside this view")
LEVEL = N_("Nothing lies above or below this view")
FIRST = N_("No view lies at the left of this one")
LAST = N_("No view lies at the right of this one")
STAGE = N_("The large picture stays where it is")
THERE = N_("The view is there, or it is the large picture itself")


def _told_by(dock: ViewDock) -> tuple[SignalInstance, ...]:
    return dock.visibilityChanged, dock.topLevelChanged, dock.dockLocationChanged


class ViewPlaces(Feature):
    """Acts on the view that has the keyboard, or had it last: the stage or a dock."""

    menus = (MenuSpec("place", TITLE, "views", after=f"show-{VIEWS[-1].id}"),)
    actions = (
        ActionSpec("wider", N_("&Wider"), "place", ("Ctrl+Shift+Right",), why=ALONE,
                   help=N_("Make the view that has the keyboard wider")),
        ActionSpec("narrower", N_("&Narrower"), "place", ("Ctrl+Shift+Left",), why=ALONE,
                   help=N_("Make the view that has the keyboard narrower")),
        ActionSpec("taller", N_("&Taller"), "place", ("Ctrl+Shift+Up",), why=LEVEL,
                   help=N_("Make the view that has the keyboard taller")),
        ActionSpec("lower", N_("&Lower"), "place", ("Ctrl+Shift+Down",), why=LEVEL,
                   help=N_("Make the view that has the keyboard lower")),
        ActionSpec("earlier", N_("&Move to the left"), "place", ("Ctrl+Shift+PgUp",),
                   separator=True, why=FIRST,
                   help=N_("Exchange the view with the one at its left")),
        ActionSpec("later", N_("Move to the &right"), "place", ("Ctrl+Shift+PgDown",), why=LAST,
                   help=N_("Exchange the view with the one at its right")),
        ActionSpec("tab", N_("On a ta&b"), "place", why=ALONE,
                   help=N_("Put the view and its neighbour on tabs in one place")),
        ActionSpec("dock-left", N_("Left of the large picture"), "place", separator=True, why=THERE,
                   help=N_("Put the view at the left of the large picture")),
        ActionSpec("dock-right", N_("Right of the large picture"), "place", why=THERE,
                   help=N_("Put the view at the right of the large picture")),
        ActionSpec("dock-above", N_("Above the large picture"), "place", why=THERE,
                   help=N_("Put the view above the large picture")),
        ActionSpec("dock-below", N_("Below the large picture"), "place", why=THERE,
                   help=N_("Put the view below the large picture")),
        ActionSpec("float", N_("In a window of its &own"), "place", checkable=True, why=STAGE,
                   help=N_("Take the view out of the window, or put it back")),
    )  # fmt: skip

    #: The dock that had the keyboard last; None is the stage.
    _dock: ViewDock | None = None
    _stale = True

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        areas = {f"dock-{name}": partial(self._put, area) for name, area in AREAS.items()}
        return {
            **areas,
            "wider": partial(self._grow, ACROSS, 1),
            "narrower": partial(self._grow, ACROSS, -1),
            "taller": partial(self._grow, UP_DOWN, 1),
            "lower": partial(self._grow, UP_DOWN, -1),
            "earlier": partial(self._exchange, -1),
            "later": partial(self._exchange, 1),
            "tab": self._tab,
            "float": self._float,
        }

    def start(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)
        self.window.clock.frame.connect(self._on_frame)
        for dock in self.window.workspace.docks.values():
            for signal in _told_by(dock):
                signal.connect(self._ask)

    def stop(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.disconnect(self._on_focus)
        # Docks go with the window, for which there will be no frame.
        for dock in self.window.workspace.docks.values():
            for signal in _told_by(dock):
                signal.disconnect(self._ask)

    # What is meant ---------------------------------------------------------------------------

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        workspace = self.window.workspace
        while now is not None and not isinstance(now, ViewDock | Stage):
            now = now.parentWidget()
        if now is workspace.stage or (isinstance(now, ViewDock) and now.parent() is workspace):
            self._dock = now if isinstance(now, ViewDock) else None
            self._ask()

    def _ask(self, *_: object) -> None:
        self._stale = True
        self.window.clock.ask()

    def _on_frame(self, _seconds: float) -> None:
        if self._stale:
            self._stale = False
            self._sync()

    def _target(self) -> ViewDock | Stage:
        if self._dock is not None and self._dock.isVisible():
            return self._dock
        return self.window.stage

    def _row(self) -> list[ViewDock]:
        """The docks beside each other of which the target is one."""
        own, workspace = self._target(), self.window.workspace
        if not isinstance(own, ViewDock) or own.isFloating():
            return []
        middle = own.geometry().center().y()
        docks = self._docks(workspace.dockWidgetArea(own))
        row = [dock for dock in docks if dock.y() <= middle <= dock.geometry().bottom()]
        return sorted(row, key=lambda dock: dock.x())

    def _sync(self) -> None:
        """What can be done is enabled, and the menu says to which view."""
        actions, workspace, own = self.window.actions_, self.window.workspace, self._target()
        dock = own if isinstance(own, ViewDock) else None
        floats, row = dock is not None and dock.isFloating(), self._row()
        for name in ("wider", "narrower"):
            actions[name].setEnabled(floats or own.width() < workspace.width())
        for name in ("taller", "lower"):
            actions[name].setEnabled(floats or own.height() < workspace.height())
        actions["earlier"].setEnabled(own in row[1:])
        actions["later"].setEnabled(own in row[:-1])
        actions["tab"].setEnabled(len(row) > 1)
        for name, area in AREAS.items():
            there = dock is None or (not floats and workspace.dockWidgetArea(dock) == area)
            actions[f"dock-{name}"].setEnabled(not there)
        actions["float"].setEnabled(dock is not None)
        actions["float"].setChecked(floats)
        name = dock.windowTitle() if dock is not None else tr("The large picture")
        self.window.menus["place"].setTitle(f"{tr(TITLE)}: {name}")

    def retranslate(self) -> None:
        self._sync()
        # The docks' own titles follow later.
        self._ask()

    # What is done ----------------------------------------------------------------------------

    def _grow(self, way: Qt.Orientation, sign: int) -> None:
        own, by = self._target(), sign * self.window.appearance.theme.size(STEP)
        if isinstance(own, ViewDock) and own.isFloating():
            wide, high = (by, 0) if way == ACROSS else (0, by)
            own.resize(own.width() + wide, own.height() + high)
        elif isinstance(own, ViewDock) and not self._fills(own, way):
            self._resize(own, way, by)
        else:
            # It is as large as the others leave it.
            names = ("left", "right") if way == ACROSS else ("below", "above")
            others = [dock for name in names for dock in self._docks(AREAS[name])]
            if others:
                self._resize(others[0], way, -by)

    def _fills(self, dock: ViewDock, way: Qt.Orientation) -> bool:
        """Whether it is beside the large picture, and as high as that."""
        return way == UP_DOWN and dock.height() == self.window.stage.height()

    def _docks(self, area: Qt.DockWidgetArea) -> list[ViewDock]:
        """What is seen there in the window."""
        workspace = self.window.workspace
        return [
            dock
            for dock in workspace.docks.values()
            if workspace.dockWidgetArea(dock) == area
            and dock.isVisible()
            and not (dock.isFloating() or dock.visibleRegion().isEmpty())
        ]

    def _resize(self, dock: ViewDock, way: Qt.Orientation, by: int) -> None:
        size = dock.width() if way == ACROSS else dock.height()
        self.window.workspace.by_hand()
        self.window.workspace.resizeDocks([dock], [max(1, size + by)], way)
        self._ask()

    def _exchange(self, by: int) -> None:
        row, own = self._row(), self._target()
        if not isinstance(own, ViewDock) or own not in (row[1:] if by < 0 else row[:-1]):
            return
        at = row.index(own)
        row[at], row[at + by] = row[at + by], row[at]
        sizes = [dock.width() for dock in row]
        workspace = self.window.workspace
        workspace.by_hand()
        for left, right in pairwise(row):
            workspace.splitDockWidget(left, right, ACROSS)
        workspace.resizeDocks(row, sizes, ACROSS)
        self._come_back(own)

    def _tab(self) -> None:
        row, own = self._row(), self._target()
        if isinstance(own, ViewDock) and len(row) > 1:
            at = row.index(own)
            self.window.workspace.by_hand()
            self.window.workspace.tabifyDockWidget(row[at - 1 if at else 1], own)
            self._come_back(own)

    def _put(self, area: Qt.DockWidgetArea) -> None:
        own = self._target()
        if isinstance(own, ViewDock):
            workspace = self.window.workspace
            workspace.by_hand()
            own.setFloating(False)
            workspace.addDockWidget(area, own)
            if area in (AREAS["left"], AREAS["right"]):
                workspace.resizeDocks([own], [round(WIDE * workspace.width())], ACROSS)
            else:
                workspace.resizeDocks([own], [round(HIGH * workspace.height())], UP_DOWN)
            self._come_back(own)

    def _float(self) -> None:
        own = self._target()
        if isinstance(own, ViewDock):
            self.window.workspace.let_go()
            own.setFloating(not own.isFloating())
            self._come_back(own)

    def _come_back(self, dock: ViewDock) -> None:
        """Its place is another one, and it still has the keyboard."""
        dock.raise_()
        dock.activateWindow()
        if dock.view is not None:
            dock.view.setFocus()
        self._ask()
