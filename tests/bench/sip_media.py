"""50 callers at mailboxes at once, greeted and recorded, and how even the sound is; then the service idle."""

from __future__ import annotations

import asyncio
import random
import socket
import struct
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

import httpx
import psutil

from tests.bench.limits import Limit, most
from tests.bench.setting import fill, token
from tests.support.service import Service
from tests.support.sipp import Phones, cpu

SESSIONS = 50
TALK = 30.0
IDLE = 60.0
TIMESTAMPNS = 35
"""SO_TIMESTAMPNS of Linux: the kernel's own time of arrival, whatever this process is doing."""


def limits(found: dict[str, Any]) -> list[Limit]:
    """Of the worse wave."""
    return [
        most("50 mailboxes at once, pacing p99", max(one["p99_ms"] for one in found["sound"].values()), 10, "ms"),
        most("service idle, 50 phones registered, PSS", found["idle"]["pss_mib"], 90, "MiB"),
        most("service idle, 50 phones registered, CPU", found["idle"]["cpu_percent"], 0.1, "%"),
    ]


def main() -> dict[str, Any]:
    """Run, print each row as soon as it is known (all of it takes some three minutes), return the figures."""
    with tempfile.TemporaryDirectory() as name:
        print(f"{SESSIONS} callers at mailboxes, each hears the greeting and is recorded for the rest of {TALK:.0f} s")
        print("  the difference of each packet's distance from 20 ms, by the kernel's clock")
        print(
            "  greetings      packets   p50 ms   p99 ms   worst   breaks   CPU %, service   messages   limit",
            flush=True,
        )
        waves = _sound(Path(name) / "sound")
        print(f"idle for {IDLE:.0f} s with {SESSIONS} people whose phones are registered")
        print("  PSS MiB   CPU %   limits: 90, 0.1", flush=True)
        idle = _idle(Path(name) / "idle")
        print(f"  {idle['pss_mib']:7.1f}   {idle['cpu_percent']:5.2f}")
    return {"sound": waves, "idle": idle}


def _row(kind: str, one: dict[str, Any]) -> str:
    return (
        f"  {kind:12}   {one['packets']:7}   {one['p50_ms']:6.2f}   {one['p99_ms']:6.2f}   {one['worst_ms']:5.1f}"
        f"   {one['breaks']:6}   {one['cpu_percent']:14.1f}   {one['messages']:8}   p99 10 ms"
    )


def _idle(folder: Path) -> dict[str, Any]:
    folder.mkdir()
    asyncio.run(fill(folder / "data", SESSIONS))
    with (
        Service(folder / "data") as service,
        Phones(folder, service.sip.removeprefix("sip:"), SESSIONS, callers=0) as phones,
    ):
        assert service.process is not None
        process = psutil.Process(service.process.pid)
        assert not phones.register(SESSIONS, 50.0)["failed"]
        phones.answer()
        time.sleep(5)
        before, begun = cpu(process), time.monotonic()
        time.sleep(IDLE)
        spent, _ = cpu(process).since(before)
        return {
            "pss_mib": process.memory_full_info().pss / 2**20,
            "cpu_percent": spent / (time.monotonic() - begun) * 100,
        }


def _sound(folder: Path) -> dict[str, Any]:
    folder.mkdir()
    asyncio.run(fill(folder / "data", SESSIONS * 2))
    found: dict[str, Any] = {}
    with (
        Service(folder / "data") as service,
        Phones(folder, service.sip.removeprefix("sip:"), SESSIONS * 2, callers=SESSIONS) as phones,
    ):
        assert service.process is not None
        process = psutil.Process(service.process.pid)
        for kind in ("made anew", "ready"):
            with Ears(phones.callers, SESSIONS) as ears:
                before, begun = cpu(process), time.monotonic()
                called = phones.call_mailboxes(ears.ports, 25.0, talk=TALK)
                spent, _ = cpu(process).since(before)
                seconds = time.monotonic() - begun
            assert not called["failed"], called
            found[kind] = {**ears.pacing(), "cpu_percent": spent / seconds * 100, "messages": _messages(service)}
            print(_row(kind, found[kind]), flush=True)
        trouble = [line for line in service.errors if "Traceback" in line or "Error" in line]
        assert not trouble, "".join(service.errors)
    return found


def _messages(service: Service) -> int:
    """How many voicemails those called have by now."""
    with httpx.Client(base_url=service.url, trust_env=False) as http:
        answers = [
            http.get("/v1/me/messages", headers={"Authorization": f"Bearer {token(n)}"})
            for n in range(SESSIONS, SESSIONS * 2)
        ]
    return sum(len(answer.raise_for_status().json()) for answer in answers)


class Ears:
    """Callers' ends of the sound: speak evenly to whoever sends, and note when each packet came."""

    def __init__(self, host: str, count: int) -> None:
        self._sockets = [socket.socket(socket.AF_INET, socket.SOCK_DGRAM) for _ in range(count)]
        for one in self._sockets:
            one.bind((host, 0))
            one.setblocking(False)
            one.setsockopt(socket.SOL_SOCKET, TIMESTAMPNS, 1)
            one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 18)
        self.ports: list[int] = [one.getsockname()[1] for one in self._sockets]
        self._came: list[list[tuple[int, int, int]]] = [[] for _ in self._sockets]
        self._peers: list[Any] = [None] * count
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._live, daemon=True)

    def __enter__(self) -> Ears:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join(5)
        for one in self._sockets:
            one.close()

    def pacing(self) -> dict[str, Any]:
        """How far consecutive packets were from 20 ms apart. breaks: pauses between greeting, beep and recording."""
        off: list[float] = []
        breaks = 0
        for stream in self._came:
            for (at, number, stamp), (then, following, later) in zip(stream, stream[1:], strict=False):
                if (following - number) & 0xFFFF != 1:
                    continue
                wanted = ((later - stamp) & 0xFFFFFFFF) / 8
                if (then - at) / 1e6 - wanted > 200:
                    breaks += 1
                else:
                    off.append(abs((then - at) / 1e6 - wanted))
        off.sort()
        assert off, "no sound came"
        return {
            "packets": sum(map(len, self._came)),
            "p50_ms": off[len(off) // 2],
            "p99_ms": off[int(len(off) * 0.99)],
            "worst_ms": off[-1],
            "breaks": breaks,
        }

    def _live(self) -> None:
        noise = bytes(random.Random(1).choices(range(256), k=160))
        number, due = 0, time.monotonic()
        while not self._ended.is_set():
            for n, one in enumerate(self._sockets):
                self._hear(n, one)
                if self._peers[n] is not None:
                    packet = struct.pack("!BBHII", 0x80, 8, number & 0xFFFF, number * 160 & 0xFFFFFFFF, n + 1) + noise
                    one.sendto(packet, self._peers[n])
            number, due = number + 1, due + 0.02
            time.sleep(max(0.0, due - time.monotonic()))

    def _hear(self, n: int, one: socket.socket) -> None:
        while True:
            try:
                data, more, _, peer = one.recvmsg(2048, 64)
            except BlockingIOError:
                return
            if len(data) < 12 or not more:
                continue
            seconds, nanos = struct.unpack("qq", more[0][2][:16])
            _, _, number, stamp = struct.unpack("!BBHI", data[:8])
            self._peers[n] = peer
            self._came[n].append((seconds * 10**9 + nanos, number, stamp))


if __name__ == "__main__":
    main()
