"""One account at an Exchange server, by exchangelib: who signs in, what is asked, what is read of an answer.

FindItem with a CalendarView (MS-OXWSSRCH, MS-OXWSMTGS), a request for each part of a calendar and none besides: the
library is told the version, the address and the way to sign in, and finds out nothing by asking. All of it blocks.
"""

from __future__ import annotations

import contextlib
import logging
import ssl
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import requests
import truststore
from requests.auth import HTTPBasicAuth
from spnego.exceptions import SpnegoError

from onepresence_desktop.domain.connections import Trouble
from onepresence_desktop.domain.errors import ConnectionFailed
from onepresence_desktop.domain.meetings import Busy, Meeting
from onepresence_desktop.pbx.calendars.ews_transport import Call, Transport, asking
from onepresence_desktop.pbx.left_out import left_out
from onepresence_desktop.pbx.webdav import asking as bounds
from onepresence_desktop.pbx.webdav.asking import local, seconds

with contextlib.ExitStack() as _unused:  # how its log is coloured; and autodiscovery, which keeps a file of its own
    _unused.enter_context(left_out("exchangelib.autodiscover", Autodiscovery=None, discover=None))
    _unused.enter_context(left_out("pygments", highlight=None))
    _unused.enter_context(left_out("pygments.formatters.terminal", TerminalFormatter=None))
    _unused.enter_context(left_out("pygments.lexers.html", XmlLexer=None))
    from exchangelib import (
        BASIC,
        IMPERSONATION,
        NTLM,
        Configuration,
        Credentials,
        EWSDateTime,
        FailFast,
        Identity,
        ItemId,
        Mailbox,
        Version,
    )
    from exchangelib import UTC as EXCHANGE_UTC
    from exchangelib.errors import ErrorInternalServerTransientError, EWSError
    from exchangelib.fields import BooleanField, EWSElementField, FieldPath, TextField
    from exchangelib.properties import CalendarView, DistinguishedFolderId, EWSElement
    from exchangelib.protocol import BaseProtocol
    from exchangelib.services import FindItem
    from exchangelib.version import EXCHANGE_2010_SP2, EXCHANGE_2013_SP1

for _name in ("exchangelib", "requests_ntlm", "requests_oauthlib", "oauthlib", "spnego", "urllib3"):
    logging.getLogger(_name).setLevel(logging.CRITICAL + 1)  # they write down requests, answers and sign-ins

AT_ONCE, MOST_ENTRIES = 500, 1000
"""Entries of one answer that are asked for, and that are read: Exchange gives no more whatever it is asked for."""

CONNECTIONS = 8
"""Of one account; never reached, since fewer threads ask."""

NTLM_WAYS = ("ntlm", "negotiate")
"""What servers call it; the second is also Kerberos."""

VERSION, OLDER = Version(build=EXCHANGE_2013_SP1), Version(build=EXCHANGE_2010_SP2)
"""In which requests are written: the newest that every server speaks which is still looked after, and that of 2010."""

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
_TOO_NEW = frozenset(
    {"ErrorInvalidServerVersion", "ErrorIncorrectSchemaVersion", "ErrorInvalidSchemaVersionForMailboxVersion"}
    | {"ErrorInvalidRequest", "ErrorSchemaValidation"}
)
_IS_TOO_NEW = b"The specified server version is invalid"
"""So it is told in plain words, too."""


@dataclass(frozen=True, slots=True)
class Part:
    """Of a calendar what one answer holds. entries: key, beginning, and the meeting that it is, if it is one.

    unread: keys of what can't be read. whole: nothing follows.
    """

    entries: list[tuple[str, datetime, Meeting | None]] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    whole: bool = True


class OtherWay(Exception):
    """The server lets nobody sign in like this, but by NTLM."""


class ExchangeServer:
    """One account at one server, as it signs in. ntlm: by which it does, instead of Basic. most_bytes: of an answer."""

    def __init__(self, url: str, account: str, password: str, *, ntlm: bool, delegate: bool, most_bytes: int) -> None:
        self._delegate = delegate
        self._protocol = _Protocol(url, account, password, ntlm=ntlm, most_bytes=most_bytes)
        self._version = VERSION

    def close(self) -> None:
        """Let connections go."""
        self._protocol.close()

    def part(self, call: Call, mailbox: str, start: datetime, end: datetime) -> Part:
        """A calendar from a moment on. Raises `ConnectionFailed`, `OtherWay`."""
        with asking(call):
            try:
                return self._part(mailbox, start, end, self._version)
            except _TooNew:
                found = self._part(mailbox, start, end, OLDER)
                self._version = OLDER
                return found

    def _part(self, mailbox: str, start: datetime, end: datetime, version: Any) -> Part:
        try:
            view = CalendarView(start=_told(start), end=_told(end), max_items=AT_ONCE)
            asked = _Find(account=_Account(self._protocol, mailbox, version, delegate=self._delegate))
            folder = asked.folder(view)
            entries = list(folder.iter(_Entry.response_tag()))
            if len(entries) > MOST_ENTRIES:
                raise ConnectionFailed(reason=Trouble.TOO_LARGE, person=True)
            nothing = not entries and _is_empty(folder)
            found = Part(whole=folder.get("IncludesLastItemInRange", "true").lower() != "false")
            found.entries.extend(_entries(entries, found.unread))
        except PermissionError as exc:  # asked to sign in by NTLM, the server has no question
            raise ConnectionFailed(reason=Trouble.SIGN_IN_REFUSED) from exc
        except (requests.RequestException, OSError) as exc:
            raise ConnectionFailed(reason=Trouble.UNREACHABLE) from exc
        except ErrorInternalServerTransientError as exc:
            raise ConnectionFailed(reason=Trouble.SERVER_FAILED) from exc
        except (EWSError, SpnegoError, struct.error, ValueError, LookupError, TypeError, AttributeError) as exc:
            raise ConnectionFailed(reason=Trouble.NOT_UNDERSTOOD) from exc
        if not found.entries and not nothing:
            raise ConnectionFailed(reason=Trouble.NOT_UNDERSTOOD, person=True)
        return found


class _TooNew(Exception):
    """The server doesn't speak the version of a request."""


class _Policy(FailFast):  # type: ignore[misc]
    """What an answer means before it is read: nothing is tried again by itself."""

    def raise_response_errors(self, response: requests.Response) -> None:
        """See the library. Raises `ConnectionFailed`, `OtherWay`."""
        if response.status_code not in (401, 403):
            return
        offered = _ways(response)
        known = {way.lower() for way in offered}
        if response.status_code == 401 and "basic" not in known and known & set(NTLM_WAYS):
            tried = str(response.request.headers.get("Authorization", "Basic")).partition(" ")[0]
            if tried == "Basic":
                raise OtherWay
        usable = not offered or known & {"basic", *NTLM_WAYS}  # else its administrator has to allow one of them
        said = "" if usable else f"WWW-Authenticate: {', '.join(offered)}"
        raise ConnectionFailed(reason=Trouble.SIGN_IN_REFUSED, said=said)


class _Protocol(BaseProtocol):  # type: ignore[misc]
    """The sessions of one account; the library's own keeps each account for ever, and asks what it is told here."""

    def __init__(self, url: str, account: str, password: str, *, ntlm: bool, most_bytes: int) -> None:
        self._trust = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self._most_bytes = most_bytes
        super().__init__(
            Configuration(
                credentials=Credentials(account, password),
                service_endpoint=url,
                auth_type=NTLM if ntlm else BASIC,
                version=VERSION,
                retry_policy=_Policy(),
                max_connections=CONNECTIONS,
            )
        )

    @property
    def TIMEOUT(self) -> float:
        """See the library: seconds for each piece of an answer."""
        return bounds.PATIENCE

    @property
    def version(self) -> Any:
        """See the library."""
        return self.config.version

    def get_auth_type(self) -> str:
        """See the library."""
        return str(self.config.auth_type)

    def raw_session(self, prefix: str, **_: Any) -> requests.Session:
        """See the library."""
        session = requests.Session()
        session.trust_env = False  # neither proxies nor passwords of the surroundings
        session.headers.update({"Content-Type": "text/xml; charset=utf-8", "Accept": "text/xml"})
        session.headers["Accept-Encoding"] = "gzip"
        session.mount(prefix, Transport(most_bytes=self._most_bytes, trust=self._trust))
        return session

    def create_session(self) -> Any:
        """See the library, which tells only Latin letters of a name or password."""
        session = super().create_session()
        if self.auth_type == BASIC:
            known = self.credentials
            session.auth = HTTPBasicAuth(known.username.encode(), known.password.encode())
        return session


class _Account:
    """Whose calendar is read, as the library's services know an account; its own makes a `Protocol` for each."""

    access_type: str | None
    affinity_cookie = None
    default_timezone = EXCHANGE_UTC

    def __init__(self, protocol: _Protocol, mailbox: str, version: Any, *, delegate: bool) -> None:
        self.protocol = protocol
        self.version = version
        self.primary_smtp_address = mailbox
        self.access_type = None if delegate else IMPERSONATION
        self.identity = Identity(primary_smtp_address=mailbox)


class _Entry(EWSElement):  # type: ignore[misc]
    """Of a CalendarItem what is asked for; the library's own looks for all that there can be in each."""

    ELEMENT_NAME = "CalendarItem"

    item_id = EWSElementField(field_uri="item:ItemId", value_cls=ItemId)
    subject = TextField(field_uri="item:Subject")
    sensitivity = TextField(field_uri="item:Sensitivity", default="")
    start = TextField(field_uri="calendar:Start", default="")
    end = TextField(field_uri="calendar:End", default="")
    is_all_day = BooleanField(field_uri="calendar:IsAllDayEvent")
    busy = TextField(field_uri="calendar:LegacyFreeBusyStatus", default="")
    is_cancelled = BooleanField(field_uri="calendar:IsCancelled")
    response = TextField(field_uri="calendar:MyResponseType", default="")


_ASKED = [FieldPath(field=one) for one in _Entry.FIELDS if one.name != "item_id"]


class _Find(FindItem):  # type: ignore[misc]
    """One request and its answer; the library's own would page through a view, which has no pages, for ever."""

    def folder(self, view: Any) -> Any:
        """What the server says of a calendar, with the entries in it. Raises `ConnectionFailed`, `_TooNew`."""
        address = self.account.primary_smtp_address
        try:
            whose = DistinguishedFolderId(id="calendar", mailbox=Mailbox(email_address=address))
            payload = self.get_payload(
                folders=[whose],
                additional_fields=_ASKED,
                restriction=None,
                order_fields=None,
                query_string=None,
                shape="IdOnly",
                depth="Shallow",
                calendar_view=view,
                page_size=None,
            )
        except ValueError as exc:  # no address that Exchange could know
            raise ConnectionFailed(reason=Trouble.NOT_FOUND, person=True) from exc
        answer = self._get_response(payload=payload, api_version=self.account.version.api_version)
        newest = self.account.version is not OLDER
        if newest and _IS_TOO_NEW in answer.content:
            raise _TooNew
        _header, body = self._get_soap_parts(_checked(answer))
        _judge(body, newest=newest)
        (message,) = self._get_soap_messages(body=body)
        return self._get_element_container(message=message, name=self.paging_container_name)

    def _extra_headers(self) -> dict[str, str]:
        """See the library; an address that is none goes into no header."""
        address = str(self.account.primary_smtp_address)
        return {"X-AnchorMailbox": address} if address.isascii() and address.isprintable() else {}


def _checked(answer: requests.Response) -> requests.Response:
    """An answer that is one of Exchange: the library takes half of one, too, and reads on after what is no XML."""
    body = answer.content
    if b"<!DOCTYPE" in body or b"\0" in body[:64] or not body.rstrip().endswith(b"Envelope>"):
        raise ConnectionFailed(reason=Trouble.SERVER_FAILED if answer.status_code >= 500 else Trouble.NOT_UNDERSTOOD)
    return answer


def _ways(answer: requests.Response) -> list[str]:
    """By which a server lets people sign in, as it names them."""
    offered = (one.strip().split(" ")[0] for one in answer.headers.get("www-authenticate", "").split(","))
    return [one for one in offered if one and "=" not in one]


def _judge(body: Any, *, newest: bool) -> None:
    """Raises `ConnectionFailed` for what Exchange refuses, in an answer or as a SOAP fault; `_TooNew`.

    newest: it was asked in the newest version, and can be asked in another.
    """
    code = _text(body, "ResponseCode")
    if code == "NoError":
        return
    if newest and code in _TOO_NEW:
        raise _TooNew
    said = _text(body, "MessageText") or _text(body, "faultstring") or code
    if code in _BUSY_SERVER:
        pause = next((n.text for n in body.iter() if n.get("Name") == "BackOffMilliseconds"), None) or ""
        after = seconds(str(int(pause) / 1000)) if pause.isascii() and pause.isdigit() and len(pause) < 12 else None
        raise ConnectionFailed(reason=Trouble.BUSY, said=said, retry_after=after)
    if code in _NOT_THERE:
        raise ConnectionFailed(reason=Trouble.NOT_FOUND, said=said, person=True)
    if code in _STORE_AWAY:
        raise ConnectionFailed(reason=Trouble.SERVER_FAILED, said=said, person=True)
    if code in _DENIED:
        raise ConnectionFailed(reason=Trouble.REFUSED, said=said, person=True)
    raise ConnectionFailed(reason=Trouble.SERVER_FAILED if code in _LATER else Trouble.NOT_UNDERSTOOD, said=said)


def _is_empty(folder: Any) -> bool:
    """Whether the server says that there is nothing, and not something else than is known here."""
    entries = [node for items in folder.iter() if local(items) == "Items" for node in items]
    return not entries and folder.get("TotalItemsInView", "0").strip() == "0"


def _entries(nodes: list[Any], unread: set[str]) -> Iterator[tuple[str, datetime, Meeting | None]]:
    """Key, beginning, and the meeting that it is, if it is one; its key is its Id, or what it is where it has none.

    unread: is given the Ids of what can't be read.
    """
    for node in nodes:
        key = next((one.get("Id", "") for one in node if local(one) == "ItemId"), "")
        try:
            entry = _Entry.from_xml(elem=node, account=None)
            start, end = _moment(entry.start), _moment(entry.end)
        except (EWSError, ValueError, OverflowError, TypeError, AttributeError, LookupError):
            unread.add(key)
            continue
        key = key or f"{start.isoformat()}/{end.isoformat()}/{entry.subject or ''}"
        yield key, start, _meeting(entry, key, start, end)


def _meeting(entry: Any, key: str, start: datetime, end: datetime) -> Meeting | None:
    """None for one that is cancelled, declined or without a length."""
    if entry.is_cancelled or entry.response == "Decline" or end <= start:
        return None
    private = entry.sensitivity not in ("", "Normal")
    return Meeting(
        key=key,
        start=start,
        end=end,
        subject="" if private else (entry.subject or "").strip()[:200],
        busy=_BUSY.get(entry.busy, Busy.BUSY),
        private=private,
        all_day=bool(entry.is_all_day),
    )


def _text(node: Any, name: str) -> str:
    return next((one.text or "" for one in node.iter() if local(one) == name), "")


def _moment(text: str) -> datetime:
    """Raises `ValueError`."""
    moment = datetime.fromisoformat(text)
    return (moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)).astimezone(UTC)


def _told(moment: datetime) -> Any:
    """A moment as it is told to Exchange: in UTC, without parts of a second."""
    utc = moment.astimezone(UTC)
    return EWSDateTime(utc.year, utc.month, utc.day, utc.hour, utc.minute, utc.second, tzinfo=EXCHANGE_UTC)
