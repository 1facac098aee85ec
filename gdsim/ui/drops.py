"""Files dropped on the window: a scenario is opened, a table becomes the data of the model."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDropEvent

from gdsim.engine.data import read_csv
from gdsim.engine.errors import GdsimError
from gdsim.engine.text import N_
from gdsim.scenario import SUFFIX, CsvData, Scenario
from gdsim.ui.feature import Feature
from gdsim.ui.i18n import tr

#: Endings of the files that can be dropped.
TABLE = ".csv"
_DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove)


class Drops(Feature):
    """Takes files from the desktop's file manager."""

    def start(self) -> None:
        self.window.setAcceptDrops(True)
        self.window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _DRAGS and isinstance(event, QDropEvent):
            if dropped_path(event.mimeData()) is not None:
                event.acceptProposedAction()
                return True
        elif event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            path = dropped_path(event.mimeData())
            if path is not None:
                event.acceptProposedAction()
                self.take(path)
                return True
        return super().eventFilter(watched, event)

    def take(self, path: Path) -> None:
        """Do with the file what it is for."""
        documents = self.window.documents
        if path.suffix.lower() != TABLE:
            documents.open(path)
            return
        try:
            scenario = with_table(self.window.session.scenario, path)
        except GdsimError as error:
            documents.tell(tr("The data in {file} cannot be used here.", file=path.name), error)
            return
        documents.notice.dismiss()
        self.window.edit(scenario, N_("Load data from a file"))


def dropped_path(mime: QMimeData) -> Path | None:
    """The first file that gdsim can use."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return next((path for path in paths if path.suffix.lower() in (SUFFIX, TABLE)), None)


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
    try:
        read_csv(path, ("x", "y"))
    except GdsimError:
        # No such columns, or what is wrong with the file is found here too.
        names = read_csv(path).names
        if len(names) != 2:
            raise GdsimError(N_("the file has {count} columns; call two of them x and y"),
                             count=len(names)) from None  # fmt: skip
        return names[0], names[1]
    return "x", "y"
