"""Whoever knows nothing and tries everything: random events into the real window."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from gdsim.ui.main_window import MainWindow
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
    """Does one random thing at a time.

    What it does depends on the seed and the number of the act alone, and on what is there to be
    used: any act can be done again without all those before it.
    """

    def __init__(
        self, window: MainWindow, folder: Path, chance: random.Random, seed: int, first: int = 0
    ) -> None:
        super().__init__(window, folder, chance)
        self.seed, self.number = seed, first

    def act(self) -> None:
        """One thing, in front of everything else."""
        self.number += 1
        self.random.seed(f"{self.seed} {self.number}")
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
        self.log.append(f"{act.__module__.rpartition('.')[2]}.{act.__name__} #{self.number}")
        self._mark()
        act(self)

    def told(self, last: int = 40) -> str:
        """What was done last, and how to do it again."""
        begin = max(0, self.number - last)
        return "\n".join((
            *self.log[-last:],
            f"seed {self.seed}, act {self.number}, event {len(self.took)}: again with",
            f"  python -m tests.benchmarks.events {len(self.took) + 1} {self.seed}",
            "or, if the last acts are enough, with",
            f"  python -m tests.benchmarks.events {4 * last} {self.seed} {begin}",
        ))  # fmt: skip
