"""The inbox: voicemail and text messages. A message travels as the domain has it."""

from __future__ import annotations

from onepresence_desktop.domain.messages import Message, MessageId
from onepresence_desktop.wire.slices import Audience, Keyed, View


class MessageRemoved(View, frozen=True, kw_only=True):
    """One of the caller's messages is gone."""

    id: MessageId


MESSAGES: Keyed[MessageId, Message] = Keyed("messages", "message", Message, Audience.OWNER, removed=MessageRemoved)
