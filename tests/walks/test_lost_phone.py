"""Desk phones that lose their power in the middle of calls, by real phones on the real service (spec 11.5, 3.6).

Who was held comes back to the queue, or goes where the unreachable's calls go; who talked is told; nobody is cut off.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.support.exchange import Exchange, Person, heard_in_order
from tests.support.hearing import hears
from tests.support.phones import Phone
from tests.support.town import MAIN, Town
from tests.support.waiting import eventually
from tests.walks.test_calls import history, shown
from tests.walks.test_handing_on import own_calls

pytestmark = pytest.mark.phones

BROKEN_OFF = "Forbindelsen blev desværre afbrudt."
BROKEN_OFF_WAIT = "Forbindelsen blev desværre afbrudt. Vent venligst, så bliver du stillet om."
KAREN = "+4520304101"


async def queue(person: Person, state: str, count: int, **more: Any) -> list[dict[str, Any]]:
    """The reception's calls once so many are there as wanted, longest waiting first."""

    async def there() -> list[dict[str, Any]] | None:
        calls = (await person("GET", "/v1/reception"))["calls"]
        fits = [call for call in calls if call["state"] == state and more.items() <= call.items()]
        return fits if len(fits) == count == len(calls) else None

    found = await eventually(there, every=0.2)
    assert found is not None
    return found


async def two_receptionists(office: Exchange) -> None:
    """The last two people serve in the reception, and attend to its queue."""
    admin = await office.client(office.numbers[0])
    ids = {one["local_number"]: one["id"] for one in await admin("GET", "/v1/people")}
    both = [ids[number] for number in office.numbers[-2:]]
    for one in both:
        await admin("PATCH", f"/v1/people/{one}", {"role": "receptionist"})
    (group,) = await admin("GET", "/v1/groups")
    body = {key: group[key] for key in ("local_number", "name", "reception")}
    await admin("PUT", f"/v1/groups/{group['id']}", {**body, "number": MAIN, "members": both, "seconds": 300})


async def taken(caller: Phone, desk: Phone, dialled: str = "2100") -> None:
    """A caller dials the reception, and is heard at the desk."""
    since, rung = len(caller.events), len(desk.events)
    await caller.dial(dialled)
    await desk.until("CALL_INCOMING", since=rung)
    await lifted(desk)
    await caller.until("CALL_ESTABLISHED", since=since)
    await eventually(lambda: hears(caller, desk.says) > 0.99, every=0.3)


async def lifted(desk: Phone) -> None:
    since = len(desk.events)
    await desk.accept()
    await desk.until("CALL_ESTABLISHED", since=since)


async def held(person: Person) -> None:
    """They put on hold whom they talk to."""
    (talked,) = await own_calls(person, "connected")
    await person("POST", f"/v1/calls/{talked}/hold")


def asked(phone: Phone) -> int:
    """How many INVITEs a phone has sent or got, those within a call among them."""
    return phone.log().count("INVITE sip:")


async def unplugged(office: Exchange, phone: Phone) -> None:
    phone.kill()
    office.phones.remove(phone)


async def steps(person: Person, *, least: int = 1) -> list[tuple[str, str]]:
    """The way of their newest call."""
    record = (await history(person, least=least))[0]
    return [(entry["kind"], entry.get("name", "")) for entry in record["trace"]]


async def test_a_receptionists_phone_unplugged_while_it_holds_two_calls_gives_both_back_to_the_queue(
    tmp_path: Path,
) -> None:
    async with Exchange(tmp_path, people=4) as office:
        await two_receptionists(office)
        anders_, mette_, birgit_, soren_ = [await office.client(number) for number in office.numbers]
        makes = ("pjsip", "pjsip", "pjsip", "baresip")  # baresip writes down no more of what it hears after a hold
        anders, mette, birgit, desk = [
            await office.phone(number, make=make) for number, make in zip(office.numbers, makes, strict=True)
        ]
        me = (await soren_("GET", "/v1/me"))["id"]
        for caller in (anders, mette):
            await taken(caller, desk)
            await held(soren_)
        before = await queue(birgit_, "taken", 2, taken_by=me)
        rung = len(birgit.events)
        await unplugged(office, desk)

        back = await queue(birgit_, "waiting", 2, back_from="Søren Ågård", lost=True)
        assert {one["id"] for one in back} == {one["id"] for one in before}
        begun = {one["id"]: datetime.fromisoformat(one["taken_at"]) for one in before}
        assert all(datetime.fromisoformat(one["since"]) > begun[one["id"]] for one in back)
        assert not anders.seen("CALL_CLOSED") and not mette.seen("CALL_CLOSED")
        await shown(anders_, desk.device_id, "offline")

        await birgit.until("CALL_INCOMING", since=rung)
        first, second = back
        sooner, later = (anders, mette) if first["number"] == office.numbers[0] else (mette, anders)
        await birgit_("POST", f"/v1/reception/calls/{first['id']}/answer")
        await eventually(lambda: hears(sooner, birgit.says) > 0.99 and hears(birgit, sooner.says) > 0.99, every=0.3)
        await sooner.hang_up()
        await queue(birgit_, "waiting", 1, back_from="Søren Ågård", lost=True, since=second["since"])
        await later.hang_up()
        for caller in (anders, mette):
            await caller.until("CALL_CLOSED")
        for person in (anders_, mette_):
            way = await steps(person)
            lost = way.index(("phone_lost", "Søren Ågård"))
            assert way.index(("answered", "Søren Ågård")) < lost
            assert ("group", "Reception") in way[:lost] and ("group", "Reception") in way[lost:], way


async def test_a_caller_from_outside_whose_talk_breaks_off_is_told_so_and_put_through_to_another(
    tmp_path: Path,
) -> None:
    async with Town(tmp_path, [KAREN], people=4) as town:
        office = town.office
        await two_receptionists(office)
        birgit_ = await office.client(office.numbers[2])
        birgit, desk = [await office.phone(number) for number in office.numbers[2:]]
        karen = town.outside[KAREN]
        await taken(karen, desk, MAIN)
        rung = len(birgit.events)
        await unplugged(office, desk)
        await heard_in_order(office, karen, ("da", BROKEN_OFF_WAIT))
        await birgit.until("CALL_INCOMING", since=rung)
        await queue(birgit_, "waiting", 1, back_from="Søren Ågård", lost=True, number=KAREN)
        await lifted(birgit)
        await eventually(lambda: hears(karen, birgit.says) > 0.99 and hears(birgit, karen.says) > 0.99, every=0.3)
        await karen.hang_up()
        way = await steps(birgit_)
        assert way.index(("phone_lost", "Søren Ågård")) < way.index(("answered", "Birgit Fuglkær"))


async def test_a_colleague_about_to_be_asked_rings_no_longer_and_the_caller_comes_back(tmp_path: Path) -> None:
    """The desk phone is lost while it calls a colleague about the caller it holds."""
    async with Exchange(tmp_path, people=4) as office:
        await two_receptionists(office)
        mette_, birgit_, soren_ = [await office.client(number) for number in office.numbers[1:]]
        anders = await office.phone(office.numbers[0], make="pjsip")
        mette, birgit, desk = [await office.phone(number) for number in office.numbers[1:]]
        mailbox = {"kind": "voicemail"}
        late = {"busy": mailbox, "no_reply": mailbox, "unreachable": mailbox, "no_reply_seconds": 60}
        await mette_("PUT", "/v1/me/forwarding", late)
        await taken(anders, desk)
        await held(soren_)
        await own_calls(soren_, "held")
        rung = len(birgit.events)
        await desk.dial("2102")
        await mette.until("CALL_INCOMING")
        await unplugged(office, desk)
        await mette.until("CALL_CLOSED")
        await birgit.until("CALL_INCOMING", since=rung)
        (back,) = await queue(birgit_, "waiting", 1, back_from="Søren Ågård", lost=True)
        await birgit_("POST", f"/v1/reception/calls/{back['id']}/answer")
        await lifted(birgit)
        await eventually(lambda: hears(anders, birgit.says) > 0.99 and hears(birgit, anders.says) > 0.99, every=0.3)
        await anders.hang_up()
        assert [one["direction"] for one in await history(mette_)] == ["missed"]


async def test_who_was_held_at_a_reception_that_lost_all_its_phones_is_told_and_nothing_rings_for_ever(
    tmp_path: Path,
) -> None:
    async with Town(tmp_path, [KAREN], people=4) as town:
        office = town.office
        await two_receptionists(office)
        birgit_, soren_ = [await office.client(number) for number in office.numbers[2:]]
        birgit, desk = [await office.phone(number) for number in office.numbers[2:]]
        karen = town.outside[KAREN]
        await taken(karen, desk, MAIN)
        await held(soren_)
        await own_calls(soren_, "held")
        for phone in (birgit, desk):
            await unplugged(office, phone)
        await heard_in_order(office, karen, ("da", BROKEN_OFF))
        await karen.until("CALL_CLOSED")

        async def nobody_waits() -> bool:
            return (await birgit_("GET", "/v1/reception"))["calls"] == []

        await eventually(nobody_waits, every=0.2)
        (missed,) = await birgit_("GET", "/v1/shared-calls")
        assert missed["number"] == KAREN
