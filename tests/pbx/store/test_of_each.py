"""What is read for many users at once is what is read for each of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from onepresence_desktop.domain.calls import CallId, CallRecord, Cause, Direction
from onepresence_desktop.domain.diversion import VOICEMAIL, QuickDiversion, QuickDiversionId, Reason, SavedDestination
from onepresence_desktop.domain.messages import Message, MessageId, MessageKind
from onepresence_desktop.domain.people import User, UserId
from onepresence_desktop.pbx.ports import Credential, Session
from tests.pbx.store.stores import ANDERS, BERIT, FIRM, NOW, opened, seeded

CARLA = UserId("carla")
ALL = [ANDERS, BERIT, CARLA, UserId("nobody")]


def record(user_id: UserId, n: int) -> CallRecord:
    return CallRecord(
        f"{user_id}{n}",
        CallId("c"),
        user_id,
        Direction.MISSED,
        "33",
        "N",
        NOW + timedelta(minutes=n),
        timedelta(seconds=1),
        Cause.BUSY,
    )


async def test_messages_history_and_settings_of_several_users(url: str) -> None:
    async with opened(url) as store:
        await seeded(store)
        async with store.unit() as unit:
            await unit.people.put_user(User(CARLA, FIRM, "1002177", "Carla"))
            for user_id, many in ((ANDERS, 5), (CARLA, 2)):
                for n in range(many):
                    message = Message(MessageId(f"{user_id}{n}"), user_id, MessageKind.VOICEMAIL, "33", "N", NOW)
                    await unit.messages.put(replace(message, at=NOW + timedelta(minutes=n)))
                    await unit.history.put(record(user_id, n))
                    quick_id = QuickDiversionId(f"{user_id}{n}")
                    await unit.diversions.put_quick(
                        user_id, QuickDiversion(quick_id, "Gym", "i", Reason.OTHER, VOICEMAIL), many - n
                    )
                    await unit.diversions.put_destination(user_id, SavedDestination(f"{user_id}{n}", f"N{-n}", "33"))
                await unit.preferences.put(user_id, "favourites", f"[{many}]")
        async with store.reading() as unit:
            messages = await unit.messages.of_each(ALL)
            history = await unit.history.of_each(ALL, most=3)
            quick, kept = await unit.diversions.quick_of_each(ALL), await unit.diversions.destinations_of_each(ALL)
            favourites = await unit.preferences.of_each(ALL, "favourites")
            for user_id in ALL:
                assert messages.get(user_id, []) == await unit.messages.of(user_id)
                assert history.get(user_id, []) == await unit.history.of(user_id, most=3)
                assert quick.get(user_id, []) == await unit.diversions.quick(user_id)
                assert kept.get(user_id, []) == await unit.diversions.destinations(user_id)
                assert favourites.get(user_id) == await unit.preferences.get(user_id, "favourites")
            assert [len(history.get(user_id, [])) for user_id in ALL] == [3, 0, 2, 0]


@pytest.mark.parametrize("closed", [False, True])
async def test_only_tokens_of_people_who_may_come_in_are_admitted(url: str, closed: bool) -> None:
    anders, berit = (Session(f"s{n}", who, FIRM, bytes([n]) * 32, "", NOW, NOW) for n, who in ((1, ANDERS), (2, CARLA)))
    async with opened(url) as store:
        await seeded(store)
        async with store.unit() as unit:
            await unit.people.put_user(User(CARLA, FIRM, "1002177", "Carla", closed=closed))
            await unit.credentials.put_credential(Credential(ANDERS, "hash", True))
            await unit.credentials.put_credential(Credential(CARLA, "hash", False))
            for session in (anders, berit):
                await unit.credentials.put_session(session)
        async with store.reading() as unit:
            found = await unit.credentials.admitted([anders.token_hash, berit.token_hash, b"x" * 32])
            expected = {anders.token_hash: (anders, True)} | ({} if closed else {berit.token_hash: (berit, False)})
            assert found == expected
            assert await unit.credentials.admitted([]) == {}
