"""The code that a step is: four lines, executed one at a time, and what each listing really does.

Each line is shown as text and carried out by a function of ours that binds names to objects the
way Python does, so that an alias is an alias here too. A test executes the very texts and
compares every number.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from gdsim.engine.errors import GdsimError
from gdsim.engine.lane import Lane, Order
from gdsim.engine.problems import Problem
from gdsim.engine.schedules import Constant
from gdsim.engine.simulate import simulate
from gdsim.engine.stopping import Stop
from gdsim.engine.text import N_

#: What each name is bound to: a float, or a NumPy array of all parameters.
Names = dict[str, Any]
Partial = Callable[[Sequence[float]], float]


@dataclass(frozen=True, eq=False)
class Line:
    """A line of a listing. ``run(names, dw, db, alpha)`` does what ``text`` says; ``target`` is
    the name it binds, ``parameter`` the parameter (0 or 1) it is about, −1 for both."""

    text: str
    target: str
    parameter: int
    run: Callable[[Names, Partial, Partial, float], Any]


@dataclass(frozen=True, eq=False)
class Listing:
    """Four lines that make one step, and which update order they are equal to.

    ``teaches`` says what is to be noticed, ``setup`` is what is bound before the first line.
    """

    id: str
    title: str
    teaches: str
    order: Order
    lines: tuple[Line, ...]
    array: bool = False


@dataclass(frozen=True)
class Executed:
    """A line after it has run: the ``names`` as they are now, and the ``value`` it made."""

    index: int
    line: Line
    value: tuple[float, ...]
    names: dict[str, tuple[float, ...]]


def _assign(target: str, parameter: int, text: str, work: Callable[..., Any]) -> Line:
    def run(names: Names, dw: Partial, db: Partial, alpha: float) -> Any:
        names[target] = work(names, dw, db, alpha)
        return names[target]

    return Line(f"{target} = {text}", target, parameter, run)


def _put(array: str, parameter: int, text: str, work: Callable[..., Any]) -> Line:
    def run(names: Names, dw: Partial, db: Partial, alpha: float) -> Any:
        names[array][parameter] = work(names, dw, db, alpha)
        return names[array][parameter]

    return Line(f"{array}[{parameter}] = {text}", f"{array}[{parameter}]", parameter, run)


def _here(names: Names) -> tuple[float, float]:
    return names["w"], names["b"]


_DW = _assign("dw", 0, "dJ_dw(w, b)", lambda n, dw, db, a: dw(_here(n)))
_DB = _assign("db", 1, "dJ_db(w, b)", lambda n, dw, db, a: db(_here(n)))
_W = _assign("w", 0, "w - alpha * dw", lambda n, dw, db, a: n["w"] - a * n["dw"])
_B = _assign("b", 1, "b - alpha * db", lambda n, dw, db, a: n["b"] - a * n["db"])
_PUT = (
    _put("new", 0, "theta[0] - alpha * dJ_dw(theta)",
         lambda n, dw, db, a: n["theta"][0] - a * dw(n["theta"])),
    _put("new", 1, "theta[1] - alpha * dJ_db(theta)",
         lambda n, dw, db, a: n["theta"][1] - a * db(n["theta"])),
    _assign("theta", -1, "new", lambda n, dw, db, a: n["new"]),
)  # fmt: skip

_ALL = (
    Listing(
        "synchronous",
        N_("Synchronous"),
        N_("Both new values are worked out before either name is given its new value."),
        "synchronous",
        (
            _assign("new_w", 0, "w - alpha * dJ_dw(w, b)",
                    lambda n, dw, db, a: n["w"] - a * dw(_here(n))),
            _assign("new_b", 1, "b - alpha * dJ_db(w, b)",
                    lambda n, dw, db, a: n["b"] - a * db(_here(n))),
            _assign("w", 0, "new_w", lambda n, dw, db, a: n["new_w"]),
            _assign("b", 1, "new_b", lambda n, dw, db, a: n["new_b"]),
        ),
    ),
    Listing(
        "in-place",
        N_("In place"),
        N_("The slope for b is asked for after w has moved, so it belongs to another point."),
        "sequential",
        (_DW, _W, _DB, _B),
    ),
    Listing(
        "harmless",
        N_("Looks wrong, is harmless"),
        N_("w is assigned before b, but both slopes were already worked out: nothing is lost."),
        "synchronous",
        (_DW, _DB, _W, _B),
    ),
    Listing(
        "alias",
        N_("The NumPy alias"),
        N_("new is theta under a second name, not a copy: writing to one changes the other."),
        "sequential",
        (_assign("new", -1, "theta", lambda n, dw, db, a: n["theta"]), *_PUT),
        array=True,
    ),
    Listing(
        "copy",
        N_("With a copy"),
        N_("A copy keeps the old point whole until the step is done."),
        "synchronous",
        (_assign("new", -1, "theta.copy()", lambda n, dw, db, a: n["theta"].copy()), *_PUT),
        array=True,
    ),
)  # fmt: skip

#: The listings by id, in the order in which they are offered.
LISTINGS = {listing.id: listing for listing in _ALL}


def execute(
    listing: Listing, problem: Problem, theta: Sequence[float], alpha: float
) -> tuple[Executed, ...]:
    """One step of ``listing`` from θ (two numbers), line by line."""
    if problem.dimension != 2:
        raise GdsimError(N_("a listing needs a problem with two parameters"))

    def partial(i: int) -> Partial:
        return lambda point: float(problem.gradient(np.array([float(p) for p in point]))[i])

    start = [float(number) for number in theta]
    names: Names = dict(zip(("w", "b"), start, strict=True))
    if listing.array:
        names = {"theta": np.array(start)}
    done = []
    for index, line in enumerate(listing.lines):
        value = line.run(names, partial(0), partial(1), alpha)
        known = {name: _numbers(bound) for name, bound in names.items()}
        done.append(Executed(index, line, _numbers(value), known))
    return tuple(done)


def _numbers(bound: Any) -> tuple[float, ...]:
    return tuple(float(number) for number in np.atleast_1d(bound))


def step_of(
    listing: Listing, problem: Problem, theta: Sequence[float], alpha: float
) -> list[float]:
    """The point after one step of ``listing``."""
    names = execute(listing, problem, theta, alpha)[-1].names
    return list(names["theta"]) if listing.array else [names["w"][0], names["b"][0]]


def really_does(
    listing: Listing, problem: Problem, theta: Sequence[float], alpha: float
) -> Order | None:
    """Which update order one step of ``listing`` is equal to; ``None`` where both orders agree."""
    ends = {}
    orders: tuple[Order, Order] = ("synchronous", "sequential")
    for order in orders:
        lane = Lane(order=order, learning_rate=Constant(alpha))
        (run,) = simulate(problem, theta, [lane], stop=Stop(max_steps=1))
        ends[order] = run.theta[1]
    if np.allclose(ends["synchronous"], ends["sequential"], rtol=1e-12, atol=0):
        return None
    made = step_of(listing, problem, theta, alpha)
    near = {order: float(np.abs(end - made).max()) for order, end in ends.items()}
    return "synchronous" if near["synchronous"] < near["sequential"] else "sequential"
