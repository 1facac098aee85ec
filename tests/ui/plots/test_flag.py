"""The values beside a held point: all of them in the picture, wherever the hand is."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from gdsim.ui.plots.axes import Plot
from gdsim.ui.plots.hand import Flag

TEXT = "w −0.52348   b −0.12875   J 9.13486"


@pytest.mark.parametrize("width", [600, 230])
@pytest.mark.parametrize("across", [-9.0, 0.0, 0.3, 0.55, 0.7, 1.0])
@pytest.mark.parametrize("up", [-9.0, 0.0, 0.5, 0.85, 1.0])
def test_all_of_it_is_in_the_picture(qtbot: QtBot, width: int, across: float, up: float) -> None:
    plot = Plot()
    qtbot.addWidget(plot)
    flag = Flag(plot)
    plot.resize(width, 260)
    plot.setRange(xRange=(-1.0, 3.0), yRange=(5.0, 8.0), padding=0.0)
    plot.grab()
    place = np.array([-1.0 + 4.0 * across, 5.0 + 3.0 * up])
    flag.show_at(TEXT, place)
    plot.grab()
    # One value a line only where there is no room for all of them beside each other.
    assert ("\n" in flag.toPlainText()) == (width == 230)
    assert flag.toPlainText().replace("\n", "   ") == TEXT
    room = plot.getViewBox().sceneBoundingRect().adjusted(-1, -1, 1, 1)
    shown = flag.mapRectToScene(flag.boundingRect())
    assert room.contains(shown)
    # And it covers the point only where there is no other place.
    if width == 600 and 0 <= across <= 1 and 0 <= up <= 1:
        point = plot.getViewBox().mapViewToScene(QPointF(*place))
        assert not shown.contains(point)
