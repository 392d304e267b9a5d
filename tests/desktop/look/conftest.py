"""A dressed application, a small office in the mirror, and actions that note what they were asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.desktop.stored_settings import Settings
from onepresence_desktop.desktop.theme.theme import Choice, Theme
from onepresence_desktop.desktop.widgets import focus_ring
from onepresence_desktop.domain.diversion import (
    VOICEMAIL,
    DiversionId,
    Origin,
    QuickDiversion,
    QuickDiversionId,
    Reason,
    Why,
)
from onepresence_desktop.domain.messages import Message, MessageId, MessageKind
from onepresence_desktop.domain.people import (
    CustomerId,
    DeviceId,
    DeviceKind,
    Opening,
    Role,
    UserId,
    WorkingHours,
)
from onepresence_desktop.domain.presence import DeviceState, Presence
from onepresence_desktop.wire import views
from tests.support.dressing import dress, speak

ME = UserId("u1")


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[Theme]:
    """The application in light colours, speaking English."""
    theme = dress(qapp)
    speak(qapp)
    focus_ring.note_mouse()
    yield theme
    theme.choose(Choice.LIGHT)
    speak(qapp)


def snapshot(
    *,
    diverted: Reason | None = None,
    ends_in: timedelta | None = timedelta(minutes=24),
    presence: Presence = Presence.AVAILABLE,
    demo: bool = False,
    unread: int = 2,
) -> views.SnapshotView:
    """Sofie's office: one person, her phones, three messages, perhaps a diversion begun six minutes ago."""
    now = datetime.now(UTC)
    local = now.astimezone(ZoneInfo("Europe/Copenhagen"))
    begun, ends = ((local + timedelta(hours=hours)).time().replace(second=0, microsecond=0) for hours in (-4, 4))
    every_day = tuple((Opening(begun, ends),) for _ in range(7))
    me = views.MeView(
        id=ME,
        name="Sofie Engdal",
        local_number="1002141",
        role=Role.USER,
        language="da",
        hours=WorkingHours(every_day),
        mobile="+4520123456",
        quick=[
            QuickDiversion(
                QuickDiversionId("q1"), "Customer visit", "reason-visit", Reason.TRAVEL, VOICEMAIL, clock="15:00"
            )
        ],
        devices=[
            views.OwnDeviceView(id=DeviceId("d1"), kind=DeviceKind.DESK, name="Yealink", state=DeviceState.IDLE),
            views.OwnDeviceView(id=DeviceId("d2"), kind=DeviceKind.MOBILE, name="", state=DeviceState.UNKNOWN),
        ],
    )
    current = []
    if diverted is not None:
        current = [
            views.StandingView(
                id=DiversionId("d"),
                reason=diverted,
                starts_at=now - timedelta(minutes=6),
                until=now + ends_in if ends_in is not None else None,
                destination=VOICEMAIL,
                note="",
                reception_note="",
                origin=Origin.MANUAL,
                preset="lunch" if diverted is Reason.LUNCH else None,
                why=Why.EFFECTIVE,
            )
        ]
        presence = Presence.DO_NOT_DISTURB if diverted is Reason.DO_NOT_DISTURB else Presence.DIVERTED
    messages = [
        Message(
            id=MessageId(f"m{i}"),
            user_id=ME,
            kind=MessageKind.VOICEMAIL,
            number="+4533123456",
            name="Nordic Marine",
            at=now,
            read=i >= unread,
        )
        for i in range(3)
    ]
    return views.SnapshotView(
        event_id="e:1",
        at=now,
        version="1",
        public=views.PublicView(
            customer=views.CustomerView(
                id=CustomerId("c"),
                code="100",
                name="Nordhavn",
                region="DK",
                time_zone="Europe/Copenhagen",
                demo=demo,
            ),
            people=[],
            presence=[views.PresenceView(user_id=ME, presence=presence)],
            groups=[],
        ),
        private=views.PrivateView(
            me=me,
            diversions=views.DiversionsView(current=current, coming=[], counts=DiversionId("d") if current else None),
            messages=messages,
            calls=[],
            history=[],
        ),
    )


@pytest.fixture
def office() -> Callable[..., views.SnapshotView]:
    """Makes snapshots of Sofie's office."""
    return snapshot


@pytest.fixture
def session(dressed: Theme) -> Session:
    """Signed in and live."""
    made = Session()
    made.take(snapshot(), "e:1")
    made.set_connection(Connection(ConnectionState.LIVE))
    return made


class NotedActions(Actions):
    """Notes each verb asked for, with its reply; nothing leaves the process."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[str, tuple[Any, ...]]] = []
        self.replies: list[Callable[[Any], None]] = []
        self.blocked_replies: list[Callable[[Any], None]] = []

    def ask(self, name: str, verb: Any, reply: Any) -> None:
        """What a page asks by itself; nobody answers."""

    def divert(self, request: Any, reply: Any = None) -> None:
        self.asked.append(("divert", (request,)))

    def open_phone(self) -> None:
        self.asked.append(("open_phone", ()))

    def change_password(self, current: str, new: str, reply: Any) -> None:
        self.asked.append(("change_password", (current, new)))
        self.replies.append(reply)

    def sessions(self, reply: Any) -> None:
        self.replies.append(reply)

    def end_session(self, session_id: str, reply: Any) -> None:
        self.asked.append(("end_session", (session_id,)))
        self.replies.append(reply)

    def save_voicemail(self, body: Any, reply: Any = None) -> None:
        self.asked.append(("save_voicemail", (body,)))
        self.replies.append(reply)

    def save_forwarding(self, body: Any, reply: Any = None) -> None:
        self.asked.append(("save_forwarding", (body,)))
        self.replies.append(reply)

    def save_exceptions(self, reply: Any = None, **lists: Any) -> None:
        self.asked.append(("save_exceptions", (lists,)))
        self.replies.append(reply)

    def save_number_shown(self, body: Any, reply: Any = None) -> None:
        self.asked.append(("save_number_shown", (body,)))
        self.replies.append(reply)

    def fetch_blocked(self, reply: Any) -> None:
        self.blocked_replies.append(reply)

    def save_blocked(self, body: Any, reply: Any) -> None:
        self.asked.append(("save_blocked", (body,)))
        self.replies.append(reply)

    def remove_quick(self, quick_id: Any) -> None:
        self.asked.append(("remove_quick", (quick_id,)))

    def add_quick(self, body: Any, reply: Any = None) -> None:
        self.asked.append(("add_quick", (body,)))
        self.replies.append(reply)

    def put_quick(self, quick_id: Any, body: Any, reply: Any = None) -> None:
        self.asked.append(("put_quick", (quick_id, body)))
        self.replies.append(reply)

    def save_destination(self, name: str, number: str, reply: Any = None) -> None:
        self.asked.append(("save_destination", (name, number)))
        self.replies.append(reply)

    def remove_destination(self, destination_id: str) -> None:
        self.asked.append(("remove_destination", (destination_id,)))

    def fetch_greeting(self, reply: Any) -> None:
        self.asked.append(("fetch_greeting", ()))
        self.replies.append(reply)


@pytest.fixture
def actions(qapp: QApplication) -> NotedActions:
    """Actions that only note."""
    return NotedActions()


@pytest.fixture
def settings(qapp: QApplication, tmp_path: Any) -> Settings:
    """Settings in a file of the test's own."""
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
