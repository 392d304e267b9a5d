#!/usr/bin/env bash
# Everything that must hold, in the order in which it is cheap to find out. Called by `make test`.
set -euo pipefail
cd "$(dirname "$0")/.."
bin=.venv/bin
# Where Python is told to leave nothing behind, each lane and each program of a test would compile the tests anew.
unset PYTHONDONTWRITEBYTECODE
say() { printf '\n== %s\n' "$*"; }

rules() {
  say "ruff"
  $bin/ruff check . && $bin/ruff format --check . || return 1
  say "types"
  $bin/mypy || return 1
  say "import rules"
  $bin/lint-imports
}
# Widgets are tested off screen; tests of windows, keys and tray start the program on a screen with a window manager.
export QT_LOGGING_RULES=${QT_LOGGING_RULES:-"qt.qpa.*=false"}
# Two that look for a free number at the same moment may find the same, so each lane looks in a hundred of its own.
hundred=100
screen() { xvfb-run -a -n $hundred -s "-screen 0 1400x1000x24 -nolisten tcp -noreset" dbus-run-session -- "$@"; }
pytest() { screen $bin/python -m pytest -q -p no:cacheprovider --durations=15 "$@"; }
if [ $# -gt 0 ]; then
  rules
  say "tests"
  pytest "$@"
  exit
fi
# Much of the time is spent waiting for phones, clocks and screens, so up to ten lanes run side by side, each on a screen
# and a bus of its own; the walks, which wait most, in four of them, every fourth file; the service and what is left,
# which work most, in several each, so that no core is idle at the end. What failed is said last.
said=$(mktemp -d)
# What a service of one lane has spoken, those of all others need not speak again.
export ONEPRESENCE_SAID=$said/spoken
mkdir "$ONEPRESENCE_SAID"
declare -A lanes=()
passed=() failed=()
set -m # each lane is a group of processes, and ends with all that it has started
leave() {
  for one in "${lanes[@]}"; do kill -- "-$one" 2>/dev/null || true; done
  rm -rf "$said"
}
trap leave EXIT
ended() { if [ "$1" = 0 ]; then passed+=("$2"); else failed+=("$2"); fi; }
here() {
  local name=$1 code=0
  shift
  pytest "$@" 2>&1 | tee "$said/$name" || code=$?
  ended $code "$name"
}
lane() {
  local name=$1
  shift
  hundred=$((hundred + 100))
  pytest "$@" >"$said/$name" 2>&1 &
  lanes[$name]=$!
}
walks=(tests/walks/test_*.py) walk_lanes=()
for first in 0 1 2 3; do
  some=()
  for ((n = first; n < ${#walks[@]}; n += 4)); do some+=("${walks[n]}"); done
  lane "walks $((first + 1))" "${some[@]}"
  walk_lanes+=("walks $((first + 1))")
done
# The walks wait more than they work: what is cheap to find out is found out meanwhile.
rules || exit 1
say "tests"
lane telephony tests/pbx/telephony tests/pbx/voice
connections=(tests/pbx/{calendars,delivery,directories})
lane connections "${connections[@]}"
lane services tests/pbx/services
hundred=$((hundred + 100))
# The rules are covered whole by their own tests; those of everything else don't count for them.
here domain tests/domain --cov=onepresence_desktop.domain --cov-branch --cov-report=term-missing:skip-covered \
  --cov-fail-under=100
pages=(tests/desktop/{administration,calls,colleagues,diversion,inbox,look,phonebook,profile,reception,settings})
lane pages "${pages[@]}"
others=(tests/pbx/{telephony,voice,services} "${connections[@]}")
lane service tests/pbx "${others[@]/#/--ignore=}"
hundred=$((hundred + 100))
here rest tests --ignore=tests/walks --ignore=tests/pbx --ignore=tests/domain "${pages[@]/#/--ignore=}"
shown=("${passed[@]}")
for name in connections services service telephony pages "${walk_lanes[@]}"; do
  code=0
  wait "${lanes[$name]}" || code=$?
  unset "lanes[$name]"
  ended $code "$name"
done
for name in "${passed[@]:${#shown[@]}}" "${failed[@]}"; do
  say "$name"
  cat "$said/$name"
done
[ ${#failed[@]} -gt 0 ] || exit 0
say "failed"
for name in "${failed[@]}"; do
  found=$(grep -E '^(FAILED|ERROR) tests/|^(FAIL|ERROR:) ' "$said/$name" | sed 's/ - .*//' || tail -n 3 "$said/$name")
  sed "s/^/$name: /" <<<"$found"
done
exit 1
