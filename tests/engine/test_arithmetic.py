"""The lines of a step are what was computed: each line's formula gives the line's result."""

import math

import pytest

from gdsim.engine import Lane, LinearRegression, Stop, make_optimizer, simulate
from gdsim.engine.arithmetic import step_arithmetic
from gdsim.engine.formula import to_text
from gdsim.engine.optimizers import OPTIMIZERS
from gdsim.engine.schedules import Constant

#: Python's own arithmetic, for the lines as they are written.
PYTHON = {"sqrt": math.sqrt, "max": max, "min": min, "sign": lambda x: math.copysign(1.0, x)}
ARTICLE_0 = LinearRegression([1, 2, 3, 4], [3, 5, 7, 9])


def run(optimizer: str, order: str = "synchronous", **values: object):
    lane = Lane(order, optimizer=make_optimizer(optimizer, values), learning_rate=Constant(0.2))
    return simulate(ARTICLE_0, [0, 0], [lane], stop=Stop(6))[0]


def test_article_0_by_hand() -> None:
    """w ← 0 − 0.2 × (−17.5) = 3.5; b is 1.2 or, with w already moved, −0.55."""
    for order, partial, result in (("synchronous", -6.0, 1.2), ("sequential", 2.75, -0.55)):
        w, b = step_arithmetic(run("gd", order), 0)
        assert (w.coordinate, w.point, w.partial, w.result) == (0, (0.0, 0.0), -17.5, 3.5)
        assert b.partial == partial
        assert b.result == pytest.approx(result, rel=1e-15)
        assert b.point == ((0.0, 0.0) if order == "synchronous" else (3.5, 0.0))
        assert dict(b.lines[-1].inputs) == {"theta": 0.0, "lr": 0.2, "g": partial}


ELEMENTWISE = [kind.id for kind in OPTIMIZERS if kind.elementwise]


@pytest.mark.parametrize("order", ["synchronous", "sequential"])
@pytest.mark.parametrize("optimizer", ELEMENTWISE)
def test_every_line_says_what_was_computed(optimizer: str, order: str) -> None:
    made = run(optimizer, order)
    for step in range(made.steps):
        for substep in step_arithmetic(made, step):
            for line in substep.lines:
                written = to_text(line.tree).replace("^", "**")
                expected = eval(written, PYTHON | dict(line.inputs))  # noqa: S307 - our own text
                assert line.result == pytest.approx(expected, rel=1e-12, abs=1e-14)
            assert substep.result == made.theta[step + 1, substep.coordinate]


@pytest.mark.parametrize("optimizer", [kind.id for kind in OPTIMIZERS])
def test_no_line_only_renames(optimizer: str) -> None:
    for substep in step_arithmetic(run(optimizer), 2):
        assert all(line.tree.op not in ("var", "num") for line in substep.lines)
        assert substep.lines[-1].name == "theta"


def test_what_is_switched_off_is_not_shown() -> None:
    plain = step_arithmetic(run("momentum"), 1)[0]
    dampened = step_arithmetic(run("momentum", dampening=0.5), 1)[0]
    assert "dampening" not in dict(plain.lines[0].inputs)
    assert dict(dampened.lines[0].inputs)["dampening"] == 0.5
