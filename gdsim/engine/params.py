"""One declaration of a settable number gives control, validation, file field and documentation."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from gdsim.engine.errors import ScenarioError
from gdsim.engine.text import N_

Scale = Literal["linear", "log", "int", "choice", "bool"]
ParamValue = float | int | bool | str


@dataclass(frozen=True, slots=True)
class ParamSpec:
    """A parameter that a person can set.

    ``low`` and ``high`` are the allowed range, inclusive unless ``open_low`` / ``open_high``;
    ``scale`` says how a control should divide that range. ``choices`` holds (value, label) pairs
    for the scale ``"choice"``. Labels and help are English source texts, translated where shown.
    """

    name: str
    label: str
    default: ParamValue
    symbol: str = ""
    low: float = -math.inf
    high: float = math.inf
    scale: Scale = "linear"
    unit: str = ""
    help: str = ""
    open_low: bool = False
    open_high: bool = False
    choices: tuple[tuple[str, str], ...] = ()

    def check(self, value: object, field: str) -> ParamValue:
        """``value`` in the parameter's own type; raises `ScenarioError` that names ``field``."""
        if self.scale == "bool":
            if not isinstance(value, bool):
                raise ScenarioError(field, N_("must be true or false"))
            return value
        if self.scale == "choice":
            allowed = [choice for choice, _ in self.choices]
            if value not in allowed:
                raise ScenarioError(
                    field, N_("must be one of: {allowed}"), allowed=", ".join(allowed)
                )
            return str(value)
        number = check_number(value, field)
        if self.scale == "int" and number != int(number):
            raise ScenarioError(field, N_("must be a whole number"))
        if not self.allows(number):
            raise ScenarioError(field, N_("must be {range}"), range=self.range_text())
        return int(number) if self.scale == "int" else number

    def allows(self, number: float) -> bool:
        """Whether ``number`` lies in the declared range."""
        above = number > self.low if self.open_low else number >= self.low
        below = number < self.high if self.open_high else number <= self.high
        return above and below

    def range_text(self) -> str:
        """The allowed range in mathematical notation, e.g. ``in (0, 100]``."""
        left = "(" if self.open_low or math.isinf(self.low) else "["
        right = ")" if self.open_high or math.isinf(self.high) else "]"
        return f"{left}{_plain(self.low)}, {_plain(self.high)}{right}"


def _plain(number: float) -> str:
    if math.isinf(number):
        return "∞" if number > 0 else "−∞"
    return f"{number:g}"


def check_number(value: object, field: str) -> float:
    """Return ``value`` as a finite float, or raise `ScenarioError`; booleans are not numbers."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ScenarioError(field, N_("must be a number"))
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise ScenarioError(field, N_("must be a finite number"))
    return number


def check_values(
    specs: tuple[ParamSpec, ...], given: Mapping[str, object], field: str
) -> dict[str, ParamValue]:
    """Values for all ``specs``: those ``given``, checked, and defaults for the rest.

    Raises `ScenarioError` for a name that no spec declares.
    """
    known = {spec.name for spec in specs}
    for name in given:
        if name not in known:
            raise ScenarioError(
                f"{field}.{name}" if field else name,
                N_("is not known here; allowed: {allowed}"),
                allowed=", ".join(sorted(known)) or "–",
            )
    return {
        spec.name: spec.check(given[spec.name], f"{field}.{spec.name}" if field else spec.name)
        if spec.name in given
        else spec.default
        for spec in specs
    }
