"""How the lanes look, as a person chose it: kept in the scenario's ``view``, which no run reads.

``"view": {"lanes": [{"hidden": true}, {"style": 3}]}`` has an entry for each lane; what is not as
expected in a file counts as not chosen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeVar

from gdsim.engine.lane import Lane
from gdsim.engine.run import Run
from gdsim.scenario import Scenario
from gdsim.scenario.strict_json import pack, unpack
from gdsim.ui import theme as th
from gdsim.ui.lane_names import brief_names, lane_names

T = TypeVar("T")

#: Style indices to choose from: no two have the same mark and dash, or one of them and the colour.
STYLES = range(12)


@dataclass(frozen=True, slots=True)
class LaneLook:
    """Whether a lane is drawn, and its style index (``None``: the one that its order gives)."""

    hidden: bool = False
    style: int | None = None


def looks(scenario: Scenario) -> tuple[LaneLook, ...]:
    """The look of each lane. At least one lane is shown: were all hidden, all are shown."""
    return _looks(scenario.view, len(scenario.lanes))


@lru_cache(maxsize=64)
def _looks(view: str, count: int) -> tuple[LaneLook, ...]:
    chosen = unpack(view)
    entries = chosen.get("lanes") if isinstance(chosen, dict) else None
    entries = entries if isinstance(entries, list) else []
    found = [_look(entry) for entry in entries[:count]]
    found += [LaneLook()] * (count - len(found))
    if all(look.hidden for look in found):
        found = [replace(look, hidden=False) for look in found]
    return tuple(found)


def _look(entry: object) -> LaneLook:
    if not isinstance(entry, dict):
        return LaneLook()
    style = entry.get("style")
    known = isinstance(style, int) and not isinstance(style, bool) and style in STYLES
    return LaneLook(entry.get("hidden") is True, style if known else None)


def with_looks(scenario: Scenario, chosen: Sequence[LaneLook]) -> Scenario:
    """``scenario`` with these looks; whatever else stands in its view stays."""
    view = unpack(scenario.view)
    view = dict(view) if isinstance(view, dict) else {}
    view.pop("lanes", None)
    if any(look != LaneLook() for look in chosen):
        view["lanes"] = [_entry(look) for look in chosen]
    return replace(scenario, view=pack(view) if view else "")


def _entry(look: LaneLook) -> dict[str, object]:
    entry: dict[str, object] = {"hidden": True} if look.hidden else {}
    return entry if look.style is None else {**entry, "style": look.style}


def styles(lanes: tuple[Lane, ...], chosen: Sequence[LaneLook]) -> tuple[int, ...]:
    """The style index of each lane: the chosen one, else its own, else (if taken) a free one."""
    taken = {look.style for look in chosen if look.style is not None}
    usual = th.lane_styles(lanes)
    free = (style for style in range(2, 10_000) if style not in taken and style not in usual)
    return tuple(
        look.style if look.style is not None else next(free) if style in taken else style
        for look, style in zip(chosen, usual, strict=True)
    )


@dataclass(frozen=True, slots=True)
class Shown:
    """The lanes that are drawn: their runs, style indices, names, and runs before the gesture.

    ``briefs`` are the names within a sentence.
    """

    runs: tuple[Run, ...]
    styles: tuple[int, ...]
    names: tuple[str, ...]
    briefs: tuple[str, ...]
    ghost: tuple[Run, ...]


def shown(scenario: Scenario, runs: tuple[Run, ...], before: tuple[Run, ...] = ()) -> Shown:
    """What a picture of ``scenario`` draws of its ``runs``."""
    visible = [i for i, look in enumerate(looks(scenario)) if not look.hidden]

    def of_visible(all_lanes: Sequence[T]) -> tuple[T, ...]:
        return tuple(all_lanes[i] for i in visible)

    return Shown(
        of_visible(runs),
        of_visible(styles(scenario.lanes, looks(scenario))),
        of_visible(lane_names(scenario)),
        of_visible(brief_names(scenario)),
        of_visible(before) if len(before) == len(runs) else (),
    )
