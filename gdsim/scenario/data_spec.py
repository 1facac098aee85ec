"""Where a model's data come from: written in the scenario, read from a file, or generated."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath, PureWindowsPath

import numpy as np

from gdsim.engine.data import Array, read_csv
from gdsim.engine.datasets import dataset_values, generate
from gdsim.engine.errors import GdsimError, ScenarioError
from gdsim.engine.files import short
from gdsim.engine.params import ParamValue
from gdsim.engine.text import N_
from gdsim.scenario import specs
from gdsim.scenario.fields import Field

Data = tuple[Array, Array]

#: Where a problem's data stand in a scenario.
FIELD = "problem.data"


@dataclass(frozen=True, slots=True)
class GivenData:
    """The points themselves; x and y have one number for each row."""

    x: tuple[float, ...]
    y: tuple[float, ...]

    def __post_init__(self) -> None:
        for name in ("x", "y"):
            # Adding 0.0 makes −0.0 to 0.0: data that are equal must also have equal bits.
            numbers = np.array(getattr(self, name), dtype=float) + 0.0
            object.__setattr__(self, name, tuple(numbers.tolist()))

    def read(self, base: Path | None) -> Data:
        """x and y as arrays of shape (rows,)."""
        if len(self.x) != len(self.y):
            raise ScenarioError(
                f"{FIELD}.y",
                N_("must have as many numbers as x: {count}"),
                count=len(self.x),
            )
        return np.array(self.x), np.array(self.y)


@dataclass(frozen=True, slots=True)
class CsvData:
    """Two columns of a CSV file; ``csv`` is a path relative to the scenario's folder."""

    csv: str
    x: str
    y: str

    @classmethod
    def of(cls, field: Field) -> CsvData:
        """What ``field`` says; raises `ScenarioError`."""
        fields = field.fields(("csv", "x", "y"))
        names = [fields[axis].text(specs.MAX_NAME) for axis in ("x", "y")]
        return cls(_read_path(fields["csv"]), *names)

    def read(self, base: Path | None) -> Data:
        """x and y as arrays of shape (rows,); raises `ScenarioError` where the file is unfit."""
        path = Path(self.csv)
        # What no scenario's file could name is refused now, not when work is to be saved.
        self.of(Field({"csv": path.name, "x": self.x, "y": self.y}, FIELD))
        if base is None and not path.is_absolute():
            raise ScenarioError(
                f"{FIELD}.csv", N_("is relative to the scenario, which has not been saved yet")
            )
        path = path if base is None else base / path
        try:
            stamp = path.stat()
            return _read_columns(path, self.x, self.y, stamp.st_mtime_ns, stamp.st_size)
        except FileNotFoundError as error:
            name = short(path.name)
            raise ScenarioError(
                f"{FIELD}.csv", N_("there is no file “{file}”"), file=name
            ) from error
        except (OSError, ValueError):
            return _read_columns(path, self.x, self.y, 0, -1)


@dataclass(frozen=True, slots=True)
class GeneratedData:
    """A generator of the engine's `DATASETS`; ``values`` become all its settings, in order."""

    generator: str
    values: tuple[tuple[str, ParamValue], ...] = ()

    def __post_init__(self) -> None:
        # Filled in, so that a setting left at its default and one that says so are equal.
        object.__setattr__(self, "values", dataset_values(self.generator, dict(self.values), FIELD))

    @classmethod
    def of(cls, generator: str, **values: ParamValue) -> GeneratedData:
        """With defaults for what is not given; raises `ScenarioError` for what is not allowed."""
        return cls(generator, tuple(values.items()))

    def read(self, base: Path | None) -> Data:
        """x and y as arrays of shape (rows,)."""
        return generate(self.generator, self.values)


def _read_path(field: Field) -> str:
    """A path below or beside the scenario; one that is the same on every system."""
    path = field.text(specs.MAX_NAME, 1)
    # Also on Linux: a file made for another system may name one of its drives or servers.
    windows = PureWindowsPath(path)
    if PurePosixPath(path).is_absolute() or windows.drive or windows.root or "\\" in path:
        raise field.error(N_("must be a path relative to this file, with / between folders"))
    return path


DataSpec = GivenData | CsvData | GeneratedData


@lru_cache(maxsize=4)
def _read_columns(path: Path, x: str, y: str, changed: int, size: int) -> Data:
    """Two columns of a file; ``changed`` and ``size`` make an edited file a new one."""
    try:
        columns = read_csv(path, (x, y)).columns
    except GdsimError as error:
        raise ScenarioError(f"{FIELD}.csv", error.template, **error.values) from error
    return columns[x], columns[y]
