"""What leads to a group or a person, and so must lead elsewhere before they can go."""

from __future__ import annotations

from collections.abc import Iterator

from onepresence_desktop.domain.company_number import CompanyNumber
from onepresence_desktop.domain.dial_plan import DialPlan
from onepresence_desktop.domain.people import HuntGroup, User


def leads_to(plan: DialPlan, target: HuntGroup | User) -> list[str]:
    """The names of company numbers, and of groups by their overflow, whose callers come to a group or a person.

    Also of groups whose rota names a group; a person is taken out of it instead.
    """
    own = {target.local_number, target.one_number} - {None}
    numbers = [each.name for each in plan.company_numbers.values() if own.intersection(_destinations(each))]
    groups = [each.name for each in plan.groups.values() if each.id != target.id and _onward(each, target) & own]
    return sorted(numbers) + sorted(groups)


def _onward(group: HuntGroup, target: HuntGroup | User) -> set[str | None]:
    turns = group.rota.turns if group.rota is not None and isinstance(target, HuntGroup) else ()
    return {group.overflow, *turns}


def _destinations(number: CompanyNumber) -> Iterator[str]:
    yield number.number
    for menu in number.menus:
        for key in menu.keys:
            yield key.number
    for answer in (number.closed, number.holiday, number.nobody):
        yield answer.number
