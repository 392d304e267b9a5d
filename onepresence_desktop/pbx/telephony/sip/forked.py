"""Another 200 to an INVITE of ours: somebody on the way has rung several phones, and more than one was lifted.

The first has the call; the others are acknowledged and let go at once (RFC 3261 section 13.2.2.4), or they would go on
answering for half a minute with nobody there.
"""

from __future__ import annotations

from onepresence_desktop.pbx.telephony.sip.clock import Flow
from onepresence_desktop.pbx.telephony.sip.dialog import Signalling
from onepresence_desktop.pbx.telephony.sip.msg import Message
from onepresence_desktop.pbx.telephony.sip.txn import Client


def let_go(signalling: Signalling, flow: Flow, response: Message) -> None:
    """Acknowledge and hang up. All that is needed stands in the response. Raises `Malformed`."""
    number, contact = response.cseq[0], response.contact()
    target = contact.uri if contact is not None else response.to.uri
    routes = [("route", route) for route in reversed(response.all("record-route"))]

    def request(method: str, cseq: int) -> Message:
        made = Message(method, target)
        made.headers = [
            ("via", signalling.via(flow)),
            ("max-forwards", "70"),
            *((name, response.get(name)) for name in ("from", "to", "call-id")),
            ("cseq", f"{cseq} {method}"),
            *routes,
        ]
        return made

    signalling.io.send(flow, request("ACK", number).encode())
    Client(signalling.layer, flow, request("BYE", number + 1), lambda _: None, lambda: None).start()
