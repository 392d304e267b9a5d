"""Users' own names and greetings: taken as files or as recorded by phone, kept, and handed out to be played (spec 6.5).

They lie in the store; what is played is a copy among the spoken sentences, which goes when it isn't used for long.
"""

from __future__ import annotations

import asyncio
import hashlib
import secrets
from dataclasses import replace
from pathlib import Path

from onepresence_desktop.domain.calls import CallId
from onepresence_desktop.domain.errors import NotFound
from onepresence_desktop.domain.events import SettingsChanged
from onepresence_desktop.domain.feature_codes import RECORDING_CODES
from onepresence_desktop.domain.people import CustomerId, UserId
from onepresence_desktop.domain.spoken import LONGEST, SHORTEST, Spoken, SpokenKind
from onepresence_desktop.pbx.ports import EventSink, Store
from onepresence_desktop.pbx.services.calls import Calls, new_call_id
from onepresence_desktop.pbx.services.live_state import LiveState
from onepresence_desktop.pbx.sound_files import playable, quiet_enough, wav_of
from onepresence_desktop.pbx.speech import RATE

ASKED_FOR = 32
"""Calls that were made for a recording and are remembered until their menu begins."""

LEVEL = 0.5
"""Of full scale: louder recordings are brought down to it, so that no caller is startled."""


class SpokenService:
    """The use cases. folder: where copies lie for playing, and drafts while they are recorded."""

    def __init__(self, store: Store, live: LiveState, calls: Calls, sink: EventSink, folder: Path) -> None:
        self._store = store
        self._live = live
        self._calls = calls
        self._sink = sink
        self._folder = folder
        self._asked: dict[CallId, SpokenKind] = {}

    async def put(self, customer_id: CustomerId, user_id: UserId, kind: SpokenKind, data: bytes) -> Spoken:
        """Keep a WAV file as the user's name or greeting. Raises `Invalid`."""
        company = self._live.company(customer_id)
        company.user(user_id)
        sound = await asyncio.to_thread(quiet_enough, data, SHORTEST, LONGEST[kind], LEVEL)
        samples = sound.tobytes()
        spoken = Spoken(kind, len(sound) / RATE, hashlib.sha256(samples).hexdigest())
        await self._live.own(company, user_id)
        async with company.acting(user_id):
            async with self._store.unit(customer_id) as unit:
                await unit.spoken.put(user_id, spoken, samples)
            self._swap(customer_id, user_id, kind, spoken)
        return spoken

    async def remove(self, customer_id: CustomerId, user_id: UserId, kind: SpokenKind) -> None:
        """Back to the service's voice, or to no greeting. Raises `NotFound`."""
        company = self._live.company(customer_id)
        await self._live.own(company, user_id)
        async with company.acting(user_id):
            async with self._store.unit(customer_id) as unit:
                if not await unit.spoken.remove(user_id, kind):
                    raise NotFound(what=kind)
            self._swap(customer_id, user_id, kind, None)

    async def wav(self, user_id: UserId, kind: SpokenKind) -> bytes:
        """As a WAV file. Raises `NotFound`."""
        async with self._store.reading() as unit:
            samples = await unit.spoken.samples(user_id, kind)
        if samples is None:
            raise NotFound(what=kind)
        return wav_of(samples)

    async def file(self, user_id: UserId, kind: SpokenKind) -> Path | None:
        """A file to play, None where there is none."""
        own = await self._live.own(self._live.company_of_user(user_id), user_id)
        spoken = own.spoken.get(kind)
        if spoken is None:
            return None

        async def samples() -> bytes | None:
            async with self._store.reading() as unit:
                return await unit.spoken.samples(user_id, kind)

        return await playable(self._folder, spoken.digest, samples)

    # --- by phone ---

    async def by_phone(self, customer_id: CustomerId, user_id: UserId, kind: SpokenKind) -> CallId:
        """Ring the user's phone; who lifts it is led through the recording. Raises what `Calls.ring_for` does."""
        call_id = new_call_id()
        self._asked[call_id] = kind  # before it rings: a phone may lift itself at once
        while len(self._asked) > ASKED_FOR:
            del self._asked[next(iter(self._asked))]
        await self._calls.ring_for(customer_id, user_id, RECORDING_CODES[kind], call_id)
        return call_id

    def asked_for(self, call_id: CallId) -> SpokenKind | None:
        """What a call was made to record; told once. Whoever lifts the own phone for it has signed in already."""
        return self._asked.pop(call_id, None)

    def new_draft(self) -> Path:
        """A place to record to."""
        return self._folder / f"draft-{secrets.token_hex(12)}.wav"

    async def keep_draft(self, user_id: UserId, kind: SpokenKind, path: Path) -> None:
        """What was recorded there becomes the user's. Raises `Invalid`, `Unavailable`."""
        data = await asyncio.to_thread(path.read_bytes)
        await self.put(self._live.company_of_user(user_id).customer.id, user_id, kind, data)

    async def drop_draft(self, path: Path) -> None:
        """It isn't wanted."""
        await asyncio.to_thread(path.unlink, missing_ok=True)

    def _swap(self, customer_id: CustomerId, user_id: UserId, kind: SpokenKind, spoken: Spoken | None) -> None:
        company = self._live.company(customer_id)
        own = company.own[user_id]
        others = {one: known for one, known in own.spoken.items() if one is not kind}
        company.own[user_id] = replace(own, spoken=others if spoken is None else {**others, kind: spoken})
        self._sink.publish(SettingsChanged(customer_id, user_id))
