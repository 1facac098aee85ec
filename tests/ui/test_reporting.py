"""Errors planted in a slot, in painting and in a thread: logged, shown once, work kept."""

import faulthandler
import logging
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, QtMsgType, Signal, qWarning
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gdsim.ui import recovery, reporting
from gdsim.ui.main_window import MainWindow
from gdsim.ui.recovery import Recovery
from gdsim.ui.reporting import NAME, Reporter, log_folder


@pytest.fixture
def reporter(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Reporter]:
    # pytest's own faulthandler must be there again afterwards.
    monkeypatch.setattr(faulthandler, "disable", lambda: None)
    monkeypatch.setattr(faulthandler, "enable", lambda *_: None)
    made = Reporter()
    made.install()
    yield made
    made.uninstall()


def logged() -> str:
    return (log_folder() / NAME).read_text("utf-8")


class Planted(QObject):
    signal = Signal()

    def slot(self) -> None:
        raise ZeroDivisionError("planted in a slot")


def test_in_a_slot(qtbot: QtBot, reporter: Reporter) -> None:
    planted = Planted()
    planted.signal.connect(planted.slot)
    planted.signal.emit()
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    assert reporter.dialog is not None
    assert "planted in a slot" in reporter.dialog.label.text()
    assert "in slot\n" in logged()
    assert "ZeroDivisionError: planted in a slot" in logged()
    reporter.dialog.copy_button.click()
    assert "Traceback" in QGuiApplication.clipboard().text()


class Broken(QWidget):
    painted = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted += 1
        raise ValueError("planted in painting")


def test_in_painting(qtbot: QtBot, reporter: Reporter) -> None:
    widget = Broken()
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    first = reporter.dialog
    for _ in range(40):
        widget.update()
        qtbot.wait(2)
    assert widget.painted > 20
    assert reporter.dialog is first  # one dialog, however often
    assert 1 <= logged().count("Traceback") <= 6
    assert "for the 16th time" in logged()
    assert first is not None
    first.close()
    qtbot.waitUntil(lambda: reporter.dialog is None)
    widget.update()
    qtbot.wait(50)
    assert reporter.dialog is None  # the same error does not come back


def test_in_a_thread(qtbot: QtBot, reporter: Reporter) -> None:
    def work() -> None:
        raise KeyError("planted in a thread")

    thread = threading.Thread(target=work, name="worker")
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    assert "in thread worker: Traceback" in logged()


def test_in_a_destructor(qtbot: QtBot, reporter: Reporter) -> None:
    class Falls:
        def __del__(self) -> None:
            raise RuntimeError("planted in a destructor")

    falls = Falls()
    del falls
    assert "planted in a destructor" in logged()


def test_qt_messages_are_logged_and_shown_to_nobody(qtbot: QtBot, reporter: Reporter) -> None:
    qWarning("planted by Qt")
    assert "WARNING gdsim.qt: planted by Qt" in logged()
    assert QtMsgType.QtFatalMsg in reporting._LEVELS
    qtbot.wait(20)
    assert reporter.dialog is None


def test_the_work_is_kept_at_once(
    qtbot: QtBot, window: MainWindow, reporter: Reporter, monkeypatch: pytest.MonkeyPatch
) -> None:
    feature = window.feature(Recovery)
    feature._next = 1e18  # no autosave of its own for the time being
    reporter.keep = feature.keep
    window.edit(replace(window.session.scenario, start=(1.25, 0.0)), "Move the start")
    planted = Planted()
    planted.signal.connect(planted.slot)
    planted.signal.emit()
    (file,) = recovery.folder().glob("*.unsaved")
    assert "1.25" in file.read_text("utf-8")
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    assert reporter.dialog is not None
    assert "has been kept" in reporter.dialog.label.text()


def test_a_report_that_fails_itself_does_not_come_back(qtbot: QtBot, reporter: Reporter) -> None:
    def keep() -> bool:
        raise OSError("planted in keeping")

    reporter.keep = keep
    planted = Planted()
    planted.signal.connect(planted.slot)
    planted.signal.emit()
    assert "the error report failed" in logged()
    assert "planted in keeping" in logged()
    assert "planted in a slot" in logged()


def test_everything_is_put_back(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(faulthandler, "disable", lambda: None)
    monkeypatch.setattr(faulthandler, "enable", lambda *_: None)
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    handlers = list(logging.getLogger("gdsim").handlers)
    reporter = Reporter()
    reporter.install()
    assert sys.excepthook != before[0]
    reporter.uninstall()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before
    assert logging.getLogger("gdsim").handlers == handlers


def test_the_log_does_not_grow_for_ever(
    qtbot: QtBot, reporter: Reporter, monkeypatch: pytest.MonkeyPatch
) -> None:
    for i in range(300):
        logging.getLogger("gdsim").error("%d %s", i, "x" * 10_000)
    sizes = [path.stat().st_size for path in log_folder().iterdir()]
    assert len(sizes) == 4
    assert max(sizes) < 520_000


#: As in a windowed build: no stderr; then a crash of the interpreter itself.
CRASH = """
import sys, faulthandler
sys.stderr = sys.stdout = None
from gdsim.ui.app import make_application
app = make_application()
from gdsim.ui.reporting import Reporter
Reporter().install()
faulthandler._sigsegv()
"""


def test_a_hard_crash_without_stderr_is_in_the_log(qtbot: QtBot) -> None:
    process = subprocess.run([sys.executable, "-c", CRASH], check=False, capture_output=True)
    assert process.returncode != 0
    assert "Fatal Python error: Segmentation fault" in logged()
    assert '"<string>", line 8' in logged()


#: A program that waits: no timer and no event would let Python run.
IDLE = """
import sys
from PySide6.QtCore import QTimer
from gdsim.ui.app import make_application
from gdsim.ui.reporting import Reporter
app = make_application()
Reporter().install()
QTimer.singleShot(0, lambda: print("waiting", flush=True))
sys.exit(app.exec())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a signal cannot be sent to one process there")
def test_ctrl_c_ends_a_window_that_waits() -> None:
    # A job in the background ignores it, and so would all that it starts.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen([sys.executable, "-c", IDLE], stdout=subprocess.PIPE)
    signal.signal(signal.SIGINT, before)
    assert process.stdout is not None
    assert process.stdout.readline() == b"waiting\n"
    process.send_signal(signal.SIGINT)
    try:
        assert process.wait(60) == 130
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def test_no_folder_for_the_log(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    monkeypatch.setattr(reporting, "log_folder", lambda: blocked / "log")
    monkeypatch.setattr(sys, "stderr", None)
    reporter = Reporter()
    reporter.install()
    logging.getLogger("gdsim").error("into the void")
    reporter.uninstall()
