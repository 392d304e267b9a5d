"""A receptionist and their callers, by real phones on the real service (spec chapter 11)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.exchange import Exchange, Person
from tests.support.hearing import hears
from tests.support.phones import Phone
from tests.support.waiting import eventually

pytestmark = pytest.mark.phones


async def in_queue(person: Person, state: str, **more: Any) -> dict[str, Any]:
    """The one call in the queue, once it is there as wanted."""

    async def there() -> dict[str, Any] | None:
        calls = (await person("GET", "/v1/reception"))["calls"]
        fits = [call for call in calls if call["state"] == state and more.items() <= call.items()]
        return fits[0] if fits else None

    found = await eventually(there, every=0.2)
    assert found is not None
    return found


async def lifted(desk: Phone, since: int) -> None:
    """A phone that doesn't lift by itself rings, and is lifted by hand."""
    await desk.until("CALL_INCOMING", since=since)
    await desk.accept()
    await desk.until("CALL_ESTABLISHED", since=since)


async def spoken_to(listener: Phone, desk: Phone) -> None:
    """A phone of this make stays silent for who comes next, when the one before was heard for less than its buffer."""
    await eventually(lambda: hears(listener, desk.says) > 0.99, every=0.3)


async def test_calls_are_answered_announced_parked_fetched_and_come_back(tmp_path: Path) -> None:
    async with Exchange(tmp_path, people=3) as office:
        numbers = office.numbers
        receptionist = numbers[2]
        admin = await office.client(numbers[0])
        desk_ = await office.client(receptionist)
        caller, target, desk = [await office.phone(number) for number in numbers]
        me = (await desk_("GET", "/v1/me"))["id"]
        await admin("PATCH", f"/v1/people/{me}", {"role": "receptionist"})

        # Answered at the own phone, and announced.
        since = len(desk.events)
        await caller.dial("2100")
        await desk.until("CALL_INCOMING", since=since)
        waiting = await in_queue(desk_, "waiting")
        assert waiting["called_name"] == "Reception"
        since = len(desk.events)
        await desk_("POST", f"/v1/reception/calls/{waiting['id']}/answer")
        await lifted(desk, since)
        await in_queue(desk_, "taken", taken_by=me)
        await spoken_to(caller, desk)
        since = len(desk.events)
        second = await desk_("POST", f"/v1/reception/calls/{waiting['id']}/announce", {"to": numbers[1]})
        await lifted(desk, since)
        await target.until("CALL_INCOMING")
        await target.accept()
        await target.until("CALL_ESTABLISHED")
        await spoken_to(target, desk)
        await desk_("POST", f"/v1/calls/{waiting['id']}/transfer", {"call_id": second["call_id"]})
        await eventually(lambda: hears(target, caller.says) > 0.99, every=0.3)
        await caller.hang_up()
        await target.until("CALL_CLOSED")

        await caller.until("CALL_CLOSED")

        # Parked, fetched, and handed on to somebody who doesn't take it.
        since, begun = len(desk.events), len(caller.events)
        await caller.dial("2100")
        await desk.until("CALL_INCOMING", since=since)
        waiting = await in_queue(desk_, "waiting")
        since = len(desk.events)
        await desk_("POST", f"/v1/reception/calls/{waiting['id']}/answer")
        await lifted(desk, since)
        await in_queue(desk_, "taken")
        since = len(desk.events)
        await desk_("POST", f"/v1/calls/{waiting['id']}/park")
        await desk.until("CALL_CLOSED", since=since)

        async def empty() -> bool:
            return (await desk_("GET", "/v1/reception"))["calls"] == []

        await eventually(empty, every=0.2)
        since = len(desk.events)
        await desk_("POST", f"/v1/reception/calls/{waiting['id']}/answer")
        await lifted(desk, since)
        await in_queue(desk_, "taken")
        assert await desk_("GET", "/v1/parked") == []
        since, rung = len(desk.events), len(target.events)
        await desk_("POST", f"/v1/reception/calls/{waiting['id']}/hand-on", {"to": numbers[1]})
        await target.until("CALL_INCOMING", since=rung)
        await target.hang_up()
        await desk.until("CALL_INCOMING", since=since)
        name = (await desk_("GET", "/v1/snapshot"))["public"]["people"]
        names = {person["local_number"]: person["name"] for person in name}
        await in_queue(desk_, "waiting", back_from=names[numbers[1]])
        await desk.accept()
        await in_queue(desk_, "taken", taken_by=me)
        await desk.hang_up()
        await caller.until("CALL_CLOSED", since=begun)

        async def counted() -> bool:
            return bool((await desk_("GET", "/v1/reception"))["day"]["answered"] == 2)

        await eventually(counted, every=0.2)
