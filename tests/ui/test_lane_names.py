"""Lanes are called by what tells them apart, in words of the field, in both languages."""

from dataclasses import replace

import pytest

from gdsim.engine.lane import Lane
from gdsim.engine.optimizers import make_optimizer
from gdsim.engine.schedules import Constant
from gdsim.engine.variants import Variant
from gdsim.scenario import Scenario, default_scenario
from gdsim.ui import i18n
from gdsim.ui.lane_names import brief_names, lane_names

ADAM, HEAVY, HEAVIER = (
    make_optimizer("adam"),
    make_optimizer("momentum", {"momentum": 0.5}),
    make_optimizer("momentum", {"momentum": 0.9}),
)


def scenario(*lanes: Lane) -> Scenario:
    return replace(default_scenario(), lanes=lanes)


@pytest.mark.parametrize(
    ("lanes", "names"),
    [
        ((Lane(), Lane("sequential")), ("Synchronous", "Sequential · w first")),
        (
            (Lane("sequential"), Lane("sequential", (1, 0))),
            ("Sequential · w first", "Sequential · b first"),
        ),
        (
            tuple(Lane(learning_rate=Constant(rate)) for rate in (0.01, 0.1, 0.3)),
            ("α = 0.01", "α = 0.1", "α = 0.3"),
        ),
        # Optimizers tell them apart; that their rates differ too need not be in the name.
        (
            (Lane(), Lane(optimizer=ADAM, learning_rate=Constant(0.1))),
            ("Gradient descent", "Adam"),
        ),
        (
            (Lane(), Lane("sequential"), Lane(optimizer=ADAM)),
            (
                "Synchronous · Gradient descent",
                "Sequential · w first · Gradient descent",
                "Synchronous · Adam",
            ),
        ),
        (
            (Lane(variant=Variant("sgd")), Lane(variant=Variant("mini-batch", 2)), Lane()),
            ("Stochastic", "Mini-batch of 2", "Batch"),
        ),
        (
            (Lane(variant=Variant("sgd", replacement=True)), Lane(variant=Variant("sgd"))),
            ("With replacement", "Without replacement"),
        ),
        ((Lane(), Lane(name="Mine"), Lane()), ("Synchronous 1", "Mine", "Synchronous 2")),
        ((Lane(),), ("Synchronous",)),
    ],
)
def test_names(lanes: tuple[Lane, ...], names: tuple[str, ...]) -> None:
    assert lane_names(scenario(*lanes)) == names


def test_the_optimizer_s_numbers_come_last() -> None:
    first, second = lane_names(scenario(Lane(optimizer=HEAVY), Lane(optimizer=HEAVIER)))
    assert first.startswith("μ = 0.5")
    assert second.startswith("μ = 0.9")


def test_in_a_sentence_the_order_is_enough_for_two() -> None:
    assert brief_names(scenario(Lane(), Lane("sequential"))) == ("synchronous", "sequential")
    assert brief_names(scenario(Lane(), Lane(optimizer=ADAM))) == ("Gradient descent", "Adam")


def test_in_chinese(qapp: object) -> None:
    i18n.set_language("zh_CN")
    try:
        assert lane_names(scenario(Lane(), Lane("sequential"))) == ("同步", "顺序 · 先 w")
        assert lane_names(scenario(Lane(), Lane(optimizer=HEAVY))) == ("梯度下降", "动量")
    finally:
        i18n.set_language("en")
