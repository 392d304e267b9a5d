"""Voicemail as text: heard by a program one after another, kept with the message (spec 6.9)."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from datetime import datetime, timedelta

from onepresence_desktop.domain.errors import NotFound, OnePresenceError, Unavailable
from onepresence_desktop.domain.events import Fact, MessageChanged
from onepresence_desktop.domain.helpers_seen import TranscriptionSeen
from onepresence_desktop.domain.messages import Message, MessageId, MessageKind, VoicemailOptions, heard
from onepresence_desktop.pbx.ports import Clock, EventSink, Recordings, Store
from onepresence_desktop.pbx.ports.transcription import Transcriber
from onepresence_desktop.pbx.services.live_state import Company, LiveState
from onepresence_desktop.pbx.services.notices import Notices

log = logging.getLogger(__name__)

MOST_WAITING = 1_000
"""Messages that wait to be heard; of more the later ones have no text."""

TAKEN_UP = timedelta(hours=1)
"""After a start, how old a message may be for its text still to be made."""


class Transcripts:
    """Follows the facts for new voicemail; the mail that tells of one waits for its text, but not for ever."""

    HEARS = (MessageChanged,)

    def __init__(
        self,
        store: Store,
        recordings: Recordings,
        live: LiveState,
        transcriber: Transcriber,
        notices: Notices,
        clock: Clock,
        sink: EventSink,
    ) -> None:
        self._store = store
        self._recordings = recordings
        self._live = live
        self._transcriber = transcriber
        self._notices = notices
        self._clock = clock
        self._sink = sink
        self._failed = 0
        self._failing_since: datetime | None = None
        self._why = ""
        self._waiting: asyncio.Queue[Message] = asyncio.Queue(MOST_WAITING)

    def publish(self, fact: Fact) -> None:
        """A message was left."""
        match fact:
            case MessageChanged(message=message, new=True) if message.kind is MessageKind.VOICEMAIL:
                self._put(message)

    def seen(self) -> TranscriptionSeen:
        """How the program does, for the doctor. Blocking, for a moment."""
        by = self._transcriber
        return TranscriptionSeen(by.program, by.missing(), self._failed, self._failing_since, self._why)

    async def run(self) -> None:
        """For ever: one message after another."""
        await self._take_up()
        while True:
            message = await self._waiting.get()
            try:
                await self._hear(message)
            except OnePresenceError as exc:
                log.warning("a message has no text: %s", exc)

    def _put(self, message: Message) -> None:
        try:
            self._waiting.put_nowait(message)
        except asyncio.QueueFull:
            log.warning("too many messages wait to be heard: this one will have no text")

    async def _take_up(self) -> None:
        """What an earlier life of the service didn't come to."""
        since = self._clock.now() - TAKEN_UP
        for company in list(self._live.companies.values()):
            async with self._store.reading() as unit:
                messages = await unit.messages.of_each(list(company.dial_plan.users))
            for message in (one for own in messages.values() for one in own):
                if message.kind is MessageKind.VOICEMAIL and not message.text and message.at >= since:
                    self._put(message)

    async def _hear(self, message: Message) -> None:
        try:
            company = self._live.company_of_user(message.user_id)
        except NotFound:
            return
        options = company.dial_plan.voicemail.get(message.user_id, VoicemailOptions())
        try:
            said = await self._transcriber.text(self._recordings.path(message.id), options.language)
            self._failed, self._failing_since, self._why = 0, None, ""
        except Unavailable as exc:
            log.warning("a message has no text: %s", exc)
            self._failed, self._failing_since = self._failed + 1, self._failing_since or self._clock.now()
            self._why = str(exc.details.get("detail") or "").removeprefix("transcription").strip(": ")
            said = ""
        await self._keep(company, message.id, heard(said))

    async def _keep(self, company: Company, message_id: MessageId, text: str) -> None:
        async with company.lock:
            async with self._store.unit(company.customer.id) as unit:
                message = await unit.messages.get(message_id)
                if message is None:  # deleted meanwhile
                    return
                told = replace(message, text=text)
                if told != message:
                    await unit.messages.put(told)
                await self._notices.of_text(unit, company, told)
            if told != message:
                self._sink.publish(MessageChanged(company.customer.id, told))
