# Wraps build/package/frozen/gdsim for Linux. Part of packaging/build.sh.
# shellcheck shell=bash disable=SC2154

frozen=$work/frozen/gdsim
here=packaging/linux

# What both packages carry beside the program, laid out as below /usr.
share() {
    local to=$1
    install -Dm644 $here/gdsim.desktop "$to/applications/gdsim.desktop"
    install -Dm644 $here/gdsim.xml "$to/mime/packages/gdsim.xml"
    install -d "$to/icons"
    cp -r "$work/icons/hicolor" "$to/icons/"
}

# Debian sorts 1.0~rc1 before 1.0, as Python sorts 1.0rc1.
deb_version() { sed -E 's/(a|b|rc|\.dev)([0-9]+)$/~\1\2/' <<<"$version"; }

make_deb() {
    local root=$work/deb arch depends file
    arch=$(dpkg --print-architecture)
    file=dist/gdsim_$(deb_version)_$arch.deb
    depends=$("$work/venv/bin/python" $here/depends.py "$frozen")
    rm -rf "$root"
    install -d "$root/usr/lib" "$root/usr/bin" "$root/DEBIAN"
    cp -r "$frozen" "$root/usr/lib/gdsim"
    ln -s ../lib/gdsim/gdsim "$root/usr/bin/gdsim"
    share "$root/usr/share"
    install -Dm644 "$work/licences/licences.txt" "$root/usr/share/doc/gdsim/copyright"
    install -Dm644 $here/gdsim.1 "$root/usr/share/man/man1/gdsim.1"
    gzip -9n "$root/usr/share/man/man1/gdsim.1"
    tidy "$root"
    cat >"$root/DEBIAN/control" <<CONTROL
Package: gdsim
Version: $(deb_version)
Architecture: $arch
Maintainer: The gdsim authors
Installed-Size: $(du -k --apparent-size -s "$root/usr" | cut -f1)
Section: education
Priority: optional
Depends: $depends
Recommends: fonts-noto-cjk | fonts-wqy-microhei | fonts-wqy-zenhei | fonts-droid-fallback, shared-mime-info, desktop-file-utils
Description: gradient descent, step by step and side by side
 gdsim is a simulator for lectures on gradient descent. It shows runs as paths on
 contours, on the surface and on curves, with the arithmetic of every step, and
 compares synchronous with sequential updates, learning rates, optimizers and
 batch sizes in lock-step.
CONTROL
    (cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum >DEBIAN/md5sums)
    fakeroot dpkg-deb --build -Zxz "-z${XZ_LEVEL:-6}" "$root" "$file" >/dev/null
    made "$file"
}

make_tar() {
    local name=gdsim-$version-linux-$machine root=$work/tar
    rm -rf "$root"
    mkdir -p "$root"
    cp -r "$frozen" "$root/$name"
    share "$root/$name/share"
    install -m644 $here/README.txt "$work/licences/licences.txt" "$root/$name/"
    install -m755 $here/add-to-menu.sh "$root/$name/"
    tidy "$root"
    tar -C "$root" --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner \
        --format=gnu -cf - "$name" | gzip -9n >"dist/$name.tar.gz"
    made "dist/$name.tar.gz"
}

# Who builds may have other habits than who installs: readable by all, writable by the owner.
tidy() {
    chmod -R u=rwX,go=rX "$1"
    find "$1" -name '*.so*' -type f -exec chmod 644 {} +
    find "$1" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
}

made() {
    say "$1  $(($(stat -c %s "$1") / 1000)) kB"
}

say "unpacked $(du -m --apparent-size -s "$frozen" | cut -f1) MB"
if command -v dpkg-deb >/dev/null && command -v fakeroot >/dev/null; then
    make_deb
else
    say "no dpkg-deb or fakeroot here, so no .deb"
fi
make_tar

# The median of five; the frozen program is started five times before, to warm the cache.
first_paint() { "$work/venv/bin/python" $here/screen.py first-paint 5 "$@"; }
if command -v Xvfb >/dev/null; then
    first_paint "$frozen/gdsim" >/dev/null
    say "first paint after $(first_paint "$frozen/gdsim") ms;" \
        "from source after $(first_paint "$work/venv/bin/python" -m gdsim) ms"
fi
