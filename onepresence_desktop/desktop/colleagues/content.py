"""Which rows the list has: by query, by filter, by what the mirror holds."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from onepresence_desktop.client import readings
from onepresence_desktop.desktop import alphabet, texts
from onepresence_desktop.desktop.colleagues.free_now import FreeNow
from onepresence_desktop.desktop.colleagues.outside import OutsideSearch, Scope
from onepresence_desktop.desktop.colleagues.rows import Dial, Head, ManyFound, Recent, Row
from onepresence_desktop.desktop.languages import language_in_use, translate
from onepresence_desktop.desktop.search_index import RANK_AT_MOST, SearchIndex
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.domain.calls import CallRecord, Direction
from onepresence_desktop.domain.finding import digits_of, number_typed
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.presence import Presence

DIAL_FROM = 2
"""Digits typed from which a number can be called."""
MOST_RECENT = 5
"""Recent calls shown below the colleagues found."""


class Filter(StrEnum):
    """Whom the list shows."""

    ALL = "all"
    FAVOURITES = "favourites"
    DEPARTMENT = "department"
    FREE = "free"


def filter_words(which: Filter) -> str:
    """A filter in words."""
    return {
        Filter.ALL: translate("Colleagues", "All"),
        Filter.FAVOURITES: translate("Colleagues", "Favourites"),
        Filter.DEPARTMENT: translate("Colleagues", "My department"),
        Filter.FREE: translate("Colleagues", "Free now"),
    }[which]


BY_ITSELF = 100
"""People up to which each is taken into the index by itself; for more, all are sorted anew, which costs less then."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of those found each filter would leave. free None: not known now. has_department: there is one."""

    everyone: int
    favourites: int
    department: int
    free: int | None
    has_department: bool


class ListContent:
    """Holds the index; `reload` after people have changed. outside: finds the company's contacts."""

    def __init__(self, session: Session, outside: OutsideSearch | None = None) -> None:
        self._session = session
        self._outside = outside or OutsideSearch(None)
        self.scope = Scope.ALL
        self._index = SearchIndex()
        self.language = language_in_use()
        self._everyone: tuple[list[UserId], list[Row]] | None = None
        self._departments: dict[str, set[UserId]] | None = None
        self._free = FreeNow()
        session.presence_changed.connect(self._states_changed)

    def reload(self) -> None:
        """People have come, gone or changed, or the language and with it the alphabet."""
        self.language = language_in_use()
        self._index.replace(self._session.mirror.people.values(), self.language)
        self._everyone = self._departments = None
        self._free.forget()

    def change(self, user_ids: Collection[UserId]) -> None:
        """These people have come, gone or changed; of a handful each is taken in by itself.

        Others stand in the list then, or in another order, but not when a title or a number was changed.
        """
        if len(user_ids) > BY_ITSELF or self.language != language_in_use():
            self.reload()
            return
        people = self._session.mirror.people
        for user_id in user_ids:
            person, before = people.get(user_id), self._index.known(user_id)
            if person is None:
                self._index.remove(user_id)
            if person is None or self._index.put(person):
                self._everyone = None
            if person is None or before is None or person.department != before.department:
                self._departments = None
        self._free.changed(user_ids, self._session.mirror)

    def _states_changed(self, user_ids: list[UserId]) -> None:
        self._free.changed(user_ids, self._session.mirror)

    def favourites(self) -> list[UserId]:
        """In the user's order; those who have left are left out."""
        mirror = self._session.mirror
        return readings.favourites(mirror)

    def rows(self, query: str, which: Filter) -> Sequence[Row]:
        """All rows for what is typed and chosen."""
        if not query.strip():
            return self._unsearched(which)
        rows: list[Row] = []
        digits, number = digits_of(query), number_typed(query)
        if len(digits) >= DIAL_FROM:
            rows += [Head(translate("Colleagues", "Call number"), 1, counted=False), Dial(number, _dial_line(number))]
        places = self._index.find(query) if self.scope is not Scope.EXTERNAL else []
        below = self._contacts(query, digits) if which is Filter.ALL else []
        if len(digits) >= DIAL_FROM:
            below += self._recent(digits)
        if which is Filter.ALL and len(places) > RANK_AT_MOST:
            rows.append(Head(translate("Colleagues", "Colleagues"), len(places)))
            return ManyFound(rows, places, self._index.all_ids(), below)
        people = [user for user in self._index.ids(places) if which is Filter.ALL or self._passes(user, which)]
        if people:
            rows.append(Head(translate("Colleagues", "Colleagues"), len(people)))
        return [*rows, *people, *below]

    def only_listed(self, query: str, which: Filter) -> bool:
        """Whether what is searched stands in the list alone: numbers, and contacts that no colleague stands beside."""
        if not query.strip() or which is not Filter.ALL:
            return bool(digits_of(query))
        if digits_of(query) or self.scope is Scope.EXTERNAL:
            return True
        return not self._index.find(query) and bool(self._contacts(query, ""))

    def _contacts(self, query: str, digits: str) -> list[Row]:
        if self.scope is Scope.INTERNAL:
            return []
        found, total = self._outside.find(query, digits)
        if not found:
            return []
        return [Head(translate("Colleagues", "External contacts"), len(found), found=total), *found]

    def tiles(self, query: str, which: Filter) -> list[Row]:
        """People under their departments, both by the alphabet; those without one last."""
        places = sorted(self._index.find(query)) if query.strip() else self._index.everyone()
        people, by_department = self._session.mirror.people, dict[str, list[UserId]]()
        for user in self._index.ids(places):
            if which is Filter.ALL or self._passes(user, which):
                by_department.setdefault(people[user].department.strip(), []).append(user)
        rows: list[Row] = []
        for name in sorted(by_department, key=lambda name: (not name, alphabet.order(name, self.language))):
            rows.append(Head(name or translate("Colleagues", "Without a department"), len(by_department[name])))
            rows += by_department[name]
        return rows

    def counts(self, query: str) -> Counts:
        """For the filters' chips; without a query nobody is looked at, however many there are."""
        mirror = self._session.mirror
        contacts = self._outside.find(query, "")[1] if self.scope is not Scope.INTERNAL else 0
        department = mirror.me.department if mirror.me is not None else ""
        starred, same, free = set(self.favourites()), self._in_department(department), self._free.users(mirror)
        many = len(self._index)
        if query.strip():
            hits = self._index.find(query) if self.scope is not Scope.EXTERNAL else []
            found = set(self._index.ids(hits))
            many, starred, same, free = len(found), starred & found, same & found, free & found
        return Counts(
            everyone=many + contacts,
            favourites=len(starred),
            department=len(same),
            free=len(free) if mirror.live else None,
            has_department=bool(department),
        )

    def _in_department(self, department: str) -> set[UserId]:
        if self._departments is None:
            self._departments = {}
            for person in self._session.mirror.people.values():
                self._departments.setdefault(person.department, set()).add(person.id)
        return self._departments.get(department, set()) if department else set()

    def _unsearched(self, which: Filter) -> list[Row]:
        favourites = self.favourites()
        if which is Filter.ALL:
            return self._all(favourites)
        people = favourites
        if which is not Filter.FAVOURITES:
            people = [user for user in self._index.ids(self._index.everyone()) if self._passes(user, which)]
        return [Head(filter_words(which), len(people)), *people]

    def _all(self, favourites: list[UserId]) -> list[Row]:
        """Everybody, favourites first; the same list again while neither those nor the order of people change."""
        if self._everyone is None or self._everyone[0] != favourites:
            starred, rows = set(favourites), list[Row]()
            if favourites:
                rows.append(Head(translate("Colleagues", "Favourites"), len(favourites)))
                rows += favourites
            rows.append(Head(translate("Colleagues", "All colleagues"), len(self._index)))
            rows += [user for user in self._index.ids(self._index.everyone()) if user not in starred]
            self._everyone = (favourites, rows)
        return self._everyone[1]

    def _passes(self, user_id: UserId, which: Filter) -> bool:
        mirror = self._session.mirror
        match which:
            case Filter.ALL:
                return True
            case Filter.FAVOURITES:
                return mirror.me is not None and user_id in mirror.me.favourites
            case Filter.DEPARTMENT:
                return mirror.me is not None and mirror.people[user_id].department == mirror.me.department
            case Filter.FREE:
                seen = mirror.presence.get(user_id)
                return seen is not None and seen.presence is Presence.AVAILABLE

    def _recent(self, digits: str) -> list[Row]:
        rows: list[Row] = []
        numbers: set[str] = set()
        for record in self._session.mirror.history:
            number = "".join(c for c in record.number if c.isdigit())
            if digits in number and number not in numbers:
                numbers.add(number)
                rows.append(self._recent_row(record))
                if len(rows) == MOST_RECENT:
                    break
        if rows:
            rows.insert(0, Head(translate("Colleagues", "Recent calls"), len(rows)))
        return rows

    def _recent_row(self, record: CallRecord) -> Recent:
        now = self._session.now()
        when = f"{texts.day_within(record.at, now)} {texts.clock(record.at)}"
        missed = record.direction is Direction.MISSED
        words = translate("Colleagues", "Missed {when}") if missed else translate("Colleagues", "Spoken {when}")
        return Recent(record, record.name or texts.number(record.number), words.format(when=when), missed)


def _dial_line(number: str) -> str:
    if len(number) in (4, 7) and not number.startswith("+"):
        return translate("Colleagues", "Local number · rings your phone first")
    return translate("Colleagues", "External number · rings your phone first")
