"""From JSON to a scenario: one function for each part of the file."""

from __future__ import annotations

import re
from typing import cast

from gdsim.engine.datasets import BY_ID as DATASETS
from gdsim.engine.lane import Lane, Order
from gdsim.engine.optimizers import BY_ID as OPTIMIZERS
from gdsim.engine.optimizers import Optimizer
from gdsim.engine.params import ParamValue
from gdsim.engine.problems import BY_ID as PROBLEMS
from gdsim.engine.problems import Box, ProblemKind
from gdsim.engine.stopping import STOP_PARAMS, Stop
from gdsim.engine.text import N_
from gdsim.engine.variants import Variant, VariantId
from gdsim.scenario import specs
from gdsim.scenario.data_spec import CsvData, DataSpec, GeneratedData, GivenData
from gdsim.scenario.fields import Field
from gdsim.scenario.model import Scenario
from gdsim.scenario.problem_spec import ProblemSpec
from gdsim.scenario.rates import read_rate
from gdsim.scenario.strict_json import pack_away

REQUIRED = ("format", "version", "problem", "start", "lanes")
OPTIONAL = ("title", "variant", "stop", "view", "notes", "lecture")

LANGUAGE = re.compile(r"[a-z]{2,3}(_[A-Za-z]{2,4})?")


def read_scenario(root: Field) -> Scenario:
    """The scenario in the JSON object ``root``, whose format and version have been looked at.

    Raises `ScenarioError` that names the field and what is allowed.
    """
    fields = root.fields(REQUIRED, OPTIONAL)
    problem = read_problem(fields["problem"])
    count = len(problem.names)
    return Scenario(
        problem=problem,
        start=fields["start"].numbers(specs.START, count, count),
        lanes=tuple(read_lane(f, count) for f in fields["lanes"].items(1, specs.MAX_LANES)),
        variant=read_variant(fields["variant"]) if "variant" in fields else Variant(),
        stop=read_stop(fields["stop"]) if "stop" in fields else Stop(),
        title=_read_title(fields["title"]) if "title" in fields else (),
        **{name: pack_away(fields[name].value) for name in OPTIONAL[3:] if name in fields},
    )


def _read_title(field: Field) -> tuple[tuple[str, str], ...]:
    title = []
    for language, text in field.object().items():
        if not LANGUAGE.fullmatch(language):
            raise text.error(N_("is no language; write en or zh_CN"))
        title.append((language, text.text(specs.MAX_TITLE)))
    return tuple(title)


def read_problem(field: Field) -> ProblemSpec:
    """The problem, with only those fields that its kind has."""
    kind = PROBLEMS[field.id_among(tuple(PROBLEMS))]
    if kind.family == "formula":
        fields = field.fields(("id", "formula", "box"))
        text = fields["formula"].text(specs.MAX_FORMULA, 1)
        return ProblemSpec(kind.id, formula=text, box=_read_box(fields["box"], len(kind.names)))
    params = ("params",) if kind.params else ()
    if kind.family == "landscape":
        field.fields(("id",), params)
        return ProblemSpec(kind.id, params=_read_params(field, kind))
    fields = field.fields(("id", "data"), ("loss", *params))
    losses = tuple(loss for loss, _ in kind.losses)
    loss = fields["loss"].choice(losses) if "loss" in fields else losses[0]
    data = read_data(fields["data"])
    return ProblemSpec(kind.id, params=_read_params(field, kind), loss=loss, data=data)


def _read_params(field: Field, kind: ProblemKind) -> tuple[tuple[str, ParamValue], ...]:
    given = field.object().get("params", field.below("params", {}))
    return tuple(given.params(kind.params).items())


def _read_box(field: Field, most: int) -> Box:
    box = []
    for side in field.items(1, most):
        low, high = side.numbers(specs.START, 2, 2)
        if not high - low > 1e-9 * max(1.0, abs(low), abs(high)):
            raise side.error(N_("must go from a smaller to a larger number"))
        box.append((low, high))
    return tuple(box)


def read_data(field: Field) -> DataSpec:
    """Points in the file, two columns of a CSV file, or a generator."""
    if "csv" in field.object():
        return CsvData.of(field)
    if "generator" in field.object():
        kind = DATASETS[field.object()["generator"].choice(tuple(DATASETS))]
        return GeneratedData(kind.id, tuple(field.params(kind.params, ("generator",)).items()))
    fields = field.fields(("x", "y"))
    x = fields["x"].numbers(specs.DATUM, 1, specs.MAX_BYTES)
    return GivenData(x, fields["y"].numbers(specs.DATUM, len(x), len(x)))


def read_lane(field: Field, count: int) -> Lane:
    """One lane of a problem with ``count`` parameters."""
    fields = field.fields(
        ("order", "optimizer", "learning_rate"), ("coordinates", "variant", "name")
    )
    order = fields["order"].choice(tuple(order for order, _ in specs.ORDERS))
    return Lane(
        order=cast(Order, order),
        coordinates=_read_coordinates(fields["coordinates"], count)
        if "coordinates" in fields
        else (),
        optimizer=_read_optimizer(fields["optimizer"]),
        learning_rate=read_rate(fields["learning_rate"]),
        variant=read_variant(fields["variant"]) if "variant" in fields else None,
        name=fields["name"].text(specs.MAX_TITLE) if "name" in fields else "",
    )


def _read_coordinates(field: Field, count: int) -> tuple[int, ...]:
    order = tuple(int(i) for i in field.numbers(specs.COORDINATE, count, count))
    if sorted(order) != list(range(count)):
        raise field.error(N_("must name each of the {count} parameters once"), count=count)
    return order


def _read_optimizer(field: Field) -> Optimizer:
    kind = OPTIMIZERS[field.id_among(tuple(OPTIMIZERS))]
    return Optimizer(kind, tuple(field.params(kind.params, ("id",)).items()))


def read_variant(field: Field) -> Variant:
    """How the data are sampled."""
    settings = {name: params for name, _, params in specs.VARIANTS}
    name = field.id_among(tuple(settings))
    return Variant(cast(VariantId, name), **field.params(settings[name], ("id",)))


def read_stop(field: Field) -> Stop:
    """The stopping rules; one that is not there is off."""
    fields = field.known(tuple(spec.name for spec in STOP_PARAMS))
    given = {s.name: fields[s.name].param(s) for s in STOP_PARAMS if s.name in fields}
    return Stop(**given)
