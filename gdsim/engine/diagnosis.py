"""A word for what a run is doing at a step, why it ended, and what it can be expected to do.

`diagnose` reads recorded numbers, and the Hessian at the step's point for an estimate of how far
the minimum still is: n = ‖H⁻¹∇J‖, exact on a quadratic, used where H is positive definite.
`predict` needs no run: on a quadratic, the eigenvalues of one step's matrix decide.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from gdsim.engine.lane import Order
from gdsim.engine.run import Outcome, Run
from gdsim.engine.stability import Stability, sequential_matrix, synchronous_matrix
from gdsim.engine.text import N_

Array = NDArray[np.float64]

#: Steps looked at for growth, and pairs of steps for oscillation.
WINDOW, PAIRS, OPPOSED = 3, 4, 3
#: At the minimum: n is at most this part of max(1, ‖θ‖).
ARRIVED = 1e-6
#: Crawling: at the pace of the last step, n takes more steps than this. Where every step leaves
#: the same part of the distance, it is the number of steps that leave 1/e of it.
CRAWL_STEPS = 500
#: Stalled: at that pace, crossing the problem's box takes more steps than this.
STALL_STEPS = 10_000
#: Smallest eigenvalue, as part of the largest, that counts as curved.
CURVED = 1e-9

#: `predict` tells how many steps shrink the distance by this factor.
SHRINK = 1000.0
#: A component swings if a step changes its sign and keeps more than this part of it.
SWING = 0.1


class State(StrEnum):
    """What a run is doing."""

    DESCENDING = "descending"
    OSCILLATING = "oscillating"
    STALLED = "stalled"
    CRAWLING = "crawling"
    CONVERGED = "converged"
    DIVERGING = "diverging"
    DIVERGED = "diverged"
    NON_FINITE = "non-finite"


#: The word for each state.
WORDS = {
    State.DESCENDING: N_("descending"),
    State.OSCILLATING: N_("oscillating"),
    State.STALLED: N_("stalled on a plateau"),
    State.CRAWLING: N_("crawling"),
    State.CONVERGED: N_("converged"),
    State.DIVERGING: N_("diverging"),
    State.DIVERGED: N_("diverged"),
    State.NON_FINITE: N_("not finite"),
}

#: A sentence for each state but the last three, with the numbers it was judged by.
SENTENCES = {
    State.DESCENDING: N_("moving downhill, gradient norm {gradient_norm}"),
    State.OSCILLATING: N_("{opposed} of the last {pairs} steps turned back on the one before"),
    State.STALLED: N_(
        "hardly moving: the gradient norm is {gradient_norm}, and this is not a minimum"
    ),
    State.CRAWLING: N_("at this pace the minimum is about {steps} steps away"),
    State.CONVERGED: N_("at a minimum, about {distance} from its exact place"),
    State.DIVERGING: N_("the loss and the steps have grown {count} times in a row"),
}

#: A sentence for each rule that can end a run.
ENDINGS = {
    "max_steps": N_("stopped at the limit of {limit} steps"),
    "gradient_norm": N_("converged at step {step}: the gradient norm {value} is at most {limit}"),
    "parameter_change": N_(
        "converged at step {step}: the parameters changed by {value}, at most {limit}"
    ),
    "loss_change": N_("converged at step {step}: the loss changed by {value}, at most {limit}"),
    "parameter_bound": N_(
        "diverged at step {step}: the parameters are {value} from zero, beyond {limit}"
    ),
    "loss_bound": N_("diverged at step {step}: the loss is {value}, beyond {limit}"),
    "finite": N_("ended at step {step}: a number is no longer finite"),
}

_ENDED = {
    Outcome.CONVERGED: State.CONVERGED,
    Outcome.DIVERGED: State.DIVERGED,
    Outcome.NON_FINITE: State.NON_FINITE,
}


@dataclass(frozen=True)
class Diagnosis:
    """A ``state``, and a sentence: an English template with the ``values`` that fill it."""

    state: State
    template: str
    values: dict[str, float] = field(default_factory=dict)

    @property
    def word(self) -> str:
        """The word for the state, an English source text."""
        return WORDS[self.state]


def ending(run: Run) -> tuple[str, dict[str, float]]:
    """Template and values of the sentence on how and why a run ended."""
    end = run.ending
    return ENDINGS[end.rule], {"step": run.steps, "value": end.value, "limit": end.limit}


def diagnose(run: Run, step: int) -> Diagnosis:
    """What the run is doing at ``step`` (0 … T). The first that holds:

    the run ended here · diverging: loss and step length grew in each of the last 3 steps ·
    converged: n ≤ 1e-6·max(1, ‖θ‖) · oscillating: of the last 4 pairs of steps at least 3 point
    against each other · stalled: no minimum near, and a step is below 1/10 000 of the box ·
    crawling: a step is below n/500 · descending.
    """
    if step == run.steps and run.ending.outcome in _ENDED:
        return Diagnosis(_ENDED[run.ending.outcome], *ending(run))
    with np.errstate(all="ignore"):
        if _growing(run, step):
            return _said(State.DIVERGING, count=WINDOW)
        distance = _distance(run, step)
        if distance <= ARRIVED * max(1.0, float(np.linalg.norm(run.theta[step]))):
            return _said(State.CONVERGED, distance=distance)
        opposed = _opposed(run, step)
        if opposed >= OPPOSED:
            return _said(State.OSCILLATING, opposed=opposed, pairs=PAIRS)
        return _paced(run, step, distance)


def _paced(run: Run, step: int, distance: float) -> Diagnosis:
    """Stalled, crawling or descending, by the length of the last step (at the start: the next)."""
    slope = float(np.linalg.norm(run.grad[step]))
    moved = run.delta[max(step - 1, 0)] if run.steps else np.zeros_like(run.theta[0])
    pace = float(np.linalg.norm(moved))
    across = max(high - low for low, high in run.problem.box)
    if math.isinf(distance) and pace * STALL_STEPS < across:
        return _said(State.STALLED, gradient_norm=slope)
    if math.isfinite(distance) and pace * CRAWL_STEPS < distance:
        steps = int(round(distance / pace, -2)) if pace else math.inf
        return _said(State.CRAWLING, steps=steps)
    return _said(State.DESCENDING, gradient_norm=slope)


def _said(state: State, **values: float) -> Diagnosis:
    return Diagnosis(state, SENTENCES[state], values)


def _growing(run: Run, step: int) -> bool:
    if step < WINDOW:
        return False
    loss = np.diff(run.loss[step - WINDOW : step + 1])
    length = np.diff(np.linalg.norm(run.delta[step - WINDOW : step], axis=1))
    return bool((loss > 0).all() and (length > 0).all())


def _opposed(run: Run, step: int) -> int:
    """How many of the last pairs of consecutive steps have a negative inner product."""
    delta = run.delta[max(step - PAIRS - 1, 0) : step]
    return int(np.sum(np.sum(delta[1:] * delta[:-1], axis=1) < 0))


def _distance(run: Run, step: int) -> float:
    """n = ‖H⁻¹∇J‖, the distance to the minimum of the local quadratic; inf where it has none."""
    hessian = run.problem.hessian(run.theta[step])
    if not (np.isfinite(hessian).all() and np.isfinite(run.grad[step]).all()):
        return math.inf
    values, vectors = np.linalg.eigh(hessian)
    if values[0] <= CURVED * abs(values[-1]):
        return math.inf
    return float(np.linalg.norm((vectors.T @ run.grad[step]) / values))


Behaviour = Literal["crawls", "converges", "oscillates", "limit", "diverges"]

#: So near to 1 a spectral radius is that of a rate chosen to be the limit itself.
AT_LIMIT = 1e-9

#: The word for each behaviour.
BEHAVIOURS: dict[Behaviour, str] = {
    "crawls": N_("crawls"),
    "converges": N_("converges"),
    "oscillates": N_("oscillates, converges"),
    "limit": N_("at the limit, neither converges nor diverges"),
    "diverges": N_("diverges"),
}


@dataclass(frozen=True)
class Prediction:
    """What gradient descent does on a quadratic at one learning rate.

    ``factor`` is the spectral radius of a step: what a step leaves of the distance in the end.
    ``steps`` shrink the distance by 1000 (inf where it does not shrink). ``local`` as in
    `Stability`: the Hessian belongs to one point only.
    """

    behaviour: Behaviour
    factor: float
    steps: float
    local: bool

    @property
    def word(self) -> str:
        """The word for the behaviour, an English source text."""
        return BEHAVIOURS[self.behaviour]


def predict(
    stability: Stability, rate: float, order: Order = "synchronous", visits: tuple[int, ...] = ()
) -> Prediction | None:
    """What descent with learning rate ``rate`` does, from the eigenvalues μ of one step's matrix.

    The matrix is I − αH, or for a sequential order the product over the coordinates ``visits``
    (empty: 0, 1, …). Diverges: some |μ| > 1; at the limit: the largest is 1. Oscillates: some
    Re μ < −0.1. Crawls: more than 500 steps leave 1/e of the distance. Directions in which the
    loss is flat stay out of it.
    ``None`` where the Hessian is not finite.
    """
    hessian = stability.hessian
    if not np.isfinite(hessian).all():
        return None
    matrix = synchronous_matrix(hessian, rate)
    if order == "sequential":
        matrix = sequential_matrix(hessian, rate, visits or tuple(range(len(hessian))))
    eigenvalues = np.linalg.eigvals(matrix)
    flat = np.abs(stability.eigenvalues) <= 1e-12 * max(map(abs, stability.eigenvalues))
    still = np.argsort(np.abs(eigenvalues - 1))[: int(flat.sum())]
    moving = np.delete(eigenvalues, still)
    factor = float(np.abs(moving).max(initial=0.0))
    if abs(factor - 1) <= AT_LIMIT:
        return Prediction("limit", factor, math.inf, stability.local)
    if factor > 1:
        return Prediction("diverges", factor, math.inf, stability.local)
    fading = -math.log(factor) if factor > 0 else math.inf
    behaviour: Behaviour = "crawls" if fading * CRAWL_STEPS < 1 else "converges"
    if (moving.real < -SWING).any():
        behaviour = "oscillates"
    return Prediction(behaviour, factor, math.log(SHRINK) / fading, stability.local)
