"""A bar waits with its picture for the frame that everything else is painted in."""

from PySide6.QtGui import QPaintEvent
from pytestqt.qtbot import QtBot

from gdsim.ui.widgets.progress import ProgressBar


class Counted(ProgressBar):
    """Counts how often it is painted."""

    painted = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted += 1


def test_a_value_is_painted_with_the_next_picture(qtbot: QtBot) -> None:
    bar = Counted()
    qtbot.addWidget(bar)
    bar.show()
    qtbot.waitUntil(lambda: bar.painted > 0)
    empty = bar.grab().toImage()
    before = bar.painted
    for value in (10, 50, 90):
        bar.setValue(value)
    assert bar.painted == before
    qtbot.waitUntil(lambda: bar.painted > before)
    assert bar.value() == 90
    assert bar.grab().toImage() != empty
