"""What else one does with a lecture: ask, jump, blank, try out, present, open one's own, leave."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gdsim.ui.lecture import show
from gdsim.ui.lecture.code_view import CodeView
from gdsim.ui.lecture.feature import LectureMode
from gdsim.ui.main_window import MainWindow
from gdsim.ui.panels.arithmetic import ArithmeticPanel
from gdsim.ui.plots.contour import ContourView
from gdsim.ui.plots.curves import GapView, LossView
from gdsim.ui.plots.data_fit import DataView
from tests.lectures.broken import GOOD
from tests.ui.test_painting import Paintings

NEXT, BACK = Qt.Key.Key_PageDown, Qt.Key.Key_PageUp


def settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.clock.active)
    QApplication.processEvents()


def press(qtbot: QtBot, window: MainWindow, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(window.focusWidget() or window, key)
        settle(qtbot, window)


def begin(qtbot: QtBot, mode: LectureMode, name: str, beat: int = 0) -> None:
    mode.open_builtin(name)
    mode.show_.go(beat)
    settle(qtbot, mode.window)


def beat_of(mode: LectureMode, scene: str, phase: str) -> int:
    assert mode.show_.runner is not None
    return next(m.index for m in mode.show_.runner if m.scene.id == scene and m.phase == phase)


def test_all_keys_of_a_clicker(qtbot: QtBot, window: MainWindow, lectures: LectureMode) -> None:
    begin(qtbot, lectures, "update-orders")
    press(qtbot, window, NEXT, Qt.Key.Key_Right, Qt.Key.Key_Space)
    assert lectures.show_.index == 3
    press(qtbot, window, BACK, Qt.Key.Key_Left)
    assert lectures.show_.index == 1
    press(qtbot, window, Qt.Key.Key_3)
    assert lectures.show_.moment.scene.id == "code-in-place"
    press(qtbot, window, Qt.Key.Key_9)
    assert lectures.show_.moment.scene.id == "code-in-place"
    press(qtbot, window, Qt.Key.Key_End, Qt.Key.Key_Home)
    assert lectures.show_.index == 0


def test_blank_and_back(qtbot: QtBot, window: MainWindow, lectures: LectureMode) -> None:
    begin(qtbot, lectures, "downhill")
    press(qtbot, window, Qt.Key.Key_Period)
    assert lectures.blank.isVisible()
    assert lectures.blank.size() == window.size()
    press(qtbot, window, NEXT)
    assert not lectures.blank.isVisible()
    assert lectures.show_.index == 0
    press(qtbot, window, Qt.Key.Key_B, Qt.Key.Key_B, NEXT)
    assert not lectures.blank.isVisible()
    assert lectures.show_.index == 1


def test_f5_presents_and_esc_ends(qtbot: QtBot, window: MainWindow, lectures: LectureMode) -> None:
    look = window.appearance.theme
    press(qtbot, window, Qt.Key.Key_F5)
    assert lectures.show_.is_open
    assert lectures.arranging.presenting
    assert window.isFullScreen()
    assert window.menuBar().isHidden()
    assert window.player_card.isHidden()
    assert window.appearance.theme.text_scale > 1.4
    assert window.settings.theme() == "system"
    press(qtbot, window, NEXT, Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    assert not window.menuBar().isHidden()
    assert window.appearance.theme == look
    assert lectures.show_.index == 1
    press(qtbot, window, Qt.Key.Key_F5, Qt.Key.Key_Escape)
    assert lectures.show_.index == 1


def test_a_prediction_stays_beside_the_outcome(
    qtbot: QtBot, window: MainWindow, lectures: LectureMode
) -> None:
    begin(qtbot, lectures, "update-orders", 1)
    panel = lectures.bar.question
    assert [button.text()[:1] for button in panel.buttons] == ["A", "B", "C"]
    # Nothing on the screen gives the answer away.
    assert window.scene is not None
    assert window.scene.predicting
    assert not window.workspace.docks["arithmetic"].isVisible()
    qtbot.mouseClick(panel.buttons[0], Qt.MouseButton.LeftButton)
    assert panel.chosen == 0
    press(qtbot, window, NEXT)
    assert panel.buttons[0].isChecked()
    assert panel.verdict() == "Predicted wrongly"
    assert not window.scene.predicting
    assert window.workspace.docks["arithmetic"].isVisible()
    press(qtbot, window, NEXT)
    assert not panel.buttons
    press(qtbot, window, BACK, BACK)
    assert panel.chosen is None


def test_where_does_it_land(qtbot: QtBot, window: MainWindow, lectures: LectureMode) -> None:
    begin(qtbot, lectures, "learning-rate")
    lectures.show_.go(beat_of(lectures, "the-best", "ask"))
    settle(qtbot, window)
    plot = window.stage.curve.plot
    aim = plot.mapFromScene(plot.getViewBox().mapViewToScene(QPoint(4, 20)))
    before = window.session.scenario
    qtbot.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=aim)
    point = lectures.bar.question.point
    assert point == pytest.approx((4.0,), abs=0.2)
    assert window.session.scenario == before
    press(qtbot, window, NEXT)
    item = lectures.marks._items[window.stage.curve]
    assert item.predicted is not None
    assert item.actual is not None
    assert item.actual.tolist() == pytest.approx([-1.5, -7.25])
    assert "5.5 away" in lectures.bar.question.verdict()
    press(qtbot, window, BACK)
    qtbot.keyClicks(lectures.bar.question.fields[0], "-1.5")
    qtbot.keyClick(lectures.bar.question.fields[0], Qt.Key.Key_Return)
    press(qtbot, window, NEXT)
    assert "0 away" in lectures.bar.question.verdict()


@pytest.mark.parametrize("typed", ["nan", "1e400", "-inf"])
def test_what_is_no_place_is_no_prediction(
    qtbot: QtBot, window: MainWindow, lectures: LectureMode, typed: str
) -> None:
    begin(qtbot, lectures, "learning-rate")
    lectures.show_.go(beat_of(lectures, "the-best", "ask"))
    settle(qtbot, window)
    qtbot.keyClicks(lectures.bar.question.fields[0], typed)
    qtbot.keyClick(lectures.bar.question.fields[0], Qt.Key.Key_Return)
    assert lectures.bar.question.point is None


def test_the_listing_lights_its_lines(
    qtbot: QtBot, window: MainWindow, lectures: LectureMode
) -> None:
    begin(qtbot, lectures, "update-orders", 0)
    first = beat_of(lectures, "code-in-place", "line")
    code = window.workspace.view("code")
    assert isinstance(code, CodeView)
    shown = []
    for line in range(4):
        lectures.show_.go(first + line)
        settle(qtbot, window)
        shown.append(code.shown_text())
    assert "−17.5" in shown[0]
    assert "2.75" not in shown[1]
    assert "2.75" in shown[2]
    assert "−0.55" in shown[3]
    assert [text.count("▸") for text in shown] == [1, 1, 1, 1]
    lectures.close()
    settle(qtbot, window)
    assert code.shown_text() == "A lecture shows its listing here."
    assert code.heading() == ("", "")


def test_what_if_and_back_in_two_actions(
    qtbot: QtBot, window: MainWindow, lectures: LectureMode
) -> None:
    begin(qtbot, lectures, "update-orders", 6)
    scene = window.session.scenario
    theta = window.session.runs[1].theta.copy()
    qtbot.mouseClick(lectures.bar.double, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert window.session.scenario.lanes[0].learning_rate.first == 0.4
    assert lectures.bar.changed.isVisible()
    # The caption's numbers would be false now, and the lecture's path stays as a ghost.
    assert lectures.bar.caption.plain() == window.status.text()
    assert "gap 7" in lectures.bar.caption.plain()
    ghosts = lectures.marks._items[window.stage.contours[1]].ghosts
    assert [style for style, _ in ghosts] == [1]
    assert ghosts[0][1][:2].tolist() == [[0, 0], [3.5, -0.55]]
    qtbot.keyClick(window.focusWidget() or window, Qt.Key.Key_Space)
    assert window.player.playing
    window.player.pause()
    settle(qtbot, window)
    assert lectures.show_.index == 6
    press(qtbot, window, Qt.Key.Key_Backspace)
    assert window.session.scenario == scene
    assert (window.session.runs[1].theta == theta).all()
    assert (lectures.show_.index, window.session.cursor) == (6, 1)
    assert not lectures.bar.changed.isVisible()
    # Or simply go on.
    qtbot.mouseClick(lectures.bar.halve, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    press(qtbot, window, NEXT)
    assert lectures.show_.index == 7
    assert window.session.scenario == scene


def test_the_cursor_runs_where_the_beat_says(
    qtbot: QtBot, window: MainWindow, lectures: LectureMode, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(show, "RUNNING_TIME", 0.1)
    begin(qtbot, lectures, "the-band")
    seen: set[int] = set()
    window.session.cursor_changed.connect(seen.add)
    press(qtbot, window, NEXT)
    assert window.session.cursor == 60
    assert len(seen) > 1


def test_the_presenter_has_notes_and_the_next_beat(
    qtbot: QtBot, window: MainWindow, lectures: LectureMode
) -> None:
    begin(qtbot, lectures, "update-orders")
    press(qtbot, window, Qt.Key.Key_F6)
    presenter = lectures.presenter
    assert presenter is not None
    text = presenter.notes.toPlainText()
    assert "which parameter will differ" in text
    assert "Do not say wrong" in text
    assert presenter.clock.text().startswith("Elapsed: 0:0")
    qtbot.keyClick(presenter, NEXT)
    assert lectures.show_.index == 1
    assert "Only b." in presenter.notes.toPlainText()
    presenter.close()
    assert lectures.presenter is None
    assert not window.actions_["lecture-presenter"].isChecked()


def test_the_language_changes_within_a_lecture(
    qtbot: QtBot, window: MainWindow, lectures: LectureMode
) -> None:
    begin(qtbot, lectures, "learning-rate")
    lectures.show_.go(beat_of(lectures, "all-four", "reveal"))
    begun = lectures.show_.index
    window.appearance.set_language("zh_CN")
    settle(qtbot, window)
    assert lectures.show_.index == begun
    assert lectures.bar.caption.plain().startswith("只有最后一个")
    assert not lectures.show_.changed_by_hand


def test_the_menu_lists_them_in_order(
    qtbot: QtBot, window: MainWindow, lectures: LectureMode
) -> None:
    menu = window.menus["lecture"]
    menu.aboutToShow.emit()
    titles = [action.text() for action in menu.actions()[:16]]
    assert titles[0] == "1  Downhill, one step at a time"
    assert titles[5] == "6  Synchronous against sequential"
    menu.actions()[6].trigger()
    settle(qtbot, window)
    assert lectures.show_.runner is not None
    assert lectures.show_.runner.lecture.id == "the-band"


def test_leaving_shows_what_was_there(
    qtbot: QtBot, window: MainWindow, lectures: LectureMode
) -> None:
    scenario, mode = window.session.scenario, window.stage.mode
    window.session.set_cursor(7)
    docks = {name for name, dock in window.workspace.docks.items() if dock.isVisible()}
    begin(qtbot, lectures, "linear-regression", 3)
    lectures.close()
    settle(qtbot, window)
    assert window.session.scenario == scenario
    assert window.session.cursor == 7
    assert window.stage.mode == mode
    assert {name for name, dock in window.workspace.docks.items() if dock.isVisible()} == docks
    assert lectures.bar.isHidden()
    press(qtbot, window, Qt.Key.Key_Right)
    assert window.session.cursor == 8


def test_ones_own_lecture_and_a_broken_one(
    qtbot: QtBot, window: MainWindow, lectures: LectureMode, tmp_path: Path
) -> None:
    good, bad = tmp_path / "good.toml", tmp_path / "bad.toml"
    good.write_text(GOOD, "utf-8")
    bad.write_text(GOOD.replace("{w@0}.", "{q@0}.", 1), "utf-8")
    assert not lectures.open_file(bad)
    told = window.documents.notice.text()
    assert "bad.toml" in told
    assert "scene 1, beat 1: there is no quantity “q”" in told
    assert not lectures.show_.is_open
    assert lectures.open_file(good)
    settle(qtbot, window)
    assert lectures.bar.caption.plain() == "w is 1."


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_presentation_fits_the_screen(
    language: str,
    size: tuple[int, int],
    qtbot: QtBot,
    window: MainWindow,
    lectures: LectureMode,
) -> None:
    """Nothing makes the window larger than the screen, and every caption fits its room."""
    window.appearance.set_language(language)
    lectures.open_builtin("update-orders")
    lectures.start_presentation(full_screen=False)
    window.resize(*size)
    settle(qtbot, window)
    runner = lectures.show_.runner
    assert runner is not None
    for index in range(0, len(runner), 3):
        lectures.show_.go(index)
        settle(qtbot, window)
        assert (window.width(), window.height()) == size
        caption = lectures.bar.caption
        assert caption.heightForWidth(caption.width()) <= caption.height()
        assert caption.font().pixelSize() >= 20 * size[1] / 720


def test_a_panel_that_asks_for_a_point_may_go(window: MainWindow, lectures: LectureMode) -> None:
    lectures.marks._ask(list(window.stage.contours))
    window.stage._rebuild(1)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    lectures.marks._ask(list(window.stage.contours))
    lectures.marks._ask([])


def test_a_click_on_a_panel_that_is_no_longer_asked_goes_to_the_panel(
    window: MainWindow, lectures: LectureMode
) -> None:
    left, place = Qt.MouseButton.LeftButton, QPointF(9, 9)
    kind, none = QEvent.Type.MouseButtonPress, Qt.KeyboardModifier.NoModifier
    press = QMouseEvent(kind, place, place, left, left, none)
    viewport = window.stage.contours[0].plot.viewport()
    assert not lectures.marks.eventFilter(viewport, press)


def test_what_comes_back_after_a_presentation_is_told_and_painted_once(
    qtbot: QtBot, window: MainWindow, lectures: LectureMode, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was dressed, told and laid out as the lecture had it, and then all over again."""
    begin(qtbot, lectures, "linear-regression")
    lectures.start_presentation(full_screen=False)
    settle(qtbot, window)
    QApplication.sync()
    told: Counter[tuple[str, QObject]] = Counter()
    for name in ("set_scene", "set_theme"):
        for kind in (ContourView, LossView, GapView, ArithmeticPanel, DataView):
            tell = getattr(kind, name)

            def count(view, given, name=name, tell=tell):
                told[name, view] += 1
                tell(view, given)

            monkeypatch.setattr(kind, name, count)
    lectures.close()
    paintings = Paintings(window)
    QApplication.sync()
    shown = [*window.stage.views(), *map(window.workspace.view, ("loss", "gap", "arithmetic"))]
    assert [told["set_scene", view] for view in shown] == [1] * 5
    # What the lecture did not show wears the right theme already.
    assert max(told["set_theme", view] for view in shown) == 1
    assert [view._theme for view in shown] == [window.appearance.theme] * 5
    assert set(paintings.found.values()) == {1}
    assert len(paintings.found) == 4
