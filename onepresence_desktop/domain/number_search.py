"""Finding telephone numbers in a text: from what is certain to what is a guess (spec 4.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from onepresence_desktop.domain.emergency import is_emergency
from onepresence_desktop.domain.number_figures import looks_like_another_figure, without_other_figures
from onepresence_desktop.domain.number_labels import Label, label_before
from onepresence_desktop.domain.number_text import BLANK, Plain, uris

_NEIGHBOURS = {
    "DK": ("SE", "NO", "DE"),
    "SE": ("DK", "NO", "FI"),
    "NO": ("SE", "DK", "DE"),
    "FI": ("SE", "NO", "DE"),
    "DE": ("DK", "SE", "NO"),
}
"""Whose numbers people quote without a country code."""
_ZERO_FIRST = frozenset({"SE", "FI", "DE"})
"""Where national numbers begin with 0: a guess at such a neighbour needs that much evidence."""

_EXTENSION = re.compile(
    r"(?i)(?<![a-zæøåäö])(?:lok(?:al)?(?:nr|nummer)?|e(?:xt|kst)(?:n|ension)?|int(?:ern)?(?:t|nr|nummer)?|ank(?:n|nytning)?|"
    r"durchwahl|dw)[ ]?[.:=]{0,2}[ ]{0,2}(?:nr\.? ?)?(\d(?:[ \-]?\d){1,6})(?![ .\-/]?\d)"
)
_ALARM = re.compile(r"(?<![\w.,:/+\-])(?!114 14(?!\d))(?:1[ \-]1[ \-]2|\d{3})(?!\w)(?![.,:/\-]\d)")
"""Three digits that stand alone; 114 14 is the Swedish police's number for what can wait."""
_ALARM_WORD = re.compile(
    r"(?i)(?<![a-zæøåäö])(?:ring|kald|call|dial|tel|tlf|alarm|nød|nöd|emergency|poli|ambul|brand|brann|sos|larm|notruf|feuer)"
)
_ALARM_REACH = 40
_CALL_WORD = re.compile(
    r"(?i)(?<![a-zæøåäö])(?:tlf|tel|tele(?:f|ph)on\w*|phone|mob(?:il\w*)?|mobile|cell|ring\w*|call\w*|kontakt\w*|direkte|direct|nr|t|m)"
    r"(?: (?:me|mig|til|på|at|on|op))?[ .:]{0,4}$"
)
_FAX = re.compile(r"(?i)(?:fax\w*|(?<![a-zæøåäö])f(?=[.:]))[ .:\-]{0,4}$")
_CALLED = re.compile(
    r"(?i)(?<![a-zæøåäö])(?:tlf|tel|telefon|phone|ring|kald|call|dial|direkte|direct)"
    r"(?: (?:me|mig|til|på|at|on|op)){0,2}[ .:]{1,3}(\d(?: ?\d){2,5})(?![\w%|]|[ .,:/\-]?\d)"
)
_LISTED = re.compile(r"(?:[ ,;/&+]|og|och|und|and|eller|oder|or){1,4}")
"""Between two numbers of one list."""
_MOST_GROUPS = 48
_GROUPS_OF_ONE = 8
"""Groups of digits a run, and one number in it, may have."""
_FIRST_OF_SEVERAL = re.compile(r"(?<=\d)[\-/]\d{1,3}(?![\d.\-/])")
_RUN = re.compile(r"\+?\d[\d .\-/()]{10,}\d")
_LEAST_ZERO_ZERO = re.compile(r"(?<![\d+])00(?=[1-9])")


@dataclass(frozen=True, slots=True)
class Hit:
    """A number found at `start`: E.164, or digits as keyed; later: less wanted than its neighbours (a fax, a guess)."""

    start: int
    number: str
    text: str
    certain: bool
    later: bool = False


def search(text: Plain, region: str, code: str | None) -> list[Hit]:
    """All numbers of a text, best first, each once."""
    hits = _whole(text, region, code)
    if not hits:
        hits, rest = _links(text, region, code)
        seeker = _Seeker(without_other_figures(rest), text, region, code)
        hits += seeker.sure()
        if not hits:
            hits = seeker.guesses()
    ordered: dict[str, Hit] = {}
    for hit in sorted(hits, key=lambda h: (h.later, h.start)):
        ordered.setdefault(hit.number, hit)
    return list(ordered.values())


def _links(text: Plain, region: str, code: str | None) -> tuple[list[Hit], Plain]:
    hits: list[Hit] = []
    for uri in uris(text):
        if uri.body.text:
            within = search(uri.body, region, code)
            hits += (Hit(uri.start, hit.number, hit.text, hit.certain) for hit in within[:1])
        text = text.blank(uri.start, uri.end)
    return hits, text


def _whole(text: Plain, region: str, code: str | None) -> list[Hit]:
    """The text as one short number: an emergency number, an extension, a local number, a feature code."""
    bare = re.fullmatch(r"[\s\"'(\[<.:,;]*([\d*#](?:[ \-]?[\d*#])*)[\s\"')\]>.:,;]*", text.text)
    if bare is None:
        return []
    keyed = re.sub(r"[ \-]", "", bare[1])
    shown = text.original(bare.start(1), bare.end(1))
    if keyed.isdigit() and is_emergency(keyed, region):
        return [Hit(0, keyed, shown, certain=True)]
    if re.fullmatch(r"[\d*#]{2,6}", keyed) and re.search(r"\d", keyed):
        public = _valid(keyed, region) if len(keyed) > 4 else None
        return [Hit(0, public or keyed, shown, certain=bool(public) or (len(keyed) == 4 and keyed.isdigit()))]
    if re.fullmatch(r"\d{7}", keyed) and not _valid(keyed, region):
        ours = code is not None and keyed.startswith(code)
        return [Hit(0, keyed, shown, certain=ours)] if ours or code is None else []
    return []


@dataclass(frozen=True, slots=True)
class _Doubt:
    """Where the number before ended, and whether it was a guess."""

    end: int
    doubtful: bool


@dataclass(slots=True)
class _Seeker:
    """One text with everything found so far taken out of sight."""

    text: Plain
    source: Plain
    region: str
    code: str | None

    def sure(self) -> list[Hit]:
        """What needs no guess; and international numbers that only look odd."""
        hits = [*self._extensions(), *self._alarms(), *self._local_numbers(), *self._matches(self.region)]
        if "+" in self.text.text:
            hits += self._matches(self.region, strict=False, certain=False, needs=r"\+")
        return hits

    def guesses(self) -> list[Hit]:
        """When nothing is sure: wrapped lines, a missing plus, neighbours, runs of numbers, merely possible ones."""
        self.text = self.text.replace(re.compile(r"[\r\n\t]"), lambda m: " ")
        hits = list(self._matches(self.region)) or self._first_of_several()
        if not hits:
            self.text = self.text.replace(_LEAST_ZERO_ZERO, lambda m: "+")
            hits = list(self._matches(self.region, certain=False))
        for neighbour in _NEIGHBOURS.get(self.region, ()):
            if not hits:
                needs = r"\(?0" if neighbour in _ZERO_FIRST else ""
                hits = list(self._matches(neighbour, certain=False, needs=needs))
        hits = hits or list(self._runs()) or list(self._matches(self.region, strict=False, certain=False, called=True))
        return hits or self._missing_plus() or list(self._called())

    def _first_of_several(self) -> list[Hit]:
        """33 12 34 56-58 stands for three numbers; the first can be dialled."""
        self.text, kept = self.text.replace(_FIRST_OF_SEVERAL, lambda m: BLANK * len(m[0])), self.text
        hits = list(self._matches(self.region, certain=False))
        if not hits:
            self.text = kept
        return hits

    def _called(self) -> Iterator[Hit]:
        """Three to six digits someone says to call: an extension or a service number."""
        for match in _CALLED.finditer(self.text.text):
            yield self._take(match.start(1), match.end(1), match[1].replace(" ", ""), certain=False)

    def _take(self, start: int, end: int, number: str, *, certain: bool, later: bool = False) -> Hit:
        shown = self.text.original(start, end)
        self.text = self.text.blank(start, end)
        return Hit(start, number, shown, certain, later)

    def _extensions(self) -> Iterator[Hit]:
        for match in _EXTENSION.finditer(self.text.text):
            digits = re.sub(r"[ \-]", "", match[1])
            if len(digits) == 7 and self.code is not None and not digits.startswith(self.code):
                continue
            yield self._take(match.start(1), match.end(1), digits, certain=True)

    def _alarms(self) -> Iterator[Hit]:
        for match in _ALARM.finditer(self.text.text):
            digits = re.sub(r"[ \-]", "", match[0])
            near = self.text.text[max(0, match.start() - _ALARM_REACH) : match.end() + _ALARM_REACH]
            if is_emergency(digits, self.region) and _ALARM_WORD.search(near):
                yield self._take(match.start(), match.end(), digits, certain=True)

    def _local_numbers(self) -> Iterator[Hit]:
        if self.code is None:
            return
        ours = re.compile(rf"(?<![\w+.\-/])(?<!\d ){self.code}[ \-]?\d{{4}}(?!\w)(?![ .\-/]?\d)")
        for match in ours.finditer(self.text.text):
            yield self._take(match.start(), match.end(), re.sub(r"[ \-]", "", match[0]), certain=True)

    def _matches(
        self, region: str, *, strict: bool = True, certain: bool = True, needs: str = "", called: bool = False
    ) -> Iterator[Hit]:
        """Numbers by the library. needs: how one must begin; called: it must fill the text or follow a call word."""
        import phonenumbers

        leniency = phonenumbers.Leniency.VALID if strict else phonenumbers.Leniency.POSSIBLE
        previous = _Doubt(0, doubtful=False)
        for match in list(phonenumbers.PhoneNumberMatcher(self.text.text, region, leniency)):
            before = self.text.text[: match.start]
            if needs and not re.match(needs, match.raw_string):
                continue
            alone = not re.search(r"\w", before + self.text.text[match.end :])
            label = label_before(before)
            spoken_of = alone or label is Label.TELEPHONE or _CALL_WORD.search(before) is not None
            if called and not spoken_of:
                continue
            number = phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164)
            dated = _is_date(match.raw_string)
            if dated and not spoken_of:
                continue
            previous = _Doubt(match.end, self._doubtful(match.start, match.end, label, previous))
            later = dated or previous.doubtful or _FAX.search(before) is not None
            yield self._take(match.start, match.end, number, certain=certain and not later, later=later)

    def _doubtful(self, start: int, end: int, label: Label, previous: _Doubt) -> bool:
        """Whether the words before a number, or its own look, or the doubtful one it follows, leave it a guess."""
        text = self.text.text
        if label is Label.NONE and previous.doubtful and _LISTED.fullmatch(text[previous.end : start]):
            return True
        untold = label is Label.UNTOLD and text[start] != "+"
        return untold or label is Label.OTHER or looks_like_another_figure(text, start, end)

    def _runs(self) -> Iterator[Hit]:
        """Numbers written one after another with nothing but a blank or a hyphen between."""
        for run in _RUN.finditer(self.text.text):
            groups = [(m.start() + run.start(), m.end() + run.start()) for m in re.finditer(r"\+?\d+", run[0])]
            for start, end, number in (
                _split(self.text.text, groups, self.region) if len(groups) <= _MOST_GROUPS else ()
            ):
                yield self._take(start, end, number, certain=False)

    def _missing_plus(self) -> list[Hit]:
        match = re.fullmatch(r"\W*([1-9]\d[\d .\-/()]{7,16}\d)\W*", self.text.text)
        number = _valid("+" + match[1], self.region) if match else None
        return [self._take(match.start(1), match.end(1), number, certain=False)] if match and number else []


def _split(text: str, groups: list[tuple[int, int]], region: str) -> list[tuple[int, int, str]]:
    """Neighbouring groups of digits joined to valid numbers that use all of them; [] when that can't be done."""
    from_here: dict[int, list[tuple[int, int, str]]] = {len(groups): []}
    for first in reversed(range(len(groups))):
        for last in range(first, min(first + _GROUPS_OF_ONE, len(groups))):
            start, end = groups[first][0], groups[last][1]
            number = _valid(text[start:end], region) if last + 1 in from_here else None
            if number is not None:
                from_here[first] = [(start, end, number), *from_here[last + 1]]
                break
    return from_here.get(0, [])


def _is_date(text: str) -> bool:
    """Whether eight digits without a break read as year, month, day of this or the last century."""
    if not re.fullmatch(r"(?:19|20)\d{6}", text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _valid(text: str, region: str) -> str | None:
    import phonenumbers

    try:
        parsed = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(parsed):
        return None
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
