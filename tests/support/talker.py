"""A scripted SIP phone with a voice: it answers with several formats and changes between them, changes its source and
its port, offers late, transfers; what real phones do and no library's softphone does on demand.
"""

from __future__ import annotations

import asyncio
import hashlib
import itertools
import random
import re
import socket
from array import array
from collections.abc import Callable

from onepresence_desktop.pbx.telephony.sip import rtp
from onepresence_desktop.pbx.telephony.sip.address import parameters, split_list
from onepresence_desktop.pbx.telephony.sip.clock import Flow
from onepresence_desktop.pbx.telephony.sip.codecs import Codec, codec
from onepresence_desktop.pbx.telephony.sip.msg import Message, parse, response_to
from onepresence_desktop.pbx.telephony.sip.txn import MAGIC, Client, Layer, Server

EVENTS = 101
NAMES = {0: "PCMU", 8: "PCMA", 9: "G722"}
Format = tuple[int, int]
"""A payload type and the static type of its codec."""

_numbers = itertools.count(1)


class Loop:
    """The running loop as the transactions' clock."""

    def time(self) -> float:
        return asyncio.get_running_loop().time()

    def call_later(self, delay: float, callback: Callable[[], None]) -> asyncio.TimerHandle:
        return asyncio.get_running_loop().call_later(delay, callback)


class Talker:
    """One phone at host:5060 with an account at server:5060. formats: what it offers and answers with.

    agreed: what it may send now. heard: the packets that came, each with what it had told to understand until then.
    transfers_to: whom it sends its caller to, once it has answered.
    """

    def __init__(self, host: str, server: str, user: str, password: str, formats: list[Format]) -> None:
        self.host, self.server, self.user, self.password = host, server, user, password
        self.formats = formats
        self.agreed: list[Format] = []
        self.heard: list[tuple[rtp.Packet, list[Format]]] = []
        self._told: list[Format] = []
        self.transfers_to = ""
        self.talking = asyncio.Event()
        self.registered = asyncio.Event()
        self.over = asyncio.Event()
        self.refused = 0
        self._flow = Flow("udp", (server, 5060), (host, 5060))
        self._layer = Layer(Loop(), self)
        self._dialog = ("", "", "", "")
        self._cseq = 1
        self._version = 1
        self._to: tuple[str, int] | None = None
        self._encoders: dict[int, Codec] = {}
        self.source = random.getrandbits(32)

    async def start(self) -> None:
        """Open the sockets and register."""
        loop = asyncio.get_running_loop()
        self._sip = self._bound(5060)
        loop.add_reader(self._sip, self._signalled)
        self._rtp: list[socket.socket] = []
        self.another_port()
        self._ask("REGISTER", f"sip:{self.server}", self.user, lambda _: self.registered.set(), expires="300")
        await asyncio.wait_for(self.registered.wait(), 60)

    def stop(self) -> None:
        """Close everything."""
        loop = asyncio.get_running_loop()
        for one in (self._sip, *self._rtp):
            loop.remove_reader(one)
            one.close()
        for transaction in (*self._layer.clients.values(), *self._layer.servers.values()):
            transaction.terminate()

    def another_port(self) -> None:
        """From now on sound leaves by another port, as behind a router that has forgotten the old one."""
        made = self._bound(0)
        self._rtp.append(made)
        asyncio.get_running_loop().add_reader(made, self._sounded, made)

    # --- calls ---

    def dial(self, number: str, *, late: bool = False) -> None:
        """Call; late: the other side is to offer."""
        self._dialog = (f"k{next(_numbers)}@{self.host}", f"t{next(_numbers)}", f"<sip:{number}@{self.server}>", "")

        def answered(response: Message) -> None:
            if response.status >= 300:
                self.refused = response.status
                self.over.set()
            elif response.status >= 200:
                call_id, tag, _, _ = self._dialog
                contact = response.contact()
                assert contact is not None
                self._dialog = (call_id, tag, response.get("to"), contact.uri)
                self._acknowledge(response, offered=not late)

        body = b"" if late else self._describe(self.formats)
        self._ask("INVITE", f"sip:{number}@{self.server}", number, answered, body=body)

    def offer(self, formats: list[Format]) -> None:
        """A re-INVITE with other formats."""
        self.formats = formats
        self._within("INVITE", self._describe(formats), lambda r: self._acknowledge(r, offered=True))

    def transfer(self, number: str) -> None:
        """Send whom it talks to elsewhere."""
        self._within("REFER", b"", lambda _: None, [("refer-to", f"<sip:{number}@{self.server}>")])

    def hang_up(self) -> None:
        """The receiver is down."""
        if not self.over.is_set():
            self._within("BYE", b"", lambda _: self.over.set())

    def say(self, sequence: int, timestamp: int, samples: array[int], at: Format) -> bytes:
        """The packet of 20 ms, to be sent by `sound`."""
        number, kind = at
        if kind not in self._encoders:
            self._encoders[kind] = codec(kind)
        return rtp.build(number, False, sequence, timestamp, self.source, self._encoders[kind].encode(samples))

    def press(self, sequence: int, timestamp: int, event: int, *, end: bool) -> None:
        """A packet of a key."""
        payload = bytes([event, 0x8A if end else 0x0A, 0, 160])
        self.sound(rtp.build(EVENTS, False, sequence, timestamp, self.source, payload))

    def sound(self, packet: bytes) -> None:
        """Send a packet of sound, by the port in use."""
        if self._to is not None:
            self._rtp[-1].sendto(packet, self._to)

    # --- messages ---

    def send(self, flow: Flow, data: bytes) -> bool:
        """The transactions' way out."""
        self._sip.sendto(data, flow.remote)
        return True

    def _signalled(self) -> None:
        try:
            data = self._sip.recv(65_535)
        except (BlockingIOError, OSError):
            return
        message = parse(data)
        if not message.is_request:
            self._layer.response(message)
            return
        known = self._layer.server_of(message)
        if message.method == "ACK":
            if known is not None:
                known.acknowledge()
            if message.body and message.call_id == self._dialog[0]:
                self._take(message.body, self.formats)
            return
        if known is not None:
            known.again()
            return
        server = Server(self._layer, self._flow, message, self._dialog[1] or f"u{next(_numbers)}")
        if message.method == "INVITE":
            self._invited(server, message)
        elif message.method == "BYE":
            server.answer(200)
            self.over.set()
        else:
            server.answer(200)

    def _invited(self, server: Server, message: Message) -> None:
        if message.call_id != self._dialog[0]:
            contact = message.contact()
            assert contact is not None
            self._dialog = (message.call_id, server.to_tag, message.get("from"), contact.uri)
        response = response_to(message, 200, to_tag=server.to_tag)
        response.add("contact", f"<sip:{self.user}@{self.host}:5060>").add("content-type", "application/sdp")
        if message.body:
            theirs = _formats(message.body)
            ours = [one for one in self.formats if one in theirs] or theirs[:1]
            response.body = self._describe(ours)
            self._take(message.body, ours)
        else:
            response.body = self._describe(self.formats)
        server.respond(response)
        self.talking.set()
        if self.transfers_to:
            number, self.transfers_to = self.transfers_to, ""
            asyncio.get_running_loop().call_later(0.3, lambda: self.transfer(number))

    def _acknowledge(self, response: Message, *, offered: bool) -> None:
        if response.status != 200:
            return
        ack = self._request("ACK", self._dialog[3], response.get("to"), response.cseq[0])
        if offered:
            self._take(response.body, _formats(response.body))
        else:
            theirs = _formats(response.body)
            ours = [one for one in self.formats if one in theirs] or theirs[:1]
            ack.add("content-type", "application/sdp").body = self._describe(ours)
            self._take(response.body, ours)
        self._sip.sendto(ack.encode(), self._flow.remote)
        self.talking.set()

    def _take(self, body: bytes, agreed: list[Format]) -> None:
        text = body.decode()
        host = re.search(r"^c=IN IP4 (\S+)", text, re.MULTILINE)
        port = re.search(r"^m=audio (\d+)", text, re.MULTILINE)
        assert host is not None and port is not None
        self._to = (host[1], int(port[1]))
        self.agreed = agreed

    def _describe(self, formats: list[Format]) -> bytes:
        self._version += 1
        self._told = [*formats, *self._told]
        numbers = " ".join(str(number) for number, _ in formats)
        maps = "".join(f"a=rtpmap:{number} {NAMES[kind]}/8000\r\n" for number, kind in formats)
        return (
            f"v=0\r\no=- 1 {self._version} IN IP4 {self.host}\r\ns=-\r\nc=IN IP4 {self.host}\r\nt=0 0\r\n"
            f"m=audio {self._rtp[-1].getsockname()[1]} RTP/AVP {numbers} {EVENTS}\r\n{maps}"
            f"a=rtpmap:{EVENTS} telephone-event/8000\r\n"
        ).encode()

    def _sounded(self, one: socket.socket) -> None:
        try:
            data = one.recv(2048)
        except (BlockingIOError, OSError):
            return
        packet = rtp.parse(data)
        if packet is not None:
            self.heard.append((packet, list(self._told)))

    # --- requests ---

    def _within(
        self, method: str, body: bytes, then: Callable[[Message], None], headers: list[tuple[str, str]] | None = None
    ) -> None:
        self._cseq += 1
        request = self._request(method, self._dialog[3], self._dialog[2], self._cseq)
        request.headers += headers or []
        if body:
            request.add("content-type", "application/sdp").body = body

        def answered(response: Message) -> None:
            if response.status >= 200:
                then(response)

        Client(self._layer, self._flow, request, answered, lambda: self.over.set()).start()

    def _ask(
        self, method: str, uri: str, to: str, then: Callable[[Message], None], *, body: bytes = b"",
        expires: str = "", proof: str = "",
    ) -> None:  # fmt: skip
        self._cseq += 1
        if method != "INVITE":
            self._dialog = (f"r{next(_numbers)}@{self.host}", f"t{next(_numbers)}", "", "")
        request = self._request(method, uri, f"<sip:{to}@{self.server}>", self._cseq)
        if expires:
            request.add("expires", expires)
        if proof:
            request.add("authorization", proof)
        if body:
            request.add("content-type", "application/sdp").body = body

        def answered(response: Message) -> None:
            if response.status == 401 and not proof:
                answer = self._prove(response, method, uri)
                self._ask(method, uri, to, then, body=body, expires=expires, proof=answer)
            elif response.status >= 200:
                then(response)

        Client(self._layer, self._flow, request, answered, lambda: self.over.set()).start()

    def _request(self, method: str, uri: str, to: str, cseq: int) -> Message:
        call_id, tag, _, _ = self._dialog
        request = Message(method, uri)
        request.headers = [
            ("via", f"SIP/2.0/UDP {self.host}:5060;branch={MAGIC}{next(_numbers)}.{random.getrandbits(32)};rport"),
            ("max-forwards", "70"),
            ("from", f"<sip:{self.user}@{self.server}>;tag={tag}"),
            ("to", to),
            ("call-id", call_id),
            ("cseq", f"{cseq} {method}"),
            ("contact", f"<sip:{self.user}@{self.host}:5060>"),
        ]
        return request

    def _prove(self, challenge: Message, method: str, uri: str) -> str:
        fields = parameters(split_list(challenge.get("www-authenticate").partition(" ")[2]))
        ha1 = _md5(f"{self.user}:{fields['realm']}:{self.password}")
        answer = _md5(f"{ha1}:{fields['nonce']}:00000001:abc:auth:{_md5(f'{method}:{uri}')}")
        return (
            f'Digest username="{self.user}", realm="{fields["realm"]}", nonce="{fields["nonce"]}", uri="{uri}", '
            f'response="{answer}", algorithm=MD5, qop=auth, nc=00000001, cnonce="abc"'
        )

    def _bound(self, port: int) -> socket.socket:
        made = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        made.bind((self.host, port))
        made.setblocking(False)
        return made


def _md5(text: str) -> str:
    return hashlib.md5(text.encode()).hexdigest()


def _formats(body: bytes) -> list[Format]:
    text = body.decode()
    line = re.search(r"^m=audio \d+ \S+ (.+?)\r?$", text, re.MULTILINE)
    assert line is not None
    names = {int(n): name for n, name in re.findall(r"^a=rtpmap:(\d+) (\w+)/8000", text, re.MULTILINE)}
    kinds = {name: kind for kind, name in NAMES.items()}
    found = [int(word) for word in line[1].split()]
    return [(n, kinds[names[n]]) for n in found if names.get(n) in kinds]
