"""What updating in place changes: the gap between the two orders, in one step and over a run."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gdsim.engine.run import Run

Array = NDArray[np.float64]


@dataclass(frozen=True)
class StepGap:
    """How one sequential step differs from the synchronous step from the same point.

    All arrays have shape (d,) and the unit of θ. ``measured`` is the sequential delta minus the
    synchronous one. ``predicted`` is −α·Σ Hᵢⱼ·Δⱼ over the coordinates j that moved before i: exact
    for gradient descent on a quadratic with two parameters, where it is α²·H₀₁·g₀, and first order
    otherwise; ``None`` for optimizers whose step is not −α·g. ``hessian`` (d, d) is that of the
    step's batch at the step's point.
    """

    measured: Array
    predicted: Array | None
    hessian: Array
    synchronous_grad: Array
    synchronous_delta: Array


def step_gap(run: Run, step: int) -> StepGap:
    """The gap made by step ``step`` (0-based) of a sequential run."""
    problem = run.problem.subset(run.rows(step))
    theta = run.theta[step]
    gradient = problem.gradient(theta)
    hessian = problem.hessian(theta)
    state = {name: values[step] for name, values in run.state.items()}
    rate = float(run.learning_rate[step])
    delta, _ = run.lane.optimizer.update(gradient, theta, state, rate, step + 1)
    with np.errstate(all="ignore"):
        measured = run.delta[step] - delta
    predicted = None
    if run.lane.optimizer.id == "gd":
        predicted = _first_order(run, step, hessian, rate)
    return StepGap(measured, predicted, hessian, gradient, delta)


def _first_order(run: Run, step: int, hessian: Array, rate: float) -> Array:
    gap = np.zeros(len(hessian))
    moved: list[int] = []
    with np.errstate(all="ignore"):
        for i in run.lane.visits(len(hessian)):
            gap[i] = -rate * float(hessian[i, moved] @ run.delta[step, moved]) if moved else 0.0
            moved.append(i)
    return gap


def distance(first: Run, second: Run) -> Array:
    """‖θ_second − θ_first‖ after each step, for as many steps as the longer run has.

    A run that ended keeps its last point. Shape (max T + 1,), unit of θ.
    """
    steps = max(first.steps, second.steps) + 1
    with np.errstate(all="ignore"):
        return np.asarray(
            np.linalg.norm(_held(second.theta, steps) - _held(first.theta, steps), axis=1)
        )


def _held(theta: Array, count: int) -> Array:
    missing = count - len(theta)
    return np.concatenate((theta, np.repeat(theta[-1:], missing, axis=0))) if missing else theta
