"""Reads calendars over HTTP: a published iCalendar text by its address, or a CalDAV collection (RFC 4791).

What hasn't changed is not read again: a text is known by its ETag, a collection by its ctag. Reading a text is work, so
it is done on a thread, one at a time.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta, tzinfo
from functools import partial
from urllib.parse import urljoin, urlsplit

import httpx

from onepresence_desktop.domain.connections import Trouble
from onepresence_desktop.domain.errors import ConnectionFailed
from onepresence_desktop.domain.meetings import CalendarKind, Meeting, Reading
from onepresence_desktop.pbx.calendars import ics
from onepresence_desktop.pbx.ports.calendars import CalendarAccess
from onepresence_desktop.pbx.webdav.asking import PATIENCE, WebDav, local, responses

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
    """What was read last, and by what it is known to be the same. covers: until when it was expanded.

    series: of the entries at each place.
    """

    mark: str
    begins: datetime
    covers: datetime
    reading: Reading
    series: Mapping[str, frozenset[str]]


@dataclass(slots=True)
class _Told:
    """An answer. texts: by where they are; None for one that is there and wasn't given. cut: there may be more."""

    mark: str
    texts: dict[str, bytes | None] = field(default_factory=dict)
    cut: bool = False


class HttpCalendar:
    """Published texts and CalDAV collections. here: also from this machine. denied: as `WebDav` has it."""

    def __init__(self, *, here: bool, denied: Trouble = Trouble.SIGN_IN_REFUSED) -> None:
        self._server = WebDav(here=here, most_bytes=ics.MOST_BYTES, denied=denied)
        self._known: dict[tuple[str, str, str], _Known] = {}
        self._finds_recurring: set[str] = set()
        """Addresses at which the second filter has been answered: a failure there is none of the filter."""
        self._reading = ThreadPoolExecutor(1, thread_name_prefix="calendars")

    async def close(self) -> None:
        """Let connections and thread go."""
        self._reading.shutdown(wait=False, cancel_futures=True)
        await self._server.close()

    async def meetings(
        self, access: CalendarAccess, start: datetime, end: datetime, zone: tzinfo, *, owner: str
    ) -> Reading:
        """What takes place from `start` to `end`; read anew only when the server says that it has changed."""
        source = access.source
        key = (source.address, source.account, str(zone))
        known = before = self._known.get(key)
        if known is not None and not known.begins <= start <= end <= known.covers:
            known = None
        ahead = end + timedelta(days=1)  # so that a window that moves on doesn't read the same text each minute
        try:
            async with asyncio.timeout(PATIENCE):
                read = self._text if source.kind is CalendarKind.ICS else self._collection
                told = await read(access, known.mark if known is not None else "", start, ahead)
        except TimeoutError as exc:
            raise ConnectionFailed(reason=Trouble.TIME_OUT) from exc
        if told is not None:
            expand = partial(_expanded, told, before.series if before is not None else {}, start, ahead, zone, owner)
            try:
                known = await asyncio.get_running_loop().run_in_executor(self._reading, expand)
            except ics.NotACalendar as exc:
                raise ConnectionFailed(reason=Trouble.NOT_UNDERSTOOD) from exc
            self._known[key] = known
        assert known is not None
        within = (m for m in known.reading.meetings if m.start < end and m.end > start)
        return replace(known.reading, meetings=tuple(within))

    async def _text(self, access: CalendarAccess, mark: str, start: datetime, end: datetime) -> _Told | None:
        headers = {"Accept": "text/calendar", **({"If-None-Match": mark} if mark else {})}
        status, answer, body = await self._ask("GET", access, headers=headers)
        return None if status == 304 else _Told(answer.get("etag", ""), {"": body})

    async def _collection(self, access: CalendarAccess, mark: str, start: datetime, end: datetime) -> _Told | None:
        _, _, body = await self._ask("PROPFIND", access, headers={"Depth": "0"}, content=_CTAG)
        now = "|".join(
            node.text or ""
            for answer in responses(body)
            for node in answer.iter()
            if local(node) in ("getctag", "sync-token")
        )
        if mark and now == mark:
            return None
        told = _Told(now)
        await self._find(told, access, _WITHIN.format(start=_stamp(start), end=_stamp(end)))
        if not any(text is not None and _recurs_since(text, start) for text in told.texts.values()):
            try:
                await self._find(told, access, _RECURRING)
                self._finds_recurring.add(access.source.address)
            except ConnectionFailed as exc:
                if exc.details["reason"] not in _DONE_WITHOUT or access.source.address in self._finds_recurring:
                    raise
        return told

    async def _find(self, told: _Told, access: CalendarAccess, which: str) -> None:
        """What a filter finds."""
        query = _QUERY.format(which=which)
        _, _, body = await self._ask("REPORT", access, headers={"Depth": "1"}, content=query)
        own = urlsplit(access.source.address).path.rstrip("/")
        for answer in responses(body):
            href = next((node.text or "" for node in answer if local(node) == "href"), "").strip()
            text = next((node.text or "" for node in answer.iter() if local(node) == "calendar-data"), "")
            status = next((node.text or "" for node in answer if local(node) == "status"), "")
            if text.strip():
                told.texts[href] = text.encode()
            elif " 507" in status:  # of the collection, where more is found than the server gives (RFC 4791, 7.8)
                told.cut = True
            elif href.endswith("/") or urlsplit(urljoin(access.source.address, href)).path.rstrip("/") == own:
                continue
            elif not any(gone in status for gone in (" 404", " 410")):
                told.texts.setdefault(href, None)

    async def _ask(
        self, method: str, access: CalendarAccess, *, headers: dict[str, str], content: str = ""
    ) -> tuple[int, httpx.Headers, bytes]:
        source = access.source
        return await self._server.ask(
            method, source.address, account=source.account, password=access.password, headers=headers, content=content
        )


def _expanded(
    told: _Told, series: Mapping[str, frozenset[str]], start: datetime, end: datetime, zone: tzinfo, owner: str
) -> _Known:
    """series: that were read last at each place. Raises `NotACalendar`, also if there are entries and none is read."""
    budget = ics.Budget()
    found: list[Meeting] = []
    unread: set[str] = set()
    cut, some = told.cut, False
    at: dict[str, frozenset[str]] = {}
    for place, data in told.texts.items():
        try:
            text = ics.read(data or b"", start, end, zone, owner=owner, budget=budget)
        except ics.TooMuch:
            raise
        except ics.NotACalendar:
            at[place] = series.get(place, frozenset())
            unread |= {"", *at[place]}
            continue
        found += text.meetings
        unread |= text.unread
        cut, some = cut or text.cut, some or bool(text.series)
        at[place] = frozenset(text.series | text.unread)
    if (unread or cut) and not some:
        raise ics.NotACalendar("nothing that can be read")
    meetings = sorted(found, key=lambda m: (m.start, m.key))[: ics.MOST_MEETINGS]
    return _Known(told.mark, start, end, Reading(tuple(meetings), frozenset(unread), cut), at)


def _recurs_since(text: bytes, moment: datetime) -> bool:
    """Whether it is a recurring entry whose first time was on an earlier day. Time zones have beginnings, too."""
    event = text.partition(b"BEGIN:VEVENT")[2]
    begins = _BEGINS.search(event)
    return b"\nRRULE" in event and begins is not None and begins[1] < f"{moment:%Y%m%d}".encode()


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
