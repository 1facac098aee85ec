"""Arrangements: presets, a switch for each view, remembered and found again."""

import pytest
from PySide6.QtCore import QByteArray, Qt
from pytestqt.qtbot import QtBot

from gdsim.scenario import BUILTIN, builtin_path, default_scenario, load_scenario
from gdsim.scenario.strict_json import unpack
from gdsim.ui import i18n
from gdsim.ui.layouts import Layouts
from gdsim.ui.main_window import MainWindow
from gdsim.ui.scene import Scene
from gdsim.ui.settings import Settings
from gdsim.ui.view_dock import ViewDock
from gdsim.ui.views import PRESETS


def shown(window: MainWindow) -> set[str]:
    return {name for name, dock in window.workspace.docks.items() if not dock.isHidden()}


def reopen(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """The window of the next start."""
    window.session.mark_saved()
    window.close()
    again = MainWindow(default_scenario())
    again.appearance.set_language("en")
    with qtbot.waitExposed(again):
        again.show()
    qtbot.waitUntil(lambda: not again.clock.active)
    return again


def end(window: MainWindow) -> None:
    window.close()
    window.deleteLater()
    i18n.set_language("en")


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.id)
def test_a_preset_shows_its_views_and_no_other(window: MainWindow, preset) -> None:
    window.actions_[f"preset-{preset.id}"].trigger()
    assert shown(window) == set(preset.views)
    assert window.stage.mode == preset.mode
    checked = {s.id for s in Layouts.actions if window.actions_[s.id].isChecked()}
    assert checked == {f"show-{name}" for name in preset.views}


def test_a_view_is_switched_off_and_on(qtbot: QtBot, window: MainWindow) -> None:
    action = window.actions_["show-gap"]
    assert action.isChecked()
    action.trigger()
    assert "gap" not in shown(window)
    assert not action.isChecked()
    action.trigger()
    dock = window.workspace.docks["gap"]
    assert "gap" in shown(window)
    assert not dock.isFloating()
    qtbot.waitUntil(lambda: dock.view is not None and dock.view.isVisible())


def test_a_view_that_had_no_place_comes_into_the_window(qtbot: QtBot, window: MainWindow) -> None:
    window.apply_preset("surface")
    window.actions_["show-gap"].trigger()
    dock = window.workspace.docks["gap"]
    qtbot.waitUntil(lambda: dock.isVisible())
    assert not dock.isFloating()
    area = window.workspace.dockWidgetArea(dock)
    assert area == Qt.DockWidgetArea.BottomDockWidgetArea


def test_the_arrangement_is_remembered(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_["show-gap"].trigger()
    window.set_mode("overlay")
    window.show_panel(False)
    again = reopen(qtbot, window)
    assert shown(again) == {"loss", "arithmetic"}
    assert again.stage.mode == "overlay"
    assert not again.actions_["panel"].isChecked()
    assert not again.parameters.isVisible()
    end(again)


def test_a_damaged_arrangement_is_ignored(qtbot: QtBot, window: MainWindow) -> None:
    window.session.mark_saved()
    window.close()
    Settings().set_arrangement(QByteArray(b"no arrangement at all"))
    Settings().set_mode("no mode")
    again = MainWindow(default_scenario())
    assert shown(again) == {"loss", "gap", "arithmetic"}
    assert again.stage.mode == "panels"
    end(again)


def test_the_projector_gives_back_what_was_there(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_["show-loss"].trigger()
    window.set_mode("overlay")
    before = shown(window)
    window.appearance.set_theme("projector")
    assert shown(window) == {"numbers"}
    assert not window.actions_["panel"].isChecked()
    window.appearance.set_theme("dark")
    assert shown(window) == before
    assert window.stage.mode == "overlay"
    assert window.actions_["panel"].isChecked()
    window.appearance.set_theme("light")


def test_after_a_start_on_the_projector_too(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_["show-gap"].trigger()
    window.appearance.set_theme("projector")
    again = reopen(qtbot, window)
    assert shown(again) == {"numbers"}
    again.appearance.set_theme("light")
    assert shown(again) == {"loss", "arithmetic"}
    end(again)


def test_on_the_projector_a_scene_chooses_the_picture(qtbot: QtBot, window: MainWindow) -> None:
    window.documents.open_builtin("ravine-better-methods")
    window.appearance.set_theme("projector")
    assert (shown(window), window.stage.mode) == ({"numbers"}, "overlay")
    window.documents.open_builtin("himmelblau-different-minima")
    assert (shown(window), window.stage.mode) == ({"numbers"}, "panels")
    window.documents.open_builtin("article3-house-prices")
    assert (shown(window), window.stage.mode) == ({"numbers"}, "overlay")
    window.appearance.set_theme("light")


def test_a_scene_that_is_opened_brings_the_views_that_suit_it(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.documents.open_builtin("article3-house-prices")
    assert shown(window) == {"data", "loss", "table"}
    window.documents.open_builtin("parabola-four-rates")
    assert shown(window) == {"loss", "arithmetic"}
    window.documents.new()
    assert shown(window) == {"loss", "gap", "arithmetic"}


def test_an_arrangement_of_one_s_own_is_left_alone(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_["show-gap"].trigger()
    window.actions_["show-table"].trigger()
    assert shown(window) == {"loss", "arithmetic", "table"}
    window.documents.open_builtin("article3-house-prices")
    assert shown(window) == {"loss", "arithmetic", "table"}


def test_a_start_without_a_file_finds_the_views_as_they_were(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.apply_preset("data")
    again = reopen(qtbot, window)
    assert shown(again) == {"data", "loss", "table"}
    end(again)


@pytest.mark.parametrize("name", BUILTIN)
def test_every_scene_names_a_preset(name: str) -> None:
    view = unpack(load_scenario(builtin_path(name)).view)
    assert view["preset"] in {preset.id for preset in PRESETS}


@pytest.mark.parametrize("closed", ["", "gap"])
def test_what_came_on_tabs_is_put_back_in_one_go(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, closed: str
) -> None:
    """Qt crashes where a state is restored over one that has just been restored."""
    workspace, restored = window.workspace, []
    restore = workspace.restoreState
    monkeypatch.setattr(workspace, "restoreState", lambda s: restored.append(s) or restore(s))
    window.apply_preset("compare")
    window.appearance.scale_text(5)
    qtbot.waitUntil(lambda: workspace._folded)
    if closed:
        workspace.docks[closed].close()
    window.appearance.scale_text(0)
    qtbot.waitUntil(lambda: not workspace._folded)
    row = {"loss", "gap", "arithmetic"} - {closed}
    assert shown(window) == row
    assert len(restored) == (0 if closed else 1)
    lefts = [dock.x() for dock in workspace.row()]
    assert len(set(lefts)) == len(row), "beside each other again"


def test_views_are_not_arranged_around_the_scene_before(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    told, tell = [], ViewDock.tell

    def listen(dock: ViewDock, scene: Scene, step: int) -> None:
        told.append(scene)
        tell(dock, scene, step)

    monkeypatch.setattr(ViewDock, "tell", listen)
    window.documents.open_builtin("ravine-better-methods")
    assert told
    assert all(scene is window.scene for scene in told)
    assert window.stage.views()[0].plot.isVisible()  # type: ignore[attr-defined]


def test_a_panel_stays_when_others_come_and_go(window: MainWindow) -> None:
    first = window.stage.contours[0]
    first.plot.getViewBox().scaleBy((0.5, 0.5))
    for action, count in (("lane-duplicate", 3), ("lane-remove", 2)):
        window.actions_[action].trigger()
        window.refresh()
        assert window.stage.contours[0] is first
        ranges = [view.plot.getViewBox().viewRange() for view in window.stage.contours]
        assert len(ranges) == count
        assert ranges == [ranges[0]] * count


def test_a_title_has_its_room_back_when_the_value_beside_it_goes(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.show_scenario(load_scenario(builtin_path("parabola-four-rates")), None)
    window.apply_preset("curve")
    qtbot.waitUntil(lambda: not window.clock.active)
    loss = window.workspace.docks["loss"]
    rooms = {}
    for shown in ({"excess-loss"}, set(), {"excess-loss"}):
        window.set_shown(frozenset(shown))
        qtbot.waitUntil(lambda: not window.clock.active)
        assert bool(loss.value.text()) == bool(shown)
        rooms.setdefault(bool(shown), loss.title.maximumWidth())
        assert loss.title.maximumWidth() == rooms[bool(shown)]
    assert rooms[True] < rooms[False]
