"""A mailbox as its owner uses it by phone: the inbox, the PIN and the own recordings as one (spec 6.6)."""

from __future__ import annotations

from pathlib import Path

from msgspec import UNSET

from onepresence_desktop.domain.calls import CallId
from onepresence_desktop.domain.errors import NotFound
from onepresence_desktop.domain.messages import Message, MessageId, MessageKind, VoicemailOptions
from onepresence_desktop.domain.people import CustomerId, User, UserId
from onepresence_desktop.domain.spoken import SpokenKind
from onepresence_desktop.pbx.services.live_state import LiveState
from onepresence_desktop.pbx.services.mailbox_pin import MailboxPins
from onepresence_desktop.pbx.services.messages import Inbox
from onepresence_desktop.pbx.services.spoken import SpokenService
from onepresence_desktop.wire.bodies import MessagePatch


class OwnerBox:
    """What `telephony/owner_call` asks for; marks and removals are those of the app, so lamp and app follow."""

    def __init__(self, live: LiveState, inbox: Inbox, pins: MailboxPins, spoken: SpokenService) -> None:
        self._live = live
        self._inbox = inbox
        self._pins = pins
        self._spoken = spoken

    def whose(self, customer_id: CustomerId, caller: UserId | None, number: str) -> User:
        """Whose mailbox is meant."""
        company = self._live.company(customer_id)
        found = company.dial_plan.find(number) if number else company.dial_plan.users.get(caller or UserId(""))
        if not isinstance(found, User):
            raise NotFound(what="person")
        return found

    def options(self, user_id: UserId) -> VoicemailOptions:
        """How the mailbox is set."""
        return self._live.company_of_user(user_id).dial_plan.voicemail.get(user_id, VoicemailOptions())

    async def has_pin(self, user_id: UserId) -> bool:
        """Whether one is set."""
        return await self._pins.there(user_id)

    async def pin_right(self, user_id: UserId, pin: str, *, own_phone: bool) -> bool:
        """Whether it opens the mailbox."""
        return await self._pins.right(user_id, pin, own_phone=own_phone)

    async def voicemails(self, user_id: UserId) -> list[Message]:
        """Those with a sound."""
        found = await self._inbox.listing(user_id)
        return [message for message in found if message.kind is MessageKind.VOICEMAIL]

    async def recording(self, user_id: UserId, message_id: MessageId) -> Path:
        """Where a message's sound lies."""
        return await self._inbox.recording(user_id, message_id)

    async def mark(self, user_id: UserId, message_id: MessageId, *, read: bool = False, kept: bool = False) -> None:
        """Set the marks that are given."""
        patch = MessagePatch(read=True if read else UNSET, kept=True if kept else UNSET)
        await self._inbox.mark(self._customer(user_id), user_id, message_id, patch)

    async def remove(self, user_id: UserId, message_id: MessageId) -> None:
        """Delete for good."""
        await self._inbox.remove(self._customer(user_id), user_id, message_id)

    def asked_for(self, call_id: CallId) -> SpokenKind | None:
        """What a call was made to record."""
        return self._spoken.asked_for(call_id)

    def new_draft(self) -> Path:
        """A place to record to."""
        return self._spoken.new_draft()

    async def keep_draft(self, user_id: UserId, kind: SpokenKind, path: Path) -> None:
        """It is the owner's now."""
        await self._spoken.keep_draft(user_id, kind, path)

    async def drop_draft(self, path: Path) -> None:
        """It isn't wanted."""
        await self._spoken.drop_draft(path)

    def _customer(self, user_id: UserId) -> CustomerId:
        return self._live.company_of_user(user_id).customer.id
