"""Microsoft 365 by `getSchedule`: twenty people in one request, each with what is theirs, or why not (spec 5.1)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from onepresence_desktop.domain.connections import ConnectionKind, Trouble
from onepresence_desktop.domain.errors import ConnectionFailed
from onepresence_desktop.domain.meetings import Busy, Reading
from onepresence_desktop.pbx.calendars import graph
from onepresence_desktop.pbx.calendars.graph import GraphCalendars
from tests.pbx.calendars.test_microsoft import ANDERS, COPENHAGEN, NOW, connection, hour, read, refused
from tests.support.calendar_server import Answer, Entry
from tests.support.graph import Graph

BEGIN, END = NOW - timedelta(hours=12), NOW + timedelta(days=15)
PEOPLE = [f"p{n:02}@firma.example" for n in range(20)]


async def ask(
    server: Graph, reader: GraphCalendars, people: Sequence[str], *, begin: datetime = BEGIN, end: datetime = END
) -> dict[str, str | list[str]]:
    """Of each the subjects that are read, or the word for why not."""
    found = await reader.meetings(
        connection(ConnectionKind.GRAPH, server.settings), people, begin, end, COPENHAGEN
    )  # fmt: skip
    return {mailbox: _shown(answer) for mailbox, answer in found.items()}


def _shown(answer: Reading | ConnectionFailed) -> str | list[str]:
    if isinstance(answer, Reading):
        return [one.subject for one in answer.meetings]
    assert answer.details["person"]
    return str(answer.details["reason"])


def said(schedule: dict[str, Any] | list[Any], **more: Any) -> Answer:
    """An answer of one person, or of several."""
    value = schedule if isinstance(schedule, list) else [{"scheduleId": ANDERS, **schedule}]
    return 200, {}, json.dumps({"value": value, **more}).encode()


def item(begin: str, end: str, **more: Any) -> dict[str, Any]:
    """An item of a schedule, in UTC."""
    return {"start": {"dateTime": begin, "timeZone": "UTC"}, "end": {"dateTime": end, "timeZone": "UTC"}, **more}


def company(server: Graph) -> None:
    for n, mailbox in enumerate(PEOPLE):
        server.calendars[mailbox] = {"m": hour(n / 2, subject=f"{n}")}


async def test_twenty_people_are_one_request_and_each_is_told_their_own() -> None:
    reader = GraphCalendars(here=True)
    with Graph() as server:
        company(server)
        assert await ask(server, reader, PEOPLE) == {one: [f"{n}"] for n, one in enumerate(PEOPLE)}
        assert server.asked == 1 + 1
        await ask(server, reader, PEOPLE[::-1])
        assert server.asked == 1 + 2 and server.schedules == [PEOPLE, PEOPLE[::-1]]  # the token is kept
        upper = PEOPLE[0].upper()
        assert await ask(server, reader, [upper]) == {upper: "not_found"}  # as the double spells it
    await reader.close()


async def test_what_is_wrong_with_one_person_is_theirs_alone() -> None:
    reader = GraphCalendars(here=True)
    with Graph() as server:
        company(server)
        gone, secret, crowded = PEOPLE[3], PEOPLE[5], PEOPLE[7]
        del server.calendars[gone]
        server.denied.add(secret)
        server.calendars[crowded] = {f"{n}": hour(0) for n in range(1001)}
        found = await ask(server, reader, PEOPLE)
        troubles = {gone: "not_found", secret: "refused", crowded: "too_large"}
        assert found == {one: troubles.get(one, [f"{n}"]) for n, one in enumerate(PEOPLE)}
        told = await refused_of(server, reader, gone)
        assert told["said"] == f"Unable to resolve e-mail address {gone} to an Active Directory object."
    await reader.close()


async def refused_of(server: Graph, reader: GraphCalendars, mailbox: str) -> dict[str, Any]:
    asked = connection(ConnectionKind.GRAPH, server.settings)
    answer = (await reader.meetings(asked, [mailbox], BEGIN, END, COPENHAGEN))[mailbox]
    assert isinstance(answer, ConnectionFailed)
    return dict(answer.details)


@pytest.mark.parametrize("bad", [{0}, {19}, {9, 10}, {2, 17}])
async def test_an_address_for_which_all_are_refused_is_found_and_the_others_are_read(bad: set[int]) -> None:
    reader = GraphCalendars(here=True)
    with Graph() as server:
        company(server)
        server.malformed = {PEOPLE[n] for n in bad}
        found = await ask(server, reader, PEOPLE)
        assert found == {one: "not_found" if n in bad else [f"{n}"] for n, one in enumerate(PEOPLE)}
        assert len(server.schedules) <= 1 + graph.MOST_HALVES
        (one,) = [PEOPLE[min(bad)]]
        assert await ask(server, reader, [one]) == {one: "not_found"}  # alone, too: others' requests were taken
    await reader.close()


async def test_a_server_that_takes_no_request_at_all_is_not_asked_for_ever() -> None:
    reader = GraphCalendars(here=True)
    with Graph() as server:
        company(server)
        server.malformed = set(PEOPLE)
        with pytest.raises(ConnectionFailed) as failed:
            await ask(server, reader, PEOPLE)
        assert failed.value.details["reason"] == Trouble.NOT_UNDERSTOOD and "person" not in failed.value.details
        assert len(server.schedules) <= 1 + graph.MOST_HALVES
        server.malformed = set(PEOPLE[::2])  # more than are looked for: some are left for the next time
        found = await ask(server, reader, PEOPLE)
        assert {str(found[one]) for one in PEOPLE[::2]} <= {"not_found", "not_understood"}
        assert found[PEOPLE[0]] == "not_found"
    await reader.close()


async def test_it_is_asked_in_the_name_of_a_mailbox_that_is_there_and_of_the_same_one_again() -> None:
    reader = GraphCalendars(here=True)
    with Graph() as server:
        company(server)
        del server.calendars[PEOPLE[0]]
        server.unlisted.add(PEOPLE[1])
        found = await ask(server, reader, PEOPLE)
        assert found[PEOPLE[0]] == "not_found" and found[PEOPLE[1]] == ["1"] and found[PEOPLE[19]] == ["19"]
        assert server.hosts == PEOPLE[:3]
        await ask(server, reader, PEOPLE[:2])
        assert server.hosts[3:] == [PEOPLE[2]]
        del server.calendars[PEOPLE[2]]
        assert (await ask(server, reader, PEOPLE[8:]))[PEOPLE[8]] == ["8"]
        assert server.hosts[4:] == [PEOPLE[2], PEOPLE[8]]
        server.denied |= set(PEOPLE)
        assert set((await ask(server, reader, PEOPLE[10:])).values()) == {"refused"}
        assert server.hosts[6:] == [PEOPLE[8], *PEOPLE[10:]]
    await reader.close()


async def test_others_than_were_asked_for_are_not_read_and_who_is_missing_is_not_free() -> None:
    reader = GraphCalendars(here=True)
    mine = {"scheduleId": PEOPLE[0].upper(), "scheduleItems": [item("2026-11-24T10:00", "2026-11-24T11:00")]}
    other = {**mine, "scheduleId": "stranger@firma.example"}
    with Graph() as server:
        company(server)
        server.instead = [said([other, mine, 7, {"scheduleItems": []}, {**mine, "scheduleItems": []}])]
        assert await ask(server, reader, PEOPLE[:2]) == {PEOPLE[0]: [""], PEOPLE[1]: "not_understood"}
        for nobody in ([other], [], [None]):
            server.instead = [said(nobody)]
            with pytest.raises(ConnectionFailed) as failed:
                await ask(server, reader, PEOPLE[:2])
            assert failed.value.details["reason"] == Trouble.NOT_UNDERSTOOD and "person" not in failed.value.details
    await reader.close()


@pytest.mark.parametrize(
    ("code", "trouble"),
    [
        ("5009", "not_found"),
        ("ErrorMailRecipientNotFound", "not_found"),
        (5035, "not_found"),
        ("ErrorNoFreeBusyAccess", "refused"),
        ("5006", "too_large"),
        ("ErrorFreeBusyDLLimitReached", "too_large"),
        ("ErrorServerBusy", "busy"),
        ("5027", "time_out"),
        ("5008", "server_failed"),
        ("ErrorOfNextYear", "server_failed"),
    ],
)
async def test_what_the_server_says_of_one_is_told_in_a_word(code: str | int, trouble: str) -> None:
    reader = GraphCalendars(here=True)
    with Graph() as server:
        server.instead = [said({"error": {"responseCode": code, "message": None}, "scheduleItems": None})]
        told = await refused_of(server, reader, ANDERS)
        assert (told["reason"], told["said"], told["person"]) == (trouble, str(code), True)
    await reader.close()


async def test_an_answer_too_large_to_be_read_is_asked_for_by_halves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graph, "MOST_BYTES", 60_000)
    reader = GraphCalendars(here=True)
    with Graph() as server:
        company(server)
        server.calendars[PEOPLE[4]] = {f"{n}": hour(n / 100, subject="x" * 200) for n in range(400)}
        found = await ask(server, reader, PEOPLE)
        assert found == {one: "too_large" if n == 4 else [f"{n}"] for n, one in enumerate(PEOPLE)}
    await reader.close()


async def test_an_entry_that_cant_be_read_does_not_lose_the_others() -> None:
    reader = GraphCalendars(here=True)
    day = item("2026-11-24T00:00:00.0000000", "2026-11-25T00:00:00.0000000", subject="Fri", status="Oof")
    broken = [{"status": "busy"}, {**day, "start": {"dateTime": "soon"}}, {**day, "end": None}, 7]
    with Graph() as server:
        server.instead = [said({"scheduleItems": [*broken, day]})]
        asked = connection(ConnectionKind.GRAPH, server.settings)
        reading = (await reader.meetings(asked, [ANDERS], BEGIN, END, COPENHAGEN))[ANDERS]
    await reader.close()
    assert isinstance(reading, Reading) and reading.cut and reading.unread == {"20261124T000000Z"}
    (meeting,) = reading.meetings
    assert meeting.busy is Busy.OUT_OF_OFFICE and meeting.all_day
    assert meeting.start == datetime(2026, 11, 23, 23, tzinfo=UTC)  # whole days are those of the company's zone


@pytest.mark.parametrize(
    ("begin", "end", "all_day"),
    [
        ("2026-11-23T23:00:00", "2026-11-24T23:00:00", True),
        ("2026-11-23T23:00:00", "2026-11-26T23:00:00", True),
        ("2026-10-24T22:00:00", "2026-10-25T23:00:00", True),  # 25 hours
        ("2027-03-27T23:00:00", "2027-03-28T22:00:00", True),  # 23 hours
        ("2026-11-23T23:00:00", "2026-11-24T11:00:00", False),
        ("2026-11-24T01:00:00", "2026-11-25T01:00:00", False),
    ],
)
async def test_whole_days_are_told_by_midnights(begin: str, end: str, all_day: bool) -> None:
    reader = GraphCalendars(here=True)
    with Graph() as server:
        server.instead = [said({"scheduleItems": [item(begin, end)]})]
        (meeting,) = await read(server, reader)
        assert meeting.all_day is all_day
        assert f"{meeting.start:%Y-%m-%dT%H:%M:%S} {meeting.end:%Y-%m-%dT%H:%M:%S}" == f"{begin} {end}"
    await reader.close()


async def test_a_private_entry_has_no_words_and_others_have_them_where_they_are_shared() -> None:
    reader = GraphCalendars(here=True)
    with Graph() as server:
        server.calendars[ANDERS] = {"a": hour(0, subject="Læge", private=True), "b": hour(2, subject="Budget")}
        assert [(m.subject, m.private) for m in await read(server, reader)] == [("", True), ("Budget", False)]
        server.shared[ANDERS] = "limited"
        assert [(m.subject, m.private) for m in await read(server, reader)] == [("", True), ("", False)]
        words = item("2026-11-24T10:00", "2026-11-24T11:00", subject="Læge", isPrivate=True, status="workingElsewhere")
        server.instead = [said({"scheduleItems": [words]})]
        (meeting,) = await read(server, reader)
        assert (meeting.subject, meeting.busy) == ("", Busy.ELSEWHERE)
    await reader.close()


async def test_where_only_the_view_is_told_its_slots_are_the_meetings() -> None:
    reader = GraphCalendars(here=True)
    with Graph() as server:
        server.shared[ANDERS] = "view"
        server.calendars[ANDERS] = {
            "a": hour(0),
            "b": hour(1, busy="OOF"),
            "c": hour(24.1),
            "d": hour(30, busy="FREE"),
            "e": Entry(NOW.replace(hour=0), NOW.replace(hour=0) + timedelta(days=1), all_day=True, busy="TENTATIVE"),
        }
        server.calendars[ANDERS]["e"] = Entry(
            datetime(2026, 11, 25, 23, tzinfo=UTC), datetime(2026, 11, 26, 23, tzinfo=UTC), busy="TENTATIVE"
        )
        found = [(m.start - NOW, m.end - m.start, m.busy, m.all_day) for m in await read(server, reader)]
        assert found == [
            (timedelta(0), timedelta(hours=1), Busy.BUSY, False),
            (timedelta(hours=1), timedelta(hours=1), Busy.OUT_OF_OFFICE, False),
            (timedelta(hours=24), timedelta(minutes=75), Busy.BUSY, False),
            (timedelta(hours=37), timedelta(hours=24), Busy.TENTATIVE, True),
        ]
        server.calendars[ANDERS] = {}
        assert await read(server, reader) == []
        for view, items in (("2" * 48, []), ("0", None), ("", None), (7, [])):  # of slots of another length
            server.instead = [said({"availabilityView": view, "scheduleItems": items})]
            told = await refused(server, reader)
            assert told["reason"] == Trouble.NOT_UNDERSTOOD and told["person"]
        for free in (None, "0"):
            server.instead = [said({"scheduleItems": [], "availabilityView": free})]
            assert await read(server, reader) == []
        server.instead = [said({"workingHours": {}})]
        assert (await refused(server, reader))["person"]
    await reader.close()


async def test_an_answer_in_pieces_is_read_to_its_end() -> None:
    reader = GraphCalendars(here=True)
    with Graph() as server:
        first = said([{"scheduleId": PEOPLE[0], "scheduleItems": []}], **{"@odata.nextLink": f"{server._root}/more"})
        server.instead = [first, said([{"scheduleId": PEOPLE[1], "scheduleItems": []}])]
        assert await ask(server, reader, PEOPLE[:2]) == {PEOPLE[0]: [], PEOPLE[1]: []}
        endless = said([], **{"@odata.nextLink": f"{server._root}/more"})
        server.instead = [endless] * graph.MOST_PAGES
        assert (await refused(server, reader))["reason"] == Trouble.TOO_LARGE
    await reader.close()
