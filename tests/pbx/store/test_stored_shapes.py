"""Small values in JSON columns: rows of earlier versions are read as they were meant, others are told."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, time
from pathlib import Path

import pytest

from onepresence_desktop.domain.calls import TraceEntry, TraceKind
from onepresence_desktop.domain.diversion import Destination, DestinationKind, ForwardingDefaults, Reason
from onepresence_desktop.domain.errors import StoreDamaged
from onepresence_desktop.domain.messages import VoicemailOptions
from onepresence_desktop.domain.people import Customer, CustomerId, Opening, User, UserId
from onepresence_desktop.pbx.ports import Store
from onepresence_desktop.pbx.store.sql import SqlStore, url_of

FIRM, ANDERS = CustomerId("firm"), UserId("anders")

FIRST_VERSION = """
UPDATE users SET hours = '{"days":[[{"start":"08:00:00","end":"16:00:00"}],[],[],[],[],[],[]]}';
INSERT INTO forwarding VALUES ('anders', '{"busy":{"kind":"voicemail","number":null},
  "no_reply":{"kind":"number","number":"+4533123456"},"no_reply_seconds":25,
  "unreachable":{"kind":"reception","number":null}}');
INSERT INTO quick_diversions VALUES ('q', 'anders', 0, '{"id":"q","name":"Tandlæge","icon":"tooth","reason":"meeting",
  "destination":{"kind":"voicemail","number":null},"minutes":45,"clock":null,"note":"hos tandlægen",
  "reception_note":""}');
INSERT INTO voicemail_options VALUES ('anders', '{"language":"sv","second_language":null,"deposit":true,
  "reception":false,"max_seconds":90,"keep_days":7}');
INSERT INTO call_records (id, call_id, user_id, direction, number, name, at, duration_ms, cause, device,
  forwarded_by, voicemail, trace, search)
  VALUES ('r', 'c', 'anders', 'missed', '1', 'B', '2026-11-24 10:00:00', 0, 'no_answer', '',
  '',  0, '[{"kind":"rang","number":"1002101","name":"Anders","user_id":"anders","why":"","until":null}]', '');
INSERT INTO diversions (id, user_id, reason, starts_at, ends_at, destination, created_at, note, reception_note, origin,
  preset, title) VALUES ('d', 'anders', 'lunch', '2026-11-24 10:00:00', NULL,
  '{"kind":"number","number":"+4533123456"}', '2026-11-24 10:00:00', '', '', 'manual', NULL, '');
"""
"""Rows as the first version wrote them: no version in the value, the trace a bare list."""


@asynccontextmanager
async def store_after(tmp_path: Path, statements: str) -> AsyncIterator[Store]:
    """A store with one person, in which others have written."""
    import sqlite3

    made = SqlStore(url_of(tmp_path))
    await made.open()
    async with made.unit() as unit:
        await unit.people.put_customer(Customer(FIRM, "100", "Firma", "DK", "Europe/Copenhagen", "da"))
        await unit.people.put_user(User(ANDERS, FIRM, "1002101", "Anders"))
    await made.close()
    with sqlite3.connect(tmp_path / "onepresence.sqlite3") as connection:
        connection.executescript(statements)
    connection.close()
    store = SqlStore(url_of(tmp_path))
    await store.open()
    try:
        yield store
    finally:
        await store.close()


async def test_values_of_the_first_version_are_read_whole(tmp_path: Path) -> None:
    async with store_after(tmp_path, FIRST_VERSION) as store, store.reading() as unit:
        (user,) = await unit.people.users(FIRM)
        assert user.hours.days[0] == (Opening(time(8), time(16)),)
        outside = Destination(DestinationKind.NUMBER, "+4533123456")
        assert await unit.diversions.defaults(FIRM) == {
            ANDERS: ForwardingDefaults(
                Destination(DestinationKind.VOICEMAIL), outside, 25, Destination(DestinationKind.RECEPTION)
            )
        }
        (quick,) = await unit.diversions.quick(ANDERS)
        assert (quick.name, quick.minutes, quick.note, quick.reason) == (
            "Tandlæge", 45, "hos tandlægen", Reason.MEETING
        )  # fmt: skip
        assert await unit.messages.options(FIRM) == {
            ANDERS: VoicemailOptions("sv", None, deposit=True, reception=False, max_seconds=90, keep_days=7)
        }
        (record,) = await unit.history.of(ANDERS)
        assert record.trace == (TraceEntry(TraceKind.RANG, "1002101", "Anders", ANDERS),)
        (diversion,) = await unit.diversions.all(FIRM)
        assert diversion.destination == outside
        assert diversion.starts_at == datetime(2026, 11, 24, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    "value",
    [
        '{"language":"sv","second_language":null,"deposit":true,"reception":false,"max_seconds":90}',
        '{"language":"sv","second_language":null,"deposit":true,"reception":false,"max_seconds":90,"days":7}',
        '{"v":9,"language":"sv"}',
        "not JSON",
    ],
)
async def test_a_field_missing_renamed_or_of_a_newer_version_is_told_never_guessed(tmp_path: Path, value: str) -> None:
    async with store_after(tmp_path, f"INSERT INTO voicemail_options VALUES ('anders', '{value}');") as store:
        async with store.reading() as unit:
            with pytest.raises(StoreDamaged):
                await unit.messages.options(FIRM)


async def test_a_calls_way_of_the_second_version_is_read_without_the_times_of_its_steps(tmp_path: Path) -> None:
    statement = """INSERT INTO call_records (id, call_id, user_id, direction, number, name, at, duration_ms, cause,
      device, forwarded_by, voicemail, trace, search)
      VALUES ('r', 'c', 'anders', 'missed', '1', 'B', '2026-11-24 10:00:00', 0, 'no_answer', '', '',  0,
      '{"entries":[{"kind":"rang","number":"1002101","name":"Anders","user_id":"anders","why":"","until":null}],"v":2}',
      '');"""
    async with store_after(tmp_path, statement) as store, store.reading() as unit:
        (record,) = await unit.history.of(ANDERS)
        assert record.trace == (TraceEntry(TraceKind.RANG, "1002101", "Anders", ANDERS),)
        assert record.trace[0].at is None
