"""The caller's call history (spec 7)."""

from __future__ import annotations

from datetime import datetime

from onepresence_desktop.domain.calls import CallRecord
from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.pbx.ports import Store

PAGE = 200
"""Records at a time."""


class HistoryService:
    """Reads a user's own records, never another's."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def listing(self, user_id: UserId, before: datetime | None) -> list[CallRecord]:
        """Newest first; raises `Invalid` for a moment without a time zone."""
        if before is not None and before.tzinfo is None:
            raise Invalid(field="before", problem="no_time_zone")
        async with self._store.reading() as unit:
            return await unit.history.of(user_id, before=before, most=PAGE)
