"""The bundled PBX as a child process (spec 0.5): started, watched, started again, ended with the program or kept."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import os
import signal
import subprocess
from asyncio.subprocess import PIPE
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onepresence_desktop.desktop.platform.child import Child
from onepresence_desktop.desktop.platform.pbx_command import USUAL_PORTS, begin, program
from onepresence_desktop.domain.errors import Conflict, NotFound, OnePresenceError, ServerAway

log = logging.getLogger(__name__)

READY_WITHIN = 120.0
"""Seconds until a service is given up on and killed: on a busy computer a start is long, and the next one no less."""
ENDS_WITHIN = 5.0
LONGEST_PAUSE = 30.0
LOOK_EVERY = 5.0
"""Seconds between looks at an adopted service, which isn't our child and doesn't tell us when it ends."""
EXIT_ERRORS = {3: "address_in_use", 4: "store_damaged", 5: "store_locked", 6: "store_full"}


@dataclass(frozen=True, slots=True)
class Where:
    """Where the service is, as its `run.json` says.

    address: URL on this machine. sip: host:port for phones or "". network: URL for colleagues' programs, "" where there
    is none. fingerprint: of the certificate shown there, in hexadecimal.
    """

    address: str
    sip: str = ""
    network: str = ""
    fingerprint: str = ""


class LocalPbx:
    """One data folder's service. on_moved: told where it is each time it has been started again.

    ports: where to listen for programs and for phones. It ends with this program, killed or not, unless `keep_running`
    says otherwise; `keep_changed` passes that on. begun: one that was started already, and says on its standard output
    when it is ready.
    """

    def __init__(
        self,
        data: Path,
        *,
        driver: str,
        keep_running: Callable[[], bool] = lambda: False,
        ports: Callable[[], tuple[int, int]] = lambda: USUAL_PORTS,
        begun: subprocess.Popen[bytes] | None = None,
    ) -> None:
        self._data = data
        self._driver = driver
        self._keep_running = keep_running
        self._ports = ports
        self._begun = begun
        self._child: Child | None = None
        self._watch: asyncio.Task[None] | None = None
        self._adopted_pid = 0
        self._released = False
        self.where: Where | None = None
        self.on_moved: Callable[[Where], None] = lambda _: None

    async def start(self) -> Where:
        """Adopt one that runs already, else start one. Raises what keeps it from starting."""
        self.where = await self._find_or_launch()
        self._watch = asyncio.get_running_loop().create_task(self._keep_alive(), name="local pbx")
        return self.where

    def keep_changed(self) -> None:
        """`keep_running` says something else now."""
        self._tell()
        # An adopted one was kept by an earlier run: it ends with us only when that was switched off in this one.
        self._released = not self._keep_running()

    async def stop(self) -> None:
        """End it, unless it is to be kept running."""
        if self._watch is not None:
            self._watch.cancel()
            await asyncio.gather(self._watch, return_exceptions=True)
            self._watch = None
        child, self._child = self._child, None
        if child is not None:
            child.let_go()
        if self._keep_running():
            return
        if self._adopted_pid and self._released:
            with contextlib.suppress(OSError):
                os.kill(self._adopted_pid, signal.SIGTERM)
        if child is None:
            return
        child.terminate()
        try:
            await asyncio.wait_for(asyncio.shield(child.ended), ENDS_WITHIN)
        except TimeoutError:
            child.kill()
            await child.ended

    async def command(self, *arguments: str, typed: str = "") -> dict[str, Any]:
        """An administration command on the folder; its JSON. typed: what it reads from its standard input.

        Raises `NotFound` where there is no store yet, `Conflict` for what is refused.
        """
        process = await asyncio.create_subprocess_exec(
            *program(), *arguments, "--data", os.fspath(self._data), "--json", stdin=PIPE, stdout=PIPE, stderr=PIPE
        )
        out, errors = await process.communicate(typed.encode())
        if process.returncode:
            log.warning("the command %s was refused with %s", arguments[0], process.returncode)
            raise _error(process.returncode, errors.decode(errors="replace"))
        found: dict[str, Any] = json.loads(out or b"{}")
        return found

    async def _find_or_launch(self) -> Where:
        found = await asyncio.to_thread(_running, self._data) if self._begun is None else None
        if found is None:
            return await self._launch()
        where, self._adopted_pid = found
        return where

    async def _launch(self) -> Where:
        process, self._begun = self._begun or begin(self._data, self._driver, self._ports()), None
        child = Child(process)
        try:
            line = await asyncio.wait_for(asyncio.shield(child.first_line), READY_WITHIN)
        except TimeoutError:
            line = ""
        except asyncio.CancelledError:
            child.kill()
            raise
        if not line.startswith("ready "):
            child.kill()
            code = await child.ended
            child.let_go()
            raise _refusal(line) or _error(code, "")
        self._child = child
        self._tell()
        try:
            return _where(_run_file(self._data))
        except (OSError, ValueError, KeyError, TypeError) as exc:
            raise ServerAway(detail="no_run_file") from exc

    def _tell(self) -> None:
        if self._child is not None:
            self._child.say("stay" if self._keep_running() else "end")

    async def _keep_alive(self) -> None:
        pause = 1.0
        while True:
            if self._child is not None:
                code = await asyncio.shield(self._child.ended)
                log.warning("the local PBX ended with %s; starting it again", code)
                self._child.let_go()
                self._child = None
            elif self._adopted_pid:
                while await asyncio.to_thread(_running, self._data) is not None:
                    await asyncio.sleep(LOOK_EVERY)
                log.warning("the local PBX of an earlier run is gone; starting it again")
                self._adopted_pid = 0
            try:
                self.where = await self._find_or_launch()
            except (OnePresenceError, OSError) as exc:
                log.warning("the local PBX can't be started: %s", exc)
                await asyncio.sleep(pause)
                pause = min(LONGEST_PAUSE, pause * 2)
            else:
                pause = 1.0
                self.on_moved(self.where)


def _running(data: Path) -> tuple[Where, int] | None:
    """A service that runs on the folder, by its run.json, and its process; blocking, a second at most."""
    from urllib.request import ProxyHandler, build_opener

    try:
        found = _run_file(data)
        address = str(found["address"])
        # It is on this machine: a proxy of the system's would look for it on its own.
        with build_opener(ProxyHandler({})).open(f"{address}/healthz", timeout=1.0) as answer:
            if answer.status == 200:
                return _where(found), int(found["pid"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return None


def _refusal(line: str) -> OnePresenceError | None:
    """What the child's "refused" line says; None for another line."""
    from onepresence_desktop.domain.errors import by_code

    word, _, rest = line.partition(" ")
    code, _, address = rest.strip().partition(" ")
    kind = by_code().get(code) if word == "refused" else None
    return kind(address=address) if kind is not None and address else kind() if kind is not None else None


def _run_file(data: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((data / "run.json").read_text(encoding="utf-8"))
    return found


def _where(found: dict[str, Any]) -> Where:
    more = (str(found.get(name, "")) for name in ("sip", "network", "fingerprint"))
    return Where(str(found["address"]), *more)


def _error(code: int | None, text: str) -> OnePresenceError:
    from onepresence_desktop.domain.errors import by_code

    kind = by_code().get(EXIT_ERRORS.get(code or 0, ""))
    if kind is not None:
        return kind()
    if "not_found" in text:
        return NotFound(what="store")
    return Conflict(what="local_number") if "conflict" in text else ServerAway(detail=f"exit_{code}")
