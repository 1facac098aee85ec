"""Files of the window: new, open, save, and asking before work is lost."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox

from gdsim.engine.errors import GdsimError
from gdsim.resources import resources_dir
from gdsim.scenario import SUFFIX, Scenario, default_scenario, load_scenario, save_scenario
from gdsim.scenario.builtin import builtin_path
from gdsim.session import Made, Session
from gdsim.ui.i18n import current_language, tr, tr_error
from gdsim.ui.laying_out import settle
from gdsim.ui.settings import Settings
from gdsim.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from gdsim.ui.main_window import MainWindow


def title_of(scenario: Scenario) -> str:
    """The scenario's title in the current language; empty if it has none."""
    titles = dict(scenario.title)
    return titles.get(current_language()) or titles.get("en") or next(iter(titles.values()), "")


class Documents(QObject):
    """Which file the session's scenario belongs to, and the dialogs about it."""

    #: The list of recent files is another one.
    recent_changed = Signal()
    #: A person opened another scenario.
    opened = Signal()

    def __init__(
        self, window: MainWindow, session: Session, settings: Settings, path: Path | None
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._settings = window, session, settings
        self._path = None
        self.notice = Notice(window)
        if path is not None and not _is_ours(path):
            self._path = path
            self._add_recent(path)

    @property
    def path(self) -> Path | None:
        """The scenario's file, if it has one."""
        return self._path

    def title(self) -> str:
        """The window's title; ``[*]`` is where Qt marks unsaved changes."""
        name = self._path.name if self._path else title_of(self._session.scenario)
        # Twice: a pair of brackets in the name itself is no such mark.
        return f"{(name or tr('Untitled')).replace('[*]', '[*][*]')}[*] — gdsim"

    # Opening ---------------------------------------------------------------------------------

    def new(self) -> None:
        """Begin with the first scene."""
        self._replace(default_scenario(), None)

    def open_dialog(self) -> None:
        """Ask for a file and open it."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, tr("Open a scenario"), self.folder(), self._filter()
        )
        if name:
            self.open(Path(name))

    def open(self, path: Path) -> bool:
        """Open ``path``; a file that cannot be used is explained and changes nothing."""
        try:
            scenario = load_scenario(path)
            if _is_ours(path):
                # The scenes that came with the program stay as they are: Save asks for a file.
                return self._replace(scenario.anchored(path.parent), None)
            if not self._replace(scenario, path):
                return False
        except GdsimError as error:
            self.tell(cannot_open(path), error)
            return False
        self._remember(path)
        return True

    def open_builtin(self, name: str) -> bool:
        """Open a scene that came with the program."""
        return self.open(builtin_path(name))

    def restore(self, scenario: Scenario, path: Path | None, made: Made | None = None) -> bool:
        """Show work that was rescued from a crash; it counts as not saved. Whether it could be."""
        try:
            self._window.show_scenario(scenario, path, made)
        except GdsimError as error:
            self.tell(tr("The unsaved work cannot be restored."), error)
            return False
        self._path = path
        self._session.mark_unsaved()
        return True

    def show(self, scenario: Scenario, path: Path | None, made: Made | None = None) -> None:
        """Show a scenario that belongs to ``path``, without asking about the one before it.

        ``made`` are its runs, if there are any yet.
        """
        before, self._path = self._path, path
        try:
            self._window.show_scenario(scenario, path, made)
        except GdsimError:
            self._path = before
            raise

    def _replace(self, scenario: Scenario, path: Path | None) -> bool:
        if not self.may_close():
            return False
        self.show(scenario, path)
        self.notice.dismiss()
        self.opened.emit()
        # Now, or the new arrangement would be painted with what was there before.
        self._window.refresh()
        settle()
        return True

    # Saving ----------------------------------------------------------------------------------

    def save(self) -> bool:
        """Save to the scenario's file, or ask for one. Whether it was saved."""
        return self.save_as() if self._path is None else self._write(self._path)

    def save_as(self) -> bool:
        """Ask for a file and save to it. Whether it was saved."""
        path = self._ask_where()
        return path is not None and self._write(path)

    def may_close(self) -> bool:
        """Ask what to do with unsaved changes, if there are any. Whether to go on."""
        if not self._session.modified:
            return True
        question = self.question()
        choice = question.exec()
        question.deleteLater()
        if choice == QMessageBox.StandardButton.Save:
            return self.save()
        return choice == QMessageBox.StandardButton.Discard

    def question(self) -> QMessageBox:
        """The box that asks about unsaved changes."""
        buttons = QMessageBox.StandardButton
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("gdsim")
        box.setText(tr("The scenario has unsaved changes. Save them?"))
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.setDefaultButton(buttons.Save)
        texts = {
            buttons.Save: tr("Save"), buttons.Discard: tr("Discard"), buttons.Cancel: tr("Cancel"),
        }  # fmt: skip
        for button, text in texts.items():
            box.button(button).setText(text)
        return box

    def _ask_where(self) -> Path | None:
        dialog = QFileDialog(self._window, tr("Save the scenario"), self.folder(), self._filter())
        name = self._path.name if self._path else self._file_name()
        return chosen_place(dialog, name, SUFFIX)

    def _file_name(self) -> str:
        """A name for the first saving: the title, without what file systems refuse."""
        name = re.sub(r'[\x00-\x1f<>:"/\\|?*]+', " ", title_of(self._session.scenario))
        return (" ".join(name.split()).strip(". ")[:80] or tr("Untitled")) + SUFFIX

    def _write(self, path: Path) -> bool:
        session = self._session
        try:
            save_scenario(session.scenario, path)
        except GdsimError as error:
            self.tell(tr("{file} cannot be saved.", file=path.name), error)
            return False
        self._remember(path)
        session.mark_saved()
        self.notice.dismiss()
        return True

    # Remembering -----------------------------------------------------------------------------

    def recent(self) -> list[Path]:
        """The files opened or saved last, the newest first."""
        return [Path(path) for path in self._settings.recent()]

    def forget_recent(self, path: Path | None = None) -> None:
        """Take ``path``, or everything, off the list of recent files."""
        left = [other for other in self._settings.recent() if path and other != str(path)]
        self._settings.set_recent(left)
        self.recent_changed.emit()

    def _remember(self, path: Path) -> None:
        self._path = path
        self._settings.set_folder(str(path.absolute().parent))
        self._add_recent(path)
        self._window.setWindowTitle(self.title())

    def _add_recent(self, path: Path) -> None:
        name = str(path.absolute())
        self._settings.set_recent([name, *(p for p in self._settings.recent() if p != name)])
        self.recent_changed.emit()

    def folder(self) -> str:
        """Where a file dialog begins: the last folder, or the person's documents."""
        last = self._settings.folder()
        if last and QDir(last).exists():
            return last
        return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)

    def tell(self, what: str, error: GdsimError) -> None:
        """Say what could not be done, and why."""
        self.notice.tell(what, reason(error))

    def _filter(self) -> str:
        return f"{tr('gdsim scenario')} (*{SUFFIX})"


def chosen_place(dialog: QFileDialog, name: str, suffix: str) -> Path | None:
    """Where a person wants to save a file of this kind, in a dialog that offers ``name``."""
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    # The dialog adds it, and so asks before it overwrites the file that is really meant.
    dialog.setDefaultSuffix(suffix.lstrip("."))
    dialog.selectFile(name)
    accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
    chosen = dialog.selectedFiles()
    dialog.deleteLater()
    return Path(chosen[0]) if accepted and chosen else None


def cannot_open(path: Path) -> str:
    """What is said of a file that cannot be used."""
    return tr("{file} cannot be opened.", file=path.name)


def reason(error: GdsimError) -> str:
    """The field of the file, where there is one, and what is allowed there."""
    field = getattr(error, "field", "")
    return f"{field}: {tr_error(error)}" if field else tr_error(error)


def _is_ours(path: Path) -> bool:
    """Whether ``path`` is one of the files that came with the program."""
    try:
        return path.resolve().is_relative_to(resources_dir().resolve())
    except (OSError, RuntimeError, ValueError):
        return False
