"""What the services may expect of a store; the same over SQLite and PostgreSQL."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from alembic import command
from sqlalchemy import Connection

from onepresence_desktop.domain.calls import CallId, CallRecord, Cause, Direction, TraceEntry, TraceKind
from onepresence_desktop.domain.diversion import (
    RECEPTION,
    VOICEMAIL,
    Destination,
    DestinationKind,
    Diversion,
    DiversionId,
    ForwardingDefaults,
    Origin,
    QuickDiversion,
    QuickDiversionId,
    Reason,
    SavedDestination,
)
from onepresence_desktop.domain.errors import Conflict, StoreLocked, Unavailable
from onepresence_desktop.domain.messages import (
    CutShort,
    Message,
    MessageId,
    MessageKind,
    MessageWaiting,
    VoicemailOptions,
)
from onepresence_desktop.domain.messaging import Recipient, SentId, SentMessage, StandardMessage, StandardMessageId
from onepresence_desktop.domain.outgoing import Way
from onepresence_desktop.domain.people import (
    Device,
    DeviceId,
    DeviceKind,
    GroupId,
    HuntGroup,
    RingStrategy,
    SoundPath,
    UserId,
)
from onepresence_desktop.domain.phonebook import (
    Contact,
    ContactEmail,
    ContactId,
    ContactNumber,
    EmailKind,
    PhoneKind,
)
from onepresence_desktop.domain.schedule import Schedule, ScheduleId
from onepresence_desktop.pbx.ports import AuditEntry, Credential, Session, SipSecret
from onepresence_desktop.pbx.store.migrations.upgrade import config
from onepresence_desktop.pbx.store.sql import SqlStore
from tests.pbx.store.stores import ANDERS, BERIT, FIRM, NOW, OTHER, STRANGER, opened, seeded, user
from tests.support.postgres import cluster


def diversion(name: str = "d", owner: UserId = ANDERS) -> Diversion:
    zone = ZoneInfo("Europe/Copenhagen")
    return Diversion(
        DiversionId(name),
        owner,
        Reason.MEETING,
        NOW.astimezone(zone),
        NOW + timedelta(hours=1),
        Destination(DestinationKind.NUMBER, "+4533123456"),
        NOW,
        "note",
        "secret",
        Origin.SCHEDULE,
        "lunch",
    )


async def test_people_are_read_as_they_were_put(url: str) -> None:
    async with opened(url) as store:
        await seeded(store)
        async with store.reading() as unit:
            assert [c.code for c in await unit.people.customers()] == ["100", "200"]
            assert await unit.people.users(FIRM) == [user(ANDERS, "1002101"), user(BERIT, "1002102")]
            assert await unit.people.user_by_local_number("2002101") == user(STRANGER, "2002101", OTHER)
            assert await unit.people.user(UserId("nobody")) is None


async def test_a_second_put_replaces(url: str) -> None:
    async with opened(url) as store:
        await seeded(store)
        async with store.unit() as unit:
            await unit.people.put_user(replace(user(ANDERS, "1002101"), closed=True, name="New"))
        async with store.reading() as unit:
            found = await unit.people.user(ANDERS)
            assert found is not None and found.closed and found.name == "New"


async def test_a_local_number_in_use_is_a_conflict_that_names_it_and_changes_nothing(url: str) -> None:
    async with opened(url) as store:
        await seeded(store)
        with pytest.raises(Conflict) as refused:
            async with store.unit() as unit:
                await unit.people.put_user(replace(user(BERIT, "1002102"), name="Changed"))
                await unit.people.put_user(replace(user(UserId("third"), "1002101"), one_number=None))
        assert refused.value.details == {"what": "local_number"}
        async with store.reading() as unit:
            assert len(await unit.people.users(FIRM)) == 2
            assert (await unit.people.user(BERIT)) == user(BERIT, "1002102")


async def test_devices_groups_and_secrets(url: str) -> None:
    device = Device(DeviceId("d1"), FIRM, ANDERS, DeviceKind.DESK, "1002101-a", "Desk", None, SoundPath.DIRECT)
    group = HuntGroup(GroupId("g"), FIRM, "1002100", "Reception", (BERIT, ANDERS), RingStrategy.IN_TURN, True, 12)
    async with opened(url) as store:
        await seeded(store)
        async with store.unit() as unit:
            await unit.people.put_device(device, SipSecret(device.id, "s3cret"))
            await unit.people.put_device(replace(device, name="Renamed"))
            await unit.people.put_group(group)
        async with store.reading() as unit:
            assert await unit.people.devices(FIRM) == [replace(device, name="Renamed")]
            assert [s.password for s in await unit.people.secrets(FIRM)] == ["s3cret"]
            assert await unit.people.groups(FIRM) == [group]
            assert await unit.people.groups(OTHER) == [] and await unit.people.secrets(OTHER) == []
        async with store.unit() as unit:
            await unit.people.remove_device(device.id)
            await unit.people.remove_group(group.id)
        async with store.reading() as unit:
            assert await unit.people.devices(FIRM) == [] and await unit.people.groups(FIRM) == []


async def test_credentials_and_sessions(url: str) -> None:
    session = Session("s", ANDERS, FIRM, b"h" * 32, "laptop", NOW, NOW)
    async with opened(url) as store:
        await seeded(store)
        async with store.unit() as unit:
            await unit.credentials.put_credential(Credential(ANDERS, "hash", True, "activation"))
            await unit.credentials.put_session(session)
            await unit.credentials.touch_session("s", NOW + timedelta(minutes=1))
        async with store.reading() as unit:
            found = await unit.credentials.credential(ANDERS)
            assert found is not None and (found.password_hash, found.must_change, found.activation_hash) == (
                "hash",
                True,
                "activation",
            )
            assert "hash" not in repr(found)
            seen = replace(session, seen_at=NOW + timedelta(minutes=1))
            assert await unit.credentials.session_by_token(b"h" * 32) == seen
            assert await unit.credentials.session_by_token(b"x" * 32) is None
            assert [s.id for s in await unit.credentials.sessions(ANDERS)] == ["s"]
        async with store.unit() as unit:
            await unit.credentials.remove_session("s")
        async with store.reading() as unit:
            assert await unit.credentials.sessions(ANDERS) == []


async def test_failures_and_audit(url: str) -> None:
    async with opened(url) as store:
        await seeded(store)
        async with store.unit() as unit:
            await unit.credentials.put_failures("address 192.0.2.1", 3, NOW)
            await unit.credentials.put_failures("address 192.0.2.1", 4, NOW)
            for action in ("one", "two"):
                await unit.credentials.audit(AuditEntry(NOW, FIRM, "anders", action))
            await unit.credentials.audit(AuditEntry(NOW, None, "cli", "three"))
        async with store.unit() as unit:
            assert await unit.credentials.failures("address 192.0.2.1") == (4, NOW)
            await unit.credentials.clear_failures("address 192.0.2.1")
            assert await unit.credentials.failures("address 192.0.2.1") is None
            assert [e.action for e in await unit.credentials.audit_log(FIRM)] == ["two", "one"]


async def test_diversions_and_what_belongs_to_forwarding(url: str) -> None:
    quick = [
        QuickDiversion(QuickDiversionId(f"q{n}"), f"Q{n}", "pin", Reason.OTHER, RECEPTION, clock="15:00")
        for n in range(2)
    ]
    defaults = ForwardingDefaults(busy=RECEPTION, no_reply=VOICEMAIL, no_reply_seconds=12)
    async with opened(url) as store:
        await seeded(store)
        async with store.unit() as unit:
            await unit.diversions.put(diversion())
            await unit.diversions.put(replace(diversion("e", STRANGER), ends_at=None))
            await unit.diversions.put_defaults(ANDERS, defaults)
            await unit.diversions.put_quick(ANDERS, quick[0], 1)
            await unit.diversions.put_quick(ANDERS, quick[1], 0)
            await unit.diversions.put_destination(ANDERS, SavedDestination("s", "Home", "+4520202020"))
        async with store.reading() as unit:
            (mine,) = await unit.diversions.of(ANDERS)
            assert mine == diversion() and mine.starts_at.utcoffset() == timedelta(0)
            assert [d.id for d in await unit.diversions.all(FIRM)] == ["d"]
            assert (await unit.diversions.all(OTHER))[0].ends_at is None
            assert await unit.diversions.defaults(FIRM) == {ANDERS: defaults}
            assert await unit.diversions.defaults(OTHER) == {}
            assert [q.id for q in await unit.diversions.quick(ANDERS)] == ["q1", "q0"]
            assert await unit.diversions.destinations(ANDERS) == [SavedDestination("s", "Home", "+4520202020")]
        async with store.unit() as unit:
            assert not await unit.diversions.remove_quick(BERIT, QuickDiversionId("q0")), "not hers"
            assert await unit.diversions.remove_quick(ANDERS, QuickDiversionId("q0"))
            assert not await unit.diversions.remove_destination(BERIT, "s")
            assert await unit.diversions.remove_destination(ANDERS, "s")
            await unit.diversions.remove([DiversionId("d"), DiversionId("gone")])
            await unit.diversions.remove([])
        async with store.reading() as unit:
            assert await unit.diversions.of(ANDERS) == []


async def test_messages_newest_first_and_what_waits(url: str) -> None:
    def message(n: int, **more: object) -> Message:
        return replace(
            Message(MessageId(f"m{n}"), ANDERS, MessageKind.VOICEMAIL, "33", "N", NOW + timedelta(minutes=n), 3.5),
            **more,
        )  # type: ignore[arg-type]

    async with opened(url) as store:
        await seeded(store)
        async with store.unit() as unit:
            for m in (message(1), message(2, read=True), message(3, kind=MessageKind.SMS, text="hi")):
                await unit.messages.put(m)
            await unit.messages.put_options(ANDERS, VoicemailOptions("sv", None, False, False, 60))
        async with store.reading() as unit:
            assert [m.id for m in await unit.messages.of(ANDERS)] == ["m3", "m2", "m1"]
            assert await unit.messages.get(MessageId("m1")) == message(1)
            assert await unit.messages.waiting(ANDERS) == MessageWaiting(ANDERS, 1, 1)
            assert await unit.messages.waiting(BERIT) == MessageWaiting(BERIT, 0, 0)
            assert await unit.messages.all_waiting(FIRM) == {ANDERS: MessageWaiting(ANDERS, 1, 1)}
            assert await unit.messages.all_waiting(OTHER) == {}
            assert await unit.messages.ids() == {"m1", "m2"}
            assert await unit.messages.options(FIRM) == {ANDERS: VoicemailOptions("sv", None, False, False, 60)}
            assert [await unit.messages.recorded(user) for user in (ANDERS, BERIT)] == [10.5, 0.0]
            assert [m.id for m in await unit.messages.heard(NOW + timedelta(hours=1))] == ["m2"]
            assert await unit.messages.heard(NOW + timedelta(minutes=2)) == []
        async with store.unit() as unit:
            await unit.messages.put(message(2, read=True, kept=True))
        async with store.reading() as unit:
            assert await unit.messages.heard(NOW + timedelta(hours=1)) == []
        async with store.unit() as unit:
            await unit.messages.remove(MessageId("m1"))
            assert await unit.messages.get(MessageId("m1")) is None


@pytest.mark.parametrize("mark", [None, *CutShort])
async def test_why_a_message_was_cut_short_is_kept(url: str, mark: CutShort | None) -> None:
    message = Message(MessageId("m"), ANDERS, MessageKind.VOICEMAIL, "33", "N", NOW, 3.5, cut_short=mark)
    async with opened(url) as store:
        await seeded(store)
        async with store.unit() as unit:
            await unit.messages.put(message)
        async with store.unit() as unit:
            await unit.messages.put(replace(message, read=True))
    async with opened(url) as store, store.reading() as unit:
        assert await unit.messages.of(ANDERS) == [replace(message, read=True)]


async def test_messages_of_a_store_of_before_are_taken_as_whole(url: str, tmp_path: Path) -> None:
    def first_version(connection: Connection) -> None:
        command.upgrade(config(connection), "0001")

    (tmp_path / "data").mkdir()
    engine = SqlStore(url)._make_engine()
    async with engine.connect() as connection:
        await connection.run_sync(first_version)
        for row in (
            "INSERT INTO customers VALUES ('firm', '100', 'Firm', 'DK', 'Europe/Copenhagen', 'da')",
            "INSERT INTO users (id, customer_id, local_number, name, title, department, role, language, hours, closed)"
            " VALUES ('anders', 'firm', '1002101', 'Anders', '', '', 'user', 'da', '[]', false)",
            "INSERT INTO messages VALUES"
            " ('m', 'anders', 'voicemail', '33', 'N', '2026-11-24 11:00:00+00:00', 3.5, false, true, '')",
        ):
            await connection.exec_driver_sql(row)
        await connection.commit()
    await engine.dispose()
    whole = Message(MessageId("m"), ANDERS, MessageKind.VOICEMAIL, "33", "N", NOW, 3.5, kept=True)
    async with opened(url) as store, store.reading() as unit:
        assert await unit.messages.of(ANDERS) == [whole]


async def test_history_is_paged_backwards(url: str) -> None:
    def record(n: int) -> CallRecord:
        trace = (TraceEntry(TraceKind.DIVERTED, "1002101", "A", ANDERS, "lunch", NOW, NOW),)
        at = NOW + timedelta(minutes=n)
        return CallRecord(
            f"r{n}", CallId("c"), ANDERS, Direction.MISSED, "33", "N", at, timedelta(seconds=1.5), Cause.BUSY, "desk",
            "1002102", True, trace,
        )  # fmt: skip

    async with opened(url) as store:
        await seeded(store)
        async with store.unit() as unit:
            for n in range(5):
                await unit.history.put(record(n))
        async with store.reading() as unit:
            newest = await unit.history.of(ANDERS, most=2)
            assert newest == [record(4), record(3)]
            assert [entry.at for one in newest for entry in one.trace] == [NOW, NOW]
            assert [r.id for r in await unit.history.of(ANDERS, before=record(3).at)] == ["r2", "r1", "r0"]
            assert await unit.history.of(BERIT) == []


async def test_preferences(url: str) -> None:
    async with opened(url) as store:
        await seeded(store)
        async with store.unit() as unit:
            assert await unit.preferences.get(ANDERS, "favourites") is None
            await unit.preferences.put(ANDERS, "favourites", "[1]")
            await unit.preferences.put(ANDERS, "favourites", "[2]")
            assert await unit.preferences.get(ANDERS, "favourites") == "[2]"
            assert await unit.preferences.get(BERIT, "favourites") is None


async def test_schedules_and_holidays(url: str) -> None:
    async with opened(url) as store:
        await seeded(store)
        made = Schedule(
            ScheduleId("s"),
            ANDERS,
            datetime(2026, 3, 23, 13),
            timedelta(minutes=90),
            "Europe/Copenhagen",
            Reason.MEETING,
            Destination(DestinationKind.NUMBER, "+4533123456"),
            NOW,
            rrule="FREQ=WEEKLY;BYDAY=MO",
            title="Møde",
            exdates=(date(2026, 4, 6),),
            skip_holidays=True,
            note="n",
            reception_note="r",
        )
        async with store.unit() as unit:
            await unit.schedules.put(replace(made, title="x"))
            await unit.schedules.put(made)
            await unit.schedules.put(replace(made, id=ScheduleId("o"), user_id=STRANGER))
            await unit.schedules.put_holiday(FIRM, date(2026, 12, 24), "Jul")
            await unit.schedules.put_holiday(FIRM, date(2026, 12, 25), None)
            await unit.schedules.put_holiday(OTHER, date(2026, 12, 31), "Nytår")
        async with store.unit() as unit:
            assert await unit.schedules.all(FIRM) == [made]
            assert await unit.schedules.holidays(FIRM) == {date(2026, 12, 24): "Jul", date(2026, 12, 25): None}
            await unit.schedules.remove(made.id)
            await unit.schedules.remove_holiday(FIRM, date(2026, 12, 24))
            assert await unit.schedules.all(FIRM) == []
            assert await unit.schedules.holidays(FIRM) == {date(2026, 12, 25): None}
            await unit.people.remove_user(STRANGER)
            assert await unit.schedules.all(OTHER) == []


async def test_contacts_of_ones_own_and_of_the_company(url: str) -> None:
    async with opened(url) as store:
        await seeded(store)
        own = Contact(
            ContactId("c"),
            FIRM,
            ANDERS,
            "Karen",
            NOW,
            "Kunde",
            "Chef",
            (ContactNumber("+4533123456", PhoneKind.WORK),),
            (ContactEmail("k@k.example", EmailKind.HOME),),
            "n",
            "u",
            ("BDAY:1970",),
        )
        shared = replace(own, id=ContactId("s"), owner=None)
        async with store.unit(FIRM) as unit:
            await unit.contacts.put([])
            await unit.contacts.put([replace(own, name="x"), shared])
            await unit.contacts.put([own])
        async with store.unit(FIRM) as unit:
            assert sorted(await unit.contacts.all(FIRM), key=lambda c: c.id) == [own, shared]
            assert await unit.contacts.all(OTHER) == []
            await unit.people.remove_user(ANDERS)
            assert await unit.contacts.all(FIRM) == [shared]
            await unit.contacts.remove([shared.id])
            assert await unit.contacts.all(FIRM) == []


async def test_texts_that_were_sent_and_those_kept_for_sending(url: str) -> None:
    async with opened(url) as store:
        await seeded(store)
        to = (Recipient("B", BERIT), Recipient("", None, None, "+4533123456", Way.SMS, "out"))
        sent = SentMessage(SentId("s"), ANDERS, NOW, "Hej", to)
        standard = StandardMessage(StandardMessageId("x"), FIRM, "Ring")
        async with store.unit(FIRM) as unit:
            await unit.messaging.put_sent(sent)
            await unit.messaging.put_sent(replace(sent, id=SentId("old"), at=NOW - timedelta(days=9)))
            await unit.messaging.put_standard(standard)
        async with store.unit(FIRM) as unit:
            assert [s.id for s in await unit.messaging.sent(ANDERS, NOW - timedelta(days=10), 9)] == ["s", "old"]
            assert await unit.messaging.sent(ANDERS, NOW - timedelta(days=1), 9) == [sent]
            assert await unit.messaging.sent(BERIT, NOW - timedelta(days=1), 9) == []
            await unit.messaging.forget_sent(ANDERS, NOW - timedelta(days=1))
            assert await unit.messaging.sent(ANDERS, NOW - timedelta(days=10), 9) == [sent]
            assert await unit.messaging.standard(FIRM) == [standard]
            assert not await unit.messaging.remove_standard(OTHER, standard.id)
            assert await unit.messaging.remove_standard(FIRM, standard.id)
            assert await unit.messaging.standard(FIRM) == []


async def test_a_user_that_is_removed_takes_everything_along(url: str) -> None:
    async with opened(url) as store:
        await seeded(store)
        async with store.unit() as unit:
            await unit.people.put_device(
                Device(DeviceId("d"), FIRM, ANDERS, DeviceKind.DESK, "x"), SipSecret(DeviceId("d"), "p")
            )
            await unit.people.put_group(HuntGroup(GroupId("g"), FIRM, "1002100", "G", (ANDERS, BERIT)))
            await unit.credentials.put_credential(Credential(ANDERS, "h", False))
            await unit.credentials.put_session(Session("s", ANDERS, FIRM, b"h" * 32, "", NOW, NOW))
            await unit.diversions.put(diversion())
            await unit.messages.put(Message(MessageId("m"), ANDERS, MessageKind.VOICEMAIL, "", "", NOW))
            await unit.preferences.put(ANDERS, "k", "v")
            await unit.people.remove_user(ANDERS)
        async with store.reading() as unit:
            assert await unit.people.devices(FIRM) == []
            assert (await unit.people.groups(FIRM))[0].members == (BERIT,)
            assert await unit.credentials.credential(ANDERS) is None
            assert await unit.credentials.session_by_token(b"h" * 32) is None
            assert await unit.diversions.all(FIRM) == [] and await unit.messages.ids() == set()


async def test_a_unit_that_fails_changes_nothing(url: str) -> None:
    async with opened(url) as store:
        await seeded(store)
        with pytest.raises(RuntimeError):
            async with store.unit() as unit:
                await unit.people.remove_user(ANDERS)
                raise RuntimeError
        async with store.reading() as unit:
            assert await unit.people.user(ANDERS) is not None


async def test_a_naive_time_is_refused(url: str) -> None:
    from sqlalchemy.exc import StatementError

    async with opened(url) as store:
        await seeded(store)
        with pytest.raises((StatementError, ValueError)):
            async with store.unit() as unit:
                await unit.credentials.put_failures("k", 1, datetime(2026, 1, 1))


async def test_it_is_there_after_closing_and_opening_and_in_a_backup(url: str, tmp_path: Path) -> None:
    async with opened(url) as store:
        await seeded(store)
        await store.check()
        await store.backup(tmp_path / "copy.sqlite3")
    async with opened(url) as store, store.reading() as unit:
        assert len(await unit.people.users(FIRM)) == 2
    async with opened(f"sqlite:///{tmp_path / 'copy.sqlite3'}") as store, store.reading() as unit:
        assert await unit.people.users(FIRM) == [user(ANDERS, "1002101"), user(BERIT, "1002102")]


async def test_one_process_at_a_time_has_it_open(url: str) -> None:
    async with opened(url):
        other = SqlStore(url)
        with pytest.raises(StoreLocked):
            await other.open()
        await other.close()
    async with opened(url) as store:
        await store.check()


async def test_a_database_server_that_goes_away_is_told_and_one_that_returns_is_used_again() -> None:
    with cluster() as running:
        store = SqlStore(running.database())
        await store.open()
        await seeded(store)
        with pytest.raises(Unavailable):
            async with store.unit() as unit:
                await unit.people.put_user(replace(user(BERIT, "1002102"), name="Half"))
                running.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname LIKE 'test%'")
        async with store.reading() as unit:
            assert await unit.people.user(BERIT) == user(BERIT, "1002102")
        async with store.unit() as unit:
            await unit.people.put_user(replace(user(BERIT, "1002102"), name="Whole"))
        with pytest.raises(StoreLocked):
            await SqlStore(str(store._url)).open()
    with pytest.raises(Unavailable):
        async with store.reading() as unit:
            await unit.people.customers()
    with pytest.raises(Unavailable):
        await store.check()
    await store.close()
