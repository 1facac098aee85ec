"""Every figure of the articles, through the engine and through `gdsim trace`."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from gdsim.cli import main
from gdsim.engine import Lane, Outcome, Stop, Variant, stability
from gdsim.engine.schedules import Constant
from gdsim.scenario import (
    GeneratedData,
    GivenData,
    ProblemSpec,
    Scenario,
    default_scenario,
    save_scenario,
)


@dataclass
class Trace:
    """θ and loss after k steps, by k."""

    theta: list[list[float]]
    loss: list[float]


Tracer = Callable[[Scenario], list[Trace]]


def through_engine(scenario: Scenario) -> list[Trace]:
    return [Trace(run.theta.tolist(), run.loss.tolist()) for run in scenario.run()]


@pytest.fixture(params=["engine", "trace"])
def trace(request: pytest.FixtureRequest, tmp_path: Path) -> Tracer:
    def through_trace(scenario: Scenario) -> list[Trace]:
        save_scenario(scenario, tmp_path / "lesson.gdsim")
        table = tmp_path / "lesson.csv"
        assert main(["trace", str(tmp_path / "lesson.gdsim"), "-o", str(table)]) == 0
        lanes = [Trace([], []) for _ in scenario.lanes]
        names = [name for name in "wb" if name in scenario.problem.names]
        for row in csv.DictReader(table.read_text().splitlines()):
            lane = lanes[int(row["lane"])]
            assert int(row["step"]) == len(lane.loss)
            lane.theta.append([float(row[name]) for name in names])
            lane.loss.append(float(row["loss"]))
        return lanes

    return through_engine if request.param == "engine" else through_trace


def agrees(value: float, printed: str) -> bool:
    """Whether ``value`` is ``printed`` to its last digit."""
    decimals = len(printed.partition(".")[2])
    return f"{value:.{decimals}f}" == printed


def check(theta: list[float], *printed: str) -> None:
    assert all(agrees(*pair) for pair in zip(theta, printed, strict=True)), (theta, printed)


def lane(rate: float, order: tuple[int, ...] = ()) -> Lane:
    return Lane("sequential" if order else "synchronous", order, learning_rate=Constant(rate))


THREE_ORDERS = (lane(0.01), lane(0.01, (0, 1)), lane(0.01, (1, 0)))


def article_0(loss: str = "half-mse", steps: int = 1000) -> Scenario:
    data = GivenData((1, 2, 3, 4), (3, 5, 7, 9))
    problem = ProblemSpec("linear-regression", loss=loss, data=data)
    return Scenario(problem, (0, 0), THREE_ORDERS, stop=Stop(steps))


def test_article_0_the_first_three_updates_in_each_order(trace: Tracer) -> None:
    together, w_first, b_first = trace(article_0(steps=3))
    check(together.theta[1], "0.175", "0.06")
    check(together.theta[2], "0.335375", "0.115025")
    check(together.theta[3], "0.48234625", "0.165490375")
    check(w_first.theta[1], "0.175", "0.055625")
    check(w_first.theta[2], "0.335484375", "0.106681640625")
    check(w_first.theta[3], "0.48265600585937496", "0.15354842407226563")
    check(b_first.theta[1], "0.1735", "0.06")
    check(b_first.theta[2], "0.3326109375", "0.1150625")
    check(b_first.theta[3], "0.4785252021484375", "0.1655966015625")


def test_article_0_after_1000_updates(trace: Tracer) -> None:
    together, w_first, _ = trace(article_0())
    check(together.theta[1000], "2.021792543655329", "0.935927264124864")
    check(w_first.theta[1000], "2.025172581813098", "0.9260011172161616")


def test_article_0_cost_is_the_mean_of_squares(trace: Tracer) -> None:
    # The article steps along the gradient of half of what it prints: half the rate on the whole.
    scenario = replace(article_0("mse"), lanes=(lane(0.005),))
    (path,) = trace(scenario)
    assert agrees(path.loss[0], "41.0")
    assert agrees(path.loss[100], "0.010167878262768923")
    assert agrees(path.loss[200], "0.0075346428187405045")
    assert agrees(path.loss[500], "0.0030669012825728075")
    assert agrees(path.loss[900], "0.0009251581255993822")


def test_article_0_with_the_rate_between_the_limits(trace: Tracer) -> None:
    scenario = default_scenario()
    faster = tuple(replace(one, learning_rate=Constant(0.25)) for one in scenario.lanes)
    scenario = replace(scenario, lanes=faster, stop=Stop(1000))
    _, sequential = trace(scenario)
    check(sequential.theta[-1], "2.000000000000", "1.000000000000")
    together, apart = scenario.run()
    assert together.ending.outcome is Outcome.DIVERGED
    assert apart.ending.outcome is not Outcome.DIVERGED
    limits = stability(together.problem.hessian(together.theta[0]), (0, 1), local=False)
    assert agrees(limits.synchronous, "0.23951221325730995")
    assert agrees(limits.sequential, "0.31612276862116")


PARABOLAS = (
    ProblemSpec.of("parabola"),
    ProblemSpec("formula", formula="w^2 + 3*w - 5", box=((-12, 12),)),
)
BOWLS = (
    ProblemSpec.of("coupled-bowl"),
    ProblemSpec("formula", formula="w^2 + w*b + b^2", box=((-2, 2), (-2, 2))),
)


@pytest.mark.parametrize("problem", PARABOLAS, ids=lambda problem: problem.id)
def test_article_1_from_both_sides(trace: Tracer, problem: ProblemSpec) -> None:
    for start, end in ((10, "-1.4999999806458753"), (-10, "-1.5000000143052226")):
        (path,) = trace(Scenario(problem, (start,), (lane(0.01),)))
        check(path.theta[1000], end)


def test_article_2_in_batches_of_all(trace: Tracer) -> None:
    problem = ProblemSpec(
        "linear-regression", loss="half-mse", data=GivenData((1, 2, 3, 4), (2, 4, 6, 8))
    )
    (path,) = trace(Scenario(problem, (0, 0), (lane(0.01),)))
    check(path.theta[1000], "1.9536389002891459", "0.13630728673236478")
    assert agrees(path.loss[1], "12.604375")
    assert agrees(path.loss[1000], "0.0015515173033807837")


@pytest.mark.parametrize("seed", range(3))
def test_article_2_stochastic_and_mini_batch_come_near(trace: Tracer, seed: int) -> None:
    problem = ProblemSpec(
        "linear-regression", loss="half-mse", data=GivenData((1, 2, 3, 4), (2, 4, 6, 8))
    )
    singles = replace(lane(0.01), variant=Variant("sgd", replacement=True, seed=seed))
    pairs = replace(lane(0.01), variant=Variant("mini-batch", 2, seed=seed))
    for path in trace(Scenario(problem, (0, 0), (singles, pairs), stop=Stop(4000))):
        w, b = path.theta[-1]
        assert abs(w - 2) < 0.02
        assert abs(b) < 0.05


def test_article_4_reaches_least_squares(trace: Tracer) -> None:
    data = GeneratedData.of("noisy-line", n=100, seed=0)
    problem = ProblemSpec("linear-regression", loss="mse", data=data)
    start = (-1.37495129, -0.35399391)
    (path,) = trace(Scenario(problem, start, (lane(0.1),)))
    check(path.theta[1000], "2.96846751", "4.22215108")


@pytest.mark.parametrize("problem", BOWLS, ids=lambda problem: problem.id)
def test_the_worked_coupled_case(trace: Tracer, problem: ProblemSpec) -> None:
    lanes = (lane(0.1), lane(0.1, (0, 1)), lane(0.1, (1, 0)))
    paths = trace(Scenario(problem, (1, 1), lanes, stop=Stop(1)))
    check(paths[0].theta[1], "0.7", "0.7")
    check(paths[1].theta[1], "0.7", "0.73")
    check(paths[2].theta[1], "0.73", "0.7")


def test_one_step_by_hand(trace: Tracer) -> None:
    # Article 0: at w = b = 0 with the partial derivatives 2 and 3.
    problem = ProblemSpec("formula", formula="2*w + 3*b", box=((-40, 1), (-40, 1)))
    for rate, end in ((0.1, ("-0.2", "-0.3")), (10, ("-20", "-30"))):
        (path,) = trace(Scenario(problem, (0, 0), (lane(rate),), stop=Stop(1)))
        check(path.theta[1], *end)
