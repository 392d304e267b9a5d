"""Whoever is called behind a provider and says something before it answers (183 with a description, RFC 3960)."""

from __future__ import annotations

import asyncio
import re
import socket
from array import array
from pathlib import Path

from onepresence_desktop.pbx.telephony.sip import rtp
from onepresence_desktop.pbx.telephony.sip.codecs import codec
from onepresence_desktop.pbx.telephony.sip.msg import Message, parse, response_to
from tests.support.phones import read_wav

PCMA, FRAME = 8, 160


class Announcer:
    """At host:5060. It speaks to whoever calls until that call is refused by `refuse`, or given up."""

    def __init__(self, host: str, says: Path) -> None:
        self.host = host
        self._samples = read_wav(says).astype("<i2")
        self._invited: tuple[Message, tuple[str, int]] | None = None
        self._speaking: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Announcer:
        self._sip, self._rtp = self._bound(5060), self._bound(0)
        asyncio.get_running_loop().add_reader(self._sip, self._signalled)
        return self

    async def __aexit__(self, *_: object) -> None:
        asyncio.get_running_loop().remove_reader(self._sip)
        self._hush()
        self._sip.close()
        self._rtp.close()

    def refuse(self, status: int) -> None:
        """It will not be answered."""
        self._hush()
        self._answer(status)

    def _signalled(self) -> None:
        data, source = self._sip.recvfrom(65_535)
        message = parse(data)
        if message.method == "INVITE":
            first, self._invited = self._invited is None, (message, source)
            self._answer(183)
            if first:
                self._speaking = asyncio.create_task(self._speak(message.body.decode()))
        elif message.method == "CANCEL":
            self._sip.sendto(response_to(message, 200, to_tag="early").encode(), source)
            self.refuse(487)

    def _answer(self, status: int) -> None:
        assert self._invited is not None, "nobody has called"
        request, source = self._invited
        response = response_to(request, status, to_tag="early")
        response.add("contact", f"<sip:announcer@{self.host}:5060>")
        if status == 183:
            response.add("content-type", "application/sdp").body = (
                f"v=0\r\no=- 1 1 IN IP4 {self.host}\r\ns=-\r\nc=IN IP4 {self.host}\r\nt=0 0\r\n"
                f"m=audio {self._rtp.getsockname()[1]} RTP/AVP {PCMA}\r\n"
            ).encode()
        self._sip.sendto(response.encode(), source)

    async def _speak(self, offer: str) -> None:
        """A packet each 20 ms by the clock, over and over."""
        host, port = re.search(r"^c=IN IP4 (\S+)", offer, re.M), re.search(r"^m=audio (\d+)", offer, re.M)
        assert host is not None and port is not None, offer
        to, encoder, clock = (host[1], int(port[1])), codec(PCMA), asyncio.get_running_loop()
        begun, number = clock.time(), 0
        while True:
            start = number * FRAME % (len(self._samples) // FRAME * FRAME)
            samples = self._samples[start : start + FRAME]
            payload = encoder.encode(_array(samples.tobytes()))
            self._rtp.sendto(rtp.build(PCMA, number == 0, number, number * FRAME, 77, payload), to)
            number += 1
            await asyncio.sleep(max(0.0, begun + number * 0.02 - clock.time()))

    def _hush(self) -> None:
        if self._speaking is not None:
            self._speaking.cancel()

    def _bound(self, port: int) -> socket.socket:
        made = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        made.bind((self.host, port))
        made.setblocking(False)
        return made


def _array(data: bytes) -> array[int]:
    samples = array("h")
    samples.frombytes(data)
    return samples
