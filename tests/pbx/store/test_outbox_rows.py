"""The outbox's table, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.messages import MessageId
from onepresence_desktop.domain.outgoing import Outgoing, OutgoingState, Way
from onepresence_desktop.pbx.store.sql import SqlStore
from tests.pbx.store.stores import ANDERS, FIRM, NOW, opened, seeded
from tests.support.postgres import Cluster

MANY = {Way.EMAIL: 9, Way.SMS: 9}
MAIL = Outgoing("a", FIRM, Way.EMAIL, "a@example.com", "Hej", NOW, NOW, "Emne", ANDERS, MessageId("m"))


async def test_what_goes_out_is_read_as_it_was_put_and_found_by_its_reference(url: str) -> None:
    async with opened(url) as store:
        await seeded(store)
        sent = replace(MAIL, state=OutgoingState.SENT, tries=2, reason="greylisted", reference="queue-1")
        async with store.unit(FIRM) as unit:
            await unit.outbox.put(MAIL)
            await unit.outbox.put(sent)
        async with store.reading() as unit:
            assert await unit.outbox.get("a") == sent == await unit.outbox.by_reference("queue-1")
            assert await unit.outbox.get("b") is None
            assert await unit.outbox.among(["a", "b"]) == {"a": sent} and await unit.outbox.among([]) == {}
            assert await unit.outbox.counts() == {OutgoingState.SENT: 1}


async def test_those_due_are_taken_once_in_order_and_others_left(url: str) -> None:
    async with opened(url) as store:
        await seeded(store)
        async with store.unit(FIRM) as unit:
            for n, minutes in enumerate((3, 1, 2, 60)):
                await unit.outbox.put(replace(MAIL, id=str(n), next_try=NOW + timedelta(minutes=minutes)))
            await unit.outbox.put(replace(MAIL, id="done", state=OutgoingState.DELIVERED))
        now = NOW + timedelta(minutes=10)
        async with store.unit() as unit:
            later = now + timedelta(hours=2)
            assert [o.id for o in await unit.outbox.take_due(now, later, {Way.EMAIL: 2})] == ["1", "2"]
            assert [o.id for o in await unit.outbox.take_due(now, later, MANY)] == ["0"]
            assert await unit.outbox.take_due(now, now, MANY) == []
            assert await unit.outbox.next_due(Way.known()) == NOW + timedelta(hours=1)
            assert await unit.outbox.next_due([Way.SMS]) is None
            await unit.outbox.forget(NOW + timedelta(seconds=1))
            assert await unit.outbox.counts() == {OutgoingState.QUEUED: 4}


async def test_of_each_way_as_many_are_taken_as_there_is_room_for(url: str) -> None:
    async with opened(url) as store:
        await seeded(store)
        async with store.unit(FIRM) as unit:
            for way in Way.known():
                for n in range(3):
                    await unit.outbox.put(replace(MAIL, id=f"{way}{n}", way=way))
        async with store.unit() as unit:
            due = await unit.outbox.take_due(NOW, NOW + timedelta(hours=1), {Way.SMS: 2})
            assert [o.id for o in due] == ["sms0", "sms1"]
            assert len(await unit.outbox.take_due(NOW, NOW + timedelta(hours=1), MANY)) == 4


async def test_another_worker_passes_over_what_is_in_hand(postgres: Cluster) -> None:
    async with opened(postgres.database()) as store:
        await seeded(store)
        assert isinstance(store, SqlStore)
        async with store.unit(FIRM) as unit:
            await unit.outbox.put(MAIL)
        async with store.unit(FIRM) as unit:
            assert len(await unit.outbox.take_due(NOW, NOW + timedelta(hours=1), MANY)) == 1
            async with store.reading() as other:
                assert await other.outbox.take_due(NOW, NOW + timedelta(hours=1), MANY) == []


@pytest.mark.parametrize("number", [b"\xff\xfe".decode("utf-8", "surrogateescape"), "12\0"])
async def test_a_text_that_is_none_is_refused_as_such_where_the_database_takes_it_not(url: str, number: str) -> None:
    async with opened(url) as store:
        await seeded(store)
        if "\0" in number and url.startswith("sqlite"):
            return  # SQLite keeps it
        with pytest.raises(Invalid):
            async with store.unit(FIRM) as unit:
                await unit.preferences.put(ANDERS, "n", number)
        async with store.reading() as unit:
            assert await unit.preferences.get(ANDERS, "n") is None
