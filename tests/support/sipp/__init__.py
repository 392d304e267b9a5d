"""sipp as many phones at once: the scenarios beside this file, run against a service in a process of its own."""

from __future__ import annotations

import csv
import shutil
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from tests.support.phones import free_host
from tests.support.waiting import soon

FOLDER = Path(__file__).parent
PASSWORD = "x"
"""Of the SIP users that tests.bench.setting.fill makes."""

PORT = 5060
"""Where each sipp is, at a host of its own."""

CALLERS = 100
"""The first so many people call, unless told otherwise; those after them are called."""


@dataclass(frozen=True, slots=True)
class Cpu:
    """Seconds used so far: by the whole process, and by the telephony's thread (the busiest but the first)."""

    process: float
    threads: dict[int, float]

    def since(self, before: Cpu) -> tuple[float, float]:
        """What the process, and the telephony's thread alone, have used since `before`."""
        first = min(self.threads)
        used = {n: spent - before.threads.get(n, 0.0) for n, spent in self.threads.items() if n != first}
        return self.process - before.process, max(used.values(), default=0.0)


def cpu(process: psutil.Process) -> Cpu:
    """Read it."""
    times = process.cpu_times()
    return Cpu(times.user + times.system, {t.id: t.user_time + t.system_time for t in process.threads()})


class Phones:
    """People of tests.bench.setting.fill as sipp: callers at one loopback address, those called at another."""

    def __init__(self, folder: Path, server: str, people: int, callers: int = CALLERS) -> None:
        assert shutil.which("sipp"), "sipp is not installed (Debian: sip-tester)"
        self.folder = folder
        self.server = server
        self.callers, self.callees = free_host(), free_host()
        called = range(callers, people)
        self._write("called.csv", [(f"100{n:04}d", _credentials(n), "") for n in called])
        pairs = [(n % callers, m) for n, m in enumerate(called)] if callers else []
        self._write("calls.csv", [(f"100{n:04}d", _credentials(n), f"100{m:04}") for n, m in pairs])
        self._answering: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Phones:
        return self

    def __exit__(self, *_: object) -> None:
        self.hush()

    def register(self, count: int, rate: float) -> dict[str, Any]:
        """Those called register one after another, `count` times in all; sipp's figures."""
        return self._run("register", "called.csv", self.callees, count, rate)

    def answer(self) -> None:
        """Those called answer whatever rings from now on."""
        self._answering = answering(self.folder, self.server, "callee", self.callees)

    def hush(self) -> None:
        """Those called answer no longer, so that their address is free for registering."""
        answers, self._answering = self._answering, None
        if answers is not None:
            answers.kill()
            answers.wait(60)

    def call(self, count: int, rate: float, *, talk: float = 0.0, again: bool = False) -> dict[str, Any]:
        """So many whole calls, each with `talk` seconds between ACK and BYE; sipp's figures.

        again: a call that was shed may get through later; otherwise it has failed, for the service is to keep up.
        """
        figures = self._run("caller", "calls.csv", self.callers, count, rate, "-d", str(round(talk * 1000)))
        return figures if again else {**figures, "failed": figures["failed"] + figures["shed"]}

    def call_mailboxes(self, ports: Sequence[int], rate: float, *, talk: float) -> dict[str, Any]:
        """Call as many people as `ports`, who have no phone on; the sound goes to those ports of the callers' host."""
        lines = (self.folder / "calls.csv").read_text().splitlines()[1:]
        assert len(lines) >= len(ports), "too few people"
        rows = [(*line.split(";"), str(port)) for line, port in zip(lines, ports, strict=False)]
        self._write("mailboxes.csv", rows)
        more = ("-d", str(round(talk * 1000)))
        return self._run("mailbox", "mailboxes.csv", self.callers, len(ports), rate, *more)

    def call_outside(self, number: str, count: int, rate: float) -> dict[str, Any]:
        """So many whole calls to one number outside; sipp's figures."""
        self._write("outside.csv", [(f"100{n:04}d", _credentials(n), number) for n in range(CALLERS)])
        return self._run("caller", "outside.csv", self.callers, count, rate, "-d", "0")

    def _run(self, scenario: str, users: str, host: str, count: int, rate: float, *more: str) -> dict[str, Any]:
        return run(self.folder, self.server, scenario, users, host, count, rate, *more)

    def _write(self, name: str, rows: Sequence[tuple[str, ...]]) -> None:
        (self.folder / name).write_text("SEQUENTIAL\n" + "".join(";".join(row) + "\n" for row in rows))


class Outside:
    """A phone behind a provider (`tests.support.provider`) as sipp: it answers at one address and calls from another.

    number: its own, E.164. called: the numbers that it calls one after another.
    """

    def __init__(self, folder: Path, provider: str, number: str, host: str, called: Sequence[str]) -> None:
        self._folder, self._provider, self._host = folder, provider, host
        self._from = free_host()
        (folder / "inside.csv").write_text("SEQUENTIAL\n" + "".join(f"{number};{one}\n" for one in called))
        self._answering = answering(folder, provider, "outside_callee", host)

    def __enter__(self) -> Outside:
        return self

    def __exit__(self, *_: object) -> None:
        self._answering.kill()
        self._answering.wait(60)

    def call(self, count: int, rate: float) -> dict[str, Any]:
        """So many whole calls; sipp's figures."""
        return run(self._folder, self._provider, "outside_caller", "inside.csv", self._from, count, rate, "-d", "0")


def answering(folder: Path, server: str, scenario: str, host: str) -> subprocess.Popen[bytes]:
    """A sipp that answers at a host; it listens already."""
    answers = subprocess.Popen(
        [*_command(server, scenario, host), "-aa", "-trace_err", "-error_file", str(folder / f"{scenario}.unexpected")],
        cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    address = (host, PORT)

    def listening() -> bool:
        assert answers.poll() is None, "the sipp that answers did not start"
        return any(place.laddr == address for place in psutil.Process(answers.pid).net_connections("udp"))

    soon(listening)
    return answers


def run(
    folder: Path, server: str, scenario: str, users: str, host: str, count: int, rate: float, *more: str
) -> dict[str, Any]:
    """A scenario so many times from a host; sipp's figures. shed: 503s, after which a call was tried again."""
    figures, errors = folder / f"{scenario}.csv", folder / f"{scenario}.errors"
    figures.unlink(missing_ok=True)
    errors.unlink(missing_ok=True)
    command = [*_command(server, scenario, host), "-inf", users, "-m", str(count), "-r", str(rate), "-l", "2000"]
    command += ["-aa", "-trace_stat", "-stf", str(figures), "-fd", "1"]
    command += ["-trace_err", "-error_file", str(errors), "-timeout", str(round(count / rate * 2 + 90)), *more]
    begun = time.monotonic()
    done = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True)
    seconds = time.monotonic() - begun
    assert figures.exists(), done.stderr.decode(errors="replace")[-2000:]
    with figures.open() as file:
        last = list(csv.DictReader(file, delimiter=";"))[-1]
    finished = int(last["SuccessfulCall(C)"])
    if finished < count and errors.exists():
        print(errors.read_text(errors="replace")[:3000])
    return {
        "done": finished,
        "failed": count - finished,
        "shed": int(last.get("shed(C)", 0)),
        "rang": int(last.get("rang(C)", 0)),
        "sent_again": int(last["Retransmissions(C)"]),
        "seconds": round(seconds, 1),
        "first_ms": _ms(last["ResponseTime1(C)"]),
        "second_ms": _ms(last["ResponseTime2(C)"]),
    }


def _command(server: str, scenario: str, host: str) -> list[str]:
    return ["sipp", server, "-sf", str(FOLDER / f"{scenario}.xml"), "-i", host, "-p", str(PORT), "-nostdin"]


def _credentials(n: int) -> str:
    """What sipp makes into an Authorization header; it doesn't look for fields inside a keyword."""
    return f"[authentication username=100{n:04}d password={PASSWORD}]"


def _ms(clock: str) -> float:
    """sipp's HH:MM:SS:micros or HH:MM:SS.micros as milliseconds."""
    hours, minutes, rest = clock.split(":", 2)
    seconds, _, micros = rest.replace(":", ".").partition(".")
    return round(((int(hours) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int(micros or 0) / 1000, 2)
