"""Somebody leaves the company: removed with all that is theirs, in the unit of whoever has them go."""

from __future__ import annotations

from dataclasses import replace

from onepresence_desktop.domain.events import WhySignedOut
from onepresence_desktop.domain.messages import MessageId, MessageKind
from onepresence_desktop.domain.people import User
from onepresence_desktop.pbx.services.live_state import Company
from onepresence_desktop.pbx.services.managers import pass_on
from onepresence_desktop.pbx.services.people_edits import Change


async def take_out(company: Company, change: Change, user: User) -> list[MessageId]:
    """Out of their groups and teams, signed out, and gone; the messages whose sounds go once that is committed."""
    sounds = [m.id for m in await change.unit.messages.of(user.id) if m.kind is MessageKind.VOICEMAIL]
    for group in company.dial_plan.groups.values():
        if user.id in group.members:
            members = tuple(member for member in group.members if member != user.id)
            mailbox = group.mailbox if group.mailbox != user.id else None
            await change.put_group(replace(group, members=members, mailbox=mailbox))
    await pass_on(change, user, company.dial_plan.users)
    await change.end_sessions(company.customer.id, user.id, WhySignedOut.REMOVED)
    await change.remove_user(user, company.devices_of(user.id))
    return sounds
