"""The head of the inbox: which messages are shown, and a new one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup

from onepresence_desktop.desktop.inbox.rows import Filter
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.widgets.buttons import Button, Kind
from onepresence_desktop.desktop.widgets.card import SectionHeader
from onepresence_desktop.desktop.widgets.chips import Chip


class InboxHead(SectionHeader):
    """filter_chosen: another chip was pressed. new_wanted: a message is to be written."""

    filter_chosen = Signal()
    new_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.chips = {
            Filter.ALL: Chip(),
            Filter.UNREAD: Chip(),
            Filter.VOICEMAIL: Chip(icon="msg-voicemail"),
            Filter.TEXTS: Chip(icon="msg-email"),
            Filter.KEPT: Chip(icon="keep"),
            Filter.SENT: Chip(icon="send"),
        }
        self.row.setSpacing(4)
        for chip in self.chips.values():
            self._group.addButton(chip)
            chip.clicked.connect(self.filter_chosen)
            self.row.addWidget(chip)
        self.chips[Filter.ALL].setChecked(True)
        self.row.addStretch()
        self.new = Button(kind=Kind.PRIMARY, icon="compose", small=True)
        self.new.clicked.connect(self.new_wanted)
        self.row.addWidget(self.new)

    @property
    def filter(self) -> Filter:
        """The chip chosen."""
        return next(which for which, chip in self.chips.items() if chip.isChecked())

    def retranslate(self) -> None:
        """All texts again."""
        self.set_title(translate("Inbox", "Phone messages"))
        self.chips[Filter.ALL].setText(translate("Inbox", "All"))
        self.chips[Filter.UNREAD].setText(translate("Inbox", "Unread"))
        self.new.setText(translate("Inbox", "New message"))
        self.new.updateGeometry()
        for which, words in (
            (Filter.VOICEMAIL, translate("Inbox", "Voicemails")),
            (Filter.TEXTS, translate("Inbox", "Text messages")),
            (Filter.KEPT, translate("Inbox", "Kept")),
            (Filter.SENT, translate("Inbox", "Sent")),
        ):
            self.chips[which].setAccessibleName(words)
            self.chips[which].setToolTip(words)
