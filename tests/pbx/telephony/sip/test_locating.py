"""Where a provider's servers are, by its name alone (RFC 3263), asked of a name server of the test's own."""

from __future__ import annotations

import asyncio
import random
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import dns.asyncresolver
import dns.flags
import dns.message
import dns.rrset

from onepresence_desktop.pbx.telephony.sip.clock import Flow
from onepresence_desktop.pbx.telephony.sip.locating import Dns, Place, Served, in_order
from onepresence_desktop.pbx.telephony.sip.reaching import Reaching

ZONE = {
    ("_sip._udp.one.example.", "SRV"): ["10 0 5060 127.0.0.3.", "5 0 5070 127.0.0.2."],
    ("two.example.", "NAPTR"): [
        '50 10 "s" "SIP+D2T" "" _sip._tcp.elsewhere.example.',
        '20 10 "s" "SIPS+D2T" "" _sips._tcp.elsewhere.example.',
    ],
    ("_sips._tcp.elsewhere.example.", "SRV"): ["1 1 5061 sip.elsewhere.example."],
    ("_sip._udp.none.example.", "SRV"): ["0 0 0 ."],
}


class NameServer(asyncio.DatagramProtocol):
    """Answers from `ZONE`; to nothing while it is slow."""

    slow = False
    transport: asyncio.DatagramTransport

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        if self.slow:
            return
        asked = dns.message.from_wire(data)
        (question,) = asked.question
        name, kind = question.name.to_text(), dns.rdatatype.to_text(question.rdtype)
        answer = dns.message.make_response(asked)
        if records := ZONE.get((name, kind)):
            answer.answer.append(dns.rrset.from_text(name, 60, "IN", kind, *records))
        self.transport.sendto(answer.to_wire(), addr)


@asynccontextmanager
async def name_server() -> AsyncIterator[tuple[NameServer, Dns]]:
    loop = asyncio.get_running_loop()
    transport, server = await loop.create_datagram_endpoint(NameServer, ("127.0.0.1", 0))
    server.transport = transport
    resolver = dns.asyncresolver.Resolver(configure=False)
    resolver.nameservers, resolver.port = ["127.0.0.1"], transport.get_extra_info("sockname")[1]
    try:
        yield server, Dns(resolver, random.Random(1))
    finally:
        transport.close()


async def test_servers_are_found_by_srv_or_where_naptr_leads_and_addresses_are_left_alone() -> None:
    async with name_server() as (_, asked):
        assert await asked.locate("udp", "one.example") == [("127.0.0.2", 5070), ("127.0.0.3", 5060)]
        assert await asked.locate("tls", "two.example") == [("sip.elsewhere.example", 5061)]
        assert await asked.locate("tcp", "one.example") == []
        assert await asked.locate("udp", "none.example") == [], "a lone dot: there is no such service (RFC 2782)"
        assert await asked.locate("udp", "192.0.2.1") == await asked.locate("udp", "2001:db8::1") == []


async def test_a_name_server_that_says_nothing_is_not_waited_for_long() -> None:
    async with name_server() as (server, asked):
        server.slow = True
        assert await asyncio.wait_for(asked.locate("udp", "one.example"), 60) == []


def test_equals_are_tried_by_lot_in_which_weight_counts() -> None:
    records = [
        Served(1, 0, "never", 1),
        Served(1, 10, "rarely", 1),
        Served(1, 90, "mostly", 1),
        Served(0, 0, "best", 1),
    ]
    rng, first = random.Random(7), {"never": 0, "rarely": 0, "mostly": 0}
    for _ in range(400):
        best, next_, *_ = in_order(records, rng)
        assert best == ("best", 1)
        first[next_[0]] += 1
    assert first["mostly"] > 300 > first["rarely"] > first["never"]


async def found(reaching: Reaching, kind: str, host: str, port: int, turn: int = 0) -> tuple[Flow | None, str]:
    told: asyncio.Future[tuple[Flow | None, str]] = asyncio.get_running_loop().create_future()
    reaching.reach(kind, host, port, lambda flow, why: told.set_result((flow, why)), turn)
    return await told


async def test_the_next_server_is_tried_when_one_failed_and_why_none_is_reached_is_told() -> None:
    def udp(address: tuple[str, int]) -> Flow | None:
        return Flow("udp", address, ("127.0.0.1", 5060)) if address[0] != "127.0.0.9" else None

    async def connect(_host: str, address: tuple[str, int], _context: object) -> Flow:
        if address[1] == 1:
            raise ConnectionRefusedError
        await asyncio.to_thread(socket.create_connection, address, 0.5)
        return Flow("tcp", address, ("127.0.0.1", 5060), 1)

    async def locate(kind: str, host: str) -> list[Place]:
        return [("127.0.0.1", 5060), ("127.0.0.2", 5070)] if host == "one.example" else []

    reaching = Reaching(udp, connect, locate)
    for turn, expected in ((0, ("127.0.0.1", 5060)), (1, ("127.0.0.2", 5070)), (2, ("127.0.0.1", 5060))):
        flow, why = await found(reaching, "udp", "one.example", 0, turn)
        assert flow is not None and flow.remote == expected and why == ""
    flow, _ = await found(reaching, "udp", "127.0.0.5", 5080)
    assert flow is not None and flow.remote == ("127.0.0.5", 5080)
    assert await found(reaching, "tcp", "127.0.0.1", 1) == (None, "connection refused")
    assert (await found(reaching, "udp", "no.such.name.invalid", 0))[1] == "not found"
