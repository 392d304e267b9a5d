"""What services need of the store for what goes by age, and of the audit log (spec 12.4d)."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.pbx.ports.credentials import AuditEntry


class OldThings(Protocol):
    """Of a whole company."""

    async def forget_calls(self, customer_id: CustomerId, before: datetime) -> None:
        """Call records of all users."""
        ...

    async def forget_sent(self, customer_id: CustomerId, before: datetime) -> None:
        """Texts that were sent."""
        ...

    async def forget_audit(self, customer_id: CustomerId, before: datetime) -> None:
        """Entries of the audit log."""
        ...

    async def audit_page(
        self, customer_id: CustomerId, *, before_id: int | None, text: str, actors: list[str], most: int
    ) -> list[tuple[int, AuditEntry]]:
        """Newest first, each with its id; those before an id, and those that hold a text or are of one of `actors`."""
        ...
