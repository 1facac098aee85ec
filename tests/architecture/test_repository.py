"""What must not get into the repository."""

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

LOCK_FILES = {"uv.lock", "poetry.lock", "pdm.lock", "Pipfile.lock", "pylock.toml"}
# Written in two parts so that this file does not name one itself.
REGISTRY = re.compile(
    r"(?:files\.python" + r"hosted|(?:test\.)?pyp" + r"i)\.org|--(?:extra-)?index-url"
)


def tracked() -> list[Path]:
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    listing = subprocess.run(
        ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return [path for name in listing.split("\0") if name and (path := ROOT / name).is_file()]


def test_no_registry_is_named() -> None:
    """Where packages come from is each machine's own setting."""
    named = [
        path.relative_to(ROOT)
        for path in tracked()
        if path.name in LOCK_FILES
        or (path.stat().st_size < 1_000_000 and REGISTRY.search(path.read_text("utf-8", "ignore")))
    ]
    assert not named


def test_every_dependency_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [
        *project["dependencies"],
        *(line for extra in project["optional-dependencies"].values() for line in extra),
    ]
    pins = (ROOT / "packaging/constraints.txt").read_text("utf-8")
    pinned = {line.partition("==")[0].lower() for line in pins.splitlines() if "==" in line}
    assert not {re.split(r"[<>=!~ ;\[]", line)[0].lower() for line in wanted} - pinned
