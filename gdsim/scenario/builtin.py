"""The scenarios that come with gdsim."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from gdsim.resources import resource
from gdsim.scenario.files import SUFFIX, load_scenario
from gdsim.scenario.model import Scenario

#: The first thing that a person sees.
FIRST = "article0-sync-vs-sequential"


def builtin_path(name: str) -> Path:
    """Where the built-in scenario ``name`` lies."""
    return resource("scenarios", name + SUFFIX)


@lru_cache(maxsize=1)
def default_scenario() -> Scenario:
    """Article 0's regression, synchronous against sequential, just under the synchronous limit."""
    return load_scenario(builtin_path(FIRST))
