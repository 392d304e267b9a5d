"""What leads to a group, and so must lead elsewhere before the group can go."""

from __future__ import annotations

from collections.abc import Iterator

from onepresence_desktop.domain.company_number import CompanyNumber
from onepresence_desktop.domain.dial_plan import DialPlan
from onepresence_desktop.domain.people import HuntGroup


def leads_to(plan: DialPlan, group: HuntGroup) -> list[str]:
    """The names of company numbers, and of other groups by their overflow, whose callers come to a group."""
    own = {group.local_number, group.one_number}
    numbers = [each.name for each in plan.company_numbers.values() if own.intersection(_destinations(each))]
    groups = [each.name for each in plan.groups.values() if each.id != group.id and each.overflow in own - {None}]
    return sorted(numbers) + sorted(groups)


def _destinations(number: CompanyNumber) -> Iterator[str]:
    yield number.number
    for menu in number.menus:
        for key in menu.keys:
            yield key.number
    for answer in (number.closed, number.holiday, number.nobody):
        yield answer.number
