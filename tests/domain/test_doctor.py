"""What the doctor finds in what was seen, as tables (spec 12.4e)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from onepresence_desktop.domain.connections import Trouble
from onepresence_desktop.domain.doctor import (
    DISK_FULL,
    DISK_LOW,
    Evidence,
    FailedSource,
    Failure,
    FindingCode,
    LineSeen,
    PortSeen,
    Severity,
    SoundPorts,
    examine,
)
from onepresence_desktop.domain.group_cover import GroupSeen
from onepresence_desktop.domain.helpers_seen import CalendarSeen, ConnectionSeen, TranscriptionSeen
from onepresence_desktop.domain.lasting import lasting

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)


def ago(**span: float) -> datetime:
    return NOW - timedelta(**span)


SOURCE = FailedSource("192.0.2.57", "sofie", "Snom D735", Failure.WRONG_PASSWORD, 4, ago(minutes=10), ago(minutes=1))


@pytest.mark.parametrize(
    ("evidence", "found"),
    [
        (Evidence(), []),
        (Evidence(sources=(SOURCE,)), [("phone_wrong_password", "error")]),
        (Evidence(sources=(replace(SOURCE, last=ago(hours=3)),)), [("phone_wrong_password", "warning")]),
        (Evidence(sources=(replace(SOURCE, blocked_until=NOW + timedelta(minutes=1)),)), [("phone_blocked", "error")]),
        (Evidence(sources=(replace(SOURCE, blocked_until=ago(hours=1)),)), [("phone_wrong_password", "error")]),
        (Evidence(sources=(replace(SOURCE, failure=Failure.BLOCKED),)), [("phone_wrong_password", "error")]),
        (Evidence(sources=(replace(SOURCE, failure=Failure.UNKNOWN_USER),)), [("phone_unknown_user", "warning")]),
        (Evidence(sources=(replace(SOURCE, failure=Failure.STRANGER),)), [("phone_stranger", "warning")]),
        (Evidence(sources=(replace(SOURCE, failure=Failure.IN_CLEAR),)), [("phone_in_clear", "warning")]),
        (Evidence(lines=(LineSeen("one", False, "403 Account closed", NOW),)), [("trunk_down", "error")]),
        (Evidence(lines=(LineSeen("one", True, "", NOW, "a:5060", "a:5060"),)), [("trunk_up", "good")]),
        (
            Evidence(lines=(LineSeen("one", True, "", NOW, "10.0.0.1:5060", "198.51.100.7:41000"),)),
            [("trunk_up", "good"), ("trunk_nat", "good")],
        ),
        (
            Evidence(lines=(LineSeen("one", True, "", NOW, "a:5060", "b:41000", "b:5060"),)),
            [("trunk_up", "good"), ("trunk_nat", "good")],
        ),
        (
            Evidence(lines=(LineSeen("one", True, "", NOW, "a:5060", "b:41000", "c:5060"),)),
            [("trunk_address_other", "warning"), ("trunk_up", "good"), ("trunk_nat", "good")],
        ),
        (Evidence(ports=(PortSeen("udp", "0.0.0.0:5060", True),)), [("port_open", "good")]),
        (Evidence(groups=(GroupSeen("Salg", True, False),)), []),
        (
            Evidence(groups=(GroupSeen("Salg", True, True, NOW),)),
            [("group_logged_out", "warning"), ("group_rota_gap", "warning")],
        ),
        (
            Evidence(groups=(GroupSeen("Salg", False, True, NOW),)),
            [("group_logged_out", "error"), ("group_rota_gap", "error")],
        ),
        (Evidence(groups=(GroupSeen("Salg", False, False, NOW + timedelta(days=8)),)), [("group_rota_gap", "warning")]),
        (Evidence(sound=SoundPorts(0, 0, 4, 0, False)), [("port_sound_any", "good")]),
        (Evidence(sound=SoundPorts(16384, 17383, 4, 500, False)), [("port_sound", "good")]),
        (Evidence(sound=SoundPorts(16384, 17383, 495, 500, True)), [("port_sound_full", "error")]),
        (Evidence(ports=(PortSeen("udp", "127.0.0.1:5060", True, local=True),)), [("port_local", "warning")]),
        (Evidence(ports=(PortSeen("tcp", "0.0.0.0:5060", False),)), [("port_closed", "error")]),
        (Evidence(connections=(ConnectionSeen("Mail", "smtp", True),)), [("connection_good", "good")]),
        (
            Evidence(connections=(ConnectionSeen("Mail", "smtp", False, Trouble.TIME_OUT, "", ago(hours=1)),)),
            [("connection_failed", "error")],
        ),
        (Evidence(connections=(ConnectionSeen("Mail", "smtp", False),)), [("connection_failed", "error")]),
        (
            Evidence(connections=(ConnectionSeen("365", "graph", True, unread=("Anders", "Mette")),)),
            [("connection_partly", "warning")],
        ),
        (Evidence(certificate_until=NOW + timedelta(days=90)), [("certificate_good", "good")]),
        (Evidence(certificate_until=NOW + timedelta(days=9)), [("certificate_soon", "warning")]),
        (Evidence(certificate_until=ago(days=1)), [("certificate_expired", "error")]),
        (Evidence(disk_free=DISK_LOW), [("disk_good", "good")]),
        (Evidence(disk_free=DISK_LOW - 1), [("disk_low", "warning")]),
        (Evidence(disk_free=DISK_FULL - 1), [("disk_full", "error")]),
        (Evidence(read_only=True), [("store_read_only", "error")]),
        (Evidence(waiting=2), [("spool_waiting", "error")]),
        (Evidence(aside=1, undeliverable=3), [("spool_aside", "warning"), ("mail_failed", "warning")]),
        (Evidence(clock_off=timedelta(seconds=2)), [("clock_good", "good")]),
        (Evidence(clock_off=timedelta(seconds=-90)), [("clock_off", "error")]),
    ],
)
def test_each_thing_seen_has_its_finding(evidence: Evidence, found: list[tuple[str, str]]) -> None:
    assert [(one.code.value, one.severity.value) for one in examine(evidence, NOW)] == found


def test_the_worst_comes_first_and_of_those_what_began_first() -> None:
    lines = (LineSeen("good", True, "", ago(days=9)), LineSeen("new", False, "no answer", ago(minutes=1)))
    found = examine(Evidence(lines=lines, sources=(SOURCE,), disk_free=DISK_LOW - 1), NOW)
    assert [one.code.value for one in found] == ["phone_wrong_password", "trunk_down", "disk_low", "trunk_up"]


def test_what_is_wrong_for_five_minutes_lasts_and_warnings_never_do() -> None:
    lines = (LineSeen("old", False, "no answer", ago(minutes=5)), LineSeen("new", False, "no answer", ago(minutes=4)))
    found = examine(Evidence(lines=lines, disk_free=DISK_LOW - 1), ago(hours=1))
    assert [one.about for one in lasting(found, NOW)] == ["old"]
    assert all(one.severity is Severity.ERROR for one in lasting(found, NOW + timedelta(days=1)))


def test_what_keeps_nothing_is_told_at_once_and_a_spool_that_waits_after_a_minute() -> None:
    found = examine(Evidence(disk_free=0, read_only=True, waiting=1), NOW)
    assert {one.code.value for one in lasting(found, NOW)} == {"disk_full", "store_read_only"}
    assert len(lasting(found, NOW + timedelta(minutes=1))) == 3


def test_a_finding_that_was_there_before_keeps_its_beginning() -> None:
    full = Evidence(disk_free=0)
    (first,) = examine(full, NOW)
    later = NOW + timedelta(minutes=6)
    (again,) = examine(full, later, {(FindingCode.DISK_FULL, ""): first.since})
    assert again.since == NOW and lasting([again], later) == (again,)
    (anew,) = examine(full, later, {(FindingCode.DISK_LOW, ""): first.since})
    assert anew.since == later


def test_own_calendars_that_cannot_be_read_are_one_finding_for_each_reason_with_their_owners_names() -> None:
    unread = [CalendarSeen(name, Trouble.NOT_UNDERSTOOD) for name in ("Mette", "Anders")]
    karens = CalendarSeen("Karen", Trouble.TIME_OUT, "dav.example.com")
    found = examine(Evidence(calendars=(*unread, karens)), NOW)
    assert [(one.code, one.severity) for one in found] == [(FindingCode.CALENDAR_UNREAD, Severity.WARNING)] * 2
    assert [(one.values["reason"], one.values["count"], one.values["people"]) for one in found] == [
        ("not_understood", "2", "Anders, Mette"),
        ("time_out", "1", "Karen (dav.example.com)"),
    ]


FAILS = TranscriptionSeen("whisper", failed=1, since=ago(minutes=9), why="exit 3")


@pytest.mark.parametrize(
    ("seen", "code", "severity"),
    [
        (TranscriptionSeen("whisper"), FindingCode.TRANSCRIPTION_GOOD, Severity.GOOD),
        (TranscriptionSeen("whisper", missing=True), FindingCode.TRANSCRIPTION_MISSING, Severity.ERROR),
        (
            TranscriptionSeen("w", failed=1, since=ago(minutes=9), why="exit 3"),
            FindingCode.TRANSCRIPTION_FAILED,
            Severity.WARNING,
        ),
        (
            TranscriptionSeen("w", failed=3, since=ago(minutes=9), why="exit 3"),
            FindingCode.TRANSCRIPTION_FAILED,
            Severity.ERROR,
        ),
        (
            TranscriptionSeen("w", failed=2, since=ago(minutes=9), why="time_out"),
            FindingCode.TRANSCRIPTION_SLOW,
            Severity.WARNING,
        ),
    ],
)
def test_a_program_that_writes_voicemail_out_is_told_of(
    seen: TranscriptionSeen, code: FindingCode, severity: Severity
) -> None:
    (one,) = examine(Evidence(transcription=seen), NOW)
    assert (one.code, one.severity, one.since) == (code, severity, seen.since or NOW)
    assert one.values == {"program": seen.program, "count": str(seen.failed), "said": seen.why}
