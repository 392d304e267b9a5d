"""Where people's calendars are, in both databases: several of each, one of which may divert (spec 14.5)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import Connection

from onepresence_desktop.domain.errors import Conflict
from onepresence_desktop.domain.meetings import COMPANYS, CalendarId, CalendarKind, CalendarSource, MeetingUse
from onepresence_desktop.pbx.ports.calendars import CalendarAccess
from onepresence_desktop.pbx.store.migrations.upgrade import config
from onepresence_desktop.pbx.store.sql import SqlStore
from tests.pbx.store.stores import ANDERS, BERIT, FIRM, OTHER, STRANGER, opened, seeded

HOME = CalendarAccess(
    CalendarSource(
        ANDERS, CalendarKind.CALDAV, "https://dav/", "a", MeetingUse.DIVERT, True, True, CalendarId("home"), True
    ),
    "secret",
)
CLUB = CalendarAccess(CalendarSource(ANDERS, CalendarKind.ICS, "https://club/", id=CalendarId("club")))
FIRMS = CalendarAccess(CalendarSource(ANDERS, CalendarKind.COMPANY, "", use=MeetingUse.NEVER))


def of(access: CalendarAccess, user_id: object) -> CalendarAccess:
    return replace(access, source=replace(access.source, user_id=user_id))  # type: ignore[arg-type]


async def test_all_of_a_persons_are_kept_in_their_order_and_go_with_them(url: str) -> None:
    async with opened(url) as store:
        await seeded(store)
        async with store.unit() as unit:
            await unit.calendars.put(ANDERS, [HOME, CLUB, FIRMS])
            await unit.calendars.put(BERIT, [of(CLUB, BERIT)])
            await unit.calendars.put(STRANGER, [of(HOME, STRANGER)])
        async with store.reading() as unit:
            assert await unit.calendars.of(ANDERS) == [HOME, CLUB, FIRMS]
            assert await unit.calendars.all(FIRM) == [HOME, CLUB, FIRMS, of(CLUB, BERIT)]
            assert await unit.calendars.all(OTHER) == [of(HOME, STRANGER)]
        async with store.unit() as unit:
            await unit.calendars.put(ANDERS, [FIRMS, HOME])
            assert await unit.calendars.of(ANDERS) == [FIRMS, HOME]
            await unit.calendars.put(ANDERS, [])
            await unit.people.remove_user(STRANGER)
        async with store.reading() as unit:
            assert await unit.calendars.of(ANDERS) == [] == await unit.calendars.all(OTHER)
            assert await unit.calendars.of(BERIT) == [of(CLUB, BERIT)]


@pytest.mark.parametrize(
    "wrong",
    [
        [HOME, replace(CLUB, source=replace(CLUB.source, diverts=True))],
        [replace(CLUB, source=replace(CLUB.source, use=MeetingUse.DIVERT))],
    ],
    ids=["two may divert", "one diverts that may not"],
)
async def test_the_database_lets_one_of_a_persons_calendars_divert(url: str, wrong: list[CalendarAccess]) -> None:
    async with opened(url) as store:
        await seeded(store)
        async with store.unit() as unit:
            await unit.calendars.put(ANDERS, [CLUB, FIRMS])
            await unit.calendars.put(BERIT, [of(HOME, BERIT)])
        with pytest.raises(Conflict):
            async with store.unit() as unit:
                await unit.calendars.put(ANDERS, wrong)
        async with store.reading() as unit:
            assert await unit.calendars.of(ANDERS) == [CLUB, FIRMS]


async def test_the_one_calendar_that_people_had_diverts_and_the_companys_stays_aside(url: str, tmp_path: Path) -> None:
    def before(connection: Connection) -> None:
        command.upgrade(config(connection), "0027")

    (tmp_path / "data").mkdir()
    engine = SqlStore(url)._make_engine()
    user = (
        "INSERT INTO users (id, customer_id, local_number, name, title, department, role, language, hours, closed)"
        " VALUES ('{0}', 'firm', '{1}', '{0}', '', '', 'user', 'da', '[]', false)"
    )
    async with engine.connect() as connection:
        await connection.run_sync(before)
        for row in (
            "INSERT INTO customers VALUES ('firm', '100', 'Firm', 'DK', 'Europe/Copenhagen', 'da')",
            user.format("anders", "1002101"),
            user.format("berit", "1002102"),
            "INSERT INTO calendars VALUES ('anders', 'caldav', 'https://dav/', 'a', 'secret', 'divert', true, true)",
            "INSERT INTO calendars VALUES ('berit', 'company', '', '', '', 'show', true, false)",
        ):
            await connection.exec_driver_sql(row)
        await connection.commit()
    await engine.dispose()
    async with opened(url) as store, store.reading() as unit:
        own = replace(HOME, source=replace(HOME.source, id=CalendarId("own")))
        assert await unit.calendars.of(ANDERS) == [own, FIRMS]
        companys = CalendarSource(BERIT, CalendarKind.COMPANY, "", show_subject=True, id=COMPANYS, diverts=True)
        assert await unit.calendars.of(BERIT) == [CalendarAccess(companys)]
