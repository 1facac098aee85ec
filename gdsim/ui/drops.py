"""Files dropped on the window: a scenario or a lecture is opened, a table becomes the data."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent

from gdsim.engine.data import parse_head, read_text
from gdsim.engine.errors import GdsimError
from gdsim.engine.text import N_
from gdsim.scenario import SUFFIX, CsvData, Scenario
from gdsim.ui.documents import cannot_open
from gdsim.ui.feature import Feature
from gdsim.ui.i18n import tr

#: Endings of tables.
TABLES = (".csv", ".tsv", ".txt")
_DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove)


class Drops(Feature):
    """Takes files from the desktop's file manager; what is of no use is taken too, and told."""

    _dropped = Signal(object)

    def start(self) -> None:
        self.window.setAcceptDrops(True)
        self.window.installEventFilter(self)
        # Queued: the file manager waits for the drop to be over, and a question may be asked.
        self._dropped.connect(self.take, Qt.ConnectionType.QueuedConnection)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Every kind of drag event is a QDropEvent too, but for the one of leaving.
        if not isinstance(event, QDropEvent) or not event.mimeData().hasUrls():
            return super().eventFilter(watched, event)
        # Never the proposed move: a file manager would take away what it believes to be moved.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() not in _DRAGS:
            self._dropped.emit(_paths(event.mimeData()))
        return True

    def take(self, paths: list[Path]) -> None:
        """Do with the one file what it is for, or say why nothing is done."""
        # The window does not wait for lectures: most sessions never open one.
        from gdsim.lectures import SUFFIX as LECTURE
        from gdsim.ui.lecture.feature import LectureMode

        tell = self.window.documents.notice.tell
        if len(paths) != 1:
            tell(tr("Nothing was opened."), tr("Drop one file of this computer at a time."))
            return
        (path,) = paths
        kind = path.suffix.lower()
        if path.is_dir():
            tell(cannot_open(path), tr("It is a folder. Drop a file that is in it."))
        elif kind == SUFFIX:
            self.window.documents.open(path)
        elif kind == LECTURE:
            self.window.feature(LectureMode).open_file(path)
        elif kind in TABLES:
            self._take_table(path)
        else:
            tell(cannot_open(path), tr("gdsim takes scenarios ({scenario}), lectures ({lecture}) "
                 "and tables ({tables}).", scenario=SUFFIX, lecture=LECTURE,
                 tables=" ".join(TABLES)))  # fmt: skip

    def _take_table(self, path: Path) -> None:
        documents = self.window.documents
        try:
            scenario = with_table(self.window.session.scenario, path)
        except GdsimError as error:
            documents.tell(tr("The data in {file} cannot be used here.", file=path.name), error)
            return
        documents.notice.dismiss()
        # Brought once more, the same file may have other numbers.
        self.window.session.read_again(scenario.problem.data)
        self.window.edit(scenario, N_("Load data from a file"))


def _paths(mime: QMimeData) -> list[Path]:
    """The files on this computer that are dropped."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def with_table(scenario: Scenario, path: Path) -> Scenario:
    """``scenario`` with the columns x and y of a CSV file, or its only two, as its data.

    Raises `GdsimError` if the problem has no data, or the table does not fit it.
    """
    kind = scenario.problem.kind
    if kind.family != "model":
        raise GdsimError(N_("“{problem}” has no data. Choose linear regression or another model "
                            "first."), problem=kind.title)  # fmt: skip
    x, y = _columns(path)
    data = CsvData(str(path.absolute()), x, y)
    changed = replace(scenario, problem=replace(scenario.problem, data=data))
    changed.check(changed.make_problem(None))
    return changed


def _columns(path: Path) -> tuple[str, str]:
    names, _, _ = parse_head(read_text(path))
    if {"x", "y"} <= set(names):
        return "x", "y"
    if len(names) != 2:
        raise GdsimError(N_("the file has {count} columns; call two of them x and y"),
                         count=len(names))  # fmt: skip
    return names[0], names[1]
