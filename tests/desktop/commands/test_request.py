"""What travels, and how times are written on the command line."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from onepresence_desktop.desktop.commands.request import (
    Reply,
    Request,
    Verb,
    clock,
    line,
    next_time,
    read_reply,
    read_request,
    span,
)


@pytest.mark.parametrize(
    ("text", "minutes"), [("30m", 30), ("1h", 60), ("1h30m", 90), ("90M", 90), ("2d", 2880), (" 1d2h3m ", 1563)]
)
def test_a_length_of_time_is_read(text: str, minutes: int) -> None:
    assert span(text) == timedelta(minutes=minutes)


@pytest.mark.parametrize("text", ["", "0m", "30", "m", "30s", "-5m", "1.5h", "30m1h", "٣m"])
def test_what_is_no_length_of_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="length of time"):
        span(text)


@pytest.mark.parametrize("text", ["24:00", "12:60", "12", "", "12:3", "noon", "12:30:00", "-1:00"])
def test_what_is_no_time_of_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="time of day"):
        clock(text)


def test_a_time_of_day_that_is_past_means_tomorrow(monkeypatch: pytest.MonkeyPatch) -> None:
    now = datetime(2026, 7, 23, 12, 30, tzinfo=UTC).astimezone()
    later, earlier = (now + timedelta(hours=1)).strftime("%H:%M"), (now - timedelta(hours=1)).strftime("%H:%M")
    assert next_time(later, now) == now + timedelta(hours=1)
    assert next_time(earlier, now) == now + timedelta(hours=23)
    assert next_time(now.strftime("%H:%M"), now) == now + timedelta(days=1)


def test_requests_and_replies_travel_in_one_line() -> None:
    request = Request(Verb.DIVERT, subject="lunch\nbreak æ", seconds=1800)
    assert line(request).count(b"\n") == 1
    assert read_request(line(request)) == request
    reply = Reply(1, reason="Nej\n")
    assert read_reply(line(reply)) == reply


@pytest.mark.parametrize(
    "raw",
    [b"", b"{", b"[]", b'{"verb":"dance"}', b'{"verb":"call","more":1}', b"\xff\xfe", b'{"verb":"call","json":3}'],
)
def test_anything_else_is_no_request(raw: bytes) -> None:
    with pytest.raises(ValueError):
        read_request(raw)
