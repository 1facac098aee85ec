"""The resources are found wherever gdsim was put."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from gdsim import resources

ROOT = Path(__file__).parents[2]


def found_in(folder: Path) -> str:
    """Return what a package lying in `folder` takes for its resources."""
    (folder / "gdsim").mkdir(exist_ok=True)
    for name in ("__init__.py", "resources.py"):
        shutil.copy(ROOT / "gdsim" / name, folder / "gdsim" / name)
    result = subprocess.run(
        [sys.executable, "-c", "from gdsim.resources import resource; print(resource())"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    return result.stdout.strip() or result.stderr


def test_checkout() -> None:
    assert resources.resources_dir() == ROOT / "resources"
    assert resources.resource("icons", "a.svg") == ROOT / "resources" / "icons" / "a.svg"


@pytest.mark.parametrize("inside", ["gdsim/_resources", "resources"])
def test_installed_or_frozen(tmp_path: Path, inside: str) -> None:
    (tmp_path / inside).mkdir(parents=True)
    assert found_in(tmp_path) == str(tmp_path / inside)


def test_strangers_folder_in_site_packages_is_not_taken(tmp_path: Path) -> None:
    (tmp_path / "resources").mkdir()
    (tmp_path / "gdsim" / "_resources").mkdir(parents=True)
    assert found_in(tmp_path) == str(tmp_path / "gdsim" / "_resources")


def test_broken_installation_is_told_in_words(tmp_path: Path) -> None:
    assert "Please install gdsim again" in found_in(tmp_path)
