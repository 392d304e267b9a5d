"""What the demo company's people do by themselves: go to lunch, come back, through the same services as everyone."""

from __future__ import annotations

import asyncio
import random

from onepresence_desktop.domain.diversion import Preset, effective
from onepresence_desktop.domain.errors import OnePresenceError
from onepresence_desktop.domain.people import CustomerId, UserId
from onepresence_desktop.pbx.ports import Clock
from onepresence_desktop.pbx.services.diversions import DiversionService
from onepresence_desktop.pbx.services.live_state import LiveState
from onepresence_desktop.wire.bodies import DiversionRequest

SHORTEST, LONGEST = 20.0, 40.0
"""Seconds between two people's doings: lively to look at, quiet enough to read."""

MOST_AWAY = 0.35
"""Share of the people that are away at most; above it someone comes back instead."""

WEIGHTS = {Preset.LUNCH: 4, Preset.BREAK: 5, Preset.MEETING_1H: 4, Preset.MEETING_2H: 1}


class DemoLife:
    """Now and then somebody diverts or opens the phone; never the user the app is signed in as."""

    def __init__(
        self,
        live: LiveState,
        diversions: DiversionService,
        clock: Clock,
        *,
        customer: CustomerId,
        me: UserId,
        seed: int,
    ) -> None:
        self._live = live
        self._diversions = diversions
        self._clock = clock
        self._customer = customer
        self._me = me
        self._random = random.Random(seed)

    async def run(self) -> None:
        """For ever."""
        while True:
            await asyncio.sleep(self._random.uniform(SHORTEST, LONGEST))
            await self.turn()

    async def turn(self) -> None:
        """One person does something."""
        dial_plan = self._live.company(self._customer).dial_plan
        now = self._clock.now()
        away = [u for u in dial_plan.users if u != self._me and effective(dial_plan.diversions.get(u, ()), now)]
        here = [u for u in dial_plan.users if u != self._me and u not in away]
        if away and (not here or len(away) > MOST_AWAY * len(dial_plan.users) or self._random.random() < 0.3):
            await self._diversions.open_phone(self._customer, self._random.choice(away))
            return
        if not here:
            return
        preset = self._random.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]
        try:
            await self._diversions.add(self._customer, self._random.choice(here), DiversionRequest(preset=preset))
        except OnePresenceError:
            return
