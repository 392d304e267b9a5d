"""Where calls are handed on to besides colleagues: groups, by name or number, and whatever number is typed."""

from __future__ import annotations

from onepresence_desktop.client.mirror import Mirror
from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.reception.people import Person
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.domain.finding import digits_of, number_typed
from onepresence_desktop.domain.names import fold
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.wire.groups import GroupView

DIAL_FROM = 2
"""Digits typed from which a number can be handed on to."""
BEFORE = 3
"""Colleagues who stand before the groups when both are found by name."""


def placed(session: Session, query: str, found: list[UserId]) -> list[Person | UserId]:
    """The colleagues found, best first, with the groups and the number that the same words or digits mean.

    A whole local number means whoever has it; any other number is offered as it was typed, before all.
    """
    mirror, digits, number = session.mirror, digits_of(query), number_typed(query)
    if not query:
        return list(found)
    if not digits:
        named = bool(found) and _word_begins(mirror.people[found[0]].name, query)
        before = BEFORE if named else 0
        return [*found[:before], *_groups_named(mirror, query), *found[before:]]
    if not number.startswith("+"):
        if found and _has(mirror.people[found[0]].local_number, number):
            return list(found)
        groups = [_row(group) for group in mirror.groups.values() if _has(group.local_number, number)]
        if groups:
            return [*groups, *found]
    if len(digits) < DIAL_FROM:
        return list(found)
    name = session.whose(number)[0]
    typed = Person(None, texts.number(number), number, line=name or translate("Reception", "The number typed"))
    return [typed, *found]


def _has(local_number: str, number: str) -> bool:
    return number in (local_number, local_number[-4:])


def _groups_named(mirror: Mirror, query: str) -> list[Person]:
    return [
        _row(group)
        for group in sorted(mirror.groups.values(), key=lambda one: one.name)
        if _word_begins(group.name, query)
    ]


def _word_begins(name: str, query: str) -> bool:
    return f" {fold(query)}" in f" {fold(name).replace('-', ' ')}"


def _row(group: GroupView) -> Person:
    return Person(None, group.name, group.local_number, line=translate("Reception", "Group"), face="group")
