"""Mixed attack at a low rate from 50 addresses while 20 phones call, 100 clients watch, and the service is killed.

No call fails but those that a kill cut off, every other one is in its caller's history, and neither memory nor
descriptors of the service grow.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import random
import socket
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

import httpx
import psutil

from tests.bench.hostile import KINDS
from tests.support.plain_phone import PlainPhone
from tests.support.service import Service

PHONES, CLIENTS, ATTACKERS = 20, 100, 50
SETTLING = 3.0
"""Seconds after a start in which phones and clients come back, and before a kill in which a record may be under way."""
SETTLED = 20.0
"""Seconds of a life after which its memory is compared with that at its end."""


class Run:
    """What all share. up: the service answers. lives: from when to when it did; the last has no end yet."""

    def __init__(self, service: Service, tokens: list[str], rng: random.Random) -> None:
        self.service, self.tokens, self.rng = service, tokens, rng
        self.ended = threading.Event()
        self.lives: list[tuple[float, float]] = []
        self.called: dict[int, list[tuple[float, float]]] = {}
        self.problems: list[str] = []
        self.attacks = self.watched = 0

    def steady(self, begun: float, ended: float) -> bool:
        """Whether nothing that was under way in that time can have been cut off by a kill."""
        return any(up + SETTLING <= begun and ended + SETTLING <= down for up, down in self.lives)


def _caller(run: Run, n: int, phone: PlainPhone, callee: PlainPhone, number: str) -> None:
    calls = run.called.setdefault(n, [])
    while not run.ended.wait(random.uniform(0.5, 2.0)):
        begun = time.monotonic()
        try:
            phone.call(number, callee)
        except AssertionError as exc:
            run.problems.append(f"{begun} {time.monotonic()} {exc}")
        else:
            calls.append((begun, time.monotonic()))


async def _watcher(run: Run, token: str) -> None:
    while True:
        with contextlib.suppress(httpx.HTTPError):
            async with (
                httpx.AsyncClient(trust_env=False, timeout=60) as http,
                http.stream(
                    "GET", f"{run.service.url}/v1/events", headers={"Authorization": f"Bearer {token}"}
                ) as answer,
            ):
                assert answer.status_code == 200, answer.status_code
                async for _ in answer.aiter_lines():
                    run.watched += 1
        await asyncio.sleep(run.rng.uniform(0.2, 1.0))


async def _attacker(run: Run, n: int) -> None:
    """One address: half requests, endless ones, wrong passwords, noise and wrong digests for phones."""
    host = f"127.0.1.{n + 1}"
    port = int(run.service.url.rpartition(":")[2])
    sip_host, sip_port = run.service.sip.removeprefix("sip:").rsplit(":", 1)
    while True:
        run.attacks += 1
        with contextlib.suppress(OSError, httpx.HTTPError, TimeoutError):
            kind = run.rng.choice([*KINDS, "password", "noise"])
            if kind == "password":
                transport = httpx.AsyncHTTPTransport(local_address=host)
                async with httpx.AsyncClient(transport=transport, timeout=10) as http:
                    wrong = {"local_number": "1002101", "password": str(run.rng.randrange(10**6))}
                    await http.post(f"{run.service.url}/v1/sessions", json=wrong)
            elif kind == "noise":
                with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as out:
                    out.bind((host, 0))
                    head = b"REGISTER sip:x SIP/2.0\r\nAuthorization: Digest username=1002101d\r\n\r\n"
                    out.sendto(run.rng.choice([os.urandom(900), head]), (sip_host, int(sip_port)))
            else:
                begin, more = KINDS[kind]
                reader, writer = await asyncio.open_connection("127.0.0.1", port, local_addr=(host, 0))
                try:
                    writer.write(begin + more)
                    async with asyncio.timeout(run.rng.uniform(1, 15)):
                        while await reader.read(1000):
                            writer.write(more)
                finally:
                    writer.transport.abort()
        await asyncio.sleep(run.rng.uniform(0.5, 3.0))


async def _around(run: Run) -> None:
    """Watchers and attackers, until the end."""
    tasks = [asyncio.create_task(_watcher(run, run.tokens[n % len(run.tokens)])) for n in range(CLIENTS)]
    tasks += [asyncio.create_task(_attacker(run, n)) for n in range(ATTACKERS)]
    await asyncio.to_thread(run.ended.wait)
    for task in tasks:
        task.cancel()
    broken = [one for one in await asyncio.gather(*tasks, return_exceptions=True) if isinstance(one, AssertionError)]
    run.problems += [f"a client: {one}" for one in broken]


def _live(run: Run, seconds: float) -> tuple[int, int, int]:
    """One life of the service: memory settled and at its end in MiB, most descriptors."""
    assert run.service.process is not None
    process, begun = psutil.Process(run.service.process.pid), time.monotonic()
    settled, most = 0, 0
    while time.monotonic() - begun < seconds:
        time.sleep(1.0)
        most = max(most, process.num_fds())
        if not settled and time.monotonic() - begun > min(SETTLED, seconds / 2):
            settled = process.memory_info().rss
    return settled >> 20, process.memory_info().rss >> 20, most


def main(minutes: float = 60.0, kills: int = 30) -> dict[str, Any]:
    """Run; the figures."""
    seed = random.randrange(1 << 30)
    with tempfile.TemporaryDirectory(prefix="onepresence-soak-") as folder, Service(Path(folder)) as service:
        numbers = service.company(PHONES)
        made = [service.cli("device", "add", number, "desk") for number in numbers]
        server = service.sip.removeprefix("sip:")
        phones = [PlainPhone(server, one["sip_user"], one["sip_password"]) for one in made]
        for phone in phones:
            phone.register()
        run = Run(service, [service.token(number) for number in numbers], random.Random(seed))
        pairs = [(n, phones[n], phones[n + 1], numbers[n + 1]) for n in range(0, PHONES, 2)]
        threads = [threading.Thread(target=_caller, args=(run, *pair), daemon=True) for pair in pairs]
        threads.append(threading.Thread(target=lambda: asyncio.run(_around(run)), daemon=True))
        for thread in threads:
            thread.start()
        lives: list[tuple[int, int, int]] = []
        for n in range(kills + 1):
            up = time.monotonic()
            lives.append(_live(run, minutes * 60 / (kills + 1)))
            run.lives.append((up, time.monotonic()))
            if n < kills:
                service.kill()
                service.start()
        run.ended.set()
        for thread in threads:
            thread.join(60)
        time.sleep(SETTLING)
        failed = [one for one in run.problems if not one[0].isdigit() or run.steady(*map(float, one.split()[:2]))]
        assert not failed, f"seed {seed}: {failed[:5]}"
        counted = 0
        for n, calls in run.called.items():
            sure = sum(run.steady(*call) for call in calls)
            there = _records(service, run.tokens[n])
            assert there >= sure, f"seed {seed}: {sure} calls of {numbers[n]}, {there} in the history"
            counted += sure
        for settled, end, most in lives:
            assert end - settled < 50 and most < 1500, f"seed {seed}: {settled} to {end} MiB, {most} descriptors"
        for phone in phones:
            phone.close()
        return {
            "seed": seed, "minutes": minutes, "kills": kills, "attacks": run.attacks, "lines read": run.watched,
            "calls": sum(len(calls) for calls in run.called.values()), "calls surely in the history": counted,
            "cut off by kills": len(run.problems), "memory MiB": lives[-1][1], "descriptors": max(x[2] for x in lives),
        }  # fmt: skip


def _records(service: Service, token: str) -> int:
    """How many calls a history holds, page by page."""
    found: set[str] = set()
    with service.http(token) as http:
        before: dict[str, str] = {}
        while True:
            answer = http.get("/v1/me/calls", params=before)
            assert answer.status_code == 200, answer.text
            page = answer.json()
            new = {one["id"] for one in page} - found
            if not new:
                return len(found)
            found |= new
            before = {"before": page[-1]["at"]}
