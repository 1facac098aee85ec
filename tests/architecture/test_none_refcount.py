"""The trap of PySide6 6.12.0: each void call drops a reference to None, which ends Python 3.11."""

import sys

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

REPAINTS = 300


class Canvas(QWidget):
    painted = 0

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        painter.fillRect(QRectF(0, 0, 5, 5), QColor("black"))
        painter.end()
        self.painted += 1


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal since Python 3.12")
def test_repainting_leaves_the_count_of_none_alone(qtbot: QtBot) -> None:
    canvas = Canvas()
    qtbot.addWidget(canvas)
    canvas.resize(20, 20)
    with qtbot.waitExposed(canvas):
        canvas.show()
    for _ in range(10):  # what the first paints keep for good
        canvas.repaint()

    canvas.painted = 0
    before = sys.getrefcount(None)
    for _ in range(REPAINTS):
        canvas.repaint()
    change = sys.getrefcount(None) - before

    assert canvas.painted >= REPAINTS
    assert abs(change) < REPAINTS // 10
