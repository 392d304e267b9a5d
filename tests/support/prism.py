"""Prism: a server of nobody here that plays Microsoft Graph by its published schema and refuses what that forbids.

It judges requests (422 for a wrong one, 401 without a token) and answers with the examples of `npm/graph.json`, or with
anything that the schema allows. What takes memory of its own (tokens withdrawn, entries that change) is played
by the double in `graph`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import httpx

from tests.support.free_port import free_port
from tests.support.waiting import STARTING, soon

NPM = Path(__file__).with_name("npm")
PROGRAM = NPM / "node_modules" / "@stoplight" / "prism-cli" / "dist" / "index.js"
DOCUMENT = NPM / "graph.json"


def missing() -> bool:
    """Whether it isn't installed (`installer/setup.sh test`)."""
    return shutil.which("node") is None or not PROGRAM.exists()


class Prism:
    """Started and stopped by `with`. anything: answers are made by chance, of what the schema allows."""

    def __init__(self, folder: Path, *, anything: bool = False) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._log = folder / "prism.log"
        self._anything = anything
        self._process: subprocess.Popen[bytes] | None = None
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> Prism:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def settings(self) -> dict[str, Any]:
        """As a connection has it."""
        known = {"tenant": "firma.example", "client_id": "c1", "client_secret": "prism-secret"}
        return {**known, "sign_in_url": self.url, "graph_url": self.url}

    @property
    def refused(self) -> str:
        """What it says it refused of requests."""
        return "\n".join(line for line in self._log.read_text("utf-8").splitlines() if "Request did not pass" in line)

    def start(self) -> None:
        """Start, and wait until it answers; after a stop on the same port."""
        command = ["node", str(PROGRAM), "mock", "-h", "127.0.0.1", "-p", str(self.port), str(DOCUMENT)]
        command += ["-d"] if self._anything else []  # with a seed each answer is the same
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(command, stdout=log, stderr=log, env={**os.environ, "NO_COLOR": "1"})
        soon(self._answers, within=STARTING, every=0.1)

    def stop(self) -> None:
        """Stop it."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(60)
            self._process = None

    def _answers(self) -> bool:
        try:
            httpx.get(self.url, trust_env=False, timeout=60)
        except httpx.HTTPError:
            return False
        return True
