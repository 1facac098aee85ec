"""The arithmetic of one step as plain text and as LaTeX, each lane with its lines and numbers.

A line of symbols, and below it the same with the recorded numbers; the point at which a partial
derivative was taken stands beside the first line of its substep. Where a lane updates in place, the
gap that this makes comes last.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from gdsim.engine.arithmetic import Line, Substep, step_arithmetic
from gdsim.engine.comparison import step_gap
from gdsim.engine.run import Run
from gdsim.engine.text import N_
from gdsim.export.trace import lane_label
from gdsim.export.writing import Latex, Text, latex_text

Translate = Callable[[str], str]


@dataclass(frozen=True)
class Row:
    """``left`` ← ``symbols``, and ``numbers`` = ``result``; ``at`` is the point, or empty.

    Without ``numbers`` the line is ``left`` = ``symbols`` = ``result``.
    """

    left: str
    symbols: str
    numbers: str
    result: str
    at: str


def arithmetic_text(
    runs: Sequence[Run],
    step: int,
    labels: Sequence[str] | None = None,
    translate: Translate = str,
) -> str:
    """The arithmetic of step ``step`` (counted from 0) of all ``runs`` as plain text.

    ``labels`` name the runs; ``translate`` gives the texts of another language. A run that has
    ended before the step is left out.
    """
    write = Text()
    parts = [translate(N_("Step {step}")).format(step=step + 1)]
    for label, run in _named(runs, step, labels):
        parts += ["", label, *(_as_text(row, translate) for row in step_rows(run, step, write))]
    gap = _gap(runs, step, write)
    if gap is not None:
        name, value, rest = gap
        said = translate(N_("gap in {name} {value}")).format(name=name, value=value)
        parts += ["", said + rest]
    return "\n".join(parts)


def arithmetic_latex(
    runs: Sequence[Run],
    step: int,
    labels: Sequence[str] | None = None,
    translate: Translate = str,
) -> str:
    """The same as LaTeX: an ``align*`` for each run. It needs the package amsmath."""
    write = Latex()
    parts = []
    for label, run in _named(runs, step, labels):
        rows = [row for each in step_rows(run, step, write) for row in _as_latex(each, translate)]
        parts += [rf"\paragraph{{{latex_text(label)}}}", *_align(rows)]
    gap = _gap(runs, step, write)
    if gap is not None:
        name, value, rest = gap
        said = translate(N_("gap in {name} {value}")).format(name="\0", value="").strip()
        parts += _align([rf"{_around(said, name)} &= {value}{rest}"])
    title = translate(N_("Step {step}")).format(step=step + 1)
    text = "\n".join(parts) + "\n"
    head = [f"% gdsim: {title}", r"% \usepackage{amsmath}"]
    if not text.isascii():
        head.append(r"% \usepackage{ctex} (XeLaTeX)")
    return "\n".join([*head, text])


def step_rows(run: Run, step: int, write: Text) -> list[Row]:
    """The lines of all substeps of step ``step``, in the order in which they were made."""
    rows: list[Row] = []
    for substep in step_arithmetic(run, step):
        names = _symbols(run, substep, write)
        at = f"({', '.join(write.number(value) for value in substep.point)})"
        kind = run.lane.optimizer.kind
        if len(substep.lines) > 1 and kind.elementwise:
            partial = write.symbol(f"∂J/∂{run.problem.names[substep.coordinate]}")
            rows.append(Row("g", partial, "", write.number(substep.partial), at))
            at = ""
        for line in substep.lines:
            rows.append(_row(line, names, write, at))
            at = ""
    return rows


def _symbols(run: Run, substep: Substep, write: Text) -> dict[str, str]:
    kind, name = run.lane.optimizer.kind, run.problem.names[substep.coordinate]
    written = {spec.name: spec.symbol or spec.name for spec in kind.params}
    written |= dict(kind.symbols)
    written |= {
        "g": f"∂J/∂{name}" if len(substep.lines) == 1 else "g",
        "theta": name,
        "lr": "α",
        "delta": f"Δ{name}",
    }
    return {each: write.symbol(symbol) for each, symbol in written.items()}


def _row(line: Line, names: dict[str, str], write: Text, at: str) -> Row:
    values = {name: write.number(value) for name, value in line.inputs}
    return Row(
        names.get(line.name, line.name),
        write.formula(line.tree, symbols=names),
        write.formula(line.tree, values=values),
        write.number(line.result),
        at,
    )


def _named(runs: Sequence[Run], step: int, labels: Sequence[str] | None) -> list[tuple[str, Run]]:
    if labels is None:
        labels = [lane_label(run.lane, run.problem.names) for run in runs]
    pairs = zip(labels, runs, strict=True)
    return [(label, run) for label, run in pairs if step < run.steps]


def _as_text(row: Row, translate: Translate) -> str:
    at = " " + translate(N_("at {point}")).format(point=row.at) if row.at else ""
    if not row.numbers:
        return f"{row.left} = {row.symbols} = {row.result}{at}"
    return f"{row.left} ← {row.symbols}{at}\n    {row.numbers} = {row.result}"


def _as_latex(row: Row, translate: Translate) -> list[str]:
    at = ""
    if row.at:
        said = translate(N_("at {point}")).format(point="\0")
        at = f" && {_around(said, row.at)}"
    if not row.numbers:
        return [rf"{row.left} &= {row.symbols} = {row.result}{at}"]
    return [
        rf"{row.left} &\leftarrow {row.symbols}{at}",
        rf"&= {row.numbers} = {row.result}",
    ]


def _around(said: str, formula: str) -> str:
    """A sentence with ``formula`` at the place marked by a NUL, for mathematical mode."""
    before, _, after = (rf"\text{{{latex_text(part)}}}" for part in said.partition("\0"))
    return "".join(part for part in (before, formula, after) if part != r"\text{}")


def _align(rows: list[str]) -> list[str]:
    return [r"\begin{align*}", " \\\\\n".join(f"  {row}" for row in rows), r"\end{align*}"]


def _gap(runs: Sequence[Run], step: int, write: Text) -> tuple[str, str, str] | None:
    """Coordinate, measured gap, and the rest of the line: where it comes from."""
    run = next((r for r in runs if r.lane.order == "sequential" and step < r.steps), None)
    if run is None or run.problem.dimension < 2:
        return None
    gap, names = step_gap(run, step), run.problem.names
    visits = run.lane.visits(len(names))
    first, later = visits[0], max(visits[1:], key=lambda i: abs(float(gap.measured[i])))
    measured = write.number(float(gap.measured[later]))
    if gap.predicted is None or len(names) != 2:
        return names[later], measured, ""
    rate = float(run.learning_rate[step])
    curvature, slope = write.below("H", "".join(names)), write.below("g", names[first])
    symbols = write.dot.join((write.rate_squared, curvature, slope))
    factors = (float(gap.hessian[later, first]), float(run.used[step, first]))
    product = write.times.join(
        [write.number(rate * rate), *(write.number(value, factor=True) for value in factors)]
    )
    predicted = write.number(float(gap.predicted[later]))
    if predicted == measured:
        return names[later], measured, f" = {symbols} = {product}"
    return names[later], measured, f" {write.approximately} {symbols} = {product} = {predicted}"
