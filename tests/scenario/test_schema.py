"""The published schema and the loader agree, as far as a schema can say what is allowed."""

from __future__ import annotations

import copy
import json
import random
from typing import Any

import jsonschema
import pytest

from gdsim.engine import GdsimError, ScenarioError
from gdsim.resources import resource
from gdsim.scenario import scenario_from_json, scenario_to_json
from gdsim.scenario.schema import scenario_schema
from gdsim.scenario.strict_json import dump_json
from tests.scenario.broken import BEYOND_SCHEMA, GOOD, WRONG
from tests.scenario.samples import random_scenario

VALIDATOR = jsonschema.Draft202012Validator(scenario_schema())

#: Ends of the loader's sentences about what no schema can say.
BEYOND = (
    "must have {count} entries",
    "must have as many numbers as x: {count}",
    "must go from a smaller to a larger number",
    "must be a whole number, 0 at first and then increasing",
    "must be 0 or 1 in every row",
    "draws too many rows in all; batch size times steps may be at most {limit}",
    "there is no such file",
    "is a folder, not a file",
    "must be a finite number",
    "is nested too deeply",
)


def loader_refuses(content: Any) -> GdsimError | None:
    try:
        scenario_from_json(json.dumps(content), base=resource("scenarios"))
    except GdsimError as error:
        return error
    return None


def is_beyond(error: GdsimError) -> bool:
    field = getattr(error, "field", "")
    return error.template in BEYOND or field == "problem.formula"


def agree(content: Any) -> bool:
    """Whether both say the same; a refusal of the loader's own must be one that is listed."""
    error = loader_refuses(content)
    if VALIDATOR.is_valid(content):
        return error is None or is_beyond(error)
    return error is not None


def test_the_published_file_is_the_schema() -> None:
    published = resource("scenario.schema.json").read_text(encoding="utf-8")
    assert published == dump_json(scenario_schema()), "run: python -m gdsim.scenario.schema"
    jsonschema.Draft202012Validator.check_schema(json.loads(published))


def test_the_good_one_is_good() -> None:
    VALIDATOR.validate(GOOD)


@pytest.mark.parametrize(("content", "field"), WRONG)
def test_what_is_wrong_is_wrong_for_the_schema(content: Any, field: str) -> None:
    assert not VALIDATOR.is_valid(content)


@pytest.mark.parametrize(("content", "field"), BEYOND_SCHEMA)
def test_what_a_schema_cannot_say(content: Any, field: str) -> None:
    VALIDATOR.validate(content)
    assert isinstance(loader_refuses(content), ScenarioError)


@pytest.mark.parametrize("seed", range(300))
def test_every_scenario_fits_the_schema(seed: int) -> None:
    VALIDATOR.validate(json.loads(scenario_to_json(random_scenario(random.Random(seed)))))


VALUES = (
    None, True, False, 0, 1, -1, 2, 0.5, 1.0, 1e9, 2e9, -1e13, 10**400, "", "gd", "sgd", "batch",
    "formula", "parabola", "coupled-bowl", "w^2", "x.csv", "/x", [], [0], [0, 1], [1, 0], [0, 0],
    [[0, 1]], [[0, 1], [1, 2]], ["x"], {}, {"id": "gd"}, {"id": "batch"}, {"id": "newton"},
    {"id": "parabola"}, {"generator": "noisy-line"}, {"x": [1], "y": [1]}, {"x": [1], "y": [1, 2]},
)  # fmt: skip
NAMES = (
    "id", "params", "formula", "box", "loss", "data", "x", "y", "csv", "generator", "n", "seed",
    "order", "coordinates", "optimizer", "learning_rate", "variant", "name", "replacement",
    "batch_size", "max_steps", "gradient_norm", "title", "en", "view", "notes", "lecture", "stop",
    "start", "lanes", "rate", "rates", "beta1", "coupling", "colour",
)  # fmt: skip


def containers(value: Any) -> list[Any]:
    """All lists and objects in ``value``, itself included."""
    if not isinstance(value, dict | list):
        return []
    items = value.values() if isinstance(value, dict) else value
    return [value, *(inner for item in items for inner in containers(item))]


def mutated(rng: random.Random, content: Any) -> Any:
    """``content`` with one to three values changed, taken out, added or doubled."""
    content = copy.deepcopy(content)
    for _ in range(rng.randint(1, 3)):
        place = rng.choice(containers(content))
        value = copy.deepcopy(rng.choice(VALUES))
        if isinstance(place, dict):
            key = rng.choice([*place, rng.choice(NAMES)])
            if rng.random() < 0.3:
                place.pop(key, None)
            else:
                place[key] = value
        elif not place or rng.random() < 0.3:
            place.append(copy.deepcopy(rng.choice(place)) if place else value)
        else:
            place[rng.randrange(len(place))] = value
    return content


@pytest.mark.parametrize("seed", range(20))
def test_both_agree_on_mutations(seed: int) -> None:
    rng = random.Random(seed)
    for _ in range(50):
        whole = json.loads(scenario_to_json(random_scenario(rng, rows=10)))
        whole["lanes"] = whole["lanes"][:3]
        content = mutated(rng, rng.choice((GOOD, whole)))
        assert agree(content), (content, loader_refuses(content))
