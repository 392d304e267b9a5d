#!/usr/bin/env bash
# The picture in the README: the demo's window with its frame, on a virtual screen of 1280 x 800 with jwm.
# usage: tests/support/main_picture.sh [FILE.png]
set -euo pipefail
cd "$(dirname "$0")/../.."
file=$(realpath -m "${1:-resources/screenshots/main.png}")
if [ -z "${ON_VIRTUAL_SCREEN:-}" ]; then
  ON_VIRTUAL_SCREEN=1 exec xvfb-run -a -s "-screen 0 1280x800x24 -nolisten tcp" dbus-run-session -- "$0" "$file"
fi
home=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; wait; rm -rf "$home"' EXIT
export HOME=$home XDG_RUNTIME_DIR=$home XDG_CONFIG_HOME=$home/config XDG_DATA_HOME=$home/data XDG_CACHE_HOME=$home/cache
printf '<?xml version="1.0"?><JWM><Tray x="0" y="-1" height="28"><TaskList/><Dock/></Tray></JWM>' >"$home/.jwmrc"
jwm &
.venv/bin/onepresence --demo &
for _ in $(seq 150); do
  window=$(xdotool search --onlyvisible --name '^OnePresence.*Demo' 2>/dev/null | head -1) && [ -n "$window" ] && break
  sleep 0.2
done
# The office needs a moment to be seen at work: colleagues come and go, calls ring.
sleep "${SECONDS_OF_LIFE:-25}"
xdotool mousemove 1279 0
mkdir -p "$(dirname "$file")"
import -frame -window "$window" -strip "$file"
echo "$file"
