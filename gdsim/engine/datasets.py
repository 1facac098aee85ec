"""Data that are made, not read: the generators, in the order in which they are offered.

Adding one is a function and one entry of `DATASETS`. All draws come from NumPy's legacy stream,
which is frozen for good: the same seed gives the same bits in every later version.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from gdsim.engine.errors import ScenarioError
from gdsim.engine.params import ParamSpec, ParamValue, check_values
from gdsim.engine.text import N_

Array = NDArray[np.float64]
Data = tuple[Array, Array]

#: Most rows that a problem may have.
MAX_ROWS = 1_000_000

#: Seeds fit the spin box of every system and the legacy stream (which ends at 2³² − 1).
SEED = ParamSpec(
    "seed", N_("Seed"), 0, low=0, high=2**31 - 1, scale="int",
    help=N_("The same seed draws the same numbers."),
)  # fmt: skip
ROWS = ParamSpec(
    "n", N_("Rows"), 100, symbol="n", low=2, high=MAX_ROWS, scale="int",
    help=N_("How many data points."),
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class DatasetKind:
    """A generator as the catalogue lists it.

    ``make`` takes the values of ``params`` by name and gives x and y, each of shape (n,).
    ``task`` says which models can use the data: a ``regression`` target is any number, a
    ``classification`` target is 0 or 1.
    """

    id: str
    title: str
    task: Literal["regression", "classification"]
    make: Callable[..., Data]
    params: tuple[ParamSpec, ...] = ()
    help: str = ""


def _fixed(x: list[float], y: list[float]) -> Callable[[], Data]:
    return lambda: (np.array(x, dtype=float), np.array(y, dtype=float))


def _noisy_line(n: int, seed: int, slope: float, intercept: float, noise: float) -> Data:
    """x = 2·U[0, 1), y = intercept + slope·x + noise·N(0, 1); drawn in article 4's order."""
    rng = np.random.RandomState(seed)
    x = 2 * rng.rand(n)
    return x, intercept + slope * x + noise * rng.randn(n)


def _centred_line(n: int, seed: int, noise: float) -> Data:
    """y = 2x + 1 + noise·N(0, 1) on equally spaced x in [−1, 1], whose mean is exactly 0."""
    # Multiples of a power of two: their sum, and so the mean, is free of rounding.
    half = np.arange(1, n // 2 + 1) / 2.0 ** (n // 2 - 1).bit_length()
    x = np.concatenate((-half[::-1], [0.0] * (n % 2), half))
    return x, 2 * x + 1 + noise * np.random.RandomState(seed).randn(n)


def _line_with_outliers(n: int, seed: int, share: float) -> Data:
    """y = 2x + 1 + 0.3·N(0, 1) on x in [0, 4); the last ``share`` of the rows lies 10 higher."""
    rng = np.random.RandomState(seed)
    x = 4 * rng.rand(n)
    y = 2 * x + 1 + 0.3 * rng.randn(n)
    y[n - round(share * n) :] += 10
    return x, y


def _two_clusters(n: int, seed: int, distance: float, spread: float) -> Data:
    """Class 0 around −distance/2 and class 1 around +distance/2, both with N(0, spread²)."""
    rng = np.random.RandomState(seed)
    y = (np.arange(n) >= n // 2).astype(float)
    return (y - 0.5) * distance + spread * rng.randn(n), y


NOISE = ParamSpec(
    "noise", N_("Noise"), 1.0, symbol="σ", low=0, high=1000,
    help=N_("Standard deviation of what is added to y."),
)  # fmt: skip

DATASETS: tuple[DatasetKind, ...] = (
    DatasetKind(
        "four-points", N_("Four points on y = 2x + 1"), "regression",
        _fixed([1, 2, 3, 4], [3, 5, 7, 9]),
        help=N_("The line goes through all points, so the smallest loss is 0."),
    ),
    DatasetKind(
        "four-points-through-zero", N_("Four points on y = 2x"), "regression",
        _fixed([1, 2, 3, 4], [2, 4, 6, 8]),
        help=N_("The best intercept is 0."),
    ),
    DatasetKind(
        "house-prices", N_("Three houses"), "regression",
        # The prices are the article's, the areas are made up so that a line nearly fits.
        _fixed([5, 6, 4], [100, 120, 80]),
        help=N_("Price against area in tens of square metres."),
    ),
    DatasetKind(
        "noisy-line", N_("Noisy line"), "regression", _noisy_line,
        params=(
            ROWS,
            SEED,
            ParamSpec("slope", N_("Slope"), 3.0, low=-1000, high=1000),
            ParamSpec("intercept", N_("Intercept"), 4.0, low=-1000, high=1000),
            NOISE,
        ),
        help=N_("Points scattered around a line, x between 0 and 2."),
    ),
    DatasetKind(
        "centred-line", N_("Centred line"), "regression", _centred_line,
        params=(ROWS, SEED, NOISE),
        help=N_("The mean of x is 0, so w and b do not influence each other."),
    ),
    DatasetKind(
        "line-with-outliers", N_("Line with outliers"), "regression", _line_with_outliers,
        params=(
            ROWS,
            SEED,
            ParamSpec("share", N_("Share of outliers"), 0.1, low=0, high=1,
                      help=N_("Part of the points that lie far above the line.")),
        ),
        help=N_("A few points far off the line: single rows pull hard."),
    ),
    DatasetKind(
        "two-clusters", N_("Two clusters"), "classification", _two_clusters,
        params=(
            ROWS,
            SEED,
            ParamSpec("distance", N_("Distance"), 3.0, low=0, high=1000,
                      help=N_("How far the middles of the two classes lie apart.")),
            ParamSpec("spread", N_("Spread"), 1.0, symbol="σ", low=0, open_low=True, high=1000,
                      help=N_("Standard deviation within a class.")),
        ),
        help=N_("Two classes along one line; where they overlap, no boundary is perfect."),
    ),
    DatasetKind(
        "pass-or-fail", N_("Hours of study, passed or not"), "classification",
        _fixed([0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5], [0, 0, 0, 0, 1, 0, 1, 0, 1, 1]),
        help=N_("Ten students; more hours make passing likelier, not certain."),
    ),
)  # fmt: skip

BY_ID = {kind.id: kind for kind in DATASETS}


def dataset_values(
    id: str, given: Mapping[str, object], field: str = "data"
) -> tuple[tuple[str, ParamValue], ...]:
    """All settings of generator ``id``: those ``given``, checked, and defaults for the rest.

    Raises `ScenarioError` for an unknown id or name, or a value out of range.
    """
    if id not in BY_ID:
        raise ScenarioError(
            f"{field}.generator", N_("must be one of: {allowed}"), allowed=", ".join(BY_ID)
        )
    return tuple(check_values(BY_ID[id].params, given, field).items())


@lru_cache(maxsize=8)
def generate(id: str, values: tuple[tuple[str, ParamValue], ...]) -> Data:
    """x and y, read-only and each of shape (n,), of generator ``id`` with all its ``values``."""
    x, y = BY_ID[id].make(**dict(values))
    for array in (x, y):
        array.setflags(write=False)
    return x, y
