# Wraps build/package/frozen/gdsim.app into a disk image. Part of packaging/build.sh.
# shellcheck shell=bash disable=SC2154

app=$work/frozen/gdsim.app
file=dist/gdsim-$version-macos-$machine.dmg
image=$work/dmg

plutil -lint "$app/Contents/Info.plist"
# Signed for no one in particular ("ad hoc"), but completely: what is signed only in part is called
# damaged. IDENTITY=… signs with a certificate.
codesign --force --deep --sign "${IDENTITY:--}" "$app"
codesign --verify --deep --strict "$app"

rm -rf "$image" "$file"
mkdir -p "$image"
cp -R "$app" "$image/"
cp "$work/licences/licences.txt" "$image/"
ln -s /Applications "$image/Applications"
hdiutil create -quiet -volname "gdsim $version" -srcfolder "$image" -format UDZO "$file"
say "$file  $(($(stat -f %z "$file") / 1000)) kB"
