"""Calendars in Microsoft 365: `getSchedule` of Microsoft Graph, signed in as an application (client credentials).

https://learn.microsoft.com/graph/api/calendar-getschedule. One request is of up to 20 people, and is asked in the name
of one mailbox, which needs not be among them. The application needs the permission Calendars.ReadBasic.All.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Annotated
from urllib.parse import quote, urlencode, urlsplit

import httpx
import msgspec

from onepresence_desktop.domain.connections import Connection, Trouble
from onepresence_desktop.domain.errors import ConnectionFailed
from onepresence_desktop.domain.meetings import Reading
from onepresence_desktop.pbx.calendars import schedule
from onepresence_desktop.pbx.webdav.asking import WebDav, seconds

SIGN_IN = "https://login.microsoftonline.com"
GRAPH = "https://graph.microsoft.com"

MOST_BYTES = 4 * 1024 * 1024
"""Of one answer; if it is larger, half of the people are asked for."""

MOST_PAGES = 20

MOST_HALVES = 24
"""Requests more, to find out of twenty people whose address the server doesn't take: 10 for one, 18 for two at most."""

EARLIER = 120.0
"""Seconds that a token is renewed before it runs out."""

Answer = Reading | ConnectionFailed


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
    """A token of one application. until: in monotonic seconds. renewing: one at a time.

    host: the mailbox in whose name it was answered last, "" before the first time.
    """

    token: str = ""
    until: float = 0.0
    renewing: asyncio.Lock = field(default_factory=asyncio.Lock)
    host: str = ""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked for. begin: on a whole slot."""

    connection: Connection
    begin: datetime
    end: datetime
    zone: tzinfo


class _Indigestible(Exception):
    """The server takes the request for these people together for none, or answers more than is read."""

    def __init__(self, failure: ConnectionFailed) -> None:
        super().__init__(str(failure.details["reason"]))
        self.failure = failure


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
        self, connection: Connection, mailboxes: Sequence[str], start: datetime, end: datetime, zone: tzinfo
    ) -> dict[str, Answer]:
        """What takes place in the calendars of up to 20 addresses, or why that isn't known. zone: of whole days.

        Raises `ConnectionFailed` for what is wrong with the server. An address that makes it refuse them all is looked
        for by halves.
        """
        asked = _Asked(connection, _whole_slot(start), _whole_slot(end + schedule.SLOT), zone)
        spelled = {mailbox.casefold(): mailbox for mailbox in mailboxes}
        waiting, left = [list(spelled.values())], MOST_HALVES
        found: dict[str, Answer] = {}
        not_taken: dict[str, Answer] = {}
        failure: ConnectionFailed | None = None
        while waiting:
            some = waiting.pop()
            try:
                found |= await self._answered(asked, some)
            except _Indigestible as exc:
                if len(some) > 1 and left >= 2:
                    left -= 2
                    waiting += [some[len(some) // 2 :], some[: len(some) // 2]]
                else:
                    failure = exc.failure
                    not_taken |= dict.fromkeys(some, _not_taken(failure, alone=len(some) == 1))
        if failure is not None and not found and not self._takes(connection, failure, len(not_taken)):
            raise failure
        found |= not_taken
        return {mailbox: found[spelled[mailbox.casefold()]] for mailbox in mailboxes}

    def _takes(self, connection: Connection, failure: ConnectionFailed, people: int) -> bool:
        """Whether our requests are known to be in order, so that what is wrong is one address, or what it holds."""
        known = self._signed_in.get(_key(connection))
        too_large = failure.details["reason"] is Trouble.TOO_LARGE
        return too_large or (people == 1 and known is not None and bool(known.host))

    async def _answered(self, asked: _Asked, some: list[str]) -> dict[str, Answer]:
        """One request, in the name of a mailbox that is there and may be read. Raises `_Indigestible`."""
        signed_in = self._signed_in.setdefault(_key(asked.connection), _SignIn())
        refused: dict[str, Answer] = {}
        for host in dict.fromkeys([*filter(None, [signed_in.host]), *some]):
            try:
                told = [raw async for raw in self._told(asked, host, some)]
            except ConnectionFailed as exc:
                if not exc.details.get("person"):
                    raise
                refused[host] = exc
                if signed_in.host == host:
                    signed_in.host = ""
                continue
            found = await _read(told, some, asked)
            signed_in.host = host
            return found
        return {one: refused[one] for one in some}

    async def _told(self, asked: _Asked, host: str, some: list[str]) -> AsyncIterator[msgspec.Raw]:
        """What is said of each. Raises `_Indigestible`, `ConnectionFailed` (`person=True`: the host can't be used)."""
        root = (asked.connection.text("graph_url") or GRAPH).rstrip("/")
        address, content = f"{root}/v1.0/users/{quote(host, safe='@')}/calendar/getSchedule", _content(asked, some)
        for _ in range(MOST_PAGES):
            page = await self._page(asked.connection, address, content)
            for raw in page.value:
                yield raw
            if not page.next:
                return
            if not _same_server(page.next, root):  # whoever is asked is told the token
                raise ConnectionFailed(reason=Trouble.NOT_UNDERSTOOD)
            address, content = page.next, ""
        raise _Indigestible(ConnectionFailed(reason=Trouble.TOO_LARGE))

    async def _page(self, connection: Connection, address: str, content: str) -> _Page:
        for last in (False, True):
            signed_in = await self._token(connection)
            token = signed_in.token
            headers = {
                "Authorization": f"Bearer {token}",
                "Accept": "application/json",
                "Prefer": 'outlook.timezone="UTC"',
                **({"Content-Type": "application/json"} if content else {}),
            }
            method = "POST" if content else "GET"
            try:
                status, answer, body = await self._server.told(method, address, headers=headers, content=content)
            except ConnectionFailed as exc:
                if exc.details["reason"] is Trouble.TOO_LARGE:
                    raise _Indigestible(exc) from exc
                raise
            if status == 401 and not last:  # withdrawn before its time
                if signed_in.token == token:  # nobody else, who learned it at the same time, has a new one
                    signed_in.until = 0.0
                continue
            if status == 400 and isinstance(_refusal(body).error, _Problem):
                raise _Indigestible(_refused(status, answer, body))
            if status != 200:
                raise _refused(status, answer, body)
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
            raise _refused(status, answer, body, person=False)
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


def _refused(status: int, answer: httpx.Headers, body: bytes, *, person: bool = True) -> ConnectionFailed:
    """Why, in a stable word; a 403 or 404 of Graph itself is about the one mailbox that was asked for.

    A page of a proxy in between has no error in it, and says nothing about anybody's mailbox.
    """
    said = _said(body)
    if status in (429, 503):
        pause = seconds(answer.get("retry-after", ""))
        return ConnectionFailed(reason=Trouble.BUSY, said=said, retry_after=pause)
    if 300 <= status < 400:  # an administrator sets the new address; secret and token follow nobody's word
        where = str(answer.get("location", ""))
        return ConnectionFailed(reason=Trouble.NOT_FOUND, said=f"Location: {where}" if where else "")
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
    return schedule.words(words)


def _same_server(address: str, root: str) -> bool:
    try:
        return urlsplit(address)[:2] == urlsplit(root)[:2]
    except ValueError:
        return False


async def _read(told: list[msgspec.Raw], some: list[str], asked: _Asked) -> dict[str, Answer]:
    """What was asked for, and nothing of anybody else. Raises `ConnectionFailed` if it is of none of them."""
    wanted = {one.casefold(): one for one in some}
    found: dict[str, Answer] = {}
    for raw in told:
        one = wanted.pop(schedule.whose(raw).casefold(), None)
        if one is not None:
            found[one] = schedule.read(raw, asked.begin, asked.end, asked.zone)
            await asyncio.sleep(0)  # others' turns come between two people's calendars
    if not found:
        raise ConnectionFailed(reason=Trouble.NOT_UNDERSTOOD)
    return found | {one: ConnectionFailed(reason=Trouble.NOT_UNDERSTOOD, person=True) for one in wanted.values()}


def _not_taken(failure: ConnectionFailed, *, alone: bool) -> ConnectionFailed:
    """The same of one person; an address that isn't taken is one at which nobody is found."""
    reason = failure.details["reason"]
    if alone and reason is Trouble.NOT_UNDERSTOOD:
        reason = Trouble.NOT_FOUND
    return ConnectionFailed(reason=reason, said=failure.details.get("said", ""), person=True)


def _content(asked: _Asked, some: list[str]) -> str:
    """The action's parameters, by the names that the published schema has for them."""
    return msgspec.json.encode(
        {
            "Schedules": some,
            "StartTime": _told(asked.begin),
            "EndTime": _told(asked.end),
            "AvailabilityViewInterval": schedule.SLOT // timedelta(minutes=1),
        }
    ).decode()


def _told(moment: datetime) -> dict[str, str]:
    return {"dateTime": f"{moment:%Y-%m-%dT%H:%M:%S}", "timeZone": "UTC"}


def _whole_slot(moment: datetime) -> datetime:
    """When the slot begins that a moment is in, in UTC."""
    length = schedule.SLOT.total_seconds()
    return datetime.fromtimestamp(moment.timestamp() // length * length, UTC)
