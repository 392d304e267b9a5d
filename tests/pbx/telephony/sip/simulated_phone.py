"""A phone that exists only in the test, with a person who does as told."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from onepresence_desktop.pbx.ports import SIP_REALM
from onepresence_desktop.pbx.telephony.sip.address import Malformed, parameters, parse_uri, split_list
from onepresence_desktop.pbx.telephony.sip.clock import Flow
from onepresence_desktop.pbx.telephony.sip.msg import Message, parse, response_to
from onepresence_desktop.pbx.telephony.sip.txn import MAGIC, Client, Layer, Server
from tests.pbx.telephony.sip.office import PASSWORD
from tests.pbx.telephony.sip.virtual import PBX, PBX6, Network, VirtualClock


class Surroundings(Protocol):
    clock: VirtualClock
    network: Network


def sdp(host: str, *, version: int = 1, direction: str = "sendrecv") -> bytes:
    kind = "IP6" if ":" in host else "IP4"
    return (
        f"v=0\r\no=- 1 {version} IN {kind} {host}\r\ns=-\r\nc=IN {kind} {host}\r\nt=0 0\r\n"
        f"m=audio 5004 RTP/AVP 0 8 101\r\na=rtpmap:101 telephone-event/8000\r\na={direction}\r\n"
    ).encode()


def bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


@dataclass
class Dialog:
    """What a phone knows of a call."""

    call_id: str
    local: str
    remote: str
    target: str
    cseq: int = 1
    talking: bool = False
    over: bool = False
    status: int = 0
    server: Server | None = None
    invite: Client | None = None
    acked: bool = False
    offered: bytes = b""
    then: list[tuple[float, str]] = field(default_factory=list)


class Phone:
    """A phone of one line. manner: what it does when it rings, a list of (seconds, deed) with deeds
    ring, answer, busy, decline, refuse STATUS, moved URI, hold, resume, refer NUMBER, bye; deeds after `answer` count
    from then. says: headers of its INVITEs and of the 200s to others'. algorithm: the only one it knows. heard: all
    that came. offers, answers: its descriptions; agrees: the ones within a call. exchanges: each offer with its
    answer, of calls it made or took. room: calls at once, beyond which it is busy.
    """

    def __init__(self, world: Surroundings, name: str, host: str) -> None:
        self.world, self.name, self.host = world, name, host
        self.password = PASSWORD
        self.room = 2
        self.address = (host, 5060)
        self.clock = world.clock
        self.layer = Layer(world.clock, self)
        pbx = PBX6 if ":" in host else PBX
        self.home, self.server = bracketed(host), bracketed(pbx[0])
        self.flow = Flow("udp", pbx, self.address)
        self.manner: list[tuple[float, str]] = [(0.1, "ring"), (1.0, "answer")]
        self.dialogs: list[Dialog] = []
        self.registered = False
        self.says: list[tuple[str, str]] = []
        self.algorithm = "MD5"
        self.heard: list[Message] = []
        self.listens_at = host
        self.offers: Callable[[], bytes] = lambda: sdp(self.listens_at)
        self.answers: Callable[[bytes], bytes] = lambda offered: sdp(self.listens_at)
        self.agrees: Callable[[bytes], bytes] = lambda offered: sdp(self.listens_at, version=2)
        self.exchanges: list[tuple[bytes, bytes]] = []
        self._numbers = itertools.count(1)
        world.network.places[self.address] = self._receive

    # --- what a person does ---

    def register(self, seconds: int = 3600, contact: str = "") -> list[Message]:
        """Register, or with 0 seconds no longer; the answers that come."""
        answers: list[Message] = []

        def registered(response: Message) -> None:
            self.registered = response.status == 200
            answers.append(response)

        self._authenticated(
            "REGISTER", f"sip:{self.server}", f"<sip:{self.name}@{self.server}>", self._call_id(), registered,
            headers=[("contact", contact or f"<sip:{self.name}@{self.home}:5060>"), ("expires", str(seconds))],
        )  # fmt: skip
        return answers

    def subscribe(self, number: str, event: str, seconds: int = 600) -> list[Message]:
        """Ask to be told of a line or a lamp; the answers that come."""
        answers: list[Message] = []
        self._authenticated(
            "SUBSCRIBE", f"sip:{number}@{self.server}", f"<sip:{number}@{self.server}>", self._call_id(),
            answers.append, headers=[
                ("contact", f"<sip:{self.name}@{self.home}:5060>"), ("event", event), ("expires", str(seconds)),
            ],
        )  # fmt: skip
        return answers

    def ask(self, dialog: Dialog, method: str, body: bytes = b"", **headers: str) -> list[Message]:
        """Send something within a call; the answers that come."""
        answers: list[Message] = []

        def answered(response: Message) -> None:
            answers.append(response)
            self._acknowledge(dialog, response, sdp(self.listens_at, version=9) if not body else b"")

        named = [(name.replace("_", "-"), value) for name, value in headers.items()]
        self._in_dialog(dialog, method, answered, body=body, headers=named)
        return answers

    def requests(self, method: str) -> list[Message]:
        """Those that came."""
        return [message for message in self.heard if message.method == method]

    def dial(
        self, number: str, then: list[tuple[float, str]] | None = None, *, offer: bool = True,
        headers: list[tuple[str, str]] | None = None,
    ) -> Dialog:  # fmt: skip
        """Call; `then` begins when it is answered."""
        call_id = self._call_id()
        tag = f"t{next(self._numbers)}"
        dialog = Dialog(
            call_id,
            f"<sip:{self.name}@{self.server}>;tag={tag}",
            f"<sip:{number}@{self.server}>",
            f"sip:{number}@{self.server}",
        )
        dialog.then = list(then or [])
        self.dialogs.append(dialog)

        def answered(response: Message) -> None:
            if response.status < 200:
                return
            dialog.status = response.status
            if response.status < 300:
                answer = b"" if offer else self.answers(response.body)
                self.exchanges.append((body, response.body) if offer else (response.body, answer))
                self._accepted(dialog, response, answer)
            else:
                dialog.over = True

        def lost() -> None:
            dialog.status, dialog.over = 408, True

        body = self.offers() if offer else b""
        dialog.invite = self._authenticated(
            "INVITE", dialog.target, dialog.remote, call_id, answered, lost, tag=tag, body=body,
            headers=[("contact", f"<sip:{self.name}@{self.home}:5060>"), *self.says, *(headers or [])], dialog=dialog,
        )  # fmt: skip
        return dialog

    def take(self, dialog: Dialog, *, offer: bool = True, flags: str = "") -> Dialog:
        """Call in place of another phone's dialog (RFC 3891); its tags are told by that phone."""
        to, own = (side.rpartition("tag=")[2] for side in (dialog.remote, dialog.local))
        value = f"{dialog.call_id};to-tag={to};from-tag={own}{flags}"
        return self.dial("onepresence", offer=offer, headers=[("replaces", value)])

    def cancel(self, dialog: Dialog) -> None:
        """Give up while it rings."""
        if dialog.invite is None or dialog.talking or dialog.over:
            return
        invite = dialog.invite.request
        request = Message("CANCEL", invite.uri)
        request.headers = [(k, v) for k, v in invite.headers if k in ("via", "max-forwards", "from", "to", "call-id")]
        request.add("cseq", f"{invite.cseq[0]} CANCEL")
        Client(self.layer, self.flow, request, lambda _: None, lambda: None).start()

    def hang_up(self, dialog: Dialog) -> None:
        if dialog.talking and not dialog.over:
            dialog.over, dialog.talking = True, False
            self._in_dialog(dialog, "BYE", lambda _: None)

    def vanish(self) -> None:
        """Power is gone: nothing is sent or heard any more."""
        self.world.network.places.pop(self.address, None)
        self.layer = Layer(self.clock, Nowhere())
        self.dialogs.clear()

    # --- protocol ---

    def send(self, flow: Flow, data: bytes) -> bool:
        self.world.network.carry(data, self.address, flow.remote)
        return True

    def _receive(self, data: bytes, source: tuple[str, int]) -> None:
        try:
            message = parse(data)
            _ = message.via, message.cseq, message.from_, message.to
        except Malformed:
            return  # what was spoilt on the way there comes back in the answer
        if message.is_request and not self.world.network.spoilt:
            assert message.from_.parsed() and message.to.parsed() and parse_uri(message.uri)
        self.heard.append(message)
        if not message.is_request:
            if not self.layer.response(message) and message.status // 100 == 2 and message.cseq[1] == "INVITE":
                return
            return
        known = self.layer.server_of(message)
        dialog = next((d for d in self.dialogs if d.call_id == message.call_id), None)
        if message.method == "ACK":
            if known is not None:
                known.acknowledge()
            if dialog is not None:
                if dialog.offered and message.body and not dialog.acked:
                    self.exchanges.append((dialog.offered, message.body))
                dialog.acked = True
            return
        if known is not None:
            known.again()
            return
        if message.method == "CANCEL":
            Server(self.layer, self.flow, message, "c").answer(200)
            if dialog is not None and dialog.server is not None and not dialog.server.final:
                dialog.server.answer(487)
                dialog.over = True
            return
        server = Server(self.layer, self.flow, message, f"u{next(self._numbers)}")
        if message.method == "INVITE":
            self._invited(server, message, dialog)
        elif message.method == "BYE":
            server.answer(200 if dialog is not None else 481)
            if dialog is not None:
                dialog.over, dialog.talking = True, False
        else:
            unknown = message.to.tag and message.method != "NOTIFY" and (dialog is None or dialog.over)
            server.answer(481 if unknown else 200)

    def _invited(self, server: Server, message: Message, dialog: Dialog | None) -> None:
        if dialog is not None:
            self._accept(dialog, server, self.agrees(message.body))
            return
        if sum(1 for d in self.dialogs if not d.over) >= self.room:
            server.answer(486)
            return
        contact = message.contact()
        dialog = Dialog(
            message.call_id,
            f"{message.get('to')};tag={server.to_tag}",
            message.get("from"),
            contact.uri if contact is not None else "",
            cseq=100,
            server=server,
        )
        self.dialogs.append(dialog)
        self._go_on(dialog, list(self.manner))

    def _go_on(self, dialog: Dialog, deeds: list[tuple[float, str]]) -> None:
        if not deeds:
            return
        (delay, deed), *rest = deeds

        def act() -> None:
            if not dialog.over:
                self._do(dialog, deed)
                self._go_on(dialog, rest)

        self.clock.call_later(delay, act)

    def _do(self, dialog: Dialog, deed: str) -> None:
        server = dialog.server
        match deed.split():
            case ["ring"] if server is not None:
                server.answer(180, headers=(("contact", f"<sip:{self.name}@{self.home}:5060>"),))
            case ["early"] if server is not None:
                response = response_to(server.request, 183, to_tag=server.to_tag)
                response.add("contact", f"<sip:{self.name}@{self.home}:5060>").add("content-type", "application/sdp")
                response.body = sdp(self.listens_at)
                server.respond(response)
            case ["answer"] if server is not None and not server.final:
                offered = server.request.body
                dialog.offered = b"" if offered else self.offers()
                answer = dialog.offered or self.answers(offered)
                if offered:
                    self.exchanges.append((offered, answer))
                self._accept(dialog, server, answer)
                dialog.talking = True
            case ["busy"] if server is not None:
                server.answer(486)
                dialog.over = True
            case ["decline"] if server is not None:
                server.answer(603)
                dialog.over = True
            case ["refuse", status] if server is not None:
                server.answer(int(status))
                dialog.over = True
            case ["moved", uri] if server is not None:
                server.answer(302, headers=(("contact", f"<{uri}>"),))
                dialog.over = True
            case ["hold" | "resume" as how] if dialog.talking:
                direction = "sendonly" if how == "hold" else "sendrecv"
                self._in_dialog(
                    dialog,
                    "INVITE",
                    lambda r: self._acknowledge(dialog, r),
                    body=sdp(self.listens_at, version=3, direction=direction),
                )
            case ["refer", number] if dialog.talking:
                self._in_dialog(
                    dialog, "REFER", lambda _: None, headers=[("refer-to", f"<sip:{number}@{self.server}>")]
                )
            case ["bye"]:
                self.hang_up(dialog)

    def _accept(self, dialog: Dialog, server: Server, body: bytes) -> None:
        response = response_to(server.request, 200, to_tag=server.to_tag)
        response.add("contact", f"<sip:{self.name}@{self.home}:5060>").add("content-type", "application/sdp")
        response.headers += self.says
        response.body = body
        dialog.acked = False
        server.respond(response)

        def again(interval: float) -> None:
            if not dialog.acked and not dialog.over and interval < 16:
                server.resend()
                self.clock.call_later(interval, lambda: again(min(interval * 2, 4.0)))

        self.clock.call_later(0.5, lambda: again(1.0))

    def _accepted(self, dialog: Dialog, response: Message, answer: bytes) -> None:
        first = not dialog.talking and not dialog.over
        dialog.remote = response.get("to")
        contact = response.contact()
        if contact is not None:
            dialog.target = contact.uri
        self._acknowledge(dialog, response, answer)
        if first:
            dialog.talking = True
            self._go_on(dialog, dialog.then)

    def _acknowledge(self, dialog: Dialog, response: Message, body: bytes = b"") -> None:
        if 200 <= response.status < 300 and response.cseq[1] == "INVITE":
            ack = self._build("ACK", dialog.target, dialog.local, dialog.remote, dialog.call_id, response.cseq[0])
            if body:
                ack.add("content-type", "application/sdp")
                ack.body = body
            self.send(self.flow, ack.encode())

    def _in_dialog(
        self, dialog: Dialog, method: str, on_response: Callable[[Message], None], *,
        body: bytes = b"", headers: list[tuple[str, str]] | None = None,
    ) -> None:  # fmt: skip
        dialog.cseq += 1
        request = self._build(method, dialog.target, dialog.local, dialog.remote, dialog.call_id, dialog.cseq)
        request.headers += [("contact", f"<sip:{self.name}@{self.home}:5060>"), *(headers or [])]
        if body:
            request.body = body
            if not request.has("content-type"):
                request.add("content-type", "application/sdp")
        Client(self.layer, self.flow, request, on_response, lambda: None).start()

    def _authenticated(
        self, method: str, uri: str, to: str, call_id: str, on_response: Callable[[Message], None],
        on_timeout: Callable[[], None] = lambda: None, *, tag: str = "r", body: bytes = b"",
        headers: list[tuple[str, str]] | None = None, dialog: Dialog | None = None, cseq: int = 1, proof: str = "",
    ) -> Client:  # fmt: skip
        request = self._build(method, uri, f"<sip:{self.name}@{self.server}>;tag={tag}", to, call_id, cseq)
        request.headers += headers or []
        if proof:
            request.add("authorization", proof)
        if body:
            request.add("content-type", "application/sdp")
            request.body = body

        def response(message: Message) -> None:
            if message.status == 401 and not proof and cseq < 4:
                again = self._authenticated(
                    method, uri, to, call_id, on_response, on_timeout, tag=tag, body=body, headers=headers,
                    dialog=dialog, cseq=cseq + 1, proof=self._prove(message, method, uri),
                )  # fmt: skip
                if dialog is not None:
                    dialog.invite, dialog.cseq = again, cseq + 1
            else:
                on_response(message)

        client = Client(self.layer, self.flow, request, response, on_timeout)
        client.start()
        return client

    def _prove(self, challenge: Message, method: str, uri: str) -> str:
        """The answer to a challenge; "" when it names an algorithm that isn't known."""
        fields = parameters(split_list(challenge.get("www-authenticate").partition(" ")[2]))
        if fields["algorithm"] != self.algorithm:
            return ""
        ha1 = self._hash(f"{self.name}:{SIP_REALM}:{self.password}")
        ha2 = self._hash(f"{method}:{uri}")
        digest = self._hash(f"{ha1}:{fields['nonce']}:00000001:abc:auth:{ha2}")
        return (
            f'Digest username="{self.name}", realm="{SIP_REALM}", nonce="{fields["nonce"]}", uri="{uri}", '
            f'response="{digest}", algorithm={self.algorithm}, qop=auth, nc=00000001, cnonce="abc"'
        )

    def _hash(self, text: str) -> str:
        return hashlib.new({"MD5": "md5", "SHA-256": "sha256"}[self.algorithm], text.encode()).hexdigest()

    def _call_id(self) -> str:
        return f"{self.name}-{next(self._numbers)}"

    def _build(self, method: str, uri: str, local: str, remote: str, call_id: str, cseq: int) -> Message:
        request = Message(method, uri)
        request.headers = [
            ("via", f"SIP/2.0/UDP {self.home}:5060;branch={MAGIC}{self.name}{next(self._numbers)};rport"),
            ("max-forwards", "70"),
            ("from", local),
            ("to", remote),
            ("call-id", call_id),
            ("cseq", f"{cseq} {method}"),
        ]
        return request


class Nowhere:
    def send(self, flow: Flow, data: bytes) -> bool:
        return True
