"""The gap that updating in place makes."""

from __future__ import annotations

import numpy as np
import pytest

from gdsim.engine.comparison import distance, step_gap
from gdsim.engine.lane import Lane
from gdsim.engine.optimizers import OPTIMIZERS, OptimizerKind
from gdsim.engine.problems.regression import LinearRegression
from gdsim.engine.schedules import Exponential
from gdsim.engine.simulate import simulate
from gdsim.engine.stopping import Stop
from gdsim.engine.variants import Variant
from tests.engine.descents import HIMMELBLAU, article_0, descend, formula, lane


@pytest.mark.parametrize(("rate", "gap"), [(0.2, -1.75), (0.01, -0.004375)])
def test_the_gap_of_the_first_step_of_article_0(rate: float, gap: float) -> None:
    run = descend(article_0(), (0, 0), lane("gd", rate, "sequential"), 1)
    found = step_gap(run, 0)
    assert found.predicted is not None
    np.testing.assert_allclose(found.measured, [0, gap], rtol=1e-14)
    np.testing.assert_allclose(found.predicted, [0, gap], rtol=1e-14)
    # α²·H₀₁·g₀ with H₀₁ = mean x = 2.5 and g₀ = −17.5
    assert found.predicted[1] == pytest.approx(rate**2 * 2.5 * -17.5, rel=1e-14)


@pytest.mark.parametrize("coordinates", [(0, 1), (1, 0)])
def test_the_prediction_is_exact_on_a_quadratic(coordinates: tuple[int, int]) -> None:
    one = lane("gd", 0.1, "sequential", coordinates)
    run = descend(formula("w^2 + w*b + b^2"), (1.0, 0.4), one, 10)
    first, later = coordinates
    for step in range(10):
        gap = step_gap(run, step)
        assert gap.predicted is not None
        np.testing.assert_allclose(gap.measured, gap.predicted, rtol=1e-10, atol=1e-16)
        assert gap.measured[first] == 0
        expected = 0.1**2 * 1.0 * run.used[step, first]
        assert gap.measured[later] == pytest.approx(expected, rel=1e-10)


def test_the_prediction_is_first_order_elsewhere() -> None:
    """Halving α halves the first-order gap's relative error."""
    errors = []
    for rate in (1e-3, 5e-4, 2.5e-4):
        run = descend(formula(HIMMELBLAU), (1.0, 1.0), lane("gd", rate, "sequential"), 1)
        gap = step_gap(run, 0)
        assert gap.predicted is not None
        errors.append(abs(gap.measured[1] / gap.predicted[1] - 1))
    assert errors[0] / errors[1] == pytest.approx(2, rel=0.05)
    assert errors[1] / errors[2] == pytest.approx(2, rel=0.05)


@pytest.mark.parametrize("text", ["w^2 + 3*b^2", "cos(w) + b^4"])
def test_no_gap_on_a_separable_loss(text: str) -> None:
    run = descend(formula(text), (1.0, 0.4), lane("gd", 0.1, "sequential"), 5)
    for step in range(5):
        assert step_gap(run, step).measured.tolist() == [0, 0]


def test_no_gap_for_centred_data() -> None:
    problem = LinearRegression([-1.5, -0.5, 0.5, 1.5], [3, 5, 7, 9])
    run = descend(problem, (0, 0), lane("gd", 0.1, "sequential"), 5)
    for step in range(5):
        np.testing.assert_allclose(step_gap(run, step).measured, 0, atol=1e-15)


def test_the_gap_is_that_of_the_rows_of_the_step() -> None:
    (run,) = simulate(
        article_0(), (0, 0), [lane("gd", 0.01, "sequential")],
        stop=Stop(8), variant=Variant("sgd", seed=1),
    )  # fmt: skip
    for step in range(8):
        gap = step_gap(run, step)
        (row,) = run.rows(step)
        assert gap.hessian[0, 1] == pytest.approx(row + 1)
        expected = 0.01**2 * (row + 1) * run.used[step, 0]
        assert gap.measured[1] == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize(
    "kind", [kind for kind in OPTIMIZERS if kind.elementwise], ids=lambda kind: kind.id
)
def test_the_gap_of_any_optimizer_is_measured_from_the_same_state(kind: OptimizerKind) -> None:
    run = descend(formula(HIMMELBLAU), (1.0, 1.0), lane(kind.id, 0.005, "sequential"), 12)
    for step in range(12):
        gap = step_gap(run, step)
        np.testing.assert_allclose(
            gap.synchronous_delta + gap.measured, run.delta[step], rtol=1e-12, atol=1e-15
        )
        assert abs(gap.measured[0]) < 1e-13
        assert (gap.predicted is None) == (kind.id != "gd")


def test_the_gap_is_made_with_the_rate_of_its_step() -> None:
    one = Lane("sequential", learning_rate=Exponential(0.1, 0.5))
    run = descend(formula("w^2 + w*b + b^2"), (1.0, 0.4), one, 5)
    for step in range(5):
        gap, rate = step_gap(run, step), 0.1 * 0.5**step
        assert gap.predicted is not None
        np.testing.assert_allclose(gap.synchronous_delta, -rate * gap.synchronous_grad, rtol=1e-15)
        np.testing.assert_allclose(gap.measured, gap.predicted, rtol=1e-9, atol=1e-16)


def test_distance_holds_the_last_point_of_a_run_that_ended() -> None:
    short = descend(formula("w^2"), (1.0,), lane("gd", 0.25), 3)
    long = descend(formula("w^2"), (1.0,), lane("gd", 0.125), 5)
    gap = distance(short, long)
    assert gap.shape == (6,)
    assert gap[0] == 0
    assert gap[5] == pytest.approx(0.75**5 - 0.5**3)
    np.testing.assert_array_equal(gap, distance(long, short))
