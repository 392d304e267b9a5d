"""Text messages by mouse and keyboard: read, answered, written, sent, and what became of them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.inbox.compose import ComposePane
from onepresence_desktop.desktop.inbox.outlet import Outlet
from onepresence_desktop.desktop.inbox.rows import Filter
from onepresence_desktop.desktop.inbox.view import InboxView
from onepresence_desktop.desktop.pages import Compose, NewContact, Place
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.desktop.widgets.buttons import Button, IconButton
from onepresence_desktop.domain.connections import Trouble
from onepresence_desktop.domain.errors import (
    Conflict,
    ConnectionFailed,
    Invalid,
    OnePresenceError,
    ServerAway,
    Unavailable,
)
from onepresence_desktop.domain.messages import Message, MessageId, MessageKind
from onepresence_desktop.domain.messaging import SentId, StandardMessageId
from onepresence_desktop.domain.outgoing import OutgoingState, Way
from onepresence_desktop.domain.people import Role, UserId
from onepresence_desktop.wire.bodies import MessageBody, RecipientBody
from onepresence_desktop.wire.contacts import ContactChanges
from onepresence_desktop.wire.messaging import MessageAccepted, RecipientView, SentMessageView, StandardMessageView
from tests.client.samples import ME, person, snapshot
from tests.client.test_phonebook import contact
from tests.support.dressing import dress, speak

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
AT = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)


class Service(Actions):
    """Answers as the service would, at once, and remembers what it was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[MessageBody] = []
        self.marked: list[Any] = []
        self.kept: list[str] = []
        self.standard = [StandardMessageView(id=StandardMessageId("x"), text="Ring venligst til … i dag", version="1")]
        self.again: list[str] = []
        self.refuse: OnePresenceError | None = None
        self.list: list[SentMessageView] = []

    def ask(self, name: str, verb: Callable[[Any], Awaitable[Any]], reply: Callable[[Any], None]) -> None:
        if self.refuse is not None and name == "send_message":
            reply(self.refuse)
            return
        try:
            verb(self).__await__().send(None)
        except StopIteration as answer:
            reply(answer.value)
        except Conflict as refused:
            reply(refused)

    def mark_message(self, message_id: MessageId, *, read: bool | None = None, kept: bool | None = None) -> None:
        self.marked.append((message_id, read))

    def fetch_recording(self, message_id: MessageId, reply: Any) -> None:
        reply(ServerAway())

    async def send_message(self, body: MessageBody) -> MessageAccepted:
        self.sent.append(body)
        return MessageAccepted(id=SentId("s1"))

    async def sent_messages(self) -> list[SentMessageView]:
        return self.list

    async def send_again(self, sent_id: SentId) -> SentMessageView:
        self.again.append(sent_id)
        queued = [email_to("a@y.example", OutgoingState.QUEUED)]
        return SentMessageView(id=sent_id, at=AT, text="Hej", recipients=queued)

    async def standard_messages(self) -> list[StandardMessageView]:
        return list(self.standard)

    async def change_standard_message(self, standard_id: StandardMessageId, text: str, version: str | None) -> None:
        (one,) = self.standard
        if version != one.version:
            raise Conflict(what="changed", by="Line Bækvang")
        self.standard = [StandardMessageView(id=standard_id, text=text, version="mine")]

    async def remove_standard_message(self, _standard_id: StandardMessageId, version: str | None = None) -> None:
        if version != self.standard[0].version:
            raise Conflict(what="changed", by="Line Bækvang")
        self.standard = []

    async def add_standard_message(self, text: str) -> StandardMessageView:
        self.kept.append(text)
        return StandardMessageView(id=StandardMessageId("y"), text=text)


@pytest.fixture
def service() -> Service:
    return Service()


@pytest.fixture
def went() -> list[Place]:
    return []


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication, service: Service, went: list[Place], tmp_path: Path) -> InboxView:
    dress(qapp)
    speak(qapp)
    session, first = Session(), snapshot()
    mette = structs.replace(person(1, "Mette Lundgaard"), email="mette@firm.example", mobile="+4520123440")
    message = Message(MessageId("m"), ME, MessageKind.SMS, "1002101", "Mette Lundgaard", AT, text="Ring til Birk")
    stranger = Message(MessageId("v"), ME, MessageKind.VOICEMAIL, "+4570109911", "", AT, 12.0)
    me = structs.replace(first.private.me, role=Role.RECEPTIONIST)
    public = structs.replace(first.public, people=[*first.public.people[:1], mette])
    private = structs.replace(first.private, me=me, messages=[message, stranger])
    session.take(structs.replace(first, public=public, private=private), "e:0")
    session.set_connection(Connection(ConnectionState.LIVE))
    karen = contact("k", "Karen Kunde", "+4520123456")
    session.take_contacts(ContactChanges(version=1, whole=True, contacts=[karen]), shared=False)
    outlet = Outlet(
        folder=tmp_path, outside=lambda: False, device=lambda: "", choose_outside=lambda _: None,
        choose_device=lambda _: None,
    )  # fmt: skip
    view = InboxView(session, service, outlet, go_to=went.append)
    qtbot.addWidget(view)
    view.resize(760, 560)
    view.show()
    qtbot.waitExposed(view)
    view.on_shown()
    return view


def test_a_text_is_read_after_a_moment_and_answered_the_way_it_came(
    qtbot: QtBot, view: InboxView, service: Service
) -> None:
    assert view.show_message(MessageId("m"))
    assert view.pane.reply.isVisible() and not view.pane.contact.isVisible() and not view.pane.save.isVisible()
    assert view._reading.isActive()
    view._reading.timeout.emit()
    assert service.marked == [("m", True)]
    qtbot.keyClick(view.list, Key.Key_Return, CTRL)
    pane = view.composing.pane
    assert pane.text.hasFocus() and pane.chosen_ways() == [Way.SMS]
    qtbot.keyClicks(pane.text, "Det gør jeg")
    qtbot.keyClick(pane.text, Key.Key_Return, CTRL)
    assert service.sent == [MessageBody(to=[RecipientBody(user_id=UserId("u1"))], by=[Way.SMS], text="Det gør jeg")]
    assert not view.right.writing and view.undo.words == "Message sent"


def test_without_a_connection_what_is_written_waits_and_is_told_why(qtbot: QtBot, view: InboxView) -> None:
    view.show_message(MessageId("m"))
    qtbot.keyClick(view.list, Key.Key_Return, CTRL)
    pane = view.composing.pane
    qtbot.keyClicks(pane.text, "Det gør jeg")
    view._session.set_connection(Connection(ConnectionState.STALE))
    assert not pane.send_button.isEnabled() and pane.band.words == "Not sent without a connection"
    assert pane.text.toPlainText() == "Det gør jeg"
    view._session.set_connection(Connection(ConnectionState.LIVE))
    assert pane.send_button.isEnabled() and not pane.band.isVisible()


def test_a_voicemail_is_forwarded_as_text_and_its_caller_kept(qtbot: QtBot, view: InboxView, went: list[Place]) -> None:
    view.show_message(MessageId("v"))
    qtbot.mouseClick(view.pane.contact, Qt.MouseButton.LeftButton)
    assert went == [NewContact(number="+4570109911")]
    qtbot.mouseClick(view.pane.forward, Qt.MouseButton.LeftButton)
    assert "70 10 99 11" in view.composing.pane.text.toPlainText()
    assert view.composing.pane.to.line.hasFocus()


def test_what_may_be_typed_and_what_is_typed_is_seen_whole(qtbot: QtBot, view: InboxView) -> None:
    qtbot.keyClick(view.list, Key.Key_N, CTRL)
    line = view.composing.pane.to.line

    def whole(words: str) -> bool:
        return bool(words) and line.width() > line.fontMetrics().horizontalAdvance(words)

    qtbot.waitUntil(lambda: whole(line.placeholderText()))
    qtbot.keyClicks(line, "jens.christian.skou@a-long-name.example")
    qtbot.waitUntil(lambda: whole(line.text()))
    assert line.geometry().right() < view.composing.pane.to.width()


def test_recipients_are_named_typed_and_taken_away(qtbot: QtBot, view: InboxView, service: Service) -> None:
    qtbot.keyClick(view.list, Key.Key_N, CTRL)
    pane = view.composing.pane
    qtbot.keyClicks(pane.to.line, "met")
    qtbot.keyClick(pane.to.line, Key.Key_Return)
    qtbot.keyClicks(pane.to.line, "kar")
    qtbot.keyClick(pane.to.line, Key.Key_Tab)
    qtbot.keyClicks(pane.to.line, "ole@example.com,")
    assert [chip.to.name for chip in pane.to.chips] == ["Mette Lundgaard", "Karen Kunde", "ole@example.com"]
    qtbot.keyClicks(pane.text, "Hej")
    qtbot.mouseClick(pane.ways[Way.SMS], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(pane.ways[Way.EMAIL], Qt.MouseButton.LeftButton)
    assert pane.chosen_ways() == [Way.SMS]
    assert [chip.reached for chip in pane.to.chips] == [True, True, False] and not pane.send_button.isEnabled()
    qtbot.mouseClick(pane.to.chips[2], Qt.MouseButton.LeftButton)
    assert pane.send_button.isEnabled() and pane.send_button.text() == "Send SMS"
    assert pane._counter.text() == "3 characters, 157 left · 2 SMS"
    pane.text.setPlainText("Ж" * 71)
    assert pane._counter.text() == "71 characters, 63 left · 4 SMS"
    qtbot.keyClick(pane.to.line, Key.Key_Backspace)
    assert [chip.to.name for chip in pane.to.chips] == ["Mette Lundgaard"]
    qtbot.keyClicks(pane.to.line, "nobody")
    assert not pane.send_button.isEnabled()


def test_a_standard_message_is_filled_in_and_one_is_kept(qtbot: QtBot, view: InboxView, service: Service) -> None:
    view.go_to(Compose(to=("+4520123456",), by=Way.SMS))
    pane = view.composing.pane
    assert [chip.to.name for chip in pane.to.chips] == ["Karen Kunde"]
    standard = next(button for button in pane.findChildren(Button) if button.accessibleName().startswith("Ring venl"))
    qtbot.mouseClick(standard, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(pane.text, "Ole")
    assert pane.text.toPlainText() == "Ring venligst til Ole i dag"
    qtbot.mouseClick(pane.keep_box, Qt.MouseButton.LeftButton)
    service.refuse = ServerAway()
    qtbot.mouseClick(pane.send_button, Qt.MouseButton.LeftButton)
    assert pane.band.isVisible() and service.kept == [], "what isn't sent isn't kept, or sending again keeps it twice"
    service.refuse = None
    qtbot.mouseClick(pane.send_button, Qt.MouseButton.LeftButton)
    assert service.kept == ["Ring venligst til Ole i dag"]
    assert service.sent[0].to == [RecipientBody(number="+4520123456")]


def test_what_is_refused_or_left_is_not_lost_at_once(qtbot: QtBot, view: InboxView, service: Service) -> None:
    view.go_to(Compose(to=("u1",), by=Way.EMAIL, text="Hej"))
    pane = view.composing.pane
    service.refuse = Invalid(field="text", problem="control_character")
    qtbot.mouseClick(pane.send_button, Qt.MouseButton.LeftButton)
    assert pane.band.isVisible() and pane.text.toPlainText() == "Hej" and pane.send_button.isEnabled()
    assert view.leave() and view.right.writing
    assert view.leave() and not view.right.writing


def test_what_is_being_written_is_not_lost_to_another_message(qtbot: QtBot, view: InboxView) -> None:
    view.go_to(Compose(to=("u1",), by=Way.EMAIL, text="Hej"))
    pane = view.composing.pane
    view.go_to(Compose(to=("+4520123456",), by=Way.SMS))
    assert [chip.to.name for chip in pane.to.chips] == ["Karen Kunde"], "nobody had written anything"
    qtbot.keyClicks(pane.text, "Ring til mig")
    for another in (lambda: qtbot.keyClick(pane, Key.Key_N, CTRL), lambda: view.go_to(Compose(to=("u1",)))):
        another()
        assert pane.text.toPlainText() == "Ring til mig" and [c.to.name for c in pane.to.chips] == ["Karen Kunde"]
        assert pane.isVisible() and pane.band.words.startswith("This message isn't sent yet.")
        pane.text.insertPlainText("")
    assert view.leave() and view.leave() and not view.right.writing
    view.go_to(Compose(to=("u1",)))
    assert pane.text.toPlainText() == "" and not pane.band.isVisible()


def test_keys_pressed_beside_what_is_written_do_nothing_to_the_message_in_the_list(
    qtbot: QtBot, view: InboxView, service: Service
) -> None:
    view.list.choose(0)
    view.go_to(Compose(to=("u1",), by=Way.EMAIL, text="Hej"))
    chip = view.composing.pane.ways[Way.SMS]
    chip.setFocus()
    marked, hidden = list(service.marked), set(view.deleting.hidden)
    for key in (Key.Key_Delete, Key.Key_R, Key.Key_B):
        qtbot.keyClick(chip, key)
    assert service.marked == marked and view.deleting.hidden == hidden


def test_who_came_from_another_page_to_write_is_there_again_once_it_is_sent_or_left(
    qtbot: QtBot, view: InboxView, went: list[Place]
) -> None:
    for way_out in ("send", "leave"):
        view.go_to(Compose(to=("u1",), by=Way.EMAIL, text="Hej", back="reception"))
        if way_out == "send":
            qtbot.mouseClick(view.composing.pane.send_button, Qt.MouseButton.LeftButton)
        else:
            view.composing.pane.text.clear()
            assert view.leave()
        assert went == [Place(section="reception")], way_out
        went.clear()
    view.go_to(Compose(to=("u1",), by=Way.EMAIL, text="Hej", back="reception"))
    view.composing.begin(("u1",), Way.EMAIL, "Hej")
    qtbot.mouseClick(view.composing.pane.send_button, Qt.MouseButton.LeftButton)
    assert went == [], "what is begun here ends here"


def test_what_was_sent_stands_with_the_state_at_each_recipient(qtbot: QtBot, view: InboxView, service: Service) -> None:
    states = [
        RecipientView(
            name="Mette", user_id=UserId("u1"), email=None, number=None, by=None, state=OutgoingState.DELIVERED
        ),
        RecipientView(
            name="", user_id=None, email="x@y.example", number=None, by=Way.EMAIL, state=OutgoingState.FAILED
        ),
        RecipientView(
            name="Bo", user_id=None, email=None, number="+4520123456", by=Way.UNKNOWN, state=OutgoingState.UNKNOWN
        ),
    ]
    service.list = [SentMessageView(id=SentId("s"), at=AT, text="Hej", recipients=states)]
    qtbot.mouseClick(view.chips[Filter.SENT], Qt.MouseButton.LeftButton)
    assert [row.title for row in view.model.rows] == ["To Mette, x@y.example, Bo"]
    assert view.right.sent is not None and view.right.sent.isVisible()
    assert view.right.sent.states.accessibleName() == (
        "Mette · OnePresence In the inbox, x@y.example · E-mail Not delivered, "
        "Bo · A way that this version doesn't know Unknown"
    )
    assert view.right.sent.again.isVisible() and not view.right.sent.reasons.isVisible()
    view.hide()
    qtbot.mouseClick(view.chips[Filter.ALL], Qt.MouseButton.LeftButton)
    assert not view.composing._looking.isActive()


def email_to(address: str, state: OutgoingState, reason: str = "") -> RecipientView:
    return RecipientView(name="", user_id=None, email=address, number=None, by=Way.EMAIL, state=state, reason=reason)


def test_it_stands_why_a_text_has_not_come_and_what_failed_is_tried_again(
    qtbot: QtBot, view: InboxView, service: Service
) -> None:
    failed, queued, sent = OutgoingState.FAILED, OutgoingState.QUEUED, OutgoingState.SENT
    recipients = [
        email_to("a@y.example", failed, "550 5.1.1 No such user"),
        email_to("b@y.example", queued, str(ConnectionFailed(reason=Trouble.TIME_OUT, said="", perhaps=True))),
        email_to("c@y.example", queued, str(ConnectionFailed(reason=Trouble.SIGN_IN_REFUSED, said="535 No"))),
        email_to("d@y.example", queued, str(Unavailable(detail="no_sender_for_email"))),
        email_to("e@y.example", queued, str(Unavailable(detail="451 Greylisted"))),
        email_to("f@y.example", queued, "under_way"),
        email_to("g@y.example", sent, "451 earlier"),
    ]
    service.list = [SentMessageView(id=SentId("s"), at=AT, text="Hej", recipients=recipients)]
    qtbot.mouseClick(view.chips[Filter.SENT], Qt.MouseButton.LeftButton)
    assert view.right.sent is not None
    assert view.right.sent.reasons.text().splitlines() == [
        "a@y.example: The other server said: “550 5.1.1 No such user”",
        "b@y.example: The other server doesn't answer in time.",
        "c@y.example: The other server refuses the account or its password. It said: “535 No”",
        "d@y.example: Your company can't send by this way.",
        "e@y.example: The other server said: “451 Greylisted”",
    ]
    qtbot.mouseClick(view.right.sent.again, Qt.MouseButton.LeftButton)
    assert service.again == ["s"]
    assert not view.right.sent.again.isVisible() and not view.right.sent.reasons.isVisible()


@pytest.mark.parametrize("wide", [360, 420, 480, 540, 620])
def test_what_deletes_a_standard_message_stands_beside_it_however_wide_the_page_is(
    qtbot: QtBot, view: InboxView, wide: int
) -> None:
    view.go_to(Compose(to=("u1",), by=Way.SMS))
    pane = view.composing.pane
    pane.standard.allow(may_keep=True)
    texts = ["It is urgent, please call as soon as you can", "Please call back", "They call again later"]
    pane.standard.show_all([StandardMessageView(id=StandardMessageId(text), text=text) for text in texts])
    view.right.setFixedWidth(wide)
    QApplication.processEvents()
    for text in texts:
        button = next(one for one in pane.findChildren(Button) if one.accessibleName() == text and one.isVisible())
        away = next(
            one
            for one in pane.findChildren(IconButton)
            if one.accessibleName().startswith("Delete “" + text[:12]) and one.isVisible()
        )
        here, there = (QRect(one.mapTo(pane, QPoint()), one.size()) for one in (button, away))
        assert there.left() >= here.right() and abs(there.center().y() - here.center().y()) <= 2


def tool(pane: ComposePane, words: str) -> IconButton:
    """Beside the one standard message that is shown."""
    QApplication.processEvents()
    found = (one for one in pane.findChildren(IconButton) if one.accessibleName().startswith(words))
    return next(one for one in found if one.isVisible())


def test_a_standard_message_is_changed_and_what_somebody_else_wrote_is_seen_before_it_is_replaced(
    qtbot: QtBot, view: InboxView, service: Service
) -> None:
    view.go_to(Compose(to=("u1",), by=Way.EMAIL))
    standard = view.composing.pane.standard
    assert not standard.editor.isVisible()
    qtbot.mouseClick(tool(view.composing.pane, "Change"), Qt.MouseButton.LeftButton)
    assert standard.text.toPlainText() == "Ring venligst til … i dag" and not standard.save_button.isEnabled()
    standard.text.setPlainText("Ring til …")
    service.standard = [StandardMessageView(id=StandardMessageId("x"), text="Ring i morgen", version="2")]
    qtbot.mouseClick(standard.save_button, Qt.MouseButton.LeftButton)
    assert service.standard[0].text == "Ring i morgen" and standard.text.toPlainText() == "Ring til …"
    assert standard.complaint.text() == (
        "Line Bækvang has changed this meanwhile. It now says “Ring i morgen”. Save again to put yours in its place."
    )
    qtbot.mouseClick(standard.save_button, Qt.MouseButton.LeftButton)
    assert service.standard[0].text == "Ring til …" and not standard.editor.isVisible()


def test_a_standard_message_that_somebody_else_changed_is_not_deleted_unseen(
    qtbot: QtBot, view: InboxView, service: Service
) -> None:
    view.go_to(Compose(to=("u1",), by=Way.EMAIL))
    pane = view.composing.pane
    service.standard = [StandardMessageView(id=StandardMessageId("x"), text="Ring i morgen", version="2")]
    qtbot.mouseClick(tool(pane, "Delete"), Qt.MouseButton.LeftButton)
    assert service.standard and "Line Bækvang" in pane.band.words
    assert "Ring i morgen" in tool(pane, "Delete").accessibleName()
    qtbot.mouseClick(tool(pane, "Delete"), Qt.MouseButton.LeftButton)
    assert not service.standard and not pane.standard.isVisible()


def test_changing_a_standard_message_is_left_without_a_trace(qtbot: QtBot, view: InboxView, service: Service) -> None:
    view.go_to(Compose(to=("u1",), by=Way.EMAIL))
    standard = view.composing.pane.standard
    qtbot.mouseClick(tool(view.composing.pane, "Change"), Qt.MouseButton.LeftButton)
    standard.text.setPlainText("Noget andet")
    qtbot.mouseClick(standard.cancel_button, Qt.MouseButton.LeftButton)
    assert not standard.editor.isVisible() and service.standard[0].version == "1"


def test_standard_messages_say_why_they_cannot_be_changed_while_the_service_is_away(
    qtbot: QtBot, view: InboxView, service: Service
) -> None:
    view.go_to(Compose(to=("u1",), by=Way.EMAIL))
    pane = view.composing.pane
    view.composing._session.set_connection(Connection(ConnectionState.STALE))
    for words in ("Change", "Delete"):
        assert not tool(pane, words).isEnabled()
        assert tool(pane, words).accessibleDescription() == "Not sent without a connection"
    view.composing._session.set_connection(Connection(ConnectionState.LIVE))
    assert tool(pane, "Change").isEnabled() and tool(pane, "Delete").isEnabled()
