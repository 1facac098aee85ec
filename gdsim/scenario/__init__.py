"""The scenario, everything that a person can set, and its files."""

from gdsim.scenario.atomic import write_atomic
from gdsim.scenario.builtin import BUILTIN, builtin_path, default_scenario
from gdsim.scenario.data_spec import CsvData, DataSpec, GeneratedData, GivenData
from gdsim.scenario.files import (
    SUFFIX,
    load_scenario,
    save_scenario,
    scenario_from_json,
    scenario_to_json,
)
from gdsim.scenario.model import Scenario
from gdsim.scenario.problem_spec import FormulaFieldError, ProblemSpec, problem_kind
from gdsim.scenario.strict_json import pack, unpack

__all__ = [
    "BUILTIN",
    "SUFFIX",
    "CsvData",
    "DataSpec",
    "FormulaFieldError",
    "GeneratedData",
    "GivenData",
    "ProblemSpec",
    "Scenario",
    "builtin_path",
    "default_scenario",
    "load_scenario",
    "pack",
    "problem_kind",
    "save_scenario",
    "scenario_from_json",
    "scenario_to_json",
    "unpack",
    "write_atomic",
]
