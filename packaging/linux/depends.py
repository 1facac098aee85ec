"""Says which Debian packages a frozen folder needs, by asking the folder.

    python packaging/linux/depends.py FOLDER

Prints the value of Depends. Every shared library that some file in FOLDER wants and FOLDER does not
hold must be in `PACKAGES`, else this ends with an error: no new dependency slips in unseen, and
what the machine that builds happens to have installed is of no consequence. Versions are read off
the symbols that the files want.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

#: Shared library -> what provides it on Debian 12, Debian 13 and Ubuntu from 22.04. Since Debian 13
#: and Ubuntu 24.04 some carry the suffix t64.
PACKAGES = {
    "libc.so.6": "libc6 (>= {GLIBC})",
    "libstdc++.so.6": "libstdc++6 (>= {GLIBCXX})",
    "libgcc_s.so.1": "libgcc-s1",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
    "libglib-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
#: Parts of glibc, and other libraries that come in the same package.
SAME = {
    "libm.so.6": "libc.so.6",
    "libdl.so.2": "libc.so.6",
    "libpthread.so.0": "libc.so.6",
    "librt.so.1": "libc.so.6",
    "libutil.so.1": "libc.so.6",
    "ld-linux-x86-64.so.2": "libc.so.6",
    "libgthread-2.0.so.0": "libglib-2.0.so.0",
}
#: Which GCC's libstdc++ first had a version of the symbols.
GLIBCXX = {26: "9", 27: "9", 28: "9", 29: "11", 30: "12", 31: "13", 32: "13", 33: "14", 34: "15"}
#: Not linked against: `fc-cache` and the configuration that makes any font be found at all.
ALWAYS = ("fontconfig",)


def elf_files(folder: Path) -> list[Path]:
    """All programs and shared libraries in ``folder``."""
    files = (p for p in sorted(folder.rglob("*")) if p.is_file() and not p.is_symlink())
    return [path for path in files if path.open("rb").read(4) == b"\x7fELF"]


def wants(path: Path) -> str:
    """The dynamic section of an ELF file, as binutils prints it."""
    return subprocess.run(
        ["objdump", "-p", path],
        capture_output=True,
        text=True,
        check=True,
        env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"},
    ).stdout


def newest(prefix: str, text: str) -> int:
    """The largest minor number of the symbol versions that begin with ``prefix``."""
    return max(
        (int(number) for number in re.findall(re.escape(prefix) + r"(\d+)", text)), default=0
    )


def depends(folder: Path) -> str:
    """The value of Depends for ``folder``."""
    files = elf_files(folder)
    inside = {path.name for path in files} | {path.name for path in folder.rglob("*.so*")}
    missing: dict[str, Path] = {}
    versions = ""
    for path in files:
        printed = wants(path)
        versions += printed
        for library in re.findall(r"NEEDED\s+(\S+)", printed):
            if library not in inside:
                missing.setdefault(SAME.get(library, library), path)
    if unknown := sorted(set(missing) - set(PACKAGES)):
        lines = [f"  {library}, for {missing[library]}" for library in unknown]
        raise SystemExit(
            "nothing in depends.py says which Debian package holds\n" + "\n".join(lines)
        )
    known = {
        "GLIBC": f"2.{newest('GLIBC_2.', versions)}",
        "GLIBCXX": GLIBCXX[max(26, newest("GLIBCXX_3.4.", versions))],
    }
    return ", ".join([*(PACKAGES[key].format(**known) for key in sorted(missing)), *ALWAYS])


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    print(depends(Path(sys.argv[1])))
