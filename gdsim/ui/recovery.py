"""Work that was not saved when the program ended badly: kept while it runs, offered at the start.

Each window keeps at most one file, in the program's data folder, and holds a lock beside it for as
long as it lives. A file whose lock nobody holds is what a crash has left; a clean end leaves none.
"""

from __future__ import annotations

import json
import logging
import os
import time
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, QLockFile, QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QMessageBox

from gdsim.engine.errors import GdsimError
from gdsim.engine.files import read_bytes
from gdsim.scenario import CsvData, Scenario, scenario_from_json, write_atomic
from gdsim.scenario.writing import write_scenario
from gdsim.ui.documents import title_of
from gdsim.ui.feature import Feature
from gdsim.ui.i18n import tr

log = logging.getLogger(__name__)

#: Seconds between two autosaves; more where writing itself takes long.
PAUSE = 3.0
_SHARE = 20
#: Bytes that are read back: what is too large for a scenario's file is kept all the same. As many
#: rows as there may be take 45 MB.
_MOST = 100_000_000
_ENDING = ".unsaved"
_LOCK = ".lock"


def folder() -> Path:
    """Where unsaved work is kept."""
    place = QStandardPaths.StandardLocation.AppLocalDataLocation
    return Path(QStandardPaths.writableLocation(place)) / "recovery"


@dataclass(frozen=True)
class Rescued:
    """What a crash left: the scenario, the file it belongs to (if any), and when it was kept."""

    scenario: Scenario
    path: Path | None
    kept: float
    file: Path
    lock: QLockFile

    def drop(self) -> None:
        """It has been restored, or is not wanted."""
        _remove(self.file)
        self.lock.unlock()


class Recovery(Feature):
    """Keeps the scenario while it has unsaved changes."""

    _kept: Scenario | None = None
    _file: Path | None = None
    _lock: QLockFile | None = None
    _off = False
    _next = 0.0

    def start(self) -> None:
        self.window.clock.frame.connect(self._on_frame)
        self.window.session.history_changed.connect(self.window.clock.ask)

    def stop(self) -> None:
        self.forget()
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def _on_frame(self, _seconds: float) -> None:
        session = self.window.session
        if not session.modified:
            self.forget()
        elif not self._off and session.scenario != self._kept:
            # Not while the mouse drags: writing takes longer than a frame may.
            dragging = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
            wait = max(self._next - time.monotonic(), PAUSE / 3 if dragging else 0.0)
            if wait > 0:
                self.window.clock.later(wait)
            else:
                self.keep()

    def keep(self) -> bool:
        """Keep the work now. Whether it is safe: kept, or not changed since it was saved."""
        session = self.window.session
        if not session.modified:
            return True
        begin = time.monotonic()
        try:
            self._write(session.scenario)
        except (GdsimError, OSError) as error:
            self._off = True
            log.warning("unsaved work cannot be kept in %s: %s", folder(), error)
            return False
        self._kept = session.scenario
        took = time.monotonic() - begin
        self._next = time.monotonic() + max(PAUSE, _SHARE * took)
        return True

    def forget(self) -> None:
        """Nothing is unsaved any more."""
        if self._kept is not None and self._file is not None:
            _remove(self._file)
        self._kept = None

    # After a crash ---------------------------------------------------------------------------

    def offer(self, rescued: list[Rescued]) -> None:
        """Ask about each of ``rescued``, one after the other. Nothing waits for the answer."""
        if not rescued:
            return
        first, *rest = rescued
        box = QMessageBox(self.window)
        box.setObjectName("recovery")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Information)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(tr("Unsaved work"))
        name = first.path.name if first.path else title_of(first.scenario) or tr("Untitled")
        kept = QLocale().toString(QDateTime.fromSecsSinceEpoch(int(first.kept)),
                                  QLocale.FormatType.ShortFormat)  # fmt: skip
        box.setText(tr("gdsim ended unexpectedly. Work that had not been saved was kept:"))
        box.setInformativeText(f"{name}\n{kept}")
        restore = box.addButton(tr("Restore"), QMessageBox.ButtonRole.AcceptRole)
        discard = box.addButton(tr("Discard"), QMessageBox.ButtonRole.DestructiveRole)
        # Esc, too: who only wants to get rid of the question must not lose the work.
        later = box.addButton(tr("Later"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(restore)
        box.setEscapeButton(later)
        answers = {restore: partial(self._restore, first), discard: first.drop}

        def answered(button: QAbstractButton) -> None:
            answers.get(button, first.lock.unlock)()  # type: ignore[call-overload]
            self.window.activateWindow()
            self.offer(rest)

        box.buttonClicked.connect(answered)
        box.open()

    def _restore(self, rescued: Rescued) -> None:
        window = self.window
        if window.documents.may_close() and window.documents.restore(
            rescued.scenario, rescued.path
        ):
            self._next = 0.0
            if self.keep():
                rescued.drop()
                return
        rescued.lock.unlock()

    def _write(self, scenario: Scenario) -> None:
        path = self.window.documents.path
        if self._file is None:
            place = folder()
            place.mkdir(parents=True, exist_ok=True)
            file = place / f"{os.urandom(8).hex()}{_ENDING}"
            lock = _lock(file)
            if not lock.tryLock(0):
                raise OSError(f"no lock beside {file}")
            self._file, self._lock = file, lock
        head = {"kept": time.time(), "path": str(path.absolute()) if path else ""}
        if isinstance(data := scenario.problem.data, CsvData):
            # In a scenario's text a path is relative, which on Windows none to another drive is.
            head["folder"], name = os.path.split(data.csv)
            problem = replace(scenario.problem, data=replace(data, csv=name))
            scenario = replace(scenario, problem=problem)
        # Not as a file of its own would be: in one line a million points take a third of the time.
        text = json.dumps(write_scenario(scenario), allow_nan=False)
        write_atomic(self._file, f"{json.dumps(head)}\n{text}".encode())


def left_behind() -> list[Rescued]:
    """What crashes have left, the newest first. Each is locked, so that nobody else offers it."""
    found = []
    try:
        files = sorted(folder().glob(f"*{_ENDING}"))
    except OSError:
        return []
    for stale in set(folder().glob(f"*{_LOCK}")) - {file.with_suffix(_LOCK) for file in files}:
        lock = _lock(stale)
        if lock.tryLock(0):  # of a window that had saved everything
            lock.unlock()
    for file in files:
        lock = _lock(file)
        if not lock.tryLock(0):
            continue
        rescued = _read(file, lock)
        if rescued is None:
            lock.unlock()
        else:
            found.append(rescued)
    return sorted(found, key=lambda rescued: rescued.kept, reverse=True)


def _read(file: Path, lock: QLockFile) -> Rescued | None:
    try:
        if not file.exists():  # its owner has just ended well
            return None
        head, _, text = read_bytes(file, _MOST).decode().partition("\n")
        about = json.loads(head)
        scenario = scenario_from_json(text).anchored(Path(str(about.get("folder", ""))))
        path = Path(str(about["path"])) if about["path"] else None
        return Rescued(scenario, path, float(about["kept"]), file, lock)
    except (GdsimError, ValueError, KeyError, TypeError) as error:
        # It stays: perhaps only the drive with its CSV file is not there today.
        log.warning("unsaved work in %s cannot be read: %s", file, error)
        return None


def _lock(file: Path) -> QLockFile:
    lock = QLockFile(str(file.with_suffix(_LOCK)))
    # Only the end of its process makes a lock void, however long that runs.
    lock.setStaleLockTime(0)
    return lock


def _remove(file: Path) -> None:
    try:
        file.unlink(missing_ok=True)
    except OSError as error:
        log.warning("%s cannot be removed: %s", file, error)
