"""What a scenario refuses, so that no edit can make the window wait."""

from dataclasses import replace

import pytest

from gdsim.engine import Lane, ScenarioError, Stop
from gdsim.scenario import GeneratedData, ProblemSpec, Scenario


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
