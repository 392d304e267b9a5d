"""The caller's call history (spec 7): by page, filtered, and as a sheet."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime

from onepresence_desktop.domain.calls import CallFilter, CallRecord, Direction, call_words
from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.text_files import csv_line
from onepresence_desktop.pbx.ports import Store
from onepresence_desktop.pbx.services.live_state import LiveState
from onepresence_desktop.pbx.services.sign_in import Principal

PAGE = 200
"""Records at a time."""
MOST_WORDS = 8
"""Of a query."""
EXPORTED_AT_ONCE = 2_000
HEADS = ("at", "kind", "number", "name", "seconds", "device", "forwarded_by", "cause", "voicemail")


class HistoryService:
    """Reads a user's own records, never another's."""

    def __init__(self, store: Store, live: LiveState) -> None:
        self._store = store
        self._live = live

    async def listing(
        self, principal: Principal, wanted: CallFilter, before: datetime | None, *, most: int = PAGE
    ) -> list[CallRecord]:
        """Newest first, those without a name by today's contacts. Raises `Invalid` for a moment without a time zone."""
        for field, moment in (("before", before), ("from", wanted.start), ("to", wanted.end)):
            if moment is not None and moment.tzinfo is None:
                raise Invalid(field=field, problem="no_time_zone")
        async with self._store.reading() as unit:
            found = await unit.history.of(principal.user_id, wanted=wanted, before=before, most=most)
        company = self._live.company(principal.customer_id)
        return [
            record if record.name else replace(record, name=company.caller_name(principal.user_id, record.number, ""))
            for record in found
        ]

    async def export(self, principal: Principal, wanted: CallFilter) -> AsyncIterator[bytes]:
        """The wanted records as CSV, newest first, times in the company's zone; pieces of it, as they are read."""
        zone = self._live.company(principal.customer_id).customer.zone
        yield ("\ufeff" + csv_line(HEADS)).encode()
        end = wanted.end
        while True:
            page = await self.listing(principal, replace(wanted, end=end), None, most=EXPORTED_AT_ONCE)
            yield "".join(
                csv_line(
                    (
                        record.at.astimezone(zone).strftime("%Y-%m-%d %H:%M:%S"),
                        record.direction.value,
                        record.number,
                        record.name,
                        str(round(record.duration.total_seconds())),
                        record.device,
                        record.forwarded_by,
                        record.cause.value,
                        "yes" if record.voicemail else "no",
                    )
                )
                for record in page
            ).encode()
            if len(page) < EXPORTED_AT_ONCE:
                return
            end = page[-1].at


def call_filter(start: datetime | None, end: datetime | None, kind: Direction | None, query: str) -> CallFilter:
    """What a client asks for. Raises `Invalid` for a query of too many words."""
    words = call_words(query[:200])
    if len(words) > MOST_WORDS:
        raise Invalid(field="q", problem="too_many")
    return CallFilter(start, end, kind, words)
