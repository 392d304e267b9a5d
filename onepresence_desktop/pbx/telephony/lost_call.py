"""Whoever talked to a phone that was lost, led on to where they go then (spec 11.5)."""

from __future__ import annotations

from collections.abc import Callable

from onepresence_desktop.domain import ivr
from onepresence_desktop.domain.steps import Step
from onepresence_desktop.pbx.ports import MenuReached
from onepresence_desktop.pbx.telephony.announcement_call import LanguageOf
from onepresence_desktop.pbx.telephony.menu_call import MenuCall, MenuCalls

AfterLoss = Callable[[MenuReached], Step]
"""Where they go, by the company's rules."""


class LostCall(MenuCall):
    """Hears nothing here: music plays until the call goes on. Whatever goes wrong ends it, as in any menu."""

    def __init__(self, calls: MenuCalls, event: MenuReached, after: AfterLoss, language: LanguageOf) -> None:
        speaks = language(event.customer_id, event.caller.user_id)
        super().__init__(calls, event, ivr.Announcement(ivr.Phrase.PHONE_LOST, speaks))
        self._after = after

    async def converse(self) -> None:
        """Once, at once."""
        await self.calls.telephony.redirect(self.event.call_id, self._after(self.event))

    async def prepare(self) -> None:
        """Nothing has to be known."""

    async def forget(self) -> None:
        """Nothing is left behind."""

    async def carry_out(self, output: ivr.Output) -> None:
        """Nothing is asked for."""
