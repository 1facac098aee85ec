#!/usr/bin/env bash
# Brings a bare machine to where gdsim runs (`bringup.sh run`) or its tests do (`bringup.sh test`).
# Asks nothing, needs no terminal, and when nothing is missing ends within a blink.
set -euo pipefail
cd "$(dirname "$0")/.."

purpose=${1:?run or test}
case $purpose in
    run) extras="" ;;
    test) extras="[test,lint]" ;;
    *) echo "bringup.sh: '$purpose' is neither run nor test" >&2; exit 2 ;;
esac

say() { echo "gdsim: $*" >&2; }

# ---- the system's libraries ----------------------------------------------------------------

# X11 with OpenGL, as Qt's xcb plugin and the 3D view load them; Wayland; text.
run_packages="libgl1 libegl1 libdbus-1-3 libfontconfig1 libglib2.0-0 libxkbcommon-x11-0
    libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0
    libwayland-cursor0 libwayland-egl1 fontconfig"
test_packages="xvfb xauth fonts-noto-cjk desktop-file-utils"

on_debian() { [ -f /etc/debian_version ] && command -v apt-get >/dev/null; }

# Since Debian 13 and Ubuntu 24.04 some libraries carry the suffix t64.
is_installed() {
    grep -qx installed <<<"$(dpkg-query -W -f='${db:Status-Status}\n' "$1" "$1t64" 2>/dev/null)"
}

has_chinese_font() { [ -n "$(fc-list :lang=zh-cn family 2>/dev/null)" ]; }

missing_packages() {
    local package
    for package in $run_packages; do is_installed "$package" || echo "$package"; done
    if [ "$purpose" = test ]; then
        for package in $test_packages; do is_installed "$package" || echo "$package"; done
    elif ! has_chinese_font; then
        echo fonts-noto-cjk # the language menu alone needs it, whatever the language
    fi
    find_python || echo "python3 python3-venv"
}

# Without a terminal sudo must not wait for a password that nobody can type.
if [ "$(id -u)" = 0 ]; then sudo=""; elif [ -t 0 ]; then sudo="sudo"; else sudo="sudo -n"; fi

bring_system() {
    if ! on_debian; then
        if [ "$(uname -s)" = Linux ] && [ ! -e ".venv/.ready-to-$purpose" ]; then
            say "not a Debian or Ubuntu: if the window does not open, install the packages of your" \
                "system that hold:" $run_packages $([ "$purpose" = test ] && echo $test_packages)
        fi
        return
    fi
    local missing
    missing=$(missing_packages | xargs)
    [ -n "$missing" ] || return 0
    say "installing system packages: $missing"
    local install="apt-get -qq -y -o DPkg::Lock::Timeout=120 install --no-install-recommends"
    if ! { { [ -z "$sudo" ] || command -v sudo >/dev/null; } &&
        # One broken source of many must not be the end of it.
        { $sudo apt-get -qq update </dev/null || true; } &&
        $sudo env DEBIAN_FRONTEND=noninteractive $install $missing </dev/null >/dev/null; }; then
        say "could not install them; please run: sudo apt-get update && sudo apt-get install $missing"
    fi
}

# ---- Python --------------------------------------------------------------------------------

usable_python() {
    command -v "$1" >/dev/null &&
        "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

# Sets `python` to the first interpreter that is new enough and can make an environment.
find_python() {
    for python in ${PYTHON:-} python3 python3.13 python3.12 python3.11 /usr/bin/python3; do
        usable_python "$python" && return
    done
    return 1
}

# An environment does not survive another interpreter or another place: it is made anew.
origin() { pwd && "$python" -c 'import sys; print(sys.version, sys.base_prefix)'; }

contents() { origin && cat pyproject.toml packaging/constraints.txt packaging/bringup.sh; }

bring_environment() {
    if ! find_python; then
        say "needs Python 3.11 or newer with its venv module; please install it, or set PYTHON=…"
        exit 1
    fi
    local home wanted stamp=.venv/.ready-to-$purpose
    home=$(origin | cksum) wanted=$(contents | cksum)
    [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ] && return
    say "setting up .venv (the first time takes a minute)"
    rm -f .venv/.ready-to-*
    [ "$(cat .venv/.origin 2>/dev/null)" = "$home" ] || "$python" -m venv --clear .venv
    echo "$home" >.venv/.origin
    local pip=".venv/bin/python -m pip --disable-pip-version-check --no-input"
    # The build tool goes in first, at its pinned version: an isolated build would ignore the pins.
    $pip install -q -c packaging/constraints.txt hatchling editables
    $pip install -q -c packaging/constraints.txt --no-build-isolation -e ".$extras"
    # By a relative path: Python reads .pth files in the locale's encoding, and under a Chinese path
    # it could not even start where that is ASCII.
    local link
    for link in .venv/lib/python3*/site-packages/*gdsim*.pth; do echo ../../../.. >"$link"; done
    # Whatever serves the tests serves the app.
    echo "$wanted" | tee .venv/.ready-to-run "$stamp" >/dev/null
}

bring_system
bring_environment
