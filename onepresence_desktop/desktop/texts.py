"""From codes and words of the domain to sentences for people; the only place where an error becomes a text."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import lru_cache

from PySide6.QtCore import QDate, QLocale

from onepresence_desktop.desktop.languages import QT_TRANSLATE_NOOP, translate
from onepresence_desktop.domain.calls import Cause
from onepresence_desktop.domain.diversion import Destination, DestinationKind, Preset, Reason
from onepresence_desktop.domain.errors import (
    DeviceNotRegistered,
    Invalid,
    NumberRefused,
    OnePresenceError,
    PasswordRefused,
    RouteRefused,
    Throttled,
)
from onepresence_desktop.domain.messages import CutShort
from onepresence_desktop.domain.password import Rule
from onepresence_desktop.domain.people import DeviceKind, Role
from onepresence_desktop.domain.presence import DeviceState, Presence

_PRESENCE = {
    Presence.RINGING: QT_TRANSLATE_NOOP("Texts", "Ringing"),
    Presence.BUSY: QT_TRANSLATE_NOOP("Texts", "On the phone"),
    Presence.DO_NOT_DISTURB: QT_TRANSLATE_NOOP("Texts", "Do not disturb"),
    Presence.DIVERTED: QT_TRANSLATE_NOOP("Texts", "Diverted"),
    Presence.MEETING: QT_TRANSLATE_NOOP("Texts", "Meeting"),
    Presence.OFF_WORK: QT_TRANSLATE_NOOP("Texts", "Off work"),
    Presence.OFFLINE: QT_TRANSLATE_NOOP("Texts", "Offline"),
    Presence.AVAILABLE: QT_TRANSLATE_NOOP("Texts", "Available"),
    Presence.UNKNOWN: QT_TRANSLATE_NOOP("Texts", "Unknown"),
}

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
    Reason.OTHER: QT_TRANSLATE_NOOP("Texts", "Other"),
    Reason.DO_NOT_DISTURB: QT_TRANSLATE_NOOP("Texts", "Do not disturb"),
}

_REASONS_SHORT = {
    **_REASONS,
    Reason.GONE_HOME: QT_TRANSLATE_NOOP("Texts", "Gone home"),
    Reason.COURSE: QT_TRANSLATE_NOOP("Texts", "Course"),
    Reason.TRAVEL: QT_TRANSLATE_NOOP("Texts", "Travel"),
    Reason.HOME_OFFICE: QT_TRANSLATE_NOOP("Texts", "At home"),
}

REASON_ICONS = {
    Reason.LUNCH: "reason-lunch",
    Reason.BREAK: "reason-break",
    Reason.GONE_HOME: "reason-gone",
    Reason.MEETING: "reason-meeting",
    Reason.SICK: "reason-sick",
    Reason.VACATION: "reason-vacation",
    Reason.TRAVEL: "reason-visit",
    Reason.COURSE: "reason-focus",
    Reason.HOME_OFFICE: "reason-home",
    Reason.OTHER: "reason-other",
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

_DEVICES = {
    DeviceKind.DESK: QT_TRANSLATE_NOOP("Texts", "Desk phone"),
    DeviceKind.MOBILE: QT_TRANSLATE_NOOP("Texts", "Mobile"),
    DeviceKind.SOFTPHONE: QT_TRANSLATE_NOOP("Texts", "Softphone"),
}

_DEVICE_STATES = {
    DeviceState.IDLE: QT_TRANSLATE_NOOP("Texts", "ready"),
    DeviceState.RINGING: QT_TRANSLATE_NOOP("Texts", "rings"),
    DeviceState.ON_CALL: QT_TRANSLATE_NOOP("Texts", "in use"),
    DeviceState.ON_HOLD: QT_TRANSLATE_NOOP("Texts", "on hold"),
    DeviceState.OFFLINE: QT_TRANSLATE_NOOP("Texts", "offline"),
    DeviceState.UNKNOWN: QT_TRANSLATE_NOOP("Texts", "unknown"),
}

_ROLES = {
    Role.USER: QT_TRANSLATE_NOOP("Texts", "User"),
    Role.RECEPTIONIST: QT_TRANSLATE_NOOP("Texts", "Receptionist"),
    Role.ADMINISTRATOR: QT_TRANSLATE_NOOP("Texts", "Administrator"),
}

_CAUSES = {
    Cause.NORMAL: QT_TRANSLATE_NOOP("Texts", "The call has ended."),
    Cause.BUSY: QT_TRANSLATE_NOOP("Texts", "The number is busy."),
    Cause.NO_ANSWER: QT_TRANSLATE_NOOP("Texts", "Nobody answered."),
    Cause.CANCELLED: QT_TRANSLATE_NOOP("Texts", "The call was given up."),
    Cause.REJECTED: QT_TRANSLATE_NOOP("Texts", "The call was rejected."),
    Cause.UNREACHABLE: QT_TRANSLATE_NOOP("Texts", "The phone can't be reached."),
    Cause.NUMBER_UNKNOWN: QT_TRANSLATE_NOOP("Texts", "There is no such number."),
    Cause.ANSWERED_ELSEWHERE: QT_TRANSLATE_NOOP("Texts", "Answered on another phone."),
    Cause.NOT_ACCEPTABLE: QT_TRANSLATE_NOOP("Texts", "The phones found no common way to speak."),
    Cause.FAILED: QT_TRANSLATE_NOOP("Texts", "The call failed."),
    Cause.LOST: QT_TRANSLATE_NOOP("Texts", "The connection was lost."),
}

_CUT_SHORT = {
    CutShort.DISK_FULL: QT_TRANSLATE_NOOP(
        "Texts", "The recording stopped because the telephone system's disk was full: the end is missing."
    ),
    CutShort.MAILBOX_FULL: QT_TRANSLATE_NOOP(
        "Texts", "The recording stopped because your mailbox was full: the end may be missing."
    ),
    CutShort.LENGTH: QT_TRANSLATE_NOOP(
        "Texts", "The recording stopped at the longest time you allow a message: the end may be missing."
    ),
    CutShort.SERVICE_STOPPED: QT_TRANSLATE_NOOP(
        "Texts", "The telephone system stopped while the message was being left: the end may be missing."
    ),
}

_ERRORS = {
    "error": QT_TRANSLATE_NOOP("Texts", "Something unexpected went wrong. Try again."),
    "sign_in": QT_TRANSLATE_NOOP("Texts", "You couldn't be signed in."),
    "wrong_credentials": QT_TRANSLATE_NOOP("Texts", "Local number and password don't match."),
    "throttled": QT_TRANSLATE_NOOP("Texts", "Too many tries. Wait a little and try again."),
    "not_signed_in": QT_TRANSLATE_NOOP("Texts", "You are not signed in any more. Sign in again."),
    "password_change_required": QT_TRANSLATE_NOOP("Texts", "Choose your own password first."),
    "password_refused": QT_TRANSLATE_NOOP("Texts", "That password can't be used."),
    "forbidden": QT_TRANSLATE_NOOP("Texts", "You don't have the right to do that."),
    "not_found": QT_TRANSLATE_NOOP("Texts", "It isn't there any more."),
    "invalid": QT_TRANSLATE_NOOP("Texts", "That can't be right: check what you have typed."),
    "too_large": QT_TRANSLATE_NOOP("Texts", "That is too large."),
    "conflict": QT_TRANSLATE_NOOP("Texts", "It exists already, or someone has changed it meanwhile."),
    "route_refused": QT_TRANSLATE_NOOP("Texts", "Calls can't be sent there."),
    "route_loop": QT_TRANSLATE_NOOP("Texts", "Calls would come back to you in a circle."),
    "dead_end": QT_TRANSLATE_NOOP("Texts", "Calls would end nowhere."),
    "call_refused": QT_TRANSLATE_NOOP("Texts", "The call can't be made."),
    "number_refused": QT_TRANSLATE_NOOP("Texts", "That number can't be called."),
    "device_not_registered": QT_TRANSLATE_NOOP("Texts", "Your phone isn't connected. Choose another one."),
    "no_device": QT_TRANSLATE_NOOP("Texts", "You have no phone to call from. Ask your administrator for one."),
    "no_line_out": QT_TRANSLATE_NOOP(
        "Texts", "The telephone system has no line to the outside yet: only colleagues can be called."
    ),
    "call_gone": QT_TRANSLATE_NOOP("Texts", "The call has ended."),
    "unavailable": QT_TRANSLATE_NOOP("Texts", "That doesn't work at the moment. Try again shortly."),
    "telephony_away": QT_TRANSLATE_NOOP("Texts", "The telephone system isn't running at the moment."),
    "store_full": QT_TRANSLATE_NOOP("Texts", "The disk is full. Nothing was changed."),
    "store_damaged": QT_TRANSLATE_NOOP("Texts", "The data can't be read. It was left as it is."),
    "store_locked": QT_TRANSLATE_NOOP("Texts", "Another program is using the data."),
    "address_in_use": QT_TRANSLATE_NOOP("Texts", "Another program is using the network address."),
    "server_away": QT_TRANSLATE_NOOP("Texts", "The telephone system can't be reached."),
}

_RULES = {
    Rule.DIGITS_ONLY: QT_TRANSLATE_NOOP("Texts", "Only digits"),
    Rule.TOO_SHORT: QT_TRANSLATE_NOOP("Texts", "At least 4 digits"),
    Rule.TOO_LONG: QT_TRANSLATE_NOOP("Texts", "At most 64 digits"),
    Rule.FIRST_PASSWORD: QT_TRANSLATE_NOOP("Texts", "Not 0000"),
    Rule.LOCAL_NUMBER: QT_TRANSLATE_NOOP("Texts", "Not your local number"),
    Rule.REPEAT: QT_TRANSLATE_NOOP("Texts", "Too easy: the same digits over and over"),
    Rule.RUN: QT_TRANSLATE_NOOP("Texts", "Too easy: a row of digits"),
    Rule.SAME_AS_BEFORE: QT_TRANSLATE_NOOP("Texts", "Not the one you have now"),
}


def presence(state: Presence) -> str:
    """The word for a presence."""
    return translate("Texts", _PRESENCE[state])


def reason(why: Reason) -> str:
    """The word for a reason."""
    return translate("Texts", _REASONS[why])


def reason_short(why: Reason) -> str:
    """The short form for the own card."""
    return translate("Texts", _REASONS_SHORT[why])


def preset(standard: Preset) -> tuple[str, str]:
    """Name and time of a standard quick diversion ("Lunch", "½ hour"); the time may be ""."""
    name, time = _PRESETS[standard]
    return translate("Texts", name), translate("Texts", time) if time else ""


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


def device(kind: DeviceKind) -> str:
    """The word for a kind of phone."""
    return translate("Texts", _DEVICES[kind])


def device_state(state: DeviceState) -> str:
    """The word for a phone's state."""
    return translate("Texts", _DEVICE_STATES[state])


def role(what: Role) -> str:
    """The word for a role."""
    return translate("Texts", _ROLES[what])


def cause(why: Cause) -> str:
    """Why a call ended, as a sentence."""
    return translate("Texts", _CAUSES[why])


_UNPLAYABLE = {
    "no_device": QT_TRANSLATE_NOOP("Texts", "There is no loudspeaker or headset to play it on."),
    "stuck": QT_TRANSLATE_NOOP("Texts", "The sound system has stopped – try again."),
}


def unplayable(why: str) -> str:
    """Why `Player` failed, as a sentence."""
    other = translate("Texts", "The sound can't be played on this computer.")
    return translate("Texts", _UNPLAYABLE[why]) if why in _UNPLAYABLE else other


def cut_short(why: CutShort) -> str:
    """Why a message isn't whole, as a sentence."""
    return translate("Texts", _CUT_SHORT[why])


def rule(broken: Rule) -> str:
    """A password rule in words."""
    return translate("Texts", _RULES[broken])


def error(problem: BaseException) -> str:
    """A sentence that says what went wrong and, where one can do something, what."""
    if not isinstance(problem, OnePresenceError):
        return translate("Texts", _ERRORS["error"])
    details = problem.details
    if isinstance(problem, Throttled) and isinstance(details.get("retry_after"), int):
        wait = int(str(details["retry_after"]))
        return translate("Texts", "Too many tries. Try again in {time}.").format(time=span(wait))
    if isinstance(problem, PasswordRefused) and str(details.get("rule")) in set(Rule):
        return rule(Rule(str(details["rule"]))) + "."
    if isinstance(problem, NumberRefused) and details.get("number"):
        return translate("Texts", "{number} can't be called.").format(number=number(str(details["number"])))
    if isinstance(problem, RouteRefused) and details.get("at"):
        return f"{translate('Texts', _ERRORS[problem.code])} ({number(str(details['at']))})"
    if isinstance(problem, DeviceNotRegistered | Invalid):
        return translate("Texts", _ERRORS[problem.code])
    return translate("Texts", _ERRORS.get(problem.code, _ERRORS["error"]))


def number(digits: str) -> str:
    """A number grouped for reading: local numbers 3 + 4, Danish ones in pairs, foreign ones as their country does."""
    if len(digits) == 7 and digits.isdigit():
        return f"{digits[:3]} {digits[3:]}"
    national = digits.removeprefix("+45") if digits.startswith("+45") else digits
    if len(national) in (6, 8) and national.isdigit():
        return " ".join(national[i : i + 2] for i in range(0, len(national), 2))
    return _foreign(digits) if digits.startswith("+") else digits


@lru_cache(maxsize=1024)
def _foreign(digits: str) -> str:
    from onepresence_desktop.domain.numbering import format_number

    return format_number(digits, "DK")


def count(many: int) -> str:
    """A number as the language groups it: 5.012, 5 012, 5,012."""
    return QLocale().toString(many)


def clock(moment: datetime) -> str:
    """The time of day here, 24 hours."""
    return moment.astimezone().strftime("%H:%M")


def duration(seconds: float) -> str:
    """Minutes and seconds of a recording or call: 0:47, 12:03, 1:02:09."""
    whole = max(0, round(seconds))
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def recording(seconds: float, why: CutShort | None) -> str:
    """How long a message is, and whether it was cut short: 0:47, 0:07 · cut short."""
    long = duration(seconds)
    return long if why is None else translate("Texts", "{time} · cut short").format(time=long)


def span(seconds: float) -> str:
    """How long, in words: seconds under a minute, minutes under two hours, then hours."""
    whole = max(0, round(seconds))
    if whole < 60:
        return translate("Texts", "%n second(s)", "", whole)
    if whole < 7200:
        return translate("Texts", "%n minute(s)", "", round(whole / 60))
    return translate("Texts", "%n hour(s)", "", round(whole / 3600))


def span_short(seconds: float) -> str:
    """How long, for narrow places: 24 min, 3 h, 12 d."""
    whole = max(0, round(seconds))
    if whole < 5400:
        return translate("Texts", "{count} min").format(count=max(1, round(whole / 60)))
    if whole < 48 * 3600:
        return translate("Texts", "{count} h").format(count=round(whole / 3600))
    return translate("Texts", "{count} d").format(count=round(whole / 86400))


def day(moment: datetime, now: datetime) -> str:
    """The day of `moment`: Today, Yesterday, Tomorrow, a weekday within a week, else a date."""
    words = day_within(moment, now)
    return words[:1].upper() + words[1:]


def day_within(moment: datetime, now: datetime) -> str:
    """The same inside a sentence: English weekdays and months keep their capital, Danish and Swedish ones have none."""
    then, today = moment.astimezone().date(), now.astimezone().date()
    apart = (then - today).days
    near = {0: translate("Texts", "Today"), -1: translate("Texts", "Yesterday"), 1: translate("Texts", "Tomorrow")}
    if apart in near:
        return near[apart].lower()
    shown = QDate(then.year, then.month, then.day)
    if abs(apart) < 7:
        return QLocale().toString(shown, "dddd")
    if then.year == today.year:
        return QLocale().toString(shown, translate("Texts", "d MMM"))
    return QLocale().toString(shown, translate("Texts", "d MMM yyyy"))


def time_or_day(moment: datetime, now: datetime) -> str:
    """For the right end of a row: the time when today, else the day."""
    if moment.astimezone().date() == now.astimezone().date():
        return clock(moment)
    return day(moment, now)


def until(moment: datetime | None, now: datetime) -> str:
    """ "until 12:30", "until tomorrow 08:00", "until 25 Jul", or "until further notice" for None."""
    if moment is None:
        return translate("Texts", "until further notice")
    then, today = moment.astimezone().date(), now.astimezone().date()
    if then == today:
        return translate("Texts", "until {time}").format(time=clock(moment))
    if then - today == timedelta(days=1):
        return translate("Texts", "until tomorrow {time}").format(time=clock(moment))
    shown = QLocale().toString(QDate(then.year, then.month, then.day), translate("Texts", "d MMM"))
    return translate("Texts", "until {day}").format(day=shown)


def ago(moment: datetime, now: datetime) -> str:
    """How long since: "2 min ago"."""
    return translate("Texts", "{time} ago").format(time=span_short((now - moment).total_seconds()))
