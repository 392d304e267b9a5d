"""Microsoft Graph by its published schema, played by Prism: what is asked is allowed, any answer is read (5.1)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from onepresence_desktop.domain.connections import Connection, ConnectionId, ConnectionKind, Trouble
from onepresence_desktop.domain.errors import ConnectionFailed
from onepresence_desktop.domain.meetings import Reading
from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.pbx.calendars.graph import GraphCalendars
from tests.pbx.calendars.test_company_calendars import AT, firm
from tests.pbx.calendars.test_microsoft import ANDERS, COPENHAGEN, NOW
from tests.support import prism
from tests.support.prism import Prism

READS = 40
"""Answers made by chance."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prism]:
    if prism.missing():
        pytest.skip("Prism is not installed")
    with Prism(tmp_path_factory.mktemp("prism")) as running:
        yield running


PEOPLE = [ANDERS, "mette@firma.example", "karen@firma.example"]


async def ask(server: Prism, *people: str, **more: Any) -> dict[str, Reading | ConnectionFailed]:
    connection = Connection(
        ConnectionId("c"), CustomerId("f"), "Kalender", ConnectionKind.GRAPH, {**server.settings, **more}
    )
    reader = GraphCalendars(here=True)
    try:
        return await reader.meetings(
            connection, people, NOW - timedelta(hours=12), NOW + timedelta(days=15), COPENHAGEN
        )  # fmt: skip
    finally:
        await reader.close()


async def read(server: Prism, whose: str = ANDERS, **more: Any) -> Reading:
    answer = (await ask(server, whose, **more))[whose]
    if isinstance(answer, ConnectionFailed):
        raise answer
    return answer


async def test_what_is_asked_is_what_the_schema_allows_and_what_it_answers_is_read(server: Prism) -> None:
    anders, mette, karen = (await ask(server, *PEOPLE)).values()
    assert isinstance(anders, Reading) and isinstance(mette, ConnectionFailed) and karen == Reading(nameless=True)
    assert [(one.busy.value, one.subject, one.private, one.all_day) for one in anders.meetings] == [
        ("busy", "Budget", False, False),
        ("out_of_office", "", True, False),
        ("busy", "", False, False),
        ("free", "Declined", False, False),
        ("working_elsewhere", "Hjemme", False, True),
    ]
    assert (mette.details["reason"], mette.details["person"]) == (Trouble.NOT_FOUND, True)
    twenty = [*PEOPLE, *(f"p{n}@firma.example" for n in range(17))]
    assert (await ask(server, *twenty)).keys() == set(twenty) and not server.refused


@pytest.mark.parametrize(
    ("whose", "more", "trouble", "person"),
    [
        ("busy@firma.example", {}, Trouble.BUSY, False),
        ("denied@firma.example", {}, Trouble.REFUSED, True),
        ("gone@firma.example", {}, Trouble.NOT_FOUND, True),
        (ANDERS, {"tenant": "refused.example"}, Trouble.SIGN_IN_REFUSED, False),
    ],
)
async def test_what_it_refuses_is_told_in_a_word(
    server: Prism, whose: str, more: dict[str, str], trouble: Trouble, person: bool
) -> None:
    with pytest.raises(ConnectionFailed) as failed:
        await read(server, whose, **more)
    told = failed.value.details
    assert (told["reason"], bool(told.get("person"))) == (trouble, person)
    assert told.get("retry_after") == (12 if trouble is Trouble.BUSY else None)


MIDNIGHT = {"dateTime": "2026-11-24T00:00:00", "timeZone": "UTC"}
GOOD = {"Schedules": [ANDERS], "StartTime": MIDNIGHT, "EndTime": MIDNIGHT, "AvailabilityViewInterval": 15}
TOKEN = {"Authorization": "Bearer t"}


@pytest.mark.parametrize(
    ("change", "headers", "status"),
    [
        ({}, TOKEN, 200),
        ({}, {}, 401),
        ({"Schedule": [ANDERS]}, TOKEN, 422),
        ({"Schedules": []}, TOKEN, 422),
        ({"Schedules": ["x@firma.example"] * 21}, TOKEN, 422),
        ({"Schedules": ANDERS}, TOKEN, 422),
        ({"AvailabilityViewInterval": 4}, TOKEN, 422),
        ({"AvailabilityViewInterval": "15"}, TOKEN, 422),
        ({"StartTime": {**MIDNIGHT, "dateTime": "2026-11-24T00:00:00Z"}}, TOKEN, 422),
        ({"EndTime": None}, TOKEN, 422),
        ({}, {**TOKEN, "Prefer": "UTC"}, 422),
    ],
)
def test_it_refuses_what_the_schema_forbids(
    server: Prism, change: dict[str, Any], headers: dict[str, str], status: int
) -> None:
    asked = {name: value for name, value in {**GOOD, **change}.items() if value is not None}
    where = f"{server.url}/v1.0/users/{ANDERS}/calendar/getSchedule"
    answer = httpx.post(where, json=asked, headers=headers, trust_env=False, timeout=60)
    assert answer.status_code == status, answer.text


async def test_a_request_that_it_refuses_is_not_taken_for_an_empty_calendar(
    server: Prism, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onepresence_desktop.pbx.calendars.schedule.SLOT", timedelta(minutes=1))
    with pytest.raises(ConnectionFailed) as failed:
        await read(server)
    assert failed.value.details["reason"] == Trouble.NOT_UNDERSTOOD and server.refused


async def test_whatever_the_schema_allows_is_read_or_told_in_a_word(tmp_path: Path, server: Prism) -> None:
    with Prism(tmp_path, anything=True) as any_server:
        outcomes: list[int | Trouble] = []
        for _ in range(READS):
            try:
                found = await ask(any_server, *PEOPLE)
            except ConnectionFailed as exc:
                outcomes.append(Trouble(str(exc.details["reason"])))
                continue
            outcomes += [
                len(one.meetings) if isinstance(one, Reading) else Trouble(str(one.details["reason"]))
                for one in found.values()
            ]
        assert len(outcomes) >= READS and not any_server.refused
        assert any(isinstance(one, int) for one in outcomes) and Trouble.SERVER_FAILED in outcomes


async def test_it_is_set_up_tried_used_broken_and_healed(tmp_path: Path, server: Prism) -> None:
    async with firm(tmp_path) as it:
        body = {"name": "Kalender", "kind": "graph", "settings": server.settings}
        made = (await it.boss.post(AT, body)).json()
        tried = await it.attempt(made, ANDERS)
        assert tried["good"], tried
        assert (await it.read())["trouble"] == ""
        seen = await it.seen()
        assert (seen["presence"], seen["meeting_until"]) == ("meeting", "2026-11-24T10:30:00Z")

        server.stop()
        assert (await it.read())["trouble"] == "unreachable"
        assert (await it.seen())["presence"] == "meeting" and (await it.stands())["trouble"] == "unreachable"
        server.start()
        assert (await it.attempt(made, ANDERS))["good"] and (await it.read())["trouble"] == ""

        changed = await it.boss.patch(
            f"{AT}/{made['id']}", {"settings": {**server.settings, "tenant": "refused.example"}}
        )
        assert changed.status_code == 200, changed.text
        assert (await it.read())["trouble"] == "sign_in_refused"
        stands = await it.stands()
        assert (stands["state"], stands["trouble"]) == ("failing", "sign_in_refused")
        assert stands["said"].startswith("AADSTS7000215") and "prism-secret" not in str(stands)
