"""A network of one's own for a test that needs the usual ports: nothing else on the machine is there."""

from __future__ import annotations

import os
import subprocess

import pytest

ADDRESS = "10.77.0.1"
"""This machine's address in it."""

_SET_UP = f"""
ip link set lo up
ip addr add {ADDRESS}/32 dev lo
ip route add default dev lo src {ADDRESS}
exec "$@"
"""


NOT_ALLOWED = "this machine lets nobody have a disk or network of their own"
"""The one reason for which tests of small disks and own networks are skipped; counted at the end of a run."""


def inside(*command: str) -> list[str]:
    """The command line that runs `command` in there; skips the test where that isn't allowed."""
    as_root = [] if os.geteuid() == 0 else ["--user", "--map-root-user"]
    if subprocess.run(["unshare", "--net", *as_root, "true"], capture_output=True).returncode:
        pytest.skip(NOT_ALLOWED)
    return ["unshare", "--net", *as_root, "sh", "-e", "-c", _SET_UP, "sh", *command]
