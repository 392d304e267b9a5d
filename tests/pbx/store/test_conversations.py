"""Conversations with a number, as every database finds them."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from onepresence_desktop.domain.calls import CallId, CallRecord, Cause, Direction
from onepresence_desktop.domain.people import UserId
from tests.pbx.store.stores import ANDERS, BERIT, FIRM, NOW, OTHER, opened, seeded


async def test_conversations_with_a_number_are_found_newest_first_in_their_company_alone(url: str) -> None:
    def record(n: int, user: UserId, *, seconds: int = 60, number: str = "+4533") -> CallRecord:
        at, spoken = NOW + timedelta(minutes=n), timedelta(seconds=seconds)
        return CallRecord(f"s{n}", CallId("c"), user, Direction.INCOMING, number, "N", at, spoken, Cause.NORMAL)

    async with opened(url) as store:
        await seeded(store)
        async with store.unit() as unit:
            for one in (record(0, ANDERS), record(1, BERIT), record(2, ANDERS, seconds=0), record(3, BERIT)):
                await unit.history.put(one)
            await unit.history.put(record(4, ANDERS, number="+4534"))
        async with store.reading() as unit:
            asked = partial(unit.history.spoken, number="+4533", since=NOW, most=2)
            assert [one.id for one in await asked(FIRM)] == ["s3", "s1"]
            assert [one.id for one in await asked(FIRM, by=ANDERS)] == ["s0"]
            assert await asked(OTHER) == []
            assert await unit.history.spoken(FIRM, "+4533", since=NOW + timedelta(hours=1), most=2) == []
