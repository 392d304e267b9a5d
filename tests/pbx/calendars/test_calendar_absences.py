"""Meetings of a real CalDAV server divert, follow the calendar, and are refused once (spec 3.8, 5.2, 5.3)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.pbx.calendars.test_caldav import Day, at, day, radicale
from tests.pbx.office import As, running
from tests.support.radicale import Radicale
from tests.support.waiting import eventually

__all__ = ["radicale"]


async def standing(who: As) -> list[tuple[str, str, str, str]]:
    """What stands in somebody's list: reason, origin, why, until."""
    found = (await who.get("/v1/me/diversions")).json()
    every = [*found["current"], *found["coming"]]
    return [(one["reason"], one["origin"], one["why"], one["until"][11:16]) for one in every]


async def becomes(it: Day, expected: list[tuple[str, str, str, str]]) -> None:
    async def so() -> bool:
        return await standing(it.anders) == expected

    await eventually(so, every=0.05)


async def test_a_meeting_diverts_is_moved_with_the_calendar_and_ends(tmp_path: Path, radicale: Radicale) -> None:  # noqa: F811
    async with day(tmp_path) as it:
        radicale.put("m", f"{at(5)}\nSUMMARY:Budget")
        assert (await it.set(radicale)).status_code == 200
        assert await standing(it.anders) == []
        assert (await it.anders.patch("/v1/me/calendar", {"use": "divert"})).status_code == 200
        assert await standing(it.anders) == [("meeting", "calendar", "coming", "10:35")]
        it.office.clock.pass_(minutes=5)
        it.office.wake()
        await becomes(it, [("meeting", "calendar", "counts", "10:35")])
        assert (await it.seen())["presence"] == "diverted"
        by_hand = await it.anders.post("/v1/me/diversions", {"preset": "lunch"})
        assert by_hand.status_code == 201
        assert ("meeting", "calendar", "less_than_manual", "10:35") in await standing(it.anders)
        await it.anders.delete(f"/v1/me/diversions/{by_hand.json()['id']}")
        radicale.put("m", f"{at(60)}\nSUMMARY:Budget")
        await it.read()
        assert await standing(it.anders) == [("meeting", "calendar", "coming", "11:30")]
        radicale.remove("m")
        await it.read()
        assert await standing(it.anders) == []


async def test_lunch_in_the_calendar_goes_where_the_company_says_and_is_refused_once(
    tmp_path: Path,
    radicale: Radicale,  # noqa: F811
) -> None:
    async with day(tmp_path) as it:
        rule = {"word": "frokost", "reason": "lunch", "destination": {"kind": "number", "number": "+4570102030"}}
        assert (await it.administrator.put("/v1/company/calendar-words", {"rules": [rule]})).status_code == 200
        await it.anders.put("/v1/me/calendar/words", {"on": True, "rules": []})
        radicale.put("m", f"{at(5)}\nRRULE:FREQ=DAILY\nSUMMARY:Frokost i kantinen")
        await it.set(radicale)
        first, second, *_ = (await it.anders.get("/v1/me/diversions")).json()["coming"]
        assert (first["reason"], first["from"], first["until"]) == (
            "lunch",
            "2026-11-24T10:05:00Z",
            "2026-11-24T10:35:00Z",
        )
        assert first["destination"]["number"] == "+4570102030"
        assert second["from"] == "2026-11-25T10:05:00Z"

        assert (await it.anders.delete(f"/v1/me/diversions/{first['id']}")).status_code == 204  # "not this time"
        await it.read()
        it.office.clock.pass_(minutes=6)
        it.office.wake()
        assert (await it.anders.get("/v1/me/diversions")).json()["current"] == []
        it.office.clock.pass_(hours=24)
        it.office.wake()
        await it.read()

        async def counts() -> bool:
            found = (await it.anders.get("/v1/me/diversions")).json()["current"]
            return [(one["reason"], one["until"]) for one in found] == [("lunch", "2026-11-25T10:35:00Z")]

        await eventually(counts, every=0.05)
        seen = await it.seen()
        assert (seen["presence"], seen["reason"]) == ("diverted", "lunch")


async def test_a_word_in_the_calendar_is_an_absence_once_it_is_on_and_not_this_time(
    tmp_path: Path,
    radicale: Radicale,  # noqa: F811
) -> None:
    words = "/v1/me/calendar/words"
    async with day(tmp_path) as it:
        radicale.put("m", f"{at(5)}\nSUMMARY:Frokost med Åse")
        radicale.put("n", f"{at(90)}\nSUMMARY:Standup")
        await it.set(radicale)
        before: dict[str, Any] = (await it.anders.get(words)).json()
        assert not before["on"] and any(rule["word"] == "frokost" for rule in before["usual"])
        assert await standing(it.anders) == []
        own = {"on": True, "rules": [{"word": "Standup", "reason": "other", "destination": {"kind": "open"}}]}
        assert (await it.anders.put(words, own)).status_code == 200
        lunch = ("lunch", "calendar", "coming", "10:35")
        assert await standing(it.anders) == [lunch, ("other", "calendar", "coming", "12:00")]
        company = {"rules": [{"word": "med Åse", "reason": "nonsense"}]}
        refused = await it.administrator.put("/v1/company/calendar-words", company)
        assert refused.status_code == 422
        company = {"rules": [{"word": "frokost", "reason": "break", "destination": {"kind": "reception"}}]}
        assert (await it.administrator.put("/v1/company/calendar-words", company)).status_code == 200
        assert (await standing(it.anders))[0][0] == "break"
        stale = await it.administrator.put("/v1/company/calendar-words", {"rules": [], "version": "of before"})
        assert stale.status_code == 409 and stale.json()["details"]["what"] == "changed"
        first = (await it.anders.get("/v1/me/diversions")).json()["coming"][0]
        assert (await it.anders.delete(f"/v1/me/diversions/{first['id']}")).status_code == 204
        await it.read()
        assert await standing(it.anders) == [("other", "calendar", "coming", "12:00")]
        twice = {"on": True, "rules": [{"word": "a", "reason": "other"}, {"word": " A!", "reason": "other"}]}
        wrong = await it.anders.put(words, twice)
        assert wrong.status_code == 422 and wrong.json()["details"]["problem"] == "twice"
    async with running(tmp_path / "data", clock=it.office.clock) as office:  # a restart forgets neither
        again = await office.caller("1002101")
        assert (await again.get(words)).json()["on"]
        await again.post("/v1/me/calendar/reading")
        assert await standing(again) == [("other", "calendar", "coming", "12:00")]
