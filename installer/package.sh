#!/usr/bin/env bash
# Builds dist/onepresence/ (two programs and what they need) and tries both. Called by `make package`.
set -euo pipefail
cd "$(dirname "$0")/.."
# Some libraries look for a screen while they are analysed.
screen=()
[ "$(uname -s)" = Linux ] && screen=(xvfb-run -a)
rm -rf dist/onepresence
"${screen[@]}" .venv/bin/python -m PyInstaller --noconfirm --clean --log-level WARN \
  --workpath build --distpath dist installer/onepresence.spec

cd dist/onepresence
./onepresence numbers "Tel.: +45 33 12 34 56 (direkte)"
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
./onepresence-pbx customer add 100 "My Company" --data "$data" >/dev/null
./onepresence-pbx check --data "$data"
# With its standard input closed the service ends by itself.
for program in "./onepresence --pbx" "./onepresence-pbx"; do
  $program serve --child --driver demo --http 127.0.0.1:0 --data "$(mktemp -d -p "$data")" </dev/null 2>/dev/null | grep ready
done
# The window, with the demo behind it: live means that program, service and stream found each other.
home="$data/home"
mkdir -p "$home" "$data/run"
chmod 700 "$data/run"
own() { env -u XDG_CONFIG_HOME -u XDG_DATA_HOME -u XDG_CACHE_HOME HOME="$home" XDG_RUNTIME_DIR="$data/run" "$@"; }
own "${screen[@]}" ./onepresence --demo &
window=$!
for _ in $(seq 120); do
  live=$(own ./onepresence status --json 2>/dev/null || true)
  grep -q '"live": true' <<<"$live" && break
  kill -0 $window || exit 1
  sleep 0.5
done
printf '%s\n' "$live"
own ./onepresence quit
wait $window
grep -q '"live": true' <<<"$live"
du -sh .
