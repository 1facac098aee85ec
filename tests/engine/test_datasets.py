"""Every generator of the catalogue, and the articles' data to the bit."""

from __future__ import annotations

import numpy as np
import pytest

from gdsim.engine.datasets import BY_ID, DATASETS, MAX_ROWS, DatasetKind, dataset_values, generate
from gdsim.engine.errors import ScenarioError

every = pytest.mark.parametrize("kind", DATASETS, ids=lambda kind: kind.id)


@every
def test_defaults_give_data_that_fit_the_task(kind: DatasetKind) -> None:
    x, y = generate(kind.id, dataset_values(kind.id, {}))
    assert x.shape == y.shape == (len(x),)
    assert x.dtype == y.dtype == np.float64
    assert np.isfinite(x).all()
    assert np.isfinite(y).all()
    if kind.task == "classification":
        assert set(y.tolist()) == {0.0, 1.0}
    with pytest.raises(ValueError, match="read-only"):
        x[0] = 1


@every
def test_the_same_settings_give_the_same_bits(kind: DatasetKind) -> None:
    values = dict(dataset_values(kind.id, {}))
    for first, again in zip(kind.make(**values), kind.make(**values), strict=True):
        assert first.tobytes() == again.tobytes()


@every
def test_rows_and_seed_do_what_they_say(kind: DatasetKind) -> None:
    names = {spec.name for spec in kind.params}
    if "n" in names:
        for n in (2, 3, 10, 1001):
            x, _ = generate(kind.id, dataset_values(kind.id, {"n": n}))
            assert len(x) == n
    if "seed" in names:
        drawn = [generate(kind.id, dataset_values(kind.id, {"seed": seed})) for seed in (0, 1)]
        assert any(not np.array_equal(a, b) for a, b in zip(*drawn, strict=True))


def test_noisy_line_is_article_4s_data_with_its_start() -> None:
    rng = np.random.RandomState(0)
    X = 2 * rng.rand(100, 1)
    Y = 4 + 3 * X + rng.randn(100, 1)
    assert np.allclose(rng.randn(2, 1).ravel(), (-0.35399391, -1.37495129), atol=5e-9)
    x, y = generate("noisy-line", dataset_values("noisy-line", {"n": 100, "seed": 0}))
    assert x.tobytes() == X.tobytes()
    assert y.tobytes() == Y.tobytes()


@pytest.mark.parametrize("n", [2, 3, 7, 100, 9999])
def test_centred_line_has_a_mean_of_exactly_0(n: int) -> None:
    x, _ = generate("centred-line", dataset_values("centred-line", {"n": n}))
    assert x.mean() == 0.0
    assert 0.5 < x.max() <= 1.0


def test_a_million_rows_can_be_made() -> None:
    x, _ = BY_ID["noisy-line"].make(**dict(dataset_values("noisy-line", {"n": MAX_ROWS})))
    assert len(x) == MAX_ROWS


@pytest.mark.parametrize(
    ("id", "given", "field"),
    [
        ("no-such", {}, "data.generator"),
        ("noisy-line", {"n": 1}, "data.n"),
        ("noisy-line", {"n": 2.5}, "data.n"),
        ("noisy-line", {"seed": -1}, "data.seed"),
        ("noisy-line", {"sigma": 1}, "data.sigma"),
        ("four-points", {"n": 4}, "data.n"),
    ],
)
def test_what_is_not_allowed_names_the_field(id: str, given: dict[str, float], field: str) -> None:
    with pytest.raises(ScenarioError) as caught:
        dataset_values(id, given)
    assert caught.value.field == field
