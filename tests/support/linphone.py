"""A Linphone (Debian's `linphone-cli`), used like `phones.Phone`: a third make, for those who have it installed.

It is driven over its standard input; what it says there becomes the events that the other makes have.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import numpy as np

from onepresence_desktop.pbx.telephony.sip import wav
from tests.support import late
from tests.support.phones import Phone, free_host
from tests.support.waiting import STARTING, eventually

WORDS = {
    r"Receiving new incoming call from .*?(?P<peeruri>sips?:[^>,]+)": "CALL_INCOMING",
    r"Call \d+ .* ringing": "CALL_RINGING",
    r"Media streams established": "CALL_ESTABLISHED",
    r"Call \d+ .*(ended|error)": "CALL_CLOSED",
    r"Call \d+ .* paused": "CALL_PAUSED",
    r"Call transfer .*": "CALL_TRANSFER",
}
"""What it prints, and what that is called."""

UNDER_WAY = {"Pausing", "Resuming", "Updating", "UpdatedByRemote"}
"""States of a call that it leaves by itself."""

COMMANDS = {"hold": "pause", "resume": "resume", "transfer": "transfer"}


class LinPhone(Phone):
    """One account on a loopback address of its own. codecs: the names it offers (all that it knows: "all")."""

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
        security: str = "none",
    ) -> None:
        self.folder = folder
        self.host = free_host()
        self.user = user
        self.says = says
        self.events: list[dict[str, Any]] = []
        self._told = late.in_order(folder.name + user, self.events.append)
        self._server, self._password, self._name = server, password, name or user
        self._transport, self._codecs, self._security = transport, codecs or "PCMU,PCMA", security
        self._running: asyncio.subprocess.Process | None = None
        self._task: asyncio.Task[None] | None = None

    async def start(self, *, registers: bool = True) -> None:
        """Start and wait until registered."""
        assert shutil.which("linphonec"), "linphone-cli is not installed"
        home = self.folder / "home"
        (home / ".local/share/linphone").mkdir(parents=True, exist_ok=True)  # without it, every call is answered 503
        self._write_settings()
        self._running = await asyncio.create_subprocess_exec(
            "linphonec", "-d", "6", "-l", str(self.folder / "log"), "-c", str(self.folder / "rc"),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            cwd=self.folder, env={**os.environ, "HOME": str(home)},
        )  # fmt: skip
        self._task = asyncio.create_task(self._listen())
        await self.say("soundcard use files")
        await self.say(f"record {self.folder / 'heard.wav'}")
        await self.say(f"play {self.says}")
        if registers:
            await eventually(self.registered, within=STARTING)

    async def stop(self) -> None:
        """End it; the recording stays."""
        running = self._running
        if running is None:
            return
        with contextlib.suppress(OSError, AssertionError):
            await self.say("quit")
        try:
            await asyncio.wait_for(running.wait(), 30)
        except TimeoutError:
            running.kill()
            await running.wait()
        if self._task is not None:
            await asyncio.gather(self._task, return_exceptions=True)
        self._running = None

    def kill(self) -> None:
        """Pull the plug."""
        assert self._running is not None
        self._running.kill()

    def registered(self) -> bool:
        """Whether the server said yes."""
        return "to [LinphoneRegistrationOk]" in self.log()

    def _settled(self) -> bool:
        states = re.findall(r"moving from state LinphoneCall\w+ to LinphoneCall(\w+)", self.log())
        return not states or states[-1] not in UNDER_WAY

    def log(self) -> str:
        """What it writes of itself."""
        log = self.folder / "log"
        return log.read_text(errors="replace") if log.exists() else ""

    async def say(self, line: str) -> None:
        """A line of its own language."""
        assert self._running is not None and self._running.stdin is not None
        self._running.stdin.write(line.encode() + b"\n")
        await self._running.stdin.drain()

    async def command(self, command: str, params: str = "") -> dict[str, Any]:
        """A command as the other makes have it; what the one before began is over then, else it would be refused."""
        await eventually(self._settled)
        await self.say(f"{COMMANDS[command]} {params}".strip())
        return {}

    async def dial(self, number: str) -> None:
        """Call a number at the server."""
        await self.say(f"call sip:{number}@{self._server}")

    async def accept(self) -> None:
        """Lift."""
        await self.say("answer")

    async def hang_up(self) -> None:
        """Put down."""
        await self.say("terminate")

    async def keys(self, digits: str) -> None:
        """Press keys in a call."""
        for digit in digits:
            await self.say(digit)
            await asyncio.sleep(0.4)  # as fast as it takes them

    def heard(self) -> list[Path]:
        """The recording of what it heard, which it makes at a rate of its own, as the other makes have it."""
        made, kept = self.folder / "heard.wav", self.folder / "heard-8000.wav"
        if not made.exists() or made.stat().st_size <= 44:
            return []
        rates = re.findall(r"-->MSFileRec:\S+ from rate \[(\d+)\]", self.log())
        data = made.read_bytes()[44:]  # the head is written at the end
        rate, sound = int(rates[-1]) if rates else 8000, np.frombuffer(data[: len(data) // 2 * 2], "<i2").astype(float)
        if rate != 8000:
            smooth = rate // 8000
            sound = np.convolve(sound, np.ones(smooth) / smooth, "same")[::smooth]
        kept.write_bytes(wav.header(len(sound)) + sound.astype("<i2").tobytes())
        return [kept]

    def receives(self) -> bool:
        """Whether sound comes in."""
        return bool(self.heard()) and self.heard()[0].stat().st_size > 4000

    def _write_settings(self) -> None:
        wanted = self._codecs.split(",")
        known = [
            ("opus", 48000, 2), ("speex", 16000, 1), ("speex", 8000, 1), ("PCMU", 8000, 1), ("PCMA", 8000, 1),
            ("GSM", 8000, 1), ("G722", 8000, 1), ("speex", 32000, 1), ("BV16", 8000, 1), ("L16", 44100, 2),
        ]  # fmt: skip
        lines = [
            "[sip]", "sip_port=5060", "sip_tcp_port=-2", "sip_tls_port=0", f"bind_address={self.host}", "use_ipv6=0",
            "guess_hostname=0", f'contact="{self._name}" <sip:{self.user}@{self.host}>', "default_proxy=0",
            f"media_encryption={self._security}", "verify_server_certs=0", "verify_server_cn=0",
            "[rtp]", "audio_rtp_port=-1", "[net]", "firewall_policy=0", "[sound]", "echocancellation=0",
            "[proxy_0]", f"reg_proxy=<sip:{self._server};transport={self._transport}>",
            f'reg_identity="{self._name}" <sip:{self.user}@{self._server}>', "reg_expires=60", "reg_sendregister=1",
            "[auth_info_0]", f"username={self.user}", f"passwd={self._password}",
        ]  # fmt: skip
        for place, (name, rate, channels) in enumerate(known):
            on = int(self._codecs == "all" or name in wanted)
            lines += [f"[audio_codec_{place}]", f"mime={name}", f"rate={rate}", f"channels={channels}", f"enabled={on}"]
        (self.folder / "rc").write_text("\n".join(lines) + "\n")

    async def _listen(self) -> None:
        assert self._running is not None and self._running.stdout is not None
        with open(self.folder / "said", "wb") as said:
            async for line in self._running.stdout:
                said.write(line)
                said.flush()
                text = line.decode(errors="replace")
                for pattern, kind in WORDS.items():
                    if (found := re.search(pattern, text)) is not None:
                        self._told({"type": kind, **found.groupdict()})
