"""Colleagues: what everyone may know of a person, and how one is added and removed."""

from __future__ import annotations

from onepresence_desktop.domain.people import Role, UserId
from onepresence_desktop.wire.slices import Audience, Keyed, View


class PersonView(View, frozen=True, kw_only=True):
    """What everyone may know of a colleague. picture: which one is kept (a word for it alone), "" for none.

    manager: whom they report to (spec 9.1).
    """

    id: UserId
    name: str
    local_number: str
    one_number: str | None = None
    mobile: str | None = None
    email: str | None = None
    title: str = ""
    department: str = ""
    role: Role = Role.USER
    closed: bool = False
    picture: str = ""
    manager: UserId | None = None


class PersonRemoved(View, frozen=True, kw_only=True):
    """A colleague is no longer there."""

    id: UserId


class PersonCreated(View, frozen=True, kw_only=True):
    """A new person; `activation_code` is shown this once (spec 1.1)."""

    person: PersonView
    activation_code: str


PEOPLE: Keyed[UserId, PersonView] = Keyed("people", "person", PersonView, Audience.EVERYONE, removed=PersonRemoved)
