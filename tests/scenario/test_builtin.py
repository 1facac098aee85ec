"""The built-in scenarios: in order, stable, and doing what their notes say."""

from __future__ import annotations

import numpy as np
import pytest

from gdsim.engine import Outcome, Run, Stop
from gdsim.engine.schedules import Constant
from gdsim.resources import resource
from gdsim.scenario import (
    BUILTIN,
    SUFFIX,
    builtin_path,
    default_scenario,
    load_scenario,
    scenario_to_json,
    unpack,
)

every = pytest.mark.parametrize("name", BUILTIN)


def runs(name: str) -> tuple[Run, ...]:
    return load_scenario(builtin_path(name)).run()


def test_every_file_is_listed() -> None:
    assert {path.stem for path in resource("scenarios").iterdir()} == set(BUILTIN)
    assert all(path.suffix == SUFFIX for path in resource("scenarios").iterdir())
    assert len(set(BUILTIN)) == len(BUILTIN)


@every
def test_saving_gives_the_same_bytes(name: str) -> None:
    written = builtin_path(name).read_bytes()
    assert scenario_to_json(load_scenario(builtin_path(name))).encode() == written


@every
def test_title_and_notes_are_there_in_both_languages(name: str) -> None:
    scenario = load_scenario(builtin_path(name))
    notes = unpack(scenario.notes)
    assert isinstance(notes, dict)
    for texts in (dict(scenario.title), notes):
        assert sorted(texts) == ["en", "zh_CN"]
        assert texts["en"].isascii() or any(sign in texts["en"] for sign in "αβ₀₁²³″−×·")
        assert any("\u4e00" <= sign <= "\u9fff" for sign in texts["zh_CN"])


@every
def test_it_runs_the_same_twice(name: str) -> None:
    for first, again in zip(runs(name), runs(name), strict=True):
        assert first.theta.tobytes() == again.theta.tobytes()
        assert first.steps > 0


def test_the_first_scene_is_what_a_person_sees_first() -> None:
    scenario = default_scenario()
    assert scenario.stop == Stop(60)
    assert scenario.start == (0.0, 0.0)
    assert [lane.learning_rate for lane in scenario.lanes] == [Constant(0.2)] * 2
    together, sequential = scenario.run()
    assert np.allclose(together.theta[1], (3.5, 1.2), rtol=1e-15)
    assert sequential.theta[1].tolist() == [3.5, -0.55]


def test_between_the_limits_only_the_sequential_lane_converges() -> None:
    together, sequential = runs("article0-between-the-limits")
    assert together.ending.outcome is Outcome.DIVERGED
    assert sequential.ending.outcome is Outcome.CONVERGED
    assert np.allclose(sequential.theta[-1], (2, 1), atol=1e-4)


def test_centred_data_have_no_gap_at_all() -> None:
    together, sequential = runs("centred-data-no-gap")
    assert together.theta.tobytes() == sequential.theta.tobytes()


def test_himmelblau_ends_in_different_minima() -> None:
    together, sequential = runs("himmelblau-different-minima")
    assert np.allclose(together.theta[-1], (3, 2))
    assert np.allclose(sequential.theta[-1], (3.58443, -1.84813))


def test_four_rates_do_four_things() -> None:
    crawls, right, oscillates, flies = runs("parabola-four-rates")
    assert abs(crawls.theta[-1, 0] + 1.5) > 0.5
    assert right.ending.outcome is Outcome.CONVERGED
    assert (np.sign(np.diff(oscillates.theta[:20, 0])) == [-1, 1] * 9 + [-1]).all()
    assert abs(flies.theta[-1, 0]) > 100


def test_momentum_finds_the_deeper_valley() -> None:
    plain, momentum = runs("double-well-two-valleys")
    assert np.allclose(plain.theta[-1], -1, atol=1e-5)
    assert np.allclose(momentum.theta[-1], 2, atol=1e-5)


def test_the_plateau_holds_for_a_hundred_steps() -> None:
    for run in runs("plateau-vanishing-gradient"):
        assert run.loss[40:100].min() > 0.6
        assert run.loss[-1] < 0.03


def test_the_cliff_throws() -> None:
    thrown, careful = runs("cliff-exploding-gradient")
    assert np.abs(thrown.delta).max() > 5
    assert np.abs(careful.delta).max() < 0.6


def test_a_falling_rate_settles() -> None:
    constant, falling = runs("sgd-with-a-falling-rate")
    assert falling.theta[700:].std(axis=0).max() < constant.theta[700:].std(axis=0).min() / 5


def test_newton_needs_one_step() -> None:
    assert runs("ravine-better-methods")[-1].steps == 1


def test_stopping_by_the_change_of_the_loss_is_too_early() -> None:
    (run,) = runs("stopping-too-early")
    assert run.ending.rule == "loss_change"
    assert run.theta[-1, 0] > 0.1
