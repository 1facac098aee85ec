"""The arithmetic of a step as lines of text: symbols above, the real numbers below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gdsim.engine.arithmetic import Line, Substep
from gdsim.engine.formula import to_display, to_rich
from gdsim.engine.run import Run
from gdsim.ui.i18n import tr
from gdsim.ui.numbers import number, point

#: Where a formula stands: (coordinate, number of the line in its update).
Place = tuple[int, int]


@dataclass(frozen=True)
class Row:
    """One formula line and the numbers in it.

    ``coordinate`` colours the row. ``symbols`` and ``numbers`` are what is written, as plain text
    or as HTML; ``place`` names the same line in another lane.
    """

    coordinate: int
    place: Place
    symbols: str
    numbers: str
    result: str
    at: str


def symbol_names(run: Run, coordinate: int, lines: int) -> dict[str, str]:
    """How each name in an update of ``lines`` lines is written for this coordinate."""
    kind = run.lane.optimizer.kind
    name = run.problem.names[coordinate]
    partial = f"∂J/∂{name}" if lines == 1 else "g"
    written = {spec.name: spec.symbol or spec.name for spec in kind.params}
    return {
        **written,
        **dict(kind.symbols),
        "g": partial,
        "theta": name,
        "lr": "α",
        "delta": f"Δ{name}",
    }


def rows(
    run: Run,
    substeps: tuple[Substep, ...],
    *,
    rich: bool,
    mark: Callable[[Place, str, str], str] = lambda _place, _name, text: text,
) -> list[Row]:
    """The lines of all substeps. ``mark(place, name, text)`` may dress a number of a line.

    ``name`` is that of the variable whose number it is, or ``"="`` for the result.
    """
    write: Callable[..., str] = to_rich if rich else to_display
    made = []
    for substep in substeps:
        names = symbol_names(run, substep.coordinate, len(substep.lines))
        parameter = run.problem.names[substep.coordinate]
        at = tr("at {point}", point=point(list(substep.point)))
        kind = run.lane.optimizer.kind
        if names["g"] == "g" and kind.elementwise:
            place = (substep.coordinate, 0)
            made.append(
                Row(substep.coordinate, place, f"g = ∂J/∂{parameter}", "",
                    mark(place, "g", number(substep.partial)), at)
            )  # fmt: skip
            at = ""
        for index, line in enumerate(substep.lines, start=1):
            place = (substep.coordinate, index)
            made.append(_row(substep.coordinate, place, line, names, write, mark, at))
            at = ""
    return made


def _row(
    coordinate: int,
    place: Place,
    line: Line,
    names: dict[str, str],
    write: Callable[..., str],
    mark: Callable[[Place, str, str], str],
    at: str,
) -> Row:
    values = {name: mark(place, name, number(value)) for name, value in line.inputs}
    return Row(
        coordinate,
        place,
        f"{names.get(line.name, line.name)} ← {write(line.tree, symbols=names)}",
        write(line.tree, values=values),
        mark(place, "=", number(line.result)),
        at,
    )


def differing(first: tuple[Substep, ...], second: tuple[Substep, ...]) -> set[tuple[Place, str]]:
    """The numbers of the first line that differ between two lanes, as (place, name).

    Lines are compared by coordinate and number of the line, in the order of ``second``, as they
    are written on the screen (two numbers that print alike do not differ).
    """
    others = {substep.coordinate: substep for substep in first}
    for substep in second:
        other = others[substep.coordinate]
        if len(other.lines) != len(substep.lines):
            return set()
        for index, (mine, theirs) in enumerate(
            zip(substep.lines, other.lines, strict=True), start=1
        ):
            place = (substep.coordinate, index)
            known = dict(theirs.inputs)
            found = {
                (place, name)
                for name, value in mine.inputs
                if name in known and number(value) != number(known[name])
            }
            if number(mine.result) != number(theirs.result):
                found.add((place, "="))
            if found:
                return found
    return set()


def as_text(rows_: list[Row]) -> str:
    """Plain text of the rows, as it is copied."""
    lines = []
    for row in rows_:
        if not row.numbers:
            lines.append(f"{row.symbols} = {row.result} {row.at}".rstrip())
        else:
            lines.append(f"{row.symbols} {row.at}".rstrip())
            lines.append(f"    {row.numbers} = {row.result}")
    return "\n".join(lines)
