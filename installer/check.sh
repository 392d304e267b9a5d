#!/usr/bin/env bash
# Everything that must hold, in the order in which it is cheap to find out. Called by `make test`.
set -euo pipefail
cd "$(dirname "$0")/.."
bin=.venv/bin
say() { printf '\n== %s\n' "$*"; }

say "ruff"
$bin/ruff check .
$bin/ruff format --check .
say "types"
$bin/mypy
say "import rules"
$bin/lint-imports
say "tests"
# Widgets are tested off screen; tests of windows, keys and tray start the program on a screen with a window manager.
export QT_LOGGING_RULES=${QT_LOGGING_RULES:-"qt.qpa.*=false"}
screen() { xvfb-run -a -s "-screen 0 1400x1000x24 -nolisten tcp -noreset" dbus-run-session -- "$@"; }
pytest() { screen $bin/python -m pytest -q --durations=15 "$@"; }
if [ $# -gt 0 ]; then
  pytest "$@"
  exit
fi
# The walks wait for phones and clocks most of the time, so they run beside the others; what they say comes after.
said=$(mktemp)
trap 'rm -f "$said"' EXIT
pytest tests/walks >"$said" 2>&1 &
walks=$!
others=0 walked=0
pytest tests --ignore=tests/walks || others=$?
wait $walks || walked=$?
say "walks"
cat "$said"
[ "$others" = 0 ] && [ "$walked" = 0 ]
