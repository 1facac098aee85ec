"""A typed formula against the same function written by hand in Python."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from gdsim.engine.formula import ARRAY, SCALAR, compile_function, derivative, parse
from tests.benchmarks.engine import best, report

Function = Callable[[float, float], object]


def rosenbrock(w: float, b: float) -> float:
    return (1 - w) ** 2 + 100 * (b - w**2) ** 2


def rosenbrock_slopes(w: float, b: float) -> tuple[float, float]:
    r = b - w**2
    return -2 * (1 - w) - 400 * w * r, 200 * r


def himmelblau(w: float, b: float) -> float:
    return (w**2 + b - 11) ** 2 + (w + b**2 - 7) ** 2


def himmelblau_slopes(w: float, b: float) -> tuple[float, float]:
    u, v = w**2 + b - 11, w + b**2 - 7
    return 4 * w * u + 2 * v, 2 * u + 4 * b * v


def waves(w: float, b: float) -> float:
    return math.sin(3 * w) * math.exp(-(b**2)) + 0.1 * (w**2 + b**2)


def waves_slopes(w: float, b: float) -> tuple[float, float]:
    bell = math.exp(-(b**2))
    s = math.sin(3 * w)
    return 3 * math.cos(3 * w) * bell + 0.2 * w, -2 * b * s * bell + 0.2 * b


#: Typed text, and value and gradient as one would write them in Python.
CASES: dict[str, tuple[str, Function, Function]] = {
    "Rosenbrock": ("(1 - w)^2 + 100*(b - w^2)^2", rosenbrock, rosenbrock_slopes),
    "Himmelblau": ("(w^2 + b - 11)^2 + (w + b^2 - 7)^2", himmelblau, himmelblau_slopes),
    "sin and exp": ("sin(3w) exp(-b^2) + 0.1(w^2 + b^2)", waves, waves_slopes),
}


def _repeat(function: Function, points: list[tuple[float, float]]) -> Callable[[], object]:
    def work() -> None:
        for w, b in points:
            function(w, b)

    return work


def main() -> None:
    """Print value and gradient of each typed formula over the hand-written one."""
    rng = np.random.default_rng(0)
    points = [tuple(point) for point in rng.uniform(-2, 2, (2000, 2)).tolist()]
    # As many at once as the maps of many starts take.
    many = rng.uniform(-2, 2, (2, 2048))
    for name, (text, value, slopes) in CASES.items():
        tree = parse(text)
        trees = (derivative(tree, "w"), derivative(tree, "b"))
        typed = compile_function(("w", "b"), (tree,), SCALAR)
        typed_slopes = compile_function(("w", "b"), trees, SCALAR)
        by_hand = best(_repeat(value, points))
        by_hand_slopes = best(_repeat(slopes, points))
        what = f"typed formula / by hand: {name}"
        report(f"{what}, value", best(_repeat(typed, points)) / by_hand, "≤ 1.5")
        ratio = best(_repeat(typed_slopes, points)) / by_hand_slopes
        report(f"{what}, gradient", ratio, "≤ 1.5")
        if name != "sin and exp":  # math.sin takes no arrays
            on_arrays = compile_function(("w", "b"), (tree,), ARRAY)
            ratio = best(lambda f=on_arrays: f(*many)) / best(lambda f=value: f(*many))
            report(f"{what}, 2048 at once", ratio, "≤ 1.5")


if __name__ == "__main__":
    main()
