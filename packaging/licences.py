"""Collects the licences of everything that a package of gdsim carries into one text file.

    python packaging/licences.py FILE

Run with the environment that is frozen: the texts come from the installed packages themselves, and
from packaging/licences/ where a package brings none.
"""

from __future__ import annotations

import re
import sys
import sysconfig
import tomllib
from importlib.metadata import Distribution, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TEXTS = ROOT / "packaging" / "licences"

#: What the freezing adds: its loader is part of every frozen program.
LOADER = "pyinstaller"

#: Libraries of the system that are taken along on Linux, with the Debian package each is from.
SYSTEM = {
    "libffi": "libffi8",
    "libxcb-cursor": "libxcb-cursor0",
    "libxcb-icccm": "libxcb-icccm4",
    "libxcb-image": "libxcb-image0",
    "libxcb-keysyms": "libxcb-keysyms1",
    "libxcb-render-util": "libxcb-render-util0",
    "libxcb-util": "libxcb-util1",
}

QT = ("pyside6-essentials", "shiboken6")


def bundled() -> list[Distribution]:
    """The packages that gdsim runs on, with those that they run on, and the loader."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    found: dict[str, Distribution] = {}
    left = [*project["dependencies"], LOADER]
    while left:
        name = re.split(r"[^A-Za-z0-9_.-]", left.pop(0).strip())[0].lower().replace("_", "-")
        if name in found:
            continue
        found[name] = distribution(name)
        if name != LOADER:
            left += [r for r in found[name].requires or [] if "extra ==" not in r]
    return [found[name] for name in sorted(found)]


def own_texts(package: Distribution) -> list[str]:
    """The licence texts that an installed package brings."""
    files = [
        file
        for file in package.files or []
        if ".dist-info" in file.parts[0]
        and re.match(r"(LICEN[CS]E|COPYING|NOTICE)", file.name, re.IGNORECASE)
    ]
    return [Path(str(file.locate())).read_text("utf-8", "replace") for file in sorted(files)]


def section(title: str, licence: str, *texts: str) -> str:
    """One part of the file."""
    line = "=" * 100
    head = f"{line}\n{title}" + (f"\nLicence: {licence}" if licence else "") + f"\n{line}\n\n"
    return head + "\n\n".join(text.strip() for text in texts) + "\n\n\n"


def of_package(package: Distribution) -> str:
    """The part about a Python package."""
    name, meta = package.metadata["Name"], package.metadata
    licence = meta.get("License-Expression") or (meta.get("License") or "").partition("\n")[0]
    if name.lower().replace("_", "-") in QT:
        texts = [(TEXTS / "Qt.txt").read_text("utf-8")]
    else:
        texts = own_texts(package)
        spare = TEXTS / f"{name}.txt"
        if not texts and spare.exists():
            texts = [spare.read_text("utf-8")]
    if not texts:
        raise SystemExit(f"{name}: no licence text; put one into {TEXTS / (name + '.txt')}")
    return section(f"{name} {package.version}", licence, *texts)


def of_python() -> str:
    """The part about Python itself."""
    version = sys.version.partition(" ")[0]
    library = Path(sysconfig.get_path("stdlib"))
    for path in (library / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt"):
        if path.exists():
            return section(f"Python {version}", "PSF-2.0", path.read_text("utf-8", "replace"))
    raise SystemExit(f"Python's LICENSE.txt is not in {library}")


def of_system() -> str:
    """The parts about libraries of the system; empty where none is taken along."""
    parts = []
    for library, package in SYSTEM.items():
        path = Path("/usr/share/doc") / package / "copyright"
        if path.exists():
            parts.append(section(library, "", path.read_text("utf-8", "replace")))
    return "".join(parts)


def all_licences() -> str:
    """The whole file."""
    parts = [section("gdsim", "MIT", (ROOT / "LICENSE").read_text("utf-8"))]
    parts += [of_package(package) for package in bundled()]
    parts += [of_python(), of_system()]
    for title, file in (
        ("Third-party code inside Qt", "qt-third-party.txt"),
        ("GNU Lesser General Public License, version 3", "LGPL-3.txt"),
        ("GNU General Public License, version 3", "GPL-3.txt"),
    ):
        parts.append(section(title, "", (TEXTS / file).read_text("utf-8")))
    text = "".join(parts)
    # A person reads this in a window; \r and form feeds are of no use there.
    return re.sub(r"[ \t\r\f]+$", "", text, flags=re.MULTILINE)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    Path(sys.argv[1]).write_text(all_licences(), "utf-8", newline="\n")
