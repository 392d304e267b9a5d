"""The list of messages."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from onepresence_desktop.desktop.inbox.delegate import ROW_HEIGHT, MessageDelegate
from onepresence_desktop.desktop.inbox.model import InboxModel
from onepresence_desktop.desktop.widgets.row_list import RowList


class MessageList(RowList):
    """Moves by arrows; every other key goes to the page."""

    def __init__(self, model: InboxModel, parent: QWidget | None = None) -> None:
        super().__init__(model, MessageDelegate(), ROW_HEIGHT, parent)
