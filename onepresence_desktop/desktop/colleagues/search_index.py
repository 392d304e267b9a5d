"""Finding colleagues by parts of names, initials, numbers in any spelling, title and department (spec 2.2).

Without Qt. All keys are folded once, when a person comes or changes; a keystroke is a scan over ready strings, and a
longer query scans only what the shorter one found.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import itemgetter

from onepresence_desktop.desktop import alphabet
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.wire.views import PersonView

RANK_AT_MOST = 3000
"""Hits up to which they are ranked; more than that nobody reads, and alphabetical order is ready."""
MOST_INITIALS = 5
"""Letters up to which a query may be somebody's initials."""
TYPO_FROM = 4
"""Shortest word that is forgiven a typing error."""
TYPO_TWO_FROM = 7
"""Shortest word that is forgiven two."""

_LETTERS = str.maketrans({"æ": "a", "ä": "a", "å": "a", "ø": "o", "ö": "o", "ü": "u", "ß": "ss", "é": "e", "è": "e"})
_DIGRAPHS = (("aa", "a"), ("ae", "a"), ("oe", "o"), ("ue", "u"))


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """A text as it is compared: lower case, accents gone; ø, ö, oe and o are one, so are å, aa, æ, ä, ae and a."""
    folded = unicodedata.normalize("NFC", text).casefold().translate(_LETTERS)
    if not folded.isascii():
        folded = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
    for two, one in _DIGRAPHS:
        folded = folded.replace(two, one)
    return folded


def digits_of(text: str) -> str:
    """The digits of a number in any spelling, without an international prefix's zeros; "" when it isn't a number."""
    stripped = text.strip()
    if not stripped or any(c not in "0123456789 +-./()\u00a0\u202f" for c in stripped):
        return ""
    digits = "".join(c for c in stripped.replace("(0)", "") if c in "0123456789")
    return digits[2:] if digits.startswith("00") and len(digits) > 2 else digits


class SearchIndex:
    """People in alphabetical order, with the keys to find them by. Positions are places in that order."""

    def __init__(self, people: Iterable[PersonView] = ()) -> None:
        self._people: list[PersonView] = []
        self._ids: list[UserId] = []
        self._names: list[str] = []
        self._initials: list[str] = []
        self._keys: list[str] = []
        self._numbers: list[str] = []
        self._words: dict[str, list[int]] | None = None
        self._last: tuple[str, list[int]] | None = None
        self.replace(people)

    def replace(self, people: Iterable[PersonView], language: str = "en") -> None:
        """Take in all people anew; `language` says in which order the alphabet is."""
        keyed = [(fold(p.name), p) for p in sorted(people, key=lambda p: alphabet.order(p.name, language))]
        self._people = [person for _, person in keyed]
        self._ids = [person.id for person in self._people]
        self._names = [f" {name.replace('-', ' ')} " for name, _ in keyed]
        self._initials = [_initials(person.name) for person in self._people]
        self._keys = [
            f"{name}{initials} {fold(person.title)} {fold(person.department)}"
            for name, initials, person in zip(self._names, self._initials, self._people, strict=True)
        ]
        self._numbers = [_number_key(person) for person in self._people]
        self._words = None
        self._last = None

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

    def everyone(self) -> range:
        """All places."""
        return range(len(self._people))

    def find(self, query: str) -> list[int]:
        """Places of those that match, best first; [] for an empty query."""
        digits = digits_of(query)
        if digits:
            return self._find_number(digits)
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
        return self._ranked(hits, tokens) if len(hits) <= RANK_AT_MOST else hits

    def _find_number(self, digits: str) -> list[int]:
        hits = [i for i, numbers in enumerate(self._numbers) if digits in numbers]
        if len(hits) > RANK_AT_MOST:
            return hits
        return sorted(hits, key=lambda i: self._number_rank(i, digits))

    def _number_rank(self, position: int, digits: str) -> tuple[int, int]:
        local = self._people[position].local_number
        if digits in (local, local[-4:]):
            return 0, position
        return (1 if local.startswith(digits) or local[-4:].startswith(digits) else 2), position

    def _ranked(self, hits: list[int], tokens: list[str]) -> list[int]:
        """Names that begin so, then those with words that do, whose initials it is, with it anywhere, the others."""
        names, start, initials = self._names, f" {tokens[0]}", "".join(tokens)
        few = 2 <= len(initials) <= MOST_INITIALS
        ranked: list[int] = []
        rest = hits
        for fits in (
            lambda places: [i for i in places if names[i].startswith(start)],
            lambda places: _holding(names, [f" {token}" for token in tokens], places),
            lambda places: [i for i in places if self._initials[i] == initials] if few else [],
            lambda places: _holding(names, tokens, places),
        ):
            found = fits(rest)
            if found:
                ranked += found
                taken = set(found)
                rest = [i for i in rest if i not in taken]
        return ranked + rest

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


def _holding(texts: list[str], parts: list[str], places: list[int]) -> list[int]:
    """Those of the places whose text has every part."""
    for part in parts:
        places = [i for i in places if part in texts[i]]
    return places


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


def _initials(name: str) -> str:
    return fold("".join(part[0] for part in name.replace("-", " ").split()))


def _number_key(person: PersonView) -> str:
    numbers = (person.local_number, person.one_number or "", person.mobile or "")
    return " ".join("".join(c for c in number if c.isdigit()) for number in numbers if number)
