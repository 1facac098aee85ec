"""How the arithmetic is written down: as plain text on one line, or as LaTeX."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Mapping

from gdsim.engine.formula import Node, to_display, to_latex

#: Significant digits, as on the screen.
DIGITS = 6

_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_GREEK = {
    "α": r"\alpha", "β": r"\beta", "γ": r"\gamma", "δ": r"\delta", "Δ": r"\Delta ",
    "ε": r"\varepsilon", "η": r"\eta", "θ": r"\theta", "λ": r"\lambda", "μ": r"\mu",
    "ν": r"\nu", "ρ": r"\rho", "σ": r"\sigma", "τ": r"\tau", "ψ": r"\psi", "∏": r"\prod ",
    "∂": r"\partial ", "ₜ": "t", "₊": "+",
}  # fmt: skip
_HATS = {"\u0302": "hat", "\u0304": "bar", "\u0303": "tilde", "\u0307": "dot"}
_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#",
    "^": r"\^{}", "_": r"\_", "~": r"\~{}", "%": r"\%", "<": r"\textless{}", ">": r"\textgreater{}",
    "·": r"$\cdot$", "−": "$-$", "×": r"$\times$", "’": "'", "“": "``", "”": "''", "—": "---",
}  # fmt: skip


class Text:
    """Unicode on one line, as the window copies it."""

    approximately, times, dot, rate_squared = "≈", " × ", "·", "α²"

    def number(self, value: float, *, factor: bool = False) -> str:
        """``value`` with six digits; as a ``factor`` in brackets where it is negative."""
        if math.isnan(value):
            return "NaN"
        if math.isinf(value):
            return "∞" if value > 0 else "−∞"
        digits, _, exponent = _rounded(value).partition("e")
        if exponent:
            digits += "×10" + str(int(exponent)).translate(_RAISED)
        digits = digits.replace("-", "−")
        return f"({digits})" if factor and digits[0] == "−" else digits

    def formula(
        self,
        tree: Node,
        symbols: Mapping[str, str] | None = None,
        values: Mapping[str, str] | None = None,
    ) -> str:
        """A tree with names, or with numbers in their place."""
        return to_display(tree, symbols=symbols, values=values)

    def symbol(self, written: str) -> str:
        """A name as the screen writes it."""
        return written

    def below(self, name: str, index: str) -> str:
        """``name`` with an index."""
        return f"{name}_{index}"


class Latex(Text):
    """LaTeX for mathematical mode; needs amsmath and nothing else."""

    approximately, times, dot = r"\approx", r" \times ", r" \cdot "
    rate_squared = r"\alpha^{2}"

    def number(self, value: float, *, factor: bool = False) -> str:
        if math.isnan(value):
            return r"\mathrm{NaN}"
        if math.isinf(value):
            return r"\infty" if value > 0 else r"-\infty"
        digits, _, exponent = _rounded(value).partition("e")
        if exponent:
            digits = rf"{digits} \times 10^{{{int(exponent)}}}"
        return rf"\left({digits}\right)" if factor and digits[0] == "-" else digits

    def formula(
        self,
        tree: Node,
        symbols: Mapping[str, str] | None = None,
        values: Mapping[str, str] | None = None,
    ) -> str:
        # A power of ten in braces of its own may itself be raised to a power.
        held = {name: _held(value) for name, value in values.items()} if values else None
        return to_latex(tree, symbols=symbols, values=held)

    def symbol(self, written: str) -> str:
        top, slash, bottom = written.partition("/")
        if slash:
            return rf"\frac{{{self.symbol(top)}}}{{{self.symbol(bottom)}}}"
        return latex_symbol(written)

    def below(self, name: str, index: str) -> str:
        return f"{name}_{{{index}}}"


def _held(value: str) -> str:
    if r"\times" not in value:
        return value
    return rf"\left({value}\right)"


def _rounded(value: float) -> str:
    text = f"{value:.{DIGITS}g}"
    return "0" if float(text) == 0 else text


def latex_symbol(written: str) -> str:
    r"""A symbol of the screen in LaTeX: β₁ is ``\beta_{1}``, m̂ is ``\hat{m}``."""
    made, index = "", ""
    for sign in unicodedata.normalize("NFD", written):
        plain = unicodedata.normalize("NFKC", sign)
        if sign in _HATS:
            made = made[:-1] + rf"\{_HATS[sign]}{{{made[-1]}}}"
        elif sign != plain and unicodedata.decomposition(sign).startswith("<sub>"):
            index += plain
        else:
            made += _GREEK.get(sign, sign)
    return made.strip() + (f"_{{{index}}}" if index else "")


def latex_text(text: str) -> str:
    """``text`` for LaTeX outside mathematical mode, with nothing in it that LaTeX acts upon."""
    made = ""
    for sign in text:
        if sign in _GREEK:
            made += f"${_GREEK[sign].strip()}$"
        else:
            made += _SPECIAL.get(sign, sign if sign.isprintable() else " ")
    return made
