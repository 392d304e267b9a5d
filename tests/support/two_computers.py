"""Two computers on one cable: network namespaces that only see each other, and what travels between them."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.own_network import NOT_ALLOWED
from tests.support.waiting import soon

SERVER, COLLEAGUE = "10.78.0.1", "10.78.0.2"

CAPTURE = """
import socket, sys
tap = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.ntohs(3))
tap.bind(("cable", 0))
with open(sys.argv[1], "ab", buffering=0) as file:
    while True:
        file.write(tap.recv(70000))
"""


@dataclass
class Computer:
    """One of the two. address: on the cable."""

    pid: int
    address: str

    def inside(self, *command: str) -> list[str]:
        """The command line that runs `command` on it."""
        return ["nsenter", "-t", str(self.pid), "-n", *command]


@contextlib.contextmanager
def two_computers(capture: Path) -> Iterator[tuple[Computer, Computer]]:
    """The server and the colleague's; every frame between them goes to a file. Skips where that isn't allowed."""
    if os.geteuid() != 0:
        pytest.skip(NOT_ALLOWED)
    with contextlib.ExitStack() as stack:
        computers, kept = [], []
        for address in (SERVER, COLLEAGUE):
            process = subprocess.Popen(["unshare", "--net", "sleep", "600"], stderr=subprocess.DEVNULL)
            stack.callback(process.wait)
            stack.callback(process.kill)
            computers.append(Computer(process.pid, address))
            kept.append(process)
        server, colleague = computers
        refused = soon(lambda: [p for p in kept if p.poll() is not None] or all(map(_separate, computers)))
        if refused is not True:
            pytest.skip(NOT_ALLOWED)
        pair = ["ip", "link", "add", "name", "cable", "type", "veth", "peer", "name", "cable"]
        if subprocess.run(server.inside(*pair, "netns", str(colleague.pid)), capture_output=True).returncode:
            pytest.skip(NOT_ALLOWED)
        for computer in computers:
            for words in ("addr add {}/24 dev cable", "link set lo up", "link set cable up"):
                subprocess.run(computer.inside("ip", *words.format(computer.address).split()), check=True)
        tap = subprocess.Popen(server.inside(sys.executable, "-c", CAPTURE, str(capture)))
        stack.callback(tap.wait)
        stack.callback(tap.kill)
        soon(capture.exists)
        yield server, colleague


def _separate(computer: Computer) -> bool:
    try:
        return Path(f"/proc/{computer.pid}/ns/net").readlink() != Path("/proc/self/ns/net").readlink()
    except OSError:
        return False
