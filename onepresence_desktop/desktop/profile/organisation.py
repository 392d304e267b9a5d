"""Who stands where in the organisation: departments and heads, managers and teams (spec 9.1). Without Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from onepresence_desktop.domain.managers import above
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.wire.views import PersonView


@dataclass(frozen=True, slots=True)
class Seen:
    """What is shown of it. chain: managers one below another, the topmost first; row: who stands beside one another."""

    department: str
    chain: tuple[UserId, ...]
    row: tuple[UserId, ...]


class Organisation:
    """Those who are there; whoever reports to somebody whose access is closed reports to that one's manager."""

    def __init__(self, people: Mapping[UserId, PersonView]) -> None:
        self.people = {person.id: person for person in people.values() if not person.closed}
        told = {person.id: person.manager for person in people.values()}
        self._managers: dict[UserId, UserId | None] = {}
        self._teams: dict[UserId, list[UserId]] = {}
        for user in self.people:
            manager = told[user]
            if manager is not None and manager not in self.people:
                manager = next((one for one in above(user, told.get) if one in self.people), None)
            self._managers[user] = manager
            if manager is not None:
                self._teams.setdefault(manager, []).append(user)

    def team(self, user: UserId) -> list[UserId]:
        """Who reports to them."""
        return self._teams.get(user, [])

    def department_of(self, user: UserId) -> str:
        """As it is written for them; "" for none."""
        return self.people[user].department.strip()

    def of(self, department: str) -> Seen:
        """A department and those at its head: they have no manager, or one elsewhere."""
        heads = [user for user in self.people if self.department_of(user) == department and not self._within(user)]
        return Seen(department, (), tuple(heads))

    def around(self, user: UserId) -> Seen:
        """Somebody's managers and team; who has no team stands among the others of their manager, or of the heads."""
        upward = above(user, self._managers.get)
        chain = tuple(reversed(upward))
        department = self.department_of(chain[0] if chain else user)
        if self.team(user):
            return Seen(department, (*chain, user), tuple(self.team(user)))
        if upward:
            return Seen(department, chain, tuple(self.team(upward[0])))
        return self.of(department)

    def _within(self, user: UserId) -> bool:
        manager = self._managers[user]
        return manager is not None and self.department_of(manager) == self.department_of(user)
