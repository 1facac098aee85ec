"""What a quantity is, and what one placeholder asks of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from gdsim.engine.run import Run
from gdsim.lectures.expressions import Value
from gdsim.lectures.facts import Facts

#: What follows the name.
Suffix = Literal["", "parameter", "pair", "row", "word"]
#: Which steps it has: every point 0 … T, every step made 0 … T−1, one cursor of all lanes, or none.
Steps = Literal["point", "step", "cursor", "none"]


@dataclass(frozen=True, slots=True)
class Query:
    """A quantity's ``name`` as written, what follows it, and the step it is asked about.

    ``index`` counts the entries of a list from 1 (``min2``), ``line`` is the line of the listing
    (0-based) that the beat executes, ``lane`` the lane's name if one was written.
    """

    name: str
    suffix: str = ""
    args: tuple[float, ...] = ()
    step: int = 0
    index: int = 1
    line: int = 0
    lane: str = ""


@dataclass(frozen=True, eq=False)
class Quantity:
    """A quantity: its ``name``, ``about`` for the table in the guide, and how it is ``read``.

    ``words`` are the suffixes of the kind ``"word"``, ``args`` how many numbers in brackets it has.
    """

    name: str
    about: str
    read: Callable[[Facts, Run, Query], Value]
    suffix: Suffix = ""
    steps: Steps = "point"
    words: tuple[str, ...] = ()
    args: int = 0
