"""Who hears whom once a call led through the engine has gone on elsewhere: simulated phones with real sound."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest

from onepresence_desktop.pbx.telephony.sip import rtp
from onepresence_desktop.pbx.telephony.sip.codecs import FRAME
from onepresence_desktop.pbx.telephony.sip.media import Media, Session
from onepresence_desktop.pbx.telephony.sip.sdp import Sdp
from tests.pbx.telephony.sip.simulated import World
from tests.pbx.telephony.sip.simulated_phone import Dialog, Phone, sdp
from tests.pbx.telephony.sip.simulated_provider import Provider
from tests.support.phones import free_host
from tests.support.waiting import eventually

TAKES = 4
"""Packets that somebody says at a time."""


class Here(Media):
    """Sound through this machine, whatever the simulated network is called."""

    def open(self, host: str, on_digit: Callable[[str], None] | None = None) -> Session:
        return super().open("127.0.0.1", on_digit)


class Ear:
    """A phone's sound. begins: the number of its first packet."""

    def __init__(self, phone: Phone, place: int, begins: int) -> None:
        self.phone = phone
        phone.listens_at = free_host()
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.bind((phone.listens_at, 5004))
        self.socket.setblocking(False)
        self.source, self.number = 1000 + place, begins
        self.came: list[rtp.Packet] = []

    def sends_to(self) -> tuple[str, int]:
        """Where the description that it was given last says."""
        calls = {dialog.call_id for dialog in self.phone.dialogs if not dialog.over}
        told = [m.body for m in self.phone.heard if m.call_id in calls and b"m=audio" in m.body]
        audio = Sdp(told[-1]).audio()
        return audio.host, audio.port

    def say(self, to: tuple[str, int] | None = None) -> None:
        for _ in range(TAKES):
            self.number += 1
            stamp = self.number * FRAME
            words = f"{self.phone.name} {self.number}".encode()
            self.socket.sendto(rtp.build(0, False, self.number, stamp, self.source, words), to or self.sends_to())

    def listen(self) -> list[rtp.Packet]:
        while True:
            try:
                packet = rtp.parse(self.socket.recv(2048))
            except BlockingIOError:
                return self.came
            assert packet is not None
            self.came.append(packet)

    def heard_of(self, other: Ear) -> int:
        return sum(packet.payload.startswith(f"{other.phone.name} ".encode()) for packet in self.listen())


class Three:
    """Somebody (a phone, or a phone outside) has called Bo; Carl isn't in it yet. Carl's numbers are the lowest."""

    def __init__(self, *, outside: bool) -> None:
        self.media = Here(asyncio.get_running_loop())
        self.world = World(3, relay=not outside, media=self.media)
        caller: Phone = self.world.phones[0]
        if outside:
            caller = provider = Provider(self.world, "10.9.0.1")
            self.world.engine.trunks.set([provider.line()])
            self.world.clock.run(1)
        self.caller = Ear(caller, 1, 20_000)
        self.bo, self.carl = (Ear(self.world.phones[n], n + 1, begins) for n, begins in ((1, 30_000), (2, 10)))

    def call(self, *, answered: bool = True) -> Dialog:
        if not answered:
            self.bo.phone.manner = [(0.1, "ring")]
        self.caller.phone.dial("+4570101002" if isinstance(self.caller.phone, Provider) else "2102")
        self.world.clock.until(lambda: bool(self.bo.phone.dialogs) and self.bo.phone.dialogs[0].talking is answered)
        self.world.clock.run(1)
        return self.bo.phone.dialogs[0]

    async def talk(self, one: Ear, other: Ear) -> None:
        """Each hears the other, every packet."""
        before = one.heard_of(other), other.heard_of(one)
        one.say()
        other.say()
        after = before[0] + TAKES, before[1] + TAKES
        await eventually(lambda: (one.heard_of(other), other.heard_of(one)) == after)

    def close(self) -> None:
        for ear in (self.caller, self.bo, self.carl):
            ear.socket.close()
        self.media.close()


@asynccontextmanager
async def three(*, outside: bool) -> AsyncIterator[Three]:
    made = Three(outside=outside)
    try:
        yield made
    finally:
        made.close()


def one_stream(packets: list[rtp.Packet]) -> bool:
    """One source, numbers one after another, time that doesn't go back; another speaker begins with a marker."""
    pairs = list(zip(packets, packets[1:], strict=False))
    return (
        len({packet.source for packet in packets}) == 1
        and all(b.sequence == a.sequence + 1 and b.timestamp >= a.timestamp + FRAME for a, b in pairs)
        and all(b.marker == (a.payload.split()[0] != b.payload.split()[0]) for a, b in pairs)
    )


@pytest.mark.parametrize("outside", [True, False])
async def test_after_a_blind_transfer_the_one_who_stays_goes_on_hearing_one_stream(outside: bool) -> None:
    async with three(outside=outside) as it:
        dialog = it.call()
        await it.talk(it.caller, it.bo)
        old = it.bo.sends_to()
        it.bo.phone.ask(dialog, "REFER", refer_to="<sip:2103@10.0.0.1>")
        it.world.clock.run(8)
        it.bo.say(old)
        await it.talk(it.caller, it.carl)
        assert it.caller.heard_of(it.bo) == TAKES and len(it.media.sessions) == 2
        assert one_stream(it.caller.listen()) and one_stream(it.carl.listen())


@pytest.mark.parametrize("outside", [True, False])
async def test_after_an_attended_transfer_both_go_on_hearing_one_stream(outside: bool) -> None:
    async with three(outside=outside) as it:
        dialog = it.call()
        await it.talk(it.caller, it.bo)
        it.bo.phone.dial("2103")
        it.world.clock.run(3)
        if not outside:
            await it.talk(it.bo, it.carl)
        second = it.bo.phone.dialogs[1]
        tags = [side.rpartition("tag=")[2] for side in (second.remote, second.local)]
        replaces = f"{second.call_id}%3Bto-tag%3D{tags[0]}%3Bfrom-tag%3D{tags[1]}"
        it.bo.phone.ask(dialog, "REFER", refer_to=f"<sip:2103@10.0.0.1?Replaces={replaces}>")
        it.world.clock.run(8)
        assert dialog.over and second.over
        await it.talk(it.caller, it.carl)
        assert len(it.media.sessions) == 2
        assert one_stream(it.caller.listen()) and one_stream(it.carl.listen())


@pytest.mark.parametrize("outside", [True, False])
async def test_after_a_call_went_on_at_another_phone_the_one_who_stays_hears_one_stream(outside: bool) -> None:
    async with three(outside=outside) as it:
        dialog = it.call()
        await it.talk(it.caller, it.bo)
        it.carl.phone.take(dialog)
        it.world.clock.run(3)
        assert dialog.over
        await it.talk(it.caller, it.carl)
        assert one_stream(it.caller.listen()) and one_stream(it.carl.listen())


@pytest.mark.parametrize("outside", [True, False])
async def test_a_ringing_call_that_is_picked_up_is_heard_both_ways(outside: bool) -> None:
    async with three(outside=outside) as it:
        it.carl.phone.take(it.call(answered=False))
        it.world.clock.run(3)
        await it.talk(it.caller, it.carl)
        assert one_stream(it.caller.listen()) and one_stream(it.carl.listen())


@pytest.mark.parametrize("profile", ["RTP/SAVP", "RTP/SAVPF", "UDP/TLS/RTP/SAVP"])
async def test_secured_sound_passes_through_the_engine_byte_for_byte(profile: str) -> None:
    """The numbers of a packet are a part of what its authentication covers (RFC 3711 section 3.1)."""
    async with three(outside=False) as it:
        for ear in (it.caller, it.bo):
            secure(ear.phone, profile.encode())
        it.call()
        await it.talk(it.caller, it.bo)
        it.bo.source, it.bo.number = 77, 10
        await it.talk(it.caller, it.bo)
        assert [p.source for p in it.caller.listen()] == [1002] * TAKES + [77] * TAKES
        assert it.caller.listen()[-1].sequence == it.bo.number


def secure(phone: Phone, profile: bytes) -> None:
    """Its descriptions are of secured sound."""
    secured = sdp(phone.listens_at).replace(b"RTP/AVP", profile)
    phone.offers, phone.answers = (lambda: secured), (lambda offered: secured)
