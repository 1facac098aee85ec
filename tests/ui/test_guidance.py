"""What the learning rate does, in words, also where no limit holds."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gdsim.ui.main_window import MainWindow
from tests.ui.test_story import settle


def told(window: MainWindow) -> list[str]:
    sentences = window.parameters.rate.control.sentences
    return [label.text() for label in sentences.findChildren(QLabel) if label.isVisible()]


@pytest.mark.parametrize(
    ("rate", "expected"),
    [
        (0.001, "synchronous: crawls"),
        (0.1, "synchronous: converges"),
        (0.2, "synchronous: oscillates, converges"),
        (0.3, "synchronous: diverges"),
    ],
)
def test_a_drag_says_what_it_passes(
    qtbot: QtBot, window: MainWindow, rate: float, expected: str
) -> None:
    window.parameters.rate.control.track.rate_dragged.emit(rate)
    settle(qtbot, window)
    assert told(window)[0] == expected
    window.parameters.rate.control.track.rate_chosen.emit(rate)
    settle(qtbot, window)


def test_where_no_limit_holds_it_is_said(qtbot: QtBot, window: MainWindow) -> None:
    window.parameters.descent.optimizer.value_changed.emit("adam")
    settle(qtbot, window)
    assert told(window) == [
        "synchronous: for Adam no limit of α is known",
        "sequential: for Adam no limit of α is known",
    ]


def test_batches_have_limits_of_their_own(qtbot: QtBot, window: MainWindow) -> None:
    window.parameters.descent.variant.value_changed.emit("mini-batch")
    settle(qtbot, window)
    assert told(window)[0] == "synchronous: each batch has limits of its own"


def test_only_the_chosen_lane_is_spoken_of(qtbot: QtBot, window: MainWindow) -> None:
    window.parameters.lanes.set_target(1)
    settle(qtbot, window)
    assert told(window) == ["sequential: oscillates, converges"]
