"""What has reached its age goes by itself (spec 6.8, 12.4d)."""

from __future__ import annotations

import asyncio

from onepresence_desktop.pbx.ports import Clock
from onepresence_desktop.pbx.services.messages import Inbox
from onepresence_desktop.pbx.services.privacy import PrivacyService

EVERY = 3600.0
"""Seconds between two looks; ages are counted in days."""


class Retention:
    """Looks at the start and every hour."""

    def __init__(self, inbox: Inbox, privacy: PrivacyService, clock: Clock) -> None:
        self._inbox = inbox
        self._privacy = privacy
        self._clock = clock

    async def run(self) -> None:
        """For ever."""
        while True:
            await self._inbox.remove_overdue(self._clock.now())
            await self._privacy.forget_old(self._clock.now())
            await asyncio.sleep(EVERY)
