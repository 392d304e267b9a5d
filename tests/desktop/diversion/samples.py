"""A small company, its diversions, and actions that note what is asked."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.diversion.view import DiversionView
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.domain.diversion import (
    VOICEMAIL,
    DiversionId,
    Origin,
    QuickDiversion,
    QuickDiversionId,
    Reason,
    Why,
)
from onepresence_desktop.domain.people import CustomerId, GroupId, Role, UserId
from onepresence_desktop.domain.preview import PartKind, RoutePart, RoutePreview
from onepresence_desktop.wire import views


class MovedSession(Session):
    """A session whose clock is ahead by `ahead`."""

    ahead = timedelta()

    def now(self) -> datetime:
        return super().now() + self.ahead


def standing(reason: Reason, *, starts: timedelta, why: Why, name: str = "d") -> views.StandingView:
    now = datetime.now(UTC)
    return views.StandingView(
        id=DiversionId(name),
        reason=reason,
        starts_at=now + starts,
        until=now + starts + timedelta(hours=1),
        destination=VOICEMAIL,
        note="",
        reception_note="",
        origin=Origin.MANUAL,
        preset=None,
        why=why,
    )


def snapshot(*current: views.StandingView, coming: list[views.StandingView] | None = None) -> views.SnapshotView:
    return views.SnapshotView(
        event_id="e:1",
        at=datetime.now(UTC),
        version="1",
        public=views.PublicView(
            customer=views.CustomerView(
                id=CustomerId("c"), code="100", name="N", region="DK", time_zone="Europe/Copenhagen"
            ),
            people=[
                views.PersonView(id=UserId("me"), name="Sofie Engdal", local_number="1002141"),
                views.PersonView(id=UserId("mette"), name="Mette Holm", local_number="1002140"),
            ],
            presence=[],
            groups=[views.GroupView(id=GroupId("g"), local_number="1002900", name="Customer service")],
        ),
        private=views.PrivateView(
            me=views.MeView(
                id=UserId("me"),
                name="Sofie Engdal",
                local_number="1002141",
                role=Role.USER,
                language="da",
                mobile="+4520123456",
            ),
            diversions=views.DiversionsView(
                current=list(current), coming=coming or [], counts=current[0].id if current else None
            ),
            messages=[],
            calls=[],
            history=[],
        ),
    )


class NotedActions(Actions):
    """Notes what is asked; answers every preview with `route`."""

    def __init__(self) -> None:
        super().__init__()
        self.route: RoutePreview = RoutePreview((RoutePart(PartKind.VOICEMAIL, "1002141", "Sofie"),))
        self.previewed: list[Any] = []
        self.diverted: list[Any] = []
        self.changed: list[tuple[str, Any]] = []
        self.removed: list[str] = []
        self.quick: list[Any] = []
        self.opened = 0
        self.replies: list[Any] = []

    def preview(self, request: Any, reply: Any) -> None:
        self.previewed.append(request)
        reply(self.route)

    def divert(self, request: Any, reply: Any = None) -> None:
        self.diverted.append(request)
        self.replies.append(reply)

    def change_diversion(self, diversion_id: DiversionId, request: Any, reply: Any = None) -> None:
        self.changed.append((diversion_id, request))
        self.replies.append(reply)

    def remove_diversion(self, diversion_id: DiversionId) -> None:
        self.removed.append(diversion_id)

    def add_quick(self, body: Any, reply: Any = None) -> None:
        self.quick.append(body)
        values = {name: getattr(body, name) for name in body.__struct_fields__}
        reply(QuickDiversion(id=QuickDiversionId("q1"), **values))

    def open_phone(self) -> None:
        self.opened += 1


def settle(view: DiversionView, actions: NotedActions, qtbot: QtBot) -> None:
    """Wait until the route of what is typed now has been asked for."""
    before = len(actions.previewed)
    view._changed()
    qtbot.waitUntil(lambda: len(actions.previewed) > before)
