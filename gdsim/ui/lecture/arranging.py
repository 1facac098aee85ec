"""How the window looks for a beat: the scene's views, and bare and large while presenting."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt

from gdsim.ui import theme as th
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

#: The screen for which the presentation's text scale is meant; others scale with their size.
_SCREEN = QSize(1280, 720)
_SCALE = 1.5
#: Height of the row of views below the stage, as a part of the workspace; and with much text.
_ROW, _TEXT_ROW = 0.42, 0.5


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

    @property
    def presenting(self) -> bool:
        """Whether the presentation is on."""
        return self._frame is not None

    def show(self, views: tuple[str, ...], *, anew: bool = False) -> None:
        """Arrange the scene's views, unless they have been since the last other ones."""
        if views == self._views and not anew:
            return
        window = self._window
        if self._look is None:
            panel = window.actions_["panel"].isChecked()
            arrangement = window.workspace.arrangement()
            self._look = Look(window.stage.mode, arrangement, panel)
        self._views = views
        modes = [ON_STAGE[view] for view in views if view in ON_STAGE]
        below = tuple(view for view in views if view in BY_ID)
        window.stage.setVisible(bool(modes))
        if modes:
            window.set_mode(modes[0])
        mode = modes[0] if modes else window.stage.mode
        window.workspace.apply(Preset("lecture", "", mode, below))
        docks = [window.workspace.docks[view] for view in below]
        if modes and docks:
            part = _TEXT_ROW if {"arithmetic", "code"} & set(below) else _ROW
            height = round(part * window.workspace.height())
            heights = [height] * len(docks)
            window.workspace.resizeDocks(docks, heights, Qt.Orientation.Vertical)

    def put_back(self) -> None:
        """As it was before the lecture."""
        look, self._look, self._views = self._look, None, ()
        self._window.stage.setVisible(True)
        if look is not None:
            self._window.workspace.arrange(look.arrangement)
            self._window.set_mode(look.mode)
            self._window.show_panel(look.panel)

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
        self._bare(False)
        window.setWindowState(frame.state)
        window.appearance.lend(None)
        window.show_panel(frame.panel)

    def fit(self) -> None:
        """Text of a size that suits the screen."""
        size = self._window.size()
        share = min(size.width() / _SCREEN.width(), size.height() / _SCREEN.height())
        scale = round(max(0.8, min(share, 3.0)) * _SCALE, 2)
        theme = replace(th.PROJECTOR, id="presentation", text_scale=scale)
        if self._window.appearance.lent != theme:
            self._window.appearance.lend(theme)

    def _bare(self, bare: bool) -> None:
        window = self._window
        for part in (window.menuBar(), window.statusBar(), window.player_card):
            part.setVisible(not bare)
