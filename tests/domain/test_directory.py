"""People of a company's directory: what is kept of them, who sees what, and whose name a call bears."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onepresence_desktop.domain.directory import (
    FOR_EVERYBODY,
    LONGEST_KEY,
    DirectoryField,
    DirectoryPerson,
    cleaned,
    named,
    seen_by,
)
from onepresence_desktop.domain.people import Customer, CustomerId, Role
from onepresence_desktop.domain.phonebook import ContactEmail, ContactNumber, PhoneKind

FIRM = Customer(CustomerId("c"), "100", "Firma")
KAREN = DirectoryPerson(
    "k", "Karen Kunde", "Kunde ApS", "Chef", (ContactNumber("70 10 11 55", PhoneKind.WORK),), (ContactEmail("k@k.dk"),)
)


def test_numbers_are_kept_as_they_are_dialled_and_names_without_what_may_not_stand_in_them() -> None:
    kept = cleaned(replace(KAREN, name="Karen\u202e Kunde\n"), FIRM)
    assert kept is not None
    assert (kept.name, [n.number for n in kept.numbers]) == ("Karen Kunde", ["+4570101155"])
    assert (kept.company, kept.title, kept.emails) == (KAREN.company, KAREN.title, KAREN.emails)


@pytest.mark.parametrize(
    "person",
    [
        replace(KAREN, numbers=(), emails=()),
        replace(KAREN, numbers=(ContactNumber("ask Ole"),), emails=(ContactEmail("ask Ole"),)),
        replace(KAREN, name="", company="", emails=()),
        replace(KAREN, name="x" * 1000),
        replace(KAREN, key=""),
        replace(KAREN, key="k" * (LONGEST_KEY + 1)),
    ],
)
def test_who_can_not_be_called_written_to_or_told_from_others_is_not_kept(person: DirectoryPerson) -> None:
    assert cleaned(person, FIRM) is None


def test_users_see_the_fields_that_are_for_everybody_and_who_connects_callers_sees_all() -> None:
    seen = seen_by(Role.USER, KAREN, FOR_EVERYBODY)
    assert seen == replace(KAREN, title="")
    title_only = seen_by(Role.USER, KAREN, frozenset({DirectoryField.TITLE}))
    assert title_only == DirectoryPerson("k", "Karen Kunde", "", "Chef")
    for role in (Role.RECEPTIONIST, Role.ADMINISTRATOR):
        assert seen_by(role, KAREN, frozenset()) == KAREN


def test_a_call_bears_the_name_of_who_has_the_number_or_of_what_those_have_in_common() -> None:
    ole, guest = replace(KAREN, key="o", name="Ole"), replace(KAREN, key="g", name="Guest", company="")
    assert named([]) == ""
    assert named([KAREN]) == "Karen Kunde"
    assert named([KAREN, ole]) == "Kunde ApS"
    assert named([KAREN, guest]) == "Karen Kunde"
    assert named([guest, replace(guest, key="h")]) == "Guest"
