"""The file format as a JSON Schema (draft 2020-12), made from the same declarations as the loader.

``python -m gdsim.scenario.schema`` writes it; `resources/scenario.schema.json` is that text. What
a schema cannot say stays with the loader: that y has as many numbers as x, that a formula can be
read, that a CSV file is there, that a number is finite and a key occurs once.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterable, Sequence

from gdsim.engine.datasets import DATASETS
from gdsim.engine.optimizers import OPTIMIZERS
from gdsim.engine.params import ParamSpec
from gdsim.engine.problems import PROBLEMS, ProblemKind
from gdsim.engine.schedules import MOST_PIECES, PIECE, Piecewise
from gdsim.engine.stopping import STOP_PARAMS
from gdsim.scenario import specs
from gdsim.scenario.fields import CONTROL
from gdsim.scenario.rates import RATE, SCHEDULES
from gdsim.scenario.reading import LANGUAGE, OPTIONAL, REQUIRED
from gdsim.scenario.strict_json import Json, dump_json
from gdsim.scenario.writing import FORMAT, VERSION

Schema = dict[str, Json]


def scenario_schema() -> Schema:
    """The schema of a scenario file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "gdsim scenario",
        "description": "What a gradient descent is run on, from where, how, and for how long.",
        **_object(
            {
                "format": {"const": FORMAT},
                "version": {"const": VERSION},
                "title": {
                    "type": "object",
                    "propertyNames": {"pattern": f"^({LANGUAGE.pattern})$"},
                    "additionalProperties": _text(specs.MAX_TITLE),
                },
                "problem": {"oneOf": [_problem(kind) for kind in PROBLEMS]},
                "start": _numbers(specs.START, 1, 2),
                "lanes": {
                    "type": "array",
                    "minItems": 1,
                    "maxItems": specs.MAX_LANES,
                    "items": {"$ref": "#/$defs/lane"},
                },
                "variant": {"$ref": "#/$defs/variant"},
                "stop": _object({spec.name: param_schema(spec) for spec in STOP_PARAMS}),
                **dict.fromkeys(OPTIONAL[3:], True),
            },
            REQUIRED,
        ),
        "allOf": [_start_of(count) for count in (1, 2)],
        "$defs": {
            "data": _data(),
            "lane": _lane(),
            "optimizer": _one_of((kind.id, kind.params) for kind in OPTIMIZERS),
            "learning_rate": _rate(),
            "variant": _one_of((name, params) for name, _, params in specs.VARIANTS),
        },
    }


def param_schema(spec: ParamSpec) -> Schema:
    """What `ParamSpec.check` allows."""
    if spec.scale == "bool":
        return {"type": "boolean"}
    if spec.scale == "choice":
        return {"enum": [choice for choice, _ in spec.choices]}
    schema: Schema = {"type": "integer" if spec.scale == "int" else "number"}
    if math.isfinite(spec.low):
        schema["exclusiveMinimum" if spec.open_low else "minimum"] = spec.low
    if math.isfinite(spec.high):
        schema["exclusiveMaximum" if spec.open_high else "maximum"] = spec.high
    return schema | {"default": spec.default}


def _object(properties: Schema, required: Sequence[str] = ()) -> Schema:
    schema: Schema = {"type": "object", "additionalProperties": False, "properties": properties}
    return schema | ({"required": list(required)} if required else {})


def _params(params: Iterable[ParamSpec]) -> Schema:
    return {spec.name: param_schema(spec) for spec in params}


def _one_of(kinds: Iterable[tuple[str, Sequence[ParamSpec]]], key: str = "id") -> Schema:
    """Objects told apart by ``key``, each with the parameters of its kind."""
    return {"oneOf": [_object({key: {"const": name}, **_params(p)}, [key]) for name, p in kinds]}


def _text(most: int, least: int = 0) -> Schema:
    return {"type": "string", "minLength": least, "maxLength": most, "not": {"pattern": CONTROL}}


def _numbers(spec: ParamSpec, least: int, most: int | None) -> Schema:
    schema: Schema = {"type": "array", "minItems": least, "items": param_schema(spec)}
    return schema | ({"maxItems": most} if most is not None else {})


def _problem(kind: ProblemKind) -> Schema:
    fields: Schema = {"id": {"const": kind.id}}
    if kind.params:
        fields["params"] = _object(_params(kind.params))
    if kind.family == "formula":
        side = _numbers(specs.START, 2, 2)
        most = len(kind.names)
        fields["formula"] = _text(specs.MAX_FORMULA, 1)
        fields["box"] = {"type": "array", "minItems": 1, "maxItems": most, "items": side}
        return _object(fields, ("id", "formula", "box"))
    if kind.family == "model":
        losses: list[Json] = [loss for loss, _ in kind.losses]
        fields["loss"] = {"enum": losses, "default": losses[0]}
        fields["data"] = {"$ref": "#/$defs/data"}
        return _object(fields, ("id", "data"))
    return _object(fields, ("id",))


def _data() -> Schema:
    numbers = _numbers(specs.DATUM, 1, None)
    name, path = _text(specs.MAX_NAME), _text(specs.MAX_NAME, 1)
    # Relative on every system: no root, no drive, no backslash.
    path["allOf"] = [{"not": {"pattern": pattern}} for pattern in ("^/", "^.:", r"\\")]
    generators = _one_of(((kind.id, kind.params) for kind in DATASETS), "generator")
    return {
        "oneOf": [
            _object({"x": numbers, "y": numbers}, ("x", "y")),
            _object({"csv": path, "x": name, "y": name}, ("csv", "x", "y")),
            generators,
        ]
    }


def _lane() -> Schema:
    fields: Schema = {
        "order": {"enum": [order for order, _ in specs.ORDERS]},
        "coordinates": {**_numbers(specs.COORDINATE, 1, 2), "uniqueItems": True},
        "optimizer": {"$ref": "#/$defs/optimizer"},
        "learning_rate": {"$ref": "#/$defs/learning_rate"},
        "variant": {"$ref": "#/$defs/variant"},
        "name": _text(specs.MAX_TITLE),
    }
    mixing: list[Json] = [kind.id for kind in OPTIMIZERS if not kind.elementwise]
    refusal: Schema = {
        "properties": {
            "order": {"const": "sequential"},
            "optimizer": {"properties": {"id": {"enum": mixing}}},
        }
    }
    return {**_object(fields, ("order", "optimizer", "learning_rate")), "not": refusal}


def _rate() -> Schema:
    piece: Schema = {
        "type": "array",
        "minItems": 2,
        "maxItems": 2,
        "prefixItems": [
            {"type": "integer", "minimum": 0, "maximum": MOST_PIECES},
            param_schema(PIECE),
        ],
    }
    rates = {"type": "array", "minItems": 1, "maxItems": MOST_PIECES, "items": piece}
    piecewise = _object({"id": {"const": Piecewise.id}, "rates": rates}, ("id", "rates"))
    others = _one_of((kind.id, kind.params) for kind in SCHEDULES if kind is not Piecewise)
    return {"oneOf": [param_schema(RATE), piecewise, others]}


def _start_of(count: int) -> Schema:
    """That a problem with ``count`` parameters has as many numbers as start and coordinates."""
    ids: list[Json] = [k.id for k in PROBLEMS if k.family != "formula" and len(k.names) == count]
    sides: Schema = {"box": {"minItems": count, "maxItems": count}}
    exact: Schema = {"minItems": count, "maxItems": count}
    return {
        "if": {
            "properties": {
                "problem": {
                    "anyOf": [
                        {"properties": {"id": {"enum": ids}}},
                        {"properties": {"id": {"const": "formula"}, **sides}},
                    ]
                }
            }
        },
        "then": {
            "properties": {
                "start": exact,
                "lanes": {"items": {"properties": {"coordinates": exact}}},
            }
        },
    }


if __name__ == "__main__":
    sys.stdout.write(dump_json(scenario_schema()))
