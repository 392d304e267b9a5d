"""Whose deed a change of the company's is: an administrator's by their client, or the command line's."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from datetime import datetime

from onepresence_desktop.domain.people import CustomerId, Role
from onepresence_desktop.pbx.ports import AuditEntry
from onepresence_desktop.pbx.services.live_state import Company
from onepresence_desktop.pbx.services.people import Actor


def acting(company: Company, actor: Actor, *roles: Role) -> AbstractAsyncContextManager[object]:
    """The company's lock; a user is looked at once more there. roles: who may (usually administrators).

    Raises `NotSignedIn`, `Forbidden`.
    """
    if isinstance(actor, str):
        return company.lock
    return company.acting(actor.user_id, *(roles or (Role.ADMINISTRATOR,)))


def deed(
    at: datetime, customer_id: CustomerId, actor: Actor, action: str, subject: str, detail: str = ""
) -> AuditEntry:
    """As it stands in the audit log."""
    who = actor if isinstance(actor, str) else actor.user_id
    return AuditEntry(at, customer_id, who, action, subject, detail)
