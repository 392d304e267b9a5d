"""The people of one directory in memory: who has a number (every call asks), and who is found by a search."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from onepresence_desktop.domain.directory import DirectoryField, DirectoryPerson, named, seen_by
from onepresence_desktop.domain.people import Role
from onepresence_desktop.domain.phonebook import search_key


@dataclass(slots=True)
class DirectoryBook:
    """fields: what everybody sees, and so may search for. cut: the server has more people than it gave."""

    fields: frozenset[DirectoryField]
    cut: bool = False
    _people: dict[str, DirectoryPerson] = field(default_factory=dict)
    _keys: dict[str, tuple[str, str]] = field(default_factory=dict)
    _holders: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def people(self) -> Mapping[str, DirectoryPerson]:
        """By key."""
        return self._people

    def put(self, people: Iterable[DirectoryPerson]) -> None:
        """Take some in, or in the place of their old selves."""
        for person in people:
            self.drop([person.key])
            self._people[person.key] = person
            whole = search_key(person)
            public = search_key(seen_by(Role.USER, person, self.fields))
            self._keys[person.key] = (whole, whole if public == whole else public)
            for number in dict.fromkeys(n.number for n in person.numbers):
                self._holders[number] = (*self._holders.get(number, ()), person.key)

    def drop(self, keys: Iterable[str]) -> None:
        """Those who are there no more."""
        for key in keys:
            gone = self._people.pop(key, None)
            if gone is None:
                continue
            del self._keys[key]
            for number in dict.fromkeys(n.number for n in gone.numbers):
                left = tuple(one for one in self._holders[number] if one != key)
                if left:
                    self._holders[number] = left
                else:
                    del self._holders[number]

    def name_of(self, number: str) -> str:
        """Who has a number; what they have in common where several do. Any thread may ask."""
        holders = self._holders.get(number, ())
        return named([person for key in holders[:2] if (person := self._people.get(key)) is not None])

    def found(self, parts: tuple[str, ...], *, whole: bool) -> Iterator[DirectoryPerson]:
        """Those in whose key all parts stand (`phonebook.wanted_parts`). whole: also in what not everybody sees."""
        at = 0 if whole else 1
        for key, keys in self._keys.items():
            if all(part in keys[at] for part in parts):
                yield self._people[key]
