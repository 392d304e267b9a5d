"""A caller who is told why the call can't go out, or can't go on."""

from __future__ import annotations

from collections.abc import Callable

from onepresence_desktop.domain import ivr
from onepresence_desktop.domain.people import CustomerId, UserId
from onepresence_desktop.domain.steps import Announcement
from onepresence_desktop.pbx.ports import MenuReached
from onepresence_desktop.pbx.telephony.menu_call import MenuCall, MenuCalls

LanguageOf = Callable[[CustomerId, UserId | None], str]
"""The language of a user, or of the company where nobody is known."""


class AnnouncementCall(MenuCall):
    """Hears one sentence in their own language."""

    def __init__(self, calls: MenuCalls, event: MenuReached, language: LanguageOf) -> None:
        step = event.menu
        assert isinstance(step, Announcement)
        phrases = ivr.REFUSED if step.then is None else ivr.GOES_ON
        speaks = step.language or language(event.customer_id, event.caller.user_id)
        super().__init__(calls, event, ivr.Announcement(phrases[step.refusal], speaks))
        self._then = step.then

    async def prepare(self) -> None:
        """Nothing has to be known."""

    async def forget(self) -> None:
        """Nothing is left behind."""

    async def carry_out(self, output: ivr.Output) -> None:
        """An announcement asks for nothing of its own."""

    async def leave(self) -> None:
        """Rung off, or led on."""
        if self._then is None:
            await super().leave()
        else:
            await self.calls.telephony.redirect(self.event.call_id, self._then)
