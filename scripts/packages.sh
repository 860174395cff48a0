#!/bin/sh
# Installs the Debian or Ubuntu packages that are missing, and says why.
# Usage: packages.sh run|test|screenshots|package
set -eu

# The toolkit is compiled with cgo against OpenGL and X11.
build="gcc libc6-dev libgl1-mesa-dev libx11-dev libxcursor-dev libxrandr-dev libxinerama-dev libxi-dev libxxf86vm-dev"
# The window tests open the real program on a display of their own, with a
# software OpenGL, press its keys and look at it.
window="xvfb xdotool xclip x11-utils libgl1-mesa-dri openbox"

case "$1" in
run) want=$build why="to build and run the window" ;;
test) want="$build $window" why="to build the window and test it on a display of its own" ;;
screenshots) want="$build $window imagemagick" why="to build the window and take pictures of it" ;;
package) want="$build xz-utils" why="to build and pack the window" ;;
*) echo "usage: $0 run|test|screenshots|package" >&2 && exit 2 ;;
esac

command -v dpkg-query >/dev/null || {
	echo "This is not Debian or Ubuntu. Bitlens needs the like of: $want" >&2
	exit 0
}
missing=
for p in $want; do
	dpkg-query -W -f '${Status}' "$p" 2>/dev/null | grep -q 'ok installed' || missing="$missing $p"
done
[ -n "$missing" ] || exit 0

sudo=
if [ "$(id -u)" != 0 ]; then
	sudo=sudo
	command -v sudo >/dev/null || { echo "Install as root:$missing" >&2 && exit 1; }
fi
echo "Installing$missing ($why)"
export DEBIAN_FRONTEND=noninteractive
# An old package list is tried first: it is quicker, and often good enough.
# shellcheck disable=SC2086
$sudo apt-get install -y -q --no-install-recommends $missing >/dev/null 2>&1 || {
	$sudo apt-get update -q && $sudo apt-get install -y -q --no-install-recommends $missing
}
