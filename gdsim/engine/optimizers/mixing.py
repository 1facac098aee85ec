"""Optimizers whose step mixes the coordinates, so that they have no sequential form."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from gdsim.engine.optimizers.base import Mixer, OptimizerKind
from gdsim.engine.params import ParamSpec
from gdsim.engine.text import N_

Step = Callable[..., tuple[Any, ...]]

#: Trial steps of one line search; after so many halvings nothing is left of a float64's digits.
MOST_TRIALS = 60


def newton_step(d: int, plain: bool) -> Step:
    """−α·Q·max(|Λ|, damping)⁻¹·Qᵀ·g for the Hessian Q·Λ·Qᵀ, and the eigenvalues."""
    if d == 1:
        return _newton_1(max if plain else np.maximum)
    if d == 2:
        if plain:
            return _newton_2(math.hypot, math.atan2, math.cos, math.sin, max)
        return _newton_2(np.hypot, np.arctan2, np.cos, np.sin, np.maximum)
    return _newton_many(d, plain)


def _newton_1(larger: Callable[..., Any]) -> Step:
    def step(lr: Any, _: Any, g: Any, h: Any, damping: Any) -> tuple[Any, ...]:
        return -lr * g / larger(abs(h), damping), h

    return step


def _newton_2(
    hypot: Callable[..., Any], atan2: Callable[..., Any], cos: Callable[..., Any],
    sin: Callable[..., Any], larger: Callable[..., Any],
) -> Step:  # fmt: skip
    """The closed form: (c, s) is the eigenvector of the larger eigenvalue."""

    def step(
        lr: Any, _w: Any, _b: Any, g0: Any, g1: Any, h00: Any, h01: Any, h11: Any, damping: Any
    ) -> tuple[Any, ...]:
        angle = 0.5 * atan2(2.0 * h01, h00 - h11)
        c, s = cos(angle), sin(angle)
        middle, reach = 0.5 * (h00 + h11), hypot(0.5 * (h00 - h11), h01)
        high, low = middle + reach, middle - reach
        along = (c * g0 + s * g1) / larger(abs(high), damping)
        across = (c * g1 - s * g0) / larger(abs(low), damping)
        return -lr * (c * along - s * across), -lr * (s * along + c * across), high, low

    return step


def _newton_many(d: int, plain: bool) -> Step:
    upper = np.triu_indices(d)

    def step(lr: Any, *numbers: Any) -> tuple[Any, ...]:
        parts = np.stack(np.broadcast_arrays(*numbers[d:-1]), axis=-1)
        grad, entries = parts[..., :d], parts[..., d:]
        hessian = np.empty((*grad.shape, d))
        hessian[..., upper[0], upper[1]] = hessian[..., upper[1], upper[0]] = entries
        if not np.isfinite(hessian).all():  # eigh would raise; the run ends as non-finite
            result = np.full((*grad.shape[:-1], 2 * d), np.nan)
        else:
            values, vectors = np.linalg.eigh(hessian)
            turned = np.einsum("...ji,...j->...i", vectors, grad)
            turned /= np.maximum(np.abs(values), numbers[-1])
            delta = -lr * np.einsum("...ij,...j->...i", vectors, turned)
            result = np.concatenate((delta, values[..., ::-1]), axis=-1)
        return tuple(result.tolist()) if plain else tuple(np.moveaxis(result, -1, 0))

    return step


def line_search_step(d: int, plain: bool) -> Step:
    """−a·g with the first a of α, α·shrink, α·shrink², … that meets Armijo's rule.

    The rule: J(θ − a·g) ≤ J(θ) − armijo·a·‖g‖². Where no trial meets it the step is 0.
    """
    if not plain:
        return _search_arrays(d)
    return _search_2 if d == 2 else _search_plain(d)


def _search_2(
    lr: float, w: float, b: float, g0: float, g1: float, loss: Callable[..., float],
    shrink: float, armijo: float,
) -> tuple[float, ...]:  # fmt: skip
    here, fall, rate = loss(w, b), armijo * (g0 * g0 + g1 * g1), lr
    for trial in range(1, MOST_TRIALS + 1):
        try:
            there = loss(w - rate * g0, b - rate * g1)
        except (ArithmeticError, ValueError):  # beyond the loss's domain or range
            there = math.inf
        if there <= here - rate * fall:
            return -rate * g0, -rate * g1, rate, rate, trial, trial
        rate *= shrink
    return 0.0, 0.0, 0.0, 0.0, MOST_TRIALS, MOST_TRIALS


def _search_plain(d: int) -> Step:
    def step(lr: float, *rest: Any) -> tuple[Any, ...]:
        theta, grad, (loss, shrink, armijo) = rest[:d], rest[d : 2 * d], rest[2 * d :]
        here, fall, rate = loss(*theta), armijo * sum(g * g for g in grad), lr
        for trial in range(1, MOST_TRIALS + 1):
            try:
                there = loss(*(q - rate * g for q, g in zip(theta, grad, strict=True)))
            except (ArithmeticError, ValueError):
                there = math.inf
            if there <= here - rate * fall:
                return *(-rate * g for g in grad), *[rate] * d, *[trial] * d
            rate *= shrink
        return *[0.0] * (2 * d), *[MOST_TRIALS] * d

    return step


def _search_arrays(d: int) -> Step:
    def step(lr: Any, *rest: Any) -> tuple[Any, ...]:
        theta, grad, (loss, shrink, armijo) = rest[:d], rest[d : 2 * d], rest[2 * d :]
        here, fall = loss(*theta), armijo * sum(g * g for g in grad)
        rate = np.zeros(np.shape(here)) + lr
        trials = np.ones(np.shape(here))
        waiting = np.ones(np.shape(here), dtype=bool)
        for _ in range(MOST_TRIALS):
            there = loss(*(q - rate * g for q, g in zip(theta, grad, strict=True)))
            waiting = waiting & ~(there <= here - rate * fall)
            if not waiting.any() or (trials == MOST_TRIALS).any():
                break
            rate = np.where(waiting, rate * shrink, rate)
            trials = trials + waiting
        rate = np.where(waiting, 0.0, rate)
        return *(-rate * g for g in grad), *[rate] * d, *[trials] * d

    return step


NEWTON = OptimizerKind(
    "newton",
    N_("Newton's method"),
    source=(
        "Nocedal & Wright, Numerical Optimization (2006), section 3.4; |λ| as in "
        "Dauphin et al., arXiv:1406.2572"
    ),
    params=(
        ParamSpec("damping", N_("Smallest curvature"), 1e-3, symbol="δ", low=1e-12, high=1e6,
                  scale="log",
                  help=N_("Curvatures count by their size, and at least as this.")),
    ),
    state=(("eigenvalue", "0"),),
    formula="Δθ = −α·Q·max(|Λ|, δ)⁻¹·Qᵀ·g, H = Q·Λ·Qᵀ",
    symbols=(("eigenvalue", "λ"), ("damping", "δ")),
    default_learning_rate=1.0,
    help=N_("Divides the slope by the curvature: one step on a quadratic bowl."),
    mixer=Mixer("hessian", newton_step, effort=1),
)  # fmt: skip

LINE_SEARCH = OptimizerKind(
    "line-search",
    N_("Line search"),
    source=(
        "Armijo, Pacific J. Math. 16 (1966) 1–3; Nocedal & Wright, Numerical Optimization "
        "(2006), algorithm 3.1"
    ),
    params=(
        ParamSpec("shrink", N_("Shrinking factor"), 0.5, symbol="ρ", low=0, high=1, open_low=True,
                  open_high=True, help=N_("A refused trial step is multiplied by this.")),
        ParamSpec("armijo", N_("Share of the promised fall"), 1e-4, symbol="c", low=0, high=1,
                  open_low=True, open_high=True, scale="log",
                  help=N_("A step must lower the loss by this share of what the slope promises.")),
    ),
    state=(("rate", "0"), ("trials", "0")),
    formula="Δθ = −a·g, a ∈ {α, α·ρ, α·ρ², …}: J(θ − a·g) ≤ J(θ) − c·a·‖g‖²",
    symbols=(("rate", "a"), ("shrink", "ρ"), ("armijo", "c")),
    default_learning_rate=1.0,
    help=N_("Gradient descent that shortens each step until the loss falls enough."),
    # A few trials on the way, all of them where nothing falls any more.
    mixer=Mixer("loss", line_search_step, effort=MOST_TRIALS // 4),
)  # fmt: skip
