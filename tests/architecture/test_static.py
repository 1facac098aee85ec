"""What `make lint` asks is asked here too: a rule that is not run is soon broken."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("command", ["ruff check", "ruff format --check", "mypy"])
def test_finds_nothing(command: str) -> None:
    tool, *arguments = command.split()
    if find_spec(tool) is None:
        pytest.skip(f"{tool} is not installed")
    result = subprocess.run(
        [sys.executable, "-m", tool, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
