"""What a run records, and that recording, pieces and lanes change no number."""

from __future__ import annotations

import math

import numpy as np
import pytest

from gdsim.engine.errors import ScenarioError
from gdsim.engine.lane import Lane
from gdsim.engine.optimizers import OPTIMIZERS
from gdsim.engine.problems.base import Objective, Problem
from gdsim.engine.problems.regression import LinearRegression
from gdsim.engine.problems.rows import RowsForm
from gdsim.engine.run import Outcome, Run
from gdsim.engine.schedules import Constant, Exponential, InverseTime
from gdsim.engine.simulate import FIRST_CHUNK, simulate
from gdsim.engine.stopping import Stop
from gdsim.engine.variants import Variant
from tests.engine.descents import HIMMELBLAU, ROSENBROCK, article_0, descend, formula, lane


def arrays(run: Run) -> dict[str, np.ndarray]:
    named = {
        name: getattr(run, name)
        for name in ("theta", "loss", "grad", "used", "delta", "learning_rate")
    }
    return named | {f"state {name}": values for name, values in run.state.items()}


def same_bits(first: Run, second: Run, steps: int) -> None:
    """The first ``steps`` steps of both are the same to the bit."""
    for name, values in arrays(first).items():
        count = steps if name in ("used", "delta", "learning_rate") else steps + 1
        assert values[:count].tobytes() == arrays(second)[name][:count].tobytes(), name


@pytest.mark.parametrize("order", ["synchronous", "sequential"])
def test_the_loop_is_the_plain_update_to_the_bit(order: str) -> None:
    w = b = 0.0
    theta = [[w, b]]
    x, y = (1.0, 2.0, 3.0, 4.0), (3.0, 5.0, 7.0, 9.0)

    def errors() -> list[float]:
        return [w * p + b - q for p, q in zip(x, y, strict=True)]

    for _ in range(1000):
        dw = sum(e * p for e, p in zip(errors(), x, strict=True)) / 4
        db = sum(errors()) / 4
        w -= 0.01 * dw
        if order == "sequential":
            db = sum(errors()) / 4
        b -= 0.01 * db
        theta.append([w, b])
    run = descend(article_0(), (0, 0), lane("gd", 0.01, order), 1000)
    np.testing.assert_array_equal(run.theta, theta)


@pytest.mark.parametrize("kind", OPTIMIZERS, ids=lambda kind: kind.id)
def test_same_input_same_bits(kind: object) -> None:
    problem = formula(ROSENBROCK)
    one = lane(kind.id, 0.01)  # type: ignore[attr-defined]
    first = descend(problem, (-1.2, 1.0), one, 300)
    for _ in range(3):
        same_bits(first, descend(formula(ROSENBROCK), (-1.2, 1.0), one, 300), first.steps)


@pytest.mark.parametrize("id", ["gd", "adam", "line-search"])
def test_a_longer_run_begins_with_the_shorter(id: str) -> None:
    """Also where the pieces of the loop end at other steps."""
    short = descend(formula("w^2 + sin(3*w)*b + b^2"), (2.0, 1.0), lane(id, 0.003), 700)
    longer = FIRST_CHUNK * 3 + 1
    long = descend(formula("w^2 + sin(3*w)*b + b^2"), (2.0, 1.0), lane(id, 0.003), longer)
    assert long.steps == longer
    same_bits(short, long, 700)


@pytest.mark.parametrize("order", ["synchronous", "sequential"])
@pytest.mark.parametrize("variant", [Variant(), Variant("sgd", seed=3), Variant("mini-batch", 3)])
def test_the_records_fit_together(order: str, variant: Variant) -> None:
    rng = np.random.default_rng(5)
    x = rng.normal(size=11)
    problem = LinearRegression(x, 2 * x + rng.normal(size=11), "mse")
    one = Lane(order, (), learning_rate=Exponential(0.1, 0.99))
    (run,) = simulate(problem, (0.5, -1), [one], stop=Stop(50), variant=variant)
    np.testing.assert_array_equal(run.theta[:-1] + run.delta, run.theta[1:])
    np.testing.assert_array_equal(run.delta, -run.learning_rate[:, None] * run.used)
    np.testing.assert_allclose(run.loss, problem.value(run.theta), rtol=1e-15)
    np.testing.assert_allclose(run.grad, problem.gradient(run.theta), rtol=1e-13, atol=1e-14)
    for step in range(50):
        part = problem.subset(run.rows(step))
        at = part.gradient(run.points(step))
        np.testing.assert_allclose(run.used[step], np.diag(at), rtol=1e-11, atol=1e-13)
    if order == "synchronous" and variant.id == "batch":
        np.testing.assert_array_equal(run.used, run.grad[:-1])


def test_every_piece_of_the_loop_gets_its_own_rates() -> None:
    one = Lane(learning_rate=InverseTime(0.01, 0.1))
    run = descend(formula("w^2 + w*b + b^2"), (2.0, 1.0), one, 5 * FIRST_CHUNK)
    np.testing.assert_array_equal(run.learning_rate, InverseTime(0.01, 0.1).rates(run.steps))
    np.testing.assert_array_equal(run.delta, -run.learning_rate[:, None] * run.used)


def test_substeps_move_one_coordinate_at_a_time() -> None:
    run = descend(formula(HIMMELBLAU), (1.0, 1.0), lane("gd", 0.01, "sequential", (1, 0)), 5)
    for step in range(5):
        start, corner, end = run.elbows(step)
        np.testing.assert_array_equal(start, run.theta[step])
        np.testing.assert_array_equal(end, run.theta[step + 1])
        assert corner.tolist() == [start[0], end[1]]
        np.testing.assert_array_equal(run.points(step), [corner, start])


def test_a_synchronous_step_takes_all_partials_at_one_point() -> None:
    run = descend(formula(HIMMELBLAU), (1.0, 1.0), lane(), 3)
    np.testing.assert_array_equal(run.points(1), [run.theta[1]] * 2)
    assert run.elbows(1).shape == (2, 2)


def test_records_are_read_only() -> None:
    (run,) = simulate(
        article_0(), (0, 0), [lane("adam")], stop=Stop(5), variant=Variant("sgd", seed=1)
    )
    assert run.batch is not None
    for values in (*arrays(run).values(), run.batch):
        with pytest.raises(ValueError, match="read-only"):
            values[0] = 1


def test_any_number_of_lanes_each_with_its_own_settings() -> None:
    sampled = Variant("mini-batch", 2, seed=9)
    lanes = [
        lane("gd", 0.01),
        lane("gd", 0.02, "sequential", (1, 0)),
        lane("adam", 0.1),
        Lane(variant=Variant("sgd", seed=4), learning_rate=Constant(0.01)),
        lane("newton", 1.0),
        lane("gd", 0.25),
    ]
    together = simulate(article_0(), (0, 0), lanes, stop=Stop(200), variant=sampled)
    assert [run.lane for run in together] == lanes
    for one, run in zip(lanes, together, strict=True):
        (alone,) = simulate(article_0(), (0, 0), [one], stop=Stop(200), variant=sampled)
        same_bits(run, alone, run.steps)
        assert run.ending == alone.ending


def test_lanes_share_the_draws() -> None:
    runs = simulate(
        article_0(), (0, 0), [lane(), lane("adam", 0.1, "sequential")],
        stop=Stop(30), variant=Variant("mini-batch", 2, seed=7),
    )  # fmt: skip
    first, second = (run.batch for run in runs)
    assert first is not None
    np.testing.assert_array_equal(first, second)


def test_epochs_count_passes_over_the_data() -> None:
    (run,) = simulate(
        article_0(), (0, 0), [lane()], stop=Stop(10), variant=Variant("mini-batch", 3)
    )
    assert run.steps_per_epoch == 2
    assert run.epoch(5) == 2.5
    assert [len(run.rows(step)) for step in range(4)] == [3, 1, 3, 1]


def test_refuses_a_start_of_the_wrong_size() -> None:
    with pytest.raises(ScenarioError, match="start: must have 2 numbers"):
        simulate(article_0(), (0,), [lane()])


@pytest.mark.parametrize("coordinates", [(0,), (0, 0), (0, 2), (1, 0, 2)])
def test_refuses_an_order_that_misses_a_parameter(coordinates: tuple[int, ...]) -> None:
    with pytest.raises(ScenarioError, match="each of the 2 parameters once"):
        simulate(article_0(), (0, 0), [lane(order="sequential", coordinates=coordinates)])


# ---- runs that end badly; every warning is an error in these tests


def test_a_logarithm_of_a_negative_number_ends_the_run() -> None:
    run = descend(formula("log(w)"), (1.0,), lane("gd", 0.3), 1000)
    assert run.ending.outcome is Outcome.NON_FINITE
    assert run.steps == 3
    assert math.isnan(run.loss[-1])


def test_a_pole_ends_the_run() -> None:
    run = descend(formula("1/w"), (-1.0,), lane("gd", 1.0), 1000)
    assert run.ending.outcome is Outcome.NON_FINITE
    assert run.theta[:, 0].tolist() == [-1.0, 0.0]
    at_once = descend(formula("w + 1/w"), (0.0,), lane("gd", 1.0), 1000)
    assert at_once.ending.outcome is Outcome.NON_FINITE
    assert at_once.steps == 0


def test_nought_by_nought_ends_the_run() -> None:
    run = descend(formula("b^2 + 0*w"), (1.0, 1.0), lane("adam", 0.1, eps=0.0), 50)
    assert run.ending.outcome is Outcome.NON_FINITE
    assert run.steps == 1


def test_an_overflow_ends_the_run() -> None:
    run = descend(formula("exp(exp(w))"), (7.0,), lane("gd", 1.0), 1000)
    assert run.ending.outcome is Outcome.NON_FINITE
    assert run.steps == 0


class Touchy(Problem):
    """w²/2, whose slope plain floats cannot work out for w in [1, 2]."""

    def __init__(self) -> None:
        self.names, self.box, self.id = ("w",), ((-9.0, 9.0),), "touchy"
        self.refused = 0

    def value(self, theta: np.ndarray) -> np.ndarray:
        return theta[..., 0] ** 2 / 2

    def gradient(self, theta: np.ndarray) -> np.ndarray:
        return np.array(theta)

    def hessian(self, theta: np.ndarray) -> np.ndarray:
        return np.ones((*theta.shape, 1))

    def objective(self, batch: object, steps: int, whole: object = None) -> Objective:
        def evaluate(wanted: tuple[str, ...], w: float) -> list[float]:
            if type(w) is float and 1 <= w <= 2:
                self.refused += 1
                raise OverflowError
            return [float(w)]

        return Objective(RowsForm(("w",), ("evaluate",)), (evaluate,))


@pytest.mark.parametrize("id", ["gd", "adam"])
def test_steps_that_plain_floats_refuse_are_made_on_numpy(id: str) -> None:
    rate = {"gd": 0.01, "adam": 0.01}[id]
    touchy = Touchy()
    run = descend(touchy, (4.0,), lane(id, rate), 500)
    assert run.steps == 500
    assert touchy.refused > 1
    expected = descend(formula("w^2/2"), (4.0,), lane(id, rate), 500)
    np.testing.assert_allclose(run.theta, expected.theta, rtol=1e-13)


def test_steps_on_numpy_have_their_own_rates() -> None:
    one = Lane(learning_rate=InverseTime(0.02, 0.01))
    run = descend(Touchy(), (4.0,), one, 500)
    expected = descend(formula("w^2/2"), (4.0,), one, 500)
    np.testing.assert_allclose(run.theta, expected.theta, rtol=1e-13)


def test_a_flat_loss_goes_nowhere() -> None:
    run = descend(formula("0*w + 5"), (2.0,), lane(), 20)
    assert run.ending.outcome is Outcome.STEP_LIMIT
    assert (run.theta == 2.0).all()
    assert (run.loss == 5.0).all()


def test_a_kink_keeps_the_run_swinging() -> None:
    run = descend(formula("abs(w)", 1), (0.05,), lane("gd", 0.1), 50)
    assert run.ending.outcome is Outcome.STEP_LIMIT
    assert np.abs(run.theta).max() < 0.1
    assert (run.theta[1:, 0] * run.theta[:-1, 0] < 0).all()
