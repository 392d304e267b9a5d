"""What companies recorded: kept, handed out to be played, and the music given to the driver (spec 12.4a)."""

from __future__ import annotations

import asyncio
import hashlib
import logging
from collections.abc import Mapping
from pathlib import Path

from onepresence_desktop.domain.company_number import CompanyNumberId
from onepresence_desktop.domain.company_sounds import (
    MUSIC,
    SHORTEST,
    CompanySound,
    SaidAt,
    checked_place,
    longest,
    recorded,
)
from onepresence_desktop.domain.errors import NotFound, OnePresenceError
from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.pbx.ports import Store, Telephony
from onepresence_desktop.pbx.ports.sounds import sound_at
from onepresence_desktop.pbx.services.live_state import LiveState
from onepresence_desktop.pbx.services.people import Actor, PeopleService
from onepresence_desktop.pbx.sound_files import playable, quiet_enough, wav_of
from onepresence_desktop.pbx.speech import RATE

log = logging.getLogger(__name__)

LEVEL, MUSIC_LEVEL = 0.5, 0.15
"""Of full scale, the loudest: of what is said, and of what is heard for long."""

PAUSE = 30.0
"""Seconds until another try when telephony or the disk is away."""


class CompanySounds:
    """Each change is written and counts for the next caller before it is answered. folder: where copies lie."""

    def __init__(
        self, store: Store, live: LiveState, people: PeopleService, telephony: Telephony, folder: Path
    ) -> None:
        self._store = store
        self._live = live
        self._people = people
        self._telephony = telephony
        self._folder = folder
        self._music_changed = asyncio.Event()

    async def load(self) -> None:
        """Read what there is at the start."""
        async with self._store.reading() as unit:
            for customer_id, sounds in (await unit.company_sounds.all()).items():
                if customer_id in self._live.companies:
                    self._live.company(customer_id).sounds = sounds
        self._music_changed.set()

    def listing(self, customer_id: CustomerId) -> Mapping[str, CompanySound]:
        """All of a company's, by their keys."""
        return self._live.company(customer_id).sounds

    def said(self, customer_id: CustomerId, at: SaidAt) -> str:
        """The key of a place that a number has. Raises `NotFound`, `Invalid`."""
        number = self._live.company(customer_id).dial_plan.company_numbers.get(at.number_id)
        if number is None:
            raise NotFound(what="company_number")
        return checked_place(number, at).key

    async def put(self, customer_id: CustomerId, key: str, data: bytes, actor: Actor) -> CompanySound:
        """Keep a WAV file of any rate. Raises `Invalid`."""
        level = MUSIC_LEVEL if key == MUSIC else LEVEL
        samples = await asyncio.to_thread(quiet_enough, data, SHORTEST, longest(key), level)
        raw = samples.tobytes()
        sound = CompanySound(len(samples) / RATE, hashlib.sha256(raw).hexdigest())
        async with self._people.changing_one(customer_id, actor) as (company, change):
            await change.unit.company_sounds.put(customer_id, key, sound, raw)
            await self._people.audit(change.unit, customer_id, actor, "company_sound_changed", key)
        company.sounds = {**company.sounds, key: sound}
        self._told(key)
        return sound

    async def remove(self, customer_id: CustomerId, key: str, actor: Actor) -> None:
        """Back to the service's voice, or its own music. Raises `NotFound`."""
        async with self._people.changing_one(customer_id, actor) as (company, change):
            if not await change.unit.company_sounds.remove(customer_id, key):
                raise NotFound(what="sound")
            await self._people.audit(change.unit, customer_id, actor, "company_sound_removed", key)
        company.sounds = {one: sound for one, sound in company.sounds.items() if one != key}
        self._told(key)

    def _told(self, key: str) -> None:
        if key == MUSIC:
            self._music_changed.set()

    async def wav(self, customer_id: CustomerId, key: str) -> bytes:
        """As a WAV file. Raises `NotFound`."""
        samples = await self._samples(customer_id, key)
        if samples is None:
            raise NotFound(what="sound")
        return wav_of(samples)

    async def _samples(self, customer_id: CustomerId, key: str) -> bytes | None:
        async with self._store.reading() as unit:
            return await unit.company_sounds.samples(customer_id, key)

    def of_number(self, customer_id: CustomerId, number_id: CompanyNumberId) -> dict[tuple[str, str], str]:
        """What a number's menu is to play: digests by place and language."""
        return recorded(number_id, self._live.company(customer_id).sounds)

    async def file(self, customer_id: CustomerId, digest: str) -> Path | None:
        """A file to play; None for what has been taken away meanwhile."""
        sounds = self._live.company(customer_id).sounds
        key = next((key for key, sound in sounds.items() if sound.digest == digest), None)
        if key is None:
            return None
        return await playable(self._folder, digest, lambda: self._samples(customer_id, key))

    async def run(self) -> None:
        """For ever: let the driver know each company's music."""
        while True:
            await self._music_changed.wait()
            self._music_changed.clear()
            try:
                for customer_id, company in list(self._live.companies.items()):
                    music = company.sounds.get(MUSIC)
                    path = await self.file(customer_id, music.digest) if music is not None else None
                    await self._telephony.set_music(customer_id, sound_at(path) if path is not None else None)
            except (OnePresenceError, OSError) as exc:
                log.warning("music can't be given to telephony yet: %r", exc)
                await asyncio.sleep(PAUSE)
                self._music_changed.set()
