"""Calls held, handed on, and not taken, by real phones on the real service, and what each party's history says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.exchange import Exchange, Person
from tests.support.hearing import hears
from tests.support.phones import Phone
from tests.support.waiting import eventually
from tests.walks.test_calls import history, shown

pytestmark = pytest.mark.phones

OPEN = {"kind": "open"}
REFUSING = {"busy": OPEN, "no_reply": OPEN, "no_reply_seconds": 5, "unreachable": OPEN}


async def own_calls(person: Person, state: str, count: int = 1) -> list[str]:
    """The ids of a person's calls once so many of them are in a state, in the order in which they came."""

    async def there() -> list[str] | None:
        calls = (await person("GET", "/v1/snapshot"))["private"]["calls"]
        found = [call["id"] for call in calls if call["state"] == state]
        return found if len(found) == count else None

    found = await eventually(there, every=0.1)
    assert found is not None
    return found


async def talk(one: Phone, other: Phone, number: str) -> None:
    since, rung = len(one.events), len(other.events)
    await one.dial(number)
    await other.until("CALL_INCOMING", since=rung)
    await other.accept()
    await one.until("CALL_ESTABLISHED", since=since)
    await eventually(lambda: hears(one, other.says) > 0.99 and hears(other, one.says) > 0.99, every=0.3)


@pytest.mark.parametrize("make", ["baresip", "pjsip"])
async def test_a_call_is_handed_on_blindly_held_and_taken_back(tmp_path: Path, make: str) -> None:
    async with Exchange(tmp_path) as office:
        people = [await office.client(number) for number in office.numbers]
        anders, mette, birgit = [await office.phone(number, make=make) for number in office.numbers]
        await talk(anders, mette, "2102")
        await mette.command("transfer", f"sip:2103@{office.host}")
        await birgit.until("CALL_INCOMING")
        await birgit.accept()
        await mette.until("CALL_CLOSED")
        await eventually(lambda: hears(anders, birgit.says) > 0.99 and hears(birgit, anders.says) > 0.99, every=0.3)
        # Held last: afterwards one make of phone plays on, but writes no more of it down.
        await birgit.command("hold")
        await shown(people[0], birgit.device_id, "on_hold")
        await birgit.command("resume")
        await shown(people[0], birgit.device_id, "on_call")
        await eventually(lambda: anders.receives() and birgit.receives())
        await anders.hang_up()
        await birgit.until("CALL_CLOSED")
        (made,), (first,), (second,) = [await history(one) for one in people]
        assert (made["direction"], made["name"]) == ("outgoing", "Mette Lundgaard")
        assert (first["direction"], second["direction"]) == ("incoming", "incoming")
        assert first["number"] == second["number"] == "1002101"
        assert (first["forwarded_by"], second["forwarded_by"]) == ("", "1002102")
        for record in (made, first, second):
            kinds = [entry["kind"] for entry in record["trace"]]
            assert kinds.index("transferred") > kinds.index("answered") and kinds[-1] == "answered"


async def test_a_call_is_handed_on_after_asking_by_the_desktop(tmp_path: Path) -> None:
    async with Exchange(tmp_path) as office:
        anders_, mette_, birgit_ = [await office.client(number) for number in office.numbers]
        anders, mette, birgit = [await office.phone(number) for number in office.numbers]
        await talk(anders, mette, "2102")
        (first,) = await own_calls(mette_, "connected")
        await mette_("POST", f"/v1/calls/{first}/hold")
        await own_calls(mette_, "held")
        await talk(mette, birgit, "2103")
        (second,) = await own_calls(mette_, "connected")
        await mette_("POST", f"/v1/calls/{first}/transfer", {"call_id": second})
        await eventually(lambda: hears(birgit, anders.says) > 0.99 and anders.receives(), every=0.3)
        await shown(anders_, mette.device_id, "idle")
        await birgit.hang_up()
        await anders.until("CALL_CLOSED")
        assert [r["direction"] for r in await history(birgit_, least=1)][:1] == ["incoming"]
        assert "missed" not in {r["direction"] for one in (anders_, mette_, birgit_) for r in await history(one)}


async def test_a_call_is_handed_on_after_asking_by_the_phones_own_keys(tmp_path: Path) -> None:
    """REFER with Replaces (RFC 3891, 5589); of our makes of phone PJSIP can."""
    async with Exchange(tmp_path) as office:
        mette_ = await office.client("1002102")
        anders, birgit = await office.phone("1002101"), await office.phone("1002103")
        mette = await office.phone("1002102", make="pjsip")
        await talk(anders, mette, "2102")
        await mette.command("hold")
        await own_calls(mette_, "held")
        since = len(mette.events)
        await mette.dial("2103")
        await birgit.until("CALL_INCOMING")
        await birgit.accept()
        await mette.until("CALL_ESTABLISHED", since=since)
        await eventually(lambda: hears(birgit, mette.says) > 0.99, every=0.3)
        await mette.command("join")
        await eventually(lambda: hears(birgit, anders.says) > 0.99 and anders.receives(), every=0.3)
        await shown(mette_, mette.device_id, "idle")
        await birgit.hang_up()
        await anders.until("CALL_CLOSED")


async def test_busy_no_answer_and_no_phone_are_told_to_the_caller_and_missed_by_the_called(tmp_path: Path) -> None:
    async with Exchange(tmp_path) as office:
        mette, birgit_ = await office.client("1002102"), await office.client("1002103")
        for person in (mette, birgit_):
            await person("PUT", "/v1/me/forwarding", REFUSING)
        anders, desk = await office.phone("1002101"), await office.phone("1002102")
        third = await office.phone("1002103")

        async def refused(number: str) -> Any:
            since = len(anders.events)
            await anders.dial(number)
            return (await anders.until("CALL_CLOSED", since=since))["param"]

        assert str(await refused("2102")).startswith("480")
        await desk.until("CALL_INCOMING")
        await desk.until("CALL_CLOSED")
        (missed,) = await history(mette)
        assert (missed["direction"], missed["cause"], missed["voicemail"]) == ("missed", "no_answer", False)

        told = len(desk.events)
        await third.dial("2102")
        await desk.until("CALL_INCOMING", since=told)
        await desk.accept()
        await third.until("CALL_ESTABLISHED")
        assert str(await refused("2102")).startswith("486")
        busy = (await history(mette, least=2))[0]
        assert (busy["direction"], busy["cause"]) == ("missed", "busy")
        await third.hang_up()
        await desk.until("CALL_CLOSED", since=told)

        await third.stop()
        office.phones.remove(third)
        await shown(mette, third.device_id, "offline")
        assert str(await refused("2103")).startswith("480")
        gone = (await history(birgit_, least=2))[0]
        assert (gone["direction"], gone["cause"]) == ("missed", "unreachable")


async def test_forwardings_that_bite_their_tail_end_in_a_mailbox(tmp_path: Path) -> None:
    async with Exchange(tmp_path) as office:
        mette, birgit = await office.client("1002102"), await office.client("1002103")
        anders = await office.phone("1002101", seconds=40)
        desk = await office.phone("1002103")
        to = {"kind": "number", "number": "2102"}
        await birgit("PUT", "/v1/me/forwarding", {**REFUSING, "no_reply": to})
        back = {"reason": "meeting", "until": None, "destination": {"kind": "number", "number": "2103"}}
        await mette("POST", "/v1/me/diversions", back)
        await anders.dial("2102")
        rung = await desk.until("CALL_INCOMING")
        assert rung
        await anders.until("CALL_ESTABLISHED")
        await anders.hang_up()
        trace = [entry["kind"] for entry in (await history(birgit))[0]["trace"]]
        assert trace == ["dialled", "diverted", "rang", "forwarded", "loop", "voicemail"]
        assert (await history(birgit))[0]["forwarded_by"] == "1002102"
