"""50 calls at once whose sound goes through the engine, encrypted on both sides: what that adds to each packet's way.

The engine's sound on its own thread, as in the service; the phones in a process of their own. A packet says when it was
sent; the kernel says when it came, whatever that process was doing. Once byte for byte, as between two phones that both
encrypt, and once opened and sealed again, which a phone that doesn't encrypt needs at the other end. Beside other work
it is the other work that is measured, unless this goes before it: `chrt -f 10 python -m tests.bench relayed_sound`.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import random
import select
import socket
import struct
import threading
import time
from concurrent.futures import Future
from multiprocessing.connection import Connection
from typing import Any

from onepresence_desktop.pbx.telephony.sip import rtp
from onepresence_desktop.pbx.telephony.sip.media import Media, Session
from onepresence_desktop.pbx.telephony.sip.onward import Onward
from onepresence_desktop.pbx.telephony.sip.sdp import Audio
from onepresence_desktop.pbx.telephony.sip.srtp import SUITES, Crypto, Secured
from onepresence_desktop.pbx.telephony.sip.thread import live
from tests.bench.limits import Limit, most

CALLS, SECONDS, FRAME = 50, 20.0, 0.02
HOST = f"127.{20 + os.getpid() % 200}.97.1"
TIMESTAMPNS = 35
"""SO_TIMESTAMPNS of Linux: the kernel's own time of arrival."""

SOUND = bytes(152)
"""What follows the eight bytes of the time in a packet of 20 ms."""


def limits(found: dict[str, Any]) -> list[Limit]:
    """Of what SRTP both sides takes."""
    return [most("50 SRTP calls relayed, added delay p99", found["passed on"]["p99_ms"], 5, "ms")]


def main() -> dict[str, Any]:
    """Run, print a table, return the figures."""
    found = {kind: _run(kind) for kind in ("passed on", "opened and sealed")}
    load = os.getloadavg()[0]
    print(f"{CALLS} calls through the engine both ways for {SECONDS:.0f} s, load {load:.1f}; loopback included")
    print("                       packets    lost   p50 ms   p99 ms   worst   CPU of the engine %")
    for kind, one in found.items():
        print(
            f"  {kind:18}   {one['packets']:8}   {one['lost']:5}   {one['p50_ms']:6.2f}   {one['p99_ms']:6.2f}"
            f"   {one['worst_ms']:5.1f}   {one['cpu_percent']:6.1f}"
        )
    return found


def _run(kind: str) -> dict[str, Any]:
    running: Future[asyncio.AbstractEventLoop] = Future()
    thread = threading.Thread(target=live, args=(running,), daemon=True)
    thread.start()
    loop = running.result()
    ours, theirs = multiprocessing.get_context("spawn").Pipe()
    onwards = [Onward() for _ in range(2 * CALLS)] if kind != "passed on" else []
    keys = [one.key for one in onwards]
    phones = multiprocessing.get_context("spawn").Process(target=_phones, args=(HOST, theirs, keys), daemon=True)
    phones.start()
    theirs.close()
    media = asyncio.run_coroutine_threadsafe(_media(loop), loop).result()
    try:
        ends = asyncio.run_coroutine_threadsafe(_sessions(media, ours.recv(), onwards), loop).result()
        begun, cpu = time.monotonic(), time.process_time()
        ours.send(ends)
        delays, sent = ours.recv()
        spent = time.process_time() - cpu
    finally:
        ours.close()  # the phones end, too, where they still wait to be told
        loop.call_soon_threadsafe(media.close)
        loop.call_soon_threadsafe(loop.stop)
        phones.join()
        thread.join()
    delays.sort()
    return {
        "packets": len(delays),
        "lost": sent - len(delays),
        "p50_ms": delays[len(delays) // 2] * 1000,
        "p99_ms": delays[len(delays) * 99 // 100] * 1000,
        "worst_ms": delays[-1] * 1000,
        "cpu_percent": spent / (time.monotonic() - begun) * 100,
    }


async def _media(loop: asyncio.AbstractEventLoop) -> Media:
    return Media(loop)


async def _sessions(media: Media, places: list[int], onwards: list[Onward]) -> list[int]:
    """A relay for each pair of phones; where each phone is to send. onwards: how each encrypts; none: in clear."""
    made: list[Session] = []
    for number, port in enumerate(places):
        session = media.open(HOST)
        if onwards:
            session.onward = onwards[number]
        crypto = Crypto(1, SUITES[0], onwards[number].key) if onwards else None
        session.set_remote(Audio(HOST, port, (0,), ((0, 0),), None, "sendrecv", crypto), HOST)
        made.append(session)
    for one, other in zip(made[::2], made[1::2], strict=True):
        one.relay, other.relay = other, one
    return [session.port for session in made]


def _phones(host: str, pipe: Connection, keys: list[bytes]) -> None:
    """All phones: each says a packet every 20 ms, at a moment of its own. keys: with which they encrypt."""
    sockets = [socket.socket(socket.AF_INET, socket.SOCK_DGRAM) for _ in range(2 * CALLS)]
    for one in sockets:
        one.bind((host, 0))
        one.setblocking(False)
        one.setsockopt(socket.SOL_SOCKET, TIMESTAMPNS, 1)
        one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 20)
    pipe.send([one.getsockname()[1] for one in sockets])
    ends = [(host, port) for port in pipe.recv()]
    crypto = [Crypto(1, SUITES[0], key) for key in keys]
    sealing = [Secured(one, one) for one in crypto]
    poll = select.poll()
    of_file = {one.fileno(): number for number, one in enumerate(sockets)}
    for one in sockets:
        poll.register(one, select.POLLIN)
    delays: list[float] = []
    begun = time.monotonic()
    due = sorted((begun + random.uniform(0, FRAME), number, 0) for number in range(len(sockets)))
    sent = 0
    while (now := time.monotonic()) < begun + SECONDS + 1:
        while due and due[0][0] <= now and now < begun + SECONDS:
            at, number, place = due.pop(0)
            packet = rtp.build(0, False, place, place * 160, 1000 + number, struct.pack("!Q", time.time_ns()) + SOUND)
            sockets[number].sendto(sealing[number].seal(packet) if keys else packet, ends[number])
            sent += 1
            due.append((at + FRAME, number, place + 1))
        wait = max(0.0, due[0][0] - time.monotonic()) if due and now < begun + SECONDS else 0.05
        for file, _ in poll.poll(min(wait, 0.05) * 1000):
            number = of_file[file]
            _hear(sockets[number], sealing[number] if keys else None, delays)
    pipe.send((delays, sent))


def _hear(one: socket.socket, sealing: Secured | None, delays: list[float]) -> None:
    while True:
        try:
            data, notes, _, _ = one.recvmsg(2048, 64)
        except BlockingIOError:
            return
        whole, parts = struct.unpack("qq", notes[0][2][:16])
        if sealing is not None:
            data = sealing.open(data)
        (said,) = struct.unpack("!Q", data[12:20])
        delays.append((whole * 10**9 + parts - said) / 1e9)
