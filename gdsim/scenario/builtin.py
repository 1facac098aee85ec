"""The scenarios that come with gdsim."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from gdsim.resources import resource
from gdsim.scenario.files import SUFFIX, load_scenario
from gdsim.scenario.model import Scenario

#: The first thing that a person sees.
FIRST = "article0-sync-vs-sequential"

#: The built-in scenarios in the order of their lessons. Adding one is a file and a line here.
BUILTIN: tuple[str, ...] = (
    # Synchronous against sequential
    FIRST,
    "coupled-bowl-one-step",
    "article0-order-of-the-coordinates",
    "article0-between-the-limits",
    "centred-data-no-gap",
    "himmelblau-different-minima",
    # Downhill, learning rate, when to stop
    "article1-from-the-right",
    "parabola-four-rates",
    "stopping-too-early",
    # Several minima, saddles, plateaus, cliffs
    "double-well-two-valleys",
    "saddle-on-the-ridge",
    "plateau-vanishing-gradient",
    "cliff-exploding-gradient",
    # Data: batch, stochastic, mini-batch
    "article2-batch-sgd-mini-batch",
    "sampling-with-and-without-replacement",
    "sgd-with-a-falling-rate",
    "article3-house-prices",
    "article4-least-squares",
    # Classification
    "logistic-regression-two-classes",
    "neuron-squared-loss",
    # Better methods
    "ravine-better-methods",
    "rosenbrock-race",
)


def builtin_path(name: str) -> Path:
    """Where the built-in scenario ``name`` lies."""
    return resource("scenarios", name + SUFFIX)


@lru_cache(maxsize=1)
def default_scenario() -> Scenario:
    """Article 0's regression, synchronous against sequential, just under the synchronous limit."""
    return load_scenario(builtin_path(FIRST))
