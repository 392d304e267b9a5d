"""The band that warns the owner before callers are turned away (spec 6.8)."""

from __future__ import annotations

import math

from PySide6.QtWidgets import QWidget

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.widgets.banner import Banner, Tone
from onepresence_desktop.domain.messages import Room


class RoomWarning(Banner):
    """Hidden while there is room enough."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Tone.WARNING, icon="warning", below=10, parent=parent)

    def show_room(self, room: Room | None) -> None:
        """Warn as the mailbox stands; None: it isn't known."""
        if room is None or not room.nearly_full:
            self.hide()
        elif not room.full:
            words = translate("Inbox", "The mailbox is {share} % full. Delete messages you no longer need.")
            self.say(words.format(share=math.floor(room.share * 100)))
        else:
            self.say(translate("Inbox", "The mailbox is full: callers can't leave messages. Delete some."))
