"""What all plots have in common."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gdsim.ui.main_window import MainWindow


class Paints(QObject):
    """Counts how often what it watches is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_another_range_is_painted_once(qtbot: QtBot, window: MainWindow) -> None:
    view = window.stage.views()[0]
    qtbot.waitUntil(lambda: not window.clock.active)
    QApplication.sync()
    paints = Paints()
    view.plot.viewport().installEventFilter(paints)  # type: ignore[attr-defined]
    view.show_range(((0.0, 1.0), (0.0, 1.0)))  # type: ignore[attr-defined]
    for _ in range(4):
        QApplication.sync()
    assert paints.count == 1
