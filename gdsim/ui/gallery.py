"""The gallery: opens its dialog, and what is chosen there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from gdsim.engine.text import N_
from gdsim.ui.action_spec import ActionSpec
from gdsim.ui.feature import Feature

if TYPE_CHECKING:
    from gdsim.ui.dialogs.gallery import GalleryDialog


class Gallery(Feature):
    """The action that opens it."""

    actions = (
        ActionSpec("gallery", N_("&Gallery…"), "file", ("Ctrl+G",), after="open",
                   help=N_("Choose one of the scenes that come with gdsim")),
    )  # fmt: skip

    dialog: GalleryDialog | None = None

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"gallery": self.open}

    def open(self) -> None:
        """Show the gallery. Nothing waits for it."""
        if self.dialog is not None:
            return
        from gdsim.ui.dialogs.gallery import GalleryDialog

        window = self.window
        dialog = GalleryDialog(window.appearance.theme, window.settings.gallery_at_start(), window)
        dialog.chosen.connect(self._choose)
        dialog.at_start.toggled.connect(window.settings.set_gallery_at_start)
        dialog.finished.connect(self._closed)
        window.clock.frame.connect(self._paint_one)
        self.dialog = dialog
        dialog.open()
        window.clock.ask()

    def _choose(self, name: str) -> None:
        if self.dialog is not None:
            self.dialog.close()
        self.window.documents.open_builtin(name)

    def _closed(self) -> None:
        self.window.clock.frame.disconnect(self._paint_one)
        self.dialog = None
        self.window.activateWindow()

    def _paint_one(self, _seconds: float) -> None:
        """One picture a frame, so that the gallery is there at once and can be used meanwhile."""
        if self.dialog is not None and self.dialog.paint_one():
            self.window.clock.ask()

    def stop(self) -> None:
        if self.dialog is not None:
            self.dialog.close()
