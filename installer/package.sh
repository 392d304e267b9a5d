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
du -sh .
