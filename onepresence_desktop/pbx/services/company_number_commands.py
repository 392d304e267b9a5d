"""The command line's words for company numbers."""

from __future__ import annotations

from dataclasses import replace

from onepresence_desktop.domain.company_number import MAIN, CompanyMenu, CompanyNumberId, Leads, MenuKey
from onepresence_desktop.domain.errors import Invalid, NotFound
from onepresence_desktop.domain.hours_text import read_hours, written_hours
from onepresence_desktop.domain.people import WorkingHours
from onepresence_desktop.pbx.services.company_numbers import CompanyNumbers
from onepresence_desktop.pbx.services.group_commands import ACTOR, the_company
from onepresence_desktop.pbx.services.live_state import Company, LiveState
from onepresence_desktop.pbx.services.numbers import public
from onepresence_desktop.wire import commands as wire
from onepresence_desktop.wire.bodies import DayBody, OpeningBody
from onepresence_desktop.wire.company import CompanyNumberBody, CompanyNumberView

Known = wire.CompanyNumberList | wire.CompanyNumberAdd | wire.CompanyNumberSet | wire.CompanyNumberRemove


class CompanyNumberCommands:
    """Runs them. What isn't named stays as it is; what somebody else changes meanwhile is never written over."""

    def __init__(self, live: LiveState, numbers: CompanyNumbers) -> None:
        self._live = live
        self._numbers = numbers

    async def run(self, command: Known) -> wire.Result:
        """Raises `NotFound` (company, company_number), `Invalid`, `Conflict` (one_number, too_many, changed)."""
        company = the_company(self._live, command.customer)
        customer_id = company.customer.id
        match command:
            case wire.CompanyNumberList():
                found = self._numbers.listing(customer_id)
                if command.one_number is not None:
                    found = [self._existing(company, command.one_number)]
                return _listed(company, *found)
            case wire.CompanyNumberAdd():
                return _listed(company, await self._numbers.add(customer_id, _made(command), ACTOR))
            case wire.CompanyNumberSet():
                before = self._existing(company, command.one_number)
                body = changed(_body(before), command)
                return _listed(company, await self._numbers.put(customer_id, before.id, body, ACTOR))
            case wire.CompanyNumberRemove():
                gone = self._existing(company, command.one_number)
                await self._numbers.remove(customer_id, CompanyNumberId(gone.id), ACTOR)
                return wire.Removed(kind="company_number", which=gone.one_number)

    def _existing(self, company: Company, text: str) -> CompanyNumberView:
        wanted = public(text, company.customer, "one_number")
        for view in self._numbers.listing(company.customer.id):
            if view.one_number == wanted:
                return view
        raise NotFound(what="company_number")


def changed(body: CompanyNumberBody, command: wire.CompanyNumberChange) -> CompanyNumberBody:
    """A company number with what a command names made another. Raises `Invalid`."""
    languages = list(command.languages or body.languages)
    language = command.language or languages[0]
    values = {name: getattr(body, name) for name in body.__struct_fields__}
    values["languages"] = languages
    for name in ("name", "number", "holidays"):
        if getattr(command, name) is not None:
            values[name] = getattr(command, name)
    if command.hours is not None:
        values["hours"] = _days(read_hours(command.hours))
    for place, words in command.said.items():
        if place in ("greeting", "queue"):
            values[place] = {**values[place], language: words}
        elif place != "menu":
            values[place] = replace(values[place], text={**values[place].text, language: words})
    for place, number in command.to.items():
        values[place] = replace(values[place], number=number)
    values["menus"] = _menus(body.menus, command, language)
    if isinstance(command, wire.CompanyNumberSet):
        values["one_number"] = command.becomes or body.one_number
        values["version"] = command.version or body.version
    return CompanyNumberBody(**values)


def _menus(menus: list[CompanyMenu], command: wire.CompanyNumberChange, language: str) -> list[CompanyMenu]:
    unknown = set(command.without) - {menu.name for menu in menus}
    if unknown:
        raise Invalid(field="menus", problem="unknown_menu", menu=min(unknown))
    kept = [menu for menu in menus if menu.name not in command.without]
    if "menu" not in command.said and not command.keys and command.under is None:
        return kept
    before = next((menu for menu in kept if menu.name == command.menu), CompanyMenu(command.menu, {}))
    text = {**before.text, language: command.said["menu"]} if "menu" in command.said else before.text
    keys = {key.key: key for key in before.keys}
    for wanted in command.keys:
        keys.pop(wanted.key, None)
        if wanted.leads != "nowhere":
            keys[wanted.key] = _key(wanted, language)
    after = CompanyMenu(command.menu, text, tuple(keys.values()))
    menus = [after if menu is before else menu for menu in kept]
    if before not in kept:
        menus.append(after)
    return menus if command.under is None else _led_to(menus, command.menu, command.under)


def _led_to(menus: list[CompanyMenu], name: str, under: str) -> list[CompanyMenu]:
    """A key (of main, or "menu:key") leads to the menu `name`. Raises `Invalid` for a menu that isn't there."""
    above, _, digit = under.rpartition(":")
    above = above or MAIN
    if above not in {menu.name for menu in menus}:
        raise Invalid(field="under", problem="unknown_menu", menu=above)
    made = MenuKey(digit, Leads.MENU, menu=name)
    return [
        replace(menu, keys=(*(key for key in menu.keys if key.key != digit), made)) if menu.name == above else menu
        for menu in menus
    ]


def _key(wanted: wire.KeySet, language: str) -> MenuKey:
    leads = Leads(wanted.leads)
    match leads:
        case Leads.MENU:
            return MenuKey(wanted.key, leads, menu=wanted.to)
        case Leads.MESSAGE:
            return MenuKey(wanted.key, leads, text={language: wanted.to})
        case Leads.LANGUAGE:
            return MenuKey(wanted.key, leads, language=wanted.to)
        case _:
            return MenuKey(wanted.key, leads, number=wanted.to)


def _made(command: wire.CompanyNumberAdd) -> CompanyNumberBody:
    for field in ("name", "number"):
        if getattr(command, field) is None:
            raise Invalid(field=field, problem="missing")
    languages = list(command.languages or ["da"])
    empty = CompanyNumberBody(
        one_number=command.one_number, name=command.name or "", number=command.number or "", languages=languages
    )
    return changed(empty, command)


def _body(view: CompanyNumberView) -> CompanyNumberBody:
    """What would put it there as it is."""
    return CompanyNumberBody(
        one_number=view.one_number,
        name=view.name,
        number=view.number,
        languages=view.languages,
        hours=_days(view.hours),
        holidays=view.holidays,
        greeting=view.greeting,
        queue=view.queue,
        menus=view.menus,
        closed=view.closed,
        holiday=view.holiday,
        nobody=view.nobody,
        version=view.version,
    )


def _days(hours: WorkingHours) -> list[DayBody]:
    return [[OpeningBody(start=f"{one.start:%H:%M}", end=f"{one.end:%H:%M}") for one in day] for day in hours.days]


def _listed(company: Company, *views: CompanyNumberView) -> wire.ListedCompanyNumbers:
    code = company.customer.code
    return wire.ListedCompanyNumbers(
        numbers=[wire.ListedCompanyNumber(customer=code, hours=written_hours(one.hours), number=one) for one in views]
    )
