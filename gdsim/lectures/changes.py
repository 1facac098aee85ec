"""The scenario of a scene: written in full, one that comes with gdsim, or a change of the last."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from gdsim.engine.errors import GdsimError, ScenarioError
from gdsim.engine.text import N_
from gdsim.lectures.vocabulary import MAX_WORK
from gdsim.scenario import Scenario, builtin_path, load_scenario
from gdsim.scenario.fields import Field
from gdsim.scenario.rates import read_rate
from gdsim.scenario.reading import read_scenario
from gdsim.scenario.strict_json import dump_json
from gdsim.scenario.writing import FORMAT, VERSION, write_scenario

#: Where a scene's scenario may come from; exactly one of these.
SOURCES = ("scenario", "builtin", "change")
#: Fields of a change that stand for those of the scenario, and those that go into all lanes.
_WHOLE = ("problem", "start", "lanes", "variant")
_LANES = ("learning_rate", "optimizer")
_CHANGES = (*_WHOLE, *_LANES, "learning_rates", "params", "stop")

_BUILTIN = re.compile("[a-z0-9]+(-[a-z0-9]+)*")


def read_scene_scenario(fields: dict[str, Field], before: Scenario | None, base: Path) -> Scenario:
    """The scenario of a scene, tried on its problem; ``before`` is that of the scene before.

    Raises `ScenarioError` that names the field.
    """
    given = [name for name in SOURCES if name in fields]
    if len(given) != 1:
        raise ScenarioError(
            given[1] if given else "scenario",
            N_("a scene has exactly one of: {allowed}"), allowed=", ".join(SOURCES),
        )  # fmt: skip
    field = fields[given[0]]
    scenario = _made(given[0], field, before)
    scenario = scenario.anchored(base)
    with _below(field.path):
        problem = scenario.make_problem()
        scenario.check(problem)
    _check_work(scenario, problem.rows, field)
    return scenario


def _made(source: str, field: Field, before: Scenario | None) -> Scenario:
    if source == "builtin":
        return _builtin(field)
    if source == "scenario":
        body = _plain(field)
    elif before is None:
        raise field.error(N_("the first scene has nothing to change; write scenario or builtin"))
    else:
        body = _changed(field, before)
    return read_scenario(Field(body | {"format": FORMAT, "version": VERSION}, field.path))


def _builtin(field: Field) -> Scenario:
    name = field.text(100, 1)
    path = builtin_path(name) if _BUILTIN.fullmatch(name) else None
    if path is None or not path.is_file():
        raise field.error(N_("is no scene that comes with gdsim"))
    return load_scenario(path)


def _changed(field: Field, before: Scenario) -> dict[str, Any]:
    """The fields of ``before`` with those in ``field`` put in their place."""
    changes = field.known(_CHANGES)
    body: dict[str, Any] = json.loads(dump_json(write_scenario(before)))
    for name in _WHOLE:
        if name in changes:
            body[name] = changes[name].value
    _change_lanes(body, changes)
    if "params" in changes:
        body["problem"] = dict(body["problem"])
        body["problem"]["params"] = body["problem"].get("params", {}) | _plain(changes["params"])
    if "stop" in changes:
        body["stop"] = body["stop"] | _plain(changes["stop"])
    return body


def _change_lanes(body: dict[str, Any], changes: dict[str, Field]) -> None:
    if "learning_rate" in changes:
        read_rate(changes["learning_rate"])  # so that the message names this field
    lanes = body["lanes"]
    if not isinstance(lanes, list) or not all(isinstance(lane, dict) for lane in lanes):
        return  # is said when the lanes are read
    for name in _LANES:
        if name in changes:
            lanes = [lane | {name: changes[name].value} for lane in lanes]
    if "learning_rates" in changes:
        rates = changes["learning_rates"].items(len(lanes), len(lanes))
        lanes = [
            lane | {"learning_rate": rate.value} for lane, rate in zip(lanes, rates, strict=True)
        ]
    body["lanes"] = lanes


def _plain(field: Field) -> dict[str, Any]:
    return {name: each.value for name, each in field.object().items()}


class _below:  # noqa: N801 - reads as a statement
    """Names the source of the scenario before a field of it that does not fit the problem."""

    def __init__(self, path: str) -> None:
        self.path = path

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, ScenarioError):
            error.field = f"{self.path}.{error.field}"
        elif isinstance(error, GdsimError):
            raise ScenarioError(self.path, error.template, **error.values) from error


def work(scenario: Scenario, rows: int) -> int:
    """How much there is to do: lanes times steps, and more for a step over many rows."""
    steps = scenario.stop.max_steps
    variants = [lane.variant or scenario.variant for lane in scenario.lanes]
    return sum(steps * (1 + variant.rows_per_step(rows) // 100) for variant in variants)


def _check_work(scenario: Scenario, rows: int, field: Field) -> None:
    if work(scenario, rows) > MAX_WORK:
        raise field.error(
            N_("takes too many steps; lanes times max_steps may be at most {limit}"), limit=MAX_WORK
        )
