"""What is read off the mirror."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from msgspec import structs

from onepresence_desktop.client import readings
from onepresence_desktop.client.mirror import Mirror
from onepresence_desktop.domain.calls import CallId, CallState
from onepresence_desktop.domain.diversion import VOICEMAIL, DiversionId, Origin, Reason, Why
from onepresence_desktop.domain.messages import Message, MessageId, MessageKind
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.presence import Presence
from onepresence_desktop.wire import views
from onepresence_desktop.wire.parking import ParkedView
from tests.client.samples import ME, NOW, me, presence, snapshot


def mirror() -> Mirror:
    m = Mirror()
    m.apply(snapshot())
    return m


def standing(name: str, reason: Reason) -> views.StandingView:
    return views.StandingView(
        id=DiversionId(name),
        reason=reason,
        starts_at=NOW,
        until=None,
        destination=VOICEMAIL,
        note="",
        reception_note="",
        origin=Origin.MANUAL,
        preset=None,
        why=Why.EFFECTIVE,
    )


def message(name: str, *, read: bool = False) -> Message:
    return Message(MessageId(name), ME, MessageKind.VOICEMAIL, "", "", NOW, seconds=60.0, read=read)


def test_of_several_diversions_one_counts_and_only_do_not_disturb_is_quiet() -> None:
    m = mirror()
    assert readings.effective(Mirror()) is None and readings.effective(m) is None and not readings.quiet(m)
    lunch, door = standing("a", Reason.LUNCH), standing("b", Reason.DO_NOT_DISTURB)
    m.apply(views.DiversionsView(current=[lunch, door], coming=[], counts=DiversionId("a")))
    assert readings.effective(m) == lunch and not readings.quiet(m)
    m.apply(views.DiversionsView(current=[lunch, door], coming=[], counts=DiversionId("b")))
    assert readings.effective(m) == door and readings.quiet(m)


@pytest.mark.parametrize(
    ("starts", "ends", "left"),
    [
        (0, None, 1.0),
        (None, 10, 1.0),
        (0, 10, 1.0),
        (-5, 5, 0.5),
        (-10, 0, 0.0),
        (-10, -5, 0.0),
        (5, 10, 1.0),
        (3, 3, 0),
    ],
)
def test_what_is_left_of_a_diversion_is_a_fraction(starts: Any, ends: Any, left: float) -> None:
    at = [NOW + timedelta(minutes=m) if m is not None else None for m in (starts, ends)]
    assert readings.fraction_left(at[0], at[1], NOW) == left


def test_who_is_not_known_has_an_unknown_presence() -> None:
    m = mirror()
    m.apply(presence(1, Presence.BUSY))
    assert readings.presence_of(m, UserId("u1")) is Presence.BUSY
    assert readings.presence_of(m, UserId("nobody")) is Presence.UNKNOWN
    assert readings.own_presence(m) is Presence.AVAILABLE
    assert readings.own_presence(Mirror()) is Presence.UNKNOWN


def test_of_those_who_stand_in_the_one_who_has_been_free_the_longest_comes_first() -> None:
    state = Mirror()
    shown = snapshot(5)
    people = [structs.replace(person, department="Salg") for person in shown.public.people]
    free = [
        presence(0, Presence.DIVERTED),
        structs.replace(presence(1), since=NOW),
        structs.replace(presence(2), since=NOW - timedelta(minutes=9)),
        structs.replace(presence(3), since=None),
        structs.replace(presence(4), since=NOW),
    ]
    state.apply(structs.replace(shown, public=structs.replace(shown.public, people=people, presence=free)))
    assert readings.stand_ins(state, UserId("u0")) == [UserId(f"u{n}") for n in (2, 1, 4, 3)]


def test_the_own_call_is_the_one_talked_in() -> None:
    m = mirror()
    assert readings.own_call(m) is None
    for name, state in [("ringing", CallState.RINGING), ("talking", CallState.CONNECTED)]:
        m.apply(views.CallView(id=CallId(name), state=state, outgoing=True, number="1", started_at=NOW))
    call = readings.own_call(m)
    assert call is not None and call.id == "talking"


def test_favourites_are_those_still_there_in_their_order() -> None:
    m = mirror()
    assert readings.favourites(Mirror()) == []
    m.apply(structs.replace(me(), favourites=[UserId("u2"), UserId("gone"), UserId("u1")]))
    assert readings.favourites(m) == ["u2", "u1"]


def test_messages_that_are_being_deleted_are_neither_unread_nor_take_room() -> None:
    m = mirror()
    for one in (message("a"), message("b"), message("c", read=True)):
        m.apply(one)
    assert readings.unread(m) == 2
    assert readings.unread(m, besides={MessageId("a")}) == 1
    assert readings.room(m) is None
    m.apply(structs.replace(me(), mailbox_seconds=240.0))
    room, less = readings.room(m), readings.room(m, besides={MessageId("c")})
    assert room is not None and room.left == 60.0
    assert less is not None and less.left == 120.0


@pytest.mark.parametrize(
    ("own", "told", "newer"),
    [
        ("0.9.0", "0.10.0", "0.10.0"),
        ("0.10.0", "0.9.0", ""),
        ("1.2", "1.2", ""),
        ("1.2", "1.2.1", "1.2.1"),
        ("1.2", "", ""),
        ("1.2", "2.0-beta", ""),
    ],
)
def test_a_newer_client_is_one_with_a_higher_version(own: str, told: str, newer: str) -> None:
    m = mirror()
    m.newest_client = told
    assert readings.newer_client(m, own) == newer


def test_who_was_parked_is_in_no_call_of_ones_own_but_in_that_of_who_waits() -> None:
    m = mirror()
    for name in ("k1", "k2"):
        m.apply(
            views.CallView(id=CallId(name), state=CallState.HELD, outgoing=False, number="+4533123456", started_at=NOW)
        )
    place: dict[str, Any] = {"call_id": CallId("k1"), "number": "+4533123456", "name": "", "since": NOW, "until": NOW}
    m.apply(ParkedView(id="701", by=ME, **place))
    assert [call.id for call in readings.own_calls(m)] == ["k2"]
    own = readings.own_call(m)
    assert own is not None and own.id == "k2"
    m.apply(ParkedView(id="701", by=UserId("another"), **place))
    assert [call.id for call in readings.own_calls(m)] == ["k1", "k2"], "one waits there oneself"
