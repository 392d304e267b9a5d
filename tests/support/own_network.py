"""A network of one's own for a test that needs the usual ports: nothing else on the machine is there."""

from __future__ import annotations

import os

ADDRESS = "10.77.0.1"
"""This machine's address in it."""

_SET_UP = f"""
ip link set lo up
ip addr add {ADDRESS}/32 dev lo
ip route add default dev lo src {ADDRESS}
exec "$@"
"""


def inside(*command: str) -> list[str]:
    """The command line that runs `command` in there."""
    as_root = [] if os.geteuid() == 0 else ["--user", "--map-root-user"]
    return ["unshare", "--net", *as_root, "sh", "-e", "-c", _SET_UP, "sh", *command]
