"""The command line's arguments for what holds for a whole company, and what it prints of it."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

from onepresence_desktop.domain.caller_card import SeenBy
from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.shown_kinds import ShownKind
from onepresence_desktop.pbx.admin_verbs import command, group, version, whose
from onepresence_desktop.wire import commands as wire
from onepresence_desktop.wire.privacy import AuditView

EVER = "ever"
DAYS = {
    "calls": "calls in the history",
    "messages": "messages that were read or heard; those marked to be kept stay",
    "sent": "texts that were sent",
    "audit": "the log of who did what",
}


def add(verbs: Any) -> None:
    """Holidays, blocked callers, personal data, the log, standard messages."""
    _holidays(group(verbs, "holiday", "days on which a company is closed: list, add, open, remove"))
    _blocked(group(verbs, "blocked", "callers whom nobody in the company lets in: list, add, remove, withheld"))
    _privacy(group(verbs, "privacy", "how long things are kept, and who sees sickness: show, set"))
    audit = command(verbs, "audit", "who did what, newest first: 200 entries", _audited)
    audit.add_argument("--text", default="", help="only entries that hold it")
    audit.add_argument("--before", type=int, metavar="ID", help="older than this entry")
    whose(audit)
    _standard(group(verbs, "standard-message", "texts that everybody may send: list, add, set, remove"))


def of_customer(customer: Any) -> None:
    """`customer numbers-shown`, `customer last-contacts`."""
    about = "which numbers users may show when they call out; without any named, it only tells"
    shown = command(customer, "numbers-shown", about, _numbers_shown)
    shown.add_argument("customer", metavar="CODE")
    kinds = "their own, the company's, those of their groups, none; --none: everybody shows their own"
    shown.add_argument("kinds", nargs="*", metavar="own|company|group|withheld", help=kinds)
    shown.add_argument("--none", action="store_true", help="nothing to choose from")
    version(shown)
    about = "who sees with whom in the company a number spoke last; without, it only tells"
    seen = command(customer, "last-contacts", about, _contacts_seen)
    seen.add_argument("customer", metavar="CODE")
    who = "members: of groups, and receptionists (usual); own calls everybody sees"
    seen.add_argument("seen_by", nargs="?", choices=SeenBy.known(), metavar="everyone|members|nobody", help=who)
    version(seen)


# --- holidays ---


def _holidays(holiday: Any) -> None:
    listing = command(holiday, "list", "public holidays of the company's country, and its own days", _listed_days)
    listing.add_argument("--year", type=int, help="default: this one")
    whose(listing)
    about = "a day on which the company is closed, too"
    adding = command(holiday, "add", about, lambda given: _day_set(given, closed=True))
    _day(adding)
    adding.add_argument("name", metavar="NAME", help="what the day is called")
    whose(adding)
    about = "a public holiday on which the company works"
    working = command(holiday, "open", about, lambda given: _day_set(given, closed=False))
    _day(working)
    whose(working)
    removing = command(holiday, "remove", "let the calendar decide about a day again", _day_removed)
    _day(removing)
    whose(removing)


def _day(made: argparse.ArgumentParser) -> None:
    made.add_argument("day", type=date.fromisoformat, metavar="YYYY-MM-DD")
    version(made)


def _listed_days(given: argparse.Namespace) -> wire.HolidayList:
    return wire.HolidayList(year=given.year, customer=given.customer)


def _day_set(given: argparse.Namespace, *, closed: bool) -> wire.HolidaySet:
    name = given.name if closed else ""
    return wire.HolidaySet(day=given.day, name=name, closed=closed, version=given.version, customer=given.customer)


def _day_removed(given: argparse.Namespace) -> wire.HolidayRemove:
    return wire.HolidayRemove(day=given.day, version=given.version, customer=given.customer)


# --- blocked callers ---


def _blocked(blocked: Any) -> None:
    whose(command(blocked, "list", "whom nobody lets in", lambda given: wire.Blocked(customer=given.customer)))
    for name, about in (("add", "let these in no more"), ("remove", "let these in again")):
        some = command(blocked, name, about, _numbers_of(name))
        some.add_argument("numbers", nargs="+", metavar="NUMBER")
        version(some)
        whose(some)
    withheld = command(blocked, "withheld", "whether callers without a number are let in", _withheld)
    withheld.add_argument("state", choices=("block", "allow"))
    version(withheld)
    whose(withheld)


def _numbers_of(name: str) -> Any:
    def made(given: argparse.Namespace) -> wire.Blocked:
        named = {name: given.numbers}
        return wire.Blocked(**named, version=given.version, customer=given.customer)

    return made


def _withheld(given: argparse.Namespace) -> wire.Blocked:
    return wire.Blocked(anonymous=given.state == "block", version=given.version, customer=given.customer)


# --- personal data, the log ---


def _privacy(privacy: Any) -> None:
    whose(command(privacy, "show", "as it is set", lambda given: wire.PrivacySet(customer=given.customer)))
    setting = command(privacy, "set", "change what is named; what is older then goes within the hour", _kept)
    for name, about in DAYS.items():
        setting.add_argument(f"--{name}", type=_days, metavar="DAYS|ever", help=f"how long: {about}")
    sees = "colleagues read of a sick person only that they are away (hidden), or why (shown)"
    setting.add_argument("--sickness", choices=("shown", "hidden"), help=sees)
    version(setting)
    whose(setting)


def _days(text: str) -> int:
    """Days, 0 for ever. Raises `ArgumentTypeError`, which argparse says."""
    if text == EVER:
        return 0
    if not (text.isascii() and text.isdigit()) or int(text) == 0:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of days; write 90, or {EVER}")
    return int(text)


def _kept(given: argparse.Namespace) -> wire.PrivacySet:
    shown = None if given.sickness is None else given.sickness == "shown"
    days = {f"{name}_days": getattr(given, name) for name in DAYS}
    if shown is None and not any(value is not None for value in days.values()):
        raise Invalid(field="privacy", problem="missing")
    return wire.PrivacySet(**days, sickness_shown=shown, version=given.version, customer=given.customer)


def _audited(given: argparse.Namespace) -> wire.AuditList:
    return wire.AuditList(text=given.text, before=given.before, customer=given.customer)


# --- numbers shown, last contacts, texts ---


def _numbers_shown(given: argparse.Namespace) -> wire.NumbersShown:
    try:
        kinds = [ShownKind(kind) for kind in given.kinds]
    except ValueError as exc:
        raise Invalid(field="kinds", problem="unknown") from exc
    if kinds and given.none:
        raise Invalid(field="kinds", problem="malformed")
    asked = kinds if kinds or given.none else None
    return wire.NumbersShown(kinds=asked, version=given.version, customer=given.customer)


def _contacts_seen(given: argparse.Namespace) -> wire.ContactsSeen:
    seen_by = None if given.seen_by is None else SeenBy(given.seen_by)
    return wire.ContactsSeen(seen_by=seen_by, version=given.version, customer=given.customer)


def _standard(texts: Any) -> None:
    whose(command(texts, "list", "with their ids", lambda given: wire.StandardMessageList(customer=given.customer)))
    adding = command(texts, "add", "a new text", _text_added)
    adding.add_argument("text", metavar="TEXT")
    whose(adding)
    changing = command(texts, "set", "another text in the place of one", _text_set)
    changing.add_argument("id", metavar="ID")
    changing.add_argument("text", metavar="TEXT")
    version(changing)
    whose(changing)
    removing = command(texts, "remove", "drop a text", _text_removed)
    removing.add_argument("id", metavar="ID")
    version(removing)
    whose(removing)


def _text_added(given: argparse.Namespace) -> wire.StandardMessageAdd:
    return wire.StandardMessageAdd(text=given.text, customer=given.customer)


def _text_set(given: argparse.Namespace) -> wire.StandardMessageSet:
    return wire.StandardMessageSet(id=given.id, text=given.text, version=given.version, customer=given.customer)


def _text_removed(given: argparse.Namespace) -> wire.StandardMessageRemove:
    return wire.StandardMessageRemove(id=given.id, version=given.version, customer=given.customer)


# --- what is printed ---


def described(result: wire.Result) -> str:
    """An answer for people."""
    match result:
        case wire.ListedHolidays():
            lines = [
                f"{one.day:%Y-%m-%d %a} {one.name}: {'closed' if one.closed else 'open'}{' (own)' if one.own else ''}"
                for one in result.days
            ]
            return "\n".join(lines) or f"no holidays in {result.year}"
        case wire.ListedBlocked():
            anonymous = "blocked" if result.blocked.anonymous else "let in"
            return "\n".join([*result.blocked.numbers, f"callers without a number are {anonymous}"])
        case wire.PrivacyShown():
            return "\n".join(_privacy_lines(result))
        case wire.ListedAudit():
            return "\n".join(_entry(one) for one in result.entries) or "nothing"
        case wire.NumbersShownSet():
            return f"{result.customer}: users may show {', '.join(result.kinds) or 'their own number only'}"
        case wire.ContactsSeenSet():
            return f"{result.customer}: last contacts are seen by {result.seen_by}"
        case wire.ListedStandardMessages():
            return "\n".join(f"{one.id} {one.text}" for one in result.messages) or "no standard messages"
    return ""


def _privacy_lines(result: wire.PrivacyShown) -> list[str]:
    kept = result.privacy
    days = {name: getattr(kept, f"{name}_days") for name in DAYS}
    lines = [f"{name}: {'for ever' if count is None else f'{count} days'}" for name, count in days.items()]
    return [*lines, f"sickness: {'shown to' if kept.sickness_shown else 'hidden from'} colleagues"]


def _entry(one: AuditView) -> str:
    what = " ".join(part for part in (one.action, one.subject, one.detail) if part)
    return f"{one.id} {one.at:%Y-%m-%d %H:%M:%S} UTC {one.who}: {what}"
