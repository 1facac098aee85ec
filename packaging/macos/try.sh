#!/usr/bin/env bash
# Opens a disk image, tries the program in it from a folder of this person, takes it away again.
set -euo pipefail
cd "$(dirname "$0")/../.."
image=${1:?image.dmg}
scene=resources/scenarios/article0-sync-vs-sequential.gdsim
version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' gdsim/__init__.py)
folder=$(mktemp -d)/"梯度 下降"
volume=$(mktemp -d)
mkdir -p "$folder"
cp $scene "$folder/场景 一.gdsim"

hdiutil attach -quiet -nobrowse -mountpoint "$volume" "$image"
cp -R "$volume/gdsim.app" "$folder/"
hdiutil detach -quiet "$volume"
program="$folder/gdsim.app/Contents/MacOS/gdsim"
[ "$("$program" --version)" = "gdsim $version" ]
"$program" render "$folder/场景 一.gdsim" -o "$folder/图.png"
[ -s "$folder/图.png" ]
codesign --verify --deep --strict "$folder/gdsim.app"

# As the Finder does; it must still be there after a while.
open -a "$folder/gdsim.app" "$folder/场景 一.gdsim"
sleep 20
pgrep -x gdsim
pkill -x gdsim
rm -rf "$folder"
echo "opened, tried, gone"
