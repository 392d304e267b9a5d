"""Whose a number is, as the user would say it: a colleague, a group, a saved destination, the own mobile."""

from __future__ import annotations

from onepresence_desktop.client.mirror import Mirror
from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.domain.diversion import Destination, DestinationKind


def name_of_number(mirror: Mirror, number: str) -> str:
    """The name; "" for a number nobody here has. Own names come first: they are what the user calls it."""
    me = mirror.me
    if me is not None:
        saved = next((saved.name for saved in me.destinations if saved.number == number), "")
        if saved:
            return saved
        if number == me.mobile:
            return translate("Diversion", "My mobile")
    groups = (group.name for group in mirror.groups.values() if group.local_number == number)
    people = (p.name for p in mirror.people.values() if number in (p.local_number, p.one_number, p.mobile))
    return next(groups, "") or next(people, "")


def destination_words(mirror: Mirror, where: Destination) -> str:
    """Where calls go: by name when the number has one."""
    if where.kind is DestinationKind.NUMBER and where.number:
        return name_of_number(mirror, where.number) or texts.destination(where)
    return texts.destination(where)
