"""An optimizer is a value: a list of recurrences, read as formulas, and its hyper-parameters.

The recurrences are written once, in the formula grammar, with ``g`` the partial derivative,
``theta`` the coordinate, ``lr`` the learning rate of the step, ``t`` the number of the step
(1, 2, …), the hyper-parameters by name, and the state by name (its old value until a line assigns
it). The last line assigns ``delta``, which the step adds to θ. From them come `Optimizer.init` and
`Optimizer.update`, the loops of `kernel`, and the arithmetic shown on the screen.

An optimizer whose step mixes the coordinates (Newton's, or a search along the gradient) has a
`Mixer` in place of recurrences: one function for the whole step.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import NDArray

from gdsim.engine.formula import ARRAY, SCALAR, Node, compile_function, emit, parse, variables
from gdsim.engine.params import ParamSpec, ParamValue
from gdsim.engine.substitute import without

if TYPE_CHECKING:
    from gdsim.engine.problems.base import Problem

Array = NDArray[np.float64]
State = Mapping[str, Array]
Rules = tuple[tuple[str, Node], ...]

#: Names that every recurrence may use.
INPUTS = ("g", "theta", "lr", "t")


@dataclass(frozen=True, eq=False)
class Mixer:
    """The step of an optimizer that mixes coordinates.

    ``needs`` is what it asks of the loss besides the gradient: ``"hessian"``, whose entries
    H₀₀, H₀₁, H₁₁ (row by row, from the diagonal on) it is handed, or ``"loss"``, a function of
    the d parameters. ``build(d, plain)`` gives the function
    ``step(lr, θ…, g…, needed…, hyper…) -> (delta…, state…)``, for plain floats or for arrays.
    ``effort`` says how many gradients take as long as all that it works out in a step.
    """

    needs: Literal["hessian", "loss"]
    build: Callable[[int, bool], Callable[..., tuple[Any, ...]]]
    effort: int


@dataclass(frozen=True, eq=False)
class OptimizerKind:
    """An optimizer as the catalogue lists it.

    ``rules`` are ``name = formula`` lines, ``formula`` the whole step in one line as it is printed.
    ``state`` gives the name of each state variable and its first value (a formula of the
    hyper-parameters). ``symbols`` says how a name is written on the screen. ``source`` is the
    paper or program that defines the numbers. ``default_learning_rate`` is a rate at which it
    moves visibly on the built-in landscapes, which for some is not that of `torch.optim`.
    """

    id: str
    title: str
    source: str
    rules: tuple[str, ...] = ()
    formula: str = ""
    help: str = ""
    params: tuple[ParamSpec, ...] = ()
    state: tuple[tuple[str, str], ...] = ()
    symbols: tuple[tuple[str, str], ...] = ()
    default_learning_rate: float = 0.01
    mixer: Mixer | None = None

    @property
    def elementwise(self) -> bool:
        """Whether every coordinate is updated on its own, so that a sequential form exists."""
        return self.mixer is None

    @property
    def state_names(self) -> tuple[str, ...]:
        """Names of the state variables, in the order in which they are recorded."""
        return tuple(name for name, _ in self.state)

    @cached_property
    def recurrences(self) -> Rules:
        """The rules as (name, tree), in the order of execution."""
        known = [*INPUTS, *(p.name for p in self.params), *self.state_names]
        parsed = []
        for rule in self.rules:
            name, _, text = rule.partition("=")
            parsed.append((name.strip(), parse(text.strip(), known)))
            known.append(name.strip())
        return tuple(parsed)

    @cached_property
    def initial(self) -> Rules:
        """First value of each state variable as a tree of the hyper-parameters."""
        names = tuple(p.name for p in self.params)
        return tuple((name, parse(text, names)) for name, text in self.state)

    def __reduce__(self) -> tuple[object, ...]:
        # There is one object for each kind, so that copies of a scenario stay equal to it.
        return _of_id, (self.id,)


def _of_id(id: str) -> OptimizerKind:
    from gdsim.engine.optimizers import BY_ID

    return BY_ID[id]


@dataclass(frozen=True, eq=False)
class Program:
    """The recurrences of a kind with the options that are off left out.

    ``shared`` rules are the same for all coordinates (they look only at the learning rate, the
    number of the step and hyper-parameters), ``own`` rules are executed for each coordinate.
    """

    kind: OptimizerKind
    shared: Rules
    own: Rules

    @cached_property
    def recurrences(self) -> Rules:
        """All rules in the order in which the kind lists them."""
        trees = dict(self.shared) | dict(self.own)
        return tuple((name, trees[name]) for name, _ in self.kind.recurrences)


@lru_cache(maxsize=256)
def _program(kind: OptimizerKind, zeros: frozenset[str]) -> Program:
    common = {"lr", "t", *(p.name for p in kind.params)}
    shared, own = [], []
    assigned = [name for name, _ in kind.recurrences]
    for name, tree in kind.recurrences:
        rule = name, without(tree, zeros)
        free = name not in kind.state_names and name != "delta" and assigned.count(name) == 1
        if free and common.issuperset(variables(rule[1])):
            common.add(name)
            shared.append(rule)
        else:
            own.append(rule)
    return Program(kind, tuple(shared), tuple(own))


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

    @property
    def program(self) -> Program:
        """The recurrences without the terms that these values switch off.

        0·θ is 0 for every finite θ, so that a weight decay of 0 costs nothing and is not shown.
        """
        return _program(self.kind, frozenset(name for name, value in self.values if value == 0))

    def numbers(self) -> tuple[float, ...]:
        """Hyper-parameters as the numbers that the recurrences see (switches become 0 or 1)."""
        return tuple(float(value) for _, value in self.values)

    def first_state(self) -> tuple[float, ...]:
        """First value of each state variable, the same for every coordinate."""
        names, numbers = tuple(self.hyper), self.numbers()
        return tuple(
            float(compile_function(names, (tree,), SCALAR)(*numbers))
            for _, tree in self.kind.initial
        )

    def init(self, theta: Array) -> dict[str, Array]:
        """State before the first step by name, each of the shape of θ (..., d)."""
        values = zip(self.kind.state_names, self.first_state(), strict=True)
        return {name: np.full(np.shape(theta), value) for name, value in values}

    def update(
        self,
        grad: Array,
        theta: Array,
        state: State,
        learning_rate: float,
        step: int,
        problem: Problem | None = None,
    ) -> tuple[Array, dict[str, Array]]:
        """One update: (delta, new state) for gradient and θ of shape (..., d); changes no input.

        ``step`` counts from 1. Elementwise optimizers treat every coordinate on its own; the
        others ask ``problem`` for the Hessian or the loss, and raise ValueError without one.
        """
        rate, shape = np.float64(learning_rate), np.shape(theta)
        hyper = [np.float64(number) for number in self.numbers()]
        with np.errstate(all="ignore"):
            if self.kind.mixer is not None:
                return self._mixed(self.kind.mixer, grad, theta, rate, hyper, problem)
            function = _compiled_update(self.program)
            old = (state[name] for name in self.kind.state_names)
            *new, delta = function(grad, theta, rate, np.float64(step), *hyper, *old)
        named = zip(self.kind.state_names, new, strict=True)
        filled = {name: np.broadcast_to(value, shape).copy() for name, value in named}
        return np.broadcast_to(delta, shape).copy(), filled

    def _mixed(
        self, mixer: Mixer, grad: Array, theta: Array, rate: float, hyper: list[Any],
        problem: Problem | None,
    ) -> tuple[Array, dict[str, Array]]:  # fmt: skip
        if problem is None:
            raise ValueError(f"{self.id} needs the problem besides the gradient")
        theta, d = np.asarray(theta), np.shape(theta)[-1]
        needed: list[Any] = [lambda *parts: problem.value(np.stack(parts, axis=-1))]
        if mixer.needs == "hessian":
            hessian = problem.hessian(theta)
            needed = [hessian[..., i, j] for i in range(d) for j in range(i, d)]
        columns = [array[..., i] for array in (theta, np.asarray(grad)) for i in range(d)]
        result = mixer.build(d, False)(rate, *columns, *needed, *hyper)
        parts = [np.broadcast_to(part, theta.shape[:-1]) for part in result]
        delta, *new = (np.stack(parts[i : i + d], axis=-1) for i in range(0, len(parts), d))
        return delta, dict(zip(self.kind.state_names, new, strict=True))


@lru_cache(maxsize=64)
def _compiled_update(program: Program) -> Callable[..., list[Any]]:
    """All recurrences as one array function of (g, theta, lr, t, hyper…, state…)."""
    kind = program.kind
    arguments = [*INPUTS, *(p.name for p in kind.params), *kind.state_names]
    body = []
    for i, (name, tree) in enumerate((*program.shared, *program.own)):
        body += emit({name: tree}, prefix=f"r{i}_")
    results = ", ".join([*kind.state_names, "delta"])
    lines = [f"def update({', '.join(arguments)}):", *(f"    {line}" for line in body)]
    namespace: dict[str, Any] = dict(ARRAY)
    exec("\n".join([*lines, f"    return [{results}]"]), namespace)  # noqa: S102 - our own text
    update: Callable[..., list[Any]] = namespace["update"]
    return update
