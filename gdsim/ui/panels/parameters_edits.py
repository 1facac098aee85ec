"""What each edit of the parameter panel makes of a scenario. Pure: no widget is involved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from gdsim.engine.errors import GdsimError, ScenarioError
from gdsim.engine.lane import Lane, Order
from gdsim.engine.optimizers import make_optimizer
from gdsim.engine.params import ParamSpec, ParamValue
from gdsim.engine.schedules import Constant, Piecewise, Schedule, change_from
from gdsim.engine.text import N_
from gdsim.engine.variants import Variant
from gdsim.scenario import GeneratedData, GivenData, Scenario
from gdsim.scenario.specs import VARIANTS
from gdsim.ui.panels.formula_feedback import dimension

Edit = Callable[[Scenario], Scenario]

#: The settings of each variant by its id.
VARIANT_PARAMS: dict[str, tuple[ParamSpec, ...]] = {name: specs for name, _, specs in VARIANTS}


def data_rows(scenario: Scenario) -> int:
    """Rows of the scenario's data; 0 where there are none or they cannot be read."""
    data = scenario.problem.data
    if data is None:
        return 0
    if isinstance(data, GivenData):
        return len(data.x)
    try:
        return len(data.read(None)[0])
    except GdsimError:
        return 0


@dataclass(frozen=True, slots=True)
class Aim:
    """Which lane an edit goes to (``None``: all), and the step from which on it changes the rate.

    Step 0 is the start.
    """

    lane: int | None = None
    step: int = 0


ALL = Aim()


def shown_lane(scenario: Scenario, aim: Aim = ALL) -> Lane:
    """The lane whose settings the panel shows: the one aimed at, or the first of all."""
    return scenario.lanes[aim.lane or 0]


def shared(scenario: Scenario) -> bool:
    """Whether all lanes have the same learning rate, optimizer and variant."""
    return len({(lane.learning_rate, lane.optimizer, lane.variant) for lane in scenario.lanes}) == 1


def _lanes(scenario: Scenario, change: Callable[[Lane], Lane], aim: Aim = ALL) -> Scenario:
    lanes = (
        change(lane) if aim.lane in (None, i) else lane for i, lane in enumerate(scenario.lanes)
    )
    return replace(scenario, lanes=tuple(lanes))


def with_rate(scenario: Scenario, rate: float, aim: Aim = ALL) -> Scenario:
    """The learning rate is ``rate`` from the aim's step on.

    From the start a schedule keeps its shape and begins at ``rate``.
    """

    def change(lane: Lane) -> Lane:
        old = lane.learning_rate
        if aim.step > 0:
            return replace(lane, learning_rate=change_from(old, aim.step, rate))
        new = Constant(rate) if isinstance(old, Piecewise) else replace(old, rate=rate)
        return replace(lane, learning_rate=new)

    return _lanes(scenario, change, aim)


def with_schedule(scenario: Scenario, schedule: Schedule, aim: Aim = ALL) -> Scenario:
    """The learning rate follows ``schedule`` from the aim's step on."""
    steps = scenario.stop.max_steps
    return _lanes(
        scenario,
        lambda lane: replace(
            lane, learning_rate=change_from(lane.learning_rate, aim.step, schedule, steps)
        ),
        aim,
    )


def rate_at(schedule: Schedule, step: int) -> float:
    """The learning rate of step ``step``."""
    if isinstance(schedule, Constant):
        return schedule.rate
    return float(schedule.rates(step + 1)[-1])


def with_optimizer(scenario: Scenario, id: str, aim: Aim = ALL) -> Scenario:
    """The optimizer is ``id`` with its defaults."""
    return _lanes(scenario, lambda lane: replace(lane, optimizer=make_optimizer(id)), aim)


def with_optimizer_value(
    scenario: Scenario, name: str, value: ParamValue, aim: Aim = ALL
) -> Scenario:
    """The hyper-parameter ``name`` is ``value`` in the lanes aimed at with the shown optimizer."""
    shown = shown_lane(scenario, aim).optimizer.id

    def change(lane: Lane) -> Lane:
        if lane.optimizer.id != shown:
            return lane
        return replace(lane, optimizer=make_optimizer(shown, {**lane.optimizer.hyper, name: value}))

    return _lanes(scenario, change, aim)


def with_order(scenario: Scenario, visits: tuple[int, ...]) -> Scenario:
    """Sequential lanes update the coordinates in the order ``visits``."""
    return _lanes(
        scenario,
        lambda lane: replace(lane, coordinates=visits) if lane.order == "sequential" else lane,
    )


def with_lane_order(scenario: Scenario, visits: tuple[int, ...], aim: Aim) -> Scenario:
    """The lane updates the coordinates in the order ``visits``, or at once without any."""
    order: Order = "sequential" if visits else "synchronous"
    return _lanes(scenario, lambda lane: replace(lane, order=order, coordinates=visits), aim)


def with_start(scenario: Scenario, coordinate: int, value: float) -> Scenario:
    """All lanes begin with this ``coordinate`` at ``value``."""
    start = list(scenario.start)
    start[coordinate] = value
    return replace(scenario, start=tuple(start))


def shown_variant(scenario: Scenario, aim: Aim = ALL) -> Variant:
    """How the lane that is shown samples the data."""
    return shown_lane(scenario, aim).variant or scenario.variant


def with_variant(scenario: Scenario, id: str, aim: Aim = ALL) -> Scenario:
    """Another way to sample the data; settings that both ways have are kept."""
    shown = shown_variant(scenario, aim)
    old = {spec.name for spec in VARIANT_PARAMS[shown.id]}
    values = {
        spec.name: getattr(shown, spec.name) if spec.name in old else spec.default
        for spec in VARIANT_PARAMS[id]
    }
    return _with_variant(scenario, Variant(id, **values), aim)  # type: ignore[arg-type]


def with_variant_value(
    scenario: Scenario, name: str, value: ParamValue, aim: Aim = ALL
) -> Scenario:
    """The setting ``name`` of the sampling is ``value``."""
    shown = shown_variant(scenario, aim)
    return _with_variant(scenario, replace(shown, **{name: value}), aim)  # type: ignore[arg-type]


def _with_variant(scenario: Scenario, variant: Variant, aim: Aim) -> Scenario:
    if aim.lane is None:
        scenario = replace(scenario, variant=variant)
    own = None if variant == scenario.variant else variant
    return _lanes(scenario, lambda lane: replace(lane, variant=own), aim)


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


def with_formula(scenario: Scenario, text: str) -> Scenario:
    """The loss is the typed formula; it has one parameter or two, as it needs."""
    old = scenario.problem
    count = dimension(text)
    # A second side like the first, until someone asks for another.
    problem = replace(old, formula=text, box=(old.box * 2)[:count])
    start = (*scenario.start, 0.0)[:count]
    return replace(scenario.with_problem(problem), start=start)


def with_box(scenario: Scenario, side: int, low: float, high: float) -> Scenario:
    """The range of a typed formula's parameter ``side`` goes from ``low`` to ``high``."""
    if not high - low > 1e-9 * max(1.0, abs(low), abs(high)):
        raise ScenarioError(f"problem.box[{side}]", N_("must go from a smaller to a larger number"))
    box = list(scenario.problem.box)
    box[side] = (low, high)
    return replace(scenario, problem=replace(scenario.problem, box=tuple(box)))


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
