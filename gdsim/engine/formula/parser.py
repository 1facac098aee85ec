"""Typed text to a tree, by operator precedence on explicit stacks.

No recursion, so no text can overflow the stack; nothing is ever evaluated as
code. Grammar, from loose to tight: ``+ −``, ``* /`` and implied products
(``2w``, ``w b``, ``3(w+1)``; as tight as ``*``, so ``1/2w`` is (1/2)·w), sign,
``^`` or ``**`` (right-associative, so −w^2 is −(w²)), raised digits,
``f(…)``, ``(…)``, ``|…|``.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NoReturn

from gdsim.engine.formula.build import number, power
from gdsim.engine.formula.names import example, known, unknown
from gdsim.engine.formula.table import CONSTANTS, FUNCTIONS, OPERATORS, call
from gdsim.engine.formula.tokens import Token, fail, tokenize
from gdsim.engine.formula.tree import Node, num, var
from gdsim.engine.text import N_

__all__ = ["MAX_DEPTH", "parse"]

MAX_DEPTH = 100
"""Brackets within brackets."""
MAX_WAITING = 120
"""Brackets and operators that wait for their right side, as all of w^w^w^… do."""

_BINARY = {"+": "add", "-": "sub", "*": "mul", "/": "div", "^": "pow"}


def parse(text: str, names: Collection[str] = ("w", "b")) -> Node:
    """The tree of a typed formula in the variables `names`.

    Numbers are folded while reading; what is not a finite real number is
    refused. Raises FormulaError, with the place and what was expected there.
    """
    return _parse(text, tuple(names) if isinstance(names, Sequence) else tuple(sorted(names)))


@lru_cache(maxsize=512)
def _parse(text: str, names: tuple[str, ...]) -> Node:
    return _Parser(text, names).run()


@dataclass(slots=True)
class _Open:
    """An operator, bracket, bar or function call still waiting for its right side."""

    kind: str  # an op of OPERATORS, or "(", "|", "call"
    token: Token
    name: str = ""
    args: list[Node] = field(default_factory=list)


class _Parser:
    """One run over the tokens; `operand` tells whether the last thing read was a value."""

    def __init__(self, text: str, names: tuple[str, ...]) -> None:
        self.tokens = tokenize(text)
        self.names = names
        self.place = 0
        self.values: list[Node] = []
        self.stack: list[_Open] = []
        self.depth = 0
        self.operand = False

    def run(self) -> Node:
        if self.tokens[0].kind == "end":
            fail(self.tokens[0], N_("the formula is empty"))
        while (token := self.tokens[self.place]).kind != "end":
            self.place += 1
            (self._after_value if self.operand else self._expecting_value)(token)
        if not self.operand:
            fail(token, N_("the formula ends where a value is expected"))
        self._reduce(0)
        if self.stack:
            self._unclosed(self.stack[-1])
        return self.values[0]

    # ---- a value is expected

    def _expecting_value(self, token: Token) -> None:
        kind = token.kind
        if kind == "num":
            self._push(_number(token))
        elif kind == "name":
            self._name(token)
        elif kind in "(|":
            self._open(_Open(kind, token))
        elif kind == "-":
            self._wait(_Open("neg", token))
        elif kind != "+":
            self._missing(token)

    def _push(self, node: Node) -> None:
        self.values.append(node)
        self.operand = True

    def _wait(self, opened: _Open) -> None:
        if len(self.stack) >= MAX_WAITING:
            fail(opened.token, N_("the formula is nested too deeply"))
        self.stack.append(opened)
        self.operand = False

    def _open(self, opened: _Open) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            fail(opened.token, N_("more than {limit} brackets within brackets"), limit=MAX_DEPTH)
        self._wait(opened)

    def _name(self, token: Token) -> None:
        name = known(token.text, self.names)
        if name in self.names:
            self._push(var(name))
        elif name in CONSTANTS:
            self._push(num(CONSTANTS[name]))
        elif name in FUNCTIONS:
            self._call(name, token)
        else:
            unknown(token, self.names, called=self.tokens[self.place].kind == "(")

    def _call(self, name: str, token: Token) -> None:
        following = self.tokens[self.place]
        if following.kind in ("^", "sup"):
            fail(token, N_("write the power behind the brackets: {name}(w)^2"), name=name)
        if following.kind != "(":
            fail(
                token,
                N_("{name} needs brackets: {name}({example})"),
                name=name,
                example=example(name, self.names),
            )
        self.place += 1
        self._open(_Open("call", token, name))

    def _missing(self, token: Token) -> NoReturn:
        before = self.stack[-1] if self.stack else None
        if token.kind == ")" and before is not None and before.kind in ("(", "call"):
            fail(token, N_("there is nothing between the brackets"))
        fail(token, N_("a value is expected here, not “{found}”"), found=token.text)

    # ---- a value has just been read

    def _after_value(self, token: Token) -> None:
        kind = token.kind
        if kind in _BINARY:
            self._operator(_BINARY[kind], token)
        elif kind == "sup":
            raised = power(self.values.pop(), num(float(token.text)))
            self._push(self._checked(raised, token))
        elif kind == ")":
            self._close(token)
        elif kind == ",":
            self._comma(token)
        elif kind == "|" and self._innermost() == "|":
            self._close_bar()
        else:
            self._implied(token)

    def _operator(self, op: str, token: Token) -> None:
        rule = OPERATORS[op]
        self._reduce(rule.precedence + rule.right)
        self._wait(_Open(op, token))

    def _implied(self, token: Token) -> None:
        """A value after a value is a product, unless the second is a number: “w 2”."""
        if token.kind == "num" and self.tokens[self.place - 2].kind in ("num", "sup"):
            fail(token, N_("an operator is missing between two numbers"))
        self._operator("mul", token)
        self._expecting_value(token)

    def _innermost(self) -> str:
        """Kind of the innermost open bracket, "" for none."""
        return next((o.kind for o in reversed(self.stack) if o.kind not in OPERATORS), "")

    def _reduce(self, precedence: int) -> None:
        """Apply the waiting operators that bind at least this tightly."""
        while self.stack and self.stack[-1].kind in OPERATORS:
            rule = OPERATORS[self.stack[-1].kind]
            if rule.precedence < precedence:
                return
            self._apply(self.stack.pop())

    def _apply(self, waiting: _Open) -> None:
        right = self.values.pop()
        build = OPERATORS[waiting.kind].build
        if waiting.kind == "neg":
            self.values.append(build(right))
            return
        left = self.values.pop()
        if waiting.kind == "div" and number(right) == 0.0:
            fail(waiting.token, N_("division by zero"))
        node = self._checked(build(left, right), waiting.token)
        base = number(left)
        if node.op == "pow" and base is not None and base <= 0.0:
            fail(waiting.token, N_("the base of a variable power must be positive"))
        self.values.append(node)

    def _checked(self, node: Node, token: Token) -> Node:
        """Refuse an operation on numbers that could not be folded to a number."""
        if node.args and all(arg.op == "num" for arg in node.args):
            fail(token, N_("this is not a finite real number"))
        return node

    # ---- brackets

    def _comma(self, token: Token) -> None:
        self._reduce(0)
        if not self.stack or self.stack[-1].kind != "call":
            fail(token, N_("unexpected comma; decimals are written 1.5"))
        self.stack[-1].args.append(self.values.pop())
        self.operand = False

    def _close(self, token: Token) -> None:
        self._reduce(0)
        if not self.stack:
            fail(token, N_("this bracket was never opened"))
        opened = self.stack.pop()
        if opened.kind == "|":
            self._unclosed(opened)
        self.depth -= 1
        if opened.kind == "call":
            self._finish_call(opened)

    def _close_bar(self) -> None:
        self._reduce(0)
        self.stack.pop()
        self.depth -= 1
        self._push(call("abs", self.values.pop()))

    def _finish_call(self, opened: _Open) -> None:
        args = [*opened.args, self.values.pop()]
        arity = FUNCTIONS[opened.name].arity
        if arity < 0 and len(args) < -arity:
            fail(
                opened.token,
                N_("{name} takes {count} values or more, got {found}"),
                name=opened.name,
                count=-arity,
                found=len(args),
            )
        if arity == 1 and len(args) != 1:
            fail(
                opened.token,
                N_("{name} takes 1 value, got {found}"),
                name=opened.name,
                found=len(args),
            )
        node = call(opened.name, *args[:2]) if arity < 0 else call(opened.name, args[0])
        self._checked(node, opened.token)
        for arg in args[2:]:
            node = call(opened.name, node, arg)
        self._push(node)

    def _unclosed(self, opened: _Open) -> NoReturn:
        if opened.kind == "|":
            fail(opened.token, N_("this bar “|” is never closed"))
        token = opened.token
        if opened.kind == "call":
            fail(token, N_("the bracket of {name} is never closed"), name=opened.name)
        fail(token, N_("this bracket is never closed"))


def _number(token: Token) -> Node:
    value = float(token.text)
    if value in (float("inf"), float("-inf")):
        fail(token, N_("this number is too large"))
    return num(value)
