"""How an Exchange server is asked by the library: seldom, only where it is, within bounds, without a trace (5.1)."""

from __future__ import annotations

import asyncio
import gzip
import json
import logging
import socket
import subprocess
import sys
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from onepresence_desktop.domain.connections import ConnectionKind, Trouble
from onepresence_desktop.domain.errors import ConnectionFailed
from onepresence_desktop.domain.meetings import Busy
from onepresence_desktop.pbx.calendars.ews import MOST_BYTES, EwsCalendars
from tests.pbx.calendars.test_microsoft import ANDERS, NOW, connection, hour, read, refused, told
from tests.pbx.calendars.test_places import OK, answering
from tests.support.ews import ACCOUNT, PASSWORD, Ews, fault, found
from tests.support.ntlm import NtlmDoor
from tests.support.waiting import eventually


@asynccontextmanager
async def reading(*, here: bool = True) -> AsyncIterator[EwsCalendars]:
    reader = EwsCalendars(here=here)
    try:
        yield reader
    finally:
        await reader.close()


def threads() -> list[threading.Thread]:
    return [one for one in threading.enumerate() if one.name.startswith("exchange")]


def at(address: str) -> Ews:
    """Settings of a server there."""
    return Ews(port=int(address.split(":")[2].partition("/")[0]))


def entry(more: str, key: str = "m") -> str:
    return (
        f"<t:CalendarItem><t:ItemId Id='{key}'/><t:Start>2026-11-24T10:00:00Z</t:Start>"
        f"<t:End>2026-11-24T11:00:00Z</t:End>{more}</t:CalendarItem>"
    )


def entries(*inner: str) -> tuple[int, dict[str, str], bytes]:
    return found(f"<m:RootFolder TotalItemsInView='9'><t:Items>{''.join(inner)}</t:Items></m:RootFolder>")


async def test_a_look_at_a_calendar_is_one_request_from_the_first_on() -> None:
    with Ews() as server:
        server.calendars[ANDERS] = {"m": hour(0)}
        async with reading() as reader:
            for looks in range(1, 4):
                assert len(await read(server, reader)) == 1 and server.asked == looks


async def test_by_ntlm_only_the_first_look_costs_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ews(ntlm=NtlmDoor(monkeypatch, tmp_path, ACCOUNT, PASSWORD)) as server:
        server.calendars[ANDERS] = {"m": hour(0)}
        async with reading() as reader:
            await read(server, reader)
            first = server.asked
            assert first <= 4  # refused by Basic; then the two that sign in, and the answer
            await read(server, reader)
            assert server.asked == first + 1


async def test_a_server_of_2010_is_asked_in_its_own_words_and_remembered() -> None:
    with Ews(speaks=r"Exchange2010(_SP[12])?") as server:
        server.calendars[ANDERS] = {"m": hour(0)}
        async with reading() as reader:
            assert len(await read(server, reader)) == 1 and server.asked == 2
            assert len(await read(server, reader)) == 1 and server.asked == 3
            server.instead = [fault("ErrorInvalidServerVersion", "Not that one either.")]
            assert (await refused(server, reader))["said"] == "Not that one either."


async def test_all_that_an_entry_can_say_of_somebody_is_understood() -> None:
    words = {"Free": Busy.FREE, "Tentative": Busy.TENTATIVE, "Busy": Busy.BUSY, "OOF": Busy.OUT_OF_OFFICE}
    words |= {"WorkingElsewhere": Busy.ELSEWHERE, "NoData": Busy.BUSY, "Dreaming": Busy.BUSY}
    with Ews() as server:
        status = "<t:LegacyFreeBusyStatus>{}</t:LegacyFreeBusyStatus>"
        server.instead = [entries(*(entry(status.format(word), key=word) for word in words))]
        async with reading() as reader:
            assert {one.key: one.busy for one in await read(server, reader)} == words
            private = "<t:Subject>Læge</t:Subject><t:Sensitivity>{}</t:Sensitivity>"
            server.instead = [entries(*(entry(private.format(one), one) for one in ("Normal", "Personal", "Private")))]
            shown = {one.key: (one.subject, one.private) for one in await read(server, reader)}
            assert shown == {"Normal": ("Læge", False), "Personal": ("", True), "Private": ("", True)}


@pytest.mark.parametrize("time", ["2026-11-24T11:00:00+01:00", "2026-11-24T10:00:00", "2026-11-24T10:00:00.000Z"])
async def test_a_time_with_a_zone_or_without_one_is_the_moment_that_is_meant(time: str) -> None:
    with Ews() as server:
        server.instead = [entries(entry("").replace("2026-11-24T10:00:00Z", time))]
        async with reading() as reader:
            (one,) = await read(server, reader)
            assert one.start == NOW


async def test_a_letter_that_is_no_xml_loses_no_entry_and_half_an_answer_is_none() -> None:
    odd = entries(entry("<t:Subject>Bud&#x5;get</t:Subject>"), entry("", key="n"))
    with Ews() as server:
        async with reading() as reader:
            server.instead = [odd]
            assert [one.key for one in await read(server, reader)] == ["m", "n"]
            server.instead = [(200, odd[1], odd[2][: odd[2].index(b"</t:Items>")])]
            assert (await refused(server, reader))["reason"] == Trouble.NOT_UNDERSTOOD


async def test_what_one_entry_says_wrongly_is_told_apart_from_what_is_gone() -> None:
    late = entry("", key="x").replace("2026-11-24T11:00:00Z", "0001-01-01T00:00:00+14:00")
    with Ews() as server:
        server.instead = [entries(entry(""), late, entry("", key="y").replace("2026-11-24T10:00:00Z", "soon"))]
        async with reading() as reader:
            known = await told(server, reader)
    assert [one.key for one in known.meetings] == ["m"] and known.unread == {"x", "y"}


async def test_an_answer_without_an_end_or_packed_too_well_is_given_up() -> None:
    async with reading() as reader:
        head = OK + b"Content-Type: text/xml\r\n\r\n"
        async with answering(head, then=b" " * 65536) as address:
            assert (await refused(at(address), reader))["reason"] == Trouble.TOO_LARGE
        packed = gzip.compress(b" " * 40 * MOST_BYTES, 9)
        async with answering(OK + b"Content-Encoding: gzip\r\n\r\n" + packed) as address:
            assert (await refused(at(address), reader))["reason"] == Trouble.TOO_LARGE
        async with answering(OK + b"Content-Encoding: br\r\n\r\n" + packed) as address:
            assert (await refused(at(address), reader))["reason"] == Trouble.NOT_UNDERSTOOD


async def test_more_entries_than_exchange_gives_are_not_read() -> None:
    with Ews() as server:
        async with reading() as reader:
            for many, well in ((1000, True), (1001, False)):
                server.instead = [entries(*(entry("", key=f"{n}") for n in range(many)))]
                if well:
                    assert len(await read(server, reader)) == many
                else:
                    failed = await refused(server, reader)
                    assert failed["reason"] == Trouble.TOO_LARGE and failed["person"]


async def test_a_redirect_is_told_and_the_password_goes_nowhere_else() -> None:
    with Ews() as stranger, Ews() as server:
        async with reading() as reader:
            for status in (301, 302, 307, 308):
                where = str(stranger.settings["ews_url"])  # type: ignore[attr-defined]
                server.instead = [(status, {"Location": where}, b"")]
                failed = await refused(server, reader)
                assert (failed["reason"], failed["said"]) == (Trouble.NOT_FOUND, f"Location: {where}")
            server.instead = [(302, {"Location": "/EWS/GenericErrorPage.htm?aspxerrorpath=/EWS/Exchange.asmx"}, b"")]
            assert (await refused(server, reader))["reason"] == Trouble.SERVER_FAILED
        assert stranger.asked == 0


async def test_a_server_on_the_services_own_machine_is_not_asked() -> None:
    with Ews() as server:
        async with reading(here=False) as reader:
            assert (await refused(server, reader))["reason"] == Trouble.NOT_ALLOWED
        assert server.asked == 0


async def test_proxies_and_passwords_of_the_surroundings_are_not_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login stranger password x\n")
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    with Ews() as server:
        server.calendars[ANDERS] = {"m": hour(0)}
        async with reading() as reader:
            assert len(await read(server, reader)) == 1


@dataclass
class AnyLetters(Ews):
    """password: told in letters that a header's own alphabet lacks."""

    password: str = "pæßword €Ω"

    @property
    def settings(self) -> dict[str, Any]:
        return {**super().settings, "password": self.password}


async def test_a_password_may_have_any_letters() -> None:
    with AnyLetters() as server:
        server.calendars[ANDERS] = {"m": hour(0)}
        async with reading() as reader:
            assert len(await read(server, reader)) == 1


@pytest.mark.parametrize(
    "mailbox", ["anders", "æ@firma.example", "a\r\nX: y@firma.example", "x" * 300 + "@firma.example"]
)
async def test_an_address_that_exchange_cannot_know_is_that_persons_trouble(mailbox: str) -> None:
    with Ews() as server:
        async with reading() as reader:
            known = connection(ConnectionKind.EWS, server.settings)  # type: ignore[attr-defined]
            with pytest.raises(ConnectionFailed) as failed:
                await reader.meetings(known, mailbox, NOW, NOW, NOW.tzinfo)  # type: ignore[arg-type]
        server.wrong.clear()  # what is no address is against the schema, too
    assert failed.value.details["reason"] in (Trouble.NOT_FOUND, Trouble.NOT_UNDERSTOOD)


async def test_a_connection_that_the_server_let_go_is_made_anew_without_a_word() -> None:
    with Ews() as server:
        server.calendars[ANDERS] = {"m": hour(0)}
        async with reading() as reader:
            await read(server, reader)
            for one in list(server._open):
                one.shutdown(socket.SHUT_RDWR)
            await eventually(lambda: not server._open)
            assert len(await read(server, reader)) == 1


async def test_who_waits_for_a_silent_server_is_sent_away_when_the_service_stops() -> None:
    before = set(threads())
    async with answering(b"", then=b"") as _, silent() as (address, taken):
        reader = EwsCalendars(here=True)
        waiting = [asyncio.create_task(refused(at(address), reader)) for _ in range(4)]
        await eventually(lambda: len(taken) == 4)
        await reader.close()
        assert {one["reason"] for one in await asyncio.gather(*waiting)} == {Trouble.UNREACHABLE}
        await eventually(lambda: not set(threads()) - before)


async def test_a_look_that_is_cancelled_leaves_no_thread_waiting() -> None:
    async with silent() as (address, taken), reading() as reader:
        waiting = asyncio.create_task(refused(at(address), reader))
        await eventually(lambda: len(taken) == 1)
        waiting.cancel()
        await asyncio.wait([waiting])
        await eventually(lambda: taken[0].at_eof())  # the connection is closed on our side


@asynccontextmanager
async def silent() -> AsyncIterator[tuple[str, list[asyncio.StreamReader]]]:
    """Takes connections and says nothing."""
    taken: list[asyncio.StreamReader] = []
    writers: list[asyncio.StreamWriter] = []

    async def take(asked: asyncio.StreamReader, answers: asyncio.StreamWriter) -> None:
        taken.append(asked)
        writers.append(answers)
        while await asked.read(65536):
            pass

    server = await asyncio.start_server(take, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/EWS/Exchange.asmx", taken
    finally:
        for one in writers:
            one.close()
        server.close()


@dataclass
class Kept(logging.Handler):
    """All that is written down, at any level."""

    lines: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(logging.NOTSET)

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())

    __hash__ = object.__hash__


async def test_nothing_of_what_is_asked_and_answered_is_written_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, root = Kept(), logging.getLogger()
    level = root.level
    root.addHandler(kept)
    root.setLevel(logging.DEBUG)
    try:
        for door in (None, NtlmDoor(monkeypatch, tmp_path, ACCOUNT, PASSWORD)):
            with Ews(ntlm=door) as server:
                server.calendars[ANDERS] = {"m": hour(0, subject="Hemmeligt")}
                async with reading() as reader:
                    assert len(await read(server, reader)) == 1
                    server.instead = [fault("ErrorSchemaValidation", "Hemmeligt"), (503, {}, b"Hemmeligt")] * 2
                    await refused(server, reader)
                    await refused(server, reader)
    finally:
        root.removeHandler(kept)
        root.setLevel(level)
    told = "\n".join(kept.lines)
    for secret in (PASSWORD, ANDERS, "Hemmeligt", ACCOUNT.partition("\\")[2], "Authorization", "NTLM"):
        assert secret not in told, secret


ALONE = """
import asyncio, json, sys, tempfile, warnings
from datetime import UTC, datetime
from onepresence_desktop.domain.connections import Connection, ConnectionId, ConnectionKind
from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.pbx.calendars.company import CompanyCalendars

async def look():
    calendars = CompanyCalendars(here=True)
    before = "exchangelib" in sys.modules
    known = Connection(ConnectionId("c"), CustomerId("f"), "K", ConnectionKind.EWS, json.loads(sys.argv[1]))
    now = datetime(2026, 11, 24, tzinfo=UTC)
    found = await calendars.meetings_over(known, [sys.argv[2]], now, now, UTC)
    assert not found[sys.argv[2]].meetings
    await calendars.close()
    unused = [one for one in ("exchangelib.autodiscover", "pygments.lexers.html", "shelve") if one in sys.modules]
    print(json.dumps([before, "exchangelib" in sys.modules, unused]))

asyncio.run(look())
"""


def test_the_library_is_read_in_when_a_server_is_asked_and_keeps_no_files(tmp_path: Path) -> None:
    with Ews() as server:
        server.calendars[ANDERS] = {}
        settings = json.dumps(server.settings)  # type: ignore[attr-defined]
        done = subprocess.run(
            [sys.executable, "-W", "error::RuntimeWarning", "-c", ALONE, settings, ANDERS],
            capture_output=True,
            text=True,
            timeout=120,
            env={
                "PATH": "",
                "PYTHONPATH": str(Path(__file__).parents[3]),
                "TMPDIR": str(tmp_path),
                "HOME": str(tmp_path),
            },
        )
    assert done.returncode == 0 and not done.stderr, done.stderr
    assert json.loads(done.stdout) == [False, True, []]
    assert not list(tmp_path.iterdir())
