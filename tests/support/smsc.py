"""A real SMS centre of its own that speaks SMPP (Net::SMPP)."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.support.free_port import free_port
from tests.support.waiting import STARTING, soon

PROGRAM = Path(__file__).with_name("smsc.pl")
ACCOUNT, PASSWORD = "onepresence", "smpp-key"


def missing() -> bool:
    """Whether what it is written with isn't installed."""
    return subprocess.run(["perl", "-MNet::SMPP", "-e", "1"], capture_output=True).returncode != 0


class Center:
    """Started and stopped by `with`; `stop` and `start` play a centre that goes away and comes back."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.port = free_port()
        self._said = folder / "center.log"
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Center:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self) -> None:
        """Start, and wait until it answers."""
        begun = self._lines().count("ready")
        with self._said.open("ab") as said:
            command = ["perl", str(PROGRAM), str(self.port), ACCOUNT, PASSWORD]
            self._process = subprocess.Popen(command, stdout=said, stderr=subprocess.DEVNULL)
        soon(lambda: self._lines().count("ready") > begun, within=STARTING)

    def stop(self) -> None:
        """Stop it."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(60)
            self._process = None

    @property
    def taken(self) -> list[tuple[str, str, str]]:
        """To, from and text of what came, a line for each part."""
        found = []
        for line in self._lines():
            if line.startswith("message "):
                _, to, sender, coding, _, text = line.split(" ")
                found.append((to, sender, bytes.fromhex(text).decode("utf-16-be" if coding == "8" else "latin-1")))
        return found

    @property
    def comings_and_goings(self) -> list[str]:
        """In order, "bound" and "unbound"; who only hangs up is in neither."""
        return [line for line in self._lines() if line in ("bound", "unbound")]

    def _lines(self) -> list[str]:
        """Those that are whole."""
        if not self._said.exists():
            return []
        return [one.rstrip("\n") for one in self._said.read_text().splitlines(keepends=True) if one.endswith("\n")]
