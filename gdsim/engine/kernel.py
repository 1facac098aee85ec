"""The step loop, generated for one kind of problem, optimizer and update order.

A general loop in Python spends most of its time on calls and containers. So the formulas of the
gradient and of the optimizer are pasted, as the statements that `emit` makes of their trees, into
one loop over plain local variables. The same text also runs on `numpy.float64` (where plain floats
would raise instead of giving inf) and on arrays of many starts: only the namespace differs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from gdsim.engine.formula import ARRAY, SCALAR, emit
from gdsim.engine.optimizers import OptimizerKind
from gdsim.engine.problems.base import Form

Loop = Callable[..., tuple[float, ...]]

#: Order of the coordinates in a sequential step; ``None`` means a synchronous step.
Visits = tuple[int, ...] | None


@dataclass(frozen=True)
class Layout:
    """Which local variables a loop has.

    ``theta`` are the parameters' names; ``grad`` g0, g1, …; ``delta`` d0, …; ``state`` the
    optimizer's state, ``<name>_<i>`` for each name and then each coordinate i.
    """

    theta: tuple[str, ...]
    grad: tuple[str, ...]
    delta: tuple[str, ...]
    state: tuple[str, ...]

    @classmethod
    def of(cls, names: tuple[str, ...], kind: OptimizerKind) -> Layout:
        """The variables of a loop over these parameters with this optimizer."""
        d = range(len(names))
        return cls(
            names,
            tuple(f"g{i}" for i in d),
            tuple(f"d{i}" for i in d),
            tuple(f"{state}_{i}" for state, _ in kind.state for i in d),
        )

    @property
    def recorded(self) -> tuple[str, ...]:
        """One record of a step: the partials it used, its delta, then θ and state after it."""
        return (*self.grad, *self.delta, *self.theta, *self.state)


def source(form: Form, kind: OptimizerKind, visits: Visits, recording: bool) -> str:
    """Python text of ``loop(rates, per_step, record, t, θ…, state…, hyper…, constants…)``.

    ``t`` is the number of steps already made. A recording loop calls ``record`` with the numbers
    of each step; every loop returns θ and state.
    """
    names = Layout.of(form.names, kind)
    hyper = (spec.name for spec in kind.params)
    arguments = (
        "rates", "per_step", "record", "t", *names.theta, *names.state, *hyper, *form.constants,
    )  # fmt: skip
    head = "for lr in rates:"
    if form.per_step:
        head = f"for lr, ({', '.join(form.per_step)},) in zip(rates, per_step):"
    body = ["t += 1", *_step(form, kind, visits, names)]
    if recording:
        body.append(f"record(({', '.join(names.recorded)},))")
    return "\n".join(
        [
            f"def loop({', '.join(arguments)}):",
            f"    {head}",
            *(f"        {line}" for line in body),
            f"    return ({', '.join((*names.theta, *names.state))},)",
        ]
    )


def _step(form: Form, kind: OptimizerKind, visits: Visits, names: Layout) -> list[str]:
    """Statements of one update of all coordinates."""
    moves = [f"{q} = {q} + {d}" for q, d in zip(names.theta, names.delta, strict=True)]
    if visits is None:
        everyone = range(len(moves))
        lines = form.lines(everyone, "t_")
        for i in everyone:
            lines += _rules(kind, i, names)
        return lines + moves
    lines = []
    for i in visits:
        lines += [*form.lines((i,), f"t{i}_"), *_rules(kind, i, names), moves[i]]
    return lines


def _rules(kind: OptimizerKind, i: int, names: Layout) -> list[str]:
    """The optimizer's recurrences for coordinate ``i``."""
    local = {name: f"{name}_{i}" for name, _ in kind.state}
    local |= {"g": names.grad[i], "theta": names.theta[i], "delta": names.delta[i]}
    lines = []
    for number, (name, tree) in enumerate(kind.recurrences):
        local.setdefault(name, f"{name}_{i}")
        lines += emit({local[name]: tree}, rename=local, prefix=f"u{i}_{number}_")
    return lines


@lru_cache(maxsize=256)
def compile_loop(
    form: Form, kind: OptimizerKind, visits: Visits, *, recording: bool, plain: bool
) -> Loop:
    """The loop for these; ``plain`` for floats (which may raise), otherwise for NumPy values."""
    namespace = dict(SCALAR if plain else ARRAY)
    text = source(form, kind, visits, recording)
    exec(compile(text, "<gdsim step loop>", "exec"), namespace)  # noqa: S102 - our own text
    loop: Loop = namespace["loop"]  # type: ignore[assignment]
    return loop
