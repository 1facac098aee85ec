#!/usr/bin/env bash
# Makes the package of the system it runs on, into dist/: `make package`.
#   Linux    gdsim_<version>_<arch>.deb and gdsim-<version>-linux-<machine>.tar.gz
#   Windows  gdsim-<version>-windows-<machine>-setup.exe (from Git's bash; wants NSIS)
#   macOS    gdsim-<version>-macos-<machine>.dmg
# Everything in between lies in build/package/, and what is up to date there is used again.
# PYTHON=… chooses the interpreter that goes into the package.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$PWD/build/package
case $(uname -s) in
    Linux) system=linux bin=bin ;;
    Darwin) system=macos bin=bin ;;
    MINGW* | MSYS* | CYGWIN*) system=windows bin=Scripts work=$(cygpath -m "$work") ;;
    *) echo "build.sh: no package is made for $(uname -s)" >&2; exit 2 ;;
esac
python=${PYTHON:-$(command -v python3 || command -v python)}
version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' gdsim/__init__.py)
# Not `uname -m`: under Windows on ARM, or a 32-bit shell, that is another story than Python's.
machine=$("$python" -c 'import platform; print(platform.machine().lower())')
export GDSIM_PACKAGE_WORK=$work GDSIM_VERSION=$version GDSIM_MACHINE=$machine

# The same sources give the same bytes, whenever and in whatever order of hashes they are built.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 1767225600)}
export SOURCE_DATE_EPOCH PYTHONHASHSEED=1 LC_ALL=C.UTF-8 TZ=UTC
umask 022

say() { echo "package: $*"; }

# An environment of its own: what happens to be installed beside the program must not get in.
bring_environment() {
    local wanted requirements=$work/requirements.txt
    "$python" - >"$requirements" <<'PYTHON'
import tomllib

project = tomllib.load(open("pyproject.toml", "rb"))["project"]
print("\n".join(project["dependencies"] + project["optional-dependencies"]["package"]))
PYTHON
    wanted=$({ "$python" -c 'import sys; print(sys.version, sys.base_prefix)' &&
        cat "$requirements" packaging/constraints.txt; } | cksum)
    [ "$(cat "$work/venv/.ready" 2>/dev/null)" = "$wanted" ] && return
    say "setting up build/package/venv"
    "$python" -m venv --clear "$work/venv"
    "$work/venv/$bin/python" -m pip --disable-pip-version-check --no-input install -q \
        --only-binary :all: -c packaging/constraints.txt -r "$requirements"
    echo "$wanted" >"$work/venv/.ready"
}

freeze() {
    mkdir -p "$work/licences"
    "$work/venv/$bin/python" packaging/icons.py "$work/icons"
    "$work/venv/$bin/python" packaging/licences.py "$work/licences/licences.txt"
    say "freezing gdsim $version for $system ($machine)"
    "$work/venv/$bin/python" -m PyInstaller --noconfirm --log-level "${LOG:-ERROR}" \
        --distpath "$work/frozen" --workpath "$work/pyinstaller" packaging/gdsim.spec
}

# A package that does not even start is not worth wrapping. What has no display can be tried here.
try_frozen() {
    local program=$work/frozen/gdsim/gdsim scene=resources/scenarios/article0-sync-vs-sequential.gdsim
    [ $system = windows ] && program=$work/frozen/gdsim/gdsim-cli.exe
    rm -f "$work/tried.png"
    if ! { [ "$("$program" --version)" = "gdsim $version" ] && "$program" check "$scene" &&
        "$program" render "$scene" -o "$work/tried.png" && [ -s "$work/tried.png" ]; } \
        >"$work/tried.log" 2>&1; then
        say "the frozen program does not work:"
        cat "$work/tried.log"
        exit 1
    fi
}

mkdir -p "$work" dist
bring_environment
freeze
try_frozen
. "packaging/$system/package.sh"
