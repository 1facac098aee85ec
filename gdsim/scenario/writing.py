"""From a scenario to JSON: the inverse of `reading`, with every setting written out."""

from __future__ import annotations

from gdsim.engine.lane import Lane
from gdsim.engine.stopping import STOP_PARAMS, Stop
from gdsim.engine.variants import Variant
from gdsim.scenario.data_spec import CsvData, DataSpec, GivenData
from gdsim.scenario.model import Scenario
from gdsim.scenario.problem_spec import ProblemSpec
from gdsim.scenario.rates import write_rate
from gdsim.scenario.specs import VARIANTS
from gdsim.scenario.strict_json import Json, unpack

FORMAT = "gdsim-scenario"
VERSION = 1

Object = dict[str, Json]


def write_scenario(scenario: Scenario) -> Object:
    """What `read_scenario` reads as ``scenario``; an empty title or opaque part is left out."""
    result: Object = {
        "format": FORMAT,
        "version": VERSION,
        "problem": write_problem(scenario.problem),
        "start": scenario.start,
        "lanes": [write_lane(lane) for lane in scenario.lanes],
        "variant": write_variant(scenario.variant),
        "stop": _write_stop(scenario.stop),
        "title": dict(scenario.title),
    }
    if not scenario.title:
        del result["title"]
    for name in ("view", "notes", "lecture"):
        if text := getattr(scenario, name):
            result[name] = unpack(text)
    return result


def write_problem(problem: ProblemSpec) -> Object:
    """The fields that the kind of problem has."""
    result: Object = {"id": problem.id}
    defaults = tuple((spec.name, spec.default) for spec in problem.kind.params)
    # A model's are switches of rare use; a landscape's belong to what it is.
    if problem.params and (problem.data is None or problem.params != defaults):
        result["params"] = dict(problem.params)
    if problem.kind.family == "formula":
        result |= {"formula": problem.formula, "box": problem.box}
    if problem.data is not None:
        result |= {"loss": problem.loss, "data": _write_data(problem.data)}
    return result


def _write_data(data: DataSpec) -> Object:
    if isinstance(data, GivenData):
        return {"x": data.x, "y": data.y}
    if isinstance(data, CsvData):
        return {"csv": data.csv, "x": data.x, "y": data.y}
    return {"generator": data.generator, **dict(data.values)}


def write_lane(lane: Lane) -> Object:
    """One lane; coordinates, a variant of its own and a name only if there are any."""
    result: Object = {
        "order": lane.order,
        "optimizer": {"id": lane.optimizer.id, **lane.optimizer.hyper},
        "learning_rate": write_rate(lane.learning_rate),
    }
    if lane.coordinates:
        result["coordinates"] = lane.coordinates
    if lane.variant is not None:
        result["variant"] = write_variant(lane.variant)
    if lane.name:
        result["name"] = lane.name
    return result


def write_variant(variant: Variant) -> Object:
    """The settings that this way to sample has."""
    specs = {name: params for name, _, params in VARIANTS}[variant.id]
    return {"id": variant.id, **{spec.name: getattr(variant, spec.name) for spec in specs}}


def _write_stop(stop: Stop) -> Object:
    values = {spec.name: getattr(stop, spec.name) for spec in STOP_PARAMS}
    return {name: value for name, value in values.items() if value is not None}
