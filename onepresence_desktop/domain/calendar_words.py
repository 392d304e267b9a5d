"""What meetings do to calls: a meeting diverts, and a word in an entry becomes the fitting absence (spec 5.2, 5.3).

Pure: what comes of a user's meetings is made anew from them, so it moves, ends and goes away as they do.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from onepresence_desktop.domain.diversion import OPEN, VOICEMAIL, Destination, Diversion, DiversionId, Origin, Reason
from onepresence_desktop.domain.meetings import Busy, CalendarSource, Meeting, MeetingUse, counts

AHEAD = timedelta(hours=36)
"""How far ahead what meetings come to stands among the diversions."""

ANNOUNCED = timedelta(minutes=5)
"""So long before it begins its owner is told, and may say "not this time"."""

PREFIX = "calendar-"
"""What the id of a calendar's diversion begins with."""


@dataclass(frozen=True, slots=True)
class WordRule:
    """An entry whose words hold `word` is this absence."""

    word: str
    reason: Reason
    destination: Destination = VOICEMAIL


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """What a user made of it. on: entries become absences by their words; off until switched on. rules: additions."""

    on: bool = False
    rules: tuple[WordRule, ...] = ()


BUILT_IN: Mapping[str, tuple[WordRule, ...]] = {
    "da": (
        WordRule("frokost", Reason.LUNCH),
        WordRule("pause", Reason.BREAK),
        WordRule("ferie", Reason.VACATION),
        WordRule("feriefri", Reason.VACATION),
        WordRule("syg", Reason.SICK),
        WordRule("sygdom", Reason.SICK),
        WordRule("barns sygedag", Reason.SICK),
        WordRule("kursus", Reason.COURSE),
        WordRule("konference", Reason.COURSE),
        WordRule("rejse", Reason.TRAVEL),
        WordRule("tjenesterejse", Reason.TRAVEL),
        WordRule("kundebesøg", Reason.VISIT),
        WordRule("hjemmearbejde", Reason.HOME_OFFICE, OPEN),
        WordRule("hjemmekontor", Reason.HOME_OFFICE, OPEN),
        WordRule("arbejder hjemme", Reason.HOME_OFFICE, OPEN),
    ),
    "sv": (
        WordRule("lunch", Reason.LUNCH),
        WordRule("rast", Reason.BREAK),
        WordRule("fika", Reason.BREAK),
        WordRule("semester", Reason.VACATION),
        WordRule("ledig", Reason.VACATION),
        WordRule("sjuk", Reason.SICK),
        WordRule("vab", Reason.SICK),
        WordRule("kurs", Reason.COURSE),
        WordRule("konferens", Reason.COURSE),
        WordRule("resa", Reason.TRAVEL),
        WordRule("tjänsteresa", Reason.TRAVEL),
        WordRule("kundbesök", Reason.VISIT),
        WordRule("hemarbete", Reason.HOME_OFFICE, OPEN),
        WordRule("jobbar hemma", Reason.HOME_OFFICE, OPEN),
    ),
    "en": (
        WordRule("lunch", Reason.LUNCH),
        WordRule("break", Reason.BREAK),
        WordRule("vacation", Reason.VACATION),
        WordRule("holiday", Reason.VACATION),
        WordRule("annual leave", Reason.VACATION),
        WordRule("sick", Reason.SICK),
        WordRule("course", Reason.COURSE),
        WordRule("training", Reason.COURSE),
        WordRule("conference", Reason.COURSE),
        WordRule("travel", Reason.TRAVEL),
        WordRule("customer visit", Reason.VISIT),
        WordRule("home office", Reason.HOME_OFFICE, OPEN),
        WordRule("working from home", Reason.HOME_OFFICE, OPEN),
        WordRule("wfh", Reason.HOME_OFFICE, OPEN),
    ),
}
"""The words of each language; an administrator's and a user's own go before them."""

LONGEST_WORD = 60


def folded(text: str) -> str:
    """For comparing: without case, accents and signs, words with one blank between them; æ, ø and å stay letters."""
    plain = unicodedata.normalize("NFC", text).casefold()
    kept = "".join(c if c.isalnum() else " " for c in plain)
    return f" {' '.join(kept.split())} "


def matching(subject: str, *tables: Sequence[WordRule]) -> WordRule | None:
    """The rule whose word stands in an entry as a whole word; the first table that has one decides, there the longest.

    A word that begins a longer one is none: "kursus" isn't in "kursusudvalg".
    """
    said = folded(subject)
    for table in tables:
        found = [rule for rule in table if folded(rule.word).strip() and folded(rule.word) in said]
        if found:
            return max(found, key=lambda rule: len(folded(rule.word)))
    return None


def diversion_id(meeting: Meeting) -> DiversionId:
    """The same for a meeting that is moved, and for no other."""
    return DiversionId(PREFIX + hashlib.sha256(meeting.key.encode()).hexdigest()[:16])


def absences(
    meetings: Iterable[Meeting],
    source: CalendarSource,
    now: datetime,
    *,
    tables: Sequence[Sequence[WordRule]] = (),
    skipped: Collection[DiversionId] = (),
) -> tuple[Diversion, ...]:
    """The diversions that a user's meetings come to, by start. tables: of words, the first that fits decides.

    An entry that is free, private or turned down makes no absence by its words; whole days do (vacation). A meeting
    without such a word diverts to the mailbox where its owner wants that, and where it makes them busy.
    """
    if source.use is MeetingUse.NEVER:
        return ()
    found = []
    for meeting in meetings:
        if meeting.end <= now or meeting.start >= now + AHEAD or diversion_id(meeting) in skipped:
            continue
        rule = matching(meeting.subject, *tables) if meeting.busy is not Busy.FREE and not meeting.private else None
        if rule is not None:
            found.append(_absence(meeting, source, rule.reason, rule.destination))
        elif source.use is MeetingUse.DIVERT and counts(meeting, out_of_office=source.out_of_office):
            found.append(_absence(meeting, source, Reason.MEETING, VOICEMAIL))
    return tuple(sorted(found, key=lambda d: (d.starts_at, d.id)))


def _absence(meeting: Meeting, source: CalendarSource, reason: Reason, destination: Destination) -> Diversion:
    return Diversion(
        diversion_id(meeting),
        source.user_id,
        reason,
        meeting.start,
        meeting.end,
        destination,
        created_at=meeting.start,
        origin=Origin.CALENDAR,
    )
