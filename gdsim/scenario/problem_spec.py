"""Which problem a scenario is about, with everything that is needed to build it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from gdsim.engine.data import Array
from gdsim.engine.datasets import BY_ID as DATASETS
from gdsim.engine.errors import FormulaError, GdsimError, ScenarioError
from gdsim.engine.params import ParamValue, check_values
from gdsim.engine.problems import BY_ID, Box, Problem, ProblemKind
from gdsim.engine.text import N_
from gdsim.scenario.data_spec import CsvData, DataSpec, GeneratedData


class FormulaFieldError(ScenarioError, FormulaError):
    """A scenario's formula cannot be read; has the field and the position in the formula."""

    def __init__(self, field: str, cause: FormulaError) -> None:
        # Neither parent's own way to be made fits: each would go on to the other.
        GdsimError.__init__(self, cause.template, **cause.values)
        self.field = field
        self.position = cause.position
        self.length = cause.length

    def __str__(self) -> str:
        return f"{self.field}: at character {self.position + 1}: {self.reason}"


@dataclass(frozen=True, slots=True)
class ProblemSpec:
    """A problem by its ``id`` and settings; what the kind of problem does not use is empty.

    ``params`` become all that the kind declares, in that order. A formula has its text and a
    ``box`` with one (low, high) for each parameter; a model has ``loss`` and ``data``.
    """

    id: str
    params: tuple[tuple[str, ParamValue], ...] = ()
    formula: str = ""
    box: Box = ()
    loss: str = ""
    data: DataSpec | None = None

    def __post_init__(self) -> None:
        # Filled in, so that a setting left at its default and one that says so are equal.
        kind = problem_kind(self.id)
        params = check_values(kind.params, dict(self.params), "problem.params")
        object.__setattr__(self, "params", tuple(params.items()))
        if kind.losses and not self.loss:
            object.__setattr__(self, "loss", kind.losses[0][0])

    @classmethod
    def of(cls, id: str, **params: ParamValue) -> ProblemSpec:
        """The problem ``id`` as a person meets it first; ``params`` override defaults.

        Raises `ScenarioError` for an unknown id or parameter, or a value out of range.
        """
        kind = problem_kind(id)
        typed = kind.family == "formula"
        return cls(
            id,
            params=tuple(params.items()),
            formula=kind.formula if typed else "",
            box=kind.box if typed else (),
            data=GeneratedData.of(kind.dataset) if kind.dataset else None,
        )

    @property
    def kind(self) -> ProblemKind:
        """The problem's entry in the catalogue."""
        return problem_kind(self.id)

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the parameters: ``("w",)`` or ``("w", "b")``."""
        return self.kind.names[: len(self.box)] if self.box else self.kind.names

    @property
    def default_start(self) -> tuple[float, ...]:
        """Where to begin when nothing else is said; one number for each parameter."""
        start = self.kind.start
        return start[: len(self.names)] + (0.0,) * (len(self.names) - len(start))

    def switched(self, id: str) -> ProblemSpec:
        """The problem ``id``, keeping loss and data where they also fit there."""
        if id == self.id:
            return self
        new = ProblemSpec.of(id)
        kind = new.kind
        if self.loss in dict(kind.losses):
            new = replace(new, loss=self.loss)
        if self.data is not None and kind.dataset and self._task() == DATASETS[kind.dataset].task:
            new = replace(new, data=self.data)
        return new

    def _task(self) -> str:
        """What the data are for; data that were given serve what the problem is for."""
        source = self.data.generator if isinstance(self.data, GeneratedData) else self.kind.dataset
        return DATASETS[source].task

    def make(self, base: Path | None = None) -> Problem:
        """The engine's problem; ``base`` is the folder that a CSV path is relative to.

        Raises `ScenarioError` that names the field; for a formula, `FormulaFieldError`.
        """
        kind = self.kind
        if kind.family == "landscape":
            return kind.make(**dict(self.params))
        if kind.family == "formula":
            try:
                return kind.make(self.formula, self.box)
            except FormulaError as error:
                raise FormulaFieldError("problem.formula", error) from error
        if self.data is None:
            raise ScenarioError("problem.data", N_("is missing"))
        return self.make_of(*self.data.read(base))

    def make_of(self, x: Array, y: Array) -> Problem:
        """The engine's model of the data x and y, of shape (rows,)."""
        return self.kind.make(x, y, self.loss, **dict(self.params))

    @property
    def needs_base(self) -> bool:
        """Whether building it reads a file whose place is given relative to the scenario."""
        return isinstance(self.data, CsvData) and not Path(self.data.csv).is_absolute()


def problem_kind(id: str, field: str = "problem.id") -> ProblemKind:
    """The catalogue's entry for ``id``; raises `ScenarioError` if there is none."""
    if id not in BY_ID:
        raise ScenarioError(field, N_("must be one of: {allowed}"), allowed=", ".join(BY_ID))
    return BY_ID[id]
