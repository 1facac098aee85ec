"""Whatever is wrong with a file is said in one line that names the field and what is allowed."""

from __future__ import annotations

import copy
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from gdsim.engine import FormulaError, GdsimError, ScenarioError
from gdsim.scenario import FormulaFieldError, load_scenario, scenario_from_json
from tests.scenario.broken import BEYOND_SCHEMA, FORMULA, GOOD, NOT_JSON, WRONG, with_problem


def refusal(path: Path) -> GdsimError:
    with pytest.raises(GdsimError) as caught:
        load_scenario(path)
    message = str(caught.value)
    assert "\n" not in message
    assert 0 < len(message) < 1000
    return caught.value


def test_the_good_one_is_good() -> None:
    assert scenario_from_json(json.dumps(GOOD)).lanes[1].coordinates == (1, 0)


@pytest.mark.parametrize(("content", "field"), WRONG + BEYOND_SCHEMA)
def test_a_wrong_field_is_named(content: Any, field: str, tmp_path: Path) -> None:
    (tmp_path / "a.gdsim").write_text(json.dumps(content))
    error = refusal(tmp_path / "a.gdsim")
    assert isinstance(error, ScenarioError)
    assert error.field == field
    assert str(error).startswith(f"{field}: ")


@pytest.mark.parametrize(("content", "reason"), NOT_JSON)
def test_what_is_not_json_is_refused(content: bytes, reason: str, tmp_path: Path) -> None:
    (tmp_path / "a.gdsim").write_bytes(content)
    assert reason in str(refusal(tmp_path / "a.gdsim"))


def test_a_formula_error_has_its_position(tmp_path: Path) -> None:
    content = with_problem({**FORMULA, "formula": "w^2 + c*b"})
    (tmp_path / "a.gdsim").write_text(json.dumps(content))
    error = refusal(tmp_path / "a.gdsim")
    assert isinstance(error, FormulaFieldError)
    assert isinstance(error, FormulaError)
    assert (error.field, error.position) == ("problem.formula", 6)
    assert str(error).startswith("problem.formula: at character 7: ")
    again = copy.deepcopy(error)
    assert (str(again), again.position) == (str(error), 6)


def test_what_is_allowed_is_said() -> None:
    for place, value, allowed in (
        ("order", "both", "synchronous, sequential"),
        ("learning_rate", 0, "(0, 1000]"),
        ("colour", "red", "coordinates, learning_rate, name, optimizer, order, variant"),
    ):
        content = json.loads(json.dumps(GOOD))
        content["lanes"][0][place] = value
        with pytest.raises(ScenarioError, match=rf"^lanes\[0\]\.{place}: ") as caught:
            scenario_from_json(json.dumps(content))
        assert allowed in str(caught.value)


def test_a_newer_version_says_so() -> None:
    with pytest.raises(ScenarioError, match="version: was made by a newer gdsim"):
        scenario_from_json('{"format": "gdsim-scenario", "version": 2, "quantum": true}')


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    assert "folder" in str(refusal(tmp_path))
    assert "no such file" in str(refusal(tmp_path / "none.gdsim"))
    assert "cannot be read" in str(refusal(Path("a\0b")))
    assert refusal(tmp_path / ("x" * 5000))
    if sys.platform != "win32":
        assert "plain file" in str(refusal(Path("/dev/zero")))
        os.mkfifo(tmp_path / "pipe")
        assert "plain file" in str(refusal(tmp_path / "pipe"))
        (tmp_path / "loop").symlink_to(tmp_path / "loop")
        assert refusal(tmp_path / "loop")


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.gdsim").write_text("{}")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    # A test may run as root, whom no permission stops.
    monkeypatch.setattr(Path, "open", refuse)
    assert "no permission" in str(refusal(tmp_path / "a.gdsim"))


@pytest.mark.parametrize(
    "text",
    [
        '{"format":"gdsim-scenario","version":1,"view":[' + "[]," * 1_600_000 + "[]]}",
        '{"format":"gdsim-scenario","version":1,"view":[' + "{}," * 1_600_000 + "{}]}",
        '{"format":"gdsim-scenario","version":1,"view":[' + '"é",' * 900_000 + "1]}",
        '{"format":"gdsim-scenario","version":1,"start":[' + "1," * 2_400_000 + "1]}",
        '{"format":"gdsim-scenario","version":1,"view":{'
        + ",".join(f'"{i}":0' for i in range(450_000))
        + "}}",
    ],
    ids=["lists", "objects", "texts", "numbers", "fields"],
)
def test_a_large_file_of_nothing_takes_no_time(text: str, tmp_path: Path) -> None:
    assert len(text.encode()) <= 5_000_000
    (tmp_path / "a.gdsim").write_text(text, encoding="utf-8")
    refusal(tmp_path / "a.gdsim")


def test_a_large_file_of_data_takes_no_time(tmp_path: Path) -> None:
    content = json.loads(json.dumps(GOOD))
    content["problem"]["data"] = {"x": list(range(300_000)), "y": [7] * 300_000}
    content["variant"] = {"id": "batch"}
    (tmp_path / "a.gdsim").write_text(json.dumps(content))
    assert load_scenario(tmp_path / "a.gdsim").make_problem().rows == 300_000
    content["problem"]["data"]["y"][-1] = "7"
    (tmp_path / "a.gdsim").write_text(json.dumps(content))
    assert str(refusal(tmp_path / "a.gdsim")).startswith("problem.data.y[299999]: ")
