"""A real service in a process of its own, as a user starts it."""

from __future__ import annotations

import atexit
import json
import os
import shutil
import signal
import ssl
import subprocess
import sys
import tempfile
import threading
from collections import deque
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import httpx

from onepresence_desktop.pbx import run_file
from onepresence_desktop.wire import codec
from onepresence_desktop.wire.commands import ADMIN, AnyCommand
from tests.support import late, made_company, said
from tests.support.free_port import free_port
from tests.support.waiting import PATIENCE, STARTING

ROOT = Path(__file__).resolve().parents[2]

_made: dict[tuple[int, str, str, bool], Path] = {}
"""Companies made so far in this run, by how many people, password, code, and whether they have a reception."""


def _kept(address: str) -> str:
    """The address with a port that is still free after the service was away."""
    host, _, port = address.rpartition(":")
    return f"{host}:{free_port()}" if port == "0" else address


class Service:
    """`onepresence-pbx serve` on a data folder; ports chosen free and kept over restarts.

    under: a command that runs it (a tracer).
    """

    def __init__(
        self,
        data: Path,
        *,
        driver: str = "sip",
        http: str = "127.0.0.1:0",
        sip: str = "127.0.0.1:0",
        extra: tuple[str, ...] = (),
        under: tuple[str, ...] = (),
    ) -> None:
        self.data = data
        self._under = under
        self._driver = driver
        self._extra = extra
        self._http = _kept(http)
        self._sip = _kept(sip) if driver == "sip" else sip
        self.process: subprocess.Popen[str] | None = None
        self.url = ""
        self.sip = ""
        self.believed: ssl.SSLContext | bool = True
        """For a service that speaks TLS: what its clients here take for its certificate."""
        self.errors: deque[str] = deque(maxlen=200)

    def __enter__(self) -> Service:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self) -> None:
        """Start and wait for the ready line."""
        if not self._under:  # what is traced, or has a small disk, is let do everything itself
            said.bring(self.data)
        program = "onepresence_desktop.pbx" if self._under else late.service()  # who runs it looks for its name
        command = [*self._under, sys.executable, "-m", program, "serve", "--data", str(self.data)]
        command += ["--http", self._http, "--sip", self._sip, "--driver", self._driver, *self._extra]
        self.process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None and self.process.stderr is not None
        threading.Thread(target=self._collect, args=(self.process.stderr,), daemon=True).start()
        watchdog = threading.Timer(STARTING, self.process.kill)
        watchdog.start()
        line = self.process.stdout.readline()
        watchdog.cancel()
        assert line.startswith("ready "), f"not ready: {line!r}\n" + "".join(self.errors)
        _, self.url, self.sip, *_ = [*line.split(), ""]
        self._http = self.url.partition("://")[2]
        if self.sip:
            self._sip = self.sip.removeprefix("sip:")

    def stop(self) -> int:
        """SIGTERM, and the exit code."""
        if self.process is None:
            return 0
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            code = self.process.wait(STARTING)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise AssertionError("the service did not end\n" + "".join(self.errors)) from None
        finally:
            if self.process.stdout is not None:
                self.process.stdout.close()
        self.process = None
        said.keep(self.data)
        return code

    def kill(self) -> None:
        """kill -9."""
        assert self.process is not None
        self.process.kill()
        self.process.wait(STARTING)
        if self.process.stdout is not None:
            self.process.stdout.close()
        self.process = None

    def cli(self, *arguments: str, check: bool = True) -> Any:
        """An administration command; its JSON."""
        done = subprocess.run(
            [sys.executable, "-m", "onepresence_desktop.pbx", *arguments, "--data", str(self.data), "--json"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=STARTING,
        )
        if check:
            assert done.returncode == 0, done.stderr + done.stdout
        return json.loads(done.stdout) if done.stdout.strip() else None

    def connect(self, name: str, kind: str, settings: Mapping[str, object]) -> None:
        """A connection of the company's; its secrets are in files."""
        with tempfile.TemporaryDirectory(prefix="onepresence-secret-") as folder:
            told: list[str] = []
            for key, value in settings.items():
                Path(folder, key).write_text(str(value))
                told += ["--set-file", f"{key}={Path(folder, key)}"]
            self.cli("connection", "add", name, kind, *told)

    def command(self, command: AnyCommand) -> Any:
        """As `cli`, of a service that runs, without a process of its own; its JSON."""
        found = run_file.read(self.data)
        assert found is not None, "no service runs"
        head = {"Authorization": f"Bearer {found.admin_token}", "Content-Type": "application/json"}
        answer = httpx.post(
            f"{self.url}{ADMIN}", content=codec.encode(command), headers=head, trust_env=False,
            verify=self._vouched, timeout=PATIENCE,
        )  # fmt: skip
        assert answer.status_code == 200, answer.text
        return answer.json()

    def company(
        self, people: int = 3, *, password: str = "2580", code: str = "100", reception: bool = False
    ) -> list[str]:
        """A customer with people, the first an administrator; their local numbers.

        reception: the last of them answers its main number. The next one that is just the same, in a folder not used
        yet, is a copy of the first.
        """
        numbers = [f"{code}{2101 + n}" for n in range(people)]
        same = (people, password, code, reception)
        fresh = not (self.data.exists() and any(self.data.iterdir()))
        if fresh and same in _made:
            shutil.copytree(_made[same], self.data, dirs_exist_ok=True)
            return numbers
        lines: list[tuple[str, ...]] = [("customer", "add", code, f"Firm {code}")]
        names = ["Anders Holmvig", "Mette Lundgaard", "Birgit Fuglkær", "Søren Ågård", "Freja Nørlund", "Emil Storbæk"]
        for n, number in enumerate(numbers):
            role = "administrator" if n == 0 else "user"
            name = names[n % len(names)]
            lines.append(("user", "add", number, "--name", name, "--role", role, "--password", password))
        if reception:
            lines.append(
                ("group", "add", f"{code}2100", "--name", "Reception", "--members", numbers[-1], "--reception")
            )
        if self.process is None:
            made_company.carry_out(self.data, lines)
        else:
            for words in lines:
                self.cli(*words)
        if fresh:
            kept = Path(tempfile.mkdtemp(prefix="onepresence-company-"))
            atexit.register(shutil.rmtree, kept, ignore_errors=True)
            _made[same] = shutil.copytree(self.data, kept / "pbx")
        return numbers

    def token(self, local_number: str, password: str = "2580") -> str:
        """Sign in."""
        who = {"local_number": local_number, "password": password}
        answer = httpx.post(
            f"{self.url}/v1/sessions", json=who, trust_env=False, verify=self._vouched, timeout=PATIENCE
        )
        assert answer.status_code == 201, answer.text
        return str(answer.json()["token"])

    def http(self, token: str) -> httpx.Client:
        """A client with the token, which keeps its connection as the program does."""
        return httpx.Client(
            base_url=self.url,
            headers={"Authorization": f"Bearer {token}"},
            trust_env=False,
            verify=self._vouched,
            timeout=PATIENCE,
            limits=httpx.Limits(keepalive_expiry=60),
        )

    @property
    def _vouched(self) -> ssl.SSLContext | bool:
        """Plain HTTP takes nothing for a certificate, and reading the system's for it costs 22 ms each time."""
        return self.believed if self.url.startswith("https") else False

    def _collect(self, stream: Any) -> None:
        with stream:
            for line in stream:
                self.errors.append(line)
