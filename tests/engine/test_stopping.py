"""Each stopping rule alone and together, and the bounds of divergence."""

from __future__ import annotations

import math

import numpy as np
import pytest

from gdsim.engine.run import Ending, Outcome, Run
from gdsim.engine.simulate import FIRST_CHUNK, simulate
from gdsim.engine.stopping import LOSS_BOUND, PARAMETER_BOUND, STOP_PARAMS, Stop
from tests.engine.descents import article_0, formula, lane

PARABOLA = formula("w^2")


def halving(stop: Stop) -> Run:
    """w = 1, 1/2, 1/4, …: J = 4⁻ᵏ, J′ = 2·2⁻ᵏ, |Δw| = 2⁻ᵏ, all exact."""
    (run,) = simulate(PARABOLA, (1.0,), [lane("gd", 0.25)], stop=stop)
    return run


@pytest.mark.parametrize(
    ("stop", "step", "value"),
    [
        (Stop(gradient_norm=2 * 2.0**-10), 10, 2 * 2.0**-10),
        (Stop(parameter_change=2.0**-12), 12, 2.0**-12),
        (Stop(loss_change=3 * 4.0**-9), 9, 3 * 4.0**-9),
    ],
    ids=["gradient_norm", "parameter_change", "loss_change"],
)
def test_each_rule_alone(stop: Stop, step: int, value: float) -> None:
    run = halving(stop)
    (rule,) = (s.name for s in STOP_PARAMS[1:] if getattr(stop, s.name) is not None)
    assert run.steps == step
    assert run.theta[-1, 0] == 2.0**-step
    assert run.ending == Ending(Outcome.CONVERGED, rule, value, getattr(stop, rule))
    assert len(run.loss) == len(run.grad) == step + 1
    assert len(run.used) == len(run.delta) == len(run.learning_rate) == step


def test_max_steps_alone() -> None:
    run = halving(Stop(max_steps=17))
    assert run.ending == Ending(Outcome.STEP_LIMIT, "max_steps", 17.0, 17.0)
    assert run.steps == 17


@pytest.mark.parametrize("first", ["gradient_norm", "parameter_change", "loss_change"])
def test_the_first_to_hold_ends_the_run(first: str) -> None:
    limits = {"gradient_norm": 2 * 2.0**-20, "parameter_change": 2.0**-20, "loss_change": 4.0**-20}
    early = {"gradient_norm": 2 * 2.0**-5, "parameter_change": 2.0**-5, "loss_change": 3 * 4.0**-5}
    run = halving(Stop(**(limits | {first: early[first]})))
    assert run.ending.rule == first
    assert run.steps == 5


def test_a_rule_that_holds_at_the_start_makes_no_step() -> None:
    (run,) = simulate(PARABOLA, (0.0,), [lane()], stop=Stop(gradient_norm=1e-9))
    assert run.steps == 0
    assert run.ending.outcome is Outcome.CONVERGED


def test_the_last_allowed_step_may_converge() -> None:
    run = halving(Stop(max_steps=10, gradient_norm=2 * 2.0**-10))
    assert run.ending.outcome is Outcome.CONVERGED


@pytest.mark.parametrize("step", [FIRST_CHUNK - 1, FIRST_CHUNK, FIRST_CHUNK + 1, 3 * FIRST_CHUNK])
@pytest.mark.parametrize("rule", ["gradient_norm", "parameter_change", "loss_change"])
def test_rules_see_across_the_pieces_of_the_loop(rule: str, step: int) -> None:
    one = lane("gd", 0.001)
    (run,) = simulate(PARABOLA, (1.0,), [one], stop=Stop(step))
    value = {
        "gradient_norm": abs(run.grad[step, 0]),
        "parameter_change": abs(run.theta[step, 0] - run.theta[step - 1, 0]),
        "loss_change": abs(run.loss[step] - run.loss[step - 1]),
    }[rule]
    (ended,) = simulate(PARABOLA, (1.0,), [one], stop=Stop(10_000, **{rule: float(value)}))
    assert ended.steps == step
    assert ended.ending.value == value


def test_diverging_is_told_apart_from_the_step_limit() -> None:
    slow, fast = simulate(article_0(), (0, 0), [lane("gd", 0.23), lane("gd", 0.25)])
    assert slow.ending.outcome is Outcome.STEP_LIMIT
    assert fast.ending.outcome is Outcome.DIVERGED
    assert fast.ending.rule == "parameter_bound"
    assert fast.ending.limit == PARAMETER_BOUND
    sizes = np.linalg.norm(fast.theta, axis=1)
    assert fast.ending.value == sizes[-1] > PARAMETER_BOUND
    assert (sizes[:-1] <= PARAMETER_BOUND).all()


def test_the_bounds_grow_with_the_start() -> None:
    (run,) = simulate(PARABOLA, (1e8,), [lane("gd", 0.25)], stop=Stop(5))
    assert run.ending.outcome is Outcome.STEP_LIMIT
    (run,) = simulate(PARABOLA, (1e8,), [lane("gd", 1.5)], stop=Stop(100))
    assert run.ending.limit == PARAMETER_BOUND * 1e8


def test_a_loss_beyond_its_bound() -> None:
    (run,) = simulate(formula("-w^9", 50), (2.0,), [lane("gd", 0.001)], stop=Stop(100))
    assert run.ending == Ending(Outcome.DIVERGED, "loss_bound", run.loss[-1], LOSS_BOUND * 2.0**9)
    assert run.loss[-1] < -LOSS_BOUND * 2.0**9


def test_running_away_is_told_before_the_overflow_it_leads_to() -> None:
    (run,) = simulate(formula("w^8"), (30.0,), [lane("gd", 1.0)], stop=Stop(100))
    assert run.ending.outcome is Outcome.DIVERGED
    assert run.steps == 1


def test_failure_is_told_before_success() -> None:
    theta = np.array([[1.0], [1e9]])
    ending = Stop(gradient_norm=1.0).find(theta, np.zeros(2), np.zeros((2, 1)), 1)
    assert ending is not None
    assert ending[1].outcome is Outcome.DIVERGED


@pytest.mark.parametrize(
    ("theta", "loss", "grad"),
    [
        (math.nan, 0.0, 0.0), (math.inf, 0.0, 0.0), (1.0, math.nan, 0.0),
        (1.0, math.inf, 0.0), (1.0, 0.0, math.nan), (1.0, 0.0, -math.inf),
    ],
)  # fmt: skip
def test_anything_that_is_not_finite_ends_the_run(theta: float, loss: float, grad: float) -> None:
    found = Stop().find(
        np.array([[0.0], [1.0], [theta]]), np.array([0.0, 0.0, loss]),
        np.array([[1.0], [1.0], [grad]]), 1,
    )  # fmt: skip
    assert found is not None
    assert found[0] == 2
    assert found[1].outcome is Outcome.NON_FINITE
    assert found[1].rule == "finite"
