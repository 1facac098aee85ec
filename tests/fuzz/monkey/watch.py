"""Sees what Qt would only print: an exception in a slot, a warning."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

#: What QTest says of a key that means nothing where it was pressed: a person presses such, too.
UNWANTED = "Keyboard event not accepted by receiving widget"
#: What has gone wrong since it was last asked for.
trouble: list[str] = []


def raise_trouble() -> None:
    """Fail where it happened, not at the end of a long run."""
    if trouble:
        told = "\n".join(trouble[:2])
        trouble.clear()
        raise AssertionError(told)


def _except(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    trouble.append("".join(traceback.format_exception(kind, error, trace)))


def _message(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) and text != UNWANTED:
        # Where it came from in the program is what helps.
        trouble.append(f"{text}\n{''.join(traceback.format_stack()[-8:-1])}")


@contextmanager
def watching() -> Iterator[None]:
    """Collect `trouble` meanwhile."""
    trouble.clear()
    hook, handler = sys.excepthook, qInstallMessageHandler(_message)
    sys.excepthook = _except
    try:
        yield
        raise_trouble()
    finally:
        sys.excepthook = hook
        qInstallMessageHandler(handler)
