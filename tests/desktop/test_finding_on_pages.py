"""What is found on the pages with calls and messages: by names without their marks, by numbers in any spelling."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from onepresence_desktop.desktop.calls import rows as calls
from onepresence_desktop.desktop.inbox import rows as inbox
from onepresence_desktop.domain.calls import CallId, CallRecord, Cause, Direction
from onepresence_desktop.domain.messages import Message, MessageId, MessageKind
from onepresence_desktop.domain.people import UserId

AT = datetime(2026, 5, 12, 9, 30, tzinfo=UTC)
SOREN = CallRecord(
    "r1", CallId("c1"), UserId("u1"), Direction.MISSED, "+46701234567", "Søren Ågård", AT, timedelta(), Cause.NO_ANSWER
)
LEFT = Message(MessageId("m1"), UserId("u1"), MessageKind.VOICEMAIL, "+46701234567", "Søren Ågård", AT)


@pytest.mark.parametrize("query", ["soren", "agard soren", "SØREN", "070-123 45 67", "+46 (0)70 123", "004670", ""])
def test_calls_and_messages_are_found_as_colleagues_are(query: str) -> None:
    assert calls.matching([SOREN], calls.Filter.ALL, query) == [SOREN]
    assert inbox.shown([LEFT], inbox.Filter.ALL, query, set()) == [LEFT]


@pytest.mark.parametrize("query", ["hans", "soren holm", "2140", "0709"])
def test_what_nobody_looked_for_is_left_out(query: str) -> None:
    assert calls.matching([SOREN], calls.Filter.ALL, query) == []
    assert inbox.shown([LEFT], inbox.Filter.ALL, query, set()) == []
