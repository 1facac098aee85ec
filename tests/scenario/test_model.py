"""What a scenario refuses, so that no edit can make the window wait."""

from dataclasses import replace

import pytest

from gdsim.engine import Lane, ScenarioError, Stop
from gdsim.engine.schedules import Constant
from gdsim.scenario import (
    GeneratedData,
    ProblemSpec,
    Scenario,
    default_scenario,
    scenario_from_json,
    scenario_to_json,
)


def test_a_model_that_sees_every_row_has_its_limit() -> None:
    """Logistic regression on 1 000 000 rows would take minutes; a line on as many does not."""
    steps = Stop(max_steps=1000)
    given = GeneratedData.of("two-clusters", n=100_000)
    spec = replace(ProblemSpec.of("logistic-regression"), data=given)
    scenario = Scenario(spec, (0.0, 0.0), (Lane(),), stop=steps)
    with pytest.raises(ScenarioError, match="rows times steps"):
        scenario.check(scenario.make_problem())
    fewer = replace(scenario, stop=Stop(max_steps=200))
    fewer.check(fewer.make_problem())
    many = GeneratedData.of("noisy-line", n=100_000)
    regression = replace(ProblemSpec.of("linear-regression"), data=many)
    line = replace(scenario, problem=regression)
    line.check(line.make_problem())


def test_rates_far_apart_stay_in_the_allowed_range_on_another_problem() -> None:
    first = default_scenario()
    lanes = tuple(
        replace(lane, learning_rate=Constant(rate))
        for lane, rate in zip(first.lanes, (1e-9, 500.0), strict=True)
    )
    scenario = replace(first, lanes=lanes).with_problem(ProblemSpec.of("flat-tails"))
    assert [lane.learning_rate.first for lane in scenario.lanes] == [0.5, 1000.0]
    assert scenario_from_json(scenario_to_json(scenario)) == scenario
