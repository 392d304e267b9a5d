"""What Microsoft Graph says of one person's time: `scheduleInformation`, read (spec 5.1).

https://learn.microsoft.com/graph/api/resources/scheduleinformation. Its items have neither an id nor a word for whole
days, and their subject only where the owner shares it. The codes of what is wrong with one person are those of the
availability service behind it, by number or by name.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta, tzinfo

import msgspec

from onepresence_desktop.domain.connections import Trouble
from onepresence_desktop.domain.errors import ConnectionFailed
from onepresence_desktop.domain.meetings import Busy, Meeting, Reading, begins, named
from onepresence_desktop.pbx.calendars.zones import in_zone

SLOT = timedelta(minutes=15)
"""Of the merged view, which stands for the entries where these aren't shared."""

MOST_ENTRIES = 2000
"""Of one person; Graph itself has more than 1,000 for too many."""

_ABSENT = msgspec.Raw(b"null")

_BUSY = {
    "free": Busy.FREE,
    "tentative": Busy.TENTATIVE,
    "oof": Busy.OUT_OF_OFFICE,
    "workingelsewhere": Busy.ELSEWHERE,
}
_SLOTS = {"0": Busy.FREE, "1": Busy.TENTATIVE, "3": Busy.OUT_OF_OFFICE, "4": Busy.ELSEWHERE}

_TROUBLES: dict[Trouble, tuple[tuple[int, str], ...]] = {
    Trouble.NOT_FOUND: (
        (5009, "MailRecipientNotFound"),
        (5023, "AddressSpaceNotFound"),
        (5029, "NoCalendar"),
        (5035, "InvalidSmtpAddress"),
    ),
    Trouble.REFUSED: (
        (5012, "InvalidAccessLevel"),
        (5015, "ProxyRequestNotAllowed"),
        (5037, "NoFreeBusyAccess"),
        (5047, "InvalidOrganizationRelationshipForFreeBusy"),
        (0, "AccessDenied"),
    ),
    Trouble.TOO_LARGE: (
        (5006, "ResultSetTooBig"),
        (5036, "IndividualMailboxLimitReached"),
        (5043, "FreeBusyDLLimitReached"),
    ),
    Trouble.BUSY: (
        (0, "ServerBusy"),
        (0, "ExceededConnectionCount"),
        (0, "TooManyObjectsOpened"),
    ),
    Trouble.TIME_OUT: ((5027, "TimeoutExpired"),),
}
_BY_CODE = {
    word: trouble
    for trouble, codes in _TROUBLES.items()
    for number, name in codes
    for word in (str(number), f"Error{name}", name)
}


class _Moment(msgspec.Struct):
    """`dateTimeTimeZone`."""

    dateTime: str
    timeZone: str | None = "UTC"


class _Item(msgspec.Struct):
    """Of `scheduleItem` what is read."""

    start: _Moment
    end: _Moment
    status: str | None = None
    subject: str | None = None
    isPrivate: bool | None = None


class _Begin(msgspec.Struct):
    """Of an item that can't be read, what it is known by."""

    start: _Moment


class _Error(msgspec.Struct):
    """`freeBusyError`."""

    responseCode: str | int | None = None
    message: str | None = None


class _Schedule(msgspec.Struct):
    scheduleItems: msgspec.Raw = _ABSENT
    availabilityView: msgspec.Raw = _ABSENT
    error: msgspec.Raw = _ABSENT


class _Whose(msgspec.Struct):
    scheduleId: str = ""


def whose(told: msgspec.Raw) -> str:
    """Whom it is about, "" where it doesn't say."""
    try:
        return msgspec.json.decode(told, type=_Whose).scheduleId.strip()
    except ValueError:
        return ""


def read(told: msgspec.Raw, begin: datetime, end: datetime, zone: tzinfo) -> Reading | ConnectionFailed:
    """What they have to do from `begin`, where the view's first slot is, to `end`; or why that isn't known.

    zone: in which their days are.
    """
    try:
        schedule = msgspec.json.decode(told, type=_Schedule)
        error = msgspec.json.decode(schedule.error, type=_Error | None)
        items = msgspec.json.decode(schedule.scheduleItems, type=list[msgspec.Raw] | None)
        if error is not None and (failed := _failed(error)) is not None:
            return failed
        if items:
            return _of_items(items, zone)
        view = msgspec.json.decode(schedule.availabilityView, type=str | None)
        if items is None and not view:
            return _person(Trouble.NOT_UNDERSTOOD)
        if items is not None and not (view or "").strip("0"):
            return Reading(nameless=True)
        return _of_view(view or "", begin, end, zone)
    except (ValueError, OverflowError):
        return _person(Trouble.NOT_UNDERSTOOD)


def words(said: str) -> str:
    """A server's own words, the first line of them, without the names of its inner parts."""
    line = re.split(r"[\r\n]| Trace ID:|\. Name of the server", said, maxsplit=1)[0]
    return re.sub(r"^(?:\w+\.)*\w+Exception:\s*", "", line).strip()


def _person(reason: Trouble, said: str = "") -> ConnectionFailed:
    return ConnectionFailed(reason=reason, said=said, person=True)


def _failed(error: _Error) -> ConnectionFailed | None:
    """What is wrong with one person; None where nothing is."""
    code, said = str(error.responseCode or ""), words(error.message or "")
    if code in ("", "0", "NoError") and not said:
        return None
    return _person(_BY_CODE.get(code, Trouble.SERVER_FAILED), said or code)


def _of_items(items: list[msgspec.Raw], zone: tzinfo) -> Reading | ConnectionFailed:
    """Each for itself: one that can't be read doesn't lose the others."""
    if len(items) > MOST_ENTRIES:
        return _person(Trouble.TOO_LARGE)
    found: list[Meeting | None] = []
    unread: set[str] = set()
    cut = False
    for raw in items:
        try:
            found.append(_meeting(msgspec.json.decode(raw, type=_Item), zone))
        except (ValueError, OverflowError):
            try:
                unread.add(begins(_moment(msgspec.json.decode(raw, type=_Begin).start, zone)))
            except (ValueError, OverflowError):
                cut = True  # whichever it is may be there still
    if not found:
        return _person(Trouble.NOT_UNDERSTOOD)
    meetings = named(meeting for meeting in found if meeting is not None)
    return Reading(meetings, frozenset(unread), cut, nameless=True)


def _meeting(item: _Item, zone: tzinfo) -> Meeting | None:
    """None for one without a length. Raises `ValueError`."""
    start, end = _moment(item.start, zone), _moment(item.end, zone)
    private = bool(item.isPrivate)
    subject = "" if private else (item.subject or "").strip()[:200]
    return _made(start, end, zone, _BUSY.get((item.status or "").lower(), Busy.BUSY), subject, private=private)


def _of_view(view: str, begin: datetime, end: datetime, zone: tzinfo) -> Reading | ConnectionFailed:
    """Slots that follow each other and say the same are one entry."""
    if abs(len(view) - (end - begin) / SLOT) > 1:  # of other slots than were asked for
        return _person(Trouble.NOT_UNDERSTOOD)
    made = [
        _made(begin + SLOT * run.start(), min(end, begin + SLOT * run.end()), zone, _SLOTS.get(run[1], Busy.BUSY))
        for run in re.finditer(r"([^0])\1*", view)
    ]
    return Reading(named(meeting for meeting in made if meeting is not None), nameless=True)


def _made(
    start: datetime, end: datetime, zone: tzinfo, busy: Busy, subject: str = "", *, private: bool = False
) -> Meeting | None:
    if end <= start:
        return None
    all_day = _at_midnight(start.astimezone(zone)) and _at_midnight(end.astimezone(zone))
    if not all_day and _at_midnight(start) and _at_midnight(end):  # whole days are the owner's, in whatever zone told
        start, end, all_day = start.replace(tzinfo=zone), end.replace(tzinfo=zone), True
    return Meeting("", start.astimezone(UTC), end.astimezone(UTC), subject, busy, private=private, all_day=all_day)


def _at_midnight(moment: datetime) -> bool:
    return moment.time() == time()


def _moment(told: _Moment, zone: tzinfo) -> datetime:
    moment = datetime.fromisoformat(told.dateTime)
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=in_zone(told.timeZone or "UTC", zone))
