"""The route in one sentence: "Calls now → Mette Lundgaard-Riis (diverted until 13:00) → OneVoicemail" (spec 3.7)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, tzinfo

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.diversion.draft import Draft
from onepresence_desktop.desktop.languages import QT_TRANSLATE_NOOP, translate
from onepresence_desktop.domain.passing import Passing
from onepresence_desktop.domain.preview import PartKind, Problem, RoutePart, RoutePreview

PROBLEMS = {
    Problem.LOOP: QT_TRANSLATE_NOOP("Diversion", "Calls would loop back to {at}"),
    Problem.CLOSED: QT_TRANSLATE_NOOP("Diversion", "{at} has no access any more and takes no calls"),
    Problem.UNKNOWN_NUMBER: QT_TRANSLATE_NOOP("Diversion", "Nobody in the company has the number {at}"),
    Problem.INVALID_NUMBER: QT_TRANSLATE_NOOP("Diversion", "{at} can't be called"),
    Problem.NO_RECEPTION: QT_TRANSLATE_NOOP("Diversion", "The company has no reception"),
    Problem.EMPTY_GROUP: QT_TRANSLATE_NOOP("Diversion", "Nobody is in the group {at}"),
    Problem.NO_LINE_OUT: QT_TRANSLATE_NOOP("Diversion", "There is no line to the outside: {at} can't be reached"),
    Problem.UNKNOWN: QT_TRANSLATE_NOOP("Diversion", "Calls can't go to {at}"),
}
ICONS = {
    PartKind.PHONE: "device-desk",
    PartKind.PERSON: "person",
    PartKind.GROUP: "group",
    PartKind.EXTERNAL: "call",
    PartKind.VOICEMAIL: "nav-messages",
    PartKind.UNKNOWN: "call",
}
"""The icon of a place."""


NameOf = Callable[[str], str]


def _nameless(_number: str) -> str:
    return ""


def route_sentence(
    preview: RoutePreview, now: datetime, name_of: NameOf = _nameless, zone: tzinfo | None = None
) -> str:
    """Where a call goes, place by place; or what is wrong. name_of: whose a number outside is, "" when not known.

    zone: whose times of day are said; None for the company's.
    """
    if preview.problem is not None:
        where = texts.number(preview.at) if preview.at else ""
        return translate("Diversion", PROBLEMS[preview.problem]).format(at=where)
    if preview.starts_at is None:
        first = translate("Diversion", "Calls now")
    else:
        first = translate("Diversion", "Calls from {when}").format(when=_when(preview.starts_at, now, zone))
    words = _way(first, preview.parts, now, name_of, zone)
    if preview.internal and Passing.COLLEAGUES not in preview.exceptions:
        words += ", " + _inside(preview.internal, now, name_of, zone)
    if preview.exceptions:
        who = texts.joined([texts.passing(exception) for exception in preview.exceptions])
        words += "; " + translate("Diversion", "{who} ring").format(who=who)
    return words


def _way(first: str, parts: Sequence[RoutePart], now: datetime, name_of: NameOf, zone: tzinfo | None) -> str:
    if parts and parts[0].kind is PartKind.PHONE:
        rest = [_place(part, now, name_of, zone) for part in parts[1:]]
        return " → ".join([translate("Diversion", "{calls} ring your phone").format(calls=first), *rest])
    return " → ".join([first, *(_place(part, now, name_of, zone) for part in parts)])


def _inside(parts: Sequence[RoutePart], now: datetime, name_of: NameOf, zone: tzinfo | None) -> str:
    """Where colleagues go instead; only the first place, for the sentence is long already."""
    if parts[0].kind is PartKind.PHONE:
        return translate("Diversion", "colleagues → your phone")
    place = _place(replace(parts[0], reason=None), now, name_of, zone)
    return translate("Diversion", "colleagues → {place}").format(place=place)


def _place(part: RoutePart, now: datetime, name_of: NameOf, zone: tzinfo | None) -> str:
    match part.kind:
        case PartKind.VOICEMAIL:
            words = "OneVoicemail"
            if part.until is not None and part.reason is not None:
                words += " " + translate("Diversion", "(back {time})").format(time=_when(part.until, now, zone))
            elif part.reason is not None:
                words += f" ({texts.until(None, now)})"
            return words
        case PartKind.EXTERNAL:
            return name_of(part.number) or texts.number(part.number)
        case _:
            words = part.name or texts.number(part.number)
            if part.reason is not None:
                words += f" ({texts.reason(part.reason).lower()} {texts.until(part.until, now, zone)})"
            return words


def done_sentence(draft: Draft, title: str, now: datetime, *, changed: bool) -> str:
    """What has been done, after it was sent: "Planned: Lunch, tomorrow 12:00, until 13:00"."""
    name = texts.diversion_name(title, draft.reason)
    if draft.starts_at is None:
        what = f"{name} {texts.until(draft.ends_at, now)}"
        words = translate("Diversion", "Changed: {what}") if changed else translate("Diversion", "Diverted: {what}")
    else:
        when = f"{texts.day_within(draft.starts_at, now)} {texts.clock(draft.starts_at)}"
        what = f"{name}, {when}, {texts.until(draft.ends_at, now)}"
        words = translate("Diversion", "Changed: {what}") if changed else translate("Diversion", "Planned: {what}")
    return words.format(what=what)


def _when(moment: datetime, now: datetime, zone: tzinfo | None) -> str:
    day = texts.day_within(moment, now, zone)
    if day == texts.day_within(now, now, zone):
        return texts.clock(moment, zone)
    return f"{day} {texts.clock(moment, zone)}"
