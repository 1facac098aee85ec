"""Numerically stable functions, for plain floats and for arrays.

The array versions also take complex arrays (float64 or complex128 in, the same
out): a condition looks at the real part, so that a complex step through them
gives the derivative of the branch taken.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

# ---- plain floats; ValueError or OverflowError where math raises them


def sigmoid(x: float) -> float:
    """1/(1 + e^−x) without overflow."""
    if x >= 0.0:
        return 1.0 / (1.0 + math.exp(-x))
    e = math.exp(x)
    return e / (1.0 + e)


def softplus(x: float) -> float:
    """ln(1 + e^x) without overflow."""
    return (x if x > 0.0 else 0.0) + math.log1p(math.exp(-abs(x)))


def relu(x: float) -> float:
    """max(x, 0); NaN stays NaN."""
    return 0.0 if x < 0.0 else x


def step(x: float) -> float:
    """1 for x > 0, else 0; NaN stays NaN."""
    return 1.0 if x > 0.0 else 0.0 if x <= 0.0 else x


def sign(x: float) -> float:
    """−1, 0 or 1; NaN stays NaN."""
    return 1.0 if x > 0.0 else -1.0 if x < 0.0 else x + 0.0


def sech(x: float) -> float:
    """1/cosh(x) without overflow."""
    e = math.exp(-abs(x))
    return 2.0 * e / (1.0 + e * e)


def cbrt(x: float) -> float:
    """Real cube root, also of negative numbers."""
    return math.cbrt(x)


def maximum(x: float, y: float) -> float:
    """The larger; NaN if either is NaN."""
    return x if x >= y or x != x else y


def minimum(x: float, y: float) -> float:
    """The smaller; NaN if either is NaN."""
    return x if x <= y or x != x else y


# ---- arrays, shape (...) in and out


def array_sigmoid(x: Any) -> Any:
    """1/(1 + e^−x) without overflow."""
    positive = np.real(x) >= 0.0
    e = np.exp(np.where(positive, -x, x))
    return np.where(positive, 1.0, e) / (1.0 + e)


def array_softplus(x: Any) -> Any:
    """ln(1 + e^x) without overflow."""
    return array_relu(x) + np.log1p(np.exp(-array_abs(x)))


def array_relu(x: Any) -> Any:
    """max(x, 0); NaN stays NaN."""
    if np.iscomplexobj(x):
        return np.where(np.real(x) < 0.0, 0.0, x)
    return np.maximum(x, 0.0)


def array_step(x: Any) -> Any:
    """1 for x > 0, else 0; NaN stays NaN."""
    return np.heaviside(np.real(x), 0.0)


def array_sign(x: Any) -> Any:
    """−1, 0 or 1; NaN stays NaN."""
    return np.sign(np.real(x))


def array_abs(x: Any) -> Any:
    """|x|"""
    if np.iscomplexobj(x):
        return np.where(np.real(x) < 0.0, -x, x)
    return np.abs(x)


def array_sech(x: Any) -> Any:
    """1/cosh(x) without overflow."""
    e = np.exp(-array_abs(x))
    return 2.0 * e / (1.0 + e * e)


def array_cbrt(x: Any) -> Any:
    """Real cube root, also of negative numbers."""
    if np.iscomplexobj(x):
        return np.where(np.real(x) < 0.0, -1.0, 1.0) * np.power(array_abs(x), 1.0 / 3.0)
    return np.cbrt(x)
