"""What may stand in a scenario beside what the engine's catalogue declares: ranges and limits."""

from __future__ import annotations

from gdsim.engine.data import MAX_NUMBER
from gdsim.engine.datasets import SEED
from gdsim.engine.formula.tokens import MAX_LENGTH
from gdsim.engine.params import ParamSpec
from gdsim.engine.text import N_

#: Bytes of a scenario file, levels of nesting in it, lanes of a comparison.
MAX_BYTES = 5_000_000
MAX_DEPTH = 32
MAX_LANES = 20
#: Characters of a title or a lane's name, of a typed formula, and of a path or column name.
MAX_TITLE = 200
MAX_FORMULA = MAX_LENGTH
MAX_NAME = 1000
#: Pieces that edits may cut the learning rates of all lanes into: more would take long to save.
MAX_PIECES = 50_000
#: Rows that the steps of one run may draw in all: each is recorded.
MAX_DRAWS = 5_000_000
#: Rows times steps times lanes of a model that has to look at every row (about a second of work).
MAX_ROW_VISITS = 20_000_000

START = ParamSpec(
    "start", N_("Start point"), 0.0, low=-1e9, high=1e9,
    help=N_("Where every lane begins."),
)  # fmt: skip
DATUM = ParamSpec("value", N_("Value"), 0.0, low=-MAX_NUMBER, high=MAX_NUMBER)
COORDINATE = ParamSpec("coordinate", N_("Coordinate"), 0, low=0, high=1, scale="int")

REPLACEMENT = ParamSpec(
    "replacement", N_("With replacement"), False, scale="bool",
    help=N_("Draw each row anew from all of them, instead of shuffling once per epoch."),
)  # fmt: skip
BATCH_SIZE = ParamSpec(
    "batch_size", N_("Batch size"), 2, low=1, high=1_000_000, scale="int",
    help=N_("Rows that one step looks at."),
)  # fmt: skip

#: The settings of each way to sample the data, in the order in which they are offered.
VARIANTS: tuple[tuple[str, str, tuple[ParamSpec, ...]], ...] = (
    ("batch", N_("Batch"), ()),
    ("sgd", N_("Stochastic"), (REPLACEMENT, SEED)),
    ("mini-batch", N_("Mini-batch"), (BATCH_SIZE, REPLACEMENT, SEED)),
)

ORDERS: tuple[tuple[str, str], ...] = (
    ("synchronous", N_("Synchronous")),
    ("sequential", N_("Sequential")),
)
