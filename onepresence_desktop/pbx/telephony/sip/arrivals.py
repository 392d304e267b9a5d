"""What an INVITE says of who calls and what was dialled; calls that a provider brings (spec 12.1a)."""

from __future__ import annotations

import re
from collections.abc import Callable

from onepresence_desktop.domain.calls import CallId, Cause, Party
from onepresence_desktop.domain.names import cleaned_name
from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.domain.steps import Reject
from onepresence_desktop.domain.trunks import read
from onepresence_desktop.pbx.ports import Line
from onepresence_desktop.pbx.telephony.sip.address import (
    Malformed,
    NameAddr,
    local_part,
    parse_name_addr,
    parse_uri,
    parse_via,
)
from onepresence_desktop.pbx.telephony.sip.call import Call
from onepresence_desktop.pbx.telephony.sip.core import Core
from onepresence_desktop.pbx.telephony.sip.msg import Message
from onepresence_desktop.pbx.telephony.sip.sdp import BadSdp, read_sdp
from onepresence_desktop.pbx.telephony.sip.trunk import Trunk
from onepresence_desktop.pbx.telephony.sip.txn import Server

_NUMBER = re.compile(r"[0-9 ()+/.-]+")

NewCall = Callable[[CallId, CustomerId, Party, str], Call]


def fit(server: Server) -> bool:
    """Whether the description of an INVITE can be used; otherwise it has been refused. Raises `Malformed`."""
    message = server.request
    message.contact()  # read once before there is a call
    if not message.body:
        return True
    if message.get("content-encoding").strip().lower() not in ("", "identity"):
        server.answer(415, headers=(("accept-encoding", "identity"),))
        return False
    if not message.get("content-type").lower().startswith("application/sdp"):
        server.answer(415, headers=(("accept", "application/sdp"),))
        return False
    try:
        read_sdp(message.body).audio()
    except BadSdp:
        server.answer(488)
        return False
    return True


def merged(core: Core, message: Message) -> bool:
    """Whether an INVITE is one that is under way and has come by another way, too (RFC 3261 section 8.2.2.2)."""
    leg = core.begun.get(message.call_id)
    return leg is not None and leg.remote_tag == message.from_.tag and message.cseq[0] <= leg.dialog.remote_cseq


MOST_ALIKE = 10
"""Calls of one number to one number that ring at once; more are one call that goes round."""


def arrive(
    core: Core, new_call: NewCall, server: Server, trunk: Trunk, under_way: Callable[[str, str], int] = lambda *_: 0
) -> None:
    """An INVITE of a provider that is `fit`. Raises `Malformed`.

    under_way: how many calls of a number to another (as it was dialled) aren't answered yet.
    """
    message, customer_id = server.request, trunk.config.customer_id
    if message.has("replaces"):
        server.answer(481)  # nobody outside takes over a call here
        return
    if _ours_already(message, server.flow.local):
        server.answer(482)
        return
    forwards = message.get("max-forwards").strip()
    caller, number, dialled = calling(core, message, trunk)
    if caller.number and under_way(caller.number, dialled) >= MOST_ALIKE:
        server.answer(482)  # sent back to us over and over by others who hide that it has been here
        return
    call = new_call(CallId(core.unique()), customer_id, caller, dialled)
    call.max_forwards = int(forwards) - 1 if forwards.isascii() and forwards.isdigit() else call.max_forwards
    leg = core.leg(call, server.flow, trunk.device_id, message.call_id, server.to_tag, ours=False)
    leg.outside = True
    leg.dialog.authorize = trunk.prover
    try:
        leg.invited(server)
        call.arrived(leg, message.body, number)
    except Exception:
        call.finish(Cause.FAILED)
        leg.reject(500)
        raise


def calling(core: Core, message: Message, trunk: Trunk) -> tuple[Party, str | None, str]:
    """Who calls over a line, the public number (E.164; None: it can't be read), and as written. Raises `Malformed`."""
    caller = _caller(core, message, trunk)
    return caller, *_called(core, message, trunk, caller)


def dialling(core: Core, message: Message, line: Line) -> tuple[Party, str]:
    """Who calls at a phone of ours, and what was keyed without a code for one call. Raises `Malformed`."""
    dialled = local_part(parse_uri(message.uri))
    if not dialled:
        raise Malformed("nobody dialled")
    caller = Party(line.numbers[0], line.display_name, line.user_id, line.device_id, withheld(message))
    return core.router.keyed(caller, line.customer_id, dialled)


def _ours_already(message: Message, own: tuple[str, int]) -> bool:
    """It has been here before: a loop (RFC 3261 section 16.3)."""
    try:
        return any((via.host, via.port or 5060) == own for via in map(parse_via, message.all("via")))
    except Malformed:
        return False


def _called(core: Core, message: Message, trunk: Trunk, caller: Party) -> tuple[str | None, str]:
    """The public number it is for (E.164), and as it was written.

    Some providers address the registered account and name the number in P-Called-Party-ID (RFC 7315) or To.
    """
    written = [local_part(parse_uri(message.uri))]
    for name in ("p-called-party-id", "to"):
        if message.has(name):
            try:
                written.append(local_part(parse_name_addr(message.get(name)).parsed()))
            except Malformed:
                continue
    for text in written:
        number = read(text, trunk.line.region)
        if number is None:
            continue
        if not isinstance(core.router.arriving(caller, trunk.config.customer_id, number), Reject):
            return number, text
    return read(written[0], trunk.line.region), written[0]


def withheld(message: Message) -> bool:
    """Whether who calls isn't to be shown to the called one (RFC 3323, RFC 3325): by Privacy, or by From itself."""
    wishes = {word.strip() for word in message.get("privacy").lower().split(";")}
    shown = message.from_
    user = shown.parsed().user.lower() if shown.uri.startswith("sip") else ""
    return bool(wishes & {"id", "user", "full", "critical"}) or user in ("anonymous", "unknown", "restricted")


def _caller(core: Core, message: Message, trunk: Trunk) -> Party:
    """Who calls: the number the provider vouches for, else From; without a number when it is withheld (RFC 3323)."""
    shown = message.from_
    user = shown.parsed().user if shown.uri.startswith("sip") else ""
    if withheld(message) or not user:
        return Party("")
    number = read(user, trunk.line.region)
    for value in message.all("p-asserted-identity"):
        try:
            number = read(parse_name_addr(value).parsed().user, trunk.line.region) or number
        except Malformed:
            continue
    if number is None:
        return Party("", _told_name(shown))
    known = core.router.party(trunk.config.customer_id, number)
    return known if known.name else Party(known.number, _told_name(shown), known.user_id)


def _told_name(shown: NameAddr) -> str:
    """The name that came with a call; "" for a number in its place, which many providers send."""
    name = cleaned_name(shown.name)[:80]
    return "" if _NUMBER.fullmatch(name) else name
