"""Texts of a lecture, each in both languages, and how numbers are written in them."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

#: Ids of the languages in which every text of a lecture is written.
LANGUAGES = ("en", "zh_CN")

#: Significant digits of a number whose placeholder asks for nothing else.
DIGITS = 6
MINUS = "\N{MINUS SIGN}"
_SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Text:
    """One text in English and in Simplified Chinese."""

    en: str = ""
    zh_CN: str = ""  # noqa: N815 - the id of the language

    def in_(self, language: str) -> str:
        """The text in ``language``; English for any that a lecture is not written in."""
        return self.zh_CN if language == "zh_CN" else self.en

    def map(self, change: Callable[[str, str], str]) -> Text:
        """Both texts changed by ``change(text, language)``."""
        return Text(change(self.en, "en"), change(self.zh_CN, "zh_CN"))

    def __bool__(self) -> bool:
        return bool(self.en or self.zh_CN)


def same(text: str) -> Text:
    """What reads alike in both languages: a formula, a name, a list of numbers."""
    return Text(text, text)


def number(value: float, digits: int = DIGITS) -> str:
    """``value`` with ``digits`` significant digits, as everywhere on the screen: ``−1.2×10⁻⁷``."""
    if not math.isfinite(value):
        return "NaN" if math.isnan(value) else "∞" if value > 0 else f"{MINUS}∞"
    return typeset(f"{value:.{digits}g}")


def typeset(text: str) -> str:
    """A number as Python writes it, with a true minus and a power of ten."""
    if float(text) == 0:
        return "0"
    mantissa, _, exponent = text.partition("e")
    if exponent:
        mantissa += "×10" + str(int(exponent)).translate(_SUPERSCRIPT)
    return mantissa.replace("-", MINUS)
