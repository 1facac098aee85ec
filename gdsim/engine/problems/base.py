"""What a descent descends on: a loss J(θ) with exact first and second derivatives."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from gdsim.engine.formula import ARRAY, SCALAR, Node, compile_function, derivative, emit

Array = NDArray[np.float64]
Indices = NDArray[np.intp]
Box = tuple[tuple[float, float], ...]

#: A known minimum: its place and the loss there.
Minimum = tuple[tuple[float, ...], float]


@dataclass(frozen=True)
class Form:
    """What the step loop is generated from; equal forms share one compiled loop.

    ``constants`` and ``per_step`` name the coefficients that hold for all steps and those that
    change with the batch of each step.
    """

    names: tuple[str, ...]
    constants: tuple[str, ...] = ()
    per_step: tuple[str, ...] = ()

    #: About how many looks at a data row a step takes as long as (dimensionless).
    effort: ClassVar[int] = 256

    def lines(self, wanted: Sequence[str], prefix: str) -> list[str]:
        """Python statements that set each of ``wanted`` from θ and the coefficients.

        ``loss`` is J, ``g<i>`` its partial derivative by coordinate i, ``h<i>_<j>`` the second one
        by i and j. ``prefix`` begins the names of temporary variables.
        """
        raise NotImplementedError


@dataclass(frozen=True)
class FormulaForm(Form):
    """A loss that is one formula of the parameters and coefficients."""

    tree: Node = field(kw_only=True)

    def lines(self, wanted: Sequence[str], prefix: str) -> list[str]:
        return emit({name: self.tree_of(name) for name in wanted}, prefix=prefix)

    def tree_of(self, name: str) -> Node:
        """The formula of ``loss``, ``g<i>`` or ``h<i>_<j>``."""
        if name == "loss":
            return self.tree
        if name[0] == "g":
            return gradient_trees(self.tree, self.names)[int(name[1:])]
        i, j = (int(part) for part in name[1:].split("_"))
        return hessian_trees(self.tree, self.names)[i * len(self.names) + j]


@dataclass(frozen=True, eq=False)
class Objective:
    """What the steps of one run minimise: a form and the values of its coefficients.

    ``constants`` are numbers (or functions, if the form calls them) in the order that the form
    names them, ``per_step`` arrays of shape (steps,) likewise.
    """

    form: Form
    constants: tuple[float | Callable[..., object], ...] = ()
    per_step: tuple[Array, ...] = ()


class Problem(ABC):
    """A loss over d parameters. θ has shape (..., d): one point, many runs or a grid alike."""

    #: ASCII id of the file format.
    id: str
    #: Names of the parameters, as shown: ``("w",)`` or ``("w", "b")``.
    names: tuple[str, ...]
    #: Range of each parameter that a picture should show.
    box: Box
    #: Number of data rows; 0 where there are no data.
    rows: int = 0
    #: Whether J is quadratic, so that its Hessian is the same everywhere.
    quadratic: bool = False
    #: Known minima, in the order of their loss.
    minima: tuple[Minimum, ...] = ()

    @property
    def dimension(self) -> int:
        """Number of parameters d."""
        return len(self.names)

    @property
    def visited(self) -> int:
        """Data rows that are looked at each time J is asked for."""
        return 0

    @abstractmethod
    def value(self, theta: Array) -> Array:
        """J(θ); θ of shape (..., d) gives shape (...)."""

    @abstractmethod
    def gradient(self, theta: Array) -> Array:
        """∇J(θ); θ of shape (..., d) gives shape (..., d)."""

    @abstractmethod
    def hessian(self, theta: Array) -> Array:
        """Second derivatives; θ of shape (..., d) gives shape (..., d, d)."""

    @abstractmethod
    def objective(self, batch: Indices | None, steps: int, whole: bool | None = None) -> Objective:
        """What each of ``steps`` steps minimises: all rows, or the rows ``batch[k]`` in step k.

        ``whole``: whether each batch of the run is full, where these are only some of its steps.
        """

    def subset(self, rows: Indices | None) -> Problem:
        """The same problem on only these data rows; itself for ``None``."""
        return self


def is_whole(batch: Indices | None, known: bool | None) -> bool:
    """Whether all batches are full, if it is not ``known``."""
    return batch is None or (bool((batch >= 0).all()) if known is None else known)


@lru_cache(maxsize=256)
def gradient_trees(tree: Node, names: tuple[str, ...]) -> tuple[Node, ...]:
    """∂/∂name of ``tree`` for each name."""
    return tuple(derivative(tree, name) for name in names)


@lru_cache(maxsize=256)
def hessian_trees(tree: Node, names: tuple[str, ...]) -> tuple[Node, ...]:
    """Second derivatives of ``tree``, row by row, d² trees."""
    return tuple(derivative(first, name) for first in gradient_trees(tree, names) for name in names)


class ExpressionProblem(Problem):
    """A loss given by one formula of the parameters and of named coefficients.

    The formula is the only truth: derivatives are derived from it symbolically, and the same tree
    is compiled for arrays (grids, whole paths) and for the plain floats of the step loop.
    """

    def __init__(
        self,
        id: str,
        names: tuple[str, ...],
        tree: Node,
        coefficients: Mapping[str, float] | None = None,
        *,
        box: Box,
        minima: tuple[Minimum, ...] = (),
        quadratic: bool = False,
    ) -> None:
        self.id = id
        self.names = names
        self.tree = tree
        self.coefficients = dict(coefficients or {})
        self.box = box
        self.minima = minima
        self.quadratic = quadratic

    @cached_property
    def _arguments(self) -> tuple[str, ...]:
        return (*self.names, *self.coefficients)

    def _evaluate(self, trees: tuple[Node, ...], theta: Array) -> list[Array]:
        theta = np.asarray(theta)
        function = compile_function(self._arguments, trees, ARRAY)
        parts = [theta[..., i] for i in range(self.dimension)]
        with np.errstate(all="ignore"):
            results = function(*parts, *self.coefficients.values())
        if len(trees) == 1:
            results = (results,)
        return [np.broadcast_to(r, theta.shape[:-1]) for r in results]

    def value(self, theta: Array) -> Array:
        return self._evaluate((self.tree,), theta)[0].copy()

    def gradient(self, theta: Array) -> Array:
        return np.stack(self._evaluate(gradient_trees(self.tree, self.names), theta), axis=-1)

    def hessian(self, theta: Array) -> Array:
        flat = np.stack(self._evaluate(hessian_trees(self.tree, self.names), theta), axis=-1)
        return flat.reshape(*flat.shape[:-1], self.dimension, self.dimension)

    def scalar_functions(self) -> tuple[Callable[..., float], Callable[..., object]]:
        """J and ∇J as functions of d plain floats (which may raise where arrays give inf)."""
        trees = gradient_trees(self.tree, self.names)
        value = compile_function(self._arguments, (self.tree,), SCALAR)
        gradient = compile_function(self._arguments, trees, SCALAR)
        rest = tuple(self.coefficients.values())
        return (lambda *theta: value(*theta, *rest)), (lambda *theta: gradient(*theta, *rest))

    def objective(self, batch: Indices | None, steps: int, whole: bool | None = None) -> Objective:
        form = FormulaForm(self.names, tuple(self.coefficients), tree=self.tree)
        return Objective(form, tuple(self.coefficients.values()))
