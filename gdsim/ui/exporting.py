"""File → Export, and what can be copied: pictures, animations, numbers, arithmetic."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QImage

from gdsim.engine.errors import GdsimError
from gdsim.engine.text import N_
from gdsim.ui.action_spec import ActionSpec, MenuSpec
from gdsim.ui.computing import Computing
from gdsim.ui.documents import title_of
from gdsim.ui.feature import Feature
from gdsim.ui.i18n import tr

if TYPE_CHECKING:
    # Imported when somebody exports: the window does not wait for it.
    from gdsim.ui.export.dialog import ExportDialog
    from gdsim.ui.export.job import Job


#: What can be exported; an action of each name opens the dialog on it.
KINDS = ("picture", "animation", "numbers", "arithmetic")
#: Rows that are copied at once; more take longer than a person should wait without a word.
_AT_ONCE = 20_000
#: A copied picture is twice as fine as the screen: it is looked at elsewhere.
_FINE = 2


class Exporting(Feature):
    """Opens the dialog of all exports, and copies without one."""

    menus = (MenuSpec("export", N_("&Export"), "file", after="save-as"),)
    actions = (
        ActionSpec("export-picture", N_("&Picture…"), "export", ("Ctrl+E",),
                   help=N_("Save a picture of a view, or of all of them, as PNG or SVG")),
        ActionSpec("export-animation", N_("&Animation…"), "export",
                   help=N_("Save the steps as a moving picture")),
        ActionSpec("export-numbers", N_("&Numbers…"), "export", ("Ctrl+Shift+E",),
                   help=N_("Save every step of every lane as CSV or JSON")),
        ActionSpec("export-arithmetic", N_("A&rithmetic…"), "export",
                   help=N_("Save the arithmetic of this step as text or LaTeX")),
        ActionSpec("copy-numbers", N_("Copy the &numbers"), "edit", after="copy-picture",
                   help=N_("Copy every step of every lane as a table")),
    )  # fmt: skip

    dialog: ExportDialog | None = None
    _copying: Job | None = None

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        found: dict[str, Callable[[], object]] = {
            "export-picture": partial(self.open, "picture"),
            "export-animation": partial(self.open, "animation"),
            "export-numbers": partial(self.open, "numbers"),
            "export-arithmetic": partial(self.open, "arithmetic"),
            "copy-picture": self.copy_picture,
            "copy-numbers": self.copy_numbers,
            "copy-arithmetic": self.copy_arithmetic,
        }
        return {name: partial(self._when_finished, do) for name, do in found.items()}

    def _when_finished(self, do: Callable[[], object]) -> None:
        """A file does not tell that it is a draft: what it shows are finished runs."""
        self.window.feature(Computing).whole(do)

    def stop(self) -> None:
        self._stop_copying()
        if self.dialog is not None:
            # Not by what its button and Esc do: that would only cancel what is under way.
            self.dialog.done(0)

    def open(self, kind: str) -> ExportDialog:
        """The dialog, on one of picture, animation, numbers and arithmetic."""
        from gdsim.ui.export.dialog import ExportDialog
        from gdsim.ui.export.wish import Wish

        window = self.window
        window.player.pause()
        window.refresh()
        wish = replace(Wish.from_json(window.settings.export()), kind=kind)
        self.dialog = ExportDialog(window, wish, self._file_name())
        self.dialog.finished.connect(self._closed)
        self.dialog.open()
        return self.dialog

    def _closed(self) -> None:
        if self.dialog is not None:
            self.window.settings.set_export(self.dialog.wish.to_json())
        self.dialog = None

    def copy_picture(self) -> None:
        """All views, as they are seen now, on the clipboard: some frames later."""
        from gdsim.ui.export.job import Job
        from gdsim.ui.export.sheet import SCENE, seen_size
        from gdsim.ui.export.wish import Wish, image_of

        window = self.window
        window.refresh()
        self._stop_copying()
        work = image_of(window, Wish(part=SCENE), seen_size(window, SCENE) * _FINE)
        # The sheet, which does not change any more whatever is done to the window.
        while next(work) == 0.0:
            pass
        self._copying = Job(window.clock, work, self)
        self._copying.finished.connect(self._put)
        self._copying.failed.connect(self._tell)
        self._copying.start()

    def _put(self, image: QImage) -> None:
        self._stop_copying()
        QGuiApplication.clipboard().setImage(image)

    def _tell(self, error: GdsimError) -> None:
        self._stop_copying()
        self.window.documents.tell(tr("The picture cannot be copied."), error)

    def _stop_copying(self) -> None:
        if self._copying is not None:
            self._copying.cancel()
            self._copying.deleteLater()
            self._copying = None

    def copy_numbers(self) -> None:
        """A table that a spreadsheet takes; of a long run with the dialog, which shows progress."""
        from gdsim.export import csv_parts

        runs = self.window.session.runs
        if sum(run.steps + 1 for run in runs) > _AT_ONCE:
            self.open("numbers").copy()
        else:
            QGuiApplication.clipboard().setText("".join(csv_parts(runs, "\t")))

    def copy_arithmetic(self) -> None:
        """The arithmetic of the step as text."""
        from gdsim.ui.export.wish import arithmetic_of

        self.window.refresh()
        QGuiApplication.clipboard().setText(arithmetic_of(self.window, "txt"))

    def _file_name(self) -> str:
        """A name without an ending: the file's, else the scene's title."""
        path = self.window.documents.path
        title = path.stem if path else title_of(self.window.session.scenario)
        # Without what file systems refuse.
        plain = " ".join(re.sub(r'[\x00-\x1f<>:"/\\|?*]+', " ", title).split())
        return plain.strip(". ")[:80] or tr("Untitled")
