"""The list of lanes and changes from here on, in the real window with mouse and keys."""

import json
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from gdsim.engine.schedules import Constant, Cosine, Piecewise, change_from
from gdsim.scenario import Scenario, default_scenario, load_scenario, save_scenario
from gdsim.scenario.specs import MAX_LANES, MAX_PIECES
from gdsim.scenario.strict_json import pack
from gdsim.ui import lane_looks
from gdsim.ui.lane_looks import LaneLook
from gdsim.ui.main_window import MainWindow
from gdsim.ui.panels import lane_edits as edits
from tests.ui.test_story import focus_plot, key, settle, type_rate


def rates(window: MainWindow) -> list[float]:
    return [lane.learning_rate.first for lane in window.session.scenario.lanes]


def click_row(qtbot: QtBot, window: MainWindow, row: int, eye: bool = False) -> None:
    view = window.parameters.lanes.list
    place = view.visualItemRect(view.item(row))
    at = view.rows.eye(place).center() if eye else place.center() - QPoint(place.width() // 4, 0)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    settle(qtbot, window)


def test_first_scene_edits_all_lanes_and_keeps_nothing_in_its_file(window: MainWindow) -> None:
    lanes = window.parameters.lanes
    assert lanes.target is None
    shown = [lanes.list.item(i).text() for i in range(lanes.list.count())]
    assert shown == ["All lanes", "Synchronous", "Sequential · w first"]
    assert "lanes" not in json.loads(window.session.scenario.view)


def test_the_chosen_lane_alone_is_edited(qtbot: QtBot, window: MainWindow) -> None:
    click_row(qtbot, window, 2)
    type_rate(qtbot, window, "0.1")
    assert rates(window) == [0.2, 0.1]
    window.parameters.descent.optimizer.value_changed.emit("adam")
    settle(qtbot, window)
    assert [lane.optimizer.id for lane in window.session.scenario.lanes] == ["gd", "adam"]
    window.parameters.descent.variant.value_changed.emit("sgd")
    assert [lane.variant and lane.variant.id for lane in window.session.scenario.lanes] == [
        None, "sgd",
    ]  # fmt: skip
    window.parameters.descent.order.value_changed.emit("together")
    settle(qtbot, window)
    assert window.session.scenario.lanes[1].order == "synchronous"
    click_row(qtbot, window, 0)
    type_rate(qtbot, window, "0.05")
    assert rates(window) == [0.05, 0.05]


def test_a_name_is_text_whatever_is_in_it(qtbot: QtBot, window: MainWindow) -> None:
    name = "<i>α</i> & co"
    scenario = window.session.scenario
    first, second = scenario.lanes
    window.edit(replace(scenario, lanes=(first, replace(second, name=name))), "Rename a lane")
    settle(qtbot, window)
    click_row(qtbot, window, 2)
    telling = [label for label in window.findChildren(QLabel) if name in label.text()]
    # The picture's title, what is edited, and what the learning rate does.
    assert len(telling) >= 3
    assert {label.textFormat() for label in telling} == {Qt.TextFormat.PlainText}
    tip = window.parameters.lanes.list.item(2).toolTip()
    assert QTextDocumentFragment.fromHtml(tip).toPlainText().replace("\xa0", " ") == name
    assert name in window.workspace.view("arithmetic").shown_text()


def test_add_duplicate_rename_move_remove_and_undo_it_all(qtbot: QtBot, window: MainWindow) -> None:
    first = window.session.scenario
    lanes = window.parameters.lanes
    qtbot.mouseClick(lanes.add_button, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert lanes.target == 2
    assert len(window.session.runs) == 3
    type_rate(qtbot, window, "0.02")
    assert rates(window) == [0.2, 0.2, 0.02]
    window.actions_["lane-duplicate"].trigger()
    settle(qtbot, window)
    assert rates(window) == [0.2, 0.2, 0.02, 0.02]
    assert lanes.target == 3
    window.actions_["lane-rename"].trigger()
    editor = lanes.list.findChild(QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, "slow one")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session.scenario.lanes[3].name == "slow one")
    settle(qtbot, window)
    assert window.scene.labels[3] == "slow one"
    assert lanes.list.item(4).text() == "slow one"
    window.actions_["lane-up"].trigger()
    settle(qtbot, window)
    assert [lane.name for lane in window.session.scenario.lanes] == ["", "", "slow one", ""]
    assert lanes.target == 2
    qtbot.keyClick(lanes.list, Qt.Key.Key_Delete)
    settle(qtbot, window)
    assert len(window.session.runs) == 3
    labels = []
    while window.session.undo_label:
        labels.append(window.session.undo_label)
        window.session.undo()
    settle(qtbot, window)
    assert window.session.scenario == first
    assert labels[::-1] == [
        "Add a lane", "Change learning rate", "Duplicate a lane", "Rename a lane", "Move a lane",
        "Remove a lane",
    ]  # fmt: skip


def test_a_lane_that_goes_lets_another_name_be_typed_on(qtbot: QtBot, window: MainWindow) -> None:
    lanes = window.parameters.lanes
    lanes.add_lane()
    settle(qtbot, window)
    lanes.set_target(0)
    lanes.rename()
    field = lanes.list.findChild(QLineEdit)
    window.session.undo()
    settle(qtbot, window)
    lanes.rename()  # Qt would warn of a second field
    assert lanes.list.findChildren(QLineEdit) == [field]


def test_a_hidden_lane_is_not_drawn_and_goes_on(qtbot: QtBot, window: MainWindow) -> None:
    click_row(qtbot, window, 1, eye=True)
    assert window.parameters.lanes.target is None, "the eye does not choose"
    assert window.scene.labels == ("Sequential · w first",)
    assert window.scene.styles == (1,), "it keeps its colour"
    assert len(window.session.runs) == 2
    assert len(window.stage.contours) == 1
    click_row(qtbot, window, 2, eye=True)
    assert len(window.scene.runs) == 1, "the last one stays"
    window.session.undo()
    settle(qtbot, window)
    assert len(window.scene.runs) == 2


def test_colour_is_chosen_and_kept_in_the_file(
    qtbot: QtBot, window: MainWindow, tmp_path: object
) -> None:
    click_row(qtbot, window, 1)
    window.parameters.lanes.set_style(4)
    settle(qtbot, window)
    assert window.scene.styles == (4, 1)
    path = tmp_path / "a.gdsim"  # type: ignore[operator]
    save_scenario(window.session.scenario, path)
    assert lane_looks.looks(load_scenario(path)) == (LaneLook(style=4), LaneLook())


def test_no_more_lanes_than_a_file_may_have(qtbot: QtBot, window: MainWindow) -> None:
    for _ in range(MAX_LANES + 3):
        window.parameters.lanes.add_lane()
    settle(qtbot, window)
    assert len(window.session.runs) == MAX_LANES
    assert not window.parameters.lanes.add_button.isEnabled()
    assert not window.actions_["lane-add"].isEnabled()


def test_looks_in_a_file_may_be_anything(window: MainWindow) -> None:
    scenario = window.session.scenario
    for view in (1, [], {"lanes": 5}, {"lanes": [1, {"style": True}, {}, {}]},
                 {"lanes": [{"style": 99, "hidden": "yes"}]},
                 {"lanes": [{"hidden": True}, {"hidden": True}]}):  # fmt: skip
        looks = lane_looks.looks(replace(scenario, view=pack(view)))
        assert looks == (LaneLook(), LaneLook())
    kept = lane_looks.with_looks(replace(scenario, view=pack({"step": 3})), [LaneLook(True)])
    assert '"step":3' in kept.view


def test_a_taken_style_makes_the_other_lane_take_a_free_one(window: MainWindow) -> None:
    lanes = window.session.scenario.lanes
    assert lane_looks.styles(lanes, (LaneLook(), LaneLook(style=0))) == (2, 0)


def test_looks_follow_their_lanes(window: MainWindow) -> None:
    scenario = edits.with_style(window.session.scenario, 1, 5)
    assert lane_looks.looks(edits.moved(scenario, 1, -1))[0].style == 5
    assert lane_looks.looks(edits.removed(scenario, 0))[0].style == 5
    assert [look.style for look in lane_looks.looks(edits.duplicated(scenario, 1))] == [
        None, 5, None,
    ]  # fmt: skip


# ---- from here on ----------------------------------------------------------------------------


def from_here(qtbot: QtBot, window: MainWindow) -> None:
    box = window.parameters.rate.here
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    assert box.isChecked()


def test_a_change_from_here_on_keeps_what_was_seen_to_the_bit(
    qtbot: QtBot, window: MainWindow
) -> None:
    before = [run.theta.copy() for run in window.session.runs]
    focus_plot(qtbot, window)
    key(qtbot, window, Qt.Key.Key_Right, 12)
    from_here(qtbot, window)
    type_rate(qtbot, window, "0.05")
    for old, run in zip(before, window.session.runs, strict=True):
        assert run.theta[:13].tobytes() == old[:13].tobytes()
        assert not np.array_equal(run.theta[13], old[13])
    scenario: Scenario = window.session.scenario
    assert scenario.lanes[0].learning_rate == Piecewise(((0, 0.2), (12, 0.05)))
    assert window.parameters.rate.control.note.text() == "0.2, from step 12: 0.05"
    assert window.session.cursor == 12
    window.session.undo()
    settle(qtbot, window)
    assert [run.theta.tobytes() for run in window.session.runs] == [b.tobytes() for b in before]


def test_a_drag_from_here_on_is_one_edit_and_follows_the_hand(
    qtbot: QtBot, window: MainWindow
) -> None:
    before = [run.theta.copy() for run in window.session.runs]
    window.session.set_cursor(5)
    settle(qtbot, window)
    from_here(qtbot, window)
    track = window.parameters.rate.control.track
    start = QPoint(round(track.axis.x(0.2)), 14)
    qtbot.mousePress(track, Qt.MouseButton.LeftButton, pos=start)
    for moved in (10, 20, 30):
        qtbot.mouseMove(track, start - QPoint(moved, 0))
        settle(qtbot, window)
        for old, run in zip(before, window.session.runs, strict=True):
            assert run.theta[:6].tobytes() == old[:6].tobytes()
    qtbot.mouseRelease(track, Qt.MouseButton.LeftButton, pos=start - QPoint(30, 0))
    settle(qtbot, window)
    schedule = window.session.scenario.lanes[0].learning_rate
    assert isinstance(schedule, Piecewise)
    assert [step for step, _ in schedule.pieces] == [0, 5]
    window.session.undo()
    assert window.session.undo_label is None
    assert rates(window) == [0.2, 0.2]


def test_the_rate_that_holds_at_the_shown_step_is_shown(qtbot: QtBot, window: MainWindow) -> None:
    window.session.set_cursor(12)
    settle(qtbot, window)
    from_here(qtbot, window)
    type_rate(qtbot, window, "0.05")
    window.session.set_cursor(3)
    settle(qtbot, window)
    assert window.parameters.rate.control.rate() == 0.2
    assert window.parameters.rate.schedule.curve.step == 3
    window.session.set_cursor(20)
    settle(qtbot, window)
    assert window.parameters.rate.control.rate() == 0.05


def test_from_the_start_the_whole_run_changes(qtbot: QtBot, window: MainWindow) -> None:
    window.session.set_cursor(12)
    settle(qtbot, window)
    type_rate(qtbot, window, "0.05")
    assert [lane.learning_rate for lane in window.session.scenario.lanes] == [Constant(0.05)] * 2


def test_the_choice_is_remembered(qtbot: QtBot, window: MainWindow) -> None:
    from_here(qtbot, window)
    assert window.settings.from_here()
    other = MainWindow(window.session.scenario)
    assert other.parameters.rate.from_here
    other.close()
    other.deleteLater()


def test_a_schedule_from_here_on_whose_rate_ends_at_zero(qtbot: QtBot, window: MainWindow) -> None:
    """Zero can be shown, run, saved and read again, and it does not break the track."""
    schedule = window.parameters.rate.schedule
    schedule.kind.value_changed.emit("cosine")
    schedule.rows.value_changed.emit("T_max", 10)
    settle(qtbot, window)
    from_here(qtbot, window)
    window.session.set_cursor(30)
    settle(qtbot, window)
    assert window.parameters.rate.control.rate() == 0.0
    track = window.parameters.rate.control.track
    qtbot.keyClick(track, Qt.Key.Key_Right)
    type_rate(qtbot, window, "0.1")
    learned = window.session.scenario.lanes[0].learning_rate
    assert isinstance(learned, Piecewise)
    assert learned.rates(60)[[10, 29, 30, 59]].tolist() == [0.0, 0.0, 0.1, 0.1]


def test_the_panel_says_that_it_edits_one_lane_only(qtbot: QtBot, window: MainWindow) -> None:
    note = window.parameters.rate.control.note
    assert not note.isVisible()
    click_row(qtbot, window, 2)
    assert note.text() == "What is set here goes to one lane: Sequential · w first."
    assert note.isVisible()
    click_row(qtbot, window, 0)
    assert not note.isVisible()


def test_a_lane_that_no_file_has_room_for_is_not_made(qtbot: QtBot, window: MainWindow) -> None:
    start = default_scenario()
    rate = change_from(Cosine(0.01, 100_000), MAX_PIECES // 2 - 1, 0.1)
    lanes = tuple(replace(lane, learning_rate=rate) for lane in start.lanes)
    window.show_scenario(replace(start, lanes=lanes), None)
    window.refresh()
    before, panel = window.session.scenario, window.parameters.lanes
    panel.set_target(0)
    window.actions_["lane-duplicate"].trigger()
    window.refresh()
    assert window.session.scenario == before
    assert panel.target == 0
    assert panel.list.count() == 3
    assert "fewer lanes" in window.status.text()
