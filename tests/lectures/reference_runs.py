"""The descents of the lectures made a second time, by the plainest loops that there are."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from gdsim.engine import Lane, Variant
from gdsim.scenario import Scenario
from tests.lectures.reference_problems import Loss


@dataclass
class Path:
    """θ at every step, what each step used, and how it ended."""

    lane: Lane
    theta: list[Any]
    used: list[Any] = field(default_factory=list)
    velocity: list[Any] = field(default_factory=list)
    rows: list[Any] = field(default_factory=list)
    rule: str = "max_steps"

    @property
    def steps(self) -> int:
        return len(self.theta) - 1


OUTCOMES = {"max_steps": "step-limit", "parameter_bound": "diverged", "loss_bound": "diverged"}


def rows_of(variant: Variant, count: int, steps: int) -> list[Any]:
    if variant.id == "batch":
        return [None] * steps
    size = 1 if variant.id == "sgd" else variant.batch_size
    rng = np.random.default_rng(variant.seed)
    if variant.replacement:
        return list(rng.integers(0, count, size=(steps, size)))
    dealt: list[Any] = []
    while len(dealt) < steps:
        order = rng.permutation(count)
        dealt += [order[i : i + size] for i in range(0, count, size)]
    return dealt[:steps]


def path_of(scenario: Scenario, lane: Lane, loss: Loss) -> Path:
    steps = scenario.stop.max_steps
    path = Path(lane, [np.array(scenario.start)], velocity=[np.zeros(len(scenario.start))])
    path.rows = rows_of(lane.variant or scenario.variant, len(loss.x), steps)
    step = Stepper(lane, loss, len(scenario.start))
    for k, rate in enumerate(lane.learning_rate.rates(steps)):
        rule = ended(scenario, path, loss)
        if rule:
            path.rule = rule
            break
        new, used = step(path.theta[-1], float(rate), k + 1, path.rows[k])
        path.theta.append(new)
        path.used.append(used)
        path.velocity.append(step.velocity.copy())
    else:
        path.rule = ended(scenario, path, loss) or "max_steps"
    return path


class Stepper:
    """One step of each method that the lectures use."""

    def __init__(self, lane: Lane, loss: Loss, d: int) -> None:
        self.lane, self.loss = lane, loss
        self.velocity, self.m, self.v = np.zeros(d), np.zeros(d), np.zeros(d)

    def __call__(self, theta: Any, rate: float, t: int, rows: Any) -> tuple[Any, Any]:
        if self.lane.order == "sequential":
            return self.in_place(theta, rate)
        rows_gradient = self.loss.rows_gradient
        if rows is None or rows_gradient is None:
            used = self.loss.gradient(theta)
        else:
            used = rows_gradient(theta, rows)
        return theta - rate * self.direction(theta, used, t), used

    def in_place(self, theta: Any, rate: float) -> tuple[Any, Any]:
        assert self.lane.optimizer.id == "gd"
        theta, used = theta.copy(), np.zeros_like(theta)
        for i in self.lane.coordinates or range(len(theta)):
            used[i] = self.loss.gradient(theta)[i]
            theta[i] = theta[i] - rate * used[i]
        return theta, used

    def direction(self, theta: Any, used: Any, t: int) -> Any:
        hyper = self.lane.optimizer.hyper
        if self.lane.optimizer.id == "momentum":
            self.velocity = hyper["momentum"] * self.velocity + used
            return self.velocity
        if self.lane.optimizer.id == "adam":
            self.m = 0.9 * self.m + 0.1 * used
            self.v = 0.999 * self.v + 0.001 * used**2
            return self.m / (1 - 0.9**t) / (np.sqrt(self.v / (1 - 0.999**t)) + 1e-8)
        if self.lane.optimizer.id == "newton":
            return np.linalg.solve(self.loss.hessian(theta), used)
        assert self.lane.optimizer.id == "gd"
        return used


def ended(scenario: Scenario, path: Path, loss: Loss) -> str:
    """The rule that ends the run at the last point, or "" if none does."""
    stop, theta = scenario.stop, path.theta[-1]
    if np.linalg.norm(theta) > 1e6 * max(1.0, float(np.linalg.norm(path.theta[0]))):
        return "parameter_bound"
    if stop.gradient_norm and np.linalg.norm(loss.gradient(theta)) <= stop.gradient_norm:
        return "gradient_norm"
    if len(path.theta) > 1:
        moved = np.linalg.norm(theta - path.theta[-2])
        if stop.parameter_change and moved <= stop.parameter_change:
            return "parameter_change"
        fallen = abs(loss.value(theta) - loss.value(path.theta[-2]))
        if stop.loss_change and fallen <= stop.loss_change:
            return "loss_change"
    return ""
