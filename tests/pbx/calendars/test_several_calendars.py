"""Several calendars of a person at once: a real CalDAV server, an address with a text, the company's (spec 5, 14.5)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from onepresence_desktop.client.pbx_client import PbxClient
from onepresence_desktop.domain.errors import Conflict
from onepresence_desktop.domain.meetings import CalendarId, CalendarKind, MeetingUse
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.pbx.services import meetings
from onepresence_desktop.wire.calendars import CalendarBody, CalendarPatch
from tests.pbx.calendars.test_caldav import Day, at, day, radicale, until
from tests.pbx.calendars.test_calendar_absences import standing
from tests.pbx.calendars.test_company_calendars import ANDERS, GraphServer, firm, meeting
from tests.pbx.calendars.test_own_calendars import Fronted, unread
from tests.pbx.office import START, running
from tests.support.calendar_server import Entry
from tests.support.radicale import ACCOUNT, PASSWORD, Radicale
from tests.support.waiting import eventually

__all__ = ["radicale"]

MINE = "/v1/me/calendars"


class Two(Day):
    """Anders with a calendar on a server and one at an address, whose text `club` is."""

    club: Fronted
    home_id: str
    club_id: str

    async def calendars(self) -> list[dict[str, Any]]:
        return list((await self.anders.get(MINE)).json())

    async def look(self) -> None:
        """Read both now."""
        for one in (self.home_id, self.club_id):
            assert (await self.anders.post(f"{MINE}/{one}/reading")).status_code == 200

    async def uses(self) -> list[tuple[str, bool]]:
        return [(one["use"], one["diverts"]) for one in await self.calendars()]


@asynccontextmanager
async def two(folder: Path, home: Radicale) -> AsyncIterator[Two]:
    with Fronted(kind="ics") as club:
        async with day(folder) as one:
            it = Two(one.office, one.administrator, one.anders)
            it.of_anders += "s"
            it.club = club
            body = {"kind": "caldav", "address": home.address, "account": ACCOUNT, "password": PASSWORD}
            made = await it.administrator.post(it.of_anders, body)
            assert made.status_code == 201, made.text
            club.put("", "start", Entry(START - timedelta(days=1), START - timedelta(hours=23)))
            made = await it.administrator.post(it.of_anders, {"kind": "ics", "address": where(club)})
            assert made.status_code == 201, made.text
            it.home_id, it.club_id = (one["id"] for one in made.json())
            yield it


def where(server: Fronted) -> str:
    return f"http://127.0.0.1:{server.port}/klub.ics?key=hemmelig"


async def test_presence_is_made_of_both_and_removing_one_takes_its_meetings_alone(
    tmp_path: Path,
    radicale: Radicale,  # noqa: F811
) -> None:
    async with two(tmp_path, radicale) as it:
        radicale.put("m", f"{at(-10, 30)}\nSUMMARY:Budget")
        it.club.put("", "n", meeting(-5, 60, subject="Bestyrelse"))
        await it.look()
        assert (await it.seen())["meeting_until"] == "2026-11-24T10:55:00Z" and (await it.seen())["meeting"] == ""
        patched = await it.anders.patch(f"{MINE}/{it.club_id}", {"show_subject": True})
        assert [one["show_subject"] for one in patched.json()] == [False, True]
        assert (await it.seen())["meeting"] == "Bestyrelse"
        gone = await it.administrator.delete(f"{it.of_anders}/{it.club_id}")
        assert gone.status_code == 204
        assert (await it.seen())["meeting_until"] == "2026-11-24T10:20:00Z" and (await it.seen())["meeting"] == ""
        assert (await it.anders.post(f"{MINE}/{it.club_id}/reading")).status_code == 404
        radicale.put("m", f"{at(-10, 40)}\nSUMMARY:Budget")
        await it.anders.post(f"{MINE}/{it.home_id}/reading")
        assert (await it.seen())["meeting_until"] == "2026-11-24T10:30:00Z"


async def test_what_stands_in_both_shows_once_and_diverts_once(
    tmp_path: Path,
    radicale: Radicale,  # noqa: F811
) -> None:
    async with two(tmp_path, radicale) as it:
        radicale.put("m", f"{at(5, 30)}\nSUMMARY:Budget")
        it.club.put("", "m", meeting(5, 30, subject="Budget"))
        await it.anders.patch(f"{MINE}/{it.club_id}", {"show_subject": True})
        await it.anders.patch(f"{MINE}/{it.home_id}", {"use": "divert"})
        await it.look()
        assert await standing(it.anders) == [("meeting", "calendar", "coming", "10:35")]
        (coming,) = (await it.anders.get("/v1/me/diversions")).json()["coming"]
        assert (await it.anders.delete(f"/v1/me/diversions/{coming['id']}")).status_code == 204
        it.office.clock.pass_(minutes=6)
        it.office.wake()
        await it.look()
        assert await standing(it.anders) == []
        seen = await until(it, "meeting")
        assert (seen["presence"], seen["meeting"], seen["meeting_until"]) == (
            "meeting",
            "Budget",
            "2026-11-24T10:35:00Z",
        )
        assert (await it.anders.patch(f"{MINE}/{it.club_id}", {"diverts": True})).status_code == 200
        assert await standing(it.anders) == [], "the same meeting in another calendar is not asked about again"


async def test_one_may_divert_and_choosing_another_moves_it_with_both_versions_told(
    tmp_path: Path,
    radicale: Radicale,  # noqa: F811
) -> None:
    async with two(tmp_path, radicale) as it:
        radicale.put("m", f"{at(5, 30)}\nSUMMARY:Frokost")
        it.club.put("", "n", meeting(65, 30, subject="Kursus"))
        await it.look()
        assert await it.uses() == [("show", True), ("show", False)]
        await it.anders.put("/v1/me/calendar/words", {"on": True, "rules": []})
        assert [one[0] for one in await standing(it.anders)] == ["lunch"]
        before = await it.calendars()
        after = (await it.anders.patch(f"{MINE}/{it.club_id}", {"diverts": True})).json()
        assert all(one["version"] != was["version"] for one, was in zip(after, before, strict=True))
        assert [one[0] for one in await standing(it.anders)] == ["course"]
        await it.anders.put("/v1/me/calendar/words", {"on": False, "rules": []})
        await it.anders.patch(f"{MINE}/{it.club_id}", {"use": "divert"})
        assert await it.uses() == [("show", False), ("divert", True)]
        await it.anders.patch(f"{MINE}/{it.home_id}", {"diverts": True})
        assert await it.uses() == [("divert", True), ("show", False)]
        assert [one[3] for one in await standing(it.anders)] == ["10:35"]
        await it.anders.patch(f"{MINE}/{it.club_id}", {"use": "divert"})
        assert await it.uses() == [("show", False), ("divert", True)]
        refused = await it.anders.patch(f"{MINE}/{it.club_id}", {"diverts": False})
        assert refused.json()["details"] == {"field": "diverts", "problem": "choose_another"}
        await it.administrator.delete(f"{it.of_anders}/{it.club_id}")
        assert await it.uses() == [("show", True)] and await standing(it.anders) == []


async def test_one_that_cant_be_read_holds_up_and_empties_none_of_the_others_and_is_named(
    tmp_path: Path,
    radicale: Radicale,  # noqa: F811
) -> None:
    async with two(tmp_path, radicale) as it:
        radicale.put("m", f"{at(-10, 30)}\nSUMMARY:Budget")
        it.club.put("", "n", meeting(-5, 60, subject="Bestyrelse"))
        await it.look()
        radicale.stop()
        it.club.put("", "n", meeting(-5, 90, subject="Bestyrelse"))
        await it.look()
        assert [one["trouble"] for one in await it.calendars()] == ["unreachable", ""]
        assert (await it.seen())["meeting_until"] == "2026-11-24T11:25:00Z"
        assert (await it.administrator.delete(f"{it.of_anders}/{it.club_id}")).status_code == 204
        assert (await it.seen())["meeting_until"] == "2026-11-24T10:20:00Z", "what was read of it stays"


async def test_the_doctor_says_which_of_somebodys_calendars_it_is_and_no_more_of_its_address(tmp_path: Path) -> None:
    with GraphServer() as server, Fronted(kind="ics") as club:
        server.calendars[ANDERS] = {"m": meeting(-10, 60)}
        async with firm(tmp_path) as it:
            await it.set_up(server)
            own = f"/v1/people/{it.office.ids['1002101']}/calendars"
            made = await it.boss.post(own, {"kind": "ics", "address": where(club)})
            assert [one["id"] for one in made.json()][0] == "company", made.text
            club.page = True
            await it.anders.post(f"{MINE}/{made.json()[1]['id']}/reading")
            assert await unread(it) == [("not_understood", "Anders (127.0.0.1)")]
            assert "hemmelig" not in (await it.boss.get("/v1/doctor")).text
            club.page = False
            made = await it.boss.post(own, {"kind": "ics", "address": f"{where(club)}&2"})
            club.page = True
            await it.anders.post(f"{MINE}/{made.json()[2]['id']}/reading")
            told = "Anders (127.0.0.1, 1), Anders (127.0.0.1, 2)"
            assert await unread(it) == [("not_understood", told)], "numbered as the pages have them"


async def test_the_companys_calendar_and_ones_own_count_together_and_outlive_a_restart(tmp_path: Path) -> None:
    with GraphServer() as server, Fronted(kind="ics") as club:
        server.calendars[ANDERS] = {"m": meeting(-10, 30, subject="Budget")}
        club.put("", "n", meeting(-5, 60, subject="Bestyrelse"))
        async with firm(tmp_path) as it:
            await it.set_up(server)
            own = f"/v1/people/{it.office.ids['1002101']}/calendars"
            made = (await it.boss.post(own, {"kind": "ics", "address": where(club), "use": "divert"})).json()
            assert [(one["id"], one["use"], one["diverts"]) for one in made][0] == ("company", "show", False)
            assert (made[1]["use"], made[1]["diverts"]) == ("divert", True)
            await it.anders.post(f"{MINE}/company/reading")
            assert (await it.seen())["presence"] == "diverted"
            assert [one[3] for one in await standing(it.anders)] == ["10:55"]
            moved = await it.boss.put(f"{own}/company", {"kind": "company", "use": "divert", "show_subject": True})
            assert [(one["use"], one["diverts"]) for one in moved.json()] == [("divert", True), ("show", False)]
            assert [one[3] for one in await standing(it.anders)] == ["10:20"]
            ids = it.office.ids
        async with running(tmp_path / "data") as office:
            office.ids = ids
            anders = await office.caller("1002101")
            kept = (await anders.get(MINE)).json()
            assert [(one["use"], one["diverts"]) for one in kept] == [("divert", True), ("show", False)]
            for one in kept:
                await anders.post(f"{MINE}/{one['id']}/reading")
            assert [one[3] for one in await standing(anders)] == ["10:20"]
            company = next(iter(office.service.live.companies.values()))
            assert [one.subject for own_ in company.meetings.values() for one in own_] == ["Budget", ""]


async def test_a_choice_holds_while_the_chosen_calendar_isnt_there(tmp_path: Path) -> None:
    with GraphServer() as server, Fronted(kind="ics") as club:
        server.calendars[ANDERS] = {}
        async with firm(tmp_path) as it:
            made = await it.set_up(server)
            own = f"/v1/people/{it.office.ids['1002101']}/calendars"
            await it.boss.post(own, {"kind": "ics", "address": where(club)})
            await it.anders.patch(f"{MINE}/company", {"use": "divert"})
            assert (await it.boss.patch(f"/v1/connections/{made['id']}", {"enabled": False})).status_code == 200
            (alone,) = (await it.anders.get(MINE)).json()
            assert (alone["kind"], alone["use"], alone["diverts"]) == ("ics", "show", True)
            await it.anders.patch(f"{MINE}/{alone['id']}", {"show_subject": True})
            assert (await it.boss.patch(f"/v1/connections/{made['id']}", {"enabled": True})).status_code == 200
            both = (await it.anders.get(MINE)).json()
            assert [(one["use"], one["diverts"], one["show_subject"]) for one in both] == [
                ("divert", True, False),
                ("show", False, True),
            ]


async def test_what_isnt_a_calendar_of_theirs_is_refused(tmp_path: Path, radicale: Radicale) -> None:  # noqa: F811
    async with two(tmp_path, radicale) as it:
        boss, of_anders = it.administrator, it.of_anders
        ics = {"kind": "ics", "address": where(it.club)}
        assert (await boss.post(of_anders, ics)).json()["details"] == {"field": "address", "problem": "in_use"}
        assert (await boss.post(of_anders, {"kind": "company"})).json()["details"]["field"] == "kind"
        own = await boss.put(f"{of_anders}/{it.club_id}", {"kind": "company"})
        assert own.json()["details"] == {"field": "kind", "problem": "wrong_type"}
        none = await boss.put(f"{of_anders}/company", {"kind": "company"})
        assert none.json()["details"] == {"field": "kind", "problem": "no_email"}
        assert (await boss.put(f"{of_anders}/nothing", ics)).status_code == 404
        assert (await boss.delete(f"{of_anders}/nothing")).status_code == 404
        assert (await it.anders.post(of_anders, ics)).status_code == 403
        stale = (await boss.get(f"{of_anders}/{it.club_id}")).json()["version"]
        await it.anders.patch(f"{MINE}/{it.club_id}", {"use": "never"})
        seen = await boss.put(f"{of_anders}/{it.club_id}", {**ics, "version": stale})
        assert (seen.status_code, seen.json()["details"]["what"]) == (409, "changed")
        for n in range(3):
            more = await boss.post(of_anders, {**ics, "address": f"{where(it.club)}&{n}"})
            assert more.status_code == 201
        full = await boss.post(of_anders, {**ics, "address": f"{where(it.club)}&9"})
        assert (full.status_code, full.json()["details"]["what"]) == (409, "too_many")


async def test_an_older_client_knows_the_one_that_may_divert(tmp_path: Path, radicale: Radicale) -> None:  # noqa: F811
    async with two(tmp_path, radicale) as it:
        await it.anders.patch(f"{MINE}/{it.club_id}", {"diverts": True})
        one = (await it.anders.get("/v1/me/calendar")).json()
        assert one["id"] == it.club_id
        assert (await it.anders.patch("/v1/me/calendar", {"use": "divert"})).json()["use"] == "divert"
        assert await it.uses() == [("show", False), ("divert", True)]
        single = it.of_anders.removesuffix("s")
        body = {"kind": "ics", "address": where(it.club) + "&2", "use": "show"}
        stale = await it.administrator.put(single, {**body, "version": one["version"]})
        assert stale.status_code == 409
        now = (await it.administrator.get(single)).json()["version"]
        put = await it.administrator.put(single, {**body, "version": now})
        assert (put.json()["id"], put.json()["address"]) == (it.club_id, body["address"])
        assert (await it.administrator.delete(single)).status_code == 204
        assert [one["id"] for one in await it.calendars()] == [it.home_id]


async def test_the_program_adds_lists_chooses_and_forgets_them(tmp_path: Path, radicale: Radicale) -> None:  # noqa: F811
    async with two(tmp_path, radicale) as it:
        boss, anders = (PbxClient(it.office.service.url, token=one.token) for one in (it.administrator, it.anders))
        who, address = UserId(it.office.ids["1002101"]), f"{where(it.club)}&2"
        body = CalendarBody(kind=CalendarKind.ICS, address=address, use=MeetingUse.DIVERT, version="")
        *_, made = await boss.put_person_calendar(who, None, body)
        assert (made.address, made.diverts, len(await boss.person_calendars(who))) == (address, True, 3)
        with pytest.raises(Conflict):
            await boss.put_person_calendar(who, made.id, body)
        chosen = await anders.change_calendar(CalendarId(it.home_id), CalendarPatch(diverts=True))
        assert chosen == await anders.my_calendars()
        assert [(one.use, one.diverts) for one in chosen] == [("divert", True), ("show", False), ("show", False)]
        body = CalendarBody(kind=CalendarKind.ICS, address=address, version=chosen[-1].version)
        assert (await boss.put_person_calendar(who, made.id, body))[-1].id == made.id
        await boss.remove_person_calendar(who, made.id)
        assert [one.id for one in await boss.person_calendars(who)] == [it.home_id, it.club_id]
        await boss.close()
        await anders.close()


async def test_not_this_time_holds_for_the_same_meeting_in_another_calendar_by_whatever_name_and_after_a_restart(
    tmp_path: Path,
    radicale: Radicale,  # noqa: F811
) -> None:
    async with two(tmp_path, radicale) as it:
        radicale.put("home", f"{at(5, 30)}\nSUMMARY:Frokost")
        it.club.put("", "another", meeting(5, 30, subject="Frokost"))
        it.club.put("", "later", meeting(65, 30, subject="Frokost"))
        await it.look()
        await it.anders.put("/v1/me/calendar/words", {"on": True, "rules": []})
        (coming,) = (await it.anders.get("/v1/me/diversions")).json()["coming"]
        assert (await it.anders.delete(f"/v1/me/diversions/{coming['id']}")).status_code == 204
        await it.anders.patch(f"{MINE}/{it.club_id}", {"diverts": True})
        assert [one[3] for one in await standing(it.anders)] == ["11:35"]
        await it.anders.patch(f"{MINE}/{it.home_id}", {"diverts": True})
        assert await standing(it.anders) == []
        ids, home_id = it.office.ids, it.home_id
    async with running(tmp_path / "data") as office:
        office.ids = ids
        anders = await office.caller("1002101")
        assert (await anders.post(f"{MINE}/{home_id}/reading")).json()["trouble"] == ""
        assert await standing(anders) == []


async def test_calendars_of_somebody_closed_are_left_in_peace_until_they_are_opened_again(
    tmp_path: Path,
    radicale: Radicale,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(meetings, "EVERY", 0.5)
    async with two(tmp_path, radicale) as it:
        it.club.put("", "n", meeting(-5, 60, subject="Frokost"))
        await it.anders.patch(f"{MINE}/{it.club_id}", {"use": "divert"})
        await it.look()
        assert [one[3] for one in await standing(it.anders)] == ["10:55"]
        with Fronted(kind="ics") as other:
            bosss = f"/v1/people/{it.office.ids['1002100']}/calendars"
            assert (await it.administrator.post(bosss, {"kind": "ics", "address": where(other)})).status_code == 201
            him = it.of_anders.removesuffix("/calendars")
            assert (await it.administrator.patch(him, {"closed": True})).status_code == 200
            company = next(iter(it.office.service.live.companies.values()))

            def left() -> bool:
                return UserId(it.office.ids["1002101"]) not in company.calendars | company.from_calendar

            await eventually(left)
            asked, others = it.club.asked, other.asked
            await eventually(lambda: other.asked > others + 2)
            assert it.club.asked == asked
            kept = (await it.administrator.get(it.of_anders)).json()
            assert [(one["id"], one["read_at"]) for one in kept] == [(it.home_id, None), (it.club_id, None)]
            again = await it.administrator.post(it.of_anders, {"kind": "ics", "address": where(it.club) + "&2"})
            assert again.status_code == 201 and len(again.json()) == 3 and left()
            assert (await it.administrator.patch(him, {"closed": False})).status_code == 200
            assert (await until(it, "diverted"))["until"] == "2026-11-24T10:55:00Z"
