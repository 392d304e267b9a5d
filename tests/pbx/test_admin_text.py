"""What stands in names moves no cursor of a terminal."""

from __future__ import annotations

from datetime import UTC, datetime

from onepresence_desktop.domain.doctor import Block, Finding, FindingCode, Severity
from onepresence_desktop.pbx.admin_doctor import SENTENCES, exit_code
from onepresence_desktop.pbx.admin_text import described, visible
from onepresence_desktop.wire import commands as wire

AT = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)


def test_control_characters_are_shown_and_line_ends_stay() -> None:
    assert visible("a\x1b[2Jb\x07\u202ec\x9b\n d") == "a\\x1b[2Jb\\x07\\u202ec\\x9b\n d"
    assert visible("Søren Ågård, ø") == "Søren Ågård, ø"


def test_every_finding_has_its_sentence_and_what_is_wrong_says_what_to_do() -> None:
    assert set(SENTENCES) | {FindingCode.UNKNOWN} == set(FindingCode)
    good = {
        "trunk_up",
        "trunk_nat",
        "port_open",
        "certificate_good",
        "port_sound",
        "port_sound_any",
        "disk_good",
        "connection_good",
        "clock_good",
        "transcription_good",
    }
    assert {code.value for code, (_, to_do) in SENTENCES.items() if not to_do} == good


def test_the_doctors_report_says_what_is_wrong_since_when_and_what_to_do() -> None:
    values = {"address": "192.0.2.57", "user": "x", "agent": "", "tries": "41", "until": AT.isoformat()}
    findings = [
        Finding(FindingCode.PHONE_BLOCKED, Severity.ERROR, "192.0.2.57 x", AT, values),
        Finding(FindingCode.DISK_GOOD, Severity.GOOD, "", AT, {"free": str(3 * 1024**3)}),
    ]
    blocks = [Block("192.0.2.57", "x", AT), Block("192.0.2.58", "", AT)]
    tested = wire.TrunkTested(name="one", number="33123456", said="180 Ringing", good=True)
    result = wire.Diagnosed(checked_at=AT, findings=findings, blocks=blocks, unblocked=1, called=tested)
    text = described(result).splitlines()
    assert text[0] == "the service does not run: phones, lines and ports aren't known"
    assert text[1:3] == ["unblocked: 1", "33123456 over one: 180 Ringing"]
    assert text[3].startswith("ERROR   a phone at 192.0.2.57 is blocked for x until")
    assert text[3].endswith("after 41 failures (since 2026-11-24 10:00 UTC)")
    assert text[4] == "        -> correct the password in the phone, then: doctor --unblock 192.0.2.57 x"
    assert text[5:] == [
        "ok      3,072 MiB left on the disk",
        "warning 192.0.2.58 is blocked altogether until 10:00:00 UTC",
    ]
    assert exit_code(result) == 1
    assert exit_code(wire.Diagnosed(checked_at=AT, findings=findings[1:])) == 0
