"""What can be said of the packages without building one."""

import ast
import configparser
import os
import re
import runpy
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import gdsim
from gdsim.scenario import SUFFIX

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"
SPEC = (PACKAGING / "gdsim.spec").read_text("utf-8")
MIME = "application/x-gdsim"


def desktop_entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # keys are case-sensitive
    parser.read(PACKAGING / "linux/gdsim.desktop", "utf-8")
    return parser["Desktop Entry"]


def test_desktop_entry_opens_our_files() -> None:
    entry = desktop_entry()
    assert entry["Exec"] == "env GDSIM_DESKTOP=1 gdsim %f"
    assert entry["MimeType"] == f"{MIME};"
    assert entry["Icon"] == "gdsim"
    assert entry["Terminal"] == "false"


def test_desktop_entry_has_the_name_that_the_window_gives_itself() -> None:
    """Else a task bar shows the window without icon, beside the starter."""
    assert 'setDesktopFileName("gdsim")' in (ROOT / "gdsim/ui/app.py").read_text("utf-8")
    assert desktop_entry()["StartupWMClass"] == "gdsim"


def test_desktop_entry_is_translated() -> None:
    entry = desktop_entry()
    for key in ("GenericName", "Comment", "Keywords"):
        assert entry[key] != entry[f"{key}[zh_CN]"]


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="not installed")
def test_desktop_entry_is_valid() -> None:
    done = subprocess.run(
        ["desktop-file-validate", PACKAGING / "linux/gdsim.desktop"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, "")


def test_mime_type_is_known_by_the_suffix() -> None:
    space = {"": "http://www.freedesktop.org/standards/shared-mime-info"}
    kind = ET.parse(PACKAGING / "linux/gdsim.xml").getroot().find("mime-type", space)
    assert kind is not None
    assert kind.get("type") == MIME
    glob = kind.find("glob", space)
    assert glob is not None
    assert glob.get("pattern") == f"*{SUFFIX}"


class Recorded:
    """Stands for every building step of PyInstaller and keeps what it was asked."""

    def __init__(self, *arguments: object, **options: object) -> None:
        self.arguments, self.options = arguments, options
        self.binaries = self.datas = self.pure = self.scripts = []


@pytest.fixture
def spec(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The names that the spec defines, after it was run with nothing to collect."""
    monkeypatch.setitem(sys.modules, "PyInstaller.depend", SimpleNamespace(bindepend=None))
    monkeypatch.setattr(sys, "platform", "linux")
    steps = dict.fromkeys(("Analysis", "PYZ", "EXE", "COLLECT", "BUNDLE"), Recorded)
    return runpy.run_path(
        str(PACKAGING / "gdsim.spec"), init_globals={"SPECPATH": str(PACKAGING), **steps}
    )


def test_spec_takes_the_version_from_the_package(spec: dict[str, Any]) -> None:
    assert spec["VERSION"] == gdsim.__version__


def test_spec_makes_a_folder_and_strips_nothing_wholesale(spec: dict[str, Any]) -> None:
    folder, program = spec["folder"], spec["programs"][0]
    assert program.options["exclude_binaries"] is True
    assert program.options["strip"] is False
    assert folder.options["strip"] is False


def test_spec_takes_the_resources_along(spec: dict[str, Any]) -> None:
    assert (str(ROOT / "resources"), "resources") in spec["analysis"].options["datas"]


PLUGINS = "PySide6/Qt/plugins"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        # Bundled ones end the program on a newer system when 3D opens.
        ("libstdc++.so.6", False),
        ("libgcc_s.so.1", False),
        ("libGL.so.1", False),
        ("libxcb-cursor.so.0", True),
        ("libpython3.11.so.1.0", True),
        (f"{PLUGINS}/platforms/libqxcb.so", True),
        (f"{PLUGINS}/platforms/libqwayland.so", True),
        (f"{PLUGINS}/platforms/libqoffscreen.so", True),
        (f"{PLUGINS}/platforms/libqvnc.so", False),
        # It would bring the GTK of the machine that builds.
        (f"{PLUGINS}/platformthemes/libqgtk3.so", False),
        (f"{PLUGINS}/imageformats/libqsvg.so", True),
        (f"{PLUGINS}/iconengines/libqsvgicon.so", True),
        (f"{PLUGINS}/sqldrivers/libqsqlite.so", False),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/opengl32sw.dll", True),
        (f"{PLUGINS}/platforms/libqcocoa.dylib", True),
        ("PySide6/Qt/translations/qtbase_zh_CN.qm", True),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("resources/translations/gdsim_zh_CN.qm", True),
    ],
)
def test_spec_chooses_what_is_shipped(spec: dict[str, Any], name: str, expected: bool) -> None:
    assert spec["wanted"]((name, "", "BINARY")) is expected


def test_spec_excludes_nothing_that_gdsim_imports(spec: dict[str, Any]) -> None:
    excluded = set(spec["EXCLUDED_MODULES"])
    for path in (ROOT / "gdsim").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and not node.level:
                names = [str(node.module), *(f"{node.module}.{a.name}" for a in node.names)]
            parts = {".".join(name.split(".")[: k + 1]) for name in names for k in range(3)}
            assert not parts & excluded, path


def test_file_types_agree_on_all_systems() -> None:
    assert f'"public.mime-type": "{MIME}"' in SPEC
    assert f'"public.filename-extension": ["{SUFFIX[1:]}"]' in SPEC
    installer = (PACKAGING / "windows/gdsim.nsi").read_text("utf-8")
    assert rf'"Software\Classes\{SUFFIX}" "Content Type" "{MIME}"' in installer
    assert "RequestExecutionLevel user" in installer
    assert "HKLM" not in installer


def test_every_licence_text_is_used() -> None:
    """A text that no package needs any more must not be shipped, nor one be missing."""
    code = (PACKAGING / "licences.py").read_text("utf-8")
    names = {path.name for path in (PACKAGING / "licences").iterdir()}
    assert {"LGPL-3.txt", "GPL-3.txt", "Qt.txt", "qt-third-party.txt"} <= names
    for name in names - {"PyOpenGL.txt"}:
        assert name in code


def test_icons_are_drawn_the_same_each_time(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        subprocess.run(
            [sys.executable, PACKAGING / "icons.py", tmp_path / folder], check=True, timeout=60
        )
    one, two = (
        {p.relative_to(tmp_path / name): p.read_bytes() for p in (tmp_path / name).rglob("*.*")}
        for name in ("one", "two")
    )
    assert one == two
    assert one[Path("gdsim.ico")][:4] == b"\0\0\1\0"
    assert one[Path("gdsim.icns")][:4] == b"icns"
    assert one[Path("hicolor/48x48/apps/gdsim.png")][:4] == b"\x89PNG"


@pytest.mark.skipif(sys.platform == "win32", reason="which bash that would be is a lottery")
@pytest.mark.parametrize("script", sorted(PACKAGING.rglob("*.sh")), ids=lambda path: path.name)
def test_shell_scripts_parse(script: Path) -> None:
    subprocess.run(["bash", "-n", script], check=True)


def workflow_jobs() -> dict[str, str]:
    """Text of each job of the workflow (there is no YAML reader among the dependencies)."""
    text = (ROOT / ".github/workflows/packages.yml").read_text("utf-8").partition("\njobs:\n")[2]
    parts = re.split(r"(?m)^  ([a-z-]+):\n", text)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def test_workflow_tests_and_packages_on_the_three_systems() -> None:
    jobs = workflow_jobs()
    for name in ("test", "package"):
        for system in ("ubuntu-", "windows-", "macos-"):
            assert system in jobs[name], name
    for name, text in jobs.items():
        for needed in re.findall(r"(?m)^    needs: (.+)$", text):
            assert needed in jobs, name
        for script in re.findall(r"(?m)(?:run: |sudo )(packaging/\S+\.sh)", text):
            assert os.access(ROOT / script, os.X_OK), script


EVENT = """
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFileOpenEvent
from gdsim.ui.app import make_application
app = make_application()
app.file_opened.connect(lambda path: print(path.as_posix()))
QCoreApplication.sendEvent(app, QFileOpenEvent("/some/梯度 下降.gdsim"))
"""


def test_a_double_click_on_macos_is_heard() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", EVENT],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        capture_output=True, encoding="utf-8", timeout=60, check=False,
    )  # fmt: skip
    assert (done.stdout, done.stderr) == ("/some/梯度 下降.gdsim\n", "")
