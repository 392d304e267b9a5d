"""A PJSIP phone, used like `phones.Phone`: a second make, so that what works isn't the liking of one."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.support import late
from tests.support.phones import Phone, free_host
from tests.support.service import ROOT
from tests.support.waiting import STARTING, eventually


class SoftPhone(Phone):
    """One account on a loopback address of its own. codecs: the names it offers, the best first."""

    def __init__(
        self,
        folder: Path,
        *,
        server: str,
        user: str,
        password: str,
        name: str = "",
        says: Path,
        transport: str = "udp",
        codecs: str = "",
        prack: bool = False,
    ) -> None:
        self.folder = folder
        self.host = free_host()
        self.user = user
        self.says = says
        self.events: list[dict[str, Any]] = []
        self._told = late.in_order(folder.name + user, self.events.append)
        self._server, self._transport = server, transport
        self._given = {
            "host": self.host,
            "server": server,
            "user": user,
            "password": password,
            "says": str(says),
            "folder": str(folder),
            "transport": transport,
            "codecs": codecs.split(",") if codecs else ["PCMU", "PCMA"],
            "prack": prack,
        }
        self._running: asyncio.subprocess.Process | None = None
        self._task: asyncio.Task[None] | None = None
        self._answers: dict[str, asyncio.Future[dict[str, Any]]] = {}
        self._token = itertools.count(1)

    async def start(self, *, registers: bool = True) -> None:
        """Start and wait until registered."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with open(self.folder / "errors", "wb") as errors:
            self._running = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "tests.support.pjsip_worker",
                json.dumps(self._given),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                cwd=ROOT,
                limit=1 << 20,
            )
        self._task = asyncio.create_task(self._listen())
        await self.until("READY", within=STARTING)
        if registers:
            await eventually(self.registered, within=STARTING)

    async def stop(self) -> None:
        """End it; recordings stay."""
        running = self._running
        if running is None:
            return
        if running.returncode is None and running.stdin is not None:
            with contextlib.suppress(Exception):
                running.stdin.write(b'{"command": "quit"}\n')
                await running.stdin.drain()
        try:
            await asyncio.wait_for(running.wait(), 60)
        except TimeoutError:
            running.kill()
            await running.wait()
        if self._task is not None:
            await asyncio.gather(self._task, return_exceptions=True)
        if running.stdin is not None:
            running.stdin.close()
        self._running = None

    def kill(self) -> None:
        """Pull the plug."""
        assert self._running is not None
        self._running.kill()

    def registered(self) -> bool:
        """Whether the server said yes."""
        return self.seen("REGISTER_OK")

    def log(self) -> str:
        """What it wrote of itself."""
        texts = [self.folder / "errors", self.folder / "log"]
        return "".join(file.read_text(errors="replace") for file in texts if file.exists())

    async def command(self, command: str, params: str = "") -> dict[str, Any]:
        """A command and its answer."""
        assert self._running is not None and self._running.stdin is not None
        token = str(next(self._token))
        self._answers[token] = asyncio.get_running_loop().create_future()
        self._running.stdin.write(json.dumps({"command": command, "params": params, "token": token}).encode() + b"\n")
        answer = await asyncio.wait_for(self._answers[token], 60)
        assert answer["ok"], answer
        return answer

    async def dialog(self) -> str:
        """As its own log tells it."""
        await self.command("flush")
        return await super().dialog()

    def receives(self) -> bool:
        """Whether sound comes in."""
        return any(file.stat().st_size > 4000 for file in self.heard()[-1:])

    def heard(self) -> list[Path]:
        """Recordings of what it heard, oldest first."""
        return sorted(self.folder.glob("heard-*.wav"))

    def lamp(self) -> str:
        """What the message lamp was told last; empty: nothing yet."""
        told = [event["body"] for event in self.events if event.get("type") == "MWI"]
        return told[-1] if told else ""

    async def _listen(self) -> None:
        assert self._running is not None and self._running.stdout is not None
        async for line in self._running.stdout:
            if not line.startswith(b"{"):
                continue  # the library greets before its log is open
            message = json.loads(line)
            if message.get("response"):
                waiting = self._answers.pop(message["token"], None)
                if waiting is not None and not waiting.done():
                    waiting.set_result(message)
            else:
                self._told(message)
