"""Quantities that belong to the problem: its minima, limits, formulas and data."""

from __future__ import annotations

import numpy as np

from gdsim.engine.critical import CriticalPoint
from gdsim.engine.errors import GdsimError
from gdsim.engine.formula import derivative as differentiated
from gdsim.engine.formula import to_display
from gdsim.engine.maps import changed
from gdsim.engine.problems import LinearRegression
from gdsim.engine.problems.rows import RowsProblem
from gdsim.engine.run import Run
from gdsim.engine.text import N_
from gdsim.lectures.expressions import Value, Word
from gdsim.lectures.facts import Facts
from gdsim.lectures.query import Quantity, Query
from gdsim.lectures.texts import same
from gdsim.lectures.words import word

Model = LinearRegression | RowsProblem


def _model(facts: Facts) -> Model:
    if isinstance(facts.problem, Model):
        return facts.problem
    raise GdsimError(N_("this problem has no data"))


def _limit(facts: Facts, run: Run, query: Query) -> Value:
    stability = facts.stability(run, query.step)
    if query.suffix == "momentum":
        known = stability.momentum_limit(float(run.lane.optimizer.hyper.get("momentum", 0.0)))
    else:
        known = getattr(stability, query.suffix)
    if known is None:
        raise GdsimError(N_("there is no such limit where the loss is not curved upwards"))
    return float(known)


def _eigenvalue(facts: Facts, run: Run, query: Query) -> Value:
    known = facts.stability(run, query.step).eigenvalues
    if not known:
        raise GdsimError(N_("the Hessian is not finite there"))
    return known[0] if query.suffix == "min" else known[-1]


def _minimum(facts: Facts, run: Run, query: Query) -> Value:
    if query.index > len(facts.minima):
        count = len(facts.minima)
        raise GdsimError(N_("the problem has {count} known minima"), count=count)
    place, low = facts.minima[query.index - 1]
    return _entry(facts, query.suffix, place, low)


def _entry(facts: Facts, suffix: str, place: tuple[float, ...], low: float) -> float:
    if suffix == "loss":
        return low
    if suffix not in facts.problem.names:
        raise GdsimError(N_("this problem has no parameter {name}"), name=suffix)
    return place[facts.problem.names.index(suffix)]


def _critical(facts: Facts, run: Run, query: Query) -> Value:
    if query.suffix == "count":
        return float(len(facts.critical))
    if query.index > len(facts.critical):
        count = len(facts.critical)
        raise GdsimError(N_("the problem has {count} critical points in view"), count=count)
    point: CriticalPoint = facts.critical[query.index - 1]
    if query.suffix == "kind":
        return word("kind", point.kind)
    return _entry(facts, query.suffix, point.theta, point.value)


def _formula(facts: Facts, run: Run, query: Query) -> Value:
    return Word("", same(to_display(facts.tree)))


def _derivative(facts: Facts, run: Run, query: Query) -> Value:
    return Word("", same(to_display(differentiated(facts.tree, query.suffix))))


def _second_derivative(facts: Facts, run: Run, query: Query) -> Value:
    once = differentiated(facts.tree, query.suffix[0])
    return Word("", same(to_display(differentiated(once, query.suffix[1]))))


def _difference(facts: Facts, run: Run, query: Query) -> Value:
    width = query.args[0]
    if not width > 0:
        raise GdsimError(N_("a difference needs a width above 0"))
    away = np.zeros(facts.problem.dimension)
    away[facts.problem.names.index(query.suffix)] = width
    points = np.stack([run.theta[query.step] + away, run.theta[query.step] - away])
    above, below = facts.problem.value(points).tolist()
    return float((above - below) / (2 * width))


def _count(facts: Facts, run: Run, query: Query) -> Value:
    return float(_model(facts).rows)


def _x_of(facts: Facts, run: Run, query: Query) -> Value:
    return float(_model(facts).x[int(query.suffix) - 1])


def _y_of(facts: Facts, run: Run, query: Query) -> Value:
    return float(_model(facts).y[int(query.suffix) - 1])


def _x_mean(facts: Facts, run: Run, query: Query) -> Value:
    return float(np.mean(_model(facts).x))


def _fit(facts: Facts, run: Run, query: Query) -> Value:
    model = _model(facts)
    return float(model.predict(run.theta[query.step], model.x)[int(query.suffix) - 1])


def _error(facts: Facts, run: Run, query: Query) -> Value:
    return float(_model(facts).residuals(run.theta[query.step])[int(query.suffix) - 1])


def _square(facts: Facts, run: Run, query: Query) -> Value:
    value = _error(facts, run, query)
    assert isinstance(value, float)
    return value * value


def _mse(facts: Facts, run: Run, query: Query) -> Value:
    return float(np.mean(_model(facts).residuals(run.theta[query.step]) ** 2))


def _accuracy(facts: Facts, run: Run, query: Query) -> Value:
    model = _model(facts)
    said = model.predict(run.theta[query.step], model.x) >= 0.5
    return float(np.mean(said == (model.y >= 0.5)))


def _boundary(facts: Facts, run: Run, query: Query) -> Value:
    _model(facts)
    w, b = run.theta[query.step].tolist()
    if not w:
        raise GdsimError(N_("there is no boundary where w is 0"))
    return float(-b / w)


def _map_share(facts: Facts, run: Run, query: Query) -> Value:
    if query.suffix == "changed":
        synchronous, sequential = (facts.map_of(lane) for lane in facts.pair)
        return float(np.mean(changed(synchronous, sequential)))
    if len(query.args) != 1:
        raise GdsimError(
            N_("“{name}” takes {count} numbers in brackets"), name="map.share", count=1
        )
    return float(np.mean(facts.map_of(run).end == int(query.args[0]) - 1))


PROBLEM_QUANTITIES: tuple[Quantity, ...] = (
    Quantity("mse", "mean squared error there, whatever the loss", _mse),
    Quantity("limit", "learning-rate limit, such as limit.synchronous; diagonal is 2/max Hᵢᵢ",
             _limit, "word",
             words=("synchronous", "sequential", "diagonal", "best", "momentum")),
    Quantity("lambda", "eigenvalue of the Hessian: lambda.min, lambda.max", _eigenvalue,
             "word", words=("min", "max")),
    Quantity("min", "the lowest known minimum: min.w, min.b, min.loss; min2 is the next",
             _minimum, "word", "none", words=("w", "b", "loss")),
    Quantity("critical", "critical points, the lowest first: critical.count, critical1.w, "
             "critical1.kind", _critical, "word", "none",
             words=("count", "w", "b", "loss", "kind")),
    Quantity("formula", "the loss as a formula", _formula, steps="none"),
    Quantity("derivative", "its partial derivative as a formula", _derivative,
             "parameter", "none"),
    Quantity("second", "a second derivative as a formula, such as second.wb",
             _second_derivative, "pair", "none"),
    Quantity("difference", "central difference with that width, instead of the derivative",
             _difference, "parameter", args=1),
    Quantity("n", "number of data rows", _count, steps="none"),
    Quantity("x", "x of a row", _x_of, "row", "none"),
    Quantity("y", "y of a row", _y_of, "row", "none"),
    Quantity("xmean", "mean of x", _x_mean, steps="none"),
    Quantity("fit", "what the model says for a row", _fit, "row"),
    Quantity("error", "the model's answer minus y", _error, "row"),
    Quantity("square", "its square", _square, "row"),
    Quantity("accuracy", "part of the rows whose class is right", _accuracy),
    Quantity("boundary", "x at which the model says one half", _boundary),
    Quantity("map", "of the map of starts: map.changed (sync against seq), map.share(i)",
             _map_share, "word", "none", words=("changed", "share")),
)  # fmt: skip
