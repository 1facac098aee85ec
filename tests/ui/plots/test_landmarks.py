"""What a contour shows besides the lanes."""

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from gdsim.ui import theme as th
from gdsim.ui.plots.landmarks import HighlightItem


def seen(qtbot: QtBot, at: tuple[float, float]) -> QImage:
    """A plot of a thousandth of a unit with the step at ``at`` lit up."""
    plot = pg.PlotWidget()
    qtbot.addWidget(plot)
    plot.resize(300, 200)
    plot.setRange(xRange=(-5e-4, 5e-4), yRange=(-5e-4, 5e-4))
    item = HighlightItem()
    plot.addItem(item, ignoreBounds=True)
    item.set_points([(0, np.array(at))], th.LIGHT)
    return plot.grab().toImage()


@pytest.mark.parametrize("far", [1.0, 1e200, 1e306, 1.7e308])
def test_a_step_that_is_lit_up_beyond_all_pixels_is_not_in_the_picture(
    qtbot: QtBot, far: float
) -> None:
    nothing = seen(qtbot, (np.nan, np.nan))
    assert seen(qtbot, (far, -far)) == nothing
    assert seen(qtbot, (1e-4, 1e-4)) != nothing
