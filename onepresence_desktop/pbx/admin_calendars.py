"""The command line's arguments for people's calendars and for the company's words in them, and what it prints."""

from __future__ import annotations

import argparse
from typing import Any

from onepresence_desktop.domain.diversion import OPEN, RECEPTION, VOICEMAIL, Destination, DestinationKind, Reason
from onepresence_desktop.domain.meetings import CalendarId, CalendarKind, MeetingUse
from onepresence_desktop.pbx.admin_verbs import command, from_file, group, version, whose
from onepresence_desktop.wire import commands as wire
from onepresence_desktop.wire.calendars import CalendarView

KINDS = ("ics", "caldav")
WHICH = "ics: a published address; caldav: a collection"
OF_COMPANY = "as list shows it; company: over the company's connection, by e-mail address"
NOT_MEANT = (Reason.DO_NOT_DISTURB, Reason.UNKNOWN)
PLACES = {"voicemail": VOICEMAIL, "reception": RECEPTION, "open": OPEN}


def add(verbs: Any) -> None:
    """`calendar`, `calendar-word`."""
    calendar = group(verbs, "calendar", "where people's calendars are: list, add, set, remove")
    listing = command(calendar, "list", "where they are, how they are doing, what their meetings do", _of_person)
    listing.add_argument("local_number", metavar="LOCALNUMBER")
    adding = command(calendar, "add", "one more; it is read once before it is kept", _added)
    adding.add_argument("local_number", metavar="LOCALNUMBER")
    adding.add_argument("kind", choices=KINDS, help=WHICH)
    adding.add_argument("address", metavar="URL")
    adding.add_argument("--account", default="", help="who signs in there")
    _what_it_is_for(adding)
    setting = command(calendar, "set", "it is read once before it is kept; what isn't given stays", _set)
    setting.add_argument("local_number", metavar="LOCALNUMBER")
    setting.add_argument("calendar", metavar="CALENDAR", help=OF_COMPANY)
    setting.add_argument("--kind", choices=KINDS, help=WHICH)
    setting.add_argument("--address", metavar="URL")
    setting.add_argument("--account", help="who signs in there")
    _what_it_is_for(setting)
    version(setting)
    removing = command(calendar, "remove", "forget one; of the company's, what was set", _gone)
    removing.add_argument("local_number", metavar="LOCALNUMBER")
    removing.add_argument("calendar", metavar="CALENDAR", help=OF_COMPANY)
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


def _what_it_is_for(made: argparse.ArgumentParser) -> None:
    made.add_argument("--password", help="- reads it from standard input; without, the one kept for that address")
    made.add_argument("--password-file", metavar="FILE", help="a file that holds it")
    use = "what meetings do: nothing, show in presence, divert to the mailbox as well (its owner may change it)"
    made.add_argument("--meetings", choices=("never", "show", "divert"), help=use)
    subjects = "whether colleagues see what a meeting is called"
    made.add_argument("--subjects", action=argparse.BooleanOptionalAction, default=None, help=subjects)
    away = "whether entries out of the office and whole days off become absences"
    made.add_argument("--out-of-office", action=argparse.BooleanOptionalAction, default=None, help=away)
    made.add_argument("--diverts", action="store_true", help="it is the one of the calendars that may divert")


def _of_person(given: argparse.Namespace) -> wire.CalendarList:
    return wire.CalendarList(local_number=given.local_number)


def _password(given: argparse.Namespace) -> str | None:
    path = "-" if given.password == "-" else given.password_file
    return from_file(path) if path is not None else given.password


def _use(given: argparse.Namespace) -> MeetingUse | None:
    return None if given.meetings is None else MeetingUse(given.meetings)


def _added(given: argparse.Namespace) -> wire.CalendarAdd:
    return wire.CalendarAdd(
        local_number=given.local_number,
        kind=CalendarKind(given.kind),
        address=given.address,
        account=given.account,
        password=_password(given),
        use=_use(given),
        show_subject=given.subjects,
        out_of_office=given.out_of_office,
        diverts=given.diverts,
    )


def _set(given: argparse.Namespace) -> wire.CalendarSet:
    return wire.CalendarSet(
        local_number=given.local_number,
        calendar=CalendarId(given.calendar),
        kind=None if given.kind is None else CalendarKind(given.kind),
        address=given.address,
        account=given.account,
        password=_password(given),
        use=_use(given),
        show_subject=given.subjects,
        out_of_office=given.out_of_office,
        diverts=given.diverts,
        version=given.version,
    )


def _gone(given: argparse.Namespace) -> wire.CalendarRemove:
    return wire.CalendarRemove(local_number=given.local_number, calendar=CalendarId(given.calendar))


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
        case wire.ListedCalendars(calendars=[]):
            return f"{result.local_number} has no calendar"
        case wire.ListedCalendars():
            return "\n".join(_line(one) for one in result.calendars)
        case wire.ListedCalendarWords():
            lines = [
                f"{one.word}: {one.reason}, {one.destination.number or one.destination.kind}" for one in result.words
            ]
            return "\n".join(lines) or "no words of the company's own"
    return ""


def _line(one: CalendarView) -> str:
    where = "the company's connection" if one.kind is CalendarKind.COMPANY else f"{one.kind} {one.address}"
    well = f"trouble: {one.trouble}" if one.trouble else "well" if one.read_at else "not read yet"
    read = f", read {one.read_at:%Y-%m-%d %H:%M} UTC" if one.read_at is not None else ""
    account = f" as {one.account}" if one.account else ""
    diverts = " (the one that may divert)" if one.diverts else ""
    return f"{one.id}: {where}{account}; meetings: {one.use}{diverts}; {well}{read}"
