"""The arithmetic of one recorded step: every line that was computed, with its numbers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gdsim.engine.formula import ARRAY, Node, compile_function, var, variables
from gdsim.engine.formula.build import add, sub
from gdsim.engine.run import Run
from gdsim.engine.substitute import substitute


@dataclass(frozen=True)
class Line:
    """``name`` ← ``tree``, the values of the tree's variables, and what came out."""

    name: str
    tree: Node
    inputs: tuple[tuple[str, float], ...]
    result: float


@dataclass(frozen=True)
class Substep:
    """The update of one coordinate: where its partial derivative was taken, and the lines.

    ``point`` has d numbers. The last line is the update of the coordinate itself, named
    ``theta``, so that its tree reads ``theta − lr·g`` for gradient descent.
    """

    coordinate: int
    point: tuple[float, ...]
    partial: float
    lines: tuple[Line, ...]

    @property
    def result(self) -> float:
        """The new value of the coordinate."""
        return self.lines[-1].result


def step_arithmetic(run: Run, step: int) -> tuple[Substep, ...]:
    """The substeps of step ``step`` (0-based) in the order in which they were made."""
    d = run.theta.shape[1]
    order = run.lane.visits(d) if run.lane.order == "sequential" else tuple(range(d))
    points = run.points(step)
    return tuple(
        Substep(
            i,
            tuple(points[i].tolist()),
            float(run.used[step, i]),
            _lines(run, step, i),
        )
        for i in order
    )


def _lines(run: Run, step: int, i: int) -> tuple[Line, ...]:
    optimizer = run.lane.optimizer
    before, after = float(run.theta[step, i]), float(run.theta[step + 1, i])
    if not optimizer.kind.elementwise:
        moved = (("theta", before), ("delta", float(run.delta[step, i])))
        return (Line("theta", add(var("theta"), var("delta")), moved, after),)
    known = dict(zip(optimizer.hyper, optimizer.numbers(), strict=True))
    known |= {"g": float(run.used[step, i]), "theta": before, "t": float(step + 1)}
    known |= {"lr": float(run.learning_rate[step])}
    known |= {name: float(values[step, i]) for name, values in run.state.items()}
    lines: list[Line] = []
    #: Names that only stand for another value are written as that value: no line says g = g.
    plain: dict[str, Node] = {}
    for name, tree in optimizer.program.recurrences:
        tree = substitute(tree, plain)  # noqa: PLW2901 - the same rule, with plainer names
        if name == "delta":
            lines.append(_line("theta", _moved(var("theta"), tree), known, after))
        elif tree.op in ("var", "num"):
            plain[name] = tree
        else:
            stored = name in run.state
            result = float(run.state[name][step + 1, i]) if stored else _evaluate(tree, known)
            lines.append(_line(name, tree, known, result))
            known[name] = result
    return tuple(lines)


def _moved(theta: Node, delta: Node) -> Node:
    """``theta + delta`` as one writes it: θ − a − b rather than θ + (−a − b)."""
    if delta.op in ("add", "sub"):
        first, second = delta.args
        return (add if delta.op == "add" else sub)(_moved(theta, first), second)
    return add(theta, delta)


def _line(name: str, tree: Node, known: dict[str, float], result: float) -> Line:
    return Line(name, tree, tuple((each, known[each]) for each in variables(tree)), result)


def _evaluate(tree: Node, known: dict[str, float]) -> float:
    names = variables(tree)
    with np.errstate(all="ignore"):
        values = (np.float64(known[name]) for name in names)
        return float(compile_function(names, (tree,), ARRAY)(*values))
