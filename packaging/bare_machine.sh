#!/usr/bin/env bash
# Proves that the .deb works on a machine with nothing on it: packaging/bare_machine.sh [bookworm|trixie]
#
# Makes a minimal Debian, installs the package there by its own dependencies alone, starts it the ways
# a person does, looks at the screen, and takes it off again. Needs root, and on this machine
# mmdebstrap (or debootstrap), xvfb and xdotool. The screenshots stay in build/package/bare/.
#   DEB=…   the package, by default the one in dist/
#   MIRROR=…  where Debian's packages come from, by default where the tool looks by itself
set -euo pipefail
cd "$(dirname "$0")/.."

suite=${1:-bookworm}
# Brought for the proof, not by gdsim.
tools="fonts-noto-cjk libglib2.0-bin shared-mime-info desktop-file-utils"
work=$PWD/build/package/bare
root=$work/root-$suite
shots=$work/shots-$suite
mirror=${MIRROR:-}
version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' gdsim/__init__.py)
deb=${DEB:-$(ls dist/gdsim_*_"$(dpkg --print-architecture)".deb)}
python=$PWD/build/package/venv/bin/python
[ -x "$python" ] || python=python3
scene=resources/scenarios/article0-sync-vs-sequential.gdsim

if [ "$(id -u)" != 0 ]; then echo "bare_machine.sh: needs root" >&2; exit 2; fi
if [ -z "${GDSIM_BARE:-}" ]; then
    # In name spaces of its own: when it ends, however it ends, its processes and mounts are gone.
    GDSIM_BARE=1 exec unshare --mount --pid --fork --kill-child --propagation private "$0" "$@"
fi
mount -t proc proc /proc

failures=0
say() { printf '%s: %s\n' "$suite" "$*"; }
good() { say "  ok    $*"; }
bad() { say "  FAIL  $*"; failures=$((failures + 1)); }
check() { # what it is, command…
    local what=$1
    shift
    if "$@"; then good "$what"; else bad "$what"; fi
}
screen() { "$python" packaging/linux/screen.py "$@"; }

# ---- the machine ---------------------------------------------------------------------------

make_root() {
    local base=$work/base-$suite.tar
    mkdir -p "$work" "$shots"
    rm -f "$shots"/*
    if [ ! -s "$base" ]; then
        say "making a minimal Debian"
        if command -v mmdebstrap >/dev/null; then
            mmdebstrap --quiet --format=tar --variant=minbase "$suite" "$base.part" ${mirror:+"$mirror"}
        else
            rm -rf "$root"
            debootstrap --variant=minbase "$suite" "$root" ${mirror:+"$mirror"} >/dev/null
            tar -C "$root" -cf "$base.part" .
        fi
        mv "$base.part" "$base"
    fi
    rm -rf --one-file-system "$root"
    mkdir -p "$root" "$work/apt-$suite/partial"
    tar -C "$root" -xf "$base"
    cp /etc/resolv.conf "$root/etc/resolv.conf"
    mount -t proc proc "$root/proc"
    mount -t tmpfs tmpfs "$root/dev"
    mkdir -p "$root/dev/shm" "$root/tmp/.X11-unix"
    local device
    for device in null zero full random urandom; do
        touch "$root/dev/$device"
        mount --bind "/dev/$device" "$root/dev/$device"
    done
    mkdir -p /tmp/.X11-unix
    mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
    # So that the second time nothing is loaded anew.
    mount --bind "$work/apt-$suite" "$root/var/cache/apt/archives"
    echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";' >"$root/etc/apt/apt.conf.d/99keep"
    inside_root apt-get -qq update
}

inside_root() {
    chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 "$@"
}
install_packages() {
    inside_root apt-get -qq -y --no-install-recommends -o Dpkg::Use-Pty=0 install "$@" \
        >"$work/apt.log" 2>&1 || { cat "$work/apt.log"; bad "apt-get install $*"; exit 1; }
}

# All that is on the machine but for what apt, ldconfig and the font cache keep for themselves.
contents() {
    find "$root" -xdev \( -path "$root/var/cache" -o -path "$root/var/lib/apt" -o -path "$root/var/log" \
        -o -path "$root/tmp" -o -path "$root/home" -o -path "$root/var/lib/dpkg" \) -prune -o -print |
        sort
}
packages() { inside_root dpkg-query -W -f '${Package}\n' | sort; }

add_person() { # name, id
    # Not by useradd, which refuses names that are not ASCII; directory services do not.
    echo "$1:x:$2:$2::/home/$1:/bin/sh" >>"$root/etc/passwd"
    echo "$1:x:$2:" >>"$root/etc/group"
    mkdir -p "$root/home/$1"
    chown "$2:$2" "$root/home/$1"
}

# ---- the screen ----------------------------------------------------------------------------

open_screen() { # options of Xvfb…
    close_screen
    framebuffer=$(mktemp -d)
    rm -f "$framebuffer.number"
    Xvfb -displayfd 3 -fbdir "$framebuffer" -screen 0 1280x720x24 -nolisten tcp -noreset "$@" \
        3>"$framebuffer.number" 2>/dev/null &
    xvfb=$!
    until [ -s "$framebuffer.number" ]; do sleep 0.05; done
    DISPLAY=:$(cat "$framebuffer.number")
    export DISPLAY
}
close_screen() {
    [ -n "${xvfb:-}" ] || return 0
    kill "$xvfb" 2>/dev/null && wait "$xvfb" 2>/dev/null || true
    rm -rf "$framebuffer" "$framebuffer.number"
    xvfb=
}

# ---- the program ---------------------------------------------------------------------------

# What a desktop runs: the Exec line with the file in the place of %f.
exec_line() { # file, or nothing
    local line
    line=$(sed -n 's/^Exec=//p' "$root/usr/share/applications/gdsim.desktop")
    if [ -n "${1:-}" ]; then printf '%s' "${line/\%f/\'$1\'}"; else printf '%s' "${line/\%f/}"; fi
}

start() { # person, id, command as a shell reads it, environment…
    local person=$1 id=$2 command=$3
    shift 3
    chroot --userspec="$id:$id" "$root" env -i PATH=/usr/bin:/bin HOME="/home/$person" \
        DISPLAY="$DISPLAY" "$@" sh -c "cd; exec $command" >"$work/output.log" 2>&1 &
    program=$!
}
windows() { xdotool search --onlyvisible --class gdsim 2>/dev/null; }
window() { windows | head -1; }
shows_window() {
    local each
    screen painted "$framebuffer" || return 1
    screen still "$framebuffer" || return 1
    # Who opens no file is met by the gallery.
    if [ "$(windows | wc -l)" -gt 1 ]; then
        keep gallery
        for each in $(windows); do xdotool windowfocus "$each" key Escape 2>/dev/null || true; done
    fi
    # There is no window manager here: a remembered place has nobody who puts a frame around it.
    xdotool windowmove "$(window)" 0 0
    screen still "$framebuffer"
}
press() { xdotool windowfocus "$(window)" key "$1" 2>/dev/null; } # key
keep() { screen save "$framebuffer" "$shots/$1.png"; }

ends_well() {
    local code=0 tries=0
    press ctrl+q || true
    while kill -0 "$program" 2>/dev/null && [ $((tries += 1)) -lt 100 ]; do sleep 0.1; done
    kill -9 "$program" 2>/dev/null && { say "        it had to be killed"; return 1; }
    wait "$program" || code=$?
    unexpected
    if [ "$code" != 0 ] || [ -s "$work/said" ]; then
        say "        exit code $code, and it said:"
        sed 's/^/          /' "$work/said" | head -20
        return 1
    fi
}
# What was said beside Qt's four lines about a locale that is named but not generated, and the log,
# which goes there where no file can be written.
unexpected() {
    grep -v -e ' INFO gdsim: ' -e '^Detected locale "C" with' -e '^Qt depends on a UTF-8 locale' \
        -e '^If this causes problems, reconfigure' -e '^for more information.$' \
        "$work/output.log" >"$work/said" || true
}

has_text() { # yes or no
    local found verdict=yes
    found=$(screen text "$framebuffer") || verdict=no
    say "        menu bar: $found"
    [ "$verdict" = "$1" ]
}
has_colours() { # at least or at most, how many
    local found
    found=$(screen colours "$framebuffer")
    say "        plots: $found colours"
    if [ "$1" = "at least" ]; then [ "$found" -ge "$2" ]; else [ "$found" -le "$2" ]; fi
}

# One start from the desktop entry to Ctrl+Q: picture, text, 3D.
whole_start() { # name, person, id, file or nothing, 3D (yes or no), environment…
    local name=$1 person=$2 id=$3 file=$4 surface=$5
    shift 5
    start "$person" "$id" "$(exec_line "$file")" "$@"
    check "$name: a window with plots" shows_window
    check "$name: text, not boxes" has_text yes
    keep "$name"
    press ctrl+3 || true
    sleep 1
    screen still "$framebuffer" || true
    keep "$name-3d"
    if [ "$surface" = yes ]; then
        check "$name: 3D is drawn" has_colours "at least" 2500
    else
        check "$name: 3D is not drawn" has_colours "at most" 800
    fi
    check "$name: ends well, says nothing" ends_well
}

# ---- what is proved ------------------------------------------------------------------------

installs() {
    packages >"$work/packages-before"
    contents >"$work/contents-before"
    cp "$deb" "$root/tmp/gdsim.deb"
    install_packages /tmp/gdsim.deb
    rm "$root/tmp/gdsim.deb"
    check "installed" test -x "$root/usr/bin/gdsim"
    say "        brings $(packages | comm -13 "$work/packages-before" - | wc -l) packages," \
        "takes $(du -sm "$root/usr/lib/gdsim" | cut -f1) MB itself"
    local lost
    lost=$(find "$root/usr/lib/gdsim" -name '*.so*' -type f -printf '/%P\n' |
        sed "s|^|/usr/lib/gdsim|" | tr '\n' '\0' |
        inside_root LD_LIBRARY_PATH=/usr/lib/gdsim/_internal xargs -0 ldd 2>/dev/null | grep 'not found' | sort -u || true)
    check "no shared library is missing" test -z "$lost"
    [ -z "$lost" ] || say "$lost"
}

works_without_display() {
    local out=/home/ada/out extension
    run_headless() {
        chroot --userspec=1001:1001 "$root" env -i PATH=/usr/bin:/bin HOME=/home/ada "$@" \
            >"$work/output.log" 2>&1
    }
    check "--version" run_headless gdsim --version
    check "... is $version" grep -qx "gdsim $version" "$work/output.log"
    check "trace" run_headless gdsim trace /home/ada/scene.gdsim -o "$out.csv"
    check "catalog" run_headless gdsim catalog --format json
    check "check" run_headless gdsim check /home/ada/scene.gdsim
    for extension in png svg gif; do
        check "render, $extension" run_headless gdsim render /home/ada/scene.gdsim -o "$out.$extension"
        [ ! -e "$root$out.$extension" ] || cp "$root$out.$extension" "$shots/render.$extension"
        unexpected
        [ ! -s "$work/said" ] || say "        said: $(sort "$work/said" | uniq -c | sort -rn | head -2)"
    done
}

starts_often() {
    local median
    # shellcheck disable=SC2016
    if median=$(screen first-paint 20 sh -c 'exec chroot --userspec=1001:1001 "$0" env -i \
        PATH=/usr/bin:/bin HOME=/home/ada/new XDG_CONFIG_HOME=/home/ada/new LANG=C.UTF-8 \
        DISPLAY="$DISPLAY" gdsim' "$root"); then
        good "20 starts of 20; median to the first paint: $median ms"
    else
        bad "20 starts of 20"
    fi
}

opens_by_double_click() {
    # What a desktop has and a bare machine has not. Last: it brings packages of its own.
    # shellcheck disable=SC2086
    install_packages $tools
    as_ada() {
        chroot --userspec=1001:1001 "$root" env -i PATH=/usr/bin:/bin HOME=/home/ada LANG=C.UTF-8 \
            DISPLAY="${DISPLAY:-}" "$@"
    }
    check "a .gdsim file is application/x-gdsim" \
        grep -q 'content-type: application/x-gdsim$' <(as_ada gio info -a standard::content-type /home/ada/scene.gdsim)
    check "... and gdsim is what opens it" grep -q gdsim.desktop <(as_ada gio mime application/x-gdsim)
    check "desktop-file-validate" inside_root desktop-file-validate /usr/share/applications/gdsim.desktop
    open_screen
    as_ada gio open /home/ada/scene.gdsim >"$work/output.log" 2>&1 || true
    check "gio open: a window with plots" shows_window
    keep gio-open
    press ctrl+q || true
    open_screen
    as_ada gio launch /usr/share/applications/gdsim.desktop >"$work/output.log" 2>&1 || true
    check "gio launch: a window with plots" shows_window
    press ctrl+q || true
    sleep 1
}

leaves_nothing() {
    inside_root apt-get -qq -y purge gdsim >"$work/apt.log" 2>&1 || cat "$work/apt.log"
    local left
    left=$(find "$root" -xdev \( -path "$root/home" -o -path "$root/var/cache/apt" -o -path "$root/var/log" \
        -o -path "$root/var/lib/apt" -o -path "$root/tmp" \) -prune -o -iname '*gdsim*' -print)
    check "purged, no file of its own is left" test -z "$left"
    [ -z "$left" ] || say "$left"
    check "... nor a word in the lists of programs and file types" test -z "$(grep -rls gdsim \
        "$root/usr/share/applications" "$root/usr/share/mime" "$root/usr/share/icons" "$root/etc" |
        grep -v '/etc/\(passwd\|group\)$')"
    left=$(find "$root/tmp" "$root/var/tmp" -xdev -mindepth 1 ! -path '*/.X11-unix*')
    check "... nor temporary files" test -z "$left"
    [ -z "$left" ] || say "$left"
    # What the proof itself brought goes first, and must not hide what gdsim brought.
    # shellcheck disable=SC2086
    inside_root apt-get -qq -y purge $tools >"$work/apt.log" 2>&1 || cat "$work/apt.log"
    inside_root apt-get -qq -y autoremove --purge >"$work/apt.log" 2>&1 || cat "$work/apt.log"
    left=$(packages | comm -13 "$work/packages-before" -)
    check "autoremoved, its dependencies are gone" test -z "$left"
    [ -z "$left" ] || say "$left"
    left=$(contents | comm -13 "$work/contents-before" - | grep -v -f <(kept_by_others) || true)
    check "... and so are all their files" test -z "$left"
    [ -z "$left" ] || say "$left"
}
# What Debian's own packages leave behind when they go; none of it is gdsim's.
kept_by_others() { printf '%s\n' '/etc/resolv.conf' '/__pycache__'; }

say "testing $deb"
make_root
add_person ada 1001
add_person 张三 1002
install -o 1001 -m 644 $scene "$root/home/ada/scene.gdsim"
chinese="/home/张三/梯度 下降"
install -d -o 1002 "$root$chinese"
install -o 1002 -m 644 $scene "$root$chinese/场景 一.gdsim"

installs
works_without_display

open_screen
whole_start english ada 1001 "" yes LANG=C.UTF-8
whole_start file ada 1001 /home/ada/scene.gdsim yes LANG=C.UTF-8

# The test's own test: with no Chinese font there must be boxes, and they must be seen to be.
start 张三 1002 "$(exec_line)" LANG=zh_CN.UTF-8
check "chinese without a font: a window" shows_window
check "chinese without a font: boxes are recognised" has_text no
keep chinese-boxes
check "chinese without a font: ends well" ends_well

install_packages fonts-noto-cjk
# The locale is not generated here, so that Python and Qt see a language but no encoding.
whole_start chinese 张三 1002 "$chinese/场景 一.gdsim" yes LANG=zh_CN.UTF-8
whole_start chinese-ascii 张三 1002 "$chinese/场景 一.gdsim" yes LC_ALL=POSIX LANGUAGE=zh_CN
check "chinese path, trace" chroot --userspec=1002:1002 "$root" env -i PATH=/usr/bin:/bin \
    LC_ALL=POSIX HOME=/home/张三 gdsim trace "$chinese/场景 一.gdsim" -o "$chinese/步骤.csv"

# A home that cannot be written, as on a lectern that forgets everything.
mount --bind "$root/home/ada" "$root/home/ada"
mount -o remount,bind,ro "$root/home/ada"
whole_start read-only-home ada 1001 /home/ada/scene.gdsim yes LANG=C.UTF-8
umount "$root/home/ada"

# No GLX on the screen: Qt falls back to EGL, and 3D with it.
open_screen -extension GLX
whole_start no-glx ada 1001 "" yes LANG=C.UTF-8
# No OpenGL: the drivers are gone, only the empty shells that Qt links to are left.
open_screen
drivers=$(inside_root dpkg-query -W -f '${Package}\n' | grep -E '^(libgl1-mesa-dri|libglx-mesa0|libegl-mesa0|mesa-libgallium)$')
# shellcheck disable=SC2086
inside_root dpkg --purge --force-depends $drivers >/dev/null 2>&1
whole_start no-driver ada 1001 "" no LANG=C.UTF-8
# shellcheck disable=SC2086
install_packages $drivers
# shellcheck disable=SC2086
inside_root apt-mark -qq auto $drivers

starts_often
opens_by_double_click
leaves_nothing
close_screen

say "screenshots in ${shots#"$PWD"/}"
if [ "$failures" = 0 ]; then say "everything holds"; else say "$failures checks failed"; exit 1; fi
