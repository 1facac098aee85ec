"""Recorded runs as tables: CSV for a spreadsheet, JSON for a program.

Row k of a lane has θ after k steps, the full-data loss and gradient there, the learning rate of
step k, and the partial derivatives that the step leaving it used. The last row, which no step
leaves, has none; its learning rate is the one that would have been next. ``lane`` counts from 0.
Floats are written so that they read back to the same bits.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from itertools import islice, zip_longest

from gdsim.engine.lane import Lane
from gdsim.engine.run import Run

Cell = int | float | None

FORMAT = "gdsim-trace"
VERSION = 1
#: Rows in a part.
BATCH = 500


def trace_columns(names: Sequence[str]) -> tuple[str, ...]:
    """Names of the columns for parameters called ``names``."""
    return (
        "lane", "step", "epoch", "learning_rate", *names, "loss",
        *(f"grad_{name}" for name in names), *(f"used_{name}" for name in names),
    )  # fmt: skip


def trace_rows(run: Run, lane: int) -> Iterator[list[Cell]]:
    """One row for each recorded point of a run, in the order of `trace_columns`."""
    rates, nothing = run.lane.learning_rate.rates(run.steps + 1), [None] * len(run.problem.names)
    for first in range(0, run.steps + 1, BATCH):
        # As lists all of a long run takes longer than a frame.
        arrays = (rates, run.theta, run.loss, run.grad, run.used)
        part = (each[first : first + BATCH].tolist() for each in arrays)
        rows = zip_longest(*part, fillvalue=nothing)
        for k, (rate, theta, loss, grad, used) in enumerate(rows, first):
            yield [lane, k, run.epoch(k), rate, *theta, loss, *grad, *used]


def trace_csv(runs: Sequence[Run]) -> str:
    """All runs as CSV; infinite and undefined numbers are ``inf``, ``-inf`` and ``nan``."""
    return "".join(csv_parts(runs))


def csv_parts(runs: Sequence[Run], separator: str = ",") -> Iterator[str]:
    """`trace_csv` in parts of some rows each, for whoever has other things to do meanwhile."""
    yield separator.join(trace_columns(runs[0].problem.names)) + "\n"
    for lane, run in enumerate(runs):
        for rows in _batches(trace_rows(run, lane)):
            # No cell is a text, so none needs quotes.
            yield "".join(
                separator.join("" if cell is None else repr(cell) for cell in row) + "\n"
                for row in rows
            )


def trace_json(runs: Sequence[Run]) -> str:
    """All runs as JSON, one row of numbers a line; ends and labels of the lanes with them.

    JSON has no infinite numbers, so they are the texts ``"inf"``, ``"-inf"`` and ``"nan"``, which
    float() reads; what the last row does not have is ``null``.
    """
    return "".join(json_parts(runs))


def json_parts(runs: Sequence[Run]) -> Iterator[str]:
    """`trace_json` in parts of some rows each."""
    columns = json.dumps(trace_columns(runs[0].problem.names))
    yield f'{{\n"format": "{FORMAT}",\n"version": {VERSION},\n"columns": {columns},\n"lanes": [\n'
    for lane, run in enumerate(runs):
        yield from _lane_json(run, lane)
        yield ",\n" if run is not runs[-1] else "\n"
    yield "]\n}\n"


def part_count(runs: Sequence[Run]) -> int:
    """About how many parts there will be: for a progress bar."""
    return sum(run.steps // BATCH + 2 for run in runs)


def _batches(rows: Iterator[list[Cell]]) -> Iterator[list[list[Cell]]]:
    while batch := list(islice(rows, BATCH)):
        yield batch


def _lane_json(run: Run, lane: int) -> Iterator[str]:
    ending = run.ending
    head = {
        "lane": lane,
        "label": lane_label(run.lane, run.problem.names),
        "outcome": ending.outcome.value,
        "rule": ending.rule,
        "rule_value": _finite(ending.value),
        "rule_limit": _finite(ending.limit),
        "steps": run.steps,
    }
    fields = ",\n".join(
        f" {json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}"
        for name, value in head.items()
    )
    yield f'{{\n{fields},\n "rows": [\n'
    between = ""
    for rows in _batches(trace_rows(run, lane)):
        lines = (f"  {json.dumps(list(map(_finite, row)))}" for row in rows)
        yield between + ",\n".join(lines)
        between = ",\n"
    yield "\n ]}"


def _finite(cell: Cell) -> Cell | str:
    return repr(cell) if isinstance(cell, float) and not math.isfinite(cell) else cell


def lane_label(lane: Lane, names: Sequence[str]) -> str:
    """The lane's name, or what it does: ``sequential (w, b), adam, learning rate 0.1``."""
    if lane.name:
        return lane.name
    order = str(lane.order)
    if lane.order == "sequential":
        order += f" ({', '.join(names[i] for i in lane.visits(len(names)))})"
    rate = lane.learning_rate
    pace = f"learning rate {rate.first!r}" if rate.id == "constant" else f"{rate.id} learning rate"
    return f"{order}, {lane.optimizer.id}, {pace}"
