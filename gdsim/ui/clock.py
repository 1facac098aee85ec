"""The only timer of the window. It ticks while something is to be done, and is silent otherwise."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

#: Milliseconds between two frames.
FRAME = 16


def spell(seconds: float) -> Iterator[None]:
    """A turn for each piece of work that is begun within ``seconds``: one at least."""
    until = time.perf_counter() + seconds
    yield
    while time.perf_counter() < until:
        yield


class FrameClock(QObject):
    """Emits ``frame(seconds since the last one)`` while it is kept busy or once when asked.

    Whoever changes something calls `ask`; however often that happens, there is one frame.
    """

    frame = Signal(float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=FRAME, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._since = QElapsedTimer()
        self._wait = QTimer(self, singleShot=True)
        self._wait.timeout.connect(self.ask)
        self._busy = False

    def ask(self) -> None:
        """One frame, soon."""
        if not self._timer.isActive():
            self._since.start()
            self._timer.start()

    def keep(self, busy: bool) -> None:
        """Frame after frame while ``busy``."""
        self._busy = busy
        if busy:
            self.ask()

    def later(self, seconds: float) -> None:
        """One frame after this long, where no sooner one is asked for in this way."""
        wait = round(1000 * seconds)
        if not self._wait.isActive() or self._wait.remainingTime() > wait:
            self._wait.start(wait)

    @property
    def active(self) -> bool:
        """Whether a frame is still to come."""
        return self._timer.isActive()

    @property
    def waiting(self) -> bool:
        """Whether a frame has been asked for that comes later."""
        return self._wait.isActive()

    def stop(self) -> None:
        """No more frames (the window closes)."""
        self._busy = False
        self._timer.stop()
        self._wait.stop()

    def _tick(self) -> None:
        seconds = self._since.restart() / 1000.0
        if not self._busy:
            self._timer.stop()
        self.frame.emit(seconds)
