"""A double of a CalDAV and CardDAV server, for what no real one can be made to say: answers that nobody can read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from xml.sax.saxutils import escape

from tests.support.calendar_server import Answer, CalendarServer, Entry

HTML = b"<html xmlns='http://www.w3.org/1999/xhtml'><head><title>Sign in</title></head><body><p/></body></html>"
"""Well-formed, as a proxy's page is, and no answer of WebDAV."""


def multistatus(*answers: str) -> Answer:
    """What a server says of several things."""
    names = 'xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav" xmlns:a="urn:ietf:params:xml:ns:carddav"'
    return 207, {}, f"<d:multistatus {names}>{''.join(answers)}</d:multistatus>".encode()


def one(href: str, inside: str) -> str:
    """What it says of one of them."""
    return (
        f"<d:response><d:href>{href}</d:href><d:propstat><d:prop>{inside}</d:prop>"
        "<d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>"
    )


@dataclass
class Dav(CalendarServer):
    """things: texts by name, of the one collection there is; each answer has another ctag.

    kind: how it is set up; `ics` publishes all the texts as one. instead: answers a REPORT, or the GET of a text.
    """

    kind: str = "caldav"
    things: dict[str, str] = field(default_factory=dict)

    @property
    def settings(self) -> dict[str, Any]:
        """As a connection has it."""
        if self.kind == "carddav":
            return {"address": f"http://127.0.0.1:{self.port}/book/"}
        return {"calendar_url": f"http://127.0.0.1:{self.port}/{{user}}/"}

    def put(self, mailbox: str, name: str, entry: Entry) -> None:
        """See the base."""
        when = f"DTSTART:{entry.start:%Y%m%dT%H%M%SZ}", f"DTEND:{entry.end:%Y%m%dT%H%M%SZ}"
        self.things[name] = event(name, *when, f"SUMMARY:{entry.subject}")

    def remove(self, mailbox: str, name: str) -> None:
        """See the base."""
        del self.things[name]

    def answer(self, method: str, path: str, headers: dict[str, str], body: bytes) -> Answer:
        """See the base."""
        if method == "PROPFIND" and headers.get("depth") == "0":
            return multistatus(one(path, f"<d:sync-token>{self.asked}</d:sync-token>"))
        if method == "PROPFIND":
            own = one(path, "<d:resourcetype><d:collection/></d:resourcetype>")
            return multistatus(own, *(one(f"{path}{name}", "<d:getetag>1</d:getetag>") for name in self.things))
        if self.instead:
            return self.instead.pop(0)
        if method == "GET":
            return 200, {"Content-Type": "text/calendar"}, whole(*self.things.values()).encode()
        data, wrap = ("a:address-data", str) if self.kind == "carddav" else ("c:calendar-data", whole)
        texts = [(name, wrap(text)) for name, text in self.things.items()]
        return multistatus(*(one(f"{path}{name}", f"<{data}>{escape(text)}</{data}>") for name, text in texts))


def event(uid: str, *lines: str) -> str:
    """An entry of a calendar."""
    return "\r\n".join(["BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20260101T000000Z", *lines, "END:VEVENT", ""])


def whole(*events: str) -> str:
    """A calendar of them."""
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n" + "".join(events) + "END:VCALENDAR\r\n"
