"""What only Microsoft's calendar servers do: Windows' zone names, tokens, throttling, NTLM (spec 5.1)."""

from __future__ import annotations

import asyncio
import json
import ssl
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from onepresence_desktop.domain.connections import Connection, ConnectionId, ConnectionKind, Trouble
from onepresence_desktop.domain.errors import ConnectionFailed
from onepresence_desktop.domain.meetings import Meeting, Reading
from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.pbx.calendars import CalendarOnDemand
from onepresence_desktop.pbx.calendars.connecting import CalendarConnector
from onepresence_desktop.pbx.calendars.ews import AT_ONCE, EwsCalendars
from onepresence_desktop.pbx.calendars.graph import GraphCalendars
from onepresence_desktop.pbx.ports.connections import Trial
from onepresence_desktop.pbx.webdav import asking
from tests.pbx.calendars.test_places import OK, answering
from tests.support import tls
from tests.support.calendar_server import Entry
from tests.support.ews import ACCOUNT, PASSWORD, Ews, busy, fault, refusal
from tests.support.graph import Graph
from tests.support.ntlm import NtlmDoor

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
ANDERS = "anders@firma.example"
COPENHAGEN = ZoneInfo("Europe/Copenhagen")


def connection(kind: ConnectionKind, settings: dict[str, Any]) -> Connection:
    return Connection(ConnectionId("c"), CustomerId("f"), "Kalender", kind, settings)


async def read(server: Graph | Ews, reader: GraphCalendars | EwsCalendars, *, days: int = 15) -> list[Meeting]:
    return list((await told(server, reader, days=days)).meetings)


async def told(server: Graph | Ews, reader: GraphCalendars | EwsCalendars, *, days: int = 15) -> Reading:
    kind = ConnectionKind.GRAPH if isinstance(server, Graph) else ConnectionKind.EWS
    known = connection(kind, server.settings)
    begin, end = NOW - timedelta(hours=12), NOW + timedelta(days=days)
    if isinstance(reader, EwsCalendars):
        return await reader.meetings(known, ANDERS, begin, end, COPENHAGEN)
    answer = (await reader.meetings(known, [ANDERS], begin, end, COPENHAGEN))[ANDERS]
    if isinstance(answer, ConnectionFailed):
        raise answer
    return answer


async def refused(server: Graph | Ews, reader: GraphCalendars | EwsCalendars) -> dict[str, Any]:
    with pytest.raises(ConnectionFailed) as failure:
        await read(server, reader)
    return dict(failure.value.details)


def hour(at: float, **more: Any) -> Entry:
    begin = NOW + timedelta(hours=at)
    return Entry(begin, begin + timedelta(hours=1), **more)


async def test_a_page_of_another_server_is_not_told_the_token() -> None:
    reader = GraphCalendars(here=True)
    with Graph() as server, Graph() as stranger:
        mine = {"scheduleId": ANDERS, "scheduleItems": []}
        more = f"http://127.0.0.1:{stranger.port}/v1.0/users/x/calendar/getSchedule"
        server.instead.append((200, {}, json.dumps({"value": [mine], "@odata.nextLink": more}).encode()))
        assert (await refused(server, reader))["reason"] == Trouble.NOT_UNDERSTOOD and not stranger.asked
    await reader.close()


@pytest.mark.parametrize("zone", ["Romance Standard Time", "Europe/Copenhagen"])
async def test_times_in_a_zone_by_windows_name_are_the_moments_that_are_meant(zone: str) -> None:
    reader = GraphCalendars(here=True)
    with Graph(zone=zone) as server:
        server.calendars[ANDERS] = {"m": hour(0)}
        (meeting,) = await read(server, reader)
        assert (meeting.start, meeting.end) == (NOW, NOW + timedelta(hours=1)) and meeting.start.tzinfo is UTC
    await reader.close()


async def test_a_token_that_was_withdrawn_is_renewed_once() -> None:
    reader = GraphCalendars(here=True)
    with Graph() as server:
        server.calendars[ANDERS] = {"m": hour(0)}
        await read(server, reader)
        server.tokens.append("of somebody else")
        assert len(await read(server, reader)) == 1 and len(server.tokens) == 3
    await reader.close()


async def test_a_server_under_load_says_when_to_come_back_and_one_mailbox_is_not_the_server() -> None:
    reader = GraphCalendars(here=True)
    with Graph() as server:
        server.calendars[ANDERS] = {}
        server.instead.append((429, {"Retry-After": "12.4"}, b""))
        assert (await refused(server, reader))["retry_after"] == 12
        server.denied.add(ANDERS)
        denied = await refused(server, reader)
        assert (
            denied["reason"] == Trouble.REFUSED and denied["person"] and denied["said"].startswith("Access is denied")
        )
        server.denied.clear()
        del server.calendars[ANDERS]
        assert (await refused(server, reader))["person"]
        for body in (b"<html>proxy</html>", b"\xff\xfe", b"[]"):
            server.instead.append((200, {}, body))
            assert (await refused(server, reader))["reason"] == Trouble.NOT_UNDERSTOOD
        server.instead.append((500, {}, b""))
        assert (await refused(server, reader))["reason"] == Trouble.SERVER_FAILED
        server.secret = "another"
        fresh = GraphCalendars(here=True)
        wrong = await refused(server, fresh)
        await fresh.close()
        assert wrong["reason"] == Trouble.SIGN_IN_REFUSED
        assert wrong["said"] == "AADSTS7000215: Invalid client secret provided."
    await reader.close()


@pytest.mark.parametrize("rights", ["impersonation", "delegate"])
async def test_a_calendar_on_an_exchange_server_is_read_on_where_an_answer_ended(rights: str) -> None:
    reader = EwsCalendars(here=True)
    with Ews(most=7, rights=rights) as server:
        server.calendars[ANDERS] = {f"m{n:02}": hour(n, subject=f"{n} & <x>") for n in range(30)}
        found = await read(server, reader)
        assert [m.subject for m in found] == [f"{n} & <x>" for n in range(30)] and server.asked == 5
        server.denied.add(ANDERS)
        denied = await refused(server, reader)
        assert denied["reason"] == Trouble.REFUSED and denied["person"]
    await reader.close()


async def test_an_exchange_server_says_what_is_wrong_in_faults_and_answers() -> None:
    reader = EwsCalendars(here=True)
    with Ews() as server:
        assert (await refused(server, reader))["reason"] == Trouble.NOT_FOUND  # no such mailbox
        server.instead.append(busy(9000))
        throttled = await refused(server, reader)
        assert throttled["reason"] == Trouble.BUSY and throttled["retry_after"] == 9
        server.instead.append(busy(int("9" * 4000)))
        assert (await refused(server, reader))["reason"] == Trouble.BUSY
        for status, body, reason in (
            (200, b"<html>sign in</html>", Trouble.NOT_UNDERSTOOD),
            (500, b"", Trouble.SERVER_FAILED),
            (200, b"<!DOCTYPE x []><x/>", Trouble.NOT_UNDERSTOOD),
            (401, b"", Trouble.SIGN_IN_REFUSED),
        ):
            server.instead.append((status, {"WWW-Authenticate": "Digest realm=x, Bearer"}, body))
            told = await refused(server, reader)
            assert told["reason"] == reason, body
        assert told["said"] == "WWW-Authenticate: Digest, Bearer"  # neither Basic nor NTLM is allowed there
    await reader.close()


async def test_where_basic_is_not_allowed_each_connection_signs_in_once_by_ntlm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = EwsCalendars(here=True)
    door = NtlmDoor(monkeypatch, tmp_path, ACCOUNT, PASSWORD)
    with Ews(ntlm=door) as server:
        server.calendars[ANDERS] = {"m": hour(0, subject="Møde")}
        for _ in range(3):
            assert [m.subject for m in await read(server, reader)] == ["Møde"]
        assert door.signed == 1
        for _ in range(2):
            found = await asyncio.gather(*(read(server, reader) for _ in range(8)))
            assert [len(one) for one in found] == [1] * 8 and door.signed <= AT_ONCE
    await reader.close()


async def test_a_connection_that_is_not_used_any_more_is_signed_in_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calendars = CalendarOnDemand(here=True)
    connector = CalendarConnector(calendars)
    door = NtlmDoor(monkeypatch, tmp_path, ACCOUNT, PASSWORD)
    with Ews(ntlm=door) as exchange, Graph() as graph:
        by_ntlm = connection(ConnectionKind.EWS, exchange.settings)
        by_token = connection(ConnectionKind.GRAPH, graph.settings)
        exchange.calendars[ANDERS] = graph.calendars[ANDERS] = {}
        await connector.let_go(by_ntlm)  # nothing has been read yet
        for signed in (1, 2):
            for _ in range(2):
                for one in (by_ntlm, by_token):
                    assert await connector.attempt(one, Trial(to=ANDERS)) == "0"
            assert (door.signed, len(graph.tokens)) == (signed, signed)
            for one in (by_ntlm, by_token):
                await connector.let_go(one)
    await calendars.close()


async def test_a_wrong_password_is_told_after_one_try_by_ntlm_and_what_is_no_challenge_as_such(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = EwsCalendars(here=True)
    with Ews(ntlm=NtlmDoor(monkeypatch, tmp_path, ACCOUNT, "another")) as server:
        told = await refused(server, reader)
        assert (told["reason"], told.get("said", "")) == (Trouble.SIGN_IN_REFUSED, "") and server.refused == 1
        for challenge, reason in (
            ("NTLM Zm9v", Trouble.NOT_UNDERSTOOD),
            ("NTLM %", Trouble.NOT_UNDERSTOOD),
            ("NTLM æøå", Trouble.NOT_UNDERSTOOD),
            ("NTLM", Trouble.SIGN_IN_REFUSED),
        ):
            server.instead += [(401, {"WWW-Authenticate": one}, b"") for one in ("NTLM", challenge)]
            assert (await refused(server, reader))["reason"] == reason, challenge
    await reader.close()


async def test_over_tls_a_sign_in_by_ntlm_is_tied_to_the_servers_certificate(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = tls.for_address(tmp_path / "tls", "127.0.0.1")
    monkeypatch.setenv("SSL_CERT_FILE", shown.certificate)
    certificate = ssl.PEM_cert_to_DER_cert(Path(shown.certificate).read_text())
    for bound, comes_in in ((certificate, True), (b"of another server", False)):
        reader = EwsCalendars(here=True)
        door = NtlmDoor(monkeypatch, tmp_path, ACCOUNT, PASSWORD, bound)
        with Ews(ntlm=door, certificate=(shown.certificate, shown.key)) as server:
            server.calendars[ANDERS] = {"m": hour(0)}
            if comes_in:
                assert len(await read(server, reader)) == 1 and door.signed == 1
            else:
                assert (await refused(server, reader))["reason"] == Trouble.SIGN_IN_REFUSED
        await reader.close()


@pytest.mark.parametrize("reader", [GraphCalendars(here=True), EwsCalendars(here=True)])
async def test_a_server_that_drips_its_answer_for_ever_is_given_up(
    monkeypatch: pytest.MonkeyPatch, reader: GraphCalendars | EwsCalendars
) -> None:
    monkeypatch.setattr(asking, "PATIENCE", 0.3)
    async with answering(OK + b"\r\n", then=b" ") as address, asyncio.timeout(60):
        double = Graph() if isinstance(reader, GraphCalendars) else Ews()
        double.port = int(address.split(":")[2].partition("/")[0])
        assert (await refused(double, reader))["reason"] == Trouble.TIME_OUT
    await reader.close()


async def test_a_pause_until_a_date_is_kept_as_one_of_seconds_is() -> None:
    reader = GraphCalendars(here=True)
    with Graph() as server:
        for told, least, most in (
            (format_datetime(datetime.now(UTC) + timedelta(seconds=300), usegmt=True), 200, 300),
            (format_datetime(datetime.now(UTC) - timedelta(days=1), usegmt=True), 0, 0),
            (format_datetime(datetime.now(UTC) + timedelta(days=9), usegmt=True), 3600, 3600),
        ):
            server.instead.append((503, {"Retry-After": told}, b"<html>"))
            pause = (await refused(server, reader))["retry_after"]
            assert least <= pause <= most, told
        server.instead.append((429, {"Retry-After": "soon"}, b""))
        assert (await refused(server, reader))["retry_after"] is None
    await reader.close()


async def test_a_page_of_a_proxy_says_nothing_about_the_person_who_was_asked_for() -> None:
    reader = GraphCalendars(here=True)
    with Graph() as server:
        for status in (403, 404):
            server.instead.append((status, {"Content-Type": "text/html"}, b"<html>Blocked by policy</html>"))
            told = await refused(server, reader)
            assert "person" not in told and told["reason"] == Trouble.NOT_UNDERSTOOD
    await reader.close()


async def test_a_sign_in_that_is_out_of_order_is_no_wrong_secret() -> None:
    reader = GraphCalendars(here=True)
    with Graph() as server:
        server.sign_in_instead.append((400, {}, b'{"error": "temporarily_unavailable", "error_description": "Later"}'))
        told = await refused(server, reader)
        assert told["reason"] == Trouble.BUSY and told["said"] == "Later"
    await reader.close()


async def test_many_who_learn_at_once_that_their_token_was_withdrawn_renew_it_once() -> None:
    reader = GraphCalendars(here=True)
    with Graph() as server:
        server.calendars[ANDERS] = {"m": hour(0)}
        await read(server, reader)
        server.tokens.append("of somebody else")
        found = await asyncio.gather(*(read(server, reader) for _ in range(8)))
        assert [len(one) for one in found] == [1] * 8 and len(server.tokens) == 3
    await reader.close()


async def test_what_one_mailbox_or_a_busy_exchange_server_lacks_is_told_as_that() -> None:
    reader = EwsCalendars(here=True)
    with Ews() as server:
        server.instead.append(refusal("ErrorMailboxStoreUnavailable", "The database is away."))
        away = await refused(server, reader)
        assert away["reason"] == Trouble.SERVER_FAILED and away["person"]
        for code in ("ErrorExceededConnectionCount", "ErrorTooManyObjectsOpened"):
            server.instead.append(fault(code, "Too much at once."))
            told = await refused(server, reader)
            assert told["reason"] == Trouble.BUSY and "person" not in told
        server.instead.append(fault("ErrorTimeoutExpired", "The request timed out."))
        assert (await refused(server, reader))["reason"] == Trouble.SERVER_FAILED
    await reader.close()


async def test_an_expired_certificate_is_told_as_that(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = tls.for_address(tmp_path / "tls", "127.0.0.1", ended=timedelta(days=1))
    monkeypatch.setenv("SSL_CERT_FILE", shown.certificate)
    for double, reader in ((Graph(), GraphCalendars(here=True)), (Ews(), EwsCalendars(here=True))):
        double.certificate = (shown.certificate, shown.key)
        with double as server:
            assert isinstance(server, Graph | Ews)
            assert (await refused(server, reader))["reason"] == Trouble.CERTIFICATE
        await reader.close()


@pytest.mark.parametrize("status", [301, 302, 307, 308])
async def test_a_redirect_of_microsoft_is_told_and_neither_secret_nor_token_goes_there(status: int) -> None:
    with Graph() as stranger, Graph() as server:
        server.calendars[ANDERS] = {"m": hour(0)}
        where = f"http://localhost:{stranger.port}/firma.example/oauth2/v2.0/token"
        onward = (status, {"Location": where}, b"")
        reader = GraphCalendars(here=True)
        server.sign_in_instead = [onward]
        failed = await refused(server, reader)
        assert (failed["reason"], failed["said"], failed.get("person")) == (
            Trouble.NOT_FOUND,
            f"Location: {where}",
            None,
        )
        server.instead = [onward]
        assert (await refused(server, reader))["said"] == f"Location: {where}"
        assert len(await read(server, reader)) == 1
        assert stranger.asked == 0
        await reader.close()
