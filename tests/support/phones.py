"""Real SIP phones for tests: baresip, driven over its control port; what it hears is recorded."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import itertools
import json
import math
import os
import re
import shutil
import socket
import struct
import subprocess
import wave
from array import array
from pathlib import Path
from typing import Any

import numpy as np

from tests.support import late
from tests.support.waiting import PATIENCE, eventually

SPEAKS = 600
"""Seconds for which a phone has something to say."""
MODULES = Path("/usr/lib/baresip/modules")
_hosts = itertools.count(1)
HELD = 50_600
"""The port by which a block of addresses is held; a service that listens everywhere has that of SIP."""


def free_host() -> str:
    """A loopback address nobody else in this run uses, so that every phone can have port 5060."""
    number = next(_hosts)
    return f"127.{_own_block()[0]}.{number // 250}.{1 + number % 250}"


@functools.cache
def _own_block() -> tuple[int, socket.socket]:
    """The second number of this run's addresses, and what holds it to its end: other runs go on beside this one."""
    for number in range(200):
        block = 20 + (os.getpid() + number) % 200
        held = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        try:
            held.bind((f"127.{block}.255.254", HELD))
        except OSError:
            held.close()
        else:
            return block, held
    raise AssertionError("no block of loopback addresses is free")


def speech_like(path: Path, seconds: float, seed: int) -> Path:
    """A sound with no period, so that a correlation finds its place: 8 kHz mono 16 bit."""
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 8000, 0, "NONE", ""))
        file.writeframes(_speech_like(seconds, seed))
    return path


@functools.cache
def _speech_like(seconds: float, seed: int) -> bytes:
    """Made once: the phones of one test after another say the same few sounds, each a fifth of a second's work."""
    rng = np.random.default_rng(seed)
    count = int(8000 * seconds)
    t = np.arange(count) / 8000
    whole = np.zeros(count)
    for _ in range(12):
        low, high = rng.uniform(250, 900), rng.uniform(900, 3000)
        whole += np.sin(
            2 * math.pi * (low + (high - low) * (t / seconds) ** rng.uniform(0.5, 2)) * t + rng.uniform(0, 6)
        )
    whole *= 0.6 + 0.4 * np.sin(2 * math.pi * rng.uniform(0.5, 1.5) * t)
    return (whole / np.abs(whole).max() * 12000).astype("<i2").tobytes()


def silent(path: Path, seconds: float) -> Path:
    """A sound in which nobody says anything."""
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 8000, 0, "NONE", ""))
        file.writeframes(bytes(int(8000 * seconds) * 2))
    return path


def over_and_over(sound: Path, path: Path) -> Path:
    """A sound for as long as any call takes: where its file ends baresip hangs up, and a machine may be slow."""
    with wave.open(str(sound)) as file:
        once, params = file.readframes(file.getnframes()), file.getparams()
    with wave.open(str(path), "wb") as file:
        file.setparams(params)
        file.writeframes(once * math.ceil(SPEAKS * params.framerate / params.nframes))
    return path


def spoken_by(phone: Phone) -> np.ndarray[Any, Any]:
    """What a phone says twice over, so that a piece is in it wherever it was taken."""
    return np.tile(read_wav(phone.says), 2)


def read_wav(path: Path) -> np.ndarray[Any, Any]:
    """Samples as floats; also of a file whose header isn't finished."""
    data = path.read_bytes()
    start = data.find(b"data")
    return np.frombuffer(data[start + 8 : start + 8 + (len(data) - start - 8) // 2 * 2], "<i2").astype(float)


def correlation(part: np.ndarray[Any, Any], whole: np.ndarray[Any, Any]) -> tuple[float, int]:
    """How well `part` is found in `whole` (1.0: exactly), and at which sample it begins."""
    if len(whole) < len(part) or not len(part):
        return 0.0, 0
    return Whole(whole, len(part)).find(part)


class Whole:
    """A recording in which pieces of one length are looked for."""

    def __init__(self, whole: np.ndarray[Any, Any], size: int) -> None:
        self._lags = len(whole) - size + 1
        self._fft = 1 << (len(whole) + size).bit_length()
        self._spectrum = np.fft.rfft(whole, self._fft)
        sums = np.cumsum(np.concatenate([[0.0], whole]))
        squares = np.cumsum(np.concatenate([[0.0], whole**2]))
        means = (sums[size:] - sums[:-size]) / size
        self._energies = squares[size:] - squares[:-size] - size * means**2
        self._silent = self._energies < size * 100

    def find(self, part: np.ndarray[Any, Any]) -> tuple[float, int]:
        """How well it is found (1.0: exactly), and at which sample it begins."""
        part = part - part.mean()
        product = np.fft.irfft(self._spectrum * np.conj(np.fft.rfft(part, self._fft)), self._fft)[: self._lags]
        scores = product / np.sqrt(np.maximum(self._energies, 1e-9) * (part**2).sum())
        scores[self._silent] = 0
        best = int(scores.argmax())
        return float(scores[best]), best


class Phone:
    """A baresip with one account on a loopback address of its own. device_id: what the service calls it.

    answers: manual, or early (sound may come while it rings: 183). port: of SIP.
    """

    device_id = ""
    answers = "manual"
    port = 5060

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
        security: str = "",
    ) -> None:
        self.folder = folder
        self.host = free_host()
        self.user = user
        self.says = says
        self.events: list[dict[str, Any]] = []
        self._told = late.in_order(folder.name + user, self.events.append)
        self._server, self._password, self._name = server, password, name or user
        self._transport, self._codecs, self._security = transport, codecs, security
        self._process: subprocess.Popen[bytes] | None = None
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None
        self._task: asyncio.Task[None] | None = None
        self._answers: dict[str, asyncio.Future[dict[str, Any]]] = {}
        self._token = itertools.count(1)

    async def __aenter__(self) -> Phone:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def start(self, *, registers: bool = True) -> None:
        """Start and wait until registered; also once more after `kill`."""
        assert shutil.which("baresip"), "baresip is not installed"
        await self._hear_no_more()
        self._write_configuration()
        log = open(self.folder / "log", "wb")  # noqa: SIM115
        self._process = subprocess.Popen(
            ["baresip", "-f", str(self.folder), "-s"], stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=self.folder
        )
        log.close()

        async def connected() -> bool:
            try:
                self._reader, self._writer = await asyncio.open_connection(self.host, 4444)
            except OSError:
                return False
            return True

        await eventually(connected, every=0.05)
        self._task = asyncio.create_task(self._listen())
        if registers:
            await eventually(self.registered)

    async def stop(self) -> None:
        """End it; recordings stay."""
        if self._writer is not None:
            with contextlib.suppress(Exception):
                await asyncio.wait_for(self.command("quit"), 1)
        await self._hear_no_more()
        if self._process is not None:
            try:
                await asyncio.to_thread(self._process.wait, 15)  # killed, it would stay registered
            except subprocess.TimeoutExpired:
                self._process.kill()
                await asyncio.to_thread(self._process.wait)

    async def _hear_no_more(self) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        if self._writer is not None:
            self._writer.close()
        self._task = self._writer = None

    def kill(self) -> None:
        """Pull the plug."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()

    def registered(self) -> bool:
        """Whether the server said yes."""
        return self.seen("REGISTER_OK") or "bindings]" in self.log() or "binding]" in self.log()

    def seen(self, kind: str, since: int = 0) -> bool:
        """Whether an event has come."""
        return any(event.get("type") == kind for event in self.events[since:])

    def last(self, kind: str) -> dict[str, Any]:
        """The last event of a kind."""
        return next(event for event in reversed(self.events) if event.get("type") == kind)

    async def until(self, kind: str, *, since: int = 0, within: float = PATIENCE) -> dict[str, Any]:
        """Wait for an event; it."""
        try:
            await eventually(lambda: self.seen(kind, since), within=within)
        except AssertionError:
            told = [e.get("type") for e in self.events]
            raise AssertionError(f"{self.user}: no {kind}; events: {told}\n{self.log()[-3000:]}") from None
        return next(event for event in self.events[since:] if event.get("type") == kind)

    def log(self) -> str:
        """What it printed."""
        return (self.folder / "log").read_text(errors="replace")

    async def command(self, command: str, params: str = "") -> dict[str, Any]:
        """A command and its answer."""
        assert self._writer is not None
        token = str(next(self._token))
        self._answers[token] = asyncio.get_running_loop().create_future()
        text = json.dumps({"command": command, "params": params, "token": token})
        self._writer.write(f"{len(text)}:{text},".encode())
        return await asyncio.wait_for(self._answers[token], 60)

    async def dial(self, number: str) -> None:
        """Call a number at the server."""
        await self.command("dial", f"sip:{number}@{self._server};transport={self._transport}")

    async def accept(self) -> None:
        """Lift."""
        await self.command("accept")

    async def hang_up(self) -> None:
        """Put down."""
        await self.command("hangup")

    async def keys(self, digits: str) -> None:
        """Press keys in a call."""
        for digit in digits:
            await self.command("sndcode", digit)

    async def dialog(self) -> str:
        """What another phone's Replaces header would call the dialog of the last INVITE that came here (RFC 3891)."""
        named: list[str] = []

        def rung() -> bool:
            log = self.log().replace("\r", "")
            for ringing in re.findall(r"^SIP/2.0 180 .*?\n\s*\n", log, re.MULTILINE | re.DOTALL)[-1:]:
                theirs, own = (_header(ringing, name).rpartition("tag=")[2] for name in ("From", "To"))
                named.append(f"{_header(ringing, 'Call-ID')};to-tag={theirs};from-tag={own}")
            return bool(named)

        await eventually(rung)
        return named[-1]

    def receives(self) -> bool:
        """Whether sound comes in right now, by the phone's own count.

        After it was held, this make of phone plays on but writes no more recording.
        """
        rates = re.findall(r"audio=(\d+)/(\d+) \(bit/s\)", self.log()[-400:])
        return bool(rates) and int(rates[-1][1]) > 50_000

    def heard(self) -> list[Path]:
        """Recordings of what it heard, oldest first."""
        return sorted(self.folder.glob("rec/dump-*-dec.wav"), key=lambda p: p.stat().st_mtime)

    def _write_configuration(self) -> None:
        (self.folder / "rec").mkdir(parents=True, exist_ok=True)
        modules = ["g711.so", "aufile.so", "aubridge.so", "sndfile.so"]
        if "G722" in self._codecs:
            modules.insert(0, "g722.so")
        if self._security:
            modules.append("srtp.so")
        lines = [
            f"sip_listen {self.host}:{self.port}",
            f"net_interface {self.host}",
            f"module_path {MODULES}",
            f"audio_source aufile,{over_and_over(self.says, self.folder / 'speaks.wav')}",
            "audio_player aubridge,sink",
            "audio_alert aubridge,alert",
            "ausrc_srate 8000",
            "auplay_srate 8000",
            "ausrc_channels 1",
            "auplay_channels 1",
            f"snd_path {self.folder / 'rec'}",
            f"ctrl_tcp_listen {self.host}:4444",
            *(f"module {module}" for module in modules),
            "module_tmp uuid.so",
            "module_tmp account.so",
            "module_app contact.so",
            "module_app menu.so",
            "module ctrl_tcp.so",
        ]
        (self.folder / "config").write_text("\n".join(lines) + "\n")
        (self.folder / "contacts").write_text("")
        codecs = f";audio_codecs={self._codecs}" if self._codecs else ""
        security = f";mediaenc={self._security}" if self._security else ""
        account = (
            f'"{self._name}" <sip:{self.user}@{self._server};transport={self._transport}>;auth_user={self.user}'
            f";auth_pass={self._password};answermode={self.answers};regint=60;mwi=no{codecs}{security}\n"
        )
        (self.folder / "accounts").write_text(account)

    async def _listen(self) -> None:
        assert self._reader is not None
        while True:
            length = await self._reader.readuntil(b":")
            data = await self._reader.readexactly(int(length[:-1]) + 1)
            message = json.loads(data[:-1])
            if message.get("response"):
                waiting = self._answers.pop(message.get("token", ""), None)
                if waiting is not None and not waiting.done():
                    waiting.set_result(message)
            else:
                self._told(message)


def _header(message: str, name: str) -> str:
    found = re.search(rf"^{name}:\s*(.*)$", message, re.MULTILINE | re.IGNORECASE)
    assert found, (name, message)
    return found[1].strip()


def wav_bytes_samples(data: bytes) -> array[int]:
    """The samples of a WAV in memory."""
    start = data.find(b"data")
    (size,) = struct.unpack_from("<I", data, start + 4)
    return array("h", data[start + 8 : start + 8 + size])
