"""A corpus of broken scenario files: what is wrong, and what the message must name."""

from __future__ import annotations

import copy
import json
from typing import Any

GOOD: dict[str, Any] = {
    "format": "gdsim-scenario",
    "version": 1,
    "title": {"en": "A line"},
    "problem": {
        "id": "linear-regression",
        "loss": "half-mse",
        "data": {"x": [1, 2, 3, 4], "y": [3, 5, 7, 9]},
    },
    "start": [0, 0],
    "lanes": [
        {"order": "synchronous", "optimizer": {"id": "gd"}, "learning_rate": 0.2},
        {
            "order": "sequential",
            "coordinates": [1, 0],
            "optimizer": {"id": "adam", "beta1": 0.8},
            "learning_rate": {"id": "step", "rate": 0.1},
            "variant": {"id": "sgd", "seed": 3},
        },
    ],
    "variant": {"id": "mini-batch", "batch_size": 2, "replacement": False, "seed": 0},
    "stop": {"max_steps": 60, "gradient_norm": 1e-6},
}

FORMULA = {"id": "formula", "formula": "w^2 + b^2", "box": [[-1, 1], [-2, 2]]}
ONE = {"id": "formula", "formula": "w^2", "box": [[-1, 1]]}
COUPLED = {"id": "coupled-bowl", "params": {"coupling": 1}}


def changed(path: str, value: object) -> dict[str, Any]:
    """`GOOD` with the value at ``path`` (``lanes.0.order``) replaced, or taken out for ``...``."""
    result = copy.deepcopy(GOOD)
    place: Any = result
    *way, last = path.split(".")
    for key in way:
        place = place[int(key) if isinstance(place, list) else key]
    if value is ...:
        del place[last]
    else:
        place[int(last) if isinstance(place, list) else last] = value
    return result


def with_problem(problem: object, count: int = 2) -> dict[str, Any]:
    result = changed("problem", problem)
    result["start"] = [1] * count
    result["lanes"] = result["lanes"][:1]
    return result


#: (what the file holds, the field that the message must name). A schema sees these too.
WRONG: list[tuple[Any, str]] = [
    ([], "scenario"),
    (None, "scenario"),
    ("gdsim-scenario", "scenario"),
    (changed("format", "other"), "format"),
    (changed("version", 0), "version"),
    (changed("version", 2), "version"),
    (changed("version", "1"), "version"),
    (changed("version", True), "version"),
    (changed("problem", ...), "problem"),
    (changed("start", ...), "start"),
    (changed("lanes", ...), "lanes"),
    (changed("colour", "red"), "colour"),
    (changed("title", "A line"), "title"),
    (changed("title", {"en": 1}), "title.en"),
    (changed("title", {"english!": "x"}), "title.english!"),
    (changed("title", {"en": "x" * 201}), "title.en"),
    (changed("title", {"en": "two\nlines"}), "title.en"),
    (changed("problem", "parabola"), "problem"),
    (changed("problem.id", ...), "problem.id"),
    (changed("problem.id", "no-such"), "problem.id"),
    (changed("problem.id", 7), "problem.id"),
    (changed("problem.loss", "mae"), "problem.loss"),
    (changed("problem.loss", None), "problem.loss"),
    (changed("problem.data", ...), "problem.data"),
    (changed("problem.data", [1, 2]), "problem.data"),
    (changed("problem.data", {}), "problem.data.x"),
    (changed("problem.data.x", []), "problem.data.x"),
    (changed("problem.data.x", 1), "problem.data.x"),
    (changed("problem.data.x", [1, 2, 3, "4"]), "problem.data.x[3]"),
    (changed("problem.data.y", [1, 2, 3, None]), "problem.data.y[3]"),
    (changed("problem.data.y", [1, 2, 3, 1e13]), "problem.data.y[3]"),
    (changed("problem.data.y", [1, 2, 3, True]), "problem.data.y[3]"),
    (changed("problem.data.z", [1]), "problem.data.z"),
    (changed("problem.data", {"csv": "/etc/passwd", "x": "x", "y": "y"}), "problem.data.csv"),
    (changed("problem.data", {"csv": "C:/a.csv", "x": "x", "y": "y"}), "problem.data.csv"),
    (changed("problem.data", {"csv": "a\\b.csv", "x": "x", "y": "y"}), "problem.data.csv"),
    (changed("problem.data", {"csv": "//host/a.csv", "x": "x", "y": "y"}), "problem.data.csv"),
    (changed("problem.data", {"csv": "", "x": "x", "y": "y"}), "problem.data.csv"),
    (changed("problem.data", {"csv": "a.csv", "x": "x"}), "problem.data.y"),
    (changed("problem.data", {"csv": "a.csv", "x": 1, "y": "y"}), "problem.data.x"),
    (changed("problem.data", {"generator": "no-such"}), "problem.data.generator"),
    (changed("problem.data", {"generator": ["noisy-line"]}), "problem.data.generator"),
    (changed("problem.data", {"generator": "noisy-line", "n": 1}), "problem.data.n"),
    (changed("problem.data", {"generator": "noisy-line", "n": 1e6 + 1}), "problem.data.n"),
    (changed("problem.data", {"generator": "noisy-line", "n": 2.5}), "problem.data.n"),
    (changed("problem.data", {"generator": "noisy-line", "seed": -1}), "problem.data.seed"),
    (changed("problem.data", {"generator": "noisy-line", "x": [1]}), "problem.data.x"),
    (changed("problem.formula", "w^2"), "problem.formula"),
    (with_problem({"id": "formula", "formula": "w^2"}), "problem.box"),
    (with_problem({"id": "formula", "box": [[0, 1]]}), "problem.formula"),
    (with_problem({**FORMULA, "formula": ""}), "problem.formula"),
    (with_problem({**FORMULA, "formula": ["w"]}), "problem.formula"),
    (with_problem({**FORMULA, "box": []}), "problem.box"),
    (with_problem({**FORMULA, "box": [[0, 1]] * 3}), "problem.box"),
    (with_problem({**FORMULA, "box": [[0, 1], [0]]}), "problem.box[1]"),
    (with_problem({**FORMULA, "box": [[0, 1], [0, "1"]]}), "problem.box[1][1]"),
    (with_problem({**FORMULA, "box": [[0, 2e9], [0, 1]]}), "problem.box[0][1]"),
    (with_problem({**FORMULA, "loss": "mse"}), "problem.loss"),
    (with_problem(FORMULA, 1), "start"),
    (with_problem(ONE), "start"),
    (with_problem({"id": "coupled-bowl", "params": {"coupling": 2}}), "problem.params.coupling"),
    (with_problem({"id": "coupled-bowl", "params": {"c": 1}}), "problem.params.c"),
    (with_problem({"id": "coupled-bowl", "params": []}), "problem.params"),
    (with_problem({"id": "himmelblau", "params": {}}), "problem.params"),
    (with_problem({"id": "parabola"}), "start"),
    (changed("start", 0), "start"),
    (changed("start", [0]), "start"),
    (changed("start", [0, 0, 0]), "start"),
    (changed("start", [0, "0"]), "start[1]"),
    (changed("start", [0, 1.1e9]), "start[1]"),
    (changed("start", {"w": 0, "b": 0}), "start"),
    (changed("lanes", {}), "lanes"),
    (changed("lanes", []), "lanes"),
    (changed("lanes", [GOOD["lanes"][0]] * 21), "lanes"),
    (changed("lanes.0", []), "lanes[0]"),
    (changed("lanes.0.order", ...), "lanes[0].order"),
    (changed("lanes.0.order", "random"), "lanes[0].order"),
    (changed("lanes.0.colour", "red"), "lanes[0].colour"),
    (changed("lanes.1.coordinates", [0, 0]), "lanes[1].coordinates"),
    (changed("lanes.1.coordinates", [0, 2]), "lanes[1].coordinates[1]"),
    (changed("lanes.1.coordinates", [0]), "lanes[1].coordinates"),
    (changed("lanes.1.coordinates", []), "lanes[1].coordinates"),
    (changed("lanes.1.coordinates", [0.5, 1]), "lanes[1].coordinates[0]"),
    (changed("lanes.1.optimizer", "gd"), "lanes[1].optimizer"),
    (changed("lanes.1.optimizer", {}), "lanes[1].optimizer.id"),
    (changed("lanes.1.optimizer.id", "no-such"), "lanes[1].optimizer.id"),
    (changed("lanes.1.optimizer.beta1", 1), "lanes[1].optimizer.beta1"),
    (changed("lanes.1.optimizer.beta1", "0.9"), "lanes[1].optimizer.beta1"),
    (changed("lanes.0.optimizer.beta1", 0.9), "lanes[0].optimizer.beta1"),
    (changed("lanes.1.optimizer", {"id": "newton"}), "lanes[1].order"),
    (changed("lanes.0.learning_rate", 0), "lanes[0].learning_rate"),
    (changed("lanes.0.learning_rate", -0.1), "lanes[0].learning_rate"),
    (changed("lanes.0.learning_rate", 1001), "lanes[0].learning_rate"),
    (changed("lanes.0.learning_rate", "0.1"), "lanes[0].learning_rate"),
    (changed("lanes.0.learning_rate", True), "lanes[0].learning_rate"),
    (changed("lanes.0.learning_rate", None), "lanes[0].learning_rate"),
    (changed("lanes.0.learning_rate", []), "lanes[0].learning_rate"),
    (changed("lanes.0.learning_rate", {}), "lanes[0].learning_rate.id"),
    (changed("lanes.0.learning_rate", {"id": "warm"}), "lanes[0].learning_rate.id"),
    (changed("lanes.1.learning_rate.rate", 0), "lanes[1].learning_rate.rate"),
    (changed("lanes.1.learning_rate.gamma2", 1), "lanes[1].learning_rate.gamma2"),
    (changed("lanes.1.learning_rate", {"id": "piecewise"}), "lanes[1].learning_rate.rates"),
    (
        changed("lanes.1.learning_rate", {"id": "piecewise", "rates": []}),
        "lanes[1].learning_rate.rates",
    ),
    (
        changed("lanes.1.learning_rate", {"id": "piecewise", "rates": [[0, 1], [1]]}),
        "lanes[1].learning_rate.rates[1]",
    ),
    (
        changed("lanes.1.learning_rate", {"id": "piecewise", "rates": [[0, -1]]}),
        "lanes[1].learning_rate.rates[0][1]",
    ),
    (changed("lanes.1.variant", "sgd"), "lanes[1].variant"),
    (changed("lanes.1.variant.batch_size", 2), "lanes[1].variant.batch_size"),
    (changed("lanes.1.variant.seed", 2**31), "lanes[1].variant.seed"),
    (changed("lanes.0.name", 1), "lanes[0].name"),
    (changed("lanes.0.name", "\x1b[31m"), "lanes[0].name"),
    (changed("variant", []), "variant"),
    (changed("variant.id", "all"), "variant.id"),
    (changed("variant.batch_size", 0), "variant.batch_size"),
    (changed("variant.replacement", "no"), "variant.replacement"),
    (changed("variant.replacement", 0), "variant.replacement"),
    (changed("stop", 60), "stop"),
    (changed("stop.max_steps", 0), "stop.max_steps"),
    (changed("stop.max_steps", 100_001), "stop.max_steps"),
    (changed("stop.max_steps", 1.5), "stop.max_steps"),
    (changed("stop.gradient_norm", 0), "stop.gradient_norm"),
    (changed("stop.gradient_norm", None), "stop.gradient_norm"),
    (changed("stop.patience", 3), "stop.patience"),
]

#: The same for what only the loader can see.
BEYOND_SCHEMA: list[tuple[dict[str, Any], str]] = [
    (changed("problem.data.y", [3, 5, 7]), "problem.data.y"),
    (with_problem({**FORMULA, "formula": "w^2 +"}), "problem.formula"),
    (with_problem({**FORMULA, "formula": "w^2 + c"}), "problem.formula"),
    (with_problem({**ONE, "formula": "w*b"}, 1), "problem.formula"),
    (with_problem({**FORMULA, "formula": "__import__('os')"}), "problem.formula"),
    (with_problem({**FORMULA, "box": [[0, 1], [1, 0]]}), "problem.box[1]"),
    (with_problem({**FORMULA, "box": [[0, 1], [1, 1]]}), "problem.box[1]"),
    (changed("problem.data", {"csv": "none.csv", "x": "x", "y": "y"}), "problem.data.csv"),
    (
        changed("lanes.1.learning_rate", {"id": "piecewise", "rates": [[0, 1], [0, 2]]}),
        "lanes[1].learning_rate.rates[1][0]",
    ),
    (
        {
            **changed("problem.data", {"generator": "noisy-line", "n": 1_000_000}),
            "variant": {"id": "mini-batch", "batch_size": 100_000},
        },
        "variant",
    ),
]

_text = json.dumps(GOOD)

#: Files that are not even JSON, or not the JSON that they seem to be; and what is said.
NOT_JSON: list[tuple[bytes, str]] = [
    (b"", "is not JSON text: line 1, column 1"),
    (b"gdsim", "is not JSON text: line 1, column 1"),
    (b"{\n  'format': 1}", "is not JSON text: line 2, column 3"),
    (_text[:-1].encode(), "is not JSON text: line 1"),
    ((_text + "}").encode(), "is not JSON text: line 1"),
    (_text.encode("utf-8-sig"), "must be UTF-8 without a byte-order mark"),
    (_text.encode("utf-16"), "is not UTF-8 text"),
    (_text.encode("utf-16-le"), "is not"),
    (_text.replace("A line", "caf\xe9").encode("latin-1"), "is not UTF-8 text"),
    (_text.replace('"A line"', r'"\ud800"').encode(), "title.en: must be Unicode text"),
    (_text.replace('"seed": 3', r'"seed": 3, "\udfff": 1').encode(), "must be Unicode text"),
    (_text.replace("0.2", "NaN").encode(), "lanes[0].learning_rate: must be a finite number"),
    (_text.replace("0.2", "-Infinity").encode(), "lanes[0].learning_rate: must be a finite"),
    (_text.replace("0.2", "1e999").encode(), "lanes[0].learning_rate: must be a finite number"),
    (_text.replace("0.2", "9" * 5000).encode(), "lanes[0].learning_rate: must be a finite number"),
    (_text.replace("[0, 0]", "[0, NaN]").encode(), "start[1]: must be a finite number"),
    (_text.replace('"seed": 3', '"seed": 3, "seed": 4').encode(), "variant.seed: occurs twice"),
    (_text.replace('"version": 1', '"version": 1, "version": 1').encode(), "version: occurs twice"),
    (b"[" * 1_000_000, "nested too deeply"),
    (b'{"a":' * 100_000, "nested too deeply"),
    (b'{"view": ' + b"[" * 40 + b"]" * 40 + b"}", "nested too deeply"),
    (b"{}", "is not a gdsim scenario: the field format is missing"),
    (b'{"format": "gdsim-scenario"}', "is not a gdsim scenario: the field version is missing"),
    (b" " * 5_000_001, "larger than 5 MB"),
    (b"\0" * 100, "is not JSON text"),
]
