"""What gdsim has to offer, listed for people and for programs."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from gdsim.engine.datasets import DATASETS
from gdsim.engine.optimizers import OPTIMIZERS
from gdsim.engine.params import ParamSpec
from gdsim.engine.problems import PROBLEMS, ProblemKind
from gdsim.engine.stopping import STOP_PARAMS
from gdsim.scenario.rates import SCHEDULES
from gdsim.scenario.specs import ORDERS, VARIANTS
from gdsim.scenario.strict_json import Json

Entry = dict[str, Json]


def catalog(lectures: Iterable[Entry] = ()) -> dict[str, list[Entry]]:
    """All entries by section; an entry has ``id``, ``title`` and what its kind has."""
    return {
        "problems": [_problem(kind) for kind in PROBLEMS if kind.family != "model"],
        "models": [_problem(kind) for kind in PROBLEMS if kind.family == "model"],
        "optimizers": [
            _entry(kind.id, kind.title, kind.params, help=kind.help, source=kind.source,
                   sequential=kind.elementwise)
            for kind in OPTIMIZERS
        ],
        "orders": [_entry(order, title) for order, title in ORDERS],
        "variants": [_entry(*variant) for variant in VARIANTS],
        "schedules": [_entry(kind.id, kind.title, kind.params) for kind in SCHEDULES],
        "stop": [_param(spec) for spec in STOP_PARAMS],
        "datasets": [
            _entry(kind.id, kind.title, kind.params, help=kind.help, task=kind.task)
            for kind in DATASETS
        ],
        "lectures": list(lectures),
    }  # fmt: skip


def _entry(id: str, title: str, params: Sequence[ParamSpec] = (), **more: Json) -> Entry:
    entry: Entry = {"id": id, "title": title, "params": [_param(spec) for spec in params]}
    return entry | {name: value for name, value in more.items() if value not in ("", [])}


def _problem(kind: ProblemKind) -> Entry:
    return _entry(
        kind.id,
        kind.title,
        kind.params,
        help=kind.teaches,
        parameters=list(kind.names),
        start=list(kind.start),
        formula=kind.formula,
        source=kind.source,
        losses=[loss for loss, _ in kind.losses],
    )


def _param(spec: ParamSpec) -> Entry:
    entry: Entry = {"id": spec.name, "title": spec.label, "default": spec.default}
    if spec.choices:
        entry["choices"] = [choice for choice, _ in spec.choices]
    if math.isfinite(spec.low) or math.isfinite(spec.high):
        entry["range"] = spec.range_text()
    return entry


def catalog_text(sections: Mapping[str, Sequence[Entry]]) -> str:
    """The catalogue as text: a section, its entries, and under each its parameters."""
    lines: list[str] = []
    for section, entries in sections.items():
        lines += ["", section] if lines else [section]
        lines += [line for entry in entries for line in _text(entry, "  ")] or ["  (none yet)"]
    return "\n".join(lines) + "\n"


def _text(entry: Entry, indent: str) -> list[str]:
    line = f"{indent}{entry['id']!s:<24} {entry['title']}"
    for name in ("default", "range", "choices", "losses"):
        if name in entry:
            value = entry[name]
            shown = ", ".join(map(str, value)) if isinstance(value, list) else value
            line += f"; {name} {shown}"
    if entry.get("sequential") is False:
        line += "; synchronous only"
    params = entry.get("params")
    below = [t for p in params for t in _text(p, indent + "  ")] if isinstance(params, list) else []
    return [line, *below]
