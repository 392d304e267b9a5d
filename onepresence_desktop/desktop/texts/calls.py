"""Calls and recordings in words."""

from __future__ import annotations

from onepresence_desktop.desktop.languages import QT_TRANSLATE_NOOP, translate
from onepresence_desktop.desktop.texts.times import duration
from onepresence_desktop.domain.calls import Cause
from onepresence_desktop.domain.messages import CutShort

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
    Cause.UNKNOWN: QT_TRANSLATE_NOOP("Texts", "The call has ended; this version doesn't know why."),
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
    CutShort.UNKNOWN: QT_TRANSLATE_NOOP(
        "Texts", "The recording may not be whole, for a reason that this version doesn't know."
    ),
}


_UNPLAYABLE = {
    "no_device": QT_TRANSLATE_NOOP("Texts", "There is no loudspeaker or headset to play it on."),
    "stuck": QT_TRANSLATE_NOOP("Texts", "The sound system has stopped – try again."),
}


def cause(why: Cause) -> str:
    """Why a call ended, as a sentence."""
    return translate("Texts", _CAUSES[why])


def unplayable(why: str) -> str:
    """Why `Player` failed, as a sentence."""
    other = translate("Texts", "The sound can't be played on this computer.")
    return translate("Texts", _UNPLAYABLE[why]) if why in _UNPLAYABLE else other


def cut_short(why: CutShort) -> str:
    """Why a message isn't whole, as a sentence."""
    return translate("Texts", _CUT_SHORT[why])


def recording(seconds: float, why: CutShort | None) -> str:
    """How long a message is, and whether it was cut short: 0:47, 0:07 · cut short."""
    long = duration(seconds)
    return long if why is None else translate("Texts", "{time} · cut short").format(time=long)
