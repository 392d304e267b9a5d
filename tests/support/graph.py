"""A double of Microsoft Graph's `getSchedule` and of its sign-in, which refuses what the published schema forbids.

It plays what Prism (`prism`) can't: people of whom each is told something else, tokens that run out, entries that come,
change and go. An item has neither an id nor a word for whole days; cancelled ones aren't told, declined ones are free.

The names are those of Microsoft's own CSDL (microsoftgraph/msgraph-metadata, `getSchedule`, `scheduleInformation`,
`scheduleItem`, `freeBusyStatus`), the errors those of its documentation and of the availability service behind it.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from typing import Any
from urllib.parse import parse_qsl, unquote
from zoneinfo import ZoneInfo

from tests.support.calendar_server import Answer, CalendarServer, Entry

TENANT, CLIENT, SECRET = "firma.example", "5e3ce6c0-0000-4000-8000-000000000001", "graph-secret-~1"

HOME = ZoneInfo("Europe/Copenhagen")
"""Where the people are whose whole days these are."""

ASKED = {"Schedules", "StartTime", "EndTime", "AvailabilityViewInterval"}
BUSY = {"FREE": "free", "TENTATIVE": "tentative", "BUSY": "busy", "OOF": "oof"}
SLOTS = {"free": "0", "tentative": "1", "busy": "2", "oof": "3"}
MOST, LONGEST = 20, timedelta(days=62)
MOST_ENTRIES = 1000

FAR = "Microsoft.Exchange.InfoWorker.Common.Availability."


@dataclass
class Graph(CalendarServer):
    """zone: Windows' name of the zone that times are told in, whatever is preferred.

    sign_in_instead: what the sign-in answers before anything else, once each. schedules, hosts: who was asked for in
    each request, and in whose name. shared: what is told of somebody: "all" (the default), "limited" (whose subjects
    are nobody's), or "view" (how busy they are, and no entries). malformed: addresses for which a request is refused as
    a whole. unlisted: mailboxes that are there, but in whose name nobody may ask.
    """

    secret: str = SECRET
    zone: str = ""
    tokens: list[str] = field(default_factory=list)
    lifetime: int = 3599
    sign_in_instead: list[Answer] = field(default_factory=list)
    schedules: list[list[str]] = field(default_factory=list)
    hosts: list[str] = field(default_factory=list)
    shared: dict[str, str] = field(default_factory=dict)
    malformed: set[str] = field(default_factory=set)
    unlisted: set[str] = field(default_factory=set)

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
        if path == f"/{TENANT}/oauth2/v2.0/token":
            return self.sign_in_instead.pop(0) if self.sign_in_instead else self._token(method, headers, body)
        if self.instead:
            return self.instead.pop(0)
        asked = re.fullmatch(r"/v1\.0/users/([^/?]+)/calendar/getSchedule", path)
        if asked is None or method != "POST":
            return self._wrong(f"{method} {path}")
        scheme, _, token = headers.get("authorization", "").partition(" ")
        if scheme != "Bearer" or token not in self.tokens[-1:]:
            self.refused += 1
            return _error(401, "InvalidAuthenticationToken", "Access token has expired or is not yet valid.")
        return self._schedules(unquote(asked.group(1)), headers, body)

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

    def _schedules(self, host: str, headers: dict[str, str], body: bytes) -> Answer:
        if headers.get("prefer") != 'outlook.timezone="UTC"' or headers.get("content-type") != "application/json":
            return self._wrong(f"{headers.get('prefer')}, {headers.get('content-type')}")
        try:
            told = json.loads(body)
            people, slot = told["Schedules"], told["AvailabilityViewInterval"]
            begin, end = (_moment(told[name]) for name in ("StartTime", "EndTime"))
            right = told.keys() <= ASKED and all(isinstance(one, str) and one for one in people)
        except (TypeError, KeyError, ValueError) as exc:
            return self._wrong(f"{body!r}: {exc!r}")
        if not right or not 1 <= len(people) <= MOST or not timedelta(0) < end - begin < LONGEST:
            return self._wrong(body.decode())
        if type(slot) is not int or not 5 <= slot <= 1440:
            return self._wrong(f"AvailabilityViewInterval: {slot!r}")
        self.schedules.append(people)
        self.hosts.append(host)
        if self.malformed & set(people):
            return _error(400, "ErrorInvalidRequest", "The request is malformed or incorrect.")
        if host in self.denied | self.unlisted:
            return _error(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.")
        if host not in self.calendars:
            return _error(404, "ErrorInvalidUser", f"The requested user '{host}' is invalid.")
        return _json(200, {"value": [self._schedule(one, begin, end, timedelta(minutes=slot)) for one in people]})

    def _schedule(self, mailbox: str, begin: datetime, end: datetime, slot: timedelta) -> dict[str, Any]:
        if mailbox not in self.calendars:
            said = f"{FAR}MailRecipientNotFoundException:Unable to resolve e-mail address {mailbox} to an Active "
            return _failed(mailbox, "5009", said + "Directory object.\r\n. Name of the server where exception")
        if mailbox in self.denied:
            said = "NoFreeBusyAccessException: The caller does not have access to free/busy data."
            return _failed(mailbox, "5037", FAR + said)
        found = [self._item(mailbox, one) for _, one in self.within(mailbox, begin, end) if not one.cancelled]
        if len(found) > MOST_ENTRIES:
            said = f"{FAR}ResultSetTooBigException: The result set contains too many calendar entries."
            return _failed(mailbox, "5006", said)
        busy = ["0"] * -(-(end - begin) // slot)
        for _, one in self.within(mailbox, begin, end):
            kind = "0" if one.cancelled or one.declined else SLOTS[BUSY[one.busy]]
            for place in range(max(0, (one.start - begin) // slot), min(len(busy), -(-(one.end - begin) // slot))):
                busy[place] = max(busy[place], kind)
        hours = {"daysOfWeek": ["monday"], "startTime": "08:00:00.0000000", "timeZone": {"name": "UTC"}}
        told = {"scheduleId": mailbox, "availabilityView": "".join(busy), "workingHours": hours}
        return told if self.shared.get(mailbox) == "view" else {**told, "scheduleItems": found}

    def _item(self, mailbox: str, entry: Entry) -> dict[str, Any]:
        start, end = entry.start, entry.end
        if entry.all_day:
            start, end = (datetime.combine(when.date(), time(), HOME).astimezone(UTC) for when in (start, end))

        def told(when: datetime) -> dict[str, str]:
            local = when.astimezone(HOME) if self.zone else when
            return {"dateTime": f"{local:%Y-%m-%dT%H:%M:%S}.0000000", "timeZone": self.zone or "UTC"}

        status = "free" if entry.declined else BUSY[entry.busy]
        item: dict[str, Any] = {"status": status, "start": told(start), "end": told(end), "isPrivate": entry.private}
        if not entry.private and self.shared.get(mailbox, "all") == "all":
            item |= {"subject": entry.subject, "location": ""}
        return item

    def _wrong(self, what: str) -> Answer:
        self.wrong.append(what)
        return _error(400, "RequestBroker--ParseUri", what)


def _error(status: int, code: str, message: str) -> Answer:
    return _json(status, {"error": {"code": code, "message": message, "innerError": {"request-id": "1"}}})


def _json(status: int, body: object) -> Answer:
    return status, {"Content-Type": "application/json"}, json.dumps(body).encode()


def _moment(told: dict[str, str]) -> datetime:
    """`dateTimeTimeZone`, as we ask for it: in UTC. Raises `ValueError`."""
    when = datetime.fromisoformat(told["dateTime"])
    if told["timeZone"] != "UTC" or when.tzinfo is not None:
        raise ValueError(told)
    return when.replace(tzinfo=UTC)


def _failed(mailbox: str, code: str, said: str) -> dict[str, Any]:
    """What is wrong with one person, within an answer that is well."""
    return {"scheduleId": mailbox, "error": {"responseCode": code, "message": said}}
