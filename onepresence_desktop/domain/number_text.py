"""Text as people write it, made readable for a number finder, with the way back to the original (spec 4.3).

Telephone URIs follow RFC 3966 (tel) and RFC 3261 section 19.1 (sip); callto is the same with fewer rules.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import unquote

_OPENING = {"(": ")", "[": "]", "（": "）"}

LONGEST = 2_000
"""Characters looked at: more costs tens of milliseconds and nobody means a number on page two."""

_LONGEST_NUMBER = 40
"""Characters a written number may take."""

BLANK = "|"
"""Stands where something was that isn't a number; no number continues over it."""

_NUMBER_SIGNS = frozenset(" \u00a0+-.()/0123456789")

_LABEL_GLUED = re.compile(r"(?i)(?<![a-zæøåäöü])(tlf|tel|telefon|mob|mobil|mobile|phone|fax|direkte|direct)(?=\+?\d)")
_TRUNK_ZERO = re.compile(r"((?:\+|\b00)[ ]?\d{1,3}[ .\-]*)\(0\)")
_BRACKETED_CODE = re.compile(r"\+ ?\( ?(\d{1,3}) ?\)")

_URI = re.compile(r"(?i)(?<![\w.])(tel|callto|sips?|dial):(?://)?(?!\s)([^\s<>\"']+)")
_AFTER_ANSWER = re.compile(r"(?i)(?<=\d)[pwx](?=[\d*#pw,]*(?:[;?@]|$))")
"""Keys that older links put behind a number: p pauses, w waits for the answer, x is an extension."""
_CONTEXT = re.compile(r"(?i);phone-context=(\+[\d\-.()]{1,20})")


@dataclass(frozen=True, slots=True)
class Plain:
    """`text` for machines; `origins[i]` is where its character i stood in `source`, the last one where it ended."""

    source: str
    text: str
    origins: tuple[int, ...]

    def original(self, start: int, end: int) -> str:
        """What stood in the source where `text[start:end]` is, without blanks, invisible signs and half brackets."""
        found = self.source[self.origins[start] : self.origins[end]]
        if found[:1] in _OPENING and _OPENING[found[0]] not in found:
            found = found[1:]
        while found and (found[-1].isspace() or unicodedata.category(found[-1]) == "Cf"):
            found = found[:-1]
        return found

    def part(self, start: int, end: int) -> Plain:
        """A stretch of it that still knows the source."""
        return Plain(self.source, self.text[start:end], self.origins[start : end + 1])

    def replace(self, pattern: re.Pattern[str], by: Callable[[re.Match[str]], str]) -> Plain:
        """Each match by another text; the new characters stand where the match stood."""
        pieces: list[str] = []
        origins: list[int] = []
        done = 0
        for match in pattern.finditer(self.text):
            new = by(match)
            pieces += (self.text[done : match.start()], new)
            origins += self.origins[done : match.start()]
            last = match.end() - 1
            origins += (self.origins[min(match.start() + i, last)] for i in range(len(new)))
            done = match.end()
        return Plain(self.source, "".join(pieces) + self.text[done:], (*origins, *self.origins[done:]))

    def blank(self, start: int, end: int) -> Plain:
        """The same with a stretch taken out of sight."""
        return Plain(self.source, self.text[:start] + BLANK * (end - start) + self.text[end:], self.origins)


def plain(source: str) -> Plain:
    """Any script's digits, dashes and spaces as ASCII; invisible signs and the trunk zero after a country code gone.

    Only 2,000 characters from the first that isn't blank; a number cut by that limit is left out, not shortened.
    """
    first = len(source) - len(source.lstrip())
    end = min(len(source), first + LONGEST)
    if end < len(source):
        shortest = end - _LONGEST_NUMBER
        while end > shortest and source[end - 1] in _NUMBER_SIGNS:
            end -= 1
    pieces: list[str] = []
    origins: list[int] = []
    for index in range(first, end):
        for sign in _ascii(source[index]):
            pieces.append(sign)
            origins.append(index)
    text = Plain(source, "".join(pieces), (*origins, end))
    text = text.replace(_LABEL_GLUED, lambda m: m[0] + " ")
    text = text.replace(_BRACKETED_CODE, lambda m: f"+{m[1]} ")
    return text.replace(_TRUNK_ZERO, lambda m: m[1] + " ")


def _ascii(sign: str) -> str:
    if sign < "\x7f":
        return sign
    if unicodedata.category(sign) == "Cf":
        return ""
    return "".join(_fold(c) for c in unicodedata.normalize("NFKC", sign))


def _fold(sign: str) -> str:
    digit = unicodedata.decimal(sign, None)
    if digit is not None:
        return str(digit)
    category = unicodedata.category(sign)
    if category == "Pd" or sign == "\u2212":
        return "-"
    if category == "Zs":
        return " "
    if sign in "·•∙":
        return "."
    return sign


@dataclass(frozen=True, slots=True)
class Uri:
    """A telephone URI in a text, from `start` to `end`. body: what to dial, "" when it holds no number."""

    start: int
    end: int
    body: Plain


def uris(text: Plain) -> list[Uri]:
    """The tel, callto and sip URIs of a text; `Tel:33 12 34 56` isn't one. Codes with * or # have no body."""
    found: list[Uri] = []
    for match in _URI.finditer(text.text):
        following = text.text[match.end() : match.end() + 2]
        goes_on = following[:1] == " " and following[1:].isdigit()
        if goes_on and sum(c.isdigit() for c in match[2]) < 7:
            continue
        found.append(Uri(match.start(), match.end(), _body(text.part(match.start(2), match.end(2)))))
    return found


def _body(part: Plain) -> Plain:
    part = part.replace(re.compile(r"(?:%[0-9A-Fa-f]{2})+"), lambda m: unquote(m[0], errors="replace"))
    part = part.replace(re.compile(r"^(?i:tel|callto|sips?):"), lambda m: "")
    context = _CONTEXT.search(part.text)
    dialled_later = _AFTER_ANSWER.search(part.text)
    end = dialled_later.start() if dialled_later else len(part.text)
    for sign in ";?@,":
        at = part.text.find(sign)
        end = end if at < 0 else min(end, at)
    part = part.part(0, end)
    if re.search(r"[^\d+\-.() /]", part.text) or not re.search(r"\d", part.text):
        return Plain(part.source, "", part.origins[:1])
    if context and not part.text.startswith("+"):
        rest = len(part.text) - len(part.text.lstrip("0 "))
        national = part.part(rest, len(part.text))
        prefix = re.sub(r"[^+\d]", "", context[1])
        part = Plain(part.source, prefix + national.text, (part.origins[0],) * len(prefix) + national.origins)
    return part
