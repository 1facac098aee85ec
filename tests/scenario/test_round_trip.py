"""Saving and loading: the same scenario, the same bytes, the same runs."""

from __future__ import annotations

import json
import os
import random
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from gdsim.engine import GdsimError, Run, Variant
from gdsim.engine.schedules import Constant
from gdsim.scenario import (
    CsvData,
    GivenData,
    ProblemSpec,
    Scenario,
    default_scenario,
    load_scenario,
    save_scenario,
    scenario_from_json,
    scenario_to_json,
)
from tests.scenario.samples import random_scenario


def same_bits(first: Run, second: Run) -> bool:
    names = ("theta", "loss", "grad", "used", "delta", "learning_rate")
    return all(getattr(first, n).tobytes() == getattr(second, n).tobytes() for n in names)


@pytest.mark.parametrize("seed", range(1000))
def test_a_random_scenario_survives_saving(seed: int) -> None:
    scenario = random_scenario(random.Random(seed))
    text = scenario_to_json(scenario)
    again = scenario_from_json(text)
    assert again == scenario
    assert hash(again) == hash(scenario)
    assert scenario_to_json(again) == text
    assert text.endswith("}\n")
    assert all(len(line) < 350 for line in text.splitlines())


@pytest.mark.parametrize("seed", range(0, 1000, 20))
def test_a_loaded_scenario_runs_to_the_same_bits(seed: int) -> None:
    scenario = random_scenario(random.Random(seed))
    again = scenario_from_json(scenario_to_json(scenario))
    for first, second in zip(scenario.run(), again.run(), strict=True):
        assert same_bits(first, second)
        assert repr(first.ending) == repr(second.ending)


def test_zero_has_one_sign() -> None:
    positive = replace(default_scenario(), start=(0.0, 0.0))
    negative = replace(default_scenario(), start=(-0.0, 0))
    assert positive == negative
    assert scenario_to_json(positive) == scenario_to_json(negative)
    for first, second in zip(positive.run(), negative.run(), strict=True):
        assert same_bits(first, second)


def test_the_text_is_meant_to_be_read() -> None:
    lane = default_scenario().lanes[1]
    lane = replace(lane, variant=Variant("mini-batch", 2, seed=7), name="β first")
    data = GivenData(tuple(range(40)), tuple(i / 8 for i in range(40)))
    problem = ProblemSpec("linear-regression", loss="mse", data=data)
    scenario = Scenario(problem, (0.5, -1e-7), (lane,), title=(("zh_CN", "直线"), ("en", "Line")))
    assert (
        scenario_to_json(scenario)
        == """\
{
  "format": "gdsim-scenario",
  "lanes": [
    {
      "coordinates": [0, 1],
      "learning_rate": 0.2,
      "name": "β first",
      "optimizer": {
        "id": "gd"
      },
      "order": "sequential",
      "variant": {
        "batch_size": 2,
        "id": "mini-batch",
        "replacement": false,
        "seed": 7
      }
    }
  ],
  "problem": {
    "data": {
      "x": [
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24,
        25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39
      ],
      "y": [
        0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1, 1.125, 1.25, 1.375, 1.5, 1.625, 1.75,
        1.875, 2, 2.125, 2.25, 2.375, 2.5, 2.625, 2.75, 2.875, 3, 3.125, 3.25, 3.375, 3.5, 3.625,
        3.75, 3.875, 4, 4.125, 4.25, 4.375, 4.5, 4.625, 4.75, 4.875
      ]
    },
    "id": "linear-regression",
    "loss": "mse"
  },
  "start": [0.5, -1e-07],
  "stop": {
    "max_steps": 1000
  },
  "title": {
    "en": "Line",
    "zh_CN": "直线"
  },
  "variant": {
    "id": "batch"
  },
  "version": 1
}
"""
    )


def test_the_example_of_the_format_loads() -> None:
    scenario = scenario_from_json(json.dumps({
        "format": "gdsim-scenario", "version": 1,
        "title": {"en": "…", "zh_CN": "…"},
        "problem": {"id": "linear-regression", "loss": "half-mse",
                    "data": {"x": [1, 2, 3, 4], "y": [3, 5, 7, 9]}},
        "start": [0.0, 0.0],
        "lanes": [
            {"order": "synchronous", "optimizer": {"id": "gd"}, "learning_rate": 0.01},
            {"order": "sequential", "coordinates": [0, 1], "optimizer": {"id": "gd"},
             "learning_rate": {"id": "piecewise", "rates": [[0, 0.1], [40, 0.01]]}},
        ],
        "variant": {"id": "sgd", "replacement": True, "seed": 0},
        "stop": {"max_steps": 1000, "gradient_norm": 1e-6},
    }))  # fmt: skip
    assert scenario.lanes[0].learning_rate == Constant(0.01)
    assert scenario.lanes[1].learning_rate.rates(41).tolist() == [0.1] * 40 + [0.01]
    assert scenario.variant == Variant("sgd", replacement=True)
    assert scenario.stop.gradient_norm == 1e-6


def csv_scenario(csv: str) -> Scenario:
    problem = ProblemSpec("linear-regression", loss="mse", data=CsvData(csv, "面积", "price"))
    return replace(default_scenario(), problem=problem)


def test_a_csv_path_goes_with_the_scenario(tmp_path: Path) -> None:
    (tmp_path / "数据").mkdir()
    (tmp_path / "数据" / "houses.csv").write_text("面积;price\n1,5;3\n2;5\n", encoding="utf-8")
    scenario = csv_scenario(str(tmp_path / "数据" / "houses.csv"))
    saved = save_scenario(scenario, tmp_path / "a.gdsim")
    assert saved == load_scenario(tmp_path / "a.gdsim") == csv_scenario("数据/houses.csv")
    assert saved.run(base=tmp_path)[0].problem.rows == 2

    deeper = tmp_path / "b" / "c"
    deeper.mkdir(parents=True)
    moved = save_scenario(saved, deeper / "a.gdsim", base=tmp_path)
    assert moved == load_scenario(deeper / "a.gdsim") == csv_scenario("../../数据/houses.csv")
    assert moved.anchored(deeper).run()[0].problem.rows == 2


def test_a_folder_that_is_a_link_leads_back_to_the_csv(tmp_path: Path) -> None:
    (tmp_path / "points.csv").write_text("面积,price\n1,2\n2,3\n", encoding="utf-8")
    (tmp_path / "deep" / "deeper").mkdir(parents=True)
    link = tmp_path / "link"
    try:
        link.symlink_to(tmp_path / "deep" / "deeper", target_is_directory=True)
    except OSError:
        pytest.skip("no links here")
    save_scenario(csv_scenario(str(tmp_path / "points.csv")), link / "a.gdsim")
    loaded = load_scenario(link / "a.gdsim")
    assert loaded.anchored(link).make_problem().rows == 2
    # In turn: what lies behind the link is called by the link as long as that leads there.
    (link / "near.csv").write_text("面积,price\n1,2\n", encoding="utf-8")
    saved = save_scenario(csv_scenario(str(link / "near.csv")), tmp_path / "b.gdsim")
    assert saved == csv_scenario("link/near.csv")


def test_a_csv_has_one_name_however_it_is_reached(tmp_path: Path) -> None:
    here = csv_scenario(str(tmp_path / "houses.csv"))
    assert csv_scenario("../houses.csv").anchored(tmp_path / "sub") == here
    assert csv_scenario("./sub/../houses.csv").anchored(tmp_path) == here


@pytest.mark.skipif(os.name == "nt", reason="no file of that name can be there")
def test_a_csv_that_no_scenario_could_name_is_refused_at_once(tmp_path: Path) -> None:
    (tmp_path / "a\\b.csv").write_text("面积,price\n1,2\n", encoding="utf-8")
    with pytest.raises(GdsimError, match=r"^problem\.data\.csv: must be a path relative"):
        csv_scenario(str(tmp_path / "a\\b.csv")).make_problem()


def test_a_csv_file_that_has_changed_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "houses.csv"
    scenario = csv_scenario("houses.csv")
    for rows in (2, 3, 4):
        file.write_text("面积,price\n" + "1,2\n" * rows, encoding="utf-8")
        assert scenario.make_problem(tmp_path).rows == rows


def test_data_that_cannot_be_read_name_the_field(tmp_path: Path) -> None:
    with pytest.raises(GdsimError, match=r"^problem\.data\.csv: there is no file “houses.csv”$"):
        csv_scenario("houses.csv").make_problem(tmp_path)
    with pytest.raises(GdsimError, match=r"^problem\.data\.csv: .*not been saved yet$"):
        csv_scenario("houses.csv").make_problem()
    (tmp_path / "houses.csv").write_text("面积,price\n1,two\n", encoding="utf-8")
    with pytest.raises(GdsimError, match=r"^problem\.data\.csv: row 2, column “price”: “two”"):
        csv_scenario("houses.csv").make_problem(tmp_path)


def test_nothing_is_saved_that_could_not_be_loaded(tmp_path: Path) -> None:
    broken = replace(default_scenario(), start=(float("inf"), 0.0))
    with pytest.raises(GdsimError, match="cannot be saved"):
        save_scenario(broken, tmp_path / "a.gdsim")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("rows", "value"), [(1_000_000, 0.0), (150_000, 1 / 3)])
def test_more_points_than_a_file_may_have_are_refused(
    tmp_path: Path, rows: int, value: float
) -> None:
    data = GivenData((value,) * rows, (value,) * rows)
    problem = replace(default_scenario().problem, data=data)
    with pytest.raises(GdsimError, match=r"^cannot be saved: it would be larger than 5 MB$"):
        save_scenario(replace(default_scenario(), problem=problem), tmp_path / "a.gdsim")
    assert not list(tmp_path.iterdir())


def test_arrays_and_whole_numbers_make_the_same_scenario() -> None:
    data = GivenData(np.arange(1, 5), np.array([3.0, 5, 7, 9]))  # type: ignore[arg-type]
    problem = ProblemSpec("linear-regression", loss="half-mse", data=data)
    scenario = replace(default_scenario(), problem=problem)
    assert scenario == default_scenario()
    assert scenario_to_json(scenario) == scenario_to_json(default_scenario())
