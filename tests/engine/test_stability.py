"""Learning-rate limits against eigenvalues, runs and lessons.md's figures."""

from __future__ import annotations

import math

import numpy as np
import pytest

from gdsim.engine.stability import (
    sequential_limit,
    sequential_matrix,
    spectral_radius,
    stability,
    synchronous_matrix,
)
from tests.engine.descents import article_0, descend, formula, lane

H = np.array([[7.5, 2.5], [2.5, 1.0]])


def test_the_limits_of_article_0() -> None:
    limits = stability(article_0().hessian(np.zeros(2)), (0, 1), local=False)
    np.testing.assert_array_equal(limits.hessian, H)
    assert limits.synchronous == pytest.approx(0.23951221325730995, rel=1e-15)
    assert limits.diagonal == pytest.approx(2 / 7.5, rel=1e-15)
    assert limits.sequential == pytest.approx(0.31612276862116, rel=1e-14)
    assert limits.best == pytest.approx(2 / 8.5, rel=1e-15)
    assert limits.momentum_limit(0.9) == pytest.approx(3.8 / 8.350304866714181, rel=1e-14)


def random_definite(d: int, rng: np.random.Generator) -> np.ndarray:
    half = rng.normal(size=(d, d))
    return half @ half.T + 0.05 * np.eye(d)


@pytest.mark.parametrize("d", [1, 2, 3, 4])
def test_the_sequential_limit_is_where_the_spectral_radius_reaches_1(d: int) -> None:
    rng = np.random.default_rng(d)
    for _ in range(60):
        hessian = random_definite(d, rng)
        visits = tuple(rng.permutation(d).tolist())
        limit = sequential_limit(hessian, visits)
        for share in np.linspace(0.05, 0.999, 40):
            assert spectral_radius(sequential_matrix(hessian, share * limit, visits)) < 1
        assert spectral_radius(sequential_matrix(hessian, 1.001 * limit, visits)) > 1
        assert limit >= 2 / np.diag(hessian).max() * (1 - 1e-12)
        assert limit >= 2 / np.linalg.eigvalsh(hessian)[-1] * (1 - 1e-12)


def test_one_step_is_the_matrix() -> None:
    problem, start, best = article_0(), np.array([0.3, -2.0]), np.array([2.0, 1.0])
    for order, matrix in (
        ("synchronous", synchronous_matrix(H, 0.07)),
        ("sequential", sequential_matrix(H, 0.07, (1, 0))),
    ):
        run = descend(problem, start, lane("gd", 0.07, order, (1, 0)), 1)
        np.testing.assert_allclose(run.theta[1] - best, matrix @ (start - best), rtol=1e-12)


@pytest.mark.parametrize("order", ["synchronous", "sequential"])
def test_runs_converge_below_and_diverge_above(order: str) -> None:
    limits = stability(H, (0, 1), local=False)
    limit = limits.synchronous if order == "synchronous" else limits.sequential
    assert limit is not None
    below = descend(article_0(), (0, 0), lane("gd", 0.99 * limit, order), 5000)
    above = descend(article_0(), (0, 0), lane("gd", 1.01 * limit, order), 5000)
    np.testing.assert_allclose(below.theta[-1], [2, 1], atol=1e-8)
    assert above.ending.outcome.value == "diverged"


def test_heavy_ball_converges_below_its_limit_and_not_above() -> None:
    limit = stability(np.array([[2.0]]), (0,), local=False).momentum_limit(0.5)
    assert limit == 1.5
    below, above = (
        descend(formula("w^2"), (1.0,), lane("momentum", rate, momentum=0.5), 3000)
        for rate in (1.49, 1.51)
    )
    assert abs(below.theta[-1, 0]) < 1e-6
    assert above.ending.outcome.value == "diverged"


@pytest.mark.parametrize(
    ("hessian", "synchronous", "sequential"),
    [
        ([[2.0, 0.0], [0.0, -1.0]], None, None),
        ([[-2.0]], None, None),
        ([[0.0, 0.0], [0.0, 0.0]], None, None),
        ([[4.0, 0.0], [0.0, 0.0]], 0.5, None),
        ([[math.nan]], None, None),
        ([[4.0]], 0.5, 0.5),
    ],
)
def test_where_there_is_no_limit(
    hessian: list[list[float]], synchronous: float | None, sequential: float | None
) -> None:
    d = len(hessian)
    limits = stability(np.array(hessian), tuple(range(d)), local=True)
    assert limits.synchronous == synchronous
    assert limits.sequential == sequential
    assert limits.local
