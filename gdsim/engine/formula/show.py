"""Formulas on the screen and on paper: four ways to write the same tree."""

from __future__ import annotations

import re
from collections.abc import Mapping

from gdsim.engine.formula.printing import (
    ATOM,
    POWER,
    SIGN,
    Piece,
    Style,
    multiple_of_pi,
    plain_number,
)
from gdsim.engine.formula.table import FUNCTIONS
from gdsim.engine.formula.tree import Node

__all__ = ["MAX_SHOWN", "to_display", "to_latex", "to_rich", "to_text"]

MAX_SHOWN = 4000
"""Nodes above which a formula is shown as "…": nobody could read it."""

Names = Mapping[str, str] | None

_RAISED = str.maketrans("0123456789-−+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁺")
_WORD = re.compile("[A-Za-z]{2}")
_SHOWN_AS = {"log": "ln", "log2": "log₂", "log10": "log₁₀", "sigmoid": "σ"}


class _Display(Style):
    """Unicode on one line: 2w + 3, (w² + b − 11)², √w, |w|."""

    minus, sign, dot, cross = " − ", "−", "·", " × "

    def beside(self, right: str) -> str | None:
        """Nothing, but a space before the name of a function: 2w, 2 sin(w)."""
        return " " if _WORD.match(right) else ""

    def number(self, value: float) -> Piece:
        text, precedence = multiple_of_pi(value, "π", "") or (plain_number(value), ATOM)
        return Piece(text.replace("-", "−"), precedence, text[0].isdigit(), factor=True)

    def raised(self, text: str) -> str | None:
        """The text as an exponent, None where there are no such signs."""
        if text.strip("-−").isascii() and text.strip("-−").isdigit():
            return text.translate(_RAISED)
        return None

    def power(self, base: str, exponent: Piece, node: Node) -> Piece:
        raised = self.raised(exponent.text)
        if raised is None:
            bare = exponent.precedence >= ATOM
            raised = "^" + (exponent.text if bare else self.bracket(exponent.text))
        return Piece(base + raised, POWER)

    def call(self, name: str, args: tuple[Piece, ...]) -> Piece:
        inner = ", ".join(arg.text for arg in args)
        if name == "abs":
            return Piece(f"|{inner}|")
        if name in ("sqrt", "cbrt"):
            sign = "√" if name == "sqrt" else "∛"
            return Piece(sign + (inner if len(inner) == 1 else self.bracket(inner)))
        return Piece(_SHOWN_AS.get(name, name) + self.bracket(inner))


class _Rich(_Display):
    """HTML for labels: italic names, raised exponents, a bar over what a root covers."""

    def name(self, name: str) -> str:
        return f"<i>{name}</i>"

    def raised(self, text: str) -> str | None:
        return f"<sup>{text}</sup>"

    def call(self, name: str, args: tuple[Piece, ...]) -> Piece:
        inner = args[0].text
        if name == "exp":
            return Piece(f"e<sup>{inner}</sup>", POWER)
        if name in ("sqrt", "cbrt"):
            sign = "√" if name == "sqrt" else "∛"
            return Piece(f'{sign}<span style="text-decoration: overline">{inner}</span>')
        return super().call(name, args)


class _Latex(Style):
    r"""LaTeX in mathematical mode: \frac{…}{…}, \sqrt{…}, w^{2}."""

    dot, cross = r" \cdot ", r" \times "

    def beside(self, right: str) -> str | None:
        return " "

    def bracket(self, text: str) -> str:
        return rf"\left({text}\right)"

    def name(self, name: str) -> str:
        if len(name) == 1:
            return name
        return r"\mathrm{" + name.replace("_", r"\_") + "}"

    def number(self, value: float) -> Piece:
        text, precedence = multiple_of_pi(value, r"\pi", " ") or (plain_number(value), ATOM)
        top, _, bottom = text.partition("/")
        if bottom:
            return Piece(rf"\frac{{{top}}}{{{bottom}}}", POWER, factor=True)
        digits, _, exponent = text.partition("e") if text[0].isdigit() else (text, "", "")
        if exponent:
            return Piece(rf"{digits} \cdot 10^{{{exponent}}}", SIGN - 1, True, factor=True)
        return Piece(text, precedence, text[0].isdigit(), factor=True)

    def power(self, base: str, exponent: Piece, node: Node) -> Piece:
        return Piece(f"{base}^{{{exponent.text}}}", POWER)

    def fraction(self, top: Piece, bottom: Piece) -> Piece:
        return Piece(rf"\frac{{{top.text}}}{{{bottom.text}}}", POWER)

    def call(self, name: str, args: tuple[Piece, ...]) -> Piece:
        inner = ", ".join(arg.text for arg in args)
        if name == "abs":
            return Piece(rf"\left|{inner}\right|")
        if name == "exp":
            return Piece(f"e^{{{inner}}}", POWER)
        if name in ("sqrt", "cbrt"):
            return Piece(f"{FUNCTIONS[name].latex}{{{inner}}}")
        return Piece(FUNCTIONS[name].latex + self.bracket(inner))


def to_text(node: Node, symbols: Names = None, values: Names = None) -> str:
    """ASCII that `parse` reads back to the same tree: ``2*w + 3``.

    `symbols` maps names to what is shown for them; `values` to formatted
    numbers put in their place, with brackets around negative ones.
    """
    return Style(symbols, values).write(node)


def to_display(node: Node, symbols: Names = None, values: Names = None) -> str:
    """Unicode as in a textbook, on one line: ``2w + 3``; with values ``0 − 0.2 × (−17.5)``."""
    return _Display(symbols, values).write(node) if node.size <= MAX_SHOWN else "…"


def to_rich(node: Node, symbols: Names = None, values: Names = None) -> str:
    """HTML for a label. `symbols` and `values` are HTML and may carry colours."""
    return _Rich(symbols, values).write(node) if node.size <= MAX_SHOWN else "…"


def to_latex(node: Node, symbols: Names = None, values: Names = None) -> str:
    """LaTeX for mathematical mode."""
    return _Latex(symbols, values).write(node) if node.size <= MAX_SHOWN else r"\dots"
