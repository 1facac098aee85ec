"""Recorded runs as tables: CSV for a spreadsheet, JSON for a program.

Row k of a lane has θ after k steps, the full-data loss and gradient there, the learning rate of
step k, and the partial derivatives that the step leaving it used. The last row, which no step
leaves, has none; its learning rate is the one that would have been next. ``lane`` counts from 0.
Floats are written so that they read back to the same bits.
"""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Iterator, Sequence

from gdsim.engine.lane import Lane
from gdsim.engine.run import Run

Cell = int | float | None

FORMAT = "gdsim-trace"
VERSION = 1


def trace_columns(names: Sequence[str]) -> tuple[str, ...]:
    """Names of the columns for parameters called ``names``."""
    return (
        "lane", "step", "epoch", "learning_rate", *names, "loss",
        *(f"grad_{name}" for name in names), *(f"used_{name}" for name in names),
    )  # fmt: skip


def trace_rows(run: Run, lane: int) -> Iterator[list[Cell]]:
    """One row for each recorded point of a run, in the order of `trace_columns`."""
    rates = run.lane.learning_rate.rates(run.steps + 1).tolist()
    theta, grad, loss = run.theta.tolist(), run.grad.tolist(), run.loss.tolist()
    used: list[list[Cell]] = [*run.used.tolist(), [None] * len(run.problem.names)]
    for k in range(run.steps + 1):
        yield [lane, k, run.epoch(k), rates[k], *theta[k], loss[k], *grad[k], *used[k]]


def trace_csv(runs: Sequence[Run]) -> str:
    """All runs as CSV; infinite and undefined numbers are ``inf``, ``-inf`` and ``nan``."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(trace_columns(runs[0].problem.names))
    for lane, run in enumerate(runs):
        for row in trace_rows(run, lane):
            writer.writerow(["" if cell is None else repr(cell) for cell in row])
    return out.getvalue()


def trace_json(runs: Sequence[Run]) -> str:
    """All runs as JSON, one row of numbers a line; ends and labels of the lanes with them.

    JSON has no infinite numbers, so they are the texts ``"inf"``, ``"-inf"`` and ``"nan"``, which
    float() reads; what the last row does not have is ``null``.
    """
    lanes = ",\n".join(_lane_json(run, lane) for lane, run in enumerate(runs))
    columns = json.dumps(trace_columns(runs[0].problem.names))
    head = f'"format": "{FORMAT}",\n"version": {VERSION},\n"columns": {columns}'
    return f'{{\n{head},\n"lanes": [\n{lanes}\n]\n}}\n'


def _lane_json(run: Run, lane: int) -> str:
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
    rows = ",\n".join(f"  {json.dumps(list(map(_finite, row)))}" for row in trace_rows(run, lane))
    return f'{{\n{fields},\n "rows": [\n{rows}\n ]}}'


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
