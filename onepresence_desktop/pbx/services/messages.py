"""The inbox of a user, and the mailbox that callers speak to (spec 6)."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import secrets
import wave
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from msgspec import UNSET

from onepresence_desktop.domain.calls import Party
from onepresence_desktop.domain.errors import NotFound, StoreFull, TelephonyAway, Unavailable
from onepresence_desktop.domain.events import MessageChanged, MessageRemoved
from onepresence_desktop.domain.messages import (
    CutShort,
    Message,
    MessageId,
    MessageKind,
    Room,
    VoicemailOptions,
    overdue,
)
from onepresence_desktop.domain.people import CustomerId, HuntGroup, User, UserId
from onepresence_desktop.pbx.ports import Clock, EventSink, Recordings, Store, Telephony
from onepresence_desktop.pbx.services.office import Company, Office
from onepresence_desktop.wire.bodies import MessagePatch

log = logging.getLogger(__name__)

PAUSE_WHEN_AWAY = 2.0
"""Seconds until another try when the store can't be written."""


class Inbox:
    """A user's messages. Another user's are never there, whatever id is asked for."""

    def __init__(
        self, store: Store, recordings: Recordings, telephony: Telephony, office: Office, sink: EventSink
    ) -> None:
        self._store = store
        self._recordings = recordings
        self._telephony = telephony
        self._office = office
        self._sink = sink

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
        return self._recordings.path(message_id)

    async def mark(
        self, customer_id: CustomerId, user_id: UserId, message_id: MessageId, patch: MessagePatch
    ) -> Message:
        """Mark read or unread, keep or let go; the phones' lamp follows. Raises `NotFound`."""
        company = self._office.company(customer_id)
        async with company.lock:
            async with self._store.unit() as unit:
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
        company = self._office.company(customer_id)
        async with company.lock:
            async with self._store.unit() as unit:
                message = await unit.messages.get(message_id)
                if message is None or message.user_id != user_id:
                    raise NotFound(what="message")
                await unit.messages.remove(message_id)
            self._sink.publish(MessageRemoved(customer_id, user_id, message_id))
        if message.kind is MessageKind.VOICEMAIL:
            await self._recordings.remove(message_id)
            await self.light(user_id)

    async def remove_overdue(self, now: datetime) -> None:
        """Delete what was heard and has reached the age its owner set (spec 6.8)."""
        async with self._store.reading() as unit:
            heard = await unit.messages.heard(now - timedelta(days=1))
        for company in list(self._office.companies.values()):
            directory = company.directory
            for message in heard:
                options = directory.voicemail.get(message.user_id, VoicemailOptions())
                if message.user_id in directory.users and overdue(message, options, now):
                    with contextlib.suppress(NotFound):
                        await self.remove(company.customer.id, message.user_id, message.id)

    async def light(self, user_id: UserId) -> None:
        """Set the lamp on a user's phones as the mailbox stands (MWI, RFC 3842)."""
        async with self._store.reading() as unit:
            waiting = await unit.messages.waiting(user_id)
        try:
            await self._telephony.set_mwi(waiting)
        except TelephonyAway:
            log.info("no lamp set: telephony is away")

    async def light_all(self) -> None:
        """After a start: every lamp anew."""
        for company in list(self._office.companies.values()):
            for user_id in list(company.directory.users):
                await self.light(user_id)


class MailboxService:
    """The `Mailbox` port: what a call in the mailbox needs."""

    def __init__(
        self, store: Store, recordings: Recordings, inbox: Inbox, office: Office, clock: Clock, sink: EventSink
    ) -> None:
        self._store = store
        self._recordings = recordings
        self._inbox = inbox
        self._office = office
        self._clock = clock
        self._sink = sink
        self._waiting: asyncio.Queue[Message] = asyncio.Queue()

    def options(self, user_id: UserId) -> VoicemailOptions:
        """How the mailbox meets callers."""
        return self._company_of(user_id).directory.voicemail.get(user_id, VoicemailOptions())

    def owner(self, user_id: UserId) -> User:
        """Whose mailbox it is. Raises `NotFound`."""
        return self._company_of(user_id).user(user_id)

    def reception(self, customer_id: CustomerId) -> HuntGroup | None:
        """Where key 9 leads."""
        return self._office.company(customer_id).directory.reception

    async def room(self, user_id: UserId) -> Room:
        """What it holds and may hold."""
        async with self._store.reading() as unit:
            return Room(await unit.messages.recorded(user_id), self._office.mailbox_seconds)

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
        company = self._company_of(user_id)
        message = Message(
            id=message_id,
            user_id=user_id,
            kind=MessageKind.VOICEMAIL,
            number=caller.number,
            name=caller.name,
            at=self._clock.now(),
            seconds=seconds,
            cut_short=cut_short,
        )
        try:
            await self._put(company, message)
        except Unavailable:
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
                    break
                except Unavailable as exc:
                    log.warning("a message waits for the store: %s", exc)
                except NotFound:
                    await self._recordings.remove(message.id)
                    break

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
            async with self._store.unit() as unit:
                await unit.messages.put(message)
            self._sink.publish(MessageChanged(company.customer.id, message))

    async def discard(self, message_id: MessageId) -> None:
        """The caller left nothing worth keeping."""
        await self._recordings.remove(message_id)

    async def recover(self) -> None:
        """After a crash: what callers had said into drafts becomes messages, from a caller not known any more.

        Whether a draft was whole isn't known either, so its message is marked as one that may not be.
        """
        async with self._store.reading() as unit:
            known = await unit.messages.ids()
        for message_id in await self._recordings.recover(known):
            user_id = UserId(message_id.rpartition("-")[0])
            seconds = await asyncio.to_thread(_seconds, self._recordings.draft(message_id))
            try:
                company = self._company_of(user_id)
            except NotFound:
                await self._recordings.remove(message_id)
                continue
            await self._recordings.keep(message_id)
            message = Message(
                message_id,
                user_id,
                MessageKind.VOICEMAIL,
                number="",
                name="",
                at=self._clock.now(),
                seconds=seconds,
                cut_short=CutShort.SERVICE_STOPPED,
            )
            async with company.lock, self._store.unit() as unit:
                await unit.messages.put(message)
            await self._recordings.settle(message_id)
            log.warning("%s: %.1f s of a message to %s were rescued", message.cut_short, seconds, user_id)

    def _company_of(self, user_id: UserId) -> Company:
        for company in self._office.companies.values():
            if user_id in company.directory.users:
                return company
        raise NotFound(what="person")


def _seconds(path: Path) -> float:
    """Length of a WAV file's sound; 0 when it can't be read. Blocking."""
    try:
        with wave.open(str(path), "rb") as sound:
            return sound.getnframes() / sound.getframerate()
    except (OSError, EOFError, wave.Error):
        return 0.0
