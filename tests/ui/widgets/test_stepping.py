"""Arrow keys and pixels lead to tidy numbers, always onward and never out of range."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdsim.engine.params import ParamSpec
from gdsim.ui.widgets.rate_axis import RateAxis, decades
from gdsim.ui.widgets.stepping import linear_step, log_step, spec_step, tidy_between

POSITIVE = st.floats(1e-12, 1e6)


@pytest.mark.parametrize(
    ("value", "up", "fine", "neighbour"),
    [
        (0.2, True, False, 0.25),
        (0.2, False, False, 0.16),
        (1.0, False, False, 0.8),
        (8.0, True, False, 10.0),
        (0.2, True, True, 0.21),
        (0.1, False, True, 0.099),
        (0.23951221325730995, True, True, 0.24),
    ],
)
def test_log_step(value: float, up: bool, fine: bool, neighbour: float) -> None:
    assert log_step(value, up, fine) == neighbour


@given(POSITIVE, st.booleans(), st.booleans())
def test_log_step_goes_onward(value: float, up: bool, fine: bool) -> None:
    assert (log_step(value, up, fine) > value) == up


@pytest.mark.parametrize(
    ("value", "up", "neighbour"),
    [(0.0, True, 0.1), (0.1 + 0.2, True, 0.4), (0.3, False, 0.2), (-0.05, True, 0.0)],
)
def test_linear_step(value: float, up: bool, neighbour: float) -> None:
    assert linear_step(value, up, 0.1) == neighbour


SPECS = [
    ParamSpec("momentum", "Momentum", 0.9, low=0, high=1, open_high=True),
    ParamSpec("start", "Start", 0.0, low=-1e9, high=1e9),
    ParamSpec("steps", "Steps", 10, low=1, high=100, scale="int"),
    ParamSpec("eps", "Epsilon", 1e-8, low=0, high=1, scale="log"),
    ParamSpec("rate", "Rate", 0.01, low=0, open_low=True, high=1000, scale="log"),
]


@given(st.sampled_from(SPECS), st.data(), st.booleans(), st.booleans())
def test_steps_stay_in_range(spec: ParamSpec, data: st.DataObject, up: bool, fine: bool) -> None:
    value = data.draw(st.floats(spec.low, spec.high).filter(spec.allows))
    assert spec.allows(spec_step(spec, value, up, fine))


def test_int_steps_by_one() -> None:
    assert spec_step(SPECS[2], 10, True) == 11
    assert spec_step(SPECS[2], 1, False) == 1


def test_zero_on_a_log_scale_leads_somewhere() -> None:
    assert spec_step(SPECS[3], 0.0, True) == 1e-8


@given(POSITIVE, st.floats(1e-6, 0.2))
def test_tidy_between_is_inside(low: float, width: float) -> None:
    high = low * (1 + width)
    assert low <= tidy_between(low, high) <= high


def test_a_track_reads_in_two_or_three_digits() -> None:
    axis = RateAxis(-4, 1, 9, 231)
    rates = [axis.tidy(x) for x in range(10, 231)]
    assert rates == sorted(rates)
    assert len(set(rates)) == len(rates)
    assert all(float(f"{rate:.3g}") == rate for rate in rates)
    assert {0.1, 0.2, 0.01}.issubset(rates)


def test_the_track_reaches_all_limits_but_no_absurd_ones() -> None:
    assert decades(0.2, [0.24, 0.3]) == (-4, 1)
    assert decades(1e-6, []) == (-6, 1)
    assert decades(0.2, [30.0]) == (-4, 2)
    assert decades(0.2, [1e300]) == (-4, 3)
