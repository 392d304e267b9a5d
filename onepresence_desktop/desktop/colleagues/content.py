"""Which rows the list has: by query, by filter, by what the mirror holds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.colleagues.rows import Dial, Head, Recent, Row
from onepresence_desktop.desktop.colleagues.search_index import SearchIndex, digits_of
from onepresence_desktop.desktop.languages import language_in_use, translate
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.domain.calls import CallRecord, Direction
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


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of those found each filter would leave. free None: not known now. has_department: there is one."""

    everyone: int
    favourites: int
    department: int
    free: int | None
    has_department: bool


class ListContent:
    """Holds the index; `reload` after people have changed."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._index = SearchIndex()
        self.language = language_in_use()
        self._everyone: tuple[list[UserId], list[UserId]] | None = None

    def reload(self) -> None:
        """People have come, gone or changed, or the language and with it the alphabet."""
        self.language = language_in_use()
        self._index.replace(self._session.mirror.people.values(), self.language)
        self._everyone = None

    def favourites(self) -> list[UserId]:
        """In the user's order; those who have left are left out."""
        mirror = self._session.mirror
        return [user for user in (mirror.me.favourites if mirror.me is not None else []) if user in mirror.people]

    def rows(self, query: str, which: Filter) -> list[Row]:
        """All rows for what is typed and chosen."""
        if not query.strip():
            return self._unsearched(which)
        hits = self._index.find(query)
        rows: list[Row] = []
        digits = digits_of(query)
        if len(digits) >= DIAL_FROM:
            rows += [Head(translate("Colleagues", "Call number"), 1, counted=False), Dial(digits, _dial_line(digits))]
        found = self._index.ids(hits)
        people = found if which is Filter.ALL else [user for user in found if self._passes(user, which)]
        if people:
            rows.append(Head(translate("Colleagues", "Colleagues"), len(people)))
            rows += people
        if len(digits) >= DIAL_FROM:
            rows += self._recent(digits)
        return rows

    def counts(self, query: str) -> Counts:
        """For the filters' chips."""
        mirror = self._session.mirror
        hits = self._index.find(query) if query.strip() else self._index.everyone()
        users = self._index.ids(hits)
        department = mirror.me.department if mirror.me is not None else ""
        starred = set(self.favourites())
        presence, people = mirror.presence, mirror.people
        free = sum(1 for u in users if (p := presence.get(u)) is not None and p.presence is Presence.AVAILABLE)
        return Counts(
            everyone=len(users),
            favourites=sum(1 for user in users if user in starred),
            department=sum(1 for user in users if department and people[user].department == department),
            free=free if mirror.live else None,
            has_department=bool(department),
        )

    def _unsearched(self, which: Filter) -> list[Row]:
        favourites = self.favourites()
        if which is Filter.ALL:
            rest = self._others(favourites)
            rows: list[Row] = []
            if favourites:
                rows.append(Head(translate("Colleagues", "Favourites"), len(favourites)))
                rows += favourites
            rows.append(Head(translate("Colleagues", "All colleagues"), len(self._index)))
            return rows + rest
        people = favourites
        if which is not Filter.FAVOURITES:
            people = [user for user in self._index.ids(self._index.everyone()) if self._passes(user, which)]
        return [Head(filter_words(which), len(people)), *people]

    def _others(self, favourites: list[UserId]) -> list[UserId]:
        """All but the favourites, worked out again only when either has changed."""
        if self._everyone is None or self._everyone[0] != favourites:
            starred = set(favourites)
            others = [user for user in self._index.ids(self._index.everyone()) if user not in starred]
            self._everyone = (favourites, others)
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


def _dial_line(digits: str) -> str:
    if len(digits) in (4, 7):
        return translate("Colleagues", "Local number · rings your phone first")
    return translate("Colleagues", "External number · rings your phone first")
