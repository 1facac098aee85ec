"""The engine as a library: NumPy only, no window needed.

The names are imported at once, not on first use, because some functions are called as the module
that they live in (`simulate`, `stability`); a late import would leave the module in their place.
"""

from gdsim.engine.comparison import StepGap, distance, step_gap
from gdsim.engine.data import Table, read_csv
from gdsim.engine.datasets import DATASETS, DatasetKind, generate
from gdsim.engine.errors import FormulaError, GdsimError, ScenarioError
from gdsim.engine.lane import Lane
from gdsim.engine.optimizers import OPTIMIZERS, Optimizer, OptimizerKind, make_optimizer
from gdsim.engine.params import ParamSpec
from gdsim.engine.problems import (
    PROBLEMS,
    ExpressionProblem,
    LinearRegression,
    LogisticRegression,
    Problem,
    ProblemKind,
    SigmoidNeuron,
)
from gdsim.engine.problems.typed import make_formula
from gdsim.engine.run import Ending, Outcome, Run
from gdsim.engine.schedules import Constant
from gdsim.engine.simulate import check_lane, simulate
from gdsim.engine.stability import Stability, stability
from gdsim.engine.stopping import Stop
from gdsim.engine.variants import Variant

__all__ = [
    "DATASETS",
    "OPTIMIZERS",
    "PROBLEMS",
    "Constant",
    "DatasetKind",
    "Ending",
    "ExpressionProblem",
    "FormulaError",
    "GdsimError",
    "Lane",
    "LinearRegression",
    "LogisticRegression",
    "Optimizer",
    "OptimizerKind",
    "Outcome",
    "ParamSpec",
    "Problem",
    "ProblemKind",
    "Run",
    "ScenarioError",
    "SigmoidNeuron",
    "Stability",
    "StepGap",
    "Stop",
    "Table",
    "Variant",
    "check_lane",
    "distance",
    "generate",
    "make_formula",
    "make_optimizer",
    "read_csv",
    "simulate",
    "stability",
    "step_gap",
]
