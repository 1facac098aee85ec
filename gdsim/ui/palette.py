"""The command palette: everything that can be done, found by a few letters of its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from gdsim.engine.text import N_
from gdsim.ui.action_spec import ActionSpec
from gdsim.ui.feature import Feature

if TYPE_CHECKING:
    from gdsim.ui.dialogs.palette import PaletteDialog


class Palette(Feature):
    """The action that opens it."""

    actions = (
        ActionSpec("palette", N_("&Commands…"), "help", ("Ctrl+Shift+P",), icon="search",
                   help=N_("Find anything that can be done, in English or Chinese")),
    )  # fmt: skip

    dialog: PaletteDialog | None = None

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"palette": self.open}

    def open(self) -> None:
        """Show the palette. Nothing waits for it."""
        if self.dialog is None:
            from gdsim.ui.commands import commands
            from gdsim.ui.dialogs.palette import PaletteDialog

            window = self.window
            self.dialog = PaletteDialog(list(commands(window)), window.appearance.theme, window)
            self.dialog.finished.connect(self._closed)
            self.dialog.open()

    def _closed(self) -> None:
        self.dialog = None
        self.window.activateWindow()

    def stop(self) -> None:
        if self.dialog is not None:
            self.dialog.close()
