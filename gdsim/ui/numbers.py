"""How numbers are written on the screen: one rounding everywhere."""

from __future__ import annotations

import math

MINUS = "\N{MINUS SIGN}"
_SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")

#: Significant digits of every number on the screen.
DIGITS = 6


def number(value: float, digits: int = DIGITS) -> str:
    """``value`` with ``digits`` significant digits and a true minus: ``−0.55``, ``1.2×10⁻⁷``."""
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "∞" if value > 0 else f"{MINUS}∞"
    text = f"{value:.{digits}g}"
    if float(text) == 0:
        return "0"
    mantissa, _, exponent = text.partition("e")
    if exponent:
        mantissa += "×10" + str(int(exponent)).translate(_SUPERSCRIPT)
    return mantissa.replace("-", MINUS)


def power_of_ten(exponent: float) -> str:
    """10 to a whole power: ``10⁻⁶``; for others the number itself."""
    if exponent != round(exponent):
        return number(10.0**exponent, 2)
    return "10" + str(round(exponent)).translate(_SUPERSCRIPT)


def bracketed(value: float, digits: int = DIGITS) -> str:
    """Like `number`, in brackets where it is negative: for use inside a product."""
    text = number(value, digits)
    return f"({text})" if text.startswith(MINUS) else text


def point(values: tuple[float, ...] | list[float], digits: int = DIGITS) -> str:
    """A point, e.g. ``(3.5, −0.55)``."""
    return f"({', '.join(number(v, digits) for v in values)})"
