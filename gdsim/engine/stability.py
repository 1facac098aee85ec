"""How large a learning rate may be: limits of gradient descent from the Hessian.

On a quadratic with Hessian H, synchronous descent is θ − θ* ← (I − αH)(θ − θ*), which converges
exactly for α < 2/λmax (Nesterov, Introductory Lectures, 2004, section 2.1.5). A sequential step
is the product of one such map per coordinate; it converges for every α < 2/max Hᵢᵢ, and
up to the α at which the spectral radius of the product reaches 1 (lessons.md, section 3).
Elsewhere the same numbers, from the Hessian at one point, hold only near that point.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

#: Bisections of a bracket: enough for the last bit of a float64.
_BISECTIONS = 60


@dataclass(frozen=True)
class Stability:
    """Learning-rate limits for one Hessian. Rates are dimensionless; ``None`` means there is none.

    ``eigenvalues`` ascend. ``synchronous`` is 2/λmax, ``sequential`` the rate at which the
    spectral radius of the sequential iteration reaches 1, ``diagonal`` is 2/max Hᵢᵢ (sufficient for
    the sequential order), ``best`` is 2/(λmin + λmax). All are ``None`` unless H is positive
    definite (``synchronous`` and ``diagonal`` also exist for a flat direction). ``local`` says
    that H belongs to one point of a loss that is not quadratic.
    """

    hessian: Array
    eigenvalues: tuple[float, ...]
    synchronous: float | None
    sequential: float | None
    diagonal: float | None
    best: float | None
    local: bool

    def momentum_limit(self, beta: float) -> float | None:
        """(2 + 2β)/λmax, the limit of the heavy ball with momentum β (Polyak 1964)."""
        return None if self.synchronous is None else (1 + beta) * self.synchronous


def stability(hessian: Array, visits: tuple[int, ...], local: bool) -> Stability:
    """The limits for ``hessian`` (d, d), with sequential steps in the order ``visits``."""
    hessian = np.asarray(hessian, dtype=float)
    nothing = Stability(hessian, (), None, None, None, None, local)
    if not np.isfinite(hessian).all():
        return nothing
    eigenvalues = np.linalg.eigvalsh(hessian)
    low, high = float(eigenvalues[0]), float(eigenvalues[-1])
    flat = 1e-12 * abs(high)
    known = tuple(eigenvalues.tolist())
    if high <= 0 or low < -flat:
        return Stability(hessian, known, None, None, None, None, local)
    definite = low > flat
    return Stability(
        hessian,
        known,
        synchronous=2 / high,
        sequential=sequential_limit(hessian, visits) if definite else None,
        diagonal=2 / float(np.max(np.diag(hessian))),
        best=2 / (low + high) if definite else None,
        local=local,
    )


def synchronous_matrix(hessian: Array, rate: float) -> Array:
    """I − αH, what one synchronous step does to the distance from the minimum; shape (d, d)."""
    return np.asarray(np.eye(len(hessian)) - rate * hessian)


def sequential_matrix(hessian: Array, rate: float, visits: tuple[int, ...]) -> Array:
    """Product of I − α·eᵢeᵢᵀH over the coordinates in the order ``visits``; shape (d, d)."""
    product = np.eye(len(hessian))
    for i in visits:
        factor = np.eye(len(hessian))
        factor[i] -= rate * hessian[i]
        product = factor @ product
    return product


def spectral_radius(matrix: Array) -> float:
    """Largest modulus among the eigenvalues; the iteration converges where it is below 1."""
    return float(np.max(np.abs(np.linalg.eigvals(matrix))))


def sequential_limit(hessian: Array, visits: tuple[int, ...]) -> float:
    """Smallest α > 0 at which the sequential iteration on a positive definite H stops converging.

    For two parameters an eigenvalue reaches −1 at the smaller root of
    (H₀₀H₁₁ + H₀₁²)α² − 2(H₀₀ + H₁₁)α + 4, or, where that has no real root, a complex pair reaches
    the unit circle at α = (H₀₀ + H₁₁)/(H₀₀H₁₁). Otherwise the limit is bracketed and bisected.
    """
    if len(hessian) == 1:
        return 2 / float(hessian[0, 0])
    if len(hessian) == 2:
        a, h, c = float(hessian[0, 0]), float(hessian[0, 1]), float(hessian[1, 1])
        product, total = a * c, a + c
        discriminant = (a - c) ** 2 - 4 * h * h
        if discriminant < 0:
            return total / product
        # 4/(total + √…) is the smaller root without the cancellation of (total − √…)/….
        return 4 / (total + math.sqrt(discriminant))
    return _bisected_limit(hessian, visits)


def _bisected_limit(hessian: Array, visits: tuple[int, ...]) -> float:
    def excess(rate: float) -> float:
        return spectral_radius(sequential_matrix(hessian, rate, visits)) - 1

    low = 2 / float(np.max(np.diag(hessian)))  # below this the iteration always converges
    high = low * 1.02
    while excess(high) <= 0:
        low, high = high, high * 1.02
    for _ in range(_BISECTIONS):
        middle = 0.5 * (low + high)
        if excess(middle) <= 0:
            low = middle
        else:
            high = middle
    return 0.5 * (low + high)
