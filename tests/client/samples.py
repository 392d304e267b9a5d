"""Wire views for client tests."""

from __future__ import annotations

from datetime import UTC, datetime

from onepresence_desktop.domain.people import CustomerId, DeviceId, DeviceKind, Role, UserId
from onepresence_desktop.domain.presence import DeviceState, Presence
from onepresence_desktop.wire import views

NOW = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
ME = UserId("u0")


def person(n: int, name: str = "") -> views.PersonView:
    return views.PersonView(id=UserId(f"u{n}"), name=name or f"Person {n}", local_number=f"100{2100 + n}")


def presence(n: int, state: Presence = Presence.AVAILABLE, note: str = "") -> views.PresenceView:
    device = views.DeviceView(id=DeviceId(f"d{n}"), kind=DeviceKind.DESK, state=DeviceState.IDLE)
    return views.PresenceView(user_id=UserId(f"u{n}"), presence=state, devices=(device,), since=NOW, note=note)


def me() -> views.MeView:
    return views.MeView(id=ME, name="Person 0", local_number="1002100", role=Role.USER, language="da")


def snapshot(people: int = 3, event_id: str = "e:0") -> views.SnapshotView:
    return views.SnapshotView(
        event_id=event_id,
        at=NOW,
        version="0",
        public=views.PublicView(
            customer=views.CustomerView(
                id=CustomerId("c"), code="100", name="Firm", region="DK", time_zone="Europe/Copenhagen"
            ),
            people=[person(n) for n in range(people)],
            presence=[presence(n) for n in range(people)],
            groups=[],
        ),
        private=views.PrivateView(
            me=me(), diversions=views.DiversionsView(current=[], coming=[]), messages=[], calls=[], history=[]
        ),
    )
