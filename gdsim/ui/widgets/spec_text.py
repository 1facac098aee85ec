"""What a `ParamSpec` says to a person: name, range, explanation, and why a value is refused."""

from __future__ import annotations

import math

from gdsim.engine.params import ParamSpec
from gdsim.ui.i18n import tr
from gdsim.ui.numbers import number


def title(spec: ParamSpec) -> str:
    """Label with the symbol of the formulas: ``Momentum μ``."""
    label = tr(spec.label)
    return f"{label} {spec.symbol}" if spec.symbol and spec.symbol != label else label


def range_text(spec: ParamSpec) -> str:
    """The allowed range as an inequality, ``0 < α ≤ 10``; empty where all numbers are allowed."""
    text = spec.symbol or tr(spec.label)
    if math.isfinite(spec.low):
        text = f"{number(spec.low)} {'<' if spec.open_low else '≤'} {text}"
    if math.isfinite(spec.high):
        text = f"{text} {'<' if spec.open_high else '≤'} {number(spec.high)}"
    return text if text != (spec.symbol or tr(spec.label)) else ""


def refusal(spec: ParamSpec, value: float | None) -> str:
    """Why ``value`` (``None``: not a number at all) may not be; empty when it may."""
    whole = spec.scale == "int"
    if value is not None and spec.allows(value) and not (whole and value != int(value)):
        return ""
    allowed = range_text(spec)
    if value is None and not allowed:
        return tr("Not a number; write for example 0.2 or 1e-3")
    if value is None:
        return tr("Not a number. Allowed: {range}", range=allowed)
    if whole:
        return tr("Allowed: whole numbers, {range}", range=allowed)
    return tr("Allowed: {range}", range=allowed)


def explanation(spec: ParamSpec) -> str:
    """The tooltip: what it does, its symbol and its range."""
    lines = [tr(spec.help) if spec.help else tr(spec.label)]
    allowed = range_text(spec)
    if allowed and spec.scale not in ("choice", "bool"):
        lines.append(tr("Allowed: {range}", range=allowed))
    return "\n".join(lines)
