"""Work that takes longer than a frame, in pieces between the frames: the window stays alive."""

from __future__ import annotations

from collections.abc import Generator

from PySide6.QtCore import QObject, Signal

from gdsim.engine.errors import GdsimError
from gdsim.ui.clock import FrameClock, spell

#: Work yields the part that is done, from 0 to 1, and returns what it has made.
Work = Generator[float, None, object]

#: Seconds of each frame that are spent on the work.
_SLICE = 0.012


class Job(QObject):
    """Draws from ``work`` with every frame of ``clock`` until it is done, fails or is cancelled."""

    progressed = Signal(float)
    #: The work's result.
    finished = Signal(object)
    #: A `GdsimError`.
    failed = Signal(object)

    def __init__(self, clock: FrameClock, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock, self._work = clock, work
        self.running = False

    def start(self) -> None:
        """Begin with the next frame."""
        self.running = True
        self._clock.frame.connect(self._on_frame)
        self._clock.ask()

    def cancel(self) -> None:
        """Stop; nothing is told any more."""
        if self.running:
            self._end()

    def _end(self) -> None:
        self.running = False
        self._clock.frame.disconnect(self._on_frame)
        self._work.close()

    def _on_frame(self, _seconds: float) -> None:
        try:
            for _ in spell(_SLICE):
                done = next(self._work)
        except StopIteration as end:
            self._end()
            self.finished.emit(end.value)
        except GdsimError as error:
            self._end()
            self.failed.emit(error)
        except BaseException:
            self._end()
            raise
        else:
            self.progressed.emit(done)
            self._clock.ask()
