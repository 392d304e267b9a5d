"""The number that somebody outside is shown when a user calls (spec 4.9, section 14).

A choice holds for all the user's phones; one for the next call alone falls back after that, and a code keyed before
the number changes it for one call. Colleagues see who calls whatever the choice is: only a code, or the phone itself
(Privacy, RFC 3323), hides a caller from them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from onepresence_desktop.domain.calls import Call, CallState, Party, TraceKind
from onepresence_desktop.domain.dial_plan import DialPlan
from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.feature_codes import Feature, read_code
from onepresence_desktop.domain.people import User
from onepresence_desktop.domain.shown_kinds import ALL_KINDS, OWN, NumberShown, ShownKind
from onepresence_desktop.domain.steps import External, Refusal

__all__ = [
    "ALL_KINDS",
    "NumberShown",
    "Shown",
    "ShownChoice",
    "ShownKind",
    "checked",
    "choice",
    "choice_once",
    "choices",
    "for_one_call",
    "keyed",
    "shown",
    "uses_up",
]

_REFUSALS = frozenset(Refusal)


@dataclass(frozen=True, slots=True)
class Shown:
    """Who calls, as a number outside is to see it. number: E.164, None for the line's main one; hidden: not at all."""

    number: str | None
    name: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class ShownChoice:
    """Something a user may choose. number: E.164, None when withheld; name: of the company number or group."""

    kind: ShownKind
    number: str | None = None
    name: str = ""

    @property
    def choice(self) -> NumberShown:
        """As it is kept: one's own number needs none."""
        return NumberShown(self.kind, self.number if self.kind in (ShownKind.COMPANY, ShownKind.GROUP) else None)


def choices(plan: DialPlan, user: User) -> list[ShownChoice]:
    """What a user may choose now: of what the administrator allows, whatever there is a number for."""
    return [one for one in _possible(plan, user) if one.kind in plan.may_show]


def _possible(plan: DialPlan, user: User) -> Iterator[ShownChoice]:
    if user.one_number is not None:
        yield ShownChoice(ShownKind.OWN, user.one_number, user.name)
    reception = plan.reception
    for company in sorted(plan.company_numbers.values(), key=lambda each: each.one_number):
        yield ShownChoice(ShownKind.COMPANY, company.one_number, company.name)
    if reception is not None and reception.one_number is not None:
        yield ShownChoice(ShownKind.COMPANY, reception.one_number, reception.name)
    for group in sorted(plan.groups.values(), key=lambda each: each.local_number):
        if user.id in group.members and group.one_number is not None and group is not reception:
            yield ShownChoice(ShownKind.GROUP, group.one_number, group.name)
    yield ShownChoice(ShownKind.WITHHELD)


def choice(plan: DialPlan, user: User) -> ShownChoice:
    """What counts: as chosen where that may still be shown, else the first number that may; none is withheld unasked.

    Where there is no such number, the own one is shown: a call needs one.
    """
    wanted = plan.shown_by.get(user.id, OWN)
    allowed = choices(plan, user)
    chosen = [one for one in allowed if one.choice == wanted]
    others = [one for one in allowed if one.kind is not ShownKind.WITHHELD]
    return next(iter([*chosen, *others]), ShownChoice(ShownKind.OWN, user.one_number, user.name))


def choice_once(plan: DialPlan, user: User) -> ShownChoice | None:
    """What counts for the user's next call outside instead; None where it is as always."""
    wanted = plan.shown_once.get(user.id)
    return None if wanted is None else next((one for one in choices(plan, user) if one.choice == wanted.choice), None)


def uses_up(plan: DialPlan, call: Call) -> bool:
    """Whether a call was its caller's next one outside: it was taken there, or is over.

    Calls for help are none, nor are those that no line carried, nor those that a colleague takes on a mobile.
    """
    caller = call.caller
    once = plan.shown_once.get(caller.user_id) if caller.user_id is not None else None
    if once is None or call.started_at < once.since or call.state not in (CallState.CONNECTED, CallState.ENDED):
        return False
    if any(entry.kind is TraceKind.EMERGENCY for entry in call.trace):
        return False
    return any(entry.kind is TraceKind.TRUNK and entry.number and entry.why not in _REFUSALS for entry in call.trace)


def checked(plan: DialPlan, user: User, wanted: NumberShown) -> NumberShown:
    """A choice that may be made. Raises `Invalid`."""
    if all(one.choice != wanted for one in choices(plan, user)):
        raise Invalid(field="number" if wanted.number is not None else "kind", problem="not_allowed")
    return wanted


def shown(plan: DialPlan, caller: Party, way: External) -> Shown:
    """How a caller is shown to a number outside, by their choice and what holds for this call.

    A colleague's mobile is shown who calls, as their phone in the company is; so are those who send help, always.
    """
    if way.emergency:
        caller = replace(caller, hidden=False)
    user = plan.users.get(caller.user_id) if caller.user_id is not None and caller.device_id is not None else None
    if user is None or way.emergency or way.user_id is not None:
        found = plan.find(caller.number)
        number = caller.number if caller.number.startswith("+") else found.one_number if found is not None else None
        return Shown(number, caller.name, caller.hidden)
    chosen = choice_once(plan, user) or choice(plan, user)
    withheld = chosen.kind is ShownKind.WITHHELD
    if withheld or chosen.kind is ShownKind.OWN:
        return Shown(user.one_number, caller.name, caller.hidden or (withheld and not caller.openly))
    return Shown(chosen.number, chosen.name, caller.hidden)


def keyed(plan: DialPlan, caller: Party, dialled: str) -> tuple[Party, str]:
    """A caller and what they dialled, once a code that withholds or shows the number for one call is obeyed.

    Where the administrator lets nobody withhold it, the code stays and is refused as one that isn't known.
    """
    code = read_code(dialled) if caller.device_id is not None else None
    if code is None or code.feature not in (Feature.WITHHOLD, Feature.SHOW):
        return caller, dialled
    withhold = code.feature is Feature.WITHHOLD
    if withhold and ShownKind.WITHHELD not in plan.may_show:
        return caller, dialled
    return replace(caller, hidden=withhold, openly=not withhold), code.number


def for_one_call(number: str, *, withheld: bool) -> str:
    """A number with the code before it that withholds the caller's own, or shows it, for this call."""
    return f"{'*' if withheld else '#'}31*{number}"
