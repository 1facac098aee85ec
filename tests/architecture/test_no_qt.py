"""The engine is a library that a notebook can use: no Qt comes along with it."""

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FREE = ("gdsim.engine", "gdsim.scenario", "gdsim.export", "gdsim.lectures", "gdsim.resources")
GRAPHICAL = {"PySide6", "shiboken6", "pyqtgraph", "OpenGL"}

IMPORT_ALL = """
import importlib, json, pkgutil, sys
module = importlib.import_module(sys.argv[1])
for found in pkgutil.walk_packages(getattr(module, "__path__", []), module.__name__ + "."):
    importlib.import_module(found.name)
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""


def loaded_by(name: str, script: str = IMPORT_ALL) -> set[str]:
    """Return the top-level packages in a fresh process that imports `name` and all below it."""
    result = subprocess.run(
        [sys.executable, "-W", "error", "-c", script, name],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return set(json.loads(result.stdout))


@pytest.mark.parametrize("name", [name for name in FREE if find_spec(name)])
def test_imports_no_qt(name: str) -> None:
    assert not loaded_by(name) & GRAPHICAL


def test_numpy_is_enough_for_the_engine() -> None:
    strangers = loaded_by("gdsim.engine") - set(sys.stdlib_module_names) - {"gdsim", "numpy"}
    # What an editable install or a development tool puts into every process.
    bare = loaded_by("json")
    assert not strangers - bare


def test_command_line_waits_for_no_qt() -> None:
    """`gdsim trace` and `gdsim --version` would take four times as long with it."""
    script = IMPORT_ALL.replace(
        "print(", "module.main(['catalog', '--format', 'json'])\nprint()\nprint("
    )
    result = subprocess.run(
        [sys.executable, "-c", script, "gdsim.cli"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    assert not set(json.loads(result.stdout.splitlines()[-1])) & GRAPHICAL
