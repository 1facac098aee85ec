"""Formulas: read, differentiate, print, compile.

A formula is a closed tree (`Node`). Text becomes a tree by `parse`, never by
evaluating anything; the tree is differentiated exactly, shown as text, rich
text or LaTeX, and compiled once for plain floats and once for arrays.
"""

from gdsim.engine.formula.derivative import derivative
from gdsim.engine.formula.emit import ARRAY, SCALAR, compile_function, emit
from gdsim.engine.formula.parser import parse
from gdsim.engine.formula.show import to_display, to_latex, to_rich, to_text
from gdsim.engine.formula.tree import Node, num, postorder, var, variables

__all__ = [
    "ARRAY",
    "SCALAR",
    "Node",
    "compile_function",
    "derivative",
    "emit",
    "num",
    "parse",
    "postorder",
    "to_display",
    "to_latex",
    "to_rich",
    "to_text",
    "var",
    "variables",
]
