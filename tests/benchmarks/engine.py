"""Speed of the engine as ratios within one run, so that the machine cancels out.

`main` prints one line for each: what was measured, the ratio and the aim.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from math import sqrt

import numpy as np

from gdsim.engine.formula import parse
from gdsim.engine.lane import Lane
from gdsim.engine.maps import basins
from gdsim.engine.optimizers import OPTIMIZERS, make_optimizer
from gdsim.engine.problems.base import ExpressionProblem, Problem
from gdsim.engine.problems.logistic import LogisticRegression
from gdsim.engine.problems.regression import LinearRegression
from gdsim.engine.schedules import Constant
from gdsim.engine.simulate import simulate
from gdsim.engine.stopping import Stop
from gdsim.engine.swarm import CHUNK, Swarm

STEPS = 1000
#: torch.optim's steps per second on Rosenbrock, as measured on the project's machine.
TORCH = 4200
HIMMELBLAU = "(w^2 + b - 11)^2 + (w + b^2 - 7)^2"
ROSENBROCK = "(1 - w)^2 + 100*(b - w^2)^2"


def best(work: Callable[[], object], rounds: int = 40) -> float:
    """Shortest of several times, in seconds: what the work costs when nothing disturbs it."""
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return min(times)


def report(what: str, ratio: float, aim: str) -> None:
    """One line of the report."""
    print(f"{what:<62} {ratio:>8.2f}   aim {aim}")


# ---- the bare loops, written as anyone would by hand


def regression_gd(rate: float = 0.01) -> tuple[float, float]:
    """Four rows, all in local variables."""
    w = b = 0.0
    x0, x1, x2, x3 = 1.0, 2.0, 3.0, 4.0
    y0, y1, y2, y3 = 3.0, 5.0, 7.0, 9.0
    for _ in range(STEPS):
        e0, e1, e2, e3 = w * x0 + b - y0, w * x1 + b - y1, w * x2 + b - y2, w * x3 + b - y3
        dw = (e0 * x0 + e1 * x1 + e2 * x2 + e3 * x3) / 4
        db = (e0 + e1 + e2 + e3) / 4
        w, b = w - rate * dw, b - rate * db
    return w, b


def himmelblau_gd(rate: float = 0.001) -> tuple[float, float]:
    """Himmelblau's gradient with its two inner terms."""
    w, b = 0.5, -0.5
    for _ in range(STEPS):
        p, q = w * w + b - 11, w + b * b - 7
        w, b = w - rate * (4 * w * p + 2 * q), b - rate * (2 * p + 4 * b * q)
    return w, b


def adam(gradient: Callable[[float, float], tuple[float, float]], rate: float) -> float:
    """Adam of two parameters, the gradient by a call."""
    w = b = m0 = m1 = v0 = v1 = 0.0
    for t in range(1, STEPS + 1):
        g0, g1 = gradient(w, b)
        m0, m1 = 0.9 * m0 + 0.1 * g0, 0.9 * m1 + 0.1 * g1
        v0, v1 = 0.999 * v0 + 0.001 * g0 * g0, 0.999 * v1 + 0.001 * g1 * g1
        c1, c2 = 1 - 0.9**t, 1 - 0.999**t
        w -= rate * (m0 / c1) / (sqrt(v0 / c2) + 1e-8)
        b -= rate * (m1 / c1) / (sqrt(v1 / c2) + 1e-8)
    return w


def regression_slopes(w: float, b: float) -> tuple[float, float]:
    """The gradient of the four rows."""
    e0, e1, e2, e3 = w + b - 3, w * 2 + b - 5, w * 3 + b - 7, w * 4 + b - 9
    return (e0 + e1 * 2 + e2 * 3 + e3 * 4) / 4, (e0 + e1 + e2 + e3) / 4


def himmelblau_slopes(w: float, b: float) -> tuple[float, float]:
    """Himmelblau's gradient."""
    p, q = w * w + b - 11, w + b * b - 7
    return 4 * w * p + 2 * q, 2 * p + 4 * b * q


def himmelblau_swarm(starts: np.ndarray, steps: int, rate: float) -> np.ndarray:
    """Many starts in place, in chunks that fit the cache."""
    theta = starts.T.copy()
    for first in range(0, theta.shape[1], CHUNK):
        w, b = theta[:, first : first + CHUNK]
        p, q, u, v = (np.empty_like(w) for _ in range(4))
        for _ in range(steps):
            np.multiply(w, w, out=p)
            p += b
            p -= 11
            np.multiply(b, b, out=q)
            q += w
            q -= 7
            np.multiply(w, p, out=u)
            u *= 2
            u += q
            u *= 2 * rate
            np.multiply(b, q, out=v)
            v *= 2
            v += p
            v *= 2 * rate
            w -= u
            b -= v
    return theta


# ---- the engine's side


def landscape(text: str) -> ExpressionProblem:
    """A built-in or typed function of w and b."""
    return ExpressionProblem("formula", ("w", "b"), parse(text), box=((-5, 5), (-5, 5)))


def lane(id: str, rate: float) -> Lane:
    """A synchronous lane with an optimizer's defaults."""
    return Lane(optimizer=make_optimizer(id), learning_rate=Constant(rate))


def recorded(problem: Problem, start: tuple[float, float], one: Lane) -> Callable[[], object]:
    """`simulate` as the window calls it, everything recorded."""
    return lambda: simulate(problem, start, [one], stop=Stop(STEPS))


def recorded_steps() -> None:
    """A recorded step against the bare loop of the same update."""
    four, hill = LinearRegression([1, 2, 3, 4], [3, 5, 7, 9]), landscape(HIMMELBLAU)
    cases: tuple[tuple[str, Callable[[], object], Callable[[], object]], ...] = (
        ("GD, regression of 4 rows", recorded(four, (0, 0), lane("gd", 0.01)), regression_gd),
        ("GD, Himmelblau", recorded(hill, (0.5, -0.5), lane("gd", 0.001)), himmelblau_gd),
        ("Adam, regression of 4 rows", recorded(four, (0, 0), lane("adam", 0.05)),
         lambda: adam(regression_slopes, 0.05)),
        ("Adam, Himmelblau", recorded(hill, (0.5, -0.5), lane("adam", 0.05)),
         lambda: adam(himmelblau_slopes, 0.05)),
    )  # fmt: skip
    for what, ours, bare in cases:
        report(f"recorded step / bare loop: {what}", best(ours) / best(bare), "≤ 3")


def rows() -> None:
    """A batch step on a million rows against four rows."""
    x = np.random.default_rng(0).normal(size=1_000_000)
    few, many = LinearRegression([1, 2, 3, 4], [3, 5, 7, 9]), LinearRegression(x, 2 * x + 1)
    one = lane("gd", 0.01)
    ratio = best(recorded(many, (0, 0), one)) / best(recorded(few, (0, 0), one))
    report("batch step: 1 000 000 rows / 4 rows", ratio, "≤ 1.2")


def every_optimizer() -> None:
    """Recorded steps per second on Rosenbrock against torch.optim's."""
    problem = landscape(ROSENBROCK)
    for kind in OPTIMIZERS:
        rate = 1e-3 if kind.elementwise else 1.0
        seconds = best(recorded(problem, (-1.2, 1.0), lane(kind.id, rate)), 15)
        what = f"{kind.id}: {STEPS / seconds / 1000:,.0f} k steps/s / torch's 4.2 k"
        report(what, STEPS / seconds / TORCH, "≥ 50")


def many_starts() -> None:
    """40 000 starts × 500 steps on Himmelblau against a hand-written in-place loop."""
    problem = landscape(HIMMELBLAU)
    starts = np.random.default_rng(0).uniform(-4.5, 4.5, size=(40_000, 2))
    targets = ((3.0, 2.0), (-2.805118, 3.131313), (-3.779310, -3.283186), (3.584428, -1.848127))
    one = lane("gd", 0.01)

    def full() -> None:
        for first in range(0, len(starts), CHUNK):
            Swarm(problem, one, starts[first : first + CHUNK], 500).advance([0.01] * 500)

    def mapped() -> None:
        list(basins(problem, starts, one, targets=targets, max_steps=500))

    bare = best(lambda: himmelblau_swarm(starts, 500, 0.01), 4)
    report("40 000 starts × 500 steps / in-place NumPy: all steps", best(full, 4) / bare, "≤ 2")
    report("40 000 starts × 500 steps / in-place NumPy: the map", best(mapped, 4) / bare, "≤ 2")


def whole_runs() -> None:
    """What an edit costs, in milliseconds."""
    four = LinearRegression([1, 2, 3, 4], [3, 5, 7, 9])
    lanes = [lane("gd", 0.2), Lane("sequential", learning_rate=Constant(0.2))]
    both = best(lambda: simulate(four, (0, 0), lanes, stop=Stop(STEPS)))
    report("two lanes × 1000 steps, in ms", 1000 * both, "1–2")
    rng = np.random.default_rng(0)
    x = rng.normal(size=100)
    classes = LogisticRegression(x, (x + rng.normal(size=100) > 0).astype(float))
    one = best(recorded(classes, (0, 0), lane("gd", 0.5)), 5)
    report("logistic regression of 100 rows × 1000 steps, in ms", 1000 * one, "–")


def main() -> None:
    """Print all of it."""
    recorded_steps()
    rows()
    whole_runs()
    every_optimizer()
    many_starts()


if __name__ == "__main__":
    main()
