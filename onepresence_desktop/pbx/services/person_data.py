"""All that is kept of one person: handed out as an archive, or erased (spec 12.4d)."""

from __future__ import annotations

import asyncio
import contextlib
import io
import logging
import zipfile
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from onepresence_desktop.domain.calls import CallRecord
from onepresence_desktop.domain.errors import Conflict, NotFound
from onepresence_desktop.domain.events import Rewritten
from onepresence_desktop.domain.messages import MessageId, MessageKind
from onepresence_desktop.domain.people import CustomerId, User, UserId
from onepresence_desktop.domain.spoken import SpokenKind
from onepresence_desktop.pbx.ports import Clock, EventSink, Recordings, Store, UnitOfWork
from onepresence_desktop.pbx.prompts import letters
from onepresence_desktop.pbx.services import asked, views
from onepresence_desktop.pbx.services.leaving import take_out
from onepresence_desktop.pbx.services.live_state import Company, LiveState
from onepresence_desktop.pbx.services.messages import Inbox
from onepresence_desktop.pbx.services.people import Actor, PeopleService, is_self
from onepresence_desktop.pbx.services.snapshot import Snapshots
from onepresence_desktop.pbx.services.spoken import SpokenService
from onepresence_desktop.wire import codec
from onepresence_desktop.wire.views import SnapshotView

PAGE = 200
"""Call records and texts read at once."""
REST = "erasing"
"""Of the company's setting that holds what erasures have still to do."""

log = logging.getLogger(__name__)


class PersonData:
    """Of one person at a time, for administrators; both are written down. speech: where spoken sentences are kept."""

    def __init__(
        self,
        store: Store,
        live: LiveState,
        people: PeopleService,
        recordings: Recordings,
        inbox: Inbox,
        sink: EventSink,
        spoken: SpokenService,
        snapshots: Snapshots,
        clock: Clock,
        speech: Path,
    ) -> None:
        self._store, self._live, self._people = store, live, people
        self._recordings, self._spoken = recordings, spoken
        self._inbox, self._sink = inbox, sink
        self._snapshots, self._clock, self._speech = snapshots, clock, speech

    async def export(self, customer_id: CustomerId, user_id: UserId, actor: Actor) -> bytes:
        """A ZIP of JSON and sounds: the person, what they set, calls, messages and texts.

        Raises `NotFound`, `PasswordNeeded`.
        """
        company = self._live.company(customer_id)
        user = company.user(user_id)
        async with self._people.changing_one(customer_id, actor) as (_, change):
            asked.need_proof()
            await self._people.audit(change.unit, customer_id, actor, "user_exported", user.local_number)
        snapshot = codec.decode(await self._snapshots.whole(customer_id, user_id), SnapshotView)
        files: dict[str, bytes | Path] = {
            "person.json": codec.encode(views.person(user)),
            "settings.json": codec.encode(snapshot.private),
            "calls.json": codec.encode(await self._calls(user_id)),
        }
        async with self._store.reading() as unit:
            sent = await unit.messaging.sent(user_id, self._clock.now() - timedelta(days=36_500), 10_000)
            inbox = await unit.messages.of(user_id)
            log = await unit.privacy.audit_page(
                customer_id, before_id=None, text=user.local_number, actors=[str(user_id)], most=10_000
            )
        files["messages.json"] = codec.encode(inbox)
        files["sent.json"] = codec.encode(sent)
        files["log.json"] = codec.encode([entry for _, entry in log])
        for message in inbox:
            if message.kind is MessageKind.VOICEMAIL:
                files[f"sounds/{message.id}.wav"] = self._recordings.path(message.id)
        for kind in SpokenKind:
            with contextlib.suppress(NotFound):
                files[f"sounds/own-{kind.value}.wav"] = await self._spoken.wav(user_id, kind)
        return await asyncio.to_thread(_zipped, files, self._clock.now())

    async def erase(self, customer_id: CustomerId, user_id: UserId, actor: Actor) -> None:
        """Remove the person with all that is theirs, and what names them in what others keep, at once.

        Voicemail they left with colleagues goes too, for it is their voice. What others wrote themselves (contacts,
        numbers that their diversions lead to) is theirs and stays. What lies in files goes once all that is committed:
        which files is written down in the same unit, so that the next start goes on where this one was killed. Raises
        `NotFound`, `Conflict` (self), `PasswordNeeded`.
        """
        async with self._people.changing_one(customer_id, actor) as (company, change):
            user = company.user(user_id)
            if is_self(actor, user_id):
                raise Conflict(what="self")
            asked.need_proof()
            words, former = _words(company, user), letters.former_colleague(company.customer.language)
            sounds = await take_out(company, change, user)
            left = await change.unit.erasing.erase(customer_id, user.name, words, former)
            await self._people.audit(change.unit, customer_id, actor, "user_erased", former)
            sounds += [message.id for message in left]
            await _put_rest(change.unit, customer_id, [*await _rest(change.unit, customer_id), sounds])
        self._sink.publish(Rewritten(customer_id))  # clients keep what they were told, also on their disks
        for owner in {message.user_id for message in left}:
            await self._inbox.light(owner)
        await self._finish(customer_id)

    async def resume(self) -> None:
        """At the start, before recordings are looked through: finish what a kill cut short."""
        for customer_id in list(self._live.companies):
            async with self._store.reading() as unit:
                begun = await _rest(unit, customer_id)
            if begun:
                log.warning("%d erasures were cut short and are finished", len(begun))
                await self._finish(customer_id)

    async def _finish(self, customer_id: CustomerId) -> None:
        """Drop the files of erasures that are committed, and forget these; a sound that is held stays written down."""
        async with self._store.reading() as unit:
            begun = await _rest(unit, customer_id)
        for message_id in {message_id for sounds in begun for message_id in sounds}:
            await self._recordings.remove(message_id)
        await asyncio.to_thread(_drop_sentences, self._speech)
        await self._store.forget_for_good()
        held, _ = await self._recordings.all()
        async with self._live.company(customer_id).lock, self._store.unit(customer_id) as unit:
            kept = [sounds for sounds in await _rest(unit, customer_id) if sounds not in begun or held & set(sounds)]
            await _put_rest(unit, customer_id, kept)

    async def _calls(self, user_id: UserId) -> list[CallRecord]:
        found: list[CallRecord] = []
        before: datetime | None = None
        while True:
            async with self._store.reading() as unit:
                page = await unit.history.of(user_id, before=before, most=PAGE)
            found += page
            if len(page) < PAGE:
                return found
            before = page[-1].at


async def _rest(unit: UnitOfWork, customer_id: CustomerId) -> list[list[MessageId]]:
    """Of each erasure whose files aren't known to be gone: the messages whose sounds go."""
    text = await unit.company_numbers.setting(customer_id, REST)
    return codec.decode(text, list[list[MessageId]]) if text is not None else []


async def _put_rest(unit: UnitOfWork, customer_id: CustomerId, rest: list[list[MessageId]]) -> None:
    await unit.company_numbers.put_setting(customer_id, REST, codec.encode(rest).decode())


def _drop_sentences(folder: Path) -> None:
    """Blocking. Some say the name; which ones can't be seen, and all are made anew when they are needed."""
    for path in folder.glob("*.wav"):
        if not path.name.startswith("draft-"):
            with contextlib.suppress(OSError):
                path.unlink()


def _words(company: Company, user: User) -> list[str]:
    """Everything a person is known by, but for the name."""
    known = [user.local_number, user.one_number, user.mobile, user.email]
    known += [device.sip_user for device in company.devices_of(user.id)]
    known += [device.number for device in company.devices_of(user.id)]
    return [word for word in known if word]


def _zipped(files: dict[str, Any], now: datetime) -> bytes:
    """Blocking. A sound that is no longer there is left out."""
    whole = io.BytesIO()
    stamp = now.timetuple()[:6]
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(files.items()):
            if isinstance(content, Path):
                if not content.exists():
                    continue
                content = content.read_bytes()
            archive.writestr(zipfile.ZipInfo(name, stamp), content, zipfile.ZIP_DEFLATED)
    return whole.getvalue()
