"""The tree of a formula: immutable, shared, compared in no time.

Equal trees are the same object (nodes are interned), so that `==` and `hash`
cost nothing however large the formula, and a subtree that occurs twice is
found twice at the same place. Trees are walked with `postorder`, never by
recursion: a long sum is a deep tree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar, cast, final
from weakref import WeakValueDictionary

__all__ = ["Node", "fold", "num", "postorder", "var", "variables"]

T = TypeVar("T")

_interned: WeakValueDictionary[tuple[object, ...], Node] = WeakValueDictionary()


@final
class Node:
    """One operation of a formula.

    `op` is "num" (`value` its float), "var" (`value` its name), or the name
    of an operator or function of the table, applied to `args`. `size` is the
    number of nodes written out as text, shared ones counted each time.
    """

    __slots__ = ("__weakref__", "args", "op", "size", "value")

    op: str
    args: tuple[Node, ...]
    value: float | str | None
    size: int

    def __new__(
        cls, op: str, args: tuple[Node, ...] = (), value: float | str | None = None
    ) -> Node:
        key = (op, args, value)
        node = _interned.get(key)
        if node is None:
            node = super().__new__(cls)
            set_ = object.__setattr__
            set_(node, "op", op)
            set_(node, "args", args)
            set_(node, "value", value)
            set_(node, "size", 1 + sum(arg.size for arg in args))
            node = _interned.setdefault(key, node)
        return node

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a formula cannot be changed")

    def __reduce__(self) -> tuple[object, ...]:
        return Node, (self.op, self.args, self.value)

    def __repr__(self) -> str:
        if not self.args:
            return f"Node({self.op!r}, value={self.value!r})"
        return f"Node({self.op!r}, <{len(self.args)} args>, size={self.size})"


def num(value: float) -> Node:
    """The number `value`, which must be finite; −0.0 becomes 0.0."""
    return Node("num", (), float(value) + 0.0)


def var(name: str) -> Node:
    """The variable called `name`."""
    return Node("var", (), name)


def postorder(*roots: Node) -> Iterator[Node]:
    """Each distinct node under `roots` once, arguments before what uses them."""
    seen: set[Node] = set()
    stack = [(root, False) for root in reversed(roots)]
    while stack:
        node, ready = stack.pop()
        if node in seen:
            continue
        if ready or not node.args:
            seen.add(node)
            yield node
        else:
            stack.append((node, True))
            stack.extend((arg, False) for arg in reversed(node.args))


def fold(root: Node, combine: Callable[[Node, tuple[T, ...]], T]) -> T:
    """Compute bottom-up: `combine(node, results of its args)` once per distinct node."""
    done: dict[Node, T] = {}
    for node in postorder(root):
        done[node] = combine(node, tuple(done[arg] for arg in node.args))
    return done[root]


def variables(*roots: Node) -> tuple[str, ...]:
    """Names of the variables under `roots`, in order of first appearance."""
    return tuple(cast(str, node.value) for node in postorder(*roots) if node.op == "var")
