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
# Two that look for a free number at the same moment may find the same, so each lane looks in a hundred of its own.
hundred=100
screen() { xvfb-run -a -n $hundred -s "-screen 0 1400x1000x24 -nolisten tcp -noreset" dbus-run-session -- "$@"; }
pytest() { screen $bin/python -m pytest -q --durations=15 "$@"; }
if [ $# -gt 0 ]; then
  pytest "$@"
  exit
fi
# Much of the time is spent waiting for phones, clocks and screens, so four lanes run side by side, each on a screen and
# a bus of its own. What the three behind say comes after.
said=$(mktemp -d)
trap 'rm -rf "$said"' EXIT
hundred=200
pytest tests/walks >"$said/walks" 2>&1 &
walks=$!
hundred=300
pytest tests/pbx/telephony tests/pbx/voice >"$said/telephony" 2>&1 &
telephony=$!
hundred=400
pytest tests/pbx --ignore=tests/pbx/telephony --ignore=tests/pbx/voice >"$said/service" 2>&1 &
service=$!
failed=0
hundred=500
# The rules are covered whole by their own tests; those of everything else don't count for them.
pytest tests/domain --cov=onepresence_desktop.domain --cov-branch --cov-report=term-missing:skip-covered \
  --cov-fail-under=100 || failed=1
pytest tests --ignore=tests/walks --ignore=tests/pbx --ignore=tests/domain || failed=1
for lane in service telephony walks; do
  wait "${!lane}" || failed=1
  say "$lane"
  cat "$said/$lane"
done
exit $failed
