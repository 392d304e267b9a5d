"""Diversions in words: reasons, quick diversions, where calls go."""

from __future__ import annotations

from collections.abc import Sequence

from onepresence_desktop.desktop.languages import QT_TRANSLATE_NOOP, translate
from onepresence_desktop.desktop.texts.numbers import number
from onepresence_desktop.domain.diversion import Destination, DestinationKind, Preset, Reason
from onepresence_desktop.domain.passing import Passing

_REASONS = {
    Reason.LUNCH: QT_TRANSLATE_NOOP("Texts", "Lunch"),
    Reason.BREAK: QT_TRANSLATE_NOOP("Texts", "Break"),
    Reason.GONE_HOME: QT_TRANSLATE_NOOP("Texts", "Gone for the day"),
    Reason.MEETING: QT_TRANSLATE_NOOP("Texts", "Meeting"),
    Reason.SICK: QT_TRANSLATE_NOOP("Texts", "Sick"),
    Reason.VACATION: QT_TRANSLATE_NOOP("Texts", "Vacation"),
    Reason.TRAVEL: QT_TRANSLATE_NOOP("Texts", "Travelling"),
    Reason.COURSE: QT_TRANSLATE_NOOP("Texts", "On a course"),
    Reason.HOME_OFFICE: QT_TRANSLATE_NOOP("Texts", "Working from home"),
    Reason.VISIT: QT_TRANSLATE_NOOP("Texts", "Customer visit"),
    Reason.OTHER: QT_TRANSLATE_NOOP("Texts", "Other"),
    Reason.DO_NOT_DISTURB: QT_TRANSLATE_NOOP("Texts", "Do not disturb"),
    Reason.UNKNOWN: QT_TRANSLATE_NOOP("Texts", "Unknown reason"),
}


_REASONS_SHORT = {
    **_REASONS,
    Reason.GONE_HOME: QT_TRANSLATE_NOOP("Texts", "Gone home"),
    Reason.COURSE: QT_TRANSLATE_NOOP("Texts", "Course"),
    Reason.TRAVEL: QT_TRANSLATE_NOOP("Texts", "Travel"),
    Reason.HOME_OFFICE: QT_TRANSLATE_NOOP("Texts", "At home"),
    Reason.VISIT: QT_TRANSLATE_NOOP("Texts", "Visit"),
}


REASON_ICONS = {
    Reason.LUNCH: "reason-lunch",
    Reason.BREAK: "reason-break",
    Reason.GONE_HOME: "reason-gone",
    Reason.MEETING: "reason-meeting",
    Reason.SICK: "reason-sick",
    Reason.VACATION: "reason-vacation",
    Reason.TRAVEL: "reason-travel",
    Reason.COURSE: "reason-course",
    Reason.HOME_OFFICE: "reason-home",
    Reason.VISIT: "reason-visit",
    Reason.OTHER: "reason-other",
    Reason.UNKNOWN: "reason-other",
    Reason.DO_NOT_DISTURB: "status-dnd",
}
"""The icon of each reason."""


_PRESETS = {
    Preset.LUNCH: (QT_TRANSLATE_NOOP("Texts", "Lunch"), QT_TRANSLATE_NOOP("Texts", "½ hour")),
    Preset.BREAK: (QT_TRANSLATE_NOOP("Texts", "Break"), QT_TRANSLATE_NOOP("Texts", "5 minutes")),
    Preset.GONE_HOME: (QT_TRANSLATE_NOOP("Texts", "Gone for the day"), ""),
    Preset.MEETING_1H: (QT_TRANSLATE_NOOP("Texts", "Meeting"), QT_TRANSLATE_NOOP("Texts", "1 hour")),
    Preset.MEETING_2H: (QT_TRANSLATE_NOOP("Texts", "Meeting"), QT_TRANSLATE_NOOP("Texts", "2 hours")),
}


def reason(why: Reason) -> str:
    """The word for a reason."""
    return translate("Texts", _REASONS[why])


def diversion_name(title: str, why: Reason, *, short: bool = False) -> str:
    """What a diversion is called: the name of the own quick diversion it was made by, else its reason."""
    return title or (reason_short(why) if short else reason(why))


def reason_short(why: Reason) -> str:
    """The short form for the own card."""
    return translate("Texts", _REASONS_SHORT[why])


def preset(standard: Preset) -> tuple[str, str]:
    """Name and time of a standard quick diversion ("Lunch", "½ hour"); the time may be ""."""
    name, time = _PRESETS[standard]
    return translate("Texts", name), translate("Texts", time) if time else ""


_PASSING = {
    Passing.COLLEAGUES: QT_TRANSLATE_NOOP("Texts", "colleagues"),
    Passing.FAVOURITES: QT_TRANSLATE_NOOP("Texts", "favourites"),
    Passing.LIST: QT_TRANSLATE_NOOP("Texts", "numbers of my list"),
    Passing.TWICE: QT_TRANSLATE_NOOP("Texts", "those who call again within 3 min"),
    Passing.UNKNOWN: QT_TRANSLATE_NOOP("Texts", "others"),
}


def passing(exception: Passing) -> str:
    """Who gets through, as part of a sentence."""
    return translate("Texts", _PASSING[exception])


def joined(words: Sequence[str]) -> str:
    """Several things in one phrase: "colleagues, favourites and others"."""
    if len(words) < 2:
        return "".join(words)
    return translate("Texts", "{some} and {last}").format(some=", ".join(words[:-1]), last=words[-1])


def destination(where: Destination) -> str:
    """Where calls go, in words; a number as it is."""
    match where.kind:
        case DestinationKind.VOICEMAIL:
            return "OneVoicemail"
        case DestinationKind.RECEPTION:
            return translate("Texts", "Reception")
        case DestinationKind.OPEN:
            return translate("Texts", "Keep open")
        case DestinationKind.NUMBER:
            return number(where.number or "")
        case DestinationKind.UNKNOWN:
            return translate("Texts", "Unknown destination")
