"""From a tree to a line of signs: brackets, minus signs and products, in any style."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, cast

from gdsim.engine.formula.table import OPERATORS
from gdsim.engine.formula.tree import Node, fold

__all__ = ["ATOM", "POWER", "SIGN", "Piece", "Style", "multiple_of_pi", "plain_number"]

SUM, PRODUCT, SIGN, POWER = (OPERATORS[op].precedence for op in ("add", "mul", "neg", "pow"))
ATOM = POWER + 1


@dataclass(frozen=True, slots=True)
class Piece:
    """A printed subtree: how tightly it holds together, and what it begins with.

    `digit`: the text begins with a digit. `row`: a product that may follow a
    number without brackets. `factor`: a product or fraction whose first factor is
    a number or a difference, which would take up a minus sign written before it.
    """

    text: str
    precedence: int = ATOM
    digit: bool = False
    row: bool = False
    factor: bool = False


class Style:
    """How the parts of a formula are written; the methods give ASCII that `parse` reads.

    `symbols` gives the displayed form of a name. `values` puts a formatted
    number in its place; products are then written with `cross`, and negative
    numbers stand in brackets unless they come first.
    """

    plus: ClassVar[str] = " + "
    minus: ClassVar[str] = " - "
    sign: ClassVar[str] = "-"
    dot: ClassVar[str] = "*"
    cross: ClassVar[str] = "*"
    slash: ClassVar[str] = "/"

    def __init__(self, symbols: Mapping[str, str] | None, values: Mapping[str, str] | None) -> None:
        self.symbols = symbols or {}
        self.values = values or {}

    def write(self, root: Node) -> str:
        """The whole formula."""
        return fold(root, self._piece).text

    # ---- what a style may change

    def beside(self, right: str) -> str | None:
        """What stands between a number and what it multiplies; None for `dot`."""
        return None

    def bracket(self, text: str) -> str:
        """The text in brackets."""
        return f"({text})"

    def name(self, name: str) -> str:
        """A variable that has no symbol."""
        return name

    def number(self, value: float) -> Piece:
        """A number that is not negative."""
        text, precedence = multiple_of_pi(value, "pi", "*") or (plain_number(value), ATOM)
        return Piece(text, precedence, text[0].isdigit(), factor=True)

    def power(self, base: str, exponent: Piece, node: Node) -> Piece:
        """base^exponent; the base already has the brackets it needs."""
        negative_number = node.args[1].op == "num" and exponent.precedence == SIGN
        bare = exponent.precedence >= POWER or (negative_number and "pi" not in exponent.text)
        return Piece(f"{base}^{exponent.text if bare else self.bracket(exponent.text)}", POWER)

    def fraction(self, top: Piece, bottom: Piece) -> Piece:
        """top/bottom"""
        over, under = self._at_least(top, PRODUCT), self._after(bottom, PRODUCT + 1)
        return Piece(f"{over}{self.slash}{under}", PRODUCT, top.digit, factor=top.factor)

    def call(self, name: str, args: tuple[Piece, ...]) -> Piece:
        """name(args)"""
        return Piece(name + self.bracket(", ".join(arg.text for arg in args)))

    # ---- what all styles share

    def _piece(self, node: Node, args: tuple[Piece, ...]) -> Piece:
        if node.op == "num":
            return self._number(cast(float, node.value))
        if node.op == "var":
            return self._name(cast(str, node.value))
        if node.op == "neg":
            inner = args[0].text
            if args[0].precedence < PRODUCT or args[0].factor:
                inner = self.bracket(inner)
            return Piece(self.sign + inner, SIGN)
        if node.op in ("add", "sub"):
            between = self.plus if node.op == "add" else self.minus
            left, right = self._at_least(args[0], SUM), self._after(args[1], SUM + 1)
            return Piece(left + between + right, SUM, args[0].digit, factor=node.op == "sub")
        if node.op == "mul":
            return self._product(node, *args)
        if node.op == "div":
            return self.fraction(*args)
        if node.op == "pow":
            base = self._at_least(args[0], ATOM)
            written = self.power(base, args[1], node)
            return Piece(written.text, written.precedence, args[0].digit)
        return self.call(node.op, args)

    def _number(self, value: float) -> Piece:
        piece = self.number(abs(value))
        if value >= 0.0:
            return piece
        return Piece(self.sign + piece.text, SIGN, factor=True)

    def _name(self, name: str) -> Piece:
        value = self.values.get(name)
        if value is None:
            return Piece(self.symbols[name] if name in self.symbols else self.name(name))
        seen = re.sub(r"<[^>]*>", "", value).lstrip("{ ")
        if seen.startswith(("-", "−")):
            return Piece(value, SIGN)
        return Piece(value, PRODUCT if re.search("[·×*]", seen) else ATOM, True)

    def _product(self, node: Node, x: Piece, y: Piece) -> Piece:
        first = node.args[0].op
        row = first not in ("mul", "div", "num") or (first == "mul" and x.row)
        right = y.text if first == "num" and y.row else self._after(y, PRODUCT + 1)
        between = self.cross if self.values else self.dot
        if first == "num" and not (y.digit or "/" in x.text or self.values):
            beside = self.beside(right)
            between = between if beside is None else beside
        text = self._at_least(x, PRODUCT) + between + right
        return Piece(text, PRODUCT, x.digit, row, x.factor)

    def _at_least(self, piece: Piece, precedence: int) -> str:
        return piece.text if piece.precedence >= precedence else self.bracket(piece.text)

    def _after(self, piece: Piece, precedence: int) -> str:
        """Like _at_least; a minus that does not come first gets brackets."""
        if piece.precedence == SIGN:
            return self.bracket(piece.text)
        return self._at_least(piece, precedence)


def plain_number(value: float) -> str:
    """Shortest digits that read back to the same float: 3, 0.5, 1e-10."""
    if value.is_integer() and abs(value) < 1e16:
        return str(int(value))
    return repr(value).replace("e+", "e")


def multiple_of_pi(value: float, pi: str, times: str) -> tuple[str, int] | None:
    """(k·π/m, precedence) if the float is exactly that for small k and m, else None."""
    if value == math.e:
        return "e", ATOM
    if value > 1000.0 * math.pi:
        return None
    for under in (1.0, 2.0, 4.0):
        k = float(round(value * under / math.pi))
        if 1.0 <= k <= 999.0 and k * math.pi / under == value:
            text = pi if k == 1.0 else f"{k:.0f}{times}{pi}"
            if under > 1.0:
                text += f"/{under:.0f}"
            return text, ATOM if k == under == 1.0 else PRODUCT
    return None
