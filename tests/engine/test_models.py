"""Regression, logistic regression and the neuron: values, derivatives, batches, standardising."""

from __future__ import annotations

import math
from collections.abc import Callable

import mpmath
import numpy as np
import pytest
import sympy

from gdsim.engine.errors import ScenarioError
from gdsim.engine.lane import Lane
from gdsim.engine.optimizers import make_optimizer
from gdsim.engine.problems.base import Problem
from gdsim.engine.problems.logistic import LogisticRegression
from gdsim.engine.problems.neuron import SigmoidNeuron
from gdsim.engine.problems.regression import LinearRegression
from gdsim.engine.problems.rows import ROWS_WRITTEN_OUT
from gdsim.engine.problems.scaling import standardised
from gdsim.engine.schedules import Constant
from gdsim.engine.simulate import simulate
from gdsim.engine.stopping import Stop
from gdsim.engine.variants import Variant
from tests.engine.descents import lane

Make = Callable[..., Problem]
Row = Callable[[object, object, object, object], object]


def logistic_row(w: object, b: object, x: object, y: object) -> sympy.Expr:
    p = 1 / (1 + sympy.exp(-(w * x + b)))
    return -(y * sympy.log(p) + (1 - y) * sympy.log(1 - p))


def neuron_row(w: object, b: object, x: object, y: object) -> sympy.Expr:
    return (1 / (1 + sympy.exp(-(w * x + b))) - y) ** 2


MODELS: dict[str, tuple[Make, Row]] = {
    "linear mse": (
        lambda x, y, **k: LinearRegression(x, y, "mse", **k),
        lambda w, b, x, y: (w * x + b - y) ** 2,
    ),
    "linear half-mse": (LinearRegression, lambda w, b, x, y: (w * x + b - y) ** 2 / 2),
    "logistic": (LogisticRegression, logistic_row),
    "neuron mse": (SigmoidNeuron, neuron_row),
    "neuron half-mse": (
        lambda x, y, **k: SigmoidNeuron(x, y, "half-mse", **k),
        lambda w, b, x, y: neuron_row(w, b, x, y) / 2,
    ),
}

each_model = pytest.mark.parametrize("name", MODELS)
each_size = pytest.mark.parametrize("rows", [1, ROWS_WRITTEN_OUT, ROWS_WRITTEN_OUT + 3])


def data(rows: int) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(rows)
    x = rng.normal(size=rows).round(3) + 0.5
    return x, (x + rng.normal(size=rows) > 0.5).astype(float)


def exact(row: Row, x: np.ndarray, y: np.ndarray, theta: np.ndarray) -> list[float]:
    """J, ∇J and the Hessian's three entries by SymPy, with 40 digits."""
    w, b = sympy.symbols("w b")
    rows = zip(map(str, x), map(int, y), strict=True)
    loss = sum(row(w, b, sympy.Rational(p), q) for p, q in rows) / len(x)
    wanted = [loss, loss.diff(w), loss.diff(b), loss.diff(w, w), loss.diff(w, b), loss.diff(b, b)]
    at = {w: sympy.Float(float(theta[0]), 40), b: sympy.Float(float(theta[1]), 40)}
    return [float(one.evalf(40, subs=at)) for one in wanted]


@each_model
@each_size
def test_value_gradient_and_hessian_agree_with_sympy(name: str, rows: int) -> None:
    make, row = MODELS[name]
    x, y = data(rows)
    problem = make(x, y)
    theta = np.array([0.7, -1.3])
    value, *grad, hww, hwb, hbb = exact(row, x, y, theta)
    assert float(problem.value(theta)) == pytest.approx(value, rel=1e-12)
    np.testing.assert_allclose(problem.gradient(theta), grad, rtol=1e-11, atol=1e-14)
    hessian = problem.hessian(theta)
    np.testing.assert_allclose(hessian, [[hww, hwb], [hwb, hbb]], rtol=1e-11, atol=1e-14)


@each_model
def test_one_point_many_points_and_a_grid_are_the_same(name: str) -> None:
    problem = MODELS[name][0](*data(30))
    grid = np.random.default_rng(0).normal(size=(7, 5, 2))
    for function, shape in (("value", ()), ("gradient", (2,)), ("hessian", (2, 2))):
        many = getattr(problem, function)(grid)
        assert many.shape == (7, 5, *shape)
        singles = [[getattr(problem, function)(point) for point in line] for line in grid]
        np.testing.assert_allclose(many, singles, rtol=1e-13, atol=1e-15)


@each_model
@each_size
@pytest.mark.parametrize(
    "variant",
    [Variant(), Variant("sgd", seed=1), Variant("mini-batch", 4, seed=1),
     Variant("mini-batch", 12, seed=1)],
)  # fmt: skip
def test_the_loop_uses_the_gradient_of_its_rows(name: str, rows: int, variant: Variant) -> None:
    """Written out, by sufficient statistics or as arrays: the partials are those of the subset."""
    problem = MODELS[name][0](*data(rows))
    lanes = [lane("gd", 0.1), lane("gd", 0.1, "sequential", (1, 0))]
    for run in simulate(problem, (0.3, -0.2), lanes, stop=Stop(25), variant=variant):
        for step in range(25):
            part = problem.subset(run.rows(step))
            used = np.diag(part.gradient(run.points(step)))
            np.testing.assert_allclose(run.used[step], used, rtol=1e-10, atol=1e-13)


@each_model
def test_newton_and_line_search_get_the_batch_they_are_in(name: str) -> None:
    problem = MODELS[name][0](*data(30))
    variant = Variant("mini-batch", 11, seed=2)
    for optimizer in map(make_optimizer, ("newton", "line-search")):
        one = Lane(optimizer=optimizer, learning_rate=Constant(0.5))
        (run,) = simulate(problem, (0.3, -0.2), [one], stop=Stop(9), variant=variant)
        for step in range(9):
            part, theta = problem.subset(run.rows(step)), run.theta[step]
            delta, _ = optimizer.update(
                part.gradient(theta), theta, optimizer.init(theta), 0.5, step + 1, part
            )
            np.testing.assert_allclose(run.delta[step], delta, rtol=1e-9, atol=1e-12)


@each_model
def test_predictions_and_residuals(name: str) -> None:
    x, y = data(30)
    problem = MODELS[name][0](x, y)
    theta = np.array([0.7, -1.3])
    line = 0.7 * x - 1.3
    expected = line if "linear" in name else 1 / (1 + np.exp(-line))
    np.testing.assert_allclose(problem.predict(theta, x), expected, rtol=1e-14)
    np.testing.assert_allclose(problem.residuals(theta), expected - y, rtol=1e-13)


@each_model
def test_data_are_used_as_given_and_cannot_be_changed(name: str) -> None:
    x, y = data(30)
    problem = MODELS[name][0](x, y)
    np.testing.assert_array_equal(problem.x, x)
    np.testing.assert_array_equal(problem.y, y)
    assert problem.scaling is None
    for array in (problem.x, problem.y):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 9
    assert problem.rows == 30


@each_model
def test_standardising_is_another_problem_that_says_so(name: str) -> None:
    x, y = data(30)
    plain, scaled = MODELS[name][0](x, y), MODELS[name][0](x, y, standardise=True)
    assert abs(scaled.x.mean()) < 1e-15
    assert scaled.x.std() == pytest.approx(1, rel=1e-14)
    assert scaled.scaling is not None
    assert scaled.scaling.mean == pytest.approx(x.mean())
    assert scaled.scaling.deviation == pytest.approx(x.std())
    # The same line in other units has the same loss.
    w, b = 0.7, -1.3
    there = np.array([w * scaled.scaling.deviation, b + w * scaled.scaling.mean])
    assert float(scaled.value(there)) == pytest.approx(float(plain.value(np.array([w, b]))))
    part = scaled.subset(np.array([1, 2]))
    np.testing.assert_array_equal(part.x, scaled.x[[1, 2]])
    assert part.scaling == scaled.scaling


def test_equal_numbers_are_only_shifted() -> None:
    scaled, how = standardised(np.array([3.0, 3.0, 3.0]))
    assert scaled.tolist() == [0.0, 0.0, 0.0]
    assert (how.mean, how.deviation) == (3.0, 1.0)


# ---- logistic regression


@pytest.mark.parametrize("side", [0, 1])
@pytest.mark.parametrize("z", [-800.0, -40.0, -1e-9, 0.0, 3.0, 40.0, 800.0])
def test_cross_entropy_is_stable(side: int, z: float) -> None:
    """ln(1 + e^∓z) and its slope with mpmath's 60 digits, where the textbook form overflows."""
    problem = LogisticRegression([1.0], [side])
    theta = np.array([z, 0.0])
    with mpmath.workdps(60):
        t = mpmath.mpf(-z if side else z)
        value, slope = mpmath.log1p(mpmath.exp(t)), 1 / (1 + mpmath.exp(-t))
    assert float(problem.value(theta)) == pytest.approx(float(value), rel=1e-13, abs=1e-320)
    expected = float(-slope if side else slope)
    assert problem.gradient(theta)[0] == pytest.approx(expected, rel=1e-13, abs=1e-320)


def test_the_minimum_of_cross_entropy() -> None:
    problem = LogisticRegression(*data(30))
    ((place, value),) = problem.minima
    np.testing.assert_allclose(problem.gradient(np.array(place)), 0, atol=1e-13)
    assert (np.linalg.eigvalsh(problem.hessian(np.array(place))) > 0).all()
    (run,) = simulate(problem, (0, 0), [lane("gd", 1.0)], stop=Stop(3000))
    np.testing.assert_allclose(run.theta[-1], place, atol=1e-8)
    assert value == pytest.approx(run.loss[-1])
    for (low, high), centre in zip(problem.box, place, strict=True):
        assert low < min(0.0, centre) < max(0.0, centre) < high


@pytest.mark.parametrize(
    ("x", "y"), [([1, 2, 3, 4], [0, 0, 1, 1]), ([1, 2, 3], [1, 1, 1]), ([1, 2, 2, 3], [1, 1, 0, 0])]
)
def test_separable_classes_have_no_minimum(x: list[float], y: list[float]) -> None:
    problem = LogisticRegression(x, y)
    assert problem.separable
    assert problem.minima == ()
    (run,) = simulate(problem, (0, 0), [lane("gd", 1.0)], stop=Stop(500))
    assert (np.diff(run.loss) < 0).all()
    assert all(math.isfinite(side) for pair in problem.box for side in pair)


def test_classes_are_0_and_1() -> None:
    with pytest.raises(ScenarioError, match=r"problem\.data\.y: must be 0 or 1"):
        LogisticRegression([1, 2], [0, 2])


@pytest.mark.parametrize("make", [LogisticRegression, SigmoidNeuron])
def test_unknown_losses_are_refused(make: Make) -> None:
    with pytest.raises(ScenarioError, match=r"problem\.loss"):
        make([1, 2], [0, 1], "hinge")


# ---- the neuron


def test_the_neuron_is_not_convex_and_flat_where_it_saturates() -> None:
    problem = SigmoidNeuron([-1.0, 1.0], [0.0, 1.0])
    curvatures = np.linalg.eigvalsh(problem.hessian(np.array([[-3.0, 0.0], [1.0, 0.0]])))
    assert curvatures[0].min() < 0 < curvatures[1].min()
    # As wrong as can be, and yet hardly any slope; cross-entropy's slope is 1 there.
    wrong = np.array([-20.0, 0.0])
    assert float(problem.value(wrong)) == pytest.approx(1.0)
    assert np.abs(problem.gradient(wrong)).max() < 1e-7
    steep = LogisticRegression([-1.0, 1.0], [0.0, 1.0]).gradient(wrong)
    assert steep[0] == pytest.approx(-1.0)


# ---- linear regression by sufficient statistics


def test_many_rows_cost_and_give_the_same_as_written_out() -> None:
    x, y = data(ROWS_WRITTEN_OUT)
    few, twice = LinearRegression(x, y), LinearRegression(np.tile(x, 3), np.tile(y, 3))
    points = np.random.default_rng(1).normal(size=(50, 2))
    np.testing.assert_allclose(few.value(points), twice.value(points), rtol=1e-12)
    np.testing.assert_allclose(few.gradient(points), twice.gradient(points), rtol=1e-11, atol=1e-14)


def test_the_minimum_is_least_squares() -> None:
    x, y = data(30)
    ((place, value),) = LinearRegression(x, y, "mse").minima
    (slope, intercept), (rest,), *_ = np.linalg.lstsq(
        np.stack([x, np.ones_like(x)], axis=1), y, rcond=None
    )
    np.testing.assert_allclose(place, [slope, intercept], rtol=1e-12)
    assert value == pytest.approx(rest / 30)
