"""A real SMS gateway of its own (Kannel) with a network behind it that takes everything and reports it delivered."""

from __future__ import annotations

import re
import socket
import subprocess
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote_to_bytes

from tests.support.free_port import free_port
from tests.support.waiting import STARTING, soon

ACCOUNT, PASSWORD = "onepresence", "gateway-secret"
NETWORK = "/usr/lib/kannel/test/fakesmsc"


@dataclass(frozen=True, slots=True)
class Taken:
    """An SMS as the network has it."""

    sender: str
    to: str
    text: str


class Kannel:
    """Started and stopped by `with`; `stop` and `start` play a gateway that goes away and comes back."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        admin, boxes, network, self.port = (free_port() for _ in range(4))
        self._network_port = network
        self.url = f"http://127.0.0.1:{self.port}/cgi-bin/sendsms"
        (folder / "kannel.conf").write_text(
            f"group = core\nadmin-port = {admin}\nadmin-interface = 127.0.0.1\nadmin-password = x\n"
            f"smsbox-port = {boxes}\nsmsbox-interface = 127.0.0.1\nbox-allow-ip = 127.0.0.1\n"
            f"store-type = file\nstore-location = {folder / 'store'}\n\n"
            f"group = smsc\nsmsc = fake\nsmsc-id = network\nport = {network}\nconnect-allow-ip = 127.0.0.1\n\n"
            f"group = smsbox\nbearerbox-host = 127.0.0.1\nsendsms-port = {self.port}\n"
            f"sendsms-interface = 127.0.0.1\nsendsms-chars = +0123456789\n\n"
            f"group = sendsms-user\nusername = {ACCOUNT}\npassword = {PASSWORD}\n"
            f"concatenation = true\nmax-messages = 10\n\n"
            f"group = sms-service\nkeyword = default\nmax-messages = 0\ncatch-all = true\ntext = x\n"
        )
        self._running: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Kannel:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self) -> None:
        """Gateway, network and the door for HTTP, each when the one before stands."""
        config = str(self._folder / "kannel.conf")
        self._begin("bearerbox", "/usr/sbin/bearerbox", config)
        soon(lambda: _open(self._network_port), within=STARTING, every=0.1)
        self.join_network()
        self._begin("smsbox", "/usr/sbin/smsbox", config)
        soon(lambda: _open(self.port), within=STARTING, every=0.1)

    def stop(self) -> None:
        """Stop all."""
        while self._running:
            _ended(self._running.pop())

    def join_network(self) -> None:
        """Have a network behind the gateway."""
        address = ("-H", "127.0.0.1", "-r", str(self._network_port))
        self._network = self._begin("network", NETWORK, *address, "-m", "1", "1 2 text x")

    def leave_network(self) -> None:
        """The gateway goes on taking texts, and delivers none."""
        self._running.remove(self._network)
        _ended(self._network)

    @property
    def taken(self) -> list[Taken]:
        """What has reached the network, in order."""
        said = (self._folder / "network.log").read_text("utf-8", "replace")
        found = re.findall(r"Got message \d+: <(\S+) (\S+) (text|data|udh) (.*)>", said)
        return [Taken(sender, to, _words(kind, text)) for sender, to, kind, text in found]

    def _begin(self, name: str, *command: str) -> subprocess.Popen[bytes]:
        with (self._folder / f"{name}.log").open("ab") as log:
            process = subprocess.Popen(command, stdout=log, stderr=log, stdin=subprocess.DEVNULL)
        self._running.append(process)
        return process


def _ended(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(60)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _words(kind: str, text: str) -> str:
    """As they are read: UCS-2 comes as percent-encoded bytes, behind the header of a part (3GPP TS 23.040)."""
    if kind == "text":
        return text
    return unquote_to_bytes(text.rpartition("data ")[2].replace("+", " ")).decode("utf-16-be")


def _open(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
