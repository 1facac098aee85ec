"""Arrays that grow at their end, as a run does while it is made."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]


class Growing:
    """Rows of numbers, shape (count, …). What was handed out stays as it was."""

    def __init__(self, first: Array) -> None:
        self._rows = np.array(first)
        self.count = len(self._rows)

    def extend(self, more: Array) -> None:
        """Put ``more`` rows at the end."""
        needed = self.count + len(more)
        if needed > len(self._rows):
            # Twice the room, or a long run would be copied again for each of its pieces.
            shape = (max(needed, 2 * len(self._rows)), *self._rows.shape[1:])
            room = np.empty(shape, self._rows.dtype)
            room[: self.count] = self._rows[: self.count]
            self._rows = room
        self._rows[self.count : needed] = more
        self.count = needed

    def first(self, count: int) -> Array:
        """The first ``count`` rows, read-only."""
        rows = self._rows[:count]
        rows.setflags(write=False)
        return rows

    @property
    def all(self) -> Array:
        """All rows there are, read-only."""
        return self.first(self.count)
