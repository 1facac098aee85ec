"""Numbers as people type them, and as a field shows them: exact in both directions."""

from __future__ import annotations

import math
import re
import unicodedata

_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)
#: One, thousand or one? Better asked than guessed.
_AMBIGUOUS = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}", re.ASCII)
_SUPERSCRIPT = re.compile("[⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+")
#: Minus signs and dashes that keyboards and documents give, and the Chinese full stop.
_SIGNS = str.maketrans({"−": "-", "–": "-", "—": "-", "。": ".", "٫": "."})


def parse_number(text: str) -> float | None:
    """The finite number that ``text`` says, or ``None``.

    Accepts full-width characters, the minus of the screen, ``1.2×10⁻⁷`` and a decimal comma
    unless it could as well separate thousands.
    """
    plain = _SUPERSCRIPT.sub(lambda match: "^" + match.group(), text)
    plain = unicodedata.normalize("NFKC", plain).translate(_SIGNS).strip()
    plain = plain.replace("×10^", "e").replace("*10^", "e")
    if "," in plain and "." not in plain and not _AMBIGUOUS.fullmatch(plain):
        plain = plain.replace(",", ".", 1)
    if not _NUMBER.fullmatch(plain):
        return None
    number = float(plain)
    return number if math.isfinite(number) else None


def exact_text(value: float) -> str:
    """The shortest text that reads back to the same float64: ``0.2``, ``-3``, ``1e-6``."""
    text = repr(float(value)).removesuffix(".0")
    mantissa, _, exponent = text.partition("e")
    return f"{mantissa.removesuffix('.0')}e{int(exponent)}" if exponent else mantissa
