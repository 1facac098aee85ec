"""What there is to show of an optimizer's state."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gdsim.engine.run import Run
from gdsim.ui.i18n import tr
from gdsim.ui.numbers import number
from gdsim.ui.plots.paths import thinned
from gdsim.ui.scene import Scene

Array = NDArray[np.float64]

#: Points that a small curve is thinned to.
_BUCKETS = 150
#: States that are one number, repeated for every coordinate.
_SINGLE = ("rate", "trials")


@dataclass(frozen=True, eq=False)
class StateRow:
    """One state of one lane: ``values`` (T+1, n), called ``names``, under ``symbol``.

    ``coordinates`` says whether they belong to w, b, …; ``curves`` are (step, value) points of
    each, ``range`` the values that they are drawn between. ``note`` asks for `note`.
    """

    lane: int
    symbol: str
    names: tuple[str, ...]
    values: Array
    coordinates: bool
    curves: tuple[Array, ...]
    range: tuple[float, float]
    note: bool = False


def state_rows(scene: Scene) -> list[StateRow]:
    """All states of all lanes."""
    return [
        _row(run, lane, name)
        for lane, run in enumerate(scene.runs)
        for name in run.lane.optimizer.kind.state_names
    ]


def _row(run: Run, lane: int, name: str) -> StateRow:
    symbols = dict(run.lane.optimizer.kind.symbols)
    values, symbol = run.state[name], symbols.get(name, name)
    names, coordinates = run.problem.names, True
    if name in _SINGLE:
        values, names, coordinates = values[:, :1], ("",), False
        symbol = tr("trial points") if name == "trials" else symbol
    elif name == "eigenvalue":
        # Of the Hessian, largest first: they belong to directions, not to w and b.
        names, coordinates = tuple(f"λ{chr(0x2081 + i)}" for i in range(len(names))), False
        symbol = ""
    steps = np.arange(len(values), dtype=float)
    curves = tuple(
        np.column_stack(thinned(steps[good], values[good, i], _BUCKETS))
        for i in range(values.shape[1])
        for good in [np.isfinite(values[:, i])]
    )
    return StateRow(lane, symbol, names, values, coordinates, curves, _range(curves),
                    name == "rate")  # fmt: skip


def _range(curves: tuple[Array, ...]) -> tuple[float, float]:
    """What the curves reach, 0 included."""
    heights = np.concatenate([curve[:, 1] for curve in curves])
    low = min(0.0, float(heights.min())) if heights.size else 0.0
    high = max(0.0, float(heights.max())) if heights.size else 1.0
    return (low, high) if high > low else (low - 1.0, high + 1.0)


def note(scene: Scene, row: StateRow, step: int) -> str:
    """The trial steps of a line search that led to cursor ``step``, from the first tried."""
    run, leading = scene.runs[row.lane], scene.leading(row.lane, step)
    if leading is None:
        return ""
    count = int(run.state["trials"][leading + 1, 0])
    first = float(run.learning_rate[leading])
    shrink = float(run.lane.optimizer.hyper["shrink"])
    tried = [number(first * shrink**i, 3) for i in range(min(count, 4))]
    if count > 4:
        tried += ["…", number(first * shrink ** (count - 1), 3)]
    return tr("tried {rates}", rates=" → ".join(tried))
