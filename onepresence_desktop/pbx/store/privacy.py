"""What goes by age, and the audit log page by page (spec 12.4d)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Table, delete, or_, select

from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.pbx.ports import AuditEntry
from onepresence_desktop.pbx.store.credentials import audit
from onepresence_desktop.pbx.store.history import call_records
from onepresence_desktop.pbx.store.messaging import sent_messages
from onepresence_desktop.pbx.store.people import users
from onepresence_desktop.pbx.store.repository import Repository


class PrivacyRepository(Repository):
    """Old things of a whole company, and who did what."""

    async def forget_calls(self, customer_id: CustomerId, before: datetime) -> None:
        await self._forget(call_records, customer_id, before)

    async def forget_sent(self, customer_id: CustomerId, before: datetime) -> None:
        await self._forget(sent_messages, customer_id, before)

    async def forget_audit(self, customer_id: CustomerId, before: datetime) -> None:
        await self._delete(audit, audit.c.customer_id == customer_id, audit.c.at < before)

    async def audit_page(
        self, customer_id: CustomerId, *, before_id: int | None, text: str, actors: list[str], most: int
    ) -> list[tuple[int, AuditEntry]]:
        conditions = [audit.c.customer_id == customer_id]
        if before_id is not None:
            conditions.append(audit.c.id < before_id)
        if text:
            like = f"%{text.replace('!', '!!').replace('%', '!%').replace('_', '!_')}%"
            fields = (audit.c.action, audit.c.subject, audit.c.detail, audit.c.actor)
            found = [field.ilike(like, escape="!") for field in fields]
            conditions.append(or_(*found, audit.c.actor.in_(actors)))
        rows = await self._rows(audit, *conditions, order=(audit.c.id.desc(),), most=most)
        return [(row["id"], AuditEntry(**{key: value for key, value in row.items() if key != "id"})) for row in rows]

    async def _forget(self, table: Table, customer_id: CustomerId, before: datetime) -> None:
        own = select(users.c.id).where(users.c.customer_id == customer_id)
        await self._connection.execute(delete(table).where(table.c.user_id.in_(own), table.c.at < before))
