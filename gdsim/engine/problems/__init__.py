"""The problems, in the order in which they are offered. Adding one is one entry here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from gdsim.engine.params import ParamSpec
from gdsim.engine.problems import logistic, neuron
from gdsim.engine.problems.base import Array, Box, ExpressionProblem, Minimum, Problem
from gdsim.engine.problems.landscapes import LANDSCAPES, Landscape
from gdsim.engine.problems.logistic import LogisticRegression
from gdsim.engine.problems.neuron import SigmoidNeuron
from gdsim.engine.problems.regression import LinearRegression
from gdsim.engine.problems.scaling import STANDARDISE
from gdsim.engine.problems.typed import make_formula
from gdsim.engine.text import N_

Family = Literal["landscape", "model", "formula"]


@dataclass(frozen=True, eq=False)
class ProblemKind:
    """A problem as the catalogue lists it, with what a person meets when switching to it.

    ``make`` builds it: a landscape from its ``params`` by name, a model from ``x``, ``y`` (arrays
    of shape (m,)), ``loss`` and its ``params``, a formula from ``text`` and ``box``. ``names`` are
    the parameters (of a formula: at most). ``start`` and ``learning_rate`` are where gradient
    descent does what ``teaches`` says. ``losses`` are a model's (id, label) pairs, ``dataset`` is
    the id of the data it begins with. ``formula`` and ``box`` are a landscape's own, or what
    typing begins with. ``source`` is where the function comes from.
    """

    id: str
    title: str
    family: Family
    names: tuple[str, ...]
    start: tuple[float, ...]
    make: Callable[..., Problem]
    learning_rate: float = 0.1
    teaches: str = ""
    params: tuple[ParamSpec, ...] = ()
    losses: tuple[tuple[str, str], ...] = ()
    dataset: str = ""
    formula: str = ""
    box: Box = ()
    source: str = ""


def _of_landscape(entry: Landscape) -> ProblemKind:
    return ProblemKind(
        entry.id,
        entry.title,
        "landscape",
        entry.names,
        entry.start,
        entry.make,
        learning_rate=entry.learning_rate,
        teaches=entry.teaches,
        params=entry.params,
        formula=entry.formula,
        box=entry.box,
        source=entry.source,
    )


LINEAR_REGRESSION = ProblemKind(
    "linear-regression",
    N_("Linear regression"),
    "model",
    names=("w", "b"),
    start=(0.0, 0.0),
    make=LinearRegression,
    learning_rate=0.05,
    teaches=N_("Fits a line to points; slope and intercept are coupled."),
    losses=(
        ("half-mse", N_("Half the MSE")),
        ("mse", N_("MSE")),
    ),
    params=(STANDARDISE,),
    dataset="four-points",
)

LOGISTIC_REGRESSION = ProblemKind(
    "logistic-regression",
    N_("Logistic regression"),
    "model",
    names=("w", "b"),
    start=(0.0, 0.0),
    make=LogisticRegression,
    learning_rate=0.5,
    teaches=N_("Parts two classes; the loss is convex, so every start ends in the same place."),
    losses=logistic.LOSSES,
    params=(STANDARDISE,),
    dataset="two-clusters",
)

SIGMOID_NEURON = ProblemKind(
    "sigmoid-neuron",
    N_("Sigmoid neuron"),
    "model",
    names=("w", "b"),
    start=(-1.0, 0.0),
    make=SigmoidNeuron,
    learning_rate=1.0,
    teaches=N_("Squared loss on a neuron is flat where the neuron saturates: it learns slowly."),
    losses=neuron.LOSSES,
    params=(STANDARDISE,),
    dataset="two-clusters",
)

FORMULA = ProblemKind(
    "formula",
    N_("Your own formula"),
    "formula",
    names=("w", "b"),
    start=(10.0,),
    make=make_formula,
    teaches=N_("Any function of w, or of w and b, differentiated exactly."),
    formula="w^2 + 3*w - 5",
    box=((-13.5, 10.5),),
)

PROBLEMS: tuple[ProblemKind, ...] = (
    LINEAR_REGRESSION,
    LOGISTIC_REGRESSION,
    SIGMOID_NEURON,
    *map(_of_landscape, LANDSCAPES),
    FORMULA,
)

BY_ID = {kind.id: kind for kind in PROBLEMS}

__all__ = [
    "BY_ID",
    "PROBLEMS",
    "Array",
    "Box",
    "ExpressionProblem",
    "LinearRegression",
    "LogisticRegression",
    "Minimum",
    "Problem",
    "ProblemKind",
    "SigmoidNeuron",
]
