"""What the lanes are called: a person's own name, or whatever tells a lane from the others."""

from __future__ import annotations

from gdsim.engine.lane import Lane
from gdsim.engine.schedules import Constant
from gdsim.engine.variants import Variant
from gdsim.scenario import Scenario
from gdsim.ui.i18n import tr
from gdsim.ui.numbers import number


def lane_names(scenario: Scenario) -> tuple[str, ...]:
    """A name for every lane of ``scenario``, no two of them the same.

    Two orders are called by their order, four learning rates by their rates: of the aspects of a
    lane the first ones that are enough. Lanes that nothing tells apart are numbered.
    """
    nameless = [lane for lane in scenario.lanes if not lane.name]
    aspects = [
        [_order(lane, scenario.problem.names) for lane in nameless],
        [tr(lane.optimizer.kind.title) for lane in nameless],
        [_rate(lane) for lane in nameless],
        [_variant(lane.variant or scenario.variant) for lane in nameless],
        [_drawing(lane.variant or scenario.variant) for lane in nameless],
        [_numbers(lane) for lane in nameless],
    ]
    made = iter(_told_apart(aspects))
    return _numbered([lane.name or next(made) for lane in scenario.lanes])


def _told_apart(aspects: list[list[str]]) -> list[str]:
    """The first aspects that tell more lanes apart than those before them, joined for each lane."""
    names: list[str] = []
    for texts in aspects:
        longer = [f"{a} · {b}" for a, b in zip(names, texts, strict=True)] if names else texts
        if len(set(longer)) > max(len(set(names)), 1):
            names = longer
    return names or aspects[0]


def brief_names(scenario: Scenario) -> tuple[str, ...]:
    """The names within a sentence: a bare word for the order, where that is enough."""
    words = {"synchronous": tr("synchronous"), "sequential": tr("sequential")}
    brief = [lane.name or words[lane.order] for lane in scenario.lanes]
    if len(set(brief)) == len(brief):
        return tuple(brief)
    return lane_names(scenario)


def _order(lane: Lane, parameters: tuple[str, ...]) -> str:
    if lane.order == "synchronous":
        return tr("Synchronous")
    if len(parameters) == 1:
        return tr("Sequential")
    return tr("Sequential · {first} first", first=parameters[lane.visits(len(parameters))[0]])


def _rate(lane: Lane) -> str:
    if isinstance(lane.learning_rate, Constant):
        return f"α = {number(lane.learning_rate.first, 4)}"
    return tr(lane.learning_rate.title)


def _numbers(lane: Lane) -> str:
    """The optimizer's own numbers: ``μ = 0.5``."""
    hyper = lane.optimizer.hyper
    return ", ".join(
        f"{spec.symbol or tr(spec.label)} = {number(float(hyper[spec.name]), 4)}"
        for spec in lane.optimizer.kind.params
        if spec.scale not in ("choice", "bool")
    )


def _variant(variant: Variant) -> str:
    if variant.id == "batch":
        return tr("Batch")
    if variant.id == "sgd":
        return tr("Stochastic")
    return tr("Mini-batch of {size}", size=variant.batch_size)


def _drawing(variant: Variant) -> str:
    if variant.id == "batch":
        return ""
    return tr("With replacement") if variant.replacement else tr("Without replacement")


def _numbered(names: list[str]) -> tuple[str, ...]:
    """``names``, where those that are the same have a number."""
    return tuple(
        f"{name} {names[: i + 1].count(name)}" if names.count(name) > 1 else name
        for i, name in enumerate(names)
    )
