"""A real mail server (chasquid) of its own on free ports: STARTTLS and implicit TLS, sign-in, and what it delivers."""

from __future__ import annotations

import shutil
import socket
import subprocess
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from onepresence_desktop.pbx.certificate import own
from tests.support.free_port import free_port
from tests.support.waiting import STARTING, soon

DOMAIN = "firma.example"
ACCOUNT, PASSWORD = f"pbx@{DOMAIN}", "chasquid-secret"

_CONFIG = """
hostname: "localhost"
smtp_address: "127.0.0.1:{smtp}"
submission_address: "127.0.0.1:{port}"
submission_over_tls_address: "127.0.0.1:{tls_port}"
data_dir: "{folder}/data"
mail_log_path: "{folder}/mail.log"
mail_delivery_agent_bin: "{folder}/deliver"
mail_delivery_agent_args: "%to%"
"""

# Written whole before it has its name, for tests look into the folder all the time.
_DELIVER = """#!/bin/sh
new=$(mktemp {folder}/mail/.XXXXXXXXXX) && cat >"$new" && mv "$new" "{folder}/mail/$(date +%s%N)-$$.eml"
"""


def missing() -> bool:
    """Whether it isn't installed."""
    return shutil.which("chasquid") is None


class Chasquid:
    """Started and stopped by `with`; `stop` and `start` play a server that goes away and comes back.

    Its people are those named; it refuses every other address of its domain.
    """

    def __init__(self, folder: Path, *people: str) -> None:
        self._folder = folder
        (folder / "domains" / DOMAIN).mkdir(parents=True)
        (folder / "mail").mkdir()
        (folder / "certs" / "localhost").mkdir(parents=True)
        self.identity = own(folder / "tls")
        shutil.copy(self.identity.certificate, folder / "certs" / "localhost" / "fullchain.pem")
        shutil.copy(self.identity.key, folder / "certs" / "localhost" / "privkey.pem")
        smtp, self.port, self.tls_port = (free_port() for _ in range(3))
        ports = {"smtp": smtp, "port": self.port, "tls_port": self.tls_port}
        (folder / "chasquid.conf").write_text(_CONFIG.format(folder=folder, **ports))
        (folder / "deliver").write_text(_DELIVER.format(folder=folder))
        (folder / "deliver").chmod(0o755)
        for name in (ACCOUNT, *(f"{person}@{DOMAIN}" for person in people)):
            self._util("user-add", name, f"--password={PASSWORD}")
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Chasquid:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self) -> None:
        """Start, and wait until it answers."""
        with (self._folder / "server.log").open("ab") as log:
            self._process = subprocess.Popen(
                ["chasquid", f"-config_dir={self._folder}"], stdout=log, stderr=log, stdin=subprocess.DEVNULL
            )
        soon(lambda: _open(self.port) and _open(self.tls_port), within=STARTING, every=0.05)

    def stop(self) -> None:
        """Stop it."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(60)
            self._process = None

    @property
    def names(self) -> list[str]:
        """The files of what it has delivered, in order; unlike `taken` nothing is read."""
        return [file.name for file in self._delivered()]

    @property
    def taken(self) -> list[EmailMessage]:
        """What it has delivered, in order."""
        found = [message_from_bytes(file.read_bytes(), policy=policy.default) for file in self._delivered()]
        return [mail for mail in found if isinstance(mail, EmailMessage)]

    def _delivered(self) -> list[Path]:
        return sorted((self._folder / "mail").glob("*.eml"))

    def _util(self, *command: str) -> None:
        subprocess.run(["chasquid-util", f"-C={self._folder}", *command], check=True, capture_output=True, timeout=60)


def _open(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
