"""Steps from one tidy number to the next: what an arrow key or a pixel of a track stands for."""

from __future__ import annotations

import math

from gdsim.engine.params import ParamSpec

#: Ten even steps a decade, rounded as engineers do (Renard's series R10).
COARSE = ("1", "1.25", "1.6", "2", "2.5", "3.2", "4", "5", "6.3", "8")
#: All numbers of two digits.
FINE = tuple(f"{n / 10:g}" for n in range(10, 100))


def log_step(value: float, up: bool, fine: bool = False) -> float:
    """The next tidy number above or below a positive ``value``."""
    exponent = math.floor(math.log10(value))
    mantissas = FINE if fine else COARSE
    tidy = [float(f"{m}e{e}") for e in range(exponent - 1, exponent + 2) for m in mantissas]
    return min(t for t in tidy if t > value) if up else max(t for t in tidy if t < value)


def linear_step(value: float, up: bool, step: float) -> float:
    """The next multiple of ``step`` above or below ``value``."""
    # A value a hair beside a multiple (0.1 + 0.2) counts as that multiple.
    ratio = value / step
    count = math.floor(ratio + 1e-9) + 1 if up else math.ceil(ratio - 1e-9) - 1
    return round(count * step, max(0, 2 - math.floor(math.log10(step))))


def tidy_step(span: float) -> float:
    """About a twentieth of ``span``, as 1, 2 or 5 times a power of ten."""
    if not math.isfinite(span):
        return 0.1
    exponent = math.floor(math.log10(span / 20))
    mantissa = max(m for m in (1, 2, 5) if m * 10.0**exponent <= span / 20 * (1 + 1e-9))
    return float(f"{mantissa}e{exponent}")


def spec_step(spec: ParamSpec, value: float, up: bool, fine: bool = False) -> float:
    """The neighbour of ``value`` in the parameter's own scale; ``value`` where its range ends."""
    if spec.scale == "int":
        near = value + 1 if up else value - 1
    elif spec.scale == "log":
        near = _log_neighbour(spec, value, up, fine)
    else:
        step = tidy_step(spec.high - spec.low)
        near = linear_step(value, up, step / 10 if fine else step)
    if spec.allows(near):
        return near
    end = spec.high if up else spec.low
    return end if spec.allows(end) else value


def _log_neighbour(spec: ParamSpec, value: float, up: bool, fine: bool) -> float:
    if value > 0:
        return log_step(value, up, fine)
    # From zero no factor leads anywhere.
    return float(spec.default) if up else value


def tidy_between(low: float, high: float) -> float:
    """The number with the fewest digits in [low, high], of positive numbers."""
    middle = (low + high) / 2
    for digits in range(1, 17):
        tidy = float(f"{middle:.{digits - 1}e}")
        if low <= tidy <= high:
            return tidy
    return middle
