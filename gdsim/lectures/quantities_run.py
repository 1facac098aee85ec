"""Quantities read from the recorded run of a lane, or from two of them."""

from __future__ import annotations

import math

import numpy as np

from gdsim.engine.comparison import step_gap
from gdsim.engine.diagnosis import diagnose, predict
from gdsim.engine.errors import GdsimError
from gdsim.engine.run import Array, Run
from gdsim.engine.schedules import Constant
from gdsim.engine.stability import synchronous_matrix
from gdsim.engine.text import N_
from gdsim.lectures.expressions import Value, Word
from gdsim.lectures.facts import Facts
from gdsim.lectures.listings import LISTINGS, really_does
from gdsim.lectures.query import Quantity, Query
from gdsim.lectures.texts import number, same
from gdsim.lectures.words import word


def _of(run: Run, name: str) -> int:
    """Index of the parameter called ``name``."""
    return run.problem.names.index(name)


def _step(facts: Facts, run: Run, query: Query) -> Value:
    return float(query.step)


def _theta(facts: Facts, run: Run, query: Query) -> Value:
    return float(run.theta[query.step, _of(run, query.name)])


def _loss(facts: Facts, run: Run, query: Query) -> Value:
    return float(run.loss[query.step])


def _grad(facts: Facts, run: Run, query: Query) -> Value:
    return float(run.grad[query.step, _of(run, query.suffix)])


def _used(facts: Facts, run: Run, query: Query) -> Value:
    return float(run.used[query.step, _of(run, query.suffix)])


def _scaled(facts: Facts, run: Run, query: Query) -> Value:
    return float(run.learning_rate[query.step] * run.used[query.step, _of(run, query.suffix)])


def _delta(facts: Facts, run: Run, query: Query) -> Value:
    return float(run.delta[query.step, _of(run, query.suffix)])


def _alpha(facts: Facts, run: Run, query: Query) -> Value:
    return float(run.learning_rate[query.step])


def _gradnorm(facts: Facts, run: Run, query: Query) -> Value:
    return float(np.linalg.norm(run.grad[query.step]))


def _change(facts: Facts, run: Run, query: Query) -> Value:
    return float(np.linalg.norm(run.delta[query.step]))


def _loss_change(facts: Facts, run: Run, query: Query) -> Value:
    return float(run.loss[query.step + 1] - run.loss[query.step])


def _curvature(facts: Facts, run: Run, query: Query) -> Value:
    row, column = (_of(run, name) for name in query.suffix)
    return float(run.problem.hessian(run.theta[query.step])[row, column])


def _memory(facts: Facts, run: Run, query: Query) -> Value:
    name, _, parameter = query.suffix.rpartition(".")
    if name not in run.state or parameter not in run.problem.names:
        known = ", ".join(f"memory.{n}.{p}" for n in run.state for p in run.problem.names)
        raise GdsimError(N_("the optimizer remembers: {allowed}"), allowed=known or "–")
    return float(run.state[name][query.step, _of(run, parameter)])


def _rows(facts: Facts, run: Run, query: Query) -> Value:
    chosen = run.rows(query.step)
    if chosen is None:
        chosen = np.arange(facts.problem.rows)
    return Word("", same(", ".join(str(row + 1) for row in chosen.tolist())))


def _epoch(facts: Facts, run: Run, query: Query) -> Value:
    return run.epoch(query.step)


def _steps(facts: Facts, run: Run, query: Query) -> Value:
    return float(run.steps)


def _outcome(facts: Facts, run: Run, query: Query) -> Value:
    return word("outcome", run.ending.outcome.value)


def _rule(facts: Facts, run: Run, query: Query) -> Value:
    return word("rule", run.ending.rule)


def _state(facts: Facts, run: Run, query: Query) -> Value:
    return word("state", diagnose(run, query.step).state.value)


def _behaviour(facts: Facts, run: Run, query: Query) -> Value:
    rate = float(run.learning_rate[min(query.step, run.steps - 1)])
    stability = facts.stability(run, query.step)
    expected = predict(stability, rate, run.lane.order, run.lane.coordinates)
    if expected is None:
        raise GdsimError(N_("the Hessian is not finite there"))
    return word("behaviour", expected.behaviour)


def _first(facts: Facts, run: Run, query: Query) -> Value:
    return Word("", same(run.problem.names[run.lane.visits(run.problem.dimension)[0]]))


def _later(facts: Facts, run: Run, query: Query) -> Value:
    return Word("", same(run.problem.names[run.lane.visits(run.problem.dimension)[-1]]))


def _distance(facts: Facts, run: Run, query: Query) -> Value:
    return facts.minimum(run.theta[query.step])[2]


def _nearest(facts: Facts, run: Run, query: Query) -> Value:
    place, low, _ = facts.minimum(run.theta[query.step])
    return low if query.suffix == "loss" else place[_of(run, query.suffix)]


def _angle(facts: Facts, run: Run, query: Query) -> Value:
    way = np.array(facts.minimum(run.theta[query.step])[0]) - run.theta[query.step]
    down = -run.grad[query.step]
    lengths = float(np.linalg.norm(way) * np.linalg.norm(down))
    if not lengths:
        raise GdsimError(N_("there is no direction where the gradient is zero"))
    cosine = float(way @ down) / lengths
    return 0.0 if cosine > 1 - 1e-12 else math.degrees(math.acos(max(-1.0, cosine)))


def _closed(facts: Facts, run: Run, query: Query) -> Value:
    plain = run.lane.optimizer.id == "gd" and isinstance(run.lane.learning_rate, Constant)
    if not (facts.problem.quadratic and plain and run.lane.order == "synchronous"):
        raise GdsimError(N_("there is a closed form only for plain descent on a quadratic"))
    place = np.array(facts.minimum(run.theta[0])[0])
    matrix = synchronous_matrix(facts.problem.hessian(place), run.lane.learning_rate.first)
    left = np.linalg.matrix_power(matrix, query.step) @ (run.theta[0] - place)
    return float((place + left)[_of(run, query.suffix)])


def _first_step(holds: list[bool]) -> float:
    return float(holds.index(True)) if True in holds else math.inf


def _arrival(facts: Facts, run: Run, query: Query) -> Value:
    return _first_step((facts.distances(run) <= query.args[0]).tolist())


def _drop(facts: Facts, run: Run, query: Query) -> Value:
    return _first_step((run.loss <= query.args[0]).tolist())


def _rises(facts: Facts, run: Run, query: Query) -> Value:
    return float(np.sum(np.diff(run.loss) > 0))


def _turns(facts: Facts, run: Run, query: Query) -> Value:
    return float(np.sum(np.sum(run.delta[1:] * run.delta[:-1], axis=1) < 0))


def _wander(facts: Facts, run: Run, query: Query) -> Value:
    return float(np.mean(facts.distances(run)[-int(query.args[0]) :]))


def _held(run: Run, at: int) -> Array:
    return np.asarray(run.theta[min(at, run.steps)])


def _gap(facts: Facts, run: Run, query: Query) -> Value:
    synchronous, sequential = facts.pair
    apart = _held(sequential, query.step) - _held(synchronous, query.step)
    if query.suffix:
        return float(apart[_of(run, query.suffix)])
    return float(np.linalg.norm(apart))


def _made(facts: Facts, run: Run, query: Query) -> Value:
    lane = facts.lane(query.lane or "seq")
    return float(step_gap(lane, query.step).measured[_of(run, query.suffix)])


def _predicted(facts: Facts, run: Run, query: Query) -> Value:
    expected = step_gap(facts.lane(query.lane or "seq"), query.step).predicted
    if expected is None:
        raise GdsimError(N_("only gradient descent has a predicted gap"))
    return float(expected[_of(run, query.suffix)])


def _between(facts: Facts, run: Run, query: Query) -> Value:
    one, other = (facts.lane(f"lane{int(number)}") for number in query.args)
    return float(np.linalg.norm(_held(other, query.step) - _held(one, query.step)))


def _line(facts: Facts, run: Run, query: Query) -> Value:
    done = facts.executed(query.step, query.line)
    if query.suffix == "number":
        return float(query.line + 1)
    if query.suffix == "value":
        if len(done.value) == 1:
            return done.value[0]
        return Word("", same(f"[{', '.join(number(v) for v in done.value)}]"))
    if "theta" in done.names:
        return done.names["theta"]["wb".index(query.suffix)]
    return done.names[query.suffix][0]


def _really(facts: Facts, run: Run, query: Query) -> Value:
    facts.execution(0)
    rate = float(run.learning_rate[0])
    order = really_does(LISTINGS[facts.code], facts.problem, run.theta[0].tolist(), rate)
    return word("order", order or "both")


RUN_QUANTITIES: tuple[Quantity, ...] = (
    Quantity("step", "number of the step", _step, steps="cursor"),
    Quantity("w", "the parameter w after that many steps", _theta),
    Quantity("b", "the parameter b", _theta),
    Quantity("loss", "J there", _loss),
    Quantity("g", "partial derivative there, of all data", _grad, "parameter"),
    Quantity("used", "partial derivative that the step leaving it uses", _used, "parameter",
             "step"),
    Quantity("scaled", "learning rate × used", _scaled, "parameter", "step"),
    Quantity("delta", "what that step adds", _delta, "parameter", "step"),
    Quantity("alpha", "learning rate of that step", _alpha, steps="step"),
    Quantity("gradnorm", "length of the gradient there", _gradnorm),
    Quantity("change", "length of that step", _change, steps="step"),
    Quantity("losschange", "how much that step changes J", _loss_change, steps="step"),
    Quantity("H", "second derivative there", _curvature, "pair"),
    Quantity("memory", "what the optimizer remembers, such as memory.velocity.w", _memory,
             "word"),
    Quantity("rows", "numbers of the data rows that the step uses", _rows, steps="step"),
    Quantity("epoch", "passes over the data so far", _epoch),
    Quantity("steps", "steps that the lane makes in all", _steps, steps="none"),
    Quantity("outcome", "how the lane ended, as a word", _outcome, steps="none"),
    Quantity("rule", "the rule that ended it, as words", _rule, steps="none"),
    Quantity("state", "what the lane is doing there, as a word", _state),
    Quantity("behaviour", "what its learning rate leads to by theory, as a word", _behaviour),
    Quantity("first", "the parameter that a sequential step moves first", _first,
             steps="none"),
    Quantity("later", "the parameter that it moves last", _later, steps="none"),
    Quantity("distance", "distance to the nearest known minimum", _distance),
    Quantity("nearest", "that minimum: nearest.w, nearest.b, nearest.loss", _nearest, "word",
             words=("w", "b", "loss")),
    Quantity("angle", "degrees between −∇J and the way to that minimum", _angle),
    Quantity("closed", "where theory puts plain descent on a quadratic, without simulating",
             _closed, "parameter"),
    Quantity("arrival", "first step within that distance of a minimum", _arrival,
             steps="none", args=1),
    Quantity("drop", "first step with a loss of at most that", _drop, steps="none", args=1),
    Quantity("rises", "number of steps that made the loss larger", _rises, steps="none"),
    Quantity("turns", "number of steps that turned back on the one before", _turns,
             steps="none"),
    Quantity("wander", "mean distance to the minimum over that many last steps", _wander,
             steps="none", args=1),
    Quantity("gap", "distance between the sync and the seq lane; gap.w is its part in w",
             _gap, "word", "cursor", words=("", "w", "b")),
    Quantity("made", "gap that this one step of the seq lane makes", _made, "parameter",
             "step"),
    Quantity("predicted", "the same from α²·H·g, to first order", _predicted, "parameter",
             "step"),
    Quantity("between", "distance between two lanes by number", _between, steps="cursor",
             args=2),
    Quantity("line", "of the listing: line.number, line.value, line.w, line.b",
             _line, "word", "step", words=("number", "value", "w", "b")),
    Quantity("really", "the update order that the listing amounts to", _really,
             steps="none"),
)  # fmt: skip
