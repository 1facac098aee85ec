"""Typed text to tokens, each with its place in the text as typed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import NoReturn

from gdsim.engine.errors import FormulaError
from gdsim.engine.text import N_

__all__ = ["MAX_LENGTH", "MAX_TOKENS", "Token", "fail", "tokenize"]

MAX_LENGTH = 2000
"""Characters."""
MAX_TOKENS = 500

_LIKE = {
    **dict.fromkeys("×·⋅∙∗•✕✖", "*"),
    **dict.fromkeys("÷∕⁄", "/"),
    **dict.fromkeys("−–—‐‑‒﹣", "-"),
    **dict.fromkeys("[{【〔〖「『⟦〈《", "("),
    **dict.fromkeys("]}】〕〗」』⟧〉》", ")"),
    **dict.fromkeys("、،", ","),
    "。": ".",
    "∣": "|",
    "ˆ": "^",
}
"""What people type or paste where ASCII has another sign; one character for one."""

_SUPERSCRIPTS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-", strict=True))
_ROOTS = {"√": "sqrt", "∛": "cbrt"}
_PATTERN = re.compile(
    r"(?P<space>\s+)"
    r"|(?P<num>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)"
    r"|(?P<name>[A-Za-z_π][A-Za-z0-9_]*|[√∛])"
    r"|(?P<sup>[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)"
    r"|(?P<op>\*\*|[-+*/^(),|])"
)


@dataclass(frozen=True, slots=True)
class Token:
    """`kind` is "num", "name", "sup" (a raised whole number), an operator or bracket, or "end".

    `text` is normalised; `position` and `length` refer to the text as typed.
    """

    kind: str
    text: str
    position: int
    length: int = 1


def fail(token: Token, template: str, **values: object) -> NoReturn:
    """Refuse the formula, with `token` as the marked place."""
    raise FormulaError(token.position, template, length=max(token.length, 1), **values)


def tokenize(text: str) -> list[Token]:
    """The tokens of `text`, closed by one of kind "end".

    Full-width characters and the signs of `_LIKE` are read as their ASCII
    twins. Raises FormulaError for a text over MAX_LENGTH characters or
    MAX_TOKENS tokens, or with a character that has no meaning here.
    """
    if len(text) > MAX_LENGTH:
        raise FormulaError(
            MAX_LENGTH, N_("the formula is longer than {limit} characters"), limit=MAX_LENGTH
        )
    plain = "".join(map(_plain, text))
    tokens: list[Token] = []
    position = 0
    while position < len(plain):
        match = _PATTERN.match(plain, position)
        if match is None:
            raise _unexpected(text, position)
        if match.lastgroup != "space":
            tokens.append(_token(match))
        if len(tokens) > MAX_TOKENS:
            raise FormulaError(
                position, N_("the formula has more than {limit} parts"), limit=MAX_TOKENS
            )
        position = match.end()
    tokens.append(Token("end", "", len(text)))
    return tokens


def _token(match: re.Match[str]) -> Token:
    kind, found = match.lastgroup or "", match.group()
    if kind == "op":
        kind = found = "^" if found == "**" else found
    elif kind == "sup":
        found = "".join(_SUPERSCRIPTS[char] for char in found)
    return Token(kind, _ROOTS.get(found, found), match.start(), len(match.group()))


def _plain(char: str) -> str:
    """One character for one, so that positions stay those of the typed text."""
    if char < "\x7f" and char not in "[]{}":
        return char
    if char in _LIKE or char in _SUPERSCRIPTS:
        return _LIKE.get(char, char)
    normal = unicodedata.normalize("NFKC", char)
    if len(normal) != 1:
        return char
    return _LIKE.get(normal, normal)


def _unexpected(text: str, position: int) -> FormulaError:
    char = text[position]
    if char in "=＝":
        return FormulaError(position, N_("write only what stands to the right of the “=”"))
    if char in ";；":
        return FormulaError(position, N_("“;” has no meaning here; values are separated by commas"))
    if not char.isprintable() or unicodedata.category(char) in ("Cf", "Mn", "Co", "Cn"):
        return FormulaError(
            position, N_("invisible or unknown character {code}"), code=f"U+{ord(char):04X}"
        )
    return FormulaError(position, N_("“{char}” has no meaning in a formula"), char=char)
