"""What a typed formula says back: itself as it was understood, and its derivatives."""

from __future__ import annotations

from gdsim.engine.errors import FormulaError
from gdsim.engine.formula import Node, to_rich
from gdsim.engine.problems.base import gradient_trees
from gdsim.engine.problems.typed import NAMES, parse_loss
from gdsim.ui.i18n import tr

#: Parts above which a derivative is not written out: nobody could read it.
MOST_NODES = 120


def dimension(text: str) -> int:
    """How many parameters a typed formula has; raises `FormulaError` if it cannot be read."""
    try:
        parse_loss(text, 1)
    except FormulaError:
        parse_loss(text, 2)
        return 2
    return 1


def feedback(text: str) -> str:
    """The formula and its derivatives as rich text, a line each; raises `FormulaError`."""
    count = dimension(text)
    names = NAMES[:count]
    tree = parse_loss(text, count)
    lines = [f"J({', '.join(names)}) = {_written(tree)}"]
    for name, part in zip(names, gradient_trees(tree, names), strict=True):
        left = f"J′({name})" if count == 1 else f"∂J/∂{name}"
        lines.append(f"{left} = {_written(part)}")
    return "<br>".join(lines)


def _written(tree: Node) -> str:
    return to_rich(tree) if tree.size <= MOST_NODES else tr("(too long to be shown)")
