"""Finding colleagues by parts of names, initials, numbers in any spelling, title and department (spec 2.2).

Without Qt. All keys are folded once, when a person comes or changes; a keystroke is a scan over ready strings, and a
longer query scans only what the shorter one found.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import itemgetter

from onepresence_desktop.desktop import alphabet
from onepresence_desktop.domain.finding import digits_of, number_typed
from onepresence_desktop.domain.names import fold
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.wire.views import PersonView

RANK_AT_MOST = 3000
"""Hits up to which they are ranked; more than that nobody reads, and alphabetical order is ready."""
MOST_LETTERS = 40
"""First letters whose order is kept until people change: each is typed again for the next caller."""
MOST_INITIALS = 5
"""Letters up to which a query may be somebody's initials."""
TYPO_FROM = 4
"""Shortest word that is forgiven a typing error."""
TYPO_TWO_FROM = 7
"""Shortest word that is forgiven two."""


class SearchIndex:
    """People in alphabetical order, with the keys to find them by. Positions are places in that order."""

    def __init__(self, people: Iterable[PersonView] = ()) -> None:
        self._known: dict[UserId, PersonView] = {}
        self._orders: list[str] = []
        self._people: list[PersonView] = []
        self._ids: list[UserId] = []
        self._names: list[str] = []
        self._initials: list[str] = []
        self._keys: list[str] = []
        self._numbers: list[str] = []
        self._language = "en"
        self._words: dict[str, list[int]] | None = None
        self._last: tuple[str, list[int]] | None = None
        self._last_number: tuple[str, list[int]] | None = None
        self._by_letter: dict[str, list[int]] = {}
        self.replace(people)

    def replace(self, people: Iterable[PersonView], language: str = "en") -> None:
        """Take in all people anew; `language` says in which order the alphabet is."""
        self._language = language
        ordered = sorted(((alphabet.order(p.name, language), p) for p in people), key=itemgetter(0))
        self._known = {person.id: person for _, person in ordered}
        self._orders = [order for order, _ in ordered]
        self._people = [person for _, person in ordered]
        self._ids = [person.id for person in self._people]
        keys = [_keys_of(person) for person in self._people]
        self._names = [name for name, _, _ in keys]
        self._initials = [initials for _, initials, _ in keys]
        self._keys = [key for _, _, key in keys]
        self._numbers = [_number_key(person) for person in self._people]
        self._forget_searches()

    def put(self, person: PersonView) -> bool:
        """Take in one person, new or changed; the others keep their keys. Whether the order is another now."""
        order = alphabet.order(person.name, self._language)
        before = self._known.get(person.id)
        name, initials, key = _keys_of(person)
        if before is not None and alphabet.order(before.name, self._language) == order:
            place = self._place(before)
            self._known[person.id] = self._people[place] = person
            self._names[place], self._initials[place], self._keys[place] = name, initials, key
            self._numbers[place] = _number_key(person)
            self._forget_searches()
            return False
        self.remove(person.id)
        place = bisect_right(self._orders, order)
        self._known[person.id] = person
        self._orders.insert(place, order)
        self._people.insert(place, person)
        self._ids = [*self._ids[:place], person.id, *self._ids[place:]]
        self._names.insert(place, name)
        self._initials.insert(place, initials)
        self._keys.insert(place, key)
        self._numbers.insert(place, _number_key(person))
        self._forget_searches()
        return True

    def known(self, user_id: UserId) -> PersonView | None:
        """The person as they were taken in last."""
        return self._known.get(user_id)

    def remove(self, user_id: UserId) -> None:
        """Let go of one person, if they are there."""
        person = self._known.pop(user_id, None)
        if person is None:
            return
        place = self._place(person)
        self._ids = [*self._ids[:place], *self._ids[place + 1 :]]
        for column in (self._orders, self._people, self._names, self._initials, self._keys, self._numbers):
            del column[place]
        self._forget_searches()

    def _place(self, person: PersonView) -> int:
        place = bisect_left(self._orders, alphabet.order(person.name, self._language))
        while self._ids[place] != person.id:
            place += 1
        return place

    def _forget_searches(self) -> None:
        self._words = None
        self._last = self._last_number = None
        self._by_letter.clear()

    def __len__(self) -> int:
        return len(self._people)

    def person(self, position: int) -> PersonView:
        """The person at a place in alphabetical order."""
        return self._people[position]

    def ids(self, positions: Sequence[int]) -> list[UserId]:
        """Who they are."""
        if isinstance(positions, range):
            return self._ids[positions.start : positions.stop]
        if len(positions) < 2:
            return [self._ids[i] for i in positions]
        return list(itemgetter(*positions)(self._ids))

    def all_ids(self) -> list[UserId]:
        """Everybody in alphabetical order. Never changed: when people come or go there is another list."""
        return self._ids

    def everyone(self) -> range:
        """All places."""
        return range(len(self._people))

    def find(self, query: str) -> list[int]:
        """Places of those that match, best first; [] for an empty query."""
        digits = digits_of(query)
        if digits:
            return self._find_number(digits, number_typed(query))
        tokens = fold(query).replace("-", " ").split()
        if not tokens:
            return []
        joined = " ".join(tokens)
        keys = self._keys
        within: Iterable[int] = self.everyone()
        if self._last is not None and joined.startswith(self._last[0]):
            within = self._last[1]
        if isinstance(within, range) and len(tokens) == 1:
            token = tokens[0]
            hits = [i for i, key in enumerate(keys) if token in key]
        else:
            hits = list(within)
            for token in tokens:
                hits = [i for i in hits if token in keys[i]]
        self._last = (joined, hits)
        if not hits:
            hits = self._find_misspelt(tokens)
        if len(hits) > RANK_AT_MOST:
            return hits
        if len(joined) == 1:
            return list(self._of_letter(hits, joined, query))
        return self._ranked(hits, tokens, query)

    def _of_letter(self, hits: list[int], letter: str, query: str) -> list[int]:
        """The longest lists there are, and the first key of every search: ranked once for each spelling."""
        spelt = query.strip().casefold()
        found = self._by_letter.get(spelt)
        if found is None:
            if len(self._by_letter) >= MOST_LETTERS:
                self._by_letter.clear()
            found = self._by_letter[spelt] = self._ranked(hits, [letter], query)
        return found

    def _find_number(self, digits: str, typed: str) -> list[int]:
        within: Iterable[int] = self.everyone()
        if self._last_number is not None and digits.startswith(self._last_number[0]):
            within = self._last_number[1]
        numbers = self._numbers
        hits = [i for i in within if digits in numbers[i]]
        self._last_number = (digits, hits)
        if len(hits) > RANK_AT_MOST:
            return hits
        exact: list[int] = []
        begin: list[int] = []
        rest: list[int] = []
        people = self._people
        for i in hits:
            local = people[i].local_number
            if not local.startswith(typed) and not local.startswith(typed, -4):
                rest.append(i)
            elif typed in (local, local[-4:]):
                exact.append(i)
            else:
                begin.append(i)
        return exact + begin + rest

    def _ranked(self, hits: list[int], tokens: list[str], query: str) -> list[int]:
        """Names that begin so, then those with words that do, whose initials it is, with it anywhere, the others.

        Of each kind those come first who are spelt as it was typed: "å" is Åse before Anna.
        """
        names, letters = self._names, _letters(query)
        starts, few = [f" {token}" for token in tokens], 2 <= len(letters) <= MOST_INITIALS
        first, others = starts[0], starts[1:]
        token, more = tokens[0], tokens[1:]
        begin: list[int] = []
        words: list[int] = []
        initials: list[int] = []
        within: list[int] = []
        rest: list[int] = []
        for i in hits:
            name = names[i]
            at = name.find(first)
            if at == 0:
                begin.append(i)
            elif at > 0 and (not others or all(start in name for start in others)):
                words.append(i)
            elif few and self._initials[i] == letters:
                initials.append(i)
            elif token in name and (not more or all(other in name for other in more)):
                within.append(i)
            else:
                rest.append(i)
        kinds = (begin, words, initials, within, rest)
        spelt = query.casefold().replace("-", " ").split()
        if spelt != tokens:
            for kind in kinds:
                kind.sort(key=lambda i: self._initials[i] != letters and not self._spelt(i, spelt))
        return [i for kind in kinds for i in kind]

    def _spelt(self, position: int, words: list[str]) -> bool:
        name = self._people[position].name.casefold()
        return all(word in name for word in words)

    def _find_misspelt(self, tokens: list[str]) -> list[int]:
        if any(len(token) < TYPO_FROM for token in tokens):
            return []
        if self._words is None:
            self._words = {}
            for position, name in enumerate(self._names):
                for word in name.split():
                    self._words.setdefault(word, []).append(position)
        found: set[int] | None = None
        for token in tokens:
            allowed = 2 if len(token) >= TYPO_TWO_FROM else 1
            near = {i for word, places in self._words.items() if near_enough(token, word, allowed) for i in places}
            found = near if found is None else found & near
        return sorted(found or ())


def near_enough(one: str, other: str, allowed: int) -> bool:
    """Whether at most `allowed` letters are wrong, missing, too many or swapped with their neighbour."""
    if abs(len(one) - len(other)) > allowed:
        return False
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        before, last, row = row, before, [i]
        for j, b in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > allowed:
            return False
    return row[-1] <= allowed


def _keys_of(person: PersonView) -> tuple[str, str, str]:
    """Name with a blank at both ends, initials, and all words by which somebody is found."""
    name, initials = f" {fold(person.name).replace('-', ' ')} ", _initials(person.name)
    return name, initials, f"{name}{initials} {fold(person.title)} {fold(person.department)}"


def _initials(name: str) -> str:
    return _letters("".join(part[0] for part in name.replace("-", " ").split()))


def _letters(text: str) -> str:
    """Each folded by itself: A and A are "aa", not å."""
    return "".join(fold(letter) for letter in text if letter not in " -")


def _number_key(person: PersonView) -> str:
    numbers = (person.local_number, person.one_number or "", person.mobile or "")
    return " ".join("".join(c for c in number if c.isdigit()) for number in numbers if number)
