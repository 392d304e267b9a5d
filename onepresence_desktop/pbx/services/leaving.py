"""Somebody leaves the company: removed with all that is theirs, in the unit of whoever has them go."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace

from onepresence_desktop.domain.errors import Conflict
from onepresence_desktop.domain.events import WhySignedOut
from onepresence_desktop.domain.leading import leads_to
from onepresence_desktop.domain.messages import MessageId, MessageKind
from onepresence_desktop.domain.people import User
from onepresence_desktop.pbx.services.live_state import Company
from onepresence_desktop.pbx.services.managers import pass_on
from onepresence_desktop.pbx.services.people_edits import Change

Note = Callable[[str, str], Awaitable[None]]
"""Writes down a deed and what it was done to."""


async def take_out(company: Company, change: Change, user: User, note: Note) -> list[MessageId]:
    """Out of their groups and teams, signed out, and gone; the messages whose sounds go once that is committed.

    note: hears of each group that is another now.
    Raises `Conflict` (in_use) while callers of a company number, or of a group by its overflow, come to them.
    """
    if leading := leads_to(company.dial_plan, user):
        raise Conflict(what="in_use", holder=leading[0])
    sounds = [m.id for m in await change.unit.messages.of(user.id) if m.kind is MessageKind.VOICEMAIL]
    numbers = _theirs_alone(company, user)
    for group in company.dial_plan.groups.values():
        left = replace(
            group,
            members=tuple(member for member in group.members if member != user.id),
            mailbox=group.mailbox if group.mailbox != user.id else None,
            rota=group.rota.without(numbers) if group.rota is not None else None,
        )
        if left != group:
            await change.put_group(left)
            await note("group_changed", group.local_number)
    await pass_on(change, user, company.dial_plan.users)
    await change.end_sessions(company.customer.id, user.id, WhySignedOut.REMOVED)
    await change.remove_user(user, company.devices_of(user.id))
    return sounds


def _theirs_alone(company: Company, user: User) -> set[str]:
    """By which they are on call: local number, OneNumber, mobiles; not one that a colleague has, too."""
    plan = company.dial_plan
    others = {one.mobile for one in plan.users.values() if one.id != user.id}
    others |= {device.number for device in company.devices.values() if device.user_id != user.id}
    own = {user.local_number, user.one_number, user.mobile, *(device.number for device in company.devices_of(user.id))}
    return {number for number in own - others if number}
