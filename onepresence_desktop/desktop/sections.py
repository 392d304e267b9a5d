"""The pages there are, in the order of the navigation. A new one is a folder of its own and a line here."""

from __future__ import annotations

from collections.abc import Callable

from onepresence_desktop.desktop.administration import section as administration
from onepresence_desktop.desktop.calls import section as calls
from onepresence_desktop.desktop.colleagues import section as colleagues
from onepresence_desktop.desktop.diversion import section as diversion
from onepresence_desktop.desktop.inbox import section as inbox
from onepresence_desktop.desktop.pages import PageContext, Section
from onepresence_desktop.desktop.phonebook import section as phonebook
from onepresence_desktop.desktop.profile import section as profile
from onepresence_desktop.desktop.reception import section as reception
from onepresence_desktop.desktop.settings import section as settings
from onepresence_desktop.domain.people import Role

PAGES: dict[str, Callable[[PageContext], Section]] = {
    "colleagues": colleagues.section,
    "diversion": diversion.section,
    "inbox": inbox.section,
    "calls": calls.section,
    "phonebook": phonebook.section,
    "profile": profile.section,
    "settings": settings.section,
    "reception": reception.section,
    "administration": administration.section,
}
"""By the folder the page lives in."""


def sections(context: PageContext) -> dict[str, Section]:
    """All there are, by their folders."""
    return {room: make(context) for room, make in PAGES.items()}


def seen_by(role: Role | None, section: Section) -> bool:
    """Whether somebody of this role has the section; None: nobody is signed in."""
    allowed = section.roles is None or (role is not None and role in section.roles)
    return allowed and section.wanted()
