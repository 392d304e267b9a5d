"""The bridge from events to Qt signals."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.domain.calls import CallId, CallState
from onepresence_desktop.domain.people import CustomerId, DeviceId, DeviceKind, Role, UserId
from onepresence_desktop.domain.presence import DeviceState, Presence
from onepresence_desktop.wire import views
from onepresence_desktop.wire.calls import CALLS
from onepresence_desktop.wire.diversions import DIVERSIONS
from onepresence_desktop.wire.people import PEOPLE
from onepresence_desktop.wire.slices import Slice
from onepresence_desktop.wire.stream import Event

NOW = datetime.now(UTC)


def presence(n: int, state: Presence = Presence.AVAILABLE) -> views.PresenceView:
    device = views.DeviceView(id=DeviceId(f"d{n}"), kind=DeviceKind.DESK, state=DeviceState.IDLE)
    return views.PresenceView(user_id=UserId(f"u{n}"), presence=state, devices=(device,))


def call(name: str, state: CallState, minutes: int = 0) -> views.CallView:
    return views.CallView(
        id=CallId(name), state=state, outgoing=True, number="1", started_at=NOW + timedelta(minutes=minutes)
    )


def snapshot(at: datetime = NOW) -> views.SnapshotView:
    me = views.MeView(id=UserId("u0"), name="A", local_number="1002100", role=Role.USER, language="da")
    customer = views.CustomerView(id=CustomerId("c"), code="100", name="F", region="DK", time_zone="Europe/Copenhagen")
    return views.SnapshotView(
        event_id="e:0",
        at=at,
        version="0",
        public=views.PublicView(customer=customer, people=[], presence=[presence(0)], groups=[]),
        private=views.PrivateView(
            me=me, diversions=views.DiversionsView(current=[], coming=[]), messages=[], calls=[], history=[]
        ),
    )


@pytest.fixture
def session(qtbot: QtBot) -> Session:
    return Session()


def test_a_burst_of_presence_changes_is_told_once_per_frame(session: Session, qtbot: QtBot) -> None:
    told: list[list[UserId]] = []
    session.presence_changed.connect(told.append)
    with qtbot.waitSignal(session.presence_changed):
        for n in [1, 2, 1, 3]:
            session.take(presence(n, Presence.BUSY), f"e:{n}")
    assert told == [["u1", "u2", "u3"]]
    assert session.mirror.event_id == "e:3"


def test_a_snapshot_resets_and_what_came_before_is_not_told_again(session: Session, qtbot: QtBot) -> None:
    told: list[list[UserId]] = []
    session.presence_changed.connect(told.append)
    session.take(presence(1), "e:1")
    with qtbot.waitSignal(session.reset):
        session.take(snapshot(), "e:2")
    qtbot.wait(40)
    assert told == []
    assert session.mirror.live


def test_countdowns_go_by_the_servers_clock(session: Session) -> None:
    session.take(snapshot(datetime.now(UTC) + timedelta(hours=1)), "e:1")
    assert abs(session.now() - datetime.now(UTC) - timedelta(hours=1)) < timedelta(seconds=1)


def test_the_local_copy_is_shown_but_not_as_live(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.reset):
        session.show_copy(snapshot())
    assert not session.mirror.live
    assert session.mirror.me is not None


@pytest.mark.parametrize(
    ("event", "which"),
    [
        (views.PersonRemoved(id=UserId("u9")), PEOPLE),
        (views.DiversionsView(current=[], coming=[]), DIVERSIONS),
        (call("c", CallState.RINGING), CALLS),
    ],
)
def test_each_slice_has_its_signal(session: Session, qtbot: QtBot, event: Event, which: Slice[Any]) -> None:
    with qtbot.waitSignal(session.changed(which)):
        session.take(event, "e:1")


def test_the_signal_of_a_slice_is_also_an_attribute_by_its_word(session: Session) -> None:
    told: list[object] = []
    session.diversions_changed.connect(told.append)
    changed = views.DiversionsView(current=[], coming=[])
    session.take(changed, "e:1")
    assert told == [changed]


def test_that_somebody_is_gone_is_told_at_once_with_all_that_was_waiting(session: Session) -> None:
    told: list[tuple[str, list[UserId]]] = []
    session.people_changed.connect(lambda keys: told.append(("people", keys)))
    session.presence_changed.connect(lambda keys: told.append(("presence", keys)))
    session.take(presence(1), "e:1")
    session.take(views.PersonRemoved(id=UserId("u9")), "e:2")
    assert told == [("people", ["u9"]), ("presence", ["u1"])]


def test_the_connection_is_told_only_when_it_changes_and_decides_what_is_live(session: Session) -> None:
    told: list[Connection] = []
    session.connection_changed.connect(told.append)
    for _ in range(2):
        session.set_connection(Connection(ConnectionState.LIVE, NOW))
    assert session.mirror.live
    session.set_connection(Connection(ConnectionState.STALE, NOW))
    assert not session.mirror.live
    assert [c.state for c in told] == [ConnectionState.LIVE, ConnectionState.STALE]


def test_what_was_right_until_the_connection_was_lost_is_only_as_old_as_that(session: Session) -> None:
    session.take(snapshot(datetime.now(UTC)), "e:1")
    session.mirror.at = datetime.now(UTC) - timedelta(minutes=8)
    lost = datetime.now(UTC)
    session.set_connection(Connection(ConnectionState.STALE, lost))
    assert session.mirror.at is not None and abs(session.mirror.at - lost) < timedelta(seconds=5)


def test_the_own_call_is_the_one_talked_in(session: Session) -> None:
    assert session.own_call() is None
    session.take(call("ringing", CallState.RINGING), "")
    session.take(call("talking", CallState.CONNECTED, minutes=1), "")
    own = session.own_call()
    assert own is not None and own.id == "talking"


def test_signing_out_forgets_everything(session: Session) -> None:
    session.take(snapshot(), "e:1")
    session.clear()
    assert session.mirror.me is None
    assert session.connection.state is ConnectionState.SIGNED_OUT
