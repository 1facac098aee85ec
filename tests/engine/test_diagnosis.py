"""What a run is said to be doing, and what a learning rate is expected to do."""

from __future__ import annotations

from collections import Counter
from string import Formatter

import numpy as np
import pytest

from gdsim.engine.diagnosis import (
    BEHAVIOURS,
    ENDINGS,
    SENTENCES,
    WORDS,
    Diagnosis,
    State,
    diagnose,
    ending,
    predict,
)
from gdsim.engine.lane import Order
from gdsim.engine.run import Outcome, Run
from gdsim.engine.simulate import simulate
from gdsim.engine.stability import stability
from gdsim.engine.stopping import Stop
from tests.engine.descents import HIMMELBLAU, article_0, descend, formula, lane

LIMITS = stability(np.array([[7.5, 2.5], [2.5, 1.0]]), (0, 1), local=False)


def words(run: Run) -> Counter[str]:
    return Counter(str(diagnose(run, step).state) for step in range(run.steps + 1))


def test_article_0_at_02_oscillates_and_converges() -> None:
    run = descend(article_0(), (0, 0), lane("gd", 0.2), 1000)
    assert diagnose(run, 10).state is State.OSCILLATING
    assert diagnose(run, 1000).state is State.CONVERGED
    assert set(words(run)) == {"descending", "oscillating", "converged"}


def test_article_0_at_025_diverges_synchronously_only() -> None:
    together, apart = simulate(
        article_0(), (0, 0), [lane("gd", 0.25), lane("gd", 0.25, "sequential")]
    )
    assert diagnose(together, 50).state is State.DIVERGING
    assert diagnose(together, together.steps).state is State.DIVERGED
    assert diagnose(apart, apart.steps).state is State.CONVERGED


def test_article_0_at_a_small_rate_crawls() -> None:
    run = descend(article_0(), (0, 0), lane("gd", 0.001), 1000)
    said = diagnose(run, 1000)
    assert said.state is State.CRAWLING
    # The slow direction shrinks by 1 − α·λmin a step.
    assert said.values["steps"] == pytest.approx(1 / (0.001 * LIMITS.eigenvalues[0]), rel=0.02)


@pytest.mark.parametrize("start", [(1.0, 0.0), (0.0, 0.0)])
def test_a_saddle_stalls_who_starts_on_its_ridge(start: tuple[float, float]) -> None:
    run = descend(formula("w^2 - b^2", 2), start, lane("gd", 0.1), 200)
    assert diagnose(run, 200).state is State.STALLED


def test_a_flat_tail_stalls() -> None:
    run = descend(formula("w^2/(1 + w^2)", 10), (60.0,), lane("gd", 0.1), 200)
    assert set(words(run)) == {"stalled"}


def test_a_plain_descent_descends() -> None:
    run = descend(formula(HIMMELBLAU), (0.5, -0.5), lane("gd", 0.01), 15)
    assert set(words(run)) == {"descending"}


@pytest.mark.parametrize(
    ("text", "rate", "stop", "state"),
    [
        ("w^2", 0.25, Stop(gradient_norm=0.1), State.CONVERGED),
        ("w^2", 1.5, Stop(), State.DIVERGED),
        ("log(w)", 0.3, Stop(), State.NON_FINITE),
    ],
)
def test_the_end_of_a_run_has_its_outcome(text: str, rate: float, stop: Stop, state: State) -> None:
    (run,) = simulate(formula(text), (1.0,), [lane("gd", rate)], stop=stop)
    last = diagnose(run, run.steps)
    assert last.state is state
    assert last.template == ending(run)[0]
    assert diagnose(run, 0).state is not state


def test_every_step_of_odd_runs_has_a_word() -> None:
    odd = [("0*w + 5", 1.0), ("abs(w)", 0.3), ("exp(exp(w))", 7.0), ("-w^4", 1.0), ("w^3", -1.0)]
    for text, start in odd:
        run = descend(formula(text), (start,), lane("gd", 0.1), 60)
        for step in range(run.steps + 1):
            said = diagnose(run, step)
            assert fill(said)
            assert said.word == WORDS[said.state]


def fill(said: Diagnosis) -> str:
    return said.template.format(**said.values)


def test_sentences_name_rule_value_and_limit() -> None:
    run = descend(formula("w^2"), (1.0,), lane("gd", 1.5), 100)
    template, values = ending(run)
    assert values == {"step": 20, "value": 2.0**20, "limit": 1e6}
    assert template.format(**values).startswith("diverged at step 20: the parameters are 1048576")
    fields = {rule: {f for _, f, *_ in Formatter().parse(t) if f} for rule, t in ENDINGS.items()}
    assert all(names <= {"step", "value", "limit"} for names in fields.values())
    assert set(SENTENCES) | {State.DIVERGED, State.NON_FINITE} == set(State) == set(WORDS)


@pytest.mark.parametrize(
    ("rate", "order", "behaviour"),
    [
        (0.001, "synchronous", "crawls"),
        (0.01, "synchronous", "crawls"),
        (0.1, "synchronous", "converges"),
        (0.2, "synchronous", "oscillates"),
        (0.25, "synchronous", "diverges"),
        (0.25, "sequential", "oscillates"),
        (0.1, "sequential", "converges"),
        (0.3161, "sequential", "oscillates"),
        (0.3162, "sequential", "diverges"),
    ],
)
def test_predictions_for_article_0(rate: float, order: Order, behaviour: str) -> None:
    expected = predict(LIMITS, rate, order, (0, 1))
    assert expected is not None
    assert expected.behaviour == behaviour
    assert expected.word == BEHAVIOURS[expected.behaviour]


def test_at_the_limit_itself_nothing_is_promised() -> None:
    assert LIMITS.synchronous is not None
    assert LIMITS.sequential is not None
    for order, rate in (("synchronous", LIMITS.synchronous), ("sequential", LIMITS.sequential)):
        expected = predict(LIMITS, rate, order, (0, 1))  # type: ignore[arg-type]
        assert expected is not None
        assert expected.behaviour == "limit"
        run = descend(article_0(), (0, 0), lane("gd", rate, order, (0, 1)), 4000)  # type: ignore[arg-type]
        assert run.ending.outcome is Outcome.STEP_LIMIT
        away = np.linalg.norm(run.theta - [2, 1], axis=1)
        assert away[4000] == pytest.approx(away[3000], rel=0.01)


@pytest.mark.parametrize("order", ["synchronous", "sequential"])
@pytest.mark.parametrize("visits", [(0, 1), (1, 0)])
def test_predictions_come_true(order: Order, visits: tuple[int, int]) -> None:
    for rate in (0.02, 0.1, 0.2, 0.22, 0.25, 0.3, 0.33):
        expected = predict(LIMITS, rate, order, visits)
        run = descend(article_0(), (0, 0), lane("gd", rate, order, visits), 4000)
        assert expected is not None
        assert (expected.behaviour == "diverges") == (run.ending.outcome is Outcome.DIVERGED)
        if expected.behaviour != "diverges":
            away = np.linalg.norm(run.theta - [2, 1], axis=1)
            steps = round(expected.steps)
            assert 0.2 < away[100 + steps] / away[100] * 1000 < 5


def test_predictions_without_a_curved_loss() -> None:
    flat = stability(np.zeros((2, 2)), (0, 1), local=True)
    said = predict(flat, 0.1)
    assert said is not None
    assert (said.behaviour, said.factor) == ("converges", 0.0)
    saddle = predict(stability(np.diag([2.0, -1.0]), (0, 1), local=True), 0.1)
    assert saddle is not None
    assert saddle.behaviour == "diverges"
    trough = predict(stability(np.diag([4.0, 0.0]), (0, 1), local=False), 0.1)
    assert trough is not None
    assert (trough.behaviour, trough.factor) == ("converges", pytest.approx(0.6))
    assert predict(stability(np.full((1, 1), np.nan), (0,), local=True), 0.1) is None
