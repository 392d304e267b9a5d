"""The route in one sentence: "Calls now → Mette Lundgaard-Riis (diverted until 13:00) → OneVoicemail" (spec 3.7)."""

from __future__ import annotations

from datetime import datetime

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.languages import QT_TRANSLATE_NOOP, translate
from onepresence_desktop.domain.preview import PartKind, Problem, RoutePart, RoutePreview

PROBLEMS = {
    Problem.LOOP: QT_TRANSLATE_NOOP("Diversion", "Calls would come back to {at} in a circle"),
    Problem.CLOSED: QT_TRANSLATE_NOOP("Diversion", "{at} has no access any more and takes no calls"),
    Problem.UNKNOWN_NUMBER: QT_TRANSLATE_NOOP("Diversion", "Nobody in the company has the number {at}"),
    Problem.INVALID_NUMBER: QT_TRANSLATE_NOOP("Diversion", "{at} can't be called"),
    Problem.NO_RECEPTION: QT_TRANSLATE_NOOP("Diversion", "The company has no reception"),
    Problem.EMPTY_GROUP: QT_TRANSLATE_NOOP("Diversion", "Nobody is in the group {at}"),
}
ICONS = {
    PartKind.PHONE: "device-desk",
    PartKind.PERSON: "person",
    PartKind.GROUP: "group",
    PartKind.EXTERNAL: "call",
    PartKind.VOICEMAIL: "nav-messages",
}
"""The icon of a place."""


def route_sentence(preview: RoutePreview, now: datetime) -> str:
    """Where a call goes, place by place; or what is wrong."""
    if preview.problem is not None:
        where = texts.number(preview.at) if preview.at else ""
        return translate("Diversion", PROBLEMS[preview.problem]).format(at=where)
    if preview.starts_at is None:
        first = translate("Diversion", "Calls now")
    else:
        when = f"{texts.day_within(preview.starts_at, now)} {texts.clock(preview.starts_at)}"
        if preview.starts_at.astimezone().date() == now.astimezone().date():
            when = texts.clock(preview.starts_at)
        first = translate("Diversion", "Calls from {when}").format(when=when)
    parts = list(preview.parts)
    if parts and parts[0].kind is PartKind.PHONE:
        rest = [_place(part, now) for part in parts[1:]]
        return " → ".join([translate("Diversion", "{calls} ring your phone").format(calls=first), *rest])
    sentence = " → ".join([first, *(_place(part, now) for part in parts)])
    if not preview.line_out:
        lost = translate("Diversion", "{route}, but the telephone system has no line out: callers are turned away")
        return lost.format(route=sentence)
    return sentence


def _place(part: RoutePart, now: datetime) -> str:
    match part.kind:
        case PartKind.VOICEMAIL:
            words = "OneVoicemail"
            if part.until is not None and part.reason is not None:
                words += " " + translate("Diversion", "(back {time})").format(time=_when(part.until, now))
            elif part.reason is not None:
                words += f" ({texts.until(None, now)})"
            return words
        case PartKind.EXTERNAL:
            return texts.number(part.number)
        case _:
            words = part.name or texts.number(part.number)
            if part.reason is not None:
                words += f" ({texts.reason(part.reason).lower()} {texts.until(part.until, now)})"
            return words


def _when(moment: datetime, now: datetime) -> str:
    if moment.astimezone().date() == now.astimezone().date():
        return texts.clock(moment)
    return f"{texts.day_within(moment, now)} {texts.clock(moment)}"
