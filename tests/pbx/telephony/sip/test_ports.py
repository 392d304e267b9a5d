"""Sound comes in at the ports that a firewall lets through, and calls without one are refused before they begin."""

from __future__ import annotations

import asyncio
import socket
from pathlib import Path

import pytest

from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.pbx.config import load
from onepresence_desktop.pbx.telephony.sip.media import Media
from onepresence_desktop.pbx.telephony.sip.ports import RESERVE, NoPort, Ports
from tests.pbx.telephony.sip.simulated import World
from tests.support.phones import free_host

HOST = free_host()
FIRST, LAST = 20_001, 20_040


async def test_sound_stays_within_the_range_on_even_ports_and_a_port_rests_before_it_is_used_again() -> None:
    media = Media(asyncio.get_running_loop(), (FIRST, LAST))
    taken = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    taken.bind((HOST, FIRST + 1))
    try:
        first = media.open(HOST)
        assert first.port == FIRST + 3, "another program's port is passed over"
        first.close()
        again = media.open(HOST)
        assert again.port == FIRST + 5, "what comes late for the first meets nobody"
        taken.close()
        rest = [media.open(HOST) for _ in range(19)]
        ports = {session.port for session in (again, *rest)}
        assert ports == set(range(FIRST + 1, LAST + 1, 2))
        assert media.ports.full and media.ports.seen().used == media.ports.seen().most == 20
        with pytest.raises(NoPort):
            media.open(HOST)
        for session in rest[:RESERVE]:
            session.close()
        assert not media.ports.full
    finally:
        taken.close()
        media.close()


def test_without_a_range_any_port_will_do() -> None:
    ports = Ports()
    with ports.bind("127.0.0.1") as one:
        assert one.getsockname()[1] and not ports.full and ports.seen().last == 0


def test_the_range_is_read_from_the_settings_and_nonsense_is_refused(tmp_path: Path) -> None:
    assert load({"data": str(tmp_path), "rtp_ports": "16384-17383"}).rtp_ports == (16384, 17383)
    for nonsense in ("16384", "a-b", "16384-16400", "80-2000", "60000-70000", "17000-16000", "-1-9", 16384):
        with pytest.raises(Invalid) as refused:
            load({"data": str(tmp_path), "rtp_ports": nonsense})
        assert refused.value.details["field"] == "rtp_ports"


def test_new_calls_are_refused_while_no_port_is_left_and_calls_for_help_are_not() -> None:
    world = World(4)
    world.media.ports = Ports((FIRST, FIRST + 2 * RESERVE - 3))
    refused, help_call = world.phones[0].dial("2102"), world.phones[1].dial("112")
    world.clock.run(1)
    assert refused.status == 503 and help_call.status != 503
    world.media.ports = Ports((FIRST, LAST))
    again = world.phones[0].dial("2102")
    world.clock.run(3)
    assert again.talking
