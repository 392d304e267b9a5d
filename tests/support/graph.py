"""A double of Microsoft Graph's `calendarView` and of its sign-in, which refuses what the published schema forbids.

It plays what Prism (`prism`) can't: pages, tokens that run out, entries that come, change and go.

The names are those of Microsoft's own CSDL (microsoftgraph/msgraph-metadata, `event`, `freeBusyStatus`, `sensitivity`,
`responseType`), the errors those of its documentation.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, parse_qsl, unquote, urlencode, urlsplit
from zoneinfo import ZoneInfo

from tests.support.calendar_server import Answer, CalendarServer, Entry, moment

TENANT, CLIENT, SECRET = "firma.example", "5e3ce6c0-0000-4000-8000-000000000001", "graph-secret-~1"

EVENT = frozenset(
    """allowNewTimeProposals attendees body bodyPreview cancelledOccurrences end hasAttachments hideAttendees iCalUId
    importance isAllDay isCancelled isDraft isOnlineMeeting isOrganizer isReminderOn location locations onlineMeeting
    onlineMeetingProvider onlineMeetingUrl organizer originalEndTimeZone originalStart originalStartTimeZone recurrence
    reminderMinutesBeforeStart responseRequested responseStatus sensitivity seriesMasterId showAs start subject
    transactionId type webLink categories changeKey createdDateTime lastModifiedDateTime id""".split()
)
ASKED = frozenset({"startDateTime", "endDateTime", "$select", "$top", "$skip", "$orderby", "$filter", "$count"})
BUSY = {"FREE": "free", "TENTATIVE": "tentative", "BUSY": "busy", "OOF": "oof"}


@dataclass
class Graph(CalendarServer):
    """zone: Windows' name of the zone that times are told in, whatever is preferred; page: entries on one at most.

    sign_in_instead: what the sign-in answers before anything else, once each.
    """

    secret: str = SECRET
    zone: str = ""
    page: int = 1000
    tokens: list[str] = field(default_factory=list)
    lifetime: int = 3599
    sign_in_instead: list[Answer] = field(default_factory=list)

    @property
    def settings(self) -> dict[str, Any]:
        """As a connection has it."""
        root = self._root
        known = {"tenant": TENANT, "client_id": CLIENT, "client_secret": SECRET}
        return {**known, "sign_in_url": root, "graph_url": root}

    @property
    def _root(self) -> str:
        return f"http{'s' if self.certificate else ''}://127.0.0.1:{self.port}"

    def answer(self, method: str, path: str, headers: dict[str, str], body: bytes) -> Answer:
        """See the port."""
        parts = urlsplit(path)
        if parts.path == f"/{TENANT}/oauth2/v2.0/token":
            return self.sign_in_instead.pop(0) if self.sign_in_instead else self._token(method, headers, body)
        if self.instead:
            return self.instead.pop(0)
        view = re.fullmatch(r"/v1\.0/users/([^/]+)/calendarView", parts.path)
        if view is None or method != "GET" or body:
            return self._wrong(f"{method} {path}")
        scheme, _, token = headers.get("authorization", "").partition(" ")
        if scheme != "Bearer" or token not in self.tokens[-1:]:
            self.refused += 1
            return _error(401, "InvalidAuthenticationToken", "Access token has expired or is not yet valid.")
        return self._view(unquote(view.group(1)), parts.path, parts.query, headers)

    def _token(self, method: str, headers: dict[str, str], body: bytes) -> Answer:
        told = dict(parse_qsl(body.decode()))
        right = {"grant_type": "client_credentials", "scope": f"{self._root}/.default"}
        if (
            method != "POST"
            or headers.get("content-type") != "application/x-www-form-urlencoded"
            or told.keys() != {*right, "client_id", "client_secret"}
            or any(told[name] != value for name, value in right.items())
        ):
            return self._wrong(f"token: {sorted(told)}")
        if (told["client_id"], told["client_secret"]) != (CLIENT, self.secret):
            self.refused += 1
            said = "AADSTS7000215: Invalid client secret provided. Trace ID: 3f Correlation ID: 9a"
            return _json(401, {"error": "invalid_client", "error_description": said, "error_codes": [7000215]})
        self.tokens.append(f"token-{len(self.tokens)}")
        return _json(200, {"token_type": "Bearer", "expires_in": self.lifetime, "access_token": self.tokens[-1]})

    def _view(self, mailbox: str, path: str, query: str, headers: dict[str, str]) -> Answer:
        told = {name: values[0] for name, values in parse_qs(query, strict_parsing=True).items()}
        chosen = told.get("$select", "").split(",")
        try:
            start, end = moment(told["startDateTime"]), moment(told["endDateTime"])
            top, skip = int(told.get("$top", 10)), int(told.get("$skip", 0))
        except (KeyError, ValueError) as exc:
            return self._wrong(f"{query}: {exc!r}")
        if not told.keys() <= ASKED or not set(chosen) <= EVENT or not 1 <= top <= 1000 or end <= start:
            return self._wrong(query)
        if headers.get("prefer") != 'outlook.timezone="UTC"':
            return self._wrong(f"Prefer: {headers.get('prefer')}")
        if mailbox in self.denied:
            return _error(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.")
        if mailbox not in self.calendars:
            return _error(404, "ErrorInvalidUser", f"The requested user '{mailbox}' is invalid.")
        size = min(top, self.page)
        found = self.within(mailbox, start, end)
        page: dict[str, Any] = {"value": [self._event(name, one, chosen) for name, one in found[skip : skip + size]]}
        if len(found) > skip + size:
            more = urlencode({**told, "$skip": skip + size})
            page["@odata.nextLink"] = f"{self._root}{path}?{more}"
        return _json(200, page)

    def _event(self, name: str, entry: Entry, chosen: list[str]) -> dict[str, Any]:
        def told(when: Any) -> dict[str, str]:
            local = when.astimezone(ZoneInfo("Europe/Copenhagen")) if self.zone else when
            return {"dateTime": f"{local:%Y-%m-%dT%H:%M:%S}.0000000", "timeZone": self.zone or "UTC"}

        whole = {
            "id": f"AAMk-{name}=",
            "subject": entry.subject,
            "start": told(entry.start),
            "end": told(entry.end),
            "showAs": BUSY[entry.busy],
            "sensitivity": "private" if entry.private else "normal",
            "isAllDay": entry.all_day,
            "isCancelled": entry.cancelled,
            "responseStatus": {
                "response": "declined" if entry.declined else "accepted",
                "time": "0001-01-01T00:00:00Z",
            },
        }
        return {"@odata.etag": 'W/"x"', **{key: value for key, value in whole.items() if key in {*chosen, "id"}}}

    def _wrong(self, what: str) -> Answer:
        self.wrong.append(what)
        return _error(400, "RequestBroker--ParseUri", what)


def _error(status: int, code: str, message: str) -> Answer:
    return _json(status, {"error": {"code": code, "message": message, "innerError": {"request-id": "1"}}})


def _json(status: int, body: object) -> Answer:
    return status, {"Content-Type": "application/json"}, json.dumps(body).encode()
