"""A person in words, as two administrators' versions are shown beside one another."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import UNSET

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.administration.model import spaced
from onepresence_desktop.desktop.administration.public_number import international
from onepresence_desktop.desktop.administration.record_form import Said
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.domain.numbering import format_number
from onepresence_desktop.domain.people import Role, UserId
from onepresence_desktop.wire.bodies import PersonBody
from onepresence_desktop.wire.views import PersonView


def roles(chosen: Role | None = None) -> dict[Role, str]:
    """The roles, in the order they are offered; UNKNOWN only to whoever has it."""
    names = {
        Role.USER: translate("Administration", "User"),
        Role.RECEPTIONIST: translate("Administration", "Receptionist"),
        Role.ADMINISTRATOR: translate("Administration", "Administrator"),
        Role.UNKNOWN: texts.role(Role.UNKNOWN),
    }
    return {role: names[role] for role in Role.offered(chosen)}


def role_rows(person: PersonView | None) -> list[tuple[str, str]]:
    """The roles that can be chosen for somebody: keys and words."""
    return [(role.value, words) for role, words in roles(person.role if person is not None else None).items()]


def said(what: PersonView | PersonBody, region: str, name_of: Callable[[UserId], str]) -> Said:
    """What the form sets, and how it is set; not whether access is open, which has a button of its own.

    name_of: a colleague's, by the id.
    """

    def text(value: object) -> str:
        return "" if value is None or value is UNSET else str(value)

    return [
        (translate("Administration", "Name"), text(what.name)),
        (translate("Administration", "Role"), roles(what.role)[what.role] if isinstance(what.role, Role) else ""),
        ("OneNumber", international(text(what.one_number))),
        (translate("Administration", "Local number"), spaced(text(what.local_number))),
        (translate("Administration", "E-mail"), text(what.email)),
        (translate("Administration", "Mobile"), format_number(text(what.mobile), region)),
        (translate("Administration", "Title"), text(what.title)),
        (translate("Administration", "Department"), text(what.department)),
        (translate("Administration", "Manager"), name_of(UserId(text(what.manager)))),
    ]
