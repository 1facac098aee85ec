"""Batch, stochastic and mini-batch descent: which data rows each step looks at.

A draw depends on nothing but the variant and the number of rows, so all lanes that share a
variant see the same rows at the same step, and a longer run starts with the draws of a shorter.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

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
        if self.id == "batch" or rows == 0:
            return None
        rng = np.random.default_rng(self.seed)
        size = self.rows_per_step(rows)
        if self.replacement:
            return rng.integers(0, rows, size=(steps, size))
        per_epoch = self.steps_per_epoch(rows)
        epochs = -(-steps // per_epoch)
        dealt = np.full((epochs, per_epoch * size), -1, dtype=np.intp)
        for epoch in range(epochs):
            dealt[epoch, :rows] = rng.permutation(rows)
        return dealt.reshape(epochs * per_epoch, size)[:steps]
