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
from typing import Any

from gdsim.engine.formula import ARRAY, SCALAR, Node, emit
from gdsim.engine.optimizers.base import OptimizerKind, Program
from gdsim.engine.problems.base import Form

Loop = Callable[..., tuple[float, ...]]

#: Order of the coordinates in a sequential step; ``None`` means a synchronous step.
Visits = tuple[int, ...] | None


@dataclass(frozen=True)
class Layout:
    """Which local variables a loop has.

    ``theta`` are the parameters' names; ``grad`` g0, g1, …; ``delta`` d0, …; ``state`` the
    optimizer's state, s_<name>_<i> for each name and then each coordinate i; ``hyper`` its
    hyper-parameters h_<name>. The prefixes keep them apart from a problem's coefficients.
    """

    theta: tuple[str, ...]
    grad: tuple[str, ...]
    delta: tuple[str, ...]
    state: tuple[str, ...]
    hyper: tuple[str, ...]

    @classmethod
    def of(cls, names: tuple[str, ...], kind: OptimizerKind) -> Layout:
        """The variables of a loop over these parameters with this optimizer."""
        d = range(len(names))
        return cls(
            names,
            tuple(f"g{i}" for i in d),
            tuple(f"d{i}" for i in d),
            tuple(f"s_{state}_{i}" for state in kind.state_names for i in d),
            tuple(f"h_{spec.name}" for spec in kind.params),
        )

    @property
    def recorded(self) -> tuple[str, ...]:
        """One record of a step: the partials it used, its delta, and the state after it.

        θ is not among them: adding up the deltas in order gives the loop's own bits.
        """
        return (*self.grad, *self.delta, *self.state)


def source(form: Form, program: Program, visits: Visits, recording: bool) -> str:
    """Python text of ``loop(rates, per_step, record, t, θ…, state…, hyper…, constants…)``.

    ``t`` is the number of steps already made. A recording loop calls ``record`` with a tuple of
    the numbers of each step; every loop returns θ and state.
    """
    names = Layout.of(form.names, program.kind)
    arguments = (
        "rates", "per_step", "record", "t", *names.theta, *names.state, *names.hyper,
        *form.constants,
    )  # fmt: skip
    head = "for lr in rates:"
    if form.per_step:
        head = f"for lr, ({', '.join(form.per_step)},) in zip(rates, per_step):"
    body = ["t += 1", *_shared(program), *_step(form, program, visits, names)]
    if recording:
        body.append(f"record(({', '.join(names.recorded)},))")
    return "\n".join(
        [
            f"def loop({', '.join(arguments)}):",
            *(f"    {line}" for line in _loss_function(form, program.kind)),
            f"    {head}",
            *(f"        {line}" for line in body),
            f"    return ({', '.join((*names.theta, *names.state))},)",
        ]
    )


def _loss_function(form: Form, kind: OptimizerKind) -> list[str]:
    """A local function of the parameters, for an optimizer that asks for the loss elsewhere."""
    if kind.mixer is None or kind.mixer.needs != "loss":
        return []
    body = [f"    {line}" for line in form.lines(("loss",), "t_")]
    return [f"def loss_at({', '.join(form.names)}):", *body, "    return loss"]


def _shared(program: Program) -> list[str]:
    """Rules that are the same for every coordinate, once a step."""
    local = _hyper(program.kind) | {name: f"r_{name}" for name, _ in program.shared}
    return _emitted(program.shared, local, "v")


def _step(form: Form, program: Program, visits: Visits, names: Layout) -> list[str]:
    """Statements of one update of all coordinates."""
    moves = [f"{q} = {q} + {d}" for q, d in zip(names.theta, names.delta, strict=True)]
    if program.kind.mixer is not None:
        return [*_mixed(form, program.kind, names), *moves]
    if visits is None:
        lines = form.lines(names.grad, "t_")
        for i in range(len(moves)):
            lines += _rules(program, i, names)
        return lines + moves
    lines = []
    for i in visits:
        lines += [*form.lines((names.grad[i],), f"t{i}_"), *_rules(program, i, names), moves[i]]
    return lines


def _mixed(form: Form, kind: OptimizerKind, names: Layout) -> list[str]:
    """The call of an optimizer that moves all coordinates at once."""
    assert kind.mixer is not None
    d = range(len(names.theta))
    wanted: tuple[str, ...] = names.grad
    handed: tuple[str, ...] = ("loss_at",)
    if kind.mixer.needs == "hessian":
        handed = tuple(f"h{i}_{j}" for i in d for j in d[i:])
        wanted = (*names.grad, *handed)
    results = ", ".join((*names.delta, *names.state))
    inputs = ", ".join(("lr", *names.theta, *names.grad, *handed, *names.hyper))
    return [*form.lines(wanted, "t_"), f"{results} = _mix({inputs})"]


def _rules(program: Program, i: int, names: Layout) -> list[str]:
    """The optimizer's recurrences for coordinate ``i``."""
    kind = program.kind
    local = _hyper(kind) | {name: f"r_{name}" for name, _ in program.shared}
    local |= {name: f"r_{name}_{i}" for name, _ in program.own}
    local |= {name: f"s_{name}_{i}" for name in kind.state_names}
    local |= {"g": names.grad[i], "theta": names.theta[i], "delta": names.delta[i]}
    return _emitted(program.own, local, f"u{i}_")


def _hyper(kind: OptimizerKind) -> dict[str, str]:
    return {spec.name: f"h_{spec.name}" for spec in kind.params}


def _emitted(rules: tuple[tuple[str, Node], ...], local: dict[str, str], prefix: str) -> list[str]:
    lines = []
    for number, (name, tree) in enumerate(rules):
        lines += emit({local[name]: tree}, rename=local, prefix=f"{prefix}{number}_")
    return lines


@lru_cache(maxsize=256)
def compile_loop(
    form: Form, program: Program, visits: Visits, *, recording: bool, plain: bool
) -> Loop:
    """The loop for these; ``plain`` for floats (which may raise), otherwise for NumPy values."""
    namespace: dict[str, Any] = dict(SCALAR if plain else ARRAY)
    if program.kind.mixer is not None:
        namespace["_mix"] = program.kind.mixer.build(len(form.names), plain)
    text = source(form, program, visits, recording)
    exec(compile(text, "<gdsim step loop>", "exec"), namespace)  # noqa: S102 - our own text
    loop: Loop = namespace["loop"]
    return loop


@lru_cache(maxsize=256)
def compile_gradient(form: Form, *, plain: bool) -> Callable[..., tuple[float, ...]]:
    """∇J as ``gradient(θ…, constants…)``, with the bits that the loop has at the same point."""
    wanted = tuple(f"g{i}" for i in range(len(form.names)))
    namespace: dict[str, Any] = dict(SCALAR if plain else ARRAY)
    lines = [
        f"def gradient({', '.join((*form.names, *form.constants))}):",
        *(f"    {line}" for line in form.lines(wanted, "t_")),
        f"    return ({', '.join(wanted)},)",
    ]
    exec("\n".join(lines), namespace)  # noqa: S102 - our own text
    gradient: Callable[..., tuple[float, ...]] = namespace["gradient"]
    return gradient
