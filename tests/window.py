"""The real window on a real (virtual) screen."""

from collections.abc import Iterator

import pytest
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
    made.session.mark_saved(None)
    made.close()
    made.deleteLater()
    i18n.set_language("en")
