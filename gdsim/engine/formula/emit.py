"""From trees to the text of a Python function, and to the function itself.

The text is made from the tree alone: our own identifiers, operators and
`repr` of floats. Nothing that a person typed gets into it.
"""

from __future__ import annotations

import keyword
import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, cast

import numpy as np

from gdsim.engine.formula.build import ONE, number
from gdsim.engine.formula.table import FUNCTIONS
from gdsim.engine.formula.tree import Node, num, postorder, variables

__all__ = ["ARRAY", "SCALAR", "compile_function", "emit"]


SCALAR: dict[str, object] = {
    **{f"_{name}": f.scalar for name, f in FUNCTIONS.items() if f.scalar is not None},
    "_pow": math.pow,
}
"""Names used by emitted code, for plain floats. May raise ValueError, OverflowError or
ZeroDivisionError where the value is not finite; the caller then redoes it with ARRAY."""

ARRAY: dict[str, object] = {
    **{f"_{name}": f.array for name, f in FUNCTIONS.items() if f.array is not None},
    "_pow": np.power,
}
"""The same names for float64 scalars, arrays of any shape, and complex arrays. NaN and
infinity follow IEEE 754; run under np.errstate. Python floats as arguments are not enough:
they would raise at a division by zero."""

_SIGNS = {"add": ("+", 1), "sub": ("-", 1), "mul": ("*", 2), "div": ("/", 2)}
_HIGHEST_PRODUCT = 8.0
_DEEPEST = 12
_IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")


def emit(
    outputs: Mapping[str, Node], rename: Mapping[str, str] | None = None, prefix: str = "t"
) -> list[str]:
    """Python statements that compute `outputs`, to be pasted into a function body.

    Each subtree used more than once is assigned once, to `prefix`0, `prefix`1, …;
    then one ``name = expression`` per output. Variables appear as
    `rename.get(name, name)`. Whole powers up to ±8 are products. The outputs
    are assigned in order, so none may bear the name of a variable that a later
    one needs. Raises ValueError for a name that is no plain identifier.
    """
    lowered = {name: _lower(node) for name, node in outputs.items()}
    writer = _Writer(rename or {}, prefix, _use_counts(lowered.values()))
    for node in postorder(*lowered.values()):
        writer.visit(node)
    for name, node in lowered.items():
        writer.lines.append(f"{_checked(name)} = {writer.expression(node)[0]}")
    return writer.lines


def _checked(name: str) -> str:
    if not _IDENTIFIER.match(name) or keyword.iskeyword(name):
        raise ValueError(f"not an identifier: {name!r}")
    return name


def _use_counts(roots: Iterable[Node]) -> dict[Node, int]:
    """How many times the text of each node is needed."""
    roots = list(roots)
    uses = dict.fromkeys(postorder(*roots), 0)
    for node in list(uses):
        for arg in node.args:
            uses[arg] += 1
    for root in roots:
        uses[root] += 1
    return uses


def _lower(root: Node) -> Node:
    """The tree with whole powers as products and half powers as roots."""
    done: dict[Node, Node] = {}
    for node in postorder(root):
        args = tuple(done[arg] for arg in node.args)
        exponent = number(args[1]) if node.op == "pow" else None
        if exponent is not None:
            done[node] = _lower_power(args[0], exponent)
        elif node.op == "div" and _large_square(node.args[1]):
            base = done[node.args[1].args[0]]
            done[node] = Node("div", (Node("div", (args[0], base)), base))
        else:
            done[node] = Node(node.op, args, node.value) if args else node
    return done[root]


def _large_square(node: Node) -> bool:
    """Whether this is the square of something like 1 + e^−w, which may overflow when squared."""
    return (
        node.op == "pow"
        and number(node.args[1]) == 2.0
        and any(part.op in FUNCTIONS for part in postorder(node.args[0]))
    )


def _lower_power(x: Node, exponent: float) -> Node:
    if exponent < 0.0 and (exponent == -0.5 or _whole(exponent)):
        return Node("div", (ONE, _lower_power(x, -exponent)))
    if exponent == 0.5:
        return Node("sqrt", (x,))
    if not _whole(exponent):
        return Node("pow", (x, num(exponent)))
    if exponent == 1.0:
        return x
    half = _lower_power(x, exponent // 2.0)
    square = Node("mul", (half, half))
    return Node("mul", (square, x)) if exponent % 2.0 else square


def _whole(exponent: float) -> bool:
    return exponent.is_integer() and 1.0 <= abs(exponent) <= _HIGHEST_PRODUCT


class _Writer:
    """Text of each node: (expression, precedence, depth)."""

    def __init__(self, rename: Mapping[str, str], prefix: str, uses: dict[Node, int]) -> None:
        self.rename, self.prefix, self.uses = rename, _checked(prefix), uses
        self.lines: list[str] = []
        self.done: dict[Node, tuple[str, int, int]] = {}
        self.temporaries = 0

    def visit(self, node: Node) -> None:
        text, precedence, depth = self._text(node)
        if node.args and (self.uses[node] > 1 or depth > _DEEPEST):
            name = f"{self.prefix}{self.temporaries}"
            self.temporaries += 1
            self.lines.append(f"{name} = {text}")
            text, precedence, depth = name, 9, 0
        self.done[node] = text, precedence, depth

    def expression(self, node: Node) -> tuple[str, int, int]:
        return self.done[node]

    def _text(self, node: Node) -> tuple[str, int, int]:
        if node.op == "num":
            value = cast(float, node.value)
            return repr(value), 3 if value < 0.0 else 9, 0
        if node.op == "var":
            name = cast(str, node.value)
            return _checked(self.rename.get(name, name)), 9, 0
        depth = 1 + max(self.done[arg][2] for arg in node.args)
        if node.op == "neg":
            return "-" + self._inside(node.args[0], 3), 3, depth
        if node.op in _SIGNS:
            sign, precedence = _SIGNS[node.op]
            left = self._inside(node.args[0], precedence)
            right = self._inside(node.args[1], precedence + 1)
            return f"{left} {sign} {right}", precedence, depth
        inner = ", ".join(self.done[arg][0] for arg in node.args)
        return f"_{node.op}({inner})", 9, depth

    def _inside(self, node: Node, precedence: int) -> str:
        text, own, _ = self.done[node]
        return text if own >= precedence else f"({text})"


def compile_function(
    args: Sequence[str], outputs: Sequence[Node], namespace: Mapping[str, object]
) -> Callable[..., Any]:
    """A function of `args` (positional) that returns the values of `outputs`.

    One output gives its value, several a tuple. `namespace` is SCALAR or ARRAY.
    With ARRAY the arguments are float64 (or complex128) of any one shape; an
    output that depends on no argument is a plain float, for the caller to
    broadcast. Equal calls return the same function.
    """
    if namespace is not SCALAR and namespace is not ARRAY:
        raise ValueError("namespace must be SCALAR or ARRAY")
    return _compiled(tuple(args), tuple(outputs), namespace is ARRAY)


@lru_cache(maxsize=512)
def _compiled(args: tuple[str, ...], outputs: tuple[Node, ...], array: bool) -> Callable[..., Any]:
    unknown = set(variables(*outputs)) - set(args)
    if unknown:
        raise ValueError(f"variables that are no arguments: {sorted(unknown)}")
    rename = {name: f"v{index}" for index, name in enumerate(args)}
    results = [f"r{index}" for index in range(len(outputs))]
    body = emit(dict(zip(results, outputs, strict=True)), rename)
    lines = [f"def formula({', '.join(rename.values())}):", *body, "return " + ", ".join(results)]
    space: dict[str, Any] = dict(ARRAY if array else SCALAR)
    exec(compile("\n ".join(lines), "<formula>", "exec"), space)  # noqa: S102 - our own text
    return cast(Callable[..., Any], space["formula"])
