"""Starting: with and without a file, with --reset, and when the start itself fails."""

import faulthandler
import gc
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from gdsim import cli
from gdsim.engine import GdsimError
from gdsim.resources import resource
from gdsim.scenario.builtin import builtin_path
from gdsim.ui import app, i18n, main_window
from gdsim.ui.lecture.feature import LectureMode
from gdsim.ui.main_window import MainWindow
from gdsim.ui.reporting import NAME, log_folder
from gdsim.ui.settings import Settings


@pytest.fixture
def windows(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> list[MainWindow]:
    """The window that `run` opens; the program ends as soon as it is on the screen."""
    monkeypatch.setattr(faulthandler, "disable", lambda: None)
    monkeypatch.setattr(faulthandler, "enable", lambda *_: None)
    opened: list[MainWindow] = []
    usual = gc.get_threshold()
    assert usual[2] < app.OLDEST

    def execute(*_: object) -> int:
        windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
        # That of an earlier test may still be there.
        found = [window for window in windows if window.isVisible()]
        opened.extend(found)
        qtbot.waitUntil(lambda: not found[0].clock.active)
        found[0].close()
        found[0].deleteLater()
        i18n.set_language("en")
        assert gc.isenabled()
        assert gc.get_threshold() == (*usual[:2], app.OLDEST)
        gc.set_threshold(*usual)
        gc.unfreeze()
        return 0

    monkeypatch.setattr(QApplication, "exec", execute)
    return opened


def test_without_a_file_the_first_scene_is_open(windows: list[MainWindow]) -> None:
    assert app.run(None) == 0
    assert len(windows[0].session.runs) == 2
    assert windows[0].documents.path is None


def test_with_a_file(windows: list[MainWindow], tmp_path: Path) -> None:
    path = tmp_path / "mine.gdsim"
    path.write_bytes(builtin_path("rosenbrock-race").read_bytes())
    app.run(path)
    assert windows[0].session.scenario.problem.id == "rosenbrock"
    assert windows[0].documents.path == path
    assert Settings().recent() == [str(path)]


def test_with_a_lecture(windows: list[MainWindow], monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(LectureMode, "open_file", lambda _self, path: opened.append(path))
    path = resource("lectures", "one-step.toml")
    assert cli.main([str(path)]) == 0
    assert opened == [path]
    assert Settings().recent() == []


def test_a_lecture_without_a_display(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(app, "has_display", lambda: False)
    assert cli.main([str(resource("lectures", "one-step.toml"))]) == 2
    assert "gdsim render" in capsys.readouterr().err


def test_a_broken_lecture(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "课.TOML"
    path.write_text("title = 3")
    assert cli.main([str(path)]) == 2
    told = capsys.readouterr().err
    assert told.startswith("gdsim: ")
    assert "课.TOML" in told
    assert told.count("\n") == 1


def test_reset_forgets_what_was_remembered(windows: list[MainWindow]) -> None:
    settings = Settings()
    settings.set_theme("dark")
    settings.set_gallery_at_start(False)
    settings.save()
    app.run(None, reset=True)
    assert Settings().theme() == "system"
    assert Settings().gallery_at_start()


def test_a_start_that_fails_is_in_the_log(
    windows: list[MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Fails:
        def __init__(self, *_: object) -> None:
            raise RuntimeError("planted in the start")

    monkeypatch.setattr(main_window, "MainWindow", Fails)
    with pytest.raises(RuntimeError, match="planted"):
        app.run(None)
    assert "CRITICAL gdsim: Traceback" in (log_folder() / NAME).read_text("utf-8")


def test_a_broken_file_from_the_desktop_is_explained_in_a_window(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A double-click has no terminal; from one, the line on stderr is enough."""
    said: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda _parent, _title, text: said.append(text))
    broken = tmp_path / "demo.gdsim"
    broken.write_text("{}")
    with pytest.raises(GdsimError):
        app.run(broken)
    assert said == []
    monkeypatch.setenv("GDSIM_DESKTOP", "1")
    with pytest.raises(GdsimError) as error:
        app.run(broken)
    assert said == [f"demo.gdsim cannot be opened.\n{error.value}"]
