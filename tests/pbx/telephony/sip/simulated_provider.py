"""A telephone provider that exists only in the test: it takes registrations and calls, or doesn't."""

from __future__ import annotations

import hashlib
from typing import Any

from onepresence_desktop.domain.steps import TrunkId
from onepresence_desktop.domain.trunks import SipTrunk
from onepresence_desktop.pbx.ports import TrunkLine
from onepresence_desktop.pbx.telephony.sip.address import parameters, split_list
from onepresence_desktop.pbx.telephony.sip.msg import Message, parse, response_to
from tests.pbx.telephony.sip.office import CUSTOMER
from tests.pbx.telephony.sip.simulated import World
from tests.pbx.telephony.sip.simulated_phone import Phone

USER, SECRET = "firm", "trunk-pa55"


class Provider(Phone):
    """Behind it is one phone, which does as its `manner` says.

    down: it hears nothing. refuses: (method, status) it answers with. challenges: it wants a password, by 401 for
    REGISTER and 407 else. registered_as: the contact last registered. sees: where requests come from, beyond a router.
    shows: the name it tells of who calls.
    """

    def __init__(self, world: World, host: str) -> None:
        super().__init__(world, "provider", host)
        self.down = False
        self.room = 100
        self.refuses: dict[str, tuple[int, str]] = {}
        self.challenges = False
        self.registered_as = ""
        self.proofs: list[str] = []
        self.sees: tuple[str, int] | None = None
        self.shows = ""

    def line(self, name: str = "t", **changes: Any) -> TrunkLine:
        """As the engine is told of it."""
        return TrunkLine(SipTrunk(TrunkId(name), CUSTOMER.id, name, self.host, **changes), "DK")

    def _receive(self, data: bytes, source: tuple[str, int]) -> None:
        if self.down:
            return
        message = parse(data)
        if message.is_request and self.sees is not None:
            seen = ";received={};rport={}".format(*self.sees)
            data = data.replace(b";rport", seen.encode(), 1)
            message = parse(data)
        if message.is_request and message.method not in ("ACK", "CANCEL"):
            if message.method in self.refuses:
                self.heard.append(message)
                self._answer(message, *self.refuses[message.method])
                return
            if self.challenges and message.method in ("REGISTER", "INVITE") and not message.to.tag:
                if not self._proved(message):
                    self.heard.append(message)
                    self._challenge(message)
                    return
            if message.method == "REGISTER":
                contact = message.contact()
                self.registered_as = contact.uri if contact is not None else ""
        super()._receive(data, source)

    def _answer(self, message: Message, status: int, reason: str) -> None:
        response = response_to(message, status, to_tag="p", reason=reason)
        if 300 <= status < 400:
            response.add("contact", f"<sip:{reason}@{self.home}>")
            response.reason = "Moved"
        self.world.network.carry(response.encode(), self.address, self.flow.remote)

    def _challenge(self, message: Message) -> None:
        status, name = (401, "www-authenticate") if message.method == "REGISTER" else (407, "proxy-authenticate")
        response = response_to(message, status, to_tag="p")
        response.add(name, 'Digest realm="provider", nonce="n1", algorithm=MD5, qop="auth"')
        response.add(name, 'Digest realm="provider", nonce="n2", algorithm=SHA-256, qop="auth,auth-int", opaque="o"')
        self.world.network.carry(response.encode(), self.address, self.flow.remote)

    def _proved(self, message: Message) -> bool:
        given = message.get("authorization") or message.get("proxy-authorization")
        if not given:
            return False
        self.proofs.append(given)
        fields = parameters(split_list(given.partition(" ")[2]))

        def hashed(*parts: str) -> str:
            return hashlib.sha256(":".join(parts).encode()).hexdigest()

        ha1, ha2 = hashed(USER, "provider", SECRET), hashed(message.method, message.uri)
        expected = hashed(ha1, fields["nonce"], fields["nc"], fields["cnonce"], "auth", ha2)
        return fields["response"] == expected and fields["algorithm"] == "SHA-256" and fields["opaque"] == "o"

    def _build(self, method: str, uri: str, local: str, remote: str, call_id: str, cseq: int) -> Message:
        shown = f'"{self.shows}" {local}' if self.shows and method == "INVITE" else local
        return super()._build(method, uri, shown, remote, call_id, cseq)

    def call(self, number: str, **headers: str) -> Any:
        """Bring a call for a number to where the line is registered, or to our address."""
        named = [(name.replace("_", "-"), value) for name, value in headers.items()]
        return self.dial(number, headers=named)
