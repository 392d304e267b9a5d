"""The inbox of a user, and the mailbox that callers speak to (spec 6)."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import secrets
import wave
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from msgspec import UNSET

from onepresence_desktop.domain.calls import Party
from onepresence_desktop.domain.errors import NotFound, OnePresenceError, StoreFull, TelephonyAway, Unavailable
from onepresence_desktop.domain.events import MessageChanged, MessageRemoved
from onepresence_desktop.domain.messages import (
    CutShort,
    Message,
    MessageId,
    MessageKind,
    MessageWaiting,
    Room,
    VoicemailOptions,
    overdue,
)
from onepresence_desktop.domain.names import cleaned_name
from onepresence_desktop.domain.people import CustomerId, HuntGroup, User, UserId
from onepresence_desktop.pbx.ports import Clock, EventSink, Recordings, Spool, Spooled, Store, Telephony
from onepresence_desktop.pbx.services.live_state import Company, LiveState
from onepresence_desktop.pbx.services.notices import Notices
from onepresence_desktop.wire import codec
from onepresence_desktop.wire.bodies import MessagePatch

log = logging.getLogger(__name__)

KIND = "message"
"""The kind in the spool of messages that the store couldn't take."""

PAUSE_WHEN_AWAY = 2.0
"""Seconds until another try when the store can't be written."""


class Inbox:
    """A user's messages. Another user's are never there, whatever id is asked for.

    make_sound: for messages whose sound is made when it is first needed (the demo's).
    """

    def __init__(
        self,
        store: Store,
        recordings: Recordings,
        telephony: Telephony,
        live: LiveState,
        sink: EventSink,
        make_sound: Callable[[MessageId], Awaitable[None]] | None = None,
    ) -> None:
        self._store = store
        self._recordings = recordings
        self._telephony = telephony
        self._live = live
        self._sink = sink
        self._make_sound = make_sound

    async def listing(self, user_id: UserId) -> list[Message]:
        """Newest first."""
        async with self._store.reading() as unit:
            return await unit.messages.of(user_id)

    async def recording(self, user_id: UserId, message_id: MessageId) -> Path:
        """Where the sound lies. Raises `NotFound`."""
        async with self._store.reading() as unit:
            message = await unit.messages.get(message_id)
        if message is None or message.user_id != user_id or message.kind is not MessageKind.VOICEMAIL:
            raise NotFound(what="message")
        if self._make_sound is not None:
            await self._make_sound(message_id)
        return self._recordings.path(message_id)

    async def mark(
        self, customer_id: CustomerId, user_id: UserId, message_id: MessageId, patch: MessagePatch
    ) -> Message:
        """Mark read or unread, keep or let go; the phones' lamp follows. Raises `NotFound`."""
        company = self._live.company(customer_id)
        async with company.acting(user_id):
            async with self._store.unit(company.customer.id) as unit:
                message = await unit.messages.get(message_id)
                if message is None or message.user_id != user_id:
                    raise NotFound(what="message")
                marked = replace(
                    message,
                    read=message.read if patch.read is UNSET else bool(patch.read),
                    kept=message.kept if patch.kept is UNSET else bool(patch.kept),
                )
                if marked != message:
                    await unit.messages.put(marked)
            if marked != message:
                self._sink.publish(MessageChanged(customer_id, marked))
        if marked.read is not message.read:
            await self.light(user_id)
        return marked

    async def remove(self, customer_id: CustomerId, user_id: UserId, message_id: MessageId) -> None:
        """Delete for good, with the sound. Raises `NotFound`."""
        company = self._live.company(customer_id)
        async with company.acting(user_id):
            message = await self._remove(company, user_id, message_id)
        await self._removed(message)

    async def remove_overdue(self, now: datetime) -> None:
        """Delete what was heard and has reached the age its owner set (spec 6.8)."""
        async with self._store.reading() as unit:
            heard = await unit.messages.heard(now - timedelta(days=1))
        for company in list(self._live.companies.values()):
            dial_plan = company.dial_plan
            for message in heard:
                options = dial_plan.voicemail.get(message.user_id, VoicemailOptions())
                if message.user_id in dial_plan.users and overdue(message, options, now):
                    with contextlib.suppress(NotFound):
                        async with company.lock:
                            await self._remove(company, message.user_id, message.id)
                        await self._removed(message)

    async def _remove(self, company: Company, user_id: UserId, message_id: MessageId) -> Message:
        async with self._store.unit(company.customer.id) as unit:
            message = await unit.messages.get(message_id)
            if message is None or message.user_id != user_id:
                raise NotFound(what="message")
            await unit.messages.remove(message_id)
        self._sink.publish(MessageRemoved(company.customer.id, user_id, message_id))
        return message

    async def _removed(self, message: Message) -> None:
        if message.kind is MessageKind.VOICEMAIL:
            await self._recordings.remove(message.id)
            await self.light(message.user_id)

    async def light(self, user_id: UserId) -> None:
        """Set the lamp on a user's phones as the mailbox stands (MWI, RFC 3842)."""
        async with self._store.reading() as unit:
            waiting = await unit.messages.waiting(user_id)
        await self._set_lamp(waiting)

    async def _set_lamp(self, waiting: MessageWaiting) -> None:
        try:
            await self._telephony.set_mwi(waiting)
        except TelephonyAway:
            log.info("no lamp set: telephony is away")

    async def light_all(self) -> None:
        """After a start: every lamp anew."""
        for company in list(self._live.companies.values()):
            async with self._store.reading() as unit:
                waiting = await unit.messages.all_waiting(company.customer.id)
            for user_id in list(company.dial_plan.users):
                await self._set_lamp(waiting.get(user_id, MessageWaiting(user_id, 0, 0)))


class MailboxService:
    """The `Mailbox` port: what a call in the mailbox needs."""

    def __init__(
        self,
        store: Store,
        recordings: Recordings,
        spool: Spool,
        inbox: Inbox,
        live: LiveState,
        clock: Clock,
        sink: EventSink,
        notices: Notices,
    ) -> None:
        self._store = store
        self._notices = notices
        self._spool = spool
        self._recordings = recordings
        self._inbox = inbox
        self._live = live
        self._clock = clock
        self._sink = sink
        self._waiting: asyncio.Queue[Message] = asyncio.Queue()

    def options(self, user_id: UserId) -> VoicemailOptions:
        """How the mailbox meets callers."""
        return self._company_of(user_id).dial_plan.voicemail.get(user_id, VoicemailOptions())

    def owner(self, user_id: UserId) -> User:
        """Whose mailbox it is. Raises `NotFound`."""
        return self._company_of(user_id).user(user_id)

    def reception(self, customer_id: CustomerId) -> HuntGroup | None:
        """Where key 9 leads."""
        return self._live.company(customer_id).dial_plan.reception

    async def room(self, user_id: UserId) -> Room:
        """What it holds and may hold."""
        async with self._store.reading() as unit:
            return Room(await unit.messages.recorded(user_id), self._live.mailbox_seconds)

    async def new_draft(self, user_id: UserId) -> tuple[MessageId, Path]:
        """An id that no one can guess and that names the owner, and a place to record to."""
        self.owner(user_id)
        message_id = MessageId(f"{user_id}-{secrets.token_hex(12)}")
        return message_id, self._recordings.draft(message_id)

    async def deposit(
        self,
        user_id: UserId,
        message_id: MessageId,
        caller: Party,
        seconds: float,
        cut_short: CutShort | None = None,
    ) -> None:
        """Make the recording final, then the message; only then lamp and event.

        Raises `Unavailable` while the store can't take it; then it is tried again until it can.
        """
        company, caller = self._company_of(user_id), caller.shown()
        message = Message(
            id=message_id,
            user_id=user_id,
            kind=MessageKind.VOICEMAIL,
            number=cleaned_name(caller.number),
            name=company.caller_name(user_id, caller.number, cleaned_name(caller.name))
            or _name_of(company, caller.number),
            at=self._clock.now(),
            seconds=seconds,
            cut_short=cut_short,
        )
        try:
            await self._put(company, message)
        except Unavailable:
            await self._put_by(message)
            self._waiting.put_nowait(message)
            raise

    async def keep_waiting(self) -> None:
        """For ever: store the messages that the store couldn't take when they were left."""
        while True:
            message = await self._waiting.get()
            while True:
                await asyncio.sleep(PAUSE_WHEN_AWAY)
                try:
                    await self._put(self._company_of(message.user_id), message)
                    await self._spool.drop(KIND, message.id)
                    break
                except Unavailable as exc:
                    log.warning("a message waits for the store: %s", exc)
                except NotFound:
                    await self._recordings.remove(message.id)
                    await self._spool.drop(KIND, message.id)
                    break

    async def _put_by(self, message: Message) -> None:
        """What is known of a message into the spool: after a crash `recover` finds it there beside the sound."""
        try:
            await self._spool.put(Spooled(KIND, message.id, codec.encode(message)))
        except (Unavailable, OSError) as exc:
            log.warning("a message waits for the store in memory only: %s", exc)

    async def _put(self, company: Company, message: Message) -> None:
        try:
            await self._commit(company, message)
        except StoreFull:
            await self._recordings.make_room()
            await self._commit(company, message)
        await self._recordings.settle(message.id)
        await self._inbox.light(message.user_id)

    async def _commit(self, company: Company, message: Message) -> None:
        await self._recordings.keep(message.id)
        async with company.lock:
            async with self._store.unit(company.customer.id) as unit:
                await unit.messages.put(message)
                await self._notices.of_message(unit, company, message)
            self._sink.publish(MessageChanged(company.customer.id, message, new=True))

    async def discard(self, message_id: MessageId) -> None:
        """The caller left nothing worth keeping."""
        await self._recordings.remove(message_id)

    async def recover(self) -> None:
        """After a crash: what callers had said into drafts becomes messages.

        Those that had waited for the store are as they were. Of others neither the caller is known any more, nor
        whether the draft was whole: they are marked as ones that may not be.
        """
        waiting = {spooled.id: spooled for spooled in await self._spool.waiting(KIND)}
        async with self._store.reading() as unit:
            known = await unit.messages.ids()
        for message_id in await self._recordings.recover(known):
            user_id = UserId(message_id.rpartition("-")[0])
            seconds = await asyncio.to_thread(_seconds, self._recordings.draft(message_id))
            try:
                company = self._company_of(user_id)
            except NotFound:
                log.warning("a message to %s, who is not there, is set aside", user_id)
                await self._recordings.set_aside(message_id)
                continue
            await self._recordings.keep(message_id)
            message = self._waited(waiting.get(message_id)) or Message(
                message_id,
                user_id,
                MessageKind.VOICEMAIL,
                number="",
                name="",
                at=self._clock.now(),
                seconds=seconds,
                cut_short=CutShort.SERVICE_STOPPED,
            )
            async with company.lock, self._store.unit(company.customer.id) as unit:
                await unit.messages.put(message)
            await self._recordings.settle(message_id)
            log.warning("%s: %.1f s of a message to %s were rescued", message.cut_short, seconds, user_id)
        for spooled_id in waiting:
            await self._spool.drop(KIND, spooled_id)

    def _waited(self, spooled: Spooled | None) -> Message | None:
        try:
            return codec.decode(spooled.content, Message) if spooled is not None else None
        except OnePresenceError as exc:
            log.warning("what was known of a message can't be read: %s", exc)
            return None

    def _company_of(self, user_id: UserId) -> Company:
        return self._live.company_of_user(user_id)


def _seconds(path: Path) -> float:
    """Length of a WAV file's sound; 0 when it can't be read. Blocking."""
    try:
        with wave.open(str(path), "rb") as sound:
            return sound.getnframes() / sound.getframerate()
    except (OSError, EOFError, wave.Error):
        return 0.0


def _name_of(company: Company, number: str) -> str:
    """Whose number it is in this company, mobiles too; "" for a stranger's."""
    found = company.dial_plan.find(number)
    if found is None and number:
        found = next((user for user in company.dial_plan.users.values() if user.mobile == number), None)
    return found.name if found is not None else ""
