"""People who can't be asked for together: the first alone, then as many at a time as one server is asked for."""

from __future__ import annotations

import asyncio
import threading
import xml.etree.ElementTree as Xml
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from onepresence_desktop.domain.connections import Connection, ConnectionId, ConnectionKind, Trouble
from onepresence_desktop.domain.errors import ConnectionFailed
from onepresence_desktop.domain.meetings import Reading
from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.pbx.calendars.company import CompanyCalendars
from onepresence_desktop.pbx.calendars.ews import AT_ONCE
from onepresence_desktop.wire import commands as wire
from tests.pbx.calendars.test_company_calendars import ANDERS, AT, firm, meeting
from tests.pbx.office import START
from tests.support.calendar_server import Answer
from tests.support.ews import ACCOUNT, PASSWORD, Ews
from tests.support.ntlm import NtlmDoor
from tests.support.waiting import PATIENCE

PEOPLE = [f"p{n}@firma.example" for n in range(1 + 2 * AT_ONCE)]


@dataclass
class Together(Ews):
    """Answers the first request by itself, and the others only once as many of them have come as may."""

    kind: str = "ews"
    first: bool = True
    come: threading.Barrier = field(default_factory=lambda: threading.Barrier(AT_ONCE))

    def _found(self, asked: Xml.Element) -> Answer:
        if not self.first:
            self.come.wait(PATIENCE)
        self.first = False
        return super()._found(asked)


def of(server: Ews) -> Connection:
    return Connection(ConnectionId("c"), CustomerId("f"), "Kalender", ConnectionKind.EWS, server.settings)


@pytest.mark.parametrize("by_ntlm", [False, True])
async def test_four_people_are_asked_for_at_the_same_time_however_one_signs_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by_ntlm: bool
) -> None:
    door = NtlmDoor(monkeypatch, tmp_path, ACCOUNT, PASSWORD) if by_ntlm else None
    calendars = CompanyCalendars(here=True)
    try:
        with Together(ntlm=door) as server:
            server.calendars = {one: {"m": meeting(0)} for one in PEOPLE[1:]}
            found = await calendars.meetings_over(of(server), PEOPLE, START, START + timedelta(days=1), START.tzinfo)  # type: ignore[arg-type]
            first, *others = (found[one] for one in PEOPLE)
            assert isinstance(first, ConnectionFailed) and first.details["reason"] == Trouble.NOT_FOUND
            assert all(isinstance(one, Reading) and len(one.meetings) == 1 for one in others)
            assert door is None or door.signed <= AT_ONCE
    finally:
        await calendars.close()


async def test_a_wrong_password_is_told_once_however_many_are_asked_for() -> None:
    calendars = CompanyCalendars(here=True)
    try:
        with Ews(password="another") as server:
            with pytest.raises(ConnectionFailed) as failed:
                await calendars.meetings_over(of(server), PEOPLE, START, START, START.tzinfo)  # type: ignore[arg-type]
            assert failed.value.details["reason"] == Trouble.SIGN_IN_REFUSED and server.refused == 1
    finally:
        await calendars.close()


async def test_a_trial_reads_some_at_a_time_also_before_the_connection_is_used(tmp_path: Path) -> None:
    async with firm(tmp_path) as it:
        with Together() as server:
            server.calendars = {one: {} for one in (ANDERS, *PEOPLE)}
            for n, email in enumerate(PEOPLE[2:]):  # with Anders and Mette nine
                await it.office.command(wire.UserAdd(local_number=f"10022{n:02}", name=f"Person {n}", email=email))
            body = {"name": "Kalender", "kind": "ews", "settings": server.settings, "enabled": False}
            tried = await it.attempt((await it.boss.post(AT, body)).json())
            assert tried["good"] and [one["name"] for one in tried["people"][:3]] == ["Anders", "Mette", "Person 0"]
            assert [one["code"] for one in tried["people"]] == ["ok", "not_found", *["ok"] * 7]


async def test_the_first_who_fails_with_the_server_ends_the_others_waiting() -> None:
    calendars = CompanyCalendars(here=True)
    try:
        with Ews() as server:
            server.calendars = {PEOPLE[0]: {}}
            await calendars.meetings_over(of(server), PEOPLE[:1], START, START, START.tzinfo)  # type: ignore[arg-type]
            server.stop()
            with pytest.raises(ConnectionFailed) as failed:
                async with asyncio.timeout(PATIENCE):
                    await calendars.meetings_over(of(server), PEOPLE, START, START, START.tzinfo)  # type: ignore[arg-type]
            assert failed.value.details["reason"] == Trouble.UNREACHABLE
    finally:
        await calendars.close()
