"""Reads calendars over HTTP: a published iCalendar text by its address, or a CalDAV collection (RFC 4791).

What hasn't changed is not read again: a text is known by its ETag, a collection by its ctag. Reading a text is work, so
it is done on a thread, one at a time.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

import httpx

from onepresence_desktop.domain.connections import Trouble
from onepresence_desktop.domain.errors import ConnectionFailed
from onepresence_desktop.domain.meetings import CalendarKind, Meeting
from onepresence_desktop.pbx.calendars import ics
from onepresence_desktop.pbx.ports.calendars import CalendarAccess
from onepresence_desktop.pbx.webdav.asking import PATIENCE, WebDav, local, parsed

_CTAG = """<?xml version="1.0" encoding="utf-8"?>
<d:propfind xmlns:d="DAV:" xmlns:cs="http://calendarserver.org/ns/">
<d:prop><cs:getctag/><d:sync-token/><d:getetag/></d:prop></d:propfind>"""

_QUERY = """<?xml version="1.0" encoding="utf-8"?>
<c:calendar-query xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">
<d:prop><c:calendar-data/></d:prop>
<c:filter><c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT">
{which}</c:comp-filter></c:comp-filter></c:filter></c:calendar-query>"""

_WITHIN = '<c:time-range start="{start}" end="{end}"/>'
_RECURRING = '<c:prop-filter name="RRULE"/>'
"""Asked for as well where the first filter gives none that began earlier: servers there are (Xandikos 0.2) that find
of a recurring entry its first time alone."""

_DONE_WITHOUT = frozenset(
    {Trouble.SIGN_IN_REFUSED, Trouble.REFUSED, Trouble.NOT_FOUND, Trouble.SERVER_FAILED, Trouble.TOO_LARGE}
)
"""What a server that doesn't filter so may answer, which has just let us in (RFC 4791 section 7.8: 403)."""

_BEGINS = re.compile(rb"^DTSTART[^:\r\n]*:(\d{8})", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Known:
    """What was read last, and by what it is known to be the same. covers: until when it was expanded."""

    mark: str
    begins: datetime
    covers: datetime
    meetings: tuple[Meeting, ...]


class HttpCalendar:
    """Published texts and CalDAV collections. here: also from this machine. denied: as `WebDav` has it."""

    def __init__(self, *, here: bool, denied: Trouble = Trouble.SIGN_IN_REFUSED) -> None:
        self._server = WebDav(here=here, most_bytes=ics.MOST_BYTES, denied=denied)
        self._known: dict[tuple[str, str, str], _Known] = {}
        self._reading = ThreadPoolExecutor(1, thread_name_prefix="calendars")

    async def close(self) -> None:
        """Let connections and thread go."""
        self._reading.shutdown(wait=False, cancel_futures=True)
        await self._server.close()

    async def meetings(
        self, access: CalendarAccess, start: datetime, end: datetime, zone: tzinfo, *, owner: str
    ) -> Sequence[Meeting]:
        """What takes place from `start` to `end`; read anew only when the server says that it has changed."""
        source = access.source
        key = (source.address, source.account, str(zone))
        known = self._known.get(key)
        if known is not None and not known.begins <= start <= end <= known.covers:
            known = None
        ahead = end + timedelta(days=1)  # so that a window that moves on doesn't read the same text each minute
        try:
            async with asyncio.timeout(PATIENCE):
                read = self._text if source.kind is CalendarKind.ICS else self._collection
                mark, text = await read(access, known.mark if known is not None else "", start, ahead)
        except TimeoutError as exc:
            raise ConnectionFailed(reason=Trouble.TIME_OUT) from exc
        if text is not None:
            found = await self._expand(text, start, ahead, zone, owner)
            known = self._known[key] = _Known(mark, start, ahead, tuple(found))
        assert known is not None
        return [m for m in known.meetings if m.start < end and m.end > start]

    async def _expand(
        self, texts: list[bytes], start: datetime, end: datetime, zone: tzinfo, owner: str
    ) -> list[Meeting]:
        def expand() -> list[Meeting]:
            budget = ics.Budget()
            found = (m for text in texts for m in ics.meetings(text, start, end, zone, owner=owner, budget=budget))
            return sorted(found, key=lambda m: (m.start, m.key))[: ics.MOST_MEETINGS]

        try:
            return await asyncio.get_running_loop().run_in_executor(self._reading, expand)
        except ics.NotACalendar as exc:
            raise ConnectionFailed(reason=Trouble.NOT_UNDERSTOOD) from exc

    async def _text(
        self, access: CalendarAccess, mark: str, start: datetime, end: datetime
    ) -> tuple[str, list[bytes] | None]:
        headers = {"Accept": "text/calendar", **({"If-None-Match": mark} if mark else {})}
        status, answer, body = await self._ask("GET", access, headers=headers)
        if status == 304:
            return mark, None
        return answer.get("etag", ""), [body]

    async def _collection(
        self, access: CalendarAccess, mark: str, start: datetime, end: datetime
    ) -> tuple[str, list[bytes] | None]:
        _, _, body = await self._ask("PROPFIND", access, headers={"Depth": "0"}, content=_CTAG)
        now = "|".join(node.text or "" for node in parsed(body).iter() if local(node) in ("getctag", "sync-token"))
        if mark and now == mark:
            return mark, None
        found = await self._found(access, _WITHIN.format(start=_stamp(start), end=_stamp(end)))
        if not any(_recurs_since(text, start) for text in found.values()):
            try:
                found |= await self._found(access, _RECURRING)
            except ConnectionFailed as exc:
                if exc.details["reason"] not in _DONE_WITHOUT:
                    raise
        return now, [text for text in found.values() if text.strip()]

    async def _found(self, access: CalendarAccess, which: str) -> dict[str, bytes]:
        """The texts that a filter finds, by where they are."""
        query = _QUERY.format(which=which)
        _, _, body = await self._ask("REPORT", access, headers={"Depth": "1"}, content=query)
        texts = {}
        for answer in parsed(body):
            href = next((node.text or "" for node in answer if local(node) == "href"), "").strip()
            text = next((node.text or "" for node in answer.iter() if local(node) == "calendar-data"), "")
            texts[href] = text.encode()
        return texts

    async def _ask(
        self, method: str, access: CalendarAccess, *, headers: dict[str, str], content: str = ""
    ) -> tuple[int, httpx.Headers, bytes]:
        source = access.source
        return await self._server.ask(
            method, source.address, account=source.account, password=access.password, headers=headers, content=content
        )


def _recurs_since(text: bytes, moment: datetime) -> bool:
    """Whether it is a recurring entry whose first time was on an earlier day. Time zones have beginnings, too."""
    event = text.partition(b"BEGIN:VEVENT")[2]
    begins = _BEGINS.search(event)
    return b"\nRRULE" in event and begins is not None and begins[1] < f"{moment:%Y%m%d}".encode()


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
