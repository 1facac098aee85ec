"""The quantities that a caption can name: one table, each entry read from the engine.

A name is ``[lane.]quantity[.suffix]``; the lane is ``sync``, ``seq``, ``lane1`` … and may be left
out for the first. The suffix is a parameter (``w``), a pair of them (``wb``), a row (``1``), or one
of the quantity's own words.
"""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np

from gdsim.engine.errors import GdsimError
from gdsim.engine.run import Run
from gdsim.engine.text import N_
from gdsim.lectures.expressions import Expression, Value
from gdsim.lectures.facts import Facts
from gdsim.lectures.quantities_problem import PROBLEM_QUANTITIES
from gdsim.lectures.quantities_run import RUN_QUANTITIES
from gdsim.lectures.query import Quantity, Query

_LANE = re.compile("sync|seq|lane[0-9]{1,2}")


#: All of them. Adding one is an entry in the table of one of the two modules.
QUANTITIES = (*RUN_QUANTITIES, *PROBLEM_QUANTITIES)

BY_NAME = {quantity.name: quantity for quantity in QUANTITIES}
_NUMBERED = re.compile("(min|critical)([1-9][0-9]?)")


class Evaluator:
    """Values of expressions at one beat: ``k`` is its step, ``line`` its line of the listing."""

    def __init__(self, facts: Facts, k: int, line: int = 0, lane: str = "") -> None:
        self._facts, self._k, self._line, self._lane = facts, k, line, lane

    def __call__(self, expression: Expression) -> Value:
        """The value; raises `GdsimError` for a name that there is not, or not here."""
        lane, (name, *rest) = self._split(expression.words)
        numbered = _NUMBERED.fullmatch(name)
        quantity = BY_NAME.get(numbered[1] if numbered else name)
        if quantity is None:
            raise GdsimError(N_("there is no quantity “{name}”"), name=name)
        query = Query(name, ".".join(rest), expression.args, line=self._line,
                      index=int(numbered[2]) if numbered else 1, lane=lane)  # fmt: skip
        _check_suffix(quantity, query, self._facts)
        run = self._facts.lane(lane or "lane1")
        return quantity.read(self._facts, run, self._at_step(quantity, query, expression, run))

    def _split(self, words: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
        if len(words) > 1 and _LANE.fullmatch(words[0]):
            return words[0], words[1:]
        return self._lane, words

    def _at_step(self, quantity: Quantity, query: Query, asked: Expression, run: Run) -> Query:
        """``query`` with its step, which is one that there is."""
        if quantity.steps == "none":
            if asked.step is not None:
                raise GdsimError(N_("“{name}” has no steps"), name=query.name)
            return query
        last = self._facts.last if quantity.steps == "cursor" else run.steps
        base, offset = asked.step or ("k", 0)
        step = {"k": self._k, "end": last, "": 0}[base] + offset
        most = last - 1 if quantity.steps == "step" else last
        if quantity.steps == "step" and asked.step is None:
            step = min(step, most)
        if not 0 <= step <= most:
            raise GdsimError(N_("there is no step {step}; the lane makes {steps}"),
                             step=step, steps=last)  # fmt: skip
        return replace(query, step=step)


def _check_suffix(quantity: Quantity, query: Query, facts: Facts) -> None:
    allowed = {
        "": ("",),
        "parameter": facts.problem.names,
        "pair": tuple(a + b for a in facts.problem.names for b in facts.problem.names),
        "row": tuple(str(i + 1) for i in range(min(facts.problem.rows, 99))),
        "word": quantity.words,
    }[quantity.suffix]
    if quantity.name in ("w", "b") and quantity.name not in facts.problem.names:
        raise GdsimError(N_("this problem has no parameter {name}"), name=quantity.name)
    if allowed and query.suffix not in allowed:
        raise GdsimError(
            N_("“{name}” must be followed by one of: {allowed}"),
            name=query.name, allowed=", ".join(allowed) or "–",
        )  # fmt: skip
    if len(query.args) != quantity.args and not (query.suffix == "share" and len(query.args) == 1):
        raise GdsimError(
            N_("“{name}” takes {count} numbers in brackets"), name=query.name, count=quantity.args
        )


def position(facts: Facts, lane: str, step: int) -> tuple[float, ...]:
    """θ of a lane after ``step`` steps (its last point where it has ended)."""
    run = facts.lane(lane)
    return tuple(np.asarray(run.theta[min(step, run.steps)]).tolist())
