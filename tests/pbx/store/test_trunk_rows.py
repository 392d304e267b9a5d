"""Lines to providers, and what groups and devices keep for ringing, over SQLite and PostgreSQL."""

from __future__ import annotations

from dataclasses import replace

from onepresence_desktop.domain.people import Device, DeviceId, DeviceKind, GroupId, HuntGroup
from onepresence_desktop.domain.steps import TrunkId
from onepresence_desktop.domain.trunks import Abroad, CallerId, NumberFormat, SipTrunk, Transport
from tests.pbx.store.stores import ANDERS, BERIT, FIRM, OTHER, opened, seeded

LINE = SipTrunk(
    TrunkId("t"), FIRM, "Provider", "sip.example.com:5070", Transport.TCP, "firm", "secret", True,
    ("+4570101001", "+4570101002"), NumberFormat.NATIONAL, "+4570101000", ("192.0.2.1",), 10, Abroad.NORDIC, True, 30,
    CallerId.PREFERRED, True, 2,
)  # fmt: skip


async def test_a_line_is_read_as_it_was_put_in_its_place_and_gone_when_removed(url: str) -> None:
    async with opened(url) as store:
        await seeded(store)
        plain = SipTrunk(TrunkId("u"), FIRM, "Other", "192.0.2.9", place=1)
        async with store.unit() as unit:
            await unit.trunks.put(LINE)
            await unit.trunks.put(plain)
        async with store.unit() as unit:
            assert await unit.trunks.all(FIRM) == [plain, LINE]
            assert await unit.trunks.all(OTHER) == []
            await unit.trunks.put(replace(LINE, place=0, premium=False))
        async with store.unit() as unit:
            assert await unit.trunks.all(FIRM) == [replace(LINE, place=0, premium=False), plain]
            await unit.trunks.remove(LINE.id)
        async with store.reading() as unit:
            assert await unit.trunks.all(FIRM) == [plain]


async def test_when_a_device_rings_and_who_is_logged_out_of_a_group_are_kept(url: str) -> None:
    async with opened(url) as store:
        await seeded(store)
        device = Device(
            DeviceId("m"), FIRM, ANDERS, DeviceKind.MOBILE, "m", number="+4520202020", ring_after=10,
            ring_in_hours=True,
        )  # fmt: skip
        group = HuntGroup(
            GroupId("g9"), FIRM, "1002190", "Sales", (BERIT, ANDERS), seconds=20, logged_out=(ANDERS,),
            overflow="1002101", one_number="+4570102190",
        )  # fmt: skip
        async with store.unit() as unit:
            await unit.people.put_device(device)
            await unit.people.put_group(group)
        async with store.reading() as unit:
            assert device in await unit.people.devices(FIRM)
            assert group in await unit.people.groups(FIRM)
