"""What goes wrong inside is written to a log, shown once, and loses no work.

A windowed program has no stderr, and Qt calls slots and paint events from where nobody can catch
what they raise: all of it ends in the hooks here. Qt's own messages and a hard crash
(faulthandler) go to the same file.
"""

from __future__ import annotations

import faulthandler
import html
import logging
import platform
import signal
import socket
import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

import PySide6
from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QSocketNotifier,
    QStandardPaths,
    Qt,
    QtMsgType,
    QUrl,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QVBoxLayout

import gdsim
from gdsim.ui.dialogs.room import resize_on_screen
from gdsim.ui.dressing import dress
from gdsim.ui.i18n import tr
from gdsim.ui.widgets.notice import breakable

#: Name of the log in its folder, its size in bytes, and how many older ones stay.
NAME = "gdsim.log"
_SIZE, _OLDER = 500_000, 3
#: An error that comes with every frame is written in full this often.
_REPEATS = 5

log = logging.getLogger("gdsim")
_qt_log = logging.getLogger("gdsim.qt")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def log_folder() -> Path:
    """Where the log is."""
    place = QStandardPaths.StandardLocation.StateLocation
    return Path(QStandardPaths.writableLocation(place))


def open_log_folder() -> None:
    """Show the folder in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_folder())))


@dataclass(frozen=True)
class Failure:
    """An error inside gdsim: one line, the whole report, and whether unsaved work was kept."""

    line: str
    report: str
    kept: bool


class Reporter(QObject):
    """Holds the hooks while the program runs. ``keep`` rescues unsaved work, and says if it did."""

    happened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.keep: Callable[[], bool] | None = None
        self.dialog: FailureDialog | None = None
        self._seen: dict[tuple[object, ...], int] = {}
        self._handler: logging.Handler | None = None
        self._busy = threading.local()
        # Queued: a widget must be made neither in another thread nor in the midst of painting.
        self.happened.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Begin to listen."""
        self._handler = _make_handler()
        self._level, self._propagate = log.level, log.propagate
        log.addHandler(self._handler)
        log.setLevel(logging.INFO)
        log.propagate = False
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread
        sys.unraisablehook = self._on_unraisable
        self._qt_before = qInstallMessageHandler(self._on_qt)
        self._waker = _Waker()
        system = f"Python {platform.python_version()}, Qt {PySide6.__version__}"
        log.info("gdsim %s, %s, %s", gdsim.__version__, system, platform.platform())

    def uninstall(self) -> None:
        """Put everything back as it was."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
        qInstallMessageHandler(self._qt_before)
        self._waker.stop()
        if self.dialog is not None:
            self.dialog.close()
        if self._handler is not None:
            log.removeHandler(self._handler)
            self._handler.close()
        log.setLevel(self._level)
        log.propagate = self._propagate

    # Hooks -----------------------------------------------------------------------------------

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            # Ctrl+C in the terminal: what is unsaved is offered at the next start.
            QApplication.exit(130)
            return
        self._take(error, trace, "")

    def record(self, error: BaseException) -> None:
        """Log an error that goes on upwards."""
        log.critical("%s", "".join(traceback.format_exception(error)).rstrip())

    def _on_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not isinstance(args.exc_value, SystemExit):
            name = args.thread.name if args.thread else "?"
            self._take(args.exc_value, args.exc_traceback, f"in thread {name}")

    def _on_unraisable(self, args: sys.UnraisableHookArgs) -> None:
        if args.exc_value is not None:
            self._take(args.exc_value, args.exc_traceback, args.err_msg or "while tidying up")

    def _on_qt(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        where = f" ({context.category})" if context.category not in (None, "default") else ""
        _qt_log.log(_LEVELS.get(kind, logging.WARNING), "%s%s", text, where)

    def _take(self, error: BaseException, trace: TracebackType | None, where: str) -> None:
        """Log, keep the work, show. Nothing that fails here may come back here."""
        if getattr(self._busy, "now", False):
            return
        self._busy.now = True
        try:
            self._report(error, trace, where)
        except Exception:  # the last line of defence
            log.exception("the error report failed")
        finally:
            self._busy.now = False

    def _report(self, error: BaseException, trace: TracebackType | None, where: str) -> None:
        last = traceback.extract_tb(trace)[-1:]
        key = (type(error), *((frame.filename, frame.lineno) for frame in last))
        count = self._seen[key] = self._seen.get(key, 0) + 1
        lines = "".join(traceback.format_exception(type(error), error, trace))
        if count <= _REPEATS:
            log.error("%s%s", f"{where}: " if where else "", lines.rstrip())
        elif count & (count - 1) == 0:  # 8, 16, 32, …
            log.error("%s, for the %dth time", _one_line(error), count)
        if count > 1:
            return
        on_time = threading.current_thread() is threading.main_thread()
        kept = bool(self.keep and on_time and self.keep())
        self.happened.emit(Failure(_one_line(error), f"gdsim {gdsim.__version__}\n{lines}", kept))

    def _show(self, failure: Failure) -> None:
        if not failure.kept and self.keep is not None:
            failure = Failure(failure.line, failure.report, self.keep())
        if self.dialog is not None or QApplication.closingDown():
            return
        self.dialog = FailureDialog(failure)
        self.dialog.destroyed.connect(self._forget)
        self.dialog.show()

    def _forget(self) -> None:
        self.dialog = None


#: Width of the dialog's text in letters, and in pixels at most.
_LETTERS, _MOST = 68, 1100


class FailureDialog(QDialog):
    """Says what happened, that the work is kept, and where the log is. Nothing waits for it."""

    def __init__(self, failure: Failure) -> None:
        # Of some window: it has the appearance.
        others = (widget for widget in QApplication.topLevelWidgets() if widget.isVisible())
        super().__init__(QApplication.activeWindow() or next(others, None))
        dress(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Something went wrong in gdsim"))
        kept = tr("Your unsaved work has been kept; it is offered again if gdsim should end now.")
        lost = tr("Please save your work now.")
        parts = (
            f"<b>{html.escape(tr('This is an error of gdsim, not yours.'))}</b>",
            breakable(failure.line),
            html.escape(kept if failure.kept else lost),
            breakable(tr("The report is in {file}", file=str(log_folder() / NAME))),
        )
        self.label = QLabel("<br><br>".join(parts))
        self.label.setTextFormat(Qt.TextFormat.RichText)
        self.label.setWordWrap(True)
        self.label.ensurePolished()
        letter = self.label.fontMetrics().averageCharWidth()
        self.label.setMinimumWidth(min(_LETTERS * letter, _MOST))
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy_button = QPushButton(tr("Copy the report"))
        self.copy_button.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(failure.report)
        )
        folder = QPushButton(tr("Open the log folder"))
        folder.clicked.connect(open_log_folder)
        close = QPushButton(tr("Go on"))
        close.clicked.connect(self.close)
        close.setDefault(True)
        layout = QVBoxLayout(self)
        layout.addWidget(self.label)
        # One below the other: their words may be long, and the text large.
        for button in (self.copy_button, folder, close):
            layout.addWidget(button)
        close.setFocus()
        # Left to itself it would be no higher than two thirds of the screen.
        width = self.sizeHint().width()
        resize_on_screen(self, width, self.heightForWidth(width))


class _Waker:
    """Lets Python see Ctrl+C at once: while Qt waits, no Python runs that could notice it."""

    def __init__(self) -> None:
        self._read, self._write = socket.socketpair()
        self._write.setblocking(False)
        self._before = signal.set_wakeup_fd(self._write.fileno(), warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read)
        # The call itself is what matters: KeyboardInterrupt is raised in it.
        self._notifier.activated.connect(lambda: self._read.recv(64))

    def stop(self) -> None:
        """Let the signals be as they were."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._before)
        self._read.close()
        self._write.close()


class _LogFile(RotatingFileHandler):
    """The log; a hard crash writes into the same file, also after it was changed."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, maxBytes=_SIZE, backupCount=_OLDER, encoding="utf-8",
                         errors="backslashreplace")  # fmt: skip
        self._catch_crashes()

    def _catch_crashes(self) -> None:
        if self.stream is not None:
            faulthandler.enable(self.stream)

    def doRollover(self) -> None:
        faulthandler.disable()
        try:
            super().doRollover()
        except OSError:
            # On Windows another gdsim may have the file open; it grows until that has ended.
            self.stream = self.stream or self._open()
        self._catch_crashes()

    def close(self) -> None:
        faulthandler.disable()
        super().close()


def _make_handler() -> logging.Handler:
    """A file; where none can be written, stderr; where there is none, nothing."""
    handler: logging.Handler
    try:
        folder = log_folder()
        folder.mkdir(parents=True, exist_ok=True)
        handler = _LogFile(folder / NAME)
    except OSError:
        handler = logging.NullHandler()
        if sys.stderr is not None:
            handler = logging.StreamHandler()
            faulthandler.enable()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    return handler


def _one_line(error: BaseException) -> str:
    text = " ".join(str(error).split())
    return f"{type(error).__name__}: {text}"[:300] if text else type(error).__name__
