"""Unsaved work survives a crash, is offered once, and never after a clean end."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from gdsim.scenario import GivenData, default_scenario, scenario_to_json
from gdsim.scenario.specs import MAX_BYTES
from gdsim.ui import recovery
from gdsim.ui.drops import with_table
from gdsim.ui.main_window import MainWindow
from gdsim.ui.recovery import Recovery, left_behind

#: A window in a process of its own that changes something, says so, and waits to be killed.
CRASHING = """
import sys
from dataclasses import replace
from gdsim.ui.app import make_application
app = make_application()
from gdsim.scenario import default_scenario
from gdsim.ui.main_window import MainWindow
window = MainWindow(default_scenario())
window.edit(replace(window.session.scenario, start=(1.25, -0.5)), "Move the start")
window.clock.frame.connect(lambda _: print("kept", flush=True))
window.show()
app.exec()
"""


def files() -> list[Path]:
    folder = recovery.folder()
    return sorted(folder.glob("*.unsaved")) if folder.exists() else []


def change(window: MainWindow, w: float) -> None:
    window.edit(replace(window.session.scenario, start=(w, 0.5)), "Move the start")


def leave(start: tuple[float, float], path: str = "", kept: float = 1e9) -> Path:
    """What a crashed window would have left."""
    recovery.folder().mkdir(parents=True, exist_ok=True)
    file = recovery.folder() / f"{start[0]}.unsaved"
    head = json.dumps({"kept": kept, "path": path})
    file.write_text(f"{head}\n{scenario_to_json(replace(default_scenario(), start=start))}")
    return file


def box(window: MainWindow) -> QMessageBox | None:
    found = [b for b in window.findChildren(QMessageBox, "recovery") if b.isVisible()]
    return found[0] if found else None


def press(qtbot: QtBot, window: MainWindow, text: str) -> None:
    asked = box(window)
    assert asked is not None
    button = next(b for b in asked.findChildren(QPushButton) if b.text().replace("&", "") == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_an_edit_is_kept_and_forgotten_when_saved(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert files() == []
    change(window, 1.5)
    qtbot.waitUntil(lambda: len(files()) == 1)
    assert '"start": [1.5, 0.5]' in files()[0].read_text("utf-8")
    monkeypatch.setattr(window.documents, "_ask_where", lambda: tmp_path / "a.gdsim")
    assert window.documents.save()
    qtbot.waitUntil(lambda: files() == [])


def test_undo_to_the_saved_state_leaves_nothing(qtbot: QtBot, window: MainWindow) -> None:
    change(window, 1.5)
    qtbot.waitUntil(lambda: len(files()) == 1)
    window.session.undo()
    qtbot.waitUntil(lambda: files() == [])


def test_no_more_often_than_every_few_seconds(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recovery, "PAUSE", 0.4)
    times: list[float] = []
    feature = window.feature(Recovery)
    write: Callable[..., None] = feature._write

    def counting(*args: object) -> None:
        times.append(time.monotonic())
        write(*args)

    monkeypatch.setattr(feature, "_write", counting)
    for w in range(10):
        change(window, float(w + 1))
        qtbot.wait(60)
    qtbot.waitUntil(lambda: '"start": [10.0, 0.5]' in files()[0].read_text("utf-8"))
    assert len(times) <= 3
    assert all(b - a >= 0.39 for a, b in pairwise(times))


def test_a_clean_end_leaves_nothing(qtbot: QtBot, window: MainWindow) -> None:
    change(window, 1.5)
    qtbot.waitUntil(lambda: len(files()) == 1)
    window.session.mark_saved()
    window.close()
    assert left_behind() == []
    assert list(recovery.folder().iterdir()) == []


def test_another_running_window_is_not_offered(qtbot: QtBot, window: MainWindow) -> None:
    change(window, 1.5)
    qtbot.waitUntil(lambda: len(files()) == 1)
    assert left_behind() == []


def test_a_killed_process_is_offered_once(qtbot: QtBot, window: MainWindow) -> None:
    env = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    process = subprocess.Popen(
        [sys.executable, "-c", CRASHING], stdout=subprocess.PIPE, env=env, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "kept\n"
    qtbot.waitUntil(lambda: len(files()) == 1, timeout=10_000)
    assert left_behind() == []  # it lives
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    rescued = left_behind()
    assert [r.scenario.start for r in rescued] == [(1.25, -0.5)]
    assert left_behind() == []  # claimed: nobody else offers it
    window.feature(Recovery).offer(rescued)
    press(qtbot, window, "Restore")
    qtbot.waitUntil(lambda: not window.clock.active)
    assert window.session.scenario.start == (1.25, -0.5)
    assert window.isWindowModified()
    assert len(files()) == 1  # now this window's own
    assert left_behind() == []


def test_data_in_a_file_are_found_again(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    table = tmp_path / "点 1.csv"
    table.write_text("x,y\n1,2\n2,4\n3,7\n")
    edited = with_table(window.session.scenario, table)
    window.edit(edited, "Load data from a file")
    qtbot.waitUntil(lambda: len(files()) == 1)
    left = files()[0].read_bytes()
    window.session.mark_saved()
    qtbot.waitUntil(lambda: files() == [])
    (recovery.folder() / "crashed.unsaved").write_bytes(left)
    rescued = left_behind()
    assert [each.scenario for each in rescued] == [edited]
    window.feature(Recovery).offer(rescued)
    press(qtbot, window, "Restore")
    qtbot.waitUntil(lambda: not window.clock.active)
    assert window.session.problem.rows == 3


def test_discarded_work_is_gone(qtbot: QtBot, window: MainWindow) -> None:
    leave((1.0, 2.0))
    window.feature(Recovery).offer(left_behind())
    press(qtbot, window, "Discard")
    assert window.session.scenario == default_scenario()
    assert files() == []
    assert left_behind() == []


def test_escape_loses_nothing(qtbot: QtBot, window: MainWindow) -> None:
    file = leave((1.0, 2.0))
    window.feature(Recovery).offer(left_behind())
    asked = box(window)
    assert asked is not None
    qtbot.keyClick(asked, Qt.Key.Key_Escape)
    assert file.exists()
    again = left_behind()
    assert len(again) == 1
    again[0].lock.unlock()


def test_several_are_asked_about_one_by_one(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    leave((1.0, 2.0), kept=1e9)
    leave((3.0, 4.0), path=str(tmp_path / "mine.gdsim"), kept=2e9)
    window.feature(Recovery).offer(left_behind())
    asked = box(window)
    assert asked is not None
    assert "mine.gdsim" in asked.informativeText()
    press(qtbot, window, "Restore")
    assert window.documents.path == tmp_path / "mine.gdsim"
    press(qtbot, window, "Discard")
    assert window.session.scenario.start == (3.0, 4.0)
    qtbot.waitUntil(lambda: box(window) is None)


def test_work_too_large_for_a_file_is_kept_and_read_back(window: MainWindow) -> None:
    x = tuple(i / 3 for i in range(350_000))
    scenario = window.session.scenario
    large = replace(scenario, problem=replace(scenario.problem, data=GivenData(x, x)))
    window.feature(Recovery)._write(large)
    (file,) = files()
    assert file.stat().st_size > 2 * MAX_BYTES
    window.feature(Recovery)._lock.unlock()
    (rescued,) = left_behind()
    rescued.lock.unlock()
    assert rescued.scenario == large


@pytest.mark.parametrize(
    "text", ["", "{", "{}\n{}", '{"kept": 1, "path": ""}\n{"format": 1}', "\0"]
)
def test_what_cannot_be_read_is_left_alone(qtbot: QtBot, text: str) -> None:
    recovery.folder().mkdir(parents=True, exist_ok=True)
    file = recovery.folder() / "x.unsaved"
    file.write_text(text)
    assert left_behind() == []
    assert file.exists()


def test_a_home_that_cannot_be_written_switches_it_off(
    qtbot: QtBot,
    window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    monkeypatch.setattr(recovery, "folder", lambda: blocked / "recovery")
    change(window, 1.5)
    qtbot.waitUntil(lambda: "cannot be kept" in caplog.text)
    change(window, 2.5)
    qtbot.waitUntil(lambda: not window.clock.active)
    assert caplog.text.count("cannot be kept") == 1
    assert left_behind() == []
