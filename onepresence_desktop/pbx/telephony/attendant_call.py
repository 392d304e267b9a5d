"""A caller at a company number: hears the menu, and is connected to whom they choose (spec 12.4a)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from onepresence_desktop.domain import ivr
from onepresence_desktop.domain.calls import TraceEntry, TraceKind
from onepresence_desktop.domain.company_number import CompanyNumber, CompanyNumberId, Opening
from onepresence_desktop.domain.diversion import Forwarding
from onepresence_desktop.domain.errors import NotFound
from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.domain.steps import Attendant, Hop, Reject, Ring, Step, Trunk
from onepresence_desktop.pbx.ports import MenuReached, Router
from onepresence_desktop.pbx.telephony.menu_call import MenuCall, MenuCalls

SoundsOf = Callable[[CustomerId, CompanyNumberId], Mapping[tuple[str, str], str]]
"""What a company recorded for a number: digests by place and language."""

FileOf = Callable[[CustomerId, str], Awaitable[Path | None]]
"""A recording by its digest as a file, None for one that is gone."""

NumberOf = Callable[[CustomerId, CompanyNumberId], CompanyNumber | None]
"""A company number by its id, None for one that is gone."""


class AttendantCall(MenuCall):
    """One caller at one company number. Whom they are connected to and isn't answered by comes back, once."""

    def __init__(
        self,
        calls: MenuCalls,
        event: MenuReached,
        number_of: NumberOf,
        sounds_of: SoundsOf,
        file_of: FileOf,
        router: Router,
    ) -> None:
        step = event.menu
        assert isinstance(step, Attendant)
        number = number_of(event.customer_id, step.number_id)
        if number is None:
            raise NotFound(what="company_number")
        recorded = sounds_of(event.customer_id, number.id)
        super().__init__(calls, event, ivr.Attendant(number, step.at, language=step.language, recorded=recorded))
        self._file_of = file_of
        self._step = step
        self._number = number
        self._router = router

    async def prepare(self) -> None:
        """Nothing has to be known."""

    async def located(self, prompts: Sequence[ivr.Prompt]) -> Sequence[ivr.Prompt]:
        """Recordings by their files; one that was taken away meanwhile is left out."""
        found = []
        for prompt in prompts:
            if prompt.phrase is ivr.Phrase.RECORDED:
                path = await self._file_of(self.event.customer_id, prompt.sound)
                if path is None:
                    continue
                prompt = replace(prompt, sound=str(path))
            found.append(prompt)
        return found

    async def forget(self) -> None:
        """Nothing is left behind."""

    async def carry_out(self, output: ivr.Output) -> None:
        """Connect the caller."""
        if isinstance(output, ivr.Connect):
            await self.stop_playing()
            await self.calls.telephony.redirect(self.event.call_id, self._to(output.number))

    def _to(self, number: str) -> Step:
        """Where a number leads; who is served by nobody there hears so, unless that is where they come from."""
        step = self._step
        hops = (*step.hops, Hop(self._number.one_number, Forwarding.CFU))
        found = self._router.route(self.event.caller, self.event.customer_id, number, hops)
        language = self.menu.speaks if isinstance(self.menu, ivr.Attendant) else ""
        if language and len(self._number.languages) > 1:
            found = replace(found, trace=(TraceEntry(TraceKind.LANGUAGE, why=language), *found.trace))
        if step.at is Opening.NOBODY:
            return found
        return _unless_served(found, replace(step, at=Opening.NOBODY, language=language))


def _unless_served(step: Step, otherwise: Attendant) -> Step:
    """The step with every refusal in it replaced."""
    match step:
        case Reject():
            return replace(otherwise, trace=step.trace)
        case Ring():
            return replace(
                step,
                busy=_unless_served(step.busy, otherwise),
                no_reply=_unless_served(step.no_reply, otherwise),
                unreachable=_unless_served(step.unreachable, otherwise),
            )
        case Trunk() if step.otherwise is None:
            return replace(step, otherwise=replace(otherwise, trace=step.trace))
        case _:
            return step
