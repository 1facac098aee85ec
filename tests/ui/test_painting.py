"""What changes is painted once."""

from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gdsim.ui.main_window import MainWindow
from gdsim.ui.plots.axes import Plot


class Paintings(QObject):
    """Counts how often each picture on the screen is painted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self.found: Counter[QObject] = Counter()
        views = [*window.stage.views(), window.workspace.view("loss"), window.workspace.view("gap")]
        plots = [view.findChild(Plot) for view in views]
        self.viewports = [plot.viewport() for plot in plots if plot is not None]
        for viewport in self.viewports:
            viewport.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.found[watched] += 1
        return False


CHANGES: dict[str, Callable[[MainWindow], object]] = {
    "theme": lambda window: window.appearance.set_theme("dark"),
    "language": lambda window: window.appearance.set_language("zh_CN"),
    "text": lambda window: window.appearance.scale_text(1),
    "size": lambda window: window.resize(1500, 960),
    "no settings": lambda window: window.show_panel(False),
}


@pytest.mark.parametrize("change", CHANGES)
def test_every_picture_is_painted_once(qtbot: QtBot, window: MainWindow, change: str) -> None:
    """The first one to be painted took the others along, which then were painted again."""
    window.session.set_cursor(2)
    window.refresh()
    QApplication.sync()
    paintings = Paintings(window)
    CHANGES[change](window)
    for _ in range(3):
        QApplication.sync()
    assert len(paintings.viewports) == 4
    assert [paintings.found[each] for each in paintings.viewports] == [1] * 4
