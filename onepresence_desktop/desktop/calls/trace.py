"""A call's way in words (spec 7.3, "why did my call go there?")."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.languages import QT_TRANSLATE_NOOP, translate
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.domain.blocking import Blocked
from onepresence_desktop.domain.calls import CallRecord, Direction, TraceEntry, TraceKind
from onepresence_desktop.domain.company_number import Opening
from onepresence_desktop.domain.diversion import Forwarding, Reason
from onepresence_desktop.domain.passing import Passing
from onepresence_desktop.domain.steps import Refusal


@dataclass(frozen=True, slots=True)
class Step:
    """What happened at a step, with its icon. at: when, "" where that isn't known."""

    icon: str
    words: str
    ground: Color = Color.BG_TRACK
    ink: Color = Color.TEXT_SECONDARY
    at: str = ""


def way(record: CallRecord, now: datetime) -> list[str]:
    """One line for each step."""
    return [step.words for step in steps(record, now)]


def steps(record: CallRecord, now: datetime) -> list[Step]:
    """All of them, in their order."""
    return [_step(entry, words) for entry in record.trace if (words := _line(entry, now))]


def _step(entry: TraceEntry, words: str) -> Step:
    ground, ink = _TINTS.get(entry.kind, (Color.BG_TRACK, Color.TEXT_SECONDARY))
    at = texts.clock_to_the_second(entry.at) if entry.at is not None else ""
    return Step(_ICONS.get(entry.kind, "info"), words, ground, ink, at)


def outcome(record: CallRecord, length: str, now: datetime) -> tuple[Color, str, str]:
    """How it ended, with what decided it: ground, tone and words. length: of the row."""
    told = [(entry.kind, words) for entry in record.trace if (words := _line(entry, now))]
    why = next((words for kind, words in reversed(told) if kind in _DECIDES), "")
    how = told[-1][1] if told and told[-1][0] not in _DECIDES else length
    words = f"{how}. {why}" if why else how
    if record.direction is Direction.MISSED:
        return Color.DANGER_TINT, "danger", words
    if record.forwarded_by:
        return Color.DIVERTED_TINT, "", words
    return (Color.AVAILABLE_TINT, "available", words) if record.duration else (Color.BG_TRACK, "", words)


_DECIDES = frozenset({TraceKind.DIVERTED, TraceKind.FORWARDED, TraceKind.LET_THROUGH, TraceKind.TRANSFERRED})
_RED = (Color.DIVERTED_TINT, Color.DIVERTED_TEXT)
_GREEN = (Color.AVAILABLE_TINT, Color.AVAILABLE_TEXT)
_ICONS = {
    TraceKind.DIALLED: "call-in",
    TraceKind.DIVERTED: "forward-to",
    TraceKind.LET_THROUGH: "let-through",
    TraceKind.FORWARDED: "call-diverted",
    TraceKind.RANG: "bell",
    TraceKind.GROUP: "group",
    TraceKind.GROUP_CLOSED: "clock",
    TraceKind.ON_CALL: "person",
    TraceKind.BLOCKED: "shield",
    TraceKind.COMPANY: "building",
    TraceKind.LANGUAGE: "language",
    TraceKind.VOICEMAIL: "msg-voicemail",
    TraceKind.NO_DEVICE: "device-none",
    TraceKind.CLOSED: "lock",
    TraceKind.UNKNOWN_NUMBER: "error",
    TraceKind.TURNED_AWAY: "hangup",
    TraceKind.PHONE_LOST: "error",
    TraceKind.LOOP: "error",
    TraceKind.EMERGENCY: "warning",
    TraceKind.TRUNK: "call-out",
    TraceKind.NO_LINE_OUT: "error",
    TraceKind.TRANSFERRED: "transfer",
    TraceKind.PICKED_UP: "answer",
    TraceKind.ANSWERED: "call",
}
_TINTS = {TraceKind.DIVERTED: _RED, TraceKind.FORWARDED: _RED, TraceKind.ANSWERED: _GREEN, TraceKind.PICKED_UP: _GREEN}


def _line(entry: TraceEntry, now: datetime) -> str:
    who = entry.name or texts.number(entry.number)
    match entry.kind:
        case TraceKind.DIALLED:
            return translate("Calls", "{number} was dialled").format(number=texts.number(entry.number))
        case TraceKind.DIVERTED:
            reason = texts.reason(Reason(entry.why)) if entry.why in set(Reason) else ""
            words = translate("Calls", "{name} had diverted").format(name=who)
            until = texts.until(entry.until, now) if entry.until is not None else ""
            more = ", ".join(part for part in (reason, until) if part)
            return f"{words} ({more})" if more else words
        case TraceKind.LET_THROUGH:
            return _let_through(entry.why, who)
        case TraceKind.FORWARDED:
            return _forwarded(entry.why, who)
        case TraceKind.RANG:
            return translate("Calls", "Rang at {name}").format(name=who)
        case TraceKind.GROUP:
            return translate("Calls", "Rang at the group {name}").format(name=who)
        case TraceKind.GROUP_CLOSED:
            return translate("Calls", "The group {name} was closed").format(name=who)
        case TraceKind.ON_CALL:
            return translate("Calls", "On call: {name}").format(name=who)
        case TraceKind.BLOCKED:
            return _blocked(entry.why)
        case TraceKind.COMPANY:
            return _company(entry.why, who)
        case TraceKind.LANGUAGE:
            return translate("Calls", "The caller chose {language}").format(language=texts.spoken_language(entry.why))
        case TraceKind.VOICEMAIL:
            return translate("Calls", "To {name}'s mailbox").format(name=who)
        case TraceKind.NO_DEVICE:
            return translate("Calls", "{name} has no phone connected").format(name=who)
        case TraceKind.CLOSED:
            return translate("Calls", "{name}'s number is closed").format(name=who)
        case TraceKind.UNKNOWN_NUMBER:
            return translate("Calls", "Nobody has {number}").format(number=texts.number(entry.number))
        case TraceKind.LOOP:
            return translate("Calls", "It looped back to {name} and was stopped").format(name=who)
        case TraceKind.EMERGENCY:
            return translate("Calls", "Emergency call")
        case TraceKind.TRUNK:
            return _outside(entry)
        case TraceKind.NO_LINE_OUT:
            return translate("Calls", "No line to the outside for {number}").format(number=texts.number(entry.number))
        case TraceKind.TRANSFERRED:
            return translate("Calls", "Transferred by {name}").format(name=who)
        case TraceKind.PICKED_UP:
            return translate("Calls", "Picked up by {name}").format(name=who)
        case TraceKind.ANSWERED:
            return translate("Calls", "Answered by {name}").format(name=who)
        case TraceKind.TURNED_AWAY:
            return translate("Calls", "The telephone system had too much to do and refused the call")
        case TraceKind.PHONE_LOST:
            return translate("Calls", "The connection to {name}'s phone was lost").format(name=who)
        case TraceKind.UNKNOWN:
            return translate("Calls", "A step that this version doesn't know")


def _blocked(why: str) -> str:
    if why == Blocked.ANONYMOUS:
        return translate("Calls", "Calls without a number are not let in")
    return translate("Calls", "The number is blocked")


def _outside(entry: TraceEntry) -> str:
    """A number outside: over which line, or why not, in the provider's own words where they are known."""
    number = texts.number(entry.number)
    refused = next((words for refusal, words in _NOT_LET_OUT.items() if refusal == entry.why), "")
    if refused:
        return translate("Calls", refused).format(number=number)
    if not entry.name:
        out = translate("Calls", "Out to {number}").format(number=number)
    else:
        out = translate("Calls", "Out to {number} over {line}").format(number=number, line=entry.name)
    said = translate("Calls", "{step}: the provider answered “{said}”")
    return said.format(step=out, said=entry.why) if entry.why else out


_NOT_LET_OUT = {
    Refusal.NO_LINE: QT_TRANSLATE_NOOP("Calls", "No line to the outside worked for {number}"),
    Refusal.ABROAD: QT_TRANSLATE_NOOP("Calls", "{number} is in a country that may not be called"),
    Refusal.PREMIUM: QT_TRANSLATE_NOOP("Calls", "{number} is a premium number, which may not be called"),
    Refusal.BUSY: QT_TRANSLATE_NOOP("Calls", "All lines were busy for {number}"),
    Refusal.TOO_MANY: QT_TRANSLATE_NOOP("Calls", "Too many calls within an hour for {number}"),
}


def _company(why: str, who: str) -> str:
    if why == Opening.OPEN:
        return translate("Calls", "{name} was open").format(name=who)
    if why == Opening.HOLIDAY:
        return translate("Calls", "{name} was closed for a holiday").format(name=who)
    return translate("Calls", "{name} was closed").format(name=who)


def _let_through(why: str, who: str) -> str:
    if why == Passing.COLLEAGUES:
        return translate("Calls", "{name} lets colleagues through").format(name=who)
    if why == Passing.FAVOURITES:
        return translate("Calls", "{name} lets favourites through").format(name=who)
    if why == Passing.LIST:
        return translate("Calls", "{name} lets the numbers of a list through").format(name=who)
    return translate("Calls", "{name} lets through who calls again within 3 minutes").format(name=who)


def _forwarded(why: str, who: str) -> str:
    if why == Forwarding.CFB:
        return translate("Calls", "{name} was busy").format(name=who)
    if why == Forwarding.CFNR:
        return translate("Calls", "{name} did not answer").format(name=who)
    if why == Forwarding.CFNRC:
        return translate("Calls", "{name} could not be reached").format(name=who)
    return translate("Calls", "Sent on by {name}").format(name=who)
