#!/usr/bin/env bash
# Starts the demo; without a screen (a server, a container) on a virtual one with a window manager. Called by `make run`.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname -s)" != Linux ]; then
  exec .venv/bin/onepresence --demo
fi
own=$(mktemp -d)
end() { # the program first, so that it can take its PBX down; then its screen
  trap - EXIT INT TERM
  kill "${program:-}" 2>/dev/null && wait "$program" || true
  kill "${manager:-}" "${screen:-}" 2>/dev/null || true
  wait
  rm -rf "$own"
}
trap end EXIT
trap 'exit 0' INT TERM
mkfifo "$own/number"
Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp -noreset 3>"$own/number" 2>/dev/null &
screen=$!
read -r number <"$own/number"
export DISPLAY=:$number
printf '<?xml version="1.0"?><JWM><Tray x="0" y="-1" height="28"><TaskList/><Dock/></Tray></JWM>' >"$own/jwmrc"
jwm -f "$own/jwmrc" &
manager=$!
echo "There is no screen here: the demo runs on the virtual screen $DISPLAY. Ctrl+C ends it."
.venv/bin/onepresence --demo &
program=$!
wait "$program"
