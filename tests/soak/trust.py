"""Mixed attack at a low rate from 50 addresses while 20 phones call, 100 clients watch, and the service is killed.

No call fails and no stream ends but those that a kill cut off. After each kill every call that was over is in its
caller's history as it was, everything acknowledged is there, and in the end neither memory nor descriptors have grown.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import statistics
import tempfile
import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psutil

from tests.soak.attack import Attacker
from tests.soak.ledger import Writer
from tests.support.plain_phone import PlainPhone
from tests.support.service import Service

PHONES, CLIENTS, ATTACKERS, WRITERS = 20, 100, 50, 3
SETTLING = 5.0
"""Seconds after a start in which phones and clients come back, and before a kill in which a record may be under way."""
PAUSE, TALK = (1.0, 4.0), (0.2, 6.0)
"""Seconds between two calls of a phone, and that two people talk."""
SHED, MOST_SHED = ": 503", 0.01
"""What is answered to new calls when the machine is too busy for them (`telephony/sip/load`), and to how many."""
RENEWED_EVERY = 100.0
"""Seconds; registrations last for 300."""
WRITER_RESTS = 0.5
EARLY, LATE = timedelta(seconds=0.1), timedelta(seconds=SETTLING)
"""How far the service's moment of a call may be from the caller's."""
MOST_GROWN, MOST_FILES = 25, 400
"""MiB in one life or from the first lives to the last; descriptors."""


@dataclass
class Called:
    """A call that went as it should: clocks as `time.monotonic` and as the world's, and whether they talked."""

    begun: float
    ended: float
    at: datetime
    until: datetime
    talked: bool
    rang_after: float

    def fits(self, record: dict[str, Any]) -> bool:
        """Whether it may be this call's; it is dated when the service, which has other things to do, hears of it."""
        in_time = self.at - EARLY <= moment(record) <= self.until + LATE
        return in_time and (record["cause"] == "normal") is self.talked


def moment(record: dict[str, Any]) -> datetime:
    """When a recorded call began."""
    return datetime.fromisoformat(record["at"])


@dataclass
class Run:
    """What all share. up: since when the service answers, None while it is dead. problems: when, until when, what.

    lives: from when to when the service was up. failures: what no kill excuses.
    """

    service: Service
    tokens: list[str]
    seed: int
    ended: threading.Event = field(default_factory=threading.Event)
    lives: list[tuple[float, float]] = field(default_factory=list)
    called: dict[int, list[Called]] = field(default_factory=dict)
    problems: list[tuple[float, float, str]] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    watching: int = 0
    heard: int = 0
    cut_off: int = 0
    shed: int = 0

    def expect(self, right: bool, otherwise: str) -> None:
        """Tell at once what is wrong, and go on: there may be more."""
        if not right:
            print(f"  WRONG: {otherwise}", flush=True)
            self.failures.append(otherwise)

    def judge_problems(self) -> None:
        """Those since the last time: a kill cut them off, the service sent them away to come later, or they count."""
        for begun, ended, what in self.problems:
            if not self.steady(begun, ended):
                self.cut_off += 1
            elif SHED in what:
                self.shed += 1
            else:
                self.expect(False, what)
        self.problems.clear()

    def steady(self, begun: float, ended: float) -> bool:
        """Whether nothing that was under way in that time can have been cut off by a kill."""
        return any(up + SETTLING <= begun and ended + SETTLING <= down for up, down in self.lives)


def _caller(run: Run, n: int, phone: PlainPhone, callee: PlainPhone, number: str) -> None:
    calls, rng = run.called.setdefault(n, []), random.Random(run.seed + n)
    while not run.ended.wait(rng.uniform(*PAUSE)):
        begun, at, talks = time.monotonic(), datetime.now(UTC), rng.random() < 0.5
        callee.answers = talks
        try:
            rang = phone.talk(number, callee, rng.uniform(*TALK)) if talks else phone.call(number, callee)
        except AssertionError as exc:
            run.problems.append((begun, time.monotonic(), f"a call to {number}: {exc}"))
        else:
            calls.append(Called(begun, time.monotonic(), at, datetime.now(UTC), talks, rang))


def _renewer(run: Run, phones: list[PlainPhone]) -> None:
    """Phones register again and again, as all do, and sooner when nobody answered."""
    due = [time.monotonic() + RENEWED_EVERY * (n + 1) / len(phones) for n in range(len(phones))]
    while not run.ended.wait(1.0):
        for n, phone in enumerate(phones):
            if (begun := time.monotonic()) >= due[n] and not run.ended.is_set():
                try:
                    phone.register()
                except AssertionError as exc:
                    run.problems.append((begun, time.monotonic(), f"a phone registers: {exc}"))
                else:
                    due[n] = begun + RENEWED_EVERY


async def _watcher(run: Run, token: str, rng: random.Random) -> None:
    """A client that comes back when its stream ends, as the program does."""
    host, _, port = run.service.url.removeprefix("http://").rpartition(":")
    while True:
        begun = time.monotonic()
        with contextlib.suppress(OSError):
            reader, writer = await asyncio.open_connection(host, int(port))
            try:
                head = f"Host: {host}:{port}\r\nAuthorization: Bearer {token}\r\n"
                writer.write(f"GET /v1/events HTTP/1.1\r\n{head}\r\n".encode())
                status = await reader.readline()
                if status.startswith(b"HTTP/1.1 200"):
                    run.watching += 1
                    try:
                        while data := await reader.read(65536):
                            run.heard += len(data)
                    finally:
                        run.watching -= 1
                    run.problems.append((begun + SETTLING, time.monotonic(), "a stream ended"))
                elif status:
                    run.problems.append((begun, time.monotonic(), f"a client got {status!r}"))
            finally:
                writer.transport.abort()
        await asyncio.sleep(rng.uniform(0.2, 1.0))


async def _around(run: Run, attackers: list[Attacker]) -> None:
    """Watchers and attackers, until the end."""
    rng = random.Random(run.seed)
    tasks = [asyncio.create_task(_watcher(run, run.tokens[n % PHONES], rng)) for n in range(CLIENTS)]
    tasks += [asyncio.create_task(one.attack()) for one in attackers]
    await asyncio.to_thread(run.ended.wait)
    for task in tasks:
        task.cancel()
    for one in await asyncio.gather(*tasks, return_exceptions=True):
        if isinstance(one, Exception):
            run.problems.append((0, float("inf"), f"the soak itself: {one!r}"))


def _live(run: Run, writers: list[Writer], seconds: float) -> tuple[int, int, int]:
    """One life of the service, ended by a kill: least MiB in its second and its last quarter, most descriptors."""
    assert run.service.process is not None
    process, up = psutil.Process(run.service.process.pid), time.monotonic()
    threads = [threading.Thread(target=writer.write) for writer in writers]
    for thread in threads:
        thread.start()
    memory, most = list[int](), 0
    while time.monotonic() - up < seconds:
        time.sleep(1.0)
        most = max(most, process.num_fds())
        memory.append(process.memory_info().rss >> 20)
    quarter = len(memory) // 4
    wrong = [line for line in run.service.errors if "Traceback" in line or "ERROR" in line]
    run.expect(not wrong, "".join(run.service.errors))
    run.service.errors.clear()
    run.expect(all(thread.is_alive() for thread in threads), "a writer was refused or left alone")
    run.expect(run.watching == CLIENTS, f"{run.watching} clients watch at the end of a life")
    run.lives.append((up, time.monotonic()))
    run.service.kill()
    for thread in threads:
        thread.join(60)
        assert not thread.is_alive(), "a writer did not notice that the service is gone"
    return min(memory[quarter : 2 * quarter]), min(memory[-quarter:]), most


def _look(run: Run, writers: list[Writer]) -> int:
    """After a restart: what was acknowledged before the kill is there; how many calls were looked for."""
    for writer in writers:
        actual = writer.read()
        found = writer.ledger.differences(actual)
        run.expect(not found, "\n".join(found))
        writer.ledger.settle(actual)
    up, down = run.lives[-1]
    looked = 0
    for n, calls in run.called.items():
        sure = [one for one in list(calls) if up <= one.begun <= down and run.steady(one.begun, one.ended)]
        if sure:
            records = _records(run.service, run.tokens[n], sure[0].at - EARLY)
            for one in sure:
                fits = [record for record in records if one.fits(record)]
                near = [
                    (record["at"], record["cause"]) for record in records if abs(moment(record) - one.at) < 2 * LATE
                ]
                run.expect(bool(fits), f"no record of {one}, but {near}")
                records = [record for record in records if record not in fits[:1]]  # each is the record of one call
            looked += len(sure)
    return looked


def _records(service: Service, token: str, since: datetime) -> list[dict[str, Any]]:
    """Outgoing calls of a history since then, page by page."""
    found: dict[str, dict[str, Any]] = {}
    with service.http(token) as http:
        wanted = {"kind": "outgoing", "from": since.isoformat()}
        while True:
            answer = http.get("/v1/me/calls", params=wanted)
            assert answer.status_code == 200, answer.text
            page = answer.json()
            if not {one["id"] for one in page} - set(found):
                return sorted(found.values(), key=moment)
            found |= {one["id"]: one for one in page}
            wanted["before"] = page[-1]["at"]


def _grown(lives: list[tuple[int, int, int]], which: int) -> float:
    """From the first fifth of the lives to the last."""
    fifth = max(1, len(lives) // 5)
    first, last = ([life[which] for life in some] for some in (lives[:fifth], lives[-fifth:]))
    return statistics.median(last) - statistics.median(first)


def main(minutes: float = 60.0, kills: int = 30, seed: int | None = None) -> dict[str, Any]:
    """Run; the figures."""
    seed = random.randrange(1 << 30) if seed is None else seed
    rng = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="onepresence-soak-") as folder, Service(Path(folder)) as service:
        numbers = service.company(PHONES + WRITERS - 1)
        made = [service.cli("device", "add", number, "desk") for number in numbers[:PHONES]]
        server = service.sip.removeprefix("sip:")
        phones = [PlainPhone(server, one["sip_user"], one["sip_password"]) for one in made]
        for phone in phones:
            phone.register()
        run = Run(service, [service.token(number) for number in numbers], seed)
        writers = [
            Writer(service.url, run.tokens[n], seed + n, administrator=n == 0, code="100", rest=WRITER_RESTS)
            for n in (0, *range(PHONES, PHONES + WRITERS - 1))
        ]
        for writer in writers:
            writer.ledger.settle(writer.read())
        host, port = server.rsplit(":", 1)
        attackers = [
            Attacker(
                f"127.0.1.{n + 1}", service.url, (host, int(port)), numbers[n % PHONES], made[n % PHONES]["sip_user"],
                random.Random(seed + n),
            )
            for n in range(ATTACKERS)
        ]  # fmt: skip
        pairs = [(n, phones[n], phones[n + 1], numbers[n + 1]) for n in range(0, PHONES, 2)]
        threads = [threading.Thread(target=_caller, args=(run, *pair), daemon=True) for pair in pairs]
        threads.append(threading.Thread(target=_renewer, args=(run, phones), daemon=True))
        threads.append(threading.Thread(target=lambda: asyncio.run(_around(run, attackers)), daemon=True))
        for thread in threads:
            thread.start()
        lives: list[tuple[int, int, int]] = []
        looked = 0
        try:
            for n in range(kills):
                lives.append(_live(run, writers, minutes * 60 / kills * rng.uniform(0.6, 1.4)))
                service.start()
                looked += _look(run, writers)
                told = f"{looked} calls in the history, {sum(one.ledger.acknowledged for one in writers)} changes kept"
                print(f"  {time.strftime('%H:%M:%S')} kill {n + 1}: {told}, {lives[-1]}", flush=True)
                run.judge_problems()
        finally:
            run.ended.set()
            for thread in threads:
                thread.join(60)
            for phone in phones:
                phone.close()
    rang = sorted(one.rang_after for calls in run.called.values() for one in calls)
    attacks: dict[str, int] = {}
    for one in attackers:
        for kind, count in one.done.items():
            attacks[kind] = attacks.get(kind, 0) + count
    figures = {
        "seed": seed,
        "minutes": minutes,
        "kills": kills,
        "attacks": attacks,
        "MiB heard": run.heard >> 20,
        "calls": len(rang),
        "calls looked for in the history": looked,
        "changes": sum(one.ledger.acknowledged for one in writers),
        "calls and streams cut off by kills": run.cut_off,
        "calls refused by a busy machine": run.shed,
        "rang p50, p99, max (s)": [round(rang[int((len(rang) - 1) * part)], 4) for part in (0.5, 0.99, 1)],
        "memory (MiB)": [lives[0][1], lives[-1][1]],
        "memory grown (MiB), most in a life, over all": [max(end - at for at, end, _ in lives), _grown(lives, 1)],
        "descriptors, most, grown": [max(life[2] for life in lives), _grown(lives, 2)],
    }
    print(f"  {figures}", flush=True)
    run.expect(run.shed <= MOST_SHED * len(rang), f"{run.shed} calls were refused")
    run.expect(all(end - at < MOST_GROWN for at, end, _ in lives) and _grown(lives, 1) < MOST_GROWN, "memory grows")
    run.expect(max(life[2] for life in lives) < MOST_FILES and _grown(lives, 2) < MOST_FILES / 4, "descriptors grow")
    assert not run.failures, f"seed {seed}: {len(run.failures)} times wrong, first {run.failures[0]}"
    return figures
