"""Learning-rate schedules: the learning rate of step k, for k = 0, 1, …

Each is a frozen value with an ``id``, a ``title``, ``params`` (its fields as `ParamSpec`, by their
names in the file) and ``rates(steps)``. A file has ``{"id": …}`` and one field per param.
`Piecewise` has no params but a list: ``{"id": "piecewise", "rates": [[0, 0.1], [40, 0.01]]}``,
which `Piecewise.read` checks and `Piecewise.pieces` holds. Rates and factors are dimensionless,
``step_size``, ``T_max`` and the places of the pieces count parameter updates.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from gdsim.engine.errors import ScenarioError
from gdsim.engine.params import ParamSpec, check_number
from gdsim.engine.text import N_

Array = NDArray[np.float64]
Steps = NDArray[np.int64]

#: Most pieces of a piecewise schedule, and largest step at which one may begin.
MOST_PIECES = 100_000

RATE = ParamSpec(
    "rate", N_("Learning rate"), 0.01, symbol="α", low=0, open_low=True, high=1000, scale="log",
    help=N_("Learning rate of the first step."),
)  # fmt: skip

#: A rate within a piecewise schedule: also 0, where a cosine ends, and what has grown for long.
PIECE = replace(RATE, open_low=False, high=1e300)


def _gamma(default: float) -> ParamSpec:
    return ParamSpec(
        "gamma", N_("Factor"), default, symbol="γ", low=0, open_low=True, high=2,
        help=N_("What the learning rate is multiplied by."),
    )  # fmt: skip


class _Schedule:
    """What all schedules have."""

    __slots__ = ()
    id: str
    title: str
    params: tuple[ParamSpec, ...] = ()

    def rates(self, steps: int) -> Array:
        """Learning rate of steps 0 … steps−1, shape (steps,)."""
        raise NotImplementedError

    @property
    def first(self) -> float:
        """Learning rate of step 0."""
        return float(self.rates(1)[0])


@dataclass(frozen=True, slots=True)
class Constant(_Schedule):
    """α of step k = rate."""

    rate: float = 0.01

    id = "constant"
    title = N_("Constant")
    params = (RATE,)

    def rates(self, steps: int) -> Array:
        return np.full(steps, self.rate)


@dataclass(frozen=True, slots=True)
class StepDecay(_Schedule):
    """α of step k = rate·γ^⌊k/step_size⌋, as `torch.optim.lr_scheduler.StepLR`."""

    rate: float = 0.01
    step_size: int = 100
    gamma: float = 0.5

    id = "step"
    title = N_("In steps")
    params = (
        RATE,
        ParamSpec("step_size", N_("Steps between"), 100, low=1, high=MOST_PIECES, scale="int",
                  help=N_("After so many steps the learning rate is multiplied by the factor.")),
        _gamma(0.5),
    )  # fmt: skip

    def rates(self, steps: int) -> Array:
        with np.errstate(all="ignore"):
            return self.rate * self.gamma ** (np.arange(steps) // self.step_size).astype(float)


@dataclass(frozen=True, slots=True)
class Exponential(_Schedule):
    """α of step k = rate·γᵏ, as `torch.optim.lr_scheduler.ExponentialLR`."""

    rate: float = 0.01
    gamma: float = 0.99

    id = "exponential"
    title = N_("Exponential")
    params = (RATE, _gamma(0.99))

    def rates(self, steps: int) -> Array:
        with np.errstate(all="ignore"):
            return self.rate * self.gamma ** np.arange(steps, dtype=float)


@dataclass(frozen=True, slots=True)
class InverseTime(_Schedule):
    """α of step k = rate/(1 + decay·k): sums to infinity, its squares do not (Robbins & Monro)."""

    rate: float = 0.01
    decay: float = 0.01

    id = "inverse-time"
    title = N_("Inverse of time")
    params = (
        RATE,
        ParamSpec("decay", N_("Decay per step"), 0.01, low=0, high=100,
                  help=N_("The learning rate has halved after one over this many steps.")),
    )  # fmt: skip

    def rates(self, steps: int) -> Array:
        return self.rate / (1.0 + self.decay * np.arange(steps, dtype=float))


@dataclass(frozen=True, slots=True)
class Cosine(_Schedule):
    """α of step k = eta_min + (rate − eta_min)·(1 + cos(π·k/T_max))/2, and eta_min after T_max.

    As `torch.optim.lr_scheduler.CosineAnnealingLR` up to T_max, where PyTorch's rises again
    (Loshchilov & Hutter, arXiv:1608.03983, without restarts).
    """

    rate: float = 0.01
    T_max: int = 1000
    eta_min: float = 0.0

    id = "cosine"
    title = N_("Cosine")
    params = (
        RATE,
        ParamSpec("T_max", N_("Steps down"), 1000, low=1, high=MOST_PIECES, scale="int",
                  help=N_("After so many steps the smallest learning rate is reached.")),
        ParamSpec("eta_min", N_("Smallest learning rate"), 0.0, low=0, high=1000,
                  help=N_("Where the learning rate ends.")),
    )  # fmt: skip

    def rates(self, steps: int) -> Array:
        share = np.minimum(np.arange(steps) / self.T_max, 1.0)
        return self.eta_min + (self.rate - self.eta_min) * (1.0 + np.cos(np.pi * share)) / 2.0


@dataclass(frozen=True, slots=True, init=False, repr=False)
class Piecewise(_Schedule):
    """α of step k = the rate of the last of ``pieces`` (first step, rate) that has begun.

    The first piece begins at step 0, each later one after the one before. There may be a hundred
    thousand: they are kept as the bytes of two arrays, which are compared and hashed at once.
    """

    _steps: bytes
    _rates: bytes

    id = "piecewise"
    title = N_("Piecewise")

    def __init__(self, pieces: Iterable[tuple[int, float]] = ((0, 0.01),)) -> None:
        steps, rates = zip(*pieces, strict=True)
        self._keep(np.array(steps, dtype=np.int64), np.array(rates, dtype=np.float64))

    def _keep(self, steps: Steps, rates: Array) -> None:
        object.__setattr__(self, "_steps", steps.astype(np.int64).tobytes())
        # −0.0 equals 0.0 but has other bits.
        object.__setattr__(self, "_rates", (rates + 0.0).tobytes())

    @classmethod
    def of(cls, steps: Steps, rates: Array) -> Piecewise:
        """The schedule whose pieces begin at these steps, with these rates; both of shape (n,)."""
        schedule = cls.__new__(cls)
        schedule._keep(steps, rates)
        return schedule

    def __repr__(self) -> str:
        few = ", ".join(map(repr, self.pieces[:8]))
        return f"Piecewise(({few}{', …' if len(self) > 8 else ','}))"

    def __len__(self) -> int:
        return len(self._steps) // 8

    @property
    def steps(self) -> Steps:
        """The first step of each piece, shape (n,)."""
        return np.frombuffer(self._steps, dtype=np.int64)

    @property
    def values(self) -> Array:
        """The rate of each piece, shape (n,)."""
        return np.frombuffer(self._rates, dtype=np.float64)

    @property
    def pieces(self) -> tuple[tuple[int, float], ...]:
        """The first step and the rate of each piece."""
        return tuple(zip(self.steps.tolist(), self.values.tolist(), strict=True))

    def rates(self, steps: int) -> Array:
        ends = np.minimum(np.append(self.steps, steps), steps)
        return np.repeat(self.values, np.diff(ends))

    @classmethod
    def read(cls, value: object, field: str) -> Piecewise:
        """The schedule of a file's list of [step, rate] pairs.

        Raises `ScenarioError` that names the entry below ``field``.
        """
        if not isinstance(value, list | tuple) or not 1 <= len(value) <= MOST_PIECES:
            raise ScenarioError(
                field, N_("must be a list of 1 to {most} pairs [step, rate]"), most=MOST_PIECES
            )
        last = -1
        for i, pair in enumerate(value):
            if not _is_piece(pair, last):
                _refuse(pair, last, f"{field}[{i}]")
            last = pair[0]
        return cls((int(step), float(rate)) for step, rate in value)


def _is_piece(pair: object, last: float) -> bool:
    """Whether ``pair`` is a piece after one at step ``last``, in the types that files mostly have.

    ``last`` is −1 before the first.
    """
    if not isinstance(pair, list | tuple) or len(pair) != 2:
        return False
    step, rate = pair
    if type(step) is not int or not (last < step <= MOST_PIECES if last >= 0 else step == 0):
        return False
    return type(rate) in (int, float) and PIECE.low <= rate <= PIECE.high


def _refuse(pair: object, last: float, place: str) -> None:
    """Raise `ScenarioError` that says why ``pair`` is no piece; 40.0 is a step, too."""
    if not isinstance(pair, list | tuple) or len(pair) != 2:
        raise ScenarioError(place, N_("must be a pair [step, rate]"))
    step = check_number(pair[0], f"{place}[0]")
    if not (last < step <= MOST_PIECES if last >= 0 else step == 0) or step % 1:
        raise ScenarioError(
            f"{place}[0]", N_("must be a whole number, 0 at first and then increasing")
        )
    PIECE.check(pair[1], f"{place}[1]")


Schedule = Constant | StepDecay | Exponential | InverseTime | Cosine | Piecewise

#: The schedules, in the order in which they are offered. Adding one is one entry here.
SCHEDULES: tuple[type[Schedule], ...] = (
    Constant, StepDecay, Exponential, InverseTime, Cosine, Piecewise,
)  # fmt: skip


def change_from(schedule: Schedule, step: int, later: float | Schedule, steps: int = 0) -> Schedule:
    """``schedule`` for the steps before ``step``, to the bit, and ``later`` from there on.

    What a schedule had planned for later is dropped. ``later`` is a rate, or a schedule that begins
    at ``step`` and is written out for a run of ``steps`` steps in all. The result is a plain list
    of rates, so that it needs no memory of where it came from: equal neighbours make one piece,
    and a schedule that changes with every step becomes one piece per step made.
    """
    if step <= 0:
        return Constant(later) if isinstance(later, int | float) else later
    if step >= MOST_PIECES:
        return schedule
    after = _after(later, min(steps, MOST_PIECES) - step)
    # Nobody goes on with an infinite rate; a file could not hold it.
    rates = np.minimum(np.concatenate([schedule.rates(step), after]), PIECE.high)
    begins = np.flatnonzero(np.append(True, rates[1:] != rates[:-1]))
    if len(begins) == 1 and RATE.allows(float(rates[0])):
        return Constant(float(rates[0]))
    return Piecewise.of(begins, rates[begins])


def _after(later: float | Schedule, steps: int) -> Array:
    """The rates of ``later``, of one step at least."""
    if isinstance(later, int | float):
        return np.array([float(later)])
    return later.rates(max(1, steps))
