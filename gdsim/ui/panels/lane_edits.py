"""What each edit of the list of lanes makes of a scenario. Pure: no widget is involved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gdsim.engine.lane import Lane
from gdsim.engine.optimizers import make_optimizer
from gdsim.scenario import Scenario
from gdsim.scenario.specs import MAX_LANES, MAX_TITLE
from gdsim.ui.lane_looks import LaneLook, looks, with_looks


def room(scenario: Scenario) -> bool:
    """Whether another lane may be added."""
    return len(scenario.lanes) < MAX_LANES


def _with(scenario: Scenario, lanes: Sequence[Lane], chosen: Sequence[LaneLook]) -> Scenario:
    return with_looks(replace(scenario, lanes=tuple(lanes)), chosen)


def added(scenario: Scenario, like: int) -> Scenario:
    """A lane of plain synchronous descent at the end, with the learning rate of lane ``like``."""
    if not room(scenario):
        return scenario
    rate = scenario.lanes[like].learning_rate
    lane = Lane(optimizer=make_optimizer("gd"), learning_rate=rate)
    return _with(scenario, (*scenario.lanes, lane), (*looks(scenario), LaneLook()))


def duplicated(scenario: Scenario, index: int) -> Scenario:
    """The same lane once more, after itself; its style is its own."""
    if not room(scenario):
        return scenario
    lanes, chosen = list(scenario.lanes), list(looks(scenario))
    lanes.insert(index + 1, lanes[index])
    chosen.insert(index + 1, replace(chosen[index], style=None))
    return _with(scenario, lanes, chosen)


def removed(scenario: Scenario, index: int) -> Scenario:
    """Without lane ``index``; the last lane stays."""
    if len(scenario.lanes) == 1:
        return scenario
    lanes, chosen = list(scenario.lanes), list(looks(scenario))
    del lanes[index], chosen[index]
    return _with(scenario, lanes, chosen)


def moved(scenario: Scenario, index: int, by: int) -> Scenario:
    """Lane ``index`` ``by`` places further down, as far as there are places."""
    lanes, chosen = list(scenario.lanes), list(looks(scenario))
    at = max(0, min(index + by, len(lanes) - 1))
    lanes.insert(at, lanes.pop(index))
    chosen.insert(at, chosen.pop(index))
    return _with(scenario, lanes, chosen)


def renamed(scenario: Scenario, index: int, name: str) -> Scenario:
    """Lane ``index`` is called ``name``; with an empty one it is called after its order."""
    tidy = " ".join(name.split())[:MAX_TITLE]
    tidy = "".join(sign for sign in tidy if sign.isprintable())
    lanes = list(scenario.lanes)
    lanes[index] = replace(lanes[index], name=tidy)
    return replace(scenario, lanes=tuple(lanes))


def with_hidden(scenario: Scenario, index: int, hidden: bool) -> Scenario:
    """Lane ``index`` is not drawn, or is; the last one that is drawn stays."""
    chosen = list(looks(scenario))
    chosen[index] = replace(chosen[index], hidden=hidden)
    if all(look.hidden for look in chosen):
        return scenario
    return with_looks(scenario, chosen)


def with_style(scenario: Scenario, index: int, style: int | None) -> Scenario:
    """Lane ``index`` has this style index; ``None``: the one that its order gives."""
    chosen = list(looks(scenario))
    chosen[index] = replace(chosen[index], style=style)
    return with_looks(scenario, chosen)
