"""The time that the program under test sees: it goes on with the events and not with the wall's.

What works for a part of a frame, or saves every few seconds, would else do more or less of it with
the load of the machine, and a seed would not say everything.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

from gdsim.ui.clock import FRAME

#: Seconds that go by between two looks at the clock: what works in slices of a frame makes one
#: piece in each, as it does where a piece takes long.
LOOK = 0.013


class _Time(ModuleType):
    """In place of the module of that name: whatever is not here is as it was."""

    def __init__(self) -> None:
        super().__init__("time")
        self.now = 1000.0

    def perf_counter(self) -> float:
        self.now += LOOK
        return self.now

    monotonic = thread_time = perf_counter

    def __getattr__(self, name: str) -> object:
        return getattr(time, name)


_steady = _Time()


def tick() -> None:
    """A frame has gone by; modules that have been read meanwhile see this time, too."""
    _steady.now += FRAME / 1000
    _put(time, _steady)


def _put(old: ModuleType, new: ModuleType) -> None:
    for name, module in list(sys.modules.items()):
        if name.startswith("gdsim.") and vars(module).get("time") is old:
            vars(module)["time"] = new


@contextmanager
def steady() -> Iterator[None]:
    """Let every seed begin at the same time."""
    _steady.now = 1000.0
    _put(time, _steady)
    try:
        yield
    finally:
        _put(_steady, time)
