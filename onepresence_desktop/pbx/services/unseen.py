"""Two administrators at once: what somebody changed meanwhile isn't written over unseen (spec 12.4)."""

from __future__ import annotations

from collections.abc import Collection

from onepresence_desktop.domain.errors import Conflict
from onepresence_desktop.pbx.ports import UnitOfWork
from onepresence_desktop.pbx.services.doers import doer
from onepresence_desktop.pbx.services.live_state import Company

LOOKED_AT = 500
"""Entries of the audit log in which the last change of a thing is looked for."""


async def refuse_unseen(
    unit: UnitOfWork,
    company: Company,
    seen: str | None,
    current: str,
    deeds: Collection[str],
    *subjects: str,
) -> None:
    """Raises `Conflict` (what="changed"; by: a name or a word of `wire.privacy`, at: RFC 3339, where known) unless
    `seen` is current, or None.

    deeds: what the audit log calls those that make the thing another. subjects: what it calls the thing, or any of
    them; none: there is only one.
    """
    if seen is None or seen == current:
        return
    log = await unit.credentials.audit_log(company.customer.id, most=LOOKED_AT)
    entry = next((one for one in log if one.action in deeds and (not subjects or one.subject in subjects)), None)
    if entry is None:
        raise Conflict(what="changed")
    raise Conflict(what="changed", by=doer(company.dial_plan.users, entry.actor), at=entry.at.isoformat())
