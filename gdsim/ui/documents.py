"""Files of the window: new, open, save, and asking before work is lost."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMainWindow, QMessageBox

import gdsim
from gdsim.engine.errors import GdsimError
from gdsim.scenario import SUFFIX, default_scenario, load_scenario, save_scenario
from gdsim.session import Session
from gdsim.ui.i18n import current_language, tr, tr_error
from gdsim.ui.settings import Settings


class Documents(QObject):
    """Which file the session's scenario belongs to, and the dialogs about it."""

    def __init__(
        self, window: QMainWindow, session: Session, settings: Settings, path: Path | None
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._settings = window, session, settings
        self._path = path

    def title(self) -> str:
        """The window's title; ``[*]`` is where Qt marks unsaved changes."""
        titles = dict(self._session.scenario.title)
        own = titles.get(current_language()) or titles.get("en") or tr("Untitled")
        name = self._path.name if self._path else own
        return f"{name}[*] — gdsim"

    def new(self) -> None:
        """Begin with the first scene."""
        if self.may_close():
            self._path = None
            self._window.show_scenario(default_scenario(), None)  # type: ignore[attr-defined]

    def open_dialog(self) -> None:
        """Ask for a file and open it."""
        if not self.may_close():
            return
        name, _ = QFileDialog.getOpenFileName(
            self._window, tr("Open a scenario"), self._settings.folder(), self._filter()
        )
        if name:
            self.open(Path(name))

    def open(self, path: Path) -> bool:
        """Open ``path``; a file that cannot be used is explained and changes nothing."""
        try:
            scenario = load_scenario(path)
            self._window.show_scenario(scenario, path)  # type: ignore[attr-defined]
        except GdsimError as error:
            self._tell(tr("{file} cannot be opened.", file=path.name), error)
            return False
        self._remember(path)
        return True

    def save(self) -> bool:
        """Save to the scenario's file, or ask for one. Whether it was saved."""
        return self.save_as() if self._path is None else self._write(self._path)

    def save_as(self) -> bool:
        """Ask for a file and save to it. Whether it was saved."""
        name, _ = QFileDialog.getSaveFileName(
            self._window, tr("Save the scenario"), self._settings.folder(), self._filter()
        )
        if not name:
            return False
        path = Path(name)
        return self._write(path if path.suffix else path.with_suffix(SUFFIX))

    def may_close(self) -> bool:
        """Ask what to do with unsaved changes, if there are any. Whether to go on."""
        if not self._session.modified:
            return True
        choice = QMessageBox.question(
            self._window,
            "gdsim",
            tr("The scenario has unsaved changes. Save them?"),
            QMessageBox.StandardButton.Save
            | QMessageBox.StandardButton.Discard
            | QMessageBox.StandardButton.Cancel,
        )
        if choice == QMessageBox.StandardButton.Save:
            return self.save()
        return choice == QMessageBox.StandardButton.Discard

    def about(self) -> None:
        """Version and licences."""
        QMessageBox.about(
            self._window,
            tr("About gdsim"),
            f"<h3>gdsim {gdsim.__version__}</h3>"
            + tr("Gradient descent made visible: synchronous and sequential updates side by side.")
            + "<p>"
            + tr("MIT licence. Made with Python, Qt (PySide6, LGPL), pyqtgraph (MIT), "
                 "NumPy (BSD) and contourpy (BSD).")
            + "</p>",
        )  # fmt: skip

    def _write(self, path: Path) -> bool:
        try:
            save_scenario(self._session.scenario, path, self._session.base)
        except GdsimError as error:
            self._tell(tr("{file} cannot be saved.", file=path.name), error)
            return False
        self._remember(path)
        self._session.mark_saved(path.parent)
        return True

    def _remember(self, path: Path) -> None:
        self._path = path
        self._settings.set_folder(str(path.parent))
        self._window.setWindowTitle(self.title())

    def _tell(self, what: str, error: GdsimError) -> None:
        field = getattr(error, "field", "")
        reason = f"{field}: {tr_error(error)}" if field else tr_error(error)
        box = QMessageBox(QMessageBox.Icon.Warning, "gdsim", what, parent=self._window)
        box.setInformativeText(reason)
        box.exec()

    def _filter(self) -> str:
        return f"{tr('gdsim scenario')} (*{SUFFIX})"
