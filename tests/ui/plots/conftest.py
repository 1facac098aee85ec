"""A picture on the screen, for tests that look at what lies on it."""

import pytest
from pytestqt.qtbot import QtBot

from gdsim.ui import theme as th
from gdsim.ui.plots.contour import ContourView


@pytest.fixture
def contour(qtbot: QtBot) -> ContourView:
    """A contour of all lanes; what it shows is the test's."""
    made = ContourView(None)
    qtbot.addWidget(made)
    made.set_theme(th.LIGHT)
    made.resize(500, 400)
    with qtbot.waitExposed(made):
        made.show()
    return made
