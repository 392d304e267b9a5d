"""Text messages on their way out: written, sent, and what became of those that were (spec 6.3, 6.4)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.contact_search import ContactSearch
from onepresence_desktop.desktop.inbox.compose import ComposePane
from onepresence_desktop.desktop.inbox.recipients import Known
from onepresence_desktop.desktop.inbox.rows import title_of
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.needs_service import NeedsService
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.domain.errors import OnePresenceError
from onepresence_desktop.domain.messages import Message, MessageKind
from onepresence_desktop.domain.messaging import SentId
from onepresence_desktop.domain.outgoing import Way
from onepresence_desktop.domain.people import Role
from onepresence_desktop.wire.bodies import MessageBody
from onepresence_desktop.wire.messaging import MessageAccepted, SentMessageView, StandardMessageView

LOOK_EVERY_MS = 5_000
"""While the sent messages are shown: how often it is asked what became of them."""
WRITERS = (Role.RECEPTIONIST, Role.ADMINISTRATOR)


class Composing(QObject):
    """begun: the pane is to be shown. left: it isn't any more. sent_changed: `sent` is other. told: a sentence."""

    begun = Signal()
    left = Signal()
    sent_changed = Signal()
    told = Signal(str)

    def __init__(
        self, session: Session, actions: Actions, search: ContactSearch, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._actions = session, actions
        self._known = Known(session, search)
        self._pane: ComposePane | None = None
        self._writing = False
        self.sent: list[SentMessageView] = []
        self._looking = QTimer(self)
        self._looking.setInterval(LOOK_EVERY_MS)
        self._looking.timeout.connect(self.look)
        session.reset.connect(self._forget)
        session.connection_changed.connect(self._connection)
        self.left.connect(self._not_writing)

    @property
    def pane(self) -> ComposePane:
        """Made when first needed."""
        if self._pane is None:
            pane = self._pane = ComposePane(self._known)
            pane.send.connect(self._send)
            pane.keep.connect(self._keep)
            pane.standard.dropped.connect(self._drop)
            pane.standard.changed.connect(self._change)
            pane.closed.connect(self.left)
            NeedsService(self._session, pane)
            self._connection(self._session.connection)
        return self._pane

    def _connection(self, connection: Connection) -> None:
        if self._pane is not None:
            self._pane.set_live(connection.state is ConnectionState.LIVE)

    @property
    def made(self) -> bool:
        """Whether the pane is there."""
        return self._pane is not None

    # --- beginning ---

    def begin(self, to: Sequence[str] = (), by: Way | None = None, text: str = "") -> None:
        """A new message. to: numbers, mail addresses, ids of colleagues; what means nobody is left out.

        One that is being written is shown instead, and nothing of it is lost.
        """
        if self._writing and self.pane.typed:
            self.begun.emit()
            self.pane.say_unsent()
            return
        recipients = [found for one in to if (found := self._known.meant(one)) is not None]
        me = self._session.mirror.me
        may_keep = me is not None and me.role in WRITERS
        self.pane.begin(recipients, by, text, may_keep=may_keep)
        self._ask_for_standard()
        self._writing = True
        self.begun.emit()

    def _not_writing(self) -> None:
        self._writing = False

    def reply(self, message: Message) -> None:
        """To whom a text came from, the way it came."""
        by = Way.SMS if message.kind is MessageKind.SMS else Way.EMAIL
        self.begin((message.number,) if message.number else (), by)

    def forward(self, message: Message) -> None:
        """A text to others; of a voicemail who called and when, so that they can call back."""
        number = texts.number(message.number)
        who = title_of(message) if not number or not message.name else f"{message.name} ({number})"
        when = f"{texts.day(message.at, self._session.now())} {texts.clock(message.at)}"
        if message.text:
            words = translate("Inbox", "{name}, {when}:").format(name=who, when=when)
            self.begin(text=f"{words}\n{message.text}")
        else:
            words = translate("Inbox", "Please call {name}. They left a voicemail {when}.")
            self.begin(text=words.format(name=who, when=when))

    # --- sending ---

    def _send(self, body: MessageBody) -> None:
        self._actions.ask("send_message", lambda client: client.send_message(body), self._accepted)

    def _accepted(self, answer: MessageAccepted | OnePresenceError) -> None:
        if isinstance(answer, OnePresenceError):
            self.pane.refused(answer)
            return
        self.pane.accepted()
        self.left.emit()
        self.told.emit(translate("Inbox", "Message sent"))
        self.look()

    def _keep(self, text: str) -> None:
        self._actions.ask("add_standard_message", lambda client: client.add_standard_message(text), self._kept)

    def _kept(self, answer: StandardMessageView | OnePresenceError) -> None:
        if isinstance(answer, OnePresenceError):
            self.told.emit(texts.error(answer))

    def _drop(self, one: StandardMessageView) -> None:
        version = one.version or None
        self._actions.ask(
            "remove_standard", lambda client: client.remove_standard_message(one.id, version), self._dropped
        )

    def _dropped(self, answer: object) -> None:
        if isinstance(answer, OnePresenceError):
            self.pane.refused(answer)
        self._ask_for_standard()

    def _change(self, one: StandardMessageView, text: str) -> None:
        version = one.version or None
        self._actions.ask(
            "change_standard", lambda client: client.change_standard_message(one.id, text, version), self._changed
        )

    def _changed(self, answer: object) -> None:
        if isinstance(answer, OnePresenceError):
            self.pane.standard.refused(answer)
        else:
            self.pane.standard.put_away()
        self._ask_for_standard()

    def _ask_for_standard(self) -> None:
        self._actions.ask("standard_messages", lambda client: client.standard_messages(), self._standard_told)

    def _standard_told(self, answer: list[StandardMessageView] | OnePresenceError) -> None:
        self.pane.standard.show_all([] if isinstance(answer, OnePresenceError) else answer)

    # --- what was sent ---

    def watch(self, on: bool) -> None:
        """Whether the sent messages are shown, and so are to be fresh."""
        if on and not self._looking.isActive():
            self._looking.start()
            self.look()
        elif not on:
            self._looking.stop()

    def look(self) -> None:
        """Ask what was sent and what became of it."""
        if self._session.mirror.live:
            self._actions.ask("sent_messages", lambda client: client.sent_messages(), self._seen)

    def _seen(self, answer: list[SentMessageView] | OnePresenceError) -> None:
        if not isinstance(answer, OnePresenceError) and answer != self.sent:
            self.sent = answer
            self.sent_changed.emit()

    def send_again(self, sent_id: str) -> None:
        """Have what failed of one tried once more."""
        self._actions.ask("send_again", lambda client: client.send_again(SentId(sent_id)), self._tried_again)

    def _tried_again(self, answer: SentMessageView | OnePresenceError) -> None:
        if isinstance(answer, OnePresenceError):
            self.told.emit(texts.error(answer))
            return
        self.sent = [answer if one.id == answer.id else one for one in self.sent]
        self.sent_changed.emit()

    def _forget(self) -> None:
        if self._session.mirror.me is None:
            self.sent = []
