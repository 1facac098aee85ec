"""Random scenarios that are in order, for tests that must hold for all of them."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

from gdsim.engine.datasets import BY_ID as DATASETS
from gdsim.engine.lane import Lane
from gdsim.engine.optimizers import OPTIMIZERS, Optimizer
from gdsim.engine.params import ParamSpec, ParamValue
from gdsim.engine.problems import PROBLEMS
from gdsim.engine.schedules import RATE, SCHEDULES, Piecewise, Schedule
from gdsim.engine.stopping import STOP_PARAMS, Stop
from gdsim.engine.variants import Variant
from gdsim.scenario import GeneratedData, GivenData, ProblemSpec, Scenario, pack
from gdsim.scenario.specs import VARIANTS

FORMULAS = {1: ("w^2 + 3*w - 5", "sin(w)*w"), 2: ("w^2 + w*b + b^2", "exp(-w^2)*b + b^4", "w*b")}
TEXTS = ("a", "学习率", 'say "no"', "α = 0.1 \\ β", "<b>", "é\u0301", "𝛼", "")


def random_scenario(rng: random.Random, rows: int = 60) -> Scenario:
    """A scenario that can be loaded and run, with at most ``rows`` generated rows."""
    problem = random_problem(rng, rows)
    count = len(problem.names)
    opaque = {
        name: pack(random_json(rng, 3)) if rng.random() < 0.3 else ""
        for name in ("view", "notes", "lecture")
    }
    return Scenario(
        problem,
        tuple(random_number(rng, 3) for _ in range(count)),
        tuple(random_lane(rng, count) for _ in range(rng.choice((1, 2, 2, 3, 20)))),
        random_variant(rng),
        random_stop(rng),
        tuple((language, rng.choice(TEXTS)) for language in rng.sample(("en", "zh_CN"), 2)),
        **opaque,
    )


def random_problem(rng: random.Random, rows: int) -> ProblemSpec:
    kind = rng.choice(PROBLEMS)
    if kind.family == "formula":
        count = rng.choice((1, 2))
        box = tuple((low, low + rng.uniform(0.1, 10)) for low in (-2.5, rng.uniform(-5, 5)))
        return ProblemSpec(kind.id, formula=rng.choice(FORMULAS[count]), box=box[:count])
    params = random_values(rng, kind.params)
    if kind.family == "landscape":
        return ProblemSpec(kind.id, params)
    loss = rng.choice(kind.losses)[0]
    return ProblemSpec(kind.id, params, loss=loss, data=random_data(rng, kind.dataset, rows))


def random_data(rng: random.Random, default: str, rows: int) -> GivenData | GeneratedData:
    task = DATASETS[default].task
    if rng.random() < 0.5:
        xs = [random_number(rng, 4) for _ in range(rng.choice((1, 2, 4, 9, 40)))]
        ys = [rng.choice((0, 1)) if task == "classification" else random_number(rng, 4) for _ in xs]
        return GivenData(tuple(xs), tuple(ys))
    kind = rng.choice([kind for kind in DATASETS.values() if kind.task == task])
    values = dict(random_values(rng, kind.params))
    if "n" in values:
        values["n"] = rng.randint(2, rows)
    return GeneratedData.of(kind.id, **values)


def random_lane(rng: random.Random, count: int) -> Lane:
    kind = rng.choice(OPTIMIZERS)
    order = rng.choice(("synchronous", "sequential")) if kind.elementwise else "synchronous"
    coordinates = tuple(rng.sample(range(count), count)) if rng.random() < 0.5 else ()
    optimizer = Optimizer(kind, random_values(rng, kind.params))
    variant = random_variant(rng) if rng.random() < 0.3 else None
    return Lane(order, coordinates, optimizer, random_rate(rng), variant, rng.choice(TEXTS))


def random_rate(rng: random.Random) -> Schedule:
    kind = rng.choice(SCHEDULES)
    if kind is Piecewise:
        starts = [0, *sorted(rng.sample(range(1, 500), rng.randint(0, 3)))]
        return Piecewise(tuple((start, random_value(rng, RATE)) for start in starts))
    return kind(**dict(random_values(rng, kind.params)))


def random_variant(rng: random.Random) -> Variant:
    name, _, params = rng.choice(VARIANTS)
    values = dict(random_values(rng, params))
    if "batch_size" in values:
        values["batch_size"] = rng.randint(1, 50)
    return Variant(name, **values)


def random_stop(rng: random.Random) -> Stop:
    values = dict(random_values(rng, STOP_PARAMS))
    values["max_steps"] = rng.randint(1, 200)
    kept = {name: v for name, v in values.items() if name == "max_steps" or rng.random() < 0.3}
    return Stop(**kept)


def random_values(
    rng: random.Random, specs: Sequence[ParamSpec]
) -> tuple[tuple[str, ParamValue], ...]:
    """A value for every spec, half of them the default."""
    return tuple(
        (spec.name, spec.default if rng.random() < 0.5 else random_value(rng, spec))
        for spec in specs
    )


def random_value(rng: random.Random, spec: ParamSpec) -> ParamValue:
    """Anything that the spec allows, the ends of its range included."""
    if spec.scale == "bool":
        return rng.random() < 0.5
    if spec.scale == "choice":
        return rng.choice(spec.choices)[0]
    low, high = max(spec.low, -1e9), min(spec.high, 1e9)
    if spec.scale == "int":
        return rng.randint(int(low), int(min(high, low + rng.choice((1, 10, 1e6)))))
    if spec.scale == "log":
        number = math.exp(rng.uniform(math.log(max(low, 1e-12)), math.log(high)))
    else:
        number = rng.uniform(low, high)
    ends = [end for end in (low, high) if spec.allows(end)]
    number = rng.choice(ends) if ends and rng.random() < 0.1 else number
    return float(number if spec.allows(number) else spec.default)


def random_number(rng: random.Random, scale: float) -> float:
    """A short number, a long one, or a special one."""
    short, long = round(rng.gauss(0, scale), rng.choice((0, 1, 2))), rng.gauss(0, scale)
    return rng.choice((short, short, long, 0.0, -0.0, 1e-300, 1e9, 5e-324))


def random_json(rng: random.Random, depth: int) -> object:
    """Any JSON value, as a view or notes may be."""
    if depth and rng.random() < 0.6:
        items = [random_json(rng, depth - 1) for _ in range(rng.randint(0, 4))]
        return items if rng.random() < 0.5 else {rng.choice(TEXTS): item for item in items}
    return rng.choice((None, True, False, 0, -7, 10**300, 2.5, 1e15, 1e16, -0.0, *TEXTS))
