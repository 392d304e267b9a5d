"""A phone that answers 302 (its own forward key): its person's calls go where it says, as if they had diverted all."""

from __future__ import annotations

from dataclasses import replace

from onepresence_desktop.domain.calls import TraceEntry, TraceKind
from onepresence_desktop.domain.diversion import Forwarding
from onepresence_desktop.domain.routing import MOST_HOPS, Hop, Step, Trunk
from onepresence_desktop.pbx.telephony.sip.address import Malformed, local_part
from onepresence_desktop.pbx.telephony.sip.attempt import Attempt
from onepresence_desktop.pbx.telephony.sip.conversation import Conversation
from onepresence_desktop.pbx.telephony.sip.leg import Leg

MOVED = (301, 302)


def destination(leg: Leg) -> str:
    """The number that a phone's 302 names, "" for none (RFC 3261 section 21.3). Where it is, the company's rules say:
    nothing is sent to the address in it.
    """
    refusal = leg.outgoing.refusal
    try:
        contact = refusal.contact() if refusal is not None else None
        return local_part(contact.parsed()) if contact is not None else ""
    except Malformed:
        return ""


def follow(call: Conversation, attempt: Attempt, leg: Leg) -> Step | None:
    """The step that a 302 leads to; None when it leads nowhere.

    Only for a person's own phones: one member of a group doesn't take the group's calls along. A loop leads nowhere,
    and neither does the ninth hop. A number outside goes by the rules of the line out, and to where the person is not
    reached when there is none.
    """
    step, line, number = attempt.step, call.core.lines.get(leg.device_id), destination(leg)
    if line is None or not number or step.user_id is None or step.group_id is not None:
        return None
    hops = (*step.hops, Hop(line.numbers[0], Forwarding.CFU))
    target = call.core.router.party(call.customer_id, number)
    if len(hops) > MOST_HOPS or target.number in {hop.number for hop in hops}:
        return None
    found = call.core.router.route(call.caller, call.customer_id, number, hops)
    entry = TraceEntry(TraceKind.FORWARDED, line.numbers[0], line.display_name, line.user_id, why=Forwarding.CFU)
    found = replace(found, trace=(*step.trace, entry, *found.trace))
    return replace(found, otherwise=step.unreachable) if isinstance(found, Trunk) else found
