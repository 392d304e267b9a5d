"""The right of the inbox: a message to read, one that was sent, one being written, or why there is none."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QStackedWidget

from onepresence_desktop.desktop.inbox.composing import Composing
from onepresence_desktop.desktop.inbox.nothing import Nothing
from onepresence_desktop.desktop.inbox.reading import ReadingPane
from onepresence_desktop.desktop.inbox.rows import Filter
from onepresence_desktop.desktop.inbox.sent import SentPane
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.domain.messages import Message
from onepresence_desktop.wire.messaging import SentMessageView


class RightSide(QStackedWidget):
    """Parts that are seldom seen are made when first shown."""

    def __init__(self, session: Session, reading: ReadingPane, composing: Composing) -> None:
        super().__init__()
        self._session, self._composing = session, composing
        self.reading = reading
        self.sent: SentPane | None = None
        self._nothing = Nothing()
        self.addWidget(reading)
        self.addWidget(self._nothing)

    @property
    def writing(self) -> bool:
        """Whether a message is being written."""
        return self._composing.made and self.currentWidget() is self._composing.pane

    @property
    def typing(self) -> bool:
        """Whether keys are for what is being written, and not for the message chosen in the list."""
        here = QApplication.focusWidget()
        return self.writing and here is not None and self.isAncestorOf(here)

    def show_compose(self) -> None:
        """The pane to write in."""
        pane = self._composing.pane
        if self.indexOf(pane) < 0:
            self.addWidget(pane)
        self.setCurrentWidget(pane)
        pane.take_keys()

    def show_sent(self, sent: SentMessageView) -> None:
        """One that was sent."""
        if self.sent is None:
            self.sent = SentPane()
            self.sent.again_wanted.connect(self._composing.send_again)
            self.addWidget(self.sent)
        self.sent.show_sent(sent, self._session.now())
        self.setCurrentWidget(self.sent)

    def show_message(self, message: Message) -> None:
        """One to read."""
        known = self._session.known(message.number)
        self.reading.show_message(message, self._session.mirror, self._session.now(), known=known)
        self.setCurrentWidget(self.reading)

    def show_nothing(self, query: str, which: Filter) -> None:
        """Why there is none."""
        self._nothing.say(query, which)
        self.setCurrentWidget(self._nothing)
