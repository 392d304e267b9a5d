"""The reception's page, by keyboard and mouse (spec chapter 11; design, 7.13)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest
from msgspec import structs
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.client import readings
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.reception.cases import Kind, proposals
from onepresence_desktop.desktop.reception.people import ROW_ROLE
from onepresence_desktop.desktop.reception.view import ReceptionView
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.desktop.watches import Watches
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.domain.calls import CallId, CallState
from onepresence_desktop.domain.errors import Conflict, OnePresenceError
from onepresence_desktop.domain.people import GroupId, Role, UserId
from onepresence_desktop.domain.presence import Presence
from onepresence_desktop.domain.reception import DeskState, QueueState
from onepresence_desktop.wire import views
from onepresence_desktop.wire.calls import CallView
from onepresence_desktop.wire.parking import ParkedView
from onepresence_desktop.wire.reception import AttendantView, QueuedCallView, ReceptionDayView
from tests.client.samples import ME, NOW, snapshot
from tests.support.dressing import dress, speak

Key, Mod = Qt.Key, Qt.KeyboardModifier
OTHER, WANTED, DEPUTY = UserId("bodil"), UserId("kasper"), UserId("astrid")


class Service(Actions):
    """Remembers what it was asked, and refuses where told so."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[Any, ...]] = []
        self.refuse: OnePresenceError | None = None
        self.announced = CallId("made")

    def ask(self, name: str, verb: Callable[[Any], Awaitable[Any]], reply: Callable[[Any], None]) -> None:
        try:
            verb(self).__await__().send(None)
        except StopIteration:
            reply(self.refuse)

    def __getattribute__(self, name: str) -> Any:
        if name in ("hold", "resume", "hang_up", "join"):
            return lambda *given: self.asked.append((name, *given))
        if name in VERBS:

            async def verb(*given: Any, **named: Any) -> CallId | None:
                self.asked.append((name, *given, *named.values()))
                return self.announced if name == "announce" else None

            return verb
        return super().__getattribute__(name)


VERBS = {"answer_queued", "hand_on", "announce", "park", "at_desk", "divert_colleague", "open_colleagues_phone"}


def waits(key: str, seconds: int = 5, **more: Any) -> QueuedCallView:
    given: dict[str, Any] = {"state": QueueState.WAITING, "name": f"Caller {key}", "number": f"+453312345{len(key)}"}
    since = NOW - timedelta(seconds=seconds)
    return QueuedCallView(
        id=CallId(key), called_number="+4533123400", called_name="Main", since=since, **{**given, **more}
    )


def talks(key: str, state: CallState = CallState.CONNECTED, **more: Any) -> CallView:
    given: dict[str, Any] = {"outgoing": False, "number": "+4533123456", "name": "Dorthea", "answered_at": NOW}
    return CallView(id=CallId(key), state=state, started_at=NOW, **{**given, **more})


@pytest.fixture
def session(qapp: QApplication) -> Session:
    dress(qapp)
    speak(qapp)
    session, first = Session(), snapshot()
    person = first.public.people[0]
    people = [
        structs.replace(person, id=user, name=name, local_number=number, department="Udvikling")
        for user, name, number in (
            (ME, "Rita Me", "1002100"),
            (OTHER, "Bodil Kragelund", "1002102"),
            (WANTED, "Kasper Dalbyager", "1002175"),
            (DEPUTY, "Astrid Fjeldhøj", "1002176"),
        )
    ]
    states = [(ME, Presence.BUSY), (OTHER, Presence.BUSY), (WANTED, Presence.MEETING), (DEPUTY, Presence.AVAILABLE)]
    presence = [
        views.PresenceView(
            user_id=user, presence=one, since=NOW, meeting_until=NOW + timedelta(hours=1) if user == WANTED else None
        )
        for user, one in states
    ]
    group = views.GroupView(
        id=GroupId("g"), local_number="1002199", name="Reception", members=(ME, OTHER), reception=True
    )
    public = structs.replace(first.public, people=people, presence=presence, groups=[group])
    assert first.private.me is not None
    me = structs.replace(first.private.me, id=ME, role=Role.RECEPTIONIST)
    session.take(structs.replace(first, public=public, private=structs.replace(first.private, me=me, calls=[])), "1:1")
    session.set_connection(Connection(ConnectionState.LIVE))
    return session


@pytest.fixture
def service() -> Service:
    return Service()


@pytest.fixture
def page(qtbot: QtBot, session: Session, service: Service) -> ReceptionView:
    view = ReceptionView(session, service, Watches(session))
    qtbot.addWidget(view)
    view.resize(1000, 640)
    view.want_search.connect(view.take_search)
    with qtbot.waitActive(view):
        view.show()
    view.list.setFocus()
    return view


def type_(qtbot: QtBot, page: ReceptionView, key: Qt.Key, mod: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    qtbot.keyClick(page.list, key, mod)


def test_the_longest_waiting_is_answered_by_f5_or_the_keypad_and_keeps_its_place(
    qtbot: QtBot, page: ReceptionView, session: Session, service: Service
) -> None:
    session.take(waits("second", 3), "")
    session.take(waits("first", 90), "")
    assert [case.title for case in page.calls.pane.waiting] == ["Caller first", "Caller second"]
    type_(qtbot, page, Key.Key_F5)
    type_(qtbot, page, Key.Key_Down, Mod.ControlModifier)
    type_(qtbot, page, Key.Key_Plus, Mod.KeypadModifier)
    assert service.asked == [("answer_queued", "first"), ("answer_queued", "second")]
    session.take(waits("first", 90, taken_by=OTHER), "")
    assert page.calls.pane.waiting[0].more == "Bodil Kragelund answers"
    session.take(waits("first", 90, state=QueueState.TAKEN, taken_by=OTHER), "")
    assert [case.line for case in page.calls.pane.taken] == ["Bodil Kragelund has the call"]
    session.take(waits("second", 3, back_from="Kasper"), "")
    assert (
        page.calls.pane.waiting[0].kind is Kind.BACK and "Kasper" in page.calls.cards[CallId("second")].accessibleName()
    )
    session.take(waits("second", 3, back_from="Kasper", lost=True), "")
    assert "Came back from Kasper's phone" in page.calls.cards[CallId("second")].accessibleName()


def test_who_was_too_late_is_told_who_has_the_call(
    qtbot: QtBot, page: ReceptionView, session: Session, service: Service
) -> None:
    session.take(waits("first"), "")
    service.refuse = Conflict(what="taken", holder="Bodil Kragelund")
    page.calls.cards[CallId("first")].answer.click()
    assert page.calls.band.isVisibleTo(page)
    assert page.calls.band.accessibleName() == "Bodil Kragelund has taken the call."


def test_typing_a_name_and_enter_hands_on_shift_asks_first_and_ctrl_goes_to_the_mailbox(
    qtbot: QtBot, page: ReceptionView, session: Session, service: Service
) -> None:
    session.take(talks("k1"), "")
    page.take_search("dalby")
    row = page.chosen()
    assert row is not None and row.user == WANTED and page.search_found() == ("1 found", False)
    assert page.bar.words.text() == "Dorthea → Kasper Dalbyager" and page.bar.warning.text().startswith("Meeting until")
    type_(qtbot, page, Key.Key_Enter, Mod.KeypadModifier)
    page.take_search("2175")
    type_(qtbot, page, Key.Key_Return, Mod.ShiftModifier)
    page.take_search("kasper")
    type_(qtbot, page, Key.Key_Return, Mod.ControlModifier)
    page.take_search("+45 44556677")
    type_(qtbot, page, Key.Key_Return)
    assert service.asked == [
        ("hand_on", "k1", "1002175", False),
        ("announce", "k1", "1002175"),
        ("hand_on", "k1", "1002175", True),
        ("hand_on", "k1", "+4544556677", False),
    ]


def test_a_colleague_who_is_asked_is_connected_swapped_with_or_left(
    qtbot: QtBot, page: ReceptionView, session: Session, service: Service
) -> None:
    session.take(talks("k1", CallState.HELD), "")
    session.take(talks("k2", outgoing=True, name="Kasper", number="1002175"), "")
    assert page.bar.words.text() == "Dorthea → Kasper"
    type_(qtbot, page, Key.Key_Return)
    type_(qtbot, page, Key.Key_Return, Mod.ShiftModifier)
    assert page.leave()
    assert service.asked == [
        ("join", "k1", "k2"),
        ("hold", "k2"),
        ("resume", "k1"),
        ("hang_up", "k2"),
        ("resume", "k1"),
    ]


def test_a_call_is_held_parked_and_ended_by_keys_and_a_parked_one_fetched(
    qtbot: QtBot, page: ReceptionView, session: Session, service: Service
) -> None:
    session.take(talks("k1"), "")
    for key, pad in ((Key.Key_F6, Key.Key_Asterisk), (Key.Key_F7, Key.Key_Slash), (Key.Key_F8, Key.Key_Minus)):
        type_(qtbot, page, key)
        type_(qtbot, page, pad, Mod.KeypadModifier)
    assert [asked[0] for asked in service.asked] == ["hold"] * 2 + ["park"] * 2 + ["hang_up"] * 2
    place = ParkedView(id="701", call_id=CallId("p"), by=ME, number="+4520", name="Ivar", since=NOW, until=NOW)
    session.take(place, "")
    qtbot.waitUntil(lambda: bool(page.calls.pane.parked))
    type_(qtbot, page, Key.Key_F9)
    assert service.asked[-1] == ("answer_queued", "p")
    session.take(talks("p", CallState.HELD), "")
    assert [case.id for case in page.calls.pane.active] == ["k1"], "who is parked is no own call any more"


def test_whom_the_caller_may_mean_stands_first_and_who_is_free_instead(
    page: ReceptionView, session: Session, service: Service
) -> None:
    session.take(waits("first", last_with=WANTED, last_at=NOW - timedelta(days=1), called_user=OTHER), "")
    assert proposals(session.mirror, CallId("first")) == [OTHER, WANTED, DEPUTY]
    rows = [page.model.row(place) for place in range(page.model.rowCount())]
    assert [row.user for row in rows if row.proposed] == [OTHER, WANTED, DEPUTY]
    assert "with Kasper Dalbyager" in page.calls.pane.waiting[0].more
    page.choose(WANTED)
    assert page.details.deputy.text() == "Free instead: Astrid Fjeldhøj"
    page.details.deputy.click()
    assert page.details.user == DEPUTY


def test_a_message_is_begun_with_the_caller_and_a_diversion_set_for_the_colleague(
    qtbot: QtBot, page: ReceptionView, session: Session, service: Service
) -> None:
    session.take(talks("k1"), "")
    page.take_search("kasper")
    written: list[tuple[str, str]] = []
    page.message_wanted.connect(lambda user, text: written.append((user, text)))
    type_(qtbot, page, Key.Key_M, Mod.ControlModifier)
    assert written == [(WANTED, "Please call back: Dorthea, 33 12 34 56")]
    page.details.divert_wanted.emit(WANTED, "lunch")
    page.details.divert_wanted.emit(WANTED, "")
    assert [asked[:2] for asked in service.asked] == [("divert_colleague", WANTED), ("open_colleagues_phone", WANTED)]


def test_the_day_and_who_is_at_the_desk_are_shown_and_changed(
    page: ReceptionView, session: Session, service: Service
) -> None:
    attendants = [AttendantView(user_id=ME, state=DeskState.IN)]
    session.take(ReceptionDayView(on=NOW.date(), calls=86, answered=81, waited=14.0, attendants=attendants), "")
    assert page.calls.numbers.text() == "Today 86   Answered 81   Avg. wait 0:14"
    assert page.calls.desk.text() == "At the desk"
    page.calls.desk_wanted.emit(DeskState.PAUSED)
    assert service.asked == [("at_desk", DeskState.PAUSED)]
    session.set_connection(Connection(ConnectionState.STALE))
    assert page.calls.band.isVisibleTo(page)


def test_only_those_who_serve_at_the_reception_see_the_page(session: Session) -> None:
    mirror = session.mirror
    assert mirror.me is not None and readings.attends(mirror)
    for role, serves in ((Role.ADMINISTRATOR, True), (Role.USER, False)):
        session.take(structs.replace(mirror.me, role=role), "")
        assert readings.attends(session.mirror) is serves


def test_names_can_be_read_in_the_smallest_window_too_while_all_else_gives_way(
    qapp: QApplication, page: ReceptionView, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    rooms: dict[str, float] = {}
    plain = painters.text

    def noted(painter: QPainter, room: QRectF, text: str, *more: Any) -> None:
        rooms[text] = room.width()
        plain(painter, room, text, *more)

    session.take(talks("k1"), "")  # with the bar under the names
    monkeypatch.setattr(painters, "text", noted)
    name = page.list.model().index(0, 0).data(ROW_ROLE).name
    for wide, details in ((630, False), (764, False), (890, True), (1200, True)):
        rooms.clear()
        page.resize(wide, 640)
        qapp.processEvents()
        page.list.viewport().grab()
        assert rooms[name] >= 100, wide
        assert page.width() == wide and page.minimumSizeHint().width() <= 764
        assert page.details.isVisible() is details
