"""What goes over this machine's loopback, as anybody in the network would see it (needs the right to listen: root)."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from onepresence_desktop.pbx.telephony.sip.codecs import codec
from tests.support.phones import correlation, read_wav

IP, UDP = 0x0800, 17


class Sniffed:
    """Datagrams by the ports they come from and go to, towards hosts of one network (such as 127.9): another test's
    phones may say the same beside this one.
    """

    def __init__(self, network: str) -> None:
        self._network = bytes(int(part) for part in network.split("."))
        self._streams: dict[bytes, list[bytes]] = {}

    def take(self, frame: bytes) -> None:
        """An Ethernet frame of the loopback."""
        packet = frame[14:]
        if packet[16:18] == self._network and len(packet) > 28 and packet[9] == UDP:
            head = (packet[0] & 15) * 4
            self._streams.setdefault(packet[12:20] + packet[head : head + 4], []).append(packet[head + 8 :])

    def requests(self, method: str) -> list[str]:
        """The SIP requests of a method, over datagrams in clear."""
        begin = f"{method} ".encode()
        return [
            data.decode(errors="replace")
            for stream in list(self._streams.values())
            for data in list(stream)
            if data.startswith(begin)
        ]

    def in_clear(self, says: Path) -> int:
        """How many streams tell what a phone says to whoever listens; that there were any is made sure."""
        sounds = [sound for stream in self._streams.values() if len(sound := _played(stream)) > 8000]
        assert len(sounds) >= 2, "nobody spoke"
        said = np.tile(read_wav(says), 2)  # phones say it over and over
        return sum(correlation(sound[-8000:], said)[0] > 0.9 for sound in sounds)


def _played(stream: list[bytes]) -> np.ndarray[Any, Any]:
    """A stream as if it were G.711 in clear."""
    samples: list[int] = []
    for data in stream:
        if len(data) > 100 and data[0] >> 6 == 2 and data[1] & 0x7F in (0, 8):
            samples += codec(data[1] & 0x7F).decode(data[12:172])
    return np.array(samples, float)


@contextlib.contextmanager
def sniffing(host: str) -> Iterator[Sniffed]:
    """Listen to a host's network (its first two numbers) until the block ends; skips the test where one may not."""
    try:
        ear = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(IP))
        ear.bind(("lo", 0))
    except (AttributeError, OSError) as exc:
        pytest.skip(f"listening to the network isn't allowed here: {exc}")
    ear.settimeout(0.1)
    ear.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4 * 1024 * 1024)
    sniffed, over = Sniffed(".".join(host.split(".")[:2])), threading.Event()

    def listen() -> None:
        while not over.is_set():
            with contextlib.suppress(TimeoutError):
                frame, about = ear.recvfrom(4096)
                if about[2] != socket.PACKET_OUTGOING:
                    sniffed.take(frame)

    thread = threading.Thread(target=listen)
    thread.start()
    try:
        yield sniffed
    finally:
        over.set()
        thread.join()
        ear.close()
