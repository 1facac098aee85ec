#!/usr/bin/env bash
# Installs a setup.exe for this person, tries what it put there, takes it off again. In Git's bash.
set -euo pipefail
cd "$(dirname "$0")/../.."
setup=$(cygpath -w "${1:?setup.exe}")
programs=$(cygpath -u "$LOCALAPPDATA")/Programs/gdsim
scene=resources/scenarios/article0-sync-vs-sequential.gdsim
version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' gdsim/__init__.py)
folder=$(mktemp -d)/"梯度 下降"
mkdir -p "$folder"
cp $scene "$folder/场景 一.gdsim"

# Options with a slash would become paths.
export MSYS_NO_PATHCONV=1
powershell -NoProfile -Command "Start-Process -Wait -FilePath '$setup' -ArgumentList '/S'"
[ "$("$programs/gdsim.com" --version | tr -d '\r')" = "gdsim $version" ]
"$programs/gdsim.com" trace "$(cygpath -w "$folder/场景 一.gdsim")" -o "$(cygpath -w "$folder/步骤.csv")"
[ -s "$folder/步骤.csv" ]
"$programs/gdsim.com" render "$(cygpath -w "$folder/场景 一.gdsim")" -o "$(cygpath -w "$folder/图.png")"
[ -s "$folder/图.png" ]
reg query 'HKCU\Software\Classes\gdsim.scenario\shell\open\command'

# By its association, as a double-click does; it must still be there after a while.
powershell -NoProfile -Command "Start-Process -FilePath '$(cygpath -w "$folder/场景 一.gdsim")'"
sleep 20
tasklist /FI 'IMAGENAME eq gdsim.exe' | grep gdsim.exe
taskkill /IM gdsim.exe /F
sleep 2

powershell -NoProfile -Command "Start-Process -Wait -FilePath '$(cygpath -w "$programs/uninstall.exe")' -ArgumentList '/S'"
sleep 10 # the uninstaller goes on in a copy of itself
[ ! -e "$programs" ]
if reg query 'HKCU\Software\Classes\gdsim.scenario' 2>/dev/null; then exit 1; fi
echo "installed, tried, gone"
