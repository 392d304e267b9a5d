"""All that is kept of one person: handed out as an archive, or erased (spec 12.4d)."""

from __future__ import annotations

import asyncio
import contextlib
import io
import zipfile
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from onepresence_desktop.domain.calls import CallRecord
from onepresence_desktop.domain.errors import NotFound
from onepresence_desktop.domain.messages import MessageKind
from onepresence_desktop.domain.people import CustomerId, User, UserId
from onepresence_desktop.domain.spoken import SpokenKind
from onepresence_desktop.pbx.ports import Clock, Recordings, Store
from onepresence_desktop.pbx.prompts import letters
from onepresence_desktop.pbx.services import asked, views
from onepresence_desktop.pbx.services.live_state import Company, LiveState
from onepresence_desktop.pbx.services.people import Actor, PeopleService
from onepresence_desktop.pbx.services.snapshot import Snapshots
from onepresence_desktop.pbx.services.spoken import SpokenService
from onepresence_desktop.wire import codec
from onepresence_desktop.wire.views import SnapshotView

PAGE = 200
"""Call records and texts read at once."""


class PersonData:
    """Of one person at a time, for administrators; both are written down. speech: where spoken sentences are kept."""

    def __init__(
        self,
        store: Store,
        live: LiveState,
        people: PeopleService,
        recordings: Recordings,
        spoken: SpokenService,
        snapshots: Snapshots,
        clock: Clock,
        speech: Path,
    ) -> None:
        self._store, self._live, self._people = store, live, people
        self._recordings, self._spoken = recordings, spoken
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
        """Remove the person with all that is theirs, and what names them in what others keep.

        What others wrote themselves (contacts, numbers that their diversions lead to) is theirs and stays. Raises
        `NotFound`, `Conflict` (self), `PasswordNeeded`.
        """
        asked.need_proof()
        company = self._live.company(customer_id)
        user = company.user(user_id)
        words = _words(company, user)
        await self._spoken.drop_copies(customer_id, user_id)
        await self._people.remove_user(customer_id, user_id, actor, erase=True)
        former = letters.former_colleague(company.customer.language)
        async with self._people.changing_one(customer_id, actor) as (_, change):
            await change.unit.erasing.erase(customer_id, user.name, words, former)
            await self._people.audit(change.unit, customer_id, actor, "user_erased", former)
        await self._store.forget_for_good()
        await asyncio.to_thread(_drop_sentences, self._speech)

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
