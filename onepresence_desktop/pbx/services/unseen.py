"""Two administrators at once: what somebody changed meanwhile isn't written over unseen (spec 12.4)."""

from __future__ import annotations

from onepresence_desktop.domain.errors import Conflict
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.pbx.ports import UnitOfWork
from onepresence_desktop.pbx.services.live_state import Company

LOOKED_AT = 500
"""Entries of the audit log in which the last change of a thing is looked for."""


async def refuse_unseen(unit: UnitOfWork, company: Company, seen: str | None, current: str, *subjects: str) -> None:
    """Raises `Conflict` (what="changed"; by: a name, at: RFC 3339, where known) unless `seen` is current, or None.

    subjects: what the audit log calls the thing, or the deed that makes it another.
    """
    if seen is None or seen == current:
        return
    log = await unit.credentials.audit_log(company.customer.id, most=LOOKED_AT)
    entry = next((entry for entry in log if entry.subject in subjects or entry.action in subjects), None)
    if entry is None:
        raise Conflict(what="changed")
    user = company.dial_plan.users.get(UserId(entry.actor))
    raise Conflict(what="changed", by=user.name if user is not None else "", at=entry.at.isoformat())
