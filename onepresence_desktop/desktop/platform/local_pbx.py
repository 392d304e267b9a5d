"""The bundled PBX as a child process (spec 0.5): started, watched, started again, ended with the program or kept."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import os
import shutil
import subprocess
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

from onepresence_desktop.domain.errors import Conflict, OnePresenceError, ServerAway

log = logging.getLogger(__name__)

READY_WITHIN = 30.0
ENDS_WITHIN = 5.0
LONGEST_PAUSE = 30.0
EXIT_ERRORS = {3: "address_in_use", 4: "store_damaged", 5: "store_locked", 6: "store_full"}


@dataclass(frozen=True, slots=True)
class Where:
    """What the ready line said: URL of the service, host:port for phones or ""."""

    address: str
    sip: str = ""


class LocalPbx:
    """One data folder's service. on_moved: told where it is each time it has been started again."""

    def __init__(self, data: Path, *, driver: str, keep_running: Callable[[], bool] = lambda: False) -> None:
        self._data = data
        self._driver = driver
        self._keep_running = keep_running
        self._process: Process | None = None
        self._watch: asyncio.Task[None] | None = None
        self.where: Where | None = None
        self.on_moved: Callable[[Where], None] = lambda _: None

    async def start(self) -> Where:
        """Adopt one that runs already, else start one. Raises what keeps it from starting."""
        adopted = await asyncio.to_thread(_running, self._data)
        if adopted is not None:
            self.where = adopted
            return adopted
        self.where = await self._launch()
        self._watch = asyncio.get_running_loop().create_task(self._keep_alive(), name="local pbx")
        return self.where

    async def stop(self) -> None:
        """End it, unless it is to be kept running."""
        if self._watch is not None:
            self._watch.cancel()
            await asyncio.gather(self._watch, return_exceptions=True)
            self._watch = None
        process, self._process = self._process, None
        if process is None or process.returncode is not None or self._keep_running():
            return
        if process.stdin is not None:
            process.stdin.close()
        with contextlib.suppress(ProcessLookupError):
            process.terminate()
        try:
            await asyncio.wait_for(process.wait(), ENDS_WITHIN)
        except TimeoutError:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()

    async def command(self, *arguments: str) -> dict[str, Any]:
        """An administration command on the folder; its JSON. Raises `Conflict` for what is refused."""
        process = await asyncio.create_subprocess_exec(
            *program(), *arguments, "--data", os.fspath(self._data), "--json", stdin=DEVNULL, stdout=PIPE, stderr=PIPE
        )
        out, errors = await process.communicate()
        if process.returncode:
            log.warning("the command %s was refused with %s", arguments[0], process.returncode)
            raise _error(process.returncode, errors.decode(errors="replace"))
        found: dict[str, Any] = json.loads(out or b"{}")
        return found

    async def _launch(self) -> Where:
        keep = self._keep_running()
        arguments = ["serve", "--data", os.fspath(self._data), "--driver", self._driver]
        if self._driver == "demo":
            arguments += ["--http", "127.0.0.1:0"]
        else:
            arguments += ["--http", "0.0.0.0:8480", "--sip", "0.0.0.0:5060"]
        if not keep:
            arguments.append("--child")
        self._data.mkdir(parents=True, exist_ok=True, mode=0o700)
        process = await asyncio.create_subprocess_exec(
            *program(),
            *arguments,
            stdin=DEVNULL if keep else PIPE,
            stdout=PIPE,
            stderr=DEVNULL,
            start_new_session=keep,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        assert process.stdout is not None
        try:
            line = (await asyncio.wait_for(process.stdout.readline(), READY_WITHIN)).decode()
        except TimeoutError:
            line = ""
        if not line.startswith("ready "):
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            raise _error(await process.wait(), "")
        self._process = process
        _, address, *rest = line.split()
        return Where(address.replace("0.0.0.0", "127.0.0.1"), rest[0].removeprefix("sip:") if rest else "")

    async def _keep_alive(self) -> None:
        pause = 1.0
        while True:
            if self._process is not None:
                code = await self._process.wait()
                log.warning("the local PBX ended with %s; starting it again", code)
                self._process = None
            try:
                self.where = await self._launch()
            except (OnePresenceError, OSError) as exc:
                log.warning("the local PBX can't be started: %s", exc)
                await asyncio.sleep(pause)
                pause = min(LONGEST_PAUSE, pause * 2)
            else:
                pause = 1.0
                self.on_moved(self.where)


def program() -> Sequence[str]:
    """How the service is started: this very program with `--pbx`, frozen or not."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--pbx"]
    return [sys.executable, "-m", "onepresence_desktop", "--pbx"]


def clear(folder: Path) -> None:
    """Forget a company's data (the demo begins anew each time)."""
    shutil.rmtree(folder, ignore_errors=True)


def _running(data: Path) -> Where | None:
    """A service that runs on the folder, by its run.json; blocking, a second at most."""
    try:
        found = json.loads((data / "run.json").read_text(encoding="utf-8"))
        address = str(found["address"])
        with urlopen(Request(f"{address}/healthz"), timeout=1.0) as answer:
            if answer.status == 200:
                return Where(address, str(found.get("sip", "")))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return None


def _error(code: int | None, text: str) -> OnePresenceError:
    from onepresence_desktop.domain.errors import by_code

    kind = by_code().get(EXIT_ERRORS.get(code or 0, ""))
    if kind is not None:
        return kind()
    return Conflict(what="local_number") if "conflict" in text else ServerAway(detail=f"exit_{code}")
