"""The real window on a real (virtual) screen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gdsim.scenario import default_scenario
from gdsim.ui import i18n
from gdsim.ui.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    """The window on the first scene, in English, at 1280 × 720."""
    made = MainWindow(default_scenario())
    made.appearance.set_language("en")
    made.resize(1280, 720)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: not made.clock.active)
    yield made
    made.session.mark_saved()
    made.close()
    made.deleteLater()
    i18n.set_language("en")


class _Pointer(QObject):
    """Watches where on ``widget`` the mouse was last."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.at: QPoint | None = None
        widget.installEventFilter(self)

    def eventFilter(self, _widget: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseMove:
            self.at = event.position().toPoint()
        return False


def point_at(qtbot: QtBot, widget: QWidget, place: QPoint) -> None:
    """Move the mouse, no button held, until ``widget`` has heard of it.

    Such a move goes by way of the screen, which answers when it likes, and forgets a move away
    and back that it has not told of yet: once is not enough on a busy machine.
    """
    pointer = _Pointer(widget)

    def heard() -> bool:
        for goal in (place + QPoint(0, 2), place):
            qtbot.mouseMove(widget, goal)
        return pointer.at == place

    qtbot.waitUntil(heard, timeout=20_000)
    widget.removeEventFilter(pointer)
