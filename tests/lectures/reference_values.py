"""What a caption's expression should be worth, from the reference's own runs."""

from __future__ import annotations

import itertools
import math
import re
from functools import cached_property
from typing import Any

import numpy as np
import sympy

from gdsim.lectures import Scene
from gdsim.lectures.expressions import Expression
from tests.lectures.reference_problems import HIMMELBLAU, B, Loss, W, loss_of
from tests.lectures.reference_runs import OUTCOMES, Path, path_of

#: What each listing amounts to, decided by reading it.
REALLY = {
    "synchronous": "synchronous", "in-place": "sequential", "harmless": "synchronous",
    "alias": "sequential", "copy": "synchronous",
}  # fmt: skip


class Reference:
    """The second opinion on one scene."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.scenario = scene, scene.scenario
        self.loss: Loss = loss_of(scene.scenario.problem)
        self.paths = [path_of(self.scenario, lane, self.loss) for lane in self.scenario.lanes]

    def path(self, name: str) -> Path:
        if name.startswith("lane"):
            return self.paths[int(name[4:]) - 1]
        order = {"sync": "synchronous", "seq": "sequential"}[name]
        return next(path for path in self.paths if path.lane.order == order)

    @property
    def last(self) -> int:
        return max(path.steps for path in self.paths)

    def value(self, expression: Expression, k: int, line: int) -> Any:
        words = list(expression.words)
        lane = words.pop(0) if re.fullmatch("sync|seq|lane[0-9]", words[0]) else ""
        path = self.path(lane or "lane1")
        name, *rest = words
        numbered = re.fullmatch("(min|critical)([0-9]+)", name)
        self.index = int(numbered[2]) - 1 if numbered else 0
        self.lane, self.line, self.args = lane, line, expression.args
        end = self.last if name in ("step", "gap", "between") else path.steps
        base, offset = expression.step or ("k", 0)
        at = {"k": k, "end": end, "": 0}[base] + offset
        method = getattr(self, f"of_{numbered[1] if numbered else name}")
        return method(path, at, *rest)

    def i(self, name: str) -> int:
        return self.loss.names.index(name)

    def of_step(self, path: Path, k: int) -> float:
        return k

    def of_w(self, path: Path, k: int) -> float:
        return float(path.theta[k][0])

    def of_b(self, path: Path, k: int) -> float:
        return float(path.theta[k][1])

    def of_loss(self, path: Path, k: int) -> float:
        return self.loss.value(path.theta[k])

    def of_g(self, path: Path, k: int, name: str) -> float:
        return float(self.loss.gradient(path.theta[k])[self.i(name)])

    def of_used(self, path: Path, k: int, name: str) -> float:
        return float(path.used[k][self.i(name)])

    def of_alpha(self, path: Path, k: int) -> float:
        schedule = path.lane.learning_rate
        if schedule.id == "inverse-time":
            return schedule.rate / (1 + schedule.decay * k)
        return schedule.rate

    def of_scaled(self, path: Path, k: int, name: str) -> float:
        return self.of_alpha(path, k) * self.of_used(path, k, name)

    def of_delta(self, path: Path, k: int, name: str) -> float:
        return float((path.theta[k + 1] - path.theta[k])[self.i(name)])

    def of_gradnorm(self, path: Path, k: int) -> float:
        return math.hypot(*self.loss.gradient(path.theta[k]))

    def of_change(self, path: Path, k: int) -> float:
        return math.dist(path.theta[k + 1], path.theta[k])

    def of_H(self, path: Path, k: int, pair: str) -> float:
        return float(self.loss.hessian(path.theta[k])[self.i(pair[0]), self.i(pair[1])])

    def of_memory(self, path: Path, k: int, state: str, name: str) -> float:
        assert state == "velocity"
        return float(path.velocity[k][self.i(name)])

    def of_rows(self, path: Path, k: int) -> str:
        return ", ".join(str(row + 1) for row in path.rows[k])

    def of_epoch(self, path: Path, k: int) -> float:
        variant = path.lane.variant or self.scenario.variant
        return k / {"batch": 1, "sgd": len(self.loss.x)}[variant.id]

    def of_steps(self, path: Path, k: int) -> float:
        return path.steps

    def of_outcome(self, path: Path, k: int) -> str:
        return OUTCOMES.get(path.rule, "converged")

    def of_rule(self, path: Path, k: int) -> str:
        return path.rule

    def of_first(self, path: Path, k: int) -> str:
        return "wb"[(path.lane.coordinates or (0, 1))[0]]

    def of_later(self, path: Path, k: int) -> str:
        return "wb"[(path.lane.coordinates or (0, 1))[1]]

    def of_distance(self, path: Path, k: int) -> float:
        return min(math.dist(path.theta[k], place) for place in self.minima)

    def of_angle(self, path: Path, k: int) -> float:
        place = min(self.minima, key=lambda place: math.dist(path.theta[k], place))
        way, down = np.array(place) - path.theta[k], -self.loss.gradient(path.theta[k])
        turned = math.atan2(*way[::-1]) - math.atan2(*down[::-1])
        return abs(math.degrees(math.remainder(turned, 2 * math.pi)))

    def of_closed(self, path: Path, k: int, name: str) -> float:
        place = self.minima[0][0]
        return place + (path.theta[0][0] - place) * (1 - 2 * self.of_alpha(path, 0)) ** k

    def of_arrival(self, path: Path, k: int) -> float:
        near = (j for j in range(path.steps + 1) if self.of_distance(path, j) <= self.args[0])
        return next(near, math.inf)

    def of_drop(self, path: Path, k: int) -> float:
        low = (j for j in range(path.steps + 1) if self.of_loss(path, j) <= self.args[0])
        return next(low, math.inf)

    def of_rises(self, path: Path, k: int) -> float:
        losses = [self.loss.value(theta) for theta in path.theta]
        # At the minimum the loss still trembles in its last digit, which is no rise.
        return sum(b - a > 1e-12 * a for a, b in itertools.pairwise(losses))

    def of_turns(self, path: Path, k: int) -> float:
        moves = np.diff(path.theta, axis=0)
        return sum(float(a @ b) < 0 for a, b in itertools.pairwise(moves))

    def of_wander(self, path: Path, k: int) -> float:
        count = int(self.args[0])
        return sum(self.of_distance(path, path.steps - j) for j in range(count)) / count

    def of_gap(self, path: Path, k: int, name: str = "") -> float:
        one, other = self.path("sync"), self.path("seq")
        apart = other.theta[min(k, other.steps)] - one.theta[min(k, one.steps)]
        return float(apart[self.i(name)]) if name else math.hypot(*apart)

    def of_between(self, path: Path, k: int) -> float:
        one, other = (self.paths[int(number) - 1] for number in self.args)
        return math.dist(other.theta[k], one.theta[k])

    def of_made(self, path: Path, k: int, name: str) -> float:
        path = self.path("seq")
        theta = path.theta[k]
        right = theta - self.of_alpha(path, k) * self.loss.gradient(theta)
        return float((path.theta[k + 1] - right)[self.i(name)])

    def of_predicted(self, path: Path, k: int, name: str) -> float:
        path = self.path("seq")
        theta, alpha = path.theta[k], self.of_alpha(path, k)
        assert (name, path.lane.coordinates) == ("b", (0, 1))
        return alpha**2 * self.loss.hessian(theta)[1, 0] * self.loss.gradient(theta)[0]

    def of_limit(self, path: Path, k: int, kind: str) -> float:
        hessian = self.loss.hessian(path.theta[k])
        low, high = (float(pick(np.linalg.eigvals(hessian).real)) for pick in (min, max))
        momentum = path.lane.optimizer.hyper.get("momentum", 0.0)
        return {
            "synchronous": lambda: 2 / high,
            "best": lambda: 2 / (low + high),
            "diagonal": lambda: 2 / max(np.diag(hessian)),
            "momentum": lambda: (2 + 2 * momentum) / high,
            "sequential": lambda: sequential_limit(hessian),
        }[kind]()

    def of_lambda(self, path: Path, k: int, end: str) -> float:
        values = np.linalg.eigvals(self.loss.hessian(path.theta[k]))
        return float(min(values) if end == "min" else max(values))

    @cached_property
    def minima(self) -> tuple[tuple[float, ...], ...]:
        if self.loss.minima:
            return self.loss.minima
        assert self.loss.names == ("w",)
        return ((float(sympy.nsolve(sympy.diff(self.loss.tree, W), 0.5)),),)

    def of_min(self, path: Path, k: int, what: str) -> float:
        place = self.minima[self.index]
        return self.loss.value(place) if what == "loss" else place[self.i(what)]

    def of_critical(self, path: Path, k: int, what: str) -> Any:
        if self.scenario.problem.id == "himmelblau":
            assert what == "count"
            return len(HIMMELBLAU) + 4 + 1  # and four saddles and a maximum, as is well known
        symbols = [s for s in (W, B) if self.loss.tree.has(s)]
        found = sympy.solve([sympy.diff(self.loss.tree, s) for s in symbols], symbols, dict=True)
        places = sorted(
            ([float(each[s]) for s in symbols] for each in found),
            key=lambda place: self.loss.value(place),
        )
        if what == "count":
            return len(places)
        place = places[self.index]
        if what == "kind":
            values = np.linalg.eigvalsh(self.loss.hessian(place))
            signs = "".join("+" if v > 0 else "-" if v < 0 else "0" for v in values)
            kinds = {"+": "minimum", "-": "maximum", "++": "minimum"}
            return kinds.get(signs, "degenerate" if "0" in signs else "saddle")
        return self.loss.value(place) if what == "loss" else place[self.i(what)]

    def of_formula(self, path: Path, k: int) -> Any:
        return self.loss.tree

    def of_derivative(self, path: Path, k: int, name: str) -> Any:
        return sympy.diff(self.loss.tree, sympy.Symbol(name, real=True))

    def of_second(self, path: Path, k: int, pair: str) -> Any:
        return sympy.diff(self.loss.tree, *(sympy.Symbol(name, real=True) for name in pair))

    def of_difference(self, path: Path, k: int, name: str) -> float:
        w, h = float(path.theta[k][0]), self.args[0]
        return (self.loss.value([w + h]) - self.loss.value([w - h])) / (2 * h)

    def of_n(self, path: Path, k: int) -> float:
        return len(self.loss.x)

    def of_x(self, path: Path, k: int, row: str) -> float:
        return float(self.loss.x[int(row) - 1])

    def of_y(self, path: Path, k: int, row: str) -> float:
        return float(self.loss.y[int(row) - 1])

    def of_xmean(self, path: Path, k: int) -> float:
        return sum(self.loss.x) / len(self.loss.x)

    def of_fit(self, path: Path, k: int, row: str) -> float:
        assert self.loss.predict
        return float(self.loss.predict(path.theta[k])[int(row) - 1])

    def of_error(self, path: Path, k: int, row: str) -> float:
        return self.of_fit(path, k, row) - self.of_y(path, k, row)

    def of_square(self, path: Path, k: int, row: str) -> float:
        return self.of_error(path, k, row) ** 2

    def of_mse(self, path: Path, k: int) -> float:
        rows = range(1, len(self.loss.x) + 1)
        return sum(self.of_square(path, k, str(row)) for row in rows) / len(self.loss.x)

    def of_accuracy(self, path: Path, k: int) -> float:
        rows = range(1, len(self.loss.x) + 1)
        said = [(self.of_fit(path, k, str(r)) > 0.5) == self.of_y(path, k, str(r)) for r in rows]
        return sum(said) / len(said)

    def of_boundary(self, path: Path, k: int) -> float:
        return float(-path.theta[k][1] / path.theta[k][0])

    def of_really(self, path: Path, k: int) -> str:
        return REALLY[self.scene.code]

    def of_line(self, path: Path, k: int, what: str) -> Any:
        """By reading the listing: which lines have moved w and b, and at which point was asked."""
        order = REALLY[self.scene.code]
        lane = self.path("sync" if order == "synchronous" else "seq")
        old, new, used = lane.theta[k], lane.theta[k + 1], lane.used[k]
        moved = {"synchronous": (2, 3), "in-place": (1, 3), "harmless": (2, 3), "alias": (1, 2)}
        if what in ("w", "b"):
            i = "wb".index(what)
            return float(new[i] if self.line >= moved[self.scene.code][i] else old[i])
        if what == "number":
            return self.line + 1
        return {
            "synchronous": [new[0], new[1], new[0], new[1]],
            "in-place": [used[0], new[0], used[1], new[1]],
            "harmless": [used[0], used[1], new[0], new[1]],
            "alias": [f"[{old[0]:g}, {old[1]:g}]", new[0], new[1], ""],
        }[self.scene.code][self.line]

    def of_map(self, path: Path, k: int, what: str) -> float:
        ends = [self._map(lane.lane.order, self.of_alpha(lane, 0)) for lane in self.paths[:2]]
        if what == "share":
            return float(np.mean(ends[0] == int(self.args[0]) - 1))
        return float(np.mean(ends[0] != ends[1]))

    def _map(self, order: str, alpha: float) -> Any:
        axis = np.linspace(-5.0, 5.0, 121)
        w, b = (grid.ravel() for grid in np.meshgrid(axis, axis))
        for _ in range(500):
            dw = 4 * w * (w * w + b - 11) + 2 * (w + b * b - 7)
            if order == "sequential":
                w = w - alpha * dw
            db = 2 * (w * w + b - 11) + 4 * b * (w + b * b - 7)
            w, b = w if order == "sequential" else w - alpha * dw, b - alpha * db
        away = [np.hypot(w - place[0], b - place[1]) for place in HIMMELBLAU]
        assert np.min(away, axis=0).mean() < 0.01
        return np.argmin(away, axis=0)


def sequential_limit(hessian: Any) -> float:
    """By bisection: where one in-place step, written as a loop, stops shrinking some vector."""

    def radius(alpha: float) -> float:
        columns = []
        for unit in np.eye(2):
            point = unit.copy()
            for i in range(2):
                point[i] -= alpha * hessian[i] @ point
            columns.append(point)
        return float(max(abs(np.linalg.eigvals(np.array(columns).T))))

    low, high = 0.01, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if radius(middle) < 1 else (low, middle)
    return low
