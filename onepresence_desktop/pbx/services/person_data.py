"""All that is kept of one person: handed out as an archive, or erased (spec 12.4d)."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from onepresence_desktop.domain.calls import CallRecord
from onepresence_desktop.domain.errors import Conflict, NotFound
from onepresence_desktop.domain.events import Rewritten
from onepresence_desktop.domain.messages import MessageId, MessageKind
from onepresence_desktop.domain.people import CustomerId, User, UserId
from onepresence_desktop.domain.spoken import SpokenKind
from onepresence_desktop.pbx.ports import AuditEntry, Clock, EventSink, Recordings, Store, UnitOfWork
from onepresence_desktop.pbx.prompts import letters
from onepresence_desktop.pbx.services import asked, person_file, provisioning
from onepresence_desktop.pbx.services.leaving import take_out
from onepresence_desktop.pbx.services.live_state import Company, LiveState
from onepresence_desktop.pbx.services.messages import Inbox
from onepresence_desktop.pbx.services.people import Actor, PeopleService, is_self
from onepresence_desktop.pbx.services.person_file import Kept
from onepresence_desktop.pbx.services.snapshot import Snapshots
from onepresence_desktop.pbx.services.spoken import SpokenService
from onepresence_desktop.wire import codec
from onepresence_desktop.wire.views import SnapshotView

PAGE = 200
"""Call records and lines of the log read at once."""
ALL_TIME, MOST_SENT = timedelta(days=36_500), 1_000_000
SECRET = (provisioning.KEY, provisioning.HAS)
"""Preferences that phones prove themselves by."""
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
        """A ZIP of JSON, sounds and a page to read: the person, what they set, calls, messages and texts.

        Raises `NotFound`, `PasswordNeeded`.
        """
        async with self._people.changing_one(customer_id, actor) as (company, change):
            user = company.user(user_id)
            asked.need_proof()
            await self._people.audit(change.unit, customer_id, actor, "user_exported", user.local_number)
        kept = await self._kept(company, user)
        return await asyncio.to_thread(person_file.archive, company, kept, self._clock.now())

    async def _kept(self, company: Company, user: User) -> Kept:
        own: Any = codec.decode(await self._snapshots.whole(company.customer.id, user.id), SnapshotView).private
        spoken: dict[SpokenKind, bytes] = {}
        for kind in SpokenKind:
            with contextlib.suppress(NotFound):
                spoken[kind] = await self._spoken.wav(user.id, kind)
        calls = await self._calls(user.id)
        async with self._store.reading() as unit:
            inbox = await unit.messages.of(user.id)
            calendars = [access.source for access in await unit.calendars.of(user.id)]
            picture = await unit.pictures.of(user.id)
            chosen = await unit.preferences.of(user.id)
            return Kept(
                user=user,
                settings={
                    "me": own.me,
                    "diversions": own.diversions,
                    "schedules": own.schedules,
                    "completions": own.completions,
                    "preferences": {
                        key: codec.decode(text, object) for key, text in chosen.items() if key not in SECRET
                    },
                },
                diversions=[*own.diversions.current, *own.diversions.coming],
                contacts=[one for one in await unit.contacts.all(company.customer.id) if one.owner == user.id],
                calls=calls,
                messages=inbox,
                sent=await unit.messaging.sent(user.id, self._clock.now() - ALL_TIME, MOST_SENT),
                shared_calls=await unit.shared_calls.handled_by(company.customer.id, user.id),
                sessions=await unit.credentials.sessions(user.id),
                log=await _log(unit, company, user),
                recordings={
                    one.id: self._recordings.path(one.id) for one in inbox if one.kind is MessageKind.VOICEMAIL
                },
                spoken=spoken,
                pickup_groups=[
                    group.name for group in await unit.pickup.all(company.customer.id) if user.id in group.members
                ],
                calendars=calendars,
                picture=(picture[0].partition("/")[2], picture[1]) if picture is not None else None,
            )

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
            note = partial(self._people.audit, change.unit, customer_id, actor)
            sounds = await take_out(company, change, user, note)
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


async def _log(unit: UnitOfWork, company: Company, user: User) -> list[AuditEntry]:
    """What they did and what was done to them and their phones, newest first."""
    words = {user.local_number, *(device.sip_user for device in company.devices_of(user.id))}
    found: dict[int, AuditEntry] = {}
    for word in words:
        before: int | None = None
        while True:
            page = await unit.privacy.audit_page(
                company.customer.id, before_id=before, text=word, actors=[user.id], most=PAGE
            )
            found |= {place: entry for place, entry in page if entry.actor == user.id or entry.subject in words}
            if len(page) < PAGE:
                break
            before = page[-1][0]
    return [found[place] for place in sorted(found, reverse=True)]
