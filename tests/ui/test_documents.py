"""Files of the window: recent, dropped, saved; what fails is said, and nothing is lost."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from gdsim.engine.schedules import Constant
from gdsim.resources import resource
from gdsim.scenario import CsvData, default_scenario, load_scenario, save_scenario
from gdsim.scenario.builtin import builtin_path
from gdsim.ui.lecture.feature import LectureMode
from gdsim.ui.main_window import MainWindow

Buttons = QMessageBox.StandardButton


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[Buttons]:
    """What the person will answer to "Save them?", in turn; a question more fails the test."""
    given: list[Buttons] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda *_: given.pop(0))
    return given


@pytest.fixture
def scene(tmp_path: Path) -> Path:
    path = tmp_path / "抛物线 & more.gdsim"
    path.write_bytes(builtin_path("article1-from-the-right").read_bytes())
    return path


def change(window: MainWindow) -> None:
    window.edit(replace(window.session.scenario, start=(1.5, 0.5)), "Move the start")
    window.refresh()


def drop(window: MainWindow, *urls: Path | QUrl, on: QWidget | None = None) -> bool:
    """Drop files as a file manager does, on the contour or on ``on``; whether they were wanted."""
    mime = QMimeData()
    mime.setUrls([url if isinstance(url, QUrl) else QUrl.fromLocalFile(str(url)) for url in urls])
    mime.setText("\n".join(str(url) for url in urls))
    at = on or window.stage.contours[0].plot.viewport()
    keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    actions = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    for drag in (QDragEnterEvent, QDragMoveEvent):
        event = drag(QPoint(4, 4), actions, mime, *keys)
        QApplication.sendEvent(at, event)
        if not event.isAccepted():
            return False
    last = QDropEvent(QPointF(4, 4), actions, mime, *keys)
    # As a file manager does within one disk; what is moved it takes away.
    last.setDropAction(Qt.DropAction.MoveAction)
    QApplication.sendEvent(at, last)
    assert last.dropAction() == Qt.DropAction.CopyAction
    QApplication.processEvents()
    window.refresh()
    return True


def test_recent_files(window: MainWindow, scene: Path, tmp_path: Path) -> None:
    documents = window.documents
    assert documents.open(scene)
    assert documents.recent() == [scene]
    other = tmp_path / "b.gdsim"
    other.write_bytes(scene.read_bytes())
    assert documents.open(other)
    assert documents.recent() == [other, scene]
    assert documents.open(scene)
    assert documents.recent() == [scene, other]
    other.unlink()
    menu = window.menus["recent"]
    menu.aboutToShow.emit()
    first, second = menu.actions()[:2]
    assert first.text() == "&1  抛物线 && more.gdsim"
    assert not second.isEnabled()
    assert "(not found)" in second.text()
    window.actions_["clear-recent"].trigger()
    assert documents.recent() == []
    assert not window.actions_["clear-recent"].isEnabled()


def test_title_with_mark(window: MainWindow, scene: Path) -> None:
    window.documents.open(scene)
    assert window.windowTitle() == f"{scene.name}[*] — gdsim"
    assert not window.isWindowModified()
    change_1d = replace(window.session.scenario, start=(3.0,))
    window.edit(change_1d, "Move the start")
    assert window.isWindowModified()
    window.session.undo()
    assert not window.isWindowModified()


def test_a_bad_file_is_told_and_changes_nothing(window: MainWindow, scene: Path) -> None:
    before = window.session.scenario
    scene.write_text(scene.read_text("utf-8").replace('"max_steps"', '"max_stpes"'), "utf-8")
    assert not window.documents.open(scene)
    text = window.documents.notice.text()
    assert scene.name in text
    assert "stop" in text
    assert window.session.scenario is before
    assert window.documents.recent() == []
    window.appearance.set_language("zh_CN")
    assert not window.documents.open(scene.with_name("none.gdsim"))
    assert "没有这个文件" in window.documents.notice.text()


def test_the_message_is_closed_by_escape(qtbot: QtBot, window: MainWindow, scene: Path) -> None:
    notice = window.documents.notice
    window.documents.open(scene.with_name("none.gdsim"))
    assert notice.isVisible()
    assert notice.button.hasFocus() or not window.isActiveWindow()
    qtbot.keyClick(notice.button, Qt.Key.Key_Escape)
    assert not notice.isVisible()
    window.documents.open(scene.with_name("none.gdsim"))
    window.documents.open(scene)
    assert notice.text() == ""


def test_a_long_name_is_told_to_its_end(window: MainWindow, tmp_path: Path) -> None:
    name = "AVeryLongName" * 17 + "<end>.gdsim"
    assert not window.documents.open(tmp_path / name)
    notice = window.documents.notice
    assert name in notice.text()
    QApplication.processEvents()
    needed = notice.label.heightForWidth(notice.label.width())
    assert notice.label.minimumSizeHint().width() < 400
    assert needed <= notice.height() < needed + 40


@pytest.mark.parametrize(("answer", "opened"), [(Buttons.Cancel, False), (Buttons.Discard, True)])
def test_unsaved_changes_are_asked_about(
    window: MainWindow, scene: Path, answers: list[Buttons], answer: Buttons, opened: bool
) -> None:
    change(window)
    answers.append(answer)
    assert window.documents.open(scene) is opened
    assert (window.session.scenario.problem.id == "formula") is opened
    window.session.mark_saved()


def test_nothing_is_asked_about_a_file_that_cannot_be_opened(
    window: MainWindow, scene: Path, answers: list[Buttons]
) -> None:
    change(window)
    assert not window.documents.open(scene.with_name("none.gdsim"))
    assert window.session.modified


def test_save_and_save_as(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(dialog: QFileDialog) -> QFileDialog.DialogCode:
        asked.extend([*dialog.selectedFiles(), dialog.defaultSuffix()])
        dialog.setDirectory(str(tmp_path))
        dialog.selectFile("mine")
        return QFileDialog.DialogCode.Accepted

    monkeypatch.setattr(QFileDialog, "exec", answer)
    change(window)
    assert window.documents.save()
    assert asked[0].endswith("Synchronous against sequential.gdsim")
    assert asked[1] == "gdsim"
    path = tmp_path / "mine.gdsim"
    assert load_scenario(path).start == (1.5, 0.5)
    assert window.documents.path == path
    assert not window.isWindowModified()
    assert window.documents.recent() == [path]
    assert window.settings.folder() == str(tmp_path)
    asked.clear()
    window.edit(replace(window.session.scenario, start=(2.0, 0.0)), "Move the start")
    assert window.documents.save()
    assert asked == []
    assert load_scenario(path).start == (2.0, 0.0)


def test_a_failed_save_is_told_and_the_work_stays(
    window: MainWindow, scene: Path, answers: list[Buttons]
) -> None:
    window.documents.open(scene)
    window.edit(replace(window.session.scenario, start=(3.0,)), "Move the start")
    scene.unlink()
    scene.mkdir()
    assert not window.documents.save()
    assert "folder" in window.documents.notice.text()
    assert window.session.modified
    answers.append(Buttons.Save)
    window.close()
    assert window.isVisible()


def test_a_scene_that_came_with_gdsim_is_never_overwritten(window: MainWindow) -> None:
    path = builtin_path("rosenbrock-race")
    assert window.documents.open(path)
    assert window.documents.path is None
    assert window.documents.recent() == []


def test_what_was_just_opened_has_nothing_to_be_reset(
    window: MainWindow, scene: Path, answers: list[Buttons]
) -> None:
    reset = window.actions_["reset"]
    change(window)
    assert reset.isEnabled()
    answers.append(Buttons.Discard)
    assert window.documents.open(scene)
    assert not reset.isEnabled()


def save_elsewhere(window: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Open a scenario on a CSV file beside it, and save it as another in another folder."""
    old, new = folder / "old", folder / "new"
    old.mkdir(), new.mkdir()
    (old / "points.csv").write_text("x,y\n1,2\n2,4\n3,7\n")
    linear = window.session.scenario
    problem = replace(linear.problem, data=CsvData("points.csv", "x", "y"))
    save_scenario(replace(linear, problem=problem), old / "a.gdsim", old)
    assert window.documents.open(old / "a.gdsim")
    monkeypatch.setattr(window.documents, "_ask_where", lambda: new / "b.gdsim")
    assert window.documents.save_as()
    return new / "b.gdsim"


def test_a_csv_stays_found_after_save_as(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = save_elsewhere(window, tmp_path, monkeypatch)
    assert load_scenario(saved).problem.data == CsvData("../old/points.csv", "x", "y")
    # The window itself still finds the points, now and after another saving.
    window.edit(replace(window.session.scenario, start=(0.5, 0.5)), "Move the start")
    window.refresh()
    assert window.documents.save()
    assert load_scenario(saved).start == (0.5, 0.5)
    assert window.session.problem.rows == 3


def test_after_save_as_and_a_lecture_the_csv_is_still_found(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_elsewhere(window, tmp_path, monkeypatch)
    mode = window.feature(LectureMode)
    mode.open_builtin("one-step")
    mode.close()
    assert window.session.problem.rows == 3
    assert not window.session.modified


def test_a_csv_that_is_gone_is_named(window: MainWindow, tmp_path: Path) -> None:
    linear = window.session.scenario
    (tmp_path / "点.csv").write_text("x,y\n1,2\n3,7\n")
    problem = replace(linear.problem, data=CsvData("点.csv", "x", "y"))
    save_scenario(replace(linear, problem=problem), tmp_path / "a.gdsim", tmp_path)
    (tmp_path / "点.csv").unlink()
    assert not window.documents.open(tmp_path / "a.gdsim")
    assert "there is no file “点.csv”" in window.documents.notice.text()


def test_a_dropped_scenario_is_opened(window: MainWindow, scene: Path) -> None:
    assert drop(window, scene)
    assert window.session.scenario.problem.id == "formula"


def test_a_dropped_table_becomes_the_data(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "houses.CSV"
    path.write_text("area,price\n1,2\n2,4\n3,7\n")
    assert drop(window, path)
    assert window.session.problem.rows == 3
    assert window.session.undo_label == "Load data from a file"
    path.write_text("a,x,y\n1,5,5\n1,6,6\n")
    assert drop(window, path)
    assert window.session.problem.rows == 2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a,b,c\n1,2,3\n", "3 columns"),
        ("x,y\n1,2\n2,abc\n", "row 3"),
        ("who,size,price\nann,1,2\n", "3 columns; call two of them x and y"),
        ("", "no rows"),
    ],
)
def test_a_table_that_does_not_fit_is_told(
    window: MainWindow, tmp_path: Path, text: str, told: str
) -> None:
    path = tmp_path / "t.csv"
    path.write_text(text)
    before = window.session.scenario
    assert drop(window, path)
    assert told in window.documents.notice.text()
    assert window.session.scenario is before


def test_undo_and_redo_do_not_need_the_file(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("x,y\n1,2\n2,4\n3,7\n")
    assert drop(window, path)
    window.refresh()
    seen = [run.theta.tobytes() for run in window.session.runs]
    window.edit(default_scenario(), "Another edit")
    window.refresh()
    path.unlink()
    for step in (window.session.undo, window.session.undo, window.session.redo):
        step()
        window.refresh()
    assert [run.theta.tobytes() for run in window.session.runs] == seen
    assert window.session.redo_label == "Another edit"
    # Nor does an edit that is none of the data.
    field = window.parameters.rate.control.field
    field._choose(0.05)
    window.refresh()
    assert window.session.scenario.lanes[0].learning_rate == Constant(0.05)
    assert not window.documents.notice.isVisible()


def test_a_table_that_is_dropped_again_is_read_again(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("x,y\n1,2\n2,4\n3,7\n")
    assert drop(window, path)
    window.refresh()
    label = window.session.undo_label
    path.write_text("x,y\n1,2\n2,4\n3,7\n4,11\n")
    window.edit(replace(window.session.scenario, start=(0.5, 0.5)), "Move the start")
    window.refresh()
    assert window.session.problem.rows == 3, "nobody has asked for it"
    assert drop(window, path)
    window.refresh()
    assert window.session.problem.rows == 4
    assert window.session.problem.y.tolist() == [2.0, 4.0, 7.0, 11.0]
    assert [run.theta.tobytes() for run in window.session.runs] == [
        run.theta.tobytes() for run in window.session.scenario.run()
    ]
    window.session.undo()
    assert window.session.undo_label == label
    # What cannot be used changes nothing.
    path.write_text("x,y\n1,2\n2,nan\n")
    assert drop(window, path)
    window.refresh()
    assert window.session.problem.rows == 4
    assert window.documents.notice.isVisible()


def test_a_table_without_a_model_is_told(window: MainWindow, tmp_path: Path, scene: Path) -> None:
    window.documents.open(scene)
    path = tmp_path / "t.csv"
    path.write_text("x,y\n1,2\n")
    assert drop(window, path)
    assert "has no data" in window.documents.notice.text()


def test_a_dropped_lecture_is_opened(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "课.toml"
    path.write_bytes(resource("lectures", "one-step.toml").read_bytes())
    assert drop(window, path)
    assert window.feature(LectureMode).show_.is_open
    path.write_text("title = 3")
    assert drop(window, path)
    assert "课.toml cannot be opened" in window.documents.notice.text()


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["picture.png"], "picture.png cannot be opened. gdsim takes scenarios (.gdsim)"),
        (["a folder"], "a folder cannot be opened. It is a folder."),
        (["a.gdsim", "b.gdsim"], "Drop one file of this computer at a time."),
        (["broken.gdsim"], "broken.gdsim cannot be opened. is not JSON text"),
        (["gone.gdsim"], "there is no such file"),
    ],
)
def test_what_is_of_no_use_is_told(
    window: MainWindow, tmp_path: Path, names: list[str], told: str
) -> None:
    (tmp_path / "a folder").mkdir()
    (tmp_path / "broken.gdsim").write_text("oops")
    before = window.session.scenario
    assert drop(window, *(tmp_path / name for name in names))
    assert told in window.documents.notice.text()
    assert window.session.scenario is before


def test_an_address_is_no_file(window: MainWindow) -> None:
    assert drop(window, QUrl("https://example.org/a.gdsim"))
    assert "of this computer" in window.documents.notice.text()


def test_a_file_dropped_on_a_field_is_for_the_window(window: MainWindow, scene: Path) -> None:
    field = window.parameters.rate.control.field
    assert isinstance(field, QLineEdit)
    before = field.text()
    assert drop(window, scene.with_name("picture.png"), on=field)
    assert field.text() == before
    assert "picture.png" in window.documents.notice.text()
