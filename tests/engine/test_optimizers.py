"""Every optimizer against PyTorch's recorded numbers, its paper, or a calculation of its own."""

from __future__ import annotations

import copy
import json
import math
import pickle
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from gdsim.engine.errors import ScenarioError
from gdsim.engine.lane import Lane
from gdsim.engine.optimizers import OPTIMIZERS, Optimizer, OptimizerKind, make_optimizer
from gdsim.engine.optimizers.mixing import MOST_TRIALS
from gdsim.engine.problems.base import ExpressionProblem
from gdsim.engine.run import Run
from gdsim.engine.swarm import Swarm
from tests.engine.descents import HIMMELBLAU, ROSENBROCK, descend, formula, lane

TORCH = json.loads((Path(__file__).parent / "torch_trajectories.json").read_text("utf-8"))

IDS = (
    "gd momentum nesterov adagrad rmsprop adadelta adam adamw amsgrad nadam qhm qhadam lion "
    "newton line-search"
)

each_kind = pytest.mark.parametrize("kind", OPTIMIZERS, ids=lambda kind: kind.id)
each_elementwise = pytest.mark.parametrize(
    "kind", [kind for kind in OPTIMIZERS if kind.elementwise], ids=lambda kind: kind.id
)

#: Values that switch on what is off by default.
OPTIONS: dict[str, dict[str, object]] = {
    "momentum": {"dampening": 0.3, "weight_decay": 0.1},
    "nesterov": {"weight_decay": 0.1},
    "adagrad": {"lr_decay": 0.1, "weight_decay": 0.1, "initial_accumulator_value": 0.5},
    "rmsprop": {"momentum": 0.5, "centered": True, "weight_decay": 0.1},
    "adadelta": {"weight_decay": 0.1},
    "adam": {"weight_decay": 0.1},
    "amsgrad": {"weight_decay": 0.1},
    "nadam": {"weight_decay": 0.1, "decoupled_weight_decay": True},
    "qhm": {"weight_decay": 0.1},
    "qhadam": {"weight_decay": 0.1, "nu2": 0.8},
    "lion": {"weight_decay": 0.1},
}


def variants(kind: OptimizerKind) -> list[Optimizer]:
    """The optimizer with its defaults, and with its options on."""
    return [make_optimizer(kind.id), make_optimizer(kind.id, OPTIONS.get(kind.id))]


def test_the_catalogue_has_all_ids_in_order() -> None:
    assert " ".join(kind.id for kind in OPTIMIZERS) == IDS
    for kind in OPTIMIZERS:
        assert kind.title
        assert kind.help
        assert kind.source
        assert kind.formula
        assert all(spec.allows(float(spec.default)) for spec in kind.params)


@pytest.mark.parametrize(
    "run", TORCH["runs"], ids=lambda run: f"{run['optimizer']}-{run['function']}"
)
def test_agrees_with_pytorch(run: dict[str, Any]) -> None:
    problem = formula(TORCH["formulas"][run["function"]])
    one = lane(run["optimizer"], run["learning_rate"], **run["values"])
    theta = descend(problem, run["start"], one).theta
    for step, expected in run["after"].items():
        np.testing.assert_allclose(theta[int(step)], expected, rtol=1e-12, atol=0)


def reference_qhm(g: float, s: dict[str, float], lr: float, t: int) -> float:
    s["g"] = s.get("g", 0.0) * 0.999 + (1 - 0.999) * g
    return -lr * (0.3 * g + 0.7 * s["g"])


def reference_qhadam(g: float, s: dict[str, float], lr: float, t: int) -> float:
    s["m"] = 0.995 * s.get("m", 0.0) + 0.005 * g
    s["v"] = 0.999 * s.get("v", 0.0) + 0.001 * g * g
    m, v = s["m"] / (1 - 0.995**t), s["v"] / (1 - 0.999**t)
    return -lr * (0.3 * g + 0.7 * m) / (math.sqrt(0.2 * g * g + 0.8 * v) + 1e-8)


def reference_lion(g: float, s: dict[str, float], lr: float, t: int) -> float:
    m = s.get("m", 0.0)
    s["m"] = 0.99 * m + 0.01 * g
    return -lr * math.copysign(1.0, 0.9 * m + 0.1 * g)


@pytest.mark.parametrize(
    ("one", "reference"),
    [
        (lane("qhm", 0.01), reference_qhm),
        (lane("qhadam", 0.05, nu2=0.8), reference_qhadam),
        (lane("lion", 0.3), reference_lion),
    ],
    ids=["qhm", "qhadam", "lion"],
)
def test_agrees_with_its_paper(one: Lane, reference: Any) -> None:
    rate = one.learning_rate.first
    w, b = 0.5, -0.5
    states: tuple[dict[str, float], dict[str, float]] = ({}, {})
    theta = [[w, b]]
    for t in range(1, 101):
        p, q = w * w + b - 11, w + b * b - 7
        grad = (4 * w * p + 2 * q, 2 * p + 4 * b * q)
        w, b = (x + reference(g, s, rate, t) for x, g, s in zip((w, b), grad, states, strict=True))
        theta.append([w, b])
    run = descend(formula(HIMMELBLAU), (0.5, -0.5), one)
    np.testing.assert_allclose(run.theta, theta, rtol=1e-12, atol=1e-15)


@each_kind
def test_update_changes_none_of_its_inputs_and_repeats_its_bits(kind: OptimizerKind) -> None:
    problem = formula(HIMMELBLAU)
    theta = np.array([[0.5, -0.5], [3.0, 1.0], [-2.0, 0.25]])
    for optimizer in variants(kind):
        grad, state = problem.gradient(theta), optimizer.init(theta)
        for step in (1, 2, 3):
            before = copy.deepcopy((grad, theta, state))
            delta, new = optimizer.update(grad, theta, state, 0.01, step, problem)
            again, new_again = optimizer.update(grad, theta, state, 0.01, step, problem)
            np.testing.assert_equal((grad, theta, state), before)
            np.testing.assert_equal((delta, new), (again, new_again))
            assert delta.shape == theta.shape
            assert all(values.shape == theta.shape for values in new.values())
            theta, state = theta + delta, new
            grad = problem.gradient(theta)


@each_kind
def test_update_agrees_with_the_loop(kind: OptimizerKind) -> None:
    problem = formula(HIMMELBLAU)
    for optimizer in variants(kind):
        hyper = dict(optimizer.values)
        run = descend(problem, (0.5, -0.5), lane(kind.id, 0.02, **hyper), 40)
        state = optimizer.init(run.theta[0])
        for step in range(run.steps):
            for name, values in run.state.items():
                np.testing.assert_allclose(values[step], state[name], rtol=1e-12, atol=1e-300)
            delta, state = optimizer.update(
                run.grad[step], run.theta[step], state, 0.02, step + 1, problem
            )
            np.testing.assert_allclose(run.delta[step], delta, rtol=1e-9, atol=1e-13)
            state = {name: values[step + 1] for name, values in run.state.items()}


@each_kind
def test_many_starts_as_arrays_agree_with_single_runs(kind: OptimizerKind) -> None:
    problem = formula(HIMMELBLAU)
    starts = np.random.default_rng(1).uniform(-4, 4, size=(20, 2))
    for optimizer in variants(kind):
        one = lane(kind.id, 0.01, **dict(optimizer.values))
        swarm = Swarm(problem, one, starts, 30)
        swarm.advance([0.01] * 30)
        singles = [descend(problem, start, one, 30).theta[-1] for start in starts]
        np.testing.assert_allclose(swarm.theta, singles, rtol=1e-10, atol=1e-12)


@each_elementwise
def test_both_orders_are_the_same_on_a_separable_problem(kind: OptimizerKind) -> None:
    problem = formula("w^4 - 3*w + 2*b^2 + b + cos(b)")
    for optimizer in variants(kind):
        hyper = dict(optimizer.values)
        together = descend(problem, (1.5, -2.0), lane(kind.id, 0.02, **hyper))
        for coordinates in ((0, 1), (1, 0)):
            apart = lane(kind.id, 0.02, "sequential", coordinates, **hyper)
            np.testing.assert_array_equal(
                descend(problem, (1.5, -2.0), apart).theta, together.theta
            )


@each_elementwise
def test_both_orders_differ_on_a_coupled_problem(kind: OptimizerKind) -> None:
    problem = formula("w^2 + w*b + b^2")
    w_first, b_first, together = (
        descend(problem, (1.0, 0.7), one, 3).theta[3].tolist()
        for one in (
            lane(kind.id, 0.1, "sequential", (0, 1)),
            lane(kind.id, 0.1, "sequential", (1, 0)),
            lane(kind.id, 0.1),
        )
    )
    if kind.id == "lion":  # signs do not change here
        assert w_first == b_first == together
    else:
        assert w_first != b_first
        assert together not in (w_first, b_first)


@pytest.mark.parametrize("id", ["newton", "line-search"])
def test_one_that_mixes_coordinates_refuses_the_sequential_order(id: str) -> None:
    with pytest.raises(ScenarioError, match="mixes the coordinates"):
        descend(formula(HIMMELBLAU), (0, 0), lane(id, order="sequential"))


@each_kind
def test_copies_are_equal(kind: OptimizerKind) -> None:
    optimizer = make_optimizer(kind.id)
    assert copy.deepcopy(optimizer) == optimizer
    assert pickle.loads(pickle.dumps(optimizer)) == optimizer  # noqa: S301 - our own bytes
    assert hash(optimizer) == hash(make_optimizer(kind.id))


@each_kind
def test_an_option_that_is_off_is_left_out(kind: OptimizerKind) -> None:
    zeros = {spec.name for spec in kind.params if spec.default == 0}
    program = make_optimizer(kind.id).program
    for _, tree in program.recurrences:
        assert not zeros & set(map(str, _names(tree)))


def _names(tree: Any) -> set[object]:
    from gdsim.engine.formula import variables

    return set(variables(tree))


@pytest.mark.parametrize("values", [{"beta1": 1.0}, {"beta3": 0.5}, {"eps": "small"}])
def test_refuses_values_out_of_range(values: dict[str, object]) -> None:
    with pytest.raises(ScenarioError, match=r"optimizer\."):
        make_optimizer("adam", values)


def test_refuses_an_unknown_id() -> None:
    with pytest.raises(ScenarioError, match="must be one of"):
        make_optimizer("sgd")


# ---- Newton


def test_newton_needs_one_step_on_a_bowl() -> None:
    run = descend(formula("3*w^2 + 2*w*b + b^2 - 4*w + 6"), (7.0, -9.0), lane("newton", 1.0), 1)
    np.testing.assert_allclose(run.theta[1], [1.0, -1.0], rtol=1e-14)
    high, low = run.state["eigenvalue"][1]
    np.testing.assert_allclose([low, high], np.linalg.eigvalsh([[6, 2], [2, 2]]), rtol=1e-14)


def test_newton_scales_its_step_by_the_learning_rate() -> None:
    run = descend(formula("w^2 + 3*w - 5"), (10.0,), lane("newton", 0.25), 1)
    assert run.theta[1, 0] == pytest.approx(10 - 0.25 * 11.5, rel=1e-15)


@pytest.mark.parametrize("d", [1, 2, 3])
@pytest.mark.parametrize("plain", [True, False])
def test_newton_uses_the_size_of_each_curvature(d: int, plain: bool) -> None:
    rng = np.random.default_rng(d)
    kind = make_optimizer("newton").kind
    assert kind.mixer is not None
    step = kind.mixer.build(d, plain)
    for _ in range(50):
        half = rng.normal(size=(d, d))
        hessian, grad = half + half.T, rng.normal(size=d)
        values, vectors = np.linalg.eigh(hessian)
        expected = -0.3 * vectors @ ((vectors.T @ grad) / np.maximum(np.abs(values), 0.5))
        upper = hessian[np.triu_indices(d)].tolist()
        result = step(0.3, *rng.normal(size=d).tolist(), *grad.tolist(), *upper, 0.5)
        np.testing.assert_allclose(result[:d], expected, rtol=1e-12, atol=1e-14)
        np.testing.assert_allclose(result[d:], values[::-1], rtol=1e-12, atol=1e-13)


def test_newton_leaves_a_saddle() -> None:
    """Undamped it would go to the saddle at (0, 0)."""
    run = descend(formula("w^2 - b^2 + b^4/8", 3), (1.0, 0.1), lane("newton", 1.0))
    np.testing.assert_allclose(run.theta[-1], [0.0, 2.0], atol=1e-9)


# ---- line search


def naive_search(
    problem: ExpressionProblem, theta: Any, rate: float, armijo: float
) -> tuple[Any, float, int]:
    loss, grad = float(problem.value(theta)), problem.gradient(theta)
    for trial in range(1, MOST_TRIALS + 1):
        if float(problem.value(theta - rate * grad)) <= loss - armijo * rate * float(grad @ grad):
            return theta - rate * grad, rate, trial
        rate /= 2
    return theta, 0.0, MOST_TRIALS


@pytest.mark.parametrize("armijo", [1e-4, 0.45])
@pytest.mark.parametrize("text", [ROSENBROCK, HIMMELBLAU, "w^4 - 3*w"])
def test_line_search_agrees_with_its_rule(text: str, armijo: float) -> None:
    problem = formula(text)
    start = (-1.2, 1.0)[: problem.dimension]
    run = descend(problem, start, lane("line-search", 1.0, armijo=armijo), 15)
    for step in range(15):
        theta, rate, trials = naive_search(problem, run.theta[step], 1.0, armijo)
        np.testing.assert_allclose(run.theta[step + 1], theta, rtol=1e-12)
        assert (run.state["rate"][step + 1] == rate).all()
        assert (run.state["trials"][step + 1] == trials).all()
    assert (np.diff(run.loss) <= 0).all()


def test_a_line_search_of_many_starts_agrees_with_its_rule() -> None:
    problem, one = formula(ROSENBROCK), lane("line-search", 1.0, armijo=0.45)
    starts = np.random.default_rng(3).uniform(-2, 2, size=(200, 2))
    swarm = Swarm(problem, one, starts, 1)
    swarm.advance([1.0])
    expected = [naive_search(problem, start, 1.0, 0.45)[0] for start in starts]
    np.testing.assert_allclose(swarm.theta, expected, rtol=1e-12)


def trials_are_as_recorded(run: Run, step: int) -> None:
    tried = run.trials(step)
    fall = 1e-4 * float(run.used[step] @ run.used[step])
    rates = 0.5 ** np.arange(len(tried))
    meets = run.problem.value(tried) <= run.loss[step] - rates * fall
    assert meets.tolist() == [False] * (len(tried) - 1) + [True]
    np.testing.assert_array_equal(tried[-1], run.theta[step + 1])


def test_the_trial_steps_of_a_line_search_can_be_seen() -> None:
    run = descend(formula(ROSENBROCK), (-1.2, 1.0), lane("line-search", 1.0), 10)
    for step in range(10):
        trials_are_as_recorded(run, step)
    assert len(run.trials(0)) > 5
    assert len(descend(formula(ROSENBROCK), (-1.2, 1.0), lane(), 1).trials(0)) == 0


def test_line_search_stays_inside_the_domain_of_the_loss() -> None:
    run = descend(formula("w - log(w)", 5), (0.1,), lane("line-search", 1.0), 60)
    assert run.theta[-1, 0] == pytest.approx(1.0, abs=1e-6)
    assert (run.theta > 0).all()


def test_line_search_stands_still_where_no_trial_helps() -> None:
    # abs at its tip: the slope is 0 there, and just beside it any step of the grid overshoots.
    run = descend(formula("abs(w)", 1), (0.75,), lane("line-search", 1.0), 8)
    assert (np.diff(run.loss) <= 0).all()
