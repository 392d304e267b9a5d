"""Print which locked packages are younger than half a year, and what brings them along.

`python installer/young.py` asks the package index through uv, so it is no part of `make test`. A young package has been
looked at by few: each that is none of our own choice is named in the release's notes, with the reason why it stays.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HALF_A_YEAR = timedelta(days=182)
COMPILE = ("-m", "uv", "pip", "compile", "-q", "--universal", "--python-version", "3.11", "--no-header")
PINNED = re.compile(r"^([A-Za-z0-9_.-]+)==([^\s;\\]+)", re.MULTILINE)
BROUGHT = re.compile(r"^([A-Za-z0-9_.-]+)==\S+.*?# via (.+)$", re.MULTILINE)
WHOLLY_NEW = re.compile(r"`([A-Za-z0-9_.-]+)` was filtered by `exclude-newer`")


def main() -> int:
    """A line for each: name, locked version, the newest of before (or "-"), what brings it."""
    locked = dict(PINNED.findall((ROOT / "requirements.lock").read_text("utf-8")))
    before = _versions_of(locked, datetime.now(UTC).date() - HALF_A_YEAR)
    brought = _brought()
    for name in sorted(locked):
        if before.get(name) != locked[name] and _newer(locked[name], before.get(name)):
            print(f"{name:28} {locked[name]:14} {before.get(name, '-'):14} {brought.get(name, 'ourselves')}")
    return 0


def _versions_of(names: Iterable[str], day: date) -> dict[str, str]:
    """The newest version of each that was there on a day."""
    left = set(names)
    while left:
        with tempfile.NamedTemporaryFile("w", suffix=".txt") as wanted:
            wanted.write("\n".join(sorted(left)))
            wanted.flush()
            only = ("--no-deps", "--no-annotate", "--exclude-newer", day.isoformat())
            done = subprocess.run([sys.executable, *COMPILE, *only, wanted.name], capture_output=True, text=True)
        if done.returncode == 0:
            return dict(PINNED.findall(done.stdout))
        new = WHOLLY_NEW.findall(done.stderr)
        if not left & set(new):
            raise SystemExit(done.stderr)
        left -= set(new)
    return {}


def _brought() -> dict[str, str]:
    """What requires each package, as the lock resolves."""
    annotated = ("--annotation-style", "line", "--extra", "setup", "-c", "requirements.lock", "pyproject.toml")
    done = subprocess.run([sys.executable, *COMPILE, *annotated], cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr)
    found = {name: re.sub(r"-c \S+(, )?", "", via).strip(", ") for name, via in BROUGHT.findall(done.stdout)}
    return {name: via.replace("onepresence-desktop (pyproject.toml)", "ourselves") for name, via in found.items()}


def _newer(version: str, other: str | None) -> bool:
    from packaging.version import Version

    return other is None or Version(version) > Version(other)


if __name__ == "__main__":
    sys.exit(main())
