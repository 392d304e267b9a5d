"""The keys of the inbox, as its foot shows them."""

from __future__ import annotations

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.widgets.hint_bar import Hint
from onepresence_desktop.domain.messages import Message, MessageKind


def hints_of(message: Message | None, *, writing: bool) -> list[Hint]:
    """message: the one chosen. writing: one is being written."""
    if writing:
        return [Hint("Ctrl+Enter", translate("Inbox", "Send")), Hint("Esc", translate("Inbox", "Cancel"))]
    new = Hint("Ctrl+N", translate("Inbox", "New message"), right=True)
    if message is None:
        return [new]
    spoken = message.kind is MessageKind.VOICEMAIL
    player = [Hint("Space", translate("Inbox", "Play")), Hint("← →", translate("Inbox", "5 sec."))]
    answer = translate("Inbox", "Call back") if spoken else translate("Inbox", "Reply")
    return [
        *(player if spoken else []),
        Hint("R", translate("Inbox", "Read")),
        Hint("B", translate("Inbox", "Keep")),
        Hint("Ctrl+Enter", answer),
        Hint("Del", translate("Inbox", "Delete")),
        new,
    ]
