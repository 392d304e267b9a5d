"""The command line's words for what companies recorded themselves."""

from __future__ import annotations

from onepresence_desktop.domain.company_number import MAIN, CompanyNumber
from onepresence_desktop.domain.company_sounds import MUSIC, SaidAt, menu_place, said_at
from onepresence_desktop.domain.errors import Invalid, NotFound
from onepresence_desktop.pbx.services.company_sounds import CompanySounds
from onepresence_desktop.pbx.services.group_commands import ACTOR, the_company
from onepresence_desktop.pbx.services.live_state import Company, LiveState
from onepresence_desktop.pbx.services.numbers import public
from onepresence_desktop.wire import commands as wire


class SoundCommands:
    """Runs them; each answers what the company has then."""

    def __init__(self, live: LiveState, sounds: CompanySounds) -> None:
        self._live = live
        self._sounds = sounds

    async def run(self, command: wire.SoundList | wire.SoundSet | wire.SoundRemove) -> wire.ListedSounds:
        """Raises `NotFound` (company, number, sound), `Invalid`."""
        company = the_company(self._live, command.customer)
        if isinstance(command, wire.SoundSet):
            key = self._key(company, command)
            await self._sounds.put(company.customer.id, key, command.wav, ACTOR)
        elif isinstance(command, wire.SoundRemove):
            await self._sounds.remove(company.customer.id, self._key(company, command), ACTOR)
        return self._listing(company)

    def _listing(self, company: Company) -> wire.ListedSounds:
        numbers = company.dial_plan.company_numbers
        found = []
        for key, sound in sorted(self._sounds.listing(company.customer.id).items()):
            at = said_at(key)
            if at is None:
                found.append(wire.ListedSound(customer=company.customer.code, place=key, seconds=sound.seconds))
                continue
            number = numbers.get(at.number_id)
            found.append(
                wire.ListedSound(
                    customer=company.customer.code,
                    place=at.place,
                    number=number.one_number if number is not None else "",
                    language=at.language,
                    seconds=sound.seconds,
                )
            )
        return wire.ListedSounds(sounds=found)

    def _key(self, company: Company, at: wire.SoundAt) -> str:
        if at.place == MUSIC:
            return MUSIC
        number = self._number(company, at.number)
        place = menu_place(at.menu or MAIN) if at.place == "menu" else at.place
        language = at.language or number.languages[0]
        return self._sounds.said(company.customer.id, SaidAt(number.id, place, language))

    def _number(self, company: Company, text: str | None) -> CompanyNumber:
        numbers = list(company.dial_plan.company_numbers.values())
        if text is not None:
            wanted = public(text, company.customer, "number")
            numbers = [number for number in numbers if number.one_number == wanted]
        if not numbers:
            raise NotFound(what="company_number")
        if len(numbers) > 1:
            raise Invalid(field="number", problem="which_of_several")
        return numbers[0]
