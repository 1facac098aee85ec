"""The guard against leftovers (tests/leaks.py) is itself tested: planted leaks are seen."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

LEAKY = """
import threading
import pytest
from PySide6.QtCore import QObject, QPropertyAnimation, QThread, QTimeLine, QTimer
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

kept = []
release = threading.Event()

def keep(thing):
    kept.append(thing)
    return thing

def test_leaves_widget(qapp):
    keep(QLabel("forgotten")).setObjectName("lost-label")

def test_leaves_timer(qapp):
    timer = keep(QTimer(objectName="lost-timer"))
    timer.start(1000)  # planted timer

def test_leaves_timer_started_by_signal(qapp):
    first, second = QTimer(singleShot=True), keep(QTimer(objectName="chained", interval=1000))
    first.timeout.connect(second.start)
    first.start(0)
    while not second.isActive():
        qapp.processEvents()

def test_leaves_animation(qapp):
    animation = keep(QPropertyAnimation(keep(QTimer()), b"interval"))
    animation.setDuration(10_000)
    animation.start()

def test_leaves_timeline(qapp):
    keep(QTimeLine(10_000)).start()

def test_leaves_qthread(qapp):
    keep(QThread(objectName="lost-qthread")).start()

def test_leaves_thread():
    threading.Thread(target=release.wait, name="lost-thread", daemon=True).start()
"""

CLEAN = """
import threading
import pytest
from PySide6.QtCore import QObject, QPropertyAnimation, QThread, QTimer
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

@pytest.fixture(scope="module")
def shared(qapp):
    window = QWidget()
    window.timer = QTimer(window)
    window.timer.start(1000)
    yield window
    window.deleteLater()

def test_shared_window_is_not_blamed(shared):
    shared.show()

def test_widget_of_qtbot(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    timer = QTimer(window)
    timer.start(1000)

def test_widget_in_a_cycle(qapp):
    window = QWidget()
    window.myself = window
    window.timer = QTimer(window)
    window.timer.start(1000)

def test_plot_in_a_cycle(qapp):
    import pyqtgraph
    plot = pyqtgraph.PlotWidget()
    plot.plot([1, 2, 3])
    plot.show()
    qapp.processEvents()

def test_widget_of_a_caught_error(qapp):
    def fail():
        window = QWidget()
        raise ValueError
    with pytest.raises(ValueError) as caught:
        fail()

def test_threads_that_end(qapp):
    thread = QThread()
    thread.start()
    thread.quit()
    threading.Timer(0.05, print).start()
    thread.wait()

def test_that_fails_tells_its_own_story(qapp):
    window = QWidget()
    assert window is None

def test_after_it_is_not_blamed(qapp):
    pass
"""


@pytest.fixture
def session(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    pytester.makeconftest('pytest_plugins = ["tests.leaks"]')
    return pytester


def test_planted_leaks_are_seen(session: pytest.Pytester) -> None:
    session.makepyfile(test_leaky=LEAKY)

    result = session.runpytest_subprocess("-p", "no:xvfb")

    planted = LEAKY.count("def test_leaves")
    result.assert_outcomes(passed=planted, errors=planted)
    told = result.stdout.str()
    for name in ("lost-label", "lost-timer", "chained", "lost-qthread", "lost-thread"):
        assert f"'{name}'" in told
    assert "QPropertyAnimation" in told
    assert "QTimeLine" in told
    line = LEAKY.strip().splitlines().index("    timer.start(1000)  # planted timer") + 1
    assert f"test_leaky.py:{line} in test_leaves_timer" in told


def test_tidy_tests_are_left_alone(session: pytest.Pytester) -> None:
    session.makepyfile(test_clean=CLEAN)

    result = session.runpytest_subprocess("-p", "no:xvfb")

    result.assert_outcomes(passed=CLEAN.count("def test_") - 1, failed=1)
    result.stdout.no_fnmatch_line("*left behind*")
