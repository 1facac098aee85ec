"""Whoever knows nothing and tries everything: random events into the real window."""

from __future__ import annotations

from collections.abc import Callable

from tests.fuzz.monkey import (
    basics,
    by_name,
    data,
    files,
    lanes,
    lecture,
    pictures,
    places,
    settings,
)
from tests.fuzz.monkey.hands import Hands

Act = Callable[[Hands], None]

#: How often each area is visited; within it the acts have weights of their own.
AREAS: tuple[tuple[tuple[tuple[Act, float], ...], float], ...] = (
    (basics.ACTS, 8), (by_name.ACTS, 3), (lanes.ACTS, 3), (settings.ACTS, 5), (data.ACTS, 3),
    (pictures.ACTS, 5), (places.ACTS, 3), (lecture.ACTS, 3), (files.ACTS, 1.5),
)  # fmt: skip


class Monkey(Hands):
    """Does one random thing at a time."""

    def act(self) -> None:
        """One thing, in front of everything else."""
        front = self.front()
        if front is self.window:
            self._do(self._any())
        elif front.isModal():
            self._do(basics.in_dialog)
        else:
            self._do(basics.in_menu)

    def _any(self) -> Act:
        areas, weights = zip(*AREAS, strict=True)
        acts, shares = zip(*self.random.choices(areas, weights)[0], strict=True)
        chosen: Act = self.random.choices(acts, shares)[0]
        return chosen

    def _do(self, act: Act) -> None:
        self.log.append(f"{act.__module__.rpartition('.')[2]}.{act.__name__}")
        self._mark()
        act(self)
