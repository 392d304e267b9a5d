"""How long a mailbox keeps what was heard, and how much it holds (spec 6.2, 6.8)."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from onepresence_desktop.domain.messages import Message, MessageId, MessageKind, Room, VoicemailOptions, heard, overdue
from onepresence_desktop.domain.people import UserId

NOW = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
HEARD = Message(
    MessageId("m"), UserId("u"), MessageKind.VOICEMAIL, "+4533123456", "", NOW - timedelta(days=30), 7.0, read=True
)


def test_a_heard_message_goes_at_its_age_and_not_before() -> None:
    assert overdue(HEARD, VoicemailOptions(keep_days=30), NOW)
    assert not overdue(HEARD, VoicemailOptions(keep_days=31), NOW)
    assert not overdue(HEARD, VoicemailOptions(keep_days=30), NOW - timedelta(seconds=1))


@pytest.mark.parametrize(
    "message",
    [replace(HEARD, kept=True), replace(HEARD, read=False), replace(HEARD, kind=MessageKind.SMS)],
    ids=["kept", "not heard yet", "a text"],
)
def test_what_is_kept_or_new_or_no_voicemail_stays_for_ever(message: Message) -> None:
    assert not overdue(message, VoicemailOptions(keep_days=1), NOW + timedelta(days=1000))


def test_whoever_wants_nothing_deleted_keeps_everything() -> None:
    assert not overdue(HEARD, VoicemailOptions(keep_days=0), NOW + timedelta(days=1000))


@pytest.mark.parametrize(
    ("used", "nearly", "full"), [(0, False, False), (79, False, False), (80, True, False), (95.5, True, True)]
)
def test_the_owner_is_warned_at_four_fifths_and_nothing_is_begun_that_would_not_fit(
    used: float, nearly: bool, full: bool
) -> None:
    assert (Room(used, 100).nearly_full, Room(used, 100).full) == (nearly, full)


def test_a_mailbox_that_was_made_smaller_is_full_and_has_no_room() -> None:
    assert Room(200, 100).left == 0 and Room(200, 100).full and Room(200, 100).share == 2


def test_what_a_program_heard_is_kept_without_what_may_not_stand_in_a_text() -> None:
    assert heard("  Ring   mig\u202e op \r\n\n\x07\n tak \n") == "Ring mig op\ntak"
    assert heard(" \n ") == ""
    assert len(heard("x" * 20_000)) == 10_000
