"""Which rows each step looks at."""

from __future__ import annotations

import numpy as np
import pytest

from gdsim.engine.variants import Variant


def test_batch_draws_nothing() -> None:
    assert Variant().draw(10, 5) is None
    assert Variant("sgd").draw(0, 5) is None
    assert Variant().steps_per_epoch(10) == 1


def test_without_data_every_step_is_an_epoch() -> None:
    variants = Variant(), Variant("sgd"), Variant("mini-batch", 2)
    assert [variant.steps_per_epoch(0) for variant in variants] == [1, 1, 1]


@pytest.mark.parametrize(
    ("variant", "size", "per_epoch"),
    [
        (Variant("sgd"), 1, 10),
        (Variant("mini-batch", 2), 2, 5),
        (Variant("mini-batch", 3), 3, 4),
        (Variant("mini-batch", 99), 10, 1),
    ],
)
def test_every_epoch_deals_each_row_once(variant: Variant, size: int, per_epoch: int) -> None:
    draws = variant.draw(10, 4 * per_epoch)
    assert draws is not None
    assert draws.shape == (4 * per_epoch, size)
    assert variant.steps_per_epoch(10) == per_epoch
    epochs = draws.reshape(4, -1)
    for epoch in epochs:
        assert sorted(epoch[epoch >= 0]) == list(range(10))
    assert len({tuple(epoch) for epoch in epochs}) == 4 or size == 1


def test_only_the_last_batch_of_an_epoch_is_short() -> None:
    draws = Variant("mini-batch", 4, seed=5).draw(10, 9)
    assert draws is not None
    assert [(row >= 0).sum() for row in draws] == [4, 4, 2] * 3


def test_with_replacement_every_row_is_equally_likely() -> None:
    draws = Variant("sgd", replacement=True, seed=1).draw(4, 40_000)
    assert draws is not None
    counts = np.bincount(draws.ravel(), minlength=4)
    assert abs(counts / 40_000 - 0.25).max() < 0.01


@pytest.mark.parametrize("replacement", [True, False])
@pytest.mark.parametrize("id", ["sgd", "mini-batch"])
def test_a_longer_run_begins_with_the_same_draws(id: str, replacement: bool) -> None:
    variant = Variant(id, 3, replacement, seed=11)
    short, long = variant.draw(10, 17), variant.draw(10, 170)
    np.testing.assert_array_equal(short, long[:17])
    np.testing.assert_array_equal(short, variant.draw(10, 17))


def test_the_seed_decides() -> None:
    first, second = (Variant("sgd", seed=seed).draw(50, 50) for seed in (0, 1))
    assert (first != second).any()
