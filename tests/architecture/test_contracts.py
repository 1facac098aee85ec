"""The import contracts of pyproject.toml hold, and would be seen to break."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# A package as the design has it, whole even while a layer is still to be written.
LAYERS = ("engine", "scenario", "export", "lectures", "session", "ui")

LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter over the gdsim package found in `folder`."""
    return subprocess.run(
        [sys.executable, "-c", LINT, "--no-logo", "--no-cache", "--config", "pyproject.toml"],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the real package with its contracts, every layer present."""
    shutil.copytree(
        ROOT / "gdsim", tmp_path / "gdsim", ignore=shutil.ignore_patterns("__pycache__")
    )
    for layer in LAYERS:
        folder = tmp_path / "gdsim" / layer
        folder.mkdir(exist_ok=True)
        (folder / "__init__.py").touch()
    border = Path("tests", "architecture", "qt_border.py")
    (tmp_path / border.parent).mkdir(parents=True)
    shutil.copy(ROOT / border, tmp_path / border)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_contracts_hold() -> None:
    result = lint_imports(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


def test_copy_with_every_layer_is_kept(copy: Path) -> None:
    (copy / "gdsim/session/planted.py").write_text(
        "from PySide6.QtCore import (\n    QObject,\n    Signal,\n)\nimport PySide6.QtCore as qt\n"
    )
    (copy / "gdsim/ui/planted.py").write_text(
        "from PySide6 import QtWidgets\nimport gdsim.engine\n"
    )

    result = lint_imports(copy)

    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ("engine", "import gdsim.scenario"),
        ("engine", "from gdsim import resources"),
        ("scenario", "import gdsim.export"),
        ("scenario", "from gdsim.session import planted"),
        ("export", "import gdsim.lectures"),
        ("lectures", "import gdsim.ui"),
        ("session", "import gdsim.ui"),
        ("ui", "import gdsim.cli"),
        ("engine", "import PySide6"),
        ("engine", "def later():\n    import pyqtgraph"),
        ("scenario", "from PySide6.QtCore import QObject"),
        ("export", "from PySide6.QtGui import QImage"),
        ("lectures", "import OpenGL.GL"),
        ("session", "from PySide6.QtGui import QColor"),
        ("session", "from PySide6 import QtCore, QtWidgets"),
        ("session", "import PySide6.QtCore, PySide6.QtGui"),
        ("session", "import pyqtgraph"),
    ],
)
def test_planted_violation_is_seen(copy: Path, place: str, line: str) -> None:
    (copy / "gdsim/cli.py").touch()
    (copy / "gdsim/session/planted.py").touch()
    (copy / "gdsim" / place / "planted.py").write_text(line + "\n")

    result = lint_imports(copy)

    assert result.returncode == 1
    assert f"gdsim.{place}.planted" in result.stdout
    assert "1 kept, 1 broken" in result.stdout


def test_new_top_level_module_has_to_be_placed(copy: Path) -> None:
    (copy / "gdsim/helpers.py").touch()

    result = lint_imports(copy)

    assert result.returncode == 1
    assert "gdsim.helpers" in result.stdout
