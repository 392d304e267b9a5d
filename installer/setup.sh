#!/usr/bin/env bash
# Makes a checkout ready: Debian packages (as root, otherwise it says which), .venv with the locked versions, translations.
# usage: installer/setup.sh run|test|bench|package
set -euo pipefail
cd "$(dirname "$0")/.."
want=${1:?run, test, bench or package}

run_packages="python3 python3-venv libglib2.0-0 libgl1 libegl1 libdbus-1-3 libfontconfig1 libfreetype6 libxkbcommon0
libxkbcommon-x11-0 libbrotli1 libx11-xcb1 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-image0 libxcb-randr0
libxcb-render-util0 libxcb-shape0 libxcb-xfixes0 libxcb-xkb1 libxcb-sync1 libxcb-shm0 fonts-dejavu-core libpulse0
libxrandr2 libwayland-cursor0"
test_packages="xvfb xauth jwm xdotool dbus dbus-x11 at-spi2-core x11-utils x11-xkb-utils x11-xserver-utils imagemagick xterm mousepad
xclip baresip-core sip-tester postgresql-15 gnome-keyring strace procps kamailio kamailio-tls-modules kannel kannel-extras slapd libnet-smpp-perl
chasquid xandikos
pulseaudio pulseaudio-utils iproute2 libglib2.0-bin linphone-cli"
# Prism, which plays Microsoft Graph by its schema, comes from npm; an npm that is no Debian package will do.
command -v npm >/dev/null 2>&1 || test_packages="$test_packages nodejs npm"
# What starts are measured beside: a program of the same kind in C++.
bench_packages="$test_packages psi-plus"
package_packages="binutils xvfb xauth"

packages=$run_packages
[ "$want" = test ] && packages="$packages $test_packages"
[ "$want" = bench ] && packages="$packages $bench_packages"
[ "$want" = package ] && packages="$packages $package_packages"
# Without a screen (a server, a container) the demo is shown on a virtual one.
[ "$want" = run ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && [ "$(uname -s)" = Linux ] && packages="$packages xvfb jwm"

if command -v dpkg-query >/dev/null 2>&1; then
  missing=""
  for package in $packages; do
    state=$(dpkg-query -W -f='${Status}' "$package" 2>/dev/null || true)
    [ "$state" = "install ok installed" ] || missing="$missing $package"
  done
  if [ -n "$missing" ]; then
    if [ "$(id -u)" = 0 ]; then
      echo "Installing Debian packages:$missing"
      export DEBIAN_FRONTEND=noninteractive
      # The distribution may bring a cluster up by itself; the tests make their own and drop it.
      mkdir -p /etc/postgresql-common
      [ -f /etc/postgresql-common/createcluster.conf ] || echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.conf
      apt-get update -qq
      # shellcheck disable=SC2086
      apt-get install -y -qq --no-install-recommends $missing >/dev/null
    else
      echo "Some Debian packages are missing. Install them with:" >&2
      become="su -c"
      command -v sudo >/dev/null 2>&1 && become="sudo sh -c"
      echo "  $become 'apt-get update && apt-get install -y --no-install-recommends$missing'" >&2
      exit 1
    fi
  fi
fi

lock=requirements.lock
[ "$want" = run ] || lock=requirements-dev.lock
[ -x .venv/bin/python ] || python3 -m venv .venv
stamp=.venv/.locked-$(basename "$lock" .lock)
fresh=$(cat "$lock" pyproject.toml | cksum)
if [ "$(cat "$stamp" 2>/dev/null || true)" != "$fresh" ]; then
  echo "Installing the locked Python packages ($lock)"
  .venv/bin/python -m pip install -q --disable-pip-version-check --no-deps --require-hashes -r "$lock"
  .venv/bin/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
  # Qt's binding carries a part of itself packed, and compiles it at every start; unpacked and compiled here, it is a
  # third of the import less. SBK_EMBED is the binding's own switch: 1 removes what an older version unpacked.
  SBK_EMBED=1 .venv/bin/python -c "import shiboken6"
  SBK_EMBED=0 .venv/bin/python -c "import shiboken6"
  .venv/bin/python -c "import compileall, pathlib, shiboken6
compileall.compile_dir(pathlib.Path(shiboken6.__file__).with_name('files.dir'), quiet=1)"
  echo "$fresh" >"$stamp"
fi

if [ "$want" = test ] || [ "$want" = bench ]; then
  parts=tests/support/npm
  fresh=$(cat $parts/package-lock.json | cksum)
  if [ "$(cat $parts/node_modules/.locked 2>/dev/null || true)" != "$fresh" ]; then
    echo "Installing the locked npm packages ($parts)"
    (cd $parts && npm ci --silent)
    echo "$fresh" >$parts/node_modules/.locked
  fi
fi

# Compiled once, here: where Python is told to leave nothing behind (PYTHONDONTWRITEBYTECODE, as in many containers), each
# start would compile every module anew, which is nearly half of it.
.venv/bin/python -m compileall -q onepresence_desktop

for language in da sv en; do
  source=translations/onepresence_$language.ts
  target=translations/onepresence_$language.qm
  if [ -f "$source" ] && { [ ! -f "$target" ] || [ "$source" -nt "$target" ]; }; then
    .venv/bin/pyside6-lrelease -silent "$source" -qm "$target"
  fi
done
