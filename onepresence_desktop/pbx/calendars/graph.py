"""Calendars in Microsoft 365: `calendarView` of Microsoft Graph, signed in as an application (client credentials).

https://learn.microsoft.com/graph/api/user-list-calendarview. The server expands recurrences; the application needs
the permission Calendars.ReadBasic.All (Calendars.Read for private words that are never asked for isn't needed).
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from typing import Annotated
from urllib.parse import quote, urlencode, urlsplit

import msgspec

from onepresence_desktop.domain.connections import Connection, Trouble
from onepresence_desktop.domain.errors import ConnectionFailed
from onepresence_desktop.domain.meetings import Busy, Meeting, Reading
from onepresence_desktop.pbx.calendars.zones import in_zone
from onepresence_desktop.pbx.webdav.asking import WebDav, seconds

SIGN_IN = "https://login.microsoftonline.com"
GRAPH = "https://graph.microsoft.com"

MOST_BYTES = 4 * 1024 * 1024
"""Of one page, which holds at most `PAGE` entries."""

PAGE = 200
MOST_PAGES = 20

EARLIER = 120.0
"""Seconds that a token is renewed before it runs out."""

_SHOWN = "id,subject,start,end,showAs,sensitivity,isAllDay,isCancelled,responseStatus"

_BUSY = {
    "free": Busy.FREE,
    "tentative": Busy.TENTATIVE,
    "oof": Busy.OUT_OF_OFFICE,
    "workingElsewhere": Busy.ELSEWHERE,
}


class _Moment(msgspec.Struct):
    """`dateTimeTimeZone`."""

    dateTime: str
    timeZone: str = "UTC"


class _Response(msgspec.Struct):
    response: str | None = None


class _Known(msgspec.Struct):
    """Of an entry that can't be read, what it is known by."""

    id: str = ""


class _Event(msgspec.Struct):
    """Of `event` what is asked for."""

    id: str
    start: _Moment
    end: _Moment
    subject: str | None = None
    showAs: str | None = None
    sensitivity: str | None = None
    isAllDay: bool | None = None
    isCancelled: bool | None = None
    responseStatus: _Response | None = None


class _Page(msgspec.Struct):
    value: list[msgspec.Raw]
    next: str | None = msgspec.field(name="@odata.nextLink", default=None)


class _Token(msgspec.Struct):
    access_token: str
    expires_in: Annotated[int, msgspec.Meta(le=10**9)] = 3600


class _Problem(msgspec.Struct):
    code: str = ""
    message: str = ""


class _Refusal(msgspec.Struct):
    """What is wrong, as Graph says it (`error.message`) or as the sign-in does (RFC 6749 section 5.2)."""

    error: _Problem | str = ""
    error_description: str = ""


@dataclass(slots=True)
class _SignIn:
    """A token of one application. until: in monotonic seconds. renewing: one at a time."""

    token: str = ""
    until: float = 0.0
    renewing: asyncio.Lock = field(default_factory=asyncio.Lock)


class GraphCalendars:
    """Reads the calendars of a company's people. here: also from this machine, which a test's server is on."""

    def __init__(self, *, here: bool) -> None:
        self._server = WebDav(here=here, most_bytes=MOST_BYTES)
        self._signed_in: dict[tuple[str, ...], _SignIn] = {}

    async def close(self) -> None:
        """Let connections go."""
        await self._server.close()

    def forget(self, connection: Connection) -> None:
        """Keep no token of it."""
        self._signed_in.pop(_key(connection), None)

    async def meetings(
        self, connection: Connection, mailbox: str, start: datetime, end: datetime, zone: tzinfo
    ) -> Reading:
        """What takes place in the calendar of an address. zone: of whole days. Raises `ConnectionFailed`."""
        root = (connection.text("graph_url") or GRAPH).rstrip("/")
        asked = {"startDateTime": _stamp(start), "endDateTime": _stamp(end), "$select": _SHOWN, "$top": str(PAGE)}
        address = f"{root}/v1.0/users/{quote(mailbox, safe='@')}/calendarView?{urlencode(asked, safe='$,:')}"
        found: dict[str, Meeting] = {}
        unread: set[str] = set()
        for _ in range(MOST_PAGES):
            page = await self._page(connection, address)
            found |= {meeting.key: meeting for meeting in _read(page, zone, unread)}
            if not page.next:
                meetings = sorted(found.values(), key=lambda m: (m.start, m.key))
                return Reading(tuple(meetings), frozenset(unread))
            if not _same_server(page.next, root):  # whoever is asked is told the token
                raise ConnectionFailed(reason=Trouble.NOT_UNDERSTOOD)
            address = page.next
        raise ConnectionFailed(reason=Trouble.TOO_LARGE, person=True)

    async def _page(self, connection: Connection, address: str) -> _Page:
        for last in (False, True):
            signed_in = await self._token(connection)
            token = signed_in.token
            headers = {
                "Authorization": f"Bearer {token}",
                "Accept": "application/json",
                "Prefer": 'outlook.timezone="UTC"',
            }
            status, answer, body = await self._server.told("GET", address, headers=headers)
            if status == 401 and not last:  # withdrawn before its time
                if signed_in.token == token:  # nobody else, who learned it at the same time, has a new one
                    signed_in.until = 0.0
                continue
            if status != 200:
                raise _refused(status, answer.get("retry-after", ""), body)
            break
        try:
            return msgspec.json.decode(body, type=_Page)
        except (msgspec.DecodeError, UnicodeDecodeError) as exc:
            raise ConnectionFailed(reason=Trouble.NOT_UNDERSTOOD) from exc

    async def _token(self, connection: Connection) -> _SignIn:
        signed_in = self._signed_in.setdefault(_key(connection), _SignIn())
        async with signed_in.renewing:
            if signed_in.until <= time.monotonic():
                told = await self._renewed(connection, _root(connection))
                signed_in.token = told.access_token
                signed_in.until = time.monotonic() + max(1.0, told.expires_in - EARLIER)
        return signed_in

    async def _renewed(self, connection: Connection, root: str) -> _Token:
        form = {
            "grant_type": "client_credentials",
            "client_id": connection.text("client_id"),
            "client_secret": connection.text("client_secret"),
            "scope": f"{(connection.text('graph_url') or GRAPH).rstrip('/')}/.default",
        }
        status, answer, body = await self._server.told(
            "POST",
            f"{root}/{quote(connection.text('tenant'), safe='')}/oauth2/v2.0/token",
            headers={"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"},
            content=urlencode(form),
        )
        if status in (400, 401):
            later = _refusal(body).error == "temporarily_unavailable"
            raise ConnectionFailed(reason=Trouble.BUSY if later else Trouble.SIGN_IN_REFUSED, said=_said(body))
        if status != 200:
            raise _refused(status, answer.get("retry-after", ""), body, person=False)
        try:
            return msgspec.json.decode(body, type=_Token)
        except (msgspec.DecodeError, UnicodeDecodeError) as exc:
            raise ConnectionFailed(reason=Trouble.NOT_UNDERSTOOD) from exc


def _root(connection: Connection) -> str:
    """Where it signs in."""
    return (connection.text("sign_in_url") or SIGN_IN).rstrip("/")


def _key(connection: Connection) -> tuple[str, ...]:
    """What a token is good for."""
    names = ("tenant", "client_id", "client_secret", "graph_url")
    return (_root(connection), *(connection.text(name) for name in names))


def _refused(status: int, retry_after: str, body: bytes, *, person: bool = True) -> ConnectionFailed:
    """Why, in a stable word; a 403 or 404 of Graph itself is about the one mailbox that was asked for.

    A page of a proxy in between has no error in it, and says nothing about anybody's mailbox.
    """
    said = _said(body)
    if status in (429, 503):
        return ConnectionFailed(reason=Trouble.BUSY, said=said, retry_after=seconds(retry_after))
    if status == 401:
        return ConnectionFailed(reason=Trouble.SIGN_IN_REFUSED, said=said)
    if status in (403, 404) and (not person or isinstance(_refusal(body).error, _Problem)):
        trouble = Trouble.NOT_FOUND if status == 404 else Trouble.REFUSED
        return ConnectionFailed(reason=trouble, said=said, **({"person": True} if person else {}))
    return ConnectionFailed(reason=Trouble.SERVER_FAILED if status >= 500 else Trouble.NOT_UNDERSTOOD, said=said)


def _refusal(body: bytes) -> _Refusal:
    """An empty one for what isn't one."""
    try:
        return msgspec.json.decode(body, type=_Refusal)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return _Refusal()


def _said(body: bytes) -> str:
    """The server's own words, the first line of them."""
    told = _refusal(body)
    problem = told.error
    words = told.error_description or (problem if isinstance(problem, str) else problem.message or problem.code)
    return words.partition("\n")[0].partition(" Trace ID:")[0].strip()


def _same_server(address: str, root: str) -> bool:
    try:
        return urlsplit(address)[:2] == urlsplit(root)[:2]
    except ValueError:
        return False


def _read(page: _Page, zone: tzinfo, unread: set[str]) -> list[Meeting]:
    """Each entry for itself: one that can't be read doesn't lose the others. Raises `ConnectionFailed` if none can.

    unread: is given what those are known by.
    """
    found: list[Meeting | None] = []
    for raw in page.value:
        try:
            found.append(_meeting(msgspec.json.decode(raw, type=_Event), zone))
        except (ValueError, OverflowError):
            with contextlib.suppress(ValueError):
                unread.add(msgspec.json.decode(raw, type=_Known).id)
    if page.value and not found:
        raise ConnectionFailed(reason=Trouble.NOT_UNDERSTOOD, person=True)
    return [meeting for meeting in found if meeting is not None]


def _meeting(event: _Event, zone: tzinfo) -> Meeting | None:
    """None for one that is cancelled, declined or without a length. Raises `ValueError`."""
    declined = event.responseStatus is not None and event.responseStatus.response == "declined"
    if event.isCancelled or declined:
        return None
    all_day = bool(event.isAllDay)
    start, end = _moment(event.start, zone, all_day=all_day), _moment(event.end, zone, all_day=all_day)
    if end <= start:
        return None
    private = (event.sensitivity or "normal") != "normal"
    return Meeting(
        key=event.id,
        start=start,
        end=end,
        subject="" if private else (event.subject or "").strip()[:200],
        busy=_BUSY.get(event.showAs or "", Busy.BUSY),
        private=private,
        all_day=all_day,
    )


def _moment(told: _Moment, zone: tzinfo, *, all_day: bool) -> datetime:
    """In UTC. Whole days are the owner's, whatever zone they are told in."""
    moment = datetime.fromisoformat(told.dateTime)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=zone if all_day else in_zone(told.timeZone, zone))
    return moment.astimezone(UTC)


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
