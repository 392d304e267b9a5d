"""Calendars on an Exchange server on premises: FindItem with a CalendarView, by SOAP (MS-OXWSSRCH, MS-OXWSMTGS).

One account reads everybody's: it impersonates them (the role ApplicationImpersonation), or was made their delegate.
It signs in with HTTP's Basic where the virtual directory of EWS allows that, and with NTLM otherwise.
"""

from __future__ import annotations

import xml.etree.ElementTree as Xml
from collections.abc import Iterator
from datetime import UTC, datetime, tzinfo
from xml.sax.saxutils import escape, quoteattr

import httpx

from onepresence_desktop.domain.connections import Connection, ConnectionId, Trouble
from onepresence_desktop.domain.errors import ConnectionFailed
from onepresence_desktop.domain.meetings import Busy, Meeting, Reading
from onepresence_desktop.pbx.calendars.ntlm import WAYS, NtlmServer, ways
from onepresence_desktop.pbx.webdav.asking import WebDav, local, parsed, seconds

MOST_BYTES = 4 * 1024 * 1024

AT_ONCE = 500
"""Entries of one answer; Exchange gives no more than 1,000."""

MOST_ANSWERS = 10

_REQUEST = """<?xml version="1.0" encoding="utf-8"?>
<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"
 xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages"
 xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types">
<s:Header><t:RequestServerVersion Version="Exchange2010_SP2"/>{impersonated}</s:Header>
<s:Body><m:FindItem Traversal="Shallow">
<m:ItemShape><t:BaseShape>IdOnly</t:BaseShape><t:AdditionalProperties>
<t:FieldURI FieldURI="item:Subject"/><t:FieldURI FieldURI="item:Sensitivity"/>
<t:FieldURI FieldURI="calendar:Start"/><t:FieldURI FieldURI="calendar:End"/>
<t:FieldURI FieldURI="calendar:IsAllDayEvent"/><t:FieldURI FieldURI="calendar:LegacyFreeBusyStatus"/>
<t:FieldURI FieldURI="calendar:IsCancelled"/><t:FieldURI FieldURI="calendar:MyResponseType"/>
</t:AdditionalProperties></m:ItemShape>
<m:CalendarView MaxEntriesReturned="{most}" StartDate="{start}" EndDate="{end}"/>
<m:ParentFolderIds><t:DistinguishedFolderId Id="calendar">{whose}</t:DistinguishedFolderId></m:ParentFolderIds>
</m:FindItem></s:Body></s:Envelope>"""

_IMPERSONATED = (
    "<t:ExchangeImpersonation><t:ConnectingSID><t:PrimarySmtpAddress>{}</t:PrimarySmtpAddress></t:ConnectingSID>"
    "</t:ExchangeImpersonation>"
)
_WHOSE = "<t:Mailbox><t:EmailAddress>{}</t:EmailAddress></t:Mailbox>"

_BUSY = {
    "Free": Busy.FREE,
    "Tentative": Busy.TENTATIVE,
    "OOF": Busy.OUT_OF_OFFICE,
    "WorkingElsewhere": Busy.ELSEWHERE,
}

_NOT_THERE = frozenset(
    {"ErrorNonExistentMailbox", "ErrorFolderNotFound", "ErrorItemNotFound", "ErrorMissingEmailAddress"}
    | {"ErrorMailboxMoveInProgress", "ErrorNoFolderClassOverride"}
)
_DENIED = frozenset(
    {"ErrorAccessDenied", "ErrorImpersonateUserDenied", "ErrorImpersonationDenied", "ErrorImpersonationFailed"}
)
_STORE_AWAY = frozenset({"ErrorMailboxStoreUnavailable", "ErrorMailboxFailover"})
"""A server has several databases, and only the people of one are without."""
_BUSY_SERVER = frozenset({"ErrorServerBusy", "ErrorExceededConnectionCount", "ErrorTooManyObjectsOpened"})
_LATER = frozenset(
    {"ErrorInternalServerError", "ErrorInternalServerTransientError", "ErrorTimeoutExpired", "ErrorConnectionFailed"}
)


class EwsCalendars:
    """Reads the calendars of a company's people. here: also from this machine, which a test's server is on."""

    def __init__(self, *, here: bool) -> None:
        self._here = here
        self._server = WebDav(here=here, most_bytes=MOST_BYTES)
        self._by_ntlm: dict[ConnectionId, tuple[object, NtlmServer]] = {}

    async def close(self) -> None:
        """Let connections go."""
        await self._server.close()
        while self._by_ntlm:
            await self._by_ntlm.popitem()[1][1].close()

    async def let_go(self, connection: Connection) -> None:
        """End the connection that is signed in as it is set here."""
        known = self._by_ntlm.get(connection.id)
        if known is not None and known[0] == _settings(connection):
            del self._by_ntlm[connection.id]
            await known[1].close()

    async def meetings(
        self, connection: Connection, mailbox: str, start: datetime, end: datetime, zone: tzinfo
    ) -> Reading:
        """What takes place in the calendar of an address; Exchange tells times in UTC. Raises `ConnectionFailed`."""
        found: dict[str, Meeting | None] = {}
        unread: set[str] = set()
        begin = start
        for _ in range(MOST_ANSWERS):
            folder = await self._folder(connection, mailbox, begin, end)
            items = list(_items(folder, unread))
            if not items and not _is_empty(folder):
                raise ConnectionFailed(reason=Trouble.NOT_UNDERSTOOD, person=True)
            new = [key for key, _, _ in items if key not in found]
            found |= {key: meeting for key, _, meeting in items}
            if folder.get("IncludesLastItemInRange", "true").lower() != "false" or not new:
                kept = (meeting for meeting in found.values() if meeting is not None)
                return Reading(tuple(sorted(kept, key=lambda m: (m.start, m.key))), frozenset(unread))
            begin = max(
                begin, *(at for _, at, _ in items)
            )  # a view goes on from the last one's beginning: it has no offset
        raise ConnectionFailed(reason=Trouble.TOO_LARGE, person=True)

    async def _folder(self, connection: Connection, mailbox: str, start: datetime, end: datetime) -> Xml.Element:
        delegate = connection.text("rights") == "delegate"
        content = _REQUEST.format(
            impersonated="" if delegate else _IMPERSONATED.format(escape(mailbox)),
            whose=_WHOSE.format(escape(mailbox)) if delegate else "",
            most=AT_ONCE,
            start=_stamp(start),
            end=_stamp(end),
        )
        headers = {
            "Content-Type": "text/xml; charset=utf-8",
            "Accept": "text/xml",
            "X-AnchorMailbox": quoteattr(mailbox)[1:-1],
        }
        status, answer, body = await self._told(connection, headers, content)
        if status in (401, 403):
            raise ConnectionFailed(reason=Trouble.SIGN_IN_REFUSED, said=_offered(answer))
        if status in (429, 503):
            raise ConnectionFailed(reason=Trouble.BUSY, retry_after=seconds(answer.get("retry-after", "")))
        if status == 404:
            raise ConnectionFailed(reason=Trouble.NOT_FOUND)
        try:
            told = parsed(body)
        except ConnectionFailed as exc:
            trouble = Trouble.SERVER_FAILED if status >= 500 else Trouble.NOT_UNDERSTOOD
            raise ConnectionFailed(reason=trouble) from exc
        _judge(told)
        folder = next((node for node in told.iter() if local(node) == "RootFolder"), None)
        if folder is None:
            raise ConnectionFailed(reason=Trouble.NOT_UNDERSTOOD)
        return folder

    async def _told(
        self, connection: Connection, headers: dict[str, str], content: str
    ) -> tuple[int, httpx.Headers, bytes]:
        """By Basic until the server says that it wants NTLM."""
        account, password, url = (connection.text(name) for name in ("account", "password", "ews_url"))
        settings = _settings(connection)
        if self._by_ntlm.get(connection.id, (None,))[0] != settings:
            auth = httpx.BasicAuth(account, password)
            answered = await self._server.told("POST", url, headers=headers, content=content, auth=auth)
            offered = {way.lower() for way in ways(answered[1])}
            if answered[0] != 401 or "basic" in offered or not offered & set(WAYS):
                return answered
        known = self._by_ntlm.get(connection.id)
        if known is None or known[0] != settings:
            server = NtlmServer(account, password, here=self._here, most_bytes=MOST_BYTES)
            self._by_ntlm[connection.id] = settings, server
            if known is not None:
                await known[1].close()
        return await self._by_ntlm[connection.id][1].told("POST", url, headers=headers, content=content)


def _settings(connection: Connection) -> object:
    return sorted(connection.settings.items())


def _judge(told: Xml.Element) -> None:
    """Raises `ConnectionFailed` for what Exchange refuses, in an answer or as a SOAP fault."""
    code = _text(told, "ResponseCode")
    if code == "NoError":
        return
    said = _text(told, "MessageText") or _text(told, "faultstring") or code
    if code in _BUSY_SERVER:
        pause = next((n.text for n in told.iter() if n.get("Name") == "BackOffMilliseconds"), None) or ""
        after = seconds(str(int(pause) / 1000)) if pause.isascii() and pause.isdigit() and len(pause) < 12 else None
        raise ConnectionFailed(reason=Trouble.BUSY, said=said, retry_after=after)
    if code in _NOT_THERE:
        raise ConnectionFailed(reason=Trouble.NOT_FOUND, said=said, person=True)
    if code in _STORE_AWAY:
        raise ConnectionFailed(reason=Trouble.SERVER_FAILED, said=said, person=True)
    if code in _DENIED:
        raise ConnectionFailed(reason=Trouble.REFUSED, said=said, person=True)
    raise ConnectionFailed(reason=Trouble.SERVER_FAILED if code in _LATER else Trouble.NOT_UNDERSTOOD, said=said)


def _offered(answer: httpx.Headers) -> str:
    """Where the server offers no way that is known here its administrator has to, whatever the password is."""
    offered = ways(answer)
    known = not offered or {way.lower() for way in offered} & {"basic", *WAYS}
    return "" if known else f"WWW-Authenticate: {', '.join(offered)}"


def _is_empty(folder: Xml.Element) -> bool:
    """Whether the server says that there is nothing, and not something else than is known here."""
    entries = [node for items in folder.iter() if local(items) == "Items" for node in items]
    return not entries and folder.get("TotalItemsInView", "0").strip() == "0"


def _items(folder: Xml.Element, unread: set[str]) -> Iterator[tuple[str, datetime, Meeting | None]]:
    """Key, beginning, and the meeting that it is, if it is one.

    Its key is its Id, and what it is where it has none. unread: is given the Ids of what can't be read.
    """
    for node in folder.iter():
        if local(node) != "CalendarItem":
            continue
        key = next((one.get("Id", "") for one in node if local(one) == "ItemId"), "")
        try:
            start, end = _moment(_text(node, "Start")), _moment(_text(node, "End"))
        except (ValueError, OverflowError):
            unread.add(key)
            continue
        key = key or f"{start.isoformat()}/{end.isoformat()}/{_text(node, 'Subject')}"
        yield key, start, _meeting(node, key, start, end)


def _meeting(node: Xml.Element, key: str, start: datetime, end: datetime) -> Meeting | None:
    """None for one that is cancelled, declined or without a length."""
    if _text(node, "IsCancelled") == "true" or _text(node, "MyResponseType") == "Decline" or end <= start:
        return None
    private = _text(node, "Sensitivity") not in ("", "Normal")
    return Meeting(
        key=key,
        start=start,
        end=end,
        subject="" if private else _text(node, "Subject").strip()[:200],
        busy=_BUSY.get(_text(node, "LegacyFreeBusyStatus"), Busy.BUSY),
        private=private,
        all_day=_text(node, "IsAllDayEvent") == "true",
    )


def _text(node: Xml.Element, name: str) -> str:
    return next((one.text or "" for one in node.iter() if local(one) == name), "")


def _moment(text: str) -> datetime:
    """Raises `ValueError`."""
    moment = datetime.fromisoformat(text)
    return (moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)).astimezone(UTC)


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
