"""The band under the list of messages: what was deleted, with a way back, and other short news."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.deleting import Deleting
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.widgets.banner import Banner, Tone
from onepresence_desktop.domain.errors import OnePresenceError
from onepresence_desktop.domain.messages import Message, MessageId

NEWS_MS = 4_000


class UndoBand(Banner):
    """Speaks of what `deleting` does; a message that is kept is asked about once."""

    def __init__(self, deleting: Deleting[MessageId]) -> None:
        super().__init__(Tone.NEUTRAL, link=True)
        self._deleting = deleting
        self._asked_kept: MessageId | None = None
        deleting.changed.connect(lambda: self.setVisible(deleting.waiting))

    def retranslate(self) -> None:
        """All texts again."""
        self.set_action(translate("Inbox", "Undo"))

    def delete(self, message: Message) -> None:
        """Delete a message, or ask."""
        if message.kept and self._asked_kept != message.id:
            self._asked_kept = message.id
            self.tell(translate("Inbox", "You keep this message. Press delete again to delete it."))
            return
        self._asked_kept = None
        self.set_tone(Tone.NEUTRAL, "delete")
        self.set_action(translate("Inbox", "Undo"))
        self.say(translate("Inbox", "Message deleted"))
        self._deleting.begin(message.id)

    def tell(self, words: str) -> None:
        """Say something for a moment."""
        self.set_tone(Tone.NEUTRAL)
        self.set_action("")
        self.say(words)
        QTimer.singleShot(NEWS_MS, self, self._over)

    def refused(self, error: OnePresenceError) -> None:
        """What was deleted is still there."""
        self._deleting.failed()
        self.set_tone(Tone.DANGER)
        self.set_action("")
        self.say(texts.error(error))

    def _over(self) -> None:
        self._asked_kept = None
        self.setVisible(self._deleting.waiting)
