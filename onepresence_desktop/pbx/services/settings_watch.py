"""Phones that fetched their settings are told to fetch them anew when those are others (spec 12.4b)."""

from __future__ import annotations

import asyncio
import logging

from onepresence_desktop.domain.errors import OnePresenceError
from onepresence_desktop.domain.events import Fact, PeopleChanged
from onepresence_desktop.domain.people import CustomerId, DeviceId
from onepresence_desktop.pbx.ports import Store, Telephony
from onepresence_desktop.pbx.services.live_state import LiveState
from onepresence_desktop.pbx.services.provisioning import Provisioning

log = logging.getLogger(__name__)

SETTLES = 3.0
"""Seconds that changes are waited for before phones are told: an import is one change."""
AT_ONCE, PAUSE = 20, 1.0
"""Phones that are told together, and seconds until the next: they all fetch at once."""


class SettingsWatch:
    """An `EventSink`. A phone that is away, or doesn't obey, looks by itself once a day and when it starts."""

    HEARS = (PeopleChanged,)

    def __init__(self, store: Store, live: LiveState, provisioning: Provisioning, telephony: Telephony) -> None:
        self._store, self._live, self._telephony = store, live, telephony
        self._provisioning = provisioning
        self._changed: set[CustomerId] = set()
        self._wanted = asyncio.Event()
        self._told: dict[DeviceId, str] = {}

    def publish(self, fact: Fact) -> None:
        """Somebody, or a phone, is another: names, languages, lamps, passwords."""
        if isinstance(fact, PeopleChanged):
            self.look_at(fact.customer_id)

    def look_at(self, customer_id: CustomerId) -> None:
        """Something that stands in a company's phones may be another."""
        self._changed.add(customer_id)
        self._wanted.set()

    async def run(self) -> None:
        """For ever: tell them, some at a time."""
        for customer_id in list(self._live.companies):
            self.look_at(customer_id)  # phones may have to be told of another address of the service
        while True:
            await self._wanted.wait()
            await asyncio.sleep(SETTLES)
            self._wanted.clear()
            for customer_id in list(self._changed):
                self._changed.discard(customer_id)
                try:
                    await self._tell(customer_id)
                except OnePresenceError as exc:
                    log.warning("phones could not be told that their settings are others: %s", exc)

    async def _tell(self, customer_id: CustomerId) -> None:
        stale = await self._provisioning.stale(customer_id)
        todo = [device_id for device_id, mark in stale.items() if self._told.get(device_id) != mark]
        for first in range(0, len(todo), AT_ONCE):
            some = todo[first : first + AT_ONCE]
            await self._telephony.check_settings(some)
            self._told.update({device_id: stale[device_id] for device_id in some})
            if first + AT_ONCE < len(todo):
                await asyncio.sleep(PAUSE)
