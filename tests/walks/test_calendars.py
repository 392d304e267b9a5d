"""Several calendars of one person by the pages: added, chosen by keyboard, told before, refused once (chapter 5)."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.pbx.calendars.test_own_calendars import Fronted
from tests.support import ews, radicale
from tests.support.calendar_server import Entry
from tests.support.employee import at_work
from tests.support.ews import Ews
from tests.support.exchange import Exchange, Person
from tests.support.radicale import Radicale
from tests.support.waiting import eventually
from tests.walks.test_administration_pages import Administrator

pytestmark = pytest.mark.screen

MINE = "/v1/me/calendars"


def soon_in(minutes: float, length: float, subject: str) -> Entry:
    begin = datetime.now(UTC).replace(microsecond=0) + timedelta(minutes=minutes)
    return Entry(begin, begin + timedelta(minutes=length), subject)


async def test_calendars_of_one_person_by_the_pages(tmp_path: Path) -> None:
    with Radicale(tmp_path / "radicale") as home, Fronted(kind="ics") as club, Ews() as server:
        club.put("", "long-ago", soon_in(-3000, 30, "Gammelt"))
        server.put("anders@firma.example", "m", soon_in(-5, 60, "Budget"))
        async with Exchange(tmp_path) as office:
            await asyncio.to_thread(_connect, office, server)
            mette = await office.client("1002102")
            anders = Administrator(tmp_path / "anders", office.service.url, await office.client("1002101"))
            async with at_work(anders):
                await _added(anders, home, club)
                assert (await _seen(mette, "meeting"))["meeting_until"]
                await _chosen(anders)
                await _refused_once(anders, office, home)


def _connect(office: Exchange, server: Ews) -> None:
    office.service.cli("user", "set", "1002101", "--email", "anders@firma.example")
    office.service.connect("Exchange", "ews", server.settings)
    tried = office.service.cli("connection", "try", "Exchange", "--to", "anders@firma.example")
    assert tried["good"] and ews.PASSWORD not in str(tried), tried


async def _seen(who: Person, presence: str) -> dict[str, Any]:
    async def so() -> dict[str, Any] | None:
        found = (await who("GET", "/v1/snapshot"))["public"]["presence"]
        return next((one for one in found if one["presence"] == presence), None)

    return dict(await eventually(so, every=0.5) or {})


async def _added(anders: Administrator, home: Radicale, club: Fronted) -> None:
    anders.press("^Administration$", "NavigationRow")
    anders.press("^Anders", "row of QTableView")
    anders.press("^More$", "IconButton")
    anders.press("^Calendar$", "QAction")
    anders.sees("^Calendars of Anders", "Label")
    anders.sees("^Calendar$", "Select", "company")
    anders.press("^Add a calendar$", "Button")
    anders.picks("^Where it is$", "^A calendar on a server")
    anders.writes("^Address$", home.address)
    anders.writes("^User there$", radicale.ACCOUNT)
    anders.press("^Password there$", "Field")
    anders.desk.type(radicale.PASSWORD)
    anders.saves()
    anders.press("^Add a calendar$", "Button")
    anders.writes("^Address$", f"http://127.0.0.1:{club.port}/klub.ics")
    anders.saves()
    anders.picture("three-calendars")
    kept = await anders.kept(MINE, lambda found: len(found) == 3)
    assert [one["kind"] for one in kept] == ["company", "caldav", "ics"]
    assert [one["diverts"] for one in kept] == [True, False, False]


async def _chosen(anders: Administrator) -> None:
    anders.press("^Settings$", "NavigationRow")
    anders.press("^Calendar$", "PaneRow")
    anders.sees(r"^May divert: .*company", "RadioButton")
    anders.picture("own-calendars")
    anders.press(r"^May divert: .*company", "RadioButton")
    anders.desk.key("Down")
    kept = await anders.kept(MINE, lambda found: found[1]["diverts"])
    assert [one["diverts"] for one in kept] == [False, True, False]
    anders.picture("chosen")


async def _refused_once(anders: Administrator, office: Exchange, home: Radicale) -> None:
    await anders.api("PUT", "/v1/me/calendar/words", {"on": True, "rules": []})
    lunch = soon_in(5.3, 20, "Frokost")
    home.put("lunch", f"DTSTART:{lunch.start:%Y%m%dT%H%M%SZ}\nDTEND:{lunch.end:%Y%m%dT%H%M%SZ}\nSUMMARY:Frokost")
    (_, caldav, _) = await anders.api("GET", MINE)
    await anders.api("POST", f"{MINE}/{caldav['id']}/reading")
    coming = (await anders.api("GET", "/v1/me/diversions"))["coming"]
    assert [one["reason"] for one in coming] == ["lunch"]
    anders.sees("^Not this time$", within=90)
    anders.picture("announced")
    anders.press("^Not this time$")

    async def none() -> bool:
        found = await anders.api("GET", "/v1/me/diversions")
        return not found["coming"] and not found["current"]

    await eventually(none, every=0.5)
    await asyncio.to_thread(office.service.stop)
    await asyncio.to_thread(office.service.start)
    read = await anders.api("POST", f"{MINE}/{caldav['id']}/reading")
    assert read["trouble"] == "" and await none()
