"""The day of two receptionists: ten callers over a real provider, real phones on both sides (spec chapter 11)."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from tests.support.exchange import Person
from tests.support.hearing import hears
from tests.support.phones import Phone
from tests.support.town import MAIN, Town
from tests.support.waiting import eventually

pytestmark = pytest.mark.phones

DIRECT = "+4570102102"
"""Of Mette."""
OUTSIDE = [f"+4520304{n}" for n in range(101, 105)]
"""Four telephones outside, from which ten calls come."""


class Desk:
    """A receptionist: what the program asks the service for, and the phone, which lifts by itself."""

    def __init__(self, person: Person, phone: Phone, id_: str) -> None:
        self.do, self.phone, self.id = person, phone, id_

    async def queue(self) -> list[dict[str, Any]]:
        calls: list[dict[str, Any]] = (await self.do("GET", "/v1/reception"))["calls"]
        return calls

    async def sees(self, state: str, **more: Any) -> dict[str, Any]:
        """The call in the queue that is as wanted, once it is."""

        async def there() -> dict[str, Any] | None:
            return next(
                (one for one in await self.queue() if one["state"] == state and more.items() <= one.items()), None
            )

        found = await eventually(there, every=0.1)
        assert found is not None
        return found

    async def answer(self, number: str) -> str:
        """Take the call of a number; its id once they talk."""
        call: str = (await self.sees("waiting", number=number))["id"]
        await self.do("POST", f"/v1/reception/calls/{call}/answer")
        await self.sees("taken", number=number, taken_by=self.id)
        return call

    async def hand_on(self, call: str, to: str, *, mailbox: bool = False) -> None:
        await self.do("POST", f"/v1/reception/calls/{call}/hand-on", {"to": to, "mailbox": mailbox})


async def met(one: Phone, other: Phone) -> None:
    """The first hears the second."""
    await eventually(lambda: hears(one, other.says) > 0.99, every=0.3)


async def rings(phone: Phone, since: int) -> None:
    await phone.until("CALL_INCOMING", since=since)


async def test_ten_callers_and_two_receptionists(tmp_path: Path) -> None:
    async with Town(tmp_path, OUTSIDE, people=4) as town:
        office = town.office
        anders_, mette_, birgit_, soren_ = office.numbers
        admin = await office.client(anders_)
        people = {one["local_number"]: one for one in await admin("GET", "/v1/people")}
        ids = {number: one["id"] for number, one in people.items()}
        for number in (birgit_, soren_):
            await admin("PATCH", f"/v1/people/{ids[number]}", {"role": "receptionist"})
        await admin("PATCH", f"/v1/people/{ids[mette_]}", {"one_number": DIRECT})
        (group,) = await admin("GET", "/v1/groups")
        body = {key: group[key] for key in ("local_number", "name", "reception")}
        desks = [ids[birgit_], ids[soren_]]
        await admin("PUT", f"/v1/groups/{group['id']}", {**body, "number": MAIN, "members": desks, "seconds": 300})
        anders, mette, at_birgits, at_sorens = [
            await office.phone(number, make=make)
            for number, make in ((anders_, "baresip"), (mette_, "baresip"), (birgit_, "pjsip"), (soren_, "pjsip"))
        ]
        birgit = Desk(await office.client(birgit_), at_birgits, ids[birgit_])
        soren = Desk(await office.client(soren_), at_sorens, ids[soren_])
        mette_does = await office.client(mette_)

        # A queue of four, the same at both desks; both press Answer on the first, and one is told of the other.
        one, two, three, four = OUTSIDE
        for number in OUTSIDE:
            await town.calls(number)
            await birgit.sees("waiting", number=number)
        for desk in (birgit, soren):
            assert [(call["number"], call["state"]) for call in await desk.queue()] == [(n, "waiting") for n in OUTSIDE]
        first = (await birgit.queue())[0]["id"]
        pressed = await asyncio.gather(
            *(desk.do("POST", f"/v1/reception/calls/{first}/answer") for desk in (birgit, soren)),
            return_exceptions=True,
        )
        failed = [place for place, answer in enumerate(pressed) if isinstance(answer, AssertionError)]
        assert len(failed) == 1 and "taken" in str(pressed[failed[0]]), pressed
        winner, other = (soren, birgit) if failed == [0] else (birgit, soren)
        await winner.sees("taken", number=one, taken_by=winner.id)

        # 2: handed on to Anders, blind. 1: announced to Mette. (This make of phone has four lines, and all ring.)
        call = await other.answer(two)
        await other.hand_on(call, anders_)
        await rings(anders, 0)
        await anders.accept()
        await met(anders, town.outside[two])
        second = await winner.do("POST", f"/v1/reception/calls/{first}/announce", {"to": mette_})
        await rings(mette, 0)
        await mette.accept()
        await met(mette, winner.phone)
        await winner.do("POST", f"/v1/calls/{first}/transfer", {"call_id": second["call_id"]})
        await met(mette, town.outside[one])
        await asyncio.gather(town.ends(one), town.ends(two))
        for phone in (mette, anders):
            await phone.until("CALL_CLOSED")

        # 3: Mette doesn't take it, it comes back, and she is sent a message. 4: parked, and fetched by Anders.
        since = len(mette.events)
        call = await birgit.answer(three)
        await birgit.hand_on(call, mette_)
        await rings(mette, since)
        await mette.hang_up()
        await birgit.sees("waiting", number=three, back_from=people[mette_]["name"])
        assert await birgit.answer(three) == call
        text = f"Please call back: {three}"
        await birgit.do("POST", "/v1/messages", {"to": [{"user_id": ids[mette_]}], "text": text, "by": ["email"]})
        (kept,) = await mette_does.messages()
        assert (kept["text"], kept["name"]) == (text, people[birgit_]["name"])
        await town.ends(three)
        call = await soren.answer(four)
        place = (await soren.do("POST", f"/v1/calls/{call}/park"))["id"]
        since = len(anders.events)
        await anders.dial(place)
        await anders.until("CALL_ESTABLISHED", since=since)
        await met(anders, town.outside[four])
        await town.ends(four)

        # Mette's calls are sent to the reception for her; 5: somebody calls her, and is sent to her mailbox.
        divert = {"preset": "meeting_1h", "destination": {"kind": "reception"}}
        await birgit.do("POST", f"/v1/reception/people/{ids[mette_]}/diversions", divert)
        assert len(await mette_does.messages()) == 2, "she is told"
        await town.calls(one, DIRECT)
        seen = await soren.sees("waiting", number=one)
        assert seen["called_user"] == ids[mette_]
        since = len(town.outside[one].events)
        await soren.hand_on(seen["id"], mette_, mailbox=True)
        await town.outside[one].until("CALL_ESTABLISHED", since=since)
        await eventually(lambda: without(soren, one), every=0.1)
        await town.ends(one)

        # 6 to 9: four at once again, by turns; 10: gives up before anybody answers.
        for number in OUTSIDE:
            await town.calls(number)
        for desk, number in zip((birgit, soren, birgit, soren), OUTSIDE, strict=True):
            await desk.answer(number)
            await town.ends(number)
            await eventually(lambda desk=desk, number=number: without(desk, number), every=0.1)
        await town.calls(one)
        await birgit.sees("waiting", number=one)
        await town.ends(one)
        await eventually(lambda: without(birgit, one), every=0.1)
        for desk in (birgit, soren):
            await eventually(lambda desk=desk: counted(desk, calls=10, answered=8), every=0.1)


async def without(desk: Desk, number: str) -> bool:
    return all(call["number"] != number for call in await desk.queue())


async def counted(desk: Desk, **numbers: int) -> bool:
    return numbers.items() <= (await desk.do("GET", "/v1/reception"))["day"].items()
