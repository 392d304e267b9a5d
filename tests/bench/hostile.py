"""Strangers at the door: what a colleague's call costs while 1,000 hostile connections of each kind come and stay.

They are in a process of their own. Quiet is measured anew before each kind: on a busy machine only what was measured a
moment apart can be compared. Where it may (root, Linux), what is timed goes before all else on the machine, and
strangers before the rest: otherwise others' work is measured. The worst kinds come over TLS as well.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import resource
import ssl
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil

from onepresence_desktop.client.trust import believing
from onepresence_desktop.pbx.certificate import of, own
from tests.bench.limits import Limit, most
from tests.support.plain_phone import PlainPhone
from tests.support.service import ROOT, Service

CONNECTIONS = 1000
CALLS = 150
KINDS = {
    "silent": (b"", b""),
    "half heads": (b"GET /v1/me HTTP/1.1\r\nHost: 127.0.0.1\r\nX:", b""),
    "half bodies": (b"POST /v1/sessions HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99\r\n\r\n{", b""),
    "endless values": (b"GET / HTTP/1.1\r\nX: ", b"a" * 4096),
    "endless trailers": (b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n", b"a: b\r\n" * 700),
    "whole requests": (b"", b"GET /v1/me HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer x\r\n\r\n" * 8),
}
ENCRYPTED = ("silent", "endless values", "endless trailers", "whole requests")
HALF_HELLO = b"\x16\x03\x01\x02\x00\x01"
TLS = "TLS, "
PEOPLE = ("1002101", "1002102")


def _kind(name: str) -> tuple[bytes, bytes]:
    if name == f"{TLS}half hellos":
        return HALF_HELLO, b""
    return KINDS[name.removeprefix(TLS)]


async def _stranger(port: int, begin: bytes, more: bytes, over: ssl.SSLContext | None) -> None:
    """One hostile connection, which comes again when it is ended."""
    while True:
        with contextlib.suppress(OSError):
            reader, writer = await asyncio.open_connection("127.0.0.1", port, ssl=over)
            try:
                writer.write(begin)
                while more:
                    writer.write(more)
                    await writer.drain()
                    await asyncio.sleep(0.05)
                await reader.read()
            finally:
                writer.transport.abort()
        await asyncio.sleep(0.5)


async def _strangers(port: int, kind: str) -> None:
    with contextlib.suppress(OSError):
        os.sched_setscheduler(0, os.SCHED_OTHER, os.sched_param(0))
        os.nice(-20)
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, min(hard, 8192)), hard))
    begin, more = _kind(kind)
    encrypted = kind.startswith(TLS) and begin != HALF_HELLO
    over = ssl._create_unverified_context() if encrypted else None  # noqa: S323 (an attacker believes anybody)
    async with asyncio.TaskGroup() as group:
        for _ in range(CONNECTIONS):
            group.create_task(_stranger(port, begin, more, over))


@contextlib.contextmanager
def _under(port: int, kind: str) -> Iterator[None]:
    command = [sys.executable, "-m", "tests.bench.hostile", str(port), kind]
    with subprocess.Popen(command, cwd=ROOT) as strangers:
        try:
            time.sleep(2)
            yield
        finally:
            strangers.kill()


def _timed(call: Callable[[], float]) -> list[float]:
    took = []
    for _ in range(CALLS):
        took.append(call())
        time.sleep(0.02)
    return sorted(took)


def main() -> dict[str, Any]:
    """Quiet and attacked, for each kind."""
    figures: dict[str, Any] = {}
    with _before_all_else(), tempfile.TemporaryDirectory() as folder:
        with Service(Path(folder) / "plain") as service:
            figures |= _attacked(service, list(KINDS))
        shown = own(Path(folder) / "tls")
        files = ("--tls-cert", shown.certificate, "--tls-key", shown.key)
        encrypted = Service(Path(folder) / "encrypted", extra=files)
        encrypted.believed = believing(of(shown.certificate))
        with encrypted:
            figures |= _attacked(encrypted, [f"{TLS}half hellos", *(f"{TLS}{kind}" for kind in ENCRYPTED)])
    for kind, found in figures.items():
        print(f"  {kind:18} " + "  ".join(f"{name} {value:.4f}" for name, value in found.items()))
    return figures


@contextlib.contextmanager
def _before_all_else() -> Iterator[None]:
    before = os.sched_getscheduler(0)
    with contextlib.suppress(OSError):
        os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(1))
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            os.sched_setscheduler(0, before, os.sched_param(0))


def _attacked(service: Service, kinds: list[str]) -> dict[str, Any]:
    figures: dict[str, Any] = {}
    assert service.process is not None
    process = psutil.Process(service.process.pid)
    service.company(len(PEOPLE))
    phones = []
    for number in PEOPLE:
        made = service.cli("device", "add", number, "desk")
        phones.append(PlainPhone(service.sip.removeprefix("sip:"), made["sip_user"], made["sip_password"]))
        phones[-1].register()
    caller, callee = phones
    with service.http(service.token(PEOPLE[0])) as http:

        def click() -> float:
            """Until a call that is asked for is accepted."""
            begun = time.perf_counter()
            answer = http.post("/v1/calls", json={"to": PEOPLE[1]})
            took = time.perf_counter() - begun
            assert answer.status_code == 202, answer.text
            http.delete(f"/v1/calls/{answer.json()['call_id']}")
            return took

        def dial() -> float:
            return caller.call(PEOPLE[1], callee)

        _timed(click), _timed(dial)
        before = process.memory_info().rss
        for kind in kinds:
            quiet = {"click": _timed(click), "dial": _timed(dial)}
            cpu, begun = sum(process.cpu_times()[:2]), time.monotonic()
            with _under(int(service.url.rpartition(":")[2]), kind):
                attacked = {"click": _timed(click), "dial": _timed(dial)}
            figures[kind] = {
                **{f"{name}_quiet": _p99(took) for name, took in quiet.items()},
                **{f"{name}_p50": took[len(took) // 2] for name, took in attacked.items()},
                **{f"{name}_p99": _p99(took) for name, took in attacked.items()},
                "grown_mib": (process.memory_info().rss - before) / 2**20,
                "cpu": (sum(process.cpu_times()[:2]) - cpu) / (time.monotonic() - begun),
            }
    for phone in phones:
        phone.close()
    return figures


def _p99(took: list[float]) -> float:
    return took[int(len(took) * 0.99)]


def limits(figures: dict[str, Any]) -> list[Limit]:
    """A colleague's call and a phone's INVITE within three times their quiet p99; memory within 50 MiB."""
    found = []
    for kind, seen in figures.items():
        for name, what in (("click", "call accepted"), ("dial", "INVITE to ringing")):
            times = seen[f"{name}_p99"] / seen[f"{name}_quiet"]
            found.append(most(f"{what} beside 1,000 {kind}, times quiet", times, 3, "x"))
        found.append(most(f"memory grown by 1,000 {kind}", seen["grown_mib"], 50, "MiB"))
    return found


if __name__ == "__main__":
    asyncio.run(_strangers(int(sys.argv[1]), sys.argv[2]))
