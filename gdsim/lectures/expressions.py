"""The placeholders of a caption: a closed language of names, steps and formats; nothing is run.

    {w@3}            w after three steps, with six significant digits
    {seq.b@k+1:4}    b of the sequential lane one step on, with four
    {gap@end:full}   all digits;  {b:.2} two decimals;  {map.changed:2%} a percentage
    {g.w@k:b}        in brackets where negative, for use in a product
    {g.w@k?left|level|right}   a word by the sign

A `Template` is a text cut into pieces and `Placeholder`s; what a name stands for is the business
of `quantities`. A `Condition` compares two such expressions.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from gdsim.engine.errors import GdsimError
from gdsim.engine.files import short
from gdsim.engine.text import N_
from gdsim.lectures.texts import DIGITS, MINUS, Text, number, typeset

_NAME = r"[A-Za-z][A-Za-z0-9]*(?:\.[A-Za-z0-9]+)*"
_NUMBER = r"-?[0-9]+(?:\.[0-9]+)?(?:e-?[0-9]+)?"
_EXPRESSION = re.compile(
    rf"(?P<name>{_NAME})(?:\((?P<args>{_NUMBER}(?:, ?{_NUMBER})*)\))?(?:@(?P<step>[a-z0-9+-]+))?"
)
_STEP = re.compile(r"(?P<base>k|end|)(?P<offset>[+-]?[0-9]{1,6})?")
_FORMAT = re.compile(r"(?P<count>\.?[0-9]{1,2})?(?P<percent>%)?(?P<brackets>b)?|full")
_PIECES = re.compile(r"\{([^{}]*)\}|([^{}]+)|([{}])")
_COMPARISON = re.compile(r"([^<>=!]+)(<=|>=|!=|=|<|>)([^<>=!]+)")
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Word:
    """A quantity that is no number: its id, how it reads, and which other ids there are."""

    id: str
    text: Text
    allowed: tuple[str, ...] = ()


Value = float | Word


@dataclass(frozen=True, slots=True)
class Expression:
    """A dotted name with numbers in brackets, and the step it is about.

    ``step`` is (base, offset): base ``"k"`` is the beat's own step, ``"end"`` the last one, ``""``
    the first; ``None`` where no step was written.
    """

    words: tuple[str, ...]
    args: tuple[float, ...] = ()
    step: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Style:
    """How a number is written: ``digits`` significant ones, or ``decimals``; or in full."""

    digits: int = DIGITS
    decimals: int | None = None
    percent: bool = False
    brackets: bool = False
    full: bool = False

    def write(self, value: float) -> str:
        """The text of ``value``."""
        if self.percent:
            value *= 100
        if self.full:
            text = typeset(repr(value)) if abs(value) < float("inf") else number(value)
        elif self.decimals is not None and abs(value) < float("inf"):
            text = f"{value:.{self.decimals}f}"
            # A small negative number is written as 0.00, not as −0.00.
            text = text.lstrip("-") if not float(text) else text.replace("-", MINUS)
        else:
            text = number(value, self.digits)
        text += "%" if self.percent else ""
        return f"({text})" if self.brackets and text.startswith(MINUS) else text


@dataclass(frozen=True, slots=True)
class Placeholder:
    """An expression in braces, and how its value is written.

    ``signs`` are the words for a negative number, zero and a positive one, if there are any.
    """

    expression: Expression
    style: Style = Style()
    signs: tuple[str, ...] = ()

    def write(self, value: Value, language: str) -> str:
        """``value`` as it stands in the caption."""
        if isinstance(value, Word):
            return value.text.in_(language)
        if self.signs:
            return self.signs[1 + (value > 0) - (value < 0)]
        return self.style.write(value)


Template = tuple[str | Placeholder, ...]


@lru_cache(maxsize=4096)
def parse_template(text: str) -> Template:
    """``text`` cut at its placeholders; raises `GdsimError` for one that cannot be read."""
    pieces: list[str | Placeholder] = []
    for inner, plain, brace in _PIECES.findall(text):
        if brace:
            raise GdsimError(N_("a brace has no partner; placeholders look like {example}"),
                             example="{w@1}")  # fmt: skip
        pieces.append(plain or parse_placeholder(inner))
    return tuple(pieces)


def parse_placeholder(text: str) -> Placeholder:
    """What stands between braces."""
    signs: tuple[str, ...] = ()
    inner, question, words = text.partition("?")
    if question:
        signs = tuple(words.split("|"))
        if len(signs) != 3:
            raise _unreadable(text)
    name, colon, form = inner.partition(":")
    style = _style(form, text) if colon else Style()
    return Placeholder(parse_expression(name), style, signs)


def parse_expression(text: str) -> Expression:
    """A name such as ``seq.b@k+1``."""
    match = _EXPRESSION.fullmatch(text) if len(text) <= _LONGEST else None
    if match is None:
        raise _unreadable(text)
    args = tuple(float(part) for part in match["args"].split(",")) if match["args"] else ()
    step = _step(match["step"], text) if match["step"] else None
    return Expression(tuple(match["name"].split(".")), args, step)


def _step(text: str, whole: str) -> tuple[str, int]:
    match = _STEP.fullmatch(text)
    if match is None or not (match["base"] or match["offset"]):
        raise _unreadable(whole)
    return match["base"], int(match["offset"] or 0)


def _style(text: str, whole: str) -> Style:
    match = _FORMAT.fullmatch(text)
    if match is None or not text:
        raise _unreadable(whole)
    if text == "full":
        return Style(full=True)
    count = match["count"] or str(DIGITS)
    decimals = int(count[1:]) if count.startswith(".") else None
    digits = DIGITS if decimals is not None else int(count)
    if not 1 <= digits <= 17 or (decimals or 0) > 17:
        raise _unreadable(whole)
    return Style(digits, decimals, bool(match["percent"]), bool(match["brackets"]))


def _unreadable(text: str) -> GdsimError:
    return GdsimError(N_("“{part}” cannot be read as a placeholder"), part=short(text))


def fill(text: str, language: str, value: Callable[[Expression], Value]) -> str:
    """``text`` with every placeholder replaced by what ``value`` says."""
    return "".join(
        piece if isinstance(piece, str) else piece.write(value(piece.expression), language)
        for piece in parse_template(text)
    )


@dataclass(frozen=True, slots=True)
class Condition:
    """``left sign right``; the right side is a word, a number or an expression."""

    left: Expression
    sign: str
    right: str

    def holds(self, value: Callable[[Expression], Value]) -> bool:
        """Whether it is true; raises `GdsimError` where the two sides cannot be compared."""
        left = value(self.left)
        if isinstance(left, Word):
            if self.sign not in ("=", "!=") or self.right not in left.allowed:
                raise GdsimError(
                    N_("“{right}” must be one of: {allowed}"),
                    right=short(self.right), allowed=", ".join(left.allowed),
                )  # fmt: skip
            return (left.id == self.right) == (self.sign == "=")
        right = self._number(value)
        return {
            "<": left < right, "<=": left <= right, ">": left > right, ">=": left >= right,
            "=": left == right, "!=": left != right,
        }[self.sign]  # fmt: skip

    def _number(self, value: Callable[[Expression], Value]) -> float:
        if re.fullmatch(_NUMBER, self.right):
            return float(self.right)
        right = value(parse_expression(self.right))
        if isinstance(right, Word):
            raise GdsimError(N_("“{right}” is not a number"), right=short(self.right))
        return right


def parse_condition(text: str) -> Condition:
    """A comparison such as ``sync.outcome = diverged`` or ``gap@1 > 0``."""
    match = _COMPARISON.fullmatch(text) if len(text) <= 2 * _LONGEST else None
    if match is None:
        raise GdsimError(N_("“{part}” is no comparison such as {example}"),
                         part=short(text), example="gap@1 > 0")  # fmt: skip
    return Condition(parse_expression(match[1].strip()), match[2], match[3].strip())
