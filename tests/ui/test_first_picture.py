"""The first picture: whole at once, and with no more read from the disk than it needs."""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from pytestqt.qtbot import QtBot

from gdsim.scenario import default_scenario
from gdsim.ui.lecture.feature import LectureMode
from gdsim.ui.main_window import MainWindow

#: What the first picture does not need, and every start would pay for.
LATE = (
    "gdsim.export", "gdsim.lectures", "gdsim.ui.commands", "gdsim.ui.dialogs.gallery",
    "gdsim.ui.dialogs.palette", "gdsim.ui.export.dialog", "gdsim.ui.lecture.feature",
    "gdsim.ui.panels.table", "gdsim.ui.plots.curve1d", "gdsim.ui.plots.data_fit",
    "gdsim.ui.plots.maps", "gdsim.ui.plots.surface", "gdsim.ui.render", "gdsim.ui.thumbnails",
    "numpy.ma", "OpenGL", "pyqtgraph.opengl",
)  # fmt: skip

#: The program as it starts; in place of waiting for events it draws once, and tells what it has.
PROGRAM = """
import json, sys
from PySide6.QtWidgets import QApplication
def tell(*_):
    QApplication.processEvents()
    print(json.dumps(sorted(sys.modules)))
    return 0
QApplication.exec = tell
from gdsim.cli import main
sys.exit(main([]))
"""


def test_nothing_is_read_that_the_first_picture_does_not_need(tmp_path: Path) -> None:
    places = dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"), str(tmp_path))
    environment = os.environ | places | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", PROGRAM]
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    assert set(LATE) & set(json.loads(done.stdout)) == set()


class Watch(QObject):
    """Counts how often the views are drawn, and how often they are resized after that."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self.drawn: Counter[QObject] = Counter()
        self.resized_later = 0
        for picture in pictures(window):
            picture.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.drawn[watched] += 1
        elif event.type() == QEvent.Type.Resize and self.drawn:
            self.resized_later += 1
        return False


def pictures(window: MainWindow) -> list[QWidget]:
    """What the five views draw on."""
    below = [window.workspace.view(name) for name in ("loss", "gap", "arithmetic")]
    views = [*window.stage.views(), *below]
    return [view.findChildren(QAbstractScrollArea)[0].viewport() for view in views]


def test_the_first_picture_is_the_whole_one(qtbot: QtBot) -> None:
    """Texts, ranges, sizes: nothing changes, or is drawn anew, once it has been drawn."""
    window = MainWindow(default_scenario())
    qtbot.addWidget(window)
    watch = Watch(window)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: len(watch.drawn) == 5)
    first = window.grab().toImage()
    drawn = Counter(watch.drawn)
    qtbot.waitUntil(lambda: not window.clock.active)
    QCoreApplication.processEvents()
    assert watch.drawn == drawn
    assert watch.resized_later == 0
    assert window.grab().toImage() == first
    assert not any(isinstance(feature, LectureMode) for feature in window.features)
