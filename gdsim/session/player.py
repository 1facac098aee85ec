"""Playing: moves the cursor with time. It never touches a number of the runs."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from gdsim.session.session import Session

#: Speeds that are offered, in steps per second.
SPEEDS = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0, 60.0, 200.0)


class Player(QObject):
    """Play and pause. `advance` is called by the window's frame clock with the time gone by."""

    playing_changed = Signal(bool)
    speed_changed = Signal(float)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._playing = False
        self._speed = 8.0
        self._owed = 0.0

    @property
    def playing(self) -> bool:
        """Whether the cursor is moving by itself."""
        return self._playing

    @property
    def speed(self) -> float:
        """Steps per second."""
        return self._speed

    def set_speed(self, speed: float) -> None:
        """Set the speed in steps per second."""
        self._speed = speed
        self.speed_changed.emit(speed)

    def toggle(self) -> None:
        """Play, or pause. Playing at the end begins again at the start."""
        if self._playing:
            self.pause()
        else:
            self.play()

    def play(self) -> None:
        """Let the cursor move."""
        if self._session.cursor >= self._session.last:
            self._session.set_cursor(0)
        # The first step follows at once: a person who pressed Play should see something move.
        self._owed = 1.0
        self._set(True)

    def pause(self) -> None:
        """Hold the cursor where it is."""
        self._set(False)

    def advance(self, seconds: float) -> None:
        """Move the cursor by the whole steps that ``seconds`` amount to; pause at the end."""
        if not self._playing:
            return
        self._owed += seconds * self._speed
        steps = int(self._owed)
        if steps:
            self._owed -= steps
            self._session.set_cursor(self._session.cursor + steps)
        if self._session.cursor >= self._session.last:
            self.pause()

    def go(self, step: int) -> None:
        """Pause and show ``step``."""
        self.pause()
        self._session.set_cursor(step)

    def step(self, by: int) -> None:
        """Pause and move by ``by`` steps."""
        self.go(self._session.cursor + by)

    def _set(self, playing: bool) -> None:
        if playing != self._playing:
            self._playing = playing
            self.playing_changed.emit(playing)
