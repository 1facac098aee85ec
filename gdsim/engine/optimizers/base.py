"""An optimizer is a value: a list of recurrences, read as formulas, and its hyper-parameters.

The recurrences are written once, in the formula grammar, with ``g`` the partial derivative,
``theta`` the coordinate, ``lr`` the learning rate of the step, ``t`` the number of the step
(1, 2, …), the hyper-parameters by name, and the state by name (its old value until a line assigns
it). The last line assigns ``delta``, which the step adds to θ. From them come `Optimizer.init` and
`Optimizer.update`, the plain-float loop of `kernel`, and the arithmetic shown on the screen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from gdsim.engine.formula import ARRAY, Node, compile_function, emit, parse
from gdsim.engine.params import ParamSpec, ParamValue

Array = NDArray[np.float64]
State = Mapping[str, Array]

#: Names that every recurrence may use.
INPUTS = ("g", "theta", "lr", "t")


@dataclass(frozen=True, eq=False)
class OptimizerKind:
    """An optimizer as the catalogue lists it.

    ``state`` gives the name of each state variable and its first value (a formula of the
    hyper-parameters). ``rules`` are ``name = formula`` lines. ``symbols`` says how a name is
    written on the screen. ``source`` is the paper or program that defines the numbers.
    """

    id: str
    title: str
    rules: tuple[str, ...]
    source: str
    help: str = ""
    params: tuple[ParamSpec, ...] = ()
    state: tuple[tuple[str, str], ...] = ()
    symbols: tuple[tuple[str, str], ...] = ()
    elementwise: bool = True

    @cached_property
    def recurrences(self) -> tuple[tuple[str, Node], ...]:
        """The rules as (name, tree), in the order of execution."""
        known = {*INPUTS, *(p.name for p in self.params), *(name for name, _ in self.state)}
        parsed = []
        for rule in self.rules:
            name, _, text = rule.partition("=")
            parsed.append((name.strip(), parse(text.strip(), known)))
            known.add(name.strip())
        return tuple(parsed)

    @cached_property
    def initial(self) -> tuple[tuple[str, Node], ...]:
        """First value of each state variable as a tree of the hyper-parameters."""
        names = {p.name for p in self.params}
        return tuple((name, parse(text, names)) for name, text in self.state)


@dataclass(frozen=True, slots=True)
class Optimizer:
    """An optimizer with the values of its hyper-parameters; equal values behave equally."""

    kind: OptimizerKind
    values: tuple[tuple[str, ParamValue], ...] = ()

    @property
    def id(self) -> str:
        """ASCII id of the file format."""
        return self.kind.id

    @property
    def hyper(self) -> dict[str, ParamValue]:
        """Hyper-parameters by PyTorch's names."""
        return dict(self.values)

    def init(self, theta: Array) -> dict[str, Array]:
        """State before the first step, each of the shape of θ (..., d)."""
        shape = np.shape(theta)
        names = tuple(self.hyper)
        return {
            name: np.full(shape, float(compile_function(names, (tree,), ARRAY)(*self.numbers())))
            for name, tree in self.kind.initial
        }

    def update(
        self, grad: Array, theta: Array, state: State, learning_rate: float, step: int
    ) -> tuple[Array, dict[str, Array]]:
        """One update: (delta, new state) for gradient and θ of shape (..., d); changes no input.

        ``step`` counts from 1. For elementwise optimizers every coordinate is on its own.
        """
        function = _compiled_update(self.kind)
        with np.errstate(all="ignore"):
            *new, delta = function(
                grad, theta, learning_rate, step, *self.numbers(), *state.values()
            )
        shape = np.shape(theta)
        names = (name for name, _ in self.kind.state)
        filled = {n: np.broadcast_to(v, shape).copy() for n, v in zip(names, new, strict=True)}
        return np.broadcast_to(delta, shape).copy(), filled

    def numbers(self) -> tuple[float, ...]:
        """Hyper-parameters as the numbers that the recurrences see (switches become 0 or 1)."""
        return tuple(float(value) for _, value in self.values)


@lru_cache(maxsize=64)
def _compiled_update(kind: OptimizerKind):  # type: ignore[no-untyped-def]
    """All recurrences as one array function of (g, theta, lr, t, hyper…, state…)."""
    arguments = [*INPUTS, *(p.name for p in kind.params), *(name for name, _ in kind.state)]
    body = []
    for i, (name, tree) in enumerate(kind.recurrences):
        body += emit({name: tree}, prefix=f"r{i}_")
    results = ", ".join([*(name for name, _ in kind.state), "delta"])
    lines = [f"def update({', '.join(arguments)}):", *(f"    {line}" for line in body)]
    namespace = dict(ARRAY)
    exec("\n".join([*lines, f"    return [{results}]"]), namespace)  # noqa: S102 - our own text
    return namespace["update"]
