"""Batch, stochastic and mini-batch descent: which data rows each step looks at.

A draw depends on nothing but the variant and the number of rows, so all lanes that share a
variant see the same rows at the same step, and a longer run starts with the draws of a shorter.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from gdsim.engine.growing import Growing

VariantId = Literal["batch", "sgd", "mini-batch"]
Indices = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Variant:
    """How the data are sampled.

    ``batch``: every row in every step. ``sgd``: one row a step. ``mini-batch``: ``batch_size``
    rows a step. Without ``replacement`` the rows are shuffled anew in every epoch and dealt in
    order; if the batch size does not divide the number of rows, an epoch's last batch is smaller.
    ``seed`` starts the one `numpy.random.Generator` that all draws come from.
    """

    id: VariantId = "batch"
    batch_size: int = 1
    replacement: bool = False
    seed: int = 0

    def rows_per_step(self, rows: int) -> int:
        """Rows that a (full) step uses, out of ``rows``."""
        if self.id == "batch":
            return rows
        return 1 if self.id == "sgd" else min(self.batch_size, rows)

    def steps_per_epoch(self, rows: int) -> int:
        """Steps that make one pass over the data (at least 1, also without data)."""
        size = self.rows_per_step(rows)
        return max(1, -(-rows // size)) if size else 1

    def draw(self, rows: int, steps: int) -> Indices | None:
        """Row indices of steps 0 … steps−1, shape (steps, rows_per_step).

        ``None`` for batch descent and for problems without data. A short last batch of an epoch
        is filled up with −1, which stands for "no row".
        """
        return None if self.id == "batch" or rows == 0 else Deal(self, rows).first(steps)

    def whole(self, rows: int, steps: int) -> bool:
        """Whether each of the ``steps`` steps is dealt as many rows."""
        if self.replacement or steps < self.steps_per_epoch(rows):
            return True
        return rows % self.rows_per_step(rows) == 0


class Deal:
    """What `Variant.draw` draws, dealt as far as somebody has asked for it."""

    def __init__(self, variant: Variant, rows: int) -> None:
        self._variant, self._rows = variant, rows
        self._rng = np.random.default_rng(variant.seed)
        self._size = variant.rows_per_step(rows)
        self._dealt = Growing(np.empty((0, self._size), dtype=np.intp))

    def first(self, steps: int) -> Indices:
        """Row indices of the first ``steps`` steps, read-only."""
        missing = steps - self._dealt.count
        if missing > 0:
            self._dealt.extend(self._drawn(missing) if self._variant.replacement
                               else self._shuffled(missing))  # fmt: skip
        return self._dealt.first(steps)

    def _drawn(self, steps: int) -> Indices:
        return self._rng.integers(0, self._rows, size=(steps, self._size))

    def _shuffled(self, steps: int) -> Indices:
        """Whole epochs, of ``steps`` steps or a few more."""
        per_epoch = self._variant.steps_per_epoch(self._rows)
        epochs = -(-steps // per_epoch)
        dealt = np.full((epochs, per_epoch * self._size), -1, dtype=np.intp)
        for epoch in range(epochs):
            dealt[epoch, : self._rows] = self._rng.permutation(self._rows)
        return dealt.reshape(epochs * per_epoch, self._size)


@lru_cache(maxsize=2)
def deal(variant: Variant, rows: int) -> Deal:
    """The deal that all runs with this variant share: while the mouse drags, one in each frame."""
    return Deal(variant, rows)
