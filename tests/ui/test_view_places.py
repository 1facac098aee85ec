"""Size and place of a view by keyboard and menu: a twin for every drag of a gap or a title."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gdsim.ui import laying_out
from gdsim.ui.commands import commands
from gdsim.ui.main_window import MainWindow
from gdsim.ui.view_dock import ViewDock
from gdsim.ui.view_places import AREAS, STEP
from tests.ui.test_layouts import end, reopen

#: Qt shares out what neighbours give, and rounds.
NEARLY = STEP / 2


@pytest.fixture
def dock(qtbot: QtBot, window: MainWindow) -> ViewDock:
    """The one in the middle, which has the keyboard."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    dock = window.workspace.docks["gap"]
    assert dock.view is not None
    dock.view.setFocus()
    settle(qtbot, window)
    return dock


def settle(qtbot: QtBot, window: MainWindow) -> None:
    laying_out.settle()
    window.clock.ask()
    qtbot.waitUntil(lambda: not window.clock.active)


def do(qtbot: QtBot, window: MainWindow, name: str) -> None:
    window.actions_[name].trigger()
    settle(qtbot, window)


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> None:
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window.focusWidget(), key, keys)
    settle(qtbot, window)


def enabled(window: MainWindow, *names: str) -> set[str]:
    return {name for name in names if window.actions_[name].isEnabled()}


def test_keys_resize_the_view_that_has_the_keyboard(
    qtbot: QtBot, window: MainWindow, dock: ViewDock
) -> None:
    wide, high = dock.width(), dock.height()
    press(qtbot, window, Qt.Key.Key_Right)
    assert dock.width() == pytest.approx(wide + STEP, abs=NEARLY)
    press(qtbot, window, Qt.Key.Key_Left)
    assert dock.width() == pytest.approx(wide, abs=NEARLY)
    press(qtbot, window, Qt.Key.Key_Down)
    assert dock.height() == high - STEP
    press(qtbot, window, Qt.Key.Key_Up)
    assert dock.height() == high


def test_the_stage_too(qtbot: QtBot, window: MainWindow) -> None:
    window.stage.views()[0].setFocus()
    settle(qtbot, window)
    names = ("wider", "narrower", "taller", "lower", "later", "float", "dock-left")
    assert enabled(window, *names) == {"taller", "lower"}, "nothing beside it, and it stays"
    high = window.stage.height()
    do(qtbot, window, "taller")
    assert window.stage.height() == high + STEP
    assert window.menus["place"].title() == "Si&ze and place: The large picture"


def test_a_size_is_kept_and_a_preset_brings_the_other_back(
    qtbot: QtBot, window: MainWindow, dock: ViewDock
) -> None:
    before = dock.height()
    for _ in range(3):
        do(qtbot, window, "taller")
    window.resize(1300, 720)
    settle(qtbot, window)
    assert dock.height() == pytest.approx(before + 3 * STEP, abs=4)
    again = reopen(qtbot, window)
    kept = again.workspace.docks["gap"]
    assert kept.height() == pytest.approx(before + 3 * STEP, abs=4)
    again.actions_["preset-compare"].trigger()
    settle(qtbot, again)
    assert kept.height() == pytest.approx(before, abs=4)
    end(again)


def test_views_change_places(qtbot: QtBot, window: MainWindow, dock: ViewDock) -> None:
    docks = window.workspace.docks

    def order() -> list[str]:
        return sorted(("loss", "gap", "arithmetic"), key=lambda name: docks[name].x())

    widths = {name: docks[name].width() for name in order()}
    press(qtbot, window, Qt.Key.Key_PageUp)
    assert order() == ["gap", "loss", "arithmetic"]
    assert enabled(window, "earlier", "later") == {"later"}
    for _ in range(2):
        press(qtbot, window, Qt.Key.Key_PageDown)
    assert order() == ["loss", "arithmetic", "gap"]
    assert enabled(window, "earlier", "later") == {"earlier"}
    assert {name: docks[name].width() for name in widths} == pytest.approx(widths, abs=3)
    assert window.focusWidget() is dock.view


@pytest.mark.parametrize("side", AREAS)
def test_round_the_large_picture(
    qtbot: QtBot, window: MainWindow, dock: ViewDock, side: str
) -> None:
    workspace, stage = window.workspace, window.stage
    do(qtbot, window, "dock-left" if side != "left" else "dock-right")
    do(qtbot, window, f"dock-{side}")
    assert workspace.dockWidgetArea(dock) == AREAS[side]
    assert not window.actions_[f"dock-{side}"].isEnabled()
    high, wide = dock.height(), dock.width()
    if side in ("left", "right"):
        do(qtbot, window, "wider")
        assert dock.width() == wide + STEP
    do(qtbot, window, "taller")
    assert dock.height() >= high + NEARLY
    assert min(stage.width(), stage.height()) > 100


def test_on_a_tab_and_off_again(qtbot: QtBot, window: MainWindow, dock: ViewDock) -> None:
    do(qtbot, window, "tab")
    loss = window.workspace.docks["loss"]
    assert window.workspace.tabifiedDockWidgets(dock) == [loss]
    assert loss.visibleRegion().isEmpty()
    do(qtbot, window, "later")
    assert window.workspace.tabifiedDockWidgets(dock) == []


def test_out_of_the_window_and_back(qtbot: QtBot, window: MainWindow, dock: ViewDock) -> None:
    do(qtbot, window, "float")
    assert dock.isFloating()
    assert window.actions_["float"].isChecked()
    wide, high = dock.width(), dock.height()
    do(qtbot, window, "wider")
    do(qtbot, window, "taller")
    assert (dock.width(), dock.height()) == (wide + STEP, high + STEP)
    do(qtbot, window, "float")
    assert not dock.isFloating()
    assert not window.actions_["float"].isChecked()


def test_what_cannot_be_done_says_why(qtbot: QtBot, window: MainWindow) -> None:
    for dock in window.workspace.docks.values():
        dock.hide()
    settle(qtbot, window)
    names = {spec.text for spec in window.actions_.specs if spec.menu == "place"}
    found = [command for command in commands(window) if command.name in names]
    assert len(found) == len(names)
    assert [c.name for c in found if c.enabled or not c.why] == []


def test_a_preset_leaves_the_keyboard_on_a_picture(
    qtbot: QtBot, window: MainWindow, dock: ViewDock
) -> None:
    window.actions_["preset-data"].trigger()
    settle(qtbot, window)
    assert window.focusWidget() in window.stage.views()
