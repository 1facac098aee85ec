"""Losses of the lectures written down a second time, from the books and not from the engine."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import sympy

from gdsim.scenario import GeneratedData, GivenData, ProblemSpec

W, B = sympy.symbols("w b", real=True)


def sigmoid(z: Any) -> Any:
    return 1 / (1 + sympy.exp(-z))


LANDSCAPES: dict[str, Any] = {
    "parabola": W**2 + 3 * W - 5,
    "double-well": W**4 / 4 - W**3 / 3 - W**2,
    "quartic": W**4 / 4,
    "flat-tails": W**2 / (1 + W**2),
    "round-bowl": W**2 + B**2,
    "coupled-bowl": W**2 + W * B + B**2,
    "rosenbrock": (1 - W) ** 2 + 100 * (B - W**2) ** 2,
    "himmelblau": (W**2 + B - 11) ** 2 + (W + B**2 - 7) ** 2,
    "saddle": W**2 / 2 + B**4 / 4 - B**2 / 2,
    "monkey-saddle": W**3 - 3 * W * B**2,
    "plateau": (sigmoid(B - W) - sympy.Rational(1, 5)) ** 2
    + (sigmoid(B + W) - sympy.Rational(4, 5)) ** 2,
    "cliff": W**2 / 20 + B**2 / 2 + 5 * sigmoid(20 * (W - 1)),
}

#: Formulas that lectures type, by their text.
FORMULAS: dict[str, Any] = {
    "w^2 + 2*w + b^2 + 3*b": W**2 + 2 * W + B**2 + 3 * B,
    "w^2 + 3*w - 5": W**2 + 3 * W - 5,
    "exp(w) - 2*w + w^2/4": sympy.exp(W) - 2 * W + W**2 / 4,
    "w^2 + w*b + b^2": W**2 + W * B + B**2,
}

#: Minima as the literature gives them, the lowest first.
HIMMELBLAU = ((3, 2), (-2.805118, 3.131312), (-3.779310, -3.283186), (3.584428, -1.848126))
MINIMA: dict[str, tuple[tuple[float, ...], ...]] = {
    "parabola": ((-1.5,),), "double-well": ((2,), (-1,)), "quartic": ((0,),),
    "flat-tails": ((0,),), "round-bowl": ((0, 0),), "coupled-bowl": ((0, 0),),
    "ravine": ((0, 0),), "rosenbrock": ((1, 1),), "himmelblau": HIMMELBLAU,
    "saddle": ((0, 1), (0, -1)), "plateau": ((float(np.log(4)), 0),), "cliff": ((0, 0),),
    "w^2 + 2*w + b^2 + 3*b": ((-1, -1.5),), "w^2 + 3*w - 5": ((-1.5,),),
    "w^2 + w*b + b^2": ((0, 0),),
}  # fmt: skip


@dataclass
class Loss:
    """J, ∇J and the Hessian at one point, and the data there are."""

    names: tuple[str, ...]
    value: Callable[[Any], float]
    gradient: Callable[[Any], Any]
    hessian: Callable[[Any], Any]
    minima: tuple[tuple[float, ...], ...] = ()
    tree: Any = None
    x: Any = field(default_factory=lambda: np.empty(0))
    y: Any = field(default_factory=lambda: np.empty(0))
    predict: Callable[[Any], Any] | None = None
    rows_gradient: Callable[[Any, Any], Any] | None = None


def loss_of(spec: ProblemSpec) -> Loss:
    if spec.id in MODELS:
        return MODELS[spec.id](spec)
    if spec.id == "ravine":
        kappa, angle = (sympy.Float(value, 20) for _, value in spec.params)
        along = W * sympy.cos(angle) + B * sympy.sin(angle)
        across = B * sympy.cos(angle) - W * sympy.sin(angle)
        return from_tree((along**2 + kappa * across**2) / 2, MINIMA["ravine"])
    key = spec.formula or spec.id
    tree, minima = {**LANDSCAPES, **FORMULAS}[key], MINIMA.get(key, ())
    return from_tree(tree, polished(tree) if key == "himmelblau" else minima)


def polished(tree: Any) -> tuple[tuple[float, ...], ...]:
    """Himmelblau's minima to all digits."""
    slopes = [sympy.diff(tree, symbol) for symbol in (W, B)]
    found = (sympy.nsolve(slopes, (W, B), place, prec=30) for place in HIMMELBLAU)
    return tuple((float(w), float(b)) for w, b in found)


def from_tree(tree: Any, minima: tuple[tuple[float, ...], ...]) -> Loss:
    symbols = [s for s in (W, B) if tree.has(s)]
    first = [sympy.diff(tree, s) for s in symbols]
    second = [[sympy.diff(f, s) for s in symbols] for f in first]
    value, gradient, hessian = (
        sympy.lambdify(symbols, t, "numpy", cse=True) for t in (tree, first, second)
    )
    return Loss(
        tuple(str(s) for s in symbols),
        lambda p: float(value(*p)),
        lambda p: np.array(gradient(*p), dtype=float),
        lambda p: np.array(hessian(*p), dtype=float),
        minima,
        tree,
    )


def data_of(spec: ProblemSpec) -> tuple[Any, Any]:
    if isinstance(spec.data, GivenData):
        return np.array(spec.data.x), np.array(spec.data.y)
    assert isinstance(spec.data, GeneratedData)
    if spec.data.generator == "noisy-line":
        np.random.seed(0)  # noqa: NPY002 - article 4 does it like this
        x = 2 * np.random.rand(100, 1)  # noqa: NPY002
        y = 4 + 3 * x + np.random.randn(100, 1)  # noqa: NPY002
        return x[:, 0], y[:, 0]
    return {
        "house-prices": (np.array([5.0, 6, 4]), np.array([100.0, 120, 80])),
        "pass-or-fail": (
            np.arange(1, 11) / 2, np.array([0.0, 0, 0, 0, 1, 0, 1, 0, 1, 1]),
        ),
    }[spec.data.generator]  # fmt: skip


def linear(spec: ProblemSpec) -> Loss:
    x, y = data_of(spec)
    factor = {"mse": 2.0, "half-mse": 1.0}[spec.loss]

    def gradient(p: Any, rows: Any = slice(None)) -> Any:
        e = p[0] * x[rows] + p[1] - y[rows]
        return factor * np.array([np.mean(e * x[rows]), np.mean(e)])

    hessian = factor * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1.0]])
    best = np.linalg.lstsq(np.stack([x, np.ones_like(x)], axis=1), y, rcond=None)[0]
    return Loss(
        ("w", "b"), lambda p: factor / 2 * float(np.mean((p[0] * x + p[1] - y) ** 2)),
        gradient, lambda p: hessian, (tuple(best.tolist()),), None, x, y,
        lambda p: p[0] * x + p[1], gradient,
    )  # fmt: skip


def logistic(spec: ProblemSpec) -> Loss:
    x, y = data_of(spec)

    def predict(p: Any) -> Any:
        return 1 / (1 + np.exp(-(p[0] * x + p[1])))

    def value(p: Any) -> float:
        q = predict(p)
        return float(-np.mean(y * np.log(q) + (1 - y) * np.log1p(-q)))

    def hessian(p: Any) -> Any:
        s = predict(p) * (1 - predict(p))
        return np.array([[np.mean(s * x * x), np.mean(s * x)], [np.mean(s * x), np.mean(s)]])

    return Loss(
        ("w", "b"), value,
        lambda p: np.array([np.mean((predict(p) - y) * x), np.mean(predict(p) - y)]),
        hessian, (), None, x, y, predict,
    )  # fmt: skip


def neuron(spec: ProblemSpec) -> Loss:
    x, y = data_of(spec)

    def predict(p: Any) -> Any:
        return 1 / (1 + np.exp(-(p[0] * x + p[1])))

    def gradient(p: Any) -> Any:
        q = predict(p)
        pull = 2 * (q - y) * q * (1 - q)
        return np.array([np.mean(pull * x), np.mean(pull)])

    return Loss(
        ("w", "b"), lambda p: float(np.mean((predict(p) - y) ** 2)), gradient,
        lambda p: np.full((2, 2), np.nan), (), None, x, y, predict,
    )  # fmt: skip


MODELS: dict[str, Callable[[ProblemSpec], Loss]] = {
    "linear-regression": linear, "logistic-regression": logistic, "sigmoid-neuron": neuron,
}  # fmt: skip
