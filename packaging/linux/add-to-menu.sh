#!/bin/sh
# Puts gdsim into the menu of the person who runs this, or with --remove takes it out again.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}

(cd "$here/share" && find . -type f) | while read -r file; do
    if [ "${1:-}" = --remove ]; then
        rm -f "$data/$file"
    else
        mkdir -p "$(dirname "$data/$file")"
        cp "$here/share/$file" "$data/$file"
    fi
done
if [ "${1:-}" != --remove ]; then
    # In Exec, \ " ` $ and % of a path have to be escaped; the value as a whole once more.
    program=$(printf %s "$here/gdsim" | sed -e 's/[\\"`$]/\\\\&/g' -e 's/%/%%/g')
    program=$(printf %s "$program" | sed -e 's/[\\&|]/\\&/g')
    sed -i "s|^Exec=gdsim|Exec=\"$program\"|" "$data/applications/gdsim.desktop"
fi
# Without these tools the desktop notices at the next login.
update-desktop-database -q "$data/applications" 2>/dev/null || true
update-mime-database "$data/mime" 2>/dev/null || true
