"""How the window looks for a beat: the scene's views, and bare and large while presenting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QSize, Qt
from PySide6.QtWidgets import QDockWidget, QToolButton

from gdsim.ui import theme as th
from gdsim.ui.growing import Growing
from gdsim.ui.laying_out import settle
from gdsim.ui.lecture.code_view import CodeView
from gdsim.ui.lecture.number_dock import NumberDock
from gdsim.ui.panels.arithmetic import ArithmeticPanel
from gdsim.ui.stage import Mode
from gdsim.ui.views import BY_ID, Preset

if TYPE_CHECKING:
    from gdsim.ui.main_window import MainWindow

#: Views that the stage shows; the others stand in the row below it.
ON_STAGE: dict[str, Mode] = {
    "panels": "panels", "overlay": "overlay", "surface": "surface", "curve": "panels",
}  # fmt: skip

#: Views that give nothing away while a question is open.
SILENT = (*ON_STAGE, "code", "data")

#: The screen for which the presentation's sizes are meant; on others all scale with their size.
_SCREEN = QSize(1280, 720)
_SCALE, _LINE, _TICKS = 1.6, 4.0, 20.0
#: Height of the row of views below the stage, as a part of the workspace; and with much text.
_ROW, _TEXT_ROW = 0.42, 0.5
#: Width of the column of views beside the stage, as a part of the workspace.
_COLUMN = 0.42
#: Views that need more height than others, and how much.
_TALL = {"arithmetic": 1.3, "code": 1.3, "maps": 1.6}
#: In a presentation all stand in one row; widths that differ, the stage's for each of its pictures.
NUMBERS = "numbers"
#: Views that cannot be read from the last row; a presentation leaves them out.
_FOR_THE_DESK = ("arithmetic", "table")
_WIDE = {"code": 1.2, "maps": 1.6}
#: Least width and height of the stage while a lecture is open.
_LEAST = (80, 60)


@dataclass(frozen=True)
class Look:
    """What is put back at the end."""

    mode: Mode
    arrangement: QByteArray
    panel: bool


@dataclass(frozen=True)
class Frame:
    """What is put back when the presentation ends."""

    state: Qt.WindowState
    panel: bool


class Arranging:
    """Arranges one window. Everything it changes it puts back."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._look: Look | None = None
        self._frame: Frame | None = None
        self._views: tuple[str, ...] = ()
        self._fresh = False
        self.numbers = NumberDock(window.workspace)

    @property
    def presenting(self) -> bool:
        """Whether the presentation is on."""
        return self._frame is not None

    def show(self, views: tuple[str, ...], *, anew: bool = False) -> None:
        """Arrange the scene's views, unless nothing has changed since the last time.

        The same views in the same room always look alike, wherever one comes from.
        """
        window = self._window
        if anew or views != self._views or not self._complete():
            self._arrange(views)
        # The views have to hold the scene before the room is shared: it is they who need it.
        window.refresh()
        settle()
        self._share()
        self._fresh = True

    def settle(self) -> bool:
        """A frame after arranging, when all views have come up: share the room once more.

        Whether it was that frame.
        """
        fresh, self._fresh = self._fresh, False
        if fresh:
            self._share()
        return fresh

    def _docks(self) -> list[QDockWidget]:
        docks = self._window.workspace.docks
        return [self.numbers if name == NUMBERS else docks[name] for name in self._names()]

    def _names(self) -> tuple[str, ...]:
        """The views in docks. A presentation has large numbers in place of the arithmetic."""
        names = tuple(view for view in self._views if view in BY_ID)
        if not self.presenting:
            return names
        others = tuple(view for view in names if view not in _FOR_THE_DESK)
        return (*others, NUMBERS) if numbers_beside(self._views) else others

    def _complete(self) -> bool:
        """Whether all of the views are in their row: a person may have moved or closed some."""
        return not any(dock.isHidden() or dock.isFloating() for dock in self._docks())

    def _share(self) -> None:
        """Give stage and views their sizes."""
        workspace, docks = self._window.workspace, self._docks()
        if not docks or not self._complete():
            return
        wide, high = workspace.width(), workspace.height()
        if self.presenting:
            shares = [_WIDE.get(name, 1.0) for name in self._names()]
            widths = _parts(wide, [*shares, self._stage_share()])[:-1]
            heights = [high] * len(docks)
        elif self._beside():
            widths = [round(_COLUMN * wide)] * len(docks)
            heights = _parts(high, [_TALL.get(name, 1) for name in self._names()])
        else:
            part = _TEXT_ROW if _TALL.keys() & set(self._views) else _ROW
            widths = _parts(wide, [BY_ID[name].share for name in self._names()])
            heights = [round(part * high)] * len(docks)
        # Sizes asked for before the docks have their places are forgotten again: twice.
        for _ in range(2):
            workspace.resizeDocks(docks, widths, Qt.Orientation.Horizontal)
            workspace.resizeDocks(docks, heights, Qt.Orientation.Vertical)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def _beside(self) -> bool:
        """Whether the views stand in a column beside the stage, which then is high enough.

        Panels are wide, and so is the arithmetic of several lanes: below those stands a row.
        """
        lanes = len(self._window.session.scenario.lanes)
        stage = any(view in ON_STAGE and view != "panels" for view in self._views)
        return stage and not ("arithmetic" in self._views and lanes > 1)

    def _stage_share(self) -> float:
        """The stage's part of the row of a presentation."""
        if self._window.stage.isHidden():
            return 0.0
        lanes = len(self._window.session.scenario.lanes)
        if "panels" in self._views and lanes > 1:
            return 2.0
        # All lanes in one picture: their names have to stand side by side.
        return 1.0 if lanes < 3 else 1.3

    def _arrange(self, views: tuple[str, ...]) -> None:
        window = self._window
        if self._look is None:
            panel = window.actions_["panel"].isChecked()
            arrangement = window.workspace.arrangement()
            self._look = Look(window.stage.mode, arrangement, panel)
        self._views = views
        if self.presenting:
            # What goes away passes the focus on, and its frame would be seen.
            window.setFocus(Qt.FocusReason.OtherFocusReason)
        modes = [ON_STAGE[view] for view in views if view in ON_STAGE]
        window.stage.setVisible(bool(modes))
        mode = modes[0] if modes else window.stage.mode
        window.set_mode(mode)
        # What the stage would like to have depends on all it has shown so far; its room must not.
        window.stage.setMinimumSize(*_LEAST)
        views = tuple(name for name in self._names() if name != NUMBERS)
        window.workspace.apply(Preset("lecture", "", mode, views, row=0))
        window.workspace.removeDockWidget(self.numbers)
        if self.presenting or self._beside():
            docks = self._docks()
            for dock in docks:
                window.workspace.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
                dock.show()
            for left, right in pairwise(docks if self.presenting else ()):
                window.workspace.splitDockWidget(left, right, Qt.Orientation.Horizontal)

        self.dress()

    def dress(self) -> None:
        """In a presentation docks have no controls, and their numbers are for the last row."""
        theme = self._window.appearance.theme
        for dock in self._window.workspace.docks.values():
            if dock.view is None:
                continue
            for control in (*dock.view.header, *dock.head.findChildren(QToolButton)):
                control.setVisible(not self.presenting)
            # A rule of its own, since the application's style sheet sets a size for everything.
            rule = f"font-size: {theme.size(theme.ticks)}px;" if self.presenting else ""
            if dock.value.styleSheet() != rule:
                dock.value.setStyleSheet(rule)

    def put_back(self) -> None:
        """As it was before the lecture."""
        window, workspace = self._window, self._window.workspace
        look, self._look, self._views = self._look, None, ()
        self._fresh = False
        arithmetic, code = (workspace.docks[name].view for name in ("arithmetic", "code"))
        if isinstance(arithmetic, ArithmeticPanel):
            arithmetic.set_large(False)
        if isinstance(code, CodeView):
            code.set_listing("", ())
        # Gone before all else: what leaves need not be dressed and laid out once more.
        with laid_out_once(window):
            workspace.clear()
            workspace.removeDockWidget(self.numbers)
            window.stage.setMinimumSize(0, 0)
            window.stage.setVisible(True)
            self.end()
            if look is not None:
                window.set_mode(look.mode)
                window.show_panel(look.panel)
        if look is not None:
            # The docks that come show the scene as soon as they are there.
            window.refresh()
            workspace.arrange(look.arrangement)

    # Presenting ------------------------------------------------------------------------------

    def present(self, *, full_screen: bool) -> None:
        """Bare, large and bright; on the whole screen, if asked."""
        window = self._window
        self._frame = Frame(window.windowState(), window.actions_["panel"].isChecked())
        self._bare(True)
        window.show_panel(False)
        if full_screen:
            window.setWindowState(window.windowState() | Qt.WindowState.WindowFullScreen)
        self.fit()

    def end(self) -> None:
        """As it was before the presentation."""
        frame, self._frame = self._frame, None
        if frame is None:
            return
        window = self._window
        with laid_out_once(window):
            window.setWindowState(frame.state)
            # Bars and panel are dressed as they come: not before the rest.
            window.appearance.lend(None)
            self._bare(False)
            window.show_panel(frame.panel)

    def follow(self) -> None:
        """The window may have another size since `fit`."""
        if self.presenting and self._window.feature(Growing).calm:
            self.fit()

    def fit(self) -> None:
        """Text of a size that suits the screen."""
        size = self._window.size()
        share = min(size.width() / _SCREEN.width(), size.height() / _SCREEN.height())
        share = round(max(0.5, min(share, 3.0)), 2)
        theme = replace(
            th.PROJECTOR, id="presentation", text_scale=share * _SCALE, line=share * _LINE,
            ticks=_TICKS,
        )  # fmt: skip
        if self._window.appearance.lent != theme:
            self._window.appearance.lend(theme)

    def _bare(self, bare: bool) -> None:
        window = self._window
        for part in (window.menuBar(), window.statusBar(), window.player_card):
            part.setVisible(not bare)
        window.stage.set_bare(bare)


@contextmanager
def laid_out_once(window: MainWindow) -> Iterator[None]:
    """Bars and panel come and go meanwhile, and each would lay out and resize all the rest."""
    parts = (window, window.centralWidget())
    layouts = [each for part in parts if part and (each := part.layout()) and each.isEnabled()]
    for layout in layouts:
        layout.setEnabled(False)
    try:
        yield
    finally:
        for layout in layouts:
            layout.setEnabled(True)
            layout.activate()


def numbers_beside(views: tuple[str, ...]) -> bool:
    """Whether the numbers stand beside the only picture: one of a plane should be no ribbon."""
    return set(views) in ({"overlay", "arithmetic"}, {"surface", "arithmetic"})


def _parts(whole: int, shares: Sequence[float]) -> list[int]:
    """``whole`` divided in the ratio of ``shares``."""
    return [round(whole * share / sum(shares)) for share in shares]
