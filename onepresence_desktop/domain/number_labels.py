"""What the words before some figures say about them: a telephone number, surely none, or perhaps one (spec 4.3).

One rule instead of lists of everything that is numbered: a word that ends like "number" in some language ("-nr.",
"-nummer", "no.", "ref." …) or that stands before a colon, an equals sign or "#" names something else than a telephone,
unless it is one of the few telephone words.
"""

from __future__ import annotations

import re
from enum import Enum

from onepresence_desktop.domain.number_text import BLANK, Plain

_TELEPHONE = re.compile(
    r"(?i)(?:t|m|p|h|w|o|d|c|f"
    r"|tlf|telf?|tele(?:f|ph)on\w*|telefax\w*|tfn|phone\w*|i?fon|mob|mobil(?!itet)\w*|cell|handy|gsm|sms|whatsapp|text"
    r"|fax|telefax|dir|direct|direkte?|ddi|did|dial|durchwahl|dw|lok|lokal|local|ext|extension|intern|internt|ank"
    r"|anknytning|vx|växeln?|omstilling(?:en)?|hoved|switchboard|zentrale|haupt|main|landline|fastnet|festnetz"
    r"|recep\w*|rezeption|kunde(?:n|r)?service|kundtjänst|service|support\w*|help(?:desk|line)|hotline"
    r"|vagt\w*|jour(?:en)?|bereitschaft|notdienst|notruf|nød\w*|nöd\w*|alarm\w*|akut\w*|emergency|läkare|læge"
    r"|salg|sales|försäljning|verkauf|vertrieb|kontakt\w*|contact|ring(?:e|er|ed|ing)?|kalde?|call(?:s|ing|back)?"
    r"|anrufe?n?|anrufen|ruf|rufen|træf\w*|träff\w*|fang|nås?|når|erreich\w*|reach|hjemme?|hem|home"
    r"|arbejde|arbete|arbeit|work|office|kontor(?:et)?|büro|buero|privat|private|dienstlich|geschäftlich"
    r"|\w+(?:telefon|phone|mobil|fon|linje|linie|line|service|vagt|jour|support))"
)
_ENDING = re.compile(
    r"(?i)(?P<stem>.*?)(?P<ending>nr|nummer|nummeret|numret|number|numbers|zeichen|ref|referens|reference|referanse"
    r"|koden?|code|(?<![^\W\d_])(?:kod|id|no|nos|num|pin|otp)|(?<=ngs)kod)"
)
_NUMBER_ONLY = frozenset({"nr", "nummer", "nummeret", "numret", "number", "numbers", "no", "nos", "num"})
"""Endings that, standing alone, may mean a telephone number: only the words before them can tell."""
_EMPTY = frozenset(
    re.findall(
        r"\w+",
        """a an at das dein deres der det dette die din dit ditt du ein en et ett for hans hendes hennes i ihr in jeres
        mein meine min mit mitt mot my neue neuen new ny nyt nytt om on our på that the this til till to under unser
        unsere vår vårt vores via your""",
    )
)
"""Words before "number" that say nothing about what is numbered."""

_WORD = r"[^\W\d_]+(?:[.\-/]{1,2}[^\W\d_]+)*"
_FIGURE = r"\d+(?:[ .\-/']{1,2}\d+)*"
_LABELLED = re.compile(
    rf"(?<![^\W\d_])(?P<word>{_WORD})(?P<dot>\.?)[ ]?[:#=]{{0,2}}[ \t]{{0,3}}[\r\n]{{0,2}}[ \t]{{0,3}}#?"
    r"(?:(?:er|är|is|ist|lautet)[: ][ ]?)?"
    rf"(?P<figure>(?:[A-Z]{{1,4}}[ \-]?)?{_FIGURE}(?:(?:, ?| ?(?:&|og|och|und|and) ?){_FIGURE})*)"
)
_HASH = re.compile(rf"(?:(?P<word>[^\W\d_]+)[ ]?)?# ?(?P<figure>{_FIGURE})")
_COLON = re.compile(r"(?P<label>[^\n;|·•,\d]*)[:=][ \t]{0,3}[\r\n]{0,2}[ \t\"'(\[]{0,4}$")
_JUST_BEFORE = re.compile(rf"(?<![^\W\d_])(?P<word>{_WORD})(?P<dot>\.?)[ \t#]{{0,3}}$")
_ASKS_TO_CALL = re.compile(
    r"(?i)(?<![^\W\d_])(?:tlf|tele(?:f|ph)on\w*|phone\w*|ring\w*|kald\w*|call\w*|träf\w*|træf\w*|når|nå|erreich\w*|reach\w*"
    r"|anruf\w*|rufen|text\w*|sms\w*|mobil\w*)(?![^\W\d_])[^\n:;|]{0,40}$"
)
_REACH = 80
"""Characters before a number that are looked at."""


class Label(Enum):
    """What the words before a number call it. UNTOLD: a name or anything else that stands before a colon."""

    NONE = "none"
    TELEPHONE = "telephone"
    UNTOLD = "untold"
    OTHER = "other"


def is_telephone_word(word: str) -> bool:
    """Whether a word names, or asks for, a telephone call."""
    return _TELEPHONE.fullmatch(word) is not None


def without_labelled_figures(text: Plain) -> Plain:
    """The figures behind words that say they are no telephone number, blanked."""
    for pattern in (_HASH, _LABELLED):
        text = text.replace(pattern, _blanked)
    return text


def _blanked(match: re.Match[str]) -> str:
    word = match["word"] or ""
    if match.re is _HASH:
        other = not is_telephone_word(word)
    else:
        before = match.string[max(0, match.start() - _REACH) : match.start()]
        other = _numbered(word, match["dot"], before) is Label.OTHER
    if not other:
        return match[0]
    kept = _behind_first(match["figure"])
    figure = match.start("figure") - match.start()
    return match[0][:figure] + BLANK * (len(match["figure"]) - len(kept)) + kept


def _behind_first(figures: str) -> str:
    """Of several figures, those that don't look like the first: "45123456, 33 12 34 56" goes on with another thing."""
    first, *others = re.split(r"(, ?| ?(?:&|og|och|und|and) ?)", figures)
    taken = len(first)
    for between, other in zip(others[::2], others[1::2], strict=True):
        if len(other) != len(first):
            break
        taken += len(between) + len(other)
    return figures[taken:]


def _numbered(word: str, dot: str, before: str) -> Label:
    """What a word that ends like "number" calls the figures behind it; NONE for any other word."""
    parts = _ENDING.fullmatch(word)
    last = re.search(r"([^\W\d_]+)\.?[ \-]$", before)
    previous = last[1].casefold() if last else ""
    if parts is None or (parts["ending"].casefold() == "no" and not (dot or previous)):
        return Label.NONE
    number = parts["ending"].casefold() in _NUMBER_ONLY
    stem = re.split(r"[.\-/]", parts["stem"].rstrip(".-/"))[-1]
    if not stem and number and (not previous or previous in _EMPTY):
        return Label.TELEPHONE if _ASKS_TO_CALL.search(before) else Label.UNTOLD
    of = stem or previous
    return Label.TELEPHONE if number and len(of) > 1 and is_telephone_word(of) else Label.OTHER


def label_before(before: str) -> Label:
    """What `before`, a text that ends where a number begins, calls it."""
    before = before[-_REACH:]
    colon = _COLON.search(before)
    if colon is None:
        return _said(_JUST_BEFORE.search(before))
    words = re.findall(r"[^\W\d_]+", colon["label"])
    if not words:
        return Label.NONE
    last = _said(_JUST_BEFORE.search(colon["label"].rstrip()))
    if last in (Label.TELEPHONE, Label.OTHER):
        return last
    telephone = any(is_telephone_word(word) for word in words if len(word) > 1)
    return Label.TELEPHONE if telephone else Label.UNTOLD


def _said(just_before: re.Match[str] | None) -> Label:
    if just_before is None:
        return Label.NONE
    word, dot = just_before["word"], just_before["dot"]
    said = _numbered(word, dot, just_before.string[: just_before.start()])
    if said is not Label.NONE or not is_telephone_word(word):
        return said
    day = word == "d" and bool(dot)
    return Label.NONE if day else Label.TELEPHONE
