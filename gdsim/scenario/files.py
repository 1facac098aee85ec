"""Scenario files: text to scenario and back, load and save."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePath

from gdsim.engine.errors import GdsimError
from gdsim.engine.files import read_bytes
from gdsim.engine.text import N_
from gdsim.scenario.atomic import write_atomic
from gdsim.scenario.data_spec import CsvData, GivenData
from gdsim.scenario.fields import Field
from gdsim.scenario.model import Scenario
from gdsim.scenario.reading import read_scenario
from gdsim.scenario.specs import MAX_BYTES
from gdsim.scenario.strict_json import dump_json, parse_json
from gdsim.scenario.writing import FORMAT, VERSION, write_scenario

#: File name extension of a scenario.
SUFFIX = ".gdsim"

#: What turns the JSON of version n into that of version n + 1, by n.
MIGRATIONS: dict[int, Callable[[Field], Field]] = {}


def load_scenario(path: Path | str) -> Scenario:
    """The scenario in a file, whole and fit to run: formula, data and lanes have been tried.

    Raises `GdsimError` in one line; `ScenarioError` where it is about a field of the file.
    """
    path = Path(path)
    return scenario_from_json(_decode(read_bytes(path, MAX_BYTES)), path.parent)


def scenario_from_json(text: str, base: Path | None = None) -> Scenario:
    """The scenario written in ``text``; ``base`` is the folder that a CSV path is relative to.

    Without ``base`` a CSV file is not looked at.
    """
    scenario = read_scenario(_migrated(Field(parse_json(text))))
    if base is not None or not scenario.problem.needs_base:
        scenario.check(scenario.make_problem(base))
    return scenario


def scenario_to_json(scenario: Scenario) -> str:
    """The text of a scenario's file; the same text for equal scenarios."""
    return dump_json(write_scenario(scenario))


def save_scenario(scenario: Scenario, path: Path | str, base: Path | None = None) -> Scenario:
    """Write a scenario's file; after a failure (`GdsimError`) the old file stands.

    ``base`` is the folder that a CSV path has been relative to so far. Returns the scenario as it
    stands in the file, where that path is relative to the file's own folder.
    """
    path = Path(path)
    scenario = _moved(scenario, base, path.parent)
    given = scenario.problem.data
    # Writing a million points only to refuse them would take seconds.
    if isinstance(given, GivenData):
        _limit(len("0, 0, ") * len(given.x))
    text = scenario_to_json(scenario)
    data = text.encode()
    _limit(len(data))
    # A look whether it can be loaded again: better no file than a lost one.
    try:
        read_scenario(_migrated(Field(parse_json(text))))
    except GdsimError as error:
        raise GdsimError(N_("cannot be saved: {cause}"), cause=error) from error
    write_atomic(path, data)
    return scenario


def _limit(size: int) -> None:
    """Refuse to save a file of ``size`` bytes, or more, if it could not be loaded again."""
    if size > MAX_BYTES:
        raise GdsimError(
            N_("cannot be saved: it would be larger than {limit} MB"), limit=MAX_BYTES // 1_000_000
        )


def _decode(data: bytes) -> str:
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise GdsimError(N_("the file is not UTF-8 text")) from error
    if text.startswith("\ufeff"):
        raise GdsimError(N_("the file must be UTF-8 without a byte-order mark"))
    return text


def _migrated(root: Field) -> Field:
    """``root`` in the present version of the format."""
    fields = root.object()
    for name in ("format", "version"):
        if name not in fields:
            raise GdsimError(N_("is not a gdsim scenario: the field {name} is missing"), name=name)
    if fields["format"].value != FORMAT:
        raise fields["format"].error(N_("must be “{format}”"), format=FORMAT)
    version = fields["version"].value
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise fields["version"].error(
            N_("must be a whole number from 1 to {newest}"), newest=VERSION
        )
    if version > VERSION:
        raise fields["version"].error(
            N_("was made by a newer gdsim; this one reads versions up to {newest}"), newest=VERSION
        )
    for old in range(version, VERSION):
        root = MIGRATIONS[old](root)
    return root


def _moved(scenario: Scenario, old: Path | None, new: Path) -> Scenario:
    """With the path of a CSV file, if there is one, relative to the folder ``new``."""
    data = scenario.problem.data
    if not isinstance(data, CsvData):
        return scenario
    path = Path(data.csv)
    if not path.is_absolute():
        if old is None or old.absolute() == new.absolute():
            return scenario
        path = old.absolute() / path
    try:
        relative = os.path.relpath(path, new.absolute())
        if os.path.realpath(new / relative) != os.path.realpath(path):
            # A folder on the way is a link, out of which ".." leads elsewhere than it seems.
            relative = os.path.relpath(os.path.realpath(path), os.path.realpath(new))
    except ValueError as error:  # on Windows: on another drive
        raise GdsimError(
            N_("cannot be saved: the CSV file is on another drive; put it beside the scenario")
        ) from error
    data = replace(data, csv=PurePath(relative).as_posix())
    return replace(scenario, problem=replace(scenario.problem, data=data))
