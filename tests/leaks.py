"""Fails a test that leaves a widget, timer, animation or thread behind, and says where it began.

What stays behind acts in later tests, where nobody looks for it. Objects that were there before
the test (a window shared by a module) are not blamed on it. Qt is looked at only when it is
loaded, so tests of the engine need none of it.
"""

import gc
import sys
import threading
import time
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any
from weakref import WeakKeyDictionary

import pytest

# What is on its way out gets this many seconds.
GRACE = 1.0

Origins = WeakKeyDictionary[Any, str]
origins: dict[str, Origins] = {
    kind: WeakKeyDictionary() for kind in ("thread", "QThread", "QTimer", "animation")
}
_failed = pytest.StashKey[bool]()


# ---- remembering where things start --------------------------------------------------------


@pytest.hookimpl(trylast=True)
def pytest_configure() -> None:
    # Last, when pytest-qt has loaded Qt.
    _remember(threading.Thread, "start", "thread")
    if QtCore := sys.modules.get("PySide6.QtCore"):
        # A signal connected to `start` goes past Python, so a timer is known from its making.
        _remember(QtCore.QTimer, "__init__", "QTimer", "made")
        _remember(QtCore.QTimer, "start", "QTimer")
        _remember(QtCore.QThread, "start", "QThread")
        _remember(QtCore.QAbstractAnimation, "start", "animation")
        _remember(QtCore.QTimeLine, "start", "animation")


def _remember(owner: type, method: str, kind: str, verb: str = "started") -> None:
    original: Callable[..., object] = getattr(owner, method)

    def remembering(self: Any, *args: Any, **kwargs: Any) -> object:
        result = original(self, *args, **kwargs)
        origins[kind][self] = f"{verb} at {_where(sys._getframe(1))}"
        return result

    setattr(owner, method, remembering)


def _where(frame: FrameType | None) -> str:
    """Return the innermost callers, innermost first: a library's line alone would say little."""
    lines = []
    while frame is not None and len(lines) < 3:
        code = frame.f_code
        if "_pytest" in code.co_filename:
            break
        if code.co_filename != threading.__file__:
            lines.append(f"{code.co_filename}:{frame.f_lineno} in {code.co_name}")
        frame = frame.f_back
    return "\n      from ".join(lines)


# ---- seeing what is there ------------------------------------------------------------------


def _application() -> Any:
    QtWidgets = sys.modules.get("PySide6.QtWidgets")
    return QtWidgets.QApplication.instance() if QtWidgets else None


def _threads() -> list[threading.Thread]:
    # A dummy stands for a thread that Qt made and never goes away by itself.
    return [t for t in threading.enumerate() if not isinstance(t, threading._DummyThread)]


def _qt_objects() -> list[Any]:
    """Return the live top-level widgets, active timers, running animations and QThreads."""
    from PySide6.QtCore import QAbstractAnimation, QTimeLine
    from PySide6.QtWidgets import QApplication
    from shiboken6 import isValid

    def known(kind: str) -> list[Any]:
        return [thing for thing in list(origins[kind]) if isValid(thing)]

    running = (QAbstractAnimation.State.Running, QTimeLine.State.Running)
    return [
        # One with a parent goes with it; the tooltip's label is Qt's own.
        *(
            widget
            for widget in QApplication.topLevelWidgets()
            if widget.parent() is None and widget.metaObject().className() != "QTipLabel"
        ),
        *(timer for timer in known("QTimer") if timer.isActive()),
        *(animation for animation in known("animation") if animation.state() in running),
        *(thread for thread in known("QThread") if thread.isRunning()),
    ]


def _everything() -> list[Any]:
    return [*_threads(), *(_qt_objects() if _application() else [])]


def _new(before: list[Any]) -> list[Any]:
    # By identity, which `before` keeps from being reused.
    seen = {id(thing) for thing in before}
    return [thing for thing in _everything() if id(thing) not in seen]


def _settle(before: list[Any]) -> list[Any]:
    """Return what is new after everything that was asked to go has had the chance to."""
    deadline = time.monotonic() + GRACE
    while left := _new(before):
        del left
        _let_go()
        gc.collect()
        _let_go()
        left = _new(before)
        waits = any(hasattr(thing, "isRunning") or hasattr(thing, "ident") for thing in left)
        if not waits or time.monotonic() > deadline:
            return left
        del left
        time.sleep(0.01)
    return []


def _let_go() -> None:
    """Have Qt delete what waits for it.

    Before Python collects what refers to it: collecting takes a window to pieces in any order, and
    Qt then finds a piece gone.
    """
    if app := _application():
        from PySide6.QtCore import QEvent

        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        app.processEvents()


# ---- telling -------------------------------------------------------------------------------


def _describe(thing: Any) -> str:
    if isinstance(thing, threading.Thread):
        name = thing.name
    else:
        title = thing.windowTitle() if hasattr(thing, "windowTitle") else ""
        name = thing.objectName() or title
    where = next((f"\n      {book[thing]}" for book in origins.values() if thing in book), "")
    return f"  {type(thing).__name__} {name!r}{where}"


def _remove(thing: Any) -> None:
    """Take it away all the same: one leak must not disturb the tests after it."""
    if hasattr(thing, "isRunning"):
        thing.requestInterruption()
        thing.quit()
        thing.wait(int(GRACE * 1000))
    elif hasattr(thing, "stop"):
        thing.stop()
    elif hasattr(thing, "deleteLater"):
        thing.close()
        thing.deleteLater()
        _let_go()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report = yield
    if report.when == "call":
        item.stash[_failed] = report.failed
    return report


@pytest.fixture(autouse=True)
def _nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    before = _everything()
    yield
    left = _settle(before)
    sentences = [_describe(thing) for thing in left]
    for thing in left:
        _remove(thing)
    # A test that failed half-way had no chance to tidy up, and has its own story to tell.
    if sentences and not request.node.stash.get(_failed, False):
        pytest.fail("left behind by this test:\n" + "\n".join(sentences), pytrace=False)
