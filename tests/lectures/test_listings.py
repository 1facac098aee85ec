"""The listings do what their text says: the very text is executed here and compared."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from gdsim.engine import Lane, LinearRegression, Stop, make_formula, simulate
from gdsim.engine.errors import GdsimError
from gdsim.engine.schedules import Constant
from gdsim.lectures import LISTINGS, execute
from gdsim.lectures.listings import really_does, step_of

DATA = LinearRegression([1, 2, 3, 4], [3, 5, 7, 9])
BOWL = make_formula("w^2 + w*b^2 + b^4", ((-2, 2), (-2, 2)))
ALPHA = 0.2
IDS = tuple(LISTINGS)


def names_after(id: str, lines: int) -> dict[str, Any]:
    """What Python itself makes of the first lines of a listing."""
    listing = LISTINGS[id]

    def partial(i: int) -> Any:
        return lambda *point: float(DATA.gradient(np.array(point).reshape(2))[i])

    names: dict[str, Any] = {"alpha": ALPHA, "dJ_dw": partial(0), "dJ_db": partial(1)}
    names |= {"theta": np.array([1.0, -0.5])} if listing.array else {"w": 1.0, "b": -0.5}
    text = "\n".join(line.text for line in listing.lines[:lines])
    exec(text, names)  # noqa: S102 - the listing is ours, and this is what it is about
    return {name: names[name] for name in ("w", "b", "theta", "new") if name in names}


@pytest.mark.parametrize("id", IDS)
def test_every_line_does_what_it_says(id: str) -> None:
    done = execute(LISTINGS[id], DATA, [1.0, -0.5], ALPHA)
    assert len(done) == 4
    for executed in done:
        real = names_after(id, executed.index + 1)
        for name, value in real.items():
            assert executed.names[name] == tuple(np.atleast_1d(value).tolist())


@pytest.mark.parametrize("id", IDS)
@pytest.mark.parametrize("problem", [DATA, BOWL])
def test_is_the_order_it_is_said_to_be(id: str, problem: Any) -> None:
    listing = LISTINGS[id]
    lane = Lane(order=listing.order, learning_rate=Constant(ALPHA))
    (run,) = simulate(problem, [1.0, -0.5], [lane], stop=Stop(max_steps=5))
    theta = [1.0, -0.5]
    for k in range(5):
        theta = step_of(listing, problem, theta, ALPHA)
        assert theta == pytest.approx(run.theta[k + 1].tolist(), rel=1e-12)
    assert really_does(listing, problem, [1.0, -0.5], ALPHA) == listing.order


def test_the_harmless_one_is_harmless_and_the_alias_is_not() -> None:
    orders = {name: really_does(LISTINGS[name], DATA, [0, 0], ALPHA) for name in IDS}
    assert orders == {
        "synchronous": "synchronous", "in-place": "sequential", "harmless": "synchronous",
        "alias": "sequential", "copy": "synchronous",
    }  # fmt: skip


def test_where_nothing_is_coupled_no_listing_differs() -> None:
    bowl = make_formula("w^2 + b^2", ((-2, 2), (-2, 2)))
    assert {really_does(LISTINGS[name], bowl, [1, 1], 0.1) for name in IDS} == {None}


def test_needs_two_parameters() -> None:
    line = make_formula("w^2", ((-2, 2),))
    with pytest.raises(GdsimError, match="two parameters"):
        execute(LISTINGS["copy"], line, [1.0], 0.1)
