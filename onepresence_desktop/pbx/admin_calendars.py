"""The command line's arguments for people's calendars and for the company's words in them, and what it prints."""

from __future__ import annotations

import argparse
from typing import Any

from onepresence_desktop.domain.diversion import OPEN, RECEPTION, VOICEMAIL, Destination, DestinationKind, Reason
from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.meetings import CalendarKind, MeetingUse
from onepresence_desktop.pbx.admin_verbs import command, from_file, group, version, whose
from onepresence_desktop.wire import commands as wire

KINDS = ("ics", "caldav", "company")
NOT_MEANT = (Reason.DO_NOT_DISTURB, Reason.UNKNOWN)
PLACES = {"voicemail": VOICEMAIL, "reception": RECEPTION, "open": OPEN}


def add(verbs: Any) -> None:
    """`calendar`, `calendar-word`."""
    calendar = group(verbs, "calendar", "where people's calendars are: show, set, remove")
    showing = command(calendar, "show", "where it is, how it is doing, what meetings do", _shown)
    showing.add_argument("local_number", metavar="LOCALNUMBER")
    setting = command(calendar, "set", "it is read once before it is kept", _set)
    setting.add_argument("local_number", metavar="LOCALNUMBER")
    kinds = "ics: a published address; caldav: a collection; company: over the company's connection, by e-mail address"
    setting.add_argument("kind", choices=KINDS, help=kinds)
    setting.add_argument("address", nargs="?", default="", metavar="URL", help="of ics and caldav")
    setting.add_argument("--account", default="", help="who signs in there")
    setting.add_argument("--password", help="- reads it from standard input; without, the one kept for that address")
    setting.add_argument("--password-file", metavar="FILE", help="a file that holds it")
    use = "what meetings do: nothing, show in presence, divert to the mailbox as well (its owner may change it)"
    setting.add_argument("--meetings", choices=("never", "show", "divert"), help=use)
    subjects = "whether colleagues see what a meeting is called"
    setting.add_argument("--subjects", action=argparse.BooleanOptionalAction, default=None, help=subjects)
    away = "whether entries out of the office and whole days off become absences"
    setting.add_argument("--out-of-office", action=argparse.BooleanOptionalAction, default=None, help=away)
    version(setting)
    removing = command(calendar, "remove", "forget it; the company's connection, if there is one, is used again", _gone)
    removing.add_argument("local_number", metavar="LOCALNUMBER")
    words = group(verbs, "calendar-word", "words in calendars that become absences: list, set, remove")
    listing = command(words, "list", "the company's own, which go before the usual ones", _listed)
    whose(listing)
    adding = command(words, "set", "an entry with this word becomes that absence, for all who switched that on", _word)
    adding.add_argument("word", metavar="WORD")
    reasons = [reason.value for reason in Reason if reason not in NOT_MEANT]
    adding.add_argument("reason", choices=reasons, metavar="REASON", help=", ".join(reasons))
    where = "voicemail (usual), reception, open (the phone rings), or a number"
    adding.add_argument("--to", default="voicemail", metavar="WHERE", help=where)
    whose(adding)
    removing = command(words, "remove", "no absence any more", _word_gone)
    removing.add_argument("word", metavar="WORD")
    whose(removing)


def _shown(given: argparse.Namespace) -> wire.CalendarShow:
    return wire.CalendarShow(local_number=given.local_number)


def _set(given: argparse.Namespace) -> wire.CalendarSet:
    kind = CalendarKind(given.kind)
    if (kind is CalendarKind.COMPANY) == bool(given.address):
        raise Invalid(field="address", problem="malformed" if given.address else "missing")
    path = "-" if given.password == "-" else given.password_file
    password = from_file(path) if path is not None else given.password
    return wire.CalendarSet(
        local_number=given.local_number,
        kind=kind,
        address=given.address,
        account=given.account,
        password=password,
        use=None if given.meetings is None else MeetingUse(given.meetings),
        show_subject=given.subjects,
        out_of_office=given.out_of_office,
        version=given.version,
    )


def _gone(given: argparse.Namespace) -> wire.CalendarRemove:
    return wire.CalendarRemove(local_number=given.local_number)


def _listed(given: argparse.Namespace) -> wire.CalendarWordList:
    return wire.CalendarWordList(customer=given.customer)


def _word(given: argparse.Namespace) -> wire.CalendarWordSet:
    to = PLACES.get(given.to) or Destination(DestinationKind.NUMBER, given.to)
    return wire.CalendarWordSet(word=given.word, reason=Reason(given.reason), destination=to, customer=given.customer)


def _word_gone(given: argparse.Namespace) -> wire.CalendarWordRemove:
    return wire.CalendarWordRemove(word=given.word, customer=given.customer)


def described(result: wire.Result) -> str:
    """An answer for people."""
    match result:
        case wire.ShownCalendar(calendar=None):
            return f"{result.local_number} has no calendar"
        case wire.ShownCalendar(calendar=one) if one is not None:
            where = "the company's connection" if one.kind is CalendarKind.COMPANY else f"{one.kind} {one.address}"
            well = f"trouble: {one.trouble}" if one.trouble else "well" if one.read_at else "not read yet"
            read = f", read {one.read_at:%Y-%m-%d %H:%M} UTC" if one.read_at is not None else ""
            account = f" as {one.account}" if one.account else ""
            return f"{result.local_number}: {where}{account}; meetings: {one.use}; {well}{read}"
        case wire.ListedCalendarWords():
            lines = [
                f"{one.word}: {one.reason}, {one.destination.number or one.destination.kind}" for one in result.words
            ]
            return "\n".join(lines) or "no words of the company's own"
    return ""
