# Wraps build/package/frozen/gdsim into an installer. Part of packaging/build.sh; runs in Git's bash.
# shellcheck shell=bash disable=SC2154

makensis=$(command -v makensis || echo "/c/Program Files (x86)/NSIS/makensis.exe")
file=dist/gdsim-$version-windows-$machine-setup.exe
numbers=$(grep -oE '[0-9]+' <<<"$version" | head -4 | paste -sd. -)
while [ "$(tr -cd . <<<"$numbers")" != "..." ]; do numbers+=.0; done
cp "$work/licences/licences.txt" "$work/frozen/gdsim/licences.txt"
# -WX: a warning of this compiler is a mistake. With "-", not "/", bash leaves the options alone.
"$makensis" -V2 -WX -INPUTCHARSET UTF8 "-DVERSION=$version" "-DVERSION4=$numbers" \
    "-DPAYLOAD=$work/frozen/gdsim" "-DICONS=$work/icons" "-DOUTPUT=$(cygpath -m "$PWD")/$file" \
    packaging/windows/gdsim.nsi
say "$file  $(($(stat -c %s "$file") / 1000)) kB"
