#!/bin/sh
# Runs a command on an X display of its own. Usage: window.sh WxH COMMAND...
set -eu
size=$1
shift
n=90
while [ -e "/tmp/.X$n-lock" ] || [ -e "/tmp/.X11-unix/X$n" ]; do n=$((n + 1)); done
Xvfb ":$n" -screen 0 "${size}x24" -nolisten tcp +extension GLX >/dev/null 2>&1 &
server=$!
wm=
trap 'kill $wm $server 2>/dev/null || true' EXIT
export DISPLAY=":$n"
# Tests speak to no session bus and no input method.
unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS
i=0
until xdpyinfo >/dev/null 2>&1; do
	i=$((i + 1))
	[ $i -lt 100 ] || { echo "the display did not start" >&2 && exit 1; }
	sleep 0.1
done
if [ -n "${BITLENS_WM-}" ]; then
	"$BITLENS_WM" >/dev/null 2>&1 &
	wm=$!
fi
"$@"
