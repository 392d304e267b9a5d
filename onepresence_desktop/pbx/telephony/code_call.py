"""A caller who keyed a feature code: it is carried out, and what came of it is said in the caller's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from onepresence_desktop.domain import ivr
from onepresence_desktop.domain.errors import CallGone
from onepresence_desktop.domain.feature_codes import Feature
from onepresence_desktop.domain.steps import FeatureCode
from onepresence_desktop.pbx.ports import MenuReached
from onepresence_desktop.pbx.telephony.announcement_call import LanguageOf
from onepresence_desktop.pbx.telephony.menu_call import MenuCall, MenuCalls


class Codes(Protocol):
    """What the services do at a code."""

    async def carry_out(self, event: MenuReached) -> ivr.Said | None:
        """What is to be said; None: the phone is in another call now. Raises `Unavailable`."""
        ...


Kind = Callable[[MenuCalls, MenuReached], MenuCall]


def by_code(menus: Mapping[Feature, Kind], other: Kind) -> Kind:
    """What leads a caller who keyed a code: the menu of its feature where it has one of its own, else `other`."""

    def lead(calls: MenuCalls, event: MenuReached) -> MenuCall:
        assert isinstance(event.menu, FeatureCode)
        code = event.menu.code
        return (menus.get(code.feature, other) if code is not None else other)(calls, event)

    return lead


class CodeCall(MenuCall):
    """Nothing is said before it is done."""

    def __init__(self, calls: MenuCalls, event: MenuReached, codes: Codes, language: LanguageOf) -> None:
        assert isinstance(event.menu, FeatureCode)
        self._codes = codes
        self._speaks = language(event.customer_id, event.caller.user_id)
        super().__init__(calls, event, ivr.Announcement(ivr.Phrase.CODE_REFUSED, self._speaks))

    async def prepare(self) -> None:
        """Carry it out. Raises `CallGone` where nobody is left to be told."""
        said = await self._codes.carry_out(self.event)
        if said is None:
            raise CallGone
        self.menu = ivr.Announcement(said.phrase, self._speaks, said.name)

    async def forget(self) -> None:
        """Who hangs up early has set it all the same."""

    async def carry_out(self, output: ivr.Output) -> None:
        """An announcement asks for nothing of its own."""
