"""What each edit of the parameter panel makes of a scenario. Pure: no widget is involved.

Lanes that share a setting keep sharing it: an edit of the rate or the optimizer goes to all
lanes that are equal in it to the first one, which is the one that the panel shows.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from gdsim.engine.errors import FormulaError, GdsimError
from gdsim.engine.lane import Lane
from gdsim.engine.optimizers import make_optimizer
from gdsim.engine.params import ParamSpec, ParamValue
from gdsim.engine.problems.typed import parse_loss
from gdsim.engine.schedules import Constant
from gdsim.engine.variants import Variant
from gdsim.scenario import GeneratedData, GivenData, Scenario
from gdsim.scenario.specs import VARIANTS

Edit = Callable[[Scenario], Scenario]

#: The settings of each variant by its id.
VARIANT_PARAMS: dict[str, tuple[ParamSpec, ...]] = {name: specs for name, _, specs in VARIANTS}


def data_rows(scenario: Scenario, base: Path | None = None) -> int:
    """Rows of the scenario's data; 0 where there are none or they cannot be read."""
    data = scenario.problem.data
    if data is None:
        return 0
    if isinstance(data, GivenData):
        return len(data.x)
    try:
        return len(data.read(base)[0])
    except GdsimError:
        return 0


def with_rate(scenario: Scenario, rate: float) -> Scenario:
    """The shown learning rate is ``rate`` in every step."""
    shown = scenario.lanes[0].learning_rate
    return _lanes(
        scenario,
        lambda lane: (
            replace(lane, learning_rate=Constant(rate)) if lane.learning_rate == shown else lane
        ),
    )


def with_optimizer(scenario: Scenario, id: str) -> Scenario:
    """The shown optimizer is ``id`` with its defaults."""
    return _with_optimizer(scenario, id, {})


def with_optimizer_value(scenario: Scenario, name: str, value: ParamValue) -> Scenario:
    """The shown optimizer's hyper-parameter ``name`` is ``value``."""
    shown = scenario.lanes[0].optimizer
    return _with_optimizer(scenario, shown.id, {**shown.hyper, name: value})


def _with_optimizer(scenario: Scenario, id: str, values: dict[str, ParamValue]) -> Scenario:
    shown, new = scenario.lanes[0].optimizer, make_optimizer(id, values)
    return _lanes(
        scenario, lambda lane: replace(lane, optimizer=new) if lane.optimizer == shown else lane
    )


def with_order(scenario: Scenario, visits: tuple[int, ...]) -> Scenario:
    """Sequential lanes update the coordinates in the order ``visits``."""
    return _lanes(
        scenario,
        lambda lane: replace(lane, coordinates=visits) if lane.order == "sequential" else lane,
    )


def _lanes(scenario: Scenario, change: Callable[[Lane], Lane]) -> Scenario:
    return replace(scenario, lanes=tuple(change(lane) for lane in scenario.lanes))


def with_start(scenario: Scenario, coordinate: int, value: float) -> Scenario:
    """All lanes begin with this ``coordinate`` at ``value``."""
    start = list(scenario.start)
    start[coordinate] = value
    return replace(scenario, start=tuple(start))


def with_variant(scenario: Scenario, id: str) -> Scenario:
    """Another way to sample the data; settings that both ways have are kept."""
    old = {spec.name for spec in VARIANT_PARAMS[scenario.variant.id]}
    values = {
        spec.name: getattr(scenario.variant, spec.name) if spec.name in old else spec.default
        for spec in VARIANT_PARAMS[id]
    }
    return replace(scenario, variant=Variant(id, **values))  # type: ignore[arg-type]


def with_variant_value(scenario: Scenario, name: str, value: ParamValue) -> Scenario:
    """The setting ``name`` of the sampling is ``value``."""
    return replace(scenario, variant=replace(scenario.variant, **{name: value}))  # type: ignore[arg-type]


def with_stop(scenario: Scenario, name: str, value: float | None) -> Scenario:
    """The stopping rule ``name`` has the limit ``value``; ``None`` switches it off."""
    return replace(scenario, stop=replace(scenario.stop, **{name: value}))  # type: ignore[arg-type]


def with_problem(scenario: Scenario, id: str) -> Scenario:
    """Another problem, with its own start; loss and data stay where they fit."""
    return scenario.with_problem(scenario.problem.switched(id))


def with_problem_value(scenario: Scenario, name: str, value: ParamValue) -> Scenario:
    """The landscape's parameter ``name`` is ``value``."""
    params = tuple((n, value if n == name else old) for n, old in scenario.problem.params)
    return replace(scenario, problem=replace(scenario.problem, params=params))


def check_formula(text: str) -> int:
    """How many parameters a typed formula has; raises `FormulaError` if it cannot be read."""
    try:
        parse_loss(text, 1)
    except FormulaError:
        parse_loss(text, 2)
        return 2
    return 1


def with_formula(scenario: Scenario, text: str) -> Scenario:
    """The loss is the typed formula; it has one parameter or two, as it needs."""
    old = scenario.problem
    count = check_formula(text)
    # A second side like the first, until someone asks for another.
    problem = replace(old, formula=text, box=(old.box * 2)[:count])
    start = (*scenario.start, 0.0)[:count]
    return replace(scenario.with_problem(problem), start=start)


def with_loss(scenario: Scenario, id: str) -> Scenario:
    """The model's loss is ``id``."""
    return replace(scenario, problem=replace(scenario.problem, loss=id))


def with_dataset(scenario: Scenario, id: str) -> Scenario:
    """The data are what generator ``id`` makes by default."""
    return replace(scenario, problem=replace(scenario.problem, data=GeneratedData.of(id)))


def with_dataset_value(scenario: Scenario, name: str, value: ParamValue) -> Scenario:
    """The generator's setting ``name`` is ``value``."""
    data = scenario.problem.data
    assert isinstance(data, GeneratedData)
    values = tuple((n, value if n == name else old) for n, old in data.values)
    data = GeneratedData(data.generator, values)
    return replace(scenario, problem=replace(scenario.problem, data=data))
