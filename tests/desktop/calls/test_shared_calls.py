"""Missed calls as shared work, by mouse and keyboard (spec 7.5)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.calls.shared_rows import SharedHead
from onepresence_desktop.desktop.calls.view import CallsView
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.domain.errors import Conflict, NotFound, OnePresenceError
from onepresence_desktop.domain.people import GroupId, UserId
from onepresence_desktop.domain.shared_calls import Deed, SharedCallId, SharedState
from onepresence_desktop.wire import views
from onepresence_desktop.wire.shared_calls import SHARED_CALLS, DeedView, SharedCallRemoved, SharedCallView
from tests.client.samples import ME, NOW, snapshot
from tests.support.dressing import dress, speak

Key = Qt.Key


def item(key: str, state: SharedState = SharedState.OPEN, **more: Any) -> SharedCallView:
    given = {"number": "+4570101155", "name": f"Caller {key}", "tries": 1, "first_at": NOW, "last_at": NOW, **more}
    deeds = [DeedView(at=NOW, deed=Deed.MISSED), DeedView(at=NOW, deed=Deed.TAKEN, by=UserId("u1"))]
    return SharedCallView(id=SharedCallId(key), group_id=GroupId("g"), state=state, deeds=deeds, **given)


class Service(Actions):
    """Answers as the service would, at once, and remembers what it was asked."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.asked: list[tuple[Any, ...]] = []
        self.refuse: OnePresenceError | None = None
        self.over: list[str] = []

    def ask(self, name: str, verb: Callable[[Any], Awaitable[Any]], reply: Callable[[Any], None]) -> None:
        try:
            verb(self).__await__().send(None)
        except StopIteration as answer:
            reply(self.refuse or answer.value)

    def call(self, number: str, device_id: Any = None) -> None:
        self.asked.append(("call", number))

    async def take_shared_call(self, key: SharedCallId) -> SharedCallView:
        return self._made("take", key, state=SharedState.TAKEN, taken_by=ME, taken_at=NOW)

    async def open_shared_call(self, key: SharedCallId) -> SharedCallView:
        return self._made("open", key, state=SharedState.OPEN, taken_by=None)

    async def finish_shared_call(self, key: SharedCallId) -> SharedCallView:
        return self._made("done", key, state=SharedState.DONE, done_at=NOW)

    async def shared_recording(self, key: SharedCallId) -> bytes:
        self.asked.append(("recording", key))
        return b"RIFF"

    async def note_shared_call(self, key: SharedCallId, memo: str, before: str) -> SharedCallView:
        self.over.append(before)
        return self._made(memo, key, memo=memo)

    def _made(self, what: str, key: SharedCallId, **changes: Any) -> SharedCallView:
        self.asked.append((what, key))
        return structs.replace(self.session.mirror.shared_calls[key], **changes)  # type: ignore[attr-defined]


@pytest.fixture
def session(qapp: QApplication) -> Session:
    dress(qapp)
    speak(qapp)
    session, first = Session(), snapshot()
    group = views.GroupView(id=GroupId("g"), local_number="1002199", name="Sales", members=(ME, UserId("u1")))
    items = [
        item("a", tries=3, memo="Asks for the delivery", last_at=NOW - timedelta(hours=2)),
        item("b", SharedState.TAKEN, taken_by=UserId("u1"), taken_at=NOW),
        item("c", SharedState.DONE, done_at=NOW),
    ]
    public = structs.replace(first.public, groups=[group])
    private = structs.replace(first.private, shared_calls=items)
    session.take(structs.replace(first, public=public, private=private), "e:0")
    session.set_connection(Connection(ConnectionState.LIVE))
    return session


@pytest.fixture
def service(session: Session) -> Service:
    return Service(session)


@pytest.fixture
def played() -> list[bytes]:
    return []


@pytest.fixture
def view(qtbot: QtBot, session: Session, service: Service, played: list[bytes]) -> CallsView:
    view = CallsView(session, service, played.append)
    qtbot.addWidget(view)
    view.resize(760, 560)
    view.show()
    qtbot.waitExposed(view)
    qtbot.mouseClick(view.filter._halves["shared"], Qt.MouseButton.LeftButton)
    return view


def told(view: CallsView) -> list[str]:
    rows = view.shared.model.rows
    return [f"{r.text} {r.count}" if isinstance(r, SharedHead) else f"{r.title}: {r.state}" for r in rows]


def test_open_ones_stand_first_then_those_in_hand_then_the_done(view: CallsView) -> None:
    assert told(view)[:4] == ["Open calls 1", "Caller a: Open", "In hand 1", "Caller b: Person is calling back"]
    assert told(view)[4] == "Done 1" and told(view)[5].startswith("Caller c: Done ")
    assert view.filter._halves["shared"].text() == "Shared 1"
    assert view.shared.chosen() is not None and not view.csv.isVisible()


def test_where_nothing_waits_or_matches_that_is_said_and_no_keys_are_offered(view: CallsView, session: Session) -> None:
    assert [hint.keys for hint in view.hints()] == ["↑ ↓", "Enter", "Space", "K", "N"]
    offered: list[list[str]] = []
    view.hints_changed.connect(lambda: offered.append([hint.keys for hint in view.hints()]))
    view.take_search("nobody of that name")
    assert not view.shared.isVisible() and view._nothing.accessibleName() == "No call matches"
    view.take_search("caller b")
    assert view.shared.isVisible() and told(view) == ["In hand 1", "Caller b: Person is calling back"]
    view.take_search("")
    for key in "abc":
        session.take(SharedCallRemoved(id=SharedCallId(key)), f"e:{ord(key)}")
    assert view._nothing.accessibleName() == "Nobody waits – well done"
    assert offered[0] == [] and offered[1][-1] == "N" and offered[-1] == []


def test_the_keys_call_take_give_back_and_finish_and_a_row_keeps_its_place(
    qtbot: QtBot, view: CallsView, service: Service
) -> None:
    keys = view.shared.list
    qtbot.keyClick(keys, Key.Key_Return)
    qtbot.keyClick(keys, Key.Key_Space)
    assert told(view)[:2] == ["Open calls 1", "Caller a: You are calling back"]
    assert view.shared.take.text() == "Give it back"
    qtbot.keyClick(keys, Key.Key_Space)
    qtbot.keyClick(keys, Key.Key_K)
    assert service.asked == [("call", "+4570101155"), ("take", "a"), ("open", "a"), ("done", "a")]
    assert told(view)[1].startswith("Caller a: Done") and view.shared.done.text() == "Open again"
    view.shared.open()
    assert told(view)[0] == "In hand 1"


def test_the_memo_is_the_groups_and_the_story_tells_who_did_what(
    qtbot: QtBot, view: CallsView, service: Service
) -> None:
    assert view.shared.memo.toPlainText() == "Asks for the delivery"
    qtbot.keyClick(view.shared.list, Key.Key_N)
    view.shared.memo.setPlainText("Order 40217")
    qtbot.keyClick(view.shared.memo, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.mouseClick(view.shared.save, Qt.MouseButton.LeftButton)
    assert service.asked[-1] == ("Order 40217", "a")
    assert "Person 1 took it" in view.shared._story.accessibleName()


def test_one_that_somebody_took_a_moment_before_says_so(qtbot: QtBot, view: CallsView, service: Service) -> None:
    service.refuse = Conflict(what="taken", holder="Sofie Lund")
    qtbot.mouseClick(view.shared.take, Qt.MouseButton.LeftButton)
    assert view.shared.band.isVisible() and view.shared.band.words == "Sofie Lund has taken the call."
    assert told(view)[1] == "Caller a: Open"


def test_who_is_in_no_group_has_no_such_list(qtbot: QtBot, view: CallsView, session: Session) -> None:
    session.take(views.GroupView(id=GroupId("g"), local_number="1002199", name="Sales", members=()), "e:1")
    qtbot.waitUntil(lambda: view.filter._halves["shared"].isHidden())
    assert view.filter.key == "all"


def test_a_voicemail_that_was_left_is_heard_by_every_member(
    qtbot: QtBot, view: CallsView, service: Service, session: Session, played: list[bytes]
) -> None:
    listen = view.shared.listen
    assert not listen.isVisible(), "none was left"
    session.take(item("a", voicemail=True), "")
    assert listen.isVisible()
    service.refuse = NotFound(what="message")
    qtbot.mouseClick(listen, Qt.MouseButton.LeftButton)
    assert played == [] and view.shared.band.isVisible() and listen.isEnabled()
    service.refuse = None
    qtbot.mouseClick(listen, Qt.MouseButton.LeftButton)
    assert played == [b"RIFF"] and service.asked[-1] == ("recording", "a")


def test_a_memo_that_somebody_else_has_written_meanwhile_is_not_written_over_unseen(
    view: CallsView, session: Session, service: Service, qtbot: QtBot
) -> None:
    shared, before = view.shared, "Asks for the delivery"
    shared.memo.setFocus()
    shared.memo.setPlainText("Asks for an offer")
    session.take(structs.replace(session.mirror[SHARED_CALLS][SharedCallId("a")], memo="By Friday"), "")
    assert shared.memo.toPlainText() == "Asks for an offer"
    service.refuse = Conflict(what="changed", by="Mette")
    qtbot.keyClick(shared.memo, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert service.over == [before] and "Mette has changed this meanwhile." in shared.band.words
    assert shared.memo.toPlainText() == "Asks for an offer" and shared.save.isVisible()
    service.refuse = None
    qtbot.keyClick(shared.memo, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert service.over == [before, "By Friday"] and not shared.band.isVisible()


def test_what_was_refused_is_no_longer_said_at_another_call(view: CallsView, service: Service, qtbot: QtBot) -> None:
    service.refuse = Conflict(what="taken", holder="Mette")
    qtbot.keyClick(view.shared.list, Key.Key_Space)
    assert view.shared.band.isVisible()
    view.shared.list.choose(3)
    assert not view.shared.band.isVisible()


def test_a_memo_that_was_typed_is_there_again_when_one_comes_back_to_its_call(
    view: CallsView, session: Session, service: Service, qtbot: QtBot
) -> None:
    shared = view.shared
    shared.memo.setFocus()
    shared.memo.setPlainText("Asks for an offer")
    shared.list.choose(shared.model.place_of(SharedCallId("b")))
    assert shared.memo.toPlainText() == "" and not shared.save.isVisible()
    session.take(structs.replace(session.mirror[SHARED_CALLS][SharedCallId("a")], memo="By Friday"), "")
    shared.list.choose(shared.model.place_of(SharedCallId("a")))
    assert shared.memo.toPlainText() == "Asks for an offer" and shared.save.isVisible()
    qtbot.keyClick(shared.memo, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert service.over == ["Asks for the delivery"], "what another wrote meanwhile is refused, not written over"
