"""The files opened or saved last, in the File menu."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMenu

from gdsim.engine.text import N_
from gdsim.ui.action_spec import ActionSpec, MenuSpec
from gdsim.ui.feature import Feature
from gdsim.ui.i18n import tr
from gdsim.ui.tips import lines


class RecentFiles(Feature):
    """Fills the submenu whenever it opens, since files come and go."""

    menus = (MenuSpec("recent", N_("Open &recent"), "file", after="open"),)
    actions = (
        ActionSpec("clear-recent", N_("&Clear the list"), "recent", help=N_("Forget these files"),
                   why=N_("No file has been opened or saved yet")),
    )  # fmt: skip

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"clear-recent": self.window.documents.forget_recent}

    def start(self) -> None:
        self._menu.aboutToShow.connect(self.fill)
        self.window.documents.recent_changed.connect(self._enable)
        self._enable()

    @property
    def _menu(self) -> QMenu:
        return self.window.menus["recent"]

    def _enable(self) -> None:
        self.window.actions_["clear-recent"].setEnabled(bool(self.window.documents.recent()))

    def fill(self) -> None:
        """Make the entries. A file that is gone is grey: a drive may only be unplugged."""
        menu, clear = self._menu, self.window.actions_["clear-recent"]
        menu.clear()
        menu.setToolTipsVisible(True)
        for at, path in enumerate(self.window.documents.recent()):
            name = path.name.replace("&", "&&")
            entry = menu.addAction(f"&{at + 1}  {name}" if at < 9 else name)
            entry.setToolTip(lines(str(path)))
            entry.setEnabled(_is_there(path))
            if not entry.isEnabled():
                entry.setText(tr("{file} (not found)", file=entry.text()))
            entry.triggered.connect(partial(self._open, path))
        menu.addSeparator()
        menu.addAction(clear)

    def _open(self, path: Path, _checked: bool = False) -> None:
        documents = self.window.documents
        if not documents.open(path) and not _is_there(path):
            documents.forget_recent(path)


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
