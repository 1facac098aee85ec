"""Where the gradient is zero, and what kind of place it is.

Newton's method on ∇J = 0 from a fixed grid of starts, all at once. What it
finds is deduplicated and classified by the eigenvalues of the Hessian. A
quadratic loss gets its closed answer, one linear system.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from gdsim.engine.problems.base import Array, Box, Problem
from gdsim.engine.text import N_

__all__ = ["KINDS", "CriticalPoint", "Kind", "critical_points"]

Kind = Literal["minimum", "maximum", "saddle", "degenerate"]

KINDS: dict[Kind, str] = {
    "minimum": N_("minimum"),
    "maximum": N_("maximum"),
    "saddle": N_("saddle point"),
    "degenerate": N_("degenerate critical point"),
}
"""English label of each kind."""

# Lengths are in units of the box's sides, so that no answer depends on the units of θ.
_STARTS = 3600
_ROUNDS = 80
_LONGEST_STEP = 0.08
_MARGIN = 0.25
_CONVERGED = 1e-9
_SAME = 1e-6
_NEARBY = 1e-3
_FLAT = 1e-6
_LINE = 100
"""More points than this whose Hessian is singular are samples of a line."""


@dataclass(frozen=True, slots=True)
class CriticalPoint:
    """A place θ with ∇J(θ) = 0.

    `theta` has d numbers; `value` is J there; `eigenvalues` are those of the
    Hessian, ascending. "degenerate" means that one of them is (nearly) zero, so that
    second derivatives alone do not tell the kind.
    """

    theta: tuple[float, ...]
    value: float
    kind: Kind
    eigenvalues: tuple[float, ...]


def critical_points(problem: Problem, box: Box | None = None) -> tuple[CriticalPoint, ...]:
    """The critical points of `problem` inside `box` (default: the problem's own), lowest first.

    Exact for a quadratic; otherwise those that Newton's method reaches from a grid over the box.
    A whole line or area of critical points (a flat floor) is not a list of points and gives
    none of its own; neither does a kink, where there is no gradient.
    """
    low, high = np.array(problem.box if box is None else box, dtype=float).T
    size = high - low
    with np.errstate(all="ignore"):
        theta = _of_quadratic(problem) if problem.quadratic else _by_newton(problem, low, high)
        theta = _rounded(problem, theta, size)
        slack = _CONVERGED * size
        theta = theta[np.all((theta >= low - slack) & (theta <= high + slack), axis=-1)]
        # The gradient of log(−1 − w²) exists where its value does not.
        theta = _distinct(problem, theta[np.isfinite(problem.value(theta))], size)
        eigenvalues, flat = _curvature(problem, theta, size)
        points = zip(theta.tolist(), problem.value(theta).tolist(), eigenvalues, flat, strict=True)
        found = [
            CriticalPoint(tuple(place), value, _kind(own, small), tuple(own.tolist()))
            for place, value, own, small in points
        ]
    return tuple(sorted(found, key=lambda point: (point.value, point.theta)))


def _of_quadratic(problem: Problem) -> Array:
    """θ* = −H⁻¹·∇J(0) as (1, d), or (0, d) where H is singular."""
    origin = np.zeros(problem.dimension)
    hessian = problem.hessian(origin)
    if np.linalg.matrix_rank(hessian, hermitian=True) < problem.dimension:
        return np.empty((0, problem.dimension))
    theta = np.linalg.solve(hessian, -problem.gradient(origin))
    return np.asarray(theta[None], dtype=np.float64)


def _by_newton(problem: Problem, low: Array, high: Array) -> Array:
    """Zeros of the gradient, shape (n, d), one for each start of a grid that reaches one."""
    size = high - low
    theta = _grid(low, high)
    arrived = [np.empty((0, problem.dimension))]
    for _ in range(_ROUNDS):
        step = _newton_step(problem, theta) / size
        length = np.abs(step).max(axis=-1, keepdims=True)
        theta = theta - size * step * np.minimum(1.0, _LONGEST_STEP / length)
        there = length[:, 0] < _CONVERGED
        arrived.append(theta[there])
        wandering = np.abs((theta - low) / size - 0.5).max(axis=-1) < 0.5 + _MARGIN
        theta = theta[wandering & ~there]
        if not len(theta):
            break
    return np.concatenate(arrived)


def _grid(low: Array, high: Array) -> Array:
    """About _STARTS points (n, d) in the box, off its lines of symmetry."""
    d = len(low)
    per_side = max(2, int(_STARTS ** (1.0 / d) + 0.5))
    ticks = (np.arange(per_side) + 0.43) / per_side
    mesh = np.meshgrid(*[ticks] * d, indexing="ij")
    return low + (high - low) * np.stack([m.ravel() for m in mesh], axis=-1)


def _newton_step(problem: Problem, theta: Array) -> Array:
    """H⁻¹·∇J of shape (n, d); not finite where H is singular."""
    gradient, hessian = problem.gradient(theta), problem.hessian(theta)
    if problem.dimension == 1:
        return gradient / hessian[..., 0]
    if problem.dimension == 2:
        (a, b), (c, d) = np.moveaxis(hessian, 0, -1)
        u, v = gradient.T
        flat: Array = np.stack([d * u - b * v, a * v - c * u], axis=-1) / (a * d - b * c)[:, None]
        return flat
    step: Array = np.full_like(theta, np.nan)
    sound = np.isfinite(hessian).all(axis=(-1, -2))
    inverse = np.linalg.pinv(hessian[sound], hermitian=True)
    step[sound] = np.einsum("nij,nj->ni", inverse, gradient[sound])
    return step


def _rounded(problem: Problem, theta: Array, size: Array) -> Array:
    """Where rounding to about 7 digits does not enlarge the gradient, take the round number."""
    unit = 10.0 ** (np.floor(np.log10(size)) - 6.0)
    near = np.round(theta / unit) * unit + 0.0
    near = np.round(near, 15)
    better = _norm(problem.gradient(near)) <= _norm(problem.gradient(theta))
    return np.where(better[:, None], near, theta)


def _norm(vectors: Array) -> Array:
    norm: Array = np.abs(vectors).max(axis=-1)
    return norm


def _distinct(problem: Problem, theta: Array, size: Array) -> Array:
    """One of each group of points closer than _SAME: the one with the smallest gradient."""
    theta = theta[np.argsort(_norm(problem.gradient(theta)), kind="stable")]
    cells = np.round(theta / (size * _SAME))
    theta = theta[np.sort(np.unique(cells, axis=0, return_index=True)[1])]
    if len(theta) > _LINE:
        eigenvalues, flat = _curvature(problem, theta, size)
        sound = np.abs(eigenvalues).min(axis=-1) > flat
        theta = theta[sound] if np.sum(~sound) > _LINE else theta
    same = np.zeros(len(theta), dtype=bool)
    for first, second in _neighbours(theta / size):
        same[second] |= not same[first]
    return theta[~same]


def _neighbours(places: Array) -> list[tuple[int, int]]:
    """Pairs i < j of rows that differ by _SAME at most in each coordinate, ordered by i."""
    order = np.argsort(places[:, 0], kind="stable")
    along = places[order]
    pairs = [np.empty((0, 2), dtype=np.intp)]
    for apart in range(1, len(order)):
        # Once no two that are so far from each other in the order are close, none further are.
        if not (along[apart:, 0] - along[:-apart, 0] <= _SAME).any():
            break
        close = np.flatnonzero(_norm(along[apart:] - along[:-apart]) <= _SAME)
        pairs.append(np.stack([order[close], order[close + apart]], axis=-1))
    return sorted((min(i, j), max(i, j)) for i, j in np.concatenate(pairs).tolist())


def _curvature(problem: Problem, theta: Array, size: Array) -> tuple[Array, Array]:
    """Eigenvalues (n, d) of the Hessian, and (n,) below what an eigenvalue counts as zero."""
    eigenvalues = np.asarray(np.linalg.eigvalsh(problem.hessian(theta)), dtype=np.float64)
    # What is usual here is not measured at the point itself, where all of it may vanish.
    shifts = _NEARBY * np.concatenate([np.diag(size), -np.diag(size)])
    nearby = np.abs(problem.hessian(theta[:, None, :] + shifts))
    flat: Array = _FLAT * np.nanmax(nearby, axis=(1, 2, 3), initial=0.0)
    return eigenvalues, flat


def _kind(eigenvalues: Array, flat: float) -> Kind:
    if np.any(np.abs(eigenvalues) <= flat):
        return "degenerate"
    if eigenvalues[0] > 0.0:
        return "minimum"
    return "maximum" if eigenvalues[-1] < 0.0 else "saddle"
