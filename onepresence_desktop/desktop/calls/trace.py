"""A call's way in words (spec 7.3, "why did my call go there?")."""

from __future__ import annotations

from datetime import datetime

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.domain.calls import CallRecord, TraceEntry, TraceKind
from onepresence_desktop.domain.diversion import Forwarding, Reason


def way(record: CallRecord, now: datetime) -> list[str]:
    """One line for each step."""
    return [line for line in (_line(entry, now) for entry in record.trace) if line]


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
        case TraceKind.FORWARDED:
            return _forwarded(entry.why, who)
        case TraceKind.RANG:
            return translate("Calls", "Rang at {name}").format(name=who)
        case TraceKind.GROUP:
            return translate("Calls", "Rang at the group {name}").format(name=who)
        case TraceKind.VOICEMAIL:
            return translate("Calls", "To {name}'s mailbox").format(name=who)
        case TraceKind.NO_DEVICE:
            return translate("Calls", "{name} has no phone connected").format(name=who)
        case TraceKind.CLOSED:
            return translate("Calls", "{name}'s number is closed").format(name=who)
        case TraceKind.UNKNOWN_NUMBER:
            return translate("Calls", "Nobody has {number}").format(number=texts.number(entry.number))
        case TraceKind.LOOP:
            return translate("Calls", "It came back to {name} and was stopped").format(name=who)
        case TraceKind.EMERGENCY:
            return translate("Calls", "Emergency call")
        case TraceKind.TRUNK:
            return translate("Calls", "Out of the house to {number}").format(number=texts.number(entry.number))
        case TraceKind.TRANSFERRED:
            return translate("Calls", "Transferred by {name}").format(name=who)
        case TraceKind.PICKED_UP:
            return translate("Calls", "Picked up by {name}").format(name=who)
        case TraceKind.ANSWERED:
            return translate("Calls", "Answered by {name}").format(name=who)


def _forwarded(why: str, who: str) -> str:
    if why == Forwarding.CFB:
        return translate("Calls", "{name} was busy").format(name=who)
    if why == Forwarding.CFNR:
        return translate("Calls", "{name} did not answer").format(name=who)
    if why == Forwarding.CFNRC:
        return translate("Calls", "{name} could not be reached").format(name=who)
    return translate("Calls", "Sent on by {name}").format(name=who)
